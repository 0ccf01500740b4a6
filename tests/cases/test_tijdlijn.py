from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string

from cases.tijdlijn import STANDEN, Tijdlijnklok, compute_schaal, compute_vouw, maak_tijdlijn, samenvatting, vouw_tekst

VANDAAG = date(2026, 5, 19)
GESPREK = date(2025, 12, 8)
AANMELDING = date(2025, 11, 3)


def klok(start, eind, stand="loopt", **overig):
    return Tijdlijnklok("Plan van aanpak", "8 weken", start, eind, stand, "tekst", "dag", **overig)


def schaal(*klokken, vandaag=VANDAAG, gesprek=GESPREK, aanmelding=AANMELDING):
    return compute_schaal(klokken, vandaag=vandaag, gesprek=gesprek, aanmelding=aanmelding)


@pytest.mark.parametrize(
    ("vandaag", "vouw"),
    [
        (date(2026, 5, 19), date(2026, 9, 1)),
        (date(2026, 5, 1), date(2026, 8, 1)),
        (date(2026, 5, 31), date(2026, 9, 1)),
        (date(2026, 10, 2), date(2027, 2, 1)),
    ],
)
def test_the_fold_is_three_months_ahead_rounded_up(vandaag, vouw):
    assert compute_vouw(vandaag) == vouw


def test_the_scale_runs_from_the_month_of_the_aanmelding_to_the_month_after_the_last_end():
    gewoon = schaal(klok(GESPREK, date(2026, 6, 8)))

    assert (gewoon.begin, gewoon.eind, gewoon.vouw) == (date(2025, 11, 1), date(2026, 7, 31), None)
    assert vouw_tekst(gewoon) == ""


def test_it_folds_when_what_is_far_is_longer_than_what_is_near():
    gevouwen = schaal(klok(GESPREK, date(2027, 12, 8)))

    assert (gevouwen.begin, gevouwen.eind, gevouwen.vouw) == (date(2025, 11, 1), date(2028, 1, 31), date(2026, 9, 1))
    assert vouw_tekst(gevouwen) == "Vanaf september 2026 (grijs) is de schaal kleiner."


def test_it_does_not_fold_when_the_near_part_is_the_longer_one():
    assert schaal(klok(date(2024, 3, 4), date(2027, 5, 19)), aanmelding=date(2024, 3, 1)).vouw is None


@pytest.mark.parametrize(
    ("dag", "plaats"),
    [
        (date(2025, 11, 1), 0),
        (date(2025, 1, 1), 0),
        (date(2026, 9, 1), 68),
        (date(2028, 1, 31), 100),
        (date(2030, 1, 1), 100),
    ],
    ids=["begin", "before", "fold", "end", "after"],
)
def test_a_day_lies_between_the_edges(dag, plaats):
    assert schaal(klok(GESPREK, date(2027, 12, 8))).x(dag) == plaats


@pytest.mark.parametrize(
    ("eind", "aanmelding", "stap"),
    [
        (date(2026, 6, 8), date(2025, 11, 3), 1),
        (date(2026, 6, 8), date(2024, 9, 3), 3),
        (date(2026, 6, 8), date(2022, 1, 3), 6),
        (date(2026, 6, 8), date(2016, 1, 3), 12),
    ],
)
def test_grid_lines_grow_apart_with_the_length(eind, aanmelding, stap):
    gemeten = schaal(klok(GESPREK, eind), aanmelding=aanmelding)

    assert gemeten.stap == stap
    assert {(maand.month - 1) % stap for maand in gemeten.lijnen()} == {0}


def test_after_the_fold_only_years_have_a_line():
    lijnen = schaal(klok(GESPREK, date(2028, 12, 8))).lijnen()

    assert [dag for dag in lijnen if dag >= date(2026, 9, 1)] == [date(2027, 1, 1), date(2028, 1, 1), date(2029, 1, 1)]


def test_the_scale_holds_today_the_gesprek_and_every_day_of_a_clock():
    vroeg = klok(
        date(2025, 1, 5),
        date(2025, 2, 5),
        "laatgehaald",
        klaar=date(2026, 8, 2),
        punten=((date(2027, 3, 3), "verwacht"),),
    )
    gemeten = schaal(vroeg, gesprek=None)

    assert gemeten.begin == date(2025, 1, 1)
    assert gemeten.eind == date(2027, 4, 30)


def test_a_clock_fills_in_its_dates_and_refuses_an_unknown_state():
    gevuld = klok(date(2025, 12, 8), date(2026, 2, 2))

    assert (gevuld.begin_tekst, gevuld.eind_tekst) == ("ma 8 dec 2025", "ma 2 feb 2026")
    assert klok(date(2026, 2, 2), date(2026, 1, 1)).eind == date(2026, 2, 2)
    with pytest.raises(ValueError, match="te_laat"):
        klok(date(2025, 12, 8), date(2026, 2, 2), "te_laat")


@pytest.mark.parametrize(
    ("standen", "tekst"),
    [
        ([("loopt", 20), ("bijna", 3), ("gehaald", -3)], "1 gehaald, 2 lopen. De eerste loopt af over 3 dagen."),
        ([("laat", -4), ("loopt", 1)], "1 te laat, 1 loopt. De eerste loopt morgen af."),
        ([("bijna", 0)], "1 loopt. De eerste loopt vandaag af."),
        ([("loopt", 124)], "1 loopt. De eerste loopt af over 4 maanden."),
        ([("loopt", -1)], "1 loopt."),
        (
            [("gehaald", -9), ("laatgehaald", -9), ("voorbij", -9), ("opgeschort", 9)],
            "1 gehaald, 1 te laat gehaald, 1 voorbij, 1 opgeschort.",
        ),
        ([("verwacht", 9)], "Er loopt nog geen termijn."),
    ],
)
def test_the_summary_counts_and_names_the_first_end(standen, tekst):
    klokken = [klok(GESPREK, VANDAAG + timedelta(days=dagen), stand) for stand, dagen in standen]

    assert samenvatting(klokken, vandaag=VANDAAG) == tekst


def test_without_clocks_there_is_no_timeline():
    assert maak_tijdlijn([], vandaag=VANDAAG, gesprek=None, aanmelding=AANMELDING) is None


def test_the_timeline_keeps_the_order_and_lists_the_states_it_uses():
    klokken = [klok(GESPREK, date(2026, 2, 2), "laat"), klok(GESPREK, date(2026, 6, 8), "bijna")]

    tijdlijn = maak_tijdlijn(klokken, vandaag=VANDAAG, gesprek=GESPREK, aanmelding=AANMELDING)

    assert [rij.klok for rij in tijdlijn.rijen] == klokken
    assert tijdlijn.sleutel == (("laat", STANDEN["laat"]), ("bijna", STANDEN["bijna"]))
    assert tijdlijn.heeft_overschrijding


def test_the_template_shows_rows_table_and_calculation():
    som = (("Begin", "8 december 2025"), ("Uiterste datum", "2 februari 2026"))
    tijdlijn = maak_tijdlijn(
        [klok(GESPREK, date(2026, 2, 2), "laat", som=som, lengte="8 weken", basis="Awb 4:13")],
        vandaag=VANDAAG, gesprek=GESPREK, aanmelding=AANMELDING,
    )  # fmt: skip

    html = render_to_string("cases/_klokken.html", {"tijdlijn": tijdlijn})

    assert html.count('class="bo-klokken__rij"') == 1
    assert '<td class="utrecht-table__cell bo-cijfer">ma 2 feb 2026</td>' in html
    assert "<dt>Uiterste datum</dt><dd>2 februari 2026</dd>" in html
    assert "tijd na de uiterste datum" in html
    assert "Er lopen nog geen termijnen" in render_to_string("cases/_klokken.html", {"tijdlijn": None})
