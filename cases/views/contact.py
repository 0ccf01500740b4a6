from datetime import date, datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.actions.contact import contact_vastleggen
from cases.actions.hulp import hulp_afwijzen, hulp_bevestigen
from cases.actions.verbeteren import TE_VERBETEREN
from cases.actions.verificatie import verificatie_vastleggen
from cases.dossierwerk import telt_in_de_rij, volgende_poging
from cases.forms.contact import ContactForm
from cases.forms.dossierformulier import fouten_in
from cases.forms.uht import VerificatieForm
from cases.keuzes import Kanaal, TaakSoort, VerificatieAntwoord, WilOndersteuning
from cases.kop import dossier_context, mag_bewerken
from cases.models import Contact, Dossier, Taak, Verificatie
from cases.status import OPEN, Status
from cases.views.acuut import meld_acuut
from cases.views.afspraak import agenda_context
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from cases.views.terug import terug_url
from config.weergave import datum

PER_BLADZIJDE = 25
NIET_NA_GESPREK = (
    "UHT bevestigt niet dat deze inwoner bij de doelgroep hoort. Bespreek met uw coördinator hoe het verder gaat."
)


@vereist(Permission.DOSSIER_ZIEN)
def contacten(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show every contact and attempt, with what is planned beside it; who works here notes the next one on top."""
    on, user = timezone.localdate(), gebruiker(request)
    dossier = get_object_or_404(Dossier.objects.visible_to(user).voor_pagina(), nummer=nummer)
    regels = dossier.contacten.select_related("door", "ingetrokken_door").prefetch_related(
        Prefetch("taken", Taak.objects.select_related("voor"))
    )
    context = {
        **dossier_context(request, dossier, pad="Contact"),
        "on": on,
        "form": _nieuw(request, dossier, on) if _mag_vastleggen(dossier, user) else None,
        "page_obj": Paginator(regels, PER_BLADZIJDE).get_page(request.GET.get("page")),
        **agenda_context(dossier, on),
    }
    return render(request, "cases/contact_list.html", context)


def _mag_vastleggen(dossier: Dossier, user: User) -> bool:
    return Status(dossier.status) in TE_VERBETEREN and mag_bewerken(dossier, user)


def _nieuw(request: HttpRequest, dossier: Dossier, on: date) -> ContactForm:
    """Give the form as it opens: today, and the way that is asked for or that the inwoner likes best."""
    kanaal = request.GET.get("kanaal") or dossier.persoon.voorkeurskanaal or Kanaal.TELEFOON
    ingestuurd = ingevuld(request, reverse("contact_nieuw", args=[dossier.nummer]))
    return ContactForm(
        ingestuurd, initial={"datum": on, "kanaal": kanaal}, dossier=dossier, on=on, user=gebruiker(request)
    )


@vereist(Permission.DOSSIER_BEWERKEN)
def contact_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, TE_VERBETEREN, "Een contact vastleggen"):
        return terug
    form = _nieuw(request, dossier, on)
    if form.is_valid():
        with fouten_in(form), transaction.atomic():
            contact = contact_vastleggen(dossier=dossier, **form.cleaned_data, by=gebruiker(request), at=at, on=on)
            meld_acuut(request, dossier, form, at)
            _leg_wil_vast(request, dossier, form, at, on)
            messages.success(request, _vastgelegd(contact, dossier) + _opvolging_van_ander(contact))
            return redirect(terug_url(request, dossier))
    return toon(request, dossier, form, "cases/contact_form.html", titel="Contact vastleggen")


def _leg_wil_vast(request: HttpRequest, dossier: Dossier, form: ContactForm, at: datetime, on: date) -> None:
    """Record what the inwoner said of wanting help; of a no the clocks stop."""
    by, wil = gebruiker(request), form.gezegd
    if wil == WilOndersteuning.JA:
        hulp_bevestigen(dossier=dossier, by=by, at=at)
    elif wil is not None:
        gezegd = {"datum": form.cleaned_data["datum"], "toelichting": form.cleaned_data["tekst"]}
        hulp_afwijzen(dossier=dossier, wil=wil, **gezegd, by=by, at=at, on=on)
        messages.info(request, "De inwoner wil nu geen hulp. De termijnen zijn gestopt.")


def _vastgelegd(contact: Contact, dossier: Dossier) -> str:
    """Confirm it, and say what to try next when nobody answers."""
    if contact.is_bereikt:
        return "Het contact is vastgelegd."
    ander = volgende_poging(dossier)
    gevolg = f" U heeft de inwoner nu drie keer of vaker niet bereikt. {ander.titel}." if ander else ""
    if contact.is_met_ander and not telt_in_de_rij(contact, dossier):
        return "Het contact is vastgelegd. Het telt niet als contact met de inwoner, en ook niet als poging."
    if contact.is_met_ander:
        return f"Het contact is vastgelegd. Het telt als poging: u bereikte de inwoner zelf niet.{gevolg}"
    return f"De poging tot contact is vastgelegd.{gevolg}"


def _opvolging_van_ander(contact: Contact) -> str:
    """Say who follows it up, when that is not who noted it."""
    taken = contact.taken.filter(soort=TaakSoort.OPVOLGEN).exclude(voor=contact.door).select_related("voor")
    return "".join(f" {taak.voor.naam} volgt het op." for taak in taken)


@vereist(Permission.DOSSIER_BEWERKEN)
def verificatie_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, OPEN, "Een verificatie vastleggen"):
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
    bevestigd, gesproken = (
        verificatie.antwoord == VerificatieAntwoord.BEVESTIGD,
        verificatie.dossier.datum_eerste_gesprek,
    )
    if gesproken:
        uitleg = "" if bevestigd else f" {NIET_NA_GESPREK}"
        return f"De verificatie is vastgelegd.{uitleg}"
    if not bevestigd:
        return "De verificatie is vastgelegd. Zonder bevestiging van UHT begint de ondersteuning niet."
    termijn = verificatie.dossier.termijnen.filter(regel="eerste_gesprek").first()
    tot = f" Houd het eerste gesprek uiterlijk {datum(termijn.uiterste_datum)}." if termijn else ""
    return f"De verificatie is vastgelegd.{tot}"
