"""Decide on a bezwaar, with the letter read first, and link the besluit that follows."""

from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions.basis import ActieFout
from cases.forms.dossierformulier import fouten_in
from cases.views.formulier import gebruiker, ingevuld, toon
from planvanaanpak.actions import bezwaarbesluit as acties
from planvanaanpak.actions.bezwaarbasis import ZELF_BESLOTEN
from planvanaanpak.besluitnodig import bezwaarpunten
from planvanaanpak.bezwaarbron import andere_bezwaren, feiten_van, vervolgweg
from planvanaanpak.bezwaarregels import nodig
from planvanaanpak.forms.bezwaarbesluit import BeslisForm, VervolgForm
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.mandaatbron import voorbeeld_met_mandaat
from planvanaanpak.opbouw import bezwaar_tot, maak_brief
from planvanaanpak.pdf import BriefFout, render_pdf
from planvanaanpak.views.bezwaar import get_bezwaar, met_indiener, punt_url, weiger
from planvanaanpak.views.mandaatbeeld import mandaatbeeld
from planvanaanpak.views.openpunten import open_punten
from planvanaanpak.views.planpagina import Nodigpunt
from planvanaanpak.views.stukken import VOORBEELD, geef_pdf


@vereist(Permission.BESLUIT_VASTSTELLEN)
def bezwaar_besluit(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk, Permission.BESLUIT_VASTSTELLEN)
    if rij.beslissing is not None:
        messages.info(request, f"Op dit bezwaar is al beslist, in besluit {rij.beslissing.nummer}.")
        return redirect(rij.beslissing)
    if terug := weiger(request, rij):
        return terug
    form = BeslisForm(ingevuld(request), initial={"datum": on}, bezwaar=rij, dossier=dossier, on=on)
    bekijken = "bekijken" in request.POST
    if not bekijken and form.is_valid():
        with fouten_in(form):
            datum = form.cleaned_data["datum"]
            besluit = acties.bezwaar_beslissen(
                bezwaar=rij, beslissing=form.beslissing, datum=datum, by=by, at=at, on=on
            )
            messages.success(request, _klaar(besluit.nummer))
            return redirect(besluit)
    datum = form.gekozen_datum
    if bekijken:
        form.toon_alleen_datum()
    eerst = [punt for punt in nodig(feiten_van(rij), on) if not punt.klaar]
    punten = [Nodigpunt(False, punt.tekst, punt_url(rij, punt.pagina)) for punt in eerst]
    extra = {
        "bezwaar": rij,
        "andere": [ander for ander in andere_bezwaren(rij) if ander.loopt],
        "zelf": ZELF_BESLOTEN if rij.besluit.vastgesteld_door_id == by.pk else "",
        "open_punten": punten + open_punten(bezwaarpunten(rij, by, on), dossier, by),
        "datum": datum,
        "beroep_tot": bezwaar_tot(dossier, datum) if datum else None,
        "bekeken": bekijken,
        "mandaat": mandaatbeeld(dossier, BesluitSoort.BESLUIT_OP_BEZWAAR, Decimal(0), by, on),
        "annuleer_url": rij.get_absolute_url(),
    }
    titel, template = "Beslissen op het bezwaar", "planvanaanpak/bezwaar_besluit.html"
    return toon(request, dossier, form, template, titel=met_indiener(titel, rij), knop="Vaststellen", extra=extra)


def _klaar(nummer: str) -> str:
    return f"Besluit {nummer} is vastgesteld. Verstuur de brief en bevestig de dag: dan stopt de termijn."


@vereist(Permission.BESLUIT_VASTSTELLEN)
def bezwaar_voorbeeld(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Show the letter as it would be now, marked as concept: no number is taken and nothing is stored."""
    on, by = timezone.localdate(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk, Permission.BESLUIT_VASTSTELLEN)
    form = BeslisForm(ingevuld(request), initial={"datum": on}, bezwaar=rij, dossier=dossier, on=on)
    datum = form.gekozen_datum or on
    if not form.is_bound or not form.cleaned_data.get("dictum"):
        messages.error(request, "Kies eerst uw beslissing. Daarna kunt u de brief bekijken.")
        return redirect("bezwaar_besluit", nummer, pk)
    try:
        inhoud = acties.stel_besluit_op(rij, form.beslissing)
        inhoud = voorbeeld_met_mandaat(dossier, inhoud, by, on)
        brief = maak_brief(dossier=dossier, inhoud=inhoud, kenmerk="concept", datum=datum, by=by)
        pdf = render_pdf(VOORBEELD, brief)
    except (ActieFout, BriefFout) as fout:
        messages.error(request, str(fout))
        return redirect(rij)
    return geef_pdf(request, pdf, f"{dossier.nummer}-concept.pdf", inline=True)


@vereist(Permission.DOSSIER_BEWERKEN)
def bezwaar_vervolg(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Link the besluit that came in the place of the one that was herroepen."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, rij = get_bezwaar(request, nummer, pk)
    if request.method != "POST" and not rij.wacht_op_besluit:
        messages.info(request, "Na dit bezwaar hoeft er geen nieuw besluit meer te komen.")
        return redirect(rij)
    besluiten = acties.mogelijk_vervolg(rij)
    form = VervolgForm(ingevuld(request), besluiten=besluiten, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.vervolg_koppelen(bezwaar=rij, besluit=form.cleaned_data["besluit"], by=by, at=at)
            messages.success(request, "Het nieuwe besluit is gekoppeld.")
            return redirect(rij)
    extra = {
        "bezwaar": rij,
        "besluiten": besluiten,
        "weg": vervolgweg(rij),
        "annuleer_url": rij.get_absolute_url(),
    }
    titel, template = "Nieuw besluit koppelen", "planvanaanpak/bezwaar_vervolg.html"
    return toon(request, dossier, form, template, titel=met_indiener(titel, rij), knop="Koppelen", extra=extra)
