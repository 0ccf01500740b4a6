"""The calendar feed: a secret address of which only the hash is kept, and what is in it."""

import hashlib
import logging
from datetime import UTC, date, datetime, time

import pytest
import time_machine
from django.test import override_settings
from django.urls import reverse
from icalendar import Calendar

from cases.actions.afspraak import afspraak_plannen
from cases.actions.agenda import agendaadres_intrekken, agendaadres_maken, zoek_agendaadres
from cases.actions.taak import taak_maken
from cases.keuzes import AfspraakSoort, Kanaal
from cases.models import Agendaadres
from config.logboek import ZonderGeheim, zonder_geheim
from tests.cases.test_views_agenda import VRIJDAG, leeg_dossier
from tests.cases.test_views_vandaag import zet_termijn
from tests.factories import BeleidFactory, maak_nog, moment

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)
ON = NU.date()

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def sleutel(consulent):
    return agendaadres_maken(user=consulent, at=NU)[1]


def haal(client, sleutel):
    return client.get(reverse("agenda_feed", args=[sleutel]))


def vul(dossier, by):
    zet_termijn(dossier, VRIJDAG)
    zet_termijn(dossier, date(2026, 8, 7), regel="materiele_verstrekking", aard="venster")
    wie_wanneer = {"by": by, "at": moment(ON), "on": ON}
    gegevens = {"datum": date(2026, 5, 26), "tijd": time(10, 30), "kanaal": Kanaal.KANTOOR}
    afspraak_plannen(dossier=dossier, soort=AfspraakSoort.GESPREK, gegevens=gegevens, **wie_wanneer)
    taak_maken(gemeente=dossier.gemeente, dossier=dossier, wat="Berkhout bellen", datum=ON, voor=by, **wie_wanneer)
    taak_maken(gemeente=dossier.gemeente, dossier=None, wat="Iets voor Jansen", datum=ON, voor=by, **wie_wanneer)


def test_feed_says_what_to_do_with_dossier_numbers_and_no_names(client, consulent, coordinator, gemeente, sleutel):
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    vul(dossier, consulent)

    response = haal(client, sleutel)

    events = Calendar.from_ical(response.content).walk("VEVENT")
    nummer = dossier.nummer
    assert sorted((e.decoded("dtstart"), str(e["summary"])) for e in events) == [
        (ON, "Taak"),
        (ON, f"Taak, {nummer}"),
        (VRIJDAG, f"Plan van aanpak vaststellen, {nummer}"),
        (date(2026, 5, 26), f"Gesprek, afspraak om 10.30 uur, {nummer}"),
        (date(2026, 8, 7), f"Besluiten over spullen (daarna kan het niet meer), {nummer}"),
    ]
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    for naam in ("Berkhout", "Jansen", dossier.persoon.bsn, consulent.naam):
        assert naam.encode() not in response.content


def test_feed_says_what_stands_still_and_follows_the_warnings_of_the_beleid(
    client, consulent, coordinator, gemeente, sleutel
):
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    zet_termijn(dossier, VRIJDAG, status="opgeschort", invoer={"opschortingen": [["2026-05-11", "2026-05-29"]]})
    zet_termijn(dossier, date(2026, 8, 7), regel="materiele_verstrekking", aard="venster")
    BeleidFactory(gemeente=gemeente, geldig_vanaf=ON, afwijkingen={"waarschuwingen": {"materiele_verstrekking": []}})

    [event] = Calendar.from_ical(haal(client, sleutel).content).walk("VEVENT")

    assert str(event["summary"]) == f"Plan van aanpak vaststellen (opgeschort), {dossier.nummer}"
    assert event.decoded("dtstart") == VRIJDAG


@override_settings(BASIS_URL="https://bo.voorbeeld.example/")
def test_event_is_a_whole_day_with_a_steady_uid_and_links(client, consulent, coordinator, gemeente, sleutel):
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    termijn = zet_termijn(dossier, VRIJDAG)

    [event] = Calendar.from_ical(haal(client, sleutel).content).walk("VEVENT")

    basis = "https://bo.voorbeeld.example"
    assert str(event["uid"]) == f"termijn-{termijn.pk}@bo.voorbeeld.example"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (VRIJDAG, date(2026, 5, 23))
    assert event.decoded("dtstamp") == NU
    assert str(event["url"]) == f"{basis}{dossier.get_absolute_url()}"
    waarom = reverse("termijn_waarom", args=[dossier.nummer, termijn.pk])
    assert str(event["description"]) == f"Openen: {event['url']}\nWaarom deze datum? {basis}{waarom}"
    kalender = Calendar.from_ical(haal(client, sleutel).content)
    assert (str(kalender["version"]), str(kalender["x-wr-timezone"])) == ("2.0", "Europe/Amsterdam")
    assert haal(client, sleutel).content == haal(client, sleutel).content


def test_feed_holds_only_what_this_user_does(client, collega, coordinator, gemeente, sleutel):
    zet_termijn(leeg_dossier(collega, gemeente, coordinator), VRIJDAG)
    zet_termijn(leeg_dossier(None, gemeente, coordinator, bsn="", achternaam="X"), VRIJDAG, aanleiding="gesprek:2")

    assert Calendar.from_ical(haal(client, sleutel).content).walk("VEVENT") == []


def test_secret_is_256_bits_and_only_its_hash_is_kept(consulent, sleutel):
    adres = Agendaadres.objects.get()

    assert len(sleutel) == 43
    assert set(sleutel) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert adres.sleutel_sha256 == hashlib.sha256(sleutel.encode()).hexdigest()
    assert (adres.user, adres.created_at, adres.gebruikt_op) == (consulent, NU, None)


def test_new_address_stops_the_old_one_at_once(client, consulent, sleutel):
    _, nieuw = agendaadres_maken(user=consulent, at=NU)

    assert haal(client, sleutel).status_code == 404
    assert haal(client, nieuw).status_code == 200
    assert Agendaadres.objects.count() == 1


def test_withdrawn_address_is_gone(client, consulent, collega, sleutel):
    assert agendaadres_intrekken(user=collega) is False
    assert haal(client, sleutel).status_code == 200

    assert agendaadres_intrekken(user=consulent) is True
    assert haal(client, sleutel).status_code == 404


def test_unknown_address_and_one_of_who_left_are_the_same_404(client, consulent, sleutel):
    onbekend = haal(client, "x" * 43)
    consulent.is_active = False
    consulent.save()
    vertrokken = haal(client, sleutel)
    consulent.is_active = True
    consulent.save()
    consulent.lidmaatschappen.all().delete()
    zonder_rol = haal(client, sleutel)

    assert {r.status_code for r in (onbekend, vertrokken, zonder_rol)} == {404}
    assert {r.content for r in (onbekend, vertrokken, zonder_rol)} == {b"Dit agenda-adres werkt niet."}


def test_feed_is_not_kept_by_caches_or_search_engines_and_sets_no_cookie(client, sleutel):
    response = haal(client, sleutel)

    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    assert not response.has_header("ETag")


def test_feed_is_only_read(client, sleutel):
    assert client.post(reverse("agenda_feed", args=[sleutel])).status_code == 405


def test_use_is_noted_at_most_once_an_hour(consulent, sleutel):
    for minuut, genoteerd in ((0, 0), (30, 0), (59, 0)):
        zoek_agendaadres(sleutel=sleutel, at=NU.replace(hour=10, minute=minuut))
        assert Agendaadres.objects.get().gebruikt_op == NU.replace(hour=10, minute=genoteerd)
    zoek_agendaadres(sleutel=sleutel, at=NU.replace(hour=11, minute=0))

    assert Agendaadres.objects.get().gebruikt_op == NU.replace(hour=11, minute=0)


def test_number_of_questions_is_the_same_for_one_row_and_for_fifty(
    client, consulent, coordinator, gemeente, sleutel, django_assert_num_queries
):
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    zet_termijn(dossier, VRIJDAG)
    haal(client, sleutel)
    for aantal in (0, 50):
        for nummer, ander in enumerate(maak_nog(dossier, [f"N{nummer}" for nummer in range(aantal)])):
            zet_termijn(ander, VRIJDAG, aanleiding=f"gesprek:{nummer + 10}")
        with django_assert_num_queries(8):
            assert haal(client, sleutel).status_code == 200


def test_page_shows_the_address_once(client, consulent):
    client.force_login(consulent)
    voor = client.get(reverse("agendaadres"))

    gemaakt = client.post(reverse("agendaadres_maken"))
    url = gemaakt.context["url"]
    na = client.get(reverse("agendaadres"))

    assert "U heeft nog geen adres." in voor.text
    assert url in gemaakt.text
    assert url.startswith("http://")
    assert "no-store" in gemaakt["Cache-Control"]
    assert url not in na.text
    assert "Maak dan een nieuw adres" in na.text
    assert client.get(url.removeprefix("http://127.0.0.1:8000")).status_code == 200


def test_page_withdraws_the_address_and_says_when_there_is_none(client, consulent, sleutel):
    client.force_login(consulent)

    weg = client.post(reverse("agendaadres_intrekken"), follow=True)
    niets = client.post(reverse("agendaadres_intrekken"), follow=True)

    assert "Uw agenda-adres werkt niet meer." in weg.text
    assert "U heeft geen agenda-adres. Er is niets veranderd." in niets.text
    assert not Agendaadres.objects.exists()


@pytest.mark.parametrize(
    ("regel", "gemaskeerd"),
    [
        ("/agenda/abc-_1.ics", "/agenda/***.ics"),
        ("GET /agenda/abc.ics HTTP/1.1", "GET /agenda/***.ics HTTP/1.1"),
        ("Not Found: /agenda/a.b.ics", "Not Found: /agenda/***.ics"),
        ("/agenda/", "/agenda/"),
        ("GET /wachtwoord/kiezen/MTI/c8x-1f/ 302", "GET /wachtwoord/kiezen/***/***/ 302"),
        ("/wachtwoord/kiezen/MTI/c8x-1f?next=/", "/wachtwoord/kiezen/***/***?next=/"),
        ("/wachtwoord/kiezen/MTI/set-password/", "/wachtwoord/kiezen/***/***/"),
        ("/wachtwoord/kiezen/MTI/", "/wachtwoord/kiezen/MTI/"),
        ("/wachtwoord/vergeten/klaar/", "/wachtwoord/vergeten/klaar/"),
        ("/dossiers/9901-D-2026-00001/", "/dossiers/9901-D-2026-00001/"),
    ],
)
def test_secret_is_masked(regel, gemaskeerd):
    assert zonder_geheim(regel) == gemaskeerd


def test_log_of_a_page_that_is_not_there_has_no_secret(client, caplog):
    caplog.handler.addFilter(ZonderGeheim())

    with caplog.at_level(logging.WARNING, logger="django.request"):
        haal(client, "geheim-adres")

    assert [record.getMessage() for record in caplog.records] == ["Not Found: /agenda/***.ics"]


def test_every_handler_of_the_settings_masks(settings):
    assert [h["filters"] for h in settings.LOGGING["handlers"].values()] == [["zonder_geheim"]]


def test_gunicorn_writes_no_secret_when_a_request_fails(caplog):
    from gunicorn.config import Config

    from config import gunicorn

    log = gunicorn.Logboek(Config())
    log.error_log.addHandler(caplog.handler)
    log.exception("Error handling request %s %s", "GET", "/agenda/geheim.ics")

    assert caplog.messages == ["Error handling request GET /agenda/***.ics"]


@pytest.mark.parametrize(
    ("pad", "gemaskeerd"),
    [
        ("/agenda/geheim.ics", "/agenda/***.ics"),
        ("/wachtwoord/kiezen/geheim/zeer-geheim/", "/wachtwoord/kiezen/***/***/"),
    ],
)
def test_gunicorn_writes_no_secret_in_its_access_log(pad, gemaskeerd):
    from types import SimpleNamespace

    from gunicorn.config import Config

    from config import gunicorn

    environ = {"REQUEST_METHOD": "GET", "RAW_URI": pad, "PATH_INFO": pad}
    environ |= {"SERVER_PROTOCOL": "HTTP/1.1", "HTTP_REFERER": pad}
    request = SimpleNamespace(headers=[])
    response = SimpleNamespace(status="200 OK", sent=10, headers=[])

    atomen = gunicorn.Logboek(Config()).atoms(response, request, environ, SimpleNamespace(seconds=0, microseconds=900))

    assert gunicorn.logger_class is gunicorn.Logboek
    assert "%(U)s" in gunicorn.access_log_format
    assert atomen["U"] == gemaskeerd
    assert not [naam for naam, waarde in atomen.items() if "geheim" in str(waarde)]
