"""A besluit: what was decided, its letter, and when that left."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.actions.basis import ActieFout
from cases.actions.uitstelrijen import MET_BEZWAAR
from cases.briefadres import zonder_geheim_adres
from cases.forms.dossierformulier import fouten_in
from cases.klokken import som_van, stand_van, waarom_url
from cases.kop import dossier_context
from cases.models import Dossier
from cases.termijnstatus import TermijnStatus
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from config.weergave import datum
from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.actions.herziening import eis_herzienbaar, te_herzien
from planvanaanpak.actions.intrekking import eis_intrekbaar
from planvanaanpak.actions.verzendbasis import rechtsmiddel, toestemming_voor
from planvanaanpak.actions.verzending import TERMIJN
from planvanaanpak.bezwaarbron import bezwaren_van
from planvanaanpak.brief import uit_json
from planvanaanpak.forms.besluit import VerzendenForm
from planvanaanpak.models import Besluit, BesluitPdf, Bezwaar, Bijsluiter
from planvanaanpak.opbouw import reken_bezwaar
from planvanaanpak.weg import weg_na_vaststellen


@vereist(Permission.DOSSIER_ZIEN)
def besluit(request: HttpRequest, nummer: str) -> HttpResponse:
    on, user = timezone.localdate(), gebruiker(request)
    besluit = get_besluit(request, nummer)
    dossier = get_dossier(request, besluit.dossier.nummer, Permission.DOSSIER_ZIEN)
    context = dossier_context(request, dossier, pad=f"Besluit {nummer}") | {
        "on": on,
        "besluit": besluit,
        "brief": uit_json(besluit.snapshot),
        **_ontvanger(dossier, besluit),
        "sha256": BesluitPdf.objects.values_list("sha256", flat=True).get(besluit=besluit),
        "weg": weg_na_vaststellen(is_verzonden=besluit.verzonden_op is not None),
        "bijsluiters": Bijsluiter.objects.filter(besluit=besluit).defer("inhoud"),
        "verzendingen": besluit.verzendingen.select_related("vastgelegd_door", "retour", "toestemming"),
        "retouren": besluit.retouren.select_related("vastgelegd_door", "opnieuw"),
        **_erna(dossier, besluit, user),
        "aanvullingen": besluit.aanvullingen.defer("snapshot").order_by("vastgesteld_op", "pk"),
        "bezwaar": _bezwaar(dossier, besluit, on),
        "is_beroep": rechtsmiddel(besluit) == "beroep",
        "bezwaren": [rij for rij in bezwaren_van(dossier) if besluit.pk in _besluiten(rij)],
        "kan_bezwaar": user.mag(Permission.DOSSIER_BEWERKEN, dossier.gemeente_id) and dossier.status in MET_BEZWAAR,
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
    besluit.dossier = dossier
    toestemming = toestemming_voor(besluit, on)
    form = VerzendenForm(
        ingevuld(request), initial=begin, dossier=dossier, on=on, besluit=besluit, elektronisch=toestemming is not None
    )
    if form.is_valid() and not form.eerst_uitleggen:
        with fouten_in(form):
            verzonden = verzenden(
                besluit=besluit,
                datum=form.cleaned_data["datum"],
                wijze=form.cleaned_data["wijze"],
                by=by,
                at=at,
                on=on,
            )
            messages.success(request, _bevestiging(verzonden, on))
            return redirect(besluit)
    bezwaar = reken_bezwaar(dossier, form.andere_dag or besluit.datum, rechtsmiddel(besluit))
    extra = {
        "besluit": besluit,
        "is_beroep": rechtsmiddel(besluit) == "beroep",
        "bezwaar_tot": bezwaar.einddatum,
        "bezwaar_som": bezwaar.uitleg,
        **_ontvanger(dossier, besluit),
        "annuleer_url": besluit.get_absolute_url(),
        "toestemming": toestemming,
        "weg": weg_na_vaststellen(is_verzonden=False),
    }
    titel, template = "Verzending bevestigen", "planvanaanpak/besluit_verzenden.html"
    return toon(request, dossier, form, template, titel=titel, knop="Verzending bevestigen", extra=extra)


def get_besluit(request: HttpRequest, nummer: str) -> Besluit:
    """Give a besluit of a dossier that this user may see, or a 404."""
    zichtbaar = Besluit.objects.visible_to(gebruiker(request))
    besluit: Besluit = get_object_or_404(
        zichtbaar.select_related(
            "dossier", "vult_aan", "vastgesteld_door", "verzonden_door", "gaat_over", "goedkeuring__beslist_door"
        ).defer("vult_aan__snapshot", "gaat_over__snapshot", "goedkeuring__brief", "goedkeuring__invoer"),
        nummer=nummer,
    )
    return besluit


def _ontvanger(dossier: Dossier, besluit: Besluit) -> dict[str, Any]:
    """Give to whom the kept letter goes, and whether it bears an address that became geheim after it."""
    toen = uit_json(besluit.snapshot).ontvanger
    naar = zonder_geheim_adres(toen, dossier.persoon)
    return {"ontvanger": naar, "later_geheim": naar != toen}


def _erna(dossier: Dossier, besluit: Besluit, user: User) -> dict[str, Any]:
    """Give what changed this besluit later, and what this user can do about it now."""
    besluit.dossier = dossier
    mag = user.mag(Permission.BESLUIT_VASTSTELLEN, dossier.gemeente_id)
    return {
        "gewijzigd_met": besluit.gewijzigd_met.defer("snapshot").met_herroeping().order_by("pk"),
        "herroepingen": besluit.herroepingen.select_related("met", "uitspraak").defer("met__snapshot").order_by("pk"),
        "kan_intrekken": mag and _kan(lambda: eis_intrekbaar(besluit)),
        "kan_herzien": mag and _kan(lambda: eis_herzienbaar(besluit)) and bool(te_herzien(besluit)),
        "mag_vaststellen": mag,
        "mag_bewerken_post": user.mag(Permission.DOSSIER_BEWERKEN, dossier.gemeente_id),
    }


def _kan(eis: Callable[[], None]) -> bool:
    try:
        eis()
    except ActieFout:
        return False
    return True


def _bezwaar(dossier: Dossier, besluit: Besluit, on: date) -> dict[str, Any] | None:
    """Give the term for bezwaar, or for beroep, from the clocks of the dossier, with how it was counted."""
    aanleiding, regel = f"besluit:{besluit.pk}", rechtsmiddel(besluit)
    termijnen = dossier.termijnen.all()
    termijn = next((t for t in termijnen if t.regel == regel and t.aanleiding == aanleiding), None)
    if termijn is None or termijn.status == TermijnStatus.VERVALLEN:
        return None
    return {
        "tot": termijn.uiterste_datum,
        "stand": stand_van(termijn, on),
        "som": som_van(termijn),
        "waarom_url": waarom_url(dossier.nummer, termijn),
    }


def _bevestiging(besluit: Besluit, on: date) -> str:
    assert besluit.verzonden_op is not None
    if besluit.verzonden_op == besluit.datum:
        return f"De verzending van besluit {besluit.nummer} is bevestigd."
    termijn = TERMIJN[rechtsmiddel(besluit)]
    doe = "stuur die na" if besluit.verzonden_op < on else "doe die bij de brief"
    return (
        f"De verzending van besluit {besluit.nummer} is bevestigd. De {termijn} volgt de echte dag."
        f" Download de bijsluiter en {doe}."
    )


def _besluiten(bezwaar: Bezwaar) -> set[int | None]:
    """Give the besluiten that a bezwaar is about: the one it is against, and those on it, also one that fell away."""
    return {bezwaar.besluit_id, bezwaar.beslissing_id, *(beroep.vernietigd_id for beroep in bezwaar.beroepen.all())}
