"""When somebody wanted help and when not, and from which day that counts. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Wens:
    """That somebody asked for help on a day, or said no to it; `om` is when that was written down."""

    dag: date
    om: datetime
    wil: bool


@dataclass(frozen=True)
class Hervatting:
    """That somebody said no and asked for help after all."""

    afgewezen: date
    gevraagd: date


def laatste_hervatting(wensen: Iterable[Wens]) -> Hervatting | None:
    """Give the last time that help was asked for after a no. Who asks again while they are helped changes nothing."""
    nee: date | None = None
    laatste = None
    for wens in _op_volgorde(wensen):
        if not wens.wil:
            nee = wens.dag
        elif nee is not None:
            laatste = Hervatting(nee, wens.dag)
            nee = None
    return laatste


def staand_nee(wensen: Iterable[Wens]) -> date | None:
    """Give the day of a no after which nobody asked for help any more."""
    laatste = next(reversed(_op_volgorde(wensen)), None)
    return None if laatste is None or laatste.wil else laatste.dag


def _op_volgorde(wensen: Iterable[Wens]) -> list[Wens]:
    return sorted(wensen, key=lambda wens: (wens.dag, wens.om))
