"""When a plan may do without akkoord."""

from datetime import date

import pytest

from planvanaanpak.akkoordregels import Contactpoging, keur_zonder_akkoord, vergeefs

PLAN = date(2026, 4, 1)


def pogingen(*rijen):
    return [Contactpoging(date(2026, 4, dag), bereikt) for dag, bereikt in rijen]


@pytest.mark.parametrize(
    ("rijen", "verwacht"),
    [
        pytest.param([], 0, id="none"),
        pytest.param([(1, False)], 1, id="on the day of the plan"),
        pytest.param([(2, False), (5, False)], 2, id="two"),
        pytest.param([(2, False), (5, True)], 0, id="reached after it"),
        pytest.param([(2, True), (5, False), (6, False)], 2, id="reached before them"),
        pytest.param([(2, False), (2, True)], 0, id="reached on the same day"),
    ],
)
def test_attempts_count_since_the_last_real_contact(rijen, verwacht):
    assert vergeefs(pogingen(*rijen), PLAN) == verwacht


def test_attempt_from_before_the_plan_was_not_about_it():
    voor = [Contactpoging(date(2026, 3, 31), is_bereikt=False)]

    assert vergeefs(voor, PLAN) == 0


@pytest.mark.parametrize(
    ("grond", "reden", "aantal", "acuut", "velden"),
    [
        ("weigert", "Wil meer.", 0, False, set()),
        ("weigert", " ", 0, False, {"reden"}),
        ("geen_antwoord", "Gebeld.", 0, False, {"grond"}),
        ("geen_antwoord", "Gebeld.", 1, False, {"grond"}),
        ("geen_antwoord", "Gebeld.", 2, False, set()),
        ("acuut", "Vrijdag ontruiming.", 0, True, set()),
        ("acuut", "Vrijdag ontruiming.", 2, False, {"grond"}),
        ("acuut", "", 0, False, {"grond", "reden"}),
    ],
)
def test_ground_has_to_be_seen_in_the_dossier(grond, reden, aantal, acuut, velden):
    assert set(keur_zonder_akkoord(grond, reden, aantal_vergeefs=aantal, is_acuut=acuut)) == velden
