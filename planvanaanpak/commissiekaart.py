"""What the history page of a dossier shows of the advice of the commissie, and of a plan without akkoord."""

from typing import Any

from django.db.models import QuerySet

from cases.models import Dossier
from cases.registratie import registreer_historie
from planvanaanpak.models import Agendapunt, ZonderAkkoord


@registreer_historie
class Adviezen:
    """The advice per voorziening, and why there is no akkoord."""

    def rijen(self, dossier: Dossier) -> list[QuerySet[Any, Any]]:
        return [model.history.filter(plan__dossier=dossier.pk) for model in (Agendapunt, ZonderAkkoord)]
