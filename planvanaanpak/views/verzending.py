"""What happens to a letter after it left: another day, post that came back, and sending it again."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.briefadres import ontvanger
from cases.forms.dossierformulier import fouten_in
from cases.forms.verbeteren import RedenForm
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from config.weergave import datum, datum_lang
from planvanaanpak.actions import verzending as acties
from planvanaanpak.actions.verzendbasis import ontvanger_nu, rechtsmiddel, toestemming_voor
from planvanaanpak.forms.verzending import CorrectieForm, OpnieuwForm, RetourForm
from planvanaanpak.models import Besluit, Retourpost
from planvanaanpak.opbouw import reken_bezwaar
from planvanaanpak.verzendkeuzes import NIET_BEKENDGEMAAKT, Retourreden, Verzendwijze
from planvanaanpak.views.besluit import get_besluit


@vereist(Permission.BESLUIT_VASTSTELLEN)
def verzenddatum_verbeteren(request: HttpRequest, nummer: str) -> HttpResponse:
    """Correct the day a letter left; the page first says what it does to the last day, then asks to confirm."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, besluit = _besluit(request, nummer)
    if besluit.verzonden_op is None:
        messages.info(request, "Dit besluit is nog niet verzonden. Bevestig eerst de verzending.")
        return redirect(besluit)
    form = CorrectieForm(ingevuld(request), dossier=dossier, on=on, besluit=besluit)
    dag = form.cleaned_data["datum"] if form.is_valid() else None
    if dag is not None and request.POST.get("uitgelegd") == dag.isoformat():
        with fouten_in(form):
            acties.verzenddatum_verbeteren(besluit=besluit, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(
                request, f"De verzenddatum is nu {datum(dag)}. Verstuur de nieuwe bijsluiter aan de inwoner."
            )
            return redirect(besluit)
    extra: dict[str, Any] = {"besluit": besluit, "annuleer_url": besluit.get_absolute_url()}
    if dag is not None:
        middel = rechtsmiddel(besluit)
        was, wordt = reken_bezwaar(dossier, besluit.verzonden_op, middel), reken_bezwaar(dossier, dag, middel)
        assert was.einddatum is not None
        assert wordt.einddatum is not None
        extra |= {
            "dag": dag,
            "was": was.einddatum,
            "wordt": wordt.einddatum,
            "som": wordt.uitleg,
            "is_eerder": wordt.einddatum < was.einddatum,
            "is_beroep": middel == "beroep",
        }
    template, titel = "planvanaanpak/verzenddatum_form.html", "Verzenddatum verbeteren"
    knop = "Verzenddatum verbeteren" if "dag" in extra else "Verder"
    return toon(request, dossier, form, template, titel=titel, knop=knop, extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def brief_terug(request: HttpRequest, nummer: str) -> HttpResponse:
    """Record that a letter came back."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, besluit = _besluit(request, nummer, Permission.DOSSIER_BEWERKEN)
    if wacht := besluit.retouren.wacht().first():
        messages.info(request, "Deze brief is al als teruggekomen vastgelegd.")
        return redirect("brief_opnieuw", nummer, wacht.pk)
    if besluit.verzonden_op is None:
        messages.info(request, "Dit besluit is nog niet verzonden. Bevestig eerst de verzending.")
        return redirect(besluit)
    laatste = acties.laatste_verzending(besluit)
    elektronisch = laatste is not None and laatste.wijze == Verzendwijze.ELEKTRONISCH
    form = RetourForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on, elektronisch=elektronisch)
    if form.is_valid():
        with fouten_in(form):
            retour = acties.retour_vastleggen(besluit=besluit, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, "Vastgelegd. Controleer het adres en verstuur de brief opnieuw.")
            return redirect("brief_opnieuw", nummer, retour.pk)
    extra = {"besluit": besluit, "annuleer_url": besluit.get_absolute_url()}
    template = "planvanaanpak/brief_terug.html"
    return toon(request, dossier, form, template, titel="Brief kwam terug", knop="Vastleggen", extra=extra)


@vereist(Permission.BESLUIT_VASTSTELLEN)
def brief_opnieuw(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Send a letter again that came back, to the address of now."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, besluit, retour = _retour(request, nummer, pk, Permission.BESLUIT_VASTSTELLEN)
    if terug := _al_klaar(request, besluit, retour):
        return terug
    elektronisch = toestemming_voor(besluit, on) is not None and retour.reden != Retourreden.NIET_BEZORGD
    begin = {"datum": on, "wijze": Verzendwijze.POST}
    form = OpnieuwForm(ingevuld(request), initial=begin, dossier=dossier, on=on, elektronisch=elektronisch)
    if form.is_valid():
        with fouten_in(form):
            verzending = acties.opnieuw_verzenden(retour=retour, **form.cleaned_data, by=by, at=at, on=on)
            gaat = "begint op die dag" if verzending.telt else "verandert niet"
            doe = "Stuur de nieuwe bijsluiter na" if verzending.datum < on else "Doe de nieuwe bijsluiter bij de brief"
            messages.success(request, f"Opnieuw verzonden op {datum_lang(verzending.datum)}. De termijn {gaat}. {doe}.")
            return redirect(besluit)
    extra = {
        "besluit": besluit,
        "retour": retour,
        "begint_opnieuw": Retourreden(retour.reden) in NIET_BEKENDGEMAAKT,
        "ontvanger": ontvanger_nu(besluit) or ontvanger(dossier.persoon),
        "is_beroep": rechtsmiddel(besluit) == "beroep",
        "annuleer_url": besluit.get_absolute_url(),
    }
    template, titel = "planvanaanpak/brief_opnieuw.html", "Brief opnieuw versturen"
    return toon(request, dossier, form, template, titel=titel, knop="Opnieuw verzonden", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def brief_terug_weghalen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Take back that a letter came back: it was a mistake."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, besluit, retour = _retour(request, nummer, pk, Permission.DOSSIER_BEWERKEN)
    if terug := _al_klaar(request, besluit, retour):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.retour_weghalen(retour=retour, **form.cleaned_data, by=by, at=at)
            messages.success(request, "Weggehaald. De brief staat weer als verstuurd.")
            return redirect(besluit)
    extra = {"besluit": besluit, "retour": retour, "annuleer_url": besluit.get_absolute_url()}
    template, titel = "planvanaanpak/brief_terug_weghalen.html", "Teruggekomen brief weghalen"
    return toon(request, dossier, form, template, titel=titel, knop="Weghalen", extra=extra)


def _al_klaar(request: HttpRequest, besluit: Besluit, retour: Retourpost) -> HttpResponse | None:
    if not retour.is_ingetrokken and not hasattr(retour, "opnieuw"):
        return None
    messages.info(request, "Deze brief is al opnieuw verstuurd, of de melding is weggehaald.")
    return redirect(besluit)


def _besluit(
    request: HttpRequest, nummer: str, permission: Permission = Permission.BESLUIT_VASTSTELLEN
) -> tuple[Dossier, Besluit]:
    besluit = get_besluit(request, nummer)
    dossier = get_dossier(request, besluit.dossier.nummer, permission)
    besluit.dossier = dossier
    return dossier, besluit


def _retour(request: HttpRequest, nummer: str, pk: int, permission: Permission) -> tuple[Dossier, Besluit, Retourpost]:
    dossier, besluit = _besluit(request, nummer, permission)
    retour: Retourpost = get_object_or_404(Retourpost, pk=pk, besluit=besluit)
    retour.besluit = besluit
    return dossier, besluit, retour
