"""The state of a termijn as a screen shows it: one of eight signs with words (State = shape + word + colour)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.eenheden import Eenheid
from cases.termijnregels import Aard
from cases.termijnstatus import TermijnStatus
from config.weergave import dagen_tot, periode

_BIJNA_LANG, _BIJNA_KORT = 30, 7


class Teken(StrEnum):
    """The sign: also the ending of the CSS class (bo-stand--laat)."""

    LAAT = "laat"
    BIJNA = "bijna"
    LOOPT = "loopt"
    OPGESCHORT = "opgeschort"
    GEHAALD = "gehaald"
    LAATGEHAALD = "laatgehaald"
    VOORBIJ = "voorbij"
    VERWACHT = "verwacht"


@dataclass(frozen=True)
class Stand:
    teken: Teken
    woorden: str


# What a stopped clock says. A running one is worked out from its last day.
_VAST = {
    TermijnStatus.VERWACHT: Stand(Teken.VERWACHT, "nog niet begonnen"),
    TermijnStatus.OPGESCHORT: Stand(Teken.OPGESCHORT, "opgeschort"),
    TermijnStatus.GEHAALD: Stand(Teken.GEHAALD, "gehaald"),
    TermijnStatus.VOORBIJ: Stand(Teken.VOORBIJ, "voorbij"),
    TermijnStatus.VERVALLEN: Stand(Teken.VOORBIJ, "vervallen"),
}


def stand(
    *, status: str, aard: str, uiterste: date, on: date, lengte_eenheid: Eenheid, gehaald_op: date | None = None
) -> Stand:
    """Say how a termijn stands on a day.

    A running termijn whose last day has passed reads as late (or as voorbij, for a venster) even when the nightly run
    has not been there yet: the screen never says a passed date is still to come.
    """
    soort = TermijnStatus(status)
    if soort is TermijnStatus.TE_LAAT_GEHAALD:
        laat = f"{periode(uiterste, gehaald_op)} te laat" if gehaald_op else "te laat gehaald"
        return Stand(Teken.LAATGEHAALD, laat)
    if vast := _VAST.get(soort):
        return vast
    if on <= uiterste:
        return Stand(Teken.BIJNA if is_bijna(uiterste, on, lengte_eenheid) else Teken.LOOPT, dagen_tot(uiterste, on))
    return _VAST[TermijnStatus.VOORBIJ] if aard == Aard.VENSTER else Stand(Teken.LAAT, dagen_tot(uiterste, on))


def is_bijna(uiterste: date, on: date, eenheid: Eenheid) -> bool:
    """Tell whether the end is near: at most 30 days for a termijn in months or years, at most 7 for a shorter one."""
    return 0 <= (uiterste - on).days <= (_BIJNA_LANG if eenheid.is_lang else _BIJNA_KORT)
