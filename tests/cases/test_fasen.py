"""The stepper of a dossier for each status."""

from datetime import date

import pytest

from cases.fasen import list_fasen
from cases.status import Status

S = Status
AANGEMELD, GESPREK, PLAN, NAZORG = date(2025, 11, 3), date(2025, 12, 8), date(2026, 1, 26), date(2026, 10, 1)
TOT_GESPREK = {S.AANMELDING: AANGEMELD, S.EERSTE_GESPREK: GESPREK}
TOT_PLAN = {**TOT_GESPREK, S.PLAN_VAN_AANPAK: PLAN, S.UITVOERING: PLAN}
ALLES = {**TOT_PLAN, S.NAZORG: NAZORG}


@pytest.mark.parametrize(
    ("status", "bereikt", "uiterlijk", "verwacht"),
    [
        pytest.param(
            S.AANMELDING,
            {S.AANMELDING: AANGEMELD},
            None,
            [
                ("nu", "Aanmelding", "sinds 3 november 2025"),
                ("straks", "Eerste gesprek", ""),
                ("straks", "Plan van aanpak", ""),
                ("straks", "Uitvoering", ""),
                ("straks", "Nazorg", ""),
            ],
            id="aanmelding",
        ),
        pytest.param(
            S.PLAN_VAN_AANPAK,
            TOT_GESPREK,
            date(2026, 2, 2),
            [
                ("klaar", "Aanmelding", "3 november 2025"),
                ("klaar", "Eerste gesprek", "8 december 2025"),
                ("nu", "Plan van aanpak", "uiterlijk 2 februari 2026"),
                ("straks", "Uitvoering", ""),
                ("straks", "Nazorg", ""),
            ],
            id="plan",
        ),
        pytest.param(
            S.NAZORG,
            ALLES,
            None,
            [
                ("klaar", "Aanmelding", "3 november 2025"),
                ("klaar", "Eerste gesprek", "8 december 2025"),
                ("klaar", "Plan van aanpak", "26 januari 2026"),
                ("klaar", "Uitvoering", "26 januari 2026"),
                ("nu", "Nazorg", "sinds 1 oktober 2026"),
            ],
            id="nazorg",
        ),
        pytest.param(
            S.ACCLIMATISATIE,
            TOT_GESPREK,
            date(2026, 6, 18),
            [
                ("klaar", "Aanmelding", "3 november 2025"),
                ("klaar", "Eerste gesprek", "8 december 2025"),
                ("nu", "Acclimatisatie", "uiterlijk 18 juni 2026"),
                ("straks", "Afgesloten", ""),
            ],
            id="acclimatisatie shows no fase it will not come to",
        ),
        pytest.param(
            S.AFGESLOTEN,
            ALLES,
            None,
            [
                ("klaar", "Eerste gesprek", "8 december 2025"),
                ("klaar", "Plan van aanpak", "26 januari 2026"),
                ("klaar", "Uitvoering", "26 januari 2026"),
                ("klaar", "Nazorg", "1 oktober 2026"),
                ("nu", "Afgesloten", ""),
            ],
            id="closed after everything: the last five",
        ),
        pytest.param(S.GEEN_RECHT, {S.AANMELDING: AANGEMELD}, None, [], id="no recht, no road"),
    ],
)
def test_list_fasen(status, bereikt, uiterlijk, verwacht):
    assert [(f.stand, f.naam, f.dag) for f in list_fasen(status, bereikt, uiterlijk)] == verwacht


@pytest.mark.parametrize("status", Status)
def test_every_open_or_closed_dossier_is_at_one_step(status):
    fasen = list_fasen(status, ALLES)

    assert len(fasen) <= 5
    assert sum(fase.stand == "nu" for fase in fasen) == (status not in (S.GEEN_RECHT, S.INGETROKKEN))
