"""The declaration of a year: the amounts, what stands behind each of them, and what to look at."""

from dataclasses import dataclass
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from config.weergave import euro
from spuk.componenten import NAMEN, Component
from spuk.doorrekening import Doorrekening, compute_doorrekening
from spuk.feiten_bron import GeenKeuze, lees_feiten, lees_regels
from spuk.herkomst_bron import lees_werkmap
from spuk.indicatoren import IndicatorWaarde
from spuk.klokregels import list_klokregels
from spuk.sisadag import Sisadag
from spuk.totalen import Onderdeel
from spuk.views.basis import eis_jaar, gebruiker, get_gemeente, jaren

EENHEDEN = {
    Component.A: "per gezin, één keer",
    Component.B: "per persoon, één keer, met bewijs van akkoord",
    Component.C: "werkelijke kosten",
    Component.D: "per plan van aanpak, één keer",
    Component.E: "per jaar, naar het aantal gedupeerden",
    Component.E_KIND: "werkelijke kosten",
    Component.F: "per gesprek, met UHT of een aangewezen derde",
}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Regel:
    """A row of the table: the component in words, its amounts, and how many facts of the year do not count."""

    component: Component
    naam: str
    eenheid: str
    onderdeel: Onderdeel
    niet_geteld: int


@vereist(Permission.SPUK_ZIEN)
def spuk(request: HttpRequest) -> HttpResponse:
    """Open the year that is to be accounted for now: last year's until 15 July, then this year's."""
    on = timezone.localdate()
    gemeente = Gemeente.objects.visible_to(gebruiker(request), Permission.SPUK_ZIEN).first()
    if gemeente is None:
        raise Http404
    jaar = on.year - 1 if on <= Sisadag(on.year - 1).uiterlijk else on.year
    return redirect("spuk_jaar", code=gemeente.code, jaar=jaar)


@vereist(Permission.SPUK_ZIEN)
def spuk_jaar(request: HttpRequest, code: str, jaar: int) -> HttpResponse:
    gemeente, on = get_gemeente(request, code), timezone.localdate()
    context = {
        "gemeente": gemeente,
        "jaar": eis_jaar(jaar),
        "jaren": jaren(on.year),
        "mag_boeken": gebruiker(request).mag(Permission.SPUK_BEWERKEN, gemeente.pk),
        "gemeenten": Gemeente.objects.visible_to(gebruiker(request), Permission.SPUK_ZIEN),
        "indienen": Sisadag(jaar).uiterlijk,
        "on": on,
        "klokregels": list_klokregels(
            gemeente, jaar, on, mag_doen=gebruiker(request).mag(Permission.SPUK_BEWERKEN, gemeente.pk)
        ),
    }
    try:
        doorrekening = reken(gemeente, jaar)
    except GeenKeuze as fout:
        return render(request, "spuk/spuk_geen_keuze.html", {**context, "melding": str(fout)})
    context |= {
        "totaal": doorrekening.totaal,
        "regels": _regels(doorrekening),
        "controles": doorrekening.controles,
        "indicatoren": [(i.code, i.label, _woorden(i)) for i in doorrekening.indicatoren],
    }
    return render(request, "spuk/spuk_jaar.html", context)


def _woorden(indicator: IndicatorWaarde) -> str:
    """Write the value of an indicator for the screen."""
    waarde = indicator.waarde
    if waarde is None:
        return "vult u zelf in" if indicator.zelf else "niet van toepassing"
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    return euro(waarde) if isinstance(waarde, Decimal) else str(waarde)


def reken(gemeente: Gemeente, jaar: int) -> Doorrekening:
    return compute_doorrekening(jaar, lees_feiten(gemeente), lees_regels(gemeente, jaar))


def _regels(doorrekening: Doorrekening) -> list[Regel]:
    niet_geteld = doorrekening.list_niet_geteld()
    return [
        Regel(
            component,
            NAMEN[component],
            EENHEDEN[component],
            doorrekening.totaal[component],
            sum(regel.component is component for regel in niet_geteld),
        )
        for component in Component
    ]


@vereist(Permission.SPUK_ZIEN)
def spuk_xlsx(request: HttpRequest, code: str, jaar: int) -> HttpResponse:
    gemeente = get_gemeente(request, code)
    try:
        doorrekening = reken(gemeente, eis_jaar(jaar))
    except GeenKeuze:
        return redirect("spuk_jaar", code=code, jaar=jaar)
    antwoord = HttpResponse(lees_werkmap(gemeente, doorrekening), content_type=XLSX)
    antwoord["Content-Disposition"] = f'attachment; filename="verantwoording-{code}-{jaar}-concept.xlsx"'
    return antwoord
