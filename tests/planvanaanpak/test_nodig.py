"""The checklist of a plan: each thing that can lack, in its words and with its place."""

from dataclasses import replace

import pytest

from planvanaanpak.nodig import Leefgebiedgegevens, Plangegevens, nodig
from planvanaanpak.planbeeld import Beeld, beeld_van, beeld_van_doel
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


def test_complete_plan_needs_nothing():
    assert [punt.tekst for punt in nodig(VOLLEDIG)] == [
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
        (replace(VOLLEDIG, voorzieningen=0), ("Ten minste één voorziening", "voorzieningen")),
        (replace(VOLLEDIG, akkoord_bewijs=False), ("Bewijs van het akkoord", "akkoord")),
        (replace(VOLLEDIG, akkoord=False), ("Akkoord van de inwoner", "akkoord")),
        (replace(VOLLEDIG, adres_volledig=False), ("Volledig adres van de inwoner", "adres")),
        (
            replace(VOLLEDIG, wensen_toegekend=("Vaatwasser", "Trampoline")),
            ("Een wens kunt u niet toekennen: Vaatwasser, Trampoline", "voorzieningen"),
        ),
        (replace(VOLLEDIG, zonder_grond=("Vaatwasser",)), ("Grond voor het afwijzen: Vaatwasser", "voorzieningen")),
        (
            replace(VOLLEDIG, ontbreekt_brief=("mandaat", "briefhoofd")),
            ("Gegevens van de gemeente: mandaat, briefhoofd", "gemeente"),
        ),
    ],
    ids=lambda waarde: waarde[0] if isinstance(waarde, tuple) else "",
)
def test_each_missing_thing_is_one_point(plan, punt):
    assert open_punten(plan) == [punt]


def test_point_of_a_leefgebied_counts_what_lacks():
    leeg = Leefgebiedgegevens(code="zorg", label="Zorg", hulpvraag=True)

    assert nodig(met(leeg))[0].aantal == 3
    assert nodig(met(leeg))[0].leefgebied == "zorg"


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
    assert beeld_van(tekst, nodig(met(gebied))[0]) == beeld


@pytest.mark.parametrize(
    ("status", "teken", "woorden"),
    [
        ("open", "loopt", "doel open"),
        ("behaald", "gehaald", "doel behaald"),
        ("vervallen", "voorbij", "doel vervallen"),
        (None, "voorbij", "geen doel"),
    ],
)
def test_beeld_of_a_vastgesteld_plan_is_that_of_its_doel(status, teken, woorden):
    assert beeld_van_doel(Plantekst(hulpvraag="Een bed"), status) == Beeld("Een bed", teken, woorden)
