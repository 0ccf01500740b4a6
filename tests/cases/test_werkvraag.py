"""The question of Vandaag is written once for whose work it is, with which roles, on a day: for nothing less."""

from datetime import date, timedelta
from itertools import combinations

import pytest
import time_machine
from django.db import connection

from accounts.kijker import kijker_met, toegang_van
from accounts.models import Lidmaatschap, User
from accounts.permissions import Permission
from accounts.rollen import Rol
from cases import werkvraag
from cases.models import Dossier
from cases.registratie import registreer_vandaagkaart, wachtvragen
from tests.factories import LidmaatschapFactory

ON = date(2026, 5, 19)
# Everybody with Vandaag: one role or two in a gemeente, of which one opens that page.
ROLLEN = [
    rollen
    for aantal in (1, 2)
    for rollen in combinations([rol.value for rol in Rol], aantal)
    if {"consulent", "coordinator"} & set(rollen)
]

pytestmark = pytest.mark.django_db


def schrijf(user, on=ON, wiens=()):
    user = User.objects.get(pk=user.pk)
    werkvraag.schrijf(toegang_van(user), (user.pk, *wiens), on, werkvraag.list_vensters(user, on))
    return werkvraag.schrijf.cache_info().misses


@pytest.mark.parametrize("rol", list(Rol))
def test_kijker_may_and_sees_what_the_user_may_and_sees(rol, gemeente, andere_gemeente, dossier):
    user = LidmaatschapFactory(gemeente=gemeente, rol=rol).user
    LidmaatschapFactory(gemeente=andere_gemeente, rol=Rol.CONSULENT, user=user)
    user = User.objects.get(pk=user.pk)

    kijker = kijker_met(toegang_van(user))

    assert {p: sorted(kijker.gemeenten_met(p)) for p in Permission} == {
        p: sorted(user.gemeenten_met(p)) for p in Permission
    }
    assert list(Dossier.objects.visible_to(kijker)) == list(Dossier.objects.visible_to(user))
    assert (kijker.naam, kijker.email) == ("", "")


def test_who_is_switched_off_is_another_key_and_sees_nothing(consulent):
    aan = toegang_van(consulent)
    consulent.is_active = False

    assert toegang_van(consulent) != aan
    assert kijker_met(toegang_van(consulent)).gemeenten_met(Permission.VANDAAG) == []


def test_text_is_written_again_for_another_role_day_colleague_and_beleid_only(consulent, collega, gemeente):
    assert (schrijf(consulent), schrijf(consulent)) == (1, 1)
    assert schrijf(collega) == 2
    assert schrijf(consulent, ON + timedelta(days=1)) == 3
    assert schrijf(consulent, wiens=(collega.pk,)) == 4
    LidmaatschapFactory(gemeente=gemeente, rol=Rol.COORDINATOR, user=consulent)
    assert schrijf(consulent) == 5
    beleid = gemeente.beleid.get()
    beleid.afwijkingen = {"waarschuwingen": {"nazorg_einde": [45]}}
    beleid.save()
    assert schrijf(consulent) == 6
    Lidmaatschap.objects.filter(user=consulent, rol=Rol.COORDINATOR).delete()
    beleid.afwijkingen = {}
    beleid.save()
    assert schrijf(consulent) == 6


@pytest.mark.parametrize("elders", ["", "externe_hulpverlener"])
@pytest.mark.parametrize("rollen", ROLLEN, ids="+".join)
def test_text_follows_from_roles_and_day_alone(rollen, elders, gemeente, andere_gemeente, django_assert_num_queries):
    """Written while the database says nothing and the clock says another year, it is the same, and can be asked."""
    per_gemeente = {(gemeente.pk, frozenset(rollen)), *([(andere_gemeente.pk, frozenset({elders}))] if elders else [])}
    sleutel = ((7, True, frozenset(per_gemeente)), (7, 8), ON, ())

    with django_assert_num_queries(0), time_machine.travel(date(2026, 5, 19)):
        tekst = werkvraag.schrijf.__wrapped__(*sleutel)
    with time_machine.travel(date(2027, 8, 2)):
        assert repr(werkvraag.schrijf.__wrapped__(*sleutel)) == repr(tekst)
    with connection.cursor() as cursor:
        cursor.execute(tekst.sql, tekst.waarden(alleen_wet=False, on=ON, weekeinde=ON, hoogstens=50, vanaf=0))
        assert [rij[:6] for rij in cursor.fetchall()] == [(0, 0, 0, 0, 0, 0)]


@pytest.mark.parametrize("keer", [1, 2])
def test_no_test_gets_a_text_that_another_had_written(consulent, keer):
    """With another registry or another number of rows: the tests of a file share the consulent."""
    schrijf(consulent)

    assert werkvraag.schrijf.cache_info()[:2] == (0, 1)


def test_cards_stand_in_the_order_of_what_they_ask(coordinator):
    """Who is in danger first; then what UHT said, letters that may not have left, and besluiten for a second person."""
    kaarten = [kaart.template for kaart, _ in wachtvragen(coordinator, [coordinator], ON)]

    assert kaarten == [
        "cases/_acuut.html",
        "cases/_statusvragen.html",
        "planvanaanpak/_bevestigen.html",
        "planvanaanpak/_goedkeuringen.html",
    ]


def test_cards_get_no_more_of_a_user_than_the_text_is_kept_for(consulent, monkeypatch):
    gezien = []

    class Kaart:
        volgorde, template = 99, "partials/_leeg.html"

        def wacht(self, user, users, on):
            gezien.append((user.naam, [een.naam for een in users]))

    monkeypatch.setattr("cases.registratie._vandaagkaarten", [])
    registreer_vandaagkaart(Kaart)
    schrijf(consulent)

    assert gezien == [("", [""])]
