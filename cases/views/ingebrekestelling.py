"""Record an ingebrekestelling, after a look at what it starts, or withdraw it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import ingebrekestelling as acties
from cases.actions.uitstelrijen import MET_BEZWAAR, te_beslissen_in
from cases.forms.dossierformulier import fouten_in
from cases.forms.uitstel import IngebrekestellingForm
from cases.forms.verbeteren import RedenForm
from cases.models import Dossier, Ingebrekestelling
from cases.views.bevestigen import is_bevestigd, wil_wijzigen
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_ingetrokken, weiger_status
from config.weergave import datum_lang

TITEL = "Ingebrekestelling vastleggen"
NIET_LAAT = (
    "Er is in dit dossier geen besluit te laat. Kwam er toch een ingebrekestelling? Dan is zij te vroeg en telt zij"
    " niet (Awb artikel 6:12). Schrijf dat de inwoner."
)


@vereist(Permission.DOSSIER_BEWERKEN)
def ingebrekestelling(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, MET_BEZWAAR, TITEL):
        return terug
    termijnen = acties.te_late_termijnen(dossier, on)
    if not termijnen:
        messages.error(request, NIET_LAAT)
        return redirect(dossier)
    form = IngebrekestellingForm(ingevuld(request), dossier=dossier, on=on, termijnen=termijnen)
    if form.is_valid() and not wil_wijzigen(request):
        with fouten_in(form):
            if is_bevestigd(request):
                acties.ingebrekestelling_vastleggen(dossier=dossier, **form.cleaned_data, by=user, at=at, on=on)
                messages.success(request, "De ingebrekestelling is vastgelegd.")
                return redirect(dossier)
            extra = _gevolg(dossier, form.cleaned_data)
            template = "cases/ingebrekestelling_confirm.html"
            return toon(request, dossier, form, template, titel=TITEL, knop="Vastleggen", extra=extra)
    return toon(request, dossier, form, "cases/ingebrekestelling_form.html", titel=TITEL, knop="Verder")


def _gevolg(dossier: Dossier, wat: dict[str, Any]) -> dict[str, Any]:
    """Say what it starts: the last day of the two weeks, or that it came too early."""
    return {"wat": wat, "beslis_voor": acties.voorzie(dossier, wat["termijn"], wat["ontvangen_op"])}


@vereist(Permission.DOSSIER_BEWERKEN)
def ingebrekestelling_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    rij = get_object_or_404(Ingebrekestelling, pk=pk, dossier=dossier)
    if terug := weiger_ingetrokken(request, rij, "Deze ingebrekestelling", dossier):
        return terug
    if terug := weiger_status(request, dossier, te_beslissen_in(rij.termijn.regel), "Een ingebrekestelling intrekken"):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.ingebrekestelling_intrekken(ingebrekestelling=rij, **form.cleaned_data, by=gebruiker(request), at=at)
            messages.success(request, f"De ingebrekestelling van {datum_lang(rij.ontvangen_op)} is ingetrokken.")
            return redirect(dossier)
    template, titel = "cases/ingebrekestelling_intrekken.html", "Ingebrekestelling intrekken"
    return toon(request, dossier, form, template, titel=titel, knop="Intrekken", extra={"rij": rij})
