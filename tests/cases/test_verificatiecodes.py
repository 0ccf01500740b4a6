"""When the half-yearly code for calls to UHT changes, and what the pages say of it."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.actions.uht import verificatiecode_ophalen
from cases.models import Verificatiecode
from cases.verificatiecodes import huidige, komende, oude_werkt_tot, volgende
from tests.factories import moment


@pytest.mark.parametrize(
    ("on", "nu", "erna", "op_te_halen"),
    [
        pytest.param("2024-05-17", "2023-12-01", "2024-06-01", "2023-12-01", id="day-before-the-two-weeks"),
        pytest.param("2024-05-18", "2023-12-01", "2024-06-01", "2024-06-01", id="two-weeks-before"),
        pytest.param("2024-05-31", "2023-12-01", "2024-06-01", "2024-06-01", id="last-day-of-the-old-one"),
        pytest.param("2024-06-01", "2024-06-01", "2024-12-01", "2024-06-01", id="first-day"),
        pytest.param("2024-11-16", "2024-06-01", "2024-12-01", "2024-06-01", id="november"),
        pytest.param("2024-11-17", "2024-06-01", "2024-12-01", "2024-12-01", id="two-weeks-before-december"),
        pytest.param("2024-12-31", "2024-12-01", "2025-06-01", "2024-12-01", id="end-of-the-year"),
        pytest.param("2024-02-29", "2023-12-01", "2024-06-01", "2023-12-01", id="leap-day"),
    ],
)
def test_code_that_should_have_been_fetched(on, nu, erna, op_te_halen):
    dag = date.fromisoformat(on)

    assert (huidige(dag), volgende(dag), komende(dag)) == tuple(map(date.fromisoformat, (nu, erna, op_te_halen)))


def test_old_code_works_for_two_weeks_beside_the_new_one():
    assert oude_werkt_tot(date(2024, 6, 1)) == date(2024, 6, 15)


ON = date(2026, 5, 19)
HERINNERING = "Haal de nieuwe verificatiecode op uit het gegevensportaal."


@pytest.fixture
def _vandaag():
    with time_machine.travel(datetime(2026, 5, 19, 9, 30, tzinfo=UTC), tick=False):
        yield


@pytest.mark.usefixtures("_vandaag")
def test_coordinator_is_reminded_until_somebody_fetched_it(client, coordinator, gemeente):
    client.force_login(coordinator)
    assert HERINNERING in client.get(reverse("vandaag")).text

    response = client.post(reverse("verificatiecode_opgehaald", args=[gemeente.code]), follow=True)

    assert [str(m) for m in response.context["messages"]] == [
        "Vastgelegd dat de verificatiecode is opgehaald. Geef hem door aan uw collega's."
    ]
    rij = Verificatiecode.objects.get()
    assert (rij.gemeente, rij.geldig_vanaf, rij.opgehaald_door) == (gemeente, date(2026, 6, 1), coordinator)
    assert HERINNERING not in client.get(reverse("vandaag")).text
    assert "Karima Zeeman" in client.get(reverse("verificatiecodes")).text


@pytest.mark.usefixtures("_vandaag")
def test_consulent_is_not_reminded(client, consulent):
    client.force_login(consulent)

    assert HERINNERING not in client.get(reverse("vandaag")).text


@pytest.mark.usefixtures("_vandaag")
def test_opening_the_address_notes_nothing(client, coordinator, gemeente):
    client.force_login(coordinator)

    response = client.get(reverse("verificatiecode_opgehaald", args=[gemeente.code]))

    assert response["Location"] == reverse("verificatiecodes")
    assert Verificatiecode.objects.count() == 0


def test_second_time_says_who_did_it(gemeente, coordinator):
    verificatiecode_ophalen(gemeente=gemeente, by=coordinator, at=moment(ON), on=ON)

    with pytest.raises(ActieFout) as fout:
        verificatiecode_ophalen(gemeente=gemeente, by=coordinator, at=moment(ON), on=ON)

    assert str(fout.value) == ("De code die geldt vanaf 1 juni 2026 is al opgehaald door Karima Zeeman op 19 mei 2026.")


@pytest.mark.usefixtures("_vandaag")
def test_page_shows_a_refusal(client, coordinator, gemeente):
    verificatiecode_ophalen(gemeente=gemeente, by=coordinator, at=moment(ON), on=ON)
    client.force_login(coordinator)

    response = client.post(reverse("verificatiecode_opgehaald", args=[gemeente.code]), follow=True)

    assert "is al opgehaald door Karima Zeeman" in str(next(iter(response.context["messages"])))


@pytest.mark.usefixtures("_vandaag")
@pytest.mark.parametrize("aantal", [1, 3])
def test_page_asks_the_same_of_the_database_for_any_number(
    client, coordinator, gemeente, aantal, django_assert_num_queries
):
    for nummer in range(aantal):
        Verificatiecode.objects.create(
            gemeente=gemeente,
            geldig_vanaf=date(2024 + nummer, 6, 1),
            opgehaald_op=moment(ON),
            opgehaald_door=coordinator,
        )
    client.force_login(coordinator)

    with django_assert_num_queries(8):
        client.get(reverse("verificatiecodes"))
