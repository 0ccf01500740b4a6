"""Whether somebody wants help: asked in the first contact, and said by the eerste gesprek."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions.hulp import hulp_bevestigen
from cases.models import Aanmelding, Contact, Dossier
from cases.status import Status
from tests.factories import moment
from tests.wegen import voer_eerste_gesprek

ON = date(2026, 3, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


def wil():
    return Aanmelding.objects.get().wil_ondersteuning


def stuur(client, dossier, **anders):
    velden = {"datum": "2026-03-20", "kanaal": "telefoon", "uitkomst": "gesproken", "tekst": "Gebeld.", **anders}
    return client.post(reverse("contact_nieuw", args=[dossier.nummer]), velden, follow=True)


def test_eerste_gesprek_says_that_somebody_wants_help(dossier, consulent):
    assert wil() == "onbekend"

    voer_eerste_gesprek(dossier, consulent, ON)

    assert wil() == "ja"
    event = dossier.events.filter(soort="eerste_gesprek").get()
    assert event.tekst == "Eerste gesprek gehouden op 20 maart 2026. De termijnen lopen. De inwoner wil hulp."
    assert Aanmelding.history.latest("history_id").history_change_reason == "eerste gesprek gehouden"


def test_eerste_gesprek_says_nothing_new_of_who_said_so_before(dossier, consulent):
    Aanmelding.objects.update(wil_ondersteuning="ja")
    versies = Aanmelding.history.count()

    voer_eerste_gesprek(dossier, consulent, ON)

    assert Aanmelding.history.count() == versies
    assert dossier.events.get(soort="eerste_gesprek").tekst.endswith("De termijnen lopen.")


def test_yes_in_a_contact_is_kept(client, dossier, consulent):
    client.force_login(consulent)

    stuur(client, dossier, wil="ja")

    assert wil() == "ja"
    assert set(dossier.events.values_list("soort", flat=True)) == {"aangemeld", "contact", "wil_hulp"}


@pytest.mark.parametrize("antwoord", ["later", "nee"])
def test_no_in_a_contact_stops_the_clocks(client, dossier, consulent, antwoord):
    client.force_login(consulent)

    response = stuur(client, dossier, wil=antwoord)

    dossier.refresh_from_db()
    assert (dossier.status, wil()) == (Status.GEEN_HULP, antwoord)
    assert dossier.termijnen.filter(status="lopend").count() == 0
    assert "De inwoner wil nu geen hulp. De termijnen zijn gestopt." in [str(m) for m in response.context["messages"]]


def test_not_known_yet_changes_nothing(client, dossier, consulent):
    client.force_login(consulent)

    stuur(client, dossier, wil="")

    assert (wil(), Contact.objects.count()) == ("onbekend", 1)


@pytest.mark.parametrize("uitkomst", ["geen gehoor", "bericht achtergelaten"])
def test_who_was_not_reached_said_nothing(client, dossier, consulent, uitkomst):
    client.force_login(consulent)

    response = stuur(client, dossier, uitkomst=uitkomst, wil="nee")

    assert response.context["form"].errors["wil"] == ["U heeft de inwoner niet bereikt. Kies ‘Nog niet bekend’."]
    assert Contact.objects.count() == 0


@pytest.mark.parametrize(
    ("status", "gezegd", "vraagt"),
    [
        (Status.AANMELDING, "onbekend", True),
        (Status.EERSTE_GESPREK, "onbekend", True),
        (Status.AANMELDING, "ja", False),
        (Status.UITVOERING, "onbekend", False),
    ],
)
def test_contact_asks_while_it_is_not_known(client, dossier, consulent, status, gezegd, vraagt):
    Dossier.objects.update(status=status)
    Aanmelding.objects.update(wil_ondersteuning=gezegd)
    client.force_login(consulent)

    for naam in ("contacten", "contact_nieuw"):
        assert ("wil" in client.get(reverse(naam, args=[dossier.nummer])).context["form"].fields) is vraagt


def test_saying_it_twice_writes_one_event(dossier, consulent):
    for _ in range(2):
        hulp_bevestigen(dossier=dossier, by=consulent, at=moment(ON))

    assert dossier.events.filter(soort="wil_hulp").count() == 1
