"""Record that somebody wants a kind of message electronically, or no longer does (Awb art. 2:8)."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.uitstelrijen import MET_BEZWAAR
from cases.models import Document, Dossier
from config.weergave import datum as datumtekst
from planvanaanpak.actions.bezwaarbasis import eis_document
from planvanaanpak.models import Berichttoestemming
from planvanaanpak.verzendkeuzes import Postsoort

# As long as letters can go out: a besluit op bezwaar also after the end.
MET_POST = MET_BEZWAAR


@transaction.atomic
def toestemming_vastleggen(
    *,
    dossier: Dossier,
    soort: str,
    gegeven_op: date,
    bron: str,
    adres: str,
    document: Document | None,
    by: User,
    at: datetime,
    on: date,
) -> Berichttoestemming:
    """Record the consent for one kind of message, with how and when it was given. Another kind needs its own."""
    dossier = vergrendel(dossier)
    eis_status(dossier, MET_POST, "Toestemming voor elektronische post vastleggen")
    eis_document(dossier, document)
    if gegeven_op > on:
        raise ActieFout("Deze dag ligt in de toekomst. Leg de toestemming vast als zij gegeven is.")
    welke = Postsoort(soort).label.lower()
    if Berichttoestemming.objects.filter(persoon=dossier.persoon, soort=soort, tot__isnull=True).exists():
        raise ActieFout(f"Er is al toestemming voor {welke}. Trek die eerst in als er iets verandert.")
    rij = Berichttoestemming(
        persoon=dossier.persoon,
        soort=soort,
        gegeven_op=gegeven_op,
        bron=bron,
        adres=adres.strip(),
        document=document,
        vastgelegd_op=at,
        vastgelegd_door=by,
    )
    bewaar(rij, by=by)
    tekst = f"Toestemming voor elektronische post vastgelegd: {welke}, gegeven op {datumtekst(gegeven_op)}."
    log(dossier, "toestemming_post", tekst, by=by, at=at, toestemming=rij.pk)
    return rij


@transaction.atomic
def toestemming_intrekken(
    *, dossier: Dossier, toestemming: Berichttoestemming, tot: date, reden: str, by: User, at: datetime, on: date
) -> Berichttoestemming:
    """End a consent from a day on: letters go by post again. What was sent electronically before stays valid."""
    dossier = vergrendel(dossier)
    eis_status(dossier, MET_POST, "Toestemming voor elektronische post intrekken")
    rij = Berichttoestemming.objects.select_for_update().get(pk=toestemming.pk, persoon=dossier.persoon_id)
    if rij.tot is not None:
        raise ActieFout(f"Deze toestemming geldt al niet meer sinds {datumtekst(rij.tot)}.")
    if not reden.strip():
        raise ActieFout("Schrijf op waarom de toestemming stopt.")
    if tot > on:
        raise ActieFout("Deze dag ligt in de toekomst. Kies vandaag of een eerdere dag.")
    if tot < rij.gegeven_op:
        raise ActieFout(f"De toestemming is van {datumtekst(rij.gegeven_op)}. Kies die dag of een latere dag.")
    rij.tot, rij.ingetrokken_op, rij.ingetrokken_door, rij.ingetrokken_reden = tot, at, by, reden.strip()
    bewaar(rij, by=by, velden=["tot", "ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"], reden=reden.strip())
    tekst = f"Toestemming voor elektronische post ingetrokken: {rij.get_soort_display().lower()}."
    log(dossier, "toestemming_post", tekst, by=by, at=at, reden=reden.strip(), toestemming=rij.pk)
    return rij
