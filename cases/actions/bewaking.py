"""The nightly run over one gemeente: what passed becomes te laat or voorbij, and each event makes one signal.

Everything about one day happens in one transaction under an advisory lock, so a run that is killed leaves nothing
behind and two runs at the same time do nothing twice. The ledger (Bewaking) says which days are done.
"""

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from django.db import connection, transaction

from accounts.models import Gemeente
from accounts.rollen import Rol
from cases.actions import bewaking_sql as sql
from cases.actions.herberekenen import herbereken
from cases.beleid_bron import beleid_van, kalender_nu, lees_eenmaal, onthoud_beleid
from cases.kalender import Kalender
from cases.models import Bewaking
from cases.register import alle_regels, codes_na_einde
from cases.registratie import nachtwerk
from cases.status import OPEN
from config.weergave import DAGEN, MAANDEN_KORT

SLOT = 20261  # the advisory lock's class: one nightly run per gemeente at a time


@dataclass(kw_only=True)
class Telling:
    """What a run did: the keys of `termijnen_bewaken --json`.

    `gewijzigd` are the termijnen whose last day moved, `nieuw` those that the run made itself. That is always 0: a
    termijn is made by what somebody does, also when it waits for a later day; the night lets it run, move or pass.
    """

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


@lees_eenmaal()
def bewaak(*, gemeente: Gemeente, on: date, at: datetime) -> Telling:
    """Do the nightly run of a gemeente for `on`, after the days that were missed, in order.

    Running it again changes nothing. Gives the counts of all days done now; raises what goes wrong, with the days
    before it kept.
    """
    totaal = Telling(on=on)
    dagen = te_doen(gemeente, on)
    for dag in dagen:
        telling = _bewaak_dag(gemeente, dag, at)
        if dag != dagen[-1]:
            telling.ingehaald = [dag]
        totaal.dossiers = 0  # the same dossiers are looked at every day: the last day's count stands
        totaal.tel_op(telling)
    return totaal


def te_doen(gemeente: Gemeente, on: date) -> list[date]:
    """Give the days that failed, those after the last one done, and `on` itself (also when it was done before).

    When a later day is done, that one ends the list in place of `on`, so that nothing stands as of an earlier day.
    """
    with connection.cursor() as cursor:
        cursor.execute(sql.LEDGER, {"gemeente": gemeente.pk, "dag": on})
        peildag, bekend, laatste, mislukt, beleid = cursor.fetchone()
    onthoud_beleid(gemeente.pk, json.loads(beleid or "[]"))
    laatste = laatste or peildag
    gemist = {laatste + timedelta(days=dagen) for dagen in range(1, (peildag - laatste).days)}
    eerder = gemist.union(mislukt or (), () if bekend else (on,)) - {peildag}
    return [*sorted(eerder), peildag]


@transaction.atomic
def _bewaak_dag(gemeente: Gemeente, dag: date, at: datetime) -> Telling:
    begin = time.monotonic()
    kalender = kalender_nu()
    peil = _peil(gemeente, dag, kalender)
    telling = Telling(on=dag, dossiers=peil.dossiers)
    if peil.verouderd:
        telling.gewijzigd = herbereken(gemeente=gemeente, kalender=kalender, on=dag, at=at)
        peil = _peil(gemeente, dag, kalender)
    if peil.wisselt:
        telling.overgangen = _opschortingen(gemeente, dag, at)
        peil = _peil(gemeente, dag, kalender)
    if peil.verlopen:
        overgangen, telling.signalen = _overgangen(gemeente, dag, at)
        telling.overgangen += overgangen
    if peil.bijna:
        telling.signalen += _waarschuwingen(gemeente, dag, at)
    telling.signalen += sum(
        werk.doe(gemeente, dag, at) for werk, nodig in zip(nachtwerk(), peil.nachtwerk, strict=True) if nodig
    )
    telling.duur_s = round(time.monotonic() - begin, 3)
    _boek(gemeente, dag, at, telling)
    return telling


class Peil(NamedTuple):
    """What there is to do in a gemeente on a day."""

    dossiers: int
    verouderd: bool
    verlopen: bool
    bijna: bool
    wisselt: bool
    # Of each part of `nachtwerk`, whether it has something to do.
    nachtwerk: list[bool]


def _peil(gemeente: Gemeente, dag: date, kalender: Kalender) -> Peil:
    """Take the lock of the gemeente until the transaction ends, and see what there is to do."""
    invoer = {**waarden(gemeente, dag), **vooruit(gemeente, [dag]), "slot": SLOT, "kalender": kalender.versie}
    with connection.cursor() as cursor:
        cursor.execute(sql.peil(werk.nodig for werk in nachtwerk()), invoer)
        return Peil(*cursor.fetchone())


def _opschortingen(gemeente: Gemeente, dag: date, at: datetime) -> int:
    """Let clocks stand still on the days of an opschorting, and run again after it; gives how many changed."""
    with connection.cursor() as cursor:
        cursor.execute(sql.OPSCHORTINGEN, {"gemeente": gemeente.pk, "dag": dag, "at": at})
        return int(cursor.rowcount)


def _overgangen(gemeente: Gemeente, dag: date, at: datetime) -> tuple[int, int]:
    """Move what passed before `dag`, with an event and a signal each; gives the moves and the signals."""
    with connection.cursor() as cursor:
        cursor.execute(sql.OVERGANGEN, {**waarden(gemeente, dag), "at": at})
        overgangen, signalen = cursor.fetchone()
    return overgangen, signalen


def _waarschuwingen(gemeente: Gemeente, dag: date, at: datetime) -> int:
    """Make the signals of termijnen that end in exactly as many days as the gemeente warns ahead."""
    with connection.cursor() as cursor:
        cursor.execute(sql.WAARSCHUWINGEN, {**waarden(gemeente, dag), **vooruit(gemeente, [dag]), "at": at})
        (aantal,) = cursor.fetchone()
    return int(aantal)


def vooruit(gemeente: Gemeente, dagen: Iterable[date]) -> dict[str, str]:
    """Give on which days which rules warn how many days ahead, as the columns of sql.DAGEN; and the days themselves.

    When to warn is how a gemeente works, not a right of the inwoner: the beleid of the day says it, for all dossiers.
    """
    beleid, nachten = beleid_van(gemeente.pk), list(dagen)
    rijen = [
        (dag.isoformat(), regel.code, str(aantal))
        for dag in nachten
        for regels in [beleid(dag)]  # a gemeente that begins may have none yet
        for regel in alle_regels()
        for aantal in (regels.waarschuwt(regel) if regels else regel.waarschuwingen)
    ]
    kolommen = {naam: [rij[plaats] for rij in rijen] for plaats, naam in enumerate(("dagen", "codes", "vooruit"))}
    kolommen["nachten"] = [dag.isoformat() for dag in nachten]
    return {naam: f"{{{','.join(waarden)}}}" for naam, waarden in kolommen.items()}


def waarden(gemeente: Gemeente, dag: date) -> dict[str, Any]:
    """Give what the statements need; `regels`, `weekdagen` and `maanden` hold the words of a signal."""
    return {"gemeente": gemeente.pk, "dag": dag, **_vaste_waarden()}


@cache
def _vaste_waarden() -> dict[str, Any]:
    return {
        "open": [str(status) for status in OPEN],
        "na_einde": codes_na_einde(),
        "vanzelf": [regel.code for regel in alle_regels() if regel.begint_vanzelf],
        "coordinator": [regel.code for regel in alle_regels() if regel.rol == Rol.COORDINATOR],
        "stopt": [regel.code for regel in alle_regels() if regel.stopt_bij_overlijden],
        "regels": json.dumps({regel.code: regel.doen for regel in alle_regels()}),
        "versies": json.dumps({regel.code: regel.versie for regel in alle_regels()}),
        "weekdagen": [naam[:2] for naam in DAGEN],
        "maanden": list(MAANDEN_KORT),
    }


def _boek(gemeente: Gemeente, dag: date, at: datetime, telling: Telling) -> None:
    """Write the ledger row of a day. A later run of that day adds what it did, and nothing when it did nothing."""
    with connection.cursor() as cursor:
        cursor.execute(sql.BOEK, {**vars(telling), "gemeente": gemeente.pk, "dag": dag, "at": at})


def boek_fout(*, gemeente: Gemeente, on: date, at: datetime, fout: str) -> Bewaking:
    """Note in the ledger that the run of a day failed, so that the dashboard turns red and the day is done again."""
    rij, _ = Bewaking.objects.get_or_create(gemeente=gemeente, on=on, defaults={"begonnen_op": at})
    rij.klaar_op, rij.fout = None, fout
    rij.save(update_fields=["klaar_op", "fout"])
    return rij
