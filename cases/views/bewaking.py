from datetime import date, timedelta
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.models import Gemeente, User
from accounts.permissions import Permission, vereist
from cases.hardheidsbeeld import tel_gebruik
from cases.models import Bewaking

NACHTEN = 60


@vereist(Permission.BEWAKING_ZIEN)
def bewaking(request: HttpRequest) -> HttpResponse:
    """Show the ledger of the nightly run: what it did, and whether the last night went well."""
    ik = cast(User, request.user)
    gisteren = timezone.localdate() - timedelta(days=1)
    alle = Bewaking.objects.visible_to(ik, Permission.BEWAKING_ZIEN).select_related("gemeente")
    laatste = {rij.gemeente_id: rij for rij in alle.laatste_per_gemeente()}
    gemeenten = Gemeente.objects.visible_to(ik, Permission.BEWAKING_ZIEN)
    standen = [(gemeente, *_stand(laatste.get(gemeente.pk), gisteren)) for gemeente in gemeenten]
    jaar = timezone.localdate().year
    context = {
        "rijen": alle[:NACHTEN],
        "standen": standen,
        "jaar": jaar,
        "hardheid": tel_gebruik(gemeenten, jaar),
        "ziet_dossiers": ik.mag(Permission.DOSSIER_ZIEN),
    }
    return render(request, "cases/bewaking.html", context)


def _stand(rij: Bewaking | None, gisteren: date) -> tuple[str, str]:
    """Say whether the last run of a gemeente went well: the sort of label, and its words."""
    if rij is None:
        return "let-op", "De bewaking heeft nog niet gelopen."
    if rij.klaar_op is None:
        return "fout", "De laatste bewaking is mislukt. De volgende nacht wordt deze dag ingehaald."
    if rij.on < gisteren:
        return "fout", f"De bewaking liep het laatst op {rij.on:%d-%m-%Y}. Controleer of de worker en beat draaien."
    return "goed", "De bewaking loopt."
