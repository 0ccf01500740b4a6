"""Plan a hoorzitting, move it, note that it was held, call it off, or hear nobody (Awb art. 7:2 to 7:7)."""

from datetime import date, datetime, time

from django.core.files.base import File
from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log
from cases.actions.documenten import document_toevoegen
from cases.keuzes import Documentsoort
from cases.models import Document
from config.weergave import datum as datumtekst
from config.weergave import uren_minuten
from planvanaanpak.actions.bezwaarbasis import (
    bewaar_bezwaar,
    eis_document,
    eis_op_of_na,
    laat_taak_vervallen,
    maak_taak,
    vergrendel_bezwaar,
)
from planvanaanpak.bezwaarbron import gehouden, gepland
from planvanaanpak.bezwaarkeuzes import Afziengrond, Hoorstatus
from planvanaanpak.bezwaarregels import is_kort_ter_inzage
from planvanaanpak.models import Bezwaar, Hoorzitting

ZONDER_WEEK = (
    "De stukken moeten ten minste een week klaarliggen (Awb artikel 7:4 lid 2). Kies een latere dag, of schrijf op"
    " wanneer en hoe de indiener instemde met een kortere tijd."
)


@transaction.atomic
def hoorzitting_plannen(
    *,
    bezwaar: Bezwaar,
    datum: date,
    tijd: time,
    plaats: str,
    door_wie: str,
    instemming: str = "",
    by: User,
    at: datetime,
    on: date,
) -> Hoorzitting:
    """Plan the day on which the inwoner is heard, or move it; it becomes a taak of that day.

    Within a week it asks the `instemming` of the indiener: when and how they agreed that the papers can be read for
    less than a week (Awb art. 7:4 lid 2 and 5). Not for today, on which a hearing that already was is planned to record
    it. Moving it makes the uitnodiging of before out of date. Whoever was not to be heard is heard after all.
    """
    bezwaar = vergrendel_bezwaar(bezwaar, "Een hoorzitting plannen")
    if datum < on:
        raise ActieFout("Deze dag is al geweest. Was de hoorzitting al? Plan haar op vandaag en leg haar dan vast.")
    if vraagt_instemming(datum, on) and not instemming.strip():
        raise ActieFout(ZONDER_WEEK)
    instemming = instemming.strip() if is_kort_ter_inzage(datum, on) else ""
    zitting = gepland(bezwaar) or Hoorzitting(bezwaar=bezwaar, door=by)
    was = zitting.datum if zitting.pk else None
    nieuw = {"datum": datum, "tijd": tijd, "plaats": plaats, "door_wie": door_wie, "instemming": instemming}
    if was is not None and all(getattr(zitting, veld) == waarde for veld, waarde in nieuw.items()):
        return zitting
    for veld, waarde in nieuw.items():
        setattr(zitting, veld, waarde)
    zitting.uitnodiging = None
    laat_taak_vervallen(zitting.taak, by=by)
    wat = f"Hoorzitting over bezwaar, {uren_minuten(tijd)} uur, {plaats}"
    zitting.taak = maak_taak(bezwaar, wat=wat[:200], datum=datum, by=by)
    bewaar(zitting, by=by)
    if bezwaar.afzien_grond:
        bezwaar.afzien_grond = bezwaar.afzien_toelichting = ""
        bewaar_bezwaar(bezwaar, ("afzien_grond", "afzien_toelichting"), by=by)
    verzet = f"Hoorzitting verzet van {datumtekst(was)} naar" if was else "Hoorzitting gepland op"
    tekst = f"{verzet} {datumtekst(datum)}, {uren_minuten(tijd)} uur."
    if instemming:
        tekst += " De indiener stemt ermee in dat de stukken korter dan een week klaarliggen."
    log(
        bezwaar.dossier, "hoorzitting", tekst, by=by, at=at, reden=instemming, bezwaar=bezwaar.pk,
        hoorzitting=zitting.pk,
    )  # fmt: skip
    return zitting


def vraagt_instemming(datum: date, on: date) -> bool:
    """Tell whether a hearing on this day takes the consent of the indiener; one of today may have been already."""
    return datum > on and is_kort_ter_inzage(datum, on)


@transaction.atomic
def hoorzitting_gehouden(
    *,
    bezwaar: Bezwaar,
    datum: date,
    aanwezig: str,
    verslag: str,
    document: Document | None,
    bestand: File | None,
    by: User,
    at: datetime,
    on: date,
) -> Hoorzitting:
    """Note that the planned hoorzitting was held, or add its verslag afterwards (Awb art. 7:7)."""
    bezwaar = vergrendel_bezwaar(bezwaar, "Een hoorzitting vastleggen")
    zitting = gepland(bezwaar) or gehouden(bezwaar)
    if zitting is None:
        raise ActieFout("Er is geen hoorzitting gepland. Plan haar eerst.")
    eis_op_of_na(datum, bezwaar.ontvangen_op, on, "De dag van de hoorzitting", "de ontvangst")
    eis_document(bezwaar.dossier, document)
    if bestand is not None:
        document = document_toevoegen(
            dossier=bezwaar.dossier,
            soort=Documentsoort.VERSLAG,
            onderwerp="Verslag van de hoorzitting",
            datum=datum,
            inhoud=bestand,
            by=by,
            at=at,
            on=on,
        )
    was_gepland = zitting.status == Hoorstatus.GEPLAND
    zitting.status, zitting.datum = Hoorstatus.GEHOUDEN, datum
    zitting.aanwezig, zitting.verslag = aanwezig.strip(), verslag.strip()
    zitting.verslag_document = document or zitting.verslag_document
    bewaar(zitting, by=by)
    if zitting.taak is not None and zitting.taak.gedaan_op is None:
        zitting.taak.gedaan_op, zitting.taak.gedaan_door = at, by
        bewaar(zitting.taak, by=by, velden=["gedaan_op", "gedaan_door"])
    wat = "gehouden" if was_gepland else "gewijzigd"
    nog = "" if zitting.heeft_verslag or bezwaar.commissie else " Het verslag komt nog."
    tekst = f"Hoorzitting van {datumtekst(datum)} {wat}.{nog}"
    log(bezwaar.dossier, "hoorzitting", tekst, by=by, at=at, bezwaar=bezwaar.pk, hoorzitting=zitting.pk)
    return zitting


@transaction.atomic
def hoorzitting_afzeggen(*, bezwaar: Bezwaar, reden: str, by: User, at: datetime) -> Hoorzitting:
    """Call off the planned hoorzitting; there must still be another, or a ground to hear nobody."""
    bezwaar = vergrendel_bezwaar(bezwaar, "Een hoorzitting afzeggen")
    zitting = gepland(bezwaar)
    if zitting is None:
        raise ActieFout("Er is geen hoorzitting gepland.")
    zitting.status, zitting.afgezegd_reden = Hoorstatus.AFGEZEGD, reden
    bewaar(zitting, by=by, velden=["status", "afgezegd_reden"])
    laat_taak_vervallen(zitting.taak, by=by)
    tekst = f"Hoorzitting van {datumtekst(zitting.datum)} afgezegd."
    log(bezwaar.dossier, "hoorzitting", tekst, by=by, at=at, reden=reden, bezwaar=bezwaar.pk, hoorzitting=zitting.pk)
    return zitting


@transaction.atomic
def afzien_van_horen(*, bezwaar: Bezwaar, grond: str, toelichting: str, by: User, at: datetime) -> Bezwaar:
    """Record that nobody is heard, and on which ground of Awb art. 7:3; the letter says it (Awb art. 7:12 lid 1)."""
    bezwaar = vergrendel_bezwaar(bezwaar, "Afzien van horen")
    if gepland(bezwaar) is not None:
        raise ActieFout("Er is nog een hoorzitting gepland. Zeg die eerst af.")
    if gehouden(bezwaar) is not None:
        raise ActieFout("De indiener is al gehoord.")
    if not toelichting.strip():
        raise ActieFout("Schrijf op waarom de indiener niet wordt gehoord. Dit komt in het besluit.")
    bezwaar.afzien_grond, bezwaar.afzien_toelichting = grond, toelichting.strip()
    bewaar_bezwaar(bezwaar, ("afzien_grond", "afzien_toelichting"), by=by)
    tekst = f"Afgezien van horen: {Afziengrond(grond).label}."
    log(bezwaar.dossier, "hoorzitting", tekst, by=by, at=at, reden=bezwaar.afzien_toelichting, bezwaar=bezwaar.pk)
    return bezwaar
