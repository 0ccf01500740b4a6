"""Record how the gemeente made sure who somebody is (Wabb art. 12, the vergewisplicht), and put that right."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.verbeteren import TE_VERBETEREN, labels, open_rij, trek_in, vul
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
    _eis_geweest(datum, on)
    _eis_bruikbaar(dossier, document)
    gegevens = {"datum": datum, "hoe": hoe, "toelichting": toelichting.strip(), "document": document, "door": by}
    eerder = dossier.identiteitscontroles.geldig().filter(**gegevens).first()
    if eerder is not None:
        return eerder
    controle = bewaar(Identiteitscontrole(dossier=dossier, **gegevens), by=by)
    tekst = f"Identiteit vastgesteld op {datumtekst(datum)}: {controle.get_hoe_display().lower()}."
    log(dossier, "identiteit", tekst, by=by, at=at, identiteitscontrole=controle.pk)
    return controle


@transaction.atomic
def identiteit_wijzigen(
    *,
    controle: Identiteitscontrole,
    wijzigingen: Mapping[str, Any],
    reden: str,
    by: User,
    at: datetime,
    on: date,
) -> Identiteitscontrole:
    """Correct when and how the identity was seen. No difference writes nothing.

    Raises ActieFout for one that was withdrawn, a day in the future, or another document that does not count.
    """
    dossier, controle = open_rij(controle, "De identiteit verbeteren")
    if not vul(controle, wijzigingen):
        return controle
    _eis_geweest(controle.datum, on)
    if "document" in wijzigingen:
        _eis_bruikbaar(dossier, controle.document)
    bewaar(controle, by=by, velden=list(wijzigingen), reden=reden)
    tekst = f"Identiteit van {datumtekst(controle.datum)} verbeterd: {labels(controle, wijzigingen)}."
    log(dossier, "identiteit_verbeterd", tekst, by=by, at=at, reden=reden, identiteitscontrole=controle.pk)
    return controle


@transaction.atomic
def identiteit_intrekken(*, controle: Identiteitscontrole, reden: str, by: User, at: datetime) -> Identiteitscontrole:
    """Withdraw that the identity was seen; the one before it counts again."""
    dossier, controle = open_rij(controle, "De identiteit intrekken")
    trek_in(controle, reden, by=by, at=at)
    tekst = f"Identiteit van {datumtekst(controle.datum)} ingetrokken."
    log(dossier, "identiteit_ingetrokken", tekst, by=by, at=at, reden=reden, identiteitscontrole=controle.pk)
    return controle


def _eis_geweest(datum: date, on: date) -> None:
    if datum > on:
        raise ActieFout("De identiteit kan niet in de toekomst gezien zijn.")


def _eis_bruikbaar(dossier: Dossier, document: Document | None) -> None:
    if document is not None and not dossier.documenten.bruikbaar().filter(pk=document.pk).exists():
        raise ActieFout("Dit document is ingetrokken of vervangen, of het hoort bij een ander dossier.")
