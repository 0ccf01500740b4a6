"""A clock before and after something was put right, and the words for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.models import Termijn
from cases.register import regel as zoek_regel
from cases.termijnstatus import TermijnStatus
from config.weergave import datum


@dataclass(frozen=True, kw_only=True)
class Klokverschuiving:
    """One clock before and after; `voor` is None for a clock that was not there."""

    voor: Termijn | None
    na: Termijn

    @property
    def naam(self) -> str:
        return zoek_regel(self.na.regel).kort

    @property
    def is_anders(self) -> bool:
        return _beeld(self.voor) != _beeld(self.na)

    @property
    def zin(self) -> str:
        """Plan van aanpak: tot en met 7 mei 2026 (loopt) wordt tot en met 5 mei 2026 (loopt)"""
        return f"{self.naam}: {_woorden(self.voor)} wordt {_woorden(self.na)}"


def loopt_niet(termijn: Termijn | None) -> bool:
    return termijn is None or termijn.status == TermijnStatus.VERVALLEN


def _beeld(termijn: Termijn | None) -> tuple[date, date, str, date | None] | None:
    if termijn is None or loopt_niet(termijn):
        return None
    return termijn.start, termijn.uiterste_datum, termijn.status, termijn.datum_gehaald


def _woorden(termijn: Termijn | None) -> str:
    if termijn is None or loopt_niet(termijn):
        return "loopt niet"
    op = f" op {datum(termijn.datum_gehaald)}" if termijn.datum_gehaald else ""
    return f"tot en met {datum(termijn.uiterste_datum)} ({termijn.get_status_display().lower()}{op})"


def in_een_zin(verschuivingen: Iterable[Klokverschuiving]) -> str:
    """Tell what moved, after another sentence; nothing when nothing did."""
    zinnen = [verschuiving.zin for verschuiving in verschuivingen if verschuiving.is_anders]
    return f" {'; '.join(zinnen)}." if zinnen else ""
