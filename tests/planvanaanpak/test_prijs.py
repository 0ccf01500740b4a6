"""What a voorziening costs: aantal times price, the mean of comparable goods, and what must add up."""

from decimal import Decimal

import pytest

from planvanaanpak.prijs import bedrag_van, gemiddelde, keur_bedragen, keur_btw, rond_af

BTW_TE_HOOG = "De btw is hoger dan 21 procent van het bedrag zonder btw. Controleer de twee bedragen."


@pytest.mark.parametrize(
    ("prijzen", "uit"),
    [
        (["449.00", "479.00", "471.00"], "466.33"),
        (["100.00", "100.00", "100.00"], "100.00"),
        (["10.00", "10.00", "10.01"], "10.00"),
        (["10.00", "10.01", "10.01"], "10.01"),
        (["0.01", "0.01", "0.02"], "0.01"),
        (["0.01", "0.02"], "0.02"),
        (["10.01", "10.02", "10.00", "10.03"], "10.02"),
        (["1299.99"], "1299.99"),
    ],
    ids=["koelkast", "gelijk", "een derde", "twee derde", "centen", "halve cent", "halve cent van vier", "een"],
)
def test_mean_is_rounded_to_the_cent_half_up(prijzen, uit):
    assert gemiddelde([Decimal(prijs) for prijs in prijzen]) == Decimal(uit)


def test_there_is_no_mean_of_nothing():
    with pytest.raises(ValueError, match="geen enkele prijs"):
        gemiddelde([])


@pytest.mark.parametrize(
    ("aantal", "prijs", "uit"),
    [
        ("12", "150.00", "1800.00"),
        ("1", "0.00", "0.00"),
        ("7.5", "62.33", "467.48"),
        ("0.5", "0.01", "0.01"),
        ("0.33", "100.00", "33.00"),
        ("2.25", "10.02", "22.55"),
    ],
    ids=["gesprekken", "gratis", "uren", "halve cent", "deel", "naar boven"],
)
def test_bedrag_is_aantal_times_price_rounded_once(aantal, prijs, uit):
    assert bedrag_van(Decimal(aantal), Decimal(prijs)) == Decimal(uit)


@pytest.mark.parametrize(("bedrag", "uit"), [("0.005", "0.01"), ("0.0049", "0.00"), ("2.675", "2.68")])
def test_half_a_cent_goes_up(bedrag, uit):
    assert rond_af(Decimal(bedrag)) == Decimal(uit)


@pytest.mark.parametrize(
    ("anders", "fouten"),
    [
        ({}, {}),
        ({"eenheidsprijs": None}, {}),
        ({"bedrag": None}, {}),
        ({"btw": Decimal("52.89")}, {}),
        ({"btw": Decimal("52.90")}, {"btw": BTW_TE_HOOG}),
        ({"btw": Decimal("300.00")}, {"btw": BTW_TE_HOOG}),
        ({"btw": Decimal("300.01")}, {"btw": "De btw kan niet meer zijn dan het hele bedrag van €\xa0300,00."}),
        ({"aantal": Decimal(0)}, {"aantal": "Vul een aantal in dat meer is dan 0."}),
        (
            {"bedrag": Decimal("299.99"), "btw": None},
            {"bedrag": "2 × €\xa0150,00 is €\xa0300,00. Vul dat bedrag in, of laat het veld leeg."},
        ),
    ],
    ids=[
        "klopt",
        "zonder prijs",
        "zonder bedrag",
        "ruim afgerond",
        "te hoge btw",
        "alles btw",
        "te veel btw",
        "niets",
        "een cent te weinig",
    ],
)
def test_amounts_must_add_up(anders, fouten):
    goed = {
        "aantal": Decimal(2),
        "eenheidsprijs": Decimal("150.00"),
        "bedrag": Decimal("300.00"),
        "btw": Decimal("52.07"),
    }

    assert keur_bedragen(**{**goed, **anders}) == fouten


@pytest.mark.parametrize(
    ("netto", "btw", "melding"),
    [
        ("385.40", "80.93", ""),
        ("100.00", "22.00", ""),
        ("100.00", "22.01", BTW_TE_HOOG),
        ("100.00", "0.00", ""),
        ("0.00", "1.01", BTW_TE_HOOG),
    ],
    ids=["klopt", "een euro afgerond", "te hoog", "geen btw", "niets zonder btw"],
)
def test_btw_is_at_most_the_highest_rate_and_what_an_invoice_rounds(netto, btw, melding):
    assert keur_btw(netto=Decimal(netto), btw=Decimal(btw)) == melding
