"""The people of a dossier on one page, and a geheim adres that somebody asks for."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions import adres
from cases.actions.basis import ActieFout
from cases.kop import dossier_context
from cases.mensen import mensen_context
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier


@vereist(Permission.DOSSIER_ZIEN)
def mensen(request: HttpRequest, nummer: str) -> HttpResponse:
    return _pagina(request, get_dossier(request, nummer, Permission.DOSSIER_ZIEN), timezone.localdate())


@vereist(Permission.DOSSIER_BEWERKEN)
def adres_tonen(request: HttpRequest, nummer: str) -> HttpResponse:
    """Log it, and answer with the page that shows the geheim adres: this one answer."""
    on, at = timezone.localdate(), timezone.now()
    dossier = get_dossier(request, nummer)
    if request.method != "POST":
        return redirect("mensen", nummer)
    try:
        adres.adres_tonen(dossier=dossier, by=gebruiker(request), at=at)
    except ActieFout as fout:
        messages.error(request, str(fout))
        return redirect("mensen", nummer)
    return _pagina(request, dossier, on, toon_adres=True)


def _pagina(request: HttpRequest, dossier: Dossier, on: date, *, toon_adres: bool = False) -> HttpResponse:
    context = dossier_context(request, dossier, pad="Mensen")
    context |= mensen_context(dossier, gebruiker(request), on, toon_adres=toon_adres)
    return render(request, "cases/mensen.html", context)
