from decimal import Decimal

import pytest

from spuk.geld import as_json, is_whole_cents, round_euro


@pytest.mark.parametrize(
    ("bedrag", "afgerond"),
    [
        pytest.param("0", "0.00", id="nul"),
        pytest.param("0.004", "0.00", id="minder_dan_een_halve_cent"),
        pytest.param("0.005", "0.01", id="halve_cent_omhoog"),
        pytest.param("0.015", "0.02", id="halve_cent_na_een_oneven_cent"),
        pytest.param("0.025", "0.03", id="halve_cent_na_een_even_cent"),
        pytest.param("2.675", "2.68", id="halve_cent_die_een_float_mist"),
        pytest.param("-0.005", "-0.01", id="halve_cent_creditnota_van_nul_af"),
        pytest.param("-0.004", "0.00", id="geen_min_nul"),
        pytest.param("1234567890.125", "1234567890.13", id="groot"),
    ],
)
def test_round_euro_rounds_half_a_cent_away_from_zero(bedrag, afgerond):
    assert str(round_euro(Decimal(bedrag))) == afgerond


def test_as_json_writes_two_decimals():
    assert [as_json(Decimal(bedrag)) for bedrag in ("0", "12000", "3.5")] == ["0.00", "12000.00", "3.50"]


def test_as_json_refuses_to_round_on_the_way_out():
    with pytest.raises(ValueError, match="niet op hele centen"):
        as_json(Decimal("0.005"))


@pytest.mark.parametrize(("bedrag", "heel"), [("1.00", True), ("1.000", True), ("1.001", False)])
def test_is_whole_cents_looks_at_the_value(bedrag, heel):
    assert is_whole_cents(Decimal(bedrag)) is heel
