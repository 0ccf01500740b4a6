"""Change what is written about a document, or withdraw it. A file itself never changes and is never thrown away."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log
from cases.actions.uitstelrijen import volg_rijen
from cases.actions.verbeteren import labels, open_rij, trek_in, vul
from cases.models import Document, Dossier, Termijn
from cases.registratie import documentgebruik
from cases.termijnstatus import NIET_KLAAR
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

    Something may lean on it (cases.registratie.documentgebruik): then it must be said that this was seen. A bericht
    that named a later day counts no more, and its clock follows.
    """
    dossier, document = open_rij(document, "Een document intrekken")
    gebruik = documentgebruik(document)
    if gebruik and not ondanks_gebruik:
        raise ActieFout(f"Dit document hoort bij {' en '.join(gebruik)}. Bevestig dat u het toch intrekt.")
    trek_in(document, reden, by=by, at=at)
    tekst = f"Document ingetrokken: {document.get_soort_display().lower()}, {document.onderwerp}."
    tekst += _volg_bericht(dossier, document, localdate(at))
    log(dossier, "document_ingetrokken", tekst, by=by, at=at, reden=reden, document=document.pk)
    return document


def _volg_bericht(dossier: Dossier, document: Document, on: date) -> str:
    """Put back the last day that the letter had put off (Awb art. 4:14 lid 3); tells so after another sentence."""
    verzet = Termijn.objects.select_for_update(of=("self",)).filter(
        berichten__document=document, berichten__verzet=True, status__in=NIET_KLAAR
    )
    termijn = verzet.first()
    if termijn is None:
        return ""
    gevolg = volg_rijen(termijn, dossier, on)
    return f" De uiterste datum is weer {datumtekst(termijn.uiterste_datum)}.{gevolg}"
