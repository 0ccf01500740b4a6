"""Which dossiers that are not open still ask work of somebody; each app may register what of its own does."""

from collections.abc import Callable, Collection
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import Lidmaatschap
from cases.status import OPEN, TOE_TE_WIJZEN, Status

# Gives the ids of the dossiers of these gemeenten in which something still has to be done.
Nawerk = Callable[[Collection[int]], "QuerySet[Any, Any]"]

_nawerk: list[Nawerk] = []


def registreer_nawerk(bron: Nawerk) -> Nawerk:
    _nawerk.append(bron)
    return bron


def vraagt_nog_werk(gemeenten: Collection[int]) -> Q:
    """Give the filter on dossiers in which an app still has something to do."""
    filter_ = Q()
    for bron in _nawerk:
        filter_ |= Q(pk__in=bron(gemeenten))
    return filter_


def is_zonder_regisseur(gemeenten: Collection[int]) -> Q:
    """Give the filter on dossiers that are not open and whose casusregisseur can't be that any more.

    And on a closed one without any. Who never got help never had a casusregisseur, and there is no work in it.
    """
    kan = Lidmaatschap.objects.van_casusregisseurs().filter(gemeente__in=gemeenten)
    kan = kan.filter(user=OuterRef("casusregisseur"), gemeente=OuterRef("gemeente"))
    zonder = Q(casusregisseur__isnull=True, status=Status.AFGESLOTEN)
    weg = zonder | Q(~Exists(kan), casusregisseur__isnull=False)
    return Q(gemeente__in=gemeenten, status__in=TOE_TE_WIJZEN - OPEN) & weg


def is_verlaten(gemeenten: Collection[int]) -> Q:
    """Give the filter on those of `is_zonder_regisseur` with work in them, that nobody sees on Vandaag (decision 1242).

    The work is looked up per dossier: to gather all that is to be done in a gemeente takes ten times as long.
    """
    werk = Q()
    for bron in _nawerk:
        werk |= Q(pk__in=bron(gemeenten).filter(dossier=OuterRef("pk")))
    return is_zonder_regisseur(gemeenten) & werk


def nog_toe_te_wijzen(gemeenten: Collection[int]) -> Q:
    """Give the filter on all that waits for a casusregisseur: the open dossiers without one, and what was left."""
    return Q(status__in=OPEN, casusregisseur__isnull=True) | is_verlaten(gemeenten)
