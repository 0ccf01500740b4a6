import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.tijdlijn import STANDEN, Schaal, Tijdlijnklok, maak_tijdlijn
from cases.tijdlijn_svg import list_opschriften, mini_klok, procent, teken_as, teken_spoor

VANDAAG = date(2026, 5, 19)
JAAR = Schaal(date(2026, 1, 1), date(2026, 4, 11))  # 100 days: one day is one percent
NU = date(2026, 2, 20)  # 50 %


def klok(stand, start, eind, **overig):
    return Tijdlijnklok("Plan", "8 weken", start, eind, stand, "tekst", "dag", **overig)


def balken(svg):
    """Give class, x and width of each bar."""
    vorm = r'<rect class="([^"]+)" x="([^"]+)" y="11" width="([^"]+)"'
    return [
        (klas.split()[-1].split("--")[0] + "--" + klas.split("--")[-1], x, w) for klas, x, w in re.findall(vorm, svg)
    ]


def merken(svg):
    return re.findall(r'href="#m-([a-z]+)" x="([^"]+)"', svg)


def spoor(stand, start=date(2026, 1, 11), eind=date(2026, 3, 2), **overig):
    return teken_spoor(JAAR, klok(stand, start, eind, **overig), vandaag=NU)


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [(0, "0%"), (0.00001, "0%"), (-0.001, "0%"), (33.333333, "33.33%"), (100, "100%"), (68.0, "68%"), (12.5, "12.5%")],
)
def test_a_percentage_is_plain(waarde, tekst):
    assert procent(waarde) == tekst


@pytest.mark.parametrize(
    ("stand", "overig", "verwacht"),
    [
        ("loopt", {}, [("bo-tl-rest--loopt", "10%", "50%"), ("bo-tl-vol--loopt", "10%", "40%")]),
        ("bijna", {}, [("bo-tl-rest--bijna", "10%", "50%"), ("bo-tl-vol--bijna", "10%", "40%")]),
        ("opgeschort", {}, [("bo-tl-rest--opgeschort", "10%", "50%"), ("bo-tl-vol--opgeschort", "10%", "40%")]),
        ("bijna", {"balk": "loopt"}, [("bo-tl-rest--loopt", "10%", "50%"), ("bo-tl-vol--loopt", "10%", "40%")]),
        (
            "gehaald",
            {"klaar": date(2026, 1, 31)},
            [("bo-tl-rest--gehaald", "10%", "50%"), ("bo-tl-vol--gehaald", "10%", "20%")],
        ),
        (
            "laatgehaald",
            {"klaar": date(2026, 3, 12)},
            [("bo-tl-vol--voorbij", "10%", "50%"), ("bo-tl-over--bo-tl-over", "60%", "10%")],
        ),
        ("voorbij", {}, [("bo-tl-vol--voorbij", "10%", "50%")]),
        ("verwacht", {}, [("bo-tl-rest--verwacht", "10%", "50%")]),
    ],
)
def test_each_state_has_its_bars(stand, overig, verwacht):
    assert balken(spoor(stand, **overig)) == verwacht


def test_late_is_hatched_from_the_last_day_to_today():
    svg = spoor("laat", eind=date(2026, 1, 31))

    assert balken(svg) == [("bo-tl-vol--voorbij", "10%", "20%"), ("bo-tl-over--bo-tl-over", "30%", "20%")]
    assert merken(svg) == [("laat", "50%")]


@pytest.mark.parametrize(
    ("stand", "overig", "verwacht"),
    [
        ("gehaald", {"klaar": date(2026, 1, 31)}, [("gehaald", "30%")]),
        ("laatgehaald", {"klaar": date(2026, 3, 12)}, [("laatgehaald", "70%")]),
        ("gehaald", {}, []),
        ("loopt", {}, []),
        (
            "verwacht",
            {"punten": ((date(2026, 1, 21), "contact"), (NU, "verwacht"))},
            [("contact", "20%"), ("verwacht", "50%")],
        ),
    ],
)
def test_marks_stand_on_their_day(stand, overig, verwacht):
    assert merken(spoor(stand, **overig)) == verwacht


@pytest.mark.parametrize("stand", STANDEN)
def test_a_stopped_or_expected_clock_has_no_end_tick(stand):
    assert ("bo-tl-eind" in spoor(stand)) == (stand not in ("voorbij", "verwacht"))


def test_a_clock_that_has_not_begun_has_only_its_outline():
    assert balken(spoor("loopt", start=date(2026, 3, 2), eind=date(2026, 4, 1))) == [
        ("bo-tl-rest--loopt", "60%", "30%")
    ]


def test_a_bar_of_one_day_can_still_be_seen():
    assert balken(spoor("voorbij", start=date(2026, 1, 11), eind=date(2026, 1, 11))) == [
        ("bo-tl-vol--voorbij", "10%", "0.3%")
    ]


@pytest.mark.parametrize(
    ("nu", "dx"),
    [(date(2026, 1, 2), "0"), (date(2026, 2, 20), "-49"), (date(2026, 4, 10), "-98")],
    ids=["left", "middle", "right"],
)
def test_the_flag_of_today_is_pushed_inward(nu, dx):
    assert f'transform="translate({dx} 0)"' in teken_as(JAAR, vandaag=nu, gesprek=None)


@pytest.mark.parametrize(
    ("gesprek", "plaats"),
    [(date(2026, 1, 11), "start"), (date(2026, 2, 20), "midden"), (date(2026, 3, 31), "end")],
)
def test_the_words_of_the_gesprek_stay_inside(gesprek, plaats):
    as_ = teken_as(JAAR, vandaag=NU, gesprek=gesprek)

    assert f"bo-tl-start--{plaats}" in as_
    assert f"eerste gesprek {gesprek.day} " in as_


def opschriften(schaal, vandaag, gesprek):
    return [opschrift.tekst for opschrift in list_opschriften(schaal, vandaag=vandaag, gesprek=gesprek)]


def test_months_are_named_every_second_and_january_has_its_year():
    schaal = Schaal(date(2025, 9, 1), date(2026, 8, 31))

    assert opschriften(schaal, date(2026, 8, 20), None) == ["sep", "nov", "jan 2026", "mrt", "mei", "jul"]


def test_a_label_that_a_line_would_cut_is_dropped():
    schaal = Schaal(date(2025, 9, 1), date(2026, 8, 31))

    assert opschriften(schaal, date(2026, 3, 10), date(2025, 11, 5)) == ["sep", "jan 2026", "mei", "jul"]


def test_after_the_fold_only_years_are_named():
    schaal = Schaal(date(2025, 11, 1), date(2028, 1, 31), date(2026, 9, 1))

    assert opschriften(schaal, VANDAAG, date(2025, 12, 8)) == ["nov", "jan 2026", "jul", "2027"]


def test_only_january_july_and_years_stay_on_a_narrow_track():
    schaal = Schaal(date(2025, 11, 1), date(2028, 1, 31), date(2026, 9, 1))
    fijn = {o.tekst: o.fijn for o in list_opschriften(schaal, vandaag=VANDAAG, gesprek=date(2025, 12, 8))}

    assert fijn == {"nov": True, "jan 2026": False, "jul": False, "2027": False}


@pytest.mark.parametrize(
    ("duur", "verstreken", "stand", "balken"),
    [
        (56, 14, "loopt", [("0%", "100%"), ("0%", "25%")]),
        (56, 56, "bijna", [("0%", "100%"), ("0%", "100%")]),
        (56, 70, "laat", [("0%", "80%"), ("0%", "80%"), ("80%", "20%")]),
        (56, 0, "loopt", [("0%", "100%")]),
        (56, -3, "loopt", [("0%", "100%")]),
        (0, 1, "laat", [("0%", "100%"), ("0%", "100%")]),
    ],
)
def test_the_mini_clock_shows_what_is_used_up(duur, verstreken, stand, balken):
    svg = mini_klok(duur, verstreken, stand)

    assert re.findall(r'<rect class="[^"]+" x="([^"]+)" y="3" width="([^"]+)"', svg) == balken
    assert f"bo-tl-eind--{stand}" in svg


dagen = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(sorted(STANDEN)), dagen, dagen, st.none() | dagen), min_size=1, max_size=4),
    dagen,
    st.none() | dagen,
    dagen,
)
def test_whatever_the_dates_everything_lies_between_0_and_100_percent(rijen, vandaag, gesprek, aanmelding):
    klokken = [klok(stand, start, eind, klaar=klaar) for stand, start, eind, klaar in rijen]

    tijdlijn = maak_tijdlijn(klokken, vandaag=vandaag, gesprek=gesprek, aanmelding=aanmelding)
    svg = "".join([tijdlijn.defs, tijdlijn.as_, *(rij.svg for rij in tijdlijn.rijen)])
    getallen = [float(getal) for getal in re.findall(r'"([^"%]*)%"', svg)]

    assert all(0 <= getal <= 100 for getal in getallen)
    assert set(re.findall(r'id="([^"]+)"', svg)) == {"tl-raster", "tl-nu"}
    assert "style=" not in svg
