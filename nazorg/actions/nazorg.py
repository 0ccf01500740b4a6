"""Hold the contacts of the nazorg, and close it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.aanmelden import sluit_statusvraag
from cases.actions.basis import ActieFout, bewaar, eis_in_leven, eis_status, log, vergrendel, zet_status
from cases.actions.klokken import laat_vervallen
from cases.actions.pogingen import volg_pogingen
from cases.actions.termijnen import haal_termijn
from cases.keuzes import Kanaal
from cases.models import Dossier
from cases.status import Status
from config.weergave import datum as datumtekst
from nazorg.actions.klokken import aanleiding_van, lopende_klokken, volg_contacten
from nazorg.actions.traject import SLUITVELDEN
from nazorg.models import Nazorgcontact, Nazorgtraject
from nazorg.termijnen import BLIJFT_LOPEN, NAZORG_CONTACT
from planvanaanpak.models import Voorziening

IN_NAZORG = frozenset({Status.NAZORG})
AFGESLOTEN = "nazorg_afgesloten"
INHOUD = ("gehouden_op", "gehouden_door", "kanaal", "verslag", "terugval")


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
    """Record that a planned contact was held: it meets its clock and the next one runs.

    The same sent twice gives what is there. Raises ActieFout for a contact that was held, or a day outside the nazorg.
    """
    dossier = vergrendel(contact.traject.dossier)
    eis_status(dossier, IN_NAZORG, "Een nazorgcontact vastleggen")
    contact = Nazorgcontact.objects.select_for_update(of=("self",)).select_related("traject").get(pk=contact.pk)
    ingevuld = dict(zip(INHOUD, (datum, by, kanaal, verslag.strip(), terugval), strict=True))
    if contact.gehouden_op is not None:
        if all(getattr(contact, veld) == waarde for veld, waarde in ingevuld.items()):
            return contact
        raise ActieFout(f"Dit contact is al gehouden op {datumtekst(contact.gehouden_op)}.")
    eis_dag_in_nazorg(datum, on, begin=contact.traject.start)
    eis_in_leven(dossier, "Een contact in de nazorg vastleggen", op=datum)
    if not ingevuld["verslag"]:
        raise ActieFout("Schrijf op hoe het met de inwoner gaat.")
    for veld, waarde in ingevuld.items():
        setattr(contact, veld, waarde)
    bewaar(contact, by=by, velden=list(INHOUD))
    haal_termijn(dossier=dossier, regel=NAZORG_CONTACT.code, datum=datum, aanleiding=aanleiding_van(contact))
    volg_contacten(dossier, contact.traject, on)
    volg_pogingen(dossier, by=by, on=on)
    slot = " Er is terugval." if terugval else ""
    tekst = f"Nazorgcontact {contact.volgnummer} gehouden op {datumtekst(datum)}.{slot}"
    log(dossier, "nazorgcontact", tekst, by=by, at=at, contact=contact.pk)
    return contact


def eis_dag_in_nazorg(datum: date, on: date, *, begin: date, einde: date | None = None) -> None:
    """Refuse a day on which no contact can have been held; the form asks the same, to show it at the date."""
    if datum > on:
        raise ActieFout("Het contact kan niet in de toekomst liggen. Leg het vast als het geweest is.")
    if datum < begin:
        raise ActieFout(f"Het contact kan niet vóór het begin van de nazorg op {datumtekst(begin)} liggen.")
    if einde is not None and datum > einde:
        raise ActieFout(f"Het contact kan niet na het einde van de nazorg op {datumtekst(einde)} liggen.")


def eis_beslist(dossier: Dossier) -> None:
    """Refuse to close a dossier in which somebody still waits for a besluit (Awb art. 4:13)."""
    if Voorziening.objects.filter(plan__dossier=dossier).voorgesteld().exists():
        raise ActieFout(
            "Er wacht nog een voorstel op een besluit. Neem bij het plan eerst dat besluit, of haal het voorstel weg."
        )


@transaction.atomic
def nazorg_afsluiten(*, dossier: Dossier, reden: str, by: User, at: datetime) -> Nazorgtraject:
    """Close the nazorg and the dossier, with the reason; the rechthebbende can always come back.

    The event keeps which clocks ran, for when it is taken back.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, IN_NAZORG, "De nazorg afsluiten")
    reden = reden.strip()
    if not reden:
        raise ActieFout("Schrijf op waarom de nazorg stopt.")
    eis_beslist(dossier)
    traject = Nazorgtraject.objects.select_for_update().get(dossier=dossier)
    traject.afgesloten_op, traject.afgesloten_door, traject.afsluitreden = at, by, reden
    bewaar(traject, by=by, velden=list(SLUITVELDEN), reden=reden)
    liepen = lopende_klokken(dossier)
    laat_vervallen(dossier=dossier, behalve=BLIJFT_LOPEN, op=localdate(at))
    zet_status(dossier, Status.AFGESLOTEN)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=reden)
    sluit_statusvraag(dossier, "De nazorg is afgesloten.", by=by, at=at)
    log(dossier, AFGESLOTEN, "Nazorg afgesloten.", by=by, at=at, reden=reden, liepen=liepen)
    return traject
