"""Which taken a user sees, and the lists of them that people work from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now, TruncDate

from accounts.permissions import Permission
from cases.ketting import Ketting
from cases.status import Status
from cases.toegang import zichtbaar

if TYPE_CHECKING:
    from accounts.models import User


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
        """Join what one row of a work-list shows, the first day on top."""
        return self.select_related("dossier__persoon", "afspraak", "voor").order_by("datum", "id")
