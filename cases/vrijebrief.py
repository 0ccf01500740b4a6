"""What a letter says that has no rules of its own: an uitnodiging, an overdracht, that nobody answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cases.brief import Berichtbrief, Ontvanger

UITNODIGING, ONTVANGST = "uitnodiging_gesprek", "ontvangst_aanmelding"
OVERDRACHT, NAZORG, GEEN_GEHOOR = "overdracht", "uitnodiging_nazorg", "geen_gehoor"
TITELS: Mapping[str, str] = {
    UITNODIGING: "Uitnodiging voor een gesprek",
    ONTVANGST: "Wij hebben uw aanmelding ontvangen",
    OVERDRACHT: "Wij dragen uw hulp over",
    NAZORG: "Hoe gaat het met u?",
    GEEN_GEHOOR: "Wij bereiken u niet",
}


@dataclass(frozen=True, kw_only=True)
class Vrijebrief(Berichtbrief):
    """The whole context of templates/brief/vrij.html. `gegevens` is what its text may name, by code.

    `bericht` is what the consulent adds for this inwoner alone.
    """

    soort: str
    kenmerk: str
    datum: date
    ontvanger: Ontvanger
    contactpersoon: str
    gegevens: tuple[tuple[str, str], ...] = ()
    bericht: str = ""
    teksten: tuple[tuple[str, str], ...] = ()

    @property
    def tekstsoort(self) -> str:
        return self.soort

    @property
    def titel(self) -> str:
        return TITELS[self.soort]
