"""Letters without rules of their own: shown first, and made when they are sent again unchanged."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import vrijebrief as acties
from cases.actions.basis import ActieFout
from cases.actions.briefdruk import eis_adresseerbaar
from cases.forms.dossierformulier import fouten_in, met_uitweg
from cases.forms.vrijebrief import BerichtForm, BriefForm
from cases.models import Document, Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from cases.vrijebrief import UITNODIGING, Vrijebrief

KLAAR = "De brief staat bij de documenten. Verstuur hem vandaag."


@vereist(Permission.DOSSIER_BEWERKEN)
def afspraak_uitnodiging(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    afspraak = get_object_or_404(dossier.afspraken.select_related("dossier__persoon", "dossier__gemeente"), pk=pk)
    if terug := weiger_status(request, dossier, acties.STATUS[UITNODIGING], acties.WAT[UITNODIGING]):
        return terug
    form = BerichtForm(ingevuld(request), dossier=dossier, on=on)
    return vraag_en_maak(
        request,
        dossier,
        form,
        titel="Uitnodiging voor het gesprek",
        naam="contacten",
        stel_op=lambda wat: acties.stel_uitnodiging_op(afspraak, **wat, by=by, on=on),
        maak=lambda wat: acties.uitnodigen(afspraak=afspraak, **wat, by=by, at=at, on=on),
    )


@vereist(Permission.DOSSIER_BEWERKEN)
def brief_maken(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    toegestaan = frozenset().union(*acties.STATUS.values())
    if terug := weiger_status(request, dossier, toegestaan, "Een brief maken"):
        return terug
    begin = {"soort": request.GET.get("soort", "")}
    form = BriefForm(ingevuld(request), initial=begin, dossier=dossier, on=on)
    return vraag_en_maak(
        request,
        dossier,
        form,
        titel="Brief maken",
        naam="documenten",
        stel_op=lambda wat: acties.stel_brief_op(dossier, **wat, by=by, on=on),
        maak=lambda wat: acties.brief_maken(dossier=dossier, **wat, by=by, at=at, on=on),
    )


def vraag_en_maak(
    request: HttpRequest,
    dossier: Dossier,
    form: BerichtForm,
    *,
    titel: str,
    naam: str,
    stel_op: Callable[[dict[str, Any]], Vrijebrief],
    maak: Callable[[dict[str, Any]], Document],
) -> HttpResponse:
    """Ask what is added, show the letter, and make it when it is sent again unchanged; then on to the page `naam`."""
    terug = reverse(naam, args=[dossier.nummer])
    try:
        eis_adresseerbaar(dossier, gebruiker(request))
    except ActieFout as fout:
        messages.error(request, met_uitweg(fout))
        return redirect(terug)
    brief = None
    if form.is_valid():
        with fouten_in(form):
            wat = {veld: waarde for veld, waarde in form.cleaned_data.items() if veld != "gezien"}
            brief = stel_op(wat)
            if form.is_gezien:
                maak(wat)
                messages.success(request, KLAAR)
                return redirect("documenten", dossier.nummer)
            form.zet_gezien()
    extra = {"brief": brief, "annuleer_url": terug}
    knop = "Brief maken" if brief else "Bekijk de brief"
    return toon(request, dossier, form, "cases/vrijebrief_form.html", titel=titel, knop=knop, extra=extra)
