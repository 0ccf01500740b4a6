"""The letters of the demo read as if somebody wrote them for this inwoner."""

import pytest

from portal_import.demo.besluiten import waarom_minder


@pytest.mark.parametrize(
    ("soort", "woorden"),
    [
        ("materieel", ("De winkel gaf u korting.", "U kocht dit goedkoper dan wij dachten.")),
        ("immaterieel", ("De rekening is lager dan de offerte.", "Deze hulp kost minder dan wij dachten.")),
    ],
)
def test_herziening_of_a_coach_names_no_shop(soort, woorden):
    assert waarom_minder(soort) == woorden
