"""On day 30 of the acclimatisatie the nightly run puts a besluit ready: once, and nothing ends by itself."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from accounts.rollen import Rol
from cases.actions.bewaking import bewaak
from cases.actions.bewaking_vooruit import kijk_vooruit
from cases.actions.digest import nieuwe_signalen
from cases.actions.nacht import doe_gemeente
from cases.models import Dossier, DossierEvent, Persoon, Signaal
from cases.registratie import volgende_stap
from nazorg.actions.klaarzetten import TEKST
from nazorg.models import Beeindiging
from tests.factories import maak_user, moment
from tests.nazorg.eindes import meld_niet_erkend, stop
from tests.nazorg.test_toch_erkend import hervat, toch_erkend

# UHT told the gemeente on 4 May 2026.
DAG_29, DAG_30, DAG_31 = date(2026, 6, 2), date(2026, 6, 3), date(2026, 6, 4)

pytestmark = pytest.mark.django_db


def draai(gemeente, on):
    return bewaak(gemeente=gemeente, on=on, at=moment(on, uur=3))


def klaargezet():
    return list(Signaal.objects.filter(soort="klaargezet").values_list("on", "tekst", "ontvanger"))


def stap(dossier, user, on):
    return volgende_stap(Dossier.objects.voor_pagina().get(pk=dossier.pk), user, on)


@pytest.mark.parametrize(("on", "staat_klaar"), [(DAG_29, False), (DAG_30, True), (DAG_31, True)])
def test_besluit_is_ready_from_day_30(in_acclimatisatie, gemeente, consulent, on, staat_klaar):
    draai(gemeente, on)

    assert klaargezet() == ([(on, TEKST, None)] if staat_klaar else [])
    titel = stap(in_acclimatisatie, consulent, on).titel
    assert titel.startswith("Het beëindigingsbesluit staat klaar") is staat_klaar


@pytest.mark.parametrize("on", [DAG_29, DAG_30, DAG_31, date(2026, 7, 1)])
def test_look_ahead_counts_the_besluit_that_the_run_then_prepares(in_acclimatisatie, gemeente, on):
    draai(gemeente, date(2026, 5, 5))
    blik = kijk_vooruit(gemeente=gemeente, on=on, at=moment(on))

    assert klaargezet() == []
    telling = draai(gemeente, on)
    assert (blik.telling.signalen, blik.telling.overgangen) == (telling.signalen, telling.overgangen)
    (soort,) = [soort for soort in blik.soorten if soort.soort == "klaargezet"]
    assert (soort.aantal, soort.signalen) == ((1, 1) if on >= DAG_30 else (0, 0))
    assert [str(straks) for straks in soort.eerste] == (
        [f"{in_acclimatisatie.nummer} Ondersteuning afronden: niet erkend: wo 3 jun 2026"] if on >= DAG_30 else []
    )


def test_nothing_ends_by_itself(in_acclimatisatie, gemeente):
    for on in (DAG_29, DAG_30, DAG_31):
        draai(gemeente, on)

    in_acclimatisatie.refresh_from_db()
    assert in_acclimatisatie.status == "acclimatisatie"
    assert not Beeindiging.objects.exists()
    assert in_acclimatisatie.besluiten.count() == 1


def test_signal_and_event_are_made_once(in_acclimatisatie, gemeente):
    draai(gemeente, DAG_30)
    weer = draai(gemeente, DAG_30)
    draai(gemeente, date(2026, 6, 10))

    assert weer.signalen == 0
    assert klaargezet() == [(DAG_30, TEKST, None)]
    event = DossierEvent.objects.get(soort="beeindiging_klaargezet")
    assert (event.by, event.gegevens["grond"]) == (None, "niet_erkend")


def test_coordinator_gets_it_in_the_digest(in_acclimatisatie, gemeente):
    coordinator = maak_user(Rol.COORDINATOR, gemeente, email="coordinator@voorbeeld.example")

    draai(gemeente, DAG_30)

    assert TEKST in [signaal.tekst for signaal in nieuwe_signalen(coordinator, gemeente, DAG_30)]


def test_next_night_does_not_mail_it_again(in_acclimatisatie, gemeente):
    coordinator = maak_user(Rol.COORDINATOR, gemeente, email="coordinator@voorbeeld.example")

    for on in (DAG_30, DAG_31):
        doe_gemeente(gemeente=gemeente, on=on, at=moment(on, uur=3))

    brieven = [bericht.body for bericht in mail.outbox if bericht.to == [coordinator.email]]
    assert [TEKST in brief for brief in brieven] == [True, False]


def test_ended_in_time_or_deceased_gives_nothing(in_acclimatisatie, gemeente, consulent):
    Persoon.objects.update(datum_overlijden=date(2026, 5, 20))
    draai(gemeente, DAG_30)
    assert klaargezet() == []
    Persoon.objects.update(datum_overlijden=None)
    stop(in_acclimatisatie, consulent, grond="niet_erkend", nazorg=False, datum=DAG_29)

    draai(gemeente, DAG_31)

    assert klaargezet() == []


def test_besluit_of_an_earlier_message_is_not_ready_when_the_days_run_anew(
    in_acclimatisatie, gemeente, consulent, client
):
    draai(gemeente, DAG_30)
    toch_erkend(in_acclimatisatie, consulent, DAG_31)
    hervat(in_acclimatisatie, consulent, DAG_31)
    meld_niet_erkend(in_acclimatisatie, consulent, date(2026, 7, 6))
    client.force_login(consulent)

    with time_machine.travel(datetime(2026, 7, 7, 9, 30, tzinfo=UTC), tick=False):
        response = client.get(reverse("beeindigen", args=[in_acclimatisatie.nummer]))

    assert response.context["concept"] is False


def test_one_click_leads_to_the_form_that_is_filled_in(in_acclimatisatie, gemeente, consulent, client):
    draai(gemeente, DAG_30)
    client.force_login(consulent)

    with time_machine.travel(datetime(2026, 6, 3, 9, 30, tzinfo=UTC), tick=False):
        volgende = stap(in_acclimatisatie, consulent, DAG_30)
        response = client.get(volgende.url)

    assert volgende.url == reverse("beeindigen", args=[in_acclimatisatie.nummer])
    assert volgende.knop == "Concept controleren"
    form = response.context["form"]
    assert (form["grond"].value(), form["datum"].value()) == ("niet_erkend", DAG_30)
    assert form["toelichting"].value().startswith("UHT heeft ons op 4 mei 2026 laten weten")
    assert "Pas als u bevestigt, eindigt de ondersteuning." in response.text
