"""Look in the letter of a besluit for an address that is geheim: no letter tells it (decision 1391)."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from cases.actions.basis import ActieFout
from cases.briefadres import noemt_geheim_adres
from cases.models import Persoon
from config.weergave import op_een_rij
from planvanaanpak.adresplekken import LEEFGEBIEDEN, PLAN, VOORZIENINGEN, Adresplek, vind
from planvanaanpak.models import PlanVanAanpak, Voorziening
from planvanaanpak.nodig import AKKOORD, COMMISSIE, DOEL, PRIJS, SANERING, SITUATIE, VOORZIENING

# What is filled in elsewhere than on the page of the voorziening, and what has another name there.
ELDERS = {"prijs": PRIJS, "sanering": SANERING}
VELDNAAM = {
    "grond": "weigeringsgrond",
    "rekensom": "eenheid",
    "betaling": "uitvoerder",
    "uitzondering": "uitzondering_waarom",
}


def list_adresplekken(persoon: Persoon, brief: Mapping[str, Any]) -> tuple[Adresplek, ...]:
    return vind(brief, partial(noemt_geheim_adres, persoon)) if persoon.geheim_adres else ()


def eis_zonder_geheim_adres(persoon: Persoon, brief: Mapping[str, Any]) -> None:
    """Refuse a letter in which somebody typed the address of an inwoner that is geheim, and name the fields."""
    if plekken := list_adresplekken(persoon, brief):
        waar = op_een_rij([f"‘{plek.tekst}’" for plek in plekken])
        raise ActieFout(f"Het adres van deze inwoner is geheim, maar staat bij {waar}. Haal het daar weg.")


def adrespunten(
    brief: Mapping[str, Any], plan: PlanVanAanpak, voorstellen: list[Voorziening]
) -> tuple[tuple[str, str], ...]:
    """Give for the checklist of a plan where its letter would tell the address: in words, and where that is typed."""
    plekken = list_adresplekken(plan.dossier.persoon, brief)
    return tuple((plek.tekst, _waar(plek, plan, voorstellen)) for plek in plekken)


def _waar(plek: Adresplek, plan: PlanVanAanpak, voorstellen: list[Voorziening]) -> str:
    if plek.deel == PLAN:
        return SITUATIE if plek.veld == "situatie" else AKKOORD
    if plek.deel == LEEFGEBIEDEN:
        code = plan.leefgebieden.all()[plek.rij].leefgebied
        return f"{code}-{'doel' if plek.veld == 'doelen' else plek.veld}"
    assert plek.deel == VOORZIENINGEN, "van het plan is er niet meer"
    voorziening = voorstellen[plek.rij]
    if plek.veld in ("advies", "afwijking"):
        return COMMISSIE
    if plek.veld == "doel":
        return f"{DOEL}:{voorziening.doel_id}"
    if plek.veld in ELDERS:
        return f"{ELDERS[plek.veld]}:{voorziening.pk}"
    return f"{VOORZIENING}:{voorziening.pk}#{VELDNAAM.get(plek.veld, plek.veld)}"
