from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.brpdatum import BrpDatum, OngeldigeDatum


@pytest.mark.parametrize(
    ("tekst", "datum"),
    [
        pytest.param("25-09-1922", BrpDatum(1922, 9, 25), id="full"),
        pytest.param("00-02-1995", BrpDatum(1995, 2, 0), id="day unknown"),
        pytest.param("00-00-1995", BrpDatum(1995), id="day and month unknown"),
        pytest.param("1-2-1995", BrpDatum(1995, 2, 1), id="without zeros"),
        pytest.param("01/02/1995", BrpDatum(1995, 2, 1), id="slashes"),
        pytest.param("01.02.1995", BrpDatum(1995, 2, 1), id="dots"),
        pytest.param("1995-02-01", BrpDatum(1995, 2, 1), id="iso"),
        pytest.param("1995-02-00", BrpDatum(1995, 2, 0), id="iso with the day unknown"),
        pytest.param("1995-02-01 00:00:00", BrpDatum(1995, 2, 1), id="iso at midnight"),
        pytest.param("1995-02-01T00:00:00.000", BrpDatum(1995, 2, 1), id="iso at midnight with thousandths"),
        pytest.param("19950200", BrpDatum(1995, 2, 0), id="eight digits, as the BRP sends"),
        pytest.param("01011990", BrpDatum(1990, 1, 1), id="eight digits, the day first"),
        pytest.param("19101920", BrpDatum(1920, 10, 19), id="eight digits that begin as a year does, the day first"),
        pytest.param("00021990", BrpDatum(1990, 2), id="eight digits, the day first and unknown"),
        pytest.param("18990404", BrpDatum(1899, 4, 4), id="eight digits, born before 1900"),
        pytest.param("04041899", BrpDatum(1899, 4, 4), id="eight digits, the day first, born before 1900"),
        pytest.param(" 29-02-2000 ", BrpDatum(2000, 2, 29), id="leap day, spaces around"),
    ],
)
def test_uit_tekst_reads(tekst, datum):
    assert BrpDatum.uit_tekst(tekst) == datum


NIET = "kan niet kloppen. Gebruik een jaar tussen 1900 en 2100."
GEEN_DATUM = "Dit is geen datum. Schrijf een datum als dd-mm-jjjj, bijvoorbeeld 31-12-1985."


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        pytest.param("30-02-1995", "Deze datum bestaat niet: maand 2 van 1995 heeft geen dag 30.", id="30 February"),
        pytest.param("29-02-1900", "Deze datum bestaat niet: maand 2 van 1900 heeft geen dag 29.", id="no leap year"),
        pytest.param("31-04-1995", "Deze datum bestaat niet: maand 4 van 1995 heeft geen dag 31.", id="31 April"),
        pytest.param("01-13-1995", "Deze datum bestaat niet: er is geen maand 13.", id="month 13"),
        pytest.param(
            "15-00-1995", "Deze datum kan niet: de dag is ingevuld, maar de maand is onbekend.", id="day without month"
        ),
        pytest.param("00-00-0000", f"Het jaar 0 {NIET}", id="all unknown"),
        pytest.param("01-01-0195", f"Het jaar 195 {NIET}", id="year slip"),
        pytest.param("31-12-1849", f"Het jaar 1849 {NIET}", id="before anybody in the BRP"),
        pytest.param(
            "31021990", "Deze datum bestaat niet: maand 2 van 1990 heeft geen dag 31.", id="eight digits, the day first"
        ),
        pytest.param("19901301", "Deze datum bestaat niet: er is geen maand 13.", id="eight digits, the year first"),
        pytest.param("12345678", GEEN_DATUM, id="eight digits without a year"),
        pytest.param("01-01-95", GEEN_DATUM, id="two-digit year"),
        pytest.param("februari 1995", GEEN_DATUM, id="words"),
        pytest.param("1995-02-01 13:00", GEEN_DATUM, id="a moment"),
        pytest.param("", GEEN_DATUM, id="empty"),
        pytest.param("٠١-٠٢-١٩٩٥", GEEN_DATUM, id="arabic digits"),
    ],
)
def test_uit_tekst_refuses(tekst, melding):
    with pytest.raises(OngeldigeDatum) as fout:
        BrpDatum.uit_tekst(tekst)

    assert str(fout.value) == melding


@pytest.mark.parametrize("datum", [BrpDatum(1995), BrpDatum(1995, 2), BrpDatum(1995, 2, 28)])
def test_isoformat_and_uit_iso_are_each_others_inverse(datum):
    assert BrpDatum.uit_iso(datum.isoformat()) == datum


@pytest.mark.parametrize(("jaar", "mag"), [(1850, False), (1899, False), (1900, True), (2100, True), (2101, False)])
def test_only_a_year_that_somebody_means_is_typed(jaar, mag):
    datum = BrpDatum(jaar, 3, 15)

    if mag:
        assert datum.eis_jaar() is datum
    else:
        with pytest.raises(OngeldigeDatum, match=f"Het jaar {jaar} {NIET}"):
            datum.eis_jaar()


def test_isoformat_shows_unknown_parts_as_zeros():
    assert [str(d) for d in (BrpDatum(1995), BrpDatum(1995, 2), BrpDatum(1995, 2, 3))] == [
        "1995-00-00",
        "1995-02-00",
        "1995-02-03",
    ]


@pytest.mark.parametrize("tekst", ["1995-2-1", "1995/02/01", "01-02-1995", "", "1995-02-01 00:00"])
def test_uit_iso_reads_only_the_stored_form(tekst):
    with pytest.raises(OngeldigeDatum, match="jjjj-mm-dd"):
        BrpDatum.uit_iso(tekst)


@given(st.dates(min_value=date(1850, 1, 1)))
def test_uit_datum_keeps_every_calendar_date(datum):
    brpdatum = BrpDatum.uit_datum(datum)

    assert (brpdatum.is_volledig, brpdatum.als_datum(), brpdatum.isoformat()) == (True, datum, datum.isoformat())


def test_als_datum_is_nothing_when_a_part_is_unknown():
    assert (BrpDatum(1995, 2).als_datum(), BrpDatum(1995).als_datum()) == (None, None)


def test_sorts_an_unknown_part_before_the_known_ones():
    datums = [BrpDatum(1995, 2, 3), BrpDatum(1995, 3), BrpDatum(1995), BrpDatum(1995, 2), BrpDatum(1994, 12, 31)]

    assert [d.isoformat() for d in sorted(datums)] == [
        "1994-12-31",
        "1995-00-00",
        "1995-02-00",
        "1995-02-03",
        "1995-03-00",
    ]


@pytest.mark.parametrize(
    ("geboren", "on", "leeftijd"),
    [
        pytest.param(BrpDatum(2007, 3, 10), date(2025, 3, 9), 17, id="day before the birthday"),
        pytest.param(BrpDatum(2007, 3, 10), date(2025, 3, 10), 18, id="on the birthday"),
        pytest.param(BrpDatum(2004, 2, 29), date(2022, 2, 28), 17, id="leap day, 28 February"),
        pytest.param(BrpDatum(2004, 2, 29), date(2022, 3, 1), 18, id="leap day, 1 March"),
        pytest.param(BrpDatum(2007, 2), date(2025, 2, 27), 17, id="day unknown, not yet certain"),
        pytest.param(BrpDatum(2007, 2), date(2025, 2, 28), 18, id="day unknown, last day of the month"),
        pytest.param(BrpDatum(2004, 2), date(2022, 2, 28), 17, id="day unknown in a leap year"),
        pytest.param(BrpDatum(2007), date(2025, 12, 30), 17, id="month unknown, not yet certain"),
        pytest.param(BrpDatum(2007), date(2025, 12, 31), 18, id="month unknown, last day of the year"),
        pytest.param(BrpDatum(2025, 3, 10), date(2025, 3, 10), 0, id="born today"),
    ],
)
def test_leeftijd_op_counts_an_unknown_part_as_the_last_day(geboren, on, leeftijd):
    assert geboren.leeftijd_op(on) == leeftijd


@pytest.mark.parametrize(
    ("precies", "ruimer", "past"),
    [
        (BrpDatum(1995, 2, 14), BrpDatum(1995, 2), True),
        (BrpDatum(1995, 2, 14), BrpDatum(1995), True),
        (BrpDatum(1995, 2), BrpDatum(1995), True),
        (BrpDatum(1995, 2, 14), BrpDatum(1995, 2, 14), True),
        (BrpDatum(1995, 2, 14), BrpDatum(1995, 2, 15), False),
        (BrpDatum(1995, 2, 14), BrpDatum(1995, 3), False),
        (BrpDatum(1995, 2, 14), BrpDatum(1996), False),
        (BrpDatum(1995, 2), BrpDatum(1995, 2, 14), False),
    ],
)
def test_past_binnen(precies, ruimer, past):
    assert precies.past_binnen(ruimer) is past
