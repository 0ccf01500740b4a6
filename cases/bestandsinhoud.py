"""What is inside a packed or written file: office documents, messages, text. Raises BestandFout for what is refused."""

import re
import zipfile
import zlib
from email.parser import BytesHeaderParser
from io import BytesIO

MAX_DELEN = 5_000
# A document of 20 MB unpacks to far less than this; a zip bomb to far more.
MAX_UITGEPAKT = 400 * 1024 * 1024
MAX_LIJST = 2 * 1024 * 1024
# Below this size a document may be packed as tightly as it likes; above it, no tighter than any real text or sheet is.
KLEIN_UITGEPAKT = 50 * 1024 * 1024
MAX_VERHOUDING = 200
# An Excel sheet inside a Word document is real; a zip in a zip in a zip in a zip is not.
MAX_DIEPTE = 3

_BEGIN = 64 * 1024
_OPENDOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_OOXML = {
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
}
_HOOFDDEEL = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_MACRODEEL = re.compile(r"vbaproject|vbadata|/activex/|(^|/)macrosheets/|^basic/|^scripts/", re.IGNORECASE)
# Mark-up that a browser would run: an html or svg element, or a script, anywhere; or a document that opens as mark-up.
_OPMAAK = re.compile(rb"<\s*(script|html|svg|iframe|object|embed|!doctype|\?xml|\?php)", re.IGNORECASE)
_STUURTEKENS = bytes(n for n in range(32) if n not in (9, 10, 12, 13))
_MSG_CLSID = bytes.fromhex("0b0d020000000000c000000000000046")
_KOPREGEL = re.compile(rb"[!-9;-~]{1,60}:[ \t]?")

_MACRO = "In dit bestand zitten macro's: opdrachten die vanzelf kunnen draaien. Bewaar het zonder macro's, of als PDF."
_OPENEN = "Dit bestand kan niet worden geopend. Misschien is het beschadigd. Bewaar het opnieuw, of als PDF."
_TE_GROOT = "Dit bestand wordt bij het uitpakken te groot. Bewaar het als PDF."
_INGEPAKT_PROGRAMMA = "In dit bestand zit een programma. Dat kan niet in een dossier. Bewaar het als PDF."


class BestandFout(ValueError):
    """A file that is refused; the text is plain Dutch: what is wrong and what to do."""


def lees_zip(inhoud: bytes, ruimte: "Ruimte | None" = None) -> str:
    """Give the extension of the office document that a zip is. `ruimte` is given when it is one file among several.

    All parts are unpacked in small pieces and thrown away, as the sizes that a zip states may be a lie.
    """
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as archief:
            delen = archief.infolist()
            _controleer_delen(delen)
            soort = _opendocument(archief, delen) or _ooxml(archief, delen)
        if soort is not None:
            _pak_uit(inhoud, ruimte or Ruimte(len(inhoud)))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError):
        raise BestandFout(_OPENEN) from None
    if soort is None:
        raise BestandFout("Dit is een ingepakt bestand (zip). Pak het uit en voeg de bestanden los toe.")
    return soort


def _controleer_delen(delen: list[zipfile.ZipInfo]) -> None:
    if len(delen) > MAX_DELEN or sum(deel.file_size for deel in delen) > MAX_UITGEPAKT:
        raise BestandFout(_TE_GROOT)
    if any(deel.flag_bits & 1 for deel in delen):
        raise BestandFout("Op dit bestand zit een wachtwoord. Bewaar het zonder wachtwoord.")
    if any(_MACRODEEL.search(deel.filename) for deel in delen):
        raise BestandFout(_MACRO)


class Ruimte:
    """How much a file may still unpack to, counted over all its parts and over the zips inside it."""

    def __init__(self, grootte: int) -> None:
        self.tot = min(MAX_UITGEPAKT, max(KLEIN_UITGEPAKT, grootte * MAX_VERHOUDING))

    def gebruik(self, aantal: int) -> None:
        self.tot -= aantal
        if self.tot < 0:
            raise BestandFout(_TE_GROOT)


def _pak_uit(inhoud: bytes, ruimte: Ruimte, diepte: int = 1) -> None:
    """Unpack every part, and every zip in it, until it is done or the room is used up."""
    if diepte > MAX_DIEPTE:
        raise BestandFout(_TE_GROOT)
    with zipfile.ZipFile(BytesIO(inhoud)) as archief:
        delen = archief.infolist()
        _controleer_delen(delen)
        for deel in delen:
            with archief.open(deel) as bron:
                begin = bron.read(4)
                ruimte.gebruik(len(begin))
                if begin.startswith((b"MZ", b"\x7fELF")):
                    raise BestandFout(_INGEPAKT_PROGRAMMA)
                binnen = bytearray(begin) if begin == b"PK\x03\x04" else None
                while stuk := bron.read(_BEGIN):
                    ruimte.gebruik(len(stuk))
                    if binnen is not None:
                        binnen += stuk
            if binnen is not None:
                _pak_uit(bytes(binnen), ruimte, diepte + 1)


def _opendocument(archief: zipfile.ZipFile, delen: list[zipfile.ZipInfo]) -> str | None:
    if not delen or delen[0].filename != "mimetype":
        return None
    return _OPENDOCUMENT.get(_lees_deel(archief, "mimetype").strip())


def _ooxml(archief: zipfile.ZipFile, delen: list[zipfile.ZipInfo]) -> str | None:
    namen = {deel.filename for deel in delen}
    if "[Content_Types].xml" not in namen:
        return None
    soorten = _lees_deel(archief, "[Content_Types].xml")
    if b"macroEnabled" in soorten:
        raise BestandFout(_MACRO)
    return next((ext for mime, ext in _OOXML.items() if mime in soorten and _HOOFDDEEL[ext] in namen), None)


def _lees_deel(archief: zipfile.ZipFile, naam: str) -> bytes:
    """Read one small part, never more than MAX_LIJST however large it says or turns out to be."""
    with archief.open(naam) as deel:
        return deel.read(MAX_LIJST)


def is_outlookbericht(inhoud: bytes) -> bool:
    """Say whether an OLE file is a message of Outlook: by the class of its root, or lacking that by its own stream."""
    if "_VBA_PROJECT".encode("utf-16-le") in inhoud:
        raise BestandFout(_MACRO)
    klasse = _ole_klasse(inhoud)
    if klasse == bytes(16):
        return "__properties_version1.0".encode("utf-16-le") in inhoud
    return klasse == _MSG_CLSID


def _ole_klasse(inhoud: bytes) -> bytes:
    """Give the class id of the root storage: bytes 80 to 96 of the first directory entry ([MS-CFB] 2.6.1)."""
    sector = 1 << min(int.from_bytes(inhoud[30:32], "little"), 16)
    map_ = (int.from_bytes(inhoud[48:52], "little") + 1) * sector
    return inhoud[map_ + 80 : map_ + 96]


def is_tekst(inhoud: bytes) -> bool:
    """Say whether this is plain text; mark-up that a browser would run is refused."""
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            inhoud = inhoud.decode("utf-16").encode()
        except UnicodeDecodeError:
            return False
    if inhoud.translate(None, _STUURTEKENS) != inhoud:
        return False
    begin = inhoud.removeprefix(b"\xef\xbb\xbf").lstrip()[:_BEGIN]
    if begin.startswith(b"{\\rtf"):
        raise BestandFout("Dit is een RTF-bestand. Bewaar het als PDF of DOCX.")
    if not is_email(inhoud) and (begin.startswith(b"<") or _OPMAAK.search(inhoud)):
        raise BestandFout("Dit is een webpagina of opgemaakt bestand (HTML, SVG of XML). Bewaar het als PDF.")
    return bool(begin)


def is_email(inhoud: bytes) -> bool:
    """Say whether text is a stored e-mail: it starts with a header, and has a sender and a date."""
    begin = inhoud.removeprefix(b"\xef\xbb\xbf")[:_BEGIN]
    if not _KOPREGEL.match(begin):
        return False
    kop = BytesHeaderParser().parsebytes(begin)
    return bool(kop["From"]) and any(kop[naam] for naam in ("Date", "Received", "Message-ID"))
