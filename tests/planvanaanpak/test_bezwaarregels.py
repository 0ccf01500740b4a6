"""Whether a bezwaar is in time, what must be done before the decision, and what the decision may be."""

from dataclasses import replace
from datetime import date

import pytest

from cases.kalender import kalender
from planvanaanpak.bezwaarregels import Feiten, beoordeel_tijdigheid, keur_beslissing, nodig

# Bezwaar until 1 June 2026, a Monday.
TOT, ON = date(2026, 6, 1), date(2026, 6, 22)
KLAAR = Feiten(op_tijd=True, is_bevestigd=True, is_gehoord=True, heeft_verslag=True)


def tijdig(ontvangen, gepost=None, per_post=True, tot=TOT):
    return beoordeel_tijdigheid(
        laatste_dag=tot, ontvangen_op=ontvangen, gepost_op=gepost, per_post=per_post, kalender=kalender()
    )


@pytest.mark.parametrize(
    ("ontvangen", "gepost", "per_post", "op_tijd", "waarom"),
    [
        (date(2026, 4, 21), None, False, True, "ja, ontvangen binnen de termijn"),
        (date(2026, 6, 1), None, False, True, "ja, ontvangen binnen de termijn"),
        (date(2026, 6, 2), None, False, False, "nee, ontvangen na de termijn"),
        (date(2026, 6, 2), date(2026, 6, 1), False, False, "nee, ontvangen na de termijn"),
        (date(2026, 6, 2), date(2026, 6, 1), True, True, "ja, op tijd gepost en binnen een week"),
        (date(2026, 6, 8), date(2026, 6, 1), True, True, "ja, op tijd gepost en binnen een week"),
        (date(2026, 6, 9), date(2026, 6, 1), True, False, "nee, het kwam meer dan een week na de termijn"),
        (date(2026, 6, 3), date(2026, 6, 2), True, False, "nee, het is niet binnen de termijn op de post gedaan"),
        (date(2026, 6, 3), None, True, False, "nee, het is niet binnen de termijn op de post gedaan"),
    ],
    ids=["first-day", "last-day", "day-after", "not-by-post", "posted", "week", "week-over", "posted-late", "unknown"],
)
def test_bezwaar_is_in_time_as_the_awb_says(ontvangen, gepost, per_post, op_tijd, waarom):
    uitkomst = tijdig(ontvangen, gepost, per_post)

    assert (uitkomst.op_tijd, uitkomst.woorden) == (op_tijd, "op tijd" if op_tijd else "te laat")
    assert uitkomst.som[0] == ("Laatste dag van de bezwaartermijn", "maandag 1 juni 2026")
    assert uitkomst.som[-1][1].startswith(waarom)


@pytest.mark.parametrize(("ontvangen", "op_tijd"), [(date(2026, 4, 7), True), (date(2026, 4, 8), False)])
def test_week_of_the_post_moves_with_the_atw(ontvangen, op_tijd):
    """A week after Monday 30 March 2026 is tweede paasdag."""
    uitkomst = tijdig(ontvangen, date(2026, 3, 30), tot=date(2026, 3, 30))

    assert uitkomst.op_tijd is op_tijd
    assert ("Per post ontvangen kan tot en met", "dinsdag 7 april 2026, een week na de termijn") in uitkomst.som


def open_punten(feiten, on=ON):
    return [punt.pagina for punt in nodig(feiten, on) if not punt.klaar]


@pytest.mark.parametrize(
    ("anders", "open_"),
    [
        ({}, []),
        ({"is_bevestigd": False}, ["bezwaar_bevestiging"]),
        ({"is_verstuurd": False}, ["verzenden"]),
        ({"op_tijd": False}, ["bezwaar_verschoonbaar"]),
        ({"op_tijd": False, "verschoonbaar": True}, []),
        ({"op_tijd": False, "verschoonbaar": False}, []),
        ({"heeft_gronden": False, "aanvullen_tot": date(2026, 6, 22)}, ["bezwaar_wijzigen"]),
        ({"heeft_gronden": False, "aanvullen_tot": date(2026, 6, 21)}, []),
        ({"is_gehoord": False}, ["hoorzitting"]),
        ({"is_gehoord": False, "afzien": "wil_niet"}, []),
        ({"is_gehoord": False, "zitting_op": date(2026, 7, 1)}, ["hoorzitting_gehouden"]),
        ({"heeft_verslag": False}, ["verslag"]),
        ({"heeft_verslag": False, "commissie": True}, ["bezwaar_advies"]),
        ({"commissie": True, "advies": "gegrond"}, []),
    ],
)
def test_what_is_needed_before_the_decision(anders, open_):
    assert open_punten(replace(KLAAR, **anders)) == open_


def test_points_come_in_the_order_of_the_road_with_their_day():
    feiten = Feiten(op_tijd=False, heeft_gronden=False, aanvullen_tot=date(2026, 7, 1), commissie=True)

    assert open_punten(feiten) == [
        "bezwaar_bevestiging", "bezwaar_verschoonbaar", "bezwaar_wijzigen", "hoorzitting", "bezwaar_advies",
    ]  # fmt: skip
    assert "of wacht tot en met woensdag 1 juli 2026" in nodig(feiten, ON)[3].tekst


def keur(feiten=KLAAR, **anders):
    velden = {"dictum": "ongegrond", "motivering": "Omdat.", "afwijking": "", "gevolg": "", **anders}
    return keur_beslissing(feiten, ON, **velden)


TE_LAAT = replace(KLAAR, op_tijd=False, verschoonbaar=False)
LEEG = replace(KLAAR, heeft_gronden=False, aanvullen_tot=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("feiten", "velden", "fout"),
    [
        (KLAAR, {}, {}),
        (KLAAR, {"motivering": " "}, {"motivering": "Schrijf op waarom u zo beslist"}),
        (KLAAR, {"dictum": "gegrond"}, {"gevolg": "Schrijf op wat er nu verandert"}),
        (KLAAR, {"dictum": "deels_gegrond"}, {"gevolg": "Schrijf op wat er nu verandert"}),
        (KLAAR, {"dictum": "gegrond", "gevolg": "Een bed."}, {}),
        (KLAAR, {"dictum": "niet_ontvankelijk"}, {}),
        (TE_LAAT, {}, {"dictum": "Het bezwaar is te laat"}),
        (TE_LAAT, {"dictum": "niet_ontvankelijk"}, {}),
        (replace(TE_LAAT, verschoonbaar=True), {}, {}),
        (LEEG, {}, {"dictum": "Er zijn geen gronden"}),
        (LEEG, {"dictum": "niet_ontvankelijk"}, {}),
        (
            replace(KLAAR, afzien="kennelijk_niet_ontvankelijk"),
            {},
            {"dictum": "De indiener is niet gehoord omdat het bezwaar kennelijk niet-ontvankelijk is"},
        ),
        (
            replace(KLAAR, afzien="kennelijk_ongegrond"),
            {"dictum": "gegrond", "gevolg": "Een bed."},
            {"dictum": "De indiener is niet gehoord omdat het bezwaar kennelijk ongegrond is"},
        ),
        (replace(KLAAR, afzien="tegemoet"), {}, {"dictum": "De indiener is niet gehoord omdat u helemaal"}),
        (replace(KLAAR, afzien="wil_niet"), {}, {}),
        (replace(KLAAR, advies="gegrond"), {}, {"afwijking": "U wijkt af van het advies"}),
        (replace(KLAAR, advies="gegrond"), {"afwijking": "Er is een nieuwe brief."}, {}),
        (replace(KLAAR, advies="ongegrond"), {}, {}),
    ],
)
def test_decision_fits_with_what_happened(feiten, velden, fout):
    fouten = keur(feiten, **velden)

    assert set(fouten) == set(fout)
    assert all(fouten[veld].startswith(begin) for veld, begin in fout.items())
