"""The nightly run over one gemeente: what passed becomes te laat or voorbij, and each event makes one signal.

Everything about one day happens in one transaction under an advisory lock, so a run that is killed leaves nothing
behind and two runs at the same time do nothing twice. The ledger (Bewaking) says which days are done.
"""

import json
import time
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import Any

from django.db import connection, transaction

from accounts.models import Gemeente
from cases.actions import bewaking_sql as sql
from cases.actions.herberekenen import herbereken
from cases.beleid_bron import kalender_nu, regels_per_gemeente
from cases.models import Bewaking, Dossier
from cases.register import alle_regels
from cases.status import OPEN
from config.weergave import DAGEN, MAANDEN_KORT

SLOT = 20261  # the advisory lock's class: one nightly run per gemeente at a time


@dataclass(kw_only=True)
class Telling:
    """What a run did: the keys of `termijnen_bewaken --json`."""

    on: date
    dossiers: int = 0
    nieuw: int = 0
    gewijzigd: int = 0
    signalen: int = 0
    overgangen: int = 0
    ingehaald: list[date] = field(default_factory=list)
    duur_s: float = 0.0

    def tel_op(self, ander: "Telling") -> None:
        for naam in ("dossiers", "nieuw", "gewijzigd", "signalen", "overgangen", "duur_s"):
            setattr(self, naam, getattr(self, naam) + getattr(ander, naam))
        self.ingehaald = sorted({*self.ingehaald, *ander.ingehaald})


def bewaak(*, gemeente: Gemeente, on: date, at: datetime) -> Telling:
    """Do the nightly run of a gemeente for `on`, after the days that were missed, in order.

    Running it again changes nothing. Gives the counts of all days done now; raises what goes wrong, with the days
    before it kept.
    """
    totaal = Telling(on=on)
    for dag in _te_doen(gemeente, on):
        telling = _bewaak_dag(gemeente, dag, at)
        if dag != on:
            telling.ingehaald = [dag]
        totaal.dossiers = 0  # the same dossiers are looked at every day: the last day's count stands
        totaal.tel_op(telling)
    return totaal


def _te_doen(gemeente: Gemeente, on: date) -> list[date]:
    """Give the days that failed, the days after the last one done, and `on` itself (also when it was done before)."""
    eerder = Bewaking.objects.filter(gemeente=gemeente, on__lt=on).order_by("-on")
    mislukt = set(eerder.filter(klaar_op__isnull=True).values_list("on", flat=True))
    laatste = eerder.filter(klaar_op__isnull=False).values_list("on", flat=True).first() or on
    gemist = {laatste + timedelta(days=dagen) for dagen in range(1, (on - laatste).days)}
    return [*sorted(mislukt | gemist), on]


@transaction.atomic
def _bewaak_dag(gemeente: Gemeente, dag: date, at: datetime) -> Telling:
    begin = time.monotonic()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [SLOT, gemeente.pk])
    telling = Telling(on=dag, dossiers=Dossier.objects.filter(gemeente=gemeente).open().count())
    telling.gewijzigd = herbereken(gemeente=gemeente, kalender=kalender_nu(), on=dag, at=at)
    telling.overgangen, passages = _overgangen(gemeente, dag, at)
    telling.signalen = passages + _waarschuwingen(gemeente, dag, at)
    telling.duur_s = round(time.monotonic() - begin, 3)
    _boek(gemeente, dag, at, telling)
    return telling


def _overgangen(gemeente: Gemeente, dag: date, at: datetime) -> tuple[int, int]:
    """Move what passed before `dag`, with an event and a signal each; gives the moves and the signals."""
    with connection.cursor() as cursor:
        cursor.execute(sql.OVERGANGEN, _waarden(gemeente, dag, at))
        overgangen, signalen = cursor.fetchone()
    return overgangen, signalen


def _waarschuwingen(gemeente: Gemeente, dag: date, at: datetime) -> int:
    """Make the signals of termijnen that end in exactly as many days as the gemeente warns ahead.

    When to warn is how a gemeente works, not a right of the inwoner: the beleid of the day says it, for all dossiers.
    """
    regels = regels_per_gemeente([gemeente.pk], dag).get(gemeente.pk)  # a gemeente that begins may have none yet
    dagen_van = regels.waarschuwt if regels else attrgetter("waarschuwingen")
    paren = [(regel.code, vooruit) for regel in alle_regels() for vooruit in dagen_van(regel)]
    codes, dagen = [code for code, _ in paren], [vooruit for _, vooruit in paren]
    with connection.cursor() as cursor:
        cursor.execute(sql.WAARSCHUWINGEN, {**_waarden(gemeente, dag, at), "codes": codes, "dagen": dagen})
        (aantal,) = cursor.fetchone()
    return int(aantal)


def _waarden(gemeente: Gemeente, dag: date, at: datetime) -> dict[str, Any]:
    """Give what both statements need; `regels`, `weekdagen` and `maanden` hold the words of a signal."""
    return {
        "gemeente": gemeente.pk,
        "dag": dag,
        "at": at,
        "open": [str(status) for status in OPEN],
        "stopt": [regel.code for regel in alle_regels() if regel.stopt_bij_overlijden],
        "regels": json.dumps({regel.code: regel.doen for regel in alle_regels()}),
        "weekdagen": [naam[:2] for naam in DAGEN],
        "maanden": list(MAANDEN_KORT),
    }


def _boek(gemeente: Gemeente, dag: date, at: datetime, telling: Telling) -> None:
    """Write the ledger row of a day. A later run of that day adds what it did, and nothing when it did nothing."""
    rij = Bewaking.objects.filter(gemeente=gemeente, on=dag).first()
    deed_iets = telling.gewijzigd or telling.overgangen or telling.signalen
    if rij is not None and rij.klaar_op is not None and not deed_iets:
        return
    rij = rij or Bewaking(gemeente=gemeente, on=dag, begonnen_op=at)
    rij.klaar_op, rij.fout, rij.dossiers = at, "", telling.dossiers
    for naam in ("gewijzigd", "signalen", "overgangen", "duur_s"):
        setattr(rij, naam, getattr(rij, naam) + getattr(telling, naam))
    rij.save()


def boek_fout(*, gemeente: Gemeente, on: date, at: datetime, fout: str) -> Bewaking:
    """Note in the ledger that the run of a day failed, so that the dashboard turns red and the day is done again."""
    rij, _ = Bewaking.objects.get_or_create(gemeente=gemeente, on=on, defaults={"begonnen_op": at})
    rij.klaar_op, rij.fout = None, fout
    rij.save(update_fields=["klaar_op", "fout"])
    return rij
