"""Which cost lines and settings a user sees: those of the gemeenten whose SPUK is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models

from accounts.permissions import Permission

if TYPE_CHECKING:
    from accounts.models import User


class SpukQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        return self.filter(gemeente__in=user.gemeenten_met(Permission.SPUK_ZIEN))

    def editable_by(self, user: User) -> Self:
        return self.filter(gemeente__in=user.gemeenten_met(Permission.SPUK_BEWERKEN))
