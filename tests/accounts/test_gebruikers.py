"""A beheerder invites, changes and switches off users of the own gemeente, and nobody else's."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from accounts.actions import gebruikers as acties
from accounts.models import User
from accounts.rollen import Rol
from tests.factories import LidmaatschapFactory, maak_user

NIEUW = {"naam": "Nora Nieuw", "email": "Nora@Voorbeeld.example", "telefoon": "0555 1", "rollen": ["consulent"]}


def nodig_uit(client, gemeente, **anders):
    return client.post(reverse("gebruiker_nieuw"), {**NIEUW, "gemeente": gemeente.pk, **anders})


def test_invited_user_chooses_a_password_and_logs_in(
    als_beheerder, gemeente, django_capture_on_commit_callbacks, client
):
    with django_capture_on_commit_callbacks(execute=True):
        nodig_uit(als_beheerder, gemeente)

    user = User.objects.get(email="nora@voorbeeld.example")
    assert list(user.lidmaatschappen.values_list("gemeente", "rol")) == [(gemeente.pk, "consulent")]
    assert mail.outbox[0].to == ["nora@voorbeeld.example"]
    client.logout()
    pad = re.search(r"/wachtwoord/kiezen/\S+", mail.outbox[0].body)[0]
    formulier = client.get(pad, follow=True)
    gekozen = {"new_password1": "vier rustige ganzen", "new_password2": "vier rustige ganzen"}
    client.post(formulier.request["PATH_INFO"], gekozen)
    ingelogd = client.post(
        reverse("inloggen"), {"username": "NORA@voorbeeld.example", "password": "vier rustige ganzen"}
    )
    assert (ingelogd.status_code, ingelogd.url) == (302, reverse("start"))


def test_invitation_without_a_role_is_refused_and_keeps_what_was_typed(als_beheerder, gemeente):
    antwoord = nodig_uit(als_beheerder, gemeente, rollen=[])

    assert antwoord.context["form"].errors == {"rollen": ["Kies minstens één mogelijkheid."]}
    assert "Nora Nieuw" in antwoord.content.decode()
    assert not User.objects.filter(naam="Nora Nieuw").exists()


def test_address_that_is_too_long_is_refused(als_beheerder, gemeente):
    antwoord = nodig_uit(als_beheerder, gemeente, email=f"nora@{'a.' * 125}example")

    assert antwoord.context["form"].errors == {"email": ["Gebruik niet meer dan 254 tekens. U gebruikt er nu 262."]}


def test_known_user_of_another_gemeente_gets_roles_here_without_a_new_account(
    als_beheerder, gemeente, vreemde, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        nodig_uit(als_beheerder, gemeente, email=vreemde.email)

    assert set(vreemde.lidmaatschappen.values_list("gemeente__code", "rol")) == {
        ("9901", "consulent"),
        ("9902", "coordinator"),
    }
    assert [bericht.to for bericht in mail.outbox] == [[vreemde.email]]


def test_inviting_somebody_twice_is_refused(als_beheerder, gemeente, consulent):
    antwoord = nodig_uit(als_beheerder, gemeente, email=consulent.email)

    assert antwoord.context["form"].non_field_errors() == [
        "consulent@voorbeeld.example is al gebruiker van gemeente Rivierendam."
    ]


def test_roles_change_and_the_history_says_who(als_beheerder, gemeente, consulent, beheerder):
    als_beheerder.post(
        reverse("gebruiker", args=["9901", consulent.pk]),
        {
            "naam": "Jolanda de Vries",
            "email": consulent.email,
            "telefoon": "",
            "functie": "jurist",
            "rollen": ["consulent", "coordinator"],
        },
    )

    consulent.refresh_from_db()
    assert consulent.naam == "Jolanda de Vries"
    assert set(consulent.lidmaatschappen.values_list("rol", flat=True)) == {"consulent", "coordinator"}
    assert consulent.history.first().history_user == beheerder


def test_last_beheerder_keeps_the_role(als_beheerder, beheerder):
    antwoord = als_beheerder.post(
        reverse("gebruiker", args=["9901", beheerder.pk]),
        {"naam": "Els", "email": beheerder.email, "telefoon": "", "rollen": ["consulent"]},
    )

    assert antwoord.context["form"].errors["rollen"] == [
        "Dit is de laatste beheerder van deze gemeente. Maak eerst iemand anders beheerder."
    ]
    assert list(beheerder.lidmaatschappen.values_list("rol", flat=True)) == ["beheerder"]


@pytest.mark.parametrize(
    ("rollen", "pad", "zin"),
    [
        ([], "start", "U heeft nog geen rol. Vraag uw beheerder."),
        (["consulent"], "vandaag", "De gegevens van Els zijn bewaard."),
        (["externe_hulpverlener"], "start", "Voor uw rol is hier nog niets te doen."),
    ],
    ids=["no role", "another role", "role without pages"],
)
def test_beheerder_who_stops_being_one_lands_on_a_page_that_opens(als_beheerder, beheerder, gemeente, rollen, pad, zin):
    maak_user(Rol.BEHEERDER, gemeente)

    antwoord = als_beheerder.post(
        reverse("gebruiker", args=["9901", beheerder.pk]),
        {"naam": "Els", "email": beheerder.email, "telefoon": "", "rollen": rollen},
        follow=True,
    )

    assert (antwoord.status_code, antwoord.request["PATH_INFO"]) == (200, reverse(pad))
    assert "De gegevens van Els zijn bewaard." in antwoord.text
    assert zin in antwoord.text
    assert set(beheerder.lidmaatschappen.values_list("rol", flat=True)) == set(rollen)


def test_switched_off_user_can_not_log_in(als_beheerder, consulent, client):
    als_beheerder.post(reverse("gebruiker_actief", args=["9901", consulent.pk]), {"actief": "nee"})

    consulent.refresh_from_db()
    assert consulent.is_active is False
    consulent.set_password("vier rustige ganzen")
    consulent.save()
    client.logout()
    antwoord = client.post(reverse("inloggen"), {"username": consulent.email, "password": "vier rustige ganzen"})
    assert antwoord.status_code == 200
    assert antwoord.context["user"].is_authenticated is False


def test_switched_off_user_is_out_at_once(client, als_beheerder, consulent, beheerder, gemeente):
    acties.aan_of_uit_zetten(user=consulent, actief=False, gemeente=gemeente, by=beheerder)
    client.force_login(consulent)

    antwoord = client.get(reverse("vandaag"))

    assert (antwoord.status_code, antwoord.url) == (302, "/inloggen/?next=/vandaag/")


@pytest.mark.parametrize(
    ("wie", "melding"),
    [("zelf", "uw eigen account"), ("elders", "ook voor een andere gemeente")],
    ids=["own-account", "works-elsewhere"],
)
def test_switching_off_is_refused(beheerder, gemeente, andere_gemeente, consulent, wie, melding):
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.CONSULENT)
    user = beheerder if wie == "zelf" else consulent

    with pytest.raises(acties.GebruikerFout, match=melding):
        acties.aan_of_uit_zetten(user=user, actief=False, gemeente=gemeente, by=beheerder)

    user.refresh_from_db()
    assert user.is_active is True


@pytest.mark.parametrize("naam", ["gebruiker", "gebruiker_actief", "gebruiker_wachtwoordlink"])
def test_user_of_another_gemeente_is_not_found(als_beheerder, vreemde, naam):
    for code in ("9901", "9902"):
        assert als_beheerder.post(reverse(naam, args=[code, vreemde.pk]), {"actief": "nee"}).status_code == 404


def test_wachtwoord_vergeten_says_the_same_for_an_unknown_address(
    client, consulent, django_capture_on_commit_callbacks
):
    consulent.set_password("vier rustige ganzen")
    consulent.save()

    for adres in (consulent.email, "onbekend@voorbeeld.example"):
        with django_capture_on_commit_callbacks(execute=True):
            antwoord = client.post(reverse("wachtwoord_vergeten"), {"email": adres})
        assert (antwoord.status_code, antwoord.url) == (302, reverse("wachtwoord_vergeten_klaar"))

    assert [m.to for m in mail.outbox] == [[consulent.email]]
    assert "http://127.0.0.1:8000/wachtwoord/kiezen/" in mail.outbox[0].body


@pytest.mark.parametrize("aantal", [1, 3])
def test_list_of_users_takes_the_same_queries(client, beheerder, gemeente, aantal, django_assert_num_queries):
    for _ in range(aantal):
        maak_user(Rol.CONSULENT, gemeente)
    client.force_login(beheerder)

    with django_assert_num_queries(6):
        client.get(reverse("gebruikers"))


def test_name_in_the_list_opens_the_user(als_beheerder, beheerder, consulent, collega, andere_gemeente):
    LidmaatschapFactory(user=beheerder, gemeente=andere_gemeente, rol=Rol.BEHEERDER)
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.AUDITOR)
    vreemde = maak_user(Rol.CONSULENT, andere_gemeente, naam="Alleen Daar")

    inhoud = als_beheerder.get(reverse("gebruikers")).text

    for code, user in (("9901", collega), ("9902", consulent), ("9902", vreemde)):
        assert re.search(rf'<a [^>]*href="{reverse("gebruiker", args=[code, user.pk])}">{user.naam}</a>', inhoud)
    assert reverse("gebruiker", args=["9901", consulent.pk]) in inhoud
    assert inhoud.count(reverse("gebruiker", args=["9901", collega.pk])) == 1
