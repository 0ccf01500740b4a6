"""The calendar feed of a user (iCalendar, RFC 5545): what to do on which day, with dossier numbers and no names."""

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from django.urls import reverse
from icalendar import Calendar, Event

from accounts.models import User
from cases.agendawerk import agendatermijnen, taaksoort, van_bronnen
from cases.gemeenteagenda import Plaats, list_eigen
from cases.gemeenteklok import Gemeenteklok
from cases.gemeenteklokken import klokbron
from cases.keuzes import TaakSoort
from cases.models import Taak, Termijn
from cases.register import regel as zoek_regel
from cases.registratie import Feedregel
from cases.termijnregels import Aard
from cases.termijnstatus import TermijnStatus
from cases.vervanging import wiens_werk
from cases.werkvraag import taken_van

# From a month ago, so that what is late stands there too, to a year ahead: programs that fetch it grow slow on more.
TERUG, VOORUIT, HOOGSTENS = timedelta(days=31), timedelta(days=366), 2000
VERNIEUWEN = "PT6H"
WOORDEN = {Aard.PLICHT: "", Aard.STREVEN: " (streven)", Aard.VENSTER: " (daarna kan het niet meer)"}
OPGESCHORT = " (opgeschort)"


def maak_feed(user: User, *, on: date, basis: str) -> bytes:
    """Give the termijnen, planned afspraken and taken of a user, and of whom the user stands in for.

    Each is a whole day and a date without a time zone, so a change to summer time moves nothing.
    """
    users, dagen = wiens_werk(user, on).users, (on - TERUG, on + VOORUIT)
    termijnen = agendatermijnen(user, on).filter(dossier__casusregisseur__in=users, uiterste_datum__range=dagen)
    taken = taken_van(users, user).filter(datum__range=dagen)
    kalender = _kalender()
    for termijn in (termijnen.open() | termijnen.opgeschort()).voor_werklijst()[:HOOGSTENS]:
        kalender.add_component(_van_termijn(termijn, basis))
    for taak in taken.voor_werklijst()[:HOOGSTENS]:
        kalender.add_component(_van_taak(taak, basis))
    for bron, rijen in van_bronnen(user, casusregisseur__in=users):
        for rij in rijen.filter(**{f"{bron.dag}__range": dagen}).voor_agenda()[:HOOGSTENS]:
            kalender.add_component(_van_regel(bron.regel(rij), basis))
    for gemeente, klok in list_eigen(user, on):
        if dagen[0] <= klok.uiterste_datum <= dagen[1]:
            kalender.add_component(_van_gemeente(gemeente, klok, on, basis))
    return kalender.to_ical()


def _kalender() -> Calendar:
    kalender = Calendar()
    kalender.add("prodid", "-//Brede ondersteuning//Agenda//NL")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    kalender.add("x-wr-calname", "Brede ondersteuning")
    kalender.add("x-wr-timezone", "Europe/Amsterdam")
    kalender.add("x-published-ttl", VERNIEUWEN)
    return kalender


def _van_termijn(termijn: Termijn, basis: str) -> Event:
    regel, dossier = zoek_regel(termijn.regel), termijn.dossier
    assert dossier is not None  # agendatermijnen are those of dossiers
    staat_stil = termijn.status == TermijnStatus.OPGESCHORT
    return _dag(
        uid=f"termijn-{termijn.pk}",
        dag=termijn.uiterste_datum,
        wat=f"{regel.doen}{OPGESCHORT if staat_stil else WOORDEN[regel.aard]}, {dossier.nummer}",
        waarom=_url(basis, reverse("termijn_waarom", args=[dossier.nummer, termijn.pk])),
        url=_url(basis, dossier.get_absolute_url()),
        gewijzigd=termijn.updated_at,
        basis=basis,
    )


def _van_gemeente(gemeente: Plaats, klok: Gemeenteklok, on: date, basis: str) -> Event:
    """Name a clock of the gemeente; nothing of a person is in it."""
    bron = klokbron(klok.regel)
    return _dag(
        uid=f"klok-{gemeente.code}-{klok.regel.code}-{klok.begin.sleutel}",
        dag=klok.uiterste_datum,
        wat=f"{klok.wat}{WOORDEN[klok.regel.aard]}, gemeente {gemeente.naam}",
        waarom=_url(basis, bron.waarom_url(gemeente.code, klok)),
        url=_url(basis, bron.url(gemeente.code, klok, on)),
        gewijzigd=datetime.combine(klok.begin.start, time(), UTC),
        basis=basis,
    )


def _van_regel(regel: Feedregel, basis: str) -> Event:
    return _dag(
        uid=regel.uid, dag=regel.dag, wat=regel.wat, url=_url(basis, regel.pad), gewijzigd=regel.gewijzigd, basis=basis
    )


def _van_taak(taak: Taak, basis: str) -> Event:
    """Name a taak by its kind: what somebody typed may hold a name."""
    wat = taaksoort(taak)
    if taak.soort == TaakSoort.AFSPRAAK and taak.afspraak is not None:
        wat = f"{taak.afspraak.get_soort_display()}, {wat.lower()}"
    pad = taak.dossier.get_absolute_url() if taak.dossier else reverse("taak", args=[taak.pk])
    return _dag(
        uid=f"taak-{taak.pk}",
        dag=taak.datum,
        wat=f"{wat}, {taak.dossier.nummer}" if taak.dossier else wat,
        url=_url(basis, pad),
        gewijzigd=taak.created_at,
        basis=basis,
    )


def _dag(*, uid: str, dag: date, wat: str, url: str, gewijzigd: datetime, basis: str, waarom: str = "") -> Event:
    event = Event()
    event.add("uid", f"{uid}@{urlsplit(basis).hostname}")
    event.add("dtstamp", gewijzigd)
    event.add("dtstart", dag)
    event.add("dtend", dag + timedelta(days=1))
    event.add("summary", wat.replace("\xa0", " "))
    event.add("description", f"Openen: {url}" + (f"\nWaarom deze datum? {waarom}" if waarom else ""))
    event.add("url", url)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _url(basis: str, pad: str) -> str:
    return f"{basis.rstrip('/')}{pad}"
