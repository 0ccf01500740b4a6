"""Hold the contacts of the nazorg, and close it."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel, zet_status
from cases.actions.termijnen import haal_termijn, laat_vervallen, start_termijn
from cases.keuzes import Kanaal
from cases.models import Dossier
from cases.status import Status
from config.weergave import datum as datumtekst
from nazorg.actions.beeindigen import BLIJFT_LOPEN
from nazorg.models import Nazorgcontact, Nazorgtraject

IN_NAZORG = frozenset({Status.NAZORG})


@transaction.atomic
def nazorgcontact_vastleggen(
    *,
    contact: Nazorgcontact,
    datum: date,
    kanaal: Kanaal,
    verslag: str,
    terugval: bool,
    by: User,
    at: datetime,
    on: date,
) -> Nazorgcontact:
    """Record that a planned contact was held: it meets its clock and the next one starts to run."""
    dossier = vergrendel(contact.traject.dossier)
    eis_status(dossier, IN_NAZORG, "Een nazorgcontact vastleggen")
    contact = Nazorgcontact.objects.select_for_update(of=("self",)).select_related("traject").get(pk=contact.pk)
    if contact.gehouden_op is not None:
        raise ActieFout(f"Dit contact is al gehouden op {datumtekst(contact.gehouden_op)}.")
    if not contact.traject.start <= datum <= on:
        raise ActieFout("Kies een dag tussen het begin van de nazorg en vandaag.")
    contact.gehouden_op, contact.gehouden_door = datum, by
    contact.kanaal, contact.verslag, contact.terugval = kanaal, verslag.strip(), terugval
    bewaar(contact, by=by)
    haal_termijn(dossier=dossier, regel="nazorg_contact", datum=datum, aanleiding=_aanleiding(contact))
    _start_volgende(dossier, contact, on)
    slot = " Er is terugval." if terugval else ""
    log(dossier, "nazorgcontact", f"Nazorgcontact {contact.volgnummer} gehouden.{slot}", by=by, at=at)
    return contact


def _aanleiding(contact: Nazorgcontact) -> str:
    return f"nazorg:{contact.traject_id}:{contact.volgnummer}"


def _start_volgende(dossier: Dossier, contact: Nazorgcontact, on: date) -> None:
    volgende = contact.traject.contacten.te_houden().first()
    if volgende is not None:
        start_termijn(
            dossier=dossier,
            regel="nazorg_contact",
            aanleiding=_aanleiding(volgende),
            start=contact.traject.start,
            on=on,
            keer=volgende.volgnummer,
        )


@transaction.atomic
def nazorg_afsluiten(*, dossier: Dossier, reden: str, by: User, at: datetime) -> Nazorgtraject:
    """Close the nazorg and the dossier, with the reason; the rechthebbende can always come back (domein T12)."""
    dossier = vergrendel(dossier)
    eis_status(dossier, IN_NAZORG, "De nazorg afsluiten")
    if not reden.strip():
        raise ActieFout("Schrijf op waarom de nazorg stopt.")
    traject = Nazorgtraject.objects.select_for_update().get(dossier=dossier)
    traject.afgesloten_op, traject.afgesloten_door = at, by
    bewaar(traject, by=by, velden=["afgesloten_op", "afgesloten_door"], reden=reden)
    laat_vervallen(dossier=dossier, behalve=BLIJFT_LOPEN)
    zet_status(dossier, Status.AFGESLOTEN)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=reden)
    log(dossier, "nazorg_afgesloten", "Nazorg afgesloten.", by=by, at=at, reden=reden.strip())
    return traject
