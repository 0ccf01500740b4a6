"""The facts of a real dossier in the preview of the letters of the nazorg."""

from datetime import date
from typing import Any

from cases.briefvoorbeeld import feiten_van, met_gegevens
from cases.models import Dossier
from cases.vrijebrief import NAZORG, Vrijebrief
from nazorg.actions.brieven import uitnodiging_gegevens
from nazorg.models import Nazorgcontact


@feiten_van(NAZORG)
def _uitnodiging(brief: Vrijebrief, dossier: Dossier, on: date) -> Any:
    rijen = Nazorgcontact.objects.filter(traject__dossier=dossier, gehouden_op__isnull=True, gepland_op__gte=on)
    contact = rijen.order_by("gepland_op", "pk").first()
    return met_gegevens(brief, uitnodiging_gegevens(contact)) if contact else brief
