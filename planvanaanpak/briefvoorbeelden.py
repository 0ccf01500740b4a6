"""The facts of a real dossier in the preview of the letters about a bezwaar."""

from dataclasses import replace
from datetime import date
from typing import Any

from cases.briefvoorbeeld import feiten_van
from cases.models import Dossier
from planvanaanpak.actions.bezwaarbrieven import feiten_in_brief, zitting_in_brief
from planvanaanpak.bezwaarbrief import Bezwaarbericht
from planvanaanpak.bezwaarbron import gepland
from planvanaanpak.models import Bezwaar


def laatste_bezwaar(dossier: Dossier) -> Bezwaar | None:
    rijen = Bezwaar.objects.geldig().filter(dossier=dossier).select_related("besluit", "termijn", "gemachtigde")
    rij: Bezwaar | None = rijen.order_by("-ontvangen_op", "-pk").first()
    return rij


@feiten_van("ontvangst_bezwaar", "uitnodiging_hoorzitting")
def _bezwaar(brief: Bezwaarbericht, dossier: Dossier, on: date) -> Any:
    bezwaar = laatste_bezwaar(dossier)
    if bezwaar is None:
        return brief
    zitting = gepland(bezwaar) if brief.zitting else None
    return replace(
        brief,
        **feiten_in_brief(bezwaar),
        zitting=zitting_in_brief(zitting, on) if zitting else brief.zitting,
    )
