"""The normbedragen per verantwoordingsjaar as shipped, with source and whether the amount is confirmed.

The amounts are raised yearly with the loon- en prijsbijstelling (Regeling SPUK 2021, art. 6 lid 5). The raised amounts
were not found, so later years repeat the amounts of 2023 and say that they are still to be confirmed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from spuk.componenten import Component


@dataclass(frozen=True)
class Tarief:
    bedrag: Decimal
    bron: str
    bevestigd: bool


@dataclass(frozen=True)
class Trede:
    vanaf: int
    bedrag: Decimal
    bevestigd: bool = False


@dataclass(frozen=True)
class Staffel:
    """The steps of component E; a step holds from its lower bound on ("vanaf", art. 6 lid 7)."""

    treden: tuple[Trede, ...]
    bron: str

    def __post_init__(self) -> None:
        grenzen = [trede.vanaf for trede in self.treden]
        if not grenzen or grenzen[0] != 0 or grenzen != sorted(set(grenzen)):
            raise ValueError("Een staffel begint bij 0 en heeft oplopende grenzen, elk één keer.")

    def get_trede(self, aantal: int) -> Trede:
        if aantal < 0:
            raise ValueError("Een aantal gedupeerden is 0 of meer.")
        return next(trede for trede in reversed(self.treden) if aantal >= trede.vanaf)


@dataclass(frozen=True)
class Normbedragen:
    """All normbedragen of one verantwoordingsjaar: A, B, D and F per unit, E as a staffel."""

    jaar: int
    tarieven: Mapping[Component, Tarief]
    staffel: Staffel

    def with_bedrag(self, component: Component, bedrag: Decimal, *, bron: str) -> "Normbedragen":
        tarief = Tarief(bedrag, bron, bevestigd=True)
        return replace(self, tarieven=MappingProxyType({**self.tarieven, component: tarief}))

    def with_staffel(self, treden: tuple[Trede, ...], *, bron: str) -> "Normbedragen":
        return replace(self, staffel=Staffel(treden, bron))

    def with_trede(self, trede: Trede) -> "Normbedragen":
        """Replace the amount of one step; the others stay as they are."""
        treden = tuple(trede if een.vanaf == trede.vanaf else een for een in self.staffel.treden)
        return replace(self, staffel=replace(self.staffel, treden=treden))


_TREDEN = {
    0: Decimal("12000.00"),
    50: Decimal("48000.00"),
    100: Decimal("120000.00"),
    1000: Decimal("250000.00"),
}
TREDEN = tuple(_TREDEN)
_D_VOOR_2023 = Decimal("2244.00")
_BEDRAGEN = {
    Component.A: Decimal("380.00"),
    Component.B: Decimal("3468.00"),
    Component.D: Decimal("1795.00"),
    Component.F: Decimal("400.00"),
}
_VOOR_2023 = "Vóór de wijziging van 6 november 2023 (VNG-handreiking SPUK 2024, §2.1.2 en H3); te bevestigen"
_BASIS = "Regeling SPUK 2021, art. 6 lid 4 en 7 (tekst geldend op 1 november 2024)"
_LATER = "Bedrag van 2023; loon- en prijsbijstelling (art. 6 lid 5) nog niet bekend; te bevestigen"


def _build(jaar: int, bedragen: Mapping[Component, Decimal], bron: str, *, bevestigd: bool = False) -> Normbedragen:
    tarieven = {component: Tarief(bedrag, bron, bevestigd) for component, bedrag in bedragen.items()}
    treden = tuple(Trede(vanaf, bedrag, bevestigd) for vanaf, bedrag in _TREDEN.items())
    return Normbedragen(jaar, MappingProxyType(tarieven), Staffel(treden, bron))


# The years of the regeling: activities from 1-1-2020 (art. 3 lid 2), accounting until 1-1-2030 (art. 6 lid 1).
EERSTE_JAAR, LAATSTE_JAAR = 2020, 2029

NORMBEDRAGEN: Mapping[int, Normbedragen] = MappingProxyType(
    {jaar: _build(jaar, {**_BEDRAGEN, Component.D: _D_VOOR_2023}, _VOOR_2023) for jaar in range(EERSTE_JAAR, 2023)}
    | {2023: _build(2023, _BEDRAGEN, _BASIS, bevestigd=True)}
    | {jaar: _build(jaar, _BEDRAGEN, _LATER) for jaar in range(2024, LAATSTE_JAAR + 1)}
)
