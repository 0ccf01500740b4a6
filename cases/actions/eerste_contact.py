"""The first contact of a dossier, derived again when a contact or a gesprek turns out to be on another day."""

from collections.abc import Mapping
from datetime import date

from accounts.models import User
from cases.actions.basis import bewaar
from cases.actions.termijnen import haal_termijn, heropen_termijn, start_termijn, verschuif_gehaald
from cases.models import Contact, Dossier, Gesprek, Termijn
from cases.status import Status
from cases.termijnstatus import OPEN, TermijnStatus

NA_CONTACT = "eerste_gesprek_na_contact"
VOOR_EERSTE_GESPREK = frozenset({Status.AANMELDING, Status.EERSTE_GESPREK})


def eerste_contactdag(dossier: Dossier, *, anders: Mapping[int, date] | None = None) -> date | None:
    """Give the first day on which the inwoner was reached: by a contact, or in a gesprek.

    `anders` gives gesprekken, by id, another day than the one stored. What was withdrawn does not count.
    """
    contacten = Contact.objects.filter(dossier=dossier).geldig().bereikt().values_list("datum", flat=True)
    gesprekken = Gesprek.objects.filter(dossier=dossier).geldig().values_list("pk", "datum")
    return min([*contacten, *((anders or {}).get(pk, datum) for pk, datum in gesprekken)], default=None)


def herbereken_eerste_contact(*, dossier: Dossier, by: User, on: date) -> None:
    """Set the day of the first contact from what counts now, and move the clocks that hang on it.

    Without any contact left the clock of the first contact runs again. The caller has locked the dossier.
    """
    dag = eerste_contactdag(dossier)
    if dag == dossier.datum_eerste_contact:
        return
    dossier.datum_eerste_contact = dag
    bewaar(dossier, by=by, velden=["datum_eerste_contact", "updated_at"])
    na_contact = Termijn.objects.filter(dossier=dossier, regel=NA_CONTACT)
    if dag is None:
        heropen_termijn(dossier=dossier, regel="eerste_contact", on=on)
        na_contact.filter(status__in=OPEN).update(status=TermijnStatus.VERVALLEN)
        return
    haal_termijn(dossier=dossier, regel="eerste_contact", datum=dag)
    verschuif_gehaald(dossier=dossier, regel="eerste_contact", datum=dag)
    if Status(dossier.status) in VOOR_EERSTE_GESPREK or na_contact.exclude(status=TermijnStatus.VERVALLEN).exists():
        start_termijn(dossier=dossier, regel=NA_CONTACT, aanleiding=f"dossier:{dossier.pk}", start=dag, on=on)
