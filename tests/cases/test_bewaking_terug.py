"""A run for a day after which later days were done: what was missed is caught up, and nothing goes back in time."""

from datetime import date

import pytest

from cases.actions import bewaking
from cases.actions.bewaking import bewaak, te_doen
from cases.actions.bewaking_vooruit import kijk_vooruit
from cases.actions.uitstel import opschorten
from cases.models import Bewaking, Termijn
from tests.factories import BewakingFactory, moment
from tests.haltes import halte
from tests.tabellen import alles
from tests.wegen import voer_eerste_gesprek

VOOR, NA = date(2026, 3, 20), date(2026, 4, 1)
TUSSEN = date(2026, 3, 22)

pytestmark = pytest.mark.django_db


def run(gemeente, on):
    return bewaak(gemeente=gemeente, on=on, at=moment(on, uur=3))


@halte
def plan(gemeente, dossier, consulent, snelle_pdf):
    """A clock that stands still from 24 March to 20 April; the nights up to 1 April are done."""
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))
    opschorten(
        dossier=dossier,
        regel="plan_van_aanpak",
        van=date(2026, 3, 24),
        tot=date(2026, 4, 20),
        grond="vertraging",
        toelichting="Op vakantie.",
        by=consulent,
        at=moment(VOOR),
        on=VOOR,
    )
    run(gemeente, VOOR)
    run(gemeente, NA)
    return Termijn.objects.filter(regel="plan_van_aanpak")


def test_run_of_a_past_day_lets_no_clock_run_again(gemeente, plan):
    assert plan.get().status == "opgeschort"
    voor = alles()

    telling = run(gemeente, TUSSEN)

    assert (telling.overgangen, telling.ingehaald, telling.on) == (0, [], TUSSEN)
    assert alles() == voor


def test_look_ahead_of_a_past_day_says_the_same(gemeente, plan):
    blik = kijk_vooruit(gemeente=gemeente, on=TUSSEN, at=moment(NA))

    assert (blik.telling.overgangen, blik.telling.ingehaald) == (0, [])


def test_past_day_that_failed_is_caught_up_and_all_stands_as_of_the_latest_day(gemeente, plan):
    """As when tasks of several nights run side by side, and the one of an earlier night fails last."""
    Bewaking.objects.filter(on=TUSSEN).update(klaar_op=None, fout="RuntimeError: schijf vol")

    vooraf = kijk_vooruit(gemeente=gemeente, on=TUSSEN, at=moment(NA)).telling
    telling = run(gemeente, TUSSEN)

    assert (vooraf.overgangen, vooraf.ingehaald) == (telling.overgangen, telling.ingehaald) == (0, [TUSSEN])
    assert plan.get().status == "opgeschort"
    assert set(Bewaking.objects.values_list("fout", flat=True)) == {""}
    assert not Bewaking.objects.filter(klaar_op=None).exists()
    voor = alles()
    run(gemeente, TUSSEN)
    assert alles() == voor


def test_night_that_was_about_to_begin_when_a_later_one_ended_turns_nothing_back(gemeente, plan, monkeypatch):
    """Two workers: the days to do were read before the other was done."""
    monkeypatch.setattr(bewaking, "te_doen", lambda gemeente, on: [on])

    assert run(gemeente, TUSSEN).overgangen == 0
    assert plan.get().status == "opgeschort"


@pytest.mark.parametrize(
    ("gedaan", "mislukt", "on", "dagen"),
    [
        ([], [], 10, [10]),
        ([7], [], 10, [8, 9, 10]),
        ([7, 10], [], 10, [8, 9, 10]),
        ([7, 8, 9, 10], [], 10, [10]),
        ([7, 9], [8], 10, [8, 10]),
        ([7, 8, 9, 10], [], 8, [10]),
        ([7, 9, 10], [8], 7, [8, 10]),
        ([7, 9, 10], [8], 8, [8, 10]),
        ([7, 9, 10], [8], 9, [8, 10]),
        ([9, 10], [], 5, [5, 10]),
        ([8, 9], [10], 8, [9]),
    ],
    ids=lambda waarde: ",".join(map(str, waarde)) if isinstance(waarde, list) else str(waarde),
)
def test_days_to_do(gemeente, gedaan, mislukt, on, dagen):
    for dag in gedaan:
        BewakingFactory(gemeente=gemeente, on=date(2026, 5, dag))
    for dag in mislukt:
        BewakingFactory(gemeente=gemeente, on=date(2026, 5, dag), klaar_op=None, fout="RuntimeError: schijf vol")

    assert [dag.day for dag in te_doen(gemeente, date(2026, 5, on))] == dagen
