"""Add and change the doelen of a plan, and the steps to them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.forms.verbeteren import RedenForm
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from planvanaanpak.actions import doelen as acties
from planvanaanpak.actions.plan import plan_openen
from planvanaanpak.actions.planpoort import MET_PLAN, TE_VERDIEPEN
from planvanaanpak.forms.doelen import DoelWijzigenForm, NieuwDoelForm, StapForm
from planvanaanpak.forms.weghalen import WeghalenForm
from planvanaanpak.models import Doel, Doelstap
from planvanaanpak.planbron import is_open, was_vastgesteld
from planvanaanpak.views.planpoort import weiger_gesloten, weiger_voorstel

FORMULIER, STAP = "planvanaanpak/doel_nieuw.html", "planvanaanpak/doelstap_form.html"
WEGHALEN = "planvanaanpak/doel_weghalen.html"


@vereist(Permission.DOSSIER_BEWERKEN)
def doel_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_voorstel(request, dossier, "Een doel toevoegen", TE_VERDIEPEN):
        return terug
    begin = {"leefgebied": request.GET.get("leefgebied", "")}
    na_vaststelling = not is_open(dossier)
    form = NieuwDoelForm(ingevuld(request), initial=begin, dossier=dossier, on=on, na_vaststelling=na_vaststelling)
    if form.is_valid():
        with fouten_in(form):
            plan = plan_openen(dossier=dossier, by=by, at=at)
            doel = acties.doel_toevoegen(plan=plan, **form.cleaned_data, by=by, at=at)
            messages.success(request, "Het doel staat in het plan. Voeg de stappen toe die ervoor nodig zijn.")
            return redirect(naar_gebied(dossier, doel.leefgebied))
    return toon(request, dossier, form, FORMULIER, titel="Doel toevoegen", extra=_terug(dossier))


@vereist(Permission.DOSSIER_BEWERKEN)
def doel_wijzigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    doel = _doel(dossier, pk)
    if terug := weiger_gesloten(request, dossier, "Een doel wijzigen") or _weiger_af(request, doel):
        return terug
    form = DoelWijzigenForm(ingevuld(request), doel=doel, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.doel_wijzigen(doel=doel, **form.cleaned_data, by=gebruiker(request), at=at)
            messages.success(request, "Het doel is bewaard.")
            return redirect(naar_gebied(dossier, doel.leefgebied))
    extra = {"doel": doel, "kan_weg": True} | _terug(dossier)
    return toon(request, dossier, form, FORMULIER, titel="Doel wijzigen", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def doel_weghalen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    doel = _doel(dossier, pk)
    if terug := weiger_gesloten(request, dossier, "Een doel weghalen"):
        return terug
    formulier = RedenForm if was_vastgesteld(doel.plan) else WeghalenForm
    form = formulier(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data.get("reden", "")
            acties.doel_weghalen(doel=doel, reden=reden, by=gebruiker(request), at=at)
            messages.success(request, "Het doel is weggehaald.")
            return redirect(naar_gebied(dossier, doel.leefgebied))
    extra = {"wat": doel.tekst, "met_stappen": doel.stappen.exists()} | _terug(dossier)
    return toon(request, dossier, form, WEGHALEN, titel="Doel weghalen", knop="Weghalen", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def doelstap_nieuw(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    doel = _doel(dossier, pk)
    if terug := weiger_voorstel(request, dossier, "Een stap toevoegen", MET_PLAN) or _weiger_af(request, doel):
        return terug
    form = StapForm(ingevuld(request), stap=None, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.stap_bewaren(doel=doel, gegevens=form.gegevens, by=by, at=at, on=on)
            messages.success(request, "De stap staat in het plan.")
            return redirect(naar_gebied(dossier, doel.leefgebied))
    return toon(request, dossier, form, STAP, titel="Stap toevoegen", extra={"doel": doel} | _terug(dossier))


@vereist(Permission.DOSSIER_BEWERKEN)
def doelstap(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    stap = _stap(dossier, pk)
    if terug := weiger_voorstel(request, dossier, "Een stap bijwerken", MET_PLAN) or _weiger_af(request, stap.doel):
        return terug
    form = StapForm(ingevuld(request), stap=stap, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.stap_bewaren(doel=stap.doel, stap=stap, gegevens=form.gegevens, by=by, at=at, on=on)
            messages.success(request, "De stap is bewaard.")
            return redirect(naar_gebied(dossier, stap.doel.leefgebied))
    extra = {"doel": stap.doel, "stap": stap, "kan_weg": is_open(dossier)} | _terug(dossier)
    return toon(request, dossier, form, STAP, titel="Stap bijwerken", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def doelstap_weghalen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    stap = _stap(dossier, pk)
    if terug := weiger_gesloten(request, dossier, "Een stap weghalen"):
        return terug
    form = WeghalenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.stap_weghalen(stap=stap, by=gebruiker(request), at=at)
            messages.success(request, "De stap is weggehaald.")
            return redirect(naar_gebied(dossier, stap.doel.leefgebied))
    extra = {"wat": stap.wat} | _terug(dossier)
    return toon(request, dossier, form, WEGHALEN, titel="Stap weghalen", knop="Weghalen", extra=extra)


def _weiger_af(request: HttpRequest, doel: Doel) -> HttpResponse | None:
    """Lead to the page where a closed doel is opened again: until then it does not change, nor do its steps."""
    if request.method == "POST" or doel.is_open:
        return None
    messages.info(request, f"Dit doel is {doel.get_status_display().lower()}. Open het doel eerst weer.")
    return redirect("doel", doel.plan.dossier.nummer, doel.pk)


def _doel(dossier: Dossier, pk: int) -> Doel:
    doel: Doel = get_object_or_404(Doel.objects.select_related("plan", "gezinslid"), pk=pk, plan__dossier=dossier)
    doel.plan.dossier = dossier
    return doel


def _stap(dossier: Dossier, pk: int) -> Doelstap:
    stappen = Doelstap.objects.select_related("doel__plan", "doel__gezinslid")
    stap: Doelstap = get_object_or_404(stappen, pk=pk, doel__plan__dossier=dossier)
    stap.doel.plan.dossier = dossier
    return stap


def naar_gebied(dossier: Dossier, leefgebied: str) -> str:
    """Give the place of a leefgebied on the page of the plan."""
    return f"{reverse('plan', args=[dossier.nummer])}#leefgebied-{leefgebied}"


def _terug(dossier: Dossier) -> dict[str, Any]:
    return {"annuleer_url": reverse("plan", args=[dossier.nummer])}
