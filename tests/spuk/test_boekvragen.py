"""What is easily a mistake is asked about before a cost is booked, and refused by nobody."""

from datetime import date
from decimal import Decimal

import pytest

from spuk.boekvragen import vraag_bedrag, vraag_dag, vraag_jaar
from spuk.sisadag import Sisadag

AANVRAAG = date(2026, 10, 2)


def tekst(vraag):
    return vraag and vraag.tekst.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("geboekt", "bruto", "meer"),
    [
        ("0.00", "2400.00", None),
        ("0.00", "2400.01", "0,01"),
        ("2000.00", "400.00", None),
        ("2000.00", "1630.00", "1.230,00"),
        ("3000.00", "1.00", "601,00"),
        ("3000.00", "-600.00", None),
        ("3000.00", "0.00", None),
    ],
    ids=["all", "a cent more", "the rest", "more", "more again", "given back", "nothing"],
)
def test_more_than_was_granted_is_asked_about_with_its_amounts(geboekt, bruto, meer):
    geboekt, bruto = Decimal(geboekt), Decimal(bruto)

    vraag = vraag_bedrag(toegekend=Decimal("2400.00"), geboekt=geboekt, bruto=bruto)

    assert (meer is None) == (vraag is None)
    if vraag is not None:
        assert f": € {meer} meer. Controleer" in tekst(vraag)
        assert vraag.kort.replace("\xa0", " ") == f"met deze factuur is € {meer} meer geboekt dan toegekend"
        assert vraag.sleutel == f"bedrag:{geboekt + bruto}"


def test_question_about_an_amount_names_what_was_granted_and_booked():
    vraag = vraag_bedrag(toegekend=Decimal("2400.00"), geboekt=Decimal(0), bruto=Decimal("3630.00"))

    assert tekst(vraag) == (
        "Toegekend is € 2.400,00 met btw. Met deze factuur is er € 3.630,00 met btw geboekt: € 1.230,00 meer."
        " Controleer de bedragen en de voorziening. Is er meer afgesproken? Vraag de casusregisseur om een besluit."
    )


@pytest.mark.parametrize(
    ("artikel", "regel"),
    [
        ("artikel 8 lid 1e", " Die kosten betaalt de gemeente alleen na een bedreigende situatie (artikel 8 lid 1e)."),
        ("", ""),
    ],
    ids=["beleid that does not pay", "other beleid"],
)
def test_invoice_of_before_the_aanvraag_is_asked_about(artikel, regel):
    assert vraag_dag(datum=AANVRAAG, aanvraag=AANVRAAG, artikel=artikel) is None
    assert tekst(vraag_dag(datum=date(2026, 10, 1), aanvraag=AANVRAAG, artikel=artikel)) == (
        f"De factuurdatum, 1 oktober 2026, is van vóór de aanvraag van 2 oktober 2026.{regel} Controleer de datum en de"
        " voorziening. Twijfelt u? Vraag het aan de casusregisseur."
    )


@pytest.mark.parametrize(
    ("ingediend", "on", "voorbij"),
    [
        (None, date(2026, 7, 15), False),
        (None, date(2026, 7, 16), True),
        (date(2026, 5, 1), date(2026, 5, 1), False),
        (date(2026, 5, 1), date(2026, 5, 2), True),
        (date(2026, 8, 1), date(2026, 7, 20), False),
        (date(2026, 8, 1), date(2026, 8, 2), True),
    ],
    ids=["last day", "day after", "day it went in", "went in before", "went in late", "after it went in late"],
)
def test_year_is_over_once_its_bijlage_went_in_or_is_overdue(ingediend, on, voorbij):
    sisa = Sisadag(2025, ingediend)

    assert (sisa.is_voorbij(on), vraag_jaar(sisa=sisa, on=on) is not None) == (voorbij, voorbij)


@pytest.mark.parametrize(
    ("ingediend", "woorden"),
    [
        (None, "De SiSa-bijlage over 2025 moest uiterlijk op 15 juli 2026 zijn ingediend."),
        (date(2026, 5, 1), "De SiSa-bijlage over 2025 is ingediend op 1 mei 2026."),
    ],
    ids=["overdue", "went in"],
)
def test_question_about_a_year_says_which_and_what_to_do(ingediend, woorden):
    assert tekst(vraag_jaar(sisa=Sisadag(2025, ingediend), on=date(2026, 11, 27))) == (
        f"{woorden} Deze kosten komen bij 2025 en kunnen de bedragen van dat jaar veranderen. Controleer de"
        " factuurdatum. Klopt die? Overleg met uw accountant hoe u deze kosten nog verantwoordt."
    )
