"""What hangs on an e-mail: the parts of a stored message (eml). Raises BestandFout for what can't be read safely."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from cases.bestandsinhoud import BestandFout

# Deeper or with more parts than any real message; each costs time to read.
MAX_LAGEN = 30
MAX_ONDERDELEN = 1_000
# What people read in the message itself. With a name it is an attachment.
_TEKST_ZELF = frozenset({"text/plain", "text/html", "text/calendar", "text/enriched", "text/rfc822-headers"})
# How a mail program names a script that came without a name.
_SCRIPTSOORTEN = {
    "javascript": "js", "x-javascript": "js", "ecmascript": "js", "vbscript": "vbs", "hta": "hta", "x-sh": "sh",
    "xhtml+xml": "xhtml", "svg+xml": "svg", "x-python": "py", "x-php": "php", "x-msdownload": "exe",
}  # fmt: skip
# A signed message of Outlook holds its parts as such text, without sender or date.
_DEEL = re.compile(rb"\s*(mime-version|content-type)[ \t]*:", re.IGNORECASE)

_TE_DIEP = "Deze e-mail heeft te veel delen om na te kijken. Bewaar de e-mail als PDF."
ONLEESBAAR = "Deze e-mail kan niet worden nagekeken. Misschien is het bestand beschadigd. Bewaar de e-mail als PDF."


@dataclass(frozen=True, slots=True)
class Bijlage:
    """What hangs on a message. Of several names that a mail program could choose from each one counts."""

    namen: tuple[str, ...]
    inhoud: bytes


def is_mimedeel(inhoud: bytes) -> bool:
    return bool(_DEEL.match(inhoud[:200]))


def lees_eml(inhoud: bytes) -> Iterator[Bijlage]:
    """Give every part of a message but the text that is read in it, also those of messages inside it."""
    try:
        bericht = message_from_bytes(inhoud)
        onderdelen = list(_onderdelen(bericht, 0))
    except BestandFout:
        raise
    except (RecursionError, ValueError, LookupError):
        raise BestandFout(ONLEESBAAR) from None
    if len(onderdelen) > MAX_ONDERDELEN:
        raise BestandFout(_TE_DIEP)
    for deel in onderdelen:
        namen = _namen(deel)
        if namen or deel.get_content_type() not in _TEKST_ZELF:
            yield Bijlage(namen, _uitgepakt(deel))


def _onderdelen(bericht: Message, laag: int) -> Iterator[Message]:
    if laag > MAX_LAGEN:
        raise BestandFout(_TE_DIEP)
    if not bericht.is_multipart():
        yield bericht
        return
    for deel in bericht.get_payload():
        if isinstance(deel, Message):
            yield from _onderdelen(deel, laag + 1)


def _uitgepakt(deel: Message) -> bytes:
    try:
        inhoud = deel.get_payload(decode=True)
    except (ValueError, LookupError):
        raise BestandFout(ONLEESBAAR) from None
    return inhoud if isinstance(inhoud, bytes) else b""


def _namen(deel: Message) -> tuple[str, ...]:
    """Give the name in either header, and for a script without one the name that its kind would give it."""
    gevonden = [deel.get_param("filename", header="content-disposition"), deel.get_param("name")]
    namen = [_leesbaar(naam) for naam in gevonden if naam]
    script = _SCRIPTSOORTEN.get(deel.get_content_subtype())
    return tuple(namen or ([f"bijlage.{script}"] if script else []))


def _leesbaar(naam: str | tuple[str | None, str | None, str]) -> str:
    """Read a name as the mail program shows it, in whichever of the two ways it was written down."""
    if isinstance(naam, tuple):
        return naam[2]
    try:
        return str(make_header(decode_header(naam)))
    except (HeaderParseError, ValueError, LookupError):
        return naam
