"""The calendar of the law: the feestdagen of a year, and the days that royal decrees equated with them."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.kladformulier import ingevuld
from accounts.permissions import Permission, vereist
from cases.actions import feestdagen as acties
from cases.actions.herberekenen import Verschoven
from cases.forms.dossierformulier import fouten_in
from cases.forms.feestdag import FeestdagForm, FeestdagWeghalenForm, JaarFilter
from cases.kalender import EERSTE_JAAR, LAATSTE_JAAR
from cases.kalender import feestdagen as wettelijke_feestdagen
from cases.models import Feestdag
from cases.register import regel as zoek_regel
from cases.views.bevestigen import is_bevestigd, wil_wijzigen
from cases.views.formulier import gebruiker
from config.weergave import datum, datum_lang, telwoord

# More lines help nobody: each moved date also stands in the geschiedenis of its dossier.
HOOGSTENS = 40


@dataclass(frozen=True)
class Dag:
    """A closed day of the year; one that a royal decree added has a source and can be taken away."""

    datum: date
    naam: str
    bron: str = ""
    door: str = ""
    pk: int | None = None


@dataclass(frozen=True)
class Gevolg:
    """What moves: per rule how many in all gemeenten, and which dossiers of one's own gemeenten."""

    totaal: int
    per_regel: tuple[tuple[str, int], ...]
    eigen: tuple[tuple[str, str, date, date], ...]
    eigen_meer: int


@vereist(Permission.GEMEENTE_BEHEREN)
def feestdagen(request: HttpRequest) -> HttpResponse:
    on, filter_ = timezone.localdate(), JaarFilter(request.GET)
    jaar = (filter_.cleaned_data["jaar"] if filter_.is_valid() else None) or on.year
    vorig, volgend = max(jaar - 1, EERSTE_JAAR), min(jaar + 1, LAATSTE_JAAR - 1)
    context = {"jaar": jaar, "vorig": vorig, "volgend": volgend, "dagen": _dagen(jaar)}
    return render(request, "cases/feestdag_list.html", context)


def _dagen(jaar: int) -> list[Dag]:
    vast = [Dag(dag, naam) for dag, naam in wettelijke_feestdagen(jaar).items()]
    begin = Feestdag.history.filter(history_type="+", datum__year=jaar).select_related("history_user")
    door = {rij.id: rij.history_user.naam for rij in begin if rij.history_user}
    extra = [
        Dag(rij.datum, rij.naam, rij.bron, door.get(rij.pk, "de systeembeheerder"), rij.pk)
        for rij in Feestdag.objects.filter(datum__year=jaar)
    ]
    return sorted([*vast, *extra], key=lambda dag: dag.datum)


@vereist(Permission.GEMEENTE_BEHEREN)
def feestdag_nieuw(request: HttpRequest) -> HttpResponse:
    """First show which open termijnen move; added when that page is confirmed."""
    on, at = timezone.localdate(), timezone.now()
    form = FeestdagForm(ingevuld(request))
    terug = {"annuleer_url": reverse("feestdagen")}
    if form.is_valid() and not wil_wijzigen(request):
        wat = form.cleaned_data
        if not is_bevestigd(request):
            gevolg = _gevolg(acties.voorspel_toevoegen(**wat, on=timezone.localdate()), _eigen(request))
            context = {"form": form, "gevolg": gevolg, "knop": "Dag toevoegen", **wat, **terug}
            return render(request, "cases/feestdag_confirm.html", context)
        with fouten_in(form):
            dag, verschoven = acties.feestdag_toevoegen(**wat, by=gebruiker(request), at=at, on=on)
            messages.success(request, f"{dag.naam} is toegevoegd. {_in_woorden(_gevolg(verschoven, _eigen(request)))}")
            return redirect(f"{reverse('feestdagen')}?jaar={dag.datum.year}")
    return render(request, "cases/feestdag_form.html", {"form": form, "knop": "Verder", **terug})


@vereist(Permission.GEMEENTE_BEHEREN)
def feestdag_weghalen(request: HttpRequest, pk: int) -> HttpResponse:
    on, at = timezone.localdate(), timezone.now()
    dag = get_object_or_404(Feestdag, pk=pk)
    form = FeestdagWeghalenForm(ingevuld(request))
    lijst = f"{reverse('feestdagen')}?jaar={dag.datum.year}"
    if form.is_valid():
        with fouten_in(form):
            reden = form.cleaned_data["reden"]
            verschoven = acties.feestdag_weghalen(feestdag=dag, reden=reden, by=gebruiker(request), at=at, on=on)
            gevolg = _in_woorden(_gevolg(verschoven, _eigen(request)))
            messages.success(request, f"{dag.naam} op {datum_lang(dag.datum)} is weggehaald. {gevolg}")
            return redirect(lijst)
    gevolg_nu = _gevolg(acties.voorspel_weghalen(dag, on=timezone.localdate()), _eigen(request))
    context = {"form": form, "dag": dag, "gevolg": gevolg_nu, "knop": "Dag weghalen", "annuleer_url": lijst}
    return render(request, "cases/feestdag_weghalen.html", context)


def _eigen(request: HttpRequest) -> Collection[int]:
    return gebruiker(request).gemeenten_met(Permission.GEMEENTE_BEHEREN)


def _gevolg(verschoven: Sequence[Verschoven], eigen: Collection[int]) -> Gevolg:
    """Count what moves in all gemeenten; of other gemeenten no number of a dossier is shown."""
    telling = Counter(zoek_regel(v.regel).kort for v in verschoven)
    hier = sorted(
        (v.nummer, zoek_regel(v.regel).kort, v.was, v.wordt) for v in verschoven if v.nummer and v.gemeente_id in eigen
    )
    return Gevolg(
        totaal=len(verschoven),
        per_regel=tuple(sorted(telling.items())),
        eigen=tuple(hier[:HOOGSTENS]),
        eigen_meer=max(len(hier) - HOOGSTENS, 0),
    )


def _in_woorden(gevolg: Gevolg) -> str:
    """Say after it is done which termijnen moved."""
    if not gevolg.totaal:
        return "Er is geen termijn verschoven."
    regels = ", ".join(f"{naam} {aantal} keer" for naam, aantal in gevolg.per_regel)
    delen = [f"{nummer} ({naam}: {datum(was)} wordt {datum(wordt)})" for nummer, naam, was, wordt in gevolg.eigen]
    eigen = "; ".join(delen)
    meer = f" en nog {gevolg.eigen_meer}" if gevolg.eigen_meer else ""
    hier = f" In uw gemeente: {eigen}{meer}." if eigen else " In uw gemeente verschuift niets."
    return f"Verschoven: {telwoord(gevolg.totaal, 'termijn', 'termijnen')} ({regels}).{hier}"
