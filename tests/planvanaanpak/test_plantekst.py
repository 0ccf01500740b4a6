"""Putting together what two people made of the same leefgebied."""

from dataclasses import replace

import pytest

from planvanaanpak.plantekst import Plantekst, netjes, voeg_samen

BEGIN = Plantekst(situatie="Oud", hulpvraag="Een bed")
ANDER = replace(BEGIN, situatie="Van Bram")


@pytest.mark.parametrize(
    ("tekst", "bewaard"),
    [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("  a \n", "a"), ("a\u2028b", "a\u2028b"), ("", "")],
    ids=["browser", "oude mac", "randen", "regelscheiding blijft", "leeg"],
)
def test_netjes_knows_one_line_end(tekst, bewaard):
    assert netjes(tekst) == bewaard


def test_text_that_only_the_browser_changed_has_the_same_stempel():
    assert Plantekst(situatie="a\r\nb").stempel == Plantekst(situatie="a\nb").stempel


@pytest.mark.parametrize(
    ("nu", "ingevuld", "tekst", "botsingen", "van_ander"),
    [
        (BEGIN, BEGIN, BEGIN, (), ()),
        (BEGIN, replace(BEGIN, doel="Nieuw"), replace(BEGIN, doel="Nieuw"), (), ()),
        (ANDER, BEGIN, ANDER, (), ("situatie",)),
        (ANDER, replace(BEGIN, doel="Nieuw"), replace(ANDER, doel="Nieuw"), (), ("situatie",)),
        (ANDER, replace(BEGIN, situatie="Van mij"), replace(ANDER, situatie="Van mij"), ("situatie",), ()),
        (ANDER, ANDER, ANDER, (), ()),
        (ANDER, replace(BEGIN, situatie=""), replace(ANDER, situatie=""), ("situatie",), ()),
    ],
    ids=[
        "niets",
        "alleen ik",
        "alleen de ander",
        "elk een eigen veld",
        "hetzelfde veld",
        "allebei hetzelfde",
        "ik maakte het leeg",
    ],
)
def test_voeg_samen_per_field(nu, ingevuld, tekst, botsingen, van_ander):
    samen = voeg_samen(stempel=BEGIN.stempel, nu=nu, ingevuld=ingevuld)

    assert (samen.tekst, samen.botsingen, samen.van_ander) == (tekst, botsingen, van_ander)


@pytest.mark.parametrize("stempel", ["", "onzin", "a-b-c-d-e"])
def test_without_a_known_stempel_nothing_is_overwritten_unseen(stempel):
    samen = voeg_samen(stempel=stempel, nu=ANDER, ingevuld=replace(ANDER, situatie="Van mij"))

    assert samen.botsingen == ("situatie",)
