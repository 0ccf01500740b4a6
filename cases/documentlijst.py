"""The documents of a dossier as their pages show them: the newest version, and the older ones under it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from cases.models import Document, Dossier, Identiteitscontrole


@dataclass(frozen=True, kw_only=True)
class Stuk:
    """A document in its newest version, with the versions before it, the latest first."""

    document: Document
    eerdere: tuple[Document, ...]


def met_versies(dossier: Dossier, nieuwste: Iterable[Document]) -> list[Stuk]:
    """Put the older versions under each document, in one query for all of them."""
    oud = {document.pk: document for document in _met_wie(dossier).filter(opvolger__isnull=False)}
    return [Stuk(document=document, eerdere=tuple(_eerdere(document, oud))) for document in nieuwste]


def versies(document: Document) -> list[Document]:
    """Give every version of a document, older and newer than this one, the newest first."""
    alle = {rij.pk: rij for rij in _met_wie(document.dossier)}
    opvolger = {rij.vervangt_id: rij for rij in alle.values() if rij.vervangt_id}
    nieuwste = alle[document.pk]
    while nieuwste.pk in opvolger:
        nieuwste = opvolger[nieuwste.pk]
    return [nieuwste, *_eerdere(nieuwste, alle)]


def identiteitscontroles(dossier: Dossier) -> list[Identiteitscontrole]:
    """Give every time that the identity was seen, also what was withdrawn, the latest on top."""
    return list(dossier.identiteitscontroles.select_related("door", "document", "ingetrokken_door"))


def geldende_controle(controles: Iterable[Identiteitscontrole]) -> Identiteitscontrole | None:
    """Give how the identity was seen last, of what was not withdrawn."""
    return next((controle for controle in controles if not controle.is_ingetrokken), None)


def _eerdere(document: Document, alle: Mapping[int, Document]) -> Iterable[Document]:
    while document.vervangt_id:
        document = alle[document.vervangt_id]
        yield document


def _met_wie(dossier: Dossier) -> QuerySet[Document]:
    return dossier.documenten.select_related("toegevoegd_door", "ingetrokken_door")
