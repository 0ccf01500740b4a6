from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions.dossier import VOOR_EERSTE_GESPREK, contact_vastleggen, verificatie_vastleggen
from cases.forms.contact import ContactForm, VerificatieForm
from cases.forms.dossierformulier import fouten_in
from cases.keuzes import VerificatieAntwoord
from cases.models import Verificatie
from cases.status import OPEN
from cases.views.acuut import meld_acuut
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from config.weergave import datum


@vereist(Permission.DOSSIER_BEWERKEN)
def contact_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, OPEN, "Een contact vastleggen"):
        return terug
    form = ContactForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form), transaction.atomic():
            contact = contact_vastleggen(dossier=dossier, **form.cleaned_data, by=gebruiker(request), at=at, on=on)
            meld_acuut(request, dossier, form, at)
            wat = "Het contact is vastgelegd." if contact.is_bereikt else "De poging tot contact is vastgelegd."
            messages.success(request, wat)
            return redirect(dossier)
    return toon(request, dossier, form, "cases/contact_form.html", titel="Contact vastleggen")


@vereist(Permission.DOSSIER_BEWERKEN)
def verificatie_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, VOOR_EERSTE_GESPREK, "Een verificatie vastleggen"):
        return terug
    if request.method == "GET" and (vraag := dossier.verificaties.geldig().filter(antwoord="").first()):
        messages.info(request, "De vraag aan UHT staat nog open. Leg hier het antwoord vast.")
        return redirect("verificatie_antwoord", nummer, vraag.pk)
    vandaag = {"datum_gevraagd": on, "datum_antwoord": on}
    form = VerificatieForm(ingevuld(request), initial=vandaag, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            gegevens = form.cleaned_data
            verificatie = verificatie_vastleggen(dossier=dossier, **gegevens, by=gebruiker(request), at=at, on=on)
            messages.success(request, gevolg_van(verificatie))
            return redirect(dossier)
    return toon(request, dossier, form, "cases/verificatie_form.html", titel="Verificatie vastleggen")


def gevolg_van(verificatie: Verificatie) -> str:
    """Say what the answer means for the eerste gesprek."""
    if verificatie.antwoord != VerificatieAntwoord.BEVESTIGD:
        return "De verificatie is vastgelegd. Zonder bevestiging van UHT begint de ondersteuning niet."
    termijn = verificatie.dossier.termijnen.filter(regel="eerste_gesprek").first()
    tot = f" Houd het eerste gesprek uiterlijk {datum(termijn.uiterste_datum)}." if termijn else ""
    return f"De verificatie is vastgelegd.{tot}"
