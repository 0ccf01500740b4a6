"""Warnings by kind."""

import ast

import pytest

from config.omgeving import BASE_DIR
from portal_import.groepen import TITELS, groepeer

BRONNEN = ("controles", "dubbel", "kolommen", "samenvoegen", "vergelijken", "voorbeeld")


def waarschuwing(rij, code):
    return {"rij": rij, "kolom": "", "melding": f"Kijk naar rij {rij}.", "code": code}


def test_warnings_come_together_by_kind_in_a_fixed_order():
    groepen = groepeer([waarschuwing(2, "adres"), waarschuwing(3, "geen_recht"), waarschuwing(4, "adres")])

    assert [(groep.code, groep.titel, [w["rij"] for w in groep.waarschuwingen]) for groep in groepen] == [
        ("geen_recht", "1 nieuwe persoon is niet erkend", [3]),
        ("adres", "2 adressen zijn niet volledig", [2, 4]),
    ]


def test_a_kind_without_a_title_comes_last():
    groepen = groepeer([waarschuwing(2, "iets_nieuws"), waarschuwing(3, "blad")])

    assert [groep.titel for groep in groepen] == ["1 ander blad is niet gelezen", "1 andere waarschuwing"]


def test_no_warnings_make_no_groups():
    assert groepeer([]) == []


def codes_in(bron):
    """The kinds of warning that a module gives: the last word of each call or answer that makes one."""
    boom = ast.parse((BASE_DIR / "portal_import" / f"{bron}.py").read_text())
    for knoop in ast.walk(boom):
        delen = []
        if isinstance(knoop, ast.Call) and ast.unparse(knoop.func).split(".")[-1] in ("waarschuw", "Waarschuwing"):
            delen = knoop.args
        elif isinstance(knoop, ast.Return) and isinstance(knoop.value, ast.Tuple):
            delen = knoop.value.elts
        elif isinstance(knoop, ast.keyword) and knoop.arg == "code":
            delen = [knoop.value]
        if delen and isinstance(delen[-1], ast.Constant) and delen[-1].value:
            yield delen[-1].value


def test_every_kind_that_is_given_has_a_title():
    gegeven = {code for bron in BRONNEN for code in codes_in(bron)}

    assert gegeven == set(TITELS)


@pytest.mark.parametrize("code", TITELS)
def test_one_and_many_read_as_a_sentence(code):
    een, twee = groepeer([waarschuwing(2, code)]), groepeer([waarschuwing(2, code), waarschuwing(3, code)])

    assert een[0].titel.startswith("1 ")
    assert twee[0].titel.startswith("2 ")
    assert een[0].titel[2:] != twee[0].titel[2:]
