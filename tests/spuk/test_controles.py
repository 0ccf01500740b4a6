from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from spuk.componenten import Component
from spuk.feiten import Feiten, Telling
from spuk.normbedragen import NORMBEDRAGEN
from spuk.regels import SpukRegels
from spuk.sisadag import Sisadag
from tests.spuk.bouwen import (
    NORM,
    SWITCH_2024,
    WERKELIJK,
    codes,
    contact,
    dag,
    gesprek,
    kosten,
    plan,
    reken,
    telling,
)

TELLING = (telling(2024, 60),)
PLAN = plan("p1", "q1", "2024-01-01", "2024-01-01", gezin="g1")
GEEN_BEWIJS = plan("p2", "q2", "2024-01-01", "2024-01-01", bewijs=False)


def gevonden(jaar, feiten, regels=NORM):
    """Give the findings about the facts, without the two that hold for a year with unknown amounts and codes."""
    altijd = {"indicator_niet_bevestigd", "normbedrag_niet_bevestigd"}
    return {code: waarde for code, waarde in codes(reken(jaar, feiten, regels)).items() if code not in altijd}


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        pytest.param({}, {}, id="niets_aan_de_hand"),
        pytest.param({"plannen": (GEEN_BEWIJS,)}, {"akkoordbewijs_ontbreekt": ("blokkeert", 1)}, id="bewijs_ontbreekt"),
        pytest.param(
            {"plannen": (plan("p2", "q2", "2023-01-01", "2023-01-01", bewijs=False),)},
            {"akkoordbewijs_ontbreekt_eerder": ("let_op", 1)},
            id="bewijs_ontbreekt_eerder_jaar",
        ),
        pytest.param(
            {"plannen": (plan("p2", "q2", "2025-01-01", "2025-01-01", bewijs=False),)}, {}, id="bewijs_later_jaar"
        ),
        pytest.param(
            {"plannen": (plan("p2", "q2", "2024-01-01", None),)},
            {"akkoord_ontbreekt": ("let_op", 1)},
            id="geen_akkoord",
        ),
        pytest.param({"plannen": (plan("p2", "q2", None, None),)}, {}, id="plan_in_de_maak"),
        pytest.param(
            {"driegesprekken": (gesprek("q1", "2024-01-01", derde=False),)},
            {"driegesprek_zonder_derde": ("let_op", 1)},
            id="driegesprek_zonder_derde",
        ),
        pytest.param(
            {"driegesprekken": (gesprek("q1", "2024-01-01"), gesprek("q1", "2024-01-01"))},
            {"driegesprek_dubbel": ("let_op", 2)},
            id="twee_gesprekken_op_een_dag",
        ),
        pytest.param(
            {"driegesprekken": (gesprek("q1", "2024-01-01"), gesprek("q2", "2024-01-01"))}, {}, id="twee_personen"
        ),
        pytest.param(
            {"kosten": (kosten("A", "2024-01-01", "5"), kosten("E", "2024-01-01", "5", aantal=3))},
            {"kosten_bij_normbedrag": ("let_op", 4)},
            id="losse_kosten_bij_normbedrag",
        ),
        pytest.param(
            {
                "kosten": (kosten("C", "2019-01-01", "5", plan="p1"),),
                "plannen": (PLAN,),
                "contacten": (contact("g1", "2024-01-01"),),
            },
            {"voor_begin_regeling": ("let_op", 1)},
            id="kosten_voor_2020",
        ),
        pytest.param(
            {"kosten": (kosten("C", "2024-01-01", "5"),)}, {"kosten_zonder_plan": ("let_op", 1)}, id="c_zonder_plan"
        ),
        pytest.param(
            {"kosten": (kosten("C", "2024-01-01", "5", plan="p9"),)},
            {"kosten_plan_onbekend": ("blokkeert", 1)},
            id="c_met_onbekend_plan",
        ),
        pytest.param(
            {"kosten": (kosten("C", "2024-01-01", "5", plan="p2"),), "plannen": (plan("p2", "q2", None, None),)},
            {"kosten_plan_telt_niet": ("blokkeert", 1)},
            id="c_bij_plan_in_de_maak",
        ),
        pytest.param({"kosten": (kosten("C", "2024-01-01", "5", aantal=2),)}, {}, id="opgetelde_regel_overgeslagen"),
        pytest.param({"kosten": (kosten("C", "2023-01-01", "5"),)}, {}, id="kosten_van_een_ander_jaar"),
        pytest.param(
            {"kosten": (kosten("E_kind", "2024-01-01", "5"), kosten("E_kind", "2024-01-01", "5.00"))},
            {"kosten_dubbel": ("let_op", 2)},
            id="zelfde_factuur_twee_keer",
        ),
        pytest.param(
            {"kosten": (kosten("E_kind", "2024-01-01", "-5"),)},
            {"onderdeel_negatief": ("let_op", 1)},
            id="meer_terug_dan_uit",
        ),
        pytest.param({"plannen": (PLAN,)}, {"plan_zonder_contact": ("let_op", 1)}, id="plan_zonder_contact"),
        pytest.param(
            {"plannen": (PLAN,), "contacten": (contact("g1", "2023-01-01"),)}, {}, id="plan_met_eerder_contact"
        ),
        pytest.param(
            {"plannen": (PLAN,), "contacten": (contact("g1", "2025-01-01"),)},
            {"plan_zonder_contact": ("let_op", 1)},
            id="contact_pas_na_het_jaar",
        ),
        pytest.param(
            {"plannen": (plan("p1", "q1", "2023-01-01", "2023-01-01"), plan("p3", "q1", "2024-01-01", "2024-01-01"))},
            {"meer_plannen_per_persoon": ("let_op", 1)},
            id="persoon_met_twee_plannen",
        ),
        pytest.param(
            {"plannen": (plan("p1", "q1", "2024-01-01", "2024-01-01"), plan("p3", "q1", "2025-01-01", "2025-01-01"))},
            {},
            id="tweede_plan_pas_later",
        ),
        pytest.param({"onbekende_velden": ("kosten.neto",)}, {"onbekend_veld": ("let_op", 1)}, id="onbekend_veld"),
    ],
)
def test_controles_of_the_facts(velden, verwacht):
    assert gevonden(2024, Feiten(**{"tellingen": TELLING, **velden})) == verwacht


@pytest.mark.parametrize(
    ("jaar", "tellingen", "regels", "verwacht"),
    [
        pytest.param(2024, (), NORM, {"telling_ontbreekt": ("blokkeert", 1)}, id="geen_telling_2024"),
        pytest.param(2023, (), NORM, {"telling_ontbreekt": ("let_op", 1)}, id="nog_geen_telling_2023"),
        pytest.param(2023, (telling(2022, 40),), NORM, {}, id="2023_al_eenmalig_in_2022"),
        pytest.param(2024, (), WERKELIJK, {}, id="geen_telling_nodig_bij_werkelijke_kosten"),
        pytest.param(2027, (), NORM, {}, id="geen_telling_nodig_na_de_looptijd"),
        pytest.param(
            2024, (Telling(2024, 60, None, "UHT"),), NORM, {"telling_onvolledig": ("let_op", 1)}, id="peildatum"
        ),
        pytest.param(
            2024, (Telling(2024, 60, dag("2024-12-31")),), NORM, {"telling_onvolledig": ("let_op", 1)}, id="herkomst"
        ),
        pytest.param(2024, (telling(2024, 0),), NORM, {"telling_nul": ("let_op", 1)}, id="nul"),
        pytest.param(2025, (telling(2024, 40), telling(2025, 60)), NORM, {}, id="een_keer_omhoog"),
        pytest.param(
            2026,
            (telling(2024, 40), telling(2025, 60), telling(2026, 120)),
            NORM,
            {"staffel_vaker_omhoog": ("let_op", 2)},
            id="twee_keer_omhoog",
        ),
        pytest.param(
            2025, (telling(2024, 40), telling(2025, 60), telling(2026, 120)), NORM, {}, id="tweede_stap_is_later"
        ),
        pytest.param(
            2025,
            (
                telling(2024, 40, "2024-12-31"),
                telling(2024, 60, "2025-02-01"),
                telling(2025, 90, "2025-12-31"),
                telling(2025, 120, "2026-02-01"),
            ),
            NORM,
            {"telling_niet_bijgesteld": ("let_op", 1)},
            id="tweede_bijstelling",
        ),
    ],
)
def test_controles_of_the_telling(jaar, tellingen, regels, verwacht):
    assert gevonden(jaar, Feiten(tellingen=tellingen), regels) == verwacht


def test_activities_after_the_last_day_are_reported_once_per_fact():
    feiten = Feiten(
        contacten=(contact("g1", "2027-01-01"),),
        plannen=(plan("p1", "q1", "2027-01-01", "2027-01-01"),),
        kosten=(kosten("C", "2027-01-01", "5"),),
    )

    assert gevonden(2027, feiten) == {"na_verplichtingen": ("let_op", 3)}


def test_nazorg_of_2023_is_reported_when_the_switch_starts_in_2024():
    feiten = Feiten(plannen=(plan("p1", "q1", "2023-01-01", "2023-01-01"),), tellingen=(telling(2023, 60),))

    assert gevonden(2023, feiten, SWITCH_2024) == {"nazorg_voor_overstap": ("let_op", 1)}


def test_two_plans_of_one_person_say_nothing_on_actual_costs():
    plannen = (plan("p1", "q1", "2024-01-01", "2024-01-01"), plan("p3", "q1", "2024-01-01", "2024-01-01"))

    assert gevonden(2024, Feiten(plannen=plannen), WERKELIJK) == {}


@pytest.mark.parametrize(
    ("jaar", "regels", "aantal"),
    [
        pytest.param(2023, NORM, None, id="2023_bevestigd"),
        pytest.param(2024, NORM, 3, id="2024_alleen_wat_meetelt"),
        pytest.param(2024, WERKELIJK, None, id="geen_normbedragen_in_gebruik"),
        pytest.param(
            2024,
            SpukRegels(
                NORM.keuze,
                {
                    **NORMBEDRAGEN,
                    2024: NORMBEDRAGEN[2024].with_bedrag(Component.A, Decimal("391.40"), bron="circulaire"),
                },
            ),
            2,
            id="een_bedrag_zelf_ingevuld",
        ),
    ],
)
def test_normbedragen_in_use_must_be_confirmed(jaar, regels, aantal):
    feiten = Feiten(
        contacten=(contact("g1", f"{jaar}-01-01"),),
        driegesprekken=(gesprek("q1", f"{jaar}-01-01"),),
        tellingen=(telling(jaar, 60),),
    )

    assert codes(reken(jaar, feiten, regels)).get("normbedrag_niet_bevestigd") == (aantal and ("let_op", aantal))


@pytest.mark.parametrize(("jaar", "aantal"), [(2020, None), (2024, 16), (2025, 23)])
def test_unconfirmed_indicators_are_reported(jaar, aantal):
    bevinding = codes(reken(jaar, Feiten(), WERKELIJK)).get("indicator_niet_bevestigd")

    assert bevinding == (aantal and ("let_op", aantal))


def test_controles_name_the_records_and_put_what_blocks_first():
    feiten = Feiten(
        plannen=(plan("p2", "q2", "2024-01-01", "2024-01-01", bewijs=False, bron=7),),
        driegesprekken=(gesprek("q1", "2024-01-01", derde=False, bron=8), gesprek("q1", "2024-01-02", derde=False)),
        tellingen=TELLING,
    )

    controles = reken(2024, feiten).controles

    assert [controle.ernst.value for controle in controles][:2] == ["blokkeert", "let_op"]
    assert {controle.code: controle.bronnen for controle in controles if controle.bronnen} == {
        "akkoordbewijs_ontbreekt": (7,),
        "driegesprek_zonder_derde": (8,),
    }


def geboekt(datum, netto, btw="0", voorziening="v1", op=None, **velden):
    velden |= {"plan": "p1", "voorziening": voorziening, "toegekend": Decimal("100.00"), "geboekt": op and dag(op)}
    return kosten("C", datum, netto, btw=Decimal(btw), **velden)


def van_kosten(jaar, regels, sisa=None):
    """Give the two findings about what was booked, with the rows that they lead to."""
    feiten = Feiten(kosten=regels, plannen=(PLAN,), contacten=(contact("g1", "2024-01-01"),), tellingen=TELLING)
    gevonden = reken(jaar, feiten, replace(NORM, sisa=sisa)).controles
    namen = ("kosten_boven_toekenning", "kosten_na_sisa")
    return {c.code: (str(c.ernst), c.aantal, c.bronnen, str(c.feit)) for c in gevonden if c.code in namen}


@pytest.mark.parametrize(
    ("regels", "per_jaar"),
    [
        pytest.param((geboekt("2024-01-01", "82.64", "17.36", bron=1),), {}, id="precies_toegekend"),
        pytest.param(
            (geboekt("2024-01-01", "82.65", "17.36", bron=1),),
            {2024: ("let_op", 1, (1,), "kosten")},
            id="een_cent_meer_met_btw",
        ),
        pytest.param(
            (geboekt("2024-01-01", "60", bron=1), geboekt("2025-01-01", "60", bron=2)),
            {2025: ("let_op", 1, (1, 2), "kosten")},
            id="pas_in_het_tweede_jaar",
        ),
        pytest.param(
            (geboekt("2024-01-01", "160", bron=1), geboekt("2025-01-01", "-60", bron=2)),
            {2024: ("let_op", 1, (1,), "kosten")},
            id="creditnota_in_het_jaar_erna",
        ),
        pytest.param((geboekt("2024-01-01", "160", bron=1), geboekt("2024-02-01", "-60", bron=2)), {}, id="creditnota"),
        pytest.param(
            (geboekt("2024-01-01", "60", bron=1), geboekt("2024-01-01", "60", voorziening="v2", bron=2)),
            {},
            id="twee_voorzieningen",
        ),
        pytest.param(
            (geboekt("2024-01-01", "101", bron=1), geboekt("2024-01-02", "102", voorziening="v2", bron=2)),
            {2024: ("let_op", 2, (1, 2), "kosten")},
            id="bij_twee_voorzieningen",
        ),
        pytest.param((kosten("C", "2024-01-01", "500", plan="p1"),), {}, id="uit_een_bestand"),
    ],
)
def test_costs_above_the_grant_are_found_in_the_years_in_which_they_are(regels, per_jaar):
    gevonden = {jaar: van_kosten(jaar, regels).get("kosten_boven_toekenning") for jaar in (2023, 2024, 2025, 2026)}

    assert {jaar: controle for jaar, controle in gevonden.items() if controle} == per_jaar


@pytest.mark.parametrize(
    ("op", "sisa", "gevonden"),
    [
        ("2025-07-15", Sisadag(2024), False),
        ("2025-07-16", Sisadag(2024), True),
        ("2025-07-16", Sisadag(2024, date(2025, 8, 1)), False),
        ("2025-07-16", None, False),
        (None, Sisadag(2024), False),
    ],
    ids=["last day", "day after", "went in later", "year not known", "day not known"],
)
def test_costs_that_were_booked_after_the_bijlage_are_found(op, sisa, gevonden):
    regels = (geboekt("2024-01-01", "50", op=op, bron=7), geboekt("2023-01-01", "50", op=op, bron=8))

    assert van_kosten(2024, regels, sisa) == ({"kosten_na_sisa": ("let_op", 1, (7,), "kosten")} if gevonden else {})
