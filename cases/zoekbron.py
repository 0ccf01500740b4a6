"""Numbers of what higher apps keep under a dossier, such as a besluit: they register how its dossier is found."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from cases.zoekvraag import Zoeksoort

if TYPE_CHECKING:
    from django.db.models import QuerySet

# Gives the key of the dossier of a number.
Nummerbron = Callable[[str], "QuerySet[Any, Any]"]
_bronnen: dict[Zoeksoort, Nummerbron] = {}


def registreer_nummer(soort: Zoeksoort, bron: Nummerbron) -> None:
    """Let a number of this kind lead to its dossier."""
    _bronnen[soort] = bron


def nummerbron(soort: Zoeksoort) -> Nummerbron | None:
    return _bronnen.get(soort)
