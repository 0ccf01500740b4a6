"""Which plans, voorzieningen and besluiten a user sees."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q, Sum

from accounts.permissions import Permission
from cases.querysets import DossierDeelQuerySet
from cases.toegang import zichtbaar
from planvanaanpak.keuzes import VoorzieningStatus

if TYPE_CHECKING:
    from accounts.models import User


class PlanDeelQuerySet(models.QuerySet[Any]):
    """Rows that hang under a plan: seen by whoever sees its dossier."""

    def visible_to(self, user: User) -> Self:
        return self.filter(zichtbaar(user, "plan__dossier__"))


class VoorzieningQuerySet(PlanDeelQuerySet):
    def toegekend(self) -> Self:
        return self.filter(status=VoorzieningStatus.TOEGEKEND)

    def voorgesteld(self) -> Self:
        """Give what still waits for a besluit."""
        return self.filter(status=VoorzieningStatus.VOORSTEL)

    def voor_kosten(self, user: User) -> Self:
        """Give the toegekende voorzieningen that financieel may book costs on, in their gemeenten."""
        return self.toegekend().filter(plan__dossier__gemeente__in=user.gemeenten_met(Permission.SPUK_BEWERKEN))

    def som(self) -> Decimal:
        totaal: Decimal | None = self.aggregate(som=Sum("bedrag"))["som"]
        return totaal or Decimal(0)


class BesluitQuerySet(DossierDeelQuerySet):
    def voor_lijst(self) -> Self:
        return self.select_related("dossier__persoon", "vult_aan").defer("snapshot")

    def niet_verzonden(self) -> Self:
        return self.filter(Q(verzonden_op__isnull=True))
