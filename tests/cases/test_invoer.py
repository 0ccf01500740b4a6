"""A stored termijn holds all it was derived from, and a bericht names a later last day (Awb art. 4:14 lid 3)."""

from dataclasses import replace
from datetime import date

import pytest

from cases.beleid import VNG_2025
from cases.berekening import BerichtLatereDag, RekenFout, bereken, einddatum
from cases.invoer import Invoer, als_json, van_json
from cases.kalender import kalender
from cases.opschorting import Opschortingsperiode
from cases.register import regel

# Eerste gesprek on 4 March 2026: the 8 weken end on 29 April.
START, LAATSTE = date(2026, 3, 4), date(2026, 4, 29)
VOOR = Opschortingsperiode(date(2026, 4, 6), date(2026, 4, 9))
NA = Opschortingsperiode(date(2026, 5, 1), date(2026, 5, 4))


def op(dag, maand):
    return date(2026, maand, dag)


@pytest.mark.parametrize(
    ("berichten", "opschortingen", "eerste", "eind"),
    [
        ([], [], None, LAATSTE),
        ([BerichtLatereDag(op(8, 4), op(3, 6))], [], LAATSTE, op(3, 6)),
        ([BerichtLatereDag(LAATSTE, op(3, 6))], [], LAATSTE, op(3, 6)),
        ([BerichtLatereDag(op(30, 4), op(3, 6))], [], None, LAATSTE),
        ([BerichtLatereDag(op(8, 4), op(6, 6))], [], LAATSTE, op(6, 6)),
        ([BerichtLatereDag(op(8, 4), op(20, 4))], [], LAATSTE, LAATSTE),
        ([BerichtLatereDag(op(8, 4), op(3, 6)), BerichtLatereDag(op(20, 4), op(10, 6))], [], LAATSTE, op(10, 6)),
        ([BerichtLatereDag(op(8, 4), op(3, 6)), BerichtLatereDag(op(30, 4), op(10, 6))], [], LAATSTE, op(3, 6)),
        ([BerichtLatereDag(op(8, 4), op(3, 6))], [VOOR], op(4, 5), op(3, 6)),
        ([BerichtLatereDag(op(8, 4), op(3, 6))], [NA], LAATSTE, op(7, 6)),
        ([BerichtLatereDag(op(30, 4), op(3, 6))], [VOOR], op(4, 5), op(3, 6)),
        ([BerichtLatereDag(op(6, 4), op(3, 6))], [VOOR], op(4, 5), op(3, 6)),
        ([BerichtLatereDag(op(9, 4), op(3, 6))], [VOOR], op(4, 5), op(3, 6)),
        ([BerichtLatereDag(op(5, 4), op(3, 6))], [VOOR], LAATSTE, op(7, 6)),
    ],
    ids=[
        "none", "within", "last day", "day after", "on a Saturday", "earlier day", "two in time", "second late",
        "opschorting before", "opschorting after", "in time by opschorting", "on its first day", "on its last day",
        "the day before it",
    ],
)  # fmt: skip
def test_bericht_names_the_day_only_within_the_termijn(berichten, opschortingen, eerste, eind):
    uit = einddatum(regel("plan_van_aanpak"), START, kalender(), opschortingen, berichten=berichten)

    assert (uit.eerste, uit.einddatum) == (eerste, eind)


def test_bericht_is_a_step_in_words():
    uit = einddatum(regel("plan_van_aanpak"), START, kalender(), berichten=[BerichtLatereDag(op(8, 4), op(3, 6))])

    assert uit.stappen[-1] == (
        "bericht aan de inwoner (Awb artikel 4:14 lid 3) van 8 april 2026 kwam binnen de termijn: de nieuwe uiterste"
        " datum is woensdag 3 juni 2026"
    )


@pytest.mark.parametrize("code", ["eerste_gesprek", "besluit_op_bezwaar", "bezwaar"])
def test_other_rules_know_no_bericht(code):
    with pytest.raises(RekenFout, match="krijgt door een bericht geen andere uiterste datum"):
        einddatum(regel(code), START, kalender(), berichten=[BerichtLatereDag(op(8, 4), op(3, 6))])


def test_stored_input_gives_the_same_day_again():
    invoer = Invoer(
        start=START,
        opschortingen=(VOOR, NA),
        berichten=(BerichtLatereDag(op(8, 4), op(3, 6)),),
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


def test_letter_sets_the_last_day_of_a_rule_per_zaak():
    """Awb art. 4:5: it stands in no wet, so a feestdag does not move it."""
    uit = einddatum(regel("hersteltermijn"), op(11, 5), kalender(), gesteld=op(25, 5))

    assert (uit.einddatum, uit.duur, uit.atw) == (op(25, 5), "14 dagen volgens de brief", False)
    assert ("Termijn", "14 dagen volgens de brief: maandag 25 mei 2026") in uit.som


def test_letter_counts_also_where_the_beleid_offers_no_length():
    geen = replace(VNG_2025, lengtes={**VNG_2025.lengtes, "hersteltermijn": None})

    uit = einddatum(regel("hersteltermijn"), op(11, 5), kalender(), beleid=geen, gesteld=op(12, 5))

    assert (uit.einddatum, uit.duur) == (op(12, 5), "1 dag volgens de brief")


@pytest.mark.parametrize(
    ("code", "gesteld", "melding"),
    [
        ("plan_van_aanpak", op(25, 5), "De termijn 'plan_van_aanpak' staat vast"),
        ("hersteltermijn", op(11, 5), "ligt niet na de dag van de brief"),
        ("hersteltermijn", date(2150, 1, 1), "ligt buiten de kalender"),
    ],
    ids=["fixed by law", "day of the letter", "outside the calendar"],
)
def test_letter_that_can_not_set_the_day_is_refused(code, gesteld, melding):
    with pytest.raises(RekenFout, match=melding):
        einddatum(regel(code), op(11, 5), kalender(), gesteld=gesteld)


def test_stored_letter_is_read_back():
    invoer = Invoer(start=op(11, 5), gesteld=op(25, 5))

    assert als_json(invoer) == {"start": "2026-05-11", "keer": 1, "gesteld": "2026-05-25"}
    assert van_json(als_json(invoer)) == invoer
    assert bereken(regel("hersteltermijn"), invoer, kalender()).einddatum == op(25, 5)
