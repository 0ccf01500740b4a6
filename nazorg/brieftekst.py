"""What a letter that ends the support says, beside what the consulent writes."""

from collections.abc import Iterable
from typing import Protocol

NIET_ERKEND_TEKST = (
    "UHT heeft ons laten weten dat u niet bent erkend als gedupeerde. Daarom moeten wij de brede ondersteuning stoppen."
    " Dat staat in de wet.\n\nHeeft u nog hulp nodig? Dan kunt u terecht bij de gewone hulp van de gemeente. Wij helpen"
    " u om die te vinden."
)


class LooptDoor(Protocol):
    """A voorziening of which something is still to come, and what."""

    @property
    def omschrijving(self) -> str: ...

    @property
    def nog(self) -> str: ...


def toelichting_in_brief(toelichting: str, doorlopend: Iterable[LooptDoor]) -> str:
    """Add to the reason what the rechthebbende keeps: what was granted is fulfilled (VNG handreiking 2025 §4.4)."""
    houdt = "; ".join(f"{rij.omschrijving}, {rij.nog}" for rij in doorlopend)
    kern = toelichting.strip()
    return f"{kern}\n\nWat wij al hebben toegekend, krijgt u nog: {houdt}." if houdt else kern
