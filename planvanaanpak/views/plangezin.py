"""The plans of all dossiers of one gezin on one page, as far as the user may see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.permissions import Permission, vereist
from cases.keuzes import Leefgebied
from cases.kop import dossier_context
from cases.models import Dossier
from cases.views.formulier import gebruiker, get_dossier
from planvanaanpak.models import Doel, PlanVanAanpak, Voorziening
from planvanaanpak.planbron import DELEN, doelen_per_gebied


@dataclass(frozen=True, kw_only=True)
class Gezinsdeel:
    """What the plan of one dossier says of a leefgebied."""

    dossier: Dossier
    doelstelling: str
    situatie: str
    voldoet: str
    hulpvraag: str
    weggelaten: str
    doelen: Sequence[Doel]
    voorzieningen: Sequence[Voorziening]


@dataclass(frozen=True, kw_only=True)
class Gezinsgebied:
    leefgebied: Leefgebied
    delen: Sequence[Gezinsdeel]


@vereist(Permission.DOSSIER_ZIEN)
def plan_gezin(request: HttpRequest, nummer: str) -> HttpResponse:
    dossier = get_dossier(request, nummer, Permission.DOSSIER_ZIEN)
    zichtbaar = Dossier.objects.visible_to(gebruiker(request)).filter(gezin=dossier.gezin_id)
    dossiers = list(zichtbaar.select_related("persoon").order_by("persoon__geboortedatum", "pk"))
    plannen = _plannen(dossiers)
    context = dossier_context(request, dossier, pad="Plannen van het gezin") | {
        "dossiers": [(rij, plannen.get(rij.pk)) for rij in dossiers],
        "gebieden": [gebied for gebied in _gebieden(dossiers, plannen) if gebied.delen],
        "leden": list(dossier.gezin.leden.all()),
    }
    return render(request, "planvanaanpak/plan_gezin.html", context)


def _plannen(dossiers: Sequence[Dossier]) -> dict[int, PlanVanAanpak]:
    delen = ("leefgebieden", DELEN["doelen"], "doelen__stappen", DELEN["voorzieningen"])
    plannen = PlanVanAanpak.objects.filter(dossier__in=dossiers).prefetch_related(*delen)
    return {plan.dossier_id: plan for plan in plannen}


def _gebieden(dossiers: Sequence[Dossier], plannen: dict[int, PlanVanAanpak]) -> list[Gezinsgebied]:
    return [
        Gezinsgebied(
            leefgebied=leefgebied,
            delen=[
                deel
                for dossier in dossiers
                if dossier.pk in plannen and (deel := _deel(dossier, plannen[dossier.pk], leefgebied))
            ],
        )
        for leefgebied in Leefgebied
    ]


def _deel(dossier: Dossier, plan: PlanVanAanpak, leefgebied: Leefgebied) -> Gezinsdeel | None:
    """Give what a plan says of a leefgebied; nothing when it says nothing there."""
    rij = next(rij for rij in plan.leefgebieden.all() if rij.leefgebied == leefgebied)
    deel = Gezinsdeel(
        dossier=dossier,
        doelstelling=rij.doelstelling,
        situatie=rij.situatie,
        voldoet=rij.get_voldoet_display(),
        hulpvraag=rij.hulpvraag,
        weggelaten=rij.weggelaten,
        doelen=doelen_per_gebied(plan).get(leefgebied, []),
        voorzieningen=[v for v in plan.voorzieningen.all() if v.leefgebied == leefgebied],
    )
    gevuld = deel.situatie or deel.hulpvraag or deel.weggelaten or deel.doelen or deel.voorzieningen
    return deel if gevuld else None
