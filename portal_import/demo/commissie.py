"""The beoordelingscommissie and the mandaatregister in the demo, and a besluit that waits for a second person."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.actions.basis import ActieFout
from cases.models import Dossier
from cases.status import Status
from planvanaanpak.actions import besluit as besluiten
from planvanaanpak.actions import commissie as acties
from planvanaanpak.actions.mandaat import GoedkeuringNodig, goedkeuring_vragen
from planvanaanpak.actions.mandaatregister import mandaat_bewaren
from planvanaanpak.commissiebron import heeft_commissie
from planvanaanpak.commissiekeuzes import Strekking
from planvanaanpak.keuzes import BesluitSoort, Voorstel
from planvanaanpak.models import Akkoord, Commissievergadering, PlanVanAanpak, Voorziening
from portal_import.demo.levering import moment

WAAR: dict[str, Any] = {"tijd": time(9, 30), "plaats": "stadhuis, kamer 1.04"}
WAAROM = {
    Strekking.TOEKENNEN: "Dit is nodig voor een nieuwe start en het past bij het doel. Goedkoper kan het niet.",
    Strekking.AFWIJZEN: "Dit is een wens. Voor een nieuwe start is het niet nodig.",
    Strekking.ANDERS: "Een tweedehands exemplaar met garantie lost hetzelfde op.",
}
ALLEEN, MET_COLLEGA = Decimal("2500.00"), Decimal("25000.00")


def geef_advies(plan: PlanVanAanpak, dag: date, by: User) -> None:
    """Have the commissie advise what the consulent proposes, where the beleid has a commissie."""
    dossier = plan.dossier
    if not heeft_commissie(dossier):
        return
    vergadering = _vergadering(dossier.gemeente, dag, by)
    voorstellen = list(Voorziening.objects.filter(plan=plan, agendapunten__isnull=True).voorgesteld())
    if not voorstellen:
        return
    leden = acties.list_leden(dossier.gemeente_id)
    wie_wanneer: dict[str, Any] = {"at": moment(dag, 9), "on": dag}
    punten = acties.voorleggen(plan=plan, voorzieningen=voorstellen, vergadering=vergadering, by=by, **wie_wanneer)
    for punt in punten:
        assert punt.voorziening is not None
        strekking = Strekking.TOEKENNEN if punt.voorziening.voorstel == Voorstel.TOEKENNEN else Strekking.AFWIJZEN
        advies = acties.Advies(strekking=strekking, motivering=WAAROM[strekking], leden=leden)
        acties.adviseren(punt=punt, advies=advies, by=leden[0], **wie_wanneer)


def _vergadering(gemeente: Gemeente, dag: date, by: User) -> Commissievergadering:
    """Give the meeting of a day, which is planned when there is none."""
    bestaat: Commissievergadering | None = Commissievergadering.objects.filter(gemeente=gemeente, datum=dag).first()
    return bestaat or acties.vergadering_plannen(gemeente=gemeente, datum=dag, **WAAR, by=by, on=dag)


def vul_commissie(gemeente: Gemeente, on: date) -> None:
    """Put plans on the agenda of next week; about one of today the advice is to grant something else."""
    plannen = [plan for plan in _plannen(gemeente, met_akkoord=False) if heeft_commissie(plan.dossier)]
    if not plannen:
        return
    coordinator = User.objects.met_rol(Rol.COORDINATOR, gemeente.pk).order_by("pk")[0]
    straks = _vergadering(gemeente, on + timedelta(days=6), coordinator)
    _adviseer_anders(plannen[0], on)
    for plan in plannen[1:4]:
        _leg_voor(plan, straks, on)


def _plannen(gemeente: Gemeente, *, met_akkoord: bool) -> list[PlanVanAanpak]:
    """Give the plans that wait for a besluit, with or without an akkoord, in a fixed order."""
    akkoord = Exists(Akkoord.objects.filter(plan=OuterRef("pk")))
    plannen = PlanVanAanpak.objects.filter(
        akkoord if met_akkoord else ~akkoord,
        dossier__gemeente=gemeente,
        dossier__status=Status.PLAN_VAN_AANPAK,
        dossier__casusregisseur__isnull=False,
        dossier__persoon__datum_overlijden__isnull=True,
    )
    naast = ("dossier__beleid", "dossier__gemeente", "dossier__persoon", "dossier__casusregisseur")
    return list(plannen.select_related(*naast).order_by("pk"))


def _leg_voor(plan: PlanVanAanpak, vergadering: Commissievergadering, on: date) -> list[Any]:
    voorstellen = list(Voorziening.objects.filter(plan=plan, agendapunten__isnull=True).voorgesteld())
    if not voorstellen:
        return []
    by = plan.dossier.casusregisseur
    assert by is not None
    return acties.voorleggen(
        plan=plan, voorzieningen=voorstellen, vergadering=vergadering, by=by, at=moment(on, 9), on=on
    )


def _adviseer_anders(plan: PlanVanAanpak, on: date) -> None:
    """Let a voorstel wait for a reason to depart from the advice, or for a change that follows it."""
    leden = acties.list_leden(plan.dossier.gemeente_id)
    by = plan.dossier.casusregisseur
    assert by is not None
    for nummer, punt in enumerate(_leg_voor(plan, _vergadering(plan.dossier.gemeente, on, by), on)):
        strekking = Strekking.TOEKENNEN if nummer else Strekking.ANDERS
        anders = "" if nummer else "Tweedehands, met een jaar garantie."
        advies = acties.Advies(strekking=strekking, anders=anders, motivering=WAAROM[strekking], leden=leden)
        acties.adviseren(punt=punt, advies=advies, by=leden[0], at=moment(on, 10), on=on)


def vul_mandaat(gemeente: Gemeente, on: date) -> None:
    """Fill the mandaatregister, and ask a second person about one plan that grants more than a consulent may alone."""
    beheerder = User.objects.met_rol(Rol.BEHEERDER, gemeente.pk).order_by("pk").first()
    if beheerder is None:
        return
    basis = {"gebruiker": None, "vanaf": date(on.year, 1, 1), "tot": None}
    bron = f"mandaatbesluit gemeente {gemeente.naam} 2025, onderdeel"
    op_bezwaar = BesluitSoort.BESLUIT_OP_BEZWAAR.value
    rijen: tuple[dict[str, Any], ...] = (
        {"soort": "", "rol": "consulent", "tot_bedrag": ALLEEN, "vier_ogen": False, "bron": f"{bron} 7.3"},
        {"soort": "", "rol": "consulent", "tot_bedrag": MET_COLLEGA, "vier_ogen": True, "bron": f"{bron} 7.4"},
        {"soort": "", "rol": "coordinator", "tot_bedrag": None, "vier_ogen": False, "bron": f"{bron} 7.1"},
        {"soort": op_bezwaar, "rol": "coordinator", "tot_bedrag": None, "vier_ogen": False, "bron": f"{bron} 2.1"},
    )
    for rij in rijen:
        mandaat_bewaren(gemeente=gemeente, gegevens={**basis, **rij}, by=beheerder)
    for plan in _plannen(gemeente, met_akkoord=True):
        if _vraag_goedkeuring(plan, on):
            return


def _vraag_goedkeuring(plan: PlanVanAanpak, on: date) -> bool:
    """Try to set a plan down; says whether a second person is asked. What can't be decided yet is left as it is."""
    dossier: Dossier = plan.dossier
    by = dossier.casusregisseur
    assert by is not None
    toekennen = Voorziening.objects.filter(plan=plan, voorstel=Voorstel.TOEKENNEN).voorgesteld().som()
    if not ALLEEN < toekennen <= MET_COLLEGA or Voorziening.objects.filter(plan=plan, agendapunten__isnull=False):
        return False
    geef_advies(plan, on, by)
    try:
        besluiten.vaststellen(plan=plan, datum=on, by=by, at=moment(on, 11), on=on)
    except GoedkeuringNodig as nodig:
        pad = reverse("plan_vaststellen", args=[dossier.nummer])
        invoer = {"datum": [on.isoformat()], "gelezen": ["on"]}
        goedkeuring_vragen(nodig=nodig, pad=pad, invoer=invoer, by=by, at=moment(on, 11))
        return True
    except ActieFout:
        return False
    return False
