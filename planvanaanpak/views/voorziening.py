"""Propose a voorziening, change it, or take it away: until there is a besluit about it."""

from datetime import date, datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.keuzes import Doelgroep, Leefgebied
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from planvanaanpak.actions.plan import VoorstelGewijzigd, plan_openen, voorziening_bewaren
from planvanaanpak.actions.plan import voorziening_weghalen as haal_weg
from planvanaanpak.dubbel import let_op_dubbel
from planvanaanpak.forms.voorziening import VoorzieningForm
from planvanaanpak.forms.weghalen import WeghalenForm
from planvanaanpak.hervatting import hervat_url
from planvanaanpak.keuzes import Voorstel, VoorzieningStatus
from planvanaanpak.models import Voorziening
from planvanaanpak.vensters import vensters_van
from planvanaanpak.views.planpoort import weiger_voorstel
from planvanaanpak.voorzieningkeuzes import Schuld

TEMPLATE = "planvanaanpak/voorziening_form.html"
NAAST = (
    "plan", "besluit", "herzien_met", "gezinslid", "doel", "nibudprijs", "dienst", "saneringskrediet", "vervolg",
)  # fmt: skip


@vereist(Permission.DOSSIER_BEWERKEN)
def voorziening_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_voorstel(request, dossier, "Een voorziening voorstellen"):
        return terug
    form = VoorzieningForm(ingevuld(request), dossier=dossier, on=on, leefgebied=_leefgebied(request))
    if form.is_valid():
        with fouten_in(form):
            plan = plan_openen(dossier=dossier, by=by, at=at)
            voorziening = voorziening_bewaren(plan=plan, gegevens=form.voorziening, by=by, at=at)
            _meld(request, dossier, voorziening, on)
            return redirect(_verder(dossier, voorziening))
    return _toon(request, dossier, form, "Voorziening voorstellen")


@vereist(Permission.DOSSIER_BEWERKEN)
def voorziening(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    voorziening = get_voorziening(dossier, pk)
    if voorziening.status != VoorzieningStatus.VOORSTEL:
        return al_beslist(request, dossier, voorziening)
    if terug := weiger_voorstel(request, dossier, "Een voorziening wijzigen"):
        return terug
    form = VoorzieningForm(ingevuld(request), dossier=dossier, on=on, voorziening=voorziening)
    if form.is_valid() and (bewaard := _bewaar(form, voorziening, by, at)):
        _meld(request, dossier, bewaard, on)
        return redirect(_verder(dossier, bewaard))
    return _toon(request, dossier, form, f"Voorziening wijzigen: {voorziening.omschrijving}", voorziening)


def _bewaar(form: VoorzieningForm, voorziening: Voorziening, by: User, at: datetime) -> Voorziening | None:
    """Save a changed voorstel, or put in the form why that can't be done now."""
    with fouten_in(form):
        try:
            return voorziening_bewaren(
                plan=voorziening.plan,
                gegevens=form.voorziening,
                voorziening=voorziening,
                stempel=form.cleaned_data["stempel"],
                by=by,
                at=at,
            )
        except VoorstelGewijzigd as fout:
            form.toon_botsing(fout)
    return None


@vereist(Permission.DOSSIER_BEWERKEN)
def voorziening_weghalen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    voorziening = get_voorziening(dossier, pk)
    if voorziening.status != VoorzieningStatus.VOORSTEL:
        return al_beslist(request, dossier, voorziening)
    if terug := weiger_voorstel(request, dossier, "Een voorstel weghalen"):
        return terug
    form = WeghalenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            haal_weg(voorziening=voorziening, by=by, at=at)
            messages.success(request, f"Het voorstel {voorziening.omschrijving} is weggehaald.")
            return redirect(terug_naar_plan(dossier, voorziening))
    extra = {"voorziening": voorziening, "annuleer_url": reverse("voorziening", args=[nummer, pk])}
    titel, template = "Voorstel weghalen", "planvanaanpak/voorziening_confirm.html"
    return toon(request, dossier, form, template, titel=titel, knop="Weghalen", extra=extra)


def get_voorziening(dossier: Dossier, pk: int) -> Voorziening:
    """Give a voorziening of this dossier, or a 404."""
    voorzieningen = Voorziening.objects.filter(plan__dossier=dossier).select_related(*NAAST)
    voorziening: Voorziening | None = (
        voorzieningen.defer("besluit__snapshot", "herzien_met__snapshot").filter(pk=pk).first()
    )
    if voorziening is None:
        raise Http404
    voorziening.plan.dossier = dossier
    return voorziening


def _leefgebied(request: HttpRequest) -> str:
    gekozen = request.GET.get("leefgebied", "")
    return gekozen if gekozen in Leefgebied.values else ""


def terug_naar_plan(dossier: Dossier, voorziening: Voorziening) -> str:
    return f"{reverse('plan', args=[dossier.nummer])}#leefgebied-{voorziening.leefgebied}"


def _verder(dossier: Dossier, voorziening: Voorziening) -> str:
    """Lead to the facts of a saneringskrediet that are still to be recorded; else back to the plan."""
    if voorziening.schuld == Schuld.SANERING and not voorziening.is_sanering:
        return reverse("saneringskrediet", args=[dossier.nummer, voorziening.pk])
    return terug_naar_plan(dossier, voorziening)


def al_beslist(request: HttpRequest, dossier: Dossier, voorziening: Voorziening) -> HttpResponse:
    """Lead to the besluit: what it decided does not change any more."""
    assert voorziening.besluit is not None
    messages.info(request, f"Over {voorziening.omschrijving} is al beslist in besluit {voorziening.besluit}.")
    return redirect(voorziening.besluit)


def _toon(
    request: HttpRequest, dossier: Dossier, form: VoorzieningForm, titel: str, voorziening: Voorziening | None = None
) -> HttpResponse:
    extra = {
        "voorziening": voorziening,
        "annuleer_url": reverse("plan", args=[dossier.nummer]),
        "hervat_url": hervat_url(dossier),
        "kan_saneren": voorziening is not None
        and (voorziening.is_sanering or voorziening.schuld == Schuld.SANERING or dossier.doelgroep == Doelgroep.KIND)
        and voorziening.leefgebied == Leefgebied.FINANCIEN,
    }
    return toon(request, dossier, form, TEMPLATE, titel=titel, extra=extra)


def _meld(request: HttpRequest, dossier: Dossier, voorziening: Voorziening, on: date) -> None:
    """Confirm, and say what to look at: the same good twice, a venster of which the law is not certain."""
    messages.success(request, f"Het voorstel {voorziening.omschrijving} is bewaard.")
    if voorziening.voorstel != Voorstel.TOEKENNEN:
        return
    for zin in let_op_dubbel(dossier, [voorziening]):
        messages.warning(request, f"Let op: {zin}")
    venster = vensters_van(dossier, on).voor(voorziening.soort)
    if venster is not None and venster.waarschuwt:
        messages.warning(request, venster.tekst)
