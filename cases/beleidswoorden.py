"""Beleid in words: what differs from the profile, and each setting as a person reads it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from cases.afwijkingen import GRONDEN, INSTELLINGEN
from cases.beleid import INGANG_TERMIJNENWET, Aanvraagmoment, Regels, VensterVanaf
from cases.eenheden import opsomming
from cases.register import alle_regels
from cases.termijnregels import Termijnregel
from config.weergave import datum, telwoord

MOMENTEN: Mapping[str, str] = {
    Aanvraagmoment.AANMELDING: "de aanmelding",
    Aanvraagmoment.EERSTE_GESPREK: "het eerste gesprek",
}
VANAF: Mapping[str, str] = {
    VensterVanaf.EERSTE_GESPREK: "het eerste gesprek",
    VensterVanaf.INGANG_WET: datum(INGANG_TERMIJNENWET),
    VensterVanaf.GEEN: "nooit, die termijnen lopen dan niet",
}


def verschillen(profiel: Regels, regels: Regels) -> tuple[str, ...]:
    """Say in words where these rules differ from the profile, in the order of the road of a dossier."""
    zinnen = []
    for regel in alle_regels():
        was, nu = profiel.lengte(regel), regels.lengte(regel)
        if was != nu:
            zinnen.append(f"{regel.kort}: {_lengte(regel, nu)} in plaats van {_lengte(regel, was)}")
        eerder, later = profiel.waarschuwt(regel), regels.waarschuwt(regel)
        if eerder != later:
            zinnen.append(f"Waarschuwing bij {regel.kort}: {dagen_vooraf(later)} in plaats van {dagen_vooraf(eerder)}")
    for sleutel, label in INSTELLINGEN.items():
        voor, na = getattr(profiel, sleutel), getattr(regels, sleutel)
        if voor != na:
            zinnen.append(f"{label}: {in_woorden(sleutel, na)} in plaats van {in_woorden(sleutel, voor)}")
    return tuple(zinnen)


def _lengte(regel: Termijnregel, lengte: int | None) -> str:
    return "geen termijn" if lengte is None else regel.duur_van(lengte)


def dagen_vooraf(dagen: tuple[int, ...]) -> str:
    """14 en 3 dagen vooraf"""
    if not dagen:
        return "geen"
    return f"{opsomming([str(dag) for dag in dagen])} {'dag' if dagen == (1,) else 'dagen'} vooraf"


def in_woorden(sleutel: str, waarde: Any) -> str:
    """Say one setting in words."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return datum(waarde)
    if isinstance(waarde, StrEnum):
        return {**MOMENTEN, **VANAF}[waarde]
    if sleutel == "nazorg_na":
        waarde = [GRONDEN[code] for code in waarde]
    if isinstance(waarde, Mapping):
        waarde = list(waarde.values())
    if isinstance(waarde, list | tuple):
        return "; ".join(map(str, waarde)) or "geen"
    if sleutel == "nazorg_min_maanden":
        return telwoord(waarde, "maand", "maanden")
    return "geen" if waarde is None else str(waarde)
