import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.bsn import OngeldigBsn, bevat_bsn, lees_bsn, maskeer_bsns, masker, voldoet_aan_elfproef


@pytest.mark.parametrize(
    ("waarde", "bsn"),
    [
        pytest.param("999990639", "999990639", id="text"),
        pytest.param(" 999990639 ", "999990639", id="text with spaces around"),
        pytest.param("9999.90.639", "999990639", id="dots"),
        pytest.param("9999 90 639", "999990639", id="spaces within"),
        pytest.param("000009830", "000009830", id="text with leading zeros"),
        pytest.param(999990639.0, "999990639", id="number cell"),
        pytest.param(9830.0, "000009830", id="short number cell is padded"),
        pytest.param(10082426, "010082426", id="whole number of eight digits is padded"),
    ],
)
def test_lees_bsn_reads(waarde, bsn):
    assert lees_bsn(waarde) == bsn


ONTBREEKT = "Het BSN ontbreekt. Vul het BSN in."
GEEN_BSN = "Dit is geen BSN. Een BSN bestaat uit 9 cijfers."
ELFPROEF = "Dit BSN klopt niet: het voldoet niet aan de 11-proef. Controleer het nummer."


@pytest.mark.parametrize(
    ("waarde", "melding"),
    [
        pytest.param("", ONTBREEKT, id="empty"),
        pytest.param("   ", ONTBREEKT, id="blank"),
        pytest.param(None, ONTBREEKT, id="none"),
        pytest.param("123456789", ELFPROEF, id="fails the 11-proef"),
        pytest.param("000000000", ELFPROEF, id="zeros in text"),
        pytest.param(0, ELFPROEF, id="zero"),
        pytest.param(
            "10082426",
            "Dit BSN heeft 8 cijfers. Een BSN heeft er 9. Staat er misschien een nul te weinig vooraan?",
            id="text of eight digits is not padded",
        ),
        pytest.param("1234567", "Dit BSN heeft 7 cijfers. Een BSN heeft er 9.", id="seven digits"),
        pytest.param(1234567890.0, "Dit BSN heeft 10 cijfers. Een BSN heeft er 9.", id="ten digits"),
        pytest.param("99999063a", GEEN_BSN, id="letter"),
        pytest.param("99999063²", GEEN_BSN, id="superscript digit"),
        pytest.param("٩٩٩٩٩٠٦٣٩", GEEN_BSN, id="arabic digits"),
        pytest.param(9830.5, GEEN_BSN, id="fraction"),
        pytest.param(-9830, GEEN_BSN, id="negative"),
        pytest.param(float("nan"), GEEN_BSN, id="not a number"),
        pytest.param(float("inf"), GEEN_BSN, id="infinite"),
        pytest.param(True, GEEN_BSN, id="boolean"),
    ],
)
def test_lees_bsn_refuses(waarde, melding):
    with pytest.raises(OngeldigBsn) as fout:
        lees_bsn(waarde)

    assert str(fout.value) == melding


@given(st.integers(min_value=1, max_value=999_999_999), st.integers(0, 8), st.integers(1, 9))
def test_elfproef_catches_each_single_wrong_digit(getal, plaats, verschil):
    goed = f"{getal:09d}"
    if not voldoet_aan_elfproef(goed):
        return
    fout = goed[:plaats] + str((int(goed[plaats]) + verschil) % 10) + goed[plaats + 1 :]

    assert not voldoet_aan_elfproef(fout)


@pytest.mark.parametrize(
    ("bsn", "gemaskeerd"),
    [("999990639", "*****0639"), ("12345", "*2345"), ("1234", "****"), ("1", "*"), ("", "")],
)
def test_masker_shows_at_most_the_last_four(bsn, gemaskeerd):
    assert masker(bsn) == gemaskeerd


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Het was 999990019.", True),
        ("999990019", True),
        ("Zaak 999990018 van UHT", False),  # nine digits that fail the 11-proef
        ("Factuur 1999990019", False),  # ten digits
        ("BSN 999 990 019.", True),
        ("9999.90.019", True),
        ("999.990.019 klopt", True),
        ("+31 999 990 019", False),  # a telephone number abroad is longer
        ("999 990 019 2", False),
        ("020 999 990 019", False),
        ("999-990 019", False),  # not one kind of group
        ("999 990 018", False),
        ("06 5555 0142", False),
        ("", False),
    ],
)
def test_a_bsn_in_a_text_is_seen(tekst, verwacht):
    assert bevat_bsn(tekst) is verwacht


@pytest.mark.parametrize(
    ("tekst", "getoond"),
    [
        ("BSN 999990019 en 000009830.", "BSN *****0019 en *****9830."),
        ("999 990 019; 9999.90.019", "*****0019; *****0019"),
        ("Zaak 999990018 van 020 999 990 019", "Zaak 999990018 van 020 999 990 019"),
    ],
)
def test_each_bsn_in_a_text_is_masked(tekst, getoond):
    assert maskeer_bsns(tekst) == getoond
