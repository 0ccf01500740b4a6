"""When a plan can be written, changed or added to: the gates that the actions on a plan share."""

from cases.actions.basis import ActieFout, eis_status
from cases.models import Dossier
from cases.status import Status
from planvanaanpak.planbron import AAN_TE_VULLEN, besluit_over_plan, is_open

PLAN_OPEN = frozenset({Status.PLAN_VAN_AANPAK})
MET_PLAN = PLAN_OPEN | {Status.UITVOERING}
# After niet erkend something can be added to a plan that was vastgesteld, for 30 dagen (Wht art. 2.21 lid 6).
TE_VERDIEPEN = MET_PLAN | {Status.ACCLIMATISATIE}
TE_VULLEN = PLAN_OPEN | AAN_TE_VULLEN


def eis_plan_open(dossier: Dossier, wat: str) -> None:
    """Refuse unless the plan can be filled in; in a bedreigende situatie that is straight after the aanmelding."""
    if not is_open(dossier):
        eis_status(dossier, PLAN_OPEN, wat)


def eis_met_plan(dossier: Dossier, wat: str, toegestaan: frozenset[Status] = MET_PLAN) -> None:
    """Refuse unless the plan is open or in uitvoering."""
    if not is_open(dossier):
        eis_status(dossier, toegestaan, wat)


def eis_eerder_besluit(dossier: Dossier) -> None:
    """Refuse a first plan after niet erkend: only what was decided before can be added to."""
    if dossier.status == Status.ACCLIMATISATIE and besluit_over_plan(dossier) is None:
        raise ActieFout(
            "UHT meldde: niet erkend, en er is nog geen besluit over een plan. Het plan verandert niet meer."
        )
