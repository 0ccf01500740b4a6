"""The gezin of a dossier: its people, the freeze of the composition, and the other dossiers."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import gezin as acties
from cases.actions.basis import ActieFout
from cases.forms.dossierformulier import fouten_in
from cases.forms.gezin import GezinslidForm, GezinslidWijzigenForm, KoppelenForm, OntkoppelenForm, WeghalenForm
from cases.models import Dossier, Gezinslid
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon

SJABLOON = "cases/gezinslid_form.html"


@vereist(Permission.DOSSIER_BEWERKEN)
def gezinslid_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    form = GezinslidForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            gegevens = dict(form.cleaned_data)
            reden = gegevens.pop("reden", "")
            lid = acties.gezinslid_toevoegen(
                dossier=dossier, gegevens=gegevens, reden=reden, by=gebruiker(request), at=at, on=on
            )
            messages.success(request, f"{lid.naam} staat nu bij het gezin.")
            return redirect("mensen", nummer)
    return toon(request, dossier, form, SJABLOON, titel="Gezinslid toevoegen", extra=_terug(dossier))


@vereist(Permission.DOSSIER_BEWERKEN)
def gezinslid(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    lid = _get(dossier, pk)
    form = GezinslidWijzigenForm(ingevuld(request), rij=lid, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.gezinslid_wijzigen(
                dossier=dossier,
                lid=lid,
                wijzigingen=form.wijzigingen(),
                reden=form.cleaned_data["reden"],
                by=gebruiker(request),
                at=at,
                on=on,
            )
            messages.success(request, f"De gegevens van {form.cleaned_data['naam']} zijn gewijzigd.")
            return redirect("mensen", nummer)
    extra = _terug(dossier) | {"lid": lid}
    return toon(request, dossier, form, SJABLOON, titel=f"{lid.naam} wijzigen", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def gezinslid_weghalen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    lid = _get(dossier, pk)
    form = WeghalenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            acties.gezinslid_weghalen(dossier=dossier, lid=lid, reden=reden, by=gebruiker(request), at=at)
            messages.success(request, f"{lid.naam} is weggehaald.")
            return redirect("mensen", nummer)
    titel, template = f"{lid.naam} weghalen", "cases/gezinslid_weghalen.html"
    return toon(request, dossier, form, template, titel=titel, knop="Weghalen", extra=_terug(dossier) | {"lid": lid})


@vereist(Permission.DOSSIER_BEWERKEN)
def gezin_vastleggen(request: HttpRequest, nummer: str) -> HttpResponse:
    """Freeze the composition; only by POST, from the button beside the people it is about."""
    dossier = get_dossier(request, nummer)
    if request.method == "POST":
        try:
            acties.gezin_vastleggen(dossier=dossier, by=gebruiker(request), at=timezone.now())
            messages.success(request, "Het gezin op de dag van de aanvraag is vastgelegd.")
        except ActieFout as fout:
            messages.error(request, str(fout))
    return redirect("mensen", nummer)


@vereist(Permission.DOSSIER_BEWERKEN)
def gezin_koppelen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    dossiers = Dossier.objects.editable_by(by).filter(gemeente=dossier.gemeente_id)
    form = KoppelenForm(ingevuld(request), dossiers=dossiers, dossier=dossier, on=on)
    if form.is_valid() and not form.eerst_uitleggen:
        assert form.ander is not None  # clean_nummer found it
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            acties.gezin_koppelen(dossier=dossier, ander=form.ander, reden=reden, by=by, at=at)
            messages.success(request, f"Dit dossier hoort nu bij het gezin van {form.ander.persoon.naam}.")
            return redirect("mensen", nummer)
    titel, template = "Dossier van hetzelfde gezin koppelen", "cases/gezin_koppelen.html"
    return toon(request, dossier, form, template, titel=titel, knop="Koppelen", extra=_terug(dossier))


@vereist(Permission.DOSSIER_BEWERKEN)
def gezin_ontkoppelen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    form = OntkoppelenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            acties.gezin_ontkoppelen(dossier=dossier, reden=reden, by=gebruiker(request), at=at)
            messages.success(request, "Dit dossier heeft nu een eigen gezin.")
            return redirect("mensen", nummer)
    titel, template = "Uit dit gezin halen", "cases/gezin_ontkoppelen.html"
    return toon(request, dossier, form, template, titel=titel, knop="Uit het gezin halen", extra=_terug(dossier))


def _get(dossier: Dossier, pk: int) -> Gezinslid:
    lid: Gezinslid = get_object_or_404(dossier.gezin.leden, pk=pk)
    return lid


def _terug(dossier: Dossier) -> dict[str, Any]:
    return {"annuleer_url": reverse("mensen", args=[dossier.nummer])}
