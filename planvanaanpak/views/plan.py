"""The plan van aanpak of a dossier: filled in until it is vastgesteld, read after."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, vereist
from cases.actions.basis import ActieFout
from cases.keuzes import Leefgebied
from cases.kop import mag_bewerken
from cases.models import Dossier
from cases.status import Status
from cases.views.formulier import end_klad, gebruiker, get_dossier, ingevuld
from planvanaanpak.actions.leefgebieden import Bewaard, PlanGewijzigd, plan_bewaren
from planvanaanpak.actions.plan import kan_akkoord, plan_openen
from planvanaanpak.forms.leefgebied import Planformulier
from planvanaanpak.hervatting import hervat_url
from planvanaanpak.planbron import (
    OVER_HET_PLAN,
    besluiten_van,
    ingetrokken_met,
    is_open,
    kan_aanvullen,
    plan_van,
    plankop,
    planteksten,
)
from planvanaanpak.views.planpagina import DELEN, planpagina


@vereist(Permission.DOSSIER_ZIEN)
def plan(request: HttpRequest, nummer: str) -> HttpResponse:
    on = timezone.localdate()
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    bewerken = mag_bewerken(dossier, gebruiker(request))
    if request.method == "POST":
        if not bewerken:
            raise PermissionDenied
        return _bewaren(request, dossier, on)
    if bewerken and is_open(dossier):
        formulier = _formulier(request, dossier)
        return _invullen(request, dossier, formulier, on)
    return _lezen(request, dossier, on)


def _bewaren(request: HttpRequest, dossier: Dossier, on: date) -> HttpResponse:
    """Save all leefgebieden, and go where the button leads; with an error all that was typed is shown again."""
    at, by = timezone.now(), gebruiker(request)
    formulier = _formulier(request, dossier)
    fout = ""
    if formulier.is_valid():
        try:
            plan = plan_openen(dossier=dossier, by=by, at=at)
            teksten, stempels = formulier.ingevuld, formulier.stempels
            kop = formulier.kop.invoer
            bewaard = plan_bewaren(plan=plan, teksten=teksten, stempels=stempels, kop=kop, by=by, at=at)
            _meld(request, bewaard)
            end_klad(request)
            return redirect(_verder(request, dossier))
        except PlanGewijzigd as gewijzigd:
            formulier.toon_botsing(gewijzigd)
        except ActieFout as geweigerd:
            fout = f"{geweigerd} Wat u typte, is niet bewaard."
        dossier = get_dossier(request, dossier.nummer)  # as it is after what the colleague did
    return _invullen(request, dossier, formulier, on, fout=fout)


def _formulier(request: HttpRequest, dossier: Dossier) -> Planformulier:
    plan = plan_van(dossier, *DELEN)
    kop, teksten = plankop(plan, dossier), planteksten(dossier, plan)
    doelstellingen = {deel.leefgebied: deel.doelstelling for deel in plan.leefgebieden.all()} if plan else {}
    return Planformulier(
        ingevuld(request), teksten, kop=kop, is_acuut=bool(dossier.acuut), doelstellingen=doelstellingen
    )


def _invullen(
    request: HttpRequest, dossier: Dossier, formulier: Planformulier, on: date, *, fout: str = ""
) -> HttpResponse:
    context = planpagina(request, dossier, on, formulier.delen)
    context |= {"formulieren": formulier.formulieren, "kopform": formulier.kop, "fout": fout, "plan_open": True}
    return render(request, "planvanaanpak/plan_form.html", context)


def _lezen(request: HttpRequest, dossier: Dossier, on: date) -> HttpResponse:
    context = planpagina(request, dossier, on)
    in_uitvoering = dossier.status == Status.UITVOERING and context["mag_bewerken"]
    besluiten = besluiten_van(dossier)
    terug = ingetrokken_met(besluiten)
    over_plan = [besluit for besluit in besluiten if besluit.soort in OVER_HET_PLAN and besluit.pk not in terug]
    aanvullen = context["mag_bewerken"] and kan_aanvullen(dossier)
    besluit = over_plan[-1] if over_plan else None
    mag_herzien = gebruiker(request).mag(Permission.BESLUIT_VASTSTELLEN, dossier.gemeente_id)
    kan_herzien = mag_herzien and in_uitvoering and besluit is not None and besluit.verzonden_op is not None
    context |= {
        "in_uitvoering": in_uitvoering,
        "aanvullen": aanvullen,
        "besluit": besluit,
        "hervat_url": hervat_url(dossier) if context["mag_bewerken"] else "",
        "kan_akkoord": context["mag_bewerken"] and kan_akkoord(dossier, context["plan"]),
        "herzien_url": reverse("besluit_herzien", args=[besluit.nummer]) if besluit and kan_herzien else "",
    }
    return render(request, "planvanaanpak/plan_detail.html", context)


def _meld(request: HttpRequest, bewaard: Bewaard) -> None:
    if bewaard.van_ander:
        namen = " en ".join(gebied.label.lower() for gebied in bewaard.van_ander)
        messages.info(request, f"Een collega wijzigde intussen {namen}. Die wijziging is gebleven.")
    if bewaard.kop_van_ander:
        messages.info(request, "Een collega wijzigde intussen de kop van het plan. Die wijziging is gebleven.")
    if (bewaard.gewijzigd or bewaard.kop) and "verder" not in request.POST:
        messages.success(request, "Het plan is bewaard.")


def _verder(request: HttpRequest, dossier: Dossier) -> str:
    """Give the page that the button leads to: the plan itself, a new voorziening, or the vaststelling."""
    soort, _, gebied = request.POST.get("verder", "").partition(":")
    if soort == "voorziening" and gebied in Leefgebied.values:
        return f"{reverse('voorziening_nieuw', args=[dossier.nummer])}?leefgebied={gebied}"
    if soort == "doel" and gebied in Leefgebied.values:
        return f"{reverse('doel_nieuw', args=[dossier.nummer])}?leefgebied={gebied}"
    if soort == "stap" and gebied.isdecimal():
        return reverse("doelstap_nieuw", args=[dossier.nummer, int(gebied)])
    if soort == "versie":
        return reverse("plan_versie_nieuw", args=[dossier.nummer])
    if soort == "vaststellen":
        return reverse("plan_vaststellen", args=[dossier.nummer])
    return reverse("plan", args=[dossier.nummer])
