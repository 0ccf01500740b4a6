"""What is inside a PDF: one that does something by itself, or carries another file, is refused.

The one file that may be inside is the XML of an e-invoice (Factur-X, ZUGFeRD): data that belongs to the PDF as a whole.
"""

from io import BytesIO
from typing import Any

import pikepdf

from cases.bestandsinhoud import BestandFout
from cases.xmlbijlage import GeenData, controleer_xml

MAX_OBJECTEN = 200_000
MAX_DELEN = 2_000_000
# What one packed part of a PDF may unpack to: a list of objects of a few MB, so far more than any real one.
MAX_UITGEPAKT = 100 * 1024 * 1024
MAX_INPAKKEN = 8
# Once, for the whole process: qpdf refuses what unpacks to more, or packs a part in a part in a part.
pikepdf.settings.set_qpdf_limits(flate_max_memory=MAX_UITGEPAKT, max_stream_filters=MAX_INPAKKEN)
# What is referred to may be shared by all that refers to it, so what is read at each of these is short.
MAX_NAAM = 1000

# PDF 32000-1 §12.6.4: refused wherever it stands. What waits for a click, as a link to a website does, is no trouble.
_ACTIES = frozenset(
    (
        *("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/Rendition", "/RichMediaExecute"),
        *("/Movie", "/Sound", "/GoTo3DView"),
    )
)
# What may start by itself when the PDF opens: it only chooses the page that is shown.
_STIL = frozenset({"/GoTo", "/Named"})
# PDF 32000-1 §12.6.3, tables 194-197: what starts an action under /AA of an annotation, a page, a field and the PDF.
_VANZELF = (
    *("/E", "/X", "/D", "/U", "/Fo", "/Bl", "/PO", "/PC", "/PV", "/PI"),
    *("/O", "/C", "/K", "/F", "/V", "/WC", "/WS", "/DS", "/WP", "/DP"),
)
# PDF 32000-2 §14.13: what an associated file is to the PDF; an encrypted payload is not among them.
_VERBANDEN = frozenset({"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"})
# One invoice has one; more is for whoever keeps the same in two forms.
MAX_BIJLAGEN = 4
# The same few files may be named in more places; each has one content for each system (PDF 32000-1 §7.11.3, table 44).
MAX_VERWIJZINGEN = 100
MAX_SYSTEMEN = 5
_SCRIPTSLEUTELS = ("/JS", "/JavaScript", "/XFA")

_SCRIPT = (
    "In deze PDF zit een script of een opdracht die vanzelf kan draaien. Open de PDF, kies Afdrukken en dan"
    " 'Opslaan als PDF'. Voeg dat nieuwe bestand toe."
)
_BIJLAGE = "In deze PDF zit een ander bestand. Haal dat eruit en voeg de bestanden los toe."
_WACHTWOORD = "Op dit bestand zit een wachtwoord. Bewaar het zonder wachtwoord."
_OPENEN = "Deze PDF kan niet worden gecontroleerd. Misschien is hij beschadigd. Maak of download de PDF opnieuw."


def controleer_pdf(inhoud: bytes) -> None:
    """Raise BestandFout for a PDF with a script, a self-starting action, a file that is no XML, or too much to look at.

    Every object is looked at, also those inside packed object streams, where a search in the bytes would find nothing.
    """
    try:
        with pikepdf.open(BytesIO(inhoud)) as pdf:
            objecten = list(pdf.objects)
            if len(objecten) > MAX_OBJECTEN or any(len(_naam(een)) > MAX_NAAM for een in objecten):
                raise BestandFout(_OPENEN)
            _controleer_begin(pdf.Root.get("/OpenAction"))
            if "/Collection" in pdf.Root:  # a portfolio: a PDF that is no more than a wrapping
                raise BestandFout(_BIJLAGE)
            _loop_door(objecten, _lees_bijlagen(pdf.Root.get("/AF")))
    except pikepdf.PasswordError:
        raise BestandFout(_WACHTWOORD) from None
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, RuntimeError, MemoryError) as fout:
        if isinstance(fout, BestandFout):
            raise
        raise BestandFout(_OPENEN) from None


def _controleer_begin(actie: Any) -> None:
    """Refuse what starts when the PDF opens, and all that follows on it, unless it only chooses the page shown first.

    What follows (/Next, PDF 32000-1 §12.6.2) is one action or a list, each with its own; a place to open on is neither.
    """
    nog, gezien, delen = [] if isinstance(actie, pikepdf.Array) else [actie], set(), 0
    while nog:
        actie = nog.pop()
        is_lijst = isinstance(actie, pikepdf.Array)
        if not (is_lijst or _is_woordenboek(actie)) or actie.objgen in gezien:
            continue
        if actie.is_indirect:  # it may come back, inside itself too
            gezien.add(actie.objgen)
        if is_lijst:
            delen += len(actie)
            if delen > MAX_DELEN:
                raise BestandFout(_OPENEN)
            nog.extend(actie)
        elif _naam(actie.get("/S")) not in _STIL:
            raise BestandFout(_SCRIPT)
        else:
            nog.append(actie.get("/Next"))


def _naam(deel: Any) -> str:
    """Give a name as text, and nothing for all else: what stands in its place may be huge."""
    return str(deel) if isinstance(deel, pikepdf.Name) else ""


def _is_woordenboek(deel: Any) -> bool:
    """A reader takes the dictionary of a stream for one too."""
    return isinstance(deel, (pikepdf.Dictionary, pikepdf.Stream))


def _start_vanzelf(acties: Any) -> bool:
    """Say whether this is an /AA with an action in it: other things may be called AA too, such as a font."""
    if not _is_woordenboek(acties):
        return False
    delen = [acties.get(begin) for begin in _VANZELF]
    return any(_is_woordenboek(deel) and "/S" in deel for deel in delen)


def _lees_bijlagen(bij: Any) -> frozenset[Any]:
    """Give the embedded files that belong to the PDF as a whole, and refuse one that is not XML by name and content."""
    if bij is None:
        return frozenset()
    if len(bij) > MAX_BIJLAGEN:
        raise BestandFout(_BIJLAGE)
    stromen = {stroom.objgen: stroom for deel in bij for stroom in _lees_bijlage(deel)}
    try:
        for stroom in stromen.values():
            controleer_xml(stroom.read_bytes())
    except GeenData:
        raise BestandFout(_BIJLAGE) from None
    return frozenset(stromen)


def _lees_bijlage(deel: Any) -> list[Any]:
    """Give the content of one associated file, once for each of its names.

    A reader saves it under its name, and what the name says is what then opens it: XML called .hta would run.
    """
    namen = [deel[sleutel] for sleutel in ("/F", "/UF") if sleutel in deel]
    if "/EF" in deel and len(deel["/EF"]) > MAX_SYSTEMEN:
        raise BestandFout(_BIJLAGE)
    stromen = [stroom for _, stroom in deel["/EF"].items()] if "/EF" in deel else []
    goed = (
        _naam(deel.get("/AFRelationship")) in _VERBANDEN
        and namen
        and all(_is_xmlnaam(naam) for naam in namen)
        and not any(sleutel in deel for sleutel in ("/FS", "/RF", "/EP"))
        and all(isinstance(stroom, pikepdf.Stream) and _is_leesbaar(stroom) for stroom in stromen)
    )
    if not goed:
        raise BestandFout(_BIJLAGE)
    return stromen


def _is_xmlnaam(naam: Any) -> bool:
    kort = isinstance(naam, pikepdf.String) and len(bytes(naam)) <= MAX_NAAM
    return kort and str(naam).lower().endswith(".xml")


def _is_leesbaar(stroom: Any) -> bool:
    """Say whether what is packed is in the PDF itself, and in the one way whose size is bounded."""
    manier = stroom.get("/Filter")
    if isinstance(manier, pikepdf.Array) and len(manier) > MAX_INPAKKEN:
        return False
    manieren = list(manier) if isinstance(manier, pikepdf.Array) else [manier]
    return "/F" not in stroom and all(een is None or _naam(een) == "/FlateDecode" for een in manieren)


def _loop_door(nog: list[Any], bijlagen: frozenset[Any]) -> None:
    """Look at every object and at what is nested in it; what is referred to is in the list by itself."""
    gezien = verwijzingen = 0
    while nog:
        deel = nog.pop()
        gezien += 1
        if gezien > MAX_DELEN:
            raise BestandFout(_OPENEN)
        if isinstance(deel, pikepdf.Array):
            nog.extend(kind for kind in deel if _is_genest(kind))
        elif _is_woordenboek(deel):
            verwijzingen += "/EF" in deel
            if verwijzingen > MAX_VERWIJZINGEN:
                raise BestandFout(_BIJLAGE)
            _controleer(deel, bijlagen)
            nog.extend(kind for _, kind in deel.items() if _is_genest(kind))


def _is_genest(deel: Any) -> bool:
    return isinstance(deel, (pikepdf.Array, pikepdf.Dictionary)) and not deel.is_indirect


def _controleer(deel: Any, bijlagen: frozenset[Any]) -> None:
    if any(sleutel in deel for sleutel in _SCRIPTSLEUTELS) or _naam(deel.get("/S")) in _ACTIES:
        raise BestandFout(_SCRIPT)
    if _start_vanzelf(deel.get("/AA")):
        raise BestandFout(_SCRIPT)
    if _naam(deel.get("/Type")) == "/EmbeddedFile" and deel.objgen not in bijlagen:
        raise BestandFout(_BIJLAGE)
    if "/EF" in deel:
        _lees_bijlage(deel)
        if any(stroom.objgen not in bijlagen for _, stroom in deel["/EF"].items()):
            raise BestandFout(_BIJLAGE)
    if _naam(deel.get("/Subtype")) in ("/RichMedia", "/3D", "/Movie"):
        raise BestandFout(_SCRIPT)
