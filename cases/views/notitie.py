from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import notitie as acties
from cases.forms.dossierformulier import fouten_in
from cases.forms.notitie import IntrekForm, NotitieForm, NotitieWijzigForm
from cases.kop import dossier_context, mag_bewerken
from cases.models import Dossier, Notitie
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon

PER_BLADZIJDE = 25


@vereist(Permission.DOSSIER_ZIEN)
def notities(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show the notes that this user may read, and say how many there are for other eyes only."""
    on, user = timezone.localdate(), gebruiker(request)
    dossier = get_object_or_404(Dossier.objects.visible_to(user).voor_pagina(), nummer=nummer)
    leesbaar = Notitie.objects.visible_to(user).filter(dossier=dossier).select_related("door", "ingetrokken_door")
    bladzijde = Paginator(leesbaar, PER_BLADZIJDE).get_page(request.GET.get("page"))
    bewerken = mag_bewerken(dossier, user)
    ingestuurd = ingevuld(request, reverse("notitie_nieuw", args=[nummer])) if bewerken else None
    context = {
        **dossier_context(request, dossier, pad="Notities"),
        "form": NotitieForm(ingestuurd, dossier=dossier, on=on, user=user) if bewerken else None,
        "knop": "Toevoegen",
        "page_obj": bladzijde,
        "verborgen": dossier.notities.count() - bladzijde.paginator.count,
        "mag_intrekken": user.mag(Permission.DOSSIER_TOEWIJZEN, dossier.gemeente_id),
    }
    return render(request, "cases/notitie_list.html", context)


@vereist(Permission.DOSSIER_BEWERKEN)
def notitie_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    form = NotitieForm(ingevuld(request), dossier=dossier, on=on, user=user)
    if form.is_valid():
        with fouten_in(form):
            acties.notitie_maken(dossier=dossier, **form.cleaned_data, by=user, at=at)
            messages.success(request, "De notitie is toegevoegd.")
            return redirect("notities", nummer)
    return _toon(request, dossier, form, titel="Notitie toevoegen", knop="Toevoegen")


@vereist(Permission.DOSSIER_BEWERKEN)
def notitie(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, notitie = _get(request, nummer, pk)
    if request.method != "POST" and (
        notitie.is_ingetrokken or notitie.door_id != user.pk
    ):  # a POST: the action refuses
        messages.info(request, "U kunt alleen uw eigen notities wijzigen, zolang ze niet zijn ingetrokken.")
        return redirect("notities", nummer)
    form = NotitieWijzigForm(ingevuld(request), rij=notitie, dossier=dossier, on=on, user=user)
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            acties.notitie_wijzigen(notitie=notitie, wijzigingen=form.wijzigingen(), reden=reden, by=user, at=at)
            messages.success(request, "De notitie is gewijzigd.")
            return redirect("notities", nummer)
    return _toon(request, dossier, form, titel="Notitie wijzigen", notitie=notitie)


@vereist(Permission.DOSSIER_BEWERKEN)
def notitie_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, notitie = _get(request, nummer, pk)
    form = IntrekForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.notitie_intrekken(notitie=notitie, reden=form.cleaned_data["reden"], by=user, at=at)
            messages.success(request, "De notitie is ingetrokken.")
            return redirect("notities", nummer)
    return _toon(request, dossier, form, titel="Notitie intrekken", knop="Intrekken", notitie=notitie, intrekken=True)


def _get(request: HttpRequest, nummer: str, pk: int) -> tuple[Dossier, Notitie]:
    """Give a note that this user may read; to others it is not there."""
    dossier = get_dossier(request, nummer)
    leesbaar = Notitie.objects.visible_to(gebruiker(request)).filter(dossier=dossier)
    return dossier, get_object_or_404(leesbaar.select_related("dossier", "door"), pk=pk)


def _toon(
    request: HttpRequest, dossier: Dossier, form: Any, *, titel: str, knop: str = "Bewaren", **extra: Any
) -> HttpResponse:
    return toon(request, dossier, form, "cases/notitie_form.html", titel=titel, knop=knop, extra=extra)
