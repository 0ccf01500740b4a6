"""Ask to complete the aanvraag, with the hersteltermijn and the opschorting that follow from it, and end both.

Awb art. 4:5 lid 1 and 4, art. 4:15 lid 1 onder a.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from accounts.models import User
from cases.aanvulbrief import Aanvulbrief
from cases.actions.aanvulklokken import (
    geraakte_klokken,
    laat_brief_vervallen,
    sluit_klokken,
    start_hersteltermijn,
    start_vier_weken,
    stop_wachten,
)
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.briefdruk import bewaar_brief, druk, eis_adresseerbaar, eis_geen_geheim_adres, eis_leesbaar
from cases.actions.uitstelrijen import leg_opschorting_vast, volg_rijen, voorzie_periode, zoek_termijn
from cases.berekening import Berekening
from cases.briefadres import afzender, ontvanger
from cases.brieftekst_bron import met_teksten
from cases.keuzes import Opschortgrond, Uitstelsoort
from cases.models import Aanvulling, Dossier, Opschorting, Termijn
from cases.status import Status
from cases.uitstelgronden import PLAN
from config.weergave import datum as datumtekst

# The aanvraag is there from the eerste gesprek at the latest, and is decided on with the plan (decision 0821).
MET_AANVRAAG = frozenset({Status.PLAN_VAN_AANPAK})
SJABLOON = "brief/aanvulling.html"
DAG = timedelta(days=1)
LANGST = timedelta(days=92)
INTREKVELDEN = ["ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"]


@dataclass(frozen=True)
class Aanvulvoorstel:
    """What would happen: the letter that goes out, and the sum of the new last day when the beslistermijn stops."""

    brief: Aanvulbrief
    berekening: Berekening | None


@transaction.atomic
def aanvulling_vragen(*, dossier: Dossier, wat: str, uiterlijk: date, by: User, at: datetime, on: date) -> Aanvulling:
    """Make the letter, set the hersteltermijn, and suspend the beslistermijn from the day after it.

    Raises ActieFout when the aanvraag is asked for already, for a day that is no reasonable term, when nothing is
    missing, and when a letter can't go out.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, MET_AANVRAAG, "Een aanvulling vragen")
    wat = wat.strip()
    if eerder := _zelfde(dossier, wat, uiterlijk, by, on):
        return eerder
    termijn = zoek_termijn(dossier, PLAN)
    voorstel = stel_voor(dossier, termijn, wat=wat, uiterlijk=uiterlijk, by=by, on=on)
    pdf = druk(SJABLOON, voorstel.brief)
    document = bewaar_brief(
        dossier, pdf, "Aanvraag aanvullen", "aanvulling", naar=voorstel.brief.ontvanger, by=by, at=at, on=on
    )
    opschorting, gevolg = None, ""
    if voorstel.berekening:
        opschorting = _opschorting(dossier, termijn, wat, uiterlijk, by=by, on=on)
        gevolg = leg_opschorting_vast(opschorting, by=by, on=on)
    sluit_klokken(dossier)
    rij: Aanvulling = bewaar(
        Aanvulling(
            dossier=dossier,
            wat=wat,
            gevraagd_op=on,
            uiterlijk=uiterlijk,
            opschorting=opschorting,
            document=document,
            door=by,
        ),
        by=by,
    )
    start_hersteltermijn(dossier, rij, on)
    tekst = f"Gevraagd om de aanvraag aan te vullen, uiterlijk {datumtekst(uiterlijk)}. {_gevolg(opschorting, termijn)}"
    tekst += gevolg
    _log(dossier, rij, "aanvulling_gevraagd", tekst, by=by, at=at, reden=wat[:300], document=document.pk)
    return rij


@transaction.atomic
def aanvulling_ontvangen(
    *,
    aanvulling: Aanvulling,
    datum: date,
    is_volledig: bool,
    toelichting: str,
    by: User,
    at: datetime,
    on: date,
) -> Aanvulling:
    """Record what came: the hersteltermijn and the opschorting end, the latter on the day before (art. 4:15 lid 1).

    What is not enough leaves four weeks to leave the aanvraag buiten behandeling (art. 4:5 lid 4). What came after the
    last day changes no date. Raises ActieFout for a day before the letter or to come, and for what was recorded.
    """
    dossier = vergrendel(aanvulling.dossier)
    eis_status(dossier, MET_AANVRAAG, "Een aanvulling vastleggen")
    rij = _geldige(aanvulling)
    if rij.ontvangen_op is not None:
        raise ActieFout(f"De aanvulling is al vastgelegd: ontvangen op {datumtekst(rij.ontvangen_op)}.")
    if rij.verder_op is not None:
        raise ActieFout("U behandelt de aanvraag al verder. Leg wat er kwam vast als contact of als document.")
    if datum > on:
        raise ActieFout("De dag van ontvangst kan niet in de toekomst liggen.")
    if datum < rij.gevraagd_op:
        raise ActieFout(f"De brief is van {datumtekst(rij.gevraagd_op)}. Kies een dag vanaf die datum.")
    if not is_volledig and not toelichting.strip():
        raise ActieFout("Schrijf op wat er nog ontbreekt.")
    if not is_volledig:
        eis_geen_geheim_adres(dossier, toelichting)
    rij.ontvangen_op, rij.ontvangen_door, rij.is_volledig = datum, by, is_volledig
    rij.toelichting = toelichting.strip()
    bewaar(rij, by=by, velden=["ontvangen_op", "ontvangen_door", "is_volledig", "toelichting"])
    stop_wachten(dossier, rij, datum, on)
    gevolg = _eindig_opschorting(dossier, rij, datum, by=by, at=at, on=on)
    if is_volledig:
        sluit_klokken(dossier)
    elif datum <= rij.uiterlijk:
        start_vier_weken(dossier, rij, datum, on)
    wat = "De aanvraag is compleet" if is_volledig else "De aanvraag is nog niet compleet"
    tekst = f"Aanvulling ontvangen op {datumtekst(datum)}. {wat}.{_uiterste(dossier)}{gevolg}"
    _log(dossier, rij, "aanvulling_ontvangen", tekst, by=by, at=at, reden=rij.toelichting)
    return rij


@transaction.atomic
def aanvraag_verder_behandelen(*, aanvulling: Aanvulling, reden: str, by: User, at: datetime, on: date) -> Aanvulling:
    """Choose to decide on an aanvraag that was not completed as it is: the four weeks of art. 4:5 lid 4 stop.

    Raises ActieFout while the inwoner still has time, and when the aanvraag is complete.
    """
    dossier = vergrendel(aanvulling.dossier)
    eis_status(dossier, MET_AANVRAAG, "De aanvraag verder behandelen")
    rij = _geldige(aanvulling)
    if rij.verder_op is not None:
        raise ActieFout(f"U koos dit al op {datumtekst(rij.verder_op)}.")
    if rij.is_volledig:
        raise ActieFout("De aanvraag is compleet. U behandelt hem al verder.")
    if rij.ontvangen_op is None and on <= rij.uiterlijk:
        raise ActieFout(
            f"De inwoner heeft tot en met {datumtekst(rij.uiterlijk)} de tijd. Is de aanvulling niet meer nodig? Trek"
            " de brief dan in."
        )
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u zonder de aanvulling kunt beslissen.")
    rij.verder_op, rij.verder_door, rij.verder_reden = on, by, reden.strip()
    bewaar(rij, by=by, velden=["verder_op", "verder_door", "verder_reden"], reden=rij.verder_reden)
    stop_wachten(dossier, rij, None, on)
    sluit_klokken(dossier)
    tekst = f"De aanvraag wordt verder behandeld zonder de aanvulling.{_uiterste(dossier)}"
    _log(dossier, rij, "aanvraag_verder", tekst, by=by, at=at, reden=rij.verder_reden)
    return rij


@transaction.atomic
def aanvulling_intrekken(*, aanvulling: Aanvulling, reden: str, by: User, at: datetime, on: date) -> Aanvulling:
    """Withdraw a letter that was made by mistake: no hersteltermijn, and the beslistermijn as if it never stopped."""
    dossier = vergrendel(aanvulling.dossier)
    eis_status(dossier, MET_AANVRAAG, "De brief intrekken")
    rij = _geldige(aanvulling)
    if not reden.strip():
        raise ActieFout("Schrijf op waarom de brief niet klopt.")
    rij.ingetrokken_op, rij.ingetrokken_door, rij.ingetrokken_reden = at, by, reden.strip()
    bewaar(rij, by=by, velden=INTREKVELDEN, reden=reden)
    laat_brief_vervallen(dossier, rij)
    gevolg = ""
    if rij.opschorting is not None and not rij.opschorting.is_ingetrokken:
        gevolg = _trek_opschorting_in(dossier, rij.opschorting, reden, by=by, at=at, on=on)
    tekst = f"Brief om de aanvraag aan te vullen van {datumtekst(rij.gevraagd_op)} ingetrokken."
    tekst += f"{_uiterste(dossier)}{gevolg}"
    _log(dossier, rij, "aanvulling_ingetrokken", tekst, by=by, at=at, reden=reden)
    return rij


def stel_voor(dossier: Dossier, termijn: Termijn, *, wat: str, uiterlijk: date, by: User, on: date) -> Aanvulvoorstel:
    """Work out letter and new last day, for the preview as well. Raises ActieFout for what can't be."""
    eis_adresseerbaar(dossier, by)
    eis_geen_geheim_adres(dossier, wat)
    if not wat.strip():
        raise ActieFout("Schrijf op wat er nog nodig is. De inwoner leest dit in de brief.")
    eis_geen_open(dossier)
    if not on < uiterlijk <= on + LANGST:
        raise ActieFout(f"Kies een dag van {datumtekst(on + DAG)} tot en met {datumtekst(on + LANGST)}.")
    kan_stil = on + DAG <= termijn.uiterste_datum
    berekening = voorzie_periode(termijn, dossier, on + DAG, uiterlijk) if kan_stil else None
    contactpersoon = dossier.casusregisseur or by
    brief = Aanvulbrief(
        kenmerk=dossier.nummer,
        datum=on,
        afzender=afzender(dossier.gemeente),
        ontvanger=ontvanger(dossier.persoon),
        wat=wat.strip(),
        uiterlijk=uiterlijk,
        was=termijn.uiterste_datum,
        wordt=berekening.einddatum if berekening else None,
        contactpersoon=contactpersoon.naam,
        telefoon=contactpersoon.telefoon,
    )
    brief = met_teksten(brief, dossier.gemeente)
    eis_leesbaar(brief)
    return Aanvulvoorstel(brief, berekening)


def eis_geen_open(dossier: Dossier) -> None:
    """Refuse a second letter while the first still waits for an answer, or for a choice."""
    if open_ := open_van(dossier):
        raise ActieFout(
            f"De inwoner heeft al een brief van {datumtekst(open_.gevraagd_op)}. Leg eerst vast wat daarvan kwam."
        )


def open_van(dossier: Dossier) -> Aanvulling | None:
    """Give the letter that waits for an answer, or for a choice."""
    rijen = Aanvulling.objects.geldig().filter(dossier=dossier, ontvangen_op=None, verder_op=None)
    rij: Aanvulling | None = rijen.first()
    return rij


def _opschorting(dossier: Dossier, termijn: Termijn, wat: str, uiterlijk: date, *, by: User, on: date) -> Opschorting:
    """Give the row that suspends from the day after the letter up to and with the last day it sets."""
    return Opschorting(
        dossier=dossier,
        termijn=termijn,
        soort=Uitstelsoort.OPSCHORTING,
        grond=Opschortgrond.AANVULLEN,
        van=on + DAG,
        tot=uiterlijk,
        toelichting=" ".join(wat.split())[:300],
        door=by,
    )


def _eindig_opschorting(dossier: Dossier, rij: Aanvulling, datum: date, *, by: User, at: datetime, on: date) -> str:
    """End the period on the day before what was asked came; what came before the first day leaves nothing of it."""
    opschorting = rij.opschorting
    if opschorting is None or datum > opschorting.tot:
        return ""
    if datum <= opschorting.van:
        return _trek_opschorting_in(dossier, opschorting, "De aanvulling kwam meteen.", by=by, at=at, on=on)
    opschorting.tot = datum - DAG
    bewaar(opschorting, by=by, velden=["tot"], reden=f"Aanvulling ontvangen op {datumtekst(datum)}")
    return volg_rijen(zoek_termijn(dossier, PLAN), dossier, on)


def _trek_opschorting_in(
    dossier: Dossier, opschorting: Opschorting, reden: str, *, by: User, at: datetime, on: date
) -> str:
    opschorting.ingetrokken_op, opschorting.ingetrokken_door = at, by
    opschorting.ingetrokken_reden = reden.strip()
    bewaar(opschorting, by=by, velden=INTREKVELDEN, reden=reden)
    return volg_rijen(zoek_termijn(dossier, PLAN), dossier, on)


def _log(
    dossier: Dossier, rij: Aanvulling, soort: str, tekst: str, *, by: User, at: datetime, reden: str, **meer: int
) -> None:
    """Write the event with the clocks it touched: each shows it at *Waarom deze datum?*."""
    klokken = geraakte_klokken(dossier, rij)
    log(dossier, soort, tekst, by=by, at=at, reden=reden, aanvulling=rij.pk, termijnen=klokken, **meer)


def _geldige(aanvulling: Aanvulling) -> Aanvulling:
    """Read the row again, with its dossier locked; refuse one that was withdrawn."""
    rijen = Aanvulling.objects.select_for_update(of=("self",)).select_related("opschorting")
    rij: Aanvulling = rijen.get(pk=aanvulling.pk)
    if rij.is_ingetrokken:
        raise ActieFout(f"Deze brief is al ingetrokken: {rij.ingetrokken_reden}")
    return rij


def _zelfde(dossier: Dossier, wat: str, uiterlijk: date, by: User, on: date) -> Aanvulling | None:
    """Find the same letter of today: a form that was sent twice makes one."""
    open_ = open_van(dossier)
    gelijk = open_ is not None and (open_.wat, open_.uiterlijk, open_.door_id, open_.gevraagd_op) == (
        wat,
        uiterlijk,
        by.pk,
        on,
    )
    return open_ if gelijk else None


def _gevolg(opschorting: Opschorting | None, termijn: Termijn) -> str:
    if opschorting is None:
        return "De termijn om te beslissen staat niet stil: hij loopt vandaag af of is al voorbij."
    opschorting.termijn.refresh_from_db()
    return f"De termijn staat tot dan stil en loopt tot en met {datumtekst(opschorting.termijn.uiterste_datum)}."


def _uiterste(dossier: Dossier) -> str:
    termijn = Termijn.objects.filter(dossier=dossier, regel=PLAN).order_by("-uiterste_datum").first()
    return f" Beslis uiterlijk {datumtekst(termijn.uiterste_datum)}." if termijn else ""
