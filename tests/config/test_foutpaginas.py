"""The error pages: Dutch, and there also when the database is not."""

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db.utils import OperationalError
from django.urls import reverse

ER_GING_IETS_MIS = '<h1 class="nl-heading nl-heading--level-1" id="fout">Er ging iets mis</h1>'
pytestmark = pytest.mark.django_db


@pytest.fixture
def zonder_database(client, consulent, monkeypatch):
    """Give the browser of somebody who is logged in, whose session can't be read."""
    client.force_login(consulent)
    client.raise_request_exception = False

    def weg(self):
        raise OperationalError("connection to server failed")

    monkeypatch.setattr(SessionStore, "_get_session_from_db", weg)
    return client


@pytest.mark.parametrize(
    "adres",
    [
        pytest.param("/", id="page"),
        pytest.param("/bestaat-niet/", id="address-that-is-not-there"),
        pytest.param("/gebruikers/", id="page-of-another-role"),
    ],
)
def test_without_a_database_there_is_still_a_page(zonder_database, adres):
    antwoord = zonder_database.get(adres)

    assert (antwoord.status_code, antwoord["Content-Type"]) == (500, "text/html; charset=utf-8")
    assert ER_GING_IETS_MIS in antwoord.text


def test_form_without_its_token_gets_that_page_too(zonder_database):
    """Its own page has the shell of the user, which can't be read."""
    zonder_database.handler.enforce_csrf_checks = True

    antwoord = zonder_database.post(reverse("vandaag"))

    assert antwoord.status_code == 500
    assert ER_GING_IETS_MIS in antwoord.text


def test_strange_host_is_refused_without_a_database(zonder_database):
    """It is refused before anybody is known."""
    antwoord = zonder_database.get("/", headers={"host": "vreemd.example"})

    assert antwoord.status_code == 400
    assert ER_GING_IETS_MIS not in antwoord.text


def test_page_after_a_fault_says_nothing_of_the_user(client, consulent, monkeypatch):
    """It asks nothing of the database, so it knows nobody."""
    client.force_login(consulent)
    client.raise_request_exception = False
    monkeypatch.setattr("cases.views.vandaag.render", lambda *args, **kwargs: 1 / 0)

    antwoord = client.get(reverse("vandaag"))

    assert antwoord.status_code == 500
    assert ER_GING_IETS_MIS in antwoord.text
    assert consulent.naam not in antwoord.text
