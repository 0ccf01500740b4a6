"""The calendar of the coming weeks: what falls on which day, five days a week and the weekend folded into one. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from cases.kalender import Kalender, is_weekend
from config.weergave import dag_en_maand

WEKEN = 12


@dataclass(frozen=True, kw_only=True)
class Agendapunt:
    """One thing on a day. `soort` says in a word what it is, so that no colour has to."""

    dag: date
    soort: str
    wat: str
    wie: str
    url: str
    stand: str = "loopt"
    waarom_url: str = ""
    voor: str = ""


@dataclass(frozen=True)
class Agendadag:
    """A day with what fits on the page; `aantal` counts all of it."""

    dag: date
    feestdag: str
    is_vandaag: bool
    aantal: int
    punten: tuple[Agendapunt, ...]

    @property
    def meer(self) -> int:
        return self.aantal - len(self.punten)

    @property
    def is_leeg(self) -> bool:
        return not self.aantal and not self.feestdag


@dataclass(frozen=True)
class Agendaweek:
    maandag: date
    dagen: tuple[Agendadag, ...]

    @property
    def nummer(self) -> int:
        return self.maandag.isocalendar().week

    @property
    def zondag(self) -> date:
        return self.maandag + timedelta(days=6)

    @property
    def naam(self) -> str:
        return f"Week {self.nummer}"

    @property
    def periode(self) -> str:
        """Say from which day to which: maandag 1 juni tot en met zondag 7 juni"""
        return f"{dag_en_maand(self.maandag)} tot en met {dag_en_maand(self.zondag)}"

    @property
    def werkdagen(self) -> tuple[Agendadag, ...]:
        return tuple(dag for dag in self.dagen if not is_weekend(dag.dag))

    @property
    def weekend(self) -> tuple[Agendadag, ...]:
        """Give the days of the weekend on which something falls."""
        return tuple(dag for dag in self.dagen if is_weekend(dag.dag) and not dag.is_leeg)

    @property
    def is_leeg(self) -> bool:
        return not any(dag.aantal for dag in self.dagen)


def maandag_van(dag: date) -> date:
    return dag - timedelta(days=dag.weekday())


def list_weken(
    punten: Iterable[Agendapunt],
    aantallen: Mapping[date, int],
    *,
    vanaf: date,
    weken: int,
    on: date,
    kalender: Kalender,
) -> tuple[Agendaweek, ...]:
    """Lay the points on the days of so many weeks from the one of `vanaf`; every feestdag is named on its day."""
    per_dag: dict[date, list[Agendapunt]] = {}
    for punt in punten:
        per_dag.setdefault(punt.dag, []).append(punt)

    def maak(dag: date) -> Agendadag:
        binnen = tuple(per_dag.get(dag, ()))
        return Agendadag(dag, kalender.naam(dag) or "", dag == on, aantallen.get(dag, 0), binnen)

    begin = maandag_van(vanaf)
    return tuple(
        Agendaweek(maandag, tuple(maak(maandag + timedelta(days=n)) for n in range(7)))
        for maandag in (begin + timedelta(weeks=week) for week in range(weken))
    )
