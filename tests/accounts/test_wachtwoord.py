"""What a new password must be, in words that somebody who never saw a screen of ours understands."""

import pytest
from django.contrib.auth.password_validation import password_validators_help_texts
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from accounts.models import User

TE_KORT = "Dit wachtwoord is te kort. Gebruik minstens 12 tekens."
LIJKT = "Dit wachtwoord lijkt te veel op uw e-mailadres. Kies iets anders."
LEEG = "Dit wachtwoord bestaat alleen uit spaties. Kies een zin van een paar woorden."


def link(user):
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("wachtwoord_kiezen", args=[uid, default_token_generator.make_token(user)])


def kies(client, user, wachtwoord):
    pad = client.get(link(user), follow=True).request["PATH_INFO"]
    return client.post(pad, {"new_password1": wachtwoord, "new_password2": wachtwoord})


@pytest.mark.parametrize(
    ("wachtwoord", "melding"),
    [("kort", TE_KORT), ("consulent@voorbeeld.example", LIJKT), (" " * 12, LEEG), ("\u00a0" * 12, LEEG)],
    ids=["short", "address", "blanks", "other blanks"],
)
def test_refused_password_is_told_in_plain_dutch(client, consulent, wachtwoord, melding):
    antwoord = kies(client, consulent, wachtwoord)

    assert antwoord.context["form"].errors == {"new_password2": [melding]}


def test_link_of_an_account_that_was_switched_off_does_not_work(client, consulent):
    oud, al_open = link(consulent), client.get(link(consulent), follow=True).request["PATH_INFO"]
    User.objects.filter(pk=consulent.pk).update(is_active=False)

    gevraagd = client.get(oud, follow=True)
    client.post(al_open, {"new_password1": "vier rustige ganzen", "new_password2": "vier rustige ganzen"})

    assert (gevraagd.context["validlink"], gevraagd.context["form"]) == (False, None)
    assert "Deze link werkt niet meer" in gevraagd.text
    assert User.objects.get(pk=consulent.pk).password == consulent.password


def test_logging_in_tells_no_stranger_that_an_account_is_switched_off(client, consulent):
    consulent.set_password("vier rustige ganzen")
    consulent.is_active = False
    consulent.save()

    fouten = [
        client.post(reverse("inloggen"), {"username": adres, "password": "vier rustige ganzen"}).context["form"].errors
        for adres in (consulent.email, "onbekend@voorbeeld.example")
    ]

    assert fouten[0] == fouten[1] != {}


def test_own_page_tells_the_same(client, consulent):
    consulent.set_password("vier rustige ganzen")
    consulent.save()
    client.force_login(consulent)
    invoer = {"old_password": "vier rustige ganzen", "new_password1": "kort", "new_password2": "kort"}

    antwoord = client.post(reverse("wachtwoord_wijzigen"), invoer)

    assert antwoord.context["form"].errors == {"new_password2": [TE_KORT]}


def test_help_is_dutch():
    assert password_validators_help_texts()[:3] == [
        "Het wachtwoord mag niet lijken op uw e-mailadres.",
        "Het wachtwoord heeft minstens 12 tekens.",
        "Het wachtwoord bestaat niet alleen uit spaties.",
    ]
