"""Set a plan down as a besluit, or add to it: with the letter read first, and the dates that follow from it."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import Dossierformulier, fouten_in
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon, weiger_status
from planvanaanpak.actions import besluit as acties
from planvanaanpak.actions.plan import PLAN_OPEN
from planvanaanpak.forms.besluit import AddendumForm, VaststellenForm
from planvanaanpak.keuzes import BesluitSoort, Voorstel
from planvanaanpak.models import Besluit, PlanVanAanpak
from planvanaanpak.nodig import nodig
from planvanaanpak.opbouw import bezwaar_tot, plangegevens
from planvanaanpak.planbron import besluit_over_plan, besluiten_van, plan_van, voorstellen_van
from planvanaanpak.views.planpagina import DELEN, bedragen_van, let_op, nodigpunten

# Somebody who pressed twice is brought to what the first press made.
NET = timedelta(minutes=5)


@vereist(Permission.BESLUIT_VASTSTELLEN)
def plan_vaststellen(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.BESLUIT_VASTSTELLEN)
    if eerder := besluit_over_plan(dossier):
        return _al_vastgesteld(request, eerder)
    if terug := weiger_status(request, dossier, PLAN_OPEN, "Het plan vaststellen"):
        return terug
    plan = plan_van(dossier, *DELEN)
    form = VaststellenForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on)
    bekijken = "bekijken" in request.POST
    if plan is not None and not bekijken and form.is_valid():
        with fouten_in(form):
            datum = form.cleaned_data["datum"]
            besluit = acties.vaststellen(plan=plan, datum=datum, by=by, at=at, on=on)
            messages.success(request, _klaar(besluit))
            return redirect(besluit)
        if eerder := besluit_over_plan(dossier):
            return _al_vastgesteld(request, eerder)
    punten = [punt for punt in nodigpunten(nodig(plangegevens(dossier)), dossier, by) if not punt.klaar]
    extra = {"open_punten": punten, **_samenvatting(dossier, plan, form, on, bekijken=bekijken)}
    return _toon(request, dossier, form, "planvanaanpak/plan_vaststellen.html", "Plan vaststellen", extra)


@vereist(Permission.BESLUIT_VASTSTELLEN)
def addendum(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.BESLUIT_VASTSTELLEN)
    if terug := weiger_status(request, dossier, acties.AAN_TE_VULLEN, "Een addendum vaststellen"):
        return terug
    plan = plan_van(dossier, *DELEN)
    form = AddendumForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on)
    bekijken = "bekijken" in request.POST
    if request.method == "POST" and plan and not voorstellen_van(plan) and (net := _net_aangevuld(dossier, at)):
        messages.info(request, f"Deze aanvulling is al vastgesteld, in besluit {net.nummer}.")
        return redirect(net)
    if plan is not None and not bekijken and form.is_valid():
        with fouten_in(form):
            gegevens = {"datum": form.cleaned_data["datum"], "toelichting": form.cleaned_data["toelichting"]}
            besluit = acties.addendum_vaststellen(plan=plan, **gegevens, by=by, at=at, on=on)
            messages.success(request, _klaar(besluit))
            return redirect(besluit)
    extra = _samenvatting(dossier, plan, form, on, bekijken=bekijken) | {"eerste": besluit_over_plan(dossier)}
    return _toon(request, dossier, form, "planvanaanpak/addendum_form.html", "Plan aanvullen", extra)


def _al_vastgesteld(request: HttpRequest, besluit: Besluit) -> HttpResponse:
    """Bring somebody who is second, or pressed twice, to the besluit that is there."""
    messages.info(request, f"Dit plan is al vastgesteld, in besluit {besluit.nummer}.")
    return redirect(besluit)


def _samenvatting(
    dossier: Dossier, plan: PlanVanAanpak | None, form: VaststellenForm, on: date, *, bekijken: bool
) -> dict[str, Any]:
    """Give what will be decided, and until when bezwaar can be made for the date that is filled in."""
    datum = form.gekozen_datum
    if bekijken:
        form.toon_alleen_datum()
    voorstellen = voorstellen_van(plan) if plan else []
    toekennen = [v for v in voorstellen if v.voorstel == Voorstel.TOEKENNEN]
    return {
        "plan": plan,
        "toekennen": toekennen,
        "afwijzen": [v for v in voorstellen if v.voorstel == Voorstel.AFWIJZEN],
        "voorstellen": voorstellen,
        "soort": BesluitSoort.TOEKENNING.label if toekennen else BesluitSoort.AFWIJZING.label,
        "bedragen": bedragen_van(voorstellen),
        "datum": datum,
        "bezwaar_tot": bezwaar_tot(dossier, datum) if datum else None,
        "bekeken": bekijken,
        "let_op": let_op(dossier, plan, on),
    }


def _toon(
    request: HttpRequest, dossier: Dossier, form: Dossierformulier, template: str, titel: str, extra: dict[str, Any]
) -> HttpResponse:
    extra["annuleer_url"] = reverse("plan", args=[dossier.nummer])
    extra["annuleer"] = "Terug naar het plan"
    return toon(request, dossier, form, template, titel=titel, knop="Vaststellen", extra=extra)


def _klaar(besluit: Besluit) -> str:
    return f"Besluit {besluit.nummer} is vastgesteld. Verstuur de brief en bevestig daarna de dag van verzending."


def _net_aangevuld(dossier: Dossier, at: Any) -> Besluit | None:
    """Find the addendum that was just made, for the second of two presses."""
    laatste = next(iter(besluiten_van(dossier)), None)
    if laatste is None or laatste.soort != BesluitSoort.ADDENDUM or at - laatste.vastgesteld_op > NET:
        return None
    return laatste
