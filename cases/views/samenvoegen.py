"""Merge two dossiers of one person: find the other by its number, compare, choose, confirm."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions.een_persoon import eis_geen_twee_bsns
from cases.actions.samenvoegen import VERHUIST
from cases.actions.samenvoegen import samenvoegen as voeg_samen
from cases.actions.verbeteren import TE_VERBETEREN
from cases.briefadres import vertegenwoordiger_met_post
from cases.forms.dossierformulier import fouten_in
from cases.forms.samenvoegen import (
    AnderDossierForm,
    SamenvoegForm,
    heeft_iets,
    label_van,
    list_velden,
    list_verschillen,
    met_hoofdletter,
    waarde_van,
)
from cases.models import Aanmelding, Dossier
from cases.registratie import bindingen
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger, weiger_status
from cases.views.uit_zicht import meld_uit_zicht
from cases.wijzigingen import toon_waarde
from config.weergave import datum, telwoord

# What was established at the aanmelding; its toelichting is free text, and comes along as it is.
AANMELDVELDEN = ("grondslag", *(veld for veld in Aanmelding.Privacy.personal if veld != "toelichting"))


@vereist(Permission.DOSSIER_HERSTELLEN)
def samenvoegen(request: HttpRequest, nummer: str) -> HttpResponse:
    dossier = get_dossier(request, nummer, Permission.DOSSIER_HERSTELLEN)
    if terug := weiger_status(request, dossier, TE_VERBETEREN, "Samenvoegen"):
        return terug
    zichtbaar = Dossier.objects.visible_to(gebruiker(request))
    form = AnderDossierForm(ingevuld(request), dossier=dossier, on=timezone.localdate(), zichtbaar=zichtbaar)
    if form.is_valid():
        return redirect("samenvoegen_met", nummer, form.cleaned_data["nummer"])
    extra = {"annuleer_url": reverse("herstellen", args=[nummer])}
    template = "cases/samenvoegen_form.html"
    return toon(request, dossier, form, template, titel="Dossiers samenvoegen", knop="Vergelijken", extra=extra)


@vereist(Permission.DOSSIER_HERSTELLEN)
def samenvoegen_met(request: HttpRequest, nummer: str, ander: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.DOSSIER_HERSTELLEN)
    zichtbaar = Dossier.objects.visible_to(by).filter(gemeente=dossier.gemeente_id).exclude(pk=dossier.pk)
    tweede = get_object_or_404(
        zichtbaar.select_related("persoon", "casusregisseur", "aanmelding", "beleid"), nummer=ander
    )
    for een in (dossier, tweede):
        if terug := weiger_status(request, een, TE_VERBETEREN, "Samenvoegen"):
            return terug
    if terug := weiger(request, lambda: eis_geen_twee_bsns(dossier, tweede), "samenvoegen", nummer):
        return terug
    form = SamenvoegForm(ingevuld(request), dossier=dossier, ander=tweede, on=on)
    if form.is_valid():
        with fouten_in(form), meld_uit_zicht(request, dossier, tweede):
            door = voeg_samen(**form.opdracht(), by=by, at=at, on=on)
            messages.success(request, "De dossiers zijn samengevoegd. Alles staat nu in dit dossier.")
            return redirect(door)
    extra = {
        "ander": tweede,
        "rijen": vergelijk(dossier, tweede),
        "annuleer_url": reverse("herstellen", args=[nummer]),
    }
    template = "cases/samenvoegen_confirm.html"
    return toon(request, dossier, form, template, titel="Dossiers samenvoegen", knop="Samenvoegen", extra=extra)


@dataclass(frozen=True)
class Vergelijking:
    """One line of the two dossiers side by side."""

    naam: str
    hier: str
    daar: str
    is_anders: bool


def vergelijk(dossier: Dossier, ander: Dossier) -> list[Vergelijking]:
    """Put the two side by side, field by field; what is empty in both is left out."""
    hier, daar = dossier.persoon, ander.persoon
    anders = set(list_verschillen(hier, daar))
    persoon = [
        Vergelijking(label_van(veld), waarde_van(hier, veld), waarde_van(daar, veld), veld in anders)
        for veld in list_velden(hier, daar)
        if heeft_iets(hier, veld) or heeft_iets(daar, veld)
    ]
    feiten = _feiten(dossier), _feiten(ander)
    return [
        *persoon,
        *vergelijk_aanmelding(dossier.aanmelding, ander.aanmelding),
        *(Vergelijking(naam, wat, feiten[1][naam], wat != feiten[1][naam]) for naam, wat in feiten[0].items()),
    ]


def vergelijk_aanmelding(hier: Aanmelding, daar: Aanmelding) -> list[Vergelijking]:
    """Put what was established at both aanmeldingen side by side; what is empty in both is left out."""
    uit = []
    for veld in AANMELDVELDEN:
        waarden = getattr(hier, veld), getattr(daar, veld)
        if any(waarden):
            rij = Aanmelding._meta.get_field(veld)
            links, rechts = (toon_waarde(rij, waarde, {}) for waarde in waarden)  # type: ignore[arg-type]
            uit.append(Vergelijking(met_hoofdletter(rij), links, rechts, waarden[0] != waarden[1]))
    return uit


def _feiten(dossier: Dossier) -> dict[str, str]:
    aantal = sum(model._default_manager.filter(dossier=dossier).count() for model in VERHUIST)
    return {
        "Status": dossier.get_status_display(),
        "Doelgroep": dossier.get_doelgroep_display(),
        "Status bij UHT": dossier.get_uht_status_display(),
        "Aangemeld op": datum(dossier.datum_aanmelding),
        "Beleid": str(dossier.beleid),
        "Eerste contact": datum(dossier.datum_eerste_contact) or "nog niet geweest",
        "Eerste gesprek": datum(dossier.datum_eerste_gesprek) or "nog niet geweest",
        "Casusregisseur": dossier.casusregisseur.naam if dossier.casusregisseur else "nog niet toegewezen",
        "Vertegenwoordiger die brieven krijgt": str(vertegenwoordiger_met_post(dossier.persoon) or "niemand"),
        "Wat erin staat": telwoord(aantal, "gegeven", "gegevens"),
        "Blijft bij dit nummer": " en ".join(binding.wat for binding in bindingen(dossier)) or "niets",
    }
