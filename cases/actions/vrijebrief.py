"""Make a letter that starts no term and decides nothing: an uitnodiging, an ontvangstbevestiging, an overdracht."""

import hashlib
from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, eis_status, log, vergrendel
from cases.actions.briefdruk import (
    bewaar_brief,
    druk,
    eis_adresseerbaar,
    eis_geen_geheim_adres,
    eis_leesbaar,
)
from cases.briefadres import afzender, noemt_geheim_adres, ontvanger
from cases.brieftekst_bron import met_teksten
from cases.dossierwerk import vergeefse_contacten
from cases.keuzes import AfspraakStatus, Kanaal
from cases.models import Afspraak, Document, Dossier
from cases.status import OPEN, VOOR_EERSTE_GESPREK, Status
from cases.termijnstatus import OPEN as LOOPT
from cases.vrijebrief import GEEN_GEHOOR, ONTVANGST, OVERDRACHT, TITELS, UITNODIGING, Vrijebrief
from config.weergave import datum as datumtekst
from config.weergave import datum_lang, uren_minuten

SJABLOON = "brief/vrij.html"
# The warme overdracht may be told after the end: the regular help goes on (Tiel 2025 art. 9 lid 3).
STATUS = {
    ONTVANGST: VOOR_EERSTE_GESPREK,
    OVERDRACHT: OPEN | {Status.AFGESLOTEN},
    UITNODIGING: OPEN,
    GEEN_GEHOOR: OPEN - {Status.ACCLIMATISATIE},
}
WAT = {
    ONTVANGST: "De ontvangst van de aanmelding bevestigen",
    OVERDRACHT: "Een brief over de overdracht maken",
    UITNODIGING: "Een uitnodiging maken",
    GEEN_GEHOOR: "Een brief maken dat u niemand bereikt",
}
NIET_HIER = "Deze brief maakt u niet op deze plaats."
HOE = {
    Kanaal.TELEFOON: "Wij bellen u.",
    Kanaal.HUISBEZOEK: "Wij komen bij u thuis.",
    Kanaal.KANTOOR: "Het gesprek is bij ons op kantoor.",
    Kanaal.ONLINE: "Wij spreken elkaar online, met beeld. U krijgt van ons een link.",
}


@transaction.atomic
def uitnodigen(*, afspraak: Afspraak, bericht: str, by: User, at: datetime, on: date) -> Document:
    """Make the uitnodiging for a planned gesprek. Raises ActieFout when it is over, or when no letter can go out."""
    dossier = vergrendel(afspraak.dossier)
    eis_status(dossier, STATUS[UITNODIGING], WAT[UITNODIGING])
    afspraak = Afspraak.objects.get(pk=afspraak.pk)
    afspraak.dossier = dossier
    brief = stel_uitnodiging_op(afspraak, bericht=bericht, by=by, on=on)
    return maak_vrije_brief(dossier, brief, by=by, at=at, on=on)


@transaction.atomic
def brief_maken(*, dossier: Dossier, soort: str, naar: str, bericht: str, by: User, at: datetime, on: date) -> Document:
    """Make the ontvangstbevestiging, the letter about the warme overdracht, or the one that nobody answers."""
    if soort not in (ONTVANGST, OVERDRACHT, GEEN_GEHOOR):
        raise ActieFout(NIET_HIER)
    dossier = vergrendel(dossier)
    eis_status(dossier, STATUS[soort], WAT[soort])
    brief = stel_brief_op(dossier, soort, naar=naar, bericht=bericht, by=by, on=on)
    return maak_vrije_brief(dossier, brief, by=by, at=at, on=on)


def maak_vrije_brief(dossier: Dossier, brief: Vrijebrief, *, by: User, at: datetime, on: date) -> Document:
    """Print and keep the letter of a locked dossier, with its event. The same letter of today is made once."""
    pdf = druk(SJABLOON, brief)
    zelfde = {"sha256": hashlib.sha256(pdf).hexdigest(), "datum": on, "uitgaand__soort": brief.soort}
    eerder: Document | None = dossier.documenten.geldig().filter(**zelfde).first()
    if eerder is not None:
        return eerder
    document = bewaar_brief(dossier, pdf, brief.titel, brief.soort, naar=brief.ontvanger, by=by, at=at, on=on)
    log(dossier, "brief", f"Brief gemaakt: {brief.titel.lower()}.", by=by, at=at, document=document.pk)
    return document


def stel_uitnodiging_op(afspraak: Afspraak, *, bericht: str, by: User, on: date) -> Vrijebrief:
    """Write the uitnodiging, for its preview as well."""
    if afspraak.status != AfspraakStatus.GEPLAND:
        raise ActieFout(f"Deze afspraak is al {afspraak.get_status_display().lower()}. Plan eerst een nieuwe.")
    if afspraak.datum < on:
        raise ActieFout(f"De afspraak was op {datumtekst(afspraak.datum)}. Wijzig eerst de dag.")
    gegevens = uitnodiging_gegevens(afspraak)
    return stel_vrije_brief_op(afspraak.dossier, UITNODIGING, gegevens, bericht=bericht, by=by, on=on)


def uitnodiging_gegevens(afspraak: Afspraak) -> dict[str, str]:
    dag = datum_lang(afspraak.datum)
    return {
        "datum_gesprek": dag[0].upper() + dag[1:],
        "hoe": HOE.get(Kanaal(afspraak.kanaal), "Wij spreken met u af hoe."),
        "tijd": uren_minuten(afspraak.tijd) if afspraak.tijd else "",
        "plaats": plaats_in_brief(afspraak),
        "met": afspraak.met,
    }


def plaats_in_brief(afspraak: Afspraak) -> str:
    """Give where the gesprek is; a huisbezoek on a geheim adres is not told, whoever gets the letter."""
    persoon = afspraak.dossier.persoon
    if persoon.geheim_adres and (afspraak.kanaal == Kanaal.HUISBEZOEK or noemt_geheim_adres(persoon, afspraak.plaats)):
        return ""
    return str(afspraak.plaats)


def stel_brief_op(dossier: Dossier, soort: str, *, naar: str, bericht: str, by: User, on: date) -> Vrijebrief:
    """Write one of these letters, for its preview as well."""
    if soort == OVERDRACHT:
        if not naar.strip():
            raise ActieFout("Schrijf op aan wie u de hulp overdraagt.")
        gegevens = {"naar": naar.strip()}
    elif soort == ONTVANGST:
        gegevens = ontvangst_gegevens(dossier, on)
    elif soort == GEEN_GEHOOR:
        gegevens = gehoor_gegevens(dossier)
    else:
        raise ActieFout(NIET_HIER)
    return stel_vrije_brief_op(dossier, soort, gegevens, bericht=bericht, by=by, on=on)


def ontvangst_gegevens(dossier: Dossier, on: date) -> dict[str, str]:
    termijn = dossier.termijnen.filter(regel="eerste_gesprek", status__in=LOOPT).first()
    tot = termijn.uiterste_datum if termijn else None
    return {
        "aanmelding": datum_lang(dossier.datum_aanmelding),
        "gesprek_tot": datum_lang(tot) if tot and tot >= on else "",
    }


def gehoor_gegevens(dossier: Dossier) -> dict[str, str]:
    """Give the last attempt to reach the inwoner; empty when they were reached after it, or spoken in a gesprek."""
    vergeefs = [contact for contact in vergeefse_contacten(dossier) if not contact.is_met_ander]
    return {"laatste_poging": datum_lang(vergeefs[0].datum) if vergeefs else ""}


def stel_vrije_brief_op(
    dossier: Dossier, soort: str, gegevens: dict[str, str], *, bericht: str, by: User, on: date
) -> Vrijebrief:
    """Address a letter and give it its text. Raises ActieFout when it can't go out."""
    assert soort in TITELS
    eis_adresseerbaar(dossier, by)
    eis_geen_geheim_adres(dossier, bericht, gegevens.get("naar", ""))
    contactpersoon = dossier.casusregisseur or by
    brief: Vrijebrief = met_teksten(
        Vrijebrief(
            soort=soort,
            kenmerk=dossier.nummer,
            datum=on,
            afzender=afzender(dossier.gemeente),
            ontvanger=ontvanger(dossier.persoon),
            contactpersoon=contactpersoon.naam,
            telefoon=contactpersoon.telefoon,
            gegevens=tuple(gegevens.items()),
            bericht=bericht.strip(),
        ),
        dossier.gemeente,
    )
    eis_leesbaar(brief)
    return brief
