"""Which cost lines and settings a user sees: those of the gemeenten whose SPUK is theirs."""

from __future__ import annotations

from decimal import Decimal
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


class KostenregelQuerySet(SpukQuerySet):
    def geboekt(self) -> Decimal:
        """Give what these lines come to, with btw."""
        som: Decimal | None = self.aggregate(som=models.Sum("bruto"))["som"]
        return som if som is not None else Decimal("0.00")
