"""What is inside a PDF: one that does something by itself, or carries another file, is refused."""

from io import BytesIO
from typing import Any

import pikepdf

from cases.bestandsinhoud import BestandFout

MAX_OBJECTEN = 200_000
MAX_DELEN = 2_000_000
# What one packed part of a PDF may unpack to: a list of objects of a few MB, so far more than any real one.
MAX_UITGEPAKT = 100 * 1024 * 1024
# Once, for the whole process: qpdf refuses what unpacks to more, or packs a part in a part in a part.
pikepdf.settings.set_qpdf_limits(flate_max_memory=MAX_UITGEPAKT, max_stream_filters=8)

# PDF 32000-1 §12.6.4. A link to a page or a website (GoTo, URI, Named) waits for a click and is no trouble.
_ACTIES = frozenset(
    (
        *("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/Rendition", "/RichMediaExecute"),
        *("/Movie", "/Sound", "/GoTo3DView"),
    )
)
_STIL = frozenset({"/GoTo", "/Named"})
_SCRIPTSLEUTELS = ("/JS", "/JavaScript", "/XFA")

_SCRIPT = (
    "In deze PDF zit een script of een opdracht die vanzelf kan draaien. Open de PDF, kies Afdrukken en dan"
    " 'Opslaan als PDF'. Voeg dat nieuwe bestand toe."
)
_BIJLAGE = "In deze PDF zit een ander bestand. Haal dat eruit en voeg de bestanden los toe."
_WACHTWOORD = "Op dit bestand zit een wachtwoord. Bewaar het zonder wachtwoord."
_OPENEN = "Deze PDF kan niet worden gecontroleerd. Misschien is hij beschadigd. Maak of download de PDF opnieuw."


def controleer_pdf(inhoud: bytes) -> None:
    """Raise BestandFout for a PDF with a script, a self-starting action, another file inside, or too much to look at.

    Every object is looked at, also those inside packed object streams, where a search in the bytes would find nothing.
    """
    try:
        with pikepdf.open(BytesIO(inhoud)) as pdf:
            if len(pdf.objects) > MAX_OBJECTEN:
                raise BestandFout(_OPENEN)
            _controleer_begin(pdf.Root.get("/OpenAction"))
            _loop_door(list(pdf.objects))
    except pikepdf.PasswordError:
        raise BestandFout(_WACHTWOORD) from None
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, RuntimeError, MemoryError) as fout:
        if isinstance(fout, BestandFout):
            raise
        raise BestandFout(_OPENEN) from None


def _controleer_begin(actie: Any) -> None:
    """Refuse what starts when the PDF opens, unless it only chooses the page that is shown first."""
    if isinstance(actie, pikepdf.Dictionary) and str(actie.get("/S")) not in _STIL:
        raise BestandFout(_SCRIPT)


def _loop_door(nog: list[Any]) -> None:
    """Look at every object and at what is nested in it; what is referred to is in the list by itself."""
    gezien = 0
    while nog:
        deel = nog.pop()
        gezien += 1
        if gezien > MAX_DELEN:
            raise BestandFout(_OPENEN)
        if isinstance(deel, pikepdf.Array):
            nog.extend(kind for kind in deel if _is_genest(kind))
        elif isinstance(deel, (pikepdf.Dictionary, pikepdf.Stream)):
            _controleer(deel)
            nog.extend(kind for _, kind in deel.items() if _is_genest(kind))


def _is_genest(deel: Any) -> bool:
    return isinstance(deel, (pikepdf.Array, pikepdf.Dictionary)) and not deel.is_indirect


def _controleer(deel: Any) -> None:
    if any(sleutel in deel for sleutel in _SCRIPTSLEUTELS) or str(deel.get("/S")) in _ACTIES:
        raise BestandFout(_SCRIPT)
    if "/EmbeddedFiles" in deel or "/EF" in deel or str(deel.get("/Type")) == "/EmbeddedFile":
        raise BestandFout(_BIJLAGE)
    if str(deel.get("/Subtype")) in ("/RichMedia", "/3D", "/Movie"):
        raise BestandFout(_SCRIPT)
