"""Characters: what the fonts have, what stands in for the others, and what is told about them."""

from dataclasses import replace
from unicodedata import normalize

import pytest

from cases.tekens import dekking, drukbaar
from cases.templatetags.brieftekst import alineas, kleine_letter, opsomming, zin
from planvanaanpak.pdf import ontbrekende_tekens
from tests.planvanaanpak import brieven


@pytest.mark.parametrize(
    "naam",
    ["Żywiałowska", "VųlkovāsoØse", "Ğüneş", "Łępicka", "Þór", "Øyvind", "Țărnă", "Ĳsbrand", "Čížková", "O’Brien", "ẞ"],
)
def test_latin_names_are_printed_as_they_are(naam):
    assert drukbaar(naam) == naam
    assert drukbaar(normalize("NFD", naam)) == naam


@pytest.mark.parametrize(
    ("tekst", "gedrukt"),
    [
        ("Nguyễn", "Nguyên"),
        ("Lệ", "Le"),
        ("a\u2011b\u2010c", "a-b-c"),
        ("1\u202f000", "1 000"),
        ("ﬁets", "fiets"),
        ("\u202eabc\u202c\u200d\ufeff", "abc"),
        ("bel\x00\x0bmij", "belmij"),
        ("ja ✓ \U0001f600\ufe0f", "ja ? ?"),
        ("мир", "???"),
    ],
    ids=[
        "Vietnamese",
        "two marks",
        "hyphens",
        "thin space",
        "ligature",
        "invisible",
        "control",
        "pictures",
        "Cyrillic",
    ],
)
def test_other_characters_have_a_stand_in(tekst, gedrukt):
    assert drukbaar(tekst) == gedrukt
    assert set(drukbaar(tekst)) <= dekking()


def test_lost_characters_are_named_once_from_anywhere_in_the_letter():
    brief = replace(
        brieven.TOEKENNING,
        ontvanger=replace(brieven.ONTVANGER, naam="mevrouw Nguyễn"),
        voorzieningen=(replace(brieven.BED, motivering="мир \U0001f600 мир"),),
    )

    assert ontbrekende_tekens(brief) == "имрễ\U0001f600"


def test_nothing_is_named_when_nothing_is_lost():
    brief = replace(brieven.LANG, toelichting="Hyphen\u2011 en ligatuur ﬁets\r\n\tmet tab en €\u00a05")

    assert ontbrekende_tekens(brief) == ""
    assert ontbrekende_tekens(brieven.BIJSLUITER) == ""


def test_lines_become_paragraphs():
    assert alineas(" een \r\n\n\n twee\n") == ["een", "twee"]
    assert alineas(" \n ") == []


@pytest.mark.parametrize(
    ("delen", "tekst"), [((), ""), ((1,), "1"), ((1, 2), "1 en 2"), (("a", "b", "c"), "a, b en c")]
)
def test_list_is_put_in_words(delen, tekst):
    assert opsomming(delen) == tekst


@pytest.mark.parametrize(("tekst", "slot"), [("Ja", "Ja."), ("Ja. ", "Ja."), ("Ja?", "Ja?"), ("", "")])
def test_phrase_gets_one_end_mark(tekst, slot):
    assert zin(tekst) == slot


@pytest.mark.parametrize(
    ("label", "tekst"), [("E-mail", "e-mail"), ("SMS", "SMS"), ("per brief", "per brief"), ("", "")]
)
def test_label_can_stand_in_a_sentence(label, tekst):
    assert kleine_letter(label) == tekst
