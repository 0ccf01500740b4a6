"""The versions of a plan: the list, one of them, two side by side, and the inwoner's own copy."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, vereist
from cases.briefadres import afzender, ontvanger
from cases.forms.dossierformulier import fouten_in
from cases.kop import dossier_context, mag_bewerken
from cases.models import Dossier
from cases.status import Status
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from planvanaanpak.actions.planpoort import MET_PLAN
from planvanaanpak.actions.versies import versie_bewaren
from planvanaanpak.forms.versie import NU, VergelijkForm, VersieForm
from planvanaanpak.models import Planversie
from planvanaanpak.pdf import BriefFout, afschrift_pdf
from planvanaanpak.planafschrift import Planafschrift
from planvanaanpak.planbron import is_open, plan_van
from planvanaanpak.planinhoud import Planinhoud
from planvanaanpak.planopname import inhoud_nu, inhoud_van_versie
from planvanaanpak.planverschil import vergelijk
from planvanaanpak.views.stukken import geef_pdf


@vereist(Permission.DOSSIER_ZIEN)
def plan_versies(request: HttpRequest, nummer: str) -> HttpResponse:
    """List the versions, and put two of them side by side."""
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    plan = plan_van(dossier)
    versies = _versies(dossier)
    context = dossier_context(request, dossier, pad="Versies van het plan") | {"plan": plan, "versies": versies}
    context["kan_bewaren"] = plan and mag_bewerken(dossier, gebruiker(request)) and _kan_bewaren(dossier)
    if versies:
        form = VergelijkForm(request.GET, versies=versies)
        context["form"] = form
        if form.is_valid():
            van, met = form.cleaned_data["van"], form.cleaned_data["met"]
            context["groepen"] = vergelijk(_kies(dossier, versies, van), _kies(dossier, versies, met))
            context |= {"van": _naam(van), "met": _naam(met), "alles": form.cleaned_data["alles"]}
            context["anders"] = sum(len(groep.anders) for groep in context["groepen"])
    return render(request, "planvanaanpak/planversie_list.html", context)


@vereist(Permission.DOSSIER_ZIEN)
def plan_versie(request: HttpRequest, nummer: str, versie: int) -> HttpResponse:
    """Read the plan as it was in one version."""
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    rij = get_object_or_404(_alle(dossier), nummer=versie)
    context = dossier_context(request, dossier, pad=f"Plan van aanpak, versie {rij.nummer}")
    context |= {"versie": rij, "inhoud": inhoud_van_versie(rij)}
    return render(request, "planvanaanpak/planversie_detail.html", context)


@vereist(Permission.DOSSIER_BEWERKEN)
def plan_versie_nieuw(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    plan = plan_van(dossier)
    if plan is None:
        messages.error(request, "Er is nog geen plan. Bewaar het eerst.")
        return redirect("plan", nummer)
    if not is_open(dossier) and (terug := weiger_status(request, dossier, MET_PLAN, "Een versie bewaren")):
        return terug
    form = VersieForm(ingevuld(request), plan=plan, dossier=dossier, on=on)
    if form.is_valid():
        with fouten_in(form):
            rij = versie_bewaren(plan=plan, **form.cleaned_data, by=by, at=at)
            messages.success(request, f"Versie {rij.nummer} is bewaard en verandert niet meer.")
            return redirect("plan_versies", nummer)
    extra = {"annuleer_url": reverse("plan_versies", args=[nummer]), "plan": plan}
    template = "planvanaanpak/planversie_form.html"
    return toon(request, dossier, form, template, titel="Versie van het plan bewaren", extra=extra)


@vereist(Permission.DOSSIER_ZIEN)
def plan_afschrift(request: HttpRequest, nummer: str) -> HttpResponse:
    """Give the inwoner's own copy in plain words: of the last version, of `?versie`, or of the plan as it is now."""
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    try:
        afschrift = maak_afschrift(dossier, request.GET.get("versie", ""), timezone.localdate(), gebruiker(request))
        pdf = afschrift_pdf(afschrift)
    except BriefFout as fout:
        messages.error(request, str(fout))
        return redirect("plan", nummer)
    naam = f"{dossier.nummer}-plan-{afschrift.versie or 'concept'}.pdf"
    return geef_pdf(request, pdf, naam)


def maak_afschrift(dossier: Dossier, versie: str, on: date, user: User) -> Planafschrift:
    """Make the copy. Raises Http404 for a version that is not there, BriefFout when there is no plan yet."""
    versies = _versies(dossier)
    rij = versies[-1] if versies and not versie else next((v for v in versies if str(v.nummer) == versie), None)
    if rij is None and versie not in ("", NU):
        raise Http404
    inhoud = inhoud_van_versie(rij) if rij else inhoud_nu(dossier)
    if inhoud is None:
        raise BriefFout("Er is nog geen plan. Bewaar het eerst.")
    contact = dossier.casusregisseur or user
    return Planafschrift(
        kenmerk=dossier.nummer,
        datum=on,
        afzender=afzender(dossier.gemeente),
        ontvanger=ontvanger(dossier.persoon),
        inhoud=inhoud,
        versie=rij.nummer if rij else 0,
        op=timezone.localdate(rij.vastgelegd_op) if rij else None,
        besluit=rij.besluit.nummer if rij and rij.besluit else "",
        contactpersoon=contact.naam,
        telefoon=contact.telefoon or dossier.gemeente.telefoon,
    )


def _alle(dossier: Dossier) -> Any:
    rijen = Planversie.objects.filter(plan__dossier=dossier)
    return rijen.select_related("besluit", "vastgelegd_door", "plan").defer("besluit__snapshot")


def _versies(dossier: Dossier) -> list[Planversie]:
    versies = list(_alle(dossier))
    for versie in versies:
        versie.plan.dossier = dossier
    return versies


def _kies(dossier: Dossier, versies: list[Planversie], keuze: str) -> Planinhoud:
    if keuze == NU:
        nu = inhoud_nu(dossier)
        assert nu is not None, "a plan with versions is there"
        return nu
    return inhoud_van_versie(next(versie for versie in versies if str(versie.nummer) == keuze))


def _naam(keuze: str) -> str:
    return "Zoals het nu is" if keuze == NU else f"Versie {keuze}"


def _kan_bewaren(dossier: Dossier) -> bool:
    return is_open(dossier) or dossier.status in (Status.PLAN_VAN_AANPAK, Status.UITVOERING)
