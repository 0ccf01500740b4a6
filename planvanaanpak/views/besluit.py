"""A besluit: what was decided, its letter, and when that left."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.klokken import som_van, stand_van, waarom_url
from cases.kop import dossier_context
from cases.models import Dossier
from cases.termijnstatus import TermijnStatus
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from config.weergave import datum
from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.brief import uit_json
from planvanaanpak.forms.besluit import VerzendenForm
from planvanaanpak.models import Besluit, BesluitPdf, Bijsluiter
from planvanaanpak.opbouw import bezwaar_tot


@vereist(Permission.DOSSIER_ZIEN)
def besluit(request: HttpRequest, nummer: str) -> HttpResponse:
    on, user = timezone.localdate(), gebruiker(request)
    besluit = get_besluit(request, nummer)
    dossier = get_dossier(request, besluit.dossier.nummer, Permission.DOSSIER_ZIEN)
    context = dossier_context(request, dossier, pad=f"Besluit {nummer}") | {
        "on": on,
        "besluit": besluit,
        "brief": uit_json(besluit.snapshot),
        "sha256": BesluitPdf.objects.values_list("sha256", flat=True).get(besluit=besluit),
        "bijsluiter": Bijsluiter.objects.filter(besluit=besluit).defer("inhoud").first(),
        "aanvullingen": besluit.aanvullingen.defer("snapshot").order_by("vastgesteld_op", "pk"),
        "bezwaar": _bezwaar(dossier, besluit, on),
        "mag_verzenden": besluit.verzonden_op is None and user.mag(Permission.BESLUIT_VASTSTELLEN, dossier.gemeente_id),
    }
    return render(request, "planvanaanpak/besluit_detail.html", context)


@vereist(Permission.BESLUIT_VASTSTELLEN)
def besluit_verzenden(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    besluit = get_besluit(request, nummer)
    dossier = get_dossier(request, besluit.dossier.nummer, Permission.BESLUIT_VASTSTELLEN)
    if besluit.verzonden_op is not None:
        messages.info(request, f"Dit besluit is al verzonden op {datum(besluit.verzonden_op)}.")
        return redirect(besluit)
    begin = {"datum": min(besluit.datum, on)}
    form = VerzendenForm(ingevuld(request), initial=begin, dossier=dossier, on=on, besluit=besluit)
    if form.is_valid() and not form.eerst_uitleggen:
        with fouten_in(form):
            verzonden = verzenden(besluit=besluit, datum=form.cleaned_data["datum"], by=by, at=at, on=on)
            messages.success(request, _bevestiging(verzonden))
            return redirect(besluit)
    extra = {
        "besluit": besluit,
        "bezwaar_tot": bezwaar_tot(dossier, form.andere_dag or besluit.datum),
        "ontvanger": uit_json(besluit.snapshot).ontvanger,
        "annuleer_url": besluit.get_absolute_url(),
    }
    titel, template = "Verzending bevestigen", "planvanaanpak/besluit_verzenden.html"
    return toon(request, dossier, form, template, titel=titel, knop="Verzending bevestigen", extra=extra)


def get_besluit(request: HttpRequest, nummer: str) -> Besluit:
    """Give a besluit of a dossier that this user may see, or a 404."""
    zichtbaar = Besluit.objects.visible_to(gebruiker(request))
    besluit: Besluit = get_object_or_404(
        zichtbaar.select_related("dossier", "vult_aan", "vastgesteld_door", "verzonden_door").defer(
            "vult_aan__snapshot"
        ),
        nummer=nummer,
    )
    return besluit


def _bezwaar(dossier: Dossier, besluit: Besluit, on: date) -> dict[str, Any] | None:
    """Give the bezwaartermijn of this besluit from the clocks of the dossier, with how it was counted."""
    aanleiding = f"besluit:{besluit.pk}"
    termijnen = dossier.termijnen.all()
    termijn = next((t for t in termijnen if t.regel == "bezwaar" and t.aanleiding == aanleiding), None)
    if termijn is None or termijn.status == TermijnStatus.VERVALLEN:
        return None
    return {
        "tot": termijn.uiterste_datum,
        "stand": stand_van(termijn, on),
        "som": som_van(termijn),
        "waarom_url": waarom_url(dossier.nummer, termijn),
    }


def _bevestiging(besluit: Besluit) -> str:
    if besluit.verzonden_op == besluit.datum:
        return f"De verzending van besluit {besluit.nummer} is bevestigd."
    return (
        f"De verzending van besluit {besluit.nummer} is bevestigd. De bezwaartermijn volgt de echte dag."
        " Download de bijsluiter en doe die bij de brief."
    )
