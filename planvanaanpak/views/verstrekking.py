"""What was granted and how far it is: one page to read, and per voorziening a page to write down what happened."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.forms.verbeteren import RedenForm
from cases.kop import dossier_context, mag_bewerken
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger, weiger_ingetrokken, weiger_status
from planvanaanpak.actions.verstrekking import (
    TE_VERSTREKKEN,
    eis_te_leveren,
    stand_op,
    verstrekking_intrekken,
    verstrekking_vastleggen,
)
from planvanaanpak.forms.verstrekking import VerstrekkingForm
from planvanaanpak.keuzes import BesluitSoort, VoorzieningSoort, VoorzieningStatus
from planvanaanpak.models import Besluit, Verstrekking, Voorziening
from planvanaanpak.verstrekking import Verstrekkingstand
from planvanaanpak.vervalbron import telt
from planvanaanpak.views.voorziening import get_voorziening
from planvanaanpak.voorzieningtekst import rekensom

OOIT_TOEGEKEND = (VoorzieningStatus.TOEGEKEND, VoorzieningStatus.VERVALLEN)


@dataclass(frozen=True)
class Toegekend:
    """One row of the overview."""

    voorziening: Voorziening
    stand: Verstrekkingstand
    rekensom: str
    # What of its amount counts: once it lapsed, what was delivered or used.
    telt: Decimal

    @property
    def sinds(self) -> date:
        """Give the day from which it counts: the begin of the looptijd, else the day of the besluit."""
        assert self.voorziening.besluit is not None
        return self.voorziening.looptijd_vanaf or self.voorziening.besluit.datum

    @property
    def is_vervallen(self) -> bool:
        """Tell whether it never held."""
        return self.stand.gold_nooit

    @property
    def geldt_nog(self) -> bool:
        """Tell whether it did not lapse."""
        return not self.is_vervallen and (self.stand.loopt_nog or not self.stand.vervalt)

    @property
    def loopt_nog(self) -> bool:
        return self.stand.loopt_nog

    @property
    def teken(self) -> str:
        return self.stand.teken

    @property
    def woorden(self) -> str:
        return self.stand.woorden

    @property
    def later(self) -> Besluit | None:
        """Give the besluit that changed it since; one that granted it after a refusal is its own besluit."""
        voorziening = self.voorziening
        return voorziening.herzien_met if voorziening.herzien_met_id != voorziening.besluit_id else None

    @property
    def later_hoe(self) -> str:
        assert self.later is not None
        return "ingetrokken met" if self.later.soort == BesluitSoort.INTREKKING else "herzien met"


@vereist(Permission.DOSSIER_ZIEN)
def toegekend(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show what was granted, since when, by which besluiten, and what is still running.

    What a herziening or an intrekking took back stays to be read, until when it held; of that counts what was delivered
    or used. What is vrij toegankelijk stands apart: the gemeente does not give it.
    """
    on, user = timezone.localdate(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    alles = _rijen(dossier, on)
    rijen = [rij for rij in alles if not rij.voorziening.is_vrij]
    context = dossier_context(request, dossier, pad="Toegekend") | {
        "on": on,
        "loopt": [rij for rij in rijen if rij.loopt_nog],
        "klaar": [rij for rij in rijen if not rij.loopt_nog],
        "vrij": [rij.voorziening for rij in alles if rij.voorziening.is_vrij and rij.geldt_nog],
        "totaal": sum((rij.telt for rij in rijen), Decimal("0.00")),
        "per_soort": [
            (label, sum((rij.telt for rij in rijen if rij.voorziening.soort == soort), Decimal("0.00")))
            for soort, label in VoorzieningSoort.choices
        ],
        "met_verval": any(rij.telt != rij.voorziening.bedrag for rij in rijen),
        "mag": mag_bewerken(dossier, user) and dossier.status in TE_VERSTREKKEN,
    }
    return render(request, "planvanaanpak/toegekend_list.html", context)


def _rijen(dossier: Dossier, on: date) -> list[Toegekend]:
    rijen = Voorziening.objects.filter(plan__dossier=dossier, status__in=OOIT_TOEGEKEND)
    rijen = rijen.met_besluiten().select_related("gezinslid")
    rijen = rijen.prefetch_related("verstrekkingen").order_by("besluit__datum", "besluit_id", "pk")
    return [Toegekend(rij, stand_op(rij, on), rekensom(rij), telt(rij, on)) for rij in rijen]


@vereist(Permission.DOSSIER_BEWERKEN)
def verstrekking(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Write down what happened to a toegekende voorziening, under what was written before."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    voorziening = get_voorziening(dossier, pk)
    if terug := _weiger_niet_te_leveren(request, dossier, voorziening):
        return terug
    if terug := weiger_status(request, dossier, TE_VERSTREKKEN, "Vastleggen wat er geleverd is"):
        return terug
    stand = stand_op(voorziening, on)
    form = VerstrekkingForm(ingevuld(request), dossier=dossier, on=on, stand=stand)
    if form.is_valid():
        with fouten_in(form):
            verstrekking_vastleggen(voorziening=voorziening, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, f"Vastgelegd bij {voorziening.omschrijving}.")
            return redirect("verstrekking", nummer, pk)
    extra = {
        "voorziening": voorziening,
        "stand": stand,
        "rekensom": rekensom(voorziening),
        "rijen": voorziening.verstrekkingen.select_related("vastgelegd_door"),
        "annuleer_url": reverse("toegekend", args=[nummer]),
        "annuleer": "Naar wat is toegekend",
    }
    titel = f"Levering: {voorziening.omschrijving}"
    return toon(
        request, dossier, form, "planvanaanpak/verstrekking_form.html", titel=titel, knop="Vastleggen", extra=extra
    )


@vereist(Permission.DOSSIER_BEWERKEN)
def verstrekking_weghalen(request: HttpRequest, nummer: str, pk: int, rij_pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    voorziening = get_voorziening(dossier, pk)
    if terug := _weiger_niet_te_leveren(request, dossier, voorziening):
        return terug
    rijen = Verstrekking.objects.select_related("voorziening__plan__dossier")
    rij: Verstrekking = get_object_or_404(rijen, pk=rij_pk, voorziening=voorziening)
    if terug := weiger_ingetrokken(request, rij, "Deze regel", "verstrekking", nummer, pk):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            verstrekking_intrekken(verstrekking=rij, reden=form.cleaned_data["reden"], by=by, at=at)
            messages.success(request, f"Weggehaald bij {voorziening.omschrijving}.")
            return redirect("verstrekking", nummer, pk)
    extra = {"voorziening": voorziening, "rij": rij, "annuleer_url": reverse("verstrekking", args=[nummer, pk])}
    template = "planvanaanpak/verstrekking_weghalen.html"
    return toon(request, dossier, form, template, titel="Weghalen", knop="Weghalen", extra=extra)


def _weiger_niet_te_leveren(request: HttpRequest, dossier: Dossier, voorziening: Voorziening) -> HttpResponse | None:
    """Send who opens what is not granted (any more) to the voorziening, with why and the besluit."""
    return weiger(request, lambda: eis_te_leveren(voorziening), "voorziening_bekijken", dossier.nummer, voorziening.pk)
