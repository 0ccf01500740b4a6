"""The pages of the beoordelingscommissie: its meetings, their agenda, and the advice per voorziening."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.kladformulier import ingevuld
from accounts.models import Gemeente
from accounts.permissions import Permission, vereist
from cases.beleid_bron import regels_per_gemeente
from cases.forms.dossierformulier import fouten_in
from cases.views.formulier import gebruiker
from config.weergave import datum_lang
from planvanaanpak.actions import commissie as acties
from planvanaanpak.commissiekeuzes import Vergaderstatus
from planvanaanpak.commissieregels import Voortgang
from planvanaanpak.dubbel import let_op_dubbel
from planvanaanpak.forms.commissie import AanwezigenForm, AfzeggenForm, CommissieadviesForm, VergaderingForm
from planvanaanpak.keuzes import VoorzieningStatus
from planvanaanpak.models import Agendapunt, Commissievergadering, PlanVanAanpak, Vergelijking
from planvanaanpak.voorzieningtekst import prijszin, rekensom

PER_BLADZIJDE = 20


@dataclass(frozen=True)
class Rij:
    """A meeting with how far its agenda is."""

    vergadering: Commissievergadering
    voortgang: Voortgang


@dataclass(frozen=True)
class Dossieragenda:
    """What a meeting has on its agenda of one dossier."""

    plan: PlanVanAanpak
    punten: tuple[Agendapunt, ...]
    voortgang: Voortgang


@vereist(Permission.COMMISSIE)
def commissie(request: HttpRequest) -> HttpResponse:
    """Give the meetings, the next on top: the page where a commissielid begins."""
    user, on = gebruiker(request), timezone.localdate()
    alle = Commissievergadering.objects.visible_to(user).met_voortgang().select_related("gemeente")
    alle = alle.defer("gemeente__logo")
    komend = alle.filter(datum__gte=on).exclude(status=Vergaderstatus.AFGEZEGD).order_by("datum", "tijd", "pk")
    geweest = alle.exclude(pk__in=komend.order_by().values("pk")).order_by("-datum", "-tijd", "-pk")
    bladzijde = Paginator(geweest, PER_BLADZIJDE).get_page(request.GET.get("page"))
    regels = regels_per_gemeente(user.gemeenten_met(Permission.COMMISSIE), on)
    context = {
        "komend": [_rij(rij) for rij in komend],
        "geweest": [_rij(rij) for rij in bladzijde],
        "page_obj": bladzijde,
        "zonder_commissie": not any(beleid.beoordelingscommissie for beleid in regels.values()),
        "meer_gemeenten": len(regels) > 1,
    }
    return render(request, "planvanaanpak/commissie.html", context)


def _rij(vergadering: Commissievergadering) -> Rij:
    return Rij(vergadering, Voortgang(vergadering.klaar, vergadering.totaal))  # type: ignore[attr-defined]


@vereist(Permission.COMMISSIE)
def vergadering_nieuw(request: HttpRequest, code: str) -> HttpResponse:
    user, on = gebruiker(request), timezone.localdate()
    gemeente = get_object_or_404(Gemeente.objects.visible_to(user, Permission.COMMISSIE), code=code)
    form = VergaderingForm(ingevuld(request), on=on)
    if form.is_valid():
        with fouten_in(form):
            gepland = acties.vergadering_plannen(gemeente=gemeente, **form.cleaned_data, by=user, on=on)
            messages.success(request, f"De vergadering van {datum_lang(gepland.datum)} is gepland.")
            return redirect(gepland)
    context = {"form": form, "titel": "Vergadering plannen", "gemeente": gemeente, "knop": "Plannen"}
    return render(request, "planvanaanpak/vergadering_form.html", context)


@vereist(Permission.COMMISSIE)
def vergadering(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the agenda of a meeting, by dossier, with what is judged already."""
    rij = get_vergadering(request, pk)
    punten = (
        rij.punten.telt()
        .select_related("plan__dossier__persoon", "plan__dossier__casusregisseur", "voorziening")
        .prefetch_related("leden")
        .order_by("plan", "pk")
    )
    agenda = _per_dossier(list(punten))
    context = {
        "vergadering": rij,
        "agenda": agenda,
        "voortgang": Voortgang(
            sum(deel.voortgang.klaar for deel in agenda), sum(deel.voortgang.totaal for deel in agenda)
        ),
        "on": timezone.localdate(),
        "is_gepland": rij.status == Vergaderstatus.GEPLAND,
        "aanwezigen": [lid.naam for lid in rij.aanwezigen.op_naam()],
        "kan_aanwezigen": rij.status != Vergaderstatus.AFGEZEGD and rij.datum <= timezone.localdate(),
    }
    return render(request, "planvanaanpak/vergadering.html", context)


def _per_dossier(punten: list[Agendapunt]) -> list[Dossieragenda]:
    per_plan: dict[int, list[Agendapunt]] = {}
    for punt in punten:
        per_plan.setdefault(punt.plan_id, []).append(punt)
    return [
        Dossieragenda(rijen[0].plan, tuple(rijen), Voortgang(sum(p.is_geadviseerd for p in rijen), len(rijen)))
        for rijen in per_plan.values()
    ]


@vereist(Permission.COMMISSIE)
def vergadering_wijzigen(request: HttpRequest, pk: int) -> HttpResponse:
    user, on = gebruiker(request), timezone.localdate()
    rij = get_vergadering(request, pk)
    if terug := _weiger(request, rij):
        return terug
    form = VergaderingForm(ingevuld(request), vergadering=rij, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.vergadering_wijzigen(vergadering=rij, **form.cleaned_data, by=user, on=on)
            messages.success(request, "De vergadering is gewijzigd. De agenda is meegegaan.")
            return redirect(rij)
    context = {"form": form, "titel": "Vergadering wijzigen", "vergadering": rij, "knop": "Bewaren"}
    return render(request, "planvanaanpak/vergadering_form.html", context)


@vereist(Permission.COMMISSIE)
def vergadering_afzeggen(request: HttpRequest, pk: int) -> HttpResponse:
    user, at = gebruiker(request), timezone.now()
    rij = get_vergadering(request, pk)
    if terug := _weiger(request, rij):
        return terug
    form = AfzeggenForm(ingevuld(request))
    if form.is_valid():
        with fouten_in(form):
            acties.vergadering_afzeggen(vergadering=rij, reden=form.cleaned_data["reden"], by=user, at=at)
            messages.success(request, "De vergadering is afgezegd. Wat op de agenda stond, moet opnieuw op een agenda.")
            return redirect("commissie")
    aantal = rij.punten.telt().filter(geadviseerd_op__isnull=True).count()
    context = {"form": form, "titel": "Vergadering afzeggen", "vergadering": rij, "knop": "Afzeggen", "aantal": aantal}
    return render(request, "planvanaanpak/vergadering_form.html", context)


@vereist(Permission.COMMISSIE)
def vergadering_aanwezigen(request: HttpRequest, pk: int) -> HttpResponse:
    """Record who were at a meeting, from its day on."""
    user, on = gebruiker(request), timezone.localdate()
    rij = get_vergadering(request, pk)
    form = AanwezigenForm(ingevuld(request), vergadering=rij, leden=acties.list_leden(rij.gemeente_id))
    if form.is_valid():
        with fouten_in(form):
            acties.aanwezigen_vastleggen(vergadering=rij, leden=list(form.cleaned_data["leden"]), by=user, on=on)
            messages.success(request, "Vastgelegd wie er waren.")
            return redirect(rij)
    context = {"form": form, "titel": "Aanwezig bij de vergadering", "vergadering": rij, "knop": "Bewaren"}
    return render(request, "planvanaanpak/vergadering_form.html", context)


@vereist(Permission.COMMISSIE)
def agendapunt(request: HttpRequest, vergadering_pk: int, pk: int) -> HttpResponse:
    """Show the voorziening with what the plan says of it, and the advice when there is one."""
    on = timezone.localdate()
    punt = _get_punt(request, vergadering_pk, pk)
    context = _stukken(punt, on) | {"kan_adviseren": _kan_adviseren(request, punt, on)}
    return render(request, "planvanaanpak/agendapunt.html", context)


@vereist(Permission.COMMISSIE_ADVISEREN)
def advies(request: HttpRequest, vergadering_pk: int, pk: int) -> HttpResponse:
    """Record what the commissie advises, or put it right until the besluit."""
    user, at, on = gebruiker(request), timezone.now(), timezone.localdate()
    punt = _get_punt(request, vergadering_pk, pk)
    if request.method != "POST" and not _kan_adviseren(request, punt, on):
        messages.info(request, "Een advies kan nu niet: de vergadering is nog niet geweest, of er is al beslist.")
        return redirect(punt)
    form = CommissieadviesForm(ingevuld(request), punt=punt, leden=acties.list_leden(punt.vergadering.gemeente_id))
    if form.is_valid():
        with fouten_in(form):
            try:
                acties.adviseren(punt=punt, advies=form.advies, by=user, at=at, on=on)
                messages.success(request, f"Het advies over {punt.omschrijving} is vastgelegd.")
                return redirect(punt.vergadering)
            except acties.AdviesFout as fout:
                form.toon_fouten(fout)
    context = _stukken(punt, on) | {
        "form": form,
        "knop": "Advies vastleggen",
        "annuleer_url": punt.get_absolute_url(),
    }
    return render(request, "planvanaanpak/agendapunt.html", context)


def _stukken(punt: Agendapunt, on: date) -> dict[str, Any]:
    """Give what the commissie reads: the voorstel, and only the part of the plan that it is about."""
    voorziening, deel, doelen = punt.voorziening, None, None
    goederen: list[Vergelijking] = []
    if voorziening is not None:
        deel = punt.plan.leefgebieden.filter(leefgebied=voorziening.leefgebied).first()
        doelen = punt.plan.doelen.filter(leefgebied=voorziening.leefgebied).values_list("tekst", flat=True)
        goederen = list(voorziening.vergelijkingen.all())
    return {
        "punt": punt,
        "prijs": prijszin(voorziening) if voorziening else "",
        "rekensom": rekensom(voorziening) if voorziening else "",
        "goederen": goederen,
        "let_op": let_op_dubbel(punt.plan.dossier, [punt.voorziening]) if punt.voorziening else [],
        "leefgebied": deel,
        "doel": "; ".join(doelen or ()),
        "leden": list(punt.leden.all()),
        "te_vroeg": punt.vergadering.datum > on,
    }


def get_vergadering(request: HttpRequest, pk: int) -> Commissievergadering:
    """Give a meeting of a gemeente where this user is in the commissie, or a 404."""
    zichtbaar = Commissievergadering.objects.visible_to(gebruiker(request)).select_related("gemeente")
    rij: Commissievergadering = get_object_or_404(zichtbaar.defer("gemeente__logo"), pk=pk)
    return rij


def _get_punt(request: HttpRequest, vergadering_pk: int, pk: int) -> Agendapunt:
    naast = (
        "vergadering",
        "voorziening__doel",
        "voorziening__gezinslid",
        "voorziening__nibudprijs",
        "voorziening__dienst",
        "plan__dossier__persoon",
        "plan__dossier__casusregisseur",
        "geadviseerd_door",
    )
    punten = Agendapunt.objects.visible_to(gebruiker(request)).telt().select_related(*naast)
    punt: Agendapunt = get_object_or_404(punten.prefetch_related("leden"), vergadering=vergadering_pk, pk=pk)
    return punt


def _kan_adviseren(request: HttpRequest, punt: Agendapunt, on: date) -> bool:
    """Say whether an advice can be given: a lid, a meeting that was, and a voorstel that is not decided on."""
    voorstel = punt.voorziening is not None and punt.voorziening.status == VoorzieningStatus.VOORSTEL
    open_ = punt.vergadering.status != Vergaderstatus.AFGEZEGD and punt.vergadering.datum <= on
    mag = gebruiker(request).mag(Permission.COMMISSIE_ADVISEREN, punt.vergadering.gemeente_id)
    return voorstel and open_ and mag


def _weiger(request: HttpRequest, vergadering: Commissievergadering) -> HttpResponse | None:
    if request.method == "POST" or vergadering.status == Vergaderstatus.GEPLAND:
        return None
    messages.info(request, f"Dit kan niet meer: de vergadering is {vergadering.get_status_display().lower()}.")
    return redirect(vergadering)
