"""Whether somebody is old enough for a dossier of their own; the beleid says from what age (Tiel 2025 art. 2 lid 3)."""

from datetime import date
from enum import Enum

from cases.brpdatum import BrpDatum


class Leeftijd(Enum):
    """How old somebody is against a limit; uncertain when the day or month of birth is unknown."""

    OUD_GENOEG = "oud genoeg"
    TE_JONG = "te jong"
    ONZEKER = "onzeker"


def leeftijd_tegen(geboren: BrpDatum, on: date, grens: int) -> Leeftijd:
    """Compare an age with a limit. A date without day or month gives an answer only when every day it can be agrees."""
    if geboren.leeftijd_op(on) >= grens:
        return Leeftijd.OUD_GENOEG
    vroegst = BrpDatum.uit_datum(geboren.vroegst())
    return Leeftijd.ONZEKER if vroegst.leeftijd_op(on) >= grens else Leeftijd.TE_JONG
