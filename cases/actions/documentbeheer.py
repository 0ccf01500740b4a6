"""Change what is written about a document, or withdraw it. A file itself never changes and is never thrown away."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log
from cases.actions.verbeteren import labels, open_rij, trek_in, vul
from cases.models import Document
from cases.registratie import documentgebruik
from config.weergave import datum as datumtekst


@transaction.atomic
def document_wijzigen(
    *, document: Document, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime, on: date
) -> Document:
    """Correct the kind, subject, day or what it proves. No difference writes nothing.

    Raises ActieFout for a withdrawn document, or a day in the future.
    """
    dossier, document = open_rij(document, "Een document wijzigen")
    if not vul(document, wijzigingen):
        return document
    if document.datum > on:
        raise ActieFout(f"De datum van het document kan niet na vandaag liggen ({datumtekst(on)}).")
    bewaar(document, by=by, velden=list(wijzigingen), reden=reden)
    tekst = f"Document gewijzigd: {document.onderwerp} ({labels(document, wijzigingen)})."
    log(dossier, "document_gewijzigd", tekst, by=by, at=at, reden=reden, document=document.pk)
    return document


@transaction.atomic
def document_intrekken(
    *, document: Document, reden: str, ondanks_gebruik: bool = False, by: User, at: datetime
) -> Document:
    """Withdraw a document that does not belong here; the file stays, struck through and with the reason.

    Something may lean on it (cases.registratie.documentgebruik): then it must be said that this was seen.
    """
    dossier, document = open_rij(document, "Een document intrekken")
    gebruik = documentgebruik(document)
    if gebruik and not ondanks_gebruik:
        raise ActieFout(f"Dit document hoort bij {' en '.join(gebruik)}. Bevestig dat u het toch intrekt.")
    trek_in(document, reden, by=by, at=at)
    tekst = f"Document ingetrokken: {document.get_soort_display().lower()}, {document.onderwerp}."
    log(dossier, "document_ingetrokken", tekst, by=by, at=at, reden=reden, document=document.pk)
    return document
