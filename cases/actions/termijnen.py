"""Start, meet and drop the termijnen of a dossier. Only other actions and the nightly run call these."""

from dataclasses import replace
from datetime import date

from django.db.models import Q

from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import Berekening, bereken
from cases.invoer import Invoer, als_json, van_json
from cases.models import Dossier, Termijn
from cases.register import regel as zoek_regel
from cases.termijnstatus import NIET_KLAAR, TermijnStatus

# In `invoer` of a dropped clock that may run again: why it stands still, and what it was.
STIL, WAS = "stil", "was"
OVERLIJDEN, GEEN_START, UIT = "overlijden", "geen_start", "uit"


def start_termijn(
    *,
    dossier: Dossier,
    regel: str,
    aanleiding: str,
    start: date,
    on: date,
    keer: int = 1,
    verwacht: bool = False,
    gesteld: date | None = None,
    commissie: bool = False,
) -> Termijn | None:
    """Start (or recompute) one clock, unless the beleid has it off; returns None then.

    A termijn that exists for the same aanleiding gets the new start and end; a met one stays met. `on` decides
    whether it runs or has passed already; a passed plicht or streven is te_laat and a passed venster voorbij. After a
    death a clock that asks something of the person does not run. `gesteld` is the last day that a letter sets;
    `commissie` says that an adviescommissie advises (Awb art. 7:10 lid 1).
    """
    termijn = Termijn.objects.select_for_update().filter(regel=regel, aanleiding=aanleiding).first() or Termijn(
        gemeente_id=dossier.gemeente_id, dossier=dossier, regel=regel, aanleiding=aanleiding
    )
    invoer = replace(invoer_van(termijn, start, keer), gesteld=gesteld, commissie=commissie)
    if not reken(termijn, dossier, invoer):
        return None
    if termijn.datum_gehaald is not None:
        termijn.status = gehaald_status(termijn, termijn.datum_gehaald)
    else:
        laat_lopen(termijn, dossier, TermijnStatus.VERWACHT if verwacht else open_status(termijn, on))
    termijn.save()
    return termijn


def laat_lopen(termijn: Termijn, dossier: Dossier, status: TermijnStatus) -> None:
    """Give a clock that is not met its state; after a death one that asks something of the person stands still."""
    termijn.status = status
    if dossier.persoon.datum_overlijden and zoek_regel(termijn.regel).stopt_bij_overlijden:
        zet_stil(termijn, OVERLIJDEN)


def zet_stil(termijn: Termijn, waarom: str) -> None:
    """Drop a clock with why and what it was, so that it can run again."""
    termijn.invoer = {**termijn.invoer, STIL: waarom, WAS: termijn.status}
    termijn.status = TermijnStatus.VERVALLEN


def invoer_van(termijn: Termijn, start: date, keer: int = 1, vanaf: str = "") -> Invoer:
    """Give what a row is derived from when it starts on `start`: its opschortingen and berichten stay."""
    eerder = van_json(termijn.invoer) if termijn.invoer else Invoer(start=start)
    return eerder.op(start, keer, vanaf)


def reken(termijn: Termijn, dossier: Dossier, invoer: Invoer) -> bool:
    """Derive a row again from all that counts for it; False when the beleid has its rule off, and nothing changed."""
    berekening = bereken(zoek_regel(termijn.regel), invoer, kalender_nu(), beleid=regels_van(dossier))
    if berekening.einddatum is None:
        return False
    vul(termijn, berekening, invoer)
    return True


def vul(termijn: Termijn, berekening: Berekening, invoer: Invoer) -> None:
    """Copy a Berekening into the row, with everything needed to derive it again."""
    assert berekening.einddatum is not None
    termijn.aard = zoek_regel(termijn.regel).aard.value
    termijn.start = berekening.start
    termijn.uiterste_datum = berekening.einddatum
    termijn.som = [list(regel) for regel in berekening.som]
    termijn.eerste_uiterste_datum = berekening.eerste
    termijn.invoer = als_json(invoer)
    termijn.regel_versie = berekening.regel_versie
    termijn.kalender_versie = berekening.kalender
    termijn.beleid = berekening.beleid


def open_status(termijn: Termijn, on: date) -> TermijnStatus:
    """Give the state of a termijn that is not met: the day after its last day a venster closes, the rest is late.

    While an opschorting covers the day it stands still.
    """
    if termijn.uiterste_datum >= on:
        return TermijnStatus.OPGESCHORT if van_json(termijn.invoer).is_opgeschort(on) else TermijnStatus.LOPEND
    return TermijnStatus.VOORBIJ if termijn.aard == "venster" else TermijnStatus.TE_LAAT


def gehaald_status(termijn: Termijn, datum: date) -> TermijnStatus:
    return TermijnStatus.GEHAALD if datum <= termijn.uiterste_datum else TermijnStatus.TE_LAAT_GEHAALD


def haal_termijn(*, dossier: Dossier, regel: str, datum: date, aanleiding: str = "") -> int:
    """Mark the open clocks of a rule as met on a day, late when that is after the last day; gives how many.

    One that stopped because the person died counts as open: what was done before is written down after.
    """
    termijnen = Termijn.objects.select_for_update().filter(dossier=dossier, regel=regel, datum_gehaald__isnull=True)
    stil = Q(status=TermijnStatus.VERVALLEN, invoer__stil=OVERLIJDEN)
    termijnen = termijnen.filter(Q(status__in=NIET_KLAAR) | stil)
    if aanleiding:
        termijnen = termijnen.filter(aanleiding=aanleiding)
    for termijn in termijnen:
        termijn.datum_gehaald = datum
        termijn.status = gehaald_status(termijn, datum)
        termijn.save(update_fields=["datum_gehaald", "status", "updated_at"])
    return len(termijnen)


def laat_regel_vervallen(*, dossier: Dossier, regel: str, aanleiding: str) -> None:
    """Drop the clock of an event that turned out not to be, met or not."""
    Termijn.objects.filter(dossier=dossier, regel=regel, aanleiding=aanleiding).update(
        status=TermijnStatus.VERVALLEN, datum_gehaald=None
    )


def verschuif_gehaald(
    *, dossier: Dossier, regel: str, datum: date, was: date | None = None, aanleiding: str = ""
) -> None:
    """Correct the day on which met clocks of a rule were met, when it turns out to be another.

    With `was` only those that were met on that day, with `aanleiding` only that one.
    """
    gehaald = Q(datum_gehaald=was) if was else Q(datum_gehaald__isnull=False)
    termijnen = Termijn.objects.select_for_update().filter(gehaald, dossier=dossier, regel=regel)
    for termijn in termijnen.filter(aanleiding=aanleiding) if aanleiding else termijnen:
        termijn.datum_gehaald = datum
        termijn.status = gehaald_status(termijn, datum)
        termijn.save(update_fields=["datum_gehaald", "status", "updated_at"])
