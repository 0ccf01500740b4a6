"""Which nazorg a user sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models

from cases.toegang import zichtbaar

if TYPE_CHECKING:
    from accounts.models import User


class TrajectDeelQuerySet(models.QuerySet[Any]):
    """Rows that hang under a nazorgtraject: seen by whoever sees its dossier."""

    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "traject__dossier__"))

    def te_houden(self) -> Self:
        return self.filter(gehouden_op__isnull=True)
