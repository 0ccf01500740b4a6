"""Account for the price of a voorstel."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from config.weergave import euro
from planvanaanpak.actions.prijs import onderbouwing_weghalen, prijs_onderbouwen
from planvanaanpak.dubbel import let_op_dubbel
from planvanaanpak.forms.prijs import PrijsForm
from planvanaanpak.forms.weghalen import WeghalenForm
from planvanaanpak.keuzes import VoorzieningStatus
from planvanaanpak.models import Voorziening
from planvanaanpak.prijslijstnu import let_op_prijs
from planvanaanpak.views.planpoort import weiger_voorstel
from planvanaanpak.views.voorziening import al_beslist, get_voorziening, terug_naar_plan


@vereist(Permission.DOSSIER_BEWERKEN)
def voorziening_prijs(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Say on what the price rests: aantal times that price becomes the amount."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    voorziening = get_voorziening(dossier, pk)
    if terug := weiger_beslist(request, dossier, voorziening, "De prijs onderbouwen"):
        return terug
    form = PrijsForm(ingevuld(request), dossier=dossier, on=on, voorziening=voorziening)
    if form.is_valid():
        with fouten_in(form):
            rij = prijs_onderbouwen(voorziening=voorziening, onderbouwing=form.onderbouwing, by=by, at=at, on=on)
            messages.success(request, f"De prijs van {rij.omschrijving} is onderbouwd: {euro(rij.bedrag)}.")
            for zin in let_op_dubbel(dossier, [rij]):
                messages.warning(request, f"Let op: {zin}")
            return redirect(terug_naar_plan(dossier, rij))
    extra = {
        "voorziening": voorziening,
        "annuleer_url": terug_naar_plan(dossier, voorziening),
        "let_op": let_op_prijs(dossier, [voorziening]),
        "lijst_url": _lijst_url(dossier, by),
    }
    titel = f"Prijs van {voorziening.omschrijving}"
    return toon(request, dossier, form, "planvanaanpak/prijs_form.html", titel=titel, extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def prijs_weghalen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Take away on what the price rests, after a question."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    voorziening = get_voorziening(dossier, pk)
    if terug := weiger_beslist(request, dossier, voorziening, "De onderbouwing weghalen"):
        return terug
    form = WeghalenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            onderbouwing_weghalen(voorziening=voorziening, by=by, at=at)
            messages.success(request, f"De onderbouwing van de prijs van {voorziening.omschrijving} is weggehaald.")
            return redirect("voorziening", nummer, pk)
    extra = {"voorziening": voorziening, "annuleer_url": reverse("voorziening_prijs", args=[nummer, pk])}
    template, titel = "planvanaanpak/prijs_weghalen.html", "Onderbouwing weghalen"
    return toon(request, dossier, form, template, titel=titel, knop="Weghalen", extra=extra)


def weiger_beslist(request: HttpRequest, dossier: Dossier, voorziening: Voorziening, wat: str) -> HttpResponse | None:
    """Lead from a form of a voorstel to the besluit that was taken, or to the plan when it can't be changed now."""
    if voorziening.status != VoorzieningStatus.VOORSTEL:
        return al_beslist(request, dossier, voorziening)
    return weiger_voorstel(request, dossier, wat)


def _lijst_url(dossier: Dossier, user: User) -> str:
    """Give the page on which the prices are read in, for who may; others have to ask."""
    if not user.mag(Permission.GEMEENTE_BEHEREN, dossier.gemeente_id):
        return ""
    return reverse("prijslijst", args=[dossier.gemeente.code])
