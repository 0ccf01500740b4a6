from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from config import weergave

NB = "\u00a0"


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (None, "-"),
        (Decimal("0"), f"€{NB}0,00"),
        (7, f"€{NB}7,00"),
        (Decimal("1234.56"), f"€{NB}1.234,56"),
        (Decimal("1500127.27"), f"€{NB}1.500.127,27"),
        (Decimal("-17607.5"), f"-€{NB}17.607,50"),
        (Decimal("0.005"), f"€{NB}0,01"),
    ],
)
def test_euro_reads_as_in_dutch(waarde, tekst):
    assert weergave.euro(waarde) == tekst


def test_euro_refuses_a_float():
    with pytest.raises(TypeError):
        weergave.euro(1.1)


@pytest.mark.parametrize(
    ("functie", "tekst"),
    [
        (weergave.datum, "26 mei 2026"),
        (weergave.datum_lang, "dinsdag 26 mei 2026"),
        (weergave.datum_kort, "di 26 mei 2026"),
        (weergave.datum_krap, "26 mei 2026"),
        (weergave.dag_en_maand, "dinsdag 26 mei"),
    ],
)
def test_a_date_has_five_forms(functie, tekst):
    assert functie(date(2026, 5, 26)) == tekst
    assert functie(None) == ""


def test_dates_in_a_text_do_not_break():
    tekst = "20 november 2026 tot en met 5 mei 2027, 12 gesprekken in mei 2027"

    assert weergave.houd_datums_heel(tekst) == tekst.replace("20 november 2026", f"20{NB}november{NB}2026").replace(
        "5 mei 2027", f"5{NB}mei{NB}2027"
    )


def test_numbers_in_a_text_do_not_break():
    tekst = 'besluit 9901-B-2026-00187, versie 2026-05-19, tel. 0344-123456, <a href="/9901-D-2026-00014/">hier</a>'

    heel = weergave.houd_nummers_heel(tekst, "heel")

    assert heel == tekst.replace("9901-B-2026-00187", '<span class="heel">9901-B-2026-00187</span>')


def test_short_forms_have_a_short_month():
    assert weergave.datum_kort(date(2026, 9, 30)) == "wo 30 sep 2026"
    assert weergave.datum_krap(date(2026, 3, 1)) == "1 mrt 2026"


@pytest.mark.parametrize(
    ("at", "tekst"),
    [
        (datetime(2026, 5, 26, 8, 42, tzinfo=UTC), f"26 mei 2026, 10.42{NB}uur"),
        (datetime(2026, 1, 26, 8, 5, tzinfo=UTC), f"26 januari 2026, 9.05{NB}uur"),
        (datetime(2026, 5, 26, 22, 30, tzinfo=UTC), f"27 mei 2026, 0.30{NB}uur"),
    ],
    ids=["summer", "winter", "next day here"],
)
def test_a_moment_is_in_dutch_time(at, tekst):
    assert weergave.moment(at) == tekst


def test_a_moment_needs_a_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        weergave.moment(datetime(2026, 5, 26, 8, 42))


@pytest.mark.parametrize(
    ("iso", "tekst"),
    [
        ("1995-02-14", "14 februari 1995"),
        ("1995-02-00", "februari 1995 (dag onbekend)"),
        ("1995-00-00", "1995 (dag en maand onbekend)"),
        ("1995-00-14", "1995 (maand onbekend)"),
        ("0000-00-00", "datum onbekend"),
        ("1995-13-01", "1995-13-01"),
        ("onbekend", "onbekend"),
        ("", ""),
    ],
)
def test_a_brp_date_says_what_is_unknown(iso, tekst):
    assert weergave.brp_datum(iso) == tekst


def test_a_bsn_shows_its_last_four_digits():
    assert weergave.bsn_masker("123456782") == "•••••6782"
    assert weergave.bsn_masker("") == ""
    assert weergave.bsn_masker(None) == ""


@pytest.mark.parametrize(
    ("uiterste_datum", "tekst"),
    [
        (date(2026, 5, 19), "vandaag"),
        (date(2026, 5, 20), "morgen"),
        (date(2026, 5, 21), "nog 2 dagen"),
        (date(2026, 7, 18), "nog 60 dagen"),
        (date(2026, 7, 19), "nog 2 maanden"),
        (date(2026, 9, 20), "nog 4 maanden"),
        (date(2027, 5, 19), "nog 12 maanden"),
        (date(2027, 6, 19), "nog 1 jaar en 1 maand"),
        (date(2027, 12, 8), "nog 1 jaar en 6 maanden"),
        (date(2028, 5, 19), "nog 2 jaar"),
        (date(2026, 5, 18), "1 dag te laat"),
        (date(2026, 5, 15), "4 dagen te laat"),
        (date(2026, 3, 20), "60 dagen te laat"),
        (date(2026, 3, 19), "2 maanden te laat"),
    ],
)
def test_dagen_tot_uses_the_words_of_the_screens(uiterste_datum, tekst):
    assert weergave.dagen_tot(uiterste_datum, date(2026, 5, 19)) == tekst


def test_months_never_fall_back_below_two():
    assert weergave.periode(date(2026, 7, 1), date(2026, 8, 31)) == "2 maanden"


@pytest.mark.parametrize(("aantal", "tekst"), [(0, "nul"), (1, "één"), (12, "twaalf"), (13, "13"), (-1, "-1")])
def test_small_numbers_are_words(aantal, tekst):
    assert weergave.in_woorden(aantal) == tekst


@pytest.mark.parametrize(
    ("tijd", "tekst"), [(time(3), "3.00"), (time(9, 5), "9.05"), (time(14, 30), "14.30"), (time(0, 0, 59), "0.00")]
)
def test_hour_of_a_day(tijd, tekst):
    assert weergave.uren_minuten(tijd) == tekst
    assert weergave.tijd_van_dag(tijd) == f"{tekst}\xa0uur"


@pytest.mark.parametrize(
    ("namen", "tekst"),
    [
        ([], ""),
        (["Bed"], "Bed"),
        (["Bed", "Koelkast"], "Bed, Koelkast"),
        (["Sport, één jaar", "Bed", "Koelkast"], "Sport, één jaar; Bed; Koelkast"),
    ],
)
def test_names_with_a_comma_are_parted_by_a_semicolon(namen, tekst):
    assert weergave.op_een_rij(namen) == tekst
