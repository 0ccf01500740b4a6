"""How a leefgebied of a plan reads at a glance: its short line and its state, as words with a sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from config.weergave import telwoord
from planvanaanpak.keuzes import NIET_AF, DoelStatus, Voldoet
from planvanaanpak.nodig import Planpunt
from planvanaanpak.plantekst import Plantekst

TEKENS = {
    DoelStatus.BEHAALD: "gehaald",
    DoelStatus.VERVALLEN: "voorbij",
    DoelStatus.BEZIG: "loopt",
    DoelStatus.OPEN: "loopt",
}


@dataclass(frozen=True)
class Beeld:
    """The summary line of a leefgebied, and its state: the sign and the words."""

    kort: str
    teken: str
    woorden: str


def beeld_van(tekst: Plantekst, punt: Planpunt) -> Beeld:
    """Say how far a leefgebied of an open plan is, from its point on the checklist."""
    if not punt.klaar:
        return Beeld(_kort(tekst), "bijna", f"{telwoord(punt.aantal, 'punt', 'punten')} open")
    if tekst.weggelaten:
        return Beeld(_kort(tekst), "voorbij", "weggelaten")
    if tekst.is_leeg:
        return Beeld("Dit werkt u later uit", "voorbij", "later")
    return Beeld(_kort(tekst), "gehaald", "ingevuld" if tekst.hulpvraag else "geen hulpvraag")


def beeld_van_doelen(tekst: Plantekst, statussen: Sequence[str]) -> Beeld:
    """Say how the doelen of a leefgebied stand, once the plan is vastgesteld."""
    if not statussen:
        return Beeld(_kort(tekst), "voorbij", "weggelaten" if tekst.weggelaten else "geen doel")
    if len(statussen) == 1:
        soort = DoelStatus(statussen[0])
        return Beeld(_kort(tekst), TEKENS[soort], f"doel {soort.label.lower()}")
    open_doelen = sum(status in NIET_AF for status in statussen)
    if open_doelen:
        return Beeld(_kort(tekst), "loopt", f"{open_doelen} van {len(statussen)} doelen open")
    behaald = sum(status == DoelStatus.BEHAALD for status in statussen)
    return Beeld(_kort(tekst), "gehaald" if behaald else "voorbij", f"{behaald} van {len(statussen)} doelen behaald")


def _kort(tekst: Plantekst) -> str:
    """Give the hulpvraag in a line; without one, whether the leefgebied is in order."""
    if tekst.weggelaten:
        return tekst.weggelaten
    if tekst.hulpvraag:
        return " ".join(tekst.hulpvraag.split())
    voldoet = {Voldoet.JA: "Voldoet.", Voldoet.NEE: "Voldoet niet.", Voldoet.DEELS: "Voldoet deels."}
    oordeel = voldoet[Voldoet(tekst.voldoet)] if tekst.voldoet else ""
    return f"{oordeel} Geen hulpvraag".strip()
