"""Every page and every kind of user, against the table of access."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from django.urls import URLPattern, get_resolver

from accounts.permissions import ROLLEN, Permission
from tests.factories import UserFactory
from tests.tabellen import alles
from tests.toegang_tabel import ALLEEN_POST, KOLOMMEN, OPENBAAR, TABEL
from tests.wereld import ON
from tests.wereldbrieven import klein_pdf

INLOGGEN = "/inloggen/?next="


def patronen(delen=None):
    """Walk the URLconf."""
    for deel in get_resolver().url_patterns if delen is None else delen:
        if isinstance(deel, URLPattern):
            yield deel
        else:
            yield from patronen(deel.url_patterns)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(ON.year, ON.month, ON.day, 9, 30, tzinfo=UTC), tick=False):
        yield


@pytest.fixture(autouse=True)
def _lege_bladzijden(monkeypatch):
    """Draw no page and print no letter: this is about who may open it. What it shows is looked at in the browser."""
    monkeypatch.setattr("django.template.backends.django.Template.render", lambda *args: "")
    monkeypatch.setattr("cases.drukwerk.druk", lambda *args, **rest: klein_pdf())


def vraag(client, methode, url):
    """Ask for a page and undo whatever it did; gives what the table has words for.

    What somebody who is logged in gets may be kept nowhere, whatever page it is. Who sees dossiers can search on it.
    """
    with transaction.atomic():
        response = getattr(client, methode)(url)
        inhoud = b"".join(response)  # a file is read, and so closed
        transaction.set_rollback(True)
    user = response.wsgi_request.user
    if user.is_authenticated:
        assert "no-store" in response.headers.get("Cache-Control", ""), url
        if b"</html>" in inhoud:
            assert (b"data-zoek-direct" in inhoud) == bool(user.gemeenten_met(Permission.DOSSIER_ZIEN)), url
    if response.status_code == 302:
        return "in" if response["Location"].startswith(INLOGGEN) else "->"
    return str(response.status_code)


def log_in(client, wereld, wie):
    if wie != "anoniem":
        client.force_login(wereld.users[wie])


def verschillen(gekregen, wie):
    """Name the pages that gave something else than the table says."""
    return {naam: (status, TABEL[naam][wie]) for naam, status in gekregen.items() if status != TABEL[naam][wie]}


def test_every_url_has_a_row_and_every_row_a_url():
    assert {patroon.name for patroon in patronen()} == set(TABEL)


def test_every_view_names_a_permission_or_is_public_by_name():
    zonder = {patroon.name for patroon in patronen() if not hasattr(patroon.callback, "permission")}

    assert zonder == OPENBAAR


def test_only_the_public_pages_are_open_without_logging_in():
    open_ = {patroon.name for patroon in patronen() if not getattr(patroon.callback, "login_required", True)}

    assert open_ == OPENBAAR


def test_every_permission_is_given_to_a_role_and_used_by_a_page():
    gebruikt = {getattr(patroon.callback, "permission", None) for patroon in patronen()} - {None}

    assert set(ROLLEN) == set(Permission)
    assert gebruikt == set(Permission)


@pytest.mark.django_db
@pytest.mark.parametrize("wie", KOLOMMEN)
def test_table_of_access(wereld, urls, client, wie):
    gekregen = {}
    for naam, url in urls.items():
        if settings.SESSION_COOKIE_NAME not in client.cookies:  # at first, and after the page that logs out
            log_in(client, wereld, wie)
        gekregen[naam] = vraag(client, "post" if naam in ALLEEN_POST else "get", url)
        if naam == "uitloggen":
            client.cookies.clear()

    assert set(gekregen) == set(TABEL)
    assert verschillen(gekregen, wie) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("wie", KOLOMMEN)
def test_who_may_not_open_a_page_may_not_send_it_either(wereld, urls, client, wie):
    log_in(client, wereld, wie)

    dicht = [naam for naam, rij in TABEL.items() if rij[wie] in ("in", "403", "404")]
    gekregen = {naam: vraag(client, "post", urls[naam]) for naam in dicht}

    assert verschillen(gekregen, wie) == {}


@pytest.mark.django_db
def test_who_has_no_role_gets_the_start_page_and_nothing_else(urls, client):
    client.force_login(UserFactory())
    gekregen = {}
    for naam, url in urls.items():
        if naam not in OPENBAAR:
            gekregen[naam] = vraag(client, "post" if naam in ALLEEN_POST else "get", url)

    assert gekregen == {naam: "200" if naam == "start" else "403" for naam in TABEL if naam not in OPENBAAR}


@pytest.mark.django_db
def test_who_only_reads_is_refused_when_sending(wereld, urls, client):
    """An auditor opens pages that others change something on: sending one gives a 403, or at most the page again."""
    log_in(client, wereld, "auditor")
    voor = alles()

    for naam, rij in TABEL.items():
        if rij["auditor"] == "200" and naam not in OPENBAAR and rij["vreemd"] == "404":
            b"".join(client.post(urls[naam], {"reden": "x", "tekst": "x", "verder": "x"}))

    assert alles() == voor
