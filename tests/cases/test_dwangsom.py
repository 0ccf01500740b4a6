"""What is owed when a besluit stays out (Awb art. 4:17), day by day."""

from datetime import date, timedelta

import pytest

from cases.dwangsom import TABEL, compute_dwangsom, is_te_vroeg, tarieven_op

# The two weeks end on 31 May, so 1 June is the first day; day 42 is 12 July.
TOT, EERSTE = date(2026, 5, 31), date(2026, 6, 1)


@pytest.mark.parametrize(
    ("dag", "dagen", "bedrag"),
    [
        (0, 0, 0),
        (1, 1, 23),
        (13, 13, 299),
        (14, 14, 322),
        (15, 15, 357),
        (28, 28, 812),
        (29, 29, 857),
        (41, 41, 1397),
        (42, 42, 1442),
        (43, 42, 1442),
        (400, 42, 1442),
        (-30, 0, 0),
    ],
    ids=lambda waarde: str(waarde),
)
def test_amount_on_each_day(dag, dagen, bedrag):
    dwangsom = compute_dwangsom(twee_weken_tot=TOT, on=TOT + timedelta(days=dag))

    assert (dwangsom.dagen, dwangsom.bedrag, dwangsom.eerste_dag) == (dagen, bedrag, EERSTE)


@pytest.mark.parametrize(
    ("besluit", "bedrag"),
    [(TOT, 0), (EERSTE, 0), (date(2026, 6, 2), 23), (date(2026, 6, 15), 322), (date(2026, 9, 1), 1442)],
    ids=["in the two weeks", "on the first day", "on the second", "after 14 days", "after the most"],
)
def test_the_day_of_the_besluit_is_not_owed(besluit, bedrag):
    assert compute_dwangsom(twee_weken_tot=TOT, on=date(2026, 12, 31), besluit_op=besluit).bedrag == bedrag


def test_besluit_still_to_come_stops_nothing_yet():
    assert compute_dwangsom(twee_weken_tot=TOT, on=EERSTE, besluit_op=date(2026, 9, 1)).bedrag == 23


def test_sum_in_words():
    assert compute_dwangsom(twee_weken_tot=TOT, on=date(2026, 6, 30)).som == (
        ("Eerste dag", "maandag 1 juni 2026"),
        ("Loopt tot en met", "zondag 12 juli 2026"),
        ("14 dagen", "€\xa023,00 is €\xa0322,00"),
        ("14 dagen", "€\xa035,00 is €\xa0490,00"),
        ("2 dagen", "€\xa045,00 is €\xa090,00"),
        ("Samen", "€\xa0902,00"),
        ("Hoogstens", "€\xa01.442,00"),
        ("Grondslag", "Awb artikel 4:17 lid 1 en 2, tekst van 21 december 2021"),
    )


def test_sum_names_the_besluit():
    som = compute_dwangsom(twee_weken_tot=TOT, on=date(2026, 6, 30), besluit_op=date(2026, 6, 2)).som
    assert som[1:3] == (("Besluit genomen op", "dinsdag 2 juni 2026"), ("1 dag", "€\xa023,00 is €\xa023,00"))


@pytest.mark.parametrize(
    ("wat", "waarom"),
    [
        ({"twee_weken_tot": None}, "De ingebrekestelling kwam te vroeg en telt niet (Awb artikel 6:12)."),
        ({"twee_weken_tot": TOT, "geen_grond": "Een uitzondering."}, "Een uitzondering."),
    ],
)
def test_nothing_is_owed_on_a_ground(wat, waarom):
    dwangsom = compute_dwangsom(**wat, on=date(2026, 12, 31))

    assert (dwangsom.bedrag, dwangsom.dagen, dwangsom.eerste_dag) == (0, 0, None)
    assert dwangsom.som == (("Geen dwangsom", waarom),)


def test_amounts_stand_in_a_table_with_their_source():
    assert [(rij.hoogstens_dagen, rij.hoogstens) for rij in TABEL] == [(42, 1442)]
    assert all(rij.bron for rij in TABEL)
    assert tarieven_op(date(2000, 1, 1)) is TABEL[0]


@pytest.mark.parametrize(("ontvangen", "vroeg"), [(date(2026, 5, 1), True), (TOT, True), (EERSTE, False)])
def test_ingebrekestelling_before_the_day_after_the_termijn_is_too_early(ontvangen, vroeg):
    assert is_te_vroeg(ontvangen, TOT) is vroeg


def test_nothing_is_owed_from_the_day_on_which_no_besluit_is_needed_any_more():
    dwangsom = compute_dwangsom(twee_weken_tot=TOT, on=date(2026, 12, 31), gestopt_op=date(2026, 6, 3))

    assert (dwangsom.dagen, dwangsom.bedrag) == (2, 46)
    assert dwangsom.som[:2] == (
        ("Eerste dag", "maandag 1 juni 2026"),
        ("Geen besluit meer nodig vanaf", "woensdag 3 juni 2026"),
    )
