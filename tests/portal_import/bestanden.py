"""Small portal files for the tests, made as bytes.

tests/data/portaal/ holds the real lists, and two files that cannot be made here: oud-excel.xls (Excel 97) and
met-wachtwoord.xlsx (encrypted; the password is 'welkom').
"""

import io
import zipfile
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook

from cases.brpdatum import BrpDatum
from portal_import.levering import LeveringRij
from portal_import.samenvoegen import Bekend

DATA = Path(__file__).parent.parent / "data" / "portaal"
LEVERING = DATA / "levering-bo-20250106.xlsx"
VERVOLG = DATA / "levering-bo-20250310.csv"

KOP = (
    "BSN", "Soort", "Voorletters", "Voorvoegsel", "Achternaam", "Geboortedatum", "Straat", "Huisnummer", "Huisletter",
    "Toevoeging", "Postcode", "Woonplaats", "Telefoon", "E-mail", "Status", "Statusdatum", "Datum levering",
)  # fmt: skip
BSN = "999990639"
BSN_2 = "999991723"
BSN_3 = "999993793"


def rij(**anders):
    """One good row as a list of cells; name a column (spaces and hyphens as _) to change it."""
    waarden = {
        "BSN": BSN, "Soort": "aanvrager", "Voorletters": "M.", "Voorvoegsel": "du", "Achternaam": "Burck",
        "Geboortedatum": "25-09-1962", "Straat": "Zeeruststraat", "Huisnummer": "132", "Huisletter": "",
        "Toevoeging": "", "Postcode": "2584BZ", "Woonplaats": "'s-Gravenhage", "Telefoon": "076 - 9187041",
        "E_mail": "burck@voorbeeld.example",
        "Status": "erkend", "Statusdatum": "14-01-2024", "Datum_levering": "06-01-2025",
    }  # fmt: skip
    assert anders.keys() <= waarden.keys()
    return list((waarden | anders).values())


def xlsx(*rijen, kop=KOP, bladen=None, verborgen=()):
    """An xlsx of one sheet with a header and rows, or of the sheets named in bladen."""
    werkmap = Workbook()
    werkmap.remove(werkmap.active)
    for naam, inhoud in (bladen or {"Levering": [list(kop), *rijen]}).items():
        blad = werkmap.create_sheet(naam)
        blad.sheet_state = "hidden" if naam in verborgen else "visible"
        for cellen in inhoud:
            blad.append(cellen)
    return _bytes(werkmap)


def xlsx_met_cel(plaats, waarde):
    """An xlsx with a header and one cell somewhere."""
    werkmap = Workbook()
    werkmap.active["A1"] = "BSN"
    werkmap.active[plaats] = waarde
    return _bytes(werkmap)


def csv(*rijen, kop=KOP, scheidingsteken=";", codering="cp1252"):
    """A CSV as the portal writes it: no quotes, and lines that end in CR LF."""
    regels = [scheidingsteken.join(str(cel) for cel in cellen) for cellen in (kop, *rijen)]
    return ("\r\n".join(regels) + "\r\n").encode(codering)


def herpakt(inhoud, **vervangen):
    """The same zip file with bytes replaced in the parts whose name ends in a keyword (dots as _)."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for deel in bron.infolist():
            tekst = bron.read(deel)
            for naam, (oud, nieuw) in vervangen.items():
                if deel.filename.replace(".", "_").endswith(naam):
                    assert oud in tekst
                    tekst = tekst.replace(oud, nieuw)
            doel.writestr(deel.filename, tekst)
    return uit.getvalue()


def gezipt(**delen):
    """A zip file of parts; in a name, __ is a slash and _ is a dot."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam.replace("__", "/").replace("_", "."), inhoud)
    return uit.getvalue()


def ods(*rijen, kop=KOP, lege_rijen=0, staart="", entiteit="", versleuteld=False):
    """A LibreOffice sheet; empty rows are one row with a count, and staart is XML put after the last row."""
    cellen = ["".join(_ods_cel(cel) for cel in rij) for rij in (kop, *rijen)]
    leeg = f'<table:table-row table:number-rows-repeated="{lege_rijen}"><table:table-cell/></table:table-row>'
    tabel = (
        "".join(f"<table:table-row>{rij}</table:table-row>" for rij in cellen) + (leeg if lege_rijen else "") + staart
    )
    ruimten = "".join(
        f" xmlns:{naam}={quoteattr('urn:oasis:names:tc:opendocument:xmlns:' + naam + ':1.0')}"
        for naam in ("office", "table", "text")
    )
    inhoud = (
        f"<?xml version='1.0' encoding='UTF-8'?>{entiteit}<office:document-content{ruimten}><office:body>"
        f'<office:spreadsheet><table:table table:name="Levering">{tabel}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    sleutel = "<manifest:encryption-data/>" if versleuteld else ""
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="content.xml">{sleutel}</manifest:file-entry></manifest:manifest>'
    )
    return gezipt(
        mimetype="application/vnd.oasis.opendocument.spreadsheet",
        content_xml=inhoud,
        **{"META-INF__manifest_xml": manifest},
    )


def _ods_cel(cel):
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(cel))}</text:p></table:table-cell>'


def _bytes(werkmap):
    uit = io.BytesIO()
    werkmap.save(uit)
    return uit.getvalue()


def bekend_als(rij, **anders):
    """What is known of the person on a row, once that row has been read."""
    velden = {veld: getattr(rij, veld) for veld in LeveringRij.__dataclass_fields__}
    del velden["rijnummer"], velden["bsn"]
    velden["uht_statusdatum"] = velden.pop("statusdatum")
    return Bekend(**({"dossier_id": 1, "nummer": "2025-00001"} | velden | anders))


def leveringrij(**anders):
    """The row of rij() as it is read."""
    waarden = {
        "rijnummer": 2, "bsn": BSN, "doelgroep": "aanvrager", "voorletters": "M.", "voorvoegsel": "du",
        "achternaam": "Burck", "geboortedatum": BrpDatum(1962, 9, 25), "straat": "Zeeruststraat", "huisnummer": "132",
        "huisletter": "", "toevoeging": "", "postcode": "2584BZ", "woonplaats": "'s-Gravenhage",
        "telefoon": "076 - 9187041", "email": "burck@voorbeeld.example", "uht_status": "erkend",
        "statusdatum": date(2024, 1, 14), "datum_levering": date(2025, 1, 6),
    }  # fmt: skip
    return LeveringRij(**(waarden | anders))
