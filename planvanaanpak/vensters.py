"""The two vensters in which a voorziening can be granted, as a page and a form speak of them.

VNG handreiking 2025 §3.5: spullen within 6 maanden of the eerste gesprek, everything within 2 jaar.
"""

from dataclasses import dataclass
from datetime import date

from cases.beleid_bron import regels_van
from cases.models import Dossier
from config.weergave import datum
from planvanaanpak.keuzes import VoorzieningSoort

SPULLEN, BESLUITEN = "materiele_verstrekking", "besluiten"
WAT = {SPULLEN: "Spullen toekennen", BESLUITEN: "Voorzieningen toekennen"}


@dataclass(frozen=True, kw_only=True)
class Venster:
    """One venster on a day. Of an older dossier a closed one only warns (domein K18)."""

    regel: str
    tot: date
    on: date
    blokkeert: bool

    @property
    def is_open(self) -> bool:
        return self.on <= self.tot

    @property
    def weigert(self) -> bool:
        return not self.is_open and self.blokkeert

    @property
    def waarschuwt(self) -> bool:
        return not self.is_open and not self.blokkeert

    @property
    def tekst(self) -> str:
        """Say until when it can, or what a closed venster means."""
        wat = WAT[self.regel]
        if self.is_open:
            return f"{wat} kan tot en met {datum(self.tot)}."
        if self.blokkeert:
            return f"{wat} kon tot en met {datum(self.tot)}. Nu kunt u alleen nog afwijzen."
        return (
            f"{wat} kon tot en met {datum(self.tot)}. Het eerste gesprek was vóór 1 januari 2025. Of de termijn dan"
            " geldt, is niet bevestigd. U kunt toekennen; leg vast waarom."
        )


@dataclass(frozen=True, kw_only=True)
class Vensters:
    spullen: Venster | None = None
    besluiten: Venster | None = None

    def voor(self, soort: str) -> Venster | None:
        """Give the venster that binds a grant of this soort first: the shorter one for spullen."""
        if soort == VoorzieningSoort.MATERIEEL and self.spullen is not None:
            return self.spullen if self.besluiten is None or not self.besluiten.weigert else self.besluiten
        return self.besluiten


def vensters_van(dossier: Dossier, on: date) -> Vensters:
    """Read the vensters of a dossier from the clocks its page has fetched; none before the eerste gesprek."""
    gesprek = dossier.datum_eerste_gesprek
    if gesprek is None:
        return Vensters()
    blokkeert = regels_van(dossier).venster_blokkeert(gesprek)
    laatste: dict[str, date] = {}
    for termijn in dossier.termijnen.all():
        if termijn.regel in WAT:
            laatste[termijn.regel] = max(termijn.uiterste_datum, laatste.get(termijn.regel, termijn.uiterste_datum))
    gevonden = {regel: Venster(regel=regel, tot=tot, on=on, blokkeert=blokkeert) for regel, tot in laatste.items()}
    return Vensters(spullen=gevonden.get(SPULLEN), besluiten=gevonden.get(BESLUITEN))
