"""The afspraken of a day come first, in order of their hour, and stand on a card of Vandaag."""

from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.actions.afspraak import afspraak_afzeggen, afspraak_plannen
from cases.actions.afwezigheid import afwezig_melden
from cases.actions.taak import taak_maken
from cases.afspraakkaart import Afspraakregel
from cases.keuzes import Kanaal
from cases.models import Taak
from tests.cases.test_views_agenda import leeg_dossier
from tests.cases.test_views_vandaag import zet_termijn
from tests.factories import moment
from tests.haltes import halte

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)
ON = NU.date()
MORGEN = ON + timedelta(days=1)
UREN = ("Gesprek om 9.00 uur, op kantoor", "Gesprek om 14.30 uur, op kantoor", "Gesprek, op kantoor")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def plan(dossier, by, dag=ON, tijd=None, **anders):
    gegevens = {"datum": dag, "tijd": tijd, "kanaal": Kanaal.KANTOOR, **anders}
    return afspraak_plannen(dossier=dossier, soort="gesprek", gegevens=gegevens, by=by, at=moment(ON), on=ON)


@halte
def volle_dag(consulent, gemeente, coordinator):
    """Five deadlines, a taak and three afspraken on one day, of which the last was planned first."""
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    for nummer in range(5):
        zet_termijn(dossier, ON, aanleiding=f"gesprek:{nummer}")
    taak_maken(gemeente=gemeente, dossier=dossier, wat="Bellen", datum=ON, voor=consulent, by=consulent, at=NU, on=ON)
    for tijd in (None, time(14, 30), time(9)):
        plan(dossier, consulent, tijd=tijd)
    return dossier


def stappen(response):
    return [regel.stap for groep in response.context["groepen"] for regel in groep.regels]


@pytest.mark.usefixtures("volle_dag")
def test_vandaag_has_the_afspraken_of_a_day_first_in_order_of_their_hour(pagina):
    assert stappen(pagina.get(reverse("vandaag"))) == [*UREN, *["Plan van aanpak vaststellen"] * 5, "Bellen"]


@pytest.mark.usefixtures("volle_dag")
def test_afspraken_of_tomorrow_come_after_what_is_for_today(pagina, volle_dag, consulent):
    plan(volle_dag, consulent, MORGEN, time(8))

    assert stappen(pagina.get(reverse("vandaag")))[-2:] == ["Bellen", "Gesprek om 8.00 uur, op kantoor"]


@pytest.mark.usefixtures("volle_dag")
@pytest.mark.parametrize("vraag", [{}, {"week": "2026-05-18"}], ids=["twelve-weeks", "one-week"])
def test_full_day_of_the_agenda_shows_its_afspraken_first(pagina, vraag):
    weken = pagina.get(reverse("agenda"), vraag).context["weken"]

    (dag,) = [dag for week in weken for dag in week.dagen if dag.dag == ON]
    assert [punt.wat for punt in dag.punten][:5] == [*UREN, *["Plan van aanpak vaststellen"] * 2]
    assert dag.aantal == 9


@pytest.mark.usefixtures("volle_dag")
def test_list_of_taken_and_the_queryset_have_the_same_order(pagina):
    regels = pagina.get(reverse("taken")).context["regels"]

    assert [taak.wat for taak, _ in regels] == [*UREN, "Bellen"]
    assert [taak.wat for taak in Taak.objects.voor_werklijst()] == [*UREN, "Bellen"]


def test_card_names_the_afspraken_of_today(pagina, consulent, gemeente, coordinator):
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    plan(dossier, consulent, tijd=time(14, 30), plaats="Buurthuis")
    plan(dossier, consulent)
    plan(dossier, consulent, tijd=time(9), kanaal=Kanaal.HUISBEZOEK)
    plan(dossier, consulent, MORGEN, time(8))
    afspraak_afzeggen(afspraak=plan(dossier, consulent, tijd=time(11)), reden="Ziek.", by=consulent, at=moment(ON))

    response = pagina.get(reverse("vandaag"))

    wie = {"wie": "N. Berkhout", "url": dossier.get_absolute_url(), "voor": ""}
    assert response.context["afspraken"] == (
        Afspraakregel(tijd=time(9), soort="Gesprek", waar="huisbezoek", **wie),
        Afspraakregel(tijd=time(14, 30), soort="Gesprek", waar="Buurthuis", **wie),
        Afspraakregel(tijd=None, soort="Gesprek", waar="op kantoor", **wie),
    )
    naam = f'<a class="nl-link" href="{dossier.get_absolute_url()}">N. Berkhout</a>'
    assert "Afspraken vandaag</h2>" in response.text
    assert f'<dt class="bo-cijfer">14.30</dt><dd>Gesprek, Buurthuis: {naam}</dd>' in response.text
    assert f"<dt>geen tijd</dt><dd>Gesprek, op kantoor: {naam}</dd>" in response.text


@pytest.mark.usefixtures("volle_dag")
def test_card_stays_on_every_page_and_with_every_choice(pagina, volle_dag, consulent, gemeente):
    for nummer in range(60):
        wat = f"Taak {nummer}"
        taak_maken(gemeente=gemeente, dossier=None, wat=wat, datum=ON, voor=consulent, by=consulent, at=NU, on=ON)

    gezien = [
        [regel.tijd for regel in pagina.get(reverse("vandaag"), vraag).context["afspraken"]]
        for vraag in ({}, {"page": 2}, {"wat": "wet"})
    ]

    assert gezien == [[time(9), time(14, 30), None]] * 3


def test_no_card_on_a_day_without_afspraken_and_that_of_a_colleague_has_a_name(
    pagina, consulent, collega, gemeente, coordinator
):
    plan(leeg_dossier(collega, gemeente, coordinator), collega, tijd=time(9))
    zonder = pagina.get(reverse("vandaag"))

    afwezig_melden(user=collega, vanaf=ON, tot=ON, vervanger=consulent, by=collega, on=ON)
    met = pagina.get(reverse("vandaag"))

    assert (zonder.context["afspraken"], "Afspraken vandaag" in zonder.text) == ((), False)
    assert [regel.voor for regel in met.context["afspraken"]] == [collega.naam]
    assert f"<strong>voor {collega.naam}</strong>" in met.text


@pytest.mark.parametrize("aantal", [1, 20])
def test_card_asks_no_question_of_its_own(pagina, consulent, gemeente, coordinator, aantal):
    for nummer in range(aantal):
        dossier = leeg_dossier(consulent, gemeente, coordinator, bsn="", achternaam=f"Naam {nummer}")
        plan(dossier, consulent, tijd=time(9), plaats=f"Kamer {nummer}")

    with CaptureQueriesContext(connection) as vragen:
        response = pagina.get(reverse("vandaag"))

    assert len(response.context["afspraken"]) == aantal
    assert len(vragen) == 7
