"""The clocks of a gemeente as a whole, as values: their state, and what is told of them on which day."""

from datetime import date, timedelta

import pytest

from cases.beleid import TIEL_2025
from cases.codeklok import code_begin
from cases.gemeenteklok import Gedaan, list_meldingen, maak_klok
from cases.kalender import kalender
from cases.verificatiecodes import lees_wissel, vorige
from spuk.klokken import list_begin_van

KALENDER = kalender(())
CODE = code_begin(date(2026, 12, 1))
JAARLIJST, SISA, VERPLICHTINGEN, VERANTWOORDEN = list_begin_van(2025)


def klok(begin, gedaan=None, beleid=TIEL_2025):
    gedaan = Gedaan(datum=gedaan, door="Karima Zeeman") if gedaan else None
    return maak_klok(1, begin, KALENDER, beleid=beleid, gedaan=gedaan)


@pytest.mark.parametrize(
    ("begin", "start", "einde", "wat"),
    [
        (CODE, "2026-06-01", "2026-12-01", "Nieuwe verificatiecode ophalen die geldt vanaf 1 december 2026"),
        (JAARLIJST, "2025-12-31", "2026-07-15", "Jaarlijst opvragen en vergelijken over 2025"),
        (SISA, "2025-12-31", "2026-07-15", "SiSa-bijlage indienen bij het CBS over 2025"),
        (VERPLICHTINGEN, "2020-01-01", "2026-12-31", "Laatste verplichtingen aangaan"),
        (VERANTWOORDEN, "2020-01-01", "2029-12-31", "Laatste kosten verantwoorden"),
    ],
    ids=["code", "jaarlijst", "sisa", "verplichtingen", "verantwoorden"],
)
def test_clock_runs_from_and_until(begin, start, einde, wat):
    een = klok(begin)

    assert (een.begin.start.isoformat(), een.uiterste_datum.isoformat(), een.wat) == (start, einde, wat)


def test_ends_of_the_regeling_are_those_of_the_beleid():
    from dataclasses import replace

    beleid = replace(TIEL_2025, verplichtingen_tot=date(2027, 12, 31))

    assert klok(VERPLICHTINGEN, beleid=beleid).uiterste_datum == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("begin", "dag", "gedaan", "status", "woorden"),
    [
        (JAARLIJST, "2025-12-30", None, "verwacht", "nog niet begonnen"),
        (JAARLIJST, "2025-12-31", None, "lopend", "nog 6 maanden"),
        (JAARLIJST, "2026-07-15", None, "lopend", "vandaag"),
        (JAARLIJST, "2026-07-16", None, "te_laat", "1 dag te laat"),
        (JAARLIJST, "2026-07-16", "2026-07-15", "gehaald", "gehaald"),
        (JAARLIJST, "2026-07-20", "2026-07-16", "te_laat_gehaald", "1 dag te laat"),
        (VERPLICHTINGEN, "2026-12-31", None, "lopend", "vandaag"),
        (VERPLICHTINGEN, "2027-01-01", None, "voorbij", "voorbij"),
    ],
)
def test_state_on_a_day(begin, dag, gedaan, status, woorden):
    een, on = klok(begin, gedaan and date.fromisoformat(gedaan)), date.fromisoformat(dag)

    assert (een.status(on), een.stand(on).woorden) == (status, woorden)


@pytest.mark.parametrize(
    ("begin", "dag", "tekst"),
    [
        (CODE, "2026-11-17", "Nieuwe verificatiecode ophalen die geldt vanaf 1 december 2026 uiterlijk di 1 dec 2026."),
        (
            CODE,
            "2026-12-02",
            "Nieuwe verificatiecode ophalen die geldt vanaf 1 december 2026: te laat sinds wo 2 dec 2026.",
        ),
        (SISA, "2026-07-01", "SiSa-bijlage indienen bij het CBS over 2025 uiterlijk wo 15 jul 2026."),
        (VERPLICHTINGEN, "2027-01-01", "Laatste verplichtingen aangaan: voorbij sinds vr 1 jan 2027."),
    ],
    ids=["14-days-ahead", "day-after", "sisa", "venster-closed"],
)
def test_message_of_a_day(begin, dag, tekst):
    (melding,) = list_meldingen([klok(begin)], date.fromisoformat(dag), TIEL_2025)

    assert melding.tekst == tekst


@pytest.mark.parametrize("dagen", [15, 13, 1, 0, -2], ids=str)
def test_other_days_have_no_message(dagen):
    assert list_meldingen([klok(CODE)], date(2026, 12, 1) - timedelta(days=dagen), TIEL_2025) == []


def test_what_was_done_gives_no_message():
    assert list_meldingen([klok(CODE, date(2026, 11, 16))], date(2026, 11, 17), TIEL_2025) == []


def test_day_of_a_code_is_read_from_an_address():
    goed = lees_wissel("2026-06-01")

    assert (goed, vorige(goed)) == (date(2026, 6, 1), date(2025, 12, 1))
    assert [lees_wissel(tekst) for tekst in ("2026-06-02", "2026-07-01", "20260601", "juni")] == [None] * 4
