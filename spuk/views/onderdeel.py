"""What stands behind an amount of the declaration: each fact, its dossier or cost line, and why it counts or not."""

from dataclasses import replace

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from cases.models import Dossier
from cases.toegang import zichtbaar
from spuk.componenten import NAMEN, Component
from spuk.doorrekening import Doorrekening
from spuk.feiten_bron import GeenKeuze
from spuk.herkomst import Herkomst
from spuk.herkomst_bron import lees_herkomst
from spuk.telregels import Telregel
from spuk.views.basis import eis_jaar, gebruiker, get_gemeente
from spuk.views.verantwoording import EENHEDEN, reken

# The name in the address for all components together: what stands behind the total.
ALLES = "alles"


@vereist(Permission.SPUK_ZIEN)
def spuk_onderdeel(request: HttpRequest, code: str, jaar: int, component: str) -> HttpResponse:
    """Show the facts behind one amount: of a component or all, of the year or of all years up to and including it.

    With `?controle=` those that a check is about.
    """
    gemeente = get_gemeente(request, code)
    if component != ALLES and component not in list(Component):
        raise Http404
    onderdeel = None if component == ALLES else Component(component)
    try:
        doorrekening = reken(gemeente, eis_jaar(jaar))
    except GeenKeuze:
        return redirect("spuk_jaar", code=code, jaar=jaar)
    if code_van := request.GET.get("controle"):
        return _controle(request, gemeente, doorrekening, code_van)
    ook_eerder = request.GET.get("jaren") == "alle"
    keuze = "niet" if request.GET.get("telt") == "niet" else "wel"
    geteld = _van(doorrekening.list_geteld(ook_eerder=ook_eerder), onderdeel)
    niet_geteld = _van(doorrekening.list_niet_geteld(ook_eerder=ook_eerder), onderdeel)
    bladzijde = Paginator(niet_geteld if keuze == "niet" else geteld, 100).get_page(request.GET.get("page"))
    deel = doorrekening.totaal if onderdeel is None else doorrekening.totaal[onderdeel]
    context = {
        "gemeente": gemeente,
        "jaar": jaar,
        "component": onderdeel,
        "letter": component.replace("_", "-"),
        "naam": NAMEN[onderdeel] if onderdeel else "",
        "eenheid": EENHEDEN[onderdeel] if onderdeel else "",
        "deel": deel,
        "ook_eerder": ook_eerder,
        "aantal_geteld": len(geteld),
        "aantal_niet": len(niet_geteld),
        "keuze": keuze,
        "page_obj": bladzijde,
        "rijen": _rijen(request, gemeente, list(bladzijde)),
    }
    return render(request, "spuk/spuk_onderdeel.html", context)


def _controle(request: HttpRequest, gemeente: Gemeente, doorrekening: Doorrekening, code: str) -> HttpResponse:
    """Show what a check is about, so that somebody can look at it: the dossiers and the invoices."""
    jaar = doorrekening.totaal.jaar
    controle = next((een for een in doorrekening.controles if een.code == code and een.regels), None)
    if controle is None:
        messages.info(request, "Bij deze controle staat niets meer.")
        return redirect("spuk_jaar", code=gemeente.code, jaar=jaar)
    bladzijde = Paginator(controle.regels, 100).get_page(request.GET.get("page"))
    rijen = _rijen(request, gemeente, list(bladzijde))
    dicht = any(rij.nummer and not rij.dossier_url for rij in rijen)
    context = {"gemeente": gemeente, "jaar": jaar, "controle": controle, "page_obj": bladzijde, "rijen": rijen}
    return render(request, "spuk/spuk_controle.html", {**context, "dicht": dicht})


def _van(regels: tuple[Telregel, ...], component: Component | None) -> list[Telregel]:
    return [regel for regel in regels if component is None or regel.component is component]


def _rijen(request: HttpRequest, gemeente: Gemeente, regels: list[Telregel]) -> list[Herkomst]:
    """Say of one page where each row comes from, with a link to the dossiers that the user may see: three queries."""
    rijen = lees_herkomst(gemeente, regels)
    genoemd = Dossier.objects.filter(gemeente=gemeente, pk__in=[rij.dossier_id for rij in rijen if rij.dossier_id])
    te_zien = set(genoemd.filter(zichtbaar(gebruiker(request))).values_list("pk", flat=True))
    return [replace(rij, dossier_url=f"/dossiers/{rij.nummer}/") if rij.dossier_id in te_zien else rij for rij in rijen]
