"""Record a driegesprek, add its report later, or correct it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import driegesprekken as acties
from cases.actions.gesprekken import VAST_TE_STELLEN
from cases.forms.dossierformulier import fouten_in
from cases.forms.driegesprek import DriegesprekForm, DriegesprekWijzigenForm
from cases.keuzes import AfspraakSoort
from cases.models import Afspraak, Driegesprek
from cases.status import OPEN
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_ingetrokken, weiger_status
from cases.views.gepland import get_gepland, meld_afgesloten


@vereist(Permission.DOSSIER_BEWERKEN)
def driegesprek_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if terug := weiger_status(request, dossier, OPEN, "Een driegesprek vastleggen"):
        return terug
    gepland = get_gepland(request, dossier, on, AfspraakSoort.DRIEGESPREK)
    begin = {"datum": on, **_voorbereid(gepland.aangebroken(on))}
    form = DriegesprekForm(ingevuld(request), initial=begin, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            afspraak = gepland.bij(form.cleaned_data["datum"])
            wat = {"dossier": dossier, "afspraak": afspraak, **form.cleaned_data}
            gesprek = acties.driegesprek_vastleggen(**wat, by=gebruiker(request), at=at, on=on)
            messages.success(request, f"{_telt_mee(gesprek)}{meld_afgesloten(afspraak, on)}")
            return redirect("gesprekken", dossier.nummer)
    extra = {"gepland": gepland}
    return toon(request, dossier, form, "cases/driegesprek_form.html", titel="Driegesprek vastleggen", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def driegesprek_wijzigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    driegesprek = get_object_or_404(Driegesprek, dossier=dossier, pk=pk)
    if terug := weiger_status(request, dossier, VAST_TE_STELLEN, "Een driegesprek wijzigen"):
        return terug
    if terug := weiger_ingetrokken(request, driegesprek, "Dit driegesprek", "gesprekken", nummer):
        return terug
    form = DriegesprekWijzigenForm(ingevuld(request), driegesprek=driegesprek, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wat = {"wijzigingen": form.wijzigingen(), "reden": form.cleaned_data["reden"]}
            acties.driegesprek_wijzigen(driegesprek=driegesprek, **wat, by=gebruiker(request), at=at, on=on)
            messages.success(request, "Het driegesprek is gewijzigd.")
            return redirect("gesprekken", dossier.nummer)
    extra = {"intrekken_url": reverse("driegesprek_intrekken", args=[nummer, pk])}
    return toon(request, dossier, form, "cases/driegesprek_form.html", titel="Driegesprek wijzigen", extra=extra)


def _voorbereid(afspraak: Afspraak | None) -> dict[str, Any]:
    """Give what was prepared: the day, the place, who would come, and the subjects that were collected."""
    if afspraak is None:
        return {}
    return {
        "datum": afspraak.datum,
        "plaats": afspraak.plaats,
        "deelnemers": afspraak.met,
        "onderwerpen": afspraak.toelichting,
    }


def _telt_mee(gesprek: Driegesprek) -> str:
    if gesprek.derde == Driegesprek.Derde.GEEN:
        return "Het gesprek is vastgelegd. Het telt niet mee voor de SPUK, want er was geen derde partij bij."
    return "Het driegesprek is vastgelegd. Het telt mee voor de SPUK, onderdeel F."
