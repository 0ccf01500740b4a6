"""The days of a plan: late steps are marked, and steps and evaluations stand on the calendar and in its feed."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from cases.actions.agenda import agendaadres_maken
from cases.actions.toewijzen import toewijzen
from cases.models import Dossier
from cases.registratie import volgende_stap
from planvanaanpak.actions.doelen import Stapgegevens, stap_bewaren
from planvanaanpak.actions.fasen import fase_plannen
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.models import Doelstap
from tests.factories import moment
from tests.planvanaanpak.besluitstappen import verstuur
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import url

pytestmark = pytest.mark.django_db

MORGEN, GISTEREN = VANDAAG + timedelta(days=1), VANDAAG - timedelta(days=1)


@pytest.fixture
def in_uitvoering(besluit, consulent):
    """Give the plan of a dossier in uitvoering that is in the hands of the consulent."""
    dossier = besluit.dossier
    toewijzen(dossier=dossier, casusregisseur=consulent, by=consulent, at=moment(VANDAAG))
    verstuur(besluit, consulent)
    return Dossier.objects.get(pk=dossier.pk).plan


def stap(plan, by, dag, wat="Berkhout belt de bank", **anders):
    doel = plan.doelen.get(leefgebied="wonen")
    gegevens = Stapgegevens(wat=wat, wie="Mevrouw Berkhout", datum_uiterlijk=dag)
    rij = stap_bewaren(doel=doel, gegevens=gegevens, by=by, at=moment(VANDAAG), on=VANDAAG)
    if anders:
        Doelstap.objects.filter(pk=rij.pk).update(**anders)
    return rij


def plan_fase(plan, by, nummer, dag):
    fase = plan.fasen.get(nummer=nummer)
    return fase_plannen(fase=fase, datum=dag, by=by, at=moment(VANDAAG), on=VANDAAG)


def op_de_agenda(pagina):
    weken = pagina.get(reverse("agenda")).context["weken"]
    return [
        (punt.dag, punt.soort, punt.wat, punt.url)
        for week in weken
        for dag in week.dagen
        for punt in dag.punten
        if punt.soort in ("Stap in het plan", "Evaluatie")
    ]


def test_step_of_which_the_day_has_passed_is_marked_and_is_the_next_step(pagina, in_uitvoering, consulent):
    rij = stap(in_uitvoering, consulent, GISTEREN)
    stap(in_uitvoering, consulent, MORGEN)
    stap(in_uitvoering, consulent, GISTEREN, "Gedaan", status=DoelStatus.BEHAALD, datum_behaald=GISTEREN)

    response = pagina.get(url("plan", in_uitvoering.dossier.nummer))

    wonen = response.context["blokken"][0]
    assert wonen.te_laat == {rij.pk}
    assert response.text.count("te laat") == 1
    volgende = volgende_stap(Dossier.objects.voor_pagina().get(pk=in_uitvoering.dossier_id), consulent, VANDAAG)
    assert volgende.titel == "Kijk hoe het staat met 1 stap die te laat is"
    assert volgende.tekst.startswith("Berkhout belt de bank (Mevrouw Berkhout) was uiterlijk op 19 april 2026.")
    assert volgende.url == url("doelstap", in_uitvoering.dossier.nummer, rij.pk)


def test_steps_and_evaluations_stand_on_the_calendar_until_they_are_done(pagina, in_uitvoering, consulent):
    stap(in_uitvoering, consulent, MORGEN)
    stap(in_uitvoering, consulent, MORGEN, "Klaar", status=DoelStatus.BEHAALD, datum_behaald=VANDAAG)
    stap(in_uitvoering, consulent, GISTEREN, "Te laat")
    plan_fase(in_uitvoering, consulent, 1, date(2026, 5, 6))

    nummer = in_uitvoering.dossier.nummer
    wonen = f"{url('plan', nummer)}#leefgebied-wonen"
    assert op_de_agenda(pagina) == [
        (MORGEN, "Stap in het plan", "Berkhout belt de bank (Mevrouw Berkhout)", wonen),
        (date(2026, 5, 6), "Evaluatie", str(in_uitvoering.fasen.get(nummer=1)), url("fase_evalueren", nummer, 1)),
    ]
    in_uitvoering.doelen.filter(leefgebied="wonen").update(status="vervallen", reden_vervallen="Verhuisd.")
    assert [soort for _, soort, _, _ in op_de_agenda(pagina)] == ["Evaluatie"]
    Dossier.objects.filter(pk=in_uitvoering.dossier_id).update(status="nazorg")
    assert op_de_agenda(pagina) == []


def test_calendar_of_another_does_not_hold_them(client, nu, in_uitvoering, consulent, collega):
    stap(in_uitvoering, consulent, MORGEN)
    client.force_login(collega)

    assert op_de_agenda(client) == []


def test_feed_holds_them_with_dossier_numbers_and_no_names(client, nu, in_uitvoering, consulent):
    stap(in_uitvoering, consulent, MORGEN)
    plan_fase(in_uitvoering, consulent, 2, date(2026, 5, 6))
    sleutel = agendaadres_maken(user=consulent, at=moment(VANDAAG))[1]

    inhoud = client.get(reverse("agenda_feed", args=[sleutel])).content

    nummer = in_uitvoering.dossier.nummer
    events = {(e.decoded("dtstart"), str(e["summary"])) for e in Calendar.from_ical(inhoud).walk("VEVENT")}
    assert {rij for rij in events if "plan," in rij[1] or "Evaluatie" in rij[1]} == {
        (MORGEN, f"Stap in het plan, {nummer}"),
        (date(2026, 5, 6), f"Evaluatie van fase 2, {nummer}"),
    }
    for woord in ("Berkhout", "bank", "mevrouw"):
        assert woord.lower().encode() not in inhoud.lower()


@pytest.mark.parametrize("aantal", [1, 3])
def test_calendar_asks_the_same_for_one_and_for_three_steps(
    pagina, in_uitvoering, consulent, aantal, django_assert_num_queries
):
    for nummer in range(aantal):
        stap(in_uitvoering, consulent, MORGEN, f"Stap {nummer}")
        plan_fase(in_uitvoering, consulent, nummer + 1, date(2026, 5, 6))
    pagina.get(reverse("agenda"))

    with django_assert_num_queries(8):
        pagina.get(reverse("agenda"))
