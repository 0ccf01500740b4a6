"""Receive a bezwaar, put it right, excuse that it was late, note the advies, and note that it was withdrawn."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.documenten import document_toevoegen
from cases.actions.uitstelrijen import MET_BEZWAAR
from cases.keuzes import Documentsoort
from cases.models import Document, Dossier
from config.weergave import datum as datumtekst
from planvanaanpak.actions.bezwaarbasis import (
    bewaar_bezwaar,
    eis_ander,
    eis_document,
    eis_op_of_na,
    rond_af,
    vergrendel_bezwaar,
    volg_bezwaartermijn,
    volg_ingebreke,
)
from planvanaanpak.actions.indiener import al_gemaakt, keur_indiener, schoon_indiener, van
from planvanaanpak.actions.mandaat import eis_mag_beslissen
from planvanaanpak.bezwaarbron import gehouden, tijdigheid_van
from planvanaanpak.bezwaarkeuzes import Bezwaarkanaal, Dictum, Intrekwijze
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Besluit, Bezwaar

# What can be corrected afterwards, with a reason.
WIJZIGBAAR = ("ontvangen_op", "gepost_op", "kanaal", "gronden", "aanvullen_tot", "commissie", "rechtstreeks")


@transaction.atomic
def bezwaar_vastleggen(
    *,
    besluit: Besluit,
    gegevens: Mapping[str, Any],
    document: Document | None,
    bestand: File | None,
    by: User,
    at: datetime,
    on: date,
) -> Bezwaar:
    """Record a bezwaarschrift with its document, and start the clock of the besluit on it (Awb art. 7:10).

    A bezwaar without grounds is pro forma: then there is a day until which they can come (Awb art. 6:6). Each
    belanghebbende makes their own, with its own clock. Raises ActieFout for a besluit op bezwaar, against which only
    beroep is open, and for a second bezwaar of the same person against the same besluit.
    """
    dossier = vergrendel(besluit.dossier)
    eis_status(dossier, MET_BEZWAAR, "Een bezwaar vastleggen")
    besluit = Besluit.objects.defer("snapshot").get(pk=besluit.pk, dossier=dossier)
    besluit.dossier = dossier
    if besluit.soort == BesluitSoort.BESLUIT_OP_BEZWAAR:
        raise ActieFout("Tegen een besluit op bezwaar is alleen beroep bij de rechtbank mogelijk (Awb artikel 7:1).")
    bezwaar = Bezwaar(dossier=dossier, besluit=besluit, door=by, **gegevens)
    bezwaar.gronden = bezwaar.gronden.strip()
    schoon_indiener(bezwaar)
    van_hem = Bezwaar.objects.telt().filter(besluit=besluit, belanghebbende__iexact=bezwaar.belanghebbende)
    if eerder := van_hem.first():
        if (eerder.ontvangen_op, eerder.door_id) == (bezwaar.ontvangen_op, by.pk):
            return eerder  # the form was sent twice
        raise ActieFout(al_gemaakt(eerder, besluit))
    _keur(bezwaar, on)
    bezwaar.document = _stuk(dossier, document, bestand, "Bezwaarschrift", bezwaar.ontvangen_op, by=by, at=at, on=on)
    bewaar(bezwaar, by=by)
    bezwaar.termijn = volg_bezwaartermijn(bezwaar, on)
    Bezwaar.objects.filter(pk=bezwaar.pk).update(termijn=bezwaar.termijn)  # no change that anybody made
    tekst = (
        f"Bezwaar{van(bezwaar)} tegen besluit {besluit.nummer} ontvangen op {datumtekst(bezwaar.ontvangen_op)},"
        f" {_tijdig(bezwaar)}. Beslis uiterlijk {datumtekst(bezwaar.termijn.uiterste_datum)}."
    )
    log(dossier, "bezwaar_ontvangen", tekst, by=by, at=at, bezwaar=bezwaar.pk, besluit=besluit.nummer)
    return bezwaar


@transaction.atomic
def bezwaar_wijzigen(
    *, bezwaar: Bezwaar, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime, on: date
) -> Bezwaar:
    """Put right what was recorded, or add the grounds that came later; the clock follows the commissie."""
    bezwaar = vergrendel_bezwaar(bezwaar, "Een bezwaar wijzigen")
    for veld in WIJZIGBAAR:
        if veld in wijzigingen:
            setattr(bezwaar, veld, wijzigingen[veld])
    bezwaar.gronden = bezwaar.gronden.strip()
    if bezwaar.advies_strekking and not bezwaar.commissie:
        raise ActieFout("De commissie heeft al advies gegeven. Zij kan er niet meer uit.")
    if bezwaar.instemming is not None and not bezwaar.rechtstreeks:
        raise ActieFout("Op het verzoek om rechtstreeks beroep is al beslist. Het kan er niet meer uit.")
    _keur(bezwaar, on)
    bewaar_bezwaar(bezwaar, wijzigingen, by=by, reden=reden)
    termijn = volg_bezwaartermijn(bezwaar, on)
    tekst = f"Bezwaar gewijzigd: {_tijdig(bezwaar)}. Beslis uiterlijk {datumtekst(termijn.uiterste_datum)}."
    tekst += volg_ingebreke(bezwaar.dossier, on)
    log(bezwaar.dossier, "bezwaar_gewijzigd", tekst, by=by, at=at, reden=reden, bezwaar=bezwaar.pk)
    return bezwaar


def _tijdig(bezwaar: Bezwaar) -> str:
    return tijdigheid_van(bezwaar).woorden


def _keur(bezwaar: Bezwaar, on: date) -> None:
    """Refuse days that can't be, and a gemachtigde of somebody else."""
    # before the besluit too: then it counts when the indiener could think that it was taken (Awb art. 6:10)
    eis_op_of_na(bezwaar.ontvangen_op, bezwaar.dossier.datum_aanmelding, on, "De dag van ontvangst", "de aanmelding")
    if bezwaar.kanaal != Bezwaarkanaal.POST:
        bezwaar.gepost_op = None
    elif bezwaar.gepost_op and bezwaar.gepost_op > bezwaar.ontvangen_op:
        raise ActieFout("Het bezwaar kan niet later op de post zijn gedaan dan het is ontvangen.")
    if bezwaar.gronden:
        bezwaar.aanvullen_tot = None
    elif bezwaar.aanvullen_tot is None or bezwaar.aanvullen_tot < bezwaar.ontvangen_op:
        raise ActieFout(
            "Er staat niet waarom de indiener het niet eens is. Kies tot en met welke dag dat nog kan (Awb artikel"
            " 6:6)."
        )
    keur_indiener(bezwaar)


def _stuk(
    dossier: Dossier,
    document: Document | None,
    bestand: File | None,
    onderwerp: str,
    datum: date,
    *,
    by: User,
    at: datetime,
    on: date,
) -> Document:
    """Give the document that was chosen, or put the file that came with it in the dossier."""
    eis_document(dossier, document)
    if bestand is not None:
        return document_toevoegen(
            dossier=dossier,
            soort=Documentsoort.BRIEF,
            onderwerp=onderwerp,
            datum=datum,
            inhoud=bestand,
            by=by,
            at=at,
            on=on,
        )
    if document is None:
        raise ActieFout("Voeg de brief toe, of kies hem uit het dossier.")
    return document


@transaction.atomic
def verschoonbaarheid_beslissen(
    *, bezwaar: Bezwaar, verschoonbaar: bool, reden: str, by: User, at: datetime
) -> Bezwaar:
    """Decide whether somebody who was late could help it (Awb art. 6:11), by another than who took the besluit.

    It is a part of the besluit op bezwaar: raises ActieFout for who may not take that.
    """
    bezwaar = vergrendel_bezwaar(bezwaar, "Beslissen of te laat verschoonbaar is")
    eis_mag_beslissen(bezwaar.dossier, BesluitSoort.BESLUIT_OP_BEZWAAR, by=by, on=localdate(at))
    eis_ander(bezwaar, by)
    if tijdigheid_van(bezwaar).op_tijd:
        raise ActieFout("Dit bezwaar is op tijd. Er is niets te verschonen.")
    if not reden.strip():
        raise ActieFout("Schrijf op waarom. De inwoner leest dit in het besluit.")
    bezwaar.verschoonbaar, bezwaar.verschoonbaar_reden = verschoonbaar, reden.strip()
    bezwaar.verschoonbaar_op, bezwaar.verschoonbaar_door = at, by
    velden = ("verschoonbaar", "verschoonbaar_reden", "verschoonbaar_op", "verschoonbaar_door")
    bewaar_bezwaar(bezwaar, velden, by=by)
    tekst = f"Te laat bezwaar is {'wel' if verschoonbaar else 'niet'} verschoonbaar."
    log(bezwaar.dossier, "bezwaar_verschoonbaar", tekst, by=by, at=at, reden=reden.strip(), bezwaar=bezwaar.pk)
    return bezwaar


@transaction.atomic
def advies_vastleggen(
    *,
    bezwaar: Bezwaar,
    datum: date,
    strekking: str,
    tekst: str,
    document: Document | None,
    bestand: File | None,
    by: User,
    at: datetime,
    on: date,
) -> Bezwaar:
    """Record what the adviescommissie advises, in writing, with its document (Awb art. 7:13 lid 6)."""
    bezwaar = vergrendel_bezwaar(bezwaar, "Een advies vastleggen")
    if not bezwaar.commissie:
        raise ActieFout("Over dit bezwaar adviseert geen commissie. Wijzig eerst het bezwaar.")
    eis_op_of_na(datum, bezwaar.ontvangen_op, on, "De datum van het advies", "de ontvangst")
    nu = document or (None if bestand else bezwaar.advies_document)
    bezwaar.advies_document = _stuk(
        bezwaar.dossier, nu, bestand, "Advies van de bezwaarcommissie", datum, by=by, at=at, on=on
    )
    bezwaar.advies_datum, bezwaar.advies_strekking, bezwaar.advies_tekst = datum, strekking, tekst.strip()
    velden = ("advies_datum", "advies_strekking", "advies_tekst", "advies_document")
    bewaar_bezwaar(bezwaar, velden, by=by)
    woord = Dictum(strekking).label.lower()
    zin = f"Advies van de commissie van {datumtekst(datum)}: {woord}."
    log(bezwaar.dossier, "bezwaar_advies", zin, by=by, at=at, bezwaar=bezwaar.pk)
    return bezwaar


@transaction.atomic
def intrekking_vastleggen(
    *, bezwaar: Bezwaar, datum: date, wijze: str, document: Document | None, by: User, at: datetime, on: date
) -> Bezwaar:
    """Record that the indiener withdraws the bezwaar: in writing, or while being heard (Awb art. 6:21)."""
    bezwaar = vergrendel_bezwaar(bezwaar, "Een intrekking vastleggen")
    eis_op_of_na(datum, bezwaar.ontvangen_op, on, "De dag van de intrekking", "de ontvangst")
    eis_document(bezwaar.dossier, document)
    zitting = gehouden(bezwaar)
    if wijze == Intrekwijze.MONDELING and (zitting is None or zitting.datum != datum):
        raise ActieFout(
            "Mondeling intrekken kan alleen tijdens de hoorzitting (Awb artikel 6:21 lid 2). Leg eerst vast dat die is"
            " gehouden, of kies schriftelijk."
        )
    if wijze == Intrekwijze.SCHRIFTELIJK and document is None:
        raise ActieFout("Kies de brief waarmee de indiener het bezwaar intrekt. Voeg hem eerst toe bij Documenten.")
    bezwaar.intrekking_datum, bezwaar.intrekking_wijze, bezwaar.intrekking_document = datum, wijze, document
    bewaar_bezwaar(bezwaar, ("intrekking_datum", "intrekking_wijze", "intrekking_document"), by=by)
    rond_af(bezwaar, "Het bezwaar is ingetrokken.", datum, by=by)
    wie = bezwaar.van_wie
    tekst = f"Bezwaar tegen besluit {bezwaar.besluit.nummer} ingetrokken door {wie} op {datumtekst(datum)}."
    log(bezwaar.dossier, "bezwaar_ingetrokken", tekst, by=by, at=at, bezwaar=bezwaar.pk)
    return bezwaar


@transaction.atomic
def bezwaar_weghalen(*, bezwaar: Bezwaar, reden: str, by: User, at: datetime) -> Bezwaar:
    """Take out a bezwaar that was entered by mistake; its clock stops, and the history keeps it."""
    bezwaar = vergrendel_bezwaar(bezwaar, "Een bezwaar weghalen")
    bezwaar.ingetrokken_op, bezwaar.ingetrokken_door, bezwaar.ingetrokken_reden = at, by, reden
    bewaar_bezwaar(bezwaar, ("ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"), by=by, reden=reden)
    rond_af(bezwaar, "Het bezwaar is weggehaald.", localdate(at), by=by)
    tekst = f"Bezwaar{van(bezwaar)} tegen besluit {bezwaar.besluit.nummer} weggehaald."
    log(bezwaar.dossier, "bezwaar_weggehaald", tekst, by=by, at=at, reden=reden, bezwaar=bezwaar.pk)
    return bezwaar
