"""Derive open termijnen again when their rule or the calendar changed; everything else keeps its date."""

from datetime import date, datetime

from django.db.models import Q

from accounts.models import Gemeente
from cases.actions.basis import log
from cases.actions.termijnen import open_status, vul
from cases.beleid import PROFIELEN
from cases.berekening import bereken
from cases.invoer import van_json
from cases.kalender import Kalender
from cases.models import Termijn
from cases.register import alle_regels, regel
from cases.termijnregels import Termijnregel
from cases.termijnstatus import NIET_KLAAR, TermijnStatus
from config.weergave import datum as datumtekst


def verouderd(gemeente: Gemeente, kalender: Kalender) -> Q:
    """Give the filter on open termijnen that were derived with another rule version or calendar."""
    anders = ~Q(kalender_versie=kalender.versie)
    for termijnregel in alle_regels():
        anders |= Q(regel=termijnregel.code) & ~Q(regel_versie=termijnregel.versie)
    return Q(gemeente=gemeente, status__in=NIET_KLAAR) & anders


def herbereken(*, gemeente: Gemeente, kalender: Kalender, on: date, at: datetime) -> int:
    """Derive the outdated termijnen of a gemeente again; gives how many moved, each with an event in its dossier.

    What was late and no longer is runs again. What became late is left to the nightly run, which makes the signal.
    """
    verschoven = 0
    termijnen = Termijn.objects.filter(verouderd(gemeente, kalender)).select_related("dossier__beleid")
    for termijn in termijnen.select_for_update(of=("self",)).iterator(chunk_size=500):
        verschoven += _herbereken_een(termijn, kalender, on, at)
    return verschoven


def _herbereken_een(termijn: Termijn, kalender: Kalender, on: date, at: datetime) -> bool:
    termijnregel = regel(termijn.regel)
    regels = PROFIELEN[termijn.dossier.beleid.profiel] if termijn.dossier else None
    invoer = van_json(termijn.invoer)
    berekening = bereken(termijnregel, invoer, kalender, beleid=regels)
    if berekening.einddatum is None:
        return False
    was = termijn.uiterste_datum
    vul(termijn, berekening, invoer)
    if termijn.status == TermijnStatus.TE_LAAT:
        termijn.status = open_status(termijn, on)
    termijn.save()
    if termijn.uiterste_datum == was:
        return False
    _log_verschuiving(termijn, termijnregel, was, at)
    return True


def _log_verschuiving(termijn: Termijn, termijnregel: Termijnregel, was: date, at: datetime) -> None:
    if termijn.dossier is None:
        return
    tekst = f"{termijnregel.label}: de uiterste datum {datumtekst(was)} wordt {datumtekst(termijn.uiterste_datum)}."
    reden = "De kalender of de regel is veranderd."
    log(termijn.dossier, "termijn_verschoven", tekst, by=None, at=at, reden=reden, termijn=termijn.pk)
