"""What a file really is, told from its content: the name of a file can say anything. Pure; reads bytes only.

An allow-list: what is not recognised is refused, so a new kind of trouble is refused too. `accept` of the file field,
the download and the message all read the same list.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from cases.bestandsinhoud import MAX_DIEPTE, BestandFout, Ruimte, is_email, is_outlookbericht, is_tekst, lees_zip
from cases.mailinhoud import Bijlage, is_mimedeel, lees_eml
from cases.outlookinhoud import lees_msg
from cases.pdfinhoud import controleer_pdf

__all__ = ["ACCEPT", "SOORTEN", "BestandFout", "Bestandstype", "herken", "mag_getoond"]

MB = 1024 * 1024


@dataclass(frozen=True)
class Bestandstype:
    """A kind of file that a dossier may hold. `toonbaar` kinds may be shown inside the browser."""

    naam: str
    extensie: str
    mime: str
    toonbaar: bool = False


PDF = Bestandstype("PDF", "pdf", "application/pdf", toonbaar=True)
JPG = Bestandstype("JPG", "jpg", "image/jpeg", toonbaar=True)
PNG = Bestandstype("PNG", "png", "image/png", toonbaar=True)
WEBP = Bestandstype("WEBP", "webp", "image/webp", toonbaar=True)
DOCX = Bestandstype("Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
XLSX = Bestandstype("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
ODT = Bestandstype("OpenDocument-tekst", "odt", "application/vnd.oasis.opendocument.text")
ODS = Bestandstype("OpenDocument-rekenblad", "ods", "application/vnd.oasis.opendocument.spreadsheet")
MSG = Bestandstype("Outlook-bericht", "msg", "application/vnd.ms-outlook")
EML = Bestandstype("e-mail", "eml", "message/rfc822")
TXT = Bestandstype("tekst", "txt", "text/plain")
SOORTEN = (PDF, JPG, PNG, WEBP, DOCX, XLSX, ODT, ODS, MSG, EML, TXT)
ACCEPT = ",".join(f".{soort.extensie}" for soort in SOORTEN) + ",.jpeg"

_ZIPSOORTEN = {soort.extensie: soort for soort in (DOCX, XLSX, ODT, ODS)}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAMMA = (
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"#!",
)
# A program is refused by its content; a script is plain text, so here its name is what gives it away.
_SCRIPTNAMEN = frozenset(
    (
        *(
            "bat",
            "cmd",
            "cpl",
            "exe",
            "hta",
            "jar",
            "lnk",
            "msi",
            "ps1",
            "reg",
            "scr",
            "sh",
            "url",
            "vb",
            "vbe",
            "vbs",
            "wsf",
        ),
        *("htm", "html", "js", "jse", "mjs", "php", "py", "svg", "svgz", "wsh", "xht", "xhtml"),
    )
)
_GEEN_PROGRAMMA = "Dit is een programma of script. Dat kan niet in een dossier. Bewaar wat u wilt vastleggen als PDF."
_ALS_PDF = "Bewaar de e-mail als PDF, en voeg alleen toe wat u nodig heeft."
_TE_DIEP = f"Dit is een e-mail in een e-mail, te diep om na te kijken. {_ALS_PDF}"
_IN_DEZE_MAIL = "In deze e-mail zit"
_WEL = "Kies een PDF, een foto (JPG, PNG of WEBP), een Word- of Excel-bestand, een e-mail of een tekstbestand."


def herken(inhoud: bytes, *, maximum_mb: int, naam: str = "") -> Bestandstype:
    """Give the kind of a file, or raise BestandFout, which says in plain Dutch what is wrong and what to do.

    `naam` never makes a file acceptable; it only refuses scripts, whose content is plain text.
    """
    if not inhoud:
        raise BestandFout("Dit bestand is leeg. Kies een ander bestand.")
    controleer_grootte(len(inhoud), maximum_mb=maximum_mb)
    ruimte = Ruimte(len(inhoud))
    soort = _herken(inhoud, naam, ruimte)
    if soort is None:
        raise BestandFout(f"Dit soort bestand kan niet in een dossier. {_WEL}")
    _controleer_bijlagen(soort, inhoud, ruimte, 1)
    return soort


def _herken(inhoud: bytes, naam: str, ruimte: Ruimte) -> Bestandstype | None:
    if is_scriptnaam(naam) or inhoud.startswith(_PROGRAMMA):
        raise BestandFout(_GEEN_PROGRAMMA)
    return _beeld_of_pdf(inhoud) or _samengesteld(inhoud, ruimte) or _geschreven(inhoud)


def is_scriptnaam(naam: str) -> bool:
    """Say whether Windows would run a file by its name; dots and spaces at the end are no part of it."""
    return PurePath(naam.rstrip(". \0")).suffix.lower().lstrip(".") in _SCRIPTNAMEN


def _controleer_bijlagen(soort: Bestandstype | None, inhoud: bytes, ruimte: Ruimte, diepte: int) -> None:
    """Look into a message: what a dossier may not hold by itself may not come in with an e-mail either."""
    if soort not in (EML, MSG):
        return
    if diepte > MAX_DIEPTE:
        raise BestandFout(_TE_DIEP)
    for bijlage in _bijlagen(soort, inhoud):
        try:
            _controleer_bijlage(bijlage, ruimte, diepte)
        except BestandFout as fout:
            raise BestandFout(_in_mail(bijlage, str(fout))) from None


def _bijlagen(soort: Bestandstype | None, inhoud: bytes) -> Iterable[Bijlage]:
    return lees_eml(inhoud) if soort == EML else lees_msg(inhoud)


def _controleer_bijlage(bijlage: Bijlage, ruimte: Ruimte, diepte: int) -> None:
    inhoud = bijlage.inhoud
    if any(is_scriptnaam(naam) for naam in bijlage.namen):
        raise BestandFout(_GEEN_PROGRAMMA)
    if not inhoud or _is_onschuldig(inhoud):
        return
    soort = EML if is_mimedeel(inhoud) else _herken(inhoud, "", ruimte)
    if soort is None:
        raise BestandFout(f"Dit soort bestand kan niet in een dossier. {_ALS_PDF}")
    _controleer_bijlagen(soort, inhoud, ruimte, diepte + 1)


def _is_onschuldig(inhoud: bytes) -> bool:
    """Say whether it is what mail programs add themselves: a picture in the text, an invitation, a signature."""
    begin = inhoud[:16].lstrip(b"\xef\xbb\xbf \r\n")
    return (
        begin.startswith((b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*", b"0\x82", b"0\x80"))
        or inhoud[4:8] == b"ftyp"
        or begin.upper().startswith((b"BEGIN:VCALENDAR", b"BEGIN:VCARD"))
    )


def _in_mail(bijlage: Bijlage, waarom: str) -> str:
    """Say of which attachment it is, once: that of a message inside a message says so already."""
    if waarom.startswith(_IN_DEZE_MAIL):
        return waarom
    naam = next((naam.strip() for naam in bijlage.namen if naam.strip()), "")
    wat = f"de bijlage '{naam[:60]}'" if naam else "een bijlage"
    return f"{_IN_DEZE_MAIL} {wat} die niet in een dossier kan. {waarom}"


def controleer_grootte(grootte: int, *, maximum_mb: int) -> None:
    """Refuse a file that is too large, before its content is read."""
    if grootte > maximum_mb * MB:
        raise BestandFout(
            f"Dit bestand is {_megabytes(grootte)} MB. Het mag hoogstens {maximum_mb} MB zijn."
            " Maak het kleiner, of verdeel het over meer bestanden."
        )


def mag_getoond(mime: str) -> bool:
    """Say whether a stored file may be shown inside the browser instead of saved."""
    return any(soort.mime == mime and soort.toonbaar for soort in SOORTEN)


def _megabytes(grootte: int) -> str:
    """Give a size with one decimal, rounded up: a file just over the limit is not "20 MB" of 20."""
    return f"{-(-grootte * 10 // MB) / 10:.1f}".replace(".", ",")


def _beeld_of_pdf(inhoud: bytes) -> Bestandstype | None:
    if inhoud.startswith(b"%PDF-"):
        if b"%%EOF" not in inhoud[-4096:]:
            raise BestandFout("Dit PDF-bestand is niet compleet. Maak of download het opnieuw.")
        controleer_pdf(inhoud)
        return PDF
    if inhoud.startswith(b"\x89PNG\r\n\x1a\n") and inhoud[12:16] == b"IHDR":
        return PNG
    if inhoud.startswith(b"\xff\xd8\xff"):
        return JPG
    if inhoud.startswith(b"RIFF") and inhoud[8:12] == b"WEBP":
        return WEBP
    if inhoud[4:8] == b"ftyp" and inhoud[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif"):
        raise BestandFout("Dit is een foto in een vorm die niet iedereen kan openen. Bewaar de foto als JPG of PDF.")
    return None


def _samengesteld(inhoud: bytes, ruimte: Ruimte) -> Bestandstype | None:
    """Recognise what is packed: the office formats are zips, the older ones and Outlook's messages are OLE."""
    if inhoud.startswith(b"PK"):
        return _ZIPSOORTEN[lees_zip(inhoud, ruimte)]
    if not inhoud.startswith(_OLE):
        return None
    if is_outlookbericht(inhoud):
        return MSG
    raise BestandFout(
        "Dit is een oud Word- of Excel-bestand, of er zit een wachtwoord op."
        " Bewaar het zonder wachtwoord als PDF, DOCX of XLSX."
    )


def _geschreven(inhoud: bytes) -> Bestandstype | None:
    if not is_tekst(inhoud):
        return None
    return EML if is_email(inhoud) else TXT
