"""Two beheerders invite the same person at the same moment, or one with two clicks: one account."""

import pytest
from django.core import mail

from accounts.actions.gebruikers import aan_of_uit_zetten, rollen_geven, uitnodigen
from accounts.models import Lidmaatschap, User
from accounts.post import Post
from accounts.rollen import Rol
from tests.factories import maak_user
from tests.sloten import terwijl

pytestmark = pytest.mark.django_db(transaction=True)
ADRES = "nora@voorbeeld.example"


def nodig_uit(gemeente, by):
    wat = {"email": ADRES, "naam": "Nora Nieuw", "telefoon": "", "rollen": [Rol.CONSULENT]}
    return uitnodigen(gemeente=gemeente, **wat, by=by, post=Post("http://127.0.0.1"))


def terwijl_een_ander_uitnodigt(gemeente, by, ander, ander_by):
    """Let `by` invite while `ander_by` is still busy with it; give what came of it for `by`."""
    return terwijl(lambda: nodig_uit(ander, ander_by), lambda: nodig_uit(gemeente, by).email)


def test_two_clicks_give_one_account_and_one_invitation(gemeente, beheerder):
    uitkomst = terwijl_een_ander_uitnodigt(gemeente, beheerder, gemeente, beheerder)

    assert uitkomst == f"{ADRES} is al gebruiker van gemeente {gemeente.naam}."
    assert User.objects.filter(email=ADRES).count() == 1
    assert [bericht.to for bericht in mail.outbox] == [[ADRES]]


def test_two_gemeenten_give_one_account_with_roles_in_both(gemeente, beheerder, andere_gemeente):
    elders = maak_user(Rol.BEHEERDER, andere_gemeente)

    assert terwijl_een_ander_uitnodigt(gemeente, beheerder, andere_gemeente, elders) == ADRES
    assert set(Lidmaatschap.objects.filter(user__email=ADRES).values_list("gemeente", "rol")) == {
        (gemeente.pk, "consulent"),
        (andere_gemeente.pk, "consulent"),
    }


@pytest.mark.parametrize("hoe", ["rollen", "uitzetten"])
def test_two_beheerders_do_not_take_each_other_out(gemeente, beheerder, hoe):
    ander = maak_user(Rol.BEHEERDER, gemeente)

    def haal_weg(user, by):
        if hoe == "rollen":
            rollen_geven(user=user, gemeente=gemeente, rollen=[Rol.AUDITOR], by=by)
        else:
            aan_of_uit_zetten(user=user, actief=False, gemeente=gemeente, by=by)

    uitkomst = terwijl(lambda: haal_weg(ander, beheerder), lambda: haal_weg(beheerder, ander))

    assert uitkomst == "Dit is de laatste beheerder van deze gemeente. Maak eerst iemand anders beheerder."
    assert list(User.objects.met_rol(Rol.BEHEERDER, gemeente.pk)) == [beheerder]
