"""Hear the inwoner about a bezwaar: plan, invite, note what was said, call off, or hear nobody."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions.basis import ActieFout
from cases.beleid_bron import kalender_nu
from cases.forms.dossierformulier import fouten_in, met_uitweg
from cases.forms.verbeteren import RedenForm
from cases.kalender import opvallend
from cases.views.formulier import gebruiker, ingevuld, toon
from planvanaanpak.actions import bezwaarbrieven as brieven
from planvanaanpak.actions import hoorzitting as acties
from planvanaanpak.bezwaarbron import gehouden, gepland, pagina
from planvanaanpak.forms.hoorzitting import AfzienForm, HoorverslagForm, HoorzittingForm
from planvanaanpak.forms.weghalen import WeghalenForm
from planvanaanpak.models import Bezwaar
from planvanaanpak.views.bezwaar import get_bezwaar, met_indiener, weiger
from planvanaanpak.views.bezwaarstappen import BRIEF

KLOPT_NIET = "Klopt dat niet? Verzet de hoorzitting voordat u de uitnodiging maakt."
NIET_GEPLAND = "Er is geen hoorzitting gepland. Plan haar eerst."


@vereist(Permission.DOSSIER_BEWERKEN)
def hoorzitting_plannen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Plan the hoorzitting, or move the one that was planned."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk)
    if terug := weiger(request, rij):
        return terug
    nu = gepland(rij)
    form = HoorzittingForm(ingevuld(request), gepland=nu, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            zitting = acties.hoorzitting_plannen(bezwaar=rij, **form.cleaned_data, by=by, at=at, on=on)
            if zitting.datum == on and not zitting.instemming:
                messages.success(request, "De hoorzitting staat in de agenda. Leg haar vast als zij is gehouden.")
                return redirect(rij)
            messages.success(request, "De hoorzitting staat in de agenda. Maak nu de uitnodiging.")
            if let_op := opvallend(zitting.datum, kalender_nu(), on):
                messages.warning(request, f"{let_op} {KLOPT_NIET}")
            return redirect("hoorzitting_uitnodiging", nummer, pk)
    extra = {"bezwaar": rij, "gepland": nu, "annuleer_url": rij.get_absolute_url()}
    titel = "Hoorzitting verzetten" if nu else "Hoorzitting plannen"
    return toon(
        request, dossier, form, "planvanaanpak/hoorzitting_form.html", titel=met_indiener(titel, rij), extra=extra
    )


@vereist(Permission.DOSSIER_BEWERKEN)
def hoorzitting_uitnodiging(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Show the uitnodiging before it is made."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk)
    if terug := weiger(request, rij):
        return terug
    try:
        brief, zitting = brieven.stel_uitnodiging_op(rij, by=by, on=on)
    except ActieFout as fout:
        messages.error(request, met_uitweg(fout))
        return redirect(rij)
    if request.method != "POST" and zitting.uitnodiging_id is not None:
        messages.info(request, "De uitnodiging is al gemaakt. Zij staat bij de documenten.")
        return redirect(rij)
    form = WeghalenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            brieven.uitnodiging_maken(bezwaar=rij, by=by, at=at, on=on)
            messages.success(request, "De brief staat bij de documenten. Verstuur hem vandaag.")
            return redirect(rij)
    extra = {"brief": brief, "annuleer_url": rij.get_absolute_url()}
    titel = "Uitnodiging voor de hoorzitting"
    return toon(request, dossier, form, BRIEF, titel=met_indiener(titel, rij), knop="Brief maken", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def hoorzitting_gehouden(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Note that the hoorzitting was held, or add to what was noted of the last one."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk)
    if terug := weiger(request, rij):
        return terug
    zitting = gepland(rij) or gehouden(rij)
    if zitting is None and request.method != "POST":
        messages.info(request, NIET_GEPLAND)
        return redirect(pagina(rij, "hoorzitting_plannen"))
    begin: dict[str, Any] = {"datum": min(zitting.datum, on) if zitting else on}
    form = HoorverslagForm(
        ingevuld(request), request.FILES or None, initial=begin, bezwaar=rij, zitting=zitting, dossier=dossier, on=on
    )
    if form.is_valid():
        with fouten_in(form):
            acties.hoorzitting_gehouden(bezwaar=rij, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, "De hoorzitting is vastgelegd.")
            return redirect(rij)
    extra = {"zitting": zitting, "annuleer_url": rij.get_absolute_url()}
    template = "planvanaanpak/hoorzitting_gehouden.html"
    return toon(request, dossier, form, template, titel=met_indiener("Hoorzitting vastleggen", rij), extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def hoorzitting_afzeggen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk)
    if terug := weiger(request, rij) or _zonder_zitting(request, rij):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.hoorzitting_afzeggen(bezwaar=rij, reden=form.cleaned_data["reden"], by=by, at=at)
            messages.success(request, "De hoorzitting is afgezegd. Plan een andere dag, of leg vast waarom niet.")
            return redirect(rij)
    extra = {"gepland": gepland(rij), "annuleer_url": rij.get_absolute_url()}
    titel, template = "Hoorzitting afzeggen", "planvanaanpak/hoorzitting_afzeggen.html"
    return toon(request, dossier, form, template, titel=met_indiener(titel, rij), knop="Afzeggen", extra=extra)


def _zonder_zitting(request: HttpRequest, rij: Bezwaar) -> HttpResponse | None:
    if request.method == "POST" or gepland(rij) is not None:
        return None
    messages.info(request, NIET_GEPLAND)
    return redirect(rij)


@vereist(Permission.DOSSIER_BEWERKEN)
def horen_afzien(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk)
    if terug := weiger(request, rij):
        return terug
    form = AfzienForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.afzien_van_horen(bezwaar=rij, **form.cleaned_data, by=by, at=at)
            messages.success(request, "Vastgelegd. De grond komt in het besluit op bezwaar.")
            return redirect(rij)
    extra = {"bezwaar": rij, "annuleer_url": rij.get_absolute_url()}
    titel, template = "De indiener niet horen", "planvanaanpak/horen_afzien.html"
    return toon(request, dossier, form, template, titel=met_indiener(titel, rij), knop="Vastleggen", extra=extra)
