"""Let an earlier besluit hold again, as the intrekking that took it back was herroepen (decision 1092)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from accounts.models import User
from cases.actions.aanvulklokken import sluit_aanvraag
from cases.actions.basis import bewaar, log, zet_status
from cases.actions.ingebrekestelling import haal_besluit
from cases.models import Dossier
from cases.status import Status
from cases.uitstelgronden import PLAN
from planvanaanpak.actions.aanvraag import sluit_aanvraag_af
from planvanaanpak.actions.beroepklok import haal_na_uitspraak
from planvanaanpak.actions.versies import versie_na_herroeping
from planvanaanpak.actions.verzendbasis import OP_DE_AANVRAAG
from planvanaanpak.heropening import noem
from planvanaanpak.intrekredenen import aanvraag_ingetrokken, ingetrokken_met, voorziening_ingetrokken
from planvanaanpak.keuzes import BesluitSoort, VoorzieningStatus
from planvanaanpak.models import Akkoord, Beroep, Besluit, PlanVanAanpak, Voorziening, ZonderAkkoord

TERUG = ("status", "looptijd_tot", "herzien_met", "besluit")


@dataclass(frozen=True)
class Meegenomen:
    """A voorziening as an intrekking left it, and what its history says that it was before."""

    nu: Voorziening
    was: Any
    onaangeroerd: bool

    @property
    def was_toegekend(self) -> bool:
        return bool(self.was.status == VoorzieningStatus.TOEGEKEND)


def meegenomen_met(intrekking: Besluit) -> Iterator[Meegenomen]:
    """Give what an intrekking took along and nothing else changed since: that can come back."""
    eerder = intrekking.gaat_over
    assert eerder is not None, "een intrekking gaat over een besluit"
    reden = voorziening_ingetrokken(eerder.nummer, intrekking.nummer)
    nu = {v.pk: v for v in Voorziening.objects.filter(plan__dossier=intrekking.dossier_id)}
    rijen = Voorziening.history.filter(plan__dossier=intrekking.dossier_id, history_change_reason=reden)
    for rij in rijen.order_by("id", "history_id"):
        was, voorziening = _vorige(rij), nu.get(rij.id)
        if was is None or voorziening is None:
            continue
        laatste = voorziening.history.order_by("-history_id").values_list("history_id", flat=True).first()
        yield Meegenomen(voorziening, was, laatste == rij.history_id)


def _vorige(rij: Any) -> Any:
    """Give the row of a history before this one, by its order of writing: two may bear the same moment."""
    return type(rij).objects.filter(id=rij.id, history_id__lt=rij.history_id).order_by("-history_id").first()


def te_herleven(intrekking: Besluit) -> list[Voorziening]:
    """Give the voorzieningen that were granted, and lapsed or stopped with an intrekking."""
    return [rij.nu for rij in meegenomen_met(intrekking) if rij.was_toegekend and _nog_van(rij, intrekking)]


def _nog_van(rij: Meegenomen, intrekking: Besluit) -> bool:
    return rij.nu.herzien_met_id == intrekking.pk


def laat_herleven(
    intrekking: Besluit, met: Besluit | Beroep, *, terug: Collection[int] | None, by: User, at: datetime, on: date
) -> None:
    """Let the besluit that was taken back hold again: what it granted, the plan and the status of a locked dossier.

    `terug` names the voorzieningen that come back; None is all. What was decided after the intrekking stays. An end
    that was taken back does not come back by itself, as the support went on: that asks a new besluit. Writes one event.
    """
    dossier, eerder = intrekking.dossier, intrekking.gaat_over
    assert eerder is not None, "een intrekking gaat over een besluit"
    reden = f"Intrekking {intrekking.nummer} herroepen met {noem(met)}"
    aantal = _breng_terug(intrekking, eerder, terug, reden, by)
    tekst = f"{reden}. Besluit {eerder.nummer} geldt weer."
    if aantal:
        tekst += f" Voorzieningen die weer gelden: {aantal}."
    if eerder.soort in OP_DE_AANVRAAG:
        tekst += _aanvraag_weer_beslist(dossier, intrekking, eerder, met, reden, by=by, at=at)
    if eerder.soort == BesluitSoort.BEEINDIGING:
        tekst += " De ondersteuning liep door. Neem opnieuw een besluit om haar te beëindigen."
    log(dossier, "herleefd", tekst, by=by, at=at, besluit=eerder.nummer, intrekking=intrekking.nummer)


def _breng_terug(intrekking: Besluit, eerder: Besluit, terug: Collection[int] | None, reden: str, by: User) -> int:
    """Give each voorziening what it was; a refusal that is a voorstel again only when nobody touched it since."""
    aantal = 0
    for rij in meegenomen_met(intrekking):
        voorziening, was = rij.nu, rij.was
        if rij.was_toegekend:
            mag = _nog_van(rij, intrekking) and (terug is None or voorziening.pk in terug)
            aantal += mag
        else:
            mag = terug is None and rij.onaangeroerd
        if not mag:
            continue
        voorziening.status, voorziening.looptijd_tot = was.status, was.looptijd_tot
        voorziening.herzien_met_id, voorziening.besluit = was.herzien_met_id, eerder
        bewaar(voorziening, by=by, velden=list(TERUG), reden=reden)
    return aantal


def _aanvraag_weer_beslist(
    dossier: Dossier,
    intrekking: Besluit,
    eerder: Besluit,
    met: Besluit | Beroep,
    reden: str,
    *,
    by: User,
    at: datetime,
) -> str:
    """Bring the dossier back to where the besluit on the aanvraag left it, unless it was decided on anew since."""
    later = Besluit.objects.filter(dossier=dossier, soort__in=OP_DE_AANVRAAG, pk__gt=intrekking.pk).geldend().first()
    if later is not None:
        return f" Daarna is opnieuw op de aanvraag beslist, met {later.nummer}. Bekijk of dat besluit nog klopt."
    if dossier.status != Status.PLAN_VAN_AANPAK:
        return f" Het dossier blijft op '{dossier.get_status_display()}'."
    dag = eerder.verzonden_op or eerder.datum
    if _stond_op(dossier, eerder) == Status.AFGESLOTEN:
        sluit_aanvraag_af(dossier, dag, by=by, reden=reden)
        return f" Het dossier staat op '{dossier.get_status_display()}'."
    plan = PlanVanAanpak.objects.select_for_update().get(dossier=dossier)
    plan.dossier = dossier
    _stel_plan_weer_vast(plan, intrekking, met, reden, by=by, at=at)
    zet_status(dossier, Status.UITVOERING)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=reden)
    haal_besluit(dossier=dossier, regel=PLAN, datum=dag)
    haal_na_uitspraak(dossier, dag)
    sluit_aanvraag(dossier)
    return f" Het dossier staat op '{dossier.get_status_display()}'."


def _stond_op(dossier: Dossier, eerder: Besluit) -> str:
    """Give the status of a dossier before its besluit on the aanvraag was taken back."""
    terug = Dossier.history.filter(id=dossier.pk, history_change_reason=aanvraag_ingetrokken(eerder.nummer)).first()
    was = _vorige(terug) if terug else None
    return was.status if was else Status.UITVOERING


def _stel_plan_weer_vast(
    plan: PlanVanAanpak, intrekking: Besluit, met: Besluit | Beroep, reden: str, *, by: User, at: datetime
) -> None:
    """Give the plan the day on which it was set down and its akkoord, and keep how it stands as a version."""
    los = PlanVanAanpak.history.filter(id=plan.pk, history_change_reason=ingetrokken_met(intrekking.nummer)).first()
    was = _vorige(los) if los else None
    plan.vastgesteld_op = was.vastgesteld_op if was else at
    plan.vastgesteld_door_id = was.vastgesteld_door_id if was else by.pk
    bewaar(plan, by=by, velden=["vastgesteld_op", "vastgesteld_door"], reden=reden)
    _geef_akkoord_terug(plan, intrekking, reden, by)
    versie_na_herroeping(plan, met if isinstance(met, Besluit) else None, reden, by=by, at=at)


def _geef_akkoord_terug(plan: PlanVanAanpak, intrekking: Besluit, reden: str, by: User) -> None:
    """Let the akkoord count again that lapsed with the intrekking, unless another was given since."""
    soorten = (Akkoord, ZonderAkkoord)
    if any(model.objects.filter(plan=plan).exists() for model in soorten):
        return
    weg = ingetrokken_met(intrekking.nummer)
    for model in soorten:
        rij = model.history.filter(plan_id=plan.pk, history_type="-", history_change_reason=weg).first()
        if rij is not None:
            bewaar(rij.instance, by=by, reden=reden)
