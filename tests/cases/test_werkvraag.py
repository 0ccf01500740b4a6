"""The question of Vandaag is written once for whose work it is, with which roles, on a day: for nothing less."""

from datetime import date, timedelta

import pytest

from accounts.kijker import kijker_met, toegang_van
from accounts.models import Lidmaatschap, User
from accounts.permissions import Permission
from accounts.rollen import Rol
from cases import werkvraag
from cases.models import Dossier
from cases.registratie import registreer_vandaagkaart
from tests.factories import LidmaatschapFactory

ON = date(2026, 5, 19)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _leeg():
    werkvraag.schrijf.cache_clear()


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
