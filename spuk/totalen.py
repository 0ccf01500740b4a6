"""The amounts of one verantwoordingsjaar; a total that does not add up cannot exist."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from spuk.componenten import ABDF, Component, Wijze
from spuk.geld import NUL, is_whole_cents
from spuk.regels import SpukRegels
from spuk.tellen import Som, Sommen


class TotaalKloptNiet(ValueError):
    """The parts do not add up to the whole."""


_GEEN = Som(0, NUL)


@dataclass(frozen=True)
class Onderdeel:
    """One component in one year: `aantal` units or cost lines, `tarief` only on normbedrag, amounts in whole cents."""

    component: Component
    wijze: Wijze
    aantal: int
    tarief: Decimal | None
    bedrag: Decimal
    eerder: Decimal
    cumulatief: Decimal

    def __post_init__(self) -> None:
        if not all(map(is_whole_cents, (self.bedrag, self.eerder, self.cumulatief))):
            raise TotaalKloptNiet(f"{self.component}: een bedrag is niet op hele centen afgerond.")
        if self.tarief is not None and self.aantal * self.tarief != self.bedrag:
            raise TotaalKloptNiet(f"{self.component}: {self.aantal} keer {self.tarief} is niet {self.bedrag}.")
        if self.eerder + self.bedrag != self.cumulatief:
            raise TotaalKloptNiet(f"{self.component}: {self.eerder} plus {self.bedrag} is niet {self.cumulatief}.")


@dataclass(frozen=True)
class Totaal:
    """All components of one verantwoordingsjaar, each exactly once."""

    jaar: int
    wijze_abdf: Wijze
    wijze_e: Wijze
    onderdelen: tuple[Onderdeel, ...]
    bedrag: Decimal
    cumulatief: Decimal

    def __post_init__(self) -> None:
        if [onderdeel.component for onderdeel in self.onderdelen] != list(Component):
            raise TotaalKloptNiet("Elk onderdeel hoort er één keer in, op volgorde.")
        if sum((onderdeel.bedrag for onderdeel in self.onderdelen), NUL) != self.bedrag:
            raise TotaalKloptNiet(f"De onderdelen zijn samen niet {self.bedrag}.")
        if sum((onderdeel.cumulatief for onderdeel in self.onderdelen), NUL) != self.cumulatief:
            raise TotaalKloptNiet(f"De onderdelen zijn tot en met {self.jaar} samen niet {self.cumulatief}.")

    def __getitem__(self, component: Component) -> Onderdeel:
        for onderdeel in self.onderdelen:
            if onderdeel.component is component:
                return onderdeel
        raise KeyError(component)

    def get_samen(self, componenten: Iterable[Component]) -> tuple[Decimal, Decimal]:
        """Add up some components: the amount of the year, and cumulative."""
        gekozen = [self[component] for component in componenten]
        bedrag = sum((onderdeel.bedrag for onderdeel in gekozen), NUL)
        return bedrag, sum((onderdeel.cumulatief for onderdeel in gekozen), NUL)


def compute_totaal(jaar: int, sommen: Sommen, regels: SpukRegels) -> Totaal:
    """Make the total of one year out of the sums of all years up to and including it."""
    onderdelen = tuple(_make_onderdeel(component, jaar, sommen, regels) for component in Component)
    return Totaal(
        jaar=jaar,
        wijze_abdf=regels.keuze.get_wijze(Component.A, jaar),
        wijze_e=regels.keuze.get_wijze(Component.E, jaar),
        onderdelen=onderdelen,
        bedrag=sum((onderdeel.bedrag for onderdeel in onderdelen), NUL),
        cumulatief=sum((onderdeel.cumulatief for onderdeel in onderdelen), NUL),
    )


def _make_onderdeel(component: Component, jaar: int, sommen: Sommen, regels: SpukRegels) -> Onderdeel:
    som = sommen.get((component, jaar), _GEEN)
    eerder = sum((som.bedrag for (van, in_jaar), som in sommen.items() if van is component and in_jaar < jaar), NUL)
    wijze = regels.keuze.get_wijze(component, jaar)
    tarief = _get_tarief(component, jaar, som, regels) if wijze is Wijze.NORM else None
    return Onderdeel(component, wijze, som.aantal, tarief, som.bedrag, eerder, eerder + som.bedrag)


def _get_tarief(component: Component, jaar: int, som: Som, regels: SpukRegels) -> Decimal | None:
    if component in ABDF and regels.is_looptijd(jaar):
        return regels.get_tarief(component, jaar)
    return som.bedrag if som.aantal else None
