"""The addresses of the product, and beside them the bare views that its lists are measured against.

A bare view asks one question with select_related and renders the same 50 rows with the same row template and the same
columns: no session, menu, filter or count.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from cases.dossierlijst import EersteTermijn, Rij
from cases.kolommen import KOLOMMEN, STANDAARD, kies_kolommen
from cases.models import Dossier, Termijn
from cases.status import OPEN
from cases.views.vandaag import maak_werkregel
from tests.bench.gegevens import ON

RIJEN = 50
_EERSTE = EersteTermijn(naam="Eerste gesprek", stand="loopt", over="nog 12 dagen", dag="ma 7 december", pk=1)


def _sjabloon(tekst: str) -> Any:
    return engines["django"].from_string(f"<!doctype html><title>Kaal</title>{tekst}")


LIJST = _sjabloon('<table>{% for rij in rijen %}{% include "cases/_dossierrij.html" %}{% endfor %}</table>')
WERK = _sjabloon('{% include "cases/_werkgroep.html" with id="laat" naam="Te laat" aantal=50 regels=regels %}')


@login_not_required
def lijst(request: HttpRequest, gemeente: int, codes: Iterable[str] = STANDAARD) -> HttpResponse:
    """The rows that a coördinator's list begins with: those that go first, each with its box to tick."""
    dossiers = Dossier.objects.filter(gemeente=gemeente, status__in=OPEN, rang__gt=0)
    op_volgorde = dossiers.select_related("persoon", "casusregisseur", "gemeente").order_by(
        "-rang", "-datum_aanmelding", "-id"
    )
    kolommen = kies_kolommen(codes)
    rijen = [Rij(dossier=dossier, termijn=_EERSTE, kolommen=kolommen) for dossier in op_volgorde[:RIJEN]]
    return HttpResponse(LIJST.render({"rijen": rijen, "mag_toewijzen": True}))


@login_not_required
def werk(request: HttpRequest, gemeente: int) -> HttpResponse:
    termijnen = Termijn.objects.filter(gemeente=gemeente, status="lopend", dossier__isnull=False)
    rijen = termijnen.select_related("dossier__persoon", "dossier__casusregisseur").order_by("uiterste_datum", "id")
    return HttpResponse(WERK.render({"regels": [maak_werkregel(rij, ON) for rij in rijen[:RIJEN]]}))


urlpatterns = [
    path("kaal/lijst/<int:gemeente>/", lijst),
    path("kaal/breed/<int:gemeente>/", lijst, {"codes": KOLOMMEN}),
    path("kaal/werk/<int:gemeente>/", werk),
    path("", include("config.urls")),
]
