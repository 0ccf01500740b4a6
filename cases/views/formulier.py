"""What every form page of a dossier does: fetch the dossier for whoever may work in it, and draw the form."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from accounts.kladformulier import end_klad as end_klad
from accounts.kladformulier import ingevuld as ingevuld
from accounts.models import Gemeente, User
from accounts.permissions import Permission
from cases.actions.basis import ActieFout, eis_niet_samengevoegd, eis_status
from cases.actions.gesprekken import eis_geldig
from cases.forms.dossierformulier import Dossierformulier, met_uitweg
from cases.kop import dossier_context
from cases.models import Dossier
from cases.models.intrekbaar import Intrekbaar
from cases.status import Status


def gebruiker(request: HttpRequest) -> User:
    """Give who is logged in."""
    assert isinstance(request.user, User)  # LoginRequiredMiddleware let only users in
    return request.user


def get_dossier(request: HttpRequest, nummer: str, permission: Permission = Permission.DOSSIER_BEWERKEN) -> Dossier:
    """Give a dossier to work in: a 404 for who may not see it, a 403 for who may only read it."""
    user = gebruiker(request)
    dossier: Dossier = get_object_or_404(Dossier.objects.visible_to(user).voor_pagina(), nummer=nummer)
    if not user.mag(permission, dossier.gemeente_id):
        raise PermissionDenied
    return dossier


def get_gemeente(request: HttpRequest, code: str, permission: Permission) -> Gemeente:
    """Give a gemeente in which the user holds `permission`; else a 404."""
    gemeente: Gemeente = get_object_or_404(Gemeente.objects.visible_to(gebruiker(request), permission), code=code)
    return gemeente


def weiger_status(
    request: HttpRequest, dossier: Dossier, toegestaan: frozenset[Status], wat: str
) -> HttpResponse | None:
    """Send somebody who opens a form that can't be used in this status back to the dossier, with the reason."""
    return weiger(request, lambda: eis_status(dossier, toegestaan, wat), dossier)


def weiger(request: HttpRequest, eis: Callable[[], None], terug: Any, *args: Any) -> HttpResponse | None:
    """Send somebody who opens a form that can't be used now back, with the reason: what `redirect` takes says where."""
    if request.method == "POST":
        return None  # the action refuses, and what was typed stays on the screen
    try:
        eis()
    except ActieFout as fout:
        messages.error(request, met_uitweg(fout))
        return redirect(terug, *args)
    return None


def weiger_ingetrokken(request: HttpRequest, rij: Intrekbaar, wat: str, terug: Any, *args: Any) -> HttpResponse | None:
    """Send somebody who opens a row that was withdrawn back, as `weiger` does."""
    return weiger(request, lambda: eis_geldig(rij, wat), terug, *args)


def toon(
    request: HttpRequest,
    dossier: Dossier,
    form: Dossierformulier,
    template: str,
    *,
    titel: str,
    knop: str = "Bewaren",
    extra: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Draw a form inside its dossier. The button that shows the BSN is left out: it would lose what is typed.

    Who opens one of a dossier that went on in another is sent back, with the reason.
    """
    if terug := weiger(request, lambda: eis_niet_samengevoegd(dossier), dossier):
        return terug
    context = dossier_context(request, dossier, pad=titel)
    context["kop"] = replace(context["kop"], bsn_url="")
    context |= {"form": form, "titel": titel, "knop": knop, "annuleer_url": dossier.get_absolute_url(), **(extra or {})}
    return render(request, template, context)
