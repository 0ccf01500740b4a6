"""The outcome of counting: one row per fact, counted or not, with the reason."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from spuk.componenten import Component
from spuk.feiten import Bron
from spuk.regels import SpukRegels


class Reden(StrEnum):
    GETELD = "geteld"
    AL_GETELD = "al_geteld"
    ANDERE_VERSIE = "andere_versie"
    WERKELIJKE_KOSTEN = "werkelijke_kosten"
    NORMBEDRAG = "normbedrag"
    VOOR_BEGIN = "voor_begin"
    NA_EINDE = "na_einde"
    NIET_VASTGESTELD = "niet_vastgesteld"
    GEEN_AKKOORD = "geen_akkoord"
    GEEN_BEWIJS = "geen_bewijs"
    GEEN_DERDE = "geen_derde"
    NIET_GEDUPEERD = "niet_gedupeerd"
    NAZORG_VOOR_OVERSTAP = "nazorg_voor_overstap"
    LAGERE_TELLING = "lagere_telling"
    GEEN_BIJSTELLING = "geen_bijstelling"
    BIJGESTELD = "bijgesteld"


class Feit(StrEnum):
    """What kind of record a row came from: the id in `bron` says nothing without it."""

    DOSSIER = "dossier"
    KOSTEN = "kosten"
    TELLING = "telling"


UITLEG: dict[Reden, str] = {
    Reden.GETELD: "Telt mee.",
    Reden.AL_GETELD: "Is al eerder geteld. Dit bedrag geldt één keer.",
    Reden.ANDERE_VERSIE: "Een andere versie van dit plan telt mee. Een plan telt één keer.",
    Reden.WERKELIJKE_KOSTEN: "In dit jaar gelden werkelijke kosten, geen normbedrag.",
    Reden.NORMBEDRAG: "In dit jaar geldt het normbedrag. Losse kosten tellen dan niet mee.",
    Reden.VOOR_BEGIN: "Vóór de eerste dag van de regeling.",
    Reden.NA_EINDE: "Na de laatste dag voor nieuwe verplichtingen.",
    Reden.NIET_VASTGESTELD: "Het plan is nog niet vastgesteld.",
    Reden.GEEN_AKKOORD: "Er is nog geen akkoord op het plan.",
    Reden.GEEN_BEWIJS: "Het bewijs van akkoord ontbreekt.",
    Reden.GEEN_DERDE: "UHT of een aangewezen derde was er niet bij.",
    Reden.NIET_GEDUPEERD: "Was toen niet erkend (meer dan 30 dagen na het bericht) of zelf afgemeld bij UHT.",
    Reden.NAZORG_VOOR_OVERSTAP: "Bij een overstap met ingang van 2024 telt nazorg over 2023 niet mee.",
    Reden.LAGERE_TELLING: "Een aantal wordt alleen naar boven bijgesteld.",
    Reden.GEEN_BIJSTELLING: "Naar boven bijstellen kan één keer, vanaf 2024.",
    Reden.BIJGESTELD: "Een hogere telling van dit jaar telt mee.",
}


@dataclass(frozen=True, slots=True)
class Telregel:
    """One fact and what became of it.

    `sleutel` is what the amount is for: a gezin (A), persoon (B), plan (D) or year (E). `bedrag` is what the row is
    worth, also when it is not counted, so a page can show the amount at risk. `jaar` is the verantwoordingsjaar.
    """

    component: Component
    sleutel: str
    jaar: int | None
    datum: date | None
    bedrag: Decimal
    reden: Reden
    bron: Bron = None
    aantal: int = 1
    feit: Feit = Feit.DOSSIER

    @property
    def geteld(self) -> bool:
        return self.reden is Reden.GETELD

    @property
    def uitleg(self) -> str:
        return UITLEG[self.reden]


def check_looptijd(activiteit: date, verplichting: date, regels: SpukRegels) -> Reden | None:
    """Say why a date falls outside the regeling, if it does (Regeling SPUK 2021, art. 3 lid 2 and art. 4 lid 2)."""
    if activiteit < regels.activiteiten_vanaf:
        return Reden.VOOR_BEGIN
    if verplichting > regels.verplichtingen_tot:
        return Reden.NA_EINDE
    return None
