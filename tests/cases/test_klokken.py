"""Termijn rows as clocks on the screen: their state, their words and their order."""

from datetime import date, timedelta

import pytest

from cases.klokken import lengte_van, list_klokken, som_van, stand_van
from cases.models import Termijn

ON = date(2026, 5, 19)


def termijn(
    regel="plan_van_aanpak", *, aard="plicht", status="lopend", start=date(2026, 3, 20), eind=ON, gehaald=None, **anders
):
    velden = {"som": [["Begin", "eerste gesprek"], ["Termijn", "8 weken: vrijdag 15 mei 2026"]], "pk": 1, **anders}
    return Termijn(
        regel=regel,
        aard=aard,
        status=status,
        start=start,
        uiterste_datum=eind,
        datum_gehaald=gehaald,
        aanleiding="gesprek:1",
        **velden,
    )


def over(dagen):
    return ON + timedelta(days=dagen)


@pytest.mark.parametrize(
    ("velden", "stand"),
    [
        pytest.param({"eind": over(-1)}, "laat", id="a day late"),
        pytest.param({"eind": over(-1), "status": "te_laat"}, "laat", id="late, and the night has seen it"),
        pytest.param({"eind": over(0)}, "bijna", id="today"),
        pytest.param({"eind": over(7)}, "bijna", id="weeks: the seventh day"),
        pytest.param({"eind": over(8)}, "loopt", id="weeks: the eighth day"),
        pytest.param(
            {"regel": "materiele_verstrekking", "aard": "venster", "eind": over(30)}, "bijna", id="months: the 30th day"
        ),
        pytest.param(
            {"regel": "materiele_verstrekking", "aard": "venster", "eind": over(31)}, "loopt", id="months: the 31st day"
        ),
        pytest.param(
            {"regel": "besluiten", "aard": "venster", "eind": over(-1)}, "voorbij", id="a venster is never late"
        ),
        pytest.param({"status": "gehaald", "gehaald": over(-3)}, "gehaald", id="met"),
        pytest.param({"status": "te_laat_gehaald", "gehaald": over(3)}, "laatgehaald", id="met late"),
        pytest.param({"status": "voorbij", "aard": "venster", "eind": over(-9)}, "voorbij", id="passed"),
        pytest.param({"status": "verwacht", "eind": over(90)}, "verwacht", id="expected"),
        pytest.param({"status": "opgeschort", "eind": over(9)}, "opgeschort", id="suspended"),
    ],
)
def test_stand_van_each_state(velden, stand):
    assert stand_van(termijn(**velden), ON).teken == stand


@pytest.mark.parametrize(
    ("velden", "tekst", "dag"),
    [
        ({"eind": date(2026, 5, 15)}, "4 dagen te laat", "was vr 15 mei 2026"),
        ({"eind": over(20)}, "nog 20 dagen", "tot en met ma 8 jun 2026"),
        ({"status": "gehaald", "gehaald": over(-7)}, "gehaald", "op 12 mei 2026, 7 dagen over"),
        ({"status": "gehaald", "gehaald": ON}, "gehaald", "op 19 mei 2026"),
        ({"status": "te_laat_gehaald", "gehaald": over(11)}, "11 dagen te laat", "op 30 mei 2026"),
        (
            {"status": "voorbij", "aard": "venster", "eind": date(2026, 3, 10), "start": date(2026, 1, 27)},
            "voorbij",
            "was di 10 mrt 2026",
        ),
        ({"status": "verwacht", "eind": over(3)}, "nog niet begonnen", "uiterlijk vr 22 mei 2026"),
    ],
)
def test_klok_says_its_state_and_day(velden, tekst, dag):
    [klok] = list_klokken([termijn(**velden)], ON)

    assert (klok.tekst, klok.dag) == (tekst, dag)


def test_klok_takes_its_words_from_the_rule_and_its_length_from_the_stored_sum():
    som = [["Termijn", "12 weken: vrijdag 12 juni 2026"], ["Uiterste datum", "vrijdag 12 juni 2026"]]
    rij = termijn(som=som, beleid="Tiel 2025", kalender_versie="Atw art. 3 v1")

    [klok] = list_klokken([rij], ON)

    assert (klok.naam, klok.sub, klok.lengte) == ("Plan van aanpak", "12 weken na eerste gesprek", "12 weken")
    assert klok.som == (
        ("Termijn", "12 weken: vrijdag 12 juni 2026"),
        ("Beleid", "Tiel 2025"),
        ("Kalender", "Atw art. 3 v1"),
        ("Uiterste datum", "vrijdag 12 juni 2026"),
    )
    assert klok.basis == "Awb artikel 4:13; handreiking VNG 2025, paragraaf 4.3"


def test_sum_names_an_earlier_last_day_and_is_gone_when_the_clock_has_stopped():
    som = [["Termijn", "8 weken"], ["Uiterste datum", "vrijdag 12 juni 2026"]]
    verzet = termijn(som=som, eerste_uiterste_datum=date(2026, 5, 29), beleid="b", kalender_versie="k")

    assert som_van(verzet)[1] == ("Eerder", "de uiterste datum was 29 mei 2026")
    assert som_van(verzet)[-1] == ("Uiterste datum", "vrijdag 12 juni 2026")
    assert som_van(termijn(som=som, status="vervallen")) == ()


def test_lengte_without_sum_is_that_of_the_rule():
    assert lengte_van(termijn(som=[])) == "8 weken"


def test_streven_says_that_it_is_one():
    [klok] = list_klokken([termijn("eerste_contact", aard="streven", som=[])], ON)

    assert klok.sub == "5 werkdagen na levering of aanmelding, streven"


def test_klokken_stand_in_order_of_start_expected_last_and_without_dropped_ones():
    rijen = [
        termijn("besluiten", aard="venster", start=date(2026, 3, 20), eind=date(2028, 3, 20), pk=4),
        termijn("eerste_gesprek", status="gehaald", gehaald=date(2026, 3, 20), start=date(2026, 2, 1), pk=1),
        termijn("nazorg_einde", aard="venster", status="verwacht", start=date(2026, 1, 1), eind=date(2028, 1, 1), pk=5),
        termijn("acclimatisatie", status="vervallen", pk=6),
        termijn("plan_van_aanpak", start=date(2026, 3, 20), eind=date(2026, 5, 15), pk=3),
    ]

    klokken = list_klokken(rijen, ON)

    assert [klok.naam for klok in klokken] == ["Eerste gesprek", "Plan van aanpak", "Besluiten nemen", "Nazorg"]


def nazorg(keer, eind, gehaald=None, status="lopend", som=()):
    return termijn(
        "nazorg_contact",
        aard="streven",
        status=status,
        start=date(2025, 11, 1),
        eind=eind,
        gehaald=gehaald,
        pk=keer,
        som=list(som),
    )


def test_contacts_in_nazorg_are_one_clock_with_a_point_each():
    rijen = [
        nazorg(1, date(2026, 5, 1), gehaald=date(2026, 4, 28), status="gehaald"),
        nazorg(2, date(2026, 11, 1)),
        nazorg(3, date(2027, 5, 1), status="verwacht"),
    ]

    [klok] = list_klokken(rijen, ON)

    assert klok.punten == (
        (date(2026, 4, 28), "contact"),
        (date(2026, 11, 1), "verwacht"),
        (date(2027, 5, 1), "verwacht"),
    )
    assert (klok.start, klok.eind, klok.stand) == (date(2025, 11, 1), date(2027, 5, 1), "loopt")
    assert (klok.sub, klok.lengte) == ("elke 6 maanden, 3 keer, streven", "elke 6 maanden, 3 keer")
    assert klok.dag == "1 van 3 gehouden, tot en met zo 1 nov 2026"


def test_contacts_in_nazorg_are_as_far_apart_as_they_were_counted():
    """The beleid of the gemeente sets the length: the stored calculation says it, also of a later time."""
    rijen = [
        nazorg(1, date(2026, 2, 1), gehaald=date(2026, 1, 28), status="gehaald"),
        nazorg(2, date(2026, 5, 1), som=[["Termijn", "2 keer 3 maanden: vrijdag 1 mei 2026"]]),
    ]

    [klok] = list_klokken(rijen, ON)

    assert (klok.sub, klok.lengte) == ("elke 3 maanden, 2 keer, streven", "elke 3 maanden, 2 keer")


def test_late_contact_in_nazorg_makes_the_clock_late_but_not_its_whole_bar():
    [klok] = list_klokken([nazorg(1, date(2026, 5, 1), status="te_laat"), nazorg(2, date(2026, 11, 1))], ON)

    assert (klok.stand, klok.tekst, klok.balk) == ("laat", "18 dagen te laat", "loopt")
