"""What a dossier page asks more than once, read once: its latest contacts, and what is still to be done in it."""

from collections.abc import Iterable
from datetime import date
from itertools import takewhile

from cases.gesproken import laatst_gesproken
from cases.keuzes import AfspraakSoort, Kanaal, TaakSoort
from cases.models import Contact, Dossier, Taak
from cases.pogingen import Poging, Pogingvoorstel, voorstel
from cases.status import Status
from cases.vrijebrief import GEEN_GEHOOR

# More than a page shows; who wants the rest reads the log.
HOOGSTENS = 50


def laatste_contacten(dossier: Dossier) -> list[Contact]:
    """Give the contacts and attempts that count, the newest first."""
    gelezen = dossier.__dict__.get("_laatste_contacten")
    if gelezen is None:
        gelezen = list(dossier.contacten.geldig().select_related("door")[:HOOGSTENS])
        dossier.__dict__["_laatste_contacten"] = gelezen
    return gelezen


def open_taken(dossier: Dossier) -> list[Taak]:
    """Give the open taken of a dossier, of everybody; a planned afspraak is there as the taak of its day."""
    gelezen = dossier.__dict__.get("_open_taken")
    if gelezen is None:
        gelezen = list(dossier.taken.open().select_related("voor", "afspraak").order_by("datum", "id")[:HOOGSTENS])
        dossier.__dict__["_open_taken"] = gelezen
    return gelezen


def geplande_taken(dossier: Dossier, soort: AfspraakSoort) -> Iterable[Taak]:
    """Give the taken of the planned afspraken of one kind."""
    return (
        taak
        for taak in open_taken(dossier)
        if taak.soort == TaakSoort.AFSPRAAK and taak.afspraak is not None and taak.afspraak.soort == soort
    )


def gepland_huisbezoek(dossier: Dossier, on: date) -> date | None:
    """Give the first day on which somebody goes to see the inwoner, of what is planned for `on` or later."""
    afspraken = [taak.afspraak for taak in open_taken(dossier) if taak.soort == TaakSoort.AFSPRAAK]
    bezoeken = [a.datum for a in afspraken if a is not None and a.kanaal == Kanaal.HUISBEZOEK and a.datum >= on]
    return min(bezoeken, default=None)


def kan_plannen(dossier: Dossier) -> bool:
    """Say whether a gesprek with the inwoner can be planned: the dossier runs, and nobody noted a death."""
    return dossier.is_open and dossier.persoon.datum_overlijden is None


def vergeefse_contacten(dossier: Dossier) -> list[Contact]:
    """Give the attempts that go on now, the newest first: those since the inwoner was last reached.

    A gesprek is contact too (decision 0641). On its day the inwoner was reached, whatever was tried before or after it.
    A talk with somebody else neither ends the row nor, after the eerste gesprek, counts in it (decision 1233). What was
    tried before the aanmelding, when there was no recht, asks for nothing (decision 1281).
    """
    gelezen = dossier.__dict__.get("_vergeefse_contacten")
    if gelezen is None:
        pogingen = filter(lambda contact: telt_in_de_rij(contact, dossier), laatste_contacten(dossier))
        vergeefs = takewhile(lambda contact: not contact.is_bereikt, pogingen)
        gelezen = [contact for contact in vergeefs if contact.datum >= dossier.datum_aanmelding]
        gesproken = laatst_gesproken(dossier) if gelezen else None
        if gesproken is not None:
            gelezen = [contact for contact in gelezen if contact.datum > gesproken]
        dossier.__dict__["_vergeefse_contacten"] = gelezen
    return gelezen


def telt_in_de_rij(contact: Contact, dossier: Dossier) -> bool:
    """Say whether a contact has a place in the row: a talk with somebody else only while nobody spoke the inwoner."""
    return not contact.is_met_ander or dossier.datum_eerste_gesprek is None


def gehoorbrief(dossier: Dossier) -> bool:
    """Say whether the letter that nobody answers was made since the first of the attempts that go on now."""
    vergeefs = vergeefse_contacten(dossier)
    if not vergeefs:
        return False
    brieven = dossier.documenten.geldig().filter(uitgaand__soort=GEEN_GEHOOR, datum__gte=vergeefs[-1].datum)
    return brieven.exists()


def volgende_poging(dossier: Dossier) -> Pogingvoorstel | None:
    """Say what to try next in a dossier where nobody answers; nothing for whoever died or whose support ends."""
    zoekt = dossier.is_open and dossier.status != Status.ACCLIMATISATIE
    if not zoekt or dossier.persoon.datum_overlijden is not None:
        return None
    return voorstel([Poging(contact.kanaal, contact.is_bereikt) for contact in vergeefse_contacten(dossier)])
