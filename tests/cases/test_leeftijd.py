"""Old enough for a dossier of one's own, also when a part of the birth date is unknown."""

from datetime import date

import pytest

from cases.brpdatum import BrpDatum
from cases.leeftijd import Leeftijd, leeftijd_tegen

OUD, JONG, ONZEKER = Leeftijd.OUD_GENOEG, Leeftijd.TE_JONG, Leeftijd.ONZEKER


@pytest.mark.parametrize(
    ("geboren", "on", "grens", "verwacht"),
    [
        pytest.param("2010-03-02", date(2026, 3, 2), 16, OUD, id="on the birthday"),
        pytest.param("2010-03-03", date(2026, 3, 2), 16, JONG, id="the day before"),
        pytest.param("2010-03-02", date(2026, 3, 2), 18, JONG, id="the limit of the handreiking"),
        pytest.param("2008-02-29", date(2026, 2, 28), 18, JONG, id="leap day, 28 February"),
        pytest.param("2008-02-29", date(2026, 3, 1), 18, OUD, id="leap day, 1 March"),
        pytest.param("2010-00-00", date(2026, 3, 2), 16, ONZEKER, id="only the year, can be both"),
        pytest.param("2010-00-00", date(2026, 12, 31), 16, OUD, id="only the year, at its end"),
        pytest.param("2011-00-00", date(2026, 12, 31), 16, JONG, id="only the year, too young on every day"),
        pytest.param("2010-03-00", date(2026, 3, 2), 16, ONZEKER, id="only the month, can be both"),
        pytest.param("2010-04-00", date(2026, 3, 31), 16, JONG, id="only the month, still to come"),
        pytest.param("2010-02-00", date(2026, 3, 1), 16, OUD, id="only the month, behind us"),
    ],
)
def test_age_against_a_limit(geboren, on, grens, verwacht):
    assert leeftijd_tegen(BrpDatum.uit_iso(geboren), on, grens) is verwacht
