from dataclasses import replace
from decimal import Decimal

import pytest

from spuk.feiten import Feiten
from spuk.formules import FORMULES
from spuk.indicatoren import count_plannen, get_lijst
from spuk.rapport import make_rapport
from spuk.sisa_lijsten import LIJSTEN
from tests.spuk.bouwen import NORM, SWITCH_2024, WERKELIJK, contact, kosten, plan, reken, telling

FEITEN = Feiten(
    contacten=(contact("g1", "2023-05-01"), contact("g2", "2024-05-01")),
    plannen=(
        plan("p1", "q1", "2023-05-01", "2023-05-01"),
        plan("p2", "q2", "2024-05-01", "2024-05-01"),
        plan("p3", "q3", "2024-06-01", None),
    ),
    kosten=(
        kosten("A", "2024-05-01", "99.95"),
        kosten("C", "2023-05-01", "1000"),
        kosten("C", "2024-05-01", "250.50"),
        kosten("E", "2024-05-01", "80"),
        kosten("E_kind", "2024-05-01", "70"),
    ),
    tellingen=(telling(2024, 60),),
)


def rijen(jaar, regels=NORM, feiten=FEITEN):
    return make_rapport(reken(jaar, feiten, regels))["indicatoren"]


def met_code(jaar, regels=NORM):
    return {rij["code"]: rij["waarde"] for rij in rijen(jaar, regels) if rij["code"]}


def met_label(jaar, regels, begin):
    return [rij["waarde"] for rij in rijen(jaar, regels) if rij["label"].startswith(begin)]


def test_2024_shows_the_codes_that_were_seen_printed():
    assert met_code(2024) == {
        "B2/01": 2,
        "B2/02": 3,
        "B2/03": "Ja",
        "B2/04": "Ja",
        "B2/05": "Nee",
        "B2/06": None,
        "B2/07": None,
    }


def test_reeks_1_holds_actual_costs_and_what_was_claimed_before():
    reeks_1 = met_code(2024, SWITCH_2024)

    assert reeks_1["B2/03"] == "Nee"
    assert reeks_1["B2/06"] == "99.95"
    assert reeks_1["B2/07"] == "3947.95"


@pytest.mark.parametrize(
    ("regels", "begin", "waarden"),
    [
        pytest.param(NORM, "Besteding (jaar T) werkelijke kosten onderdeel c", ["250.50"], id="c"),
        pytest.param(NORM, "Cumulatieve besteding (t/m jaar T) onderdeel c", ["1250.50"], id="c_cumulatief"),
        pytest.param(WERKELIJK, "Besteding (jaar T) werkelijke kosten onderdeel e", ["80.00", "70.00"], id="e_en_kind"),
        pytest.param(NORM, "Besteding (jaar T) werkelijke kosten onderdeel e", [None, "70.00"], id="e_op_normbedrag"),
        pytest.param(NORM, "Reeks 2 (verwacht): normbedrag onderdeel b", ["3468.00", "6936.00"], id="reeks_2_b"),
        pytest.param(NORM, "Reeks 2 (verwacht): normbedrag onderdeel e", ["48000.00", "48000.00"], id="reeks_2_e"),
        pytest.param(WERKELIJK, "Reeks 2 (verwacht): normbedrag onderdeel b", [None, None], id="geen_reeks_2"),
    ],
)
def test_rows_without_confirmed_number_carry_a_value_but_no_code(regels, begin, waarden):
    assert met_label(2024, regels, begin) == waarden
    assert {rij["code"] for rij in rijen(2024, regels) if rij["label"].startswith(begin)} == {None}


def test_2020_follows_the_list_of_b1():
    feiten = Feiten(contacten=(contact("g1", "2020-05-01"),), kosten=(kosten("C", "2020-06-01", "10"),))

    assert [(rij["code"], rij["waarde"]) for rij in rijen(2020, feiten=feiten)] == [
        ("B1/01", None),
        ("B1/02", "380.00"),
        ("B1/03", "380.00"),
        ("B1/04", "10.00"),
        ("B1/05", "10.00"),
        ("B1/06", "Nee"),
    ]


@pytest.mark.parametrize("jaar", [2021, 2022, 2023, 2025, 2026, 2029])
def test_year_without_a_list_follows_2024_and_shows_no_code(jaar):
    gevonden = rijen(jaar)

    assert [rij["label"] for rij in gevonden] == [indicator.label for indicator in get_lijst(2024).indicatoren]
    assert {(rij["code"], rij["bevestigd"]) for rij in gevonden} == {(None, False)}


@pytest.mark.parametrize("jaar", range(2020, 2030))
def test_no_unconfirmed_indicator_ever_shows_its_code(jaar):
    bekend = {
        indicator.code
        for lijst in LIJSTEN
        for indicator in lijst.indicatoren
        if lijst.jaar == jaar and indicator.gecontroleerd
    }

    assert {rij["code"] for rij in rijen(jaar) if rij["code"] is not None} == bekend
    assert all(rij["bevestigd"] == (rij["code"] is not None) for rij in rijen(jaar))


def test_eindverantwoording_is_a_setting():
    regels = replace(NORM, eindverantwoording=True)

    assert met_code(2024, regels)["B2/05"] == "Ja"


def test_every_indicator_names_a_known_formula():
    formules = {indicator.formule for lijst in LIJSTEN for indicator in lijst.indicatoren}

    assert formules - set(FORMULES) == {""}


def test_plans_count_once_in_the_year_they_were_first_vastgesteld():
    plannen = (
        plan("p1", "q1", "2024-05-01", None),
        plan("p1", "q1", "2023-05-01", None),
        plan("p2", "q2", "2024-05-01", None, bewijs=False),
        plan("p3", "q3", None, "2024-05-01"),
    )

    assert count_plannen(plannen) == {2023: 1, 2024: 1}


def test_plans_from_before_the_regeling_are_no_part_of_the_cumulative_number():
    feiten = Feiten(plannen=(plan("p1", "q1", "2019-05-01", None), plan("p2", "q2", "2021-05-01", None)))

    assert [rij["waarde"] for rij in rijen(2024, feiten=feiten)[:2]] == [0, 1]


def test_amounts_of_indicators_are_decimals_until_they_are_written():
    waarden = [indicator.waarde for indicator in reken(2024, FEITEN).indicatoren]

    assert Decimal("250.50") in waarden
