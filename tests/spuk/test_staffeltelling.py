"""Which telling sets the staffel of E. The rows named `voorbeeld` stand in docs/rules/spuk.md."""

from decimal import Decimal

import pytest

from spuk.componenten import Component, Wijze
from spuk.feiten import Feiten
from spuk.keuze import Keuze
from spuk.regels import SpukRegels
from tests.spuk.bouwen import NORM, WERKELIJK, redenen, reken, telling

SWITCH_E_2024 = SpukRegels(Keuze(Wijze.NORM, Wijze.NORM, switch_e=2024))


def bedragen(tellingen, regels):
    per_jaar = {
        jaar: reken(jaar, Feiten(tellingen=tuple(tellingen)), regels).totaal[Component.E].bedrag
        for jaar in range(2020, 2028)
    }
    return {jaar: int(bedrag) for jaar, bedrag in per_jaar.items() if bedrag}


@pytest.mark.parametrize(
    ("tellingen", "regels", "verwacht"),
    [
        pytest.param([], NORM, {}, id="geen_telling"),
        pytest.param([telling(2024, 0)], NORM, {2024: 12_000}, id="nul_gedupeerden"),
        pytest.param(
            [telling(2022, 40), telling(2023, 60)], NORM, {2022: 12_000}, id="voorbeeld_e1_eenmalig_tot_en_met_2023"
        ),
        pytest.param([telling(2023, 60)], NORM, {2023: 48_000}, id="eenmalig_in_2023"),
        pytest.param(
            [telling(2023, 60), telling(2024, 60), telling(2025, 60)],
            NORM,
            {2023: 48_000, 2024: 48_000, 2025: 48_000},
            id="voorbeeld_e2_jaarlijks_vanaf_2024",
        ),
        pytest.param(
            [telling(2024, 49), telling(2025, 100), telling(2026, 1000)],
            NORM,
            {2024: 12_000, 2025: 120_000, 2026: 250_000},
            id="telling_van_elk_jaar",
        ),
        pytest.param([telling(2024, 100), telling(2025, 99)], NORM, {2024: 120_000, 2025: 48_000}, id="later_lager"),
        pytest.param(
            [telling(2024, 45, "2024-12-31"), telling(2024, 52, "2025-03-01")],
            NORM,
            {2024: 48_000},
            id="voorbeeld_e3_bijstelling_omhoog",
        ),
        pytest.param(
            [
                telling(2024, 45, "2024-12-31"),
                telling(2024, 52, "2025-03-01"),
                telling(2025, 95, "2025-12-31"),
                telling(2025, 101, "2026-03-01"),
            ],
            NORM,
            {2024: 48_000, 2025: 48_000},
            id="voorbeeld_e4_tweede_bijstelling_telt_niet",
        ),
        pytest.param(
            [
                telling(2024, 45, "2024-12-31"),
                telling(2024, 48, "2025-03-01"),
                telling(2025, 95, "2025-12-31"),
                telling(2025, 101, "2026-03-01"),
            ],
            NORM,
            {2024: 12_000, 2025: 120_000},
            id="bijstelling_zonder_hogere_trede_verbruikt_niets",
        ),
        pytest.param(
            [telling(2024, 52, "2024-12-31"), telling(2024, 45, "2025-03-01")], NORM, {2024: 48_000}, id="nooit_omlaag"
        ),
        pytest.param(
            [telling(2023, 45, "2023-12-31"), telling(2023, 52, "2024-03-01")],
            NORM,
            {2023: 12_000},
            id="geen_bijstelling_voor_2024",
        ),
        pytest.param([telling(2027, 60)], NORM, {}, id="na_de_laatste_dag_voor_verplichtingen"),
        pytest.param([telling(2019, 60)], NORM, {}, id="voor_begin_regeling"),
        pytest.param([telling(2023, 60), telling(2024, 60)], SWITCH_E_2024, {2023: 48_000}, id="overstap_2024"),
        pytest.param([telling(2024, 60)], WERKELIJK, {}, id="werkelijk"),
    ],
)
def test_e_follows_the_telling_of_the_year(tellingen, regels, verwacht):
    assert bedragen(tellingen, regels) == verwacht
    assert bedragen(tellingen[::-1], regels) == verwacht


@pytest.mark.parametrize(
    ("tellingen", "verwacht"),
    [
        pytest.param(
            [telling(2024, 45, "2024-12-31"), telling(2024, 52, "2025-03-01"), telling(2024, 120, "2025-06-01")],
            ["bijgesteld", "geteld", "geen_bijstelling"],
            id="twee_keer_bijgesteld_in_een_jaar",
        ),
        pytest.param(
            [telling(2024, 52, "2024-12-31"), telling(2024, 45, "2025-03-01")],
            ["geteld", "lagere_telling"],
            id="lagere_telling",
        ),
        pytest.param([telling(2024, 52)] * 2, ["al_geteld", "geteld"], id="dezelfde_telling_twee_keer"),
        pytest.param([telling(2022, 52), telling(2023, 52)], ["geteld", "al_geteld"], id="eenmalig"),
        pytest.param([telling(2019, 5), telling(2027, 5)], ["voor_begin", "na_einde"], id="buiten_looptijd"),
    ],
)
def test_every_telling_says_why_it_counts_or_not(tellingen, verwacht):
    assert redenen(Feiten(tellingen=tuple(tellingen)), NORM, "E") == verwacht


def test_telling_without_peildatum_counts():
    zonder = telling(2024, 100)
    zonder = type(zonder)(2024, 100, None, "")

    assert reken(2024, Feiten(tellingen=(zonder,))).totaal[Component.E].bedrag == Decimal("120000.00")
