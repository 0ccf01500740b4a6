"""What an indicator can be filled with, by a key that a mapping table can store."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from spuk.componenten import ABDF, Component, Wijze
from spuk.totalen import Totaal

Waarde = int | Decimal | bool | None


@dataclass(frozen=True)
class Gegevens:
    totaal: Totaal
    plannen_jaar: int
    plannen_cumulatief: int
    eindverantwoording: bool = False


Formule = Callable[[Gegevens], Waarde]

_GROEPEN: Mapping[str, tuple[Component, ...]] = {
    "abd": (Component.A, Component.B, Component.D),
    "abdf": ABDF,
    **{component.lower(): (component,) for component in Component},
}


def _make_bedrag(componenten: tuple[Component, ...], wijze: Wijze | None, *, cumulatief: bool) -> Formule:
    """Make the formula of an amount; it gives None when the components belong in the other reeks."""

    def compute(gegevens: Gegevens) -> Decimal | None:
        if wijze is not None and gegevens.totaal[componenten[0]].wijze is not wijze:
            return None
        return gegevens.totaal.get_samen(componenten)[cumulatief]

    return compute


def _make_bedragen() -> Mapping[str, Formule]:
    """Name each amount as `<groep>[_norm|_werkelijk]_<jaar|cumulatief>`."""
    return {
        "_".join(filter(None, (groep, wijze, periode))): _make_bedrag(
            componenten, wijze, cumulatief=periode == "cumulatief"
        )
        for groep, componenten in _GROEPEN.items()
        for wijze in (None, *Wijze)
        for periode in ("jaar", "cumulatief")
    }


FORMULES: Mapping[str, Formule] = MappingProxyType(
    {
        "plannen_jaar": lambda gegevens: gegevens.plannen_jaar,
        "plannen_cumulatief": lambda gegevens: gegevens.plannen_cumulatief,
        "normbedragen_abdf": lambda gegevens: gegevens.totaal.wijze_abdf is Wijze.NORM,
        "normbedragen_e": lambda gegevens: gegevens.totaal.wijze_e is Wijze.NORM,
        "eindverantwoording": lambda gegevens: gegevens.eindverantwoording,
        **_make_bedragen(),
    }
)
