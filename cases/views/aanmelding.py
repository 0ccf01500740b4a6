"""Register an inwoner who comes directly, and what was established at the aanmelding."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases import aanmeldbeeld
from cases.actions import aanmelding as acties
from cases.actions.aanmelden import doelgroep_wijzigen as wijzig_doelgroep
from cases.actions.bsn import bsn_gevonden
from cases.dubbelen import Gelijkende
from cases.forms.aanmelding import AanmeldingForm, AanmeldkeuzeForm
from cases.forms.aanmelding_wijzigen import AanmeldingWijzigenForm
from cases.forms.dossierformulier import fouten_in
from cases.forms.hulp import DoelgroepForm
from cases.keuzes import Doelgroep
from cases.kop import dossier_context
from cases.models import Dossier
from cases.status import Status
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon


@vereist(Permission.DOSSIER_AANMELDEN)
def aanmelding_nieuw(request: HttpRequest) -> HttpResponse:
    user, on, at = gebruiker(request), timezone.localdate(), timezone.now()
    keuze = AanmeldkeuzeForm(request.GET or None, user=user)
    if not keuze.is_valid():
        return render(request, "cases/aanmelding_keuze.html", {"form": keuze})
    gemeente, regel = keuze.gekozen
    adresdeel = urlencode({"gemeente": gemeente.code, "doelgroep": regel.doelgroep.value})
    klad = ingevuld(request, f"{request.path}?{adresdeel}")
    form = AanmeldingForm(klad, gemeente=gemeente, regel=regel, by=user, on=on)
    if form.is_valid():
        with fouten_in(form):
            dossier = acties.direct_aanmelden(invoer=form.invoer(), gezien=form.bekeken, by=user, at=at, on=on)
            messages.success(request, f"De aanmelding is bewaard. Dit is dossier {dossier.nummer}.")
            if hint := aanmeldbeeld.hint(dossier):
                messages.warning(request, hint)
            return redirect(dossier)
    if form.zelfde:
        bsn_gevonden(dossier=form.zelfde, waar="bij een nieuwe aanmelding", by=user, at=at)
    context = {
        "form": form,
        "regel": regel,
        "gemeente": None if keuze.enige else gemeente,
        "zelfde": list_bekenden([Gelijkende(form.zelfde, ("burgerservicenummer",))] if form.zelfde else [], user),
        "gelijkenden": list_bekenden(form.gelijkenden, user),
    }
    return render(request, "cases/aanmelding_form.html", context)


@dataclass(frozen=True)
class Bekende:
    """Somebody with a dossier who looks the same; of a dossier that the user may not see only that it is there."""

    dossier: Dossier
    overeen: str
    is_zichtbaar: bool


def list_bekenden(gelijkenden: list[Gelijkende], user: User) -> list[Bekende]:
    if not gelijkenden:
        return []
    alle = [g.dossier.pk for g in gelijkenden]
    zichtbaar = set(Dossier.objects.visible_to(user).filter(pk__in=alle).values_list("pk", flat=True))
    return [Bekende(g.dossier, " en ".join(g.overeen), g.dossier.pk in zichtbaar) for g in gelijkenden]


@vereist(Permission.DOSSIER_ZIEN)
def aanmelding(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show what was established when somebody came, and what this doelgroep still asks."""
    dossier = get_object_or_404(Dossier.objects.visible_to(gebruiker(request)).voor_pagina(), nummer=nummer)
    context = {
        **dossier_context(request, dossier, pad="Aanmelding"),
        "feiten": aanmeldbeeld.aanmeldfeiten(dossier)[:3],
        "grondslag": aanmeldbeeld.grondslagfeiten(dossier.aanmelding),
        "doelgroepfeiten": aanmeldbeeld.doelgroepfeiten(dossier),
        "nog_nodig": aanmeldbeeld.nog_nodig(dossier),
        "hint": aanmeldbeeld.hint(dossier),
        "kan_afwijzen": dossier.status in (Status.AANMELDING, Status.EERSTE_GESPREK),
        "kan_hervatten": dossier.status == Status.GEEN_HULP,
    }
    return render(request, "cases/aanmelding_detail.html", context)


@vereist(Permission.DOSSIER_BEWERKEN)
def aanmelding_wijzigen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    form = AanmeldingWijzigenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.aanmelding_wijzigen(
                dossier=dossier,
                wijzigingen=form.wijzigingen(),
                reden=form.cleaned_data["reden"],
                by=gebruiker(request),
                at=at,
            )
            messages.success(request, "De aanmelding is gewijzigd.")
            return redirect("aanmelding", nummer)
    return toon(request, dossier, form, "cases/aanmelding_wijzigen_form.html", titel="Aanmelding wijzigen")


@vereist(Permission.DOSSIER_BEWERKEN)
def doelgroep_wijzigen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    form = DoelgroepForm(ingevuld(request), rij=dossier, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wijzig_doelgroep(
                dossier=dossier,
                doelgroep=Doelgroep(form.cleaned_data["doelgroep"]),
                reden=form.cleaned_data["reden"],
                by=gebruiker(request),
                at=at,
            )
            messages.success(request, "De doelgroep is gewijzigd. Kijk na of de aanmelding nog klopt.")
            return redirect("aanmelding", nummer)
    return toon(request, dossier, form, "cases/doelgroep_form.html", titel="Doelgroep wijzigen")
