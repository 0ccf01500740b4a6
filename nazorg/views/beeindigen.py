"""End the support of a dossier, after a look at what that brings about."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.models import Dossier
from cases.status import Status
from cases.views.bevestigen import is_bevestigd, wil_wijzigen
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from nazorg.actions import beeindigen as acties
from nazorg.bron import beeindigingen_van, dossierstand, list_doorlopend, staat_klaar
from nazorg.controlelijst import list_punten
from nazorg.forms.beeindigen import BeeindigenForm
from nazorg.gronden import TE_BEEINDIGEN
from nazorg.models import Beeindiging
from nazorg.vooruitblik import kijk_vooruit

WAT = "De ondersteuning beëindigen"
TITEL = "Ondersteuning beëindigen"


@vereist(Permission.BESLUIT_VASTSTELLEN)
def beeindigen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.BESLUIT_VASTSTELLEN)
    if eerder := _al_beeindigd(dossier):
        messages.info(request, f"De ondersteuning is al beëindigd, met besluit {eerder.besluit.nummer}.")
        return redirect(eerder.besluit)
    if terug := weiger_status(request, dossier, TE_BEEINDIGEN, WAT):
        return terug
    form = BeeindigenForm(ingevuld(request), dossier=dossier, on=on, stand=dossierstand(dossier))
    if form.is_valid() and not wil_wijzigen(request):
        if not is_bevestigd(request):
            return _bevestigen(request, dossier, form, on)
        with fouten_in(form):
            beeindiging = acties.beeindigen(dossier=dossier, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, _klaar(beeindiging))
            return redirect(beeindiging.besluit)
    return _invullen(request, dossier, form, on)


def _invullen(request: HttpRequest, dossier: Dossier, form: BeeindigenForm, on: date) -> HttpResponse:
    extra: dict[str, Any] = {
        "punten": list_punten(dossier),
        "doorlopend": list_doorlopend(dossier, on),
        "concept": dossier.status == Status.ACCLIMATISATIE and staat_klaar(dossier),
        "niet_erkend_url": reverse("acclimatisatie", args=[dossier.nummer]),
    }
    return toon(request, dossier, form, "nazorg/beeindigen_form.html", titel=TITEL, knop="Verder", extra=extra)


def _bevestigen(request: HttpRequest, dossier: Dossier, form: BeeindigenForm, on: date) -> HttpResponse:
    gegevens = form.cleaned_data
    extra = {
        "einde": kijk_vooruit(dossier=dossier, **gegevens, on=on),
        "datum": gegevens["datum"],
        "grond": dict(form.gronden)[gegevens["grond"]],
        "open_punten": [punt for punt in list_punten(dossier) if not punt.klaar],
    }
    template, knop = "nazorg/beeindigen_confirm.html", "Beëindigen en besluit maken"
    return toon(request, dossier, form, template, titel="Einde bevestigen", knop=knop, extra=extra)


def _al_beeindigd(dossier: Dossier) -> Beeindiging | None:
    """Find the end that is there, for somebody who is second or pressed twice."""
    if Status(dossier.status) in TE_BEEINDIGEN:
        return None
    return next(iter(beeindigingen_van(dossier)), None)


def _klaar(beeindiging: Beeindiging) -> str:
    vervolg = " De nazorg is begonnen." if beeindiging.dossier.status == Status.NAZORG else ""
    return (
        f"De ondersteuning is beëindigd met besluit {beeindiging.besluit.nummer}.{vervolg}"
        " Verstuur de brief en bevestig daarna de dag van verzending."
    )
