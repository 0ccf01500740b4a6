"""What a dossier shows of besluiten beside the plan: post that came back, buiten behandeling, history and documents."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from cases.aanvulregels import kan_verder
from cases.aanvulstap import KIEZEN, Aanvulstap
from cases.kop import mag_bewerken
from cases.models import Aanvulling, Document, Dossier, Termijn
from cases.registratie import (
    Stap,
    registreer_documentgebruik,
    registreer_historie,
    registreer_klokwoorden,
    registreer_stap,
)
from cases.termijnstatus import NIET_KLAAR
from config.weergave import datum, datum_lang
from planvanaanpak.actions.aanvraag import VIER_WEKEN
from planvanaanpak.models import Berichttoestemming, Retourpost
from planvanaanpak.planbron import besluiten_van
from planvanaanpak.termijnen import BEROEP, BEZWAAR

# Before what waits for a decision on a bezwaar (85): until it is sent again, nobody knows of the besluit.
TERUG = 84


@registreer_stap
class Terugstap:
    """Send a letter again that came back."""

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        if not mag_bewerken(dossier, user):
            return None
        terug = [(b, b.komt_terug) for b in besluiten_van(dossier) if b.komt_terug]  # type: ignore[attr-defined]
        if not terug:
            return None
        besluit, retour = terug[0]
        return Stap(
            volgorde=TERUG,
            titel=f"De brief van besluit {besluit.nummer} kwam terug",
            tekst="Controleer het adres en verstuur de brief opnieuw. De inwoner kent het besluit misschien nog niet.",
            knop="Opnieuw versturen",
            url=reverse("brief_opnieuw", args=[besluit.nummer, retour]),
            tweede_knop="Adres wijzigen",
            tweede_url=reverse("persoon_wijzigen", args=[dossier.nummer]),
        )


@registreer_stap
class Buitenstap:
    """Offer to leave the aanvraag aside beside treating it as it is, when nothing came in time.

    When too little came, to ask again is offered first; the card of the besluiten has this one.
    """

    def stap(self, dossier: Dossier, user: User, on: date) -> Stap | None:
        stap = Aanvulstap().stap(dossier, user, on)
        if stap is None or stap.volgorde != KIEZEN or not user.mag(Permission.BESLUIT_VASTSTELLEN, dossier.gemeente_id):
            return None
        kan = kan_buiten(dossier, on)
        if kan is None or kan[0].ontvangen_op is not None:
            return None
        rij, tot = kan
        return replace(
            stap,
            volgorde=KIEZEN - 1,
            tekst="Bel de inwoner eerst: misschien lukt het met hulp. Kunt u zonder de gegevens beslissen? Ga verder."
            f" Kan dat niet? Laat de aanvraag dan buiten behandeling. Dat besluit moet uiterlijk {datum_lang(tot)} bij"
            " de inwoner zijn (Awb artikel 4:5 lid 4).",
            tweede_knop="Buiten behandeling laten",
            tweede_url=reverse("buiten_behandeling", args=[dossier.nummer, rij.pk]),
        )


def kan_buiten(dossier: Dossier, on: date) -> tuple[Aanvulling, date] | None:
    """Give the letter after which the aanvraag can be left aside now, and until when; from what a page has fetched."""
    if not dossier.kan_hebben("aanvullingen"):
        return None
    rij = next((rij for rij in dossier.aanvullingen.all() if not rij.is_ingetrokken), None)
    klok = next((t for t in dossier.termijnen.all() if t.regel == VIER_WEKEN and t.status in NIET_KLAAR), None)
    if rij is None or klok is None or klok.uiterste_datum < on or not kan_verder(rij, on):
        return None
    return rij, klok.uiterste_datum


@registreer_documentgebruik
class Toestemmingsbewijs:
    def gebruik(self, document: Document) -> list[str]:
        rijen = Berichttoestemming.objects.filter(document=document)
        return [f"de toestemming voor elektronische post van {datum(rij.gegeven_op)}" for rij in rijen]


@registreer_historie
class Posthistorie:
    """Letters that came back, and who wants post electronically."""

    def rijen(self, dossier: Dossier) -> list[QuerySet[Any, Any]]:
        return [
            Retourpost.history.filter(besluit__dossier=dossier.pk),
            Berichttoestemming.history.filter(persoon=dossier.persoon_id),
        ]


def klokwoorden(termijn: Termijn, dossier: Dossier) -> str:
    """Say which besluit a clock is about that began when its letter left, where a dossier has more than one."""
    besluiten = besluiten_van(dossier)
    besluit = next((besluit for besluit in besluiten if termijn.aanleiding == f"besluit:{besluit.pk}"), None)
    if besluit is None or len(besluiten) < 2:
        return ""
    return f"{besluit.get_soort_display().lower()} {besluit.nummer}"


for _regel in (BEZWAAR.code, BEROEP.code):
    registreer_klokwoorden(_regel, klokwoorden)
