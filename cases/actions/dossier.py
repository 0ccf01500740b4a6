"""Assign a dossier, log contact and record the verificatie."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_dag, eis_status, log, vergrendel, zet_status
from cases.actions.dubbel import eerder_verzonden
from cases.actions.klokken import volg_eerste_contact, volg_feiten
from cases.actions.pogingen import volg_pogingen
from cases.actions.taak import geef_taken_door, maak_opvolging
from cases.actions.verbeteren import TE_VERBETEREN
from cases.keuzes import Contactuitkomst, Kanaal, VerificatieAntwoord, VerificatieKanaal
from cases.models import Contact, Dossier, Verificatie
from cases.status import OPEN, VOOR_EERSTE_GESPREK, Status


@transaction.atomic
def toewijzen(*, dossier: Dossier, casusregisseur: User, by: User, at: datetime, reden: str = "") -> Dossier:
    """Make a consulent the casusregisseur. Refused for a closed dossier or a user who is no consulent there.

    An externe hulpverlener is refused too, whatever other roles they have (Wht art. 2.21 lid 5).
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, "Toewijzen")
    if not User.objects.casusregisseurs(dossier.gemeente_id).filter(pk=casusregisseur.pk).exists():
        raise ActieFout(
            f"{casusregisseur.naam} is geen actieve consulent van deze gemeente, of is er externe hulpverlener."
        )
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

    An attempt meets nothing. In a dossier that does not run (any more) a contact is a fact as a note is: no clock and
    no step follows from it. With `opvolgen_op` there is a taak on that day for whoever noted it; without it the third
    attempt in a row makes one of today, to try another way. Raises ActieFout for a day in the future or before the
    aanmelding.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, TE_VERBETEREN, "Een contact vastleggen")
    eis_dag(dossier, datum, on, "Het contact")
    contact = Contact(dossier=dossier, datum=datum, kanaal=kanaal, uitkomst=uitkomst, met=met, tekst=tekst, door=by)
    if eerder := eerder_verzonden(contact, at=at):
        return eerder
    bewaar(contact, by=by)
    if opvolgen_op is not None:
        maak_opvolging(contact=contact, dossier=dossier, datum=opvolgen_op, wat=opvolgen_wat, by=by, on=on)
    if contact.is_bereikt and (dossier.datum_eerste_contact is None or datum < dossier.datum_eerste_contact):
        if dossier.is_open:
            volg_feiten(dossier, by=by, on=on)
        else:
            volg_eerste_contact(dossier, by=by)
    volg_pogingen(dossier, by=by, on=on, heeft_opvolging=opvolgen_op is not None)
    log(dossier, "contact", f"Contact: {contact}.", by=by, at=at, contact=contact.pk)
    return contact


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
    antwoord_van: str = "",
) -> Verificatie:
    """Record a question to UHT that was answered at once.

    The first positive answer opens the road to the eerste gesprek, whose termijn then runs from that answer. After that
    gesprek it starts nothing.

    VNG handreiking 2025 §4.1: the redelijke termijn runs "na aanmelding en verificatie".
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, OPEN, "Een verificatie vastleggen")
    eis_dag(dossier, datum_antwoord, on, "Het antwoord")
    if datum_gevraagd > datum_antwoord:
        raise ActieFout("Het antwoord kan niet vóór de vraag komen. Controleer de twee datums.")
    verificatie = Verificatie(
        dossier=dossier,
        datum_gevraagd=datum_gevraagd,
        kanaal=kanaal,
        antwoord=antwoord,
        datum_antwoord=datum_antwoord,
        antwoord_van=antwoord_van,
        door=by,
    )
    if eerder := eerder_verzonden(verificatie, at=at):
        return eerder
    bewaar(verificatie, by=by)
    if antwoord == VerificatieAntwoord.BEVESTIGD and dossier.status in VOOR_EERSTE_GESPREK:
        bevestiging_verwerken(dossier, by=by, on=on)
    log(dossier, "verificatie", f"Verificatie bij UHT: {verificatie.get_antwoord_display().lower()}.", by=by, at=at)
    return verificatie


def bevestiging_verwerken(dossier: Dossier, *, by: User, on: date) -> None:
    """Open the road to the eerste gesprek after UHT confirmed; the clock to it runs from the first confirmation."""
    if dossier.status == Status.AANMELDING:
        zet_status(dossier, Status.EERSTE_GESPREK)
        bewaar(dossier, by=by, velden=["status", "updated_at"])
    volg_feiten(dossier, by=by, on=on)
