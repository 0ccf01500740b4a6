"""Work a plan out after it was vastgesteld: a leefgebied, or a doelstelling when new facts ask for it."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.keuzes import DOELSTELLING, Leefgebied
from cases.models import Dossier
from cases.status import Status
from planvanaanpak.actions.plan import LEEFGEBIEDVELDEN
from planvanaanpak.actions.planpoort import eis_eerder_besluit
from planvanaanpak.keuzes import NIET_AF
from planvanaanpak.models import Doel, Planleefgebied, PlanVanAanpak
from planvanaanpak.plantekst import netjes

IN_UITVOERING = frozenset({Status.UITVOERING})
# After niet erkend as well: what is granted then must come from the plan too.
BIJ_TE_WERKEN = IN_UITVOERING | {Status.ACCLIMATISATIE}


@transaction.atomic
def leefgebied_bijwerken(
    *, deel: Planleefgebied, velden: Mapping[str, str], reden: str, by: User, at: datetime
) -> Planleefgebied:
    """Change what a vastgesteld plan says of a leefgebied, with the reason (VNG handreiking 2025 §4.3, verdiepen).

    The besluit keeps what it decided; what changes the rechtspositie of the inwoner needs a besluit of its own.
    """
    dossier, deel = _neem(deel, "Een leefgebied bijwerken", BIJ_TE_WERKEN)
    eis_eerder_besluit(dossier)
    if not reden.strip():
        raise ActieFout("Het plan is al vastgesteld. Schrijf op waarom dit verandert.")
    nieuw = {veld: netjes(velden[veld]) for veld in LEEFGEBIEDVELDEN}
    if nieuw["weggelaten"] and _open_doelen(deel):
        raise ActieFout("Er is nog een doel open bij dit leefgebied. Sluit dat eerst, of laat het leefgebied staan.")
    gewijzigd = [veld for veld, waarde in nieuw.items() if getattr(deel, veld) != waarde]
    if not gewijzigd:
        raise ActieFout("Er is niets veranderd. Pas een veld aan, of ga terug.")
    for veld in gewijzigd:
        setattr(deel, veld, nieuw[veld])
    bewaar(deel, by=by, velden=gewijzigd, reden=reden.strip())
    tekst = f"Plan bijgewerkt na vaststelling: {deel.get_leefgebied_display().lower()}."
    log(dossier, "plan_bijgewerkt", tekst, by=by, at=at, reden=reden.strip())
    return deel


@transaction.atomic
def situatie_bijwerken(*, plan: PlanVanAanpak, situatie: str, reden: str, by: User, at: datetime) -> PlanVanAanpak:
    """Say in a vastgesteld plan what the situatie at the aanmelding was, with why that changes (VNG 2025 §4.3)."""
    dossier = vergrendel(plan.dossier)
    eis_status(dossier, IN_UITVOERING, "De situatie bij de aanmelding wijzigen")
    plan = PlanVanAanpak.objects.select_for_update().get(pk=plan.pk)
    nieuw = netjes(situatie)
    if not nieuw:
        raise ActieFout("Schrijf op hoe het ging bij de aanmelding.")
    if not reden.strip():
        raise ActieFout("Het plan is al vastgesteld. Schrijf op waarom dit verandert.")
    if nieuw == plan.situatie:
        raise ActieFout("Er is niets veranderd. Pas de tekst aan, of ga terug.")
    plan.situatie = nieuw
    bewaar(plan, by=by, velden=["situatie"], reden=reden.strip())
    tekst = "Plan bijgewerkt na vaststelling: situatie bij de aanmelding."
    log(dossier, "plan_bijgewerkt", tekst, by=by, at=at, reden=reden.strip())
    return plan


@transaction.atomic
def doelstelling_wijzigen(*, deel: Planleefgebied, tekst: str, feiten: str, by: User, at: datetime) -> Planleefgebied:
    """Change the doelstelling of a leefgebied for new facts or circumstances only (Tiel 2025 art. 7 lid 4).

    The fixed text given again brings the fixed doelstelling back. What it was stays in the history and the versions.
    """
    dossier, deel = _neem(deel, "Een doelstelling wijzigen")
    if not tekst.strip():
        raise ActieFout("Schrijf op wat de doelstelling wordt.")
    if not feiten.strip():
        raise ActieFout("Een doelstelling verandert alleen door nieuwe feiten of omstandigheden. Schrijf op welke.")
    was, wordt = deel.doelstelling, " ".join(tekst.split())
    if was == wordt:
        raise ActieFout("Dit is al de doelstelling. Er verandert niets.")
    deel.doelstelling_anders = "" if wordt == DOELSTELLING[Leefgebied(deel.leefgebied)] else wordt
    deel.doelstelling_reden, deel.doelstelling_op, deel.doelstelling_door = feiten.strip(), at, by
    velden = ["doelstelling_anders", "doelstelling_reden", "doelstelling_op", "doelstelling_door"]
    bewaar(deel, by=by, velden=velden, reden=feiten.strip())
    regel = f"Doelstelling bij {deel.get_leefgebied_display().lower()} gewijzigd van '{was}' in '{wordt}'."
    log(dossier, "doelstelling_gewijzigd", regel, by=by, at=at, reden=feiten.strip())
    return deel


def _neem(
    deel: Planleefgebied, wat: str, toegestaan: frozenset[Status] = IN_UITVOERING
) -> tuple[Dossier, Planleefgebied]:
    dossier = vergrendel(deel.plan.dossier)
    eis_status(dossier, toegestaan, wat)
    return dossier, Planleefgebied.objects.select_for_update(of=("self",)).get(pk=deel.pk)


def _open_doelen(deel: Planleefgebied) -> bool:
    return Doel.objects.filter(plan=deel.plan_id, leefgebied=deel.leefgebied, status__in=NIET_AF).exists()
