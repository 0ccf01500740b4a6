"""Who opens a form of the plan that can't be used now is sent back to the plan, with the reason."""

from django.http import HttpRequest, HttpResponse

from cases.models import Dossier
from cases.status import Status
from cases.views.formulier import weiger
from planvanaanpak.actions.planpoort import TE_VULLEN, eis_met_plan, eis_plan_open


def weiger_voorstel(
    request: HttpRequest, dossier: Dossier, wat: str, toegestaan: frozenset[Status] = TE_VULLEN
) -> HttpResponse | None:
    """Refuse unless the plan takes voorstellen: while it is open, for an acute one after the aanmelding, or later."""
    return weiger(request, lambda: eis_met_plan(dossier, wat, toegestaan), "plan", dossier.nummer)


def weiger_gesloten(request: HttpRequest, dossier: Dossier, wat: str) -> HttpResponse | None:
    """Refuse unless the plan itself is open."""
    return weiger(request, lambda: eis_plan_open(dossier, wat), "plan", dossier.nummer)
