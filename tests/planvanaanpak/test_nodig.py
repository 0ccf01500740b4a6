"""The checklist of a plan: each thing that can lack, in its words and with its place."""

from dataclasses import replace

import pytest

from planvanaanpak.nodig import Leefgebiedgegevens, Plangegevens, nodig
from planvanaanpak.planbeeld import Beeld, beeld_van, beeld_van_doelen
from planvanaanpak.plantekst import Plantekst

WONEN = Leefgebiedgegevens(code="wonen", label="Wonen", situatie=True, voldoet=True, hulpvraag=True, doel=True)
WERK = Leefgebiedgegevens(code="werk", label="Werk", situatie=True, voldoet=True)
VOLLEDIG = Plangegevens(
    leefgebieden=(WONEN, WERK),
    voorzieningen=1,
    wensen_toegekend=(),
    akkoord=True,
    akkoord_bewijs=True,
    adres_volledig=True,
    ontbreekt_brief=(),
)


def open_punten(plan):
    return [(punt.tekst, punt.doel) for punt in nodig(plan) if not punt.klaar]


def met(leefgebied):
    return replace(VOLLEDIG, leefgebieden=(leefgebied,))


def punt_van(leefgebied):
    return next(punt for punt in nodig(met(leefgebied)) if punt.leefgebied == leefgebied.code)


def test_complete_plan_needs_nothing():
    assert [punt.tekst for punt in nodig(VOLLEDIG)] == [
        "Situatie bij de aanmelding",
        "Wonen",
        "Werk",
        "Ten minste één voorziening",
        "Akkoord van de inwoner",
        "Bewijs van het akkoord",
        "Volledig adres van de inwoner",
    ]
    assert open_punten(VOLLEDIG) == []


@pytest.mark.parametrize(
    ("plan", "punt"),
    [
        (met(replace(WONEN, situatie=False)), ("Wonen: hoe het nu is", "wonen-situatie")),
        (met(replace(WONEN, voldoet=False)), ("Wonen: of het voldoet", "wonen-voldoet")),
        (met(replace(WONEN, doel=False)), ("Wonen: het doel", "wonen-doel")),
        (met(replace(WERK, voorziening=True)), ("Werk: het doel", "werk-doel")),
        (
            met(Leefgebiedgegevens(code="zorg", label="Zorg", hulpvraag=True)),
            ("Zorg: hoe het nu is, of het voldoet, het doel", "zorg-situatie"),
        ),
        (replace(VOLLEDIG, situatie=False), ("Situatie bij de aanmelding", "plan-situatie")),
        (replace(VOLLEDIG, voorzieningen=0), ("Ten minste één voorziening", "voorzieningen")),
        (replace(VOLLEDIG, akkoord_bewijs=False), ("Bewijs van het akkoord", "akkoord")),
        (replace(VOLLEDIG, akkoord_ouder=True), ("Het akkoord is ouder dan het plan", "akkoord_ouder")),
        (replace(VOLLEDIG, akkoord=False), ("Akkoord van de inwoner", "akkoord")),
        (replace(VOLLEDIG, adres_volledig=False), ("Volledig adres van de inwoner", "adres")),
        (
            replace(VOLLEDIG, wensen_toegekend=("Vaatwasser", "Trampoline")),
            ("Een wens kunt u niet toekennen: Vaatwasser, Trampoline", "voorzieningen"),
        ),
        (replace(VOLLEDIG, zonder_grond=("Vaatwasser",)), ("Grond voor het afwijzen: Vaatwasser", "voorzieningen")),
        (
            replace(VOLLEDIG, zonder_zienswijze=((12, "Vaatwasser"),)),
            ("Vaatwasser: wat de inwoner van het afwijzen vindt", "zienswijze:12"),
        ),
        (
            replace(VOLLEDIG, commissie=True, zonder_advies=("Koelkast", "Bed")),
            ("Advies van de commissie: Koelkast, Bed", "commissie"),
        ),
        (
            replace(VOLLEDIG, commissie=True, zonder_afwijking=("Bed",)),
            ("Waarom u afwijkt van het advies: Bed", "commissie"),
        ),
        (
            replace(VOLLEDIG, ontbreekt_brief=("mandaat", "briefhoofd")),
            ("Gegevens van de gemeente: mandaat, briefhoofd", "gemeente"),
        ),
    ],
    ids=lambda waarde: waarde[0] if isinstance(waarde, tuple) else "",
)
def test_each_missing_thing_is_one_point(plan, punt):
    assert open_punten(plan) == [punt]


@pytest.mark.parametrize(
    ("plan", "punten"),
    [
        (VOLLEDIG, []),
        (replace(VOLLEDIG, commissie=True), [(True, "Advies van de commissie")]),
        (replace(VOLLEDIG, commissie=True, voorzieningen=0), [(False, "Advies van de commissie")]),
    ],
    ids=["no commissie", "advised", "nothing to advise on"],
)
def test_commissie_is_a_point_where_there_is_one(plan, punten):
    assert [(punt.klaar, punt.tekst) for punt in nodig(plan) if punt.doel == "commissie"] == punten


@pytest.mark.parametrize("soort", ["hoofdlijnen", "acuut"])
def test_plan_that_is_worked_out_later_needs_no_situatie_and_no_voorziening_yet(soort):
    """VNG handreiking 2025 §4.3: within 8 weken it is not always clear what support is needed (decision 1061)."""
    plan = replace(VOLLEDIG, soort=soort, situatie=False, voorzieningen=0, commissie=True)

    assert open_punten(plan) == []
    assert "Nog geen voorziening: later" in [punt.tekst for punt in nodig(plan)]
    assert "Advies van de commissie" not in [punt.tekst for punt in nodig(plan)]


@pytest.mark.parametrize(
    ("akkoord", "punten"),
    [
        (True, ["Akkoord van de inwoner", "Bewijs van het akkoord"]),
        (False, ["Zonder akkoord: De inwoner gaat niet akkoord"]),
    ],
)
def test_reason_to_do_without_takes_the_place_of_the_akkoord(akkoord, punten):
    plan = replace(VOLLEDIG, akkoord=akkoord, zonder_akkoord="De inwoner gaat niet akkoord")

    assert [punt.tekst for punt in nodig(plan) if punt.doel == "akkoord"] == punten
    assert open_punten(plan) == []


def test_point_of_a_leefgebied_counts_what_lacks():
    leeg = Leefgebiedgegevens(code="zorg", label="Zorg", hulpvraag=True)

    assert punt_van(leeg).aantal == 3
    assert punt_van(leeg).leefgebied == "zorg"


@pytest.mark.parametrize(
    ("tekst", "gebied", "beeld"),
    [
        (Plantekst(hulpvraag="Een\n bed"), WONEN, Beeld("Een bed", "gehaald", "ingevuld")),
        (Plantekst(voldoet="ja"), WERK, Beeld("Voldoet. Geen hulpvraag", "gehaald", "geen hulpvraag")),
        (Plantekst(voldoet="nee"), WERK, Beeld("Voldoet niet. Geen hulpvraag", "gehaald", "geen hulpvraag")),
        (Plantekst(voldoet="deels"), WERK, Beeld("Voldoet deels. Geen hulpvraag", "gehaald", "geen hulpvraag")),
        (Plantekst(), replace(WERK, voldoet=False), Beeld("Geen hulpvraag", "bijna", "1 punt open")),
        (
            Plantekst(),
            replace(WERK, voldoet=False, situatie=False),
            Beeld("Geen hulpvraag", "bijna", "2 punten open"),
        ),
    ],
    ids=["vraag", "voldoet", "voldoet niet", "deels", "een punt", "twee punten"],
)
def test_beeld_of_an_open_plan(tekst, gebied, beeld):
    assert beeld_van(tekst, punt_van(gebied)) == beeld


@pytest.mark.parametrize(
    ("statussen", "teken", "woorden"),
    [
        (["open"], "loopt", "doel open"),
        (["bezig"], "loopt", "doel bezig"),
        (["behaald"], "gehaald", "doel behaald"),
        (["vervallen"], "voorbij", "doel vervallen"),
        ([], "voorbij", "geen doel"),
        (["behaald", "bezig", "open"], "loopt", "2 van 3 doelen open"),
        (["behaald", "vervallen"], "gehaald", "1 van 2 doelen behaald"),
        (["vervallen", "vervallen"], "voorbij", "0 van 2 doelen behaald"),
    ],
)
def test_beeld_of_a_vastgesteld_plan_is_that_of_its_doelen(statussen, teken, woorden):
    assert beeld_van_doelen(Plantekst(hulpvraag="Een bed"), statussen) == Beeld("Een bed", teken, woorden)


def test_beeld_of_what_was_left_out_gives_the_reason():
    tekst = Plantekst(weggelaten="Er is werk.")

    assert beeld_van_doelen(tekst, []) == Beeld("Er is werk.", "voorbij", "weggelaten")
    assert beeld_van(tekst, punt_van(replace(WERK, weggelaten=True))) == Beeld("Er is werk.", "voorbij", "weggelaten")


OPEN = Leefgebiedgegevens(code="zorg", label="Zorg")


@pytest.mark.parametrize(
    ("gebied", "punt"),
    [
        (replace(OPEN, weggelaten=True), (True, "Zorg: weggelaten", "zorg-weggelaten")),
        (
            replace(OPEN, weggelaten=True, hulpvraag=True, doel=True, voorziening=True),
            (False, "Zorg: weggelaten, maar er staat een hulpvraag, een doel en een voorziening", "zorg-weggelaten"),
        ),
        (OPEN, (False, "Zorg: hoe het nu is, of het voldoet", "zorg-situatie")),
    ],
    ids=["weggelaten", "toch iets", "open"],
)
def test_leefgebied_is_left_out_with_a_reason_when_nothing_is_promised(gebied, punt):
    eerste = punt_van(gebied)

    assert (eerste.klaar, eerste.tekst, eerste.doel) == punt


@pytest.mark.parametrize("soort", ["hoofdlijnen", "acuut"])
def test_plan_op_hoofdlijnen_needs_one_leefgebied(soort):
    vraag = replace(OPEN, hulpvraag=True, doel=True)
    plan = replace(met(vraag), leefgebieden=(vraag, replace(OPEN, code="werk", label="Werk")), soort=soort)

    punten = nodig(plan)

    assert [(punt.klaar, punt.tekst) for punt in punten[:2]] == [(True, "Zorg"), (True, "Werk: later")]
    assert open_punten(plan) == []
    assert beeld_van(Plantekst(), punten[1]) == Beeld("Dit werkt u later uit", "voorbij", "later")


def test_plan_op_hoofdlijnen_without_a_hulpvraag_is_not_enough():
    plan = replace(met(OPEN), leefgebieden=(OPEN,), soort="hoofdlijnen")

    assert open_punten(plan) == [("Ten minste één hulpvraag met een doel", "zorg-hulpvraag")]


def test_hulpvraag_op_hoofdlijnen_still_needs_its_doel():
    plan = replace(met(OPEN), leefgebieden=(replace(OPEN, hulpvraag=True),), soort="hoofdlijnen")

    assert open_punten(plan)[0] == ("Zorg: het doel", "zorg-doel")


def test_plan_needs_the_date_of_the_eerste_gesprek():
    assert open_punten(replace(VOLLEDIG, eerste_gesprek=False)) == [("Datum van het eerste gesprek", "gesprek")]
