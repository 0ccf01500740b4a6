"""Book costs and look them up again."""

import logging
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet, Sum, Window
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.kladformulier import ingevuld
from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from accounts.versies import Historie, Versie, list_versies
from cases.actions.basis import ActieFout
from cases.views.document import BESTAND_WEG, geef_bestand
from planvanaanpak.models import Voorziening
from planvanaanpak.vervalbron import verval_van
from spuk.actions.kosten import EerstNakijken, boeking_terugdraaien, kosten_boeken
from spuk.componenten import Component
from spuk.controle import Controle
from spuk.feiten_bron import GeenKeuze, lees_sisadag
from spuk.forms.kosten import AlgemeneKostenForm, KostenForm, TerugdraaienForm, ZoekVoorzieningForm
from spuk.kostencontroles import BOVEN_TOEKENNING
from spuk.models import Kostenregel
from spuk.telregels import Feit
from spuk.views.basis import eis_jaar, gebruiker, get_gemeente, jaren
from spuk.views.verantwoording import reken

logger = logging.getLogger(__name__)


@vereist(Permission.SPUK_ZIEN)
def kosten(request: HttpRequest, code: str, jaar: int) -> HttpResponse:
    """List the cost lines of a year, the newest on top, with their sum; with `?controle=` those that it is about."""
    gemeente = get_gemeente(request, code)
    controle = _controle(gemeente, eis_jaar(jaar), request.GET.get("controle", ""))
    if controle is None and "controle" in request.GET:
        messages.info(request, "Bij deze controle staat niets meer. Dit zijn alle kosten van het jaar.")
        return redirect("kosten", code=code, jaar=jaar)
    alle = Kostenregel.objects.filter(gemeente=gemeente).select_related("dossier", "voorziening__besluit")
    regels = alle.filter(pk__in=list(filter(None, controle.bronnen))) if controle else alle.filter(datum__year=jaar)
    context = {
        "gemeente": gemeente,
        "jaar": jaar,
        "jaren": jaren(timezone.localdate().year),
        "controle": controle,
        "page_obj": Paginator(_per_voorziening(regels, controle), 50).get_page(request.GET.get("page")),
        "versies": [] if controle else _teruggedraaid(gemeente, jaar),
        "som": regels.aggregate(netto=Sum("netto"), btw=Sum("btw"), bruto=Sum("bruto")),
        "mag_boeken": gebruiker(request).mag(Permission.SPUK_BEWERKEN, gemeente.pk),
    }
    return render(request, "spuk/kosten_list.html", context)


def _teruggedraaid(gemeente: Gemeente, jaar: int) -> list[Versie]:
    """Give the bookings of a year that were taken back: who did it, why, and what stood there."""
    weg = Kostenregel.history.filter(gemeente=gemeente, datum__year=jaar, history_type="-").select_related("dossier")
    velden = ("component", "omschrijving", "datum", "netto", "btw")
    return list_versies(Historie(rijen=weg, naam=_boeking, velden=velden, woorden={"-": "teruggedraaid"}))


def _boeking(versie: Any) -> str:
    dossier = f", dossier {versie.dossier.nummer}" if versie.dossier else ""
    return f"{versie.leverancier}, factuur {versie.factuurnummer}{dossier}"


def _controle(gemeente: Gemeente, jaar: int, code: str) -> Controle | None:
    """Find a check on cost lines of a year that has something to say."""
    if not code:
        return None
    try:
        controles = reken(gemeente, jaar).controles
    except GeenKeuze:
        return None
    return next((een for een in controles if een.code == code and een.feit is Feit.KOSTEN), None)


def _per_voorziening(regels: QuerySet[Kostenregel], controle: Controle | None) -> QuerySet[Any]:
    """Put costs above what was granted per voorziening, each with what was booked on it in all."""
    if controle is None or controle.code != BOVEN_TOEKENNING:
        return regels
    samen = Window(Sum("bruto"), partition_by=["voorziening"])
    return regels.annotate(samen=samen).order_by("voorziening", "datum", "pk")


@vereist(Permission.SPUK_BEWERKEN)
def kosten_zoeken(request: HttpRequest, code: str) -> HttpResponse:
    """Find the toegekende voorziening that an invoice belongs to, by dossier number or besluit number."""
    gemeente = get_gemeente(request, code, Permission.SPUK_BEWERKEN)
    form = ZoekVoorzieningForm(request.GET or None)
    voorzieningen: Any = None
    if form.is_valid():
        nummer = form.cleaned_data["nummer"]
        alle = Voorziening.objects.voor_kosten(gebruiker(request)).filter(plan__dossier__gemeente=gemeente)
        alle = alle.filter(plan__dossier__nummer__iexact=nummer) | alle.filter(besluit__nummer__iexact=nummer)
        naast = alle.met_besluiten().select_related("plan__dossier")
        gevonden = naast.annotate(geboekt=Sum("kostenregels__bruto")).order_by("besluit_id", "pk")
        voorzieningen = [(voorziening, verval_van(voorziening)) for voorziening in gevonden]
    context = {"gemeente": gemeente, "form": form, "voorzieningen": voorzieningen}
    return render(request, "spuk/kosten_zoeken.html", context)


@vereist(Permission.SPUK_BEWERKEN)
def kosten_nieuw(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Book a cost on a toegekende voorziening."""
    gemeente = get_gemeente(request, code, Permission.SPUK_BEWERKEN)
    mijn = Voorziening.objects.voor_kosten(gebruiker(request)).filter(plan__dossier__gemeente=gemeente)
    voorziening = get_object_or_404(mijn.select_related("plan__dossier__gemeente", "besluit", "herzien_met"), pk=pk)
    form = KostenForm(ingevuld(request), request.FILES or None)
    if form.is_valid() and (regel := _boek(request, form, gemeente, Component.C, voorziening)):
        return redirect(regel)
    context = {
        "gemeente": gemeente,
        "form": form,
        "voorziening": voorziening,
        "verval": verval_van(voorziening),
        "geboekt": voorziening.kostenregels.geboekt(),
    }
    return render(request, "spuk/kosten_form.html", context)


@vereist(Permission.SPUK_BEWERKEN)
def kosten_algemeen(request: HttpRequest, code: str) -> HttpResponse:
    """Book a cost that hangs on no voorziening."""
    gemeente = get_gemeente(request, code, Permission.SPUK_BEWERKEN)
    form = AlgemeneKostenForm(ingevuld(request), request.FILES or None)
    if form.is_valid():
        component = Component(form.cleaned_data.pop("component"))
        if regel := _boek(request, form, gemeente, component, None):
            return redirect(regel)
    return render(request, "spuk/kosten_form.html", {"gemeente": gemeente, "form": form})


def _boek(
    request: HttpRequest, form: KostenForm, gemeente: Any, component: Component, voorziening: Voorziening | None
) -> Kostenregel | None:
    """Book what the form says; a refusal becomes an error of the form, so that nothing typed is lost."""
    try:
        regel = kosten_boeken(
            gemeente=gemeente,
            component=component,
            voorziening=voorziening,
            **form.boeking,
            by=gebruiker(request),
            at=timezone.now(),
            on=timezone.localdate(),
        )
    except EerstNakijken as fout:
        form.vraag_na(fout.vragen)
        return None
    except ActieFout as fout:
        form.add_error(None, str(fout))
        return None
    messages.success(request, "De kosten zijn geboekt.")
    return regel


@vereist(Permission.SPUK_ZIEN)
def kostenregel(request: HttpRequest, pk: int) -> HttpResponse:
    regels = Kostenregel.objects.visible_to(gebruiker(request))
    regel = get_object_or_404(
        regels.select_related("gemeente", "dossier", "voorziening__besluit", "geboekt_door"), pk=pk
    )
    form = TerugdraaienForm(ingevuld(request))
    mag = gebruiker(request).mag(Permission.SPUK_BEWERKEN, regel.gemeente_id)
    if request.method == "POST" and mag and form.is_valid():
        reden = form.cleaned_data["reden"]
        try:
            boeking_terugdraaien(regel=regel, reden=reden, by=gebruiker(request), at=timezone.now())
            messages.success(request, "De boeking is teruggedraaid. Wat er stond, leest u onderaan bij Geschiedenis.")
        except ActieFout as fout:
            messages.error(request, str(fout))
        return redirect("kosten", code=regel.gemeente.code, jaar=regel.datum.year)
    sisa = lees_sisadag(regel.gemeente, regel.datum.year)
    context = {"regel": regel, "form": form, "mag_boeken": mag}
    context["na_sisa"] = sisa if sisa.is_voorbij(timezone.localdate()) else None
    return render(request, "spuk/kostenregel_detail.html", context)


@vereist(Permission.SPUK_ZIEN)
def kostenregel_factuur(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give the invoice, under a name that says nothing of a person."""
    regel = get_object_or_404(Kostenregel.objects.visible_to(gebruiker(request)), pk=pk)
    if not regel.factuur:
        raise Http404
    try:
        bestand = regel.factuur.open("rb")
    except FileNotFoundError:
        logger.error("De factuur van kostenregel %s ontbreekt.", regel.pk)
        messages.error(request, BESTAND_WEG)
        return redirect(regel)
    naam = f"factuur-{regel.gemeente.code}-{regel.pk}.{regel.factuur_extensie}"
    return geef_bestand(bestand, naam=naam, soort=regel.factuur_type)
