"""The page Bewaking: red when the last run failed or is older than yesterday."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.rollen import Rol
from tests.factories import BewakingFactory, GemeenteFactory, LidmaatschapFactory, moment

ON = date(2026, 5, 8)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 5, 8, 9, 30, tzinfo=UTC), tick=False):
        yield


def mislukt(gemeente, on):
    return BewakingFactory(gemeente=gemeente, on=on, klaar_op=None, fout="OperationalError: geen verbinding")


def standen(client):
    response = client.get(reverse("bewaking"))
    return [(str(gemeente), soort, tekst) for gemeente, soort, tekst in response.context["standen"]]


def test_green_when_last_night_was_done(client, gemeente, coordinator):
    BewakingFactory(gemeente=gemeente, on=ON)
    client.force_login(coordinator)

    assert standen(client) == [("Rivierendam", "goed", "De bewaking loopt.")]


def test_green_before_the_run_of_the_coming_night(client, gemeente, coordinator):
    BewakingFactory(gemeente=gemeente, on=ON - timedelta(days=1))
    client.force_login(coordinator)

    assert standen(client) == [("Rivierendam", "goed", "De bewaking loopt.")]


def test_red_when_older_than_yesterday(client, gemeente, coordinator):
    BewakingFactory(gemeente=gemeente, on=ON - timedelta(days=2))
    client.force_login(coordinator)

    assert standen(client) == [
        (
            "Rivierendam",
            "fout",
            "De bewaking liep het laatst op 06-05-2026. Controleer of de worker en beat draaien.",
        )
    ]


def test_red_when_the_last_run_failed(client, gemeente, beheerder):
    BewakingFactory(gemeente=gemeente, on=ON - timedelta(days=1))
    mislukt(gemeente, ON)
    client.force_login(beheerder)

    response = client.get(reverse("bewaking"))

    assert [stand[1:] for stand in response.context["standen"]] == [
        ("fout", "De laatste bewaking is mislukt. De volgende nacht wordt deze dag ingehaald.")
    ]
    inhoud = response.content.decode()
    assert inhoud.count("mislukt") == 2  # the label of the gemeente and that of its night
    assert "geen verbinding" not in inhoud


def test_green_again_after_the_next_night(client, gemeente, coordinator):
    rij = mislukt(gemeente, ON - timedelta(days=1))
    rij.klaar_op, rij.fout = moment(ON), ""
    rij.save()
    BewakingFactory(gemeente=gemeente, on=ON)
    client.force_login(coordinator)

    assert standen(client) == [("Rivierendam", "goed", "De bewaking loopt.")]


def test_tells_that_it_never_ran(client, gemeente, coordinator):
    client.force_login(coordinator)

    assert standen(client) == [("Rivierendam", "let-op", "De bewaking heeft nog niet gelopen.")]


def test_shows_what_a_night_did(client, gemeente, coordinator):
    BewakingFactory(gemeente=gemeente, on=ON, dossiers=31, overgangen=7, signalen=12, gewijzigd=5, duur_s=0.456)
    client.force_login(coordinator)

    inhoud = client.get(reverse("bewaking")).content.decode()

    rij = inhoud[inhoud.index("vr 8 mei 2026") :]
    cellen = [deel.split(">")[-1] for deel in rij.split("</td>")[1:6]]
    assert cellen == ["31", "7", "12", "5", "0,46 s"]


def test_other_gemeente_is_not_shown(client, gemeente, vreemde, coordinator):
    BewakingFactory(gemeente=gemeente, on=ON)
    client.force_login(vreemde)

    response = client.get(reverse("bewaking"))

    assert [str(gemeente) for gemeente, _soort, _tekst in response.context["standen"]] == ["Duinveen"]
    assert list(response.context["rijen"]) == []


@pytest.mark.parametrize("aantal", [1, 3])
def test_same_queries_for_one_gemeente_and_for_three(client, gemeente, coordinator, aantal):
    BewakingFactory(gemeente=gemeente, on=ON)
    for nummer in range(1, aantal):
        ander = GemeenteFactory(code=f"99{nummer}0", naam=f"Gemeente {nummer}")
        LidmaatschapFactory(user=coordinator, gemeente=ander, rol=Rol.COORDINATOR)
        BewakingFactory(gemeente=ander, on=ON)
    client.force_login(coordinator)

    with CaptureQueriesContext(connection) as vragen:
        assert len(standen(client)) == aantal

    assert len(vragen) == 6


def test_state_of_every_gemeente_is_found_behind_a_long_ledger(client, gemeente, coordinator):
    ander = GemeenteFactory(code="9910", naam="Zandvoorde")
    LidmaatschapFactory(user=coordinator, gemeente=ander, rol=Rol.COORDINATOR)
    BewakingFactory(gemeente=ander, on=ON - timedelta(days=90))
    for dagen in range(70):
        BewakingFactory(gemeente=gemeente, on=ON - timedelta(days=dagen))
    client.force_login(coordinator)

    assert [(naam, soort) for naam, soort, _tekst in standen(client)] == [
        ("Rivierendam", "goed"),
        ("Zandvoorde", "fout"),
    ]
