from datetime import date, timedelta

import pytest

from cases.kalender import KALENDERVERSIE, KalenderFout, feestdagen, kalender

# Easter Sunday, the day from which the moving feestdagen are counted.
PASEN = {
    2020: date(2020, 4, 12), 2021: date(2021, 4, 4), 2022: date(2022, 4, 17), 2023: date(2023, 4, 9),
    2024: date(2024, 3, 31), 2025: date(2025, 4, 20), 2026: date(2026, 4, 5), 2027: date(2027, 3, 28),
    2028: date(2028, 4, 16), 2029: date(2029, 4, 1), 2030: date(2030, 4, 21), 2031: date(2031, 4, 13),
    2032: date(2032, 3, 28), 2033: date(2033, 4, 17), 2034: date(2034, 4, 9), 2035: date(2035, 3, 25),
}  # fmt: skip
KONINGSDAG_OP_26_APRIL = {2025, 2031}


def eigen_tabel(jaar):
    """The days of Atw art. 3 worked out without the library."""
    pasen = PASEN[jaar]
    return {
        date(jaar, 1, 1): "nieuwjaarsdag",
        pasen - timedelta(days=2): "Goede Vrijdag",
        pasen + timedelta(days=1): "tweede paasdag",
        date(jaar, 4, 26 if jaar in KONINGSDAG_OP_26_APRIL else 27): "Koningsdag",
        date(jaar, 5, 5): "Bevrijdingsdag",
        pasen + timedelta(days=39): "Hemelvaartsdag",
        pasen + timedelta(days=50): "tweede pinksterdag",
        date(jaar, 12, 25): "eerste kerstdag",
        date(jaar, 12, 26): "tweede kerstdag",
    }


@pytest.mark.parametrize("jaar", PASEN)
def test_feestdagen_are_those_of_the_law(jaar):
    assert dict(feestdagen(jaar)) == eigen_tabel(jaar)


def test_two_feestdagen_on_one_day_are_both_named():
    assert kalender().naam(date(2016, 5, 5)) == "Bevrijdingsdag en Hemelvaartsdag"


def test_koninginnedag_counts_before_2014():
    assert kalender().naam(date(2013, 4, 30)) == "Koninginnedag"


@pytest.mark.parametrize("jaar", [1999, 2101])
def test_year_outside_the_calendar_is_refused(jaar):
    with pytest.raises(KalenderFout, match=rf"Het jaar {jaar} staat niet in de kalender"):
        kalender().is_werkdag(date(jaar, 6, 1))


@pytest.mark.parametrize(
    ("dag", "werkdag"),
    [
        (date(2026, 5, 22), True),
        (date(2026, 5, 23), False),
        (date(2026, 5, 24), False),
        (date(2026, 5, 25), False),
        (date(2026, 5, 26), True),
        (date(2026, 4, 5), False),
        (date(2026, 12, 24), True),
        (date(2026, 12, 31), True),
    ],
    ids=lambda waarde: str(waarde),
)
def test_werkdag_is_no_weekend_and_no_feestdag(dag, werkdag):
    assert kalender().is_werkdag(dag) is werkdag


def test_day_equated_by_royal_decree_is_closed():
    met = kalender([(date(2026, 6, 2), "dag van herdenking", "Stcrt. 2026, 1")])

    assert met.naam(date(2026, 6, 2)) == "dag van herdenking"
    assert not met.is_werkdag(date(2026, 6, 2))
    assert kalender().is_werkdag(date(2026, 6, 2))


def test_feestdag_given_as_extra_day_keeps_its_own_name():
    assert kalender([(date(2026, 5, 25), "vrij", "Stcrt.")]).naam(date(2026, 5, 25)) == "tweede pinksterdag"


def test_eerste_werkdag_looks_from_the_day_itself():
    assert kalender().eerste_werkdag(date(2026, 5, 22)) == date(2026, 5, 22)
    assert kalender().eerste_werkdag(date(2026, 5, 23)) == date(2026, 5, 26)


def test_werkdagen_counts_after_the_first_up_to_and_including_the_last():
    assert kalender().werkdagen(date(2026, 5, 21), date(2026, 5, 26)) == 2
    assert kalender().werkdagen(date(2026, 5, 21), date(2026, 5, 21)) == 0


def test_versie_names_the_extra_days_whatever_their_order():
    een = (date(2026, 6, 2), "a", "bron")
    twee = (date(2027, 6, 2), "b", "bron")

    assert kalender().versie == KALENDERVERSIE
    assert kalender([een, twee]).versie == kalender([twee, een, een]).versie
    assert len({kalender(dagen).versie for dagen in ([], [een], [twee], [een, twee])}) == 4
    assert kalender([een, twee]) == kalender([twee, een])


def test_versie_fits_its_column():
    assert len(kalender([(date(2026, 1, 1) + timedelta(days=n), "a", "b") for n in range(300)]).versie) <= 40
