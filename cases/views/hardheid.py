"""The hardheidsclausule of a dossier: what is closed, who decided to grant all the same, and why."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import hardheid as acties
from cases.forms.dossierformulier import fouten_in
from cases.forms.hardheid import HardheidForm, Jaarkeuze
from cases.forms.lijst import gekozen
from cases.forms.verbeteren import RedenForm
from cases.hardheidsbeeld import besluiten_van, dichte_poorten, gebruikt_in, te_openen, waarschuwingen
from cases.kop import dossier_context
from cases.models import Dossier, Hardheidsbesluit
from cases.register import regel as zoek_regel
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status

PAD = "Hardheidsclausule"


@vereist(Permission.DOSSIER_ZIEN)
def hardheid(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show which terms stop a besluit and since when, and every time the hardheidsclausule was applied."""
    on, user = timezone.localdate(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    beslist = user.mag(Permission.DOSSIER_TOEWIJZEN, dossier.gemeente_id)
    kan = bool(te_openen(dossier, on)) and dossier.status in acties.TE_BESLISSEN
    context = dossier_context(request, dossier, pad=PAD) | {
        "dicht": dichte_poorten(dossier, on),
        "waarschuwingen": waarschuwingen(dossier, on),
        "hardheidsbesluiten": besluiten_van(dossier),
        "beslist": beslist,
        "kan_toepassen": kan and beslist,
        "kan_vragen": kan and not beslist and user.mag(Permission.DOSSIER_BEWERKEN, dossier.gemeente_id),
    }
    return render(request, "cases/hardheid_detail.html", context)


@vereist(Permission.DOSSIER_TOEWIJZEN)
def hardheid_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.DOSSIER_TOEWIJZEN)
    if terug := weiger_status(request, dossier, acties.TE_BESLISSEN, acties.WAT):
        return terug
    if request.method != "POST" and not te_openen(dossier, on):
        messages.info(request, "Er is in dit dossier geen termijn waarvoor u de hardheidsclausule kunt toepassen.")
        return redirect("hardheid", nummer)
    form = HardheidForm(ingevuld(request), poorten=dichte_poorten(dossier, on), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.hardheid_vastleggen(dossier=dossier, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, "De hardheidsclausule is toegepast. Het volgende besluit kan nu toekennen.")
            return redirect("hardheid", nummer)
    extra = {"is_casusregisseur": dossier.casusregisseur_id == by.pk}
    titel, template = "Hardheidsclausule toepassen", "cases/hardheid_form.html"
    return toon(request, dossier, form, template, titel=titel, knop="Toepassen", extra=extra | _terug(dossier))


@vereist(Permission.DOSSIER_TOEWIJZEN)
def hardheid_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.DOSSIER_TOEWIJZEN)
    rij = get_object_or_404(Hardheidsbesluit, pk=pk, dossier=dossier)
    if request.method != "POST" and (rij.is_ingetrokken or rij.besluit):
        messages.info(request, "Deze toepassing is al gebruikt of ingetrokken.")
        return redirect("hardheid", nummer)
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.hardheid_intrekken(hardheid=rij, reden=form.cleaned_data["reden"], by=by, at=at)
            messages.success(request, "De toepassing is ingetrokken. De termijn houdt een toekenning weer tegen.")
            return redirect("hardheid", nummer)
    extra = {"rij": rij, "termijn": zoek_regel(rij.regel).kort} | _terug(dossier)
    titel, template = "Toepassing intrekken", "cases/hardheid_intrekken.html"
    return toon(request, dossier, form, template, titel=titel, knop="Intrekken", extra=extra)


@vereist(Permission.DOSSIER_ZIEN)
def hardheidsbesluiten(request: HttpRequest) -> HttpResponse:
    """List the besluiten of a year that rest on the hardheidsclausule, for whoever sees their dossiers."""
    on = timezone.localdate()
    jaar = gekozen(Jaarkeuze(request.GET))["jaar"] or on.year
    rijen = [(rij, zoek_regel(rij.regel).kort) for rij in gebruikt_in(gebruiker(request), jaar)]
    context = {"jaar": jaar, "rijen": rijen, "eerder": jaar - 1, "later": jaar + 1 if jaar < on.year else None}
    return render(request, "cases/hardheid_list.html", context)


def _terug(dossier: Dossier) -> dict[str, str]:
    return {"annuleer_url": reverse("hardheid", args=[dossier.nummer])}
