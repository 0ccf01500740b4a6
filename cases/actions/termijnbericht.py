"""Tell the rechthebbende by letter when the eerste gesprek or the plan will be, when it won't be in time."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.briefdruk import bewaar_brief, druk, eis_adresseerbaar, eis_geen_geheim_adres, eis_leesbaar
from cases.actions.uitstelrijen import volg_rijen
from cases.beleid_bron import kalender_nu
from cases.briefadres import afzender, ontvanger
from cases.brieftekst_bron import met_teksten
from cases.models import Dossier, Termijn, Termijnbericht
from cases.register import regel as zoek_regel
from cases.status import VOOR_EERSTE_GESPREK, Status
from cases.termijnbrief import Onderwerp, Termijnbrief
from cases.termijnstatus import OPEN, TermijnStatus
from config.weergave import datum as datumtekst
from config.weergave import datum_lang

SJABLOON = "brief/termijnbericht.html"
MET_BERICHT = VOOR_EERSTE_GESPREK | {Status.PLAN_VAN_AANPAK}
WAT = "Een bericht aan de inwoner maken"


@transaction.atomic
def termijnbericht_maken(
    *, dossier: Dossier, verwacht_op: date, reden: str, by: User, at: datetime, on: date
) -> Termijnbericht:
    """Make the letter, keep it as a document, and note it with its termijn.

    For the eerste gesprek the uiterste datum stays what it was: telling somebody is no new term (VNG handreiking 2025
    §4.1). For the plan van aanpak a bericht within the termijn makes the day it names the uiterste datum, and the first
    stays to be seen; after the termijn it changes no date (Awb art. 4:14 lid 3). Raises ActieFout for whoever died,
    without a whole address, and for a day within the termijn.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, MET_BERICHT, WAT)
    termijn = Termijn.objects.select_for_update().get(pk=termijn_van(dossier).pk)
    brief = stel_op(dossier, termijn, verwacht_op=verwacht_op, reden=reden, by=by, on=on)
    pdf = druk(SJABLOON, brief)
    if eerder := _eerder(termijn, pdf, by, on):
        return eerder
    titel = f"Bericht over {brief.onderwerp.wat}"
    document = bewaar_brief(dossier, pdf, titel, brief.tekstsoort, naar=brief.ontvanger, by=by, at=at, on=on)
    bericht = Termijnbericht(
        dossier=dossier,
        termijn=termijn,
        datum=on,
        verwacht_op=verwacht_op,
        verzet=brief.verzet,
        reden=reden,
        document=document,
        door=by,
    )
    bewaar(bericht, by=by)
    tekst = f"Bericht aan de inwoner: {brief.onderwerp.wat} is uiterlijk op {datumtekst(verwacht_op)}."
    if bericht.verzet:
        gevolg = volg_rijen(termijn, dossier, on)
        tekst += f" De uiterste datum {datumtekst(brief.uiterste_datum)} wordt {datumtekst(termijn.uiterste_datum)}."
        tekst += gevolg
    log(dossier, "termijnbericht", tekst, by=by, at=at, reden=reden, document=document.pk, termijn=termijn.pk)
    return bericht


def onderwerp_van(dossier: Dossier) -> Onderwerp:
    """Say what the letter is about: what comes next in this status."""
    return Onderwerp.PLAN if dossier.status == Status.PLAN_VAN_AANPAK else Onderwerp.EERSTE_GESPREK


def termijn_van(dossier: Dossier) -> Termijn:
    """Give the clock that the letter is about. Raises ActieFout when it is met or never ran."""
    onderwerp = onderwerp_van(dossier)
    loopt = [*OPEN, TermijnStatus.OPGESCHORT]
    termijn: Termijn | None = dossier.termijnen.filter(regel=onderwerp.value, status__in=loopt).first()
    if termijn is None:
        raise ActieFout(f"Er loopt geen termijn voor {onderwerp.wat}. Een bericht is niet nodig.")
    return termijn


def verzet_datum(termijn: Termijn, on: date) -> bool:
    """Tell whether a bericht of today makes the day it names the uiterste datum (Awb art. 4:14 lid 3).

    The law counts from the termijn itself: once a bericht put the day off, a second one after the first last day is
    late as well.
    """
    eerste = termijn.eerste_uiterste_datum or termijn.uiterste_datum
    return zoek_regel(termijn.regel).verzetbaar and on <= eerste


_GEEN_BERICHT: Mapping[Onderwerp, str] = {
    Onderwerp.EERSTE_GESPREK: "Plan het gesprek.",
    Onderwerp.PLAN: "Maak het plan af.",
}


def stel_op(dossier: Dossier, termijn: Termijn, *, verwacht_op: date, reden: str, by: User, on: date) -> Termijnbrief:
    """Write the letter, for its preview as well. Raises ActieFout for what the letter can't say."""
    eis_adresseerbaar(dossier, by)
    eis_geen_geheim_adres(dossier, reden)
    onderwerp = onderwerp_van(dossier)
    if verwacht_op <= on:
        raise ActieFout("Kies een dag na vandaag.")
    if verwacht_op <= termijn.uiterste_datum:
        raise ActieFout(
            f"Dat is nog binnen de termijn, die loopt tot en met {datumtekst(termijn.uiterste_datum)}."
            f" Dan is een bericht niet nodig. {_GEEN_BERICHT[onderwerp]}"
        )
    verzet = verzet_datum(termijn, on)
    if verzet and not kalender_nu().is_werkdag(verwacht_op):
        raise ActieFout(f"{datum_lang(verwacht_op).capitalize()} is geen werkdag. Kies een werkdag als uiterste datum.")
    contactpersoon = dossier.casusregisseur or by
    brief = Termijnbrief(
        onderwerp=onderwerp,
        kenmerk=dossier.nummer,
        datum=on,
        afzender=afzender(dossier.gemeente),
        ontvanger=ontvanger(dossier.persoon),
        uiterste_datum=termijn.uiterste_datum,
        verwacht_op=verwacht_op,
        verzet=verzet,
        reden=reden,
        contactpersoon=contactpersoon.naam,
        telefoon=contactpersoon.telefoon,
    )
    brief = met_teksten(brief, dossier.gemeente)
    eis_leesbaar(brief)
    return brief


def _eerder(termijn: Termijn, pdf: bytes, by: User, on: date) -> Termijnbericht | None:
    """Find the same letter of today: the same text gives the same bytes, so a form sent twice makes one."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    zelfde = Termijnbericht.objects.geldig().filter(termijn=termijn, datum=on, door=by, document__sha256=sha256)
    return zelfde.first()
