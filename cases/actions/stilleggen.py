"""Drop the open taken and the planned afspraken of a dossier, and bring them back when it was a mistake."""

from datetime import date
from typing import Any

from accounts.models import User
from cases.actions.basis import bewaar
from cases.keuzes import AfspraakStatus
from cases.models import Afspraak, Dossier, DossierEvent, Taak


def leg_stil(dossier: Dossier, *, by: User, reden: str) -> dict[str, list[int]]:
    """Drop what was still to be done; gives which, for the event, so that it can come back."""
    taken = list(dossier.taken.open())
    for taak in taken:
        taak.is_vervallen = True
        bewaar(taak, by=by, velden=["is_vervallen"], reden=reden)
    afspraken = list(dossier.afspraken.filter(status=AfspraakStatus.GEPLAND))
    for afspraak in afspraken:
        afspraak.status = AfspraakStatus.AFGEZEGD
        bewaar(afspraak, by=by, velden=["status"], reden=reden)
    return {"taken": [taak.pk for taak in taken], "afspraken": [afspraak.pk for afspraak in afspraken]}


def hervat(dossier: Dossier, soort: str, *, by: User, on: date, reden: str) -> None:
    """Bring back what the last event of this kind dropped: the taken, and the afspraken that are still to come."""
    gegevens = laatste_gegevens(dossier, soort)
    for taak in Taak.objects.filter(dossier=dossier, pk__in=gegevens.get("taken", []), is_vervallen=True):
        taak.is_vervallen = False
        bewaar(taak, by=by, velden=["is_vervallen"], reden=reden)
    afspraken = Afspraak.objects.filter(dossier=dossier, pk__in=gegevens.get("afspraken", []), datum__gte=on)
    for afspraak in afspraken.filter(status=AfspraakStatus.AFGEZEGD):
        afspraak.status = AfspraakStatus.GEPLAND
        bewaar(afspraak, by=by, velden=["status"], reden=reden)


def laatste_gegevens(dossier: Dossier, soort: str) -> dict[str, Any]:
    """Give what the last event of a kind kept, to undo it with."""
    event = DossierEvent.objects.filter(dossier=dossier, soort=soort).order_by("-at", "-pk").first()
    return event.gegevens if event else {}
