"""The pages that show a last day, in a gemeente that has everything: each leads to why, unless the clock stopped."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.models import Termijn
from cases.termijnstatus import TermijnStatus
from tests.wereld import ON

LINK = re.compile(r'href="[^"]*/waarom/\d+/"')

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(ON.year, ON.month, ON.day, 9, 30, tzinfo=UTC), tick=False):
        yield


def paden(wereld):
    nummers = {
        "dossier": wereld.in_plan,
        "uht": wereld.gevraagd,
        "plan": wereld.in_plan,
        "nazorg": wereld.in_nazorg,
        "nazorg_afsluiten": wereld.in_nazorg,
    }
    van_dossier = {naam: reverse(naam, args=[dossier.nummer]) for naam, dossier in nummers.items()}
    lijsten = {naam: reverse(naam) for naam in ("vandaag", "dossiers", "agenda")}
    besluit = wereld.besluit.get_absolute_url()
    return {
        **van_dossier,
        **lijsten,
        "besluit": besluit,
        "acclimatisatie": wereld.in_acclimatisatie.get_absolute_url(),
        "nazorg_kaart": wereld.in_nazorg.get_absolute_url(),
    }


def haal(client, wereld):
    client.force_login(wereld.users["consulent"])
    antwoorden = {naam: client.get(pad) for naam, pad in paden(wereld).items()}
    assert {naam for naam, antwoord in antwoorden.items() if antwoord.status_code != 200} == set()
    return {naam: antwoord.text for naam, antwoord in antwoorden.items()}


def test_every_page_that_shows_a_last_day_leads_to_why(client, wereld):
    termijnbericht = reverse("termijnbericht", args=[wereld.nieuw.nummer])

    zonder = {naam for naam, tekst in haal(client, wereld).items() if not LINK.search(tekst)}

    assert zonder == set()
    assert LINK.search(client.get(termijnbericht).text)


def test_explanation_names_beleid_and_calendar_on_every_page_with_room(client, wereld):
    teksten = haal(client, wereld)

    ruim = ("dossier", "uht", "plan", "nazorg", "besluit", "acclimatisatie", "vandaag")
    assert {n for n in ruim if not ("<dt>Beleid</dt>" in teksten[n] and "<dt>Kalender</dt>" in teksten[n])} == set()


def test_a_stopped_clock_shows_no_explanation_anywhere(client, wereld):
    Termijn.objects.update(status=TermijnStatus.VERVALLEN, datum_gehaald=None)

    met = {naam for naam, tekst in haal(client, wereld).items() if LINK.search(tekst) or "<dt>Kalender" in tekst}

    assert met == set()
