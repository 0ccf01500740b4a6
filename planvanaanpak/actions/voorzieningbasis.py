"""What the actions on one voorziening share: the locked dossier and the voorziening as it is now."""

from datetime import date

from cases.actions.basis import ActieFout, vergrendel
from cases.models import Dossier
from planvanaanpak.actions.planpoort import TE_VULLEN, eis_eerder_besluit, eis_met_plan
from planvanaanpak.keuzes import VoorzieningStatus
from planvanaanpak.models import Besluit, Voorziening
from planvanaanpak.verval import laatste_dag


def neem_voorstel(voorziening: Voorziening, wat: str) -> tuple[Dossier, Voorziening]:
    """Lock dossier and voorziening, and refuse one that was decided on or taken away."""
    dossier = vergrendel(voorziening.plan.dossier)
    eis_met_plan(dossier, wat, TE_VULLEN)
    eis_eerder_besluit(dossier)
    huidig = neem_voorziening(voorziening)
    if huidig.status != VoorzieningStatus.VOORSTEL:
        raise ActieFout("Over deze voorziening is al beslist. Stel een nieuwe voor en neem een aanvullend besluit.")
    return dossier, huidig


def neem_voorziening(voorziening: Voorziening) -> Voorziening:
    huidig: Voorziening | None = Voorziening.objects.select_for_update().filter(pk=voorziening.pk).first()
    if huidig is None:
        raise ActieFout("Dit voorstel is intussen weggehaald.")
    return huidig


def laat_vervallen(voorziening: Voorziening, besluit: Besluit, ingang: date) -> list[str]:
    """Let what a besluit granted lapse from a day: it ends the day before, or never held. Gives what changed."""
    laatste = laatste_dag(ingang, besluit=besluit.datum, vanaf=voorziening.looptijd_vanaf)
    if laatste is None:
        voorziening.status = VoorzieningStatus.VERVALLEN
        return ["status"]
    tot = voorziening.looptijd_tot
    voorziening.looptijd_tot = min(tot, laatste) if tot else laatste
    return ["looptijd_tot"]
