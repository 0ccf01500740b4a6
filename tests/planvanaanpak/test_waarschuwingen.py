"""What the plan warns of before the eerste gesprek moves: a frozen letter, an akkoord before it, grants outside it."""

from datetime import date

import pytest

from planvanaanpak.waarschuwingen import Planwaarschuwing
from tests.wegen import maak_volledig_plan, stel_vast, voer_eerste_gesprek

GESPREK, BESLUIT = date(2026, 3, 12), date(2026, 4, 20)
RUIM = {"materiele_verstrekking": date(2026, 9, 12), "besluiten": date(2028, 3, 12)}

pytestmark = pytest.mark.django_db


def waarschuwingen(dossier, datum=date(2026, 3, 10), vensters=RUIM):
    dossier.refresh_from_db()
    return Planwaarschuwing().waarschuwingen(dossier, datum, vensters)


def test_dossier_without_a_plan_or_akkoord_warns_of_nothing(dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, GESPREK)

    assert waarschuwingen(dossier) == []


def test_akkoord_from_before_the_new_day_is_named(dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    maak_volledig_plan(dossier, consulent, BESLUIT)

    assert waarschuwingen(dossier, date(2026, 4, 20)) == []
    assert waarschuwingen(dossier, date(2026, 4, 21)) == [
        "Het akkoord met het plan is van 20 april 2026: vóór dit eerste gesprek."
    ]


def test_letter_keeps_the_old_day_and_says_so(dossier, consulent, snelle_pdf):
    besluit = stel_vast(dossier, consulent, gesprek=GESPREK, besluit=BESLUIT)

    assert waarschuwingen(dossier) == [
        (
            f"Het plan is vastgesteld met besluit {besluit.nummer} van 20 april 2026. In die brief staat 12 maart 2026"
            " als eerste gesprek. De brief verandert niet."
        )
    ]


@pytest.mark.parametrize(
    ("vensters", "buiten"),
    [
        ({"materiele_verstrekking": BESLUIT, "besluiten": BESLUIT}, []),
        (
            {"materiele_verstrekking": date(2026, 4, 19), "besluiten": BESLUIT},
            [
                (
                    "Koelkast is toegekend op 20 april 2026. Dat kon tot en met 19 april 2026."
                    " De toekenning blijft staan; overleg met een jurist."
                )
            ],
        ),
        (
            {"besluiten": date(2026, 4, 19)},
            [
                (
                    "Budgetcoach, 12 gesprekken is toegekend op 20 april 2026. Dat kon tot en met 19 april 2026."
                    " De toekenning blijft staan; overleg met een jurist."
                )
            ],
        ),
        ({}, []),
    ],
    ids=["last-day", "spullen", "besluiten", "no-vensters"],
)
def test_grant_outside_its_own_venster_is_named(dossier, consulent, snelle_pdf, vensters, buiten):
    stel_vast(dossier, consulent, gesprek=GESPREK, besluit=BESLUIT)

    assert waarschuwingen(dossier, vensters=vensters)[1:] == buiten


def test_besluit_from_before_the_new_day_is_named(dossier, consulent, snelle_pdf):
    besluit = stel_vast(dossier, consulent, gesprek=GESPREK, besluit=BESLUIT)

    assert waarschuwingen(dossier, date(2026, 5, 1))[1:] == [
        "Het akkoord met het plan is van 20 april 2026: vóór dit eerste gesprek.",
        f"Besluit {besluit.nummer} is van 20 april 2026: vóór dit eerste gesprek.",
    ]
