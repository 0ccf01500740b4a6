"""What a consulent does with the commissie in a dossier: ask advice, take it back, or say why to depart from it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from config.weergave import op_een_rij
from planvanaanpak.actions import commissie as acties
from planvanaanpak.commissiebron import heeft_commissie, standen_van
from planvanaanpak.forms.commissie import AfwijkingForm, VoorleggenForm
from planvanaanpak.forms.weghalen import WeghalenForm
from planvanaanpak.models import Agendapunt, Commissievergadering
from planvanaanpak.planbron import plan_van, voorstellen_van
from planvanaanpak.views.planpoort import weiger_voorstel


@vereist(Permission.DOSSIER_BEWERKEN)
def commissie_dossier(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show how the advice stands, and put voorzieningen on the agenda of a meeting."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_voorstel(request, dossier, "Advies vragen"):
        return terug
    plan = plan_van(dossier, "voorzieningen")
    if request.method != "POST" and (plan is None or not heeft_commissie(dossier)):
        messages.info(request, "Voor dit plan is geen advies van een commissie nodig.")
        return redirect("plan", nummer)
    standen = standen_van([v for v in voorstellen_van(plan) if not v.is_vrij]) if plan else []
    vergaderingen = Commissievergadering.objects.filter(gemeente=dossier.gemeente_id).komend(on)
    form = VoorleggenForm(ingevuld(request), dossier=dossier, on=on, standen=standen, vergaderingen=vergaderingen)
    if plan is not None and form.is_valid():
        with fouten_in(form):
            gegevens = form.cleaned_data
            punten = acties.voorleggen(
                plan=plan,
                voorzieningen=list(gegevens["voorzieningen"]),
                vergadering=gegevens["vergadering"],
                by=by,
                at=at,
                on=on,
            )
            messages.success(request, f"Op de agenda gezet: {op_een_rij(punt.omschrijving for punt in punten)}.")
            return redirect("commissie_dossier", nummer)
    extra = {
        "standen": standen,
        "te_kiezen": any(stand.kan_voorleggen for stand in standen),
        "vergaderingen": vergaderingen.exists(),
        "annuleer_url": reverse("plan", args=[nummer]),
        "annuleer": "Terug naar het plan",
    }
    template = "planvanaanpak/commissie_dossier.html"
    return toon(
        request, dossier, form, template, titel="Advies van de commissie", knop="Op de agenda zetten", extra=extra
    )


@vereist(Permission.DOSSIER_BEWERKEN)
def agendapunt_weghalen(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    punt = _get_punt(dossier, pk)
    if request.method != "POST" and punt.is_geadviseerd:
        messages.info(request, "De commissie heeft hierover al geadviseerd.")
        return redirect("commissie_dossier", nummer)
    form = WeghalenForm(ingevuld(request), dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.van_agenda_halen(punt=punt, by=by, at=at)
            messages.success(request, f"{punt.omschrijving} is van de agenda gehaald.")
            return redirect("commissie_dossier", nummer)
    extra = {"punt": punt, "annuleer_url": reverse("commissie_dossier", args=[nummer])}
    template = "planvanaanpak/agendapunt_confirm.html"
    return toon(request, dossier, form, template, titel="Van de agenda halen", knop="Van de agenda halen", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def advies_afwijken(request: HttpRequest, nummer: str, pk: int) -> HttpResponse:
    """Say why the besluit departs from the advice (Awb art. 3:50)."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    punt = _get_punt(dossier, pk)
    if terug := weiger_voorstel(request, dossier, "Afwijken van een advies"):
        return terug
    form = AfwijkingForm(ingevuld(request), punt=punt, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            acties.afwijking_motiveren(punt=punt, reden=form.cleaned_data["reden"], by=by, at=at)
            messages.success(request, f"De reden om af te wijken bij {punt.omschrijving} is bewaard.")
            return redirect("commissie_dossier", nummer)
    extra = {"punt": punt, "annuleer_url": reverse("commissie_dossier", args=[nummer])}
    return toon(
        request, dossier, form, "planvanaanpak/advies_afwijken.html", titel="Afwijken van het advies", extra=extra
    )


def _get_punt(dossier: Dossier, pk: int) -> Agendapunt:
    """Give an agendapunt of this dossier, or a 404."""
    punten = Agendapunt.objects.filter(plan__dossier=dossier).select_related("vergadering", "plan", "voorziening")
    punt: Agendapunt | None = punten.filter(pk=pk).first()
    if punt is None:
        raise Http404
    punt.plan.dossier = dossier
    return punt
