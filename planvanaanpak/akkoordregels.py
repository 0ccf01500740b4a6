"""When a plan may be vastgesteld without akkoord. Pure: facts in, what is wrong out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WEIGERT, GEEN_ANTWOORD, ACUUT = "weigert", "geen_antwoord", "acuut"
MINSTENS = 2


@dataclass(frozen=True)
class Contactpoging:
    """A contact or an attempt at one, or a gesprek: that is contact too."""

    datum: date
    is_bereikt: bool


def vergeefs(pogingen: Sequence[Contactpoging], sinds: date) -> int:
    """Count the attempts on or after `sinds` that came after the last real contact since then."""
    na = [poging for poging in pogingen if poging.datum >= sinds]
    bereikt = [poging.datum for poging in na if poging.is_bereikt]
    laatste = max(bereikt, default=None)
    return sum(1 for p in na if not p.is_bereikt and (laatste is None or p.datum > laatste))


def keur_zonder_akkoord(grond: str, reden: str, *, aantal_vergeefs: int, is_acuut: bool) -> dict[str, str]:
    """Give what is wrong with deciding without akkoord, by field.

    The plan is made with the rechthebbende (Wht art. 2.21 lid 4) and component B asks for the akkoord, so without it
    there has to be a reason that can be seen in the dossier.
    """
    fouten = {}
    if grond == GEEN_ANTWOORD and aantal_vergeefs < MINSTENS:
        wat = "is er nog geen poging" if not aantal_vergeefs else "is er nog maar één poging"
        fouten["grond"] = (
            f"Bij de contacten {wat} zonder antwoord sinds het plan er is. Probeer het ten minste twee keer en leg elke"
            " poging vast."
        )
    if grond == ACUUT and not is_acuut:
        fouten["grond"] = "Dit dossier is niet als acuut gemeld. Meld eerst de bedreigende situatie."
    if not reden.strip():
        fouten["reden"] = "Schrijf op waarom u niet op het akkoord wacht."
    return fouten
