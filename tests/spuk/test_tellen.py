"""Cost lines: which count, when, and where they are rounded. Rows named `voorbeeld` stand in docs/rules/spuk.md."""

from decimal import Decimal

import pytest

from spuk.componenten import Component, Wijze
from spuk.feiten import Feiten
from spuk.keuze import Keuze
from spuk.regels import SpukRegels
from spuk.tellen import Som, count_feiten, sum_telregels
from tests.spuk.bouwen import NORM, SWITCH_2023, SWITCH_2024, WERKELIJK, contact, dag, kosten, redenen, reken

SWITCH_E_2024 = SpukRegels(Keuze(Wijze.NORM, Wijze.NORM, switch_e=2024))


@pytest.mark.parametrize(
    ("regel", "regels", "reden"),
    [
        pytest.param(kosten("C", "2024-05-01", "100"), NORM, "geteld", id="c_ook_bij_normbedragen"),
        pytest.param(kosten("C", "2024-05-01", "100"), WERKELIJK, "geteld", id="c_bij_werkelijke_kosten"),
        pytest.param(kosten("E_kind", "2024-05-01", "100"), NORM, "geteld", id="e_kind_naast_het_normbedrag"),
        pytest.param(kosten("A", "2024-05-01", "100"), NORM, "normbedrag", id="a_bij_normbedrag"),
        pytest.param(kosten("E", "2024-05-01", "100"), NORM, "normbedrag", id="e_bij_normbedrag"),
        pytest.param(kosten("D", "2024-05-01", "100"), WERKELIJK, "geteld", id="d_bij_werkelijke_kosten"),
        pytest.param(kosten("B", "2022-12-31", "100"), SWITCH_2023, "normbedrag", id="dag_voor_overstap_2023"),
        pytest.param(kosten("B", "2023-01-01", "100"), SWITCH_2023, "geteld", id="eerste_dag_overstap_2023"),
        pytest.param(kosten("F", "2023-12-31", "100"), SWITCH_2024, "normbedrag", id="dag_voor_overstap_2024"),
        pytest.param(kosten("F", "2024-01-01", "100"), SWITCH_2024, "geteld", id="eerste_dag_overstap_2024"),
        pytest.param(kosten("E", "2024-01-01", "100"), SWITCH_2024, "normbedrag", id="e_stapt_niet_mee"),
        pytest.param(kosten("E", "2024-01-01", "100"), SWITCH_E_2024, "geteld", id="e_stapt_los_over"),
        pytest.param(kosten("C", "2019-12-31", "100"), NORM, "voor_begin", id="voorbeeld_c1_kosten_voor_2020"),
        pytest.param(kosten("C", "2020-01-01", "100"), NORM, "geteld", id="eerste_dag_regeling"),
        pytest.param(kosten("C", "2026-12-31", "100"), NORM, "geteld", id="laatste_dag_verplichtingen"),
        pytest.param(kosten("C", "2027-01-01", "100"), NORM, "na_einde", id="voorbeeld_c2_na_verplichtingen"),
        pytest.param(
            kosten("C", "2027-06-01", "100", verplichting=dag("2026-12-31")),
            NORM,
            "geteld",
            id="voorbeeld_c3_verplichting_op_tijd",
        ),
        pytest.param(
            kosten("C", "2027-06-01", "100", verplichting=dag("2027-01-01")),
            NORM,
            "na_einde",
            id="verplichting_te_laat",
        ),
        pytest.param(
            kosten("C", "2020-06-01", "100", verplichting=dag("2019-06-01")), NORM, "geteld", id="eerder_besloten"
        ),
    ],
)
def test_cost_line_counts_or_says_why_not(regel, regels, reden):
    assert redenen(Feiten(kosten=(regel,)), regels, regel.component) == [reden]


@pytest.mark.parametrize(
    ("regels", "component", "verwacht"),
    [
        pytest.param(SWITCH_2024, "A", [("380.00", "380.00"), ("70.50", "450.50")], id="voorbeeld_a3_overstap_2024"),
        pytest.param(SWITCH_2023, "A", [("40.00", "40.00"), ("70.50", "110.50")], id="overstap_2023"),
        pytest.param(NORM, "A", [("380.00", "380.00"), ("380.00", "760.00")], id="geen_overstap"),
    ],
)
def test_earlier_norm_amounts_stay_in_the_cumulative_after_a_switch(regels, component, verwacht):
    feiten = Feiten(
        contacten=(contact("g1", "2023-05-01"), contact("g2", "2024-05-01")),
        kosten=(kosten("A", "2023-05-01", "40"), kosten("A", "2024-05-01", "70.50")),
    )

    onderdelen = [reken(jaar, feiten, regels).totaal[Component(component)] for jaar in (2023, 2024)]

    assert [(str(onderdeel.bedrag), str(onderdeel.cumulatief)) for onderdeel in onderdelen] == verwacht


@pytest.mark.parametrize(
    ("nettos", "bedrag"),
    [
        pytest.param(["0"], "0.00", id="nul"),
        pytest.param(["0.005"], "0.01", id="halve_cent"),
        pytest.param(["0.005", "0.005"], "0.01", id="voorbeeld_r1_twee_halve_centen_eerst_opgeteld"),
        pytest.param(["0.004", "0.004", "0.004"], "0.01", id="delen_van_centen_opgeteld"),
        pytest.param(["33.3333"] * 3, "100.00", id="derde_delen"),
        pytest.param(["100", "-100"], "0.00", id="creditnota_neemt_alles_terug"),
        pytest.param(["100", "-100.005"], "-0.01", id="meer_terug_dan_uit"),
    ],
)
def test_amounts_are_rounded_once_over_the_sum_of_the_year(nettos, bedrag):
    feiten = Feiten(kosten=tuple(kosten("C", "2024-05-01", netto) for netto in nettos))

    assert str(reken(2024, feiten).totaal[Component.C].bedrag) == bedrag


def test_cumulative_adds_rounded_years():
    feiten = Feiten(kosten=(kosten("C", "2023-05-01", "0.005"), kosten("C", "2024-05-01", "0.005")))

    assert str(reken(2024, feiten).totaal[Component.C].cumulatief) == "0.02"


def test_btw_does_not_count():
    feiten = Feiten(kosten=(kosten("C", "2024-05-01", "100", btw=Decimal("21.00")),))

    assert reken(2024, feiten).totaal.bedrag == Decimal("100.00")


def test_a_summed_row_counts_as_the_lines_it_stands_for():
    feiten = Feiten(kosten=(kosten("C", "2024-12-31", "1500.25", aantal=612), kosten("C", "2024-12-31", "1", bron=9)))

    assert sum_telregels(count_feiten(feiten, NORM)) == {(Component.C, 2024): Som(613, Decimal("1501.25"))}
