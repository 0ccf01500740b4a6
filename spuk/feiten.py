"""The facts behind a declaration: one frozen row per contact, plan, driegesprek, cost line and telling.

A row carries `bron`, the id of the record it came from, so every counted row leads back to its dossier. Rows can be
built from `values_list()` of a query. A `Kosten` row may stand for many cost lines (`aantal`) that a query has summed.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from spuk.componenten import Component

Bron = int | str | None


@dataclass(frozen=True, slots=True)
class Contact:
    """The first contact with somebody; `niet_gedupeerd` when nothing is paid for it (spuk.gedupeerden)."""

    gezin: str
    datum: date
    bron: Bron = None
    niet_gedupeerd: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan van aanpak. Addenda are no plans; several versions of one plan share its `plan`."""

    plan: str
    persoon: str
    gezin: str | None = None
    vastgesteld: date | None = None
    akkoord: date | None = None
    akkoordbewijs: bool = False
    nazorg_start: date | None = None
    bron: Bron = None

    @property
    def overeengekomen_op(self) -> date | None:
        """Give the day the plan was both vastgesteld and agreed; proof is asked separately."""
        if self.vastgesteld is None or self.akkoord is None:
            return None
        return max(self.vastgesteld, self.akkoord)


@dataclass(frozen=True, slots=True)
class Driegesprek:
    persoon: str
    datum: date
    derde: bool
    bron: Bron = None


@dataclass(frozen=True, slots=True)
class Kosten:
    """A cost line, or the sum of `aantal` lines of one component and year. Net of btw counts.

    `toegekend` is what was granted for its `voorziening`, with btw, and `geboekt` the day it was booked.
    """

    component: Component
    datum: date
    netto: Decimal
    btw: Decimal = Decimal(0)
    persoon: str | None = None
    plan: str | None = None
    verplichting: date | None = None
    aantal: int = 1
    bron: Bron = None
    voorziening: str | None = None
    toegekend: Decimal | None = None
    geboekt: date | None = None

    @property
    def bruto(self) -> Decimal:
        return self.netto + self.btw


@dataclass(frozen=True, slots=True)
class Telling:
    """The number of (potentieel) gedupeerden that UHT knew for a year; `herkomst` names the list it came from."""

    jaar: int
    aantal: int
    peildatum: date | None = None
    herkomst: str = ""
    bron: Bron = None


@dataclass(frozen=True, slots=True)
class Feiten:
    contacten: tuple[Contact, ...] = ()
    plannen: tuple[Plan, ...] = ()
    driegesprekken: tuple[Driegesprek, ...] = ()
    kosten: tuple[Kosten, ...] = ()
    tellingen: tuple[Telling, ...] = ()
    onbekende_velden: tuple[str, ...] = ()
