from datetime import date, datetime
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.models import Gemeente, User
from accounts.permissions import Permission, vereist
from cases.actions.bewaking_vooruit import kijk_vooruit
from cases.actions.nacht import maak_nacht
from cases.forms.bewaking import Vooruitblikfilter
from cases.hardheidsbeeld import tel_gebruik
from cases.models import Bewaking
from cases.nacht import Nacht, laatste_nacht
from cases.nachtstand import list_nachtstanden
from config.weergave import telwoord

NACHTEN = 60


@vereist(Permission.BEWAKING_ZIEN)
def bewaking(request: HttpRequest) -> HttpResponse:
    """Show the ledger of the nightly run: what it did, and whether the last night went well."""
    ik = cast(User, request.user)
    verwacht = laatste_nacht(timezone.localtime())
    alle = Bewaking.objects.visible_to(ik, Permission.BEWAKING_ZIEN).select_related("gemeente")
    laatste = {rij.gemeente_id: rij for rij in alle.laatste_per_gemeente()}
    zichtbaar = Gemeente.objects.visible_to(ik, Permission.BEWAKING_ZIEN)
    standen = list(list_nachtstanden(zichtbaar, verwacht))
    gemeenten = [stand.gemeente for stand in standen]
    dag = max([verwacht, *(rij.on for rij in laatste.values())])
    nacht = maak_nacht(dag, [rij for rij in laatste.values() if rij.on == dag], len(gemeenten))
    jaar = timezone.localdate().year
    context = {
        "rijen": alle[:NACHTEN],
        "standen": standen,
        "nacht": nacht if laatste else None,
        "nacht_stand": _nachtstand(nacht, verwacht),
        "jaar": jaar,
        "hardheid": tel_gebruik(gemeenten, jaar),
        "ziet_dossiers": ik.mag(Permission.DOSSIER_ZIEN),
    }
    return render(request, "cases/bewaking.html", context)


def _nachtstand(nacht: Nacht, verwacht: date) -> tuple[str, str]:
    """Say how the whole night went; what is not there when it should be done, is missing."""
    if nacht.mislukt:
        return "fout", f"{telwoord(nacht.mislukt, 'gemeente', 'gemeenten')} mislukt"
    if nacht.bezig and nacht.on <= verwacht:
        return "fout", f"{telwoord(nacht.bezig, 'gemeente', 'gemeenten')} niet klaar"
    if nacht.bezig:
        return "info", "bezig"
    return "goed", "klaar"


@vereist(Permission.BEWAKING_ZIEN)
def bewaking_vooruit(request: HttpRequest) -> HttpResponse:
    """Show what the run would do by a chosen day, in one gemeente; it changes nothing."""
    nu: datetime = timezone.now()
    form = Vooruitblikfilter(request.GET, user=cast(User, request.user), on=timezone.localdate(nu))
    blik = None
    if form.is_valid():
        gemeente = form.gemeenten.get(form.cleaned_data.get("gemeente") or next(iter(form.gemeenten)))
        blik = kijk_vooruit(gemeente=gemeente, on=form.cleaned_data["dag"], at=nu) if gemeente else None
    mag_openen = blik is not None and cast(User, request.user).mag(Permission.DOSSIER_ZIEN, blik.gemeente.pk)
    return render(request, "cases/bewaking_vooruit.html", {"form": form, "blik": blik, "mag_openen": mag_openen})
