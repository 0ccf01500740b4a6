"""Which clocks an eerste gesprek starts, shown before it is saved: with the dates and the reasons."""

from dataclasses import dataclass
from datetime import date

from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import Berekening, einddatum
from cases.models import Dossier
from cases.register import regel as zoek_regel
from config.weergave import datum as datumtekst

# Each term with its length in words when it is the shipped one (VNG handreiking 2025 §4.2-4.4).
NA_EERSTE_GESPREK = ("plan_van_aanpak", "materiele_verstrekking", "besluiten")


@dataclass(frozen=True)
class Klok:
    """A clock that would run: its name, the last day and the sum behind it."""

    naam: str
    doel: str
    berekening: Berekening

    @property
    def uiterste_datum(self) -> date:
        assert self.berekening.einddatum is not None
        return self.berekening.einddatum


def list_klokken(dossier: Dossier, gesprek: date) -> list[Klok]:
    """Compute the clocks of an eerste gesprek on a day, as the action starts them; those that are off are left out."""
    regels, kalender = regels_van(dossier), kalender_nu()
    venster = regels.venster_start(gesprek)
    klokken = []
    for code in NA_EERSTE_GESPREK:
        start = gesprek if code == "plan_van_aanpak" else venster
        regel = zoek_regel(code)
        berekening = einddatum(regel, start, kalender, beleid=regels) if start else None
        if berekening and berekening.einddatum:
            klokken.append(Klok(f"{regel.kort} ({berekening.duur})", regel.label, berekening))
    return klokken


def in_een_zin(klokken: list[Klok]) -> str:
    """Name the clocks with their last days, for the confirmation."""
    delen = [f"{klok.naam} tot en met {datumtekst(klok.uiterste_datum)}" for klok in klokken]
    return f"Deze termijnen lopen nu: {'; '.join(delen)}." if delen else "Er lopen geen nieuwe termijnen."
