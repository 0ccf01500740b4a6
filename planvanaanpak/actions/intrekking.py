"""Take an earlier besluit back, with its ground and the day from which that holds (Awb art. 3:46 and 4:8)."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.aanmelden import sluit_statusvraag
from cases.actions.basis import ActieFout, bewaar, eis_in_leven, eis_status
from cases.models import Dossier
from cases.status import Status
from config.weergave import datum as datumtekst
from planvanaanpak.actions.aanvraag import heropen_aanvraag, is_gesloten_met
from planvanaanpak.actions.akkoord import laat_akkoord_vervallen
from planvanaanpak.actions.besluit import neem_besluit
from planvanaanpak.actions.versies import versie_bij_besluit
from planvanaanpak.actions.verzending import vergrendel_besluit
from planvanaanpak.actions.voorzieningbasis import laat_vervallen
from planvanaanpak.actions.zienswijze import eis_zienswijze
from planvanaanpak.heropening import heropen_einde, weigering
from planvanaanpak.intrekredenen import aanvraag_ingetrokken, ingetrokken_met, voorziening_ingetrokken
from planvanaanpak.keuzes import BesluitSoort, VoorzieningStatus
from planvanaanpak.models import Besluit, PlanVanAanpak, Voorziening
from planvanaanpak.opbouw import Inhoud
from planvanaanpak.zienswijze import NIET_GEVRAAGD

S = Status
INTREKBAAR = {
    BesluitSoort.TOEKENNING: frozenset({S.UITVOERING}),
    BesluitSoort.AFWIJZING: frozenset({S.UITVOERING, S.AFGESLOTEN}),
    BesluitSoort.ADDENDUM: frozenset({S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE}),
    BesluitSoort.BUITEN_BEHANDELING: frozenset({S.AFGESLOTEN}),
    BesluitSoort.BEEINDIGING: frozenset({S.NAZORG, S.ACCLIMATISATIE, S.AFGESLOTEN}),
}
# Why a besluit of another kind is not taken back, and what is done instead.
ANDERS = {
    BesluitSoort.HERZIENING: "Een herziening trekt u niet in. Neem een nieuw herzieningsbesluit.",
    BesluitSoort.INTREKKING: "Een intrekking trekt u niet in. Neem een nieuw besluit.",
    BesluitSoort.BESLUIT_OP_BEZWAAR: "Een besluit op bezwaar trekt u niet in. De inwoner kan in beroep gaan.",
}
OP_DE_AANVRAAG = frozenset({BesluitSoort.TOEKENNING, BesluitSoort.AFWIJZING, BesluitSoort.BUITEN_BEHANDELING})


@transaction.atomic
def intrekken(
    *,
    besluit: Besluit,
    ingang: date,
    toelichting: str,
    zienswijze: str,
    datum: date,
    by: User,
    at: datetime,
    on: date,
) -> Besluit:
    """Take a besluit back with a numbered besluit of its own: from its first day, or from a later day.

    What it granted lapses or stops; what it refused is a voorstel again. After the besluit on the aanvraag the dossier
    goes back to the plan, as it has to be decided on anew, with an akkoord anew; after the one that ended the support
    it goes on where it was. The besluit itself never changes.
    """
    besluit = vergrendel_besluit(besluit)
    dossier = besluit.dossier
    eis_intrekbaar(besluit)
    eis_in_leven(dossier, "Het besluit intrekken")
    inhoud = stel_intrekking_op(besluit, ingang=ingang, toelichting=toelichting, zienswijze=zienswijze)
    nieuw = neem_besluit(dossier, inhoud, datum, by=by, at=at, on=on)
    _laat_los(besluit, nieuw, ingang, by)
    plan = PlanVanAanpak.objects.filter(dossier=dossier, vastgesteld_op__isnull=False).first()
    if plan is not None:
        versie_bij_besluit(plan, nieuw, by=by, at=at)
    if besluit.soort in OP_DE_AANVRAAG:
        if plan is not None:
            plan.vastgesteld_op, plan.vastgesteld_door, plan.versie = None, None, plan.versie + 1
            velden = ["vastgesteld_op", "vastgesteld_door", "versie"]
            bewaar(plan, by=by, velden=velden, reden=ingetrokken_met(nieuw.nummer))
            laat_akkoord_vervallen(plan, ingetrokken_met(nieuw.nummer), by=by)
        heropen_aanvraag(dossier, by=by, on=on, reden=aanvraag_ingetrokken(besluit.nummer))
        sluit_statusvraag(dossier, "De aanvraag is weer open.", by=by, at=at)
    if besluit.soort == BesluitSoort.BEEINDIGING:
        heropen_einde(besluit, nieuw, by=by, at=at, on=on)
    return nieuw


def stel_intrekking_op(besluit: Besluit, *, ingang: date, toelichting: str, zienswijze: str) -> Inhoud:
    """Give what the letter holds, for its preview as well. Raises ActieFout for what is missing."""
    if ingang < besluit.datum:
        raise ActieFout(f"Het besluit is van {datumtekst(besluit.datum)}. Kies die dag of een latere dag.")
    if not toelichting.strip():
        raise ActieFout("Schrijf op waarom u het besluit intrekt. De inwoner leest dit in de brief.")
    eis_zienswijze(zienswijze, NIET_GEVRAAGD)
    return Inhoud(
        soort=BesluitSoort.INTREKKING,
        over=besluit,
        ingang=ingang,
        toelichting=toelichting.strip(),
        zienswijze=zienswijze.strip(),
    )


def eis_intrekbaar(besluit: Besluit) -> None:
    """Refuse what is taken back already, what others lean on, and a kind or status in which it can't be."""
    dossier: Dossier = besluit.dossier
    if waarom := ANDERS.get(BesluitSoort(besluit.soort)):
        raise ActieFout(waarom)
    eerder = besluit.gewijzigd_met.intrekkingen().first()
    if eerder is not None:
        raise ActieFout(f"Dit besluit is al ingetrokken met {eerder.nummer}.")
    eis_status(dossier, INTREKBAAR[BesluitSoort(besluit.soort)], "Het besluit intrekken")
    if besluit.soort == BesluitSoort.BEEINDIGING:
        if waarom := weigering(besluit):
            raise ActieFout(waarom)
    elif dossier.status == Status.AFGESLOTEN and not is_gesloten_met(besluit):
        raise ActieFout("Het dossier is daarna met een ander besluit afgesloten. Dit besluit trekt u niet meer in.")
    if besluit.verzonden_op is None:
        raise ActieFout("Dit besluit is nog niet verzonden. Bevestig eerst de verzending.")
    if herzien := besluit.gewijzigd_met.filter(soort=BesluitSoort.HERZIENING).first():
        raise ActieFout(f"Dit besluit is herzien met {herzien.nummer}. Neem een nieuw herzieningsbesluit.")
    erbij = Besluit.objects.filter(vult_aan=besluit).geldend().values_list("nummer", flat=True)
    if erbij:
        raise ActieFout(f"Bij dit besluit horen addenda: {', '.join(sorted(erbij))}. Trek die eerst in.")


def _laat_los(besluit: Besluit, nieuw: Besluit, ingang: date, by: User) -> None:
    """Let each voorziening follow: refused is a voorstel again, granted lapses, or stops on the day before."""
    reden = voorziening_ingetrokken(besluit.nummer, nieuw.nummer)
    for voorziening in Voorziening.objects.select_for_update(of=("self",)).filter(besluit=besluit):
        if voorziening.status == VoorzieningStatus.AFGEWEZEN:
            voorziening.status, voorziening.besluit = VoorzieningStatus.VOORSTEL, None
            bewaar(voorziening, by=by, velden=["status", "besluit"], reden=reden)
            continue
        voorziening.herzien_met = nieuw
        velden = ["herzien_met", *laat_vervallen(voorziening, besluit, ingang)]
        bewaar(voorziening, by=by, velden=velden, reden=reden)
