from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.forms.dossierformulier import fouten_in
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier, ingevuld, toon
from planvanaanpak.actions.akkoord import ZonderAkkoordFout, wijziging_binnen_akkoord, zonder_akkoord_vastleggen
from planvanaanpak.actions.plan import akkoord_vastleggen, met_akkoord, plan_openen
from planvanaanpak.akkoordbron import vergeefse_pogingen
from planvanaanpak.forms.akkoord import AkkoordForm, WijzigingForm, ZonderAkkoordForm
from planvanaanpak.models import Akkoord, PlanVanAanpak
from planvanaanpak.planbron import gewijzigd_na_akkoord, is_open, plan_van
from planvanaanpak.views.planpoort import weiger_gesloten, weiger_voorstel


@vereist(Permission.DOSSIER_BEWERKEN)
def akkoord(request: HttpRequest, nummer: str) -> HttpResponse:
    """Record that the inwoner agrees, with the proof; or correct what was recorded."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_voorstel(request, dossier, "Akkoord vastleggen", met_akkoord(plan_van(dossier))):
        return terug
    huidig = _huidig(dossier)
    gewijzigd = is_open(dossier) and gewijzigd_na_akkoord(dossier, plan_van(dossier))
    form = AkkoordForm(
        ingevuld(request),
        request.FILES or None,
        initial={"datum": on},
        akkoord=huidig,
        gewijzigd=gewijzigd,
        dossier=dossier,
        on=on,
    )
    if form.is_valid():
        with fouten_in(form):
            plan = plan_openen(dossier=dossier, by=by, at=at)
            akkoord = akkoord_vastleggen(plan=plan, **form.cleaned_data, by=by, at=at, on=on)
            zonder = "" if akkoord.heeft_bewijs else _zonder_bewijs(plan)
            messages.success(request, f"Het akkoord is vastgelegd.{zonder}")
            _meld_ouder(request, dossier, akkoord)
            return redirect("plan", nummer)
    extra = {
        "akkoord": huidig,
        "vastgesteld": getattr(plan_van(dossier), "vastgesteld_op", None) is not None,
        "zonder_url": reverse("zonder_akkoord", args=[nummer]) if huidig is None and _kan_zonder(dossier) else "",
        "annuleer_url": reverse("plan", args=[nummer]),
    }
    titel = "Akkoord van de inwoner"
    return toon(request, dossier, form, "planvanaanpak/akkoord_form.html", titel=titel, extra=extra)


def _zonder_bewijs(plan: PlanVanAanpak) -> str:
    if plan.vastgesteld_op is None:
        return " Voeg het bewijs nog toe: zonder bewijs kunt u niet vaststellen."
    return " Voeg het bewijs nog toe: zonder bewijs telt dit plan niet mee voor de SPUK."


def _meld_ouder(request: HttpRequest, dossier: Dossier, akkoord: Akkoord) -> None:
    """Say that an akkoord of before the last change is not enough to set the plan down."""
    if is_open(dossier) and gewijzigd_na_akkoord(dossier, PlanVanAanpak.objects.get(pk=akkoord.plan_id)):
        messages.warning(
            request,
            "Het plan is na dit akkoord gewijzigd. Vraag de inwoner opnieuw akkoord, of schrijf op waarom de wijziging"
            " erbinnen valt.",
        )


def _huidig(dossier: Dossier) -> Akkoord | None:
    return getattr(plan_van(dossier), "akkoord", None)


def _kan_zonder(dossier: Dossier) -> bool:
    return is_open(dossier) and plan_van(dossier) is not None


@vereist(Permission.DOSSIER_BEWERKEN)
def zonder_akkoord(request: HttpRequest, nummer: str) -> HttpResponse:
    """Record why the plan goes on without the akkoord of the inwoner."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    if terug := weiger_gesloten(request, dossier, "Vastleggen dat er geen akkoord is"):
        return terug
    plan = plan_van(dossier)
    if request.method != "POST" and (plan is None or _huidig(dossier) is not None):
        messages.info(request, "Er is nog geen plan." if plan is None else "De inwoner is al akkoord met het plan.")
        return redirect("plan", nummer)
    form = ZonderAkkoordForm(ingevuld(request), zonder=getattr(plan, "zonder_akkoord", None), dossier=dossier, on=on)
    if plan is not None and form.is_valid():
        with fouten_in(form):
            try:
                zonder_akkoord_vastleggen(plan=plan, **form.cleaned_data, by=by, at=at)
                messages.success(
                    request, "Vastgelegd. Vraag het akkoord later nog: tot dan telt dit plan niet mee voor de SPUK."
                )
                return redirect("plan", nummer)
            except ZonderAkkoordFout as fout:
                for veld, tekst in fout.fouten.items():
                    form.add_error(veld, tekst)
    extra = {
        "pogingen": vergeefse_pogingen(dossier, plan) if plan else 0,
        "annuleer_url": reverse("akkoord", args=[nummer]),
    }
    template = "planvanaanpak/zonder_akkoord_form.html"
    return toon(request, dossier, form, template, titel="Verder zonder akkoord", extra=extra)


@vereist(Permission.DOSSIER_BEWERKEN)
def akkoord_wijziging(request: HttpRequest, nummer: str) -> HttpResponse:
    """Say what to do with an akkoord that is older than the plan: record it anew, or why the change falls within it."""
    on, at, by = timezone.localdate(), timezone.now(), gebruiker(request)
    dossier = get_dossier(request, nummer)
    plan = plan_van(dossier)
    form = WijzigingForm(ingevuld(request), dossier=dossier, on=on)
    if plan is not None and form.is_valid():
        with fouten_in(form):
            wijziging_binnen_akkoord(plan=plan, reden=form.cleaned_data["reden"], by=by, at=at)
            messages.success(request, "Vastgelegd. Het akkoord geldt voor het plan van nu.")
            return redirect("plan", nummer)
    extra = {
        "akkoord": _huidig(dossier),
        "gewijzigd": gewijzigd_na_akkoord(dossier, plan),
        "annuleer_url": reverse("plan", args=[nummer]),
    }
    template = "planvanaanpak/akkoord_wijziging.html"
    return toon(request, dossier, form, template, titel="Akkoord na een wijziging", extra=extra)
