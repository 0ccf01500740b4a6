"""Ask somebody to complete the aanvraag, and record what came of it."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.aanvulregels import klok_van
from cases.actions import aanvulling as acties
from cases.actions.aanvulklokken import HERSTEL
from cases.actions.basis import ActieFout
from cases.actions.briefdruk import eis_adresseerbaar
from cases.beleid_bron import kalender_nu, regels_van
from cases.eenheden import tel
from cases.forms.aanvulling import AanvullingOntvangenForm, AanvullingVragenForm, VerderForm
from cases.forms.dossierformulier import fouten_in, met_uitweg
from cases.forms.verbeteren import RedenForm
from cases.models import Aanvulling, Dossier, Termijn
from cases.register import regel as zoek_regel
from cases.stappen import waarom
from cases.termijnstatus import NIET_KLAAR
from cases.uitstelgronden import PLAN
from cases.views.bevestigen import is_bevestigd, wil_wijzigen
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_ingetrokken, weiger_status
from config.weergave import datum_lang


@vereist(Permission.DOSSIER_BEWERKEN)
def aanvulling_vragen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, acties.MET_AANVRAAG, "Een aanvulling vragen"):
        return terug
    termijn = _termijn(request, dossier)
    if termijn is None:
        return redirect(dossier)
    begin, titel = {"uiterlijk": _voorstel(dossier, on)}, "Aanvulling vragen"
    form = AanvullingVragenForm(ingevuld(request), initial=begin, dossier=dossier, on=on)
    if form.is_valid() and not wil_wijzigen(request):
        with fouten_in(form):
            if is_bevestigd(request):
                rij = acties.aanvulling_vragen(dossier=dossier, **form.cleaned_data, by=user, at=at, on=on)
                messages.success(request, _gevraagd(rij))
                return redirect(dossier)
            voorstel = acties.stel_voor(dossier, termijn, **form.cleaned_data, by=user, on=on)
            extra = {"voorstel": voorstel, "brief": voorstel.brief, "termijn": termijn}
            template = "cases/aanvulling_confirm.html"
            return toon(request, dossier, form, template, titel=titel, knop="Brief maken", extra=extra)
    extra = {"termijn": termijn, "is_voorbij": termijn.uiterste_datum <= on}
    return toon(request, dossier, form, "cases/aanvulling_form.html", titel=titel, knop="Verder", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def aanvulling_ontvangen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier, rij = _rij(request, nummer, pk)
    if terug := weiger_ingetrokken(request, rij, "Deze brief", dossier):
        return terug
    if rij.ontvangen_op is not None:
        messages.info(request, "Deze aanvulling is al vastgelegd.")
        return redirect(dossier)
    if terug := weiger_status(request, dossier, acties.MET_AANVRAAG, "Een aanvulling vastleggen"):
        return terug
    form = AanvullingOntvangenForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on, aanvulling=rij)
    if form.is_valid():
        with fouten_in(form):
            wat = form.cleaned_data
            rij = acties.aanvulling_ontvangen(aanvulling=rij, **wat, by=gebruiker(request), at=at, on=on)
            messages.success(request, _ontvangen(rij))
            return redirect(dossier)
    extra = {"aanvulling": rij, "waarom_url": waarom(dossier, klok_van(dossier, rij, HERSTEL))}
    template, titel = "cases/aanvulling_ontvangen_form.html", "Aanvulling ontvangen"
    return toon(request, dossier, form, template, titel=titel, knop="Vastleggen", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def aanvulling_verder(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier, rij = _rij(request, nummer, pk)
    if terug := weiger_ingetrokken(request, rij, "Deze brief", dossier):
        return terug
    if rij.verder_op is not None:
        messages.info(request, "U koos al om de aanvraag verder te behandelen.")
        return redirect(dossier)
    if terug := weiger_status(request, dossier, acties.MET_AANVRAAG, "De aanvraag verder behandelen"):
        return terug
    form = VerderForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wat = form.cleaned_data
            acties.aanvraag_verder_behandelen(aanvulling=rij, **wat, by=gebruiker(request), at=at, on=on)
            messages.success(request, f"U behandelt de aanvraag verder.{_beslis(dossier)}")
            return redirect(dossier)
    template, titel = "cases/aanvulling_verder_form.html", "Verder zonder aanvulling"
    return toon(request, dossier, form, template, titel=titel, knop="Verder behandelen", extra={"aanvulling": rij})


@vereist(Permission.DOSSIER_BEWERKEN)
def aanvulling_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier, rij = _rij(request, nummer, pk)
    if terug := weiger_status(request, dossier, acties.MET_AANVRAAG, "De brief intrekken"):
        return terug
    if terug := weiger_ingetrokken(request, rij, "Deze brief", dossier):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wat = form.cleaned_data
            acties.aanvulling_intrekken(aanvulling=rij, **wat, by=gebruiker(request), at=at, on=on)
            messages.success(request, f"De brief is ingetrokken.{_beslis(dossier)}")
            return redirect(dossier)
    template, titel = "cases/aanvulling_intrekken.html", "Brief om aan te vullen intrekken"
    return toon(request, dossier, form, template, titel=titel, knop="Intrekken", extra={"aanvulling": rij})


def _rij(request: HttpRequest, nummer: str, pk: int) -> tuple[Dossier, Aanvulling]:
    dossier = get_dossier(request, nummer)
    rijen = Aanvulling.objects.select_related("opschorting")
    return dossier, get_object_or_404(rijen, pk=pk, dossier=dossier)


def _termijn(request: HttpRequest, dossier: Dossier) -> Termijn | None:
    """Give the clock of the plan; say why when nothing can be asked now."""
    termijn: Termijn | None = dossier.termijnen.filter(regel=PLAN, status__in=NIET_KLAAR).first()
    try:
        eis_adresseerbaar(dossier, gebruiker(request))
        if termijn is None:
            raise ActieFout("Er loopt geen termijn voor het plan van aanpak. Er is geen aanvraag om op te beslissen.")
        if request.method != "POST":  # the action refuses, and a form that was sent twice makes one
            acties.eis_geen_open(dossier)
    except ActieFout as fout:
        messages.error(request, met_uitweg(fout))
        return None
    return termijn


def _voorstel(dossier: Dossier, on: date) -> date:
    """Offer the length of the beleid, up to a werkdag; the consulent sets the day."""
    regel = zoek_regel(HERSTEL)
    lengte = regels_van(dossier).lengte(regel) or regel.lengte
    kalender = kalender_nu()
    return kalender.eerste_werkdag(tel(on, lengte, regel.eenheid, kalender))


def _gevraagd(rij: Aanvulling) -> str:
    brief = "De brief staat bij de documenten. Verstuur hem vandaag."
    if rij.opschorting is None:
        return f"De inwoner kan aanvullen tot en met {datum_lang(rij.uiterlijk)}. {brief}"
    return f"De termijn staat stil tot en met {datum_lang(rij.uiterlijk)}.{_beslis(rij.dossier)} {brief}"


def _ontvangen(rij: Aanvulling) -> str:
    wat = "De aanvraag is compleet." if rij.is_volledig else "De aanvraag is nog niet compleet."
    return f"De aanvulling is vastgelegd. {wat}{_beslis(rij.dossier)}"


def _beslis(dossier: Dossier) -> str:
    termijn = Termijn.objects.filter(dossier=dossier, regel=PLAN, status__in=NIET_KLAAR).first()
    return f" Beslis uiterlijk {datum_lang(termijn.uiterste_datum)}." if termijn else ""
