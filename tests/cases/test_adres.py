"""An address on an envelope: in the Netherlands, in another country, or a postadres."""

import pytest

from cases.adres import noemt_adres, regels_in_buitenland, regels_in_nederland, tekstregels
from cases.models import Persoon

NEDERLAND = {
    "straat": "Lindepad",
    "huisnummer": "14",
    "huisletter": "a",
    "toevoeging": "2",
    "postcode": "4001ZZ",
    "woonplaats": "Rivierendam",
}
BUITENLAND = {"adres_buitenland": "Meir 1\n2000 Antwerpen", "land": "België"}


def test_lines_with_nothing_in_them_are_left_out():
    assert tekstregels(" Meir 1 \r\n\r\n  2000 Antwerpen\n") == ("Meir 1", "2000 Antwerpen")


@pytest.mark.parametrize(
    ("anders", "regels"),
    [
        ({}, ("Lindepad 14a 2", "4001 ZZ  Rivierendam")),
        ({"huisletter": "", "toevoeging": ""}, ("Lindepad 14", "4001 ZZ  Rivierendam")),
        ({"straat": "", "huisnummer": "", "huisletter": "", "toevoeging": ""}, ("4001 ZZ  Rivierendam",)),
        ({"postcode": "B-2000"}, ("Lindepad 14a 2", "B-2000  Rivierendam")),
    ],
    ids=["all", "short", "no-street", "no-dutch-postcode"],
)
def test_address_in_the_netherlands(anders, regels):
    assert regels_in_nederland(**{**NEDERLAND, **anders}) == regels


def test_country_is_the_last_line_in_capitals():
    assert regels_in_buitenland("Meir 1\n2000 Antwerpen", "België") == ("Meir 1", "2000 Antwerpen", "BELGIË")
    assert regels_in_buitenland("Meir 1", "") == ("Meir 1",)


@pytest.mark.parametrize(
    ("velden", "regels", "volledig"),
    [
        (NEDERLAND, ("Lindepad 14a 2", "4001 ZZ  Rivierendam"), True),
        (NEDERLAND | {"huisnummer": ""}, ("Lindepad a 2", "4001 ZZ  Rivierendam"), False),
        (BUITENLAND, ("Meir 1", "2000 Antwerpen", "BELGIË"), True),
        (BUITENLAND | {"adres_buitenland": ""}, ("BELGIË",), False),
        (BUITENLAND | {"land": ""}, ("Meir 1", "2000 Antwerpen"), False),
        (NEDERLAND | {"postadres": "Postbus 9\n4000 AB Ede"}, ("Postbus 9", "4000 AB Ede"), True),
        ({"postadres": "Postbus 9"}, ("Postbus 9",), False),
        ({}, (), False),
    ],
    ids=["dutch", "no-number", "foreign", "country-alone", "no-country", "postadres", "half-a-postadres", "none"],
)
def test_where_letters_go_and_whether_they_arrive(velden, regels, volledig):
    persoon = Persoon(**velden)

    assert (persoon.postregels, persoon.adresregels, persoon.adres_volledig) == (regels, regels, volledig)


def test_of_a_geheim_adres_nothing_may_be_printed_though_it_is_complete():
    persoon = Persoon(**NEDERLAND, geheim_adres=True)

    assert (persoon.adresregels, persoon.adres_volledig) == ((), True)


@pytest.mark.parametrize(
    ("tekst", "noemt"),
    [
        ("stadhuis, kamer 2.12", False),
        ("bij u thuis: lindepad 14", True),
        ("Lindepad14 a", True),
        ("4001zz, nummer 14", True),
        ("Rivierendam", False),
        ("Lindepad", False),
        ("", False),
    ],
)
def test_a_typed_text_that_gives_an_address_away(tekst, noemt):
    assert noemt_adres(tekst, ("Lindepad 14a 2", "4001 ZZ  Rivierendam")) is noemt
    assert noemt_adres(tekst, ()) is False
