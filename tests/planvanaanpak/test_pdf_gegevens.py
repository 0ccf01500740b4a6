"""The frozen values of a letter: what follows from them, what the law asks of them, and their stored copy."""

import json
import pickle
from dataclasses import FrozenInstanceError, replace
from datetime import date
from decimal import Decimal

import pytest

from planvanaanpak.brief import als_json, ontbrekende_gegevens, uit_json
from planvanaanpak.briefregels import LeefgebiedRegel
from tests.planvanaanpak import brieven

ALLE = [*brieven.BESLUITEN, brieven.LANG, brieven.LEEG, brieven.BIJSLUITER]


@pytest.mark.parametrize("document", ALLE, ids=lambda document: document.documenttitel)
def test_stored_copy_gives_the_same_letter(document):
    opgeslagen = json.loads(json.dumps(als_json(document)))

    assert uit_json(opgeslagen) == document


def test_stored_copy_is_plain_json_with_exact_amounts():
    data = als_json(brieven.TOEKENNING)

    assert data["type"] == "BesluitBrief"
    assert data["datum"] == "2026-05-21"
    assert data["voorzieningen"][0]["bedrag"] == "724.00"
    assert data["leefgebieden"][1]["voorzieningen"] == [2]


def test_stored_copy_without_a_later_field_takes_its_default():
    data = als_json(brieven.TOEKENNING)
    del data["nazorg_tekst"]

    assert uit_json(data) == replace(brieven.TOEKENNING, nazorg_tekst="")


def test_letter_can_travel_to_another_process():
    assert pickle.loads(pickle.dumps(brieven.TOEKENNING)) == brieven.TOEKENNING


def test_letter_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        brieven.TOEKENNING.kenmerk = "anders"


def test_totaal_counts_what_is_granted_only():
    assert brieven.TOEKENNING.totaal == Decimal("5344.00")
    assert brieven.AFWIJZING.totaal == Decimal("0.00")
    assert brieven.TOEKENNING.totaal == sum(regel.bedrag for regel in brieven.TOEKENNING.toegekend)


@pytest.mark.parametrize("soort", ["bezwaar", "", "Toekenning"])
def test_kind_without_a_letter_is_refused(soort):
    with pytest.raises(ValueError, match="er geen brief"):
        replace(brieven.TOEKENNING, soort=soort)


def test_unknown_decision_on_a_voorziening_is_refused():
    with pytest.raises(ValueError, match="Onbekend besluit"):
        replace(brieven.BED, besluit="misschien")


@pytest.mark.parametrize("document", ALLE, ids=lambda document: document.documenttitel)
def test_complete_letter_lacks_nothing(document):
    assert ontbrekende_gegevens(document) == ()


@pytest.mark.parametrize(
    ("anders", "ontbreekt"),
    [
        ({"kenmerk": ""}, "het kenmerk"),
        ({"onderwerp": ""}, "het onderwerp"),
        ({"gronden": ()}, "de wettelijke grondslag"),
        (
            {"ontvanger": replace(brieven.ONTVANGER, adresregels=("Lindepad 14",))},
            "het volledige adres van de ontvanger",
        ),
        ({"ontvanger": replace(brieven.ONTVANGER, naam="")}, "de naam van de ontvanger"),
        ({"afzender": replace(brieven.AFZENDER, college_naam="")}, "de naam van het college"),
        ({"afzender": replace(brieven.AFZENDER, adresregels=())}, "het adres van de gemeente"),
        ({"afzender": replace(brieven.AFZENDER, bezwaar_adres=())}, "het adres voor bezwaar"),
        ({"afzender": replace(brieven.AFZENDER, ondertekenaar_naam="")}, "de naam van de ondertekenaar"),
        ({"afzender": replace(brieven.AFZENDER, ondertekenaar_functie="")}, "de functie van de ondertekenaar"),
        ({"afzender": replace(brieven.AFZENDER, mandaat="")}, "het mandaat van de ondertekenaar"),
        ({"bezwaar_tot": date(2026, 7, 1)}, "een bezwaartermijn van zes weken na verzending"),
        ({"voorzieningen": (replace(brieven.BED, motivering=" \n"),)}, "de motivering van voorziening 1"),
        ({"voorzieningen": (replace(brieven.VAATWASSER, grond=""),)}, "de grond voor het afwijzen van voorziening 4"),
        ({"soort": "addendum"}, "het besluit waar dit besluit bij hoort"),
        ({"soort": "beeindiging", "voorzieningen": ()}, "de toelichting op het besluit"),
    ],
    ids=lambda deel: deel if isinstance(deel, str) else "",
)
def test_unlawful_letter_names_what_it_lacks(anders, ontbreekt):
    assert ontbrekende_gegevens(replace(brieven.TOEKENNING, **anders)) == (ontbreekt,)


@pytest.mark.parametrize(
    ("datum", "vensters"),
    [
        (date(2026, 9, 30), (("Spullen", date(2026, 9, 30)), ("Andere hulp", date(2028, 3, 30)))),
        (date(2026, 10, 1), (("Hulp", date(2028, 3, 30)),)),
        (date(2028, 3, 31), ()),
    ],
    ids=["last day", "day after", "all closed"],
)
def test_closed_window_is_not_promised(datum, vensters):
    assert replace(brieven.TOEKENNING, datum=datum).vensters == vensters


def test_end_of_support_promises_no_window():
    assert replace(brieven.BEEINDIGING, datum=date(2026, 4, 1)).vensters == ()


@pytest.mark.parametrize(
    ("naam", "college"),
    [
        ("college van burgemeester en wethouders van Tiel", "het college van burgemeester en wethouders van Tiel"),
        ("College van B en W", "het college van B en W"),
        ("het college van burgemeester en wethouders", "het college van burgemeester en wethouders"),
        ("Het college van burgemeester en wethouders", "het college van burgemeester en wethouders"),
        ("", ""),
    ],
)
def test_college_has_its_article(naam, college):
    assert replace(brieven.AFZENDER, college_naam=naam).college == college


def test_bezwaar_goes_to_the_organ_named_once():
    met_college = replace(
        brieven.AFZENDER, bezwaar_adres=("Het college van burgemeester en wethouders van Rivierendam", "Postbus 1")
    )

    assert met_college.bezwaar_regels == met_college.bezwaar_adres
    assert brieven.AFZENDER.bezwaar_regels == (
        "het college van burgemeester en wethouders van Rivierendam",
        "Postbus 100",
        "4000 AA Rivierendam",
    )


def test_leefgebied_has_a_heading_and_knows_when_it_is_empty():
    leeg = LeefgebiedRegel(leefgebied="wonen", doelstelling="Passende woning")

    assert leeg.kop == "Wonen: passende woning"
    assert replace(leeg, doelstelling="").kop == "Wonen"
    assert leeg.is_leeg
    assert not replace(leeg, voldoet="ja").is_leeg


@pytest.mark.parametrize(
    ("anders", "wie"),
    [
        ({}, "Jolanda Prins, telefoon 0555 12 34 71"),
        ({"contacttelefoon": ""}, "Jolanda Prins"),
        ({"contactpersoon": ""}, "ons, telefoon 0555 12 34 56"),
    ],
    ids=["person", "person without telephone", "team"],
)
def test_letter_says_whom_to_ring(anders, wie):
    assert replace(brieven.TOEKENNING, **anders).wie_bellen == wie


def test_gemeente_is_named_once():
    assert brieven.AFZENDER.naam == "Gemeente Rivierendam"
    assert replace(brieven.AFZENDER, gemeente="Gemeente Tiel").naam == "Gemeente Tiel"
