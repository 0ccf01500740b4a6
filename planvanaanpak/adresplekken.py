"""Where in the letter of a besluit somebody typed an address, in words for who must take it out. Pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cases.brief import teksten_van
from planvanaanpak.brief import HERZIENING

PLAN, LEEFGEBIEDEN, VOORZIENINGEN, HARDHEID, BEZWAAR = "", "leefgebieden", "voorzieningen", "hardheid", "bezwaar"
# What is typed of each part of the letter, in the words of the screen that asks for it. What was sent before, and can't
# be changed any more, is not in it: what the brief om een aanvulling asked, and what holds again.
GETYPT: dict[str, dict[str, str]] = {
    PLAN: {
        "situatie": "situatie bij de aanmelding",
        "niet_akkoord": "waarmee de inwoner het niet eens is",
        "toelichting": "waarom u dit besluit neemt",
        "zienswijze": "wat de inwoner ervan vindt",
    },
    LEEFGEBIEDEN: {
        "doelstelling": "doelstelling",
        "situatie": "hoe het nu is",
        "hulpvraag": "hulpvraag",
        "doel": "doelen en stappen",
        "doelen": "doelen en stappen",
        "weggelaten": "waarom dit niet nodig is",
    },
    VOORZIENINGEN: {
        "omschrijving": "wat",
        "motivering": "waarom",
        "grond": "grond voor het afwijzen",
        "advies": "advies van de commissie",
        "afwijking": "waarom u afwijkt van het advies",
        "doel": "bij welk doel",
        "obstakel": "welk obstakel",
        "geschiktheid": "geschikt",
        "noodzakelijkheid": "noodzakelijk",
        "evenredigheid": "evenredig",
        "uitzondering": "waarom de uitzondering geldt",
        "zienswijze": "wat de inwoner van het afwijzen vindt",
        "nogmaals": "waarom nog een keer",
        "sanering": "saneringskrediet",
        "rekensom": "waarvan",
        "prijs": "waar de prijs op rust",
        "betaling": "wie levert of uitvoert",
    },
    HARDHEID: {"waarvoor": "waarvoor", "motivering": "waarom vasthouden aan de termijn niet redelijk is"},
    BEZWAAR: {
        "gronden": "waarom de indiener het niet eens is met het besluit",
        "verschoonbaar": "waarom het te laat kwam",
        "afzien": "waarom er geen hoorzitting was",
        "advies": "advies van de commissie",
        "afwijking": "waarom u afwijkt van het advies",
        "gevolg": "wat er verandert",
    },
}
# A herziening says again what was decided; only why it changes is typed for it.
AL_BESLOTEN = ("omschrijving", "rekensom")
KOPPEN = {LEEFGEBIEDEN: "leefgebied", VOORZIENINGEN: "omschrijving"}
WOORDEN = {HARDHEID: "Hardheidsclausule", BEZWAAR: "Bezwaar"}


@dataclass(frozen=True, kw_only=True)
class Adresplek:
    """One field of the letter. `rij` counts within a part that has more rows, and `kop` is the name of that row."""

    deel: str
    veld: str
    kop: str = ""
    rij: int = 0

    @property
    def tekst(self) -> str:
        """Name the place: Wonen: hoe het nu is"""
        woorden = GETYPT[self.deel][self.veld]
        return f"{self.kop}: {woorden}" if self.kop else f"{woorden[:1].upper()}{woorden[1:]}"


def vind(brief: Mapping[str, Any], noemt: Callable[[str], bool]) -> tuple[Adresplek, ...]:
    """Give where the letter tells what `noemt` looks for. `brief` holds its fields by name; some may be missing."""
    weg = AL_BESLOTEN if brief.get("soort") == HERZIENING else ()
    plekken: dict[tuple[str, int, str], Adresplek] = {}
    for deel, velden in GETYPT.items():
        for rij, (naam, waarden) in enumerate(_rijen(brief, deel)):
            kop = f"Voorziening {rij + 1}" if noemt(naam) else naam
            for veld, woorden in velden.items():
                if deel == VOORZIENINGEN and veld in weg:
                    continue
                if any(noemt(tekst) for tekst in teksten_van(waarden.get(veld))):
                    plekken.setdefault((deel, rij, woorden), Adresplek(deel=deel, veld=veld, kop=kop, rij=rij))
    return tuple(plekken.values())


def _rijen(brief: Mapping[str, Any], deel: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give the rows of a part with their names."""
    if deel == PLAN:
        yield "", brief
        return
    regels = brief.get(deel) or ()
    for regel in regels if isinstance(regels, tuple) else (regels,):
        waarden = vars(regel)
        yield waarden[KOPPEN[deel]] if deel in KOPPEN else WOORDEN[deel], waarden
