"""Which taken a user sees, and the lists of them that people work from."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Cast, Coalesce, Now, TruncDate

from accounts.permissions import Permission
from cases.ketting import Ketting
from cases.keuzes import TaakSoort
from cases.status import Status
from cases.toegang import zichtbaar

if TYPE_CHECKING:
    from accounts.models import User

# On a day the afspraken stand first, by their hour: somebody waits. One without an hour is the last of them; what else
# there is to do has none.
GEEN_UUR = Cast(Value(None), models.TimeField())
AFSPRAAKUUR = Case(When(soort=TaakSoort.AFSPRAAK, then=Coalesce("afspraak__tijd", Value(time.max))), default=GEEN_UUR)


class TaakQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give the taken of the dossiers one sees; of those about no dossier one's own, and of whom one stands in for.

        Today is that of the database, as this is a right.
        """
        mijn = Q(voor=user) | Q(voor__in=Ketting(user.pk, TruncDate(Now())))
        los = Q(dossier__isnull=True, gemeente__in=user.gemeenten_met(Permission.VANDAAG))
        return self.filter(los & mijn | zichtbaar(user, "dossier__") & Q(dossier__isnull=False))

    def van(self, user: User) -> Self:
        return self.filter(voor=user)

    def open(self) -> Self:
        return self.filter(gedaan_op__isnull=True, is_vervallen=False)

    def los_van(self, user: User) -> Self:
        """Give the open taken of somebody that no dossier of theirs takes along when it goes to a colleague."""
        gaat_mee = Q(dossier__casusregisseur=user) & ~Q(dossier__status=Status.INGETROKKEN)
        return self.open().filter(voor=user).exclude(gaat_mee)

    def voor_werklijst(self) -> Self:
        """Join what one row of a work-list shows, the first day on top, and on a day the first afspraak."""
        taken = self.select_related("dossier__persoon", "afspraak", "voor")
        return taken.order_by("datum", AFSPRAAKUUR.asc(nulls_last=True), "id")
