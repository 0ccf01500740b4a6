"""Work a vastgesteld plan out: a leefgebied, a doelstelling, and the fasen."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from planvanaanpak.actions import fasen as fase_acties
from planvanaanpak.actions import verdiepen as acties
from planvanaanpak.actions.planpoort import MET_PLAN
from planvanaanpak.actions.verdiepen import BIJ_TE_WERKEN, IN_UITVOERING
from planvanaanpak.forms.fase import FaseEvaluerenForm, FasePlannenForm
from planvanaanpak.forms.verdiepen import DoelstellingForm, SituatieForm, VerdiepenForm
from planvanaanpak.keuzes import Evaluatie
from planvanaanpak.models import Planfase, Planleefgebied, PlanVanAanpak
from planvanaanpak.planbron import fasen_van, is_open, plan_van
from planvanaanpak.views.doelen import naar_gebied


@vereist(Permission.DOSSIER_BEWERKEN)
def leefgebied_bijwerken(request: HttpRequest, nummer: str, leefgebied: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    deel = _deel(dossier, leefgebied)
    if terug := weiger_status(request, dossier, BIJ_TE_WERKEN, "Een leefgebied bijwerken"):
        return terug
    form = VerdiepenForm(ingevuld(request), deel=deel, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            velden = dict(form.cleaned_data)
            reden = velden.pop("reden")
            acties.leefgebied_bijwerken(deel=deel, velden=velden, reden=reden, by=by, at=at)
            messages.success(request, "Het plan is bijgewerkt. Wat is besloten, blijft zoals het besluit het zegt.")
            return redirect(naar_gebied(dossier, leefgebied))
    titel = f"{deel.get_leefgebied_display()} bijwerken"
    extra = {"deel": deel} | _terug(dossier)
    return toon(request, dossier, form, "planvanaanpak/leefgebied_bijwerken.html", titel=titel, extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def situatie_bijwerken(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, IN_UITVOERING, "De situatie bij de aanmelding wijzigen"):
        return terug
    plan = get_object_or_404(PlanVanAanpak.objects.select_related("dossier"), dossier=dossier)
    form = SituatieForm(ingevuld(request), plan=plan, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            situatie, reden = form.cleaned_data["situatie"], form.cleaned_data["reden"]
            acties.situatie_bijwerken(plan=plan, situatie=situatie, reden=reden, by=by, at=at)
            messages.success(request, "Het plan is bijgewerkt. Wat is besloten, blijft zoals het besluit het zegt.")
            return redirect("plan", nummer)
    titel = "Situatie bij de aanmelding wijzigen"
    return toon(request, dossier, form, "cases/_dossierformulier.html", titel=titel, extra=_terug(dossier))


@vereist(Permission.DOSSIER_BEWERKEN)
def doelstelling_wijzigen(request: HttpRequest, nummer: str, leefgebied: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    deel = _deel(dossier, leefgebied)
    if terug := weiger_status(request, dossier, IN_UITVOERING, "Een doelstelling wijzigen"):
        return terug
    form = DoelstellingForm(ingevuld(request), deel=deel, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            tekst, feiten = form.cleaned_data["doelstelling"], form.cleaned_data["feiten"]
            acties.doelstelling_wijzigen(deel=deel, tekst=tekst, feiten=feiten, by=by, at=at)
            messages.success(request, "De doelstelling is gewijzigd.")
            return redirect(naar_gebied(dossier, leefgebied))
    titel = f"Doelstelling wijzigen: {deel.get_leefgebied_display().lower()}"
    extra = {"deel": deel} | _terug(dossier)
    return toon(request, dossier, form, "planvanaanpak/doelstelling_form.html", titel=titel, extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def fase_plannen(request: HttpRequest, nummer: str, fasenummer: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    fase = _fase(dossier, fasenummer)
    if not is_open(dossier) and (terug := weiger_status(request, dossier, MET_PLAN, "Een evaluatie plannen")):
        return terug
    form = FasePlannenForm(ingevuld(request), fase=fase, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            fase_acties.fase_plannen(fase=fase, datum=form.cleaned_data["datum"], by=by, at=at, on=on)
            messages.success(request, f"De evaluatie van fase {fase.nummer} is gepland.")
            return redirect(f"{reverse('plan', args=[nummer])}#fasen")
    titel, extra = f"Evaluatie van fase {fase.nummer} plannen", {"fase": fase} | _terug(dossier)
    return toon(request, dossier, form, "planvanaanpak/fase_form.html", titel=titel, extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def fase_evalueren(request: HttpRequest, nummer: str, fasenummer: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    fase = _fase(dossier, fasenummer)
    if terug := weiger_status(request, dossier, IN_UITVOERING, "Een fase evalueren"):
        return terug
    form = FaseEvaluerenForm(ingevuld(request), fase=fase, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            na = fase_acties.fase_evalueren(fase=fase, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, _na_evaluatie(na))
            return redirect(f"{reverse('plan', args=[nummer])}#fasen")
    titel, extra = f"Fase {fase.nummer} evalueren", {"fase": fase} | _terug(dossier)
    return toon(request, dossier, form, "planvanaanpak/fase_form.html", titel=titel, extra=extra)


def _na_evaluatie(fase: Planfase) -> str:
    tekst = f"De evaluatie van fase {fase.nummer} is vastgelegd."
    if fase.uitkomst == Evaluatie.AANPASSEN:
        tekst += " Pas het plan nu aan, en neem een besluit als er iets verandert aan wat de inwoner krijgt."
    return tekst


def _deel(dossier: Dossier, leefgebied: str) -> Planleefgebied:
    delen = Planleefgebied.objects.select_related("plan", "doelstelling_door")
    deel: Planleefgebied = get_object_or_404(delen, leefgebied=leefgebied, plan__dossier=dossier)
    deel.plan.dossier = dossier
    return deel


def _fase(dossier: Dossier, fasenummer: int) -> Planfase:
    plan = plan_van(dossier, "fasen")
    fasen = fasen_van(dossier, plan) if plan else []
    fase = next((fase for fase in fasen if fase.nummer == fasenummer), None)
    if fase is None:
        raise Http404
    fase.plan.dossier = dossier
    return fase


def _terug(dossier: Dossier) -> dict[str, Any]:
    return {"annuleer_url": reverse("plan", args=[dossier.nummer])}
