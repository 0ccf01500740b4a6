"""What a letter that ends the support says, beside what the consulent writes."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from config.weergave import datum

NIET_ERKEND_TEKST = (
    "UHT heeft ons laten weten dat u niet bent erkend als gedupeerde. Daarom moeten wij de brede ondersteuning stoppen."
    " Dat staat in de wet.\n\nHeeft u nog hulp nodig? Dan kunt u terecht bij de gewone hulp van de gemeente. Wij helpen"
    " u om die te vinden."
)


class Doorlopend(Protocol):
    """A voorziening that runs on after the end."""

    omschrijving: str
    looptijd_tot: date | None


def toelichting_in_brief(toelichting: str, doorlopend: Iterable[Doorlopend]) -> str:
    """Add to the reason what the rechthebbende keeps: what was granted is fulfilled (VNG handreiking 2025 §4.4)."""
    houdt = "; ".join(_met_einde(voorziening) for voorziening in doorlopend)
    kern = toelichting.strip()
    return f"{kern}\n\nWat wij al hebben toegekend, loopt door: {houdt}." if houdt else kern


def _met_einde(voorziening: Doorlopend) -> str:
    if voorziening.looptijd_tot is None:
        return voorziening.omschrijving
    return f"{voorziening.omschrijving}, tot en met {datum(voorziening.looptijd_tot)}"
