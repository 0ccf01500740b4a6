"""The XML inside an e-invoice: data only, that nothing runs. Pure; reads bytes only."""

from typing import Any
from xml.parsers import expat

MAX_XML = 10 * 1024 * 1024

# What a browser or a reader of XML would run, by the namespace of an element (the same with or without a prefix).
_UITVOERBAAR = frozenset(
    {
        "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/XSL/Transform",
        "http://schemas.microsoft.com/winfx/2006/xaml/presentation",
    }
)
_OPDRACHTEN = frozenset({"script", "html", "svg", "iframe"})
# UBL and CII put a whole file in the text of such an element: EmbeddedDocumentBinaryObject, AttachmentBinaryObject.
_BESTAND_IN_TEKST = "BinaryObject"


class GeenData(Exception):
    """Something that is no XML, or XML that may do more than tell what is in the invoice."""


def controleer_xml(inhoud: bytes) -> None:
    """Raise GeenData unless this is whole XML without a DTD, a stylesheet, mark-up that runs, or a file inside.

    A DTD is how XML grows without end or reads files of the machine; no invoice has one (EN 16931).
    """
    if len(inhoud) > MAX_XML:
        raise GeenData
    lezer = expat.ParserCreate(namespace_separator=" ")
    lezer.StartDoctypeDeclHandler = _weiger
    lezer.ProcessingInstructionHandler = _weiger
    lezer.StartElementHandler = _bekijk
    try:
        lezer.Parse(inhoud, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise GeenData from None


def _weiger(*_: Any) -> None:
    raise GeenData


def _bekijk(naam: str, _: Any) -> None:
    ruimte, _, lokaal = naam.rpartition(" ")
    if ruimte in _UITVOERBAAR or lokaal.lower() in _OPDRACHTEN or lokaal.endswith(_BESTAND_IN_TEKST):
        raise GeenData
