"""What a herziening of one voorziening must meet, and when it gives more."""

from datetime import date
from decimal import Decimal

import pytest

from planvanaanpak.herzienkeuzes import Wijziging
from planvanaanpak.herzienregels import (
    ALSNOG,
    ANDERS,
    BLIJFT,
    KAN,
    VERVALT,
    Voorzieningstand,
    is_meer,
    keur,
    keur_ingang,
    nieuw_aantal,
    nieuwe_btw,
)
from planvanaanpak.weg import weg_na_vaststellen, weg_tot_vaststellen

WAS = Voorzieningstand(bedrag=Decimal("100.00"), vanaf=date(2026, 5, 1), tot=date(2027, 4, 30))


def stand(bedrag="100.00", vanaf=WAS.vanaf, tot=WAS.tot):
    return Voorzieningstand(bedrag=Decimal(bedrag), vanaf=vanaf, tot=tot)


@pytest.mark.parametrize(
    ("status", "wat", "wordt", "motivering", "fouten"),
    [
        pytest.param("toegekend", BLIJFT, None, "", {}, id="stays"),
        pytest.param("toegekend", ANDERS, stand("90.00"), "Minder nodig.", {}, id="less"),
        pytest.param("toegekend", VERVALT, None, "Niet meer nodig.", {}, id="lapses"),
        pytest.param("afgewezen", ALSNOG, stand("0.00"), "Toch nodig.", {}, id="granted-after-all"),
        pytest.param("toegekend", ANDERS, stand("90.00"), " ", {"motivering"}, id="without-why"),
        pytest.param("toegekend", VERVALT, None, "", {"motivering"}, id="lapses-without-why"),
        pytest.param("toegekend", ANDERS, WAS, "Zomaar.", {"bedrag"}, id="nothing-changes"),
        pytest.param("toegekend", ANDERS, None, "Meer.", {"bedrag"}, id="without-amount"),
        pytest.param("toegekend", ANDERS, stand(tot=date(2026, 4, 30)), "Korter.", {"tot"}, id="ends-before-it-begins"),
        pytest.param("toegekend", ALSNOG, stand(), "Dubbel.", {"wat"}, id="granted-already"),
        pytest.param("afgewezen", VERVALT, None, "Weg.", {"wat"}, id="refused-cannot-lapse"),
        pytest.param("vervallen", ANDERS, stand("1.00"), "Terug.", {"wat"}, id="lapsed-before"),
    ],
)
def test_one_row_is_held_against_the_rules(status, wat, wordt, motivering, fouten):
    assert set(keur(status, WAS, wordt, wat=wat, motivering=motivering)) == set(fouten)


JULI, AUGUSTUS = date(2026, 7, 1), date(2026, 8, 1)
ZONDER_EIND = Voorzieningstand(bedrag=Decimal("100.00"))


@pytest.mark.parametrize(
    ("was", "wat", "wordt", "ingang", "fouten"),
    [
        pytest.param(WAS, VERVALT, None, AUGUSTUS, {}, id="lapses-later"),
        pytest.param(ZONDER_EIND, VERVALT, None, AUGUSTUS, {}, id="lapses-without-end"),
        pytest.param(stand(tot=AUGUSTUS), VERVALT, None, AUGUSTUS, {}, id="lapses-on-its-last-day"),
        pytest.param(stand(tot=date(2026, 7, 31)), VERVALT, None, AUGUSTUS, {"wat"}, id="over-by-then"),
        pytest.param(WAS, BLIJFT, None, AUGUSTUS, {}, id="stays"),
        pytest.param(WAS, ANDERS, stand("90.00"), JULI, {}, id="amount-from-the-letter"),
        pytest.param(WAS, ANDERS, stand("90.00"), date(2026, 7, 2), {"bedrag"}, id="amount-a-day-later"),
        pytest.param(WAS, ANDERS, stand(tot=date(2026, 7, 31)), AUGUSTUS, {}, id="ends-the-day-before"),
        pytest.param(WAS, ANDERS, stand(tot=date(2026, 7, 30)), AUGUSTUS, {"tot"}, id="ends-before-it-changes"),
        pytest.param(ZONDER_EIND, ANDERS, stand(tot=date(2026, 6, 1)), JULI, {"tot"}, id="ended-before-it-changes"),
        pytest.param(WAS, ANDERS, stand(tot=date(2028, 4, 30)), AUGUSTUS, {}, id="longer"),
        pytest.param(WAS, ALSNOG, stand(vanaf=AUGUSTUS), AUGUSTUS, {}, id="granted-from-then"),
        pytest.param(WAS, ALSNOG, stand(vanaf=date(2026, 7, 31)), AUGUSTUS, {"vanaf"}, id="granted-too-early"),
        pytest.param(WAS, ALSNOG, stand(vanaf=None), AUGUSTUS, {"vanaf"}, id="granted-without-a-day"),
        pytest.param(WAS, ALSNOG, stand(vanaf=None), JULI, {}, id="granted-at-once"),
    ],
)
def test_nothing_holds_on_other_days_than_the_letter_says(was, wat, wordt, ingang, fouten):
    assert set(keur_ingang(was, wordt, wat=wat, ingang=ingang, brief=JULI)) == set(fouten)


@pytest.mark.parametrize(
    ("wordt", "meer"),
    [
        pytest.param(stand("100.01"), True, id="a-cent-more"),
        pytest.param(stand("100.00"), False, id="the-same"),
        pytest.param(stand("99.99"), False, id="a-cent-less"),
        pytest.param(stand(tot=date(2027, 5, 1)), True, id="a-day-longer"),
        pytest.param(stand(tot=None), True, id="without-end"),
        pytest.param(stand(tot=date(2027, 4, 29)), False, id="a-day-shorter"),
        pytest.param(stand(vanaf=date(2026, 4, 30)), True, id="a-day-earlier"),
        pytest.param(stand(vanaf=date(2026, 5, 2)), False, id="a-day-later"),
    ],
)
def test_more_money_or_time_is_a_grant(wordt, meer):
    assert is_meer(WAS, wordt) is meer


@pytest.mark.parametrize(
    ("bedrag", "prijs", "aantal"),
    [
        pytest.param("3000.00", "150.00", "20", id="more-pieces"),
        pytest.param("150.00", "150.00", "1", id="one-piece"),
        pytest.param("400.00", "466.33", None, id="no-whole-number"),
        pytest.param("0.00", "150.00", None, id="for-nothing"),
        pytest.param("400.00", None, None, id="without-price"),
        pytest.param("400.00", "0.00", None, id="price-of-nothing"),
    ],
)
def test_new_amount_is_a_number_of_pieces_or_has_no_price(bedrag, prijs, aantal):
    gevonden = nieuw_aantal(Decimal(bedrag), Decimal(prijs) if prijs else None)

    assert gevonden == (Decimal(aantal) if aantal else None)


@pytest.mark.parametrize(
    ("btw", "was", "wordt", "nieuw"),
    [
        pytest.param("21.00", "121.00", "60.50", "10.50", id="half"),
        pytest.param("0.01", "1.00", "0.50", "0.01", id="half-a-cent-up"),
        pytest.param("0.00", "100.00", "400.00", "0.00", id="without-btw"),
        pytest.param("0.00", "0.00", "400.00", "0.00", id="from-nothing"),
    ],
)
def test_btw_stays_the_same_part(btw, was, wordt, nieuw):
    assert nieuwe_btw(Decimal(btw), Decimal(was), Decimal(wordt)) == Decimal(nieuw)


def test_every_choice_can_be_made_of_some_voorziening():
    assert {keuze for kan in KAN.values() for keuze in kan} == set(Wijziging.values)


def test_the_road_stops_at_what_is_missing_and_ends_when_the_letter_left():
    standen = {
        naam: [stap.stand for stap in weg]
        for naam, weg in {
            "missing": weg_tot_vaststellen(is_compleet=False),
            "complete": weg_tot_vaststellen(is_compleet=True),
            "vastgesteld": weg_na_vaststellen(is_verzonden=False),
            "sent": weg_na_vaststellen(is_verzonden=True),
        }.items()
    }

    assert standen == {
        "missing": ["nu", "straks", "straks", "straks"],
        "complete": ["klaar", "nu", "straks", "straks"],
        "vastgesteld": ["klaar", "klaar", "klaar", "nu"],
        "sent": [],
    }
