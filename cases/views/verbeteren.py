"""Correct or withdraw a contact or a verificatie, or withdraw a driegesprek, which is corrected on its own page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import verbeteren as acties
from cases.actions.basis import ActieFout
from cases.forms.dossierformulier import fouten_in
from cases.forms.verbeteren import (
    ContactVerbeterForm,
    RedenForm,
    Verbeterformulier,
    VerificatieVerbeterForm,
)
from cases.models import Contact, Dossier, Driegesprek, Verificatie
from cases.models.intrekbaar import Intrekbaar
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from config.weergave import datum


@dataclass(frozen=True, kw_only=True)
class Soort:
    """What is different for each of the three: the words, the form and the actions."""

    naam: str
    dit: str
    model: type[Intrekbaar]
    veld: str
    intrekken: Callable[..., Any]
    dag: str
    gevolg: str
    met_dag: bool = True

    def dag_van(self, rij: Intrekbaar) -> date:
        dag: date = getattr(rij, self.dag)
        return dag


CONTACT = Soort(
    naam="contact",
    dit="dit contact",
    model=Contact,
    veld="contact",
    intrekken=acties.contact_intrekken,
    dag="datum",
    gevolg="Het eerste contact en de termijnen die daaraan hangen, worden opnieuw bepaald.",
)
VERIFICATIE = Soort(
    naam="verificatie",
    dit="deze verificatie",
    model=Verificatie,
    veld="verificatie",
    intrekken=acties.verificatie_intrekken,
    dag="datum_gevraagd",
    gevolg="De status van het dossier en de 8 weken tot het eerste gesprek worden opnieuw bepaald.",
)
DRIEGESPREK = Soort(
    naam="driegesprek",
    dit="dit driegesprek",
    model=Driegesprek,
    veld="driegesprek",
    intrekken=acties.driegesprek_intrekken,
    dag="datum",
    gevolg="Voor de SPUK telt alleen wat klopt: een ingetrokken driegesprek telt niet mee.",
    met_dag=False,
)


@vereist(Permission.DOSSIER_BEWERKEN)
def contact_wijzigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _wijzigen(request, nummer, pk, CONTACT, ContactVerbeterForm, acties.contact_wijzigen)


@vereist(Permission.DOSSIER_BEWERKEN)
def contact_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _intrekken(request, nummer, pk, CONTACT)


@vereist(Permission.DOSSIER_BEWERKEN)
def verificatie_wijzigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _wijzigen(request, nummer, pk, VERIFICATIE, VerificatieVerbeterForm, acties.verificatie_wijzigen)


@vereist(Permission.DOSSIER_BEWERKEN)
def verificatie_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _intrekken(request, nummer, pk, VERIFICATIE)


@vereist(Permission.DOSSIER_BEWERKEN)
def driegesprek_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    return _intrekken(request, nummer, pk, DRIEGESPREK)


def _wijzigen(
    request: HttpRequest,
    nummer: str,
    pk: int,
    soort: Soort,
    formulier: type[Verbeterformulier],
    wijzigen: Callable[..., Any],
) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    rij = get_object_or_404(soort.model, pk=pk, dossier=dossier)
    if terug := _weiger(request, dossier, rij, soort):
        return terug
    form = formulier(ingevuld(request), rij=rij, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wat = {soort.veld: rij, "wijzigingen": form.wijzigingen(), "reden": form.cleaned_data["reden"]}
            wijzigen(**wat, by=gebruiker(request), at=at, on=on)
            messages.success(request, f"Het is verbeterd. {soort.gevolg}")
            return redirect(dossier)
    extra = {"soort": soort, "intrekken_url": reverse(f"{soort.naam}_intrekken", args=[nummer, pk])}
    titel = f"{soort.naam.capitalize()} verbeteren"
    return toon(request, dossier, form, "cases/verbeteren_form.html", titel=titel, extra=extra)


def _intrekken(request: HttpRequest, nummer: str, pk: int, soort: Soort) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    rij = get_object_or_404(soort.model, pk=pk, dossier=dossier)
    if terug := _weiger(request, dossier, rij, soort):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            dag = {"on": on} if soort.met_dag else {}
            wat = {soort.veld: rij, "reden": form.cleaned_data["reden"]}
            soort.intrekken(**wat, by=gebruiker(request), at=at, **dag)
            messages.success(request, f"Ingetrokken: {soort.naam} van {datum(soort.dag_van(rij))}. {soort.gevolg}")
            return redirect(dossier)
    extra = {"soort": soort, "rij": rij, "dag": soort.dag_van(rij)}
    titel = f"{soort.naam.capitalize()} intrekken"
    return toon(request, dossier, form, "cases/verbeteren_intrekken.html", titel=titel, knop="Intrekken", extra=extra)


def _weiger(request: HttpRequest, dossier: Dossier, rij: Intrekbaar, soort: Soort) -> HttpResponse | None:
    """Send somebody back who opens what can't be changed now; a POST is refused by the action itself."""
    if request.method != "POST" and rij.is_ingetrokken:
        messages.error(request, str(ActieFout(f"{soort.dit.capitalize()} is al ingetrokken: {rij.ingetrokken_reden}")))
        return redirect(dossier)
    return weiger_status(request, dossier, acties.TE_VERBETEREN, f"Een {soort.naam} verbeteren")
