"""When somebody wanted help and when not: the last time they asked after a no, and a no that stands."""

from datetime import date

import pytest

from cases.hulpwens import Hervatting, Wens, laatste_hervatting, staand_nee
from tests.factories import moment

VRAAG, NEE = True, False


def wensen(*stappen):
    """Give steps of January as (day, wants help), or (day, wants help, hour in which it was written down)."""
    return [Wens(date(2026, 1, dag), moment(date(2026, 1, dag), *uur), wil) for dag, wil, *uur in stappen]


@pytest.mark.parametrize(
    ("stappen", "hervat", "staat"),
    [
        pytest.param([], None, None, id="nothing-known"),
        pytest.param([(5, VRAAG)], None, None, id="asked-once"),
        pytest.param([(5, VRAAG), (7, VRAAG)], None, None, id="asked-twice"),
        pytest.param([(5, VRAAG), (7, NEE)], None, 7, id="said-no"),
        pytest.param([(5, VRAAG), (7, NEE), (9, VRAAG)], (7, 9), None, id="asked-after-all"),
        pytest.param([(5, VRAAG), (7, NEE), (9, VRAAG), (12, VRAAG)], (7, 9), None, id="asked-again-while-helped"),
        pytest.param([(5, VRAAG), (7, NEE), (9, VRAAG), (12, NEE)], (7, 9), 12, id="said-no-again"),
        pytest.param([(5, VRAAG), (7, NEE), (8, NEE), (9, VRAAG)], (8, 9), None, id="said-no-twice"),
        pytest.param([(9, VRAAG), (5, VRAAG), (7, NEE)], (7, 9), None, id="in-any-order"),
        pytest.param([(5, VRAAG, 9), (5, NEE, 10), (5, VRAAG, 11)], (5, 5), None, id="on-one-day"),
        pytest.param([(5, VRAAG, 11), (5, NEE, 12), (2, VRAAG, 9)], None, 5, id="on-one-day-after-another"),
    ],
)
def test_what_was_wanted(stappen, hervat, staat):
    verwacht = Hervatting(*(date(2026, 1, dag) for dag in hervat)) if hervat else None

    assert laatste_hervatting(wensen(*stappen)) == verwacht
    assert staand_nee(wensen(*stappen)) == (date(2026, 1, staat) if staat else None)
