"""Record how the gemeente made sure who somebody is (Wabb art. 12, the vergewisplicht)."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.verbeteren import TE_VERBETEREN
from cases.keuzes import Identiteitsbewijs
from cases.models import Document, Dossier, Identiteitscontrole
from config.weergave import datum as datumtekst


@transaction.atomic
def identiteit_vastleggen(
    *,
    dossier: Dossier,
    datum: date,
    hoe: Identiteitsbewijs,
    toelichting: str = "",
    document: Document | None = None,
    by: User,
    at: datetime,
    on: date,
) -> Identiteitscontrole:
    """Record that the identity was seen, when and how. The same once more gives the one that is there.

    Raises ActieFout for a day in the future, or for a document of another dossier or that counts no more.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, TE_VERBETEREN, "De identiteit vastleggen")
    if datum > on:
        raise ActieFout("De identiteit kan niet in de toekomst gezien zijn.")
    if document is not None and not dossier.documenten.bruikbaar().filter(pk=document.pk).exists():
        raise ActieFout("Dit document is ingetrokken of vervangen, of het hoort bij een ander dossier.")
    gegevens = {"datum": datum, "hoe": hoe, "toelichting": toelichting.strip(), "document": document, "door": by}
    eerder = dossier.identiteitscontroles.filter(**gegevens).first()
    if eerder is not None:
        return eerder
    controle = bewaar(Identiteitscontrole(dossier=dossier, **gegevens), by=by)
    tekst = f"Identiteit vastgesteld op {datumtekst(datum)}: {controle.get_hoe_display().lower()}."
    log(dossier, "identiteit", tekst, by=by, at=at, identiteitscontrole=controle.pk)
    return controle
