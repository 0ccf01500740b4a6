"""What the actions on one voorziening share: the locked dossier and the voorziening as it is now."""

from cases.actions.basis import ActieFout, vergrendel
from cases.models import Dossier
from planvanaanpak.actions.planpoort import TE_VULLEN, eis_eerder_besluit, eis_met_plan
from planvanaanpak.keuzes import VoorzieningStatus
from planvanaanpak.models import Voorziening


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
