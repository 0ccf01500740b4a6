from datetime import date, timedelta

import pytest

from cases.opschorting import Opschortingsperiode, RekenFout, op_volgorde, verleng

START, EIND = date(2025, 3, 12), date(2025, 5, 7)


def dagen_van(*perioden, uiterste=lambda dag: dag):
    return [(v.dagen, v.eind) for v in verleng(START, EIND, [Opschortingsperiode(*p) for p in perioden], uiterste)]


def test_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(RekenFout, match=r"eindigt \(1 april 2025\) voordat zij begint \(2 april 2025\)"):
        Opschortingsperiode(date(2025, 4, 2), date(2025, 4, 1))


@pytest.mark.parametrize(
    ("eerste", "tweede"),
    [
        ((date(2025, 4, 1), date(2025, 4, 10)), (date(2025, 4, 10), date(2025, 4, 12))),
        ((date(2025, 4, 1), date(2025, 4, 10)), (date(2025, 4, 3), date(2025, 4, 4))),
        ((date(2025, 4, 5), date(2025, 4, 10)), (date(2025, 4, 1), date(2025, 4, 5))),
        ((date(2025, 4, 1), date(2025, 4, 1)), (date(2025, 4, 1), date(2025, 4, 1))),
    ],
    ids=["raakt de laatste dag", "ligt erin", "andere volgorde", "dezelfde dag"],
)
def test_two_periods_may_not_share_a_day(eerste, tweede):
    with pytest.raises(RekenFout, match="Twee opschortingen overlappen"):
        op_volgorde([Opschortingsperiode(*eerste), Opschortingsperiode(*tweede)])


def test_periods_are_put_in_order():
    laat, vroeg = (
        Opschortingsperiode(date(2025, 4, 5), date(2025, 4, 6)),
        Opschortingsperiode(date(2025, 4, 1), date(2025, 4, 4)),
    )

    assert op_volgorde([laat, vroeg]) == [vroeg, laat]


@pytest.mark.parametrize(
    ("van", "tot", "dagen"),
    [
        (date(2025, 4, 1), date(2025, 4, 1), 1),
        (date(2025, 3, 1), date(2025, 3, 12), 0),
        (date(2025, 3, 1), date(2025, 3, 13), 1),
        (date(2025, 5, 7), date(2025, 5, 8), 2),
        (date(2025, 5, 8), date(2025, 5, 9), 0),
    ],
    ids=["erin", "tot en met de startdag", "over de startdag", "vanaf de laatste dag", "na de laatste dag"],
)
def test_only_days_in_the_termijn_count(van, tot, dagen):
    assert dagen_van((van, tot)) == [(dagen, EIND + timedelta(days=dagen))]


def test_later_period_sees_the_end_that_an_earlier_one_moved():
    eerste, tweede = (date(2025, 5, 1), date(2025, 5, 10)), (date(2025, 5, 17), date(2025, 5, 18))

    assert dagen_van(eerste, tweede) == [(10, date(2025, 5, 17)), (2, date(2025, 5, 19))]


@pytest.mark.parametrize(
    ("van", "tot", "dagen", "eind"),
    [
        (date(2025, 5, 9), date(2025, 5, 9), 1, date(2025, 5, 10)),
        (date(2025, 5, 9), date(2025, 5, 12), 4, date(2025, 5, 13)),
        (date(2025, 5, 8), date(2025, 5, 10), 2, date(2025, 5, 11)),
        (date(2025, 5, 8), date(2025, 5, 8), 0, EIND),
        (date(2025, 5, 10), date(2025, 5, 10), 0, EIND),
    ],
    ids=["die dag", "vanaf die dag", "van ervoor", "alleen ervoor", "erna"],
)
def test_termijn_that_the_atw_lengthened_goes_on_from_its_last_day(van, tot, dagen, eind):
    """7 May becomes 9 May: of what begins after the 7th, only the days from the 9th on count."""
    assert dagen_van((van, tot), uiterste=lambda dag: date(2025, 5, 9) if dag == EIND else dag) == [(dagen, eind)]


def test_step_says_from_which_day_a_period_counts_that_begins_in_the_shift():
    (stap,) = verleng(
        START, EIND, [Opschortingsperiode(date(2025, 5, 8), date(2025, 5, 10))], lambda _: date(2025, 5, 9)
    )

    assert stap.kort == (
        "van 8 mei 2025 tot en met 10 mei 2025: de laatste dag was vrijdag 9 mei 2025; vanaf die dag 2 dagen erbij,"
        " zondag 11 mei 2025"
    )
