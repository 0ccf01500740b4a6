"""The letter with all that a voorziening can say: printed, read back, and checked."""

from dataclasses import replace

from planvanaanpak.brief import als_json, uit_json
from planvanaanpak.pdf import besluit_pdf
from tests.planvanaanpak import brieven
from tests.planvanaanpak.pdf_controle import controleer
from tests.planvanaanpak.test_pdf import lees

VOL = {
    "voor_wie": "Noor Berkhout",
    "doel": "Alle kinderen slapen in een eigen bed",
    "obstakel": "Uw dochter slaapt op de grond.",
    "geschiktheid": "In een bed slaapt zij beter.",
    "noodzakelijkheid": "Bij de kringloop was geen bed.",
    "evenredigheid": "Het is het goedkoopste bed dat past.",
    "uitzondering": "De uitzondering geldt hier wel.",
    "rekensom": "2 × €\xa0210,00",
    "prijs": "De prijs van €\xa0210,00 komt uit de Nibud Prijzengids 2025, bladzijde 88.",
    "betaling": "Wij betalen de winkel.",
}


def test_letter_with_everything_passes_the_gate_and_reads_back():
    eerste, *rest = brieven.TOEKENNING.voorzieningen
    brief = replace(brieven.TOEKENNING, voorzieningen=(replace(eerste, **VOL), *rest))

    pdf = besluit_pdf(brief)

    assert controleer(pdf) == []
    tekst = lees(pdf)
    for zin in (
        "Dit is voor Noor Berkhout.",
        "Wat u nu tegenhoudt. Uw dochter slaapt op de grond.",
        "Helpt dit om uw doel te halen? In een bed slaapt zij beter.",
        "Kan het ook op een andere manier? Bij de kringloop was geen bed.",
        "Staat dit in verhouding tot uw doel? Het is het goedkoopste bed dat past.",
        "De uitzondering geldt hier wel.",
        "Uw doel hierbij: Alle kinderen slapen in een eigen bed.",
        "Zo rekenen wij: 2 × € 210,00 is",
        "komt uit de Nibud Prijzengids 2025, bladzijde 88.",
        "Wij betalen de winkel.",
    ):
        assert zin in tekst.replace("\xa0", " ")
    assert uit_json(als_json(brief)) == brief


def test_copy_of_a_letter_from_before_these_fields_is_still_read():
    oud = als_json(brieven.TOEKENNING)
    for regel in oud["voorzieningen"]:
        for veld in (*VOL, "is_vrij"):
            regel.pop(veld)

    assert uit_json(oud) == brieven.TOEKENNING
