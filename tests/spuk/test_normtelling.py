"""Which facts earn a normbedrag and when: A, B, D and F. The rows named `voorbeeld` stand in docs/rules/spuk.md."""

import pytest

from spuk.feiten import Feiten
from tests.spuk.bouwen import (
    NORM,
    SWITCH_2023,
    SWITCH_2024,
    WERKELIJK,
    aantallen,
    contact,
    gesprek,
    plan,
    redenen,
    reken,
)


@pytest.mark.parametrize(
    ("contacten", "verwacht"),
    [
        pytest.param([], {}, id="geen_contact"),
        pytest.param([contact("g1", "2024-03-01")], {2024: 1}, id="een_contact"),
        pytest.param(
            [contact("g1", "2023-11-30"), contact("g1", "2024-01-10")], {2023: 1}, id="voorbeeld_a1_eerste_jaar_telt"
        ),
        pytest.param(
            [contact("g1", "2024-01-10"), contact("g1", "2023-11-30")], {2023: 1}, id="volgorde_maakt_niet_uit"
        ),
        pytest.param([contact("g1", "2024-03-01"), contact("g2", "2024-03-01")], {2024: 2}, id="twee_gezinnen"),
        pytest.param([contact("g1", "2024-03-01")] * 2, {2024: 1}, id="hetzelfde_contact_twee_keer"),
        pytest.param([contact("g1", "2019-12-31")], {}, id="dag_voor_begin_regeling"),
        pytest.param([contact("g1", "2020-01-01")], {2020: 1}, id="eerste_dag_regeling"),
        pytest.param(
            [contact("g1", "2019-06-01"), contact("g1", "2021-06-01")], {2021: 1}, id="voorbeeld_a2_contact_voor_2020"
        ),
        pytest.param([contact("g1", "2024-02-29")], {2024: 1}, id="schrikkeldag"),
        pytest.param([contact("g1", "2026-12-31")], {2026: 1}, id="laatste_dag_verplichtingen"),
        pytest.param([contact("g1", "2027-01-01")], {}, id="dag_na_verplichtingen"),
    ],
)
def test_a_counts_once_per_gezin_in_the_year_of_the_first_contact(contacten, verwacht):
    assert aantallen(Feiten(contacten=tuple(contacten)), NORM, "A") == verwacht


@pytest.mark.parametrize(
    ("plannen", "verwacht"),
    [
        pytest.param([plan("p1", "q1", "2024-03-01", "2024-02-20")], {2024: 1}, id="akkoord_voor_vaststelling"),
        pytest.param(
            [plan("p1", "q1", "2023-12-20", "2024-01-05")], {2024: 1}, id="voorbeeld_b1_jaar_van_laatste_voorwaarde"
        ),
        pytest.param([plan("p1", "q1", "2024-01-05", "2023-12-20")], {2024: 1}, id="vaststelling_is_de_laatste"),
        pytest.param([plan("p1", "q1", "2024-01-05", None)], {}, id="geen_akkoord"),
        pytest.param([plan("p1", "q1", None, "2024-01-05")], {}, id="niet_vastgesteld"),
        pytest.param([plan("p1", "q1", "2024-01-05", "2024-01-05", bewijs=False)], {}, id="voorbeeld_b2_geen_bewijs"),
        pytest.param(
            [plan("p1", "q1", "2023-05-01", "2023-05-01"), plan("p2", "q1", "2024-05-01", "2024-05-01")],
            {2023: 1},
            id="voorbeeld_b3_persoon_met_twee_plannen",
        ),
        pytest.param(
            [plan("p1", "q1", "2023-05-01", "2023-05-01", bewijs=False), plan("p2", "q1", "2024-05-01", "2024-05-01")],
            {2024: 1},
            id="eerste_plan_zonder_bewijs_tweede_telt",
        ),
        pytest.param(
            [plan("p1", "q1", "2024-05-01", "2024-05-01"), plan("p2", "q2", "2024-05-01", "2024-05-01")],
            {2024: 2},
            id="twee_personen",
        ),
        pytest.param(
            [plan("p1", "q1", "2023-05-01", "2023-05-01"), plan("p1", "q1", "2024-05-01", "2024-05-01")],
            {2023: 1},
            id="tweede_versie_telt_niet",
        ),
        pytest.param([plan("p1", "q1", "2019-10-01", "2019-12-31")], {}, id="rond_voor_begin_regeling"),
        pytest.param([plan("p1", "q1", "2019-12-01", "2020-01-01")], {2020: 1}, id="rond_op_eerste_dag_regeling"),
        pytest.param([plan("p1", "q1", "2026-12-31", "2026-12-31")], {2026: 1}, id="rond_op_laatste_dag"),
        pytest.param([plan("p1", "q1", "2026-12-31", "2027-01-01")], {}, id="rond_na_laatste_dag"),
    ],
)
def test_b_counts_once_per_persoon_when_plan_akkoord_and_bewijs_are_there(plannen, verwacht):
    assert aantallen(Feiten(plannen=tuple(plannen)), NORM, "B") == verwacht


@pytest.mark.parametrize(
    ("plannen", "regels", "verwacht"),
    [
        pytest.param([plan("p1", "q1", "2024-05-01", "2024-05-01")], NORM, {2024: 1}, id="zonder_start_nazorg"),
        pytest.param([plan("p1", "q1", "2024-05-01", "2024-05-01", bewijs=False)], NORM, {}, id="zonder_bewijs_geen_d"),
        pytest.param(
            [plan("p1", "q1", "2024-05-01", "2024-05-01"), plan("p2", "q1", "2025-05-01", "2025-05-01")],
            NORM,
            {2024: 1, 2025: 1},
            id="voorbeeld_d1_twee_plannen_van_een_persoon",
        ),
        pytest.param(
            [plan("p1", "q1", "2024-05-01", "2024-05-01"), plan("p1", "q1", "2025-05-01", "2025-05-01")],
            NORM,
            {2024: 1},
            id="terugval_is_hetzelfde_plan",
        ),
        pytest.param(
            [plan("p1", "q1", "2021-05-01", "2021-05-01")], NORM, {2023: 1}, id="voorbeeld_d2_ouder_plan_in_2023"
        ),
        pytest.param(
            [plan("p1", "q1", "2021-05-01", "2021-05-01", nazorg="2022-02-01")],
            NORM,
            {2022: 1},
            id="voorbeeld_d3_nazorg_begonnen_voor_2023",
        ),
        pytest.param(
            [plan("p1", "q1", "2022-05-01", "2022-05-01", nazorg="2021-02-01")],
            NORM,
            {2022: 1},
            id="nazorg_nooit_voor_het_plan",
        ),
        pytest.param(
            [plan("p1", "q1", "2021-05-01", "2021-05-01", nazorg="2025-02-01")], NORM, {2023: 1}, id="nazorg_na_2023"
        ),
        pytest.param(
            [
                plan("p1", "q1", "2022-05-01", "2022-05-01"),
                plan("p1", "q1", None, None, bewijs=False, nazorg="2022-09-01"),
            ],
            NORM,
            {2022: 1},
            id="start_nazorg_uit_een_andere_versie",
        ),
        pytest.param([plan("p1", "q1", "2023-05-01", "2023-05-01")], NORM, {2023: 1}, id="2023_zonder_overstap"),
        pytest.param(
            [plan("p1", "q1", "2023-05-01", "2023-05-01")], SWITCH_2024, {}, id="voorbeeld_d4_overstap_2024_geen_d_2023"
        ),
        pytest.param([plan("p1", "q1", "2021-05-01", "2021-05-01")], SWITCH_2024, {}, id="overstap_2024_geen_inhaal"),
        pytest.param(
            [plan("p1", "q1", "2021-05-01", "2021-05-01", nazorg="2022-02-01")],
            SWITCH_2024,
            {2022: 1},
            id="overstap_2024_oude_nazorg_blijft",
        ),
        pytest.param([plan("p1", "q1", "2023-05-01", "2023-05-01")], SWITCH_2023, {}, id="overstap_2023"),
        pytest.param([plan("p1", "q1", "2024-05-01", "2024-05-01")], SWITCH_2024, {}, id="na_overstap_2024"),
        pytest.param([plan("p1", "q1", "2024-05-01", "2024-05-01")], WERKELIJK, {}, id="werkelijk"),
    ],
)
def test_d_counts_once_per_plan_and_follows_b_from_2023(plannen, regels, verwacht):
    assert aantallen(Feiten(plannen=tuple(plannen)), regels, "D") == verwacht


@pytest.mark.parametrize(
    ("gesprekken", "verwacht"),
    [
        pytest.param([gesprek("q1", "2024-03-01")], {2024: 1}, id="een_gesprek"),
        pytest.param(
            [gesprek("q1", "2023-03-01"), gesprek("q1", "2024-03-01"), gesprek("q1", "2024-09-01")],
            {2023: 1, 2024: 2},
            id="voorbeeld_f1_herhaalbaar",
        ),
        pytest.param([gesprek("q1", "2024-03-01", derde=False)], {}, id="voorbeeld_f2_zonder_derde"),
        pytest.param([gesprek("q1", "2019-12-31"), gesprek("q1", "2027-01-01")], {}, id="buiten_looptijd"),
    ],
)
def test_f_counts_every_driegesprek_with_a_derde(gesprekken, verwacht):
    assert aantallen(Feiten(driegesprekken=tuple(gesprekken)), NORM, "F") == verwacht


@pytest.mark.parametrize(
    ("regels", "verwacht"),
    [
        pytest.param(NORM, {2022: 1, 2023: 1, 2024: 1}, id="norm"),
        pytest.param(SWITCH_2023, {2022: 1}, id="overstap_2023"),
        pytest.param(SWITCH_2024, {2022: 1, 2023: 1}, id="overstap_2024"),
        pytest.param(WERKELIJK, {}, id="werkelijk"),
    ],
)
@pytest.mark.parametrize("component", ["A", "B", "F"])
def test_normbedragen_stop_at_the_switch(component, regels, verwacht):
    dagen = [f"{jaar}-06-01" for jaar in (2022, 2023, 2024)]
    feiten = Feiten(
        contacten=tuple(contact(dag, dag) for dag in dagen),
        plannen=tuple(plan(dag, dag, dag, dag) for dag in dagen),
        driegesprekken=tuple(gesprek(dag, dag) for dag in dagen),
    )

    assert aantallen(feiten, regels, component) == verwacht


@pytest.mark.parametrize(
    ("feiten", "component", "verwacht"),
    [
        pytest.param(
            Feiten(contacten=(contact("g1", "2019-01-01"), contact("g1", "2021-01-01"), contact("g1", "2022-01-01"))),
            "A",
            ["voor_begin", "geteld", "al_geteld"],
            id="contacten",
        ),
        pytest.param(
            Feiten(
                plannen=(
                    plan("p1", "q1", None, None),
                    plan("p2", "q2", "2024-01-02", None),
                    plan("p3", "q3", "2024-01-03", "2024-01-03", bewijs=False),
                    plan("p4", "q4", "2024-01-04", "2024-01-04"),
                    plan("p5", "q4", "2024-01-05", "2024-01-05"),
                    plan("p5", "q4", "2024-01-06", "2024-01-06"),
                    plan("p6", "q6", "2027-01-07", "2027-01-07"),
                )
            ),
            "B",
            ["niet_vastgesteld", "geen_akkoord", "geen_bewijs", "geteld", "al_geteld", "andere_versie", "na_einde"],
            id="plannen",
        ),
        pytest.param(
            Feiten(driegesprekken=(gesprek("q1", "2024-01-01"), gesprek("q1", "2024-01-02", derde=False))),
            "F",
            ["geteld", "geen_derde"],
            id="driegesprekken",
        ),
    ],
)
def test_every_row_says_why_it_counts_or_not(feiten, component, verwacht):
    assert redenen(feiten, NORM, component) == verwacht


def test_versions_of_a_plan_in_the_making_give_the_same_row_in_any_order():
    versies = (plan("p1", "q1", None, "2019-06-01"), plan("p1", "q1", None, None))

    heen, terug = (reken(2026, Feiten(plannen=rijen)).telregels for rijen in (versies, versies[::-1]))

    assert heen == terug


def test_rows_after_a_switch_say_that_actual_costs_hold():
    feiten = Feiten(
        contacten=(contact("g1", "2024-01-01"),),
        plannen=(plan("p1", "q1", "2023-01-01", "2023-01-01"), plan("p2", "q2", "2024-01-01", "2024-01-01")),
        driegesprekken=(gesprek("q1", "2024-01-01"),),
    )

    assert redenen(feiten, SWITCH_2024, "A") == ["werkelijke_kosten"]
    assert redenen(feiten, SWITCH_2024, "B") == ["geteld", "werkelijke_kosten"]
    assert redenen(feiten, SWITCH_2024, "D") == ["nazorg_voor_overstap", "werkelijke_kosten"]
    assert redenen(feiten, SWITCH_2024, "F") == ["werkelijke_kosten"]


def test_each_amount_leads_back_to_its_records():
    feiten = Feiten(
        contacten=(contact("g1", "2024-01-01", bron=11), contact("g1", "2024-02-01", bron=12)),
        plannen=(plan("p1", "q1", "2024-01-01", "2024-01-01", bron=21),),
        driegesprekken=(gesprek("q1", "2024-01-01", bron=31), gesprek("q1", "2024-01-02", derde=False, bron=32)),
    )

    doorrekening = reken(2024, feiten)

    geteld = [(regel.component.value, regel.sleutel, regel.bron) for regel in doorrekening.list_geteld()]
    niet = [(regel.component.value, regel.bron, regel.uitleg) for regel in doorrekening.list_niet_geteld()]
    assert geteld == [("A", "g1", 11), ("B", "q1", 21), ("D", "p1", 21), ("F", "q1", 31)]
    assert niet == [
        ("A", 12, "Is al eerder geteld. Dit bedrag geldt één keer."),
        ("F", 32, "UHT of een aangewezen derde was er niet bij."),
    ]
