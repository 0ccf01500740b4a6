"""One's own taken, and those of a dossier."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import taak as acties
from cases.actions.basis import ActieFout
from cases.forms.dossierformulier import fouten_in
from cases.forms.taak import TaakForm, TaakWijzigForm
from cases.kop import dossier_context
from cases.models import Taak
from cases.taakregel import maak_taakregel
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from cases.views.terug import terug_url
from cases.werkvraag import taken_van

PER_BLADZIJDE, GEDAAN = 25, 10


@vereist(Permission.VANDAAG)
def taken(request: HttpRequest) -> HttpResponse:
    """Show what one has to do oneself, what was done last by or for one, and a form for the next thing."""
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    form = TaakForm(ingevuld(request), initial={"datum": on}, user=user, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.taak_maken(**form.gegevens(), by=user, at=at, on=on)
            messages.success(request, "De taak staat op uw lijst.")
            return redirect("taken")
    open_ = Paginator(taken_van([user], user).voor_werklijst(), PER_BLADZIJDE).get_page(request.GET.get("page"))
    gedaan = Taak.objects.visible_to(user).filter(Q(voor=user) | Q(gedaan_door=user), gedaan_op__isnull=False)
    context = {
        "form": form,
        "knop": "Toevoegen",
        "page_obj": open_,
        "regels": [(taak, maak_taakregel(taak, on, terug="taken")) for taak in open_],
        "gedaan": gedaan.select_related("dossier__persoon", "voor", "gedaan_door").order_by("-gedaan_op")[:GEDAAN],
    }
    return render(request, "cases/taak_list.html", context)


@vereist(Permission.DOSSIER_BEWERKEN)
def taak_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    form: Any = TaakForm(ingevuld(request), initial={"datum": on}, user=user, on=on, dossier=dossier)
    if form.is_valid():
        with fouten_in(form):
            taak = acties.taak_maken(**form.gegevens(), by=user, at=at, on=on)
            lijst = "uw lijst" if taak.voor == user else f"de lijst van {taak.voor.naam}"
            messages.success(request, f"De taak staat op {lijst} en in dit dossier.")
            return redirect("contacten", nummer)
    terug = {"annuleer_url": reverse("contacten", args=[nummer])}
    return toon(request, dossier, form, "cases/taak_form.html", titel="Taak toevoegen", knop="Toevoegen", extra=terug)


@vereist(Permission.VANDAAG)
def taak(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a taak, inside its dossier when it has one."""
    on, at, user = timezone.localdate(), timezone.now(), gebruiker(request)
    taak = _get(request, pk)
    terug = terug_url(request, taak.dossier)
    if taak.gedaan_op is not None or taak.is_vervallen:
        messages.info(request, "Deze taak is al gedaan of vervallen.")
        return redirect(terug)
    form = TaakWijzigForm(ingevuld(request), taak=taak, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.taak_wijzigen(taak=taak, wijzigingen=form.wijzigingen(), by=user, at=at, on=on)
            messages.success(request, "De taak is gewijzigd.")
            return redirect(terug)
    context = {"form": form, "taak": taak, "titel": "Taak wijzigen", "knop": "Bewaren", "annuleer_url": terug}
    if taak.dossier is None:
        return render(request, "cases/taak_los_form.html", context)
    return render(
        request, "cases/taak_form.html", context | dossier_context(request, taak.dossier, pad="Taak wijzigen")
    )


@vereist(Permission.VANDAAG)
def taak_gedaan(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a taak as done. The message has a button that undoes it: it may be the taak of a colleague."""
    taak = _get(request, pk)
    if request.method == "POST":
        _doe(
            request,
            lambda at: acties.taak_gedaan(taak=taak, by=gebruiker(request), at=at),
            f"Gedaan: {taak.wat}.",
            ongedaan_url=f"{reverse('taak_heropenen', args=[taak.pk])}?{request.GET.urlencode()}",
        )
    return redirect(terug_url(request, taak.dossier))


@vereist(Permission.VANDAAG)
def taak_heropenen(request: HttpRequest, pk: int) -> HttpResponse:
    taak = _get(request, pk)
    if request.method == "POST":
        _doe(
            request,
            lambda at: acties.taak_heropenen(taak=taak, by=gebruiker(request), at=at),
            "De taak staat weer open.",
        )
    return redirect(terug_url(request, taak.dossier))


def _doe(request: HttpRequest, actie: Any, gelukt: str, *, ongedaan_url: str = "") -> None:
    """Do what one button does, and say whether that worked. A message with `ongedaan_url` gets a button there."""
    try:
        actie(timezone.now())
    except ActieFout as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, gelukt, extra_tags=ongedaan_url)


def _get(request: HttpRequest, pk: int) -> Taak:
    """Give a taak to work on: a 404 for who may not see it, a 403 for who may only read its dossier."""
    user = gebruiker(request)
    zichtbaar = Taak.objects.visible_to(user).select_related("voor", "afspraak", "gemeente")
    taak: Taak = get_object_or_404(zichtbaar, pk=pk)
    if not user.mag(Permission.DOSSIER_BEWERKEN, taak.gemeente_id):
        raise PermissionDenied
    if taak.dossier_id is not None:
        taak.dossier = get_dossier(request, taak.dossier.nummer)  # type: ignore[union-attr]
    return taak
