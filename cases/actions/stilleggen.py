"""Drop the open taken and the planned afspraken of a dossier, and bring them back when it was a mistake."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from accounts.models import User
from cases.actions.basis import bewaar
from cases.keuzes import AfspraakStatus, TaakSoort
from cases.models import Afspraak, Dossier, DossierEvent, Taak

Stil = dict[str, list[int]]


def leg_stil(dossier: Dossier, *, by: User, reden: str, al_stil: Mapping[str, Any]) -> Stil:
    """Drop what was still to be done; gives which, for the event, so that it can come back.

    `al_stil` is what stands still for another reason already: whichever reason ends last brings all of it back.
    """
    return _leg_stil(dossier, dossier.taken.open(), al_stil, by=by, reden=reden)


def leg_afspraken_stil(dossier: Dossier, *, by: User, reden: str, al_stil: Mapping[str, Any]) -> Stil:
    """Drop the planned afspraken with their taken and the next attempt; leave what somebody noted to do."""
    taken = dossier.taken.open().filter(Q(afspraak__isnull=False) | Q(soort=TaakSoort.POGING))
    return _leg_stil(dossier, taken, al_stil, by=by, reden=reden)


def _leg_stil(dossier: Dossier, taken: Iterable[Taak], al_stil: Mapping[str, Any], *, by: User, reden: str) -> Stil:
    taken = list(taken)
    for taak in taken:
        taak.is_vervallen = True
        bewaar(taak, by=by, velden=["is_vervallen"], reden=reden)
    afspraken = list(dossier.afspraken.filter(status=AfspraakStatus.GEPLAND))
    for afspraak in afspraken:
        afspraak.status = AfspraakStatus.AFGEZEGD
        bewaar(afspraak, by=by, velden=["status"], reden=reden)
    return {
        "taken": [*(taak.pk for taak in taken), *al_stil.get("taken", [])],
        "afspraken": [*(afspraak.pk for afspraak in afspraken), *al_stil.get("afspraken", [])],
    }


def hervat(dossier: Dossier, soort: str, *, by: User, on: date, reden: str) -> None:
    """Bring back what the last event of this kind dropped: the afspraken that are still to come, and the taken.

    A taak of an afspraak comes back with it only.
    """
    gegevens = laatste_gegevens(dossier, soort)
    afspraken = Afspraak.objects.filter(dossier=dossier, pk__in=gegevens.get("afspraken", []), datum__gte=on)
    for afspraak in afspraken.filter(status=AfspraakStatus.AFGEZEGD):
        afspraak.status = AfspraakStatus.GEPLAND
        bewaar(afspraak, by=by, velden=["status"], reden=reden)
    los_of_gepland = Q(afspraak__isnull=True) | Q(afspraak__status=AfspraakStatus.GEPLAND)
    taken = Taak.objects.filter(los_of_gepland, dossier=dossier, pk__in=gegevens.get("taken", []), is_vervallen=True)
    for taak in taken:
        taak.is_vervallen = False
        bewaar(taak, by=by, velden=["is_vervallen"], reden=reden)


def laatste_gegevens(dossier: Dossier, soort: str) -> dict[str, Any]:
    """Give what the last event of a kind kept, to undo it with."""
    event = DossierEvent.objects.filter(dossier=dossier, soort=soort).order_by("-at", "-pk").first()
    return event.gegevens if event else {}
