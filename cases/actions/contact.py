"""Log contact with an inwoner, and each attempt."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.actions.basis import bewaar, eis_dag, eis_status, log, vergrendel
from cases.actions.dubbel import eerder_verzonden
from cases.actions.klokken import volg_eerste_contact, volg_feiten
from cases.actions.pogingen import volg_pogingen
from cases.actions.taak import maak_opvolging
from cases.actions.verbeteren import TE_VERBETEREN, eis_wie
from cases.keuzes import Contactuitkomst, Kanaal
from cases.models import Contact, Dossier, Taak


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
    opvolgen_voor: User | None = None,
) -> Contact:
    """Log a contact or an attempt. The first real one meets `eerste_contact` and starts `eerste_gesprek_na_contact`.

    An attempt meets nothing, nor does a talk with somebody else (decision 1232). In a dossier that does not run (any
    more) a contact is a fact as a note is: no clock and no step follows from it. With `opvolgen_op` there is a taak on
    that day, for the casusregisseur or for `opvolgen_voor` (decision 1301). The third attempt in a row makes one of
    today, to try another way, unless the casusregisseur follows it up already. Raises ActieFout for a day in the future
    or before the aanmelding, or without who it was when it was not the inwoner.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, TE_VERBETEREN, "Een contact vastleggen")
    eis_dag(dossier, datum, on, "Het contact")
    eis_wie(uitkomst, met)
    contact = Contact(dossier=dossier, datum=datum, kanaal=kanaal, uitkomst=uitkomst, met=met, tekst=tekst, door=by)
    if eerder := eerder_verzonden(contact, at=at):
        return eerder
    bewaar(contact, by=by)
    opvolging: Taak | None = None
    if opvolgen_op is not None:
        wat_en_voor: dict[str, Any] = {"wat": opvolgen_wat, "voor": opvolgen_voor}
        opvolging = maak_opvolging(contact=contact, dossier=dossier, datum=opvolgen_op, **wat_en_voor, by=by, on=on)
    if contact.is_bereikt and _is_eerste(dossier, datum):
        if dossier.is_open:
            volg_feiten(dossier, by=by, on=on)
        else:
            volg_eerste_contact(dossier, by=by)
    volg_pogingen(dossier, by=by, on=on, opvolging=opvolging)
    log(dossier, "contact", f"Contact: {contact}.", by=by, at=at, contact=contact.pk)
    return contact


def _is_eerste(dossier: Dossier, datum: date) -> bool:
    eerste = dossier.datum_eerste_contact
    # From before there was a recht: a dossier that opened under an earlier version still has it.
    return eerste is None or eerste < dossier.datum_aanmelding or datum < eerste
