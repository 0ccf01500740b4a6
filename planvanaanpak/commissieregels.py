"""When a voorstel departs from the advice about it, and who may advise (Tiel 2025 art. 4 lid 1 onder g)."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

TOEKENNEN, ANDERS, AFWIJZEN, CWS = "toekennen", "anders", "afwijzen", "cws"

EIGEN_DOSSIER = (
    "Er adviseert alleen wie zelf aan dit dossier werkt: de casusregisseur, de vervanger of wie het inbracht. Niemand"
    " beoordeelt zijn eigen dossier alleen: laat ten minste één ander lid meebeslissen."
)
ZONDER_LEDEN = "Kies wie van de commissie dit advies geven."


def wijkt_af(strekking: str, voorstel: str, *, gewijzigd: bool) -> bool:
    """Tell whether what will be decided departs from the advice; `gewijzigd`: the voorstel changed after the advice.

    Awb art. 3:50: a besluit that departs from an advice says so, with the reasons. Advice to grant something else is
    followed by a voorstel to grant that was changed after it; advice to turn to the CWS by a refusal here.
    """
    if strekking == TOEKENNEN:
        return voorstel != TOEKENNEN or gewijzigd
    if strekking == ANDERS:
        return voorstel != TOEKENNEN or not gewijzigd
    return voorstel != AFWIJZEN


def keur_leden(leden: AbstractSet[int], eigen: AbstractSet[int]) -> str:
    """Give what is wrong with who advise, or nothing: nobody judges an own dossier alone.

    `eigen` is for whom it is an own dossier: the casusregisseur, who stands in, and who put the voorziening up.
    """
    if not leden:
        return ZONDER_LEDEN
    return EIGEN_DOSSIER if leden <= eigen else ""


def keur_advies(strekking: str, anders: str, motivering: str) -> dict[str, str]:
    """Give what is wrong with an advice, by field."""
    fouten = {}
    if strekking == ANDERS and not anders.strip():
        fouten["anders"] = "Schrijf op wat de commissie in plaats daarvan adviseert."
    if strekking != ANDERS and anders.strip():
        fouten["anders"] = "Dit hoort bij 'Anders toekennen'. Maak het veld leeg of kies dat advies."
    if not motivering.strip():
        fouten["motivering"] = "Schrijf op waarom de commissie dit adviseert."
    return fouten


@dataclass(frozen=True)
class Voortgang:
    """How far an agenda is."""

    klaar: int
    totaal: int

    @property
    def is_klaar(self) -> bool:
        return self.totaal > 0 and self.klaar == self.totaal

    @property
    def woorden(self) -> str:
        """Say it in a few words: 2 van 3 beoordeeld."""
        if not self.totaal:
            return "nog niets op de agenda"
        return "alles beoordeeld" if self.is_klaar else f"{self.klaar} van {self.totaal} beoordeeld"
