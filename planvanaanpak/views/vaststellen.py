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
from planvanaanpak.actions.planpoort import PLAN_OPEN
from planvanaanpak.besluitnodig import addendumpunten
from planvanaanpak.forms.besluit import AddendumForm, VaststellenForm
from planvanaanpak.keuzes import BesluitSoort, Voorstel
from planvanaanpak.models import Besluit, PlanVanAanpak, Voorziening
from planvanaanpak.nodig import nodig
from planvanaanpak.opbouw import plangegevens, reken_bezwaar, soort_besluit
from planvanaanpak.planbron import (
    AAN_TE_VULLEN,
    besluit_over_plan,
    besluiten_van,
    buiten_het_plan,
    plan_van,
    voorstellen_van,
)
from planvanaanpak.views.mandaatbeeld import mandaatbeeld
from planvanaanpak.views.openpunten import open_punten, vensterpunten
from planvanaanpak.views.planpagina import DELEN, Nodigpunt, bedragen_van, gezin_nog_open, let_op
from planvanaanpak.weg import weg_tot_vaststellen

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
    extra = _samenvatting(dossier, plan, form, on, bekijken=bekijken)
    punten = (*nodig(plangegevens(dossier)), *vensterpunten(dossier, extra["voorstellen"], on))
    extra["open_punten"] = open_punten(punten, dossier, by)
    extra["gezin_open"] = gezin_nog_open(dossier)
    extra["mandaat"] = mandaatbeeld(dossier, extra["soort_besluit"], extra["bedragen"].toekennen, by, on)
    return _toon(request, dossier, form, "planvanaanpak/plan_vaststellen.html", "Plan vaststellen", extra)


@vereist(Permission.BESLUIT_VASTSTELLEN)
def addendum(request: HttpRequest, nummer: str) -> HttpResponse:
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer, Permission.BESLUIT_VASTSTELLEN)
    if terug := weiger_status(request, dossier, AAN_TE_VULLEN, "Een addendum vaststellen"):
        return terug
    plan = plan_van(dossier, *DELEN)
    form = AddendumForm(ingevuld(request), initial={"datum": on}, dossier=dossier, on=on)
    bekijken = "bekijken" in request.POST
    if request.method == "POST" and plan and not voorstellen_van(plan) and (net := _net_aangevuld(dossier, at)):
        messages.info(request, f"Dit addendum is al vastgesteld, in besluit {net.nummer}.")
        return redirect(net)
    if plan is not None and not bekijken and form.is_valid():
        with fouten_in(form):
            gegevens = {"datum": form.cleaned_data["datum"], "toelichting": form.cleaned_data["toelichting"]}
            besluit = acties.addendum_vaststellen(plan=plan, **gegevens, by=by, at=at, on=on)
            messages.success(request, _klaar(besluit))
            return redirect(besluit)
    extra = _samenvatting(dossier, plan, form, on, bekijken=bekijken) | {"eerste": besluit_over_plan(dossier)}
    punten = (*addendumpunten(dossier), *vensterpunten(dossier, extra["voorstellen"], on))
    if plan:
        extra["open_punten"] = [*_bij_te_werken(dossier, plan, extra["voorstellen"]), *open_punten(punten, dossier, by)]
    extra["mandaat"] = mandaatbeeld(dossier, BesluitSoort.ADDENDUM, extra["bedragen"].toekennen, by, on)
    return _toon(request, dossier, form, "planvanaanpak/addendum_form.html", "Plan aanvullen", extra)


def _bij_te_werken(dossier: Dossier, plan: PlanVanAanpak, voorstellen: list[Voorziening]) -> list[Nodigpunt]:
    """Give what the plan lacks before this can be granted, with the page where it is added."""
    punten = []
    for gebied, waarom in buiten_het_plan(plan, voorstellen).items():
        deel = next(deel for deel in plan.leefgebieden.all() if deel.leefgebied == gebied)
        if deel.weggelaten:
            url = reverse("leefgebied_bijwerken", args=[dossier.nummer, gebied.value])
        else:
            url = f"{reverse('doel_nieuw', args=[dossier.nummer])}?leefgebied={gebied.value}"
        punten.append(Nodigpunt(False, f"{gebied.label} {waarom}. Toekennen kan alleen vanuit het plan", url))
    return punten


def _al_vastgesteld(request: HttpRequest, besluit: Besluit) -> HttpResponse:
    """Bring somebody who is second, or pressed twice, to the besluit that is there."""
    messages.info(request, f"Dit plan is al vastgesteld, in besluit {besluit.nummer}.")
    return redirect(besluit)


def _samenvatting(
    dossier: Dossier, plan: PlanVanAanpak | None, form: VaststellenForm, on: date, *, bekijken: bool
) -> dict[str, Any]:
    """Give what will be decided, and until when bezwaar can be made for the date that is filled in."""
    datum = form.gekozen_datum
    bezwaar = reken_bezwaar(dossier, datum) if datum else None
    if bekijken:
        form.toon_alleen_datum()
    voorstellen = voorstellen_van(plan) if plan else []
    toekennen = [v for v in voorstellen if v.voorstel == Voorstel.TOEKENNEN]
    soort = soort_besluit(voorstellen)
    return {
        "plan": plan,
        "toekennen": toekennen,
        "afwijzen": [v for v in voorstellen if v.voorstel == Voorstel.AFWIJZEN],
        "voorstellen": voorstellen,
        "soort_besluit": soort,
        "soort": soort.label,
        "bedragen": bedragen_van(voorstellen),
        "datum": datum,
        **({"bezwaar_tot": bezwaar.einddatum, "bezwaar_som": bezwaar.uitleg} if bezwaar else {}),
        "bekeken": bekijken,
        "let_op": let_op(dossier, plan, on),
    }


def _toon(
    request: HttpRequest, dossier: Dossier, form: Dossierformulier, template: str, titel: str, extra: dict[str, Any]
) -> HttpResponse:
    extra["annuleer_url"] = reverse("plan", args=[dossier.nummer])
    extra["annuleer"] = "Terug naar het plan"
    extra["weg"] = weg_tot_vaststellen(is_compleet=not extra.get("open_punten"))
    return toon(request, dossier, form, template, titel=titel, knop="Vaststellen", extra=extra)


def _klaar(besluit: Besluit) -> str:
    return f"Besluit {besluit.nummer} is vastgesteld. Verstuur de brief en bevestig daarna de dag van verzending."


def _net_aangevuld(dossier: Dossier, at: Any) -> Besluit | None:
    """Find the addendum that was just made, for the second of two presses."""
    laatste = next(iter(besluiten_van(dossier)), None)
    if laatste is None or laatste.soort != BesluitSoort.ADDENDUM or at - laatste.vastgesteld_op > NET:
        return None
    return laatste
