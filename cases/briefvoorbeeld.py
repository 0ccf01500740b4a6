"""What a preview of a letter takes from a real dossier: the invented example, with the facts that the dossier has.

Each app adds the facts of its letters in its briefvoorbeelden.py, which Django imports at start-up (cases.apps). The
text of the gemeente is filled in after, so a concept can be seen also when what is published is not right.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from cases.models import Dossier

Feiten = Callable[[Any, Dossier, date], Any]
_feiten: dict[str, Feiten] = {}


def feiten_van(*soorten: str) -> Callable[[Feiten], Feiten]:
    """Register where the facts of these kinds of letters come from; what the dossier lacks stays invented."""

    def registreer(functie: Feiten) -> Feiten:
        for soort in soorten:
            _feiten[soort] = functie
        return functie

    return registreer


def met_feiten(brief: Any, dossier: Dossier, on: date) -> Any:
    functie = _feiten.get(brief.tekstsoort)
    return functie(brief, dossier, on) if functie else brief


def met_gegevens(brief: Any, gegevens: dict[str, str]) -> Any:
    """Put what a dossier has in the place of what was invented, in a letter that is its text."""
    return replace(brief, gegevens=tuple({**dict(brief.gegevens), **gegevens}.items()))
