"""What UHT said of somebody: the verificatie and the status, with their history."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions.aanmelden import vraag_van
from cases.actions.tegemoetkoming import REGEL, VOOR_TEGEMOETKOMING, tegemoetkoming_vastleggen
from cases.actions.uht import uht_status_melden
from cases.actions.verificatie import verificatie_beantwoorden, verificatie_vragen
from cases.forms.dossierformulier import fouten_in
from cases.forms.tegemoetkoming import TegemoetkomingForm
from cases.forms.uht import UhtStatusForm, VerificatieAntwoordForm, VerificatieVragenForm
from cases.keuzes import BetrokkeneRol, Doelgroep
from cases.klokken import som_van, stand_van, waarom_url
from cases.kop import UHT, dossier_context
from cases.models import Dossier, Termijn, Verificatie, Verificatiecode
from cases.registratie import statuspagina
from cases.status import OPEN
from cases.statusvraag import TOCH
from cases.termijnstatus import TermijnStatus
from cases.uhtstand import huidige, is_van_later, op_feit
from cases.verificatiecodes import huidige as code_nu
from cases.verificatiecodes import volgende
from cases.views.contact import gevolg_van
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_ingetrokken, weiger_status
from config.weergave import datum

GEEN_KIND = "Een tegemoetkoming volgens de kindregeling heeft alleen een kind. Pas zo nodig eerst de doelgroep aan."


@vereist(Permission.DOSSIER_ZIEN)
def uht(request: HttpRequest, nummer: str) -> HttpResponse:
    on, user = timezone.localdate(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    codes = Verificatiecode.objects.filter(gemeente=dossier.gemeente_id, geldig_vanaf__in=[code_nu(on), volgende(on)])
    per_dag = {code.geldig_vanaf: code for code in codes.select_related("opgehaald_door")}
    verificaties = [_regel(dossier, rij, on) for rij in dossier.verificaties.geldig().select_related("door")]
    label, soort, _ = UHT[dossier.uht_status]  # type: ignore[index]  # stored as its value, which is the member
    context = dossier_context(request, dossier, pad="UHT") | {
        "status_label": label,
        "status_soort": soort,
        "wijzigingen": op_feit(dossier.uht_wijzigingen.all()),
        "verificaties": verificaties,
        "open_vraag": next((regel for regel in verificaties if not regel["rij"].antwoord), None),
        "mag_vragen": dossier.is_open,
        "zaakbehandelaars": dossier.betrokkenen.geldig().filter(rol=BetrokkeneRol.ZAAKBEHANDELAAR_UHT),
        "code": per_dag.get(code_nu(on)),
        "volgende_code": per_dag.get(volgende(on)),
        "kindregeling": _kindregeling(dossier, on),
        "mag_codes": user.mag(Permission.DOSSIER_TOEWIJZEN, dossier.gemeente_id),
    }
    return render(request, "cases/uht.html", context)


def _regel(dossier: Dossier, rij: Verificatie, on: date) -> dict[str, Any]:
    """Give a verificatie with its clock, from the clocks that the page has fetched already."""
    aanleiding = f"verificatie:{rij.pk}"
    van_vraag = [t for t in dossier.termijnen.all() if t.aanleiding == aanleiding]
    termijn = next((t for t in van_vraag if t.status != TermijnStatus.VERVALLEN), None)
    return {"rij": rij, **_klok(dossier, termijn, on)}


def _kindregeling(dossier: Dossier, on: date) -> dict[str, Any]:
    """Give of a child the beschikking of the tegemoetkoming, with the clock that runs from it; else nothing."""
    if dossier.doelgroep != Doelgroep.KIND:
        return {}
    termijn = next((t for t in dossier.termijnen.all() if t.regel == REGEL and t.som), None)
    kaart = {"datum": dossier.datum_tegemoetkoming, "mag": dossier.status in VOOR_TEGEMOETKOMING}
    return kaart | _klok(dossier, termijn, on) if dossier.datum_tegemoetkoming else kaart


def _klok(dossier: Dossier, termijn: Termijn | None, on: date) -> dict[str, Any]:
    if termijn is None or termijn.status == TermijnStatus.VERVALLEN:
        return {}
    return {
        "termijn": termijn,
        "stand": stand_van(termijn, on),
        "som": som_van(termijn),
        "waarom_url": waarom_url(dossier.nummer, termijn),
    }


@vereist(Permission.DOSSIER_BEWERKEN)
def verificatie_vraag(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, OPEN, "Een verificatie vragen"):
        return terug
    form = VerificatieVragenForm(ingevuld(request), initial={"datum_gevraagd": on}, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            rij = verificatie_vragen(dossier=dossier, **form.cleaned_data, by=gebruiker(request), at=at, on=on)
            messages.success(request, f"De vraag aan UHT is vastgelegd.{_wacht_tot(rij)}")
            return redirect("uht", nummer)
    titel, template = "Vraag aan UHT vastleggen", "cases/verificatie_vraag_form.html"
    return toon(request, dossier, form, template, titel=titel, extra=_terug(dossier))


@vereist(Permission.DOSSIER_BEWERKEN)
def verificatie_antwoord(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    rij = get_object_or_404(dossier.verificaties.select_related("door"), pk=pk)
    if terug := weiger_ingetrokken(request, rij, "Deze vraag aan UHT", "uht", nummer):
        return terug
    if rij.antwoord:
        messages.info(request, "Het antwoord op deze vraag is al vastgelegd.")
        return redirect("uht", nummer)
    if terug := weiger_status(request, dossier, OPEN, "Een antwoord van UHT vastleggen"):
        return terug
    begin = {"datum_antwoord": on}
    form = VerificatieAntwoordForm(ingevuld(request), initial=begin, verificatie=rij, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            rij = verificatie_beantwoorden(verificatie=rij, **form.cleaned_data, by=gebruiker(request), at=at, on=on)
            messages.success(request, gevolg_van(rij))
            return redirect(dossier)
    titel, template = "Antwoord van UHT vastleggen", "cases/verificatie_antwoord_form.html"
    return toon(request, dossier, form, template, titel=titel, extra=_terug(dossier) | {"rij": rij})


@vereist(Permission.DOSSIER_BEWERKEN)
def uht_status_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    """Record a status; one that has a page of its own, as niet erkend does, is recorded there."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    form = UhtStatusForm(ingevuld(request), initial={"datum_gemeld": on}, dossier=dossier, on=on)
    if form.is_valid():
        if eigen := statuspagina(form.cleaned_data["status"], dossier):
            messages.info(request, "Dit bericht legt u hier vast, omdat er meer van afhangt.")
            return redirect(eigen)
        with fouten_in(form):
            nu = uht_status_melden(dossier=dossier, **form.gegevens, by=gebruiker(request), at=at, on=on)
            messages.success(request, _gevolg_status(nu, form.gegevens["datum_feit"]))
            return redirect("uht", nummer)
    titel, template = "Status bij UHT vastleggen", "cases/uht_status_form.html"
    return toon(request, dossier, form, template, titel=titel, extra=_terug(dossier))


def _gevolg_status(dossier: Dossier, datum_feit: date) -> str:
    """Say whether the status of the dossier is another now, or stayed what it was."""
    laatste = huidige(dossier.uht_wijzigingen.all())
    assert laatste is not None, "er is er net een vastgelegd"
    if is_van_later(laatste, datum_feit):
        return (
            "De status is toegevoegd als eerdere status. De status bij UHT blijft:"
            f" {laatste.get_status_display().lower()}, vanaf {datum(laatste.dag)}. Klopt die niet? Verbeter hem"
            " of trek hem in."
        )
    if vraag_van(dossier) in TOCH.values():
        return "De status bij UHT is vastgelegd. Ga na of de ondersteuning weer moet beginnen: zie het overzicht."
    return "De status bij UHT is vastgelegd."


@vereist(Permission.DOSSIER_BEWERKEN)
def tegemoetkoming(request: HttpRequest, nummer: str) -> HttpResponse:
    """Record the day of the beschikking of a child; another doelgroep has none."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if dossier.doelgroep != Doelgroep.KIND:
        messages.error(request, GEEN_KIND)
        return redirect("uht", nummer)
    if terug := weiger_status(request, dossier, VOOR_TEGEMOETKOMING, "De beschikking vastleggen"):
        return terug
    form = TegemoetkomingForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            velden = {"reden": "", **form.cleaned_data}
            termijn = tegemoetkoming_vastleggen(dossier=dossier, **velden, by=gebruiker(request), at=at, on=on)
            messages.success(request, _sanering_tot(termijn))
            return redirect("uht", nummer)
    titel, template = "Beschikking over de tegemoetkoming", "cases/tegemoetkoming_form.html"
    return toon(request, dossier, form, template, titel=titel, extra=_terug(dossier))


def _sanering_tot(termijn: Termijn | None) -> str:
    if termijn is None:
        return "De datum van de beschikking is weggehaald. De termijn om sanering te vragen is vervallen."
    kon = "kan" if termijn.status == TermijnStatus.LOPEND else "kon"
    return f"De beschikking is vastgelegd. Sanering vragen {kon} tot en met {datum(termijn.uiterste_datum)}."


def _wacht_tot(rij: Verificatie) -> str:
    termijn = rij.dossier.termijnen.open().filter(aanleiding=f"verificatie:{rij.pk}").first()
    return f" UHT antwoordt uiterlijk {datum(termijn.uiterste_datum)}." if termijn else ""


def _terug(dossier: Dossier) -> dict[str, Any]:
    return {"annuleer_url": reverse("uht", args=[dossier.nummer])}
