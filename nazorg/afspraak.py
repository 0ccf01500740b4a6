"""What is agreed on the nazorg: how often there is contact and for how long, in days and in words."""

from datetime import date

from cases.beleid import Regels
from config.weergave import datum, in_woorden

MAANDEN_IN_JAAR = 12


def nazorg_tekst(regels: Regels, begin: date, tot: date | None) -> str:
    """Say in the letter what the rechthebbende may expect of the nazorg (VNG handreiking nazorg 2024 §1.1).

    It begins on the day on which the support ends; `tot` is the last day of its clock, None where the beleid has none.
    """
    hoe_vaak, hoe_lang = regels.nazorg_interval_maanden, regels.nazorg_max_maanden
    zinnen = ["De brede ondersteuning stopt, maar wij houden contact."]
    if hoe_vaak is not None and hoe_lang is not None:
        elke = "half jaar" if hoe_vaak * 2 == MAANDEN_IN_JAAR else _maanden_of_jaren(hoe_vaak)
        zinnen.append(f"Elk{_buiging(elke)} {elke} vragen wij hoe het met u gaat, {_lang(hoe_lang)} lang.")
    duurt = f" en duurt tot ongeveer {datum(tot)}" if tot else ""
    zinnen += [f"De nazorg begint op {datum(begin)}{duurt}.", "Gaat het niet goed? Bel ons dan gerust eerder."]
    return " ".join(zinnen)


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
