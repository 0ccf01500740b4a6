"""Record a ground to end the support, the eindgesprek, and withdraw a ground that does not hold."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.beleid_bron import regels_van
from cases.forms.dossierformulier import fouten_in
from cases.forms.verbeteren import RedenForm
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_ingetrokken, weiger_status
from config.weergave import datum_lang
from nazorg.actions import eindgrond as acties
from nazorg.bron import dossierstand
from nazorg.forms.eindgrond import EindgesprekForm, EindgrondForm
from nazorg.gronden import VOOR_EINDGROND, gronden_met_termijn
from nazorg.models import Eindgrond
from nazorg.termijnen import BEEINDIGING


@vereist(Permission.DOSSIER_BEWERKEN)
def eindgrond_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, VOOR_EINDGROND, "Een grond om te beëindigen vastleggen"):
        return terug
    if reden := _niet_nodig(request, dossier):
        messages.info(request, reden)
        return redirect(dossier)
    stand = dossierstand(dossier)
    form = EindgrondForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on, stand=stand)
    if form.is_valid():
        with fouten_in(form):
            wat = form.cleaned_data
            rij = acties.eindgrond_vastleggen(dossier=dossier, **wat, by=gebruiker(request), at=at, on=on)
            messages.success(request, f"De grond is vastgelegd. Beëindig uiterlijk {_uiterlijk(rij)}.")
            return redirect(dossier)
    extra = {"dagen": BEEINDIGING.duur_van(regels_van(dossier).beeindiging_dagen or BEEINDIGING.lengte)}
    return toon(request, dossier, form, "nazorg/eindgrond_form.html", titel="Einde voorbereiden", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def eindgesprek(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier, rij = _rij(request, nummer, pk)
    if terug := weiger_status(request, dossier, VOOR_EINDGROND, "Het eindgesprek vastleggen"):
        return terug
    if terug := weiger_ingetrokken(request, rij, "Deze grond", dossier):
        return terug
    form = EindgesprekForm(ingevuld(request), dossier=dossier, on=on, eindgrond=rij)
    if form.is_valid():
        with fouten_in(form):
            wat = form.cleaned_data
            rij = acties.eindgesprek_vastleggen(eindgrond=rij, **wat, by=gebruiker(request), at=at, on=on)
            klaar = "Het eindgesprek" if rij.eindgesprek_op else "De uitnodiging"
            messages.success(request, f"{klaar} is vastgelegd.")
            return redirect(dossier)
    template = "nazorg/eindgesprek_form.html"
    return toon(request, dossier, form, template, titel="Eindgesprek", extra={"eindgrond": rij})


@vereist(Permission.DOSSIER_BEWERKEN)
def eindgrond_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier, rij = _rij(request, nummer, pk)
    if terug := weiger_status(request, dossier, VOOR_EINDGROND, "Een grond om te beëindigen intrekken"):
        return terug
    if terug := weiger_ingetrokken(request, rij, "Deze grond", dossier):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.eindgrond_intrekken(eindgrond=rij, **form.cleaned_data, by=gebruiker(request), at=at)
            messages.success(request, "De grond is ingetrokken. De termijn om te beëindigen is gestopt.")
            return redirect(dossier)
    template, titel = "nazorg/eindgrond_intrekken.html", "Grond om te beëindigen intrekken"
    return toon(request, dossier, form, template, titel=titel, knop="Intrekken", extra={"eindgrond": rij})


def _rij(request: HttpRequest, nummer: str, pk: int) -> tuple[Dossier, Eindgrond]:
    dossier = get_dossier(request, nummer)
    return dossier, get_object_or_404(Eindgrond, pk=pk, dossier=dossier, beeindiging=None)


def _niet_nodig(request: HttpRequest, dossier: Dossier) -> str:
    """Say why there is nothing to record; a form that is sent gets its answer from the action."""
    if request.method == "POST":
        return ""
    if not gronden_met_termijn(regels_van(dossier)):
        return "Het beleid van uw gemeente kent geen termijn om te beëindigen. Maak meteen het besluit."
    if eerder := acties.open_eindgrond(dossier):
        return f"Er is al een grond vastgelegd: {eerder.grond_tekst.lower()}."
    return ""


def _uiterlijk(rij: Eindgrond) -> str:
    termijn = rij.dossier.termijnen.get(regel=BEEINDIGING.code, aanleiding=acties.aanleiding_van(rij))
    return datum_lang(termijn.uiterste_datum)
