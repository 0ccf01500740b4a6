"""What a letter that ends the support says, beside what the consulent writes."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from config.weergave import datum as datumtekst


def niet_erkend_tekst(gemeld: date) -> str:
    """Give the reason with which the consulent begins after niet erkend; it is the same for everybody."""
    return (
        f"UHT heeft ons op {datumtekst(gemeld)} laten weten dat u niet bent erkend als gedupeerde. Daarom moeten wij de"
        " brede ondersteuning stoppen. Dat staat in de wet.\n\nHeeft u nog hulp nodig? Dan kunt u terecht bij de gewone"
        " hulp van de gemeente. Wij helpen u om die te vinden."
    )


def artikel_niet_erkend(gemeld: date) -> str:
    """Name the article that an end after niet erkend rests on, with the message that it needs (Awb art. 3:47)."""
    return (
        "Wet hersteloperatie toeslagen, artikel 2.21 lid 6: de brede ondersteuning stopt binnen 30 dagen na het bericht"
        f" van UHT dat iemand niet is erkend als gedupeerde. Dat bericht kregen wij op {datumtekst(gemeld)}."
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
