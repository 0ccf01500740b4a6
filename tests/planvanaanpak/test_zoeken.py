"""Search by the number of a besluit, which stands on the letter that the inwoner holds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.status import Status
from planvanaanpak.models import Besluit

pytestmark = pytest.mark.django_db
VRAGEN = 4


def zoek(client, user, tekst):
    client.force_login(user)
    return client.post(reverse("zoeken"), {"zoek": tekst})


def test_number_of_a_besluit_leads_to_its_dossier(client, besluit, consulent):
    client.force_login(consulent)

    with CaptureQueriesContext(connection) as vragen:
        response = client.post(reverse("zoeken"), {"zoek": f" {besluit.nummer.lower()} "})

    assert response["Location"] == besluit.dossier.get_absolute_url()
    assert len(vragen) == VRAGEN


def test_number_of_a_besluit_is_found_while_typing(client, besluit, consulent):
    client.force_login(consulent)

    html = client.post(reverse("zoeken_direct"), {"zoek": besluit.nummer}).text

    assert (html.count("<li>"), besluit.dossier.nummer in html) == (1, True)


def test_number_of_a_besluit_in_a_withdrawn_dossier_is_found_too(client, besluit, consulent):
    besluit.dossier.status = Status.INGETROKKEN
    besluit.dossier.save()

    assert zoek(client, consulent, besluit.nummer)["Location"] == besluit.dossier.get_absolute_url()


def test_who_may_not_see_the_dossier_finds_nothing(client, besluit, vreemde):
    response = zoek(client, vreemde, besluit.nummer)

    assert list(response.context["dossiers"]) == []
    assert "Geen dossier gevonden" in response.text


def test_number_that_is_no_besluit_finds_nothing(client, besluit, consulent):
    assert Besluit.objects.count() == 1
    assert list(zoek(client, consulent, "9901-B-2020-99999").context["dossiers"]) == []
