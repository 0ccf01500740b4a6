"""The settings of the declaration, and how they came to be."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.context import Kladstand
from accounts.kladformulier import ingevuld
from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from accounts.versies import Historie, Versie, list_versies
from cases.actions.basis import ActieFout
from config.forms import ModelFormulier
from config.weergave import datum, euro
from spuk.actions.instellingen import (
    instelling_weghalen,
    keuze_vastleggen,
    normbedrag_vastleggen,
    telling_vastleggen,
)
from spuk.componenten import ABDF, Component
from spuk.forms.instellingen import KeuzeForm, NormbedragForm, TellingForm, WeghalenForm
from spuk.models import Normbedrag, SpukKeuze, Telling, noem_normbedrag
from spuk.normbedragen import NORMBEDRAGEN, TREDEN, Tarief, Trede
from spuk.views.basis import gebruiker, get_gemeente

DELEN = ("keuze", "telling", "normbedrag")


@vereist(Permission.SPUK_ZIEN)
def spuk_instellingen(request: HttpRequest, code: str) -> HttpResponse:
    """Show the settings; who may book changes one of three at a time: the choice, a telling or a normbedrag."""
    gemeente = get_gemeente(request, code)
    mag = gebruiker(request).mag(Permission.SPUK_BEWERKEN, gemeente.pk)
    if request.method == "POST" and not mag:
        raise PermissionDenied
    keuze = SpukKeuze.objects.filter(gemeente=gemeente).first()
    forms = _formulieren(request, gemeente, keuze) if mag else {}
    wat = request.POST.get("wat", "")
    if wat in forms and forms[wat].is_valid():
        try:
            _bewaar(request, wat, forms[wat].save(commit=False))
        except ActieFout as fout:
            forms[wat].add_error(None, str(fout))
        else:
            messages.success(request, "Bewaard. De bedragen zijn opnieuw uitgerekend.")
            return redirect("spuk_instellingen", code=code)
    eigen = list(Normbedrag.objects.filter(gemeente=gemeente))
    context = {
        "gemeente": gemeente,
        "mag_boeken": mag,
        "keuze": keuze,
        **{f"{naam}_form": form for naam, form in forms.items()},
        "formulieren": list(forms.values()),
        "kladden": {deel: Kladstand(request, _kladpad(request, deel)) for deel in DELEN},
        "tellingen": Telling.objects.filter(gemeente=gemeente),
        "normbedragen": _tarieven({(rij.jaar, rij.component, rij.vanaf): rij.bedrag for rij in eigen}),
        "treden": TREDEN,
        "eigen": eigen,
        "versies": _versies(gemeente),
    }
    return render(request, "spuk/spuk_instellingen.html", context)


def _formulieren(request: HttpRequest, gemeente: Gemeente, keuze: SpukKeuze | None) -> dict[str, ModelFormulier]:
    keuze_in, telling_in, normbedrag_in = (_ingestuurd(request, deel) for deel in DELEN)
    return {
        "keuze": KeuzeForm(keuze_in, instance=keuze or SpukKeuze(gemeente=gemeente), prefix="keuze"),
        "telling": TellingForm(telling_in, instance=Telling(gemeente=gemeente), prefix="telling"),
        "normbedrag": NormbedragForm(normbedrag_in, instance=Normbedrag(gemeente=gemeente), prefix="normbedrag"),
    }


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
        telling_vastleggen(telling=obj, by=by, on=timezone.localdate())
    else:
        normbedrag_vastleggen(normbedrag=obj, by=by)


def _tarieven(
    eigen: Mapping[tuple[int, str, int | None], Decimal],
) -> list[tuple[int, list[tuple[Decimal, bool]]]]:
    """Give per year the amounts in use, of A, B, D and F and of each step of E, and whether each is confirmed."""
    uit = []
    for jaar, bekend in NORMBEDRAGEN.items():
        van: list[tuple[str, int | None, Tarief | Trede]] = [(c.value, None, bekend.tarieven[c]) for c in ABDF]
        van += [(Component.E.value, trede.vanaf, trede) for trede in bekend.staffel.treden]
        rij = []
        for component, vanaf, tarief in van:
            bedrag = eigen.get((jaar, component, vanaf))
            rij.append((bedrag or tarief.bedrag, bedrag is not None or tarief.bevestigd))
        uit.append((jaar, rij))
    return uit


def _versies(gemeente: Gemeente) -> list[Versie]:
    """Give what was done with the settings of this gemeente, the newest first."""
    keuze, telling, normbedrag = (model.history.filter(gemeente=gemeente) for model in (SpukKeuze, Telling, Normbedrag))
    return list_versies(
        Historie(rijen=keuze, naam=lambda _: "keuze", velden=("abdf", "e", "switch_abdf", "switch_e", "bron")),
        Historie(rijen=telling, naam=_telling, velden=("aantal", "bron")),
        Historie(
            rijen=normbedrag,
            naam=lambda rij: f"normbedrag {noem_normbedrag(rij.component, rij.vanaf, rij.jaar)}",
            velden=("bedrag", "bron"),
        ),
    )


def _telling(versie: Any) -> str:
    return f"telling {versie.jaar}, peildatum {datum(versie.peildatum)}"


@vereist(Permission.SPUK_BEWERKEN)
def telling_weghalen(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take away a telling that was a mistake: one with a wrong year or peildatum can't be put right in its place."""
    gemeente = get_gemeente(request, code, Permission.SPUK_BEWERKEN)
    rij = get_object_or_404(Telling, gemeente=gemeente, pk=pk)
    return _haal_weg(request, gemeente, rij, f"Telling van {rij.jaar}", f"{rij}. {rij.bron}.")


@vereist(Permission.SPUK_BEWERKEN)
def normbedrag_weghalen(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take away a normbedrag that was a mistake; the shipped amount counts again."""
    gemeente = get_gemeente(request, code, Permission.SPUK_BEWERKEN)
    rij = get_object_or_404(Normbedrag, gemeente=gemeente, pk=pk)
    return _haal_weg(request, gemeente, rij, f"Normbedrag {rij}", f"{euro(rij.bedrag)}. {rij.bron}.")


def _haal_weg(
    request: HttpRequest, gemeente: Gemeente, rij: Telling | Normbedrag, wat: str, tekst: str
) -> HttpResponse:
    form = WeghalenForm(ingevuld(request))
    if form.is_valid():
        instelling_weghalen(rij=rij, reden=form.cleaned_data["reden"], by=gebruiker(request))
        messages.success(request, f"{wat} is weggehaald. De bedragen zijn opnieuw uitgerekend.")
        return redirect("spuk_instellingen", code=gemeente.code)
    context = {
        "gemeente": gemeente,
        "form": form,
        "wat": wat,
        "tekst": tekst,
        "is_normbedrag": isinstance(rij, Normbedrag),
        "annuleer_url": reverse("spuk_instellingen", args=[gemeente.code]),
    }
    return render(request, "spuk/instelling_weghalen.html", context)
