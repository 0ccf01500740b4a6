"""Which clocks an eerste gesprek starts, shown before it is saved: with the dates and the reasons."""

from dataclasses import dataclass
from datetime import date

from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import Berekening, einddatum
from cases.klokstand import vanaf_gesprek
from cases.models import Dossier
from cases.register import regel as zoek_regel
from config.weergave import datum as datumtekst


@dataclass(frozen=True)
class KomendeKlok:
    """A clock that would run: its rule, its name, the last day and the sum behind it."""

    regel: str
    naam: str
    doel: str
    berekening: Berekening

    @property
    def uiterste_datum(self) -> date:
        assert self.berekening.einddatum is not None
        return self.berekening.einddatum


def list_klokken(dossier: Dossier, gesprek: date) -> list[KomendeKlok]:
    """Compute the clocks of an eerste gesprek on a day, as the action starts them; those that are off are left out."""
    regels, kalender = regels_van(dossier), kalender_nu()
    klokken = []
    for stand in vanaf_gesprek(gesprek, regels.venster_start(gesprek)):
        regel = zoek_regel(stand.regel)
        berekening = einddatum(regel, stand.start, kalender, beleid=regels, vanaf=stand.vanaf)
        if berekening.einddatum:
            klokken.append(KomendeKlok(regel.code, f"{regel.kort} ({berekening.duur})", regel.label, berekening))
    return klokken


def in_een_zin(klokken: list[KomendeKlok]) -> str:
    """Name the clocks with their last days, for the confirmation."""
    delen = [f"{klok.naam} tot en met {datumtekst(klok.uiterste_datum)}" for klok in klokken]
    return f"Deze termijnen lopen nu: {'; '.join(delen)}." if delen else "Er lopen geen nieuwe termijnen."
