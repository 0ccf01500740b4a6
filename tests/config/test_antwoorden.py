"""What somebody who is logged in gets is kept nowhere; what everybody may see is left as it is."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from accounts.models import User
from config.antwoorden import NietBewaren


class Bezoeker:
    is_authenticated = False


@pytest.mark.django_db
def test_pages_lists_and_downloads_are_kept_nowhere(client, dossier, coordinator):
    client.force_login(coordinator)
    adressen = [dossier.get_absolute_url(), reverse("dossiers"), reverse("dossiers_xlsx"), "/bestaat-niet/"]

    koppen = {adres: client.get(adres).headers.get("Cache-Control") for adres in adressen}

    assert koppen == dict.fromkeys(adressen, "private, no-store")


@pytest.mark.django_db
def test_page_that_is_not_of_this_user_is_kept_nowhere_either(client, dossier, vreemde):
    client.force_login(vreemde)

    antwoord = client.get(dossier.get_absolute_url())

    assert (antwoord.status_code, antwoord["Cache-Control"]) == (404, "private, no-store")


@pytest.mark.parametrize(
    ("wie", "eigen", "kop"),
    [
        (User(), None, "private, no-store"),
        (User(), "max-age=60", "max-age=60"),
        (Bezoeker(), None, None),
    ],
    ids=["user", "set-by-the-view", "visitor"],
)
def test_view_may_say_otherwise_and_a_visitor_gets_no_word(wie, eigen, kop):
    request = RequestFactory().get("/")
    request.user = wie
    antwoord = HttpResponse(headers={"Cache-Control": eigen} if eigen else {})

    assert NietBewaren(lambda _: antwoord)(request).headers.get("Cache-Control") == kop


@pytest.mark.django_db
def test_answer_to_a_visitor_asks_nothing_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(1):  # the page of the health asks it itself
        antwoord = client.get(reverse("gezond"))

    assert not antwoord.has_header("Cache-Control")
