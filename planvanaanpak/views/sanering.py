"""Judge a saneringskrediet, and read it back after the besluit."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.kop import dossier_context
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from planvanaanpak.actions.sanering import sanering_vastleggen
from planvanaanpak.actions.sanering import sanering_weghalen as haal_weg
from planvanaanpak.forms.sanering import SaneringForm
from planvanaanpak.forms.weghalen import WeghalenForm
from planvanaanpak.keuzes import VoorzieningStatus
from planvanaanpak.models import Saneringskrediet, Voorziening
from planvanaanpak.views.planpoort import weiger_voorstel
from planvanaanpak.views.prijs import weiger_beslist
from planvanaanpak.views.voorziening import get_voorziening, terug_naar_plan
from planvanaanpak.voorzieningbron import beoordeel_sanering


@vereist(Permission.DOSSIER_ZIEN)
def saneringskrediet(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Show the facts with per criterium whether it is met: to change as long as it is a voorstel, after that to read.

    An accountant may test the criteria (VNG SPUK-handreiking, component C), so who may audit reads them too.
    """
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    voorziening = get_voorziening(dossier, pk)
    sanering = Saneringskrediet.objects.filter(voorziening=voorziening).first()
    mag = gebruiker(request).mag(Permission.DOSSIER_BEWERKEN, dossier.gemeente_id)
    if mag and voorziening.status == VoorzieningStatus.VOORSTEL:
        return _vastleggen(request, dossier, voorziening, sanering)
    if request.method == "POST" and not mag:
        raise PermissionDenied
    if sanering is None:
        raise Http404
    context = dossier_context(request, dossier, pad="Saneringskrediet") | _beeld(dossier, voorziening, sanering)
    return render(request, "planvanaanpak/sanering_detail.html", context)


def _vastleggen(
    request: HttpRequest, dossier: Dossier, voorziening: Voorziening, sanering: Saneringskrediet | None
) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    if terug := weiger_voorstel(request, dossier, "Een saneringskrediet vastleggen"):
        return terug
    form = SaneringForm(ingevuld(request), dossier=dossier, on=on, voorziening=voorziening, sanering=sanering)
    if form.is_valid():
        with fouten_in(form):
            sanering_vastleggen(voorziening=voorziening, gegevens=form.gegevens, by=by, at=at, on=on)
            messages.success(request, f"Het saneringskrediet is beoordeeld en bewaard bij {voorziening.omschrijving}.")
            return redirect("saneringskrediet", dossier.nummer, voorziening.pk)
    extra = _beeld(dossier, voorziening, sanering)
    return toon(request, dossier, form, "planvanaanpak/sanering_form.html", titel="Saneringskrediet", extra=extra)


def _beeld(dossier: Dossier, voorziening: Voorziening, sanering: Saneringskrediet | None) -> dict[str, Any]:
    return {
        "voorziening": voorziening,
        "sanering": sanering,
        "criteria": beoordeel_sanering(dossier, voorziening, sanering) if sanering else (),
        "annuleer_url": reverse("voorziening", args=[dossier.nummer, voorziening.pk]),
        "plan_url": terug_naar_plan(dossier, voorziening),
    }


@vereist(Permission.DOSSIER_BEWERKEN)
def sanering_weghalen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    voorziening = get_voorziening(dossier, pk)
    if terug := weiger_beslist(request, dossier, voorziening, "Een saneringskrediet weghalen"):
        return terug
    form = WeghalenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            haal_weg(voorziening=voorziening, by=by, at=at, on=on)
            messages.success(request, f"{voorziening.omschrijving} is geen saneringskrediet meer.")
            return redirect("voorziening", nummer, pk)
    extra = {"voorziening": voorziening, "annuleer_url": reverse("saneringskrediet", args=[nummer, pk])}
    template = "planvanaanpak/sanering_weghalen.html"
    return toon(request, dossier, form, template, titel="Geen saneringskrediet", knop="Weghalen", extra=extra)
