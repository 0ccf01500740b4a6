"""Assign a dossier, log contact, record the verificatie and the gesprekken."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from accounts.rollen import Rol
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel, zet_status
from cases.actions.dubbel import eerder_verzonden
from cases.actions.taak import geef_taken_door, maak_opvolging
from cases.actions.termijnen import haal_termijn, start_termijn
from cases.beleid_bron import regels_van
from cases.keuzes import Contactuitkomst, Kanaal, Leefgebied, VerificatieAntwoord, VerificatieKanaal
from cases.models import Contact, Dossier, Driegesprek, Gesprek, Hulpvraag, Verificatie
from cases.status import OPEN, Status

VOOR_EERSTE_GESPREK = frozenset({Status.AANMELDING, Status.EERSTE_GESPREK})


@transaction.atomic
def toewijzen(*, dossier: Dossier, casusregisseur: User, by: User, at: datetime, reden: str = "") -> Dossier:
    """Make a consulent the casusregisseur. Refused for a closed dossier or a user who is no consulent there."""
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, "Toewijzen")
    if not User.objects.met_rol(Rol.CONSULENT, dossier.gemeente_id).filter(pk=casusregisseur.pk).exists():
        raise ActieFout(f"{casusregisseur.naam} is geen actieve consulent van deze gemeente.")
    if dossier.casusregisseur_id == casusregisseur.pk:
        raise ActieFout(f"{casusregisseur.naam} is al de casusregisseur van dit dossier.")
    vorige, dossier.casusregisseur = dossier.casusregisseur, casusregisseur
    bewaar(dossier, by=by, velden=["casusregisseur", "updated_at"], reden=reden)
    geef_taken_door(dossier=dossier, van=vorige, naar=casusregisseur, by=by)
    log(dossier, "toegewezen", f"Toegewezen aan {casusregisseur.naam}.", by=by, at=at, reden=reden)
    return dossier


@transaction.atomic
def contact_vastleggen(
    *,
    dossier: Dossier,
    datum: date,
    kanaal: Kanaal,
    uitkomst: Contactuitkomst,
    tekst: str,
    by: User,
    at: datetime,
    on: date,
    met: str = "",
    opvolgen_op: date | None = None,
    opvolgen_wat: str = "",
) -> Contact:
    """Log a contact or an attempt. The first real one meets `eerste_contact` and starts `eerste_gesprek_na_contact`.

    An attempt meets nothing. With `opvolgen_op` there is a taak on that day for whoever noted it. Raises ActieFout for
    a day in the future or before the aanmelding.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, "Een contact vastleggen")
    eis_dag(dossier, datum, on, "Het contact")
    contact = Contact(dossier=dossier, datum=datum, kanaal=kanaal, uitkomst=uitkomst, met=met, tekst=tekst, door=by)
    if eerder := eerder_verzonden(contact, at=at):
        return eerder
    bewaar(contact, by=by)
    if opvolgen_op is not None:
        maak_opvolging(contact=contact, dossier=dossier, datum=opvolgen_op, wat=opvolgen_wat, by=by, on=on)
    if contact.is_bereikt and (dossier.datum_eerste_contact is None or datum < dossier.datum_eerste_contact):
        _eerste_contact(dossier, datum, by, on)
    log(dossier, "contact", f"Contact: {contact}.", by=by, at=at, contact=contact.pk)
    return contact


def _eerste_contact(dossier: Dossier, datum: date, by: User, on: date) -> None:
    dossier.datum_eerste_contact = datum
    bewaar(dossier, by=by, velden=["datum_eerste_contact", "updated_at"])
    haal_termijn(dossier=dossier, regel="eerste_contact", datum=datum)
    if Status(dossier.status) in VOOR_EERSTE_GESPREK:
        start_termijn(
            dossier=dossier, regel="eerste_gesprek_na_contact", aanleiding=f"dossier:{dossier.pk}", start=datum, on=on
        )


@transaction.atomic
def verificatie_vastleggen(
    *,
    dossier: Dossier,
    datum_gevraagd: date,
    kanaal: VerificatieKanaal,
    antwoord: VerificatieAntwoord,
    datum_antwoord: date,
    by: User,
    at: datetime,
    on: date,
) -> Verificatie:
    """Record UHT's answer. A positive one opens the road to the eerste gesprek, whose 8 weken then run from the answer.

    VNG handreiking 2025 §4.1: the redelijke termijn runs "na aanmelding en verificatie".
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, VOOR_EERSTE_GESPREK, "Een verificatie vastleggen")
    eis_dag(dossier, datum_antwoord, on, "Het antwoord")
    if datum_gevraagd > datum_antwoord:
        raise ActieFout("Het antwoord kan niet vóór de vraag komen. Controleer de twee datums.")
    verificatie = Verificatie(
        dossier=dossier,
        datum_gevraagd=datum_gevraagd,
        kanaal=kanaal,
        antwoord=antwoord,
        datum_antwoord=datum_antwoord,
        door=by,
    )
    if eerder := eerder_verzonden(verificatie, at=at):
        return eerder
    bewaar(verificatie, by=by)
    if antwoord == VerificatieAntwoord.BEVESTIGD:
        if dossier.status == Status.AANMELDING:
            zet_status(dossier, Status.EERSTE_GESPREK)
            bewaar(dossier, by=by, velden=["status", "updated_at"])
        start = max(dossier.datum_aanmelding, datum_antwoord)
        start_termijn(dossier=dossier, regel="eerste_gesprek", aanleiding=f"dossier:{dossier.pk}", start=start, on=on)
    log(dossier, "verificatie", f"Verificatie bij UHT: {verificatie.get_antwoord_display().lower()}.", by=by, at=at)
    return verificatie


@transaction.atomic
def eerste_gesprek_vastleggen(
    *,
    dossier: Dossier,
    datum: date,
    kanaal: Kanaal,
    verslag: str,
    hulpvragen: Mapping[Leefgebied, str],
    by: User,
    at: datetime,
    on: date,
) -> Gesprek:
    """Record the eerste gesprek: the one in which the hulpvragen are established, and that starts the clocks.

    Starts `plan_van_aanpak` (8 weken), `materiele_verstrekking` (6 maanden) and `besluiten` (2 jaar), all from this
    day (VNG handreiking 2025 §4.2-4.4). Raises ActieFout without a hulpvraag: then this is not the eerste gesprek.
    """
    dossier = vergrendel(dossier)
    gesprek = Gesprek(dossier=dossier, datum=datum, kanaal=kanaal, verslag=verslag, is_eerste_gesprek=True, door=by)
    if eerder := eerder_verzonden(gesprek, at=at):
        return eerder
    eis_status(dossier, VOOR_EERSTE_GESPREK, "Het eerste gesprek vastleggen")
    eis_dag(dossier, datum, on, "Het eerste gesprek")
    gevuld = {leefgebied: tekst.strip() for leefgebied, tekst in hulpvragen.items() if tekst.strip()}
    if not gevuld:
        raise ActieFout(
            "Vul bij ten minste één leefgebied een hulpvraag in. Zonder hulpvraag starten de termijnen niet."
        )
    bewaar(gesprek, by=by)
    for leefgebied, tekst in gevuld.items():
        bewaar(Hulpvraag(dossier=dossier, gesprek=gesprek, leefgebied=leefgebied, tekst=tekst), by=by)
    zet_status(dossier, Status.PLAN_VAN_AANPAK)
    dossier.datum_eerste_gesprek = datum
    if dossier.datum_eerste_contact is None:
        _eerste_contact(dossier, datum, by, on)
    bewaar(dossier, by=by, velden=["status", "datum_eerste_gesprek", "updated_at"])
    for regel in ("eerste_gesprek", "eerste_gesprek_na_contact"):
        haal_termijn(dossier=dossier, regel=regel, datum=datum)
    _start_besluittermijnen(dossier, gesprek, on)
    log(dossier, "eerste_gesprek", f"Eerste gesprek gehouden op {datum:%d-%m-%Y}. De termijnen lopen.", by=by, at=at)
    return gesprek


def _start_besluittermijnen(dossier: Dossier, gesprek: Gesprek, on: date) -> None:
    """Start the clocks that hang on the eerste gesprek; the two vensters follow `venster_vanaf` (domein K18)."""
    aanleiding = f"gesprek:{gesprek.pk}"
    start_termijn(dossier=dossier, regel="plan_van_aanpak", aanleiding=aanleiding, start=gesprek.datum, on=on)
    venster_start = regels_van(dossier).venster_start(gesprek.datum)
    if venster_start is not None:
        for regel in ("materiele_verstrekking", "besluiten"):
            start_termijn(dossier=dossier, regel=regel, aanleiding=aanleiding, start=venster_start, on=on)


@transaction.atomic
def driegesprek_vastleggen(
    *,
    dossier: Dossier,
    datum: date,
    aanvrager: str,
    plaats: str,
    derde: Driegesprek.Derde,
    deelnemers: str,
    onderwerpen: str,
    verslag: str,
    by: User,
    at: datetime,
    on: date,
) -> Driegesprek:
    """Record a driegesprek; F counts it only with UHT or an appointed third party (SPR art. 1, 6 lid 4d)."""
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, "Een driegesprek vastleggen")
    eis_dag(dossier, datum, on, "Het driegesprek")
    gesprek = Driegesprek(
        dossier=dossier,
        datum=datum,
        aanvrager=aanvrager,
        plaats=plaats,
        derde=derde,
        deelnemers=deelnemers,
        onderwerpen=onderwerpen,
        verslag=verslag,
        door=by,
    )
    if eerder := eerder_verzonden(gesprek, at=at):
        return eerder
    bewaar(gesprek, by=by)
    log(dossier, "driegesprek", f"Driegesprek gehouden op {datum:%d-%m-%Y}.", by=by, at=at, driegesprek=gesprek.pk)
    return gesprek


def eis_dag(dossier: Dossier, datum: date, on: date, wat: str) -> None:
    """Refuse a day on which it can't have happened; forms ask the same, to show it at the date."""
    if datum > on:
        raise ActieFout(f"{wat} kan niet in de toekomst liggen. Leg het vast als het geweest is.")
    if datum < dossier.datum_aanmelding:
        raise ActieFout(f"{wat} kan niet vóór de aanmelding van {dossier.datum_aanmelding:%d-%m-%Y} liggen.")
