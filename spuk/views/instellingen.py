"""The settings of the declaration, and how they came to be."""

from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from accounts.context import Kladstand
from accounts.kladformulier import ingevuld
from accounts.permissions import Permission, vereist
from cases.actions.basis import ActieFout
from spuk.actions.instellingen import keuze_vastleggen, normbedrag_vastleggen, telling_vastleggen
from spuk.componenten import ABDF
from spuk.forms.instellingen import KeuzeForm, NormbedragForm, TellingForm
from spuk.models import Normbedrag, SpukKeuze, Telling
from spuk.normbedragen import NORMBEDRAGEN
from spuk.views.basis import gebruiker, get_gemeente

DELEN = ("keuze", "telling", "normbedrag")


@vereist(Permission.SPUK_BEWERKEN)
def spuk_instellingen(request: HttpRequest, code: str) -> HttpResponse:
    """Change one of three things at a time: the choice, a telling or a normbedrag."""
    gemeente = get_gemeente(request, code, Permission.SPUK_BEWERKEN)
    wat = request.POST.get("wat", "")
    ingestuurd = {deel: _ingestuurd(request, deel) for deel in DELEN}
    keuze = SpukKeuze.objects.filter(gemeente=gemeente).first() or SpukKeuze(gemeente=gemeente)
    forms = {
        "keuze": KeuzeForm(ingestuurd["keuze"], instance=keuze, prefix="keuze"),
        "telling": TellingForm(ingestuurd["telling"], instance=Telling(gemeente=gemeente), prefix="telling"),
        "normbedrag": NormbedragForm(ingestuurd["normbedrag"], prefix="normbedrag"),
    }
    if wat in forms and forms[wat].is_valid():
        try:
            _bewaar(request, wat, forms[wat].save(commit=False))
        except ActieFout as fout:
            forms[wat].add_error(None, str(fout))
        else:
            messages.success(request, "Bewaard. De bedragen zijn opnieuw uitgerekend.")
            return redirect("spuk_instellingen", code=code)
    context = {
        "gemeente": gemeente,
        **{f"{naam}_form": form for naam, form in forms.items()},
        "formulieren": list(forms.values()),
        "kladden": {deel: Kladstand(request, _kladpad(request, deel)) for deel in DELEN},
        "tellingen": Telling.objects.filter(gemeente=gemeente),
        "normbedragen": _tarieven(),
    }
    return render(request, "spuk/spuk_instellingen.html", context)


def _kladpad(request: HttpRequest, deel: str) -> str:
    return f"{request.path}#{deel}"


def _ingestuurd(request: HttpRequest, deel: str) -> QueryDict | None:
    """Give what was sent of one of the three forms, or what was typed in it before."""
    if request.method == "POST" and request.POST.get("wat") != deel:
        return None
    return ingevuld(request, _kladpad(request, deel))


def _bewaar(request: HttpRequest, wat: str, obj: SpukKeuze | Telling | Normbedrag) -> None:
    by = gebruiker(request)
    if isinstance(obj, SpukKeuze):
        keuze_vastleggen(keuze=obj, by=by, reden=obj.bron)
    elif isinstance(obj, Telling):
        telling_vastleggen(telling=obj, by=by)
    else:
        normbedrag_vastleggen(normbedrag=obj, by=by)


def _tarieven() -> list[tuple[int, list[tuple[str, Decimal, bool]]]]:
    """Give per year the amounts in use, and whether each is confirmed."""
    eigen = {(rij.jaar, rij.component): rij.bedrag for rij in Normbedrag.objects.all()}
    uit = []
    for jaar, normbedragen in NORMBEDRAGEN.items():
        rij = []
        for component in ABDF:
            tarief = normbedragen.tarieven[component]
            bedrag = eigen.get((jaar, component.value))
            rij.append((component.value, bedrag or tarief.bedrag, bedrag is not None or tarief.bevestigd))
        uit.append((jaar, rij))
    return uit
