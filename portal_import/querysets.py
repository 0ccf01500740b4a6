"""Which import runs a user sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models

from accounts.permissions import Permission

if TYPE_CHECKING:
    from accounts.models import User


class ImportRunQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give the runs of the gemeenten in which the user may import."""
        return self.filter(gemeente__in=user.gemeenten_met(Permission.IMPORT))

    def voor_lijst(self) -> Self:
        return self.select_related("gemeente", "geupload_door").defer(
            "inhoud", "veranderingen", "fouten", "waarschuwingen"
        )
