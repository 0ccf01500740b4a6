"""Plans that are worked out: doelen for a gezinslid, steps, fasen with an evaluation, and more than one version."""

from datetime import date, timedelta

from accounts.models import Gemeente, User
from cases.keuzes import Leefgebied
from cases.models import Dossier
from cases.status import Status
from planvanaanpak.actions import doelen, fasen, versies
from planvanaanpak.actions.doelen import Stapgegevens
from planvanaanpak.keuzes import NIET_AF, DoelStatus, Evaluatie
from planvanaanpak.models import Doel, PlanVanAanpak
from portal_import.demo.levering import moment

VASTGESTELD, OPEN = 3, 2


def vul_plannen(gemeente: Gemeente, on: date) -> None:
    """Work out a few plans of a gemeente; always the same ones."""
    plannen = PlanVanAanpak.objects.filter(dossier__gemeente=gemeente, dossier__casusregisseur__isnull=False)
    plannen = plannen.select_related("dossier__casusregisseur", "dossier__gezin").order_by("pk")
    for plan in plannen.filter(dossier__status=Status.UITVOERING)[:VASTGESTELD]:
        _werk_uit(plan, on)
    for plan in plannen.filter(dossier__status=Status.PLAN_VAN_AANPAK)[:OPEN]:
        _zet_stappen(plan, on)


def _hoe(dossier: Dossier, on: date) -> tuple[User, dict[str, object]]:
    assert dossier.casusregisseur is not None
    return dossier.casusregisseur, {"by": dossier.casusregisseur, "at": moment(on - timedelta(days=1), 14)}


def _eerste_doel(plan: PlanVanAanpak) -> Doel | None:
    doel: Doel | None = plan.doelen.filter(status__in=NIET_AF).order_by("pk").first()
    return doel


def _zet_stappen(plan: PlanVanAanpak, on: date, *, klaar: bool = False) -> None:
    doel = _eerste_doel(plan)
    if doel is None:
        return
    _, hoe = _hoe(plan.dossier, on)
    gedaan = {"status": DoelStatus.BEHAALD, "datum_behaald": on - timedelta(days=2)} if klaar else {}
    for stap in (
        Stapgegevens(wat="Samen op een rij zetten wat er nodig is", wie="De inwoner en de casusregisseur", **gedaan),  # type: ignore[arg-type]
        Stapgegevens(wat="Een afspraak maken", wie="De inwoner", datum_uiterlijk=on + timedelta(days=14)),
    ):
        doelen.stap_bewaren(doel=doel, gegevens=stap, **hoe, on=on)  # type: ignore[arg-type]


def _werk_uit(plan: PlanVanAanpak, on: date) -> None:
    _zet_stappen(plan, on, klaar=True)
    _, hoe = _hoe(plan.dossier, on)
    lid = plan.dossier.gezin.leden.filter(tot__isnull=True).first()
    doelen.doel_toevoegen(
        plan=plan,
        leefgebied=Leefgebied.GEZIN,
        tekst="De kinderen hebben thuis een rustige plek om huiswerk te maken.",
        gezinslid=lid,
        reden="Bleek in het gesprek over de eerste fase.",
        **hoe,  # type: ignore[arg-type]
    )
    eerste, tweede = plan.fasen.filter(nummer=1).first(), plan.fasen.filter(nummer=2).first()
    if eerste is not None:
        fasen.fase_evalueren(
            fase=eerste,
            datum=on - timedelta(days=1),
            uitkomst=Evaluatie.AANPASSEN,
            toelichting="De spullen zijn er. De kinderen hebben nog rust nodig.",
            **hoe,  # type: ignore[arg-type]
            on=on,
        )
    if tweede is not None:
        fasen.fase_plannen(fase=tweede, datum=on + timedelta(days=90), **hoe, on=on)  # type: ignore[arg-type]
    versies.versie_bewaren(plan=plan, reden="De eerste fase is besproken met de inwoner.", **hoe)  # type: ignore[arg-type]
