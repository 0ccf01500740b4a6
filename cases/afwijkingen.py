"""What a gemeente changes in the profile of its beleid: stored as JSON, read and checked here, told in words.

`lengtes` holds a length per rule code (null for off), `waarschuwingen` a list of days ahead per rule code; the other
keys are the settings of cases.beleid.Regels.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from cases.beleid import PROFIELEN, Aanvraagmoment, Regels, VensterVanaf
from cases.eenheden import Eenheid, opsomming
from cases.kalender import LAATSTE_JAAR
from cases.register import OnbekendeRegel, alle_regels
from cases.register import regel as zoek_regel
from cases.termijnregels import Termijnregel
from cases.weigeringsgrond import Gronduitzondering, Weigeringsgrond
from config.weergave import telwoord

# Termijnen that no gemeente sets: the law does, or an agreement for the whole country. Changed only because that did.
VASTE_LENGTES = (
    "plan_van_aanpak",
    "materiele_verstrekking",
    "besluiten",
    "acclimatisatie",
    "nieuwe_kosten",
    "bezwaar",
    "besluit_op_bezwaar",
    "beroep",
    "niet_tijdig_uitspraak",
    "besluit_na_uitspraak",
    "ingebrekestelling",
    "buiten_behandeling",
    "uht_antwoord",
    "saneringskrediet",
)
# These belong to the gemeente as a whole and are counted without beleid: only their warnings can be changed.
ZONDER_LENGTE = (
    "portaalbestand",
    "sisa_indienen",
    "jaarlijst",
    "verplichtingen_tot",
    "verantwoorden_tot",
    "spoed_verificatie",
    "verificatiecode",
)
# The days on which the SPUK-regeling ends: changed only because the regeling was.
VASTE_DAGEN = ("verplichtingen_tot", "verantwoorden_tot")
BEGIN_SPUK = 2020
BRON_WET = "bron_wet"
_MEESTE = {
    Eenheid.WERKDAGEN: 60,
    Eenheid.DAGEN: 365,
    Eenheid.WEKEN: 104,
    Eenheid.MAANDEN: 60,
    Eenheid.JAREN: 10,
}
MEESTE_WAARSCHUWINGEN, VERSTE_WAARSCHUWING, LANGSTE_TEKST, LANGSTE_ARTIKEL = 4, 365, 200, 120


class OngeldigBeleid(ValueError):
    """A change that can't be; the text is Dutch and meant for the user, `sleutel` names the setting."""

    def __init__(self, sleutel: str, tekst: str) -> None:
        super().__init__(tekst)
        self.sleutel = sleutel


GRONDEN: Mapping[str, str] = {
    code: tekst
    for profiel in reversed(tuple(PROFIELEN.values()))
    for code, tekst in profiel.beeindigingsgronden.items()
}
INSTELLINGEN: Mapping[str, str] = {
    "aanvraagmoment": "Moment van de aanvraag",
    "leeftijd_zelfstandig": "Leeftijd waarop een jongere zelf aanvraagt",
    "overleg_verplicht": "Vragen met wie er overleg was",
    "venster_vanaf": "Eerste gesprek van vóór 2025: 6 maanden en 2 jaar tellen vanaf",
    "venster_bevestigd": "Ook een besluit weigeren na die 6 maanden en 2 jaar",
    "nazorg_min_maanden": "Nazorg duurt minstens",
    "nazorg_toestemming": "Toestemming vragen voor nazorg",
    "nazorg_na": "Nazorg na",
    "beeindigingsgronden": "Gronden om te beëindigen",
    "weigeringsgronden": "Gronden om af te wijzen",
    "beoordelingscommissie": "Een commissie beoordeelt het plan",
    "prijzen_vergelijken": "Aantal prijzen om te vergelijken",
    "goed_eenmalig": "Elk goed één keer vergoeden",
    "fasen": "Fasen van het plan",
    "verplichtingen_tot": "SPUK: nieuwe verplichtingen tot en met",
    "verantwoorden_tot": "SPUK: kosten verantwoorden tot en met",
}


def pas_toe(profiel: str, afwijkingen: Mapping[str, Any], geldig_vanaf: date) -> Regels:
    """Give the rules of a profile with these changes; raises OngeldigBeleid for what is unknown or can't be."""
    if not afwijkingen:
        return PROFIELEN[profiel]
    return _toegepast(profiel, json.dumps(afwijkingen, sort_keys=True), geldig_vanaf)


@lru_cache(maxsize=256)
def _toegepast(profiel: str, afwijkingen: str, geldig_vanaf: date) -> Regels:
    """Read a stored change once: every date of every dossier asks for it."""
    return lees(PROFIELEN[profiel], json.loads(afwijkingen), geldig_vanaf)


def lees(profiel: Regels, afwijkingen: Mapping[str, Any], geldig_vanaf: date) -> Regels:
    """Check a change of a profile and give the rules with it; the name says that they are the gemeente's own."""
    waarden: dict[str, Any] = {}
    for sleutel, waarde in _zonder_oude_vorm(profiel, afwijkingen).items():
        if sleutel not in _LEZERS:
            raise OngeldigBeleid(sleutel, f"De instelling '{sleutel}' bestaat niet. Haal hem weg.")
        waarden[sleutel] = _LEZERS[sleutel](sleutel, waarde)
    bron_wet = waarden.pop(BRON_WET, "")
    for veld in ("lengtes", "waarschuwingen"):
        if veld in waarden:
            waarden[veld] = {**getattr(profiel, veld), **waarden[veld]}
    regels = replace(profiel, naam=eigen_naam(profiel, geldig_vanaf), **waarden)
    _eis_bron(profiel, regels, bron_wet)
    _eis_samenhang(regels)
    return regels


def _zonder_oude_vorm(profiel: Regels, afwijkingen: Mapping[str, Any]) -> dict[str, Any]:
    """Read what was stored in an older shape.

    `beeindiging_dagen` was a setting beside the length of the same rule. A weigeringsgrond was its words alone: the
    article and the exception are then those that the profile gives the same code.
    """
    nu = dict(afwijkingen)
    if "beeindiging_dagen" in nu:
        dagen = nu.pop("beeindiging_dagen")
        nu["lengtes"] = {"beeindiging": dagen, **nu.get("lengtes", {})}
    if isinstance(gronden := nu.get("weigeringsgronden"), Mapping):
        nu["weigeringsgronden"] = {code: _met_artikel(profiel, code, grond) for code, grond in gronden.items()}
    return nu


def _met_artikel(profiel: Regels, code: str, grond: Any) -> Any:
    if not isinstance(grond, str):
        return grond
    bekend = profiel.weigeringsgronden.get(code)
    return (bekend.als_json if bekend else {}) | {"tekst": grond}


def eigen_naam(profiel: Regels, geldig_vanaf: date) -> str:
    """Name changed beleid on every termijn that is counted with it, in at most 40 characters."""
    return f"{profiel.naam}, eigen {geldig_vanaf:%d-%m-%Y}"


def gewijzigde_wet(profiel: Regels, regels: Regels) -> tuple[Termijnregel, ...]:
    """Give the rules of which the law sets the length or the last day, where that is another than in the profile."""
    lengtes = [regel for regel in map(zoek_regel, VASTE_LENGTES) if regels.lengte(regel) != profiel.lengte(regel)]
    dagen = [regel for regel in map(zoek_regel, VASTE_DAGEN) if regels.vaste_dag(regel) != profiel.vaste_dag(regel)]
    return (*lengtes, *dagen)


def _eis_bron(profiel: Regels, regels: Regels, bron_wet: str) -> None:
    """The law may have changed; a gemeente alone can't set these, so the wijziging must be named."""
    anders = gewijzigde_wet(profiel, regels)
    if anders and not bron_wet:
        namen = opsomming([regel.kort for regel in anders])
        wat = "de laatste dag" if all(regel.code in VASTE_DAGEN for regel in anders) else "de lengte"
        raise OngeldigBeleid(
            BRON_WET, f"De wet bepaalt {wat} van {namen}. Noem de wijziging van de wet waarin het anders staat."
        )


def _eis_samenhang(regels: Regels) -> None:
    if "niet_erkend" not in regels.beeindigingsgronden:
        raise OngeldigBeleid(
            "beeindigingsgronden",
            "De grond 'Niet erkend als gedupeerde' staat in de wet (Wht artikel 2.21 lid 6). Laat hem staan.",
        )
    if onbekend := [code for code in regels.nazorg_na if code not in regels.beeindigingsgronden]:
        raise OngeldigBeleid(
            "nazorg_na", f"Nazorg na '{GRONDEN[onbekend[0]]}' kan niet: kies dat dan ook als grond om te beëindigen."
        )
    hoogstens = regels.nazorg_max_maanden
    if hoogstens is not None and regels.nazorg_min_maanden > hoogstens:
        raise OngeldigBeleid(
            "nazorg_min_maanden", f"De nazorg duurt hoogstens {telwoord(hoogstens, 'maand', 'maanden')}. Kies minder."
        )
    if regels.verantwoorden_tot < regels.verplichtingen_tot:
        raise OngeldigBeleid(
            "verantwoorden_tot",
            "Verantwoorden houdt niet eerder op dan nieuwe verplichtingen. Kies een latere dag.",
        )


def _getal(sleutel: str, waarde: Any, minst: int, meest: int, wat: str) -> int:
    if not isinstance(waarde, int) or isinstance(waarde, bool) or not minst <= waarde <= meest:
        raise OngeldigBeleid(sleutel, f"{wat}: kies een heel getal van {minst} tot en met {meest}.")
    return waarde


def _per_regel(sleutel: str, waarde: Any) -> list[tuple[Termijnregel, Any]]:
    if not isinstance(waarde, Mapping):
        raise OngeldigBeleid(sleutel, f"Geef '{sleutel}' per termijn op.")
    try:
        return [(zoek_regel(code), deel) for code, deel in waarde.items()]
    except OnbekendeRegel as fout:
        raise OngeldigBeleid(sleutel, str(fout)) from None


def _lengtes(sleutel: str, waarde: Any) -> dict[str, int | None]:
    uit: dict[str, int | None] = {}
    for regel, lengte in _per_regel(sleutel, waarde):
        bij = f"{sleutel}.{regel.code}"
        if regel.code in ZONDER_LENGTE:
            raise OngeldigBeleid(bij, f"{regel.kort}: de lengte is voor elke gemeente gelijk.")
        if lengte is None and regel.code in VASTE_LENGTES:
            raise OngeldigBeleid(bij, f"{regel.kort}: de wet stelt deze termijn. U kunt hem niet uitzetten.")
        uit[regel.code] = None if lengte is None else _getal(bij, lengte, 1, _MEESTE[regel.eenheid], regel.kort)
    return uit


def _waarschuwingen(sleutel: str, waarde: Any) -> dict[str, tuple[int, ...]]:
    uit: dict[str, tuple[int, ...]] = {}
    for regel, dagen in _per_regel(sleutel, waarde):
        bij = f"{sleutel}.{regel.code}"
        if not isinstance(dagen, list) or len(dagen) > MEESTE_WAARSCHUWINGEN:
            raise OngeldigBeleid(bij, f"{regel.kort}: geef hoogstens {MEESTE_WAARSCHUWINGEN} waarschuwingen op.")
        getallen = {_getal(bij, dag, 1, VERSTE_WAARSCHUWING, f"{regel.kort}, dagen vooraf") for dag in dagen}
        uit[regel.code] = tuple(sorted(getallen, reverse=True))
    return uit


def _getal_van(minst: int, meest: int, *, mag_leeg: bool = False) -> Callable[[str, Any], int | None]:
    def lezer(sleutel: str, waarde: Any) -> int | None:
        if mag_leeg and waarde is None:
            return None
        return _getal(sleutel, waarde, minst, meest, INSTELLINGEN[sleutel])

    return lezer


def _ja_nee(sleutel: str, waarde: Any) -> bool:
    if not isinstance(waarde, bool):
        raise OngeldigBeleid(sleutel, f"{INSTELLINGEN[sleutel]}: kies ja of nee.")
    return waarde


def _keuze_uit(keuzes: type[StrEnum]) -> Callable[[str, Any], StrEnum]:
    def lezer(sleutel: str, waarde: Any) -> StrEnum:
        try:
            return keuzes(waarde)
        except ValueError:
            raise OngeldigBeleid(sleutel, f"{INSTELLINGEN[sleutel]}: kies een van de mogelijkheden.") from None

    return lezer


def _dag(sleutel: str, waarde: Any) -> date:
    """Read a day that the calendar knows, from the year in which activities count (SPUK-regeling art. 3 lid 2)."""
    try:
        dag = date.fromisoformat(waarde)
    except (TypeError, ValueError):
        raise OngeldigBeleid(sleutel, f"{INSTELLINGEN[sleutel]}: geef een datum op.") from None
    if not BEGIN_SPUK <= dag.year < LAATSTE_JAAR:
        raise OngeldigBeleid(
            sleutel, f"{INSTELLINGEN[sleutel]}: kies een dag van {BEGIN_SPUK} tot en met {LAATSTE_JAAR - 1}."
        )
    return dag


def _tekst(sleutel: str, waarde: Any) -> str:
    if not isinstance(waarde, str) or not waarde.strip() or len(waarde) > LANGSTE_TEKST:
        wat = INSTELLINGEN.get(sleutel, "De wijziging van de wet")
        raise OngeldigBeleid(sleutel, f"{wat}: gebruik 1 tot en met {LANGSTE_TEKST} tekens per regel.")
    return waarde.strip()


def _teksten(sleutel: str, waarde: Any) -> tuple[str, ...]:
    if not isinstance(waarde, list):
        raise OngeldigBeleid(sleutel, f"{INSTELLINGEN[sleutel]}: geef een lijst op.")
    return tuple(_tekst(sleutel, deel) for deel in waarde)


def _codes(sleutel: str, waarde: Any) -> tuple[str, ...]:
    codes = _teksten(sleutel, waarde)
    if onbekend := [code for code in codes if code not in GRONDEN]:
        raise OngeldigBeleid(sleutel, f"De grond '{onbekend[0]}' bestaat niet.")
    return codes


def _gronden(sleutel: str, waarde: Any) -> dict[str, str]:
    if not isinstance(waarde, Mapping):
        raise OngeldigBeleid(sleutel, f"{INSTELLINGEN[sleutel]}: geef per grond een tekst op.")
    return {code: _tekst(sleutel, tekst) for code, tekst in waarde.items()}


def _weigeringsgronden(sleutel: str, waarde: Any) -> dict[str, Weigeringsgrond]:
    if not isinstance(waarde, Mapping) or not all(isinstance(grond, Mapping) for grond in waarde.values()):
        raise OngeldigBeleid(sleutel, f"{INSTELLINGEN[sleutel]}: geef per grond een tekst op.")
    return {code: _weigeringsgrond(sleutel, grond) for code, grond in waarde.items()}


def _weigeringsgrond(sleutel: str, grond: Mapping[str, Any]) -> Weigeringsgrond:
    artikel = grond.get("artikel", "")
    if not isinstance(artikel, str) or len(artikel) > LANGSTE_ARTIKEL:
        raise OngeldigBeleid(sleutel, f"{INSTELLINGEN[sleutel]}: een artikel heeft hoogstens {LANGSTE_ARTIKEL} tekens.")
    try:
        uitzondering = Gronduitzondering(grond.get("uitzondering", ""))
    except ValueError:
        raise OngeldigBeleid(sleutel, f"{INSTELLINGEN[sleutel]}: kies een uitzondering die bestaat.") from None
    tekst = _tekst(sleutel, grond.get("tekst", ""))
    return Weigeringsgrond(tekst=tekst, artikel=artikel.strip(), uitzondering=uitzondering)


def _einde_gronden(sleutel: str, waarde: Any) -> dict[str, str]:
    gronden = _gronden(sleutel, waarde)
    _codes(sleutel, list(gronden))
    return gronden


_LEZERS: Mapping[str, Callable[[str, Any], Any]] = {
    "lengtes": _lengtes,
    "waarschuwingen": _waarschuwingen,
    BRON_WET: _tekst,
    "aanvraagmoment": _keuze_uit(Aanvraagmoment),
    "leeftijd_zelfstandig": _getal_van(12, 18),
    "overleg_verplicht": _ja_nee,
    "venster_vanaf": _keuze_uit(VensterVanaf),
    "venster_bevestigd": _ja_nee,
    "nazorg_min_maanden": _getal_van(1, 60),
    "nazorg_toestemming": _ja_nee,
    "nazorg_na": _codes,
    "beeindigingsgronden": _einde_gronden,
    "weigeringsgronden": _weigeringsgronden,
    "beoordelingscommissie": _ja_nee,
    "prijzen_vergelijken": _getal_van(2, 10, mag_leeg=True),
    "goed_eenmalig": _ja_nee,
    "fasen": _teksten,
    **dict.fromkeys(VASTE_DAGEN, _dag),
}


def vergelijk(profiel: Regels, waarden: Mapping[str, Any]) -> dict[str, Any]:
    """Give of a whole set of values, in the shape of the JSON, only what differs from the profile."""
    uit: dict[str, Any] = {}
    regels = {regel.code: regel for regel in alle_regels()}
    lengtes = {c: w for c, w in waarden.get("lengtes", {}).items() if w != profiel.lengte(regels[c])}
    dagen = {c: w for c, w in waarden.get("waarschuwingen", {}).items() if tuple(w) != profiel.waarschuwt(regels[c])}
    uit |= {sleutel: deel for sleutel, deel in (("lengtes", lengtes), ("waarschuwingen", dagen)) if deel}
    for sleutel in INSTELLINGEN:
        if sleutel in waarden and waarden[sleutel] != als_json(getattr(profiel, sleutel)):
            uit[sleutel] = waarden[sleutel]
    return uit


def als_json(waarde: Any) -> Any:
    """Give a setting in the shape in which it is stored."""
    if isinstance(waarde, StrEnum):
        return waarde.value
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, tuple):
        return list(waarde)
    if isinstance(waarde, Weigeringsgrond):
        return waarde.als_json
    return {sleutel: als_json(deel) for sleutel, deel in waarde.items()} if isinstance(waarde, Mapping) else waarde
