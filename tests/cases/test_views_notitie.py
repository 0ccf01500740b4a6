"""Notes on the page, and that a restricted one is seen nowhere by who may not read it."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.actions.bewaking import bewaak
from cases.actions.digest import verstuur_digests
from cases.actions.notitie import notitie_intrekken, notitie_maken, notitie_wijzigen
from cases.actions.samenvoegen import samenvoegen
from cases.actions.toewijzen import toewijzen
from cases.models import Notitie
from tests.factories import maak_dossier, moment

ON = date(2026, 3, 20)
GEHEIM, REDEN = "Mevrouw is bang.", "Haar man dreigt."
KEREN = 11

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def eigen_dossier(dossier, consulent, coordinator):
    return toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))


@pytest.fixture
def geheim(eigen_dossier, consulent):
    """Written restricted, changed, opened for a moment, and restricted again."""
    notitie = notitie_maken(dossier=eigen_dossier, tekst="Eerst dit.", is_beperkt=True, by=consulent, at=moment(ON))
    for wijzigingen in ({"tekst": GEHEIM}, {"is_beperkt": False}, {"is_beperkt": True}):
        notitie = notitie_wijzigen(notitie=notitie, wijzigingen=wijzigingen, reden=REDEN, by=consulent, at=moment(ON))
    return notitie


def adres(naam, dossier, *args):
    return reverse(naam, args=[dossier.nummer, *args])


def test_note_is_written_and_shown(client, collega, dossier):
    client.force_login(collega)

    response = client.post(adres("notitie_nieuw", dossier), {"tekst": "Belt in de ochtend."}, follow=True)

    assert response.redirect_chain == [(adres("notities", dossier), 302)]
    assert "Belt in de ochtend." in response.text
    assert Notitie.objects.get().is_beperkt is False


def test_only_who_reads_restricted_notes_may_write_one(client, collega, consulent, coordinator, eigen_dossier):
    gevonden = {}
    for user in (collega, consulent, coordinator):
        client.force_login(user)
        form = client.get(adres("notities", eigen_dossier)).context["form"]
        client.post(adres("notitie_nieuw", eigen_dossier), {"tekst": user.naam, "is_beperkt": "on"})
        gevonden[user.naam] = ("is_beperkt" in form.fields, Notitie.objects.get(tekst=user.naam).is_beperkt)

    assert gevonden == {"Bram Terpstra": (False, False), "Jolanda Prins": (True, True), "Karima Zeeman": (True, True)}


def test_restricted_note_is_read_by_two_people_and_counted_for_the_others(
    client, geheim, eigen_dossier, consulent, coordinator, collega, auditor
):
    gezien = {}
    for user in (consulent, coordinator, collega, auditor):
        client.force_login(user)
        response = client.get(adres("notities", eigen_dossier))
        gezien[user.naam] = (GEHEIM in response.text, response.context["verborgen"])

    assert gezien == {
        "Jolanda Prins": (True, 0),
        "Karima Zeeman": (True, 0),
        "Bram Terpstra": (False, 1),
        "Anton Roos": (False, 1),
    }


def test_restricted_text_stands_on_no_other_page(
    client, geheim, eigen_dossier, collega, auditor, consulent, coordinator
):
    paden = [
        eigen_dossier.get_absolute_url(),
        adres("dossier_geschiedenis", eigen_dossier) + "?alles=1",
        adres("contacten", eigen_dossier),
        f"{reverse('dossiers')}?zoek=bang",
    ]

    for user in (collega, auditor, consulent, coordinator):
        client.force_login(user)
        teksten = "".join(client.get(pad).text for pad in paden)
        assert [tekst for tekst in (GEHEIM, REDEN, "Eerst dit.") if tekst in teksten] == [], user.naam
        assert "Beperkte notitie toegevoegd." in teksten, user.naam


def test_restricted_text_is_in_no_mail(geheim, gemeente, mailoutbox):
    bewaak(gemeente=gemeente, on=ON, at=moment(ON, uur=3))
    verstuur_digests(gemeente=gemeente, on=ON, at=moment(ON, uur=4))

    assert mailoutbox != []
    assert [mail for mail in mailoutbox if GEHEIM in mail.body or REDEN in mail.body] == []


def test_restricted_note_is_not_printed(client, geheim, eigen_dossier, consulent):
    client.force_login(consulent)

    assert '<li class="bo-logrij bo-logrij--beperkt">' in client.get(adres("notities", eigen_dossier)).text
    with open("static/css/contact.css") as stijl:
        druk = stijl.read().partition("@media print")[2]
    assert ".bo-logrij--beperkt { display: none; }" in druk


@pytest.mark.parametrize("naam", ["notitie", "notitie_intrekken"])
def test_restricted_note_is_not_found_by_others(client, geheim, eigen_dossier, collega, naam):
    client.force_login(collega)

    assert client.get(adres(naam, eigen_dossier, geheim.pk)).status_code == 404
    assert client.post(adres(naam, eigen_dossier, geheim.pk), {"reden": "x"}).status_code == 404


def test_ordinary_note_shows_its_old_and_new_text_in_the_history(client, dossier, consulent):
    notitie = notitie_maken(dossier=dossier, tekst="Belt vroeg.", is_beperkt=False, by=consulent, at=moment(ON))
    notitie_wijzigen(notitie=notitie, wijzigingen={"tekst": "Belt laat."}, reden="Klopt.", by=consulent, at=moment(ON))
    client.force_login(consulent)

    tekst = client.get(adres("dossier_geschiedenis", dossier)).text

    assert "<del>Belt vroeg.</del> wordt <ins>Belt laat.</ins>" in tekst


def test_note_that_was_restricted_after_a_merge_is_in_neither_history(
    client, gemeente, dossier, collega, auditor, consulent, coordinator
):
    weg = maak_dossier(gemeente, bsn="")
    notitie = notitie_maken(dossier=weg, tekst="Eerst dit.", is_beperkt=False, by=consulent, at=moment(ON))
    notitie_wijzigen(notitie=notitie, wijzigingen={"tekst": GEHEIM}, reden="Klopt.", by=consulent, at=moment(ON))
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))
    samenvoegen(dossier=dossier, ander=weg, van_ander=[], reden="Zelfde", by=coordinator, at=moment(ON), on=ON)
    notitie.refresh_from_db()
    notitie_wijzigen(notitie=notitie, wijzigingen={"is_beperkt": True}, reden=REDEN, by=consulent, at=moment(ON))

    for user in (collega, auditor, consulent, coordinator):
        client.force_login(user)
        for een in (dossier, weg):
            tekst = client.get(adres("dossier_geschiedenis", een) + "?alles=1").text
            assert [deel for deel in (GEHEIM, REDEN, "Eerst dit.") if deel in tekst] == [], (user.naam, een)


def test_own_note_is_changed_with_the_reason(client, dossier, consulent):
    notitie = notitie_maken(dossier=dossier, tekst="Belt vroeg.", is_beperkt=False, by=consulent, at=moment(ON))
    client.force_login(consulent)
    versie = client.get(adres("notitie", dossier, notitie.pk)).context["form"]["versie"].value()

    gegevens = {"tekst": "Belt laat.", "reden": "Klopt.", "versie": versie}
    client.post(adres("notitie", dossier, notitie.pk), gegevens)

    notitie.refresh_from_db()
    assert notitie.tekst == "Belt laat."


def test_note_of_a_colleague_leads_back_and_is_withdrawn_by_the_coordinator_only(
    client, dossier, consulent, collega, coordinator
):
    notitie = notitie_maken(dossier=dossier, tekst="x", is_beperkt=False, by=consulent, at=moment(ON))
    client.force_login(collega)
    assert client.get(adres("notitie", dossier, notitie.pk)).url == adres("notities", dossier)
    geweigerd = client.post(adres("notitie_intrekken", dossier, notitie.pk), {"reden": "x"}, follow=True)
    assert "U kunt alleen uw eigen notities intrekken." in geweigerd.text

    client.force_login(coordinator)
    response = client.post(adres("notitie_intrekken", dossier, notitie.pk), {"reden": "Hoort elders."}, follow=True)

    assert "<del>x</del>" in response.text
    assert "door Karima Zeeman: Hoort elders." in response.text


@pytest.mark.parametrize("aantal", [1, 3])
def test_list_asks_the_same_number_of_questions(client, dossier, consulent, aantal):
    for nummer in range(aantal):
        notitie_maken(dossier=dossier, tekst=f"Blijft {nummer}", is_beperkt=False, by=consulent, at=moment(ON))
        weg = notitie_maken(dossier=dossier, tekst=f"Weg {nummer}", is_beperkt=False, by=consulent, at=moment(ON))
        notitie_intrekken(notitie=weg, reden="x", by=consulent, at=moment(ON))
    client.force_login(consulent)

    with CaptureQueriesContext(connection) as vragen:
        client.get(adres("notities", dossier))

    assert len(vragen) == KEREN
