"""The lines of a price list as a beheerder pastes them."""

from decimal import Decimal

import pytest

from planvanaanpak.prijsregels import MEESTE_REGELS, Prijsregel, lees_prijsregels

KOELKAST = Prijsregel(artikel="Koelkast", bladzijde=112, prijs=Decimal("466.00"))


@pytest.mark.parametrize(
    "lijn",
    [
        "Koelkast; 112; 466,00",
        "Koelkast;112;466",
        "Koelkast\t112\t€ 466,00",
        '"Koelkast";112;466.00',
        "  Koelkast ; 112 ; 466,0 ",
        "Artikel; Bladzijde; Prijs\nKoelkast; 112; 466,00\n\n",
    ],
    ids=["puntkomma", "krap", "tab", "aanhalingstekens", "spaties", "kop en lege regel"],
)
def test_line_is_read(lijn):
    assert lees_prijsregels(lijn) == ((KOELKAST,), ())


@pytest.mark.parametrize(
    ("lijn", "melding"),
    [
        ("Koelkast 112 466", "Regel 1: schrijf artikel; bladzijde; prijs, zoals: Koelkast; 112; 466,00."),
        ("Koelkast; 112; 466; extra", "Regel 1: schrijf artikel; bladzijde; prijs, zoals: Koelkast; 112; 466,00."),
        ("; 112; 466", "Regel 1: het artikel heeft 1 tot 120 tekens."),
        (f"{'x' * 121}; 112; 466", "Regel 1: het artikel heeft 1 tot 120 tekens."),
        ("Koelkast; 0; 466", "Regel 1: ‘0’ is geen bladzijde."),
        ("Koelkast; ²; 466", "Regel 1: ‘²’ is geen bladzijde."),
        ("Koelkast; 10000; 466", "Regel 1: ‘10000’ is geen bladzijde."),
        ("Koelkast; 112; veel", "Regel 1: ‘veel’ is geen prijs."),
        ("Koelkast; 112; 466,005", "Regel 1: ‘466,005’ is geen prijs."),
        ("Koelkast; 112; -5", "Regel 1: ‘-5’ is geen prijs."),
        ("Koelkast; 112; 123456789012", "Regel 1: ‘123456789012’ is geen prijs."),
        ("Koelkast; 112; 0,00", "Regel 1: een prijs is meer dan 0."),
    ],
)
def test_line_that_cannot_be_read_is_named_with_its_number(lijn, melding):
    assert lees_prijsregels(lijn) == ((), (melding,))


def test_thousands_are_read_and_the_good_lines_are_kept():
    regels, fouten = lees_prijsregels("Bed; 88; 1.210,50\nfout\nKoelkast; 112; 466")

    assert [(regel.artikel, regel.prijs) for regel in regels] == [
        ("Bed", Decimal("1210.50")),
        ("Koelkast", Decimal("466.00")),
    ]
    assert len(fouten) == 1


def test_the_same_artikel_twice_is_a_complaint():
    assert lees_prijsregels("Koelkast;112;466\nkoelkast;113;470")[1] == ("Regel 2: koelkast staat er twee keer in.",)


def test_too_many_lines_are_not_read():
    tekst = "Koelkast;112;466\n" * (MEESTE_REGELS + 1)

    assert lees_prijsregels(tekst) == ((), ("Plak hoogstens 2000 regels tegelijk.",))
