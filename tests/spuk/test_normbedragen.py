from decimal import Decimal

import pytest

from spuk.componenten import ABDF, Component
from spuk.normbedragen import NORMBEDRAGEN, Staffel, Trede
from spuk.regels import NormbedragOntbreekt
from tests.spuk.bouwen import NORM


@pytest.mark.parametrize(
    ("aantal", "bedrag"),
    [
        pytest.param(0, "12000.00", id="nul"),
        pytest.param(1, "12000.00", id="een"),
        pytest.param(49, "12000.00", id="49_net_onder_50"),
        pytest.param(50, "48000.00", id="precies_50"),
        pytest.param(51, "48000.00", id="51"),
        pytest.param(99, "48000.00", id="99_net_onder_100"),
        pytest.param(100, "120000.00", id="precies_100"),
        pytest.param(101, "120000.00", id="101"),
        pytest.param(999, "120000.00", id="999_net_onder_1000"),
        pytest.param(1000, "250000.00", id="precies_1000"),
        pytest.param(1001, "250000.00", id="1001"),
        pytest.param(250_000, "250000.00", id="heel_veel"),
    ],
)
def test_staffel_steps_up_from_the_boundary_on(aantal, bedrag):
    assert NORMBEDRAGEN[2024].staffel.get_trede(aantal).bedrag == Decimal(bedrag)


def test_staffel_refuses_a_negative_number():
    with pytest.raises(ValueError, match="0 of meer"):
        NORMBEDRAGEN[2024].staffel.get_trede(-1)


@pytest.mark.parametrize(
    "grenzen",
    [
        pytest.param([], id="leeg"),
        pytest.param([50, 100], id="begint_niet_bij_0"),
        pytest.param([0, 100, 50], id="niet_oplopend"),
        pytest.param([0, 50, 50], id="grens_dubbel"),
    ],
)
def test_staffel_refuses_boundaries_that_leave_a_number_without_one_step(grenzen):
    with pytest.raises(ValueError, match="begint bij 0"):
        Staffel(tuple(Trede(grens, Decimal(1)) for grens in grenzen), "test")


@pytest.mark.parametrize(
    ("jaar", "bedragen", "bevestigd"),
    [
        pytest.param(2022, {"A": "380", "B": "3468", "D": "2244", "F": "400"}, False, id="2022_oude_nazorg"),
        pytest.param(2023, {"A": "380", "B": "3468", "D": "1795", "F": "400"}, True, id="2023_basis"),
        pytest.param(2024, {"A": "380", "B": "3468", "D": "1795", "F": "400"}, False, id="2024_te_bevestigen"),
        pytest.param(2029, {"A": "380", "B": "3468", "D": "1795", "F": "400"}, False, id="2029_te_bevestigen"),
    ],
)
def test_shipped_normbedragen_say_whether_they_are_confirmed(jaar, bedragen, bevestigd):
    tarieven = NORMBEDRAGEN[jaar].tarieven

    assert {component.value: tarief.bedrag for component, tarief in tarieven.items()} == {
        component: Decimal(bedrag) for component, bedrag in bedragen.items()
    }
    assert {tarief.bevestigd for tarief in tarieven.values()} == {bevestigd}
    assert {trede.bevestigd for trede in NORMBEDRAGEN[jaar].staffel.treden} == {bevestigd}


def test_every_shipped_amount_has_a_source():
    bronnen = [tarief.bron for jaar in NORMBEDRAGEN.values() for tarief in (*jaar.tarieven.values(), jaar.staffel)]

    assert len(bronnen) == 10 * (len(ABDF) + 1)
    assert all(bronnen)


def test_with_bedrag_replaces_one_amount_and_leaves_the_shipped_table_alone():
    nieuw = NORMBEDRAGEN[2025].with_bedrag(Component.A, Decimal("401.00"), bron="circulaire")

    assert nieuw.tarieven[Component.A].bedrag == Decimal("401.00")
    assert nieuw.tarieven[Component.A].bevestigd
    assert not nieuw.tarieven[Component.B].bevestigd
    assert NORMBEDRAGEN[2025].tarieven[Component.A].bedrag == Decimal("380.00")


@pytest.mark.parametrize(
    ("jaar", "tarief"),
    [(None, "0.00"), (2019, "0.00"), (2020, "380.00"), (2026, "380.00"), (2027, "0.00")],
)
def test_get_tarief_is_zero_outside_the_looptijd(jaar, tarief):
    assert NORM.get_tarief(Component.A, jaar) == Decimal(tarief)


def test_missing_year_inside_the_looptijd_is_a_fault_not_a_zero():
    regels = type(NORM)(NORM.keuze, {2023: NORMBEDRAGEN[2023]})

    with pytest.raises(NormbedragOntbreekt, match="geen normbedragen voor 2024"):
        regels.get_tarief(Component.A, 2024)
