from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.permissions import Permission, vereist
from cases.gesprekslijst import maak_gesprekslijst
from cases.inwonerbericht import bericht_aan_inwoner
from cases.kop import dossier_context
from cases.models import Dossier
from cases.status import VOOR_EERSTE_GESPREK
from cases.views.formulier import gebruiker


@vereist(Permission.DOSSIER_ZIEN)
def gesprekken(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show every gesprek of a dossier in full; the page prints as a report."""
    user = gebruiker(request)
    dossier = get_object_or_404(Dossier.objects.visible_to(user).voor_pagina(), nummer=nummer)
    context = {
        **dossier_context(request, dossier, pad="Gesprekken"),
        "lijst": maak_gesprekslijst(dossier, user),
        "bericht": bericht_aan_inwoner(dossier, user),
        "nog_geen_eerste": dossier.status in VOOR_EERSTE_GESPREK,
    }
    return render(request, "cases/gesprek_list.html", context)
