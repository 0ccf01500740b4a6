"""The page of one dossier: what to do next, its clocks, and the cards of every app."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.context_processors import csrf
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.briefadres import post_volledig
from cases.controlewegen import list_wegen
from cases.klokken import maak_dossiertijdlijn
from cases.kop import dossier_context, mag_bewerken
from cases.models import Dossier
from cases.poorten import VAN_VOOR_DE_WET
from cases.poorten_bron import poorten_van
from cases.registratie import panelen, volgende_stap
from cases.status import Status
from cases.views.formulier import gebruiker
from config.weergave import datum

ONZEKER = (
    f"{VAN_VOOR_DE_WET} Of de termijnen van 6 maanden en 2 jaar dan gelden, is niet bevestigd."
    " Een termijn die voorbij is, houdt een besluit daarom niet tegen. Overleg met een jurist."
)


@vereist(Permission.DOSSIER_ZIEN)
def dossier(request: HttpRequest, nummer: str) -> HttpResponse:
    user = gebruiker(request)
    dossiers = Dossier.objects.visible_to(user).voor_pagina().select_related("acuut_door", "voorrang_door")
    dossier = get_object_or_404(dossiers, nummer=nummer)
    return render(request, "cases/dossier_detail.html", overzicht(request, dossier, timezone.localdate()))


def overzicht(request: HttpRequest, dossier: Dossier, on: date, *, toon_bsn: bool = False) -> dict[str, Any]:
    """Give all that the page of a dossier shows; the page that shows the BSN once is the same page."""
    user = gebruiker(request)
    kaarten = list_kaarten(request, dossier, on)
    tijdlijn = maak_dossiertijdlijn(dossier, on)
    return {
        **dossier_context(request, dossier, toon_bsn=toon_bsn),
        "stap": volgende_stap(dossier, user, on),
        "let_op": list_let_op(dossier, user, on),
        "tijdlijn": tijdlijn,
        "toon_klokken": _toon_klokken(dossier, heeft_klokken=tijdlijn is not None),
        "breed": [kaart for kaart in kaarten if kaart.breed],
        "smal": [kaart for kaart in kaarten if not kaart.breed],
    }


def _toon_klokken(dossier: Dossier, *, heeft_klokken: bool) -> bool:
    """Leave the card of the clocks out where none will come: without recht or hulp, withdrawn, or after a death."""
    if dossier.status in (Status.GEEN_RECHT, Status.INGETROKKEN):
        return False
    komen_nog = dossier.status != Status.GEEN_HULP and dossier.persoon.datum_overlijden is None
    return heeft_klokken or komen_nog


@dataclass(frozen=True)
class Kaart:
    """A card as it was drawn."""

    breed: bool
    html: SafeString


def list_kaarten(request: HttpRequest, dossier: Dossier, on: date) -> list[Kaart]:
    """Draw the cards that the apps registered; a card without context has nothing to show and is left out.

    A card gets its own context and dossier, user, on, mag_bewerken and the csrf token: not the request, as the context
    processors would then ask the same of the database for each card.
    """
    user = gebruiker(request)
    vast = {"dossier": dossier, "user": user, "on": on, "mag_bewerken": mag_bewerken(dossier, user), **csrf(request)}
    kaarten = []
    for paneel in panelen():
        if context := paneel.context(dossier, user, on):
            kaarten.append(Kaart(paneel.breed, render_to_string(paneel.template, {**vast, **context})))
    return kaarten


@dataclass(frozen=True)
class LetOp:
    """Something that a person must look at, with the page where that is done."""

    tekst: str
    knop: str = ""
    url: str = ""
    wegen: tuple[tuple[str, str], ...] = ()


def list_let_op(dossier: Dossier, user: User, on: date) -> list[LetOp]:
    """List why a dossier goes first, the open controlepunten, what keeps a letter from being sent, unsure vensters."""
    bewerken = mag_bewerken(dossier, user)
    lijst = list_voorgaan(dossier, user)
    lijst += [
        LetOp(
            punt.tekst,
            "Afhandelen" if bewerken else "",
            reverse("controlepunt", args=[dossier.nummer, punt.pk]) if bewerken else "",
            list_wegen(dossier, punt, user),
        )
        for punt in dossier.controlepunten.all()
        if punt.afgehandeld_op is None
    ]
    if dossier.is_open and not post_volledig(dossier.persoon) and dossier.persoon.datum_overlijden is None:
        lijst.append(
            LetOp(
                "Het adres is niet volledig. Zonder volledig adres kan er geen brief uit.",
                "Adres aanvullen" if bewerken else "",
                reverse("persoon_wijzigen", args=[dossier.nummer]) if bewerken else "",
            )
        )
    if _is_onzeker_voorbij(dossier, on):
        lijst.append(LetOp(ONZEKER))
    return lijst


def list_voorgaan(dossier: Dossier, user: User) -> list[LetOp]:
    """Say that a dossier is acute or has voorrang: why, since when and by whom, with the way to end it."""
    lijst = []
    if dossier.acuut and dossier.acuut_op and dossier.acuut_door:
        mag, url = mag_bewerken(dossier, user), reverse("acuut_opheffen", args=[dossier.nummer])
        wat = f"Acuut: {_zin(dossier.get_acuut_display().lower(), dossier.acuut_toelichting)}"
        door = f"Gemeld door {dossier.acuut_door.naam} op {datum(dossier.acuut_op)}."
        lijst.append(LetOp(f"{wat} {door}", "Opheffen" if mag else "", url if mag else ""))
    if dossier.voorrang_op and dossier.voorrang_door:
        mag = user.mag(Permission.DOSSIER_TOEWIJZEN, dossier.gemeente_id)
        url = reverse("voorrang_intrekken", args=[dossier.nummer])
        door = f"Besloten door {dossier.voorrang_door.naam} op {datum(dossier.voorrang_op)}."
        tekst = f"Voorrang: {_zin(dossier.voorrang_reden)} {door}"
        lijst.append(LetOp(tekst, "Intrekken" if mag else "", url if mag else ""))
    return lijst


def _zin(*delen: str) -> str:
    """Join what was typed as sentences, each with its full stop."""
    return " ".join(deel if deel.endswith((".", "!", "?")) else f"{deel}." for deel in delen if deel)


def _is_onzeker_voorbij(dossier: Dossier, on: date) -> bool:
    """Tell whether a venster has passed that does not block: the eerste gesprek was before the law of 1-1-2025."""
    return dossier.is_open and any(poort.waarschuwt for poort in poorten_van(dossier, on).values())
