"""Close and open the nazorg of a dossier; a traject that was opened again keeps nothing of how it closed."""

from datetime import datetime

from accounts.models import User
from cases.actions.basis import bewaar, verwijder
from cases.models import Dossier, Termijn
from cases.termijnstatus import NIET_KLAAR, TermijnStatus
from nazorg.models import Nazorgtraject
from nazorg.termijnen import NAZORGKLOKKEN

SLUITVELDEN = ("afgesloten_op", "afgesloten_door", "afsluitreden")
STOPVELDEN = ("gestopt_op", "overdracht", "overdracht_aan", "overdracht_toelichting")


# Why the nazorg of a plan that is taken up again closes.
HERVAT = "Het plan is weer opgepakt"


def afsluitreden_van(reden: str) -> str:
    """Give what a traject says of why it closed, as a sentence: by it an end finds what it closed."""
    return f"{reden}."


def sluit_traject(traject: Nazorgtraject, reden: str, *, by: User, at: datetime) -> None:
    traject.afgesloten_op, traject.afgesloten_door, traject.afsluitreden = at, by, afsluitreden_van(reden)
    bewaar(traject, by=by, velden=list(SLUITVELDEN), reden=reden)


def open_traject(traject: Nazorgtraject, *, by: User, reden: str = "") -> Nazorgtraject:
    traject.afgesloten_op, traject.afgesloten_door, traject.afsluitreden = None, None, ""
    traject.gestopt_op, traject.overdracht, traject.overdracht_aan, traject.overdracht_toelichting = None, "", "", ""
    return bewaar(traject, by=by, velden=["start", *SLUITVELDEN, *STOPVELDEN], reden=reden)


def laat_planning_vervallen(dossier: Dossier, reden: str, *, by: User) -> tuple[Nazorgtraject | None, int]:
    """Take out the contacts that were only planned, with their clocks; gives the traject and how many there were.

    A contact that was held stays, with what was said.
    """
    Termijn.objects.filter(dossier=dossier, regel__in=NAZORGKLOKKEN, status__in=NIET_KLAAR).update(
        status=TermijnStatus.VERVALLEN
    )
    traject = Nazorgtraject.objects.select_for_update().filter(dossier=dossier).first()
    gepland = list(traject.contacten.te_houden()) if traject is not None else []
    for contact in gepland:
        verwijder(contact, by=by, reden=reden)
    return traject, len(gepland)
