"""How a leefgebied of a plan reads at a glance: its short line and its state, as words with a sign."""

from dataclasses import dataclass

from config.weergave import telwoord
from planvanaanpak.keuzes import DoelStatus, Voldoet
from planvanaanpak.nodig import Punt
from planvanaanpak.plantekst import Plantekst


@dataclass(frozen=True)
class Beeld:
    """The summary line of a leefgebied, and its state: the sign and the words."""

    kort: str
    teken: str
    woorden: str


def beeld_van(tekst: Plantekst, punt: Punt) -> Beeld:
    """Say how far a leefgebied of an open plan is, from its point on the checklist."""
    if not punt.klaar:
        return Beeld(_kort(tekst), "bijna", f"{telwoord(punt.aantal, 'punt', 'punten')} open")
    return Beeld(_kort(tekst), "gehaald", "ingevuld" if tekst.hulpvraag else "geen hulpvraag")


def beeld_van_doel(tekst: Plantekst, status: str | None) -> Beeld:
    """Say how the doel of a leefgebied stands, once the plan is vastgesteld."""
    tekens = {DoelStatus.BEHAALD: "gehaald", DoelStatus.VERVALLEN: "voorbij", DoelStatus.OPEN: "loopt"}
    if status is None:
        return Beeld(_kort(tekst), "voorbij", "geen doel")
    soort = DoelStatus(status)
    return Beeld(_kort(tekst), tekens[soort], f"doel {soort.label.lower()}")


def _kort(tekst: Plantekst) -> str:
    """Give the hulpvraag in a line; without one, whether the leefgebied is in order."""
    if tekst.hulpvraag:
        return " ".join(tekst.hulpvraag.split())
    voldoet = {Voldoet.JA: "Voldoet.", Voldoet.NEE: "Voldoet niet.", Voldoet.DEELS: "Voldoet deels."}
    oordeel = voldoet[Voldoet(tekst.voldoet)] if tekst.voldoet else ""
    return f"{oordeel} Geen hulpvraag".strip()
