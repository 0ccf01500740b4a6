"""The mandaatregister of a gemeente, for its beheerder."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.kladformulier import ingevuld
from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.views.formulier import gebruiker, get_gemeente
from planvanaanpak.actions import mandaatregister as acties
from planvanaanpak.forms.mandaat import MandaatForm
from planvanaanpak.mandaatbron import soort_label
from planvanaanpak.models import Mandaat


@dataclass(frozen=True)
class Mandaatrij:
    mandaat: Mandaat
    soort: str
    stand: str


@vereist(Permission.GEMEENTE_BEHEREN)
def mandaten(request: HttpRequest, code: str) -> HttpResponse:
    gemeente, on = get_gemeente(request, code, Permission.GEMEENTE_BEHEREN), timezone.localdate()
    rijen = Mandaat.objects.filter(gemeente=gemeente).select_related("gebruiker")
    context = {"gemeente": gemeente, "rijen": [Mandaatrij(r, soort_label(r.soort), _stand(r, on)) for r in rijen]}
    return render(request, "planvanaanpak/mandaat_list.html", context)


def _stand(mandaat: Mandaat, on: date) -> str:
    if mandaat.vanaf > on:
        return "geldt later"
    return "geldt nu" if mandaat.regel.geldt(on) else "gold eerder"


@vereist(Permission.GEMEENTE_BEHEREN)
def mandaat_nieuw(request: HttpRequest, code: str) -> HttpResponse:
    gemeente, on = get_gemeente(request, code, Permission.GEMEENTE_BEHEREN), timezone.localdate()
    form = MandaatForm(ingevuld(request), initial={"vanaf": on}, gemeente=gemeente)
    return _formulier(request, gemeente, form, None, "Mandaat toevoegen")


@vereist(Permission.GEMEENTE_BEHEREN)
def mandaat(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    gemeente = get_gemeente(request, code, Permission.GEMEENTE_BEHEREN)
    rij = get_object_or_404(Mandaat, gemeente=gemeente, pk=pk)
    form = MandaatForm(ingevuld(request), gemeente=gemeente, mandaat=rij)
    return _formulier(request, gemeente, form, rij, "Mandaat wijzigen")


def _formulier(
    request: HttpRequest, gemeente: Gemeente, form: MandaatForm, rij: Mandaat | None, titel: str
) -> HttpResponse:
    if form.is_valid():
        with fouten_in(form):
            acties.mandaat_bewaren(gemeente=gemeente, gegevens=form.cleaned_data, by=gebruiker(request), mandaat=rij)
            messages.success(request, "Het mandaatregister is bijgewerkt. Nieuwe besluiten volgen het.")
            return redirect("mandaten", gemeente.code)
    return render(
        request, "planvanaanpak/mandaat_form.html", {"gemeente": gemeente, "form": form, "titel": titel, "rij": rij}
    )


@vereist(Permission.GEMEENTE_BEHEREN)
def mandaat_weghalen(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    gemeente = get_gemeente(request, code, Permission.GEMEENTE_BEHEREN)
    rij = get_object_or_404(Mandaat.objects.select_related("gebruiker"), gemeente=gemeente, pk=pk)
    if request.method == "POST":
        acties.mandaat_weghalen(mandaat=rij, by=gebruiker(request))
        messages.success(request, "Het mandaat is weggehaald.")
        return redirect("mandaten", code)
    context = {"gemeente": gemeente, "rij": rij, "soort": soort_label(rij.soort)}
    return render(request, "planvanaanpak/mandaat_weghalen.html", context)
