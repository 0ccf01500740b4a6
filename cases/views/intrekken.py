"""Withdraw a dossier that was made by mistake, and put it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import intrekken as acties
from cases.actions.klokken import Waarom, namen, te_stoppen
from cases.forms.dossierformulier import fouten_in
from cases.forms.verbeteren import RedenForm
from cases.models import DossierIntrekking
from cases.registratie import bindingen
from cases.status import Status
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status


@vereist(Permission.DOSSIER_HERSTELLEN)
def dossier_intrekken(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer, Permission.DOSSIER_HERSTELLEN)
    if terug := weiger_status(request, dossier, acties.IN_TE_TREKKEN, "Het dossier intrekken"):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            acties.dossier_intrekken(dossier=dossier, reden=reden, by=gebruiker(request), at=at)
            messages.success(request, "Het dossier is ingetrokken. U vindt het nog met het dossiernummer.")
            return redirect(dossier)
    extra = {
        "klokken": namen(te_stoppen(dossier, Waarom.INTREKKING)),
        "vast": [binding.wat for binding in bindingen(dossier) if binding.is_definitief],
        "annuleer_url": reverse("herstellen", args=[nummer]),
    }
    titel, knop = "Dossier intrekken", "Dossier intrekken"
    return toon(request, dossier, form, "cases/dossier_intrekken_confirm.html", titel=titel, knop=knop, extra=extra)


@vereist(Permission.DOSSIER_HERSTELLEN)
def dossier_herstellen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer, Permission.DOSSIER_HERSTELLEN)
    if terug := weiger_status(request, dossier, frozenset({Status.INGETROKKEN}), "Het dossier terugzetten"):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            acties.dossier_herstellen(dossier=dossier, reden=reden, by=gebruiker(request), at=at, on=on)
            messages.success(request, "Het dossier is teruggezet. De termijnen lopen weer.")
            return redirect(dossier)
    intrekking = DossierIntrekking.objects.filter(dossier=dossier).first()
    titel, template = "Dossier terugzetten", "cases/dossier_herstellen_confirm.html"
    extra = {"intrekking": intrekking, "annuleer_url": reverse("herstellen", args=[nummer])}
    return toon(request, dossier, form, template, titel=titel, knop="Terugzetten", extra=extra)
