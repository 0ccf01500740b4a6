"""The beleid of a gemeente: what it is and was, and new beleid from a day on."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.kladformulier import ingevuld
from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from cases.actions import beleid as acties
from cases.beleid import PROFIELEN, Regels
from cases.beleid_bron import GeenBeleid, beleid_op
from cases.forms.beleid import BeginKeuze, BeleidWijzigenForm, NieuwBeleidForm
from cases.forms.dossierformulier import fouten_in
from cases.models import Beleid, Dossier
from cases.views.formulier import gebruiker, get_gemeente
from config.weergave import datum


@dataclass(frozen=True)
class Beleidsrij:
    """One row of the list: the beleid, how many dossiers follow it, who laid it down, and if it may change or go."""

    beleid: Beleid
    dossiers: int
    door: str
    stand: str
    is_los: bool
    mag_weg: bool


@vereist(Permission.GEMEENTE_BEHEREN)
def beleid(request: HttpRequest, code: str) -> HttpResponse:
    gemeente, on = get_gemeente(request, code, Permission.GEMEENTE_BEHEREN), timezone.localdate()
    context = {"gemeente": gemeente, "rijen": _rijen(gemeente, on), "profielen": Beleid.Profiel.choices}
    return render(request, "cases/beleid_list.html", context)


def _rijen(gemeente: Gemeente, on: date) -> list[Beleidsrij]:
    rijen = list(Beleid.objects.filter(gemeente=gemeente).order_by("-geldig_vanaf"))
    dossiers = Dossier.objects.filter(gemeente=gemeente).order_by().values_list("beleid")
    aantal = dict(dossiers.annotate(aantal=Count("pk")))
    begin = Beleid.history.filter(gemeente=gemeente, history_type="+").select_related("history_user")
    door = {rij.id: rij.history_user.naam for rij in begin if rij.history_user}
    nu = next((rij.pk for rij in rijen if rij.geldig_vanaf <= on), None)
    los = {rij.pk for rij in rijen if not aantal or (rij.geldig_vanaf > on and rij.pk not in aantal)}
    return [
        Beleidsrij(
            beleid=rij,
            dossiers=aantal.get(rij.pk, 0),
            door=door.get(rij.pk, "de systeembeheerder"),
            stand="geldt later" if rij.geldig_vanaf > on else "geldt nu" if rij.pk == nu else "gold eerder",
            is_los=rij.pk in los,
            mag_weg=rij.pk in los and len(rijen) > 1,
        )
        for rij in rijen
    ]


@vereist(Permission.GEMEENTE_BEHEREN)
def beleid_nieuw(request: HttpRequest, code: str) -> HttpResponse:
    """Begin with the beleid that holds now, or with a profile that the address names."""
    gemeente, on = get_gemeente(request, code, Permission.GEMEENTE_BEHEREN), timezone.localdate()
    profiel, begin = _begin(gemeente, BeginKeuze(request.GET).begin, on)
    form = NieuwBeleidForm(ingevuld(request), profiel=profiel, begin=begin, vrij=not acties.heeft_dossiers(gemeente))
    if form.is_valid():
        with fouten_in(form):
            wat = {veld: form.cleaned_data[veld] for veld in ("geldig_vanaf", "bron", "afwijkingen")}
            nieuw = acties.beleid_maken(gemeente=gemeente, profiel=profiel, **wat, by=gebruiker(request), on=on)
            messages.success(request, _klaar(nieuw))
            return redirect("beleid", code)
    context = {"gemeente": gemeente, "form": form, "titel": "Nieuw beleid", "profiel": PROFIELEN[profiel]}
    return render(request, "cases/beleid_form.html", context | {"begin": begin})


def _begin(gemeente: Gemeente, keuze: str, on: date) -> tuple[str, Regels]:
    if keuze in PROFIELEN:
        return keuze, PROFIELEN[keuze]
    try:
        nu = beleid_op(gemeente.pk, on)
    except GeenBeleid:
        eerste = Beleid.Profiel.VNG_2025.value
        return eerste, PROFIELEN[eerste]
    return nu.profiel, nu.regels


def _klaar(nieuw: Beleid) -> str:
    anders = "; ".join(nieuw.verschillen)
    wat = f"Anders dan het profiel: {anders}." if anders else "Het volgt het profiel helemaal."
    return f"Het beleid geldt voor dossiers die beginnen vanaf {datum(nieuw.geldig_vanaf)}. {wat}"


@vereist(Permission.GEMEENTE_BEHEREN)
def beleid_wijzigen(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    gemeente, on = get_gemeente(request, code, Permission.GEMEENTE_BEHEREN), timezone.localdate()
    rij = get_object_or_404(Beleid, gemeente=gemeente, pk=pk)
    if terug := _weiger(request, rij, on):
        return terug
    form = BeleidWijzigenForm(ingevuld(request), rij=rij, vrij=not acties.heeft_dossiers(gemeente))
    if form.is_valid():
        with fouten_in(form):
            wat = {veld: form.cleaned_data[veld] for veld in ("geldig_vanaf", "bron", "afwijkingen")}
            messages.success(request, _klaar(acties.beleid_wijzigen(beleid=rij, **wat, by=gebruiker(request), on=on)))
            return redirect("beleid", code)
    context = {"gemeente": gemeente, "form": form, "titel": "Beleid wijzigen", "profiel": PROFIELEN[rij.profiel]}
    return render(request, "cases/beleid_form.html", context | {"rij": rij})


@vereist(Permission.GEMEENTE_BEHEREN)
def beleid_weghalen(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    gemeente, on = get_gemeente(request, code, Permission.GEMEENTE_BEHEREN), timezone.localdate()
    rij = get_object_or_404(Beleid, gemeente=gemeente, pk=pk)
    if terug := _weiger(request, rij, on, weg=True):
        return terug
    if request.method == "POST":
        acties.beleid_weghalen(beleid=rij, by=gebruiker(request), on=on)
        messages.success(request, f"Het beleid vanaf {datum(rij.geldig_vanaf)} is weggehaald.")
        return redirect("beleid", code)
    return render(request, "cases/beleid_weghalen.html", {"gemeente": gemeente, "rij": rij})


def _weiger(request: HttpRequest, rij: Beleid, on: date, *, weg: bool = False) -> HttpResponse | None:
    """Send who opens beleid that is fixed by now back to the list, with the reason."""
    waarom = acties.waarom_vast(rij, on, weg=weg)
    if not waarom:
        return None
    messages.error(request, waarom)
    return redirect("beleid", rij.gemeente.code)
