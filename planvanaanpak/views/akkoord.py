from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from planvanaanpak.actions.plan import MET_PLAN, akkoord_vastleggen, plan_openen
from planvanaanpak.forms.akkoord import AkkoordForm
from planvanaanpak.models import Akkoord
from planvanaanpak.planbron import plan_van


@vereist(Permission.DOSSIER_BEWERKEN)
def akkoord(request: HttpRequest, nummer: str) -> HttpResponse:
    """Record that the inwoner agrees, with the proof; or correct what was recorded."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, MET_PLAN, "Akkoord vastleggen"):
        return terug
    huidig = _huidig(dossier)
    form = AkkoordForm(
        ingevuld(request), request.FILES or None, initial={"datum": on}, akkoord=huidig, dossier=dossier, on=on
    )
    if form.is_valid():
        with fouten_in(form):
            plan = plan_openen(dossier=dossier, by=by, at=at)
            akkoord = akkoord_vastleggen(plan=plan, **form.cleaned_data, by=by, at=at, on=on)
            zonder = "" if akkoord.heeft_bewijs else " Voeg het bewijs nog toe: zonder bewijs kunt u niet vaststellen."
            messages.success(request, f"Het akkoord is vastgelegd.{zonder}")
            return redirect("plan", nummer)
    extra = {"akkoord": huidig, "annuleer_url": reverse("plan", args=[nummer])}
    titel = "Akkoord van de inwoner"
    return toon(request, dossier, form, "planvanaanpak/akkoord_form.html", titel=titel, extra=extra)


def _huidig(dossier: Dossier) -> Akkoord | None:
    return getattr(plan_van(dossier), "akkoord", None)
