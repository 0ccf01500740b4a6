from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from planvanaanpak.actions.plan import doel_afsluiten
from planvanaanpak.actions.planpoort import MET_PLAN
from planvanaanpak.forms.doel import DoelForm
from planvanaanpak.keuzes import NIET_AF
from planvanaanpak.models import Doel
from planvanaanpak.views.planpoort import weiger_voorstel


@vereist(Permission.DOSSIER_BEWERKEN)
def doel(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Say that a doel is behaald or vervallen, or open it again."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    doel = get_object_or_404(Doel.objects.select_related("plan__dossier"), pk=pk, plan__dossier=dossier)
    if terug := weiger_voorstel(request, dossier, "Een doel bijwerken", MET_PLAN):
        return terug
    begin = {"status": doel.status, "datum": doel.datum_behaald or on, "reden": doel.reden_vervallen}
    if doel.status in NIET_AF:
        begin["status"] = ""
    form = DoelForm(ingevuld(request), initial=begin, dossier=dossier, on=on, doel=doel)
    if form.is_valid():
        with fouten_in(form):
            gesloten = doel_afsluiten(doel=doel, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, f"Het doel staat nu op {gesloten.get_status_display().lower()}.")
            return redirect("plan", nummer)
    extra = {"doel": doel, "annuleer_url": reverse("plan", args=[nummer])}
    return toon(request, dossier, form, "planvanaanpak/doel_form.html", titel="Doel bijwerken", extra=extra)
