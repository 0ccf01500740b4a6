"""Which nazorg a user sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models

from cases.querysets import DossierDeelQuerySet
from cases.toegang import zichtbaar

if TYPE_CHECKING:
    from accounts.models import User


class BeeindigingQuerySet(DossierDeelQuerySet):
    def staat(self) -> Self:
        """Leave out the ends that were taken back."""
        return self.filter(herroepen_met__isnull=True, herroepen_na__isnull=True)


class TrajectDeelQuerySet(models.QuerySet[Any]):
    """Rows that hang under a nazorgtraject: seen by whoever sees its dossier."""

    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "traject__dossier__"))

    def te_houden(self) -> Self:
        return self.filter(gehouden_op__isnull=True)
