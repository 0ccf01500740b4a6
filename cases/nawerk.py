"""Which dossiers that are not open still ask work of somebody; each app may register what of its own does."""

from collections.abc import Callable, Collection
from typing import Any

from django.db.models import OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from accounts.rollen import Rol
from cases.status import OPEN, TOE_TE_WIJZEN, Status

# Gives the ids of the dossiers of these gemeenten in which something still has to be done.
Nawerk = Callable[[Collection[int]], "QuerySet[Any, Any]"]

_nawerk: list[Nawerk] = []
ZONDER_REGISSEUR = """
SELECT id FROM cases_dossier WHERE gemeente_id = ANY(%s) AND status = ANY(%s) AND (
    casusregisseur_id IS NULL AND status = %s
    OR casusregisseur_id IS NOT NULL AND (gemeente_id, casusregisseur_id) NOT IN (
        SELECT lid.gemeente_id, lid.user_id FROM accounts_lidmaatschap lid
        WHERE lid.gemeente_id = ANY(%s) AND lid.rol = %s
        AND lid.user_id NOT IN (SELECT id FROM accounts_user WHERE NOT is_active)
        EXCEPT SELECT gemeente_id, user_id FROM accounts_lidmaatschap WHERE gemeente_id = ANY(%s) AND rol = %s
    )
)
"""


def registreer_nawerk(bron: Nawerk) -> Nawerk:
    _nawerk.append(bron)
    return bron


def vraagt_nog_werk(gemeenten: Collection[int]) -> Q:
    """Give the filter on dossiers in which an app still has something to do."""
    filter_ = Q()
    for bron in _nawerk:
        filter_ |= Q(pk__in=bron(gemeenten))
    return filter_


def zonder_regisseur(gemeenten: Collection[int]) -> tuple[str, list[Any]]:
    """Give the question for the dossiers that are not open and whose casusregisseur can't be that any more.

    And for a closed one without any. Who never got help never had a casusregisseur, and there is no work in it. In SQL,
    as *Vandaag* of a coördinator asks it each time; who can be casusregisseur is as in `UserQuerySet.casusregisseurs`.
    """
    hier = list(gemeenten)
    rust = sorted(str(status) for status in TOE_TE_WIJZEN - OPEN)
    rollen = [hier, Rol.CONSULENT.value, hier, Rol.EXTERNE_HULPVERLENER.value]
    return ZONDER_REGISSEUR, [hier, rust, str(Status.AFGESLOTEN), *rollen]


def is_verlaten(gemeenten: Collection[int]) -> Q:
    """Give the filter on those of `zonder_regisseur` with work in them, that nobody sees on Vandaag (decision 1242).

    The work is looked up per dossier: to gather all that is to be done in a gemeente takes ten times as long.
    """
    werk = Q()
    for bron in _nawerk:
        werk |= Q(pk__in=bron(gemeenten).filter(dossier=OuterRef("pk")))
    return Q(pk__in=RawSQL(*zonder_regisseur(gemeenten))) & werk  # noqa: S611 - fixed text


def nog_toe_te_wijzen(gemeenten: Collection[int]) -> Q:
    """Give the filter on all that waits for a casusregisseur: the open dossiers without one, and what was left."""
    return Q(status__in=OPEN, casusregisseur__isnull=True) | is_verlaten(gemeenten)
