"""What somebody asked of a court, about a bezwaar or without one: record it, add the outcome, take out a mistake."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions.uitstelrijen import MET_BEZWAAR
from cases.forms.dossierformulier import fouten_in
from cases.forms.verbeteren import RedenForm
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_ingetrokken, weiger_status
from planvanaanpak.actions import beroep as acties
from planvanaanpak.beroepbron import beeld_van, te_laat_mogelijk, zonder_bezwaar_mogelijk
from planvanaanpak.forms.beroep import BeroepForm, BeroepWijzigForm, ZonderBezwaarForm
from planvanaanpak.models import Beroep, Bezwaar
from planvanaanpak.views.bezwaar import get_bezwaar, weiger

FORMULIER = "planvanaanpak/beroep_form.html"
TITEL = "Beroep of voorlopige voorziening"


@vereist(Permission.DOSSIER_BEWERKEN)
def beroep_nieuw(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, bezwaar = get_bezwaar(request, nummer, pk)
    if terug := weiger(request, bezwaar, loopt=False):
        return terug
    form = BeroepForm(ingevuld(request), initial=_begin(dossier), bezwaar=bezwaar, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.beroep_vastleggen(over=bezwaar, gegevens=form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, "Vastgelegd bij het bezwaar.")
            return redirect(bezwaar)
    extra = {"annuleer_url": bezwaar.get_absolute_url()}
    return toon(request, dossier, form, FORMULIER, titel=TITEL, extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def dossier_beroep_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    """Record beroep without a bezwaar: nothing was decided in time, or there was no need of one (Awb art. 7:1)."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, MET_BEZWAAR, "Een beroep vastleggen"):
        return terug
    termijnen, besluiten = te_laat_mogelijk(dossier), zonder_bezwaar_mogelijk(dossier)
    if not termijnen and not besluiten:
        messages.info(request, "In dit dossier is nog geen besluit, en loopt geen termijn om te beslissen.")
        return redirect("dossier_bezwaren", nummer)
    form = ZonderBezwaarForm(
        ingevuld(request), initial=_begin(dossier), termijnen=termijnen, besluiten=besluiten, dossier=dossier, on=on
    )
    if form.is_valid():
        with fouten_in(form):
            acties.beroep_vastleggen(over=form.waartegen, gegevens=form.gegevens(), by=by, at=at, on=on)
            messages.success(request, "Het beroep is vastgelegd.")
            return redirect("dossier_bezwaren", nummer)
    extra = {"annuleer_url": _lijst(dossier), "zonder_bezwaar": True}
    return toon(request, dossier, form, FORMULIER, titel="Beroep zonder bezwaar", extra=extra)


def _begin(dossier: Dossier) -> dict[str, str]:
    return {"gerecht": (dossier.gemeente.rechtbank.splitlines() or [""])[0].strip()}


@vereist(Permission.DOSSIER_BEWERKEN)
def beroep(request: HttpRequest, nummer: str, pk: int, beroep_pk: int) -> HttpResponse:
    """Add the zaaknummer or the outcome, or put it right."""
    dossier, bezwaar = get_bezwaar(request, nummer, pk)
    return _wijzig(request, dossier, _rij(dossier, beroep_pk, bezwaar))


@vereist(Permission.DOSSIER_BEWERKEN)
def dossier_beroep(request: HttpRequest, nummer: str, beroep_pk: int) -> HttpResponse:
    dossier = get_dossier(request, nummer)
    return _wijzig(request, dossier, _rij(dossier, beroep_pk))


@vereist(Permission.DOSSIER_BEWERKEN)
def beroep_weghalen(request: HttpRequest, nummer: str, pk: int, beroep_pk: int) -> HttpResponse:
    dossier, bezwaar = get_bezwaar(request, nummer, pk)
    return _haal_weg(request, dossier, _rij(dossier, beroep_pk, bezwaar))


@vereist(Permission.DOSSIER_BEWERKEN)
def dossier_beroep_weghalen(request: HttpRequest, nummer: str, beroep_pk: int) -> HttpResponse:
    dossier = get_dossier(request, nummer)
    return _haal_weg(request, dossier, _rij(dossier, beroep_pk))


def _rij(dossier: Dossier, pk: int, bezwaar: Bezwaar | None = None) -> Beroep:
    """Give a beroep of a bezwaar, or one of the dossier without a bezwaar, or a 404."""
    rijen = Beroep.objects.met_besluiten().filter(dossier=dossier, bezwaar=bezwaar)
    rij: Beroep = get_object_or_404(rijen, pk=pk)
    rij.dossier, rij.bezwaar = dossier, bezwaar
    return rij


def _wijzig(request: HttpRequest, dossier: Dossier, rij: Beroep) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    if terug := weiger_ingetrokken(request, rij, "Dit beroep", rij):
        return terug
    form = BeroepWijzigForm(ingevuld(request), rij=rij, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            acties.beroep_wijzigen(beroep=rij, wijzigingen=form.wijzigingen(), reden=reden, by=by, at=at, on=on)
            messages.success(request, "Gewijzigd.")
            return redirect(rij)
    extra = {"beeld": beeld_van(rij, dossier, on), "annuleer_url": rij.get_absolute_url()}
    return toon(request, dossier, form, FORMULIER, titel=rij.get_soort_display(), extra=extra)


def _haal_weg(request: HttpRequest, dossier: Dossier, rij: Beroep) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    if terug := weiger_ingetrokken(request, rij, "Dit beroep", rij):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.beroep_weghalen(beroep=rij, reden=form.cleaned_data["reden"], by=by, at=at)
            messages.success(request, "Weggehaald. De geschiedenis bewaart het.")
            return redirect(rij)
    extra = {"beroep": rij, "annuleer_url": rij.get_absolute_url()}
    titel, template = "Weghalen", "planvanaanpak/beroep_weghalen.html"
    return toon(request, dossier, form, template, titel=titel, knop="Weghalen", extra=extra)


def _lijst(dossier: Dossier) -> str:
    return Beroep(dossier=dossier).get_absolute_url()
