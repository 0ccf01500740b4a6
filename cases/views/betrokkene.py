"""The people around the inwoner, and who gets the letters."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import betrokkenen as acties
from cases.forms.betrokkene import BetrokkeneForm, BetrokkeneWijzigenForm, IntrekkenForm, PostForm
from cases.forms.dossierformulier import fouten_in
from cases.keuzes import BetrokkeneRol, PostAan
from cases.models import Betrokkene, Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger

SJABLOON = "cases/betrokkene_form.html"


@vereist(Permission.DOSSIER_BEWERKEN)
def betrokkene_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    form = BetrokkeneForm(ingevuld(request), initial={"rol": _gevraagde_rol(request)}, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            rij = acties.betrokkene_toevoegen(dossier=dossier, gegevens=form.cleaned_data, by=gebruiker(request), at=at)
            messages.success(request, f"{rij.naam} staat nu bij de mensen van dit dossier.{_over_post(rij)}")
            return redirect("post_kiezen" if rij.kan_post_krijgen else "mensen", nummer)
    return toon(request, dossier, form, SJABLOON, titel="Iemand toevoegen", extra=_terug(dossier))


@vereist(Permission.DOSSIER_BEWERKEN)
def betrokkene(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    rij = get_object_or_404(dossier.betrokkenen, pk=pk)
    if terug := weiger(request, lambda: acties.eis_betrokken(rij), "mensen", nummer):
        return terug
    form = BetrokkeneWijzigenForm(ingevuld(request), rij=rij, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            acties.betrokkene_wijzigen(
                betrokkene=rij, wijzigingen=form.wijzigingen(), reden=reden, by=gebruiker(request), at=at
            )
            messages.success(request, f"De gegevens van {form.cleaned_data['naam']} zijn gewijzigd.")
            return redirect("mensen", nummer)
    extra = _terug(dossier) | {"rij": rij}
    return toon(request, dossier, form, SJABLOON, titel=f"{rij.naam} wijzigen", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def betrokkene_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    rij = get_object_or_404(dossier.betrokkenen, pk=pk)
    if terug := weiger(request, lambda: acties.eis_betrokken(rij), "mensen", nummer):
        return terug
    form = IntrekkenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.betrokkene_intrekken(betrokkene=rij, reden=form.cleaned_data["reden"], by=gebruiker(request), at=at)
            messages.success(request, f"{rij.naam} is niet meer betrokken.")
            return redirect("mensen", nummer)
    extra = _terug(dossier) | {"rij": rij}
    titel, template = f"{rij.naam} is niet meer betrokken", "cases/betrokkene_intrekken.html"
    return toon(request, dossier, form, template, titel=titel, knop="Bevestigen", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def post_kiezen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    form = PostForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.post_kiezen(dossier=dossier, **form.cleaned_data, by=gebruiker(request), at=at)
            gekozen = PostAan(form.cleaned_data["post_aan"]).label.lower()
            messages.success(request, f"Nieuwe brieven gaan {gekozen}. Brieven die er al zijn, veranderen niet.")
            return redirect("mensen", nummer)
    titel = "Aan wie de brieven gaan"
    return toon(request, dossier, form, "cases/post_form.html", titel=titel, extra=_terug(dossier))


def _gevraagde_rol(request: HttpRequest) -> str:
    rol = request.GET.get("rol", "")
    return rol if rol in BetrokkeneRol.values else ""


def _over_post(rij: Betrokkene) -> str:
    if rij.kan_post_krijgen:
        return " Kies hier aan wie de brieven gaan."
    if rij.is_vertegenwoordiger:
        return " Zonder volledig postadres kan deze persoon geen brieven krijgen."
    return ""


def _terug(dossier: Dossier) -> dict[str, Any]:
    return {"annuleer_url": reverse("mensen", args=[dossier.nummer])}
