"""Which import runs and rows a user sees."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db import models

from accounts.permissions import Permission
from cases.querysets import DossierDeelQuerySet

if TYPE_CHECKING:
    from accounts.models import User
    from portal_import.models import ImportRun

# How long the portal keeps a file (VNG handreiking 2025 §2.3).
BEWAARD = timedelta(days=30)
# Whether a gemeente has files that `nog_te_zien` gives on a day, for the nightly run.
NOG_TE_ZIEN = f"""EXISTS (
    SELECT 1 FROM portal_import_portaalbestand AS b WHERE b.gemeente_id = %(gemeente)s
        AND b.geplaatst_op BETWEEN %(dag)s::date - {2 * BEWAARD.days} AND %(dag)s)"""  # noqa: S608  # a number only


class ImportRunQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Give the runs of the gemeenten in which the user may import."""
        return self.filter(gemeente__in=user.gemeenten_met(Permission.IMPORT))

    def voor_lijst(self) -> Self:
        """Join what a row of the list shows, without the file and all that was found in it."""
        namen = self.select_related("gemeente", "geupload_door")
        return namen.defer("inhoud", "veranderingen", "fouten", "waarschuwingen")

    def voor_pagina(self) -> Self:
        return self.select_related("gemeente", "geupload_door", "afgerond_door").defer("inhoud")

    def eerder_zelfde_bestand(self, run: ImportRun) -> Self:
        """Give the earlier runs of exactly the same file, the last one first."""
        return self.filter(gemeente=run.gemeente_id, sha256=run.sha256, pk__lt=run.pk).voor_lijst()


class ImportRegelQuerySet(DossierDeelQuerySet):
    def voor_lijst(self) -> Self:
        return self.select_related("dossier__persoon").order_by("rijnummer")


class PortaalbestandQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        return self.filter(gemeente__in=user.gemeenten_met(Permission.IMPORT))

    def nog_te_zien(self, van: date, tot: date) -> Self:
        """Give the files that may stand in the portal on these days, and those that expired there lately."""
        return self.filter(geplaatst_op__range=(van - 2 * BEWAARD, tot))
