"""Save the five leefgebieden of a plan together, without overwriting what a colleague changed meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, eis_status, log, vergrendel
from cases.keuzes import Leefgebied
from planvanaanpak.actions.plan import PLAN_OPEN, schrijf_leefgebied
from planvanaanpak.models import Doel, Planleefgebied, PlanVanAanpak
from planvanaanpak.planbron import planteksten
from planvanaanpak.plantekst import Plantekst, Samenvoeging, voeg_samen

Stempels = Mapping[Leefgebied, str]
Planteksten = Mapping[Leefgebied, Plantekst]


@dataclass(frozen=True)
class Hand:
    """Who last changed a text, and when; `naam` is empty when that is not known."""

    naam: str
    at: datetime | None


class PlanGewijzigd(ActieFout):
    """A colleague changed the same field. `samen` holds what to show, `nu` what is stored, `handen` who did it."""

    def __init__(
        self,
        samen: Mapping[Leefgebied, Samenvoeging],
        nu: Planteksten,
        handen: Mapping[tuple[Leefgebied, str], Hand],
    ) -> None:
        super().__init__("Een collega wijzigde dit plan terwijl u schreef. Uw tekst staat er nog. Kies per veld.")
        self.samen, self.nu, self.handen = samen, nu, handen


@dataclass(frozen=True)
class Bewaard:
    """Which leefgebieden were saved, and which a colleague had changed since the page was opened."""

    gewijzigd: tuple[Leefgebied, ...] = field(default=())
    van_ander: tuple[Leefgebied, ...] = field(default=())


@transaction.atomic
def plan_bewaren(*, plan: PlanVanAanpak, teksten: Planteksten, stempels: Stempels, by: User, at: datetime) -> Bewaard:
    """Save the leefgebieden that were changed, all or none, with one event.

    `stempels` mark what the page showed. A field that only a colleague changed keeps that change. Raises
    PlanGewijzigd when both changed the same field, and ActieFout when the plan is no longer open.
    """
    dossier = vergrendel(plan.dossier)
    eis_status(dossier, PLAN_OPEN, "Het plan wijzigen")
    plan = PlanVanAanpak.objects.prefetch_related("leefgebieden", "doelen").get(pk=plan.pk)
    nu = planteksten(dossier, plan)
    samen = {
        leefgebied: voeg_samen(stempel=stempels.get(leefgebied, ""), nu=nu[leefgebied], ingevuld=tekst)
        for leefgebied, tekst in teksten.items()
    }
    if any(samenvoeging.botsingen for samenvoeging in samen.values()):
        raise PlanGewijzigd(samen, nu, _handen(plan, samen))
    gewijzigd = [leefgebied for leefgebied, s in samen.items() if schrijf_leefgebied(plan, leefgebied, s.tekst, by)]
    if gewijzigd:
        namen = ", ".join(leefgebied.label.lower() for leefgebied in gewijzigd)
        log(dossier, "plan_bewaard", f"Plan bijgewerkt: {namen}.", by=by, at=at)
    return Bewaard(tuple(gewijzigd), tuple(leefgebied for leefgebied, s in samen.items() if s.van_ander))


def _handen(plan: PlanVanAanpak, samen: Mapping[Leefgebied, Samenvoeging]) -> dict[tuple[Leefgebied, str], Hand]:
    """Say of each field in botsing who changed it last."""
    return {
        (leefgebied, veld): _hand(plan, leefgebied, veld)
        for leefgebied, samenvoeging in samen.items()
        for veld in samenvoeging.botsingen
    }


def _hand(plan: PlanVanAanpak, leefgebied: Leefgebied, veld: str) -> Hand:
    model = Doel if veld == "doel" else Planleefgebied
    versies = model.history.filter(plan=plan.pk, leefgebied=leefgebied).select_related("history_user")
    laatste = versies.order_by("-history_date", "-history_id").first()
    if laatste is None:
        return Hand("", None)
    return Hand(laatste.history_user.naam if laatste.history_user else "", laatste.history_date)
