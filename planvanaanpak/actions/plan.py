"""Make and change the plan van aanpak, its voorzieningen and doelen, and record the akkoord."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.base import File
from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.documenten import document_toevoegen
from cases.keuzes import BewijsVan, Documentsoort, Leefgebied
from cases.models import Document, Dossier
from cases.status import Status
from config.weergave import datum as datumtekst
from planvanaanpak.keuring import keur
from planvanaanpak.keuzes import AkkoordKanaal, DoelStatus, VoorzieningStatus
from planvanaanpak.models import Akkoord, Doel, Planleefgebied, PlanVanAanpak, Voorziening
from planvanaanpak.planbron import besluit_over_plan, hulpvragen_van
from planvanaanpak.plantekst import Plantekst, merk, netjes

LEEFGEBIEDVELDEN = ("situatie", "voldoet", "hulpvraag")
VOORZIENINGVELDEN = (
    "leefgebied", "omschrijving", "soort", "noodzaak", "motivering", "voorstel", "weigeringsgrond", "bedrag",
    "looptijd_vanaf", "looptijd_tot", "uitvoerder",
)  # fmt: skip
MET_PLAN = frozenset({Status.PLAN_VAN_AANPAK, Status.UITVOERING})
# After niet erkend something can be added to a plan that was vastgesteld, for 30 dagen (Wht art. 2.21 lid 6).
TE_VULLEN = MET_PLAN | {Status.ACCLIMATISATIE}
PLAN_OPEN = frozenset({Status.PLAN_VAN_AANPAK})
DUBBEL_BINNEN = timedelta(minutes=1)


class VoorstelGewijzigd(ActieFout):
    """Somebody else changed the voorstel since the page was opened; `nu` is what is stored."""

    def __init__(self, nu: Voorziening) -> None:
        laatste = nu.history.select_related("history_user").first()
        wie = laatste.history_user.naam if laatste and laatste.history_user else "Iemand"
        super().__init__(f"{wie} wijzigde dit voorstel, nadat u het opende. Uw invoer staat er nog. Kies per veld.")
        self.nu = nu


@transaction.atomic
def plan_openen(*, dossier: Dossier, by: User, at: datetime) -> PlanVanAanpak:
    """Give the plan of a dossier; the first time it is made, with the hulpvragen of the gesprekken filled in."""
    dossier = vergrendel(dossier)
    plan = PlanVanAanpak.objects.filter(dossier=dossier).first()
    if plan is not None:
        return plan
    eis_status(dossier, PLAN_OPEN, "Een plan van aanpak maken")
    plan = bewaar(PlanVanAanpak(dossier=dossier), by=by)
    hulpvragen = hulpvragen_van(dossier)
    for leefgebied in Leefgebied:
        hulpvraag = netjes(hulpvragen.get(leefgebied, ""))
        bewaar(Planleefgebied(plan=plan, leefgebied=leefgebied, hulpvraag=hulpvraag), by=by)
    log(dossier, "plan_gemaakt", "Plan van aanpak begonnen.", by=by, at=at)
    return plan


@transaction.atomic
def leefgebied_bewaren(
    *, plan: PlanVanAanpak, leefgebied: Leefgebied, velden: Mapping[str, str], doel: str, by: User, at: datetime
) -> Planleefgebied:
    """Save what the plan says of one leefgebied, with its doel. Refused once the plan is vastgesteld.

    `velden` holds situatie, voldoet and hulpvraag. An empty doel takes the open doel away. What is the same is not
    saved and not logged.
    """
    dossier = vergrendel(plan.dossier)
    eis_status(dossier, PLAN_OPEN, "Het plan wijzigen")
    tekst = Plantekst(**{veld: velden[veld] for veld in LEEFGEBIEDVELDEN}, doel=doel)
    if schrijf_leefgebied(plan, leefgebied, tekst, by):
        log(dossier, "plan_bewaard", f"Plan bijgewerkt: {leefgebied.label.lower()}.", by=by, at=at)
    return Planleefgebied.objects.get(plan=plan, leefgebied=leefgebied)


def schrijf_leefgebied(plan: PlanVanAanpak, leefgebied: Leefgebied, tekst: Plantekst, by: User) -> bool:
    """Store the text of a leefgebied and its doel where they differ, and say whether they did. Locks; logs nothing."""
    deel = Planleefgebied.objects.select_for_update().get(plan=plan, leefgebied=leefgebied)
    gewijzigd = [veld for veld in LEEFGEBIEDVELDEN if getattr(deel, veld) != tekst.waarde(veld)]
    if gewijzigd:
        for veld in gewijzigd:
            setattr(deel, veld, tekst.waarde(veld))
        bewaar(deel, by=by, velden=gewijzigd)
    return _schrijf_doel(plan, leefgebied, tekst.doel, by) or bool(gewijzigd)


def _schrijf_doel(plan: PlanVanAanpak, leefgebied: Leefgebied, tekst: str, by: User) -> bool:
    doel = Doel.objects.filter(plan=plan, leefgebied=leefgebied).first()
    if tekst == (doel.tekst if doel else ""):
        return False
    if not tekst and doel is not None:
        doel._history_user = by  # type: ignore[attr-defined]
        doel.delete()
        return True
    doel = doel or Doel(plan=plan, leefgebied=leefgebied)
    doel.tekst = tekst
    bewaar(doel, by=by)
    return True


@transaction.atomic
def voorziening_bewaren(
    *,
    plan: PlanVanAanpak,
    gegevens: Mapping[str, Any],
    by: User,
    at: datetime,
    voorziening: Voorziening | None = None,
    stempel: str = "",
) -> Voorziening:
    """Add or change a voorziening that is still a voorstel: for the plan, or after its vaststelling for an addendum.

    With the `stempel` of the page that was open, a change made since is not overwritten (VoorstelGewijzigd). The same
    new voorstel sent twice within a minute gives the one that is there.
    """
    dossier = vergrendel(plan.dossier)
    eis_status(dossier, TE_VULLEN, "Een voorziening voorstellen")
    eis_eerder_besluit(dossier)
    nieuw = voorziening is None
    voorziening = Voorziening(plan=plan) if voorziening is None else _neem_voorstel(voorziening)
    if voorziening.status != VoorzieningStatus.VOORSTEL:
        raise ActieFout("Over deze voorziening is al beslist. Stel een nieuwe voor en neem een aanvullend besluit.")
    if stempel and stempel != stempel_van(voorziening):
        raise VoorstelGewijzigd(voorziening)
    for veld, waarde in gegevens.items():
        setattr(voorziening, veld, waarde)
    if fouten := keur({veld: getattr(voorziening, veld) for veld in VOORZIENINGVELDEN}):
        raise ActieFout(next(iter(fouten.values())))
    if nieuw and (eerder := _net_voorgesteld(voorziening, by, at)):
        return eerder
    bewaar(voorziening, by=by)
    werkwoord = "voorgesteld" if nieuw else "gewijzigd"
    tekst = f"Voorziening {werkwoord}: {voorziening.omschrijving}."
    log(dossier, f"voorziening_{werkwoord}", tekst, by=by, at=at)
    return voorziening


def eis_eerder_besluit(dossier: Dossier) -> None:
    """Refuse a first plan after niet erkend: only what was decided before can be added to."""
    if dossier.status == Status.ACCLIMATISATIE and besluit_over_plan(dossier) is None:
        raise ActieFout(
            "UHT meldde: niet erkend, en er is nog geen besluit over een plan. Het plan verandert niet meer."
        )


@transaction.atomic
def voorziening_weghalen(*, voorziening: Voorziening, by: User, at: datetime) -> None:
    """Take away a voorziening that is still a voorstel; its history stays."""
    dossier = vergrendel(voorziening.plan.dossier)
    eis_status(dossier, TE_VULLEN, "Een voorstel weghalen")
    eis_eerder_besluit(dossier)
    voorziening = _neem_voorstel(voorziening)
    if voorziening.status != VoorzieningStatus.VOORSTEL:
        raise ActieFout("Over deze voorziening is al beslist. U kunt hem niet meer weghalen.")
    tekst = f"Voorstel weggehaald: {voorziening.omschrijving}."
    log(dossier, "voorziening_weggehaald", tekst, by=by, at=at)
    voorziening._history_user = by  # type: ignore[attr-defined]
    voorziening.delete()


def stempel_van(voorziening: Voorziening) -> str:
    """Give a mark of what a voorstel says, so that saving sees whether somebody changed it."""
    return merk("\n".join(str(getattr(voorziening, veld)) for veld in VOORZIENINGVELDEN))


def _neem_voorstel(voorziening: Voorziening) -> Voorziening:
    """Lock a voorziening and give it as it is now: a colleague may have decided on it or taken it away."""
    huidig = Voorziening.objects.select_for_update().filter(pk=voorziening.pk).first()
    if huidig is None:
        raise ActieFout("Dit voorstel is intussen weggehaald.")
    return huidig


def _net_voorgesteld(voorziening: Voorziening, by: User, at: datetime) -> Voorziening | None:
    """Find the same voorstel that the same person made in the last minute: a form that was sent twice."""
    gelijk = {veld: getattr(voorziening, veld) for veld in VOORZIENINGVELDEN}
    net = Voorziening.history.filter(
        history_type="+", history_user=by, history_date__range=(at - DUBBEL_BINNEN, at + DUBBEL_BINNEN)
    )
    voorstellen = voorziening.plan.voorzieningen.voorgesteld()
    eerder: Voorziening | None = voorstellen.filter(**gelijk, pk__in=net.values("id")).first()
    return eerder


@transaction.atomic
def akkoord_vastleggen(
    *,
    plan: PlanVanAanpak,
    datum: date,
    kanaal: AkkoordKanaal,
    bewijs: Document | None,
    toelichting: str,
    by: User,
    at: datetime,
    on: date,
    bestand: File | None = None,
) -> Akkoord:
    """Record that the rechthebbende agrees with the plan, with the proof (component B hangs on it).

    The proof is a document of the dossier, or a `bestand` that is put in the dossier together with the akkoord.
    """
    dossier = vergrendel(plan.dossier)
    eis_status(dossier, MET_PLAN, "Akkoord vastleggen")
    if datum > on:
        raise ActieFout("Het akkoord kan niet in de toekomst liggen.")
    if dossier.datum_eerste_gesprek and datum < dossier.datum_eerste_gesprek:
        raise ActieFout("Het akkoord kan niet vóór het eerste gesprek liggen.")
    akkoord = Akkoord.objects.filter(plan=plan).first() or Akkoord(plan=plan)
    _eis_bewijs(dossier, bewijs, akkoord)
    if bestand is not None:
        bewijs = document_toevoegen(
            dossier=dossier,
            soort=Documentsoort.AKKOORD,
            onderwerp=f"Akkoord met het plan, {AkkoordKanaal(kanaal).label.lower()}",
            datum=datum,
            inhoud=bestand,
            bewijs_van=BewijsVan.AKKOORD,
            by=by,
            at=at,
            on=on,
        )
    akkoord.datum, akkoord.kanaal, akkoord.bewijs, akkoord.toelichting = datum, kanaal, bewijs, toelichting.strip()
    akkoord.vastgelegd_op, akkoord.vastgelegd_door = at, by
    bewaar(akkoord, by=by)
    tekst = f"Akkoord met het plan op {datumtekst(datum)}: {akkoord.get_kanaal_display().lower()}."
    log(dossier, "akkoord", tekst, by=by, at=at)
    return akkoord


def _eis_bewijs(dossier: Dossier, bewijs: Document | None, akkoord: Akkoord) -> None:
    """Refuse a proof that does not count; a newer version of the proof of now changes nothing."""
    if bewijs is None:
        return
    if bewijs.dossier_id != dossier.pk:
        raise ActieFout("Dit bewijs hoort bij een ander dossier.")
    if not dossier.documenten.geldig().filter(pk=bewijs.pk).exists():
        raise ActieFout("Dit bewijs is ingetrokken. Kies een ander document.")
    if bewijs.pk != akkoord.bewijs_id and not dossier.documenten.bruikbaar().filter(pk=bewijs.pk).exists():
        raise ActieFout("Van dit bewijs is een nieuwere versie. Kies die.")


@transaction.atomic
def doel_afsluiten(
    *, doel: Doel, status: DoelStatus, datum: date, reden: str, by: User, at: datetime, on: date
) -> Doel:
    """Mark a doel of a plan in uitvoering as behaald on a day, or as vervallen with a reason; or open it again."""
    dossier = vergrendel(doel.plan.dossier)
    eis_status(dossier, frozenset({Status.UITVOERING}), "Een doel bijwerken")
    if status == DoelStatus.VERVALLEN and not reden.strip():
        raise ActieFout("Schrijf op waarom dit doel vervalt.")
    if status == DoelStatus.OPEN and not reden.strip():
        raise ActieFout("Schrijf op waarom dit doel weer open is.")
    if status == DoelStatus.BEHAALD:
        _eis_dag_behaald(dossier, datum, on)
    doel.status = status
    doel.datum_behaald = datum if status == DoelStatus.BEHAALD else None
    doel.reden_vervallen = reden.strip() if status == DoelStatus.VERVALLEN else ""
    bewaar(doel, by=by, velden=["status", "datum_behaald", "reden_vervallen"], reden=reden.strip())
    woord = "weer open" if status == DoelStatus.OPEN else doel.get_status_display().lower()
    log(dossier, "doel", f"Doel {woord}: {doel.tekst}", by=by, at=at, reden=reden.strip())
    return doel


def _eis_dag_behaald(dossier: Dossier, datum: date, on: date) -> None:
    if datum > on:
        raise ActieFout("Een doel kan niet in de toekomst behaald zijn.")
    if dossier.datum_eerste_gesprek and datum < dossier.datum_eerste_gesprek:
        raise ActieFout("Een doel kan niet vóór het eerste gesprek behaald zijn.")
