"""Which closed dossiers still ask something of their casusregisseur; each app may register what of its own does."""

from collections.abc import Callable, Collection
from typing import Any

from django.db.models import Q, QuerySet

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
