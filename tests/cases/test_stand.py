from datetime import date, timedelta

import pytest

from cases.eenheden import Eenheid
from cases.stand import Teken, is_bijna, stand
from cases.termijnstatus import TermijnStatus

ON = date(2026, 5, 19)


def teken_en_woorden(*, dagen=0, **anders):
    """The stand on 19 mei 2026 of a termijn whose last day is so many days later."""
    waarden = {"status": "lopend", "aard": "plicht", "lengte_eenheid": Eenheid.WEKEN} | anders
    uitkomst = stand(uiterste=ON + timedelta(days=dagen), on=ON, **waarden)
    return uitkomst.teken.value, uitkomst.woorden


@pytest.mark.parametrize(
    ("dagen", "verwacht"),
    [
        (-4, ("laat", "4 dagen te laat")),
        (-1, ("laat", "1 dag te laat")),
        (0, ("bijna", "vandaag")),
        (1, ("bijna", "morgen")),
        (7, ("bijna", "nog 7 dagen")),
        (8, ("loopt", "nog 8 dagen")),
        (36, ("loopt", "nog 36 dagen")),
    ],
)
def test_running_plicht_in_weken(dagen, verwacht):
    assert teken_en_woorden(dagen=dagen) == verwacht


@pytest.mark.parametrize(
    ("dagen", "verwacht"),
    [
        (-1, ("voorbij", "voorbij")),
        (0, ("bijna", "vandaag")),
        (30, ("bijna", "nog 30 dagen")),
        (31, ("loopt", "nog 31 dagen")),
        (124, ("loopt", "nog 4 maanden")),
        (568, ("loopt", "nog 1 jaar en 6 maanden")),
    ],
)
def test_running_venster_in_jaren(dagen, verwacht):
    assert teken_en_woorden(dagen=dagen, aard="venster", lengte_eenheid=Eenheid.JAREN) == verwacht


@pytest.mark.parametrize("eenheid", Eenheid)
def test_bijna_begins_at_30_days_for_long_units_and_at_7_for_short_ones(eenheid):
    grens = {"maanden": 30, "jaren": 30, "kalenderdatum": 30}.get(eenheid.value, 7)

    assert is_bijna(ON + timedelta(days=grens), ON, eenheid)
    assert not is_bijna(ON + timedelta(days=grens + 1), ON, eenheid)
    assert not is_bijna(ON - timedelta(days=1), ON, eenheid)


@pytest.mark.parametrize(
    ("status", "verwacht"),
    [
        ("verwacht", ("verwacht", "nog niet begonnen")),
        ("opgeschort", ("opgeschort", "opgeschort")),
        ("gehaald", ("gehaald", "gehaald")),
        ("te_laat", ("laat", "4 dagen te laat")),
        ("te_laat_gehaald", ("laatgehaald", "te laat gehaald")),
        ("voorbij", ("voorbij", "voorbij")),
        ("vervallen", ("voorbij", "vervallen")),
    ],
)
def test_every_other_status(status, verwacht):
    assert teken_en_woorden(status=status, dagen=-4) == verwacht


def test_late_and_met_says_how_late_it_was():
    assert teken_en_woorden(status="te_laat_gehaald", dagen=-20, gehaald_op=ON - timedelta(days=9)) == (
        "laatgehaald",
        "11 dagen te laat",
    )


def test_passed_streven_is_late_too():
    assert teken_en_woorden(aard="streven", dagen=-1) == ("laat", "1 dag te laat")


def test_every_status_and_aard_has_a_sign_and_words():
    standen = {
        teken_en_woorden(status=status.value, aard=aard, dagen=dagen)
        for status in TermijnStatus
        for aard in ("plicht", "venster", "streven")
        for dagen in (-1, 0, 60)
    }

    assert all(woorden for _teken, woorden in standen)
    assert {teken for teken, _woorden in standen} == {teken.value for teken in Teken}


def test_unknown_status_is_refused():
    with pytest.raises(ValueError, match="onbekend"):
        teken_en_woorden(status="onbekend")
