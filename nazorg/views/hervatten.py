"""Take the plan up again in the nazorg, after a look at what that brings about."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from nazorg.actions import hervatten as acties
from nazorg.actions.nazorg import IN_NAZORG
from nazorg.bron import nazorg_van
from nazorg.contactlijst import maak_stand
from nazorg.forms.hervatten import HervattenForm
from nazorg.hervatgrond import Hervatgrond
from planvanaanpak.views.planpagina import let_op

TITEL = "Plan weer oppakken"


@vereist(Permission.DOSSIER_BEWERKEN)
def plan_hervatten(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, IN_NAZORG, "Het plan weer oppakken"):
        return terug
    nazorg = nazorg_van(dossier)
    stand = maak_stand(dossier, nazorg, on) if nazorg else None
    begin = {"grond": Hervatgrond.TERUGVAL} if stand and stand.terugval else {}
    form = HervattenForm(ingevuld(request), initial=begin, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.plan_hervatten(dossier=dossier, **form.cleaned_data, by=by, at=at)
            messages.success(request, "Het plan is weer opgepakt. U kunt het aanvullen en nieuwe hulp voorstellen.")
            return redirect("plan", nummer)
    extra = {
        "stand": stand,
        "let_op": let_op(dossier, None, on),
        "annuleer_url": reverse("nazorg", args=[nummer]),
    }
    return toon(request, dossier, form, "nazorg/hervatten_form.html", titel=TITEL, knop=TITEL, extra=extra)
