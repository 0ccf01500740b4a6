"""How the work of somebody who leaves is divided."""

from collections import Counter

import pytest

from cases.verdeling import TeVerdelen, verdeel

A, B, C = 1, 2, 3


@pytest.mark.parametrize(
    ("gezinnen", "collegas", "verwacht"),
    [
        pytest.param([], [A, B], {}, id="nothing"),
        pytest.param([7, 8, 9], [A], {"0": A, "1": A, "2": A}, id="one-colleague"),
        pytest.param([7, 8, 9, 10], [A, B], {"0": A, "1": B, "2": A, "3": B}, id="in-turn"),
        pytest.param([7, 8, 8], [A, B], {"1": A, "2": A, "0": B}, id="a-gezin-stays-together"),
        pytest.param([7, 7, 7, 8, 9], [A, B], {"0": A, "1": A, "2": A, "3": B, "4": B}, id="who-has-less-gets-more"),
        pytest.param([7], [C, B, A], {"0": C}, id="the-first-that-was-chosen"),
    ],
)
def test_division(gezinnen, collegas, verwacht):
    dossiers = [TeVerdelen(str(nummer), gezin) for nummer, gezin in enumerate(gezinnen)]

    assert verdeel(dossiers, collegas) == verwacht


def test_each_dossier_goes_to_somebody_and_nobody_gets_two_more_than_another():
    dossiers = [TeVerdelen(str(nummer), gezin=nummer) for nummer in range(20)]

    uit = verdeel(dossiers, [A, B, C])

    assert set(uit) == {dossier.nummer for dossier in dossiers}
    assert sorted(Counter(uit.values()).values()) == [6, 7, 7]
