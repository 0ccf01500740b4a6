"""What the letter of a besluit explains in plain words: the tests, a voorziening, and who cannot wait."""

import re
from dataclasses import replace

import pytest

from planvanaanpak.briefregels import TOETSVRAGEN
from planvanaanpak.models import Voorziening
from planvanaanpak.pdf import besluit_html
from planvanaanpak.voorzieningtekst import uitzonderingzin
from tests.planvanaanpak import brieven

UITLEG = "Een voorziening is hulp, geld of iets anders dat nodig is voor uw nieuwe start."


def platte_tekst(brief):
    return " ".join(re.sub(r"<[^>]+>", " ", besluit_html(brief)).split())


def test_letter_announces_the_three_tests_that_it_answers():
    """VNG handreiking 2025 §4.3: geschiktheid, noodzakelijkheid and evenredigheid."""
    antwoorden = {"geschiktheid": "Ja, want A.", "noodzakelijkheid": "Nee, want B.", "evenredigheid": "Ja, want C."}
    brief = replace(brieven.TOEKENNING, voorzieningen=(replace(brieven.BED, **antwoorden),))

    tekst = platte_tekst(brief)

    assert f"Wij kijken bij elke voorziening naar drie vragen. {' '.join(TOETSVRAGEN)}" in tekst
    for vraag, antwoord in zip(TOETSVRAGEN, antwoorden.values(), strict=True):
        assert f"{vraag} {antwoord}" in tekst


def test_letter_without_answers_announces_no_questions():
    assert "drie vragen" not in platte_tekst(brieven.HERZIENING)


@pytest.mark.parametrize("brief", brieven.BESLUITEN, ids=lambda brief: brief.kenmerk)
def test_voorziening_is_explained_where_the_word_is_used(brief):
    assert platte_tekst(brief).count(UITLEG) == int(bool(brief.voorzieningen))


def test_plan_without_voorziening_explains_the_word_too():
    assert platte_tekst(replace(brieven.TOEKENNING, voorzieningen=())).count(UITLEG) == 1


@pytest.mark.parametrize(
    ("rechtbank", "waar"),
    [
        (("Rechtbank Gelderland", "Postbus 9030"), "Schrijf naar: Rechtbank Gelderland, Postbus 9030."),
        ((), "Dat doet u bij de rechtbank."),
    ],
    ids=["known", "unknown"],
)
def test_bezwaarclausule_says_what_to_do_when_it_cannot_wait(rechtbank, waar):
    """The besluit works meanwhile (Awb art. 6:16); a voorlopige voorziening is asked of the rechter (8:81)."""
    tekst = platte_tekst(replace(brieven.TOEKENNING, afzender=replace(brieven.AFZENDER, rechtbank=rechtbank)))

    assert "Bezwaar houdt dit besluit niet tegen: het geldt intussen." in tekst
    assert (
        "Vraag dan de rechter om een tijdelijke regeling. Dat heet een voorlopige voorziening."
        f" {waar} Het kan alleen als u ook bezwaar maakt. U betaalt daarvoor griffierecht."
    ) in tekst


def test_afwijzing_with_a_plan_says_who_agreed_and_where_it_is():
    met_plan = replace(brieven.TOEKENNING, soort="afwijzing", voorzieningen=(brieven.VAATWASSER,))

    begin = platte_tekst(met_plan).partition("Wat wij hebben besloten")[0]

    assert "U bent het met het plan eens." in begin
    assert "Het plan van aanpak hoort bij dit besluit. U vindt het achter deze brief." in begin
    assert "plan van aanpak hoort" not in platte_tekst(brieven.AFWIJZING)


@pytest.mark.parametrize(
    ("velden", "in_brief"),
    [
        ({"voorstel": "toekennen", "uitzondering": "schulden"}, "Omdat."),
        ({"voorstel": "toekennen", "uitzondering": ""}, ""),
        ({"voorstel": "afwijzen", "uitzondering": ""}, "Omdat."),
    ],
    ids=["exception", "none", "refused"],
)
def test_reason_of_an_exception_stands_in_the_letter_only_with_one(velden, in_brief):
    assert uitzonderingzin(Voorziening(uitzondering_waarom="Omdat.", **velden)) == in_brief
