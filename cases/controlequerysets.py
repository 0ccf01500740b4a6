"""Which controlepunten ask something of whom."""

from typing import Self

from cases.querysets import DossierDeelQuerySet
from cases.status import Status


class ControlepuntQuerySet(DossierDeelQuerySet):
    def statusvragen(self) -> Self:
        """Give what a status of UHT asks and nobody answered, also of a closed dossier, which nobody opens any more."""
        vragen = self.filter(soort="uht", afgehandeld_op__isnull=True)
        return vragen.exclude(dossier__status=Status.INGETROKKEN)
