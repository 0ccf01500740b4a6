"""Correct or withdraw a contact of the nazorg, and open the nazorg again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions.basis import ActieFout, eis_status
from cases.actions.verbeteren import TE_VERBETEREN
from cases.forms.dossierformulier import fouten_in
from cases.forms.verbeteren import RedenForm
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger
from nazorg.actions import verbeteren as acties
from nazorg.forms.nazorg import NazorgcontactVerbeterForm
from nazorg.models import Nazorgcontact


@vereist(Permission.DOSSIER_BEWERKEN)
def nazorgcontact_wijzigen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, contact = _contact(request, nummer, pk)
    if terug := weiger(request, lambda: _eis_gehouden(dossier, contact, "verbeteren"), "herstellen", nummer):
        return terug
    form = NazorgcontactVerbeterForm(ingevuld(request), rij=contact, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            wat = {"wijzigingen": form.wijzigingen(), "reden": form.cleaned_data["reden"]}
            acties.nazorgcontact_wijzigen(contact=contact, **wat, by=by, at=at, on=on)
            messages.success(request, "Het contact is verbeterd. Wat er stond, blijft in de geschiedenis.")
            return redirect("nazorg", nummer)
    extra = _bij_formulier(contact, nummer)
    titel = f"Nazorgcontact {contact.volgnummer} verbeteren"
    return toon(request, dossier, form, "nazorg/nazorgcontact_verbeteren.html", titel=titel, extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def nazorgcontact_intrekken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier, contact = _contact(request, nummer, pk)
    if terug := weiger(request, lambda: _eis_gehouden(dossier, contact, "intrekken"), "herstellen", nummer):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.nazorgcontact_intrekken(contact=contact, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, f"Ingetrokken: nazorgcontact {contact.volgnummer}.")
            return redirect("nazorg", nummer)
    extra = _bij_formulier(contact, nummer)
    titel, template = f"Nazorgcontact {contact.volgnummer} intrekken", "nazorg/nazorgcontact_intrekken.html"
    return toon(request, dossier, form, template, titel=titel, knop="Intrekken", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def nazorg_heropenen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger(request, lambda: _eis_te_heropenen(dossier), dossier):
        return terug
    form = RedenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.nazorg_heropenen(dossier=dossier, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, "De nazorg is weer open. De termijnen lopen weer.")
            return redirect("nazorg", nummer)
    extra = {"annuleer_url": reverse("herstellen", args=[nummer])}
    titel, template = "Nazorg weer openen", "nazorg/nazorg_heropenen.html"
    return toon(request, dossier, form, template, titel=titel, knop="Weer openen", extra=extra)


def _contact(request: HttpRequest, nummer: str, pk: int) -> tuple[Dossier, Nazorgcontact]:
    dossier = get_dossier(request, nummer)
    contacten = Nazorgcontact.objects.select_related("traject", "gehouden_door")
    return dossier, get_object_or_404(contacten, pk=pk, traject__dossier=dossier)


def _bij_formulier(contact: Nazorgcontact, nummer: str) -> dict[str, object]:
    waarom_url = reverse("termijn_waarom", args=[nummer, acties.klok_van(contact).pk])
    return {"contact": contact, "waarom_url": waarom_url, "annuleer_url": reverse("nazorg", args=[nummer])}


def _eis_gehouden(dossier: Dossier, contact: Nazorgcontact, wat: str) -> None:
    eis_status(dossier, TE_VERBETEREN, f"Een nazorgcontact {wat}")
    if contact.gehouden_op is None:
        raise ActieFout(f"Een nazorgcontact {wat} kan niet: dit contact is nog niet gehouden.")


def _eis_te_heropenen(dossier: Dossier) -> None:
    eis_status(dossier, acties.TE_HEROPENEN, "De nazorg weer openen")
    if weigering := acties.weigering_heropenen_nazorg(dossier):
        raise ActieFout(weigering)
