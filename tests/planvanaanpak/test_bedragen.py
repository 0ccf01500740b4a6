from decimal import Decimal

import pytest

from planvanaanpak.bedragen import Planbedragen, tel_bedragen

RIJEN = [
    ("materieel", "toekennen", Decimal("466.33")),
    ("materieel", "toekennen", Decimal("0.01")),
    ("immaterieel", "toekennen", Decimal("1800.00")),
    ("materieel", "afwijzen", Decimal("612.00")),
    ("immaterieel", "afwijzen", Decimal("10.00")),
]


def test_tel_bedragen_per_soort():
    som = tel_bedragen(RIJEN)

    assert som == Planbedragen(
        materieel=Decimal("466.34"),
        immaterieel=Decimal("1800.00"),
        toekennen=Decimal("2266.34"),
        afwijzen=Decimal("622.00"),
    )
    assert som.toekennen + som.afwijzen == sum(bedrag for _, _, bedrag in RIJEN)


def test_tel_bedragen_of_nothing_is_zero():
    assert tel_bedragen([]) == Planbedragen()


def test_sums_that_do_not_add_up_cannot_exist():
    with pytest.raises(ValueError, match="samen niet"):
        Planbedragen(materieel=Decimal("1.00"), toekennen=Decimal("2.00"))
