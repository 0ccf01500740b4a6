"""The nazorg of a dossier: its contacts, one of them, and its end."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.beleid_bron import regels_van
from cases.forms.dossierformulier import fouten_in
from cases.kop import dossier_context
from cases.models import Dossier
from cases.status import Status
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from config.weergave import datum, hele_maanden
from nazorg.actions import nazorg as acties
from nazorg.actions.verbeteren import TE_HEROPENEN, weigering_heropenen_nazorg
from nazorg.bron import Nazorg, nazorg_van
from nazorg.contactlijst import maak_stand
from nazorg.forms.nazorg import NazorgAfsluitenForm, NazorgcontactForm
from nazorg.models import Nazorgcontact
from nazorg.termijnen import BLIJFT_LOPEN
from nazorg.vooruitblik import list_stoppen


@vereist(Permission.DOSSIER_ZIEN)
def nazorg(request: HttpRequest, nummer: str) -> HttpResponse:
    on = timezone.localdate()
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    context = dossier_context(request, dossier, pad="Nazorg")
    in_nazorg = dossier.status == Status.NAZORG
    context |= {
        **_nazorg(dossier, nazorg_van(dossier), on),
        "mag_vastleggen": in_nazorg and context["mag_bewerken"],
        "mag_verbeteren": context["mag_bewerken"],
        "mag_heropenen": dossier.status in TE_HEROPENEN
        and context["mag_bewerken"]
        and not weigering_heropenen_nazorg(dossier),
        "loopt": in_nazorg,
    }
    return render(request, "nazorg/nazorg_detail.html", context)


@vereist(Permission.DOSSIER_BEWERKEN)
def nazorg_contact(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    contact = get_object_or_404(Nazorgcontact.objects.select_related("traject"), pk=pk, traject__dossier=dossier)
    if request.method != "POST" and contact.gehouden_op is not None:
        messages.info(request, f"Dit contact is al gehouden op {datum(contact.gehouden_op)}. Verbeter het hier.")
        return redirect("nazorgcontact_wijzigen", nummer, pk)
    if terug := weiger_status(request, dossier, acties.IN_NAZORG, "Een nazorgcontact vastleggen"):
        return terug
    form = NazorgcontactForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on, traject=contact.traject)
    if form.is_valid():
        with fouten_in(form):
            gehouden = acties.nazorgcontact_vastleggen(contact=contact, **form.cleaned_data, by=by, at=at, on=on)
            messages.success(request, _gehouden(gehouden))
            return redirect("nazorg", nummer)
    extra = {"contact": contact, "annuleer_url": reverse("nazorg", args=[nummer])}
    titel = f"Nazorgcontact {contact.volgnummer}"
    return toon(request, dossier, form, "nazorg/nazorgcontact_form.html", titel=titel, extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def nazorg_afsluiten(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    nazorg = nazorg_van(dossier)
    if nazorg is not None and nazorg.traject.afgesloten_op is not None:
        messages.info(request, f"De nazorg is al afgesloten op {datum(nazorg.traject.afgesloten_op)}.")
        return redirect(dossier)
    if terug := weiger_status(request, dossier, acties.IN_NAZORG, "De nazorg afsluiten"):
        return terug
    form = NazorgAfsluitenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.nazorg_afsluiten(dossier=dossier, reden=form.cleaned_data["reden"], by=by, at=at)
            messages.success(request, "De nazorg is afgesloten. Het dossier is nu gesloten.")
            return redirect(dossier)
    extra = {
        **_nazorg(dossier, nazorg, on),
        "te_vroeg": _te_vroeg(dossier, nazorg, on),
        "stoppen": list_stoppen(dossier, on, behalve=(*BLIJFT_LOPEN, "nazorg_contact")),
        "annuleer_url": reverse("nazorg", args=[nummer]),
    }
    template, titel = "nazorg/nazorg_afsluiten.html", "Nazorg afsluiten"
    return toon(request, dossier, form, template, titel=titel, knop="Nazorg afsluiten", extra=extra)


def _gehouden(contact: Nazorgcontact) -> str:
    volgende = contact.traject.contacten.te_houden().first()
    if volgende is None:
        vervolg = "Alle contacten zijn gehouden. U kunt de nazorg afsluiten."
    else:
        vervolg = f"Het volgende contact is uiterlijk {datum(volgende.gepland_op)}."
    terugval = " Er is terugval: pak het plan weer op als er nieuwe hulp nodig is." if contact.terugval else ""
    return f"Het contact is vastgelegd. {vervolg}{terugval}"


def _nazorg(dossier: Dossier, nazorg: Nazorg | None, on: date) -> dict[str, Any]:
    """Give the nazorg and how it stands, when there is one."""
    if nazorg is None:
        return {"traject": None, "stand": None}
    return {"traject": nazorg.traject, "stand": maak_stand(dossier, nazorg, on)}


def _te_vroeg(dossier: Dossier, nazorg: Nazorg | None, on: date) -> str:
    """Warn when the nazorg has not lasted as long as the beleid has it at least."""
    minstens = regels_van(dossier).nazorg_min_maanden
    if nazorg is None or hele_maanden(nazorg.traject.start, on) >= minstens:
        return ""
    return f"De nazorg loopt nog geen {minstens} maanden. Dat is het minste volgens het beleid van de gemeente."
