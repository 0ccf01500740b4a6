"""The choice between normbedragen and actual costs, and its one switch (Regeling SPUK 2021, art. 6 lid 2, 3 and 7)."""

from collections.abc import Iterator
from dataclasses import dataclass

from spuk.componenten import ALTIJD_WERKELIJK, Component, Wijze

# VNG-handreiking SPUK 2024 §2.1.2 and H3: the switch takes effect in one of these verantwoordingsjaren.
SWITCH_JAREN = (2023, 2024)


class KeuzeFout(ValueError):
    """The choice is not one the regeling allows; `meldingen` says why, in plain Dutch."""

    def __init__(self, meldingen: tuple[str, ...]) -> None:
        super().__init__(" ".join(meldingen))
        self.meldingen = meldingen


@dataclass(frozen=True)
class Keuze:
    """What the gemeente chose before a switch, and the ingangsjaar of the switch to actual costs, if any."""

    abdf: Wijze
    e: Wijze
    switch_abdf: int | None = None
    switch_e: int | None = None

    def __post_init__(self) -> None:
        meldingen = tuple(self._find_faults())
        if meldingen:
            raise KeuzeFout(meldingen)

    def _find_faults(self) -> Iterator[str]:
        yield from _find_switch_faults("A, B, D en F", self.abdf, self.switch_abdf)
        yield from _find_switch_faults("E", self.e, self.switch_e)
        if self.switch_abdf and self.switch_e and self.switch_abdf != self.switch_e:
            yield (
                f"De overstap is voor A, B, D en F in {self.switch_abdf} en voor E in {self.switch_e}. "
                "Stapt u voor allebei over, dan is het jaar gelijk. Kies voor beide hetzelfde jaar."
            )

    def get_wijze(self, component: Component, jaar: int) -> Wijze:
        """Say how a component is accounted for in one year: a switch holds from its ingangsjaar on (art. 6 lid 3)."""
        if component in ALTIJD_WERKELIJK:
            return Wijze.WERKELIJK
        is_e = component is Component.E
        begin, switch = (self.e, self.switch_e) if is_e else (self.abdf, self.switch_abdf)
        return Wijze.WERKELIJK if switch is not None and jaar >= switch else begin


def _find_switch_faults(waarvoor: str, begin: Wijze, switch: int | None) -> Iterator[str]:
    """Refuse a switch back to normbedragen and any other ingangsjaar (art. 6 lid 3: once, only to actual costs)."""
    if switch is None:
        return
    if begin is Wijze.WERKELIJK:
        yield (
            f"Voor {waarvoor} koos u al werkelijke kosten. Overstappen kan alleen van normbedrag naar werkelijke"
            " kosten. Kies geen overstap, of kies eerst het normbedrag."
        )
    if switch not in SWITCH_JAREN:
        yield (
            f"De overstap voor {waarvoor} is in {switch}. Overstappen kan alleen met ingang van 2023 of 2024. "
            "Kies een van die jaren, of geen overstap."
        )
