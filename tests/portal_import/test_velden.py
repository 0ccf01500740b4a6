from datetime import date, datetime, time

import pytest

from cases.brpdatum import BrpDatum
from portal_import import velden
from portal_import.levering import MAXIMUM

ON = date(2025, 3, 11)

EXCEL_DATUM = "Excel heeft van deze cel een datum of tijd gemaakt. Zet de cel op 'Tekst' en typ de waarde opnieuw."
GEEN_TEKST = "In deze cel staat geen tekst."
TE_OUD = "Het jaar 1849 kan niet kloppen. Gebruik een jaar tussen 1900 en 2100."
GEEN_DATUM = "Dit is geen datum. Schrijf een datum als dd-mm-jjjj, bijvoorbeeld 31-12-1985."
TOEKOMST = "Deze datum ligt in de toekomst."


@pytest.mark.parametrize(
    ("waarde", "gelezen"),
    [
        pytest.param("", "", id="empty"),
        pytest.param("  VųlkovāsoØse ", "VųlkovāsoØse", id="spaces at the ends"),
        pytest.param("van \t\n der\u00a0 Berg", "van der Berg", id="spaces within"),
        pytest.param(".", ".", id="a dot for a name"),
        pytest.param("<Onbekend> & </Onbemind>", "<Onbekend> & </Onbemind>", id="a name like markup"),
        pytest.param(
            "P.F.C.A.W.J.H.D.D.B.S.B.a.F.M.J.A.L.K.J.", "P.F.C.A.W.J.H.D.D.B.S.B.a.F.M.J.A.L.K.J.", id="initials"
        ),
        pytest.param("T.Śar ŃĆ ĹāÑ ŤÙmön ĊéŴÀŅŇĩ", "T.Śar ŃĆ ĹāÑ ŤÙmön ĊéŴÀŅŇĩ", id="diacritics"),
        pytest.param("e\u0301", "e\u0301", id="accent as a sign of its own"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="joiner that belongs to the name"),
        pytest.param(12.0, "12", id="number cell"),
        pytest.param(12, "12", id="whole number"),
        pytest.param(12.5, "12.5", id="fraction"),
    ],
)
def test_tekst_reads(waarde, gelezen):
    assert velden.tekst(waarde, 60) == gelezen


@pytest.mark.parametrize(
    ("waarde", "melding"),
    [
        pytest.param("a" * 61, "Deze tekst is te lang: 61 tekens. Er passen er 60.", id="too long"),
        pytest.param(
            "Jan\x00sen",
            "In deze cel staat een onzichtbaar teken dat niet bewaard kan worden. Typ de tekst opnieuw.",
            id="control sign",
        ),
        pytest.param(date(2025, 3, 5), EXCEL_DATUM, id="house number 3-5 that became a date"),
        pytest.param(time(3, 5), EXCEL_DATUM, id="time"),
        pytest.param(True, GEEN_TEKST, id="boolean"),
        pytest.param(float("nan"), GEEN_TEKST, id="not a number"),
    ],
)
def test_tekst_refuses(waarde, melding):
    with pytest.raises(velden.OngeldigeCel) as fout:
        velden.tekst(waarde, 60)

    assert str(fout.value) == melding


def test_tekst_takes_the_longest_name_of_the_brp():
    assert velden.tekst("a" * 200, MAXIMUM["achternaam"]) == "a" * 200


def test_verplichte_tekst_refuses_an_empty_cell():
    assert velden.verplichte_tekst(" . ", 10, "De achternaam") == "."
    with pytest.raises(velden.OngeldigeCel, match=r"^De achternaam ontbreekt\. Vul dit in\.$"):
        velden.verplichte_tekst("  ", 10, "De achternaam")


@pytest.mark.parametrize(
    ("waarde", "gelezen"),
    [
        ("4001 AB", "4001AB"),
        ("4001ab", "4001AB"),
        (" 4001  Ab ", "4001AB"),
        ("", ""),
        ("B-2000", "B-2000"),
        (4001.0, "4001"),
    ],
)
def test_postcode_is_written_in_one_way(waarde, gelezen):
    assert velden.postcode(waarde, 8) == gelezen


def test_postcode_refuses_what_does_not_fit():
    with pytest.raises(velden.OngeldigeCel, match=r"^Deze tekst is te lang: 9 tekens\. Er passen er 8\.$"):
        velden.postcode("B-2000 XYZ", 8)


@pytest.mark.parametrize(
    ("waarde", "gelezen"),
    [
        pytest.param("+31 6  94716756", "+31 6 94716756", id="as written"),
        pytest.param("612345678", "612345678", id="text is left alone"),
        pytest.param(612345678.0, "0612345678", id="number cell lost its zero"),
        pytest.param(31612345678.0, "31612345678", id="number cell with the country"),
    ],
)
def test_telefoon_gives_back_the_zero_that_a_number_lost(waarde, gelezen):
    assert velden.telefoon(waarde, 30) == gelezen


KEUZES = {"aangemeld": "aangemeld", "nieterkend": "niet erkend"}


@pytest.mark.parametrize("waarde", ["niet erkend", "Niet-erkend", " NIET  ERKEND "])
def test_keuze_reads_a_word_in_any_spelling(waarde):
    assert velden.keuze(waarde, KEUZES) == "niet erkend"


@pytest.mark.parametrize(
    ("waarde", "wat"),
    [
        (" ", "Deze cel is leeg."),
        *[(waarde, "Dit woord is niet bekend.") for waarde in ("gedupeerd", 3.0, True)],
    ],
)
def test_keuze_refuses_another_word_and_names_the_right_ones(waarde, wat):
    with pytest.raises(velden.OngeldigeCel) as fout:
        velden.keuze(waarde, KEUZES)

    assert str(fout.value) == f"{wat} Het moet een van deze zijn: 'aangemeld', 'niet erkend'."


@pytest.mark.parametrize(
    ("waarde", "gelezen"),
    [
        pytest.param("00-02-1995", BrpDatum(1995, 2), id="day unknown"),
        pytest.param("25-09-1922", BrpDatum(1922, 9, 25), id="full"),
        pytest.param(date(1995, 2, 14), BrpDatum(1995, 2, 14), id="date cell"),
        pytest.param(datetime(1995, 2, 14, 0, 0), BrpDatum(1995, 2, 14), id="moment cell"),
        pytest.param("04-04-1899", BrpDatum(1899, 4, 4), id="born before 1900, as in the list of January"),
        pytest.param(19950200.0, BrpDatum(1995, 2), id="number as the BRP writes"),
        pytest.param("11-03-2025", BrpDatum(2025, 3, 11), id="born today"),
        pytest.param("00-00-2025", BrpDatum(2025), id="born this year, day unknown"),
        pytest.param("", None, id="empty"),
        pytest.param("  ", None, id="blank"),
        pytest.param("00-00-0000", None, id="all unknown"),
        pytest.param("00000000", None, id="all unknown, as the BRP writes"),
    ],
)
def test_geboortedatum_reads(waarde, gelezen):
    assert velden.geboortedatum(waarde, ON) == gelezen


@pytest.mark.parametrize(
    ("waarde", "melding"),
    [
        pytest.param("30-02-1995", "Deze datum bestaat niet: maand 2 van 1995 heeft geen dag 30.", id="30 February"),
        pytest.param("12-03-2025", TOEKOMST, id="tomorrow"),
        pytest.param("00-04-2025", TOEKOMST, id="next month, day unknown"),
        pytest.param("15-03-1849", TE_OUD, id="before 1850"),
        pytest.param(date(1849, 3, 15), TE_OUD, id="before 1850, date cell"),
        pytest.param(34567.0, GEEN_DATUM, id="number of days of Excel"),
        pytest.param(True, GEEN_TEKST, id="boolean"),
        pytest.param(time(1, 2), EXCEL_DATUM, id="time"),
    ],
)
def test_geboortedatum_refuses(waarde, melding):
    with pytest.raises(velden.FOUTEN) as fout:
        velden.geboortedatum(waarde, ON)

    assert str(fout.value) == melding


@pytest.mark.parametrize(
    ("waarde", "gelezen"),
    [("11-03-2025", ON), (date(2025, 3, 11), ON), ("2025-03-11", ON), ("29-02-2024", date(2024, 2, 29))],
)
def test_datum_reads(waarde, gelezen):
    assert velden.datum(waarde, ON, "De statusdatum") == gelezen


@pytest.mark.parametrize(
    ("waarde", "melding"),
    [
        pytest.param("", "De statusdatum ontbreekt. Vul dit in.", id="empty"),
        pytest.param(" ", "De statusdatum ontbreekt. Vul dit in.", id="blank"),
        pytest.param("00-02-2025", "De statusdatum moet een volledige datum zijn, met dag en maand.", id="day unknown"),
        pytest.param("12-03-2025", TOEKOMST, id="tomorrow"),
        pytest.param("gisteren", GEEN_DATUM, id="word"),
    ],
)
def test_datum_refuses(waarde, melding):
    with pytest.raises(velden.FOUTEN) as fout:
        velden.datum(waarde, ON, "De statusdatum")

    assert str(fout.value) == melding


@pytest.mark.parametrize(("waarde", "jaar"), [("01-01-2000", 2000), ("11-03-2025", 2025)])
def test_begindatum_reads(waarde, jaar):
    assert velden.begindatum(waarde, ON, "De datum van de levering").year == jaar


@pytest.mark.parametrize(
    ("waarde", "melding"),
    [
        pytest.param(
            "31-12-1999",
            "De datum van de levering kan niet vóór 1 januari 2000 liggen. Controleer het jaar.",
            id="before the calendar",
        ),
        pytest.param("12-03-2025", TOEKOMST, id="tomorrow"),
        pytest.param("01-01-2101", TOEKOMST, id="after the calendar"),
    ],
)
def test_begindatum_refuses_a_day_outside_the_calendar(waarde, melding):
    with pytest.raises(velden.OngeldigeCel) as fout:
        velden.begindatum(waarde, ON, "De datum van de levering")

    assert str(fout.value) == melding


def test_onthouden_keeps_answers_to_texts_only(monkeypatch):
    monkeypatch.setattr(velden.Onthouden, "MEESTE", 2)
    gevraagd = []

    def lezer(waarde):
        gevraagd.append(waarde)
        if waarde == "fout":
            raise velden.OngeldigeCel("Dit is fout.")
        return f"gelezen {waarde}"

    lees = velden.Onthouden(lezer).__getitem__

    assert [lees(waarde) for waarde in ("a", "a", 1.0, True, "b", "b", "c", "c")] == [
        "gelezen a",
        "gelezen a",
        "gelezen 1.0",
        "gelezen True",
        "gelezen b",
        "gelezen b",
        "gelezen c",
        "gelezen c",
    ]
    for _ in range(2):
        with pytest.raises(velden.OngeldigeCel, match="Dit is fout"):
            lees("fout")
    assert gevraagd == ["a", 1.0, True, "b", "c", "c", "fout", "fout"]
