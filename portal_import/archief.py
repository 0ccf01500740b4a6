"""Look into a zipped spreadsheet before it is opened.

The reader keeps a sheet as one block from the first to the last filled cell. One cell far away, or a small file that
unpacks to gigabytes, would take all memory and end the process; so both are found here first.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from portal_import import bestand
from portal_import.meldingen import BestandGeweigerd

MAX_UITGEPAKT = 300 * 1024 * 1024
MAX_DELEN = 1000
# The last column that may hold something is AZ; the last row has five digits or is 100000-299999.
MAX_KOLOM = 52
MAX_RIJ = 299_999

_STUK = 1024 * 1024
# The reader takes cells from this alone. A part without it may hold any bytes, as a picture does.
_CELLEN = b"sheetData"
# A cell (<c>) that does not start with a reference within those bounds; <col> and the chart prefix <c: are no cells.
_VREEMDE_CEL = re.compile(rb'<c(?! r="A?[A-Z][12]?\d{1,5}"|[a-zA-Z:])( r=")?')
_CEL_MET_PREFIX = re.compile(rb"<[\w.-]+:c[\s/>]")
_MANIFEST = "META-INF/manifest.xml"
_ODS_CEL = {"table:table-cell", "table:covered-table-cell"}
_ZIPFOUTEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def controleer_archief(inhoud: bytes) -> None:
    """Raise BestandGeweigerd unless this is a whole xlsx or ods of a size that is safe to open."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            _controleer_delen(archief)
    except _ZIPFOUTEN as fout:
        raise BestandGeweigerd(bestand.BESCHADIGD) from fout


def _controleer_delen(archief: zipfile.ZipFile) -> None:
    delen = archief.infolist()
    namen = {deel.filename for deel in delen}
    if any(deel.flag_bits & 1 for deel in delen):
        raise BestandGeweigerd(bestand.WACHTWOORD)
    if len(delen) > MAX_DELEN or sum(deel.file_size for deel in delen) > MAX_UITGEPAKT:
        raise BestandGeweigerd(bestand.TE_GROOT)
    if "xl/workbook.xml" in namen:
        for deel in delen:
            _controleer_xlsx_deel(archief, deel)
    elif "content.xml" in namen:
        if _MANIFEST in namen and b"encryption-data" in archief.read(_MANIFEST):
            raise BestandGeweigerd(bestand.WACHTWOORD)
        _controleer_ods(archief)
    elif "xl/workbook.bin" in namen:
        raise BestandGeweigerd("Dit is een binair Excel-bestand (.xlsb). Open het in Excel en sla het op als .xlsx.")
    else:
        raise BestandGeweigerd(bestand.GEEN_SPREADSHEET)


def _controleer_xlsx_deel(archief: zipfile.ZipFile, deel: zipfile.ZipInfo) -> None:
    """Read a part to its end, which checks its stated size and checksum, and look for a cell that is too far away."""
    heeft_cellen = False
    for stuk in _stukken(archief, deel):
        heeft_cellen = heeft_cellen or _CELLEN in stuk
        if not heeft_cellen:
            continue
        vreemd = _VREEMDE_CEL.search(stuk)
        if vreemd and vreemd[1]:
            raise BestandGeweigerd(bestand.TE_GROOT)
        if vreemd or (b":c" in stuk and _CEL_MET_PREFIX.search(stuk)):
            raise BestandGeweigerd(bestand.ONGEWOON)


def _stukken(archief: zipfile.ZipFile, deel: zipfile.ZipInfo) -> Iterator[bytes]:
    """Give a part in pieces that each end just before a tag, so that no tag is cut in two.

    One that is longer than a piece is cut all the same; the end of that piece comes back in the next.
    """
    rest = b""
    with archief.open(deel) as stroom:
        while stuk := stroom.read(_STUK):
            stuk = rest + stuk
            einde = max(stuk.rfind(b"<"), 0)
            if len(stuk) - einde >= _STUK:
                einde = len(stuk) - len(_CELLEN)
            yield stuk[:einde]
            rest = stuk[einde:]
    yield rest


def _controleer_ods(archief: zipfile.ZipFile) -> None:
    """Follow the repeat counts of an ods: a few bytes can stand for a million rows."""
    omvang = _OdsOmvang()
    lezer = expat.ParserCreate("utf-8")
    lezer.StartElementHandler = omvang.begin
    lezer.EntityDeclHandler = _weiger_entiteit
    try:
        with archief.open("content.xml") as stroom:
            while stuk := stroom.read(_STUK):
                lezer.Parse(stuk)
        lezer.Parse(b"", True)
    except expat.ExpatError as fout:
        raise BestandGeweigerd(bestand.BESCHADIGD) from fout


def _weiger_entiteit(*_: object) -> None:
    raise BestandGeweigerd(bestand.BESCHADIGD)


class _OdsOmvang:
    """Counts where the filled cells of the current table are."""

    def __init__(self) -> None:
        self.rij = self.volgende_rij = self.kolom = 0

    def begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        if naam == "table:table":
            self.rij = self.volgende_rij = 0
        elif naam == "table:table-row":
            self.rij = self.volgende_rij
            self.volgende_rij += int(kenmerken.get("table:number-rows-repeated", 1))
            self.kolom = 0
        elif naam in _ODS_CEL:
            self.kolom += int(kenmerken.get("table:number-columns-repeated", 1))
            if any(kenmerk.startswith("office:") for kenmerk in kenmerken):
                self._controleer()

    def _controleer(self) -> None:
        if self.kolom > MAX_KOLOM or self.volgende_rij > MAX_RIJ:
            raise BestandGeweigerd(bestand.TE_GROOT)
