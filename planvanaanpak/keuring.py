"""What a proposed voorziening must meet, in the words of the form. The action refuses what the form would."""

from collections.abc import Mapping
from typing import Any

from planvanaanpak.keuzes import Noodzaak, Voorstel
from planvanaanpak.prijs import keur_bedragen
from planvanaanpak.vensters import Vensters
from planvanaanpak.voorzieningkeuzes import Toegang

# VNG handreiking 2025 §4.3 and Beleidsregels Tiel 2025, toelichting artikel 6: wens and noodzaak are told apart.
GEEN_WENS = "Een wens kunt u niet toekennen. Kies afwijzen, of noodzaak als het nodig is voor een nieuwe start."
# Awb 3:46: a refusal says on which ground.
ZONDER_GROND = "Kies op welke grond u dit afwijst. De grond staat in de brief."
# VNG handreiking 2025 §4.3: what anybody may use is described in the plan; no besluit is needed for it.
VRIJ_KOST_NIETS = "Wat vrij toegankelijk is, kost hier niets. Vul 0 in, of kies niet vrij toegankelijk."
LOOPTIJD = "De laatste dag kan niet vóór de eerste dag liggen."


def keur(voorziening: Mapping[str, Any], vensters: Vensters | None = None) -> dict[str, str]:
    """Give what is wrong with a voorziening, by field; empty when it may be proposed."""
    fouten: dict[str, str] = {}
    vanaf, tot = voorziening.get("looptijd_vanaf"), voorziening.get("looptijd_tot")
    if vanaf and tot and tot < vanaf:
        fouten["looptijd_tot"] = LOOPTIJD
    bedragen = ("aantal", "eenheidsprijs", "bedrag", "btw")
    fouten |= keur_bedragen(**{veld: voorziening.get(veld) for veld in bedragen})
    if voorziening.get("voorstel") == Voorstel.AFWIJZEN:
        if not (voorziening.get("weigeringsgrond") or "").strip():
            fouten["weigeringsgrond"] = ZONDER_GROND
        return fouten
    if voorziening.get("noodzaak") == Noodzaak.WENS:
        fouten["voorstel"] = GEEN_WENS
    if voorziening.get("toegang") == Toegang.VRIJ:
        return fouten | ({"bedrag": VRIJ_KOST_NIETS} if voorziening.get("bedrag") else {})
    venster = vensters.voor(voorziening.get("soort") or "") if vensters else None
    if venster is not None and venster.weigert:
        fouten["soort"] = venster.tekst
    return fouten


def zelfde_goed(ene: str, andere: str) -> bool:
    """Say whether two descriptions name the same good; the beleid gives one vergoeding per goed (Tiel, art. 4)."""
    return " ".join(ene.split()).casefold() == " ".join(andere.split()).casefold()
