"""What stands behind an amount of the declaration: each fact, its dossier or cost line, and why it counts or not."""

from dataclasses import dataclass
from decimal import Decimal

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from cases.models import Dossier
from cases.toegang import zichtbaar
from spuk.componenten import NAMEN, Component
from spuk.feiten_bron import GeenKeuze
from spuk.models import Kostenregel
from spuk.telregels import Feit, Telregel
from spuk.views.basis import eis_jaar, gebruiker, get_gemeente
from spuk.views.verantwoording import EENHEDEN, reken

# The name in the address for all components together: what stands behind the total.
ALLES = "alles"


@vereist(Permission.SPUK_ZIEN)
def spuk_onderdeel(request: HttpRequest, code: str, jaar: int, component: str) -> HttpResponse:
    """Show the facts behind one amount: of a component or all, of the year or of all years up to and including it."""
    gemeente = get_gemeente(request, code)
    if component != ALLES and component not in list(Component):
        raise Http404
    onderdeel = None if component == ALLES else Component(component)
    try:
        doorrekening = reken(gemeente, eis_jaar(jaar))
    except GeenKeuze:
        return redirect("spuk_jaar", code=code, jaar=jaar)
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
        "naam": NAMEN[onderdeel] if onderdeel else "",
        "eenheid": EENHEDEN[onderdeel] if onderdeel else "",
        "deel": deel,
        "ook_eerder": ook_eerder,
        "aantal_geteld": len(geteld),
        "aantal_niet": len(niet_geteld),
        "keuze": keuze,
        "page_obj": bladzijde,
        "rijen": _met_herkomst(request, gemeente, list(bladzijde)),
    }
    return render(request, "spuk/spuk_onderdeel.html", context)


def _van(regels: tuple[Telregel, ...], component: Component | None) -> list[Telregel]:
    return [regel for regel in regels if component is None or regel.component is component]


@dataclass(frozen=True)
class Herkomst:
    """A counted fact with where it comes from; `dossier_url` is empty for who may not see the dossier."""

    regel: Telregel
    nummer: str = ""
    dossier_url: str = ""
    kosten: Kostenregel | None = None

    @property
    def bedrag(self) -> Decimal:
        return self.regel.bedrag


def _met_herkomst(request: HttpRequest, gemeente: Gemeente, regels: list[Telregel]) -> list[Herkomst]:
    """Look up the dossiers and cost lines of one page, each kind of fact in its own table: three queries."""
    kosten = Kostenregel.objects.filter(gemeente=gemeente).select_related("dossier").in_bulk(_ids(regels, Feit.KOSTEN))
    van_gemeente = Dossier.objects.filter(gemeente=gemeente)
    nummers = dict(van_gemeente.filter(pk__in=_ids(regels, Feit.DOSSIER)).values_list("pk", "nummer"))
    nummers |= {regel.dossier.pk: regel.dossier.nummer for regel in kosten.values() if regel.dossier}
    te_zien = set(van_gemeente.filter(zichtbaar(gebruiker(request)), pk__in=nummers).values_list("pk", flat=True))
    return [_herkomst(regel, nummers, kosten, te_zien) for regel in regels]


def _ids(regels: list[Telregel], feit: Feit) -> list[int]:
    return [regel.bron for regel in regels if regel.feit is feit and isinstance(regel.bron, int)]


def _herkomst(regel: Telregel, nummers: dict[int, str], kosten: dict[int, Kostenregel], te_zien: set[int]) -> Herkomst:
    if not isinstance(regel.bron, int) or regel.feit is Feit.TELLING:
        return Herkomst(regel)
    kostenregel = kosten.get(regel.bron) if regel.feit is Feit.KOSTEN else None
    dossier_id = kostenregel.dossier_id if kostenregel else regel.bron if regel.feit is Feit.DOSSIER else None
    if dossier_id is None or dossier_id not in nummers:
        return Herkomst(regel, kosten=kostenregel)
    nummer = nummers[dossier_id]
    return Herkomst(regel, nummer, f"/dossiers/{nummer}/" if dossier_id in te_zien else "", kostenregel)
