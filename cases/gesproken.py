"""When the inwoner was last spoken in a gesprek, of any kind; each app registers the gesprekken that it records."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from cases.models import Dossier

# Gives the days, as a list of one value, on which the inwoner of a dossier was spoken.
Gesprekdagen = Callable[[Dossier], "QuerySet[Any, Any]"]

_bronnen: list[Gesprekdagen] = []


def registreer_gesprekdagen(bron: Gesprekdagen) -> Gesprekdagen:
    _bronnen.append(bron)
    return bron


def laatst_gesproken(dossier: Dossier) -> date | None:
    """Give the last day on which the inwoner was spoken in a gesprek that counts; in one question for all kinds."""
    eerste, *rest = (bron(dossier).order_by() for bron in _bronnen)
    return max((dag for (dag,) in eerste.union(*rest)), default=None)


@registreer_gesprekdagen
def in_gesprek(dossier: Dossier) -> QuerySet[Any, Any]:
    return dossier.gesprekken.geldig().values_list("datum")


@registreer_gesprekdagen
def in_driegesprek(dossier: Dossier) -> QuerySet[Any, Any]:
    """Give the driegesprekken: by what the word means the inwoner is one of the three (SPR art. 1)."""
    return dossier.driegesprekken.geldig().values_list("datum")
