"""Totals add up, or do not exist; and they do not depend on the order in which facts come in."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spuk.componenten import Component, Wijze
from spuk.feiten import Contact, Driegesprek, Feiten, Kosten, Plan, Telling
from spuk.geld import NUL
from spuk.keuze import Keuze
from spuk.regels import SpukRegels
from spuk.tellen import Som
from spuk.totalen import Onderdeel, TotaalKloptNiet, compute_totaal
from tests.spuk.bouwen import NORM, SWITCH_2024, reken

D = Decimal
JAREN = range(2020, 2030)


def onderdeel(**velden):
    basis = {
        "aantal": 2,
        "tarief": D("380.00"),
        "bedrag": D("760.00"),
        "eerder": D("380.00"),
        "cumulatief": D("1140.00"),
    }
    return Onderdeel(Component.A, Wijze.NORM, **{**basis, **velden})


def test_onderdeel_that_adds_up_exists():
    assert onderdeel().cumulatief == D("1140.00")


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        pytest.param({"bedrag": D("760.001")}, "niet op hele centen", id="bedrag_met_halve_cent"),
        pytest.param({"eerder": D("0.005")}, "niet op hele centen", id="eerder_met_halve_cent"),
        pytest.param({"aantal": 3}, "3 keer 380.00 is niet 760.00", id="aantal_keer_tarief"),
        pytest.param({"cumulatief": D("760.00")}, "380.00 plus 760.00 is niet 760.00", id="cumulatief"),
    ],
)
def test_onderdeel_that_does_not_add_up_cannot_exist(velden, melding):
    with pytest.raises(TotaalKloptNiet, match=melding):
        onderdeel(**velden)


@pytest.mark.parametrize(
    ("verandering", "melding"),
    [
        pytest.param(lambda totaal: {"bedrag": totaal.bedrag + D("0.01")}, "samen niet 500.01", id="een_cent_te_veel"),
        pytest.param(
            lambda totaal: {"cumulatief": NUL}, "tot en met 2024 samen niet 0.00", id="cumulatief_hoort_bij_de_delen"
        ),
        pytest.param(lambda totaal: {"onderdelen": totaal.onderdelen[1:]}, "één keer in", id="onderdeel_mist"),
        pytest.param(
            lambda totaal: {"onderdelen": (*totaal.onderdelen, totaal.onderdelen[0])},
            "één keer in",
            id="onderdeel_dubbel",
        ),
    ],
)
def test_totaal_that_does_not_add_up_cannot_exist(verandering, melding):
    totaal = compute_totaal(2024, {(Component.C, 2024): Som(1, D("500.00"))}, NORM)

    with pytest.raises(TotaalKloptNiet, match=melding):
        replace(totaal, **verandering(totaal))


def test_totaal_without_facts_is_zero_for_every_component():
    totaal = compute_totaal(2024, {}, NORM)

    assert {deel.component: (deel.aantal, deel.tarief, deel.bedrag) for deel in totaal.onderdelen} == {
        Component.A: (0, D("380.00"), NUL),
        Component.B: (0, D("3468.00"), NUL),
        Component.C: (0, None, NUL),
        Component.D: (0, D("1795.00"), NUL),
        Component.E: (0, None, NUL),
        Component.E_KIND: (0, None, NUL),
        Component.F: (0, D("400.00"), NUL),
    }


def test_totaal_can_be_made_from_sums_of_a_query():
    sommen = {
        (Component.A, 2023): Som(3, D("1140.00")),
        (Component.A, 2024): Som(2, D("760.00")),
        (Component.C, 2024): Som(612, D("612384.27")),
        (Component.C, 2025): Som(1, D("1.00")),
    }

    totaal = compute_totaal(2024, sommen, NORM)

    assert (totaal.bedrag, totaal.cumulatief) == (D("613144.27"), D("614284.27"))
    assert (totaal[Component.C].aantal, totaal[Component.A].eerder) == (612, D("1140.00"))


def test_sums_of_a_query_that_do_not_match_the_tarief_are_refused():
    with pytest.raises(TotaalKloptNiet, match=r"2 keer 380\.00 is niet 761\.00"):
        compute_totaal(2024, {(Component.A, 2024): Som(2, D("761.00"))}, NORM)


def test_after_the_looptijd_there_is_no_normbedrag():
    assert compute_totaal(2027, {}, NORM)[Component.A].tarief is None


def test_wijze_of_the_year_is_in_the_totaal():
    wijzen = [compute_totaal(jaar, {}, SWITCH_2024).wijze_abdf for jaar in (2023, 2024)]

    assert wijzen == [Wijze.NORM, Wijze.WERKELIJK]


dagen = st.dates(date(2019, 6, 1), date(2028, 6, 30))
leeg_of_dag = st.none() | dagen
namen = st.sampled_from(["1", "2", "3", "4"])
bedragen = st.decimals(-5000, 50_000, places=3)
feiten_rijen = st.builds(
    Feiten,
    contacten=st.lists(st.builds(Contact, namen, dagen), max_size=8).map(tuple),
    plannen=st.lists(
        st.builds(Plan, namen, namen, namen, leeg_of_dag, leeg_of_dag, st.booleans(), leeg_of_dag), max_size=8
    ).map(tuple),
    driegesprekken=st.lists(st.builds(Driegesprek, namen, dagen, st.booleans()), max_size=5).map(tuple),
    kosten=st.lists(
        st.builds(Kosten, st.sampled_from(Component), dagen, bedragen, verplichting=leeg_of_dag), max_size=8
    ).map(tuple),
    tellingen=st.lists(
        st.builds(Telling, st.sampled_from(range(2019, 2029)), st.integers(0, 1500), leeg_of_dag), max_size=6
    ).map(tuple),
)
keuzes = st.sampled_from(
    [
        Keuze(Wijze.NORM, Wijze.NORM),
        Keuze(Wijze.NORM, Wijze.WERKELIJK),
        Keuze(Wijze.WERKELIJK, Wijze.NORM),
        Keuze(Wijze.WERKELIJK, Wijze.WERKELIJK),
        Keuze(Wijze.NORM, Wijze.NORM, 2023, 2023),
        Keuze(Wijze.NORM, Wijze.NORM, 2024, None),
        Keuze(Wijze.NORM, Wijze.NORM, None, 2024),
    ]
).map(SpukRegels)


@settings(max_examples=60, deadline=None)
@given(feiten=feiten_rijen, regels=keuzes, data=st.data())
def test_order_of_the_facts_does_not_matter(feiten, regels, data):
    geschud = Feiten(
        **{
            veld: tuple(data.draw(st.permutations(getattr(feiten, veld))))
            for veld in ("contacten", "plannen", "driegesprekken", "kosten", "tellingen")
        }
    )

    assert reken(2025, geschud, regels) == reken(2025, feiten, regels)


def test_plan_is_of_the_person_of_the_version_that_counts_in_any_order():
    """D counts twice for person 1, whose plan 1 has a version that names another person."""
    dag, later = date(2019, 6, 1), date(2025, 1, 1)
    eens = [Plan("1", "1", "1", dag, later, True), Plan("2", "1", "1", dag, later, True)]
    uitkomsten = [
        reken(2025, Feiten(plannen=volgorde), SpukRegels(Keuze(Wijze.NORM, Wijze.NORM))).controles
        for volgorde in permutations((*eens, Plan("1", "2", "1")))
    ]

    assert [controle.aantal for controle in uitkomsten[0] if controle.code == "meer_plannen_per_persoon"] == [1]
    assert uitkomsten == [uitkomsten[0]] * 6


@settings(max_examples=60, deadline=None)
@given(feiten=feiten_rijen, regels=keuzes)
def test_cumulative_is_last_year_plus_this_year(feiten, regels):
    totalen = [reken(jaar, feiten, regels).totaal for jaar in JAREN]

    for vorig, dit in pairwise(totalen):
        assert dit.cumulatief == vorig.cumulatief + dit.bedrag
        for component in Component:
            assert dit[component].cumulatief == vorig[component].cumulatief + dit[component].bedrag


@settings(max_examples=60, deadline=None)
@given(feiten=feiten_rijen, regels=keuzes)
def test_parts_and_rows_add_up_to_the_total(feiten, regels):
    doorrekening = reken(2025, feiten, regels)
    totaal = doorrekening.totaal

    assert sum(deel.bedrag for deel in totaal.onderdelen) == totaal.bedrag
    assert sum(deel.aantal for deel in totaal.onderdelen) == len(doorrekening.list_geteld())


@settings(max_examples=60, deadline=None)
@given(feiten=feiten_rijen, regels=keuzes)
def test_once_claimed_stays_once(feiten, regels):
    geteld = [
        (regel.component, regel.sleutel)
        for regel in reken(2029, feiten, regels).telregels
        if regel.geteld and regel.component in "ABDE" and regels.is_norm(regel.component, regel.jaar)
    ]

    assert len(geteld) == len(set(geteld))
