"""The prices of a gemeente, kept by the beheerder: the list of the Nibud by edition, and the diensten."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.kladformulier import ingevuld
from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.views.formulier import gebruiker, get_gemeente
from config.weergave import telwoord
from planvanaanpak.actions.prijslijst import dienst_bewaren, nibudprijs_weghalen, nibudprijzen_inlezen
from planvanaanpak.forms.prijslijst import DienstForm, DienstWijzigForm, PrijslijstForm, RedenForm
from planvanaanpak.models import Dienst, Nibudprijs


@vereist(Permission.GEMEENTE_BEHEREN)
def prijslijst(request: HttpRequest, code: str) -> HttpResponse:
    """Show the prices of one edition, the newest first, and the diensten."""
    gemeente = get_gemeente(request, code, Permission.GEMEENTE_BEHEREN)
    alle = Nibudprijs.objects.filter(gemeente=gemeente)
    edities = list(alle.order_by("-editie").values_list("editie", flat=True).distinct())
    gevraagd = request.GET.get("editie", "")
    editie = gevraagd if gevraagd in edities else next(iter(edities), "")
    context = {
        "gemeente": gemeente,
        "edities": edities,
        "editie": editie,
        "prijzen": alle.filter(editie=editie),
        "diensten": Dienst.objects.filter(gemeente=gemeente),
    }
    return render(request, "planvanaanpak/prijslijst.html", context)


@vereist(Permission.GEMEENTE_BEHEREN)
def prijslijst_inlezen(request: HttpRequest, code: str) -> HttpResponse:
    gemeente, by = get_gemeente(request, code, Permission.GEMEENTE_BEHEREN), gebruiker(request)
    form = PrijslijstForm(ingevuld(request))
    if form.is_valid():
        with fouten_in(form):
            editie = form.cleaned_data["editie"]
            gedaan = nibudprijzen_inlezen(gemeente=gemeente, editie=editie, regels=form.regels, by=by)
            nieuw = telwoord(gedaan.nieuw, "prijs", "prijzen")
            messages.success(
                request, f"Editie {editie}: {nieuw} erbij, {gedaan.gewijzigd} gewijzigd, {gedaan.gelijk} hetzelfde."
            )
            return redirect(f"{reverse('prijslijst', args=[code])}?editie={editie}")
    context = {"gemeente": gemeente, "form": form, "titel": "Prijzen inlezen", "knop": "Inlezen"}
    return _toon(request, context)


@vereist(Permission.GEMEENTE_BEHEREN)
def nibudprijs(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take a price out of the list, with a reason."""
    gemeente, by = get_gemeente(request, code, Permission.GEMEENTE_BEHEREN), gebruiker(request)
    rij = get_object_or_404(Nibudprijs, gemeente=gemeente, pk=pk)
    form = RedenForm(ingevuld(request))
    if form.is_valid():
        with fouten_in(form):
            nibudprijs_weghalen(nibudprijs=rij, reden=form.cleaned_data["reden"], by=by)
            messages.success(request, f"{rij.artikel} is uit de editie {rij.editie} gehaald.")
            return redirect("prijslijst", code)
    titel = f"Prijs weghalen: {rij.artikel}"
    return _toon(request, {"gemeente": gemeente, "form": form, "titel": titel, "knop": "Weghalen"})


@vereist(Permission.GEMEENTE_BEHEREN)
def dienst_nieuw(request: HttpRequest, code: str) -> HttpResponse:
    gemeente = get_gemeente(request, code, Permission.GEMEENTE_BEHEREN)
    return _dienst(request, gemeente, DienstForm(ingevuld(request)), None)


@vereist(Permission.GEMEENTE_BEHEREN)
def dienst(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    gemeente = get_gemeente(request, code, Permission.GEMEENTE_BEHEREN)
    rij = get_object_or_404(Dienst, gemeente=gemeente, pk=pk)
    return _dienst(request, gemeente, DienstWijzigForm(ingevuld(request), dienst=rij), rij)


def _dienst(request: HttpRequest, gemeente: Gemeente, form: DienstForm, rij: Dienst | None) -> HttpResponse:
    if form.is_valid():
        with fouten_in(form):
            bewaard = dienst_bewaren(gemeente=gemeente, gegevens=form.gegevens, dienst=rij, by=gebruiker(request))
            messages.success(request, f"De dienst {bewaard.naam} is bewaard.")
            return redirect("prijslijst", gemeente.code)
    titel = f"Dienst wijzigen: {rij.naam}" if rij else "Dienst toevoegen"
    return _toon(request, {"gemeente": gemeente, "form": form, "titel": titel, "knop": "Bewaren"})


def _toon(request: HttpRequest, context: dict[str, object]) -> HttpResponse:
    gemeente = context["gemeente"]
    assert isinstance(gemeente, Gemeente)
    terug = reverse("prijslijst", args=[gemeente.code])
    return render(request, "planvanaanpak/prijslijst_form.html", context | {"annuleer_url": terug})
