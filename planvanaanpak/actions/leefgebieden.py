"""Save the top of a plan and its five leefgebieden together, without overwriting what a colleague changed meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log, vergrendel
from cases.keuzes import Leefgebied
from planvanaanpak.actions.plan import schrijf_leefgebied
from planvanaanpak.actions.planpoort import eis_plan_open
from planvanaanpak.models import Doel, Planleefgebied, PlanVanAanpak
from planvanaanpak.planbron import plankop, planteksten
from planvanaanpak.plantekst import Plankop, Plantekst, Samenvoeging, voeg_samen

Stempels = Mapping[Leefgebied, str]
Planteksten = Mapping[Leefgebied, Plantekst]


@dataclass(frozen=True)
class Kopinvoer:
    """What was typed at the top of a plan, with the marks of what the page showed."""

    tekst: Plankop
    stempel: str


@dataclass(frozen=True)
class Hand:
    """Who last changed a text, and when; `naam` is empty when that is not known."""

    naam: str
    at: datetime | None


@dataclass(frozen=True)
class Kopbotsing:
    """The top of a plan as to show it, what is stored, and who changed it; nothing clashed without botsingen."""

    samen: Samenvoeging[Plankop]
    nu: Plankop
    hand: Hand


class PlanGewijzigd(ActieFout):
    """A colleague changed the same field. `samen` holds what to show, `nu` what is stored, `handen` who did it."""

    def __init__(
        self,
        samen: Mapping[Leefgebied, Samenvoeging[Plantekst]],
        nu: Planteksten,
        handen: Mapping[tuple[Leefgebied, str], Hand],
        kop: Kopbotsing | None = None,
    ) -> None:
        super().__init__("Een collega wijzigde dit plan terwijl u schreef. Uw tekst staat er nog. Kies per veld.")
        self.samen, self.nu, self.handen, self.kop = samen, nu, handen, kop


@dataclass(frozen=True)
class Bewaard:
    """Which leefgebieden were saved, and which a colleague had changed since the page was opened.

    `kop` and `kop_van_ander` say the same of the top of the plan.
    """

    gewijzigd: tuple[Leefgebied, ...] = field(default=())
    van_ander: tuple[Leefgebied, ...] = field(default=())
    kop: bool = False
    kop_van_ander: bool = False


@transaction.atomic
def plan_bewaren(
    *,
    plan: PlanVanAanpak,
    teksten: Planteksten,
    stempels: Stempels,
    kop: Kopinvoer | None = None,
    by: User,
    at: datetime,
) -> Bewaard:
    """Save what was changed, all or none, with one event.

    `stempels` mark what the page showed. A field that only a colleague changed keeps that change. Raises
    PlanGewijzigd when both changed the same field, and ActieFout when the plan is no longer open.
    """
    dossier = vergrendel(plan.dossier)
    eis_plan_open(dossier, "Het plan wijzigen")
    plan = PlanVanAanpak.objects.prefetch_related("leefgebieden", "doelen").get(pk=plan.pk)
    nu, kop_nu = planteksten(dossier, plan), plankop(plan, dossier)
    samen = {
        leefgebied: voeg_samen(stempel=stempels.get(leefgebied, ""), nu=nu[leefgebied], ingevuld=tekst)
        for leefgebied, tekst in teksten.items()
    }
    kop = kop or Kopinvoer(kop_nu, kop_nu.stempel)
    kop_samen = voeg_samen(stempel=kop.stempel, nu=kop_nu, ingevuld=kop.tekst)
    if kop_samen.botsingen or any(samenvoeging.botsingen for samenvoeging in samen.values()):
        botsing = Kopbotsing(kop_samen, kop_nu, _laatste_hand(PlanVanAanpak.history.filter(id=plan.pk)))
        raise PlanGewijzigd(samen, nu, _handen(plan, samen), botsing)
    kop_gewijzigd = _schrijf_kop(plan, kop_samen.tekst, by)
    gewijzigd = [leefgebied for leefgebied, s in samen.items() if schrijf_leefgebied(plan, leefgebied, s.tekst, by)]
    if gewijzigd or kop_gewijzigd:
        namen = [*(["de kop van het plan"] if kop_gewijzigd else []), *(gebied.label.lower() for gebied in gewijzigd)]
        log(dossier, "plan_bewaard", f"Plan bijgewerkt: {', '.join(namen)}.", by=by, at=at)
    van_ander = tuple(leefgebied for leefgebied, s in samen.items() if s.van_ander)
    return Bewaard(tuple(gewijzigd), van_ander, kop_gewijzigd, bool(kop_samen.van_ander))


def _schrijf_kop(plan: PlanVanAanpak, tekst: Plankop, by: User) -> bool:
    gewijzigd = [veld for veld in tekst.velden() if getattr(plan, veld) != tekst.waarde(veld)]
    for veld in gewijzigd:
        setattr(plan, veld, tekst.waarde(veld))
    if gewijzigd:
        bewaar(plan, by=by, velden=gewijzigd)
    return bool(gewijzigd)


def _handen(
    plan: PlanVanAanpak, samen: Mapping[Leefgebied, Samenvoeging[Plantekst]]
) -> dict[tuple[Leefgebied, str], Hand]:
    """Say of each field in botsing who changed it last."""
    return {
        (leefgebied, veld): _hand(plan, leefgebied, veld)
        for leefgebied, samenvoeging in samen.items()
        for veld in samenvoeging.botsingen
    }


def _hand(plan: PlanVanAanpak, leefgebied: Leefgebied, veld: str) -> Hand:
    rij = {"plan": plan.pk, "leefgebied": leefgebied}
    if veld == "doel":
        return _laatste_hand(Doel.history.filter(**rij, gezinslid=None))
    return _laatste_hand(Planleefgebied.history.filter(**rij))


def _laatste_hand(versies: QuerySet[Any, Any]) -> Hand:
    laatste = versies.select_related("history_user").order_by("-history_date", "-history_id").first()
    if laatste is None:
        return Hand("", None)
    return Hand(laatste.history_user.naam if laatste.history_user else "", laatste.history_date)
