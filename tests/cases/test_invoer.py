"""A stored termijn holds all it was derived from, and a bericht names a later last day (Awb art. 4:14 lid 3)."""

from datetime import date

import pytest

from cases.berekening import Bericht, RekenFout, bereken, einddatum
from cases.invoer import Invoer, als_json, van_json
from cases.kalender import kalender
from cases.opschorting import Opschorting
from cases.register import regel

# Eerste gesprek on 4 March 2026: the 8 weken end on 29 April.
START, LAATSTE = date(2026, 3, 4), date(2026, 4, 29)
VOOR = Opschorting(date(2026, 4, 6), date(2026, 4, 9))
NA = Opschorting(date(2026, 5, 1), date(2026, 5, 4))


def op(dag, maand):
    return date(2026, maand, dag)


@pytest.mark.parametrize(
    ("berichten", "opschortingen", "eerste", "eind"),
    [
        ([], [], None, LAATSTE),
        ([Bericht(op(8, 4), op(3, 6))], [], LAATSTE, op(3, 6)),
        ([Bericht(LAATSTE, op(3, 6))], [], LAATSTE, op(3, 6)),
        ([Bericht(op(30, 4), op(3, 6))], [], None, LAATSTE),
        ([Bericht(op(8, 4), op(6, 6))], [], LAATSTE, op(6, 6)),
        ([Bericht(op(8, 4), op(20, 4))], [], LAATSTE, LAATSTE),
        ([Bericht(op(8, 4), op(3, 6)), Bericht(op(20, 4), op(10, 6))], [], LAATSTE, op(10, 6)),
        ([Bericht(op(8, 4), op(3, 6)), Bericht(op(30, 4), op(10, 6))], [], LAATSTE, op(3, 6)),
        ([Bericht(op(8, 4), op(3, 6))], [VOOR], op(4, 5), op(3, 6)),
        ([Bericht(op(8, 4), op(3, 6))], [NA], LAATSTE, op(7, 6)),
        ([Bericht(op(30, 4), op(3, 6))], [VOOR], op(4, 5), op(3, 6)),
    ],
    ids=[
        "none", "within", "last day", "day after", "on a Saturday", "earlier day", "two in time", "second late",
        "opschorting before", "opschorting after", "in time by opschorting",
    ],
)  # fmt: skip
def test_bericht_names_the_day_only_within_the_termijn(berichten, opschortingen, eerste, eind):
    uit = einddatum(regel("plan_van_aanpak"), START, kalender(), opschortingen, berichten=berichten)

    assert (uit.eerste, uit.einddatum) == (eerste, eind)


def test_bericht_is_a_step_in_words():
    uit = einddatum(regel("plan_van_aanpak"), START, kalender(), berichten=[Bericht(op(8, 4), op(3, 6))])

    assert uit.stappen[-1] == (
        "bericht aan de inwoner (Awb artikel 4:14 lid 3) van 8 april 2026 kwam binnen de termijn: de nieuwe uiterste"
        " datum is woensdag 3 juni 2026"
    )


@pytest.mark.parametrize("code", ["eerste_gesprek", "besluit_op_bezwaar", "bezwaar"])
def test_other_rules_know_no_bericht(code):
    with pytest.raises(RekenFout, match="krijgt door een bericht geen andere uiterste datum"):
        einddatum(regel(code), START, kalender(), berichten=[Bericht(op(8, 4), op(3, 6))])


def test_stored_input_gives_the_same_day_again():
    invoer = Invoer(
        start=START,
        opschortingen=(VOOR, NA),
        berichten=(Bericht(op(8, 4), op(3, 6)),),
    )
    terug = van_json(als_json(invoer))

    assert terug == invoer
    assert bereken(regel("plan_van_aanpak"), terug, kalender()).einddatum == op(7, 6)
    assert van_json(als_json(Invoer(start=START, commissie=True, verdaging=True))).verdaging
    assert van_json({"start": "2026-03-04", "keer": 2}) == Invoer(start=START, keer=2)


@pytest.mark.parametrize(("dag", "tot"), [(5, None), (6, op(9, 4)), (9, op(9, 4)), (10, None)])
def test_period_that_holds_a_day(dag, tot):
    invoer = Invoer(start=START, opschortingen=(VOOR,))

    assert (invoer.opgeschort_tot(op(dag, 4)), invoer.is_opgeschort(op(dag, 4))) == (tot, tot is not None)
