"""A contact in the nazorg that was skipped: the next ones are warned about and become late all the same."""

from datetime import date, timedelta
from itertools import accumulate

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.bewaking import bewaak
from cases.actions.bewaking_vooruit import kijk_vooruit
from cases.agendawerk import agendatermijnen
from cases.models import Signaal, Termijn
from nazorg.actions.contactnacht import laat_contacten_ingaan
from tests.factories import moment
from tests.nazorg.eindes import CONTACTDAGEN, EINDE, houd_contact, standen

EERSTE, TWEEDE = CONTACTDAGEN[0], CONTACTDAGEN[1]
DAG = timedelta(days=1)

pytestmark = pytest.mark.django_db


def nacht(gemeente, dag):
    return bewaak(gemeente=gemeente, on=dag, at=moment(dag, uur=3))


def opgeteld(nachten):
    """Give after each night how much the nights up to there moved and told."""
    overgangen = accumulate(telling.overgangen for telling in nachten)
    signalen = accumulate(telling.signalen for telling in nachten)
    return list(zip(overgangen, signalen, strict=True))


def klokken(dossier):
    return list(standen(dossier, "nazorg_contact").values())


@pytest.fixture
def contacten(in_nazorg):
    return list(in_nazorg.nazorg.contacten.all())


def test_next_contact_runs_the_night_after_the_last_day_of_the_one_before(in_nazorg, gemeente):
    nacht(gemeente, EERSTE)
    assert klokken(in_nazorg) == ["lopend", "verwacht", "verwacht", "verwacht"]

    nacht(gemeente, EERSTE + DAG)
    assert klokken(in_nazorg) == ["te_laat", "lopend", "verwacht", "verwacht"]
    nacht(gemeente, EERSTE + DAG)
    assert klokken(in_nazorg) == ["te_laat", "lopend", "verwacht", "verwacht"]


def test_contacts_at_12_18_and_24_months_warn_and_become_late_when_none_is_held(in_nazorg, gemeente):
    for dag in CONTACTDAGEN:
        for nachtdag in (dag - 3 * DAG, dag, dag + DAG):
            nacht(gemeente, nachtdag)

    assert klokken(in_nazorg) == ["te_laat"] * 4
    signalen = Signaal.objects.filter(termijn__regel="nazorg_contact")
    assert list(signalen.filter(soort="te_laat").order_by("on").values_list("on", flat=True)) == [
        dag + DAG for dag in CONTACTDAGEN
    ]
    assert set(signalen.filter(soort="bijna").values_list("on", flat=True)) >= {dag - 3 * DAG for dag in CONTACTDAGEN}


def test_look_ahead_follows_contacts_that_nobody_holds(in_nazorg, gemeente):
    """To days around each contact from a night before it, and past each from the first night: what the nights did."""

    def gezien(dagen):
        tellingen = [kijk_vooruit(gemeente=gemeente, on=on, at=moment(on)).telling for on in dagen]
        return [(telling.overgangen, telling.signalen) for telling in tellingen]

    nacht(gemeente, EERSTE - 20 * DAG)
    van_ver = gezien(contact + 2 * DAG for contact in CONTACTDAGEN)
    sinds_toen = []

    for contact in CONTACTDAGEN:
        if contact != EERSTE:
            sinds_toen.append(nacht(gemeente, contact - 20 * DAG))
        dagen = [contact + na * DAG for na in (-15, -14, -3, 0, 1, 2)]
        van_dichtbij = gezien(dagen)
        nachten = [nacht(gemeente, on) for on in dagen]
        sinds_toen += nachten
        assert van_dichtbij == opgeteld(nachten), contact
        assert van_ver.pop(0) == opgeteld(sinds_toen)[-1], contact


def test_contact_that_runs_stands_in_the_agenda(in_nazorg, gemeente, consulent):
    nacht(gemeente, EERSTE + DAG)

    in_agenda = agendatermijnen(consulent, EERSTE + DAG).open().filter(regel="nazorg_contact")
    assert [termijn.uiterste_datum for termijn in in_agenda] == [EERSTE, TWEEDE]


def test_contact_held_ahead_is_passed_over(in_nazorg, gemeente, contacten, consulent):
    houd_contact(contacten[1], consulent, date(2027, 7, 1))

    nacht(gemeente, EERSTE + DAG)

    assert klokken(in_nazorg) == ["te_laat", "gehaald", "lopend", "verwacht"]


def test_contact_held_after_a_skipped_one_starts_the_one_after_it(in_nazorg, gemeente, contacten, consulent):
    nacht(gemeente, EERSTE + DAG)

    houd_contact(contacten[1], consulent, date(2027, 12, 1))

    assert klokken(in_nazorg) == ["te_laat", "gehaald", "lopend", "verwacht"]


def test_what_was_forgotten_before_is_found_on_a_monday(in_nazorg, gemeente):
    Termijn.objects.filter(regel="nazorg_contact", uiterste_datum=EERSTE).update(status="te_laat")
    zondag, maandag = date(2027, 8, 1), date(2027, 8, 2)

    laat_contacten_ingaan(gemeente=gemeente, dag=zondag, at=moment(zondag))
    assert klokken(in_nazorg)[1] == "verwacht"
    laat_contacten_ingaan(gemeente=gemeente, dag=maandag, at=moment(maandag))
    assert klokken(in_nazorg)[1] == "lopend"


def test_other_gemeente_is_left_alone(in_nazorg, andere_gemeente):
    laat_contacten_ingaan(gemeente=andere_gemeente, dag=EERSTE + DAG, at=moment(EERSTE))

    assert klokken(in_nazorg) == ["lopend", "verwacht", "verwacht", "verwacht"]


def test_it_is_one_statement_on_any_night(in_nazorg, gemeente):
    for dag in (EINDE, EERSTE + DAG, date(2027, 8, 2)):
        with CaptureQueriesContext(connection) as vragen:
            laat_contacten_ingaan(gemeente=gemeente, dag=dag, at=moment(dag))
        assert len(vragen) == 1
