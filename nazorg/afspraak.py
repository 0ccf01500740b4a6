"""What is agreed on the nazorg: how often there is contact and for how long, in days and in words."""

from cases.beleid import Regels
from config.weergave import in_woorden

MAANDEN_IN_JAAR = 12


def nazorg_tekst(regels: Regels) -> str:
    """Say in the letter what the rechthebbende may expect of the nazorg (VNG handreiking nazorg 2024 §1.1)."""
    hoe_vaak, hoe_lang = regels.nazorg_interval_maanden, regels.nazorg_max_maanden
    begin = "De brede ondersteuning stopt, maar wij houden contact."
    einde = "Gaat het niet goed? Bel ons dan gerust eerder."
    if hoe_vaak is None or hoe_lang is None:
        return f"{begin} {einde}"
    elke = "half jaar" if hoe_vaak * 2 == MAANDEN_IN_JAAR else _maanden_of_jaren(hoe_vaak)
    return f"{begin} Elk{_buiging(elke)} {elke} vragen wij hoe het met u gaat, {_lang(hoe_lang)} lang. {einde}"


def _maanden_of_jaren(maanden: int) -> str:
    """Give what follows on elk or elke: jaar, maand, 3 maanden."""
    if maanden % MAANDEN_IN_JAAR == 0:
        jaren = maanden // MAANDEN_IN_JAAR
        return "jaar" if jaren == 1 else f"{in_woorden(jaren)} jaar"
    return "maand" if maanden == 1 else f"{in_woorden(maanden)} maanden"


def _buiging(woorden: str) -> str:
    return "" if woorden in ("half jaar", "jaar") else "e"


def _lang(maanden: int) -> str:
    tekst = _maanden_of_jaren(maanden)
    return f"een {tekst}" if tekst in ("jaar", "maand") else tekst
