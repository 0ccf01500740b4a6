from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal_import import bestand, lezen
from portal_import.lezen import lees
from portal_import.meldingen import BestandGeweigerd
from tests.portal_import.bestanden import KOP, LEVERING, VERVOLG, csv, gezipt, ods, rij, xlsx

GEEN_BLADEN = "Dit bestand heeft geen gevulde bladen. Haal de lijst opnieuw uit het gegevensportaal."
AANHALINGSTEKEN = (
    "Dit CSV-bestand is niet goed opgebouwd: ergens staat een aanhalingsteken te veel of te weinig. Open het in Excel "
    "en sla het op als .xlsx."
)


@pytest.mark.parametrize(
    ("pad", "blad", "aantal", "eerste", "laatste"),
    [
        pytest.param(LEVERING, "Levering", 276, (2, 999990639.0), (277, 999995996.0), id="xlsx"),
        pytest.param(VERVOLG, "", 125, (2, "999995984"), (126, "999995984"), id="csv in cp1252"),
    ],
)
def test_lees_reads_the_real_lists(pad, blad, aantal, eerste, laatste):
    tabel = lees(pad.read_bytes(), pad.name)

    rijen = list(tabel.rijen)
    assert (tabel.naam, tabel.blad, tabel.koprij, tabel.kolommen, tabel.overgeslagen) == (pad.name, blad, 1, KOP, "")
    assert len(rijen) == aantal
    assert [(nummer, cellen[0]) for nummer, cellen in (rijen[0], rijen[-1])] == [eerste, laatste]
    assert {(type(cellen), len(cellen)) for _, cellen in rijen} == {(tuple, 17)}
    assert list(tabel.rijen) == rijen


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param(csv(["1", "Eötvös"], kop=("BSN", "Naam")), id="windows code page"),
        pytest.param(csv(["1", "Eötvös"], kop=("BSN", "Naam"), codering="utf-8"), id="utf-8"),
        pytest.param(csv(["1", "Eötvös"], kop=("BSN", "Naam"), codering="utf-8-sig"), id="utf-8 with a mark"),
        pytest.param(csv(["1", "Eötvös"], kop=("BSN", "Naam"), codering="utf-16", scheidingsteken="\t"), id="utf-16"),
        pytest.param(csv(["1", "Eötvös"], kop=("BSN", "Naam"), scheidingsteken=","), id="comma"),
        pytest.param(csv(["1", "Eötvös"], kop=("BSN", "Naam"), scheidingsteken="\t"), id="tab"),
        pytest.param('"BSN";"Naam"\n"1";"Eötvös"'.encode(), id="quotes, no line end at the end"),
        pytest.param("BSN;Naam\r1;Eötvös\r".encode(), id="line ends of an old Mac"),
        pytest.param(xlsx(["1", "Eötvös"], kop=("BSN", "Naam")), id="xlsx"),
        pytest.param(
            xlsx(["1", "Eötvös"], kop=("  BSN ", "Naam\n", "", None)), id="spaces and empty cells in the header"
        ),
        pytest.param(ods(["1", "Eötvös"], kop=("BSN", "Naam")), id="ods"),
    ],
)
def test_lees_reads_every_form_the_same(inhoud):
    tabel = lees(inhoud, "lijst")

    assert (tabel.kolommen, list(tabel.rijen)) == (("BSN", "Naam"), [(2, ("1", "Eötvös"))])


def test_lees_numbers_rows_as_the_file_does_and_skips_empty_ones():
    inhoud = xlsx(bladen={"Levering": [[], [None, "BSN"], ["", "1"], [], [None, "  "], ["", "2"]]})

    tabel = lees(inhoud, "lijst.xlsx")

    assert (tabel.koprij, list(tabel.rijen)) == (2, [(3, ("1",)), (6, ("2",))])


def test_lees_numbers_csv_rows_past_empty_and_broken_lines():
    inhoud = b'sep=,\r\n\r\nBSN,Naam\r\n;\r\n1,"twee\r\nregels"\r\n\r\n,\r\n2,Vries,te veel\r\n'

    tabel = lees(inhoud, "lijst.csv")

    assert (tabel.koprij, tabel.kolommen) == (3, ("BSN", "Naam"))
    assert list(tabel.rijen) == [(4, (";", "")), (5, ("1", "twee\r\nregels")), (8, ("2", "Vries", "te veel"))]


def test_lees_drops_empty_cells_at_the_end_of_the_header():
    tabel = lees(b"BSN;Naam; ;\r\n1;Vries;;\r\n", "lijst.csv")

    assert (tabel.kolommen, list(tabel.rijen)) == (("BSN", "Naam"), [(2, ("1", "Vries", "", ""))])


def test_lees_gives_cells_with_their_types():
    moment = datetime(2025, 1, 6, 13, 30)

    tabel = lees(xlsx([9830, 1.5, True, date(1995, 2, 14), moment, None], kop="abcdef"), "lijst.xlsx")

    assert list(tabel.rijen) == [(2, (9830.0, 1.5, True, date(1995, 2, 14), moment, ""))]


def test_lees_takes_the_first_filled_visible_sheet_and_names_the_others():
    bladen = {
        "Leeg": [],
        "Verborgen": [["Oud"], ["1"]],
        "Levering": [["BSN"], ["2"]],
        "Uitleg": [["Tekst"]],
        "Nog": [["x"]],
    }

    tabel = lees(xlsx(bladen=bladen, verborgen=["Verborgen"]), "lijst.xlsx")

    assert (tabel.blad, list(tabel.rijen)) == ("Levering", [(2, ("2",))])
    assert tabel.overgeslagen == "'Uitleg' en 'Nog'"


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        pytest.param(b"", "Dit bestand is leeg. Haal de lijst opnieuw uit het gegevensportaal.", id="empty"),
        pytest.param(xlsx(bladen={"Leeg": []}), GEEN_BLADEN, id="empty sheet"),
        pytest.param(b'BSN;Naam\r\n1;"Vries\r\n2;Boer\r\n', AANHALINGSTEKEN, id="quote never closed"),
        pytest.param(b'BSN;Naam\r\n1;"Vries" de\r\n', AANHALINGSTEKEN, id="text after a quote"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", bestand.GEEN_SPREADSHEET, id="picture"),
        pytest.param(b"BSN;\x00\r\n1;2", bestand.GEEN_SPREADSHEET, id="control sign"),
        pytest.param(b"BSN;\x81\r\n1;2", bestand.GEEN_SPREADSHEET, id="no text in any code page"),
        pytest.param(b"\xff\xfe\x00", bestand.GEEN_SPREADSHEET, id="half a sign"),
        pytest.param(b"\xef\xbb\xbf \r\n", bestand.GEEN_SPREADSHEET, id="a mark and blanks"),
        pytest.param(gezipt(xl__workbook_xml="<workbook>"), bestand.BESCHADIGD, id="workbook without sheets"),
    ],
)
def test_lees_refuses(inhoud, melding):
    with pytest.raises(BestandGeweigerd) as fout:
        lees(inhoud, "lijst")

    assert str(fout.value) == melding


@pytest.mark.parametrize("maak", [csv, xlsx])
def test_lees_refuses_one_row_too_many(monkeypatch, maak):
    monkeypatch.setattr(lezen, "MAX_RIJEN", 3)

    assert len(list(lees(maak(rij(), rij()), "past").rijen)) == 2
    with pytest.raises(BestandGeweigerd, match=r"^Dit bestand heeft meer dan 3 rijen\. Verdeel de lijst"):
        lees(maak(rij(), rij(), rij()), "te lang")


class PanicException(BaseException):
    """Named as what the reader's language raises when it stops."""


@pytest.mark.parametrize(
    ("soort", "verwacht"), [(PanicException, BestandGeweigerd), (KeyboardInterrupt, KeyboardInterrupt)]
)
def test_lees_refuses_what_makes_the_reader_stop(monkeypatch, soort, verwacht):
    def stop(_):
        raise soort

    monkeypatch.setattr(lezen.CalamineWorkbook, "from_filelike", stop)

    with pytest.raises(verwacht):
        lees(xlsx(rij()), "lijst.xlsx")


def uitkomst(inhoud):
    try:
        tabel = lees(inhoud, "lijst")
    except BestandGeweigerd as fout:
        return "geweigerd" if fout.melding.endswith((".", "?")) else fout.melding
    list(tabel.rijen)
    return "gelezen"


BEGINNEN = [
    b"",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"%PDF-",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"BSN;Soort\r\n",
]


@given(st.sampled_from(BEGINNEN), st.binary(max_size=300))
def test_lees_never_raises_anything_but_geweigerd(begin, rest):
    assert uitkomst(begin + rest) in ("gelezen", "geweigerd")


@settings(max_examples=200)
@given(st.sampled_from([xlsx(rij()), ods(rij()), csv(rij())]), st.data())
def test_lees_never_raises_anything_but_geweigerd_on_damage(heel, data):
    plaatsen = st.integers(0, len(heel) - 1)
    kapot = bytearray(heel)
    for plaats, waarde in data.draw(st.lists(st.tuples(plaatsen, st.integers(0, 255)), min_size=1, max_size=20)):
        kapot[plaats] = waarde
    einde = data.draw(st.one_of(st.just(len(heel)), plaatsen))

    assert uitkomst(bytes(kapot[:einde])) in ("gelezen", "geweigerd")
