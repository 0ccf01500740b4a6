"""The Dutch legal calendar: which days are closed for the Algemene termijnenwet (Atw)."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from types import MappingProxyType

import holidays

from config.weergave import datum_lang, periode

# Raise this when the selection below changes: stored termijnen are then derived again.
KALENDERVERSIE = "Atw art. 3 v1"
EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100
# In days, the longest a year is.
JAAR = 366

# The library lists more days (the Sundays of Easter and Pentecost) and calls 5 May and Goede Vrijdag optional.
ATW_FEESTDAGEN: Mapping[str, str] = MappingProxyType(
    {
        "Nieuwjaarsdag": "nieuwjaarsdag",
        "Goede vrijdag": "Goede Vrijdag",
        "Tweede paasdag": "tweede paasdag",
        "Koningsdag": "Koningsdag",
        "Koninginnedag": "Koninginnedag",
        "Bevrijdingsdag": "Bevrijdingsdag",
        "Hemelvaartsdag": "Hemelvaartsdag",
        "Tweede pinksterdag": "tweede pinksterdag",
        "Eerste kerstdag": "eerste kerstdag",
        "Tweede kerstdag": "tweede kerstdag",
    }
)


class KalenderFout(ValueError):
    """A date the calendar does not cover; the message is Dutch and meant for the user."""


def is_weekend(dag: date) -> bool:
    return dag.weekday() >= 5


@cache
def feestdagen(jaar: int) -> Mapping[date, str]:
    """List the algemeen erkende feestdagen of a year with their names (Atw art. 3, first and second paragraph)."""
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise KalenderFout(
            f"Het jaar {jaar} staat niet in de kalender. Kies een jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}."
        )
    bron = holidays.country_holidays("NL", years=jaar, categories=("public", "optional"), language="nl")
    namen = {dag: [ATW_FEESTDAGEN[n] for n in bron.get_list(dag) if n in ATW_FEESTDAGEN] for dag in sorted(bron)}
    return MappingProxyType({dag: " en ".join(delen) for dag, delen in namen.items() if delen})


@dataclass(frozen=True)
class Kalender:
    """The feestdagen of the Atw plus the days equated by royal decree (Atw art. 3 lid 3), as (day, name, source)."""

    extra: tuple[tuple[date, str, str], ...] = ()

    @cached_property
    def _extra_namen(self) -> Mapping[date, str]:
        return {dag: naam for dag, naam, _bron in self.extra}

    @cached_property
    def versie(self) -> str:
        """Name the calendar, so a stored date can be derived again with the same days."""
        if not self.extra:
            return KALENDERVERSIE
        merk = hashlib.sha256(",".join(dag.isoformat() for dag, _n, _b in self.extra).encode()).hexdigest()[:8]
        return f"{KALENDERVERSIE} + {len(self.extra)} ({merk})"

    def naam(self, dag: date) -> str | None:
        return feestdagen(dag.year).get(dag) or self._extra_namen.get(dag)

    def is_feestdag(self, dag: date) -> bool:
        return self.naam(dag) is not None

    def is_werkdag(self, dag: date) -> bool:
        return not is_weekend(dag) and not self.is_feestdag(dag)

    def eerste_werkdag(self, vanaf: date) -> date:
        """Find the first werkdag on or after a day."""
        dag = vanaf
        while not self.is_werkdag(dag):
            dag += timedelta(days=1)
        return dag

    def werkdagen(self, na: date, tot: date) -> int:
        """Count the werkdagen after one day, up to and including another."""
        return sum(self.is_werkdag(na + timedelta(days=n)) for n in range(1, (tot - na).days + 1))


def geen_werkdag(dag: date, kalender: Kalender) -> str:
    """Say that a day falls in a weekend or on a feestdag; empty on a werkdag.

    For a gesprek and a hoorzitting it is no ground to refuse the day: Awb art. 7:2 to 7:7 sets none for a hearing, and
    nothing does for a gesprek. The Atw only moves the end of a termijn (art. 1).
    """
    if kalender.is_werkdag(dag):
        return ""
    naam = kalender.naam(dag)
    return f"{datum_lang(dag).capitalize()} is geen werkdag{f' ({naam})' if naam else ''}."


def opvallend(dag: date, kalender: Kalender, on: date) -> str:
    """Say why a day for a gesprek or a hoorzitting may not be what was meant: no werkdag, or more than a year ahead."""
    ver = f"Die dag is pas over {periode(on, dag)}." if (dag - on).days > JAAR else ""
    return " ".join(filter(None, (geen_werkdag(dag, kalender), ver)))


def kalender(extra: Iterable[tuple[date, str, str]] = ()) -> Kalender:
    """Build the calendar; a day given twice counts once."""
    return Kalender(tuple(sorted({dag: (dag, naam, bron) for dag, naam, bron in extra}.values())))
