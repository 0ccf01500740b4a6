"""The clocks shown before the eerste gesprek is saved are the clocks that start."""

from datetime import date

import pytest

from cases.actions.gesprekken import eerste_gesprek_vastleggen
from cases.keuzes import Kanaal, Leefgebied
from cases.models import Beleid, Termijn
from cases.vooruitblik import in_een_zin, list_klokken
from tests.factories import maak_dossier, moment

ON = date(2026, 9, 30)


@pytest.mark.parametrize("profiel", Beleid.Profiel.values)
@pytest.mark.parametrize(
    "datum",
    [date(2026, 3, 12), date(2026, 8, 31), date(2026, 3, 30), date(2024, 2, 29)],
    ids=["plain", "31-august", "ends-on-a-feestdag", "leap-day-before-the-law"],
)
def test_shown_dates_are_the_dates_that_start(gemeente, consulent, profiel, datum):
    Beleid.objects.update(profiel=profiel)
    dossier = maak_dossier(gemeente, datum=date(2024, 1, 8))
    getoond = {klok.berekening.regel: klok.uiterste_datum for klok in list_klokken(dossier, datum)}

    gesprek = eerste_gesprek_vastleggen(
        dossier=dossier,
        datum=datum,
        kanaal=Kanaal.KANTOOR,
        verslag="",
        hulpvragen={Leefgebied.WERK: "Werk vinden."},
        by=consulent,
        at=moment(ON),
        on=ON,
    )

    gestart = Termijn.objects.filter(aanleiding=f"gesprek:{gesprek.pk}")
    assert len(getoond) == 3
    assert dict(gestart.values_list("regel", "uiterste_datum")) == getoond


def test_sentence_without_clocks_says_so():
    assert in_een_zin([]) == "Er lopen geen nieuwe termijnen."
