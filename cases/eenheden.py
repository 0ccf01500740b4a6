"""Units of a termijn, and counting from a start day. The start day itself never counts."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from cases.kalender import Kalender
from config.weergave import telwoord


class Eenheid(StrEnum):
    WERKDAGEN = "werkdagen"
    DAGEN = "dagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"
    KALENDERDATUM = "kalenderdatum"
    ZELFDE_DAG = "zelfde_dag"

    @property
    def is_lang(self) -> bool:
        """Tell whether the screen counts this unit in months: it then warns 30 days ahead instead of 7."""
        return self in (Eenheid.MAANDEN, Eenheid.JAREN, Eenheid.KALENDERDATUM)


_WOORDEN = {
    Eenheid.WERKDAGEN: ("werkdag", "werkdagen"),
    Eenheid.DAGEN: ("dag", "dagen"),
    Eenheid.WEKEN: ("week", "weken"),
    Eenheid.MAANDEN: ("maand", "maanden"),
    Eenheid.JAREN: ("jaar", "jaar"),
}


def duur(aantal: int, eenheid: Eenheid) -> str:
    """8 weken; 2 jaar; dezelfde dag"""
    if eenheid is Eenheid.ZELFDE_DAG:
        return "dezelfde dag"
    return telwoord(aantal, *_WOORDEN[eenheid])


def opsomming(delen: list[str]) -> str:
    """a, b en c"""
    return " en ".join(filter(None, [", ".join(delen[:-1]), *delen[-1:]]))


def plus_maanden(start: date, maanden: int) -> date:
    """Go to the same day number some months later, or to the last day of that month when it has no such day.

    No source rules this (31 augustus plus 6 maanden); the choice is recorded in docs/rules/termijnen.md.
    """
    jaar, maand = divmod(start.year * 12 + start.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(start.day, monthrange(jaar, maand + 1)[1]))


def plus_werkdagen(start: date, werkdagen: int, kalender: Kalender) -> date:
    dag = start
    for _ in range(werkdagen):
        dag = kalender.eerste_werkdag(dag + timedelta(days=1))
    return dag


def tel(start: date, aantal: int, eenheid: Eenheid, kalender: Kalender) -> date:
    """Find the last permitted day of a termijn, before opschorting and before any shift."""
    match eenheid:
        case Eenheid.WERKDAGEN:
            return plus_werkdagen(start, aantal, kalender)
        case Eenheid.DAGEN:
            return start + timedelta(days=aantal)
        case Eenheid.WEKEN:
            return start + timedelta(weeks=aantal)
        case Eenheid.MAANDEN:
            return plus_maanden(start, aantal)
        case Eenheid.JAREN:
            return plus_maanden(start, 12 * aantal)
        case Eenheid.ZELFDE_DAG:
            return start
        case _:
            raise ValueError("Een vaste kalenderdatum wordt niet geteld.")
