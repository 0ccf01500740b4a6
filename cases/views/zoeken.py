"""Search from every page: the results page, and the first results while somebody types."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions.zoeken import vind_dossiers, vind_op_bsn
from cases.forms.zoeken import Zoekformulier
from cases.models import Dossier
from cases.views.formulier import gebruiker
from cases.zoekvraag import Zoeksoort, Zoekvraag

HOOGSTENS, HOOGSTENS_DIRECT = 50, 8


@vereist(Permission.DOSSIER_ZIEN)
def zoeken(request: HttpRequest) -> HttpResponse:
    """Show what was found. A number of a dossier or of a besluit leads straight to the dossier."""
    form = Zoekformulier(request.POST if request.method == "POST" else None)
    context = {"form": form, "toon_gemeente": len(gebruiker(request).gemeenten_met(Permission.DOSSIER_ZIEN)) > 1}
    if form.is_valid():
        vraag = form.cleaned_data["zoek"]
        gevonden = _zoek(request, vraag)
        if vraag.is_nummer and gevonden:
            return redirect(gevonden[0])
        context |= {"vraag": vraag, "dossiers": gevonden[:HOOGSTENS], "zijn_er_meer": len(gevonden) > HOOGSTENS}
    return render(request, "cases/zoeken.html", context)


@vereist(Permission.DOSSIER_ZIEN)
def zoeken_direct(request: HttpRequest) -> HttpResponse:
    """Give the first results while somebody types, as a piece of a page; a BSN waits for Enter, as that is logged."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = Zoekformulier(request.POST)
    context = {}
    if form.is_valid():
        vraag = form.cleaned_data["zoek"]
        is_bsn = vraag.soort is Zoeksoort.BSN
        gevonden = [] if is_bsn else vind_dossiers(vraag, gebruiker(request), HOOGSTENS_DIRECT + 1)
        zijn_er_meer = len(gevonden) > HOOGSTENS_DIRECT
        context = {"is_bsn": is_bsn, "dossiers": gevonden[:HOOGSTENS_DIRECT], "zijn_er_meer": zijn_er_meer}
    return HttpResponse(render_to_string("cases/_zoekresultaten.html", context))


def _zoek(request: HttpRequest, vraag: Zoekvraag) -> Sequence[Dossier]:
    """Give one more than a page shows, to know whether there are more."""
    if vraag.soort is Zoeksoort.BSN:
        return vind_op_bsn(vraag, by=gebruiker(request), at=timezone.now(), hoogstens=HOOGSTENS + 1)
    return vind_dossiers(vraag, gebruiker(request), HOOGSTENS + 1)
