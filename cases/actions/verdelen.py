"""Give many dossiers to a casusregisseur at once, and all work of somebody who leaves to colleagues."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction

from accounts.models import Gemeente, User
from cases.actions.basis import ActieFout, bewaar, vergrendel
from cases.actions.toewijzen import toewijzen
from cases.models import Dossier, Taak
from cases.verdeling import Uitslag


@transaction.atomic
def samen_toewijzen(
    *, dossiers: Collection[Dossier], casusregisseur: User, by: User, at: datetime, reden: str = ""
) -> Uitslag:
    """Assign each dossier by the action of one, all in one transaction; a refusal leaves out that dossier only.

    They are locked in one order, so that two people who do this at once do not wait for each other.
    """
    gelukt, geweigerd = [], {}
    for dossier in sorted(dossiers, key=lambda een: een.pk):
        try:
            toewijzen(dossier=dossier, casusregisseur=casusregisseur, by=by, at=at, reden=reden)
        except ActieFout as fout:
            geweigerd[dossier.nummer] = str(fout)
        else:
            gelukt.append(dossier.nummer)
    return Uitslag(tuple(gelukt), geweigerd)


@transaction.atomic
def werk_overnemen(
    *,
    gemeente: Gemeente,
    van: User,
    verdeling: Mapping[Dossier, User],
    taken_naar: User,
    by: User,
    at: datetime,
    reden: str,
) -> Uitslag:
    """Give the dossiers of somebody in a gemeente to colleagues, and with each dossier its open taken.

    The taken that hang on no dossier of theirs go to `taken_naar`, and those of a dossier that was withdrawn. A dossier
    that meanwhile has another casusregisseur is left as it is.
    """
    gelukt, geweigerd = [], {}
    for dossier, collega in sorted(verdeling.items(), key=lambda paar: paar[0].pk):
        try:
            _neem_over(dossier, van, collega, by, at, reden)
        except ActieFout as fout:
            geweigerd[dossier.nummer] = str(fout)
        else:
            gelukt.append(dossier.nummer)
    losse = list(Taak.objects.los_van(van).filter(gemeente=gemeente).select_for_update(of=("self",)))
    for taak in losse:
        _geef_taak(taak, taken_naar, by, reden)
    return Uitslag(tuple(gelukt), geweigerd, len(losse))


@transaction.atomic
def _neem_over(dossier: Dossier, van: User, collega: User, by: User, at: datetime, reden: str) -> None:
    dossier = vergrendel(dossier)
    if dossier.casusregisseur_id != van.pk:
        raise ActieFout(f"{van.naam} is niet meer de casusregisseur van dit dossier.")
    toewijzen(dossier=dossier, casusregisseur=collega, by=by, at=at, reden=reden)
    taken = list(Taak.objects.open().filter(dossier=dossier, voor=van).select_for_update(of=("self",)))
    for taak in taken:
        _geef_taak(taak, collega, by, reden)


def _geef_taak(taak: Taak, collega: User, by: User, reden: str) -> None:
    taak.voor = collega
    bewaar(taak, by=by, velden=["voor"], reden=reden)
