"""The steps of a bezwaar before the decision: the ontvangstbevestiging, being late, the advies, the withdrawal."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions.basis import ActieFout
from cases.forms.dossierformulier import fouten_in, met_uitweg
from cases.views.formulier import gebruiker, ingevuld, toon
from planvanaanpak.actions import bezwaar as acties
from planvanaanpak.actions import bezwaarbrieven as brieven
from planvanaanpak.actions.bezwaarbasis import ZELF_BESLOTEN
from planvanaanpak.bezwaarbron import tijdigheid_van
from planvanaanpak.forms.bezwaar import BezwaaradviesForm, IntrekkingForm, VerschoonbaarForm
from planvanaanpak.forms.weghalen import WeghalenForm
from planvanaanpak.views.bezwaar import get_bezwaar, met_indiener, weiger

BRIEF = "planvanaanpak/bezwaar_brief.html"


@vereist(Permission.DOSSIER_BEWERKEN)
def bezwaar_bevestiging(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Show the ontvangstbevestiging before it is made."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk)
    if terug := weiger(request, rij):
        return terug
    if request.method != "POST" and rij.bevestiging_id is not None:
        messages.info(request, "De ontvangst is al bevestigd. De brief staat bij de documenten.")
        return redirect(rij)
    form = WeghalenForm(ingevuld(request), dossier=dossier, on=on)
    try:
        brief = brieven.stel_bevestiging_op(rij, by=by, on=on)
    except ActieFout as fout:
        messages.error(request, met_uitweg(fout))
        return redirect(rij)
    if form.is_valid():
        with fouten_in(form):
            brieven.ontvangst_bevestigen(bezwaar=rij, by=by, at=at, on=on)
            messages.success(request, "De brief staat bij de documenten. Verstuur hem vandaag.")
            return redirect(rij)
    extra = {"brief": brief, "annuleer_url": rij.get_absolute_url()}
    return toon(
        request, dossier, form, BRIEF, titel=met_indiener("Ontvangst bevestigen", rij), knop="Brief maken", extra=extra
    )


@vereist(Permission.BESLUIT_VASTSTELLEN)
def bezwaar_verschoonbaar(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk, Permission.BESLUIT_VASTSTELLEN)
    if terug := weiger(request, rij):
        return terug
    tijdigheid = tijdigheid_van(rij)
    if request.method != "POST" and tijdigheid.op_tijd:
        messages.info(request, "Dit bezwaar is op tijd. Er is niets te verschonen.")
        return redirect(rij)
    form = VerschoonbaarForm(ingevuld(request), bezwaar=rij, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wat = {"verschoonbaar": form.verschoonbaar, "reden": form.cleaned_data["reden"]}
            acties.verschoonbaarheid_beslissen(bezwaar=rij, **wat, by=by, at=at)
            messages.success(request, "Vastgelegd. De reden komt in het besluit op bezwaar.")
            return redirect(rij)
    zelf = ZELF_BESLOTEN if rij.besluit.vastgesteld_door_id == by.pk else ""
    extra = {"tijdigheid": tijdigheid, "zelf": zelf, "annuleer_url": rij.get_absolute_url()}
    titel, template = "Bezwaar dat te laat kwam", "planvanaanpak/bezwaar_verschoonbaar.html"
    return toon(request, dossier, form, template, titel=met_indiener(titel, rij), knop="Vastleggen", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def bezwaar_advies(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk)
    if terug := weiger(request, rij):
        return terug
    if request.method != "POST" and not rij.commissie:
        messages.info(request, "Over dit bezwaar adviseert geen commissie. Wijzig eerst het bezwaar.")
        return redirect(rij)
    form = BezwaaradviesForm(
        ingevuld(request), request.FILES or None, initial={"datum": on}, bezwaar=rij, dossier=dossier, on=on
    )
    if form.is_valid():
        with fouten_in(form):
            acties.advies_vastleggen(bezwaar=rij, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, "Het advies is vastgelegd.")
            return redirect(rij)
    extra = {"bezwaar": rij, "annuleer_url": rij.get_absolute_url()}
    template = "planvanaanpak/bezwaar_advies.html"
    return toon(request, dossier, form, template, titel=met_indiener("Advies van de commissie", rij), extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def bezwaar_intrekking(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Record that the inwoner withdraws the bezwaar (Awb art. 6:21)."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk)
    if terug := weiger(request, rij):
        return terug
    form = IntrekkingForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.intrekking_vastleggen(bezwaar=rij, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, "De intrekking is vastgelegd. De termijn om te beslissen is gestopt.")
            return redirect(rij)
    extra = {"annuleer_url": rij.get_absolute_url()}
    titel, template = "De indiener trekt het bezwaar in", "planvanaanpak/bezwaar_intrekking.html"
    return toon(request, dossier, form, template, titel=met_indiener(titel, rij), knop="Vastleggen", extra=extra)
