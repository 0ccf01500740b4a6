"""Make and change the plan van aanpak, its voorzieningen and doelen, and record the akkoord."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log, vergrendel
from cases.actions.documenten import document_toevoegen
from cases.beleid_bron import regels_van
from cases.keuzes import BewijsVan, Documentsoort, Leefgebied
from cases.models import Betrokkene, Document, Dossier
from cases.status import Status
from planvanaanpak.actions.akkoord import NAAST_AKKOORD, akkoordzin, eis_na_wijziging, eis_van_wie
from planvanaanpak.actions.mandaat import eis_niet_extern
from planvanaanpak.actions.planpoort import MET_PLAN, TE_VULLEN, eis_eerder_besluit, eis_met_plan, eis_plan_open
from planvanaanpak.actions.prijszetten import Onderbouwing, schrijf_goederen, zelfde_vergelijking, zet_prijs
from planvanaanpak.actions.saneringsklok import volg_verzoek
from planvanaanpak.actions.voorzieningverband import eis_verband, zet_grond
from planvanaanpak.actions.wijziging import stand_van, verschil
from planvanaanpak.akkoordkeuzes import AkkoordOmvang, AkkoordVan
from planvanaanpak.keuring import keur
from planvanaanpak.keuzes import NIET_AF, AkkoordKanaal, DoelStatus, Plansoort, VoorzieningStatus
from planvanaanpak.models import (
    Akkoord,
    Doel,
    Planfase,
    Planleefgebied,
    PlanVanAanpak,
    Saneringskrediet,
    Voorziening,
)
from planvanaanpak.planbron import hulpvragen_van, is_open, was_vastgesteld
from planvanaanpak.plantekst import Plantekst, merk, netjes

LEEFGEBIEDVELDEN = ("situatie", "voldoet", "hulpvraag", "weggelaten")
VOORZIENINGVELDEN = (
    "leefgebied", "doel", "omschrijving", "soort", "toegang", "schuld", "voor_wie", "gezinslid", "noodzaak",
    "motivering", "obstakel", "geschiktheid", "noodzakelijkheid", "evenredigheid", "voorstel", "weigeringsgrond",
    "grond_code", "grond_artikel", "zienswijze", "uitzondering", "uitzondering_waarom", "uitzondering_situatie",
    "uitzondering_datum", "vervolg", "vervolg_waarom", "nogmaals", "aantal", "eenheid", "eenheidsprijs", "bedrag",
    "btw", "looptijd_vanaf", "looptijd_tot", "uitvoerder", "betaald_aan",
)  # fmt: skip
# Once the plan is vastgesteld its akkoord can still come: component B counts from then.
MET_AKKOORD = TE_VULLEN | {Status.AFGESLOTEN}
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
    eis_plan_open(dossier, "Een plan van aanpak maken")
    soort = Plansoort.ACUUT if dossier.acuut else Plansoort.VOLLEDIG
    plan = bewaar(PlanVanAanpak(dossier=dossier, soort=soort), by=by)
    hulpvragen = hulpvragen_van(dossier)
    for leefgebied in Leefgebied:
        hulpvraag = netjes(hulpvragen.get(leefgebied, ""))
        bewaar(Planleefgebied(plan=plan, leefgebied=leefgebied, hulpvraag=hulpvraag), by=by)
    for nummer, naam in enumerate(regels_van(dossier).fasen, start=1):
        bewaar(Planfase(plan=plan, nummer=nummer, naam=naam), by=by)
    log(dossier, "plan_gemaakt", "Plan van aanpak begonnen.", by=by, at=at)
    return plan


@transaction.atomic
def leefgebied_bewaren(
    *, plan: PlanVanAanpak, leefgebied: Leefgebied, velden: Mapping[str, str], doel: str, by: User, at: datetime
) -> Planleefgebied:
    """Save what the plan says of one leefgebied, with its doel. Refused once the plan is vastgesteld.

    `velden` holds situatie, voldoet and hulpvraag, and why it is left out when it is. An empty doel takes the open
    doel away. What is the same is not saved and not logged.
    """
    dossier = vergrendel(plan.dossier)
    eis_plan_open(dossier, "Het plan wijzigen")
    tekst = Plantekst(**velden, doel=doel)
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
    """Store the first doel of the inwoner that is not closed, or a new one; those of gezinsleden have their own page.

    What was behaald or vervallen keeps its text: that is its trail.
    """
    doel = Doel.objects.filter(plan=plan, leefgebied=leefgebied, gezinslid=None, status__in=NIET_AF).first()
    if tekst == (doel.tekst if doel else ""):
        return False
    if not tekst and doel is not None:
        if was_vastgesteld(plan):
            raise ActieFout(f"Het doel '{doel.tekst}' stond in een besluit. Haal het weg op de pagina van het doel.")
        if doel.stappen.exists():
            raise ActieFout(f"Het doel '{doel.tekst}' heeft stappen. Haal het doel weg op de pagina van het doel.")
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
    stempel: str | None = None,
) -> Voorziening:
    """Add or change a voorziening that is still a voorstel: for the plan, or after its vaststelling for an addendum.

    `gegevens` may carry an `onderbouwing` of the price, which then sets the amounts (actions.prijszetten).
    With the `stempel` of the page that was open, a change made since is not overwritten (VoorstelGewijzigd); the empty
    one of a page that had none saw nothing. The same new voorstel sent twice within a minute gives the one that is
    there; saving what is the same changes and logs nothing. An externe hulpverlener does not judge what is needed (Wht
    art. 2.21 lid 5).
    """
    dossier = vergrendel(plan.dossier)
    eis_niet_extern(by, dossier.gemeente_id)
    eis_met_plan(dossier, "Een voorziening voorstellen", TE_VULLEN)
    eis_eerder_besluit(dossier)
    nieuw = voorziening is None
    voorziening = Voorziening(plan=plan) if voorziening is None else _neem_voorstel(voorziening)
    if voorziening.status != VoorzieningStatus.VOORSTEL:
        raise ActieFout("Over deze voorziening is al beslist. Stel een nieuwe voor en neem een aanvullend besluit.")
    if not nieuw and stempel is not None and stempel != stempel_van(voorziening):
        raise VoorstelGewijzigd(voorziening)
    was, onderbouwing = stand_van(voorziening), gegevens.get("onderbouwing")
    _vul_in(dossier, voorziening, gegevens, localdate(at))
    if nieuw and (eerder := _net_voorgesteld(voorziening, by, at)):
        return eerder
    anders = None if nieuw else verschil(was, stand_van(voorziening))
    if anders == set() and (onderbouwing is None or zelfde_vergelijking(voorziening, onderbouwing)):
        return voorziening
    bewaar(voorziening, by=by)
    if onderbouwing is not None:
        schrijf_goederen(voorziening, onderbouwing, by)
    log(dossier, *_gebeurtenis(voorziening, anders), by=by, at=at)
    return voorziening


def _vul_in(dossier: Dossier, voorziening: Voorziening, gegevens: Mapping[str, Any], on: date) -> None:
    """Put on a voorstel what was filled in; saves nothing. Raises ActieFout for what can't be so."""
    prijs, lid = voorziening.eenheidsprijs, voorziening.gezinslid_id
    onderbouwing: Onderbouwing | None = gegevens.get("onderbouwing")
    for veld in gegevens.keys() - {"onderbouwing"}:
        setattr(voorziening, veld, gegevens[veld])
    if "weigeringsgrond" in gegevens and "grond_code" not in gegevens:
        voorziening.grond_code = voorziening.grond_artikel = ""
    zet_grond(dossier, voorziening)
    if voorziening.leefgebied != Leefgebied.FINANCIEN:
        voorziening.schuld = ""
    if onderbouwing is not None:
        zet_prijs(dossier, voorziening, onderbouwing, on)
        prijs = voorziening.eenheidsprijs
    if fouten := keur({veld: getattr(voorziening, veld) for veld in VOORZIENINGVELDEN}):
        raise ActieFout(next(iter(fouten.values())))
    eis_verband(dossier, voorziening, prijs=prijs, lid=lid, on=on)


def _gebeurtenis(voorziening: Voorziening, anders: set[str] | None) -> tuple[str, str]:
    """Give the event of a voorstel. What the inwoner thinks of a refusal does not change what they agreed with."""
    wat = voorziening.omschrijving
    if anders is None:
        return "voorziening_voorgesteld", f"Voorziening voorgesteld: {wat}."
    if anders == {"zienswijze"}:
        return "zienswijze", f"Opgeschreven wat de inwoner van het afwijzen vindt: {wat}."
    return "voorziening_gewijzigd", f"Voorziening gewijzigd: {wat}."


@transaction.atomic
def voorziening_weghalen(*, voorziening: Voorziening, by: User, at: datetime) -> None:
    """Take away a voorziening that is still a voorstel; its history stays."""
    dossier = vergrendel(voorziening.plan.dossier)
    eis_met_plan(dossier, "Een voorstel weghalen", TE_VULLEN)
    eis_eerder_besluit(dossier)
    voorziening = _neem_voorstel(voorziening)
    if voorziening.status != VoorzieningStatus.VOORSTEL:
        raise ActieFout("Over deze voorziening is al beslist. U kunt hem niet meer weghalen.")
    tekst = f"Voorstel weggehaald: {voorziening.omschrijving}."
    log(dossier, "voorziening_weggehaald", tekst, by=by, at=at)
    voorziening._history_user = by  # type: ignore[attr-defined]
    sanering = Saneringskrediet.objects.filter(voorziening=voorziening).first()
    voorziening.delete()
    if sanering is not None:
        volg_verzoek(dossier, sanering.datum_beschikking, by=by, at=at, on=localdate(at))


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
    van: AkkoordVan = AkkoordVan.INWONER,
    vertegenwoordiger: Betrokkene | None = None,
    niet_akkoord: str = "",
    opnieuw: bool = False,
) -> Akkoord:
    """Record that the rechthebbende agrees with the plan, with the proof (component B hangs on it).

    The proof is a document of the dossier, or a `bestand` that is put in the dossier together with the akkoord. A
    vertegenwoordiger of the dossier may give it; `niet_akkoord` says with what part of the plan they do not agree. With
    a plan that was vastgesteld it can also come after the uitvoering.

    Another proof or toelichting belongs to the akkoord that there is, which then covers no more than it did. Another
    day, way, person or extent is a new akkoord, and so is one given `opnieuw`, with the plan of now: that raises
    ActieFout for a day before the last change (decision 1171).
    """
    dossier = vergrendel(plan.dossier)
    plan.refresh_from_db(fields=["vastgesteld_op"])
    eis_met_akkoord(dossier, plan)
    if datum > on:
        raise ActieFout("Het akkoord kan niet in de toekomst liggen.")
    if dossier.datum_eerste_gesprek and datum < dossier.datum_eerste_gesprek:
        raise ActieFout("Het akkoord kan niet vóór het eerste gesprek liggen.")
    akkoord = Akkoord.objects.filter(plan=plan).first() or Akkoord(plan=plan)
    _eis_bewijs(dossier, bewijs, akkoord)
    eis_van_wie(dossier, van, vertegenwoordiger)
    if opnieuw:
        eis_na_wijziging(dossier, datum)
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
    was = stand_van(akkoord) if akkoord.pk else None
    akkoord.datum, akkoord.kanaal, akkoord.bewijs, akkoord.toelichting = datum, kanaal, bewijs, toelichting.strip()
    akkoord.van, akkoord.vertegenwoordiger, akkoord.niet_akkoord = van, vertegenwoordiger, niet_akkoord.strip()
    akkoord.omvang = AkkoordOmvang.DEELS if akkoord.niet_akkoord else AkkoordOmvang.GEHEEL
    anders = None if was is None else verschil(was, stand_van(akkoord))
    if anders == set() and not opnieuw:
        return akkoord
    if is_nieuw := opnieuw or anders is None or not anders <= NAAST_AKKOORD:
        akkoord.vastgelegd_op, akkoord.vastgelegd_door = at, by
        akkoord.wijziging_reden, akkoord.wijziging_op, akkoord.wijziging_door = "", None, None
    bewaar(akkoord, by=by)
    log(dossier, "akkoord", akkoordzin(akkoord, is_nieuw=is_nieuw), by=by, at=at)
    return akkoord


def eis_met_akkoord(dossier: Dossier, plan: PlanVanAanpak | None) -> None:
    """Refuse an akkoord where there is nothing to agree with: before the plan, and after an end without one."""
    eis_met_plan(dossier, "Akkoord vastleggen", met_akkoord(plan))


def kan_akkoord(dossier: Dossier, plan: PlanVanAanpak | None) -> bool:
    return plan is not None and (is_open(dossier) or dossier.status in met_akkoord(plan))


def met_akkoord(plan: PlanVanAanpak | None) -> frozenset[Status]:
    """Give the statuses in which an akkoord can be recorded: also after the end, once the plan was vastgesteld."""
    return MET_AKKOORD if plan is not None and plan.vastgesteld_op is not None else MET_PLAN


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
    """Say how a doel stands: begun, behaald, vervallen with a reason, or open again.

    In a plan that is still open, what lapses or comes back is a change of what the inwoner agrees with.
    """
    dossier = vergrendel(doel.plan.dossier)
    eis_met_plan(dossier, "Een doel bijwerken")
    was = DoelStatus(doel.status)
    weer_open = status == DoelStatus.OPEN or (status == DoelStatus.BEZIG and doel.status not in NIET_AF)
    if status == DoelStatus.VERVALLEN and not reden.strip():
        raise ActieFout("Schrijf op waarom dit doel vervalt.")
    if weer_open and not reden.strip():
        raise ActieFout("Schrijf op waarom dit doel weer open is.")
    if status == DoelStatus.BEHAALD:
        _eis_dag_behaald(dossier, datum, on)
    doel.status = status
    doel.datum_behaald = datum if status == DoelStatus.BEHAALD else None
    doel.reden_vervallen = reden.strip() if status == DoelStatus.VERVALLEN else ""
    bewaar(doel, by=by, velden=["status", "datum_behaald", "reden_vervallen"], reden=reden.strip())
    woord = "weer open" if weer_open else doel.get_status_display().lower()
    wijzigt_plan = is_open(dossier) and (weer_open or DoelStatus.VERVALLEN in (was, status))
    soort = "doel_gewijzigd" if wijzigt_plan else "doel"
    log(dossier, soort, f"Doel {woord}: {doel.tekst}", by=by, at=at, reden=reden.strip())
    return doel


def _eis_dag_behaald(dossier: Dossier, datum: date, on: date) -> None:
    if datum > on:
        raise ActieFout("Een doel kan niet in de toekomst behaald zijn.")
    if dossier.datum_eerste_gesprek and datum < dossier.datum_eerste_gesprek:
        raise ActieFout("Een doel kan niet vóór het eerste gesprek behaald zijn.")
    if datum < dossier.datum_aanmelding:
        raise ActieFout("Een doel kan niet vóór de aanmelding behaald zijn.")
