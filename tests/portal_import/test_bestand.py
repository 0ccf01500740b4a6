"""What is refused before it is opened, and what is too dangerous to open."""

import io
import zipfile

import pytest

from portal_import import bestand
from portal_import.archief import controleer_archief
from portal_import.bestand import Formaat, herken
from portal_import.meldingen import BestandGeweigerd
from tests.portal_import.bestanden import DATA, LEVERING, gezipt, herpakt, ods, rij, xlsx, xlsx_met_cel

LEEG = "Dit bestand is leeg. Haal de lijst opnieuw uit het gegevensportaal."
PDF = "Dit is een PDF. Haal de lijst als Excel-bestand (.xlsx) of CSV-bestand uit het portaal."
WEBPAGINA = "Dit is een webpagina of XML-bestand. Open het in Excel en sla het op als .xlsx."
XLSB = "Dit is een binair Excel-bestand (.xlsb). Open het in Excel en sla het op als .xlsx."


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        pytest.param(b"", LEEG, id="no bytes"),
        pytest.param(b" \r\n\t ", LEEG, id="blank"),
        pytest.param(b"%PDF-1.7\n...", PDF, id="pdf"),
        pytest.param(b"\n\n%PDF-1.4", PDF, id="pdf after blank lines"),
        pytest.param(b"<html><table><tr><td>BSN", WEBPAGINA, id="html named xls"),
        pytest.param(b"  <?xml version='1.0'?><Workbook/>", WEBPAGINA, id="xml spreadsheet of 2003"),
        pytest.param((DATA / "oud-excel.xls").read_bytes(), bestand.OUD_OFFICE, id="excel 97"),
        pytest.param((DATA / "met-wachtwoord.xlsx").read_bytes(), bestand.WACHTWOORD, id="xlsx with a password"),
        pytest.param(
            b"a" * (20 * 1024 * 1024 + 1),
            "Dit bestand is te groot: 20 MB. Het mag hoogstens 20 MB zijn. Verdeel de lijst over meer bestanden.",
            id="one byte over the limit",
        ),
    ],
)
def test_herken_refuses(inhoud, melding):
    with pytest.raises(BestandGeweigerd) as fout:
        herken(inhoud)

    assert fout.value.melding == str(fout.value) == melding


@pytest.mark.parametrize(
    ("inhoud", "formaat"),
    [
        pytest.param(LEVERING.read_bytes(), Formaat.WERKMAP, id="xlsx"),
        pytest.param(ods(rij()), Formaat.WERKMAP, id="ods"),
        pytest.param(b"BSN;Soort\r\n", Formaat.CSV, id="csv"),
        pytest.param(b"a" * (20 * 1024 * 1024), Formaat.CSV, id="at the limit"),
    ],
)
def test_herken_tells_the_format(inhoud, formaat):
    assert herken(inhoud) is formaat


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param(LEVERING.read_bytes(), id="real list"),
        pytest.param(xlsx_met_cel("AZ299999", "x"), id="last cell that may be filled"),
        pytest.param(ods(rij(), lege_rijen=1_048_000), id="ods with empty rows to the end"),
        pytest.param(
            herpakt(xlsx(rij()), sheet1_xml=(b"<sheetData>", b"<cols><col min='1' max='9'/></cols><sheetData>")),
            id="a col is no cell",
        ),
        pytest.param(
            herpakt(xlsx(["12:c van de lijst"]), app_xml=(b"</Properties>", b"<x>a:c en b</x></Properties>")),
            id="text with :c is no cell",
        ),
        pytest.param(gezipt(xl__workbook_xml="<a/>", big_xml="a" * 3_000_000), id="a long text without tags"),
        pytest.param(gezipt(xl__workbook_xml="<a/>", xl__media__logo_png=b"\x89PNG<c\x00"), id="a picture"),
    ],
)
def test_archief_lets_through(inhoud):
    assert controleer_archief(inhoud) is None


def met_vlag(inhoud):
    """Mark the first part of a zip file as encrypted, in its own header and in the list at the end."""
    bytes_ = bytearray(inhoud)
    bytes_[6] |= 1
    bytes_[bytes_.index(b"PK\x01\x02") + 8] |= 1
    return bytes(bytes_)


def met_gelogen_omvang():
    """A part of 2 MB that says it is 10 bytes."""
    goed = gezipt(xl__workbook_xml="a" * 2_000_000)
    return goed.replace((2_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))


def bom():
    """A small file that unpacks to more than 300 MB."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archief:
        archief.writestr("xl/workbook.xml", "<a/>")
        with archief.open("xl/sheet.xml", "w") as deel:
            for _ in range(301):
                deel.write(b"\0" * 1024 * 1024)
    return uit.getvalue()


ODS_CEL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        pytest.param(b"PK\x03\x04rest", bestand.BESCHADIGD, id="cut off"),
        pytest.param(LEVERING.read_bytes()[:-200], bestand.BESCHADIGD, id="end missing"),
        pytest.param(met_gelogen_omvang(), bestand.BESCHADIGD, id="lies about its size"),
        pytest.param(met_vlag(xlsx(rij())), bestand.WACHTWOORD, id="zip with a password"),
        pytest.param(bom(), bestand.TE_GROOT, id="zip bomb"),
        pytest.param(gezipt(**{f"deel{n}": "" for n in range(1001)}), bestand.TE_GROOT, id="too many parts"),
        pytest.param(gezipt(word__document_xml="<a/>"), bestand.GEEN_SPREADSHEET, id="word document"),
        pytest.param(gezipt(xl__workbook_bin="a"), XLSB, id="xlsb"),
        pytest.param(xlsx_met_cel("XFD1048576", "x"), bestand.TE_GROOT, id="cell in the far corner"),
        pytest.param(xlsx_met_cel("BA1", "x"), bestand.TE_GROOT, id="first column too many"),
        pytest.param(xlsx_met_cel("A300000", "x"), bestand.TE_GROOT, id="first row too many"),
        pytest.param(
            herpakt(xlsx(rij()), sheet1_xml=(b'<c r="A1" ', b"<c ")), bestand.ONGEWOON, id="cell without its place"
        ),
        pytest.param(
            herpakt(xlsx(rij()), sheet1_xml=(b'<c r="A1"', b"<c r='A1'")), bestand.ONGEWOON, id="other quotes"
        ),
        pytest.param(
            herpakt(xlsx(rij()), sheet1_xml=(b"</row>", b"<x:c/></row>")), bestand.ONGEWOON, id="cell with a prefix"
        ),
        pytest.param(
            gezipt(xl__workbook_xml="<a/>", blad_xml=f"<{'x' * 1_048_568}:sheetData><c/>"),
            bestand.ONGEWOON,
            id="cells in a tag that is cut in two",
        ),
        pytest.param(
            ods(rij(), staart=f'<table:table-row table:number-rows-repeated="300000">{ODS_CEL}</table:table-row>'),
            bestand.TE_GROOT,
            id="ods with filled rows repeated",
        ),
        pytest.param(
            ods(rij(), lege_rijen=299_998, staart=f"<table:table-row>{ODS_CEL}</table:table-row>"),
            bestand.TE_GROOT,
            id="ods with a row far down",
        ),
        pytest.param(
            ods(
                rij(),
                staart='<table:table-row><table:covered-table-cell table:number-columns-repeated="52"/>'
                f"{ODS_CEL}</table:table-row>",
            ),
            bestand.TE_GROOT,
            id="ods with a cell far right",
        ),
        pytest.param(ods(rij(), versleuteld=True), bestand.WACHTWOORD, id="ods with a password"),
        pytest.param(ods(rij(), staart="<open>"), bestand.BESCHADIGD, id="ods with broken xml"),
        pytest.param(
            ods(rij(), entiteit='<!DOCTYPE a [<!ENTITY lol "lol">]>'), bestand.BESCHADIGD, id="ods with an entity"
        ),
        pytest.param(
            ods(rij(), staart='<table:table-row table:number-rows-repeated="veel"/>'),
            bestand.BESCHADIGD,
            id="ods count no number",
        ),
    ],
)
def test_archief_refuses(inhoud, melding):
    with pytest.raises(BestandGeweigerd) as fout:
        controleer_archief(inhoud)

    assert str(fout.value) == melding
