"""A coördinator reports a colleague absent who can't do it, and ends it: who may, and what the colleague hears."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse

from accounts.models import User
from accounts.rollen import Rol
from cases.actions.afwezigheid import afwezig_melden, afwezigheid_beeindigen
from cases.actions.basis import ActieFout
from cases.models import Afwezigheid, Signaal
from cases.vervanging import wiens_werk
from tests.factories import LidmaatschapFactory, maak_dossier, maak_user

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)
ON = NU.date()
DAGEN = {"vanaf": "2026-05-18", "tot": "2026-05-22"}
ELDERS = (
    "Bram Terpstra werkt niet alleen in gemeenten waar u dossiers toewijst. Vraag een coördinator van al die gemeenten,"
    " of laat het werk hier overnemen."
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def pagina(client, coordinator):
    client.force_login(coordinator)
    return client


def adres(wie):
    return reverse("werk_afwezig", args=[wie.pk])


def meld(user, vervanger, by, vanaf=ON, tot=ON + timedelta(days=3)):
    return afwezig_melden(user=user, vanaf=vanaf, tot=tot, vervanger=vervanger, by=by, on=ON)


def meldingen(response):
    return [str(melding) for melding in get_messages(response.wsgi_request)]


def gehoord(wie):
    return list(Signaal.objects.visible_to(wie).order_by("pk").values_list("tekst", flat=True))


def test_coordinator_reports_a_colleague_absent_who_hears_of_it(pagina, gemeente, consulent, collega, coordinator):
    antwoord = pagina.post(adres(collega), {**DAGEN, "vervanger": consulent.pk})

    een = Afwezigheid.objects.get()
    assert (antwoord.status_code, antwoord["Location"]) == (302, adres(collega))
    assert meldingen(antwoord) == ["Bewaard. Jolanda Prins doet in die dagen het werk van Bram Terpstra."]
    assert (een.user, een.vervanger, str(een.vanaf), str(een.tot)) == (collega, consulent, *DAGEN.values())
    assert een.history.get().history_user == coordinator
    assert [wie.naam for wie in wiens_werk(consulent, ON).vervangt] == ["Bram Terpstra"]
    bericht = (
        "Karima Zeeman heeft u afwezig gemeld van 18 mei 2026 tot en met 22 mei 2026."
        " Jolanda Prins doet in die dagen uw werk."
    )
    assert (gehoord(collega), gehoord(consulent), gehoord(coordinator)) == ([bericht], [], [])
    pagina.force_login(collega)
    assert bericht in pagina.get(reverse("vandaag")).text
    assert "Gemeld door Karima Zeeman." in pagina.get(reverse("afwezigheid")).text


def test_own_absence_names_nobody_and_sends_no_message(client, consulent, collega):
    meld(collega, consulent, by=collega)
    client.force_login(collega)

    assert "Gemeld door" not in client.get(reverse("afwezigheid")).text
    assert gehoord(collega) == []


def test_page_of_a_colleague_shows_their_days_and_offers_who_works_there(pagina, gemeente, consulent, collega):
    meld(collega, consulent, by=collega)

    response = pagina.get(adres(collega))

    assert "<title>Afwezigheid van Bram Terpstra" in response.text
    assert [een.pk for een in response.context["komend"]] == [Afwezigheid.objects.get().pk]
    assert list(response.context["form"].fields["vervanger"].queryset) == [consulent, response.wsgi_request.user]
    assert "Bram Terpstra is er weer" not in response.text  # it begins today, so it is taken away instead
    assert "Weghalen" in response.text


def test_coordinator_ends_it_and_the_colleague_hears_of_it(pagina, consulent, collega, coordinator):
    een = meld(collega, consulent, by=collega, vanaf=ON - timedelta(days=2))

    assert "Bram Terpstra is er weer" in pagina.get(adres(collega)).text
    antwoord = pagina.post(reverse("afwezigheid_einde", args=[een.pk]))

    een.refresh_from_db()
    assert (antwoord["Location"], meldingen(antwoord)) == (adres(collega), ["Bram Terpstra is er weer."])
    assert (een.tot, een.history.first().history_user) == (ON - timedelta(days=1), coordinator)
    assert gehoord(collega) == ["Karima Zeeman heeft uw afwezigheid beëindigd: vanaf 19 mei 2026 bent u er weer."]


def test_what_was_taken_away_meanwhile_is_said(consulent, collega, coordinator):
    een = meld(collega, consulent, by=coordinator, vanaf=ON + timedelta(days=1))
    afwezigheid_beeindigen(afwezigheid=een, on=ON, by=collega)

    with pytest.raises(ActieFout, match="Deze afwezigheid is al weggehaald"):
        afwezigheid_beeindigen(afwezigheid=een, on=ON, by=coordinator)


def test_coordinator_takes_away_what_had_not_begun(pagina, consulent, collega, coordinator):
    een = meld(collega, consulent, by=coordinator, vanaf=ON + timedelta(days=1))

    pagina.post(reverse("afwezigheid_einde", args=[een.pk]))

    assert not Afwezigheid.objects.exists()
    assert gehoord(collega)[1:] == [
        "Karima Zeeman heeft uw afwezigheid van 20 mei 2026 tot en met 22 mei 2026 weggehaald."
    ]


def test_colleague_who_is_back_ends_what_was_reported_for_them(client, consulent, collega, coordinator):
    een = meld(collega, consulent, by=coordinator, vanaf=ON - timedelta(days=1))
    client.force_login(collega)

    client.post(reverse("afwezigheid_einde", args=[een.pk]))

    een.refresh_from_db()
    assert (een.tot, een.history.first().history_user) == (ON - timedelta(days=1), collega)
    assert len(gehoord(collega)) == 1


def test_days_that_overlap_and_a_stand_in_who_can_not_are_said_of_the_colleague(
    pagina, gemeente, consulent, collega, coordinator, financieel
):
    meld(collega, consulent, by=collega)

    dubbel = pagina.post(adres(collega), {**DAGEN, "vervanger": consulent.pk}).context["form"]

    [fout] = dubbel.non_field_errors()
    assert fout.startswith(
        "Bram Terpstra is al afwezig gemeld van 19 mei 2026 tot en met 22 mei 2026. Kies andere dagen"
    )
    with pytest.raises(ActieFout, match="Wim Ketelaar kan Jolanda Prins niet vervangen"):
        meld(consulent, financieel, by=coordinator)


def test_colleague_of_another_gemeente_too_needs_a_coordinator_of_both(
    pagina, andere_gemeente, consulent, collega, coordinator
):
    LidmaatschapFactory(user=collega, gemeente=andere_gemeente, rol=Rol.CONSULENT)
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.CONSULENT)
    een = meld(collega, consulent, by=collega)

    gezien = pagina.get(adres(collega))
    verstuurd = pagina.post(adres(collega), {"vanaf": "2026-06-01", "tot": "2026-06-02", "vervanger": consulent.pk})
    einde = pagina.post(reverse("afwezigheid_einde", args=[een.pk]))

    assert (gezien["Location"], meldingen(gezien)) == (reverse("werk_verdelen"), [ELDERS])
    assert verstuurd.context["form"].non_field_errors() == [ELDERS]
    assert meldingen(einde)[-1:] == [ELDERS]
    assert list(Afwezigheid.objects.all()) == [een]
    LidmaatschapFactory(user=coordinator, gemeente=andere_gemeente, rol=Rol.COORDINATOR)
    assert afwezigheid_beeindigen(afwezigheid=een, on=ON, by=User.objects.get(pk=coordinator.pk)) is None


def test_only_of_who_works_where_one_assigns(
    client, gemeente, andere_gemeente, consulent, collega, coordinator, financieel
):
    elders = maak_user(Rol.CONSULENT, andere_gemeente, naam="Fenna Elders")
    uit = maak_user(Rol.CONSULENT, gemeente, naam="Uit Dienst", is_active=False)
    van_elders = meld(elders, maak_user(Rol.CONSULENT, andere_gemeente, naam="Ander"), by=elders)
    client.force_login(coordinator)

    antwoorden = [client.get(adres(wie)).status_code for wie in (collega, coordinator, elders, uit, financieel)]
    einde = client.post(reverse("afwezigheid_einde", args=[van_elders.pk])).status_code
    client.force_login(consulent)

    assert (antwoorden, einde) == ([200, 200, 404, 404, 404], 404)
    assert client.get(adres(collega)).status_code == 403


def test_division_of_work_leads_to_the_absence_of_every_colleague(pagina, gemeente, consulent, collega):
    dossier = maak_dossier(gemeente)
    dossier.casusregisseur = consulent
    dossier.save()
    meld(collega, consulent, by=collega)

    response = pagina.get(reverse("werk_verdelen"))

    assert [rij.wie for rij in response.context["rijen"]] == [consulent]
    assert [(wie.naam, afwezig) for wie, afwezig in response.context["zonder_werk"]] == [
        ("Bram Terpstra", "afwezig tot en met 22 mei, vervangen door Jolanda Prins")
    ]
    for wie in (consulent, collega):
        assert f'href="{adres(wie)}"' in response.text
