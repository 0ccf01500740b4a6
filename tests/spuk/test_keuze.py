import pytest

from spuk.componenten import Component, Wijze
from spuk.keuze import Keuze, KeuzeFout

NORM, WERKELIJK = Wijze.NORM, Wijze.WERKELIJK


@pytest.mark.parametrize(
    ("keuze", "component", "wijzen"),
    [
        pytest.param(Keuze(NORM, NORM), "B", [NORM, NORM, NORM], id="norm_blijft_norm"),
        pytest.param(Keuze(WERKELIJK, NORM), "B", [WERKELIJK] * 3, id="werkelijk_blijft_werkelijk"),
        pytest.param(Keuze(NORM, NORM, switch_abdf=2023), "B", [NORM, WERKELIJK, WERKELIJK], id="overstap_2023"),
        pytest.param(Keuze(NORM, NORM, switch_abdf=2024), "B", [NORM, NORM, WERKELIJK], id="overstap_2024"),
        pytest.param(Keuze(NORM, NORM, switch_abdf=2024), "F", [NORM, NORM, WERKELIJK], id="overstap_ook_voor_f"),
        pytest.param(Keuze(NORM, NORM, switch_abdf=2023), "E", [NORM] * 3, id="e_is_een_losse_keuze"),
        pytest.param(Keuze(NORM, NORM, switch_e=2024), "E", [NORM, NORM, WERKELIJK], id="alleen_e_stapt_over"),
        pytest.param(Keuze(NORM, NORM, switch_e=2024), "A", [NORM] * 3, id="a_stapt_niet_mee_met_e"),
        pytest.param(Keuze(NORM, NORM), "C", [WERKELIJK] * 3, id="c_altijd_werkelijk"),
        pytest.param(Keuze(NORM, NORM), "E_kind", [WERKELIJK] * 3, id="e_kind_altijd_werkelijk"),
    ],
)
def test_get_wijze_follows_choice_and_switch_over_2022_2023_2024(keuze, component, wijzen):
    assert [keuze.get_wijze(Component(component), jaar) for jaar in (2022, 2023, 2024)] == wijzen


def test_keuze_takes_both_switches_in_the_same_year():
    keuze = Keuze(NORM, NORM, switch_abdf=2024, switch_e=2024)

    assert (keuze.switch_abdf, keuze.switch_e) == (2024, 2024)


@pytest.mark.parametrize(
    ("velden", "meldingen"),
    [
        pytest.param((WERKELIJK, NORM, 2023, None), ["Voor A, B, D en F koos u al werkelijke kosten"], id="abdf_terug"),
        pytest.param((NORM, WERKELIJK, None, 2024), ["Voor E koos u al werkelijke kosten"], id="e_terug"),
        pytest.param((NORM, NORM, 2022, None), ["A, B, D en F is in 2022"], id="te_vroeg"),
        pytest.param((NORM, NORM, None, 2025), ["E is in 2025"], id="te_laat"),
        pytest.param((NORM, NORM, 0, None), ["A, B, D en F is in 0"], id="nul_is_geen_jaar"),
        pytest.param((NORM, NORM, 2023, 2024), ["Kies voor beide hetzelfde jaar"], id="twee_jaren"),
        pytest.param(
            (WERKELIJK, NORM, 2025, None), ["koos u al werkelijke kosten", "A, B, D en F is in 2025"], id="twee_fouten"
        ),
    ],
)
def test_keuze_refuses_a_switch_the_regeling_does_not_know(velden, meldingen):
    with pytest.raises(KeuzeFout) as fout:
        Keuze(*velden)

    assert len(fout.value.meldingen) == len(meldingen)
    for gevonden, verwacht in zip(fout.value.meldingen, meldingen, strict=True):
        assert verwacht in gevonden
