"""Mail that goes out when the database keeps what was done, and a mail server that is down."""

import logging
import re
from smtplib import SMTPException, SMTPRecipientsRefused

import pytest
from django.contrib.messages import get_messages
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.urls import reverse

from accounts.actions import gebruikers as acties
from accounts.actions.basis import bewaar
from accounts.models import User
from accounts.rollen import Rol
from tests.accounts.test_gebruikers import nodig_uit
from tests.factories import LidmaatschapFactory, maak_user

NIET_WEG = "De mail is niet verstuurd. Stuur de link opnieuw."


def meldingen(antwoord):
    return [str(melding) for melding in get_messages(antwoord.wsgi_request)]


@pytest.fixture
def kapot(monkeypatch):
    """A mail server that refuses the address, and says so with the address in it."""

    def send_messages(self, berichten):
        raise SMTPRecipientsRefused({berichten[0].to[0]: (550, b"no such user")})

    monkeypatch.setattr(EmailBackend, "send_messages", send_messages)


@pytest.mark.django_db(transaction=True)
def test_invitation_without_mail_keeps_the_account_and_says_so(als_beheerder, gemeente, kapot, caplog):
    antwoord = nodig_uit(als_beheerder, gemeente)

    nieuw = User.objects.get(email="nora@voorbeeld.example")
    assert antwoord.url == reverse("gebruiker", args=["9901", nieuw.pk])
    assert meldingen(antwoord) == ["Nora Nieuw werkt nu voor gemeente Rivierendam.", NIET_WEG]
    assert [r.getMessage() for r in caplog.records if r.name == "accounts.post"] == [
        "Een mail is niet verstuurd: SMTPRecipientsRefused."
    ]
    assert "nora@" not in caplog.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fout", [SMTPException("stuk"), ConnectionRefusedError(), TimeoutError()], ids=repr)
def test_link_that_is_not_sent_says_so(als_beheerder, consulent, monkeypatch, caplog, fout):
    def send_messages(self, berichten):
        raise fout

    monkeypatch.setattr(EmailBackend, "send_messages", send_messages)
    caplog.set_level(logging.CRITICAL, logger="accounts.post")

    antwoord = als_beheerder.post(reverse("gebruiker_wachtwoordlink", args=["9901", consulent.pk]))

    assert (antwoord.status_code, meldingen(antwoord)) == (302, [NIET_WEG])


@pytest.mark.django_db(transaction=True)
def test_wachtwoord_vergeten_says_the_same_when_mail_is_down(client, consulent, kapot, caplog):
    antwoord = client.post(reverse("wachtwoord_vergeten"), {"email": consulent.email})

    assert antwoord.url == reverse("wachtwoord_vergeten_klaar")
    assert consulent.email not in caplog.text


def test_who_never_chose_a_password_gets_a_new_link(client, gemeente, beheerder, django_capture_on_commit_callbacks):
    nieuw = acties.uitnodigen(
        gemeente=gemeente, email="nora@voorbeeld.example", naam="Nora", telefoon="", rollen=[Rol.CONSULENT],
        by=beheerder, post=acties.Post("http://127.0.0.1:8000"),
    )  # fmt: skip

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("wachtwoord_vergeten"), {"email": "NORA@voorbeeld.example"})

    [bericht] = mail.outbox
    assert (bericht.to, bericht.subject) == ([nieuw.email], "Uitnodiging voor Brede ondersteuning")
    pad = re.search(r"/wachtwoord/kiezen/\S+", bericht.body)[0]
    assert client.get(pad, follow=True).context["validlink"] is True


def test_wachtwoord_vergeten_leaves_an_account_that_is_off_alone(client, consulent, django_capture_on_commit_callbacks):
    consulent.is_active = False
    consulent.save()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("wachtwoord_vergeten"), {"email": consulent.email})

    assert mail.outbox == []


def test_somebody_of_another_gemeente_hears_it(
    als_beheerder,
    gemeente,
    vreemde,
    django_capture_on_commit_callbacks,
):
    vreemde.set_password("vier rustige ganzen")
    vreemde.save()

    with django_capture_on_commit_callbacks(execute=True):
        antwoord = nodig_uit(als_beheerder, gemeente, email=vreemde.email)

    tekst = f"{vreemde.naam} had al een account en werkt nu ook voor gemeente Rivierendam. Het wachtwoord"
    assert meldingen(antwoord) == [f"{tekst} blijft hetzelfde; een mail zegt het."]
    [bericht] = mail.outbox
    assert (bericht.to, bericht.subject) == ([vreemde.email], "U werkt nu ook voor Rivierendam")
    assert "wachtwoord/kiezen" not in bericht.body


def test_account_that_is_off_comes_back_by_invitation_when_it_has_no_roles(
    als_beheerder,
    gemeente,
    consulent,
    beheerder,
    django_capture_on_commit_callbacks,
):
    consulent.set_password("vier rustige ganzen")
    consulent.save()
    acties.aan_of_uit_zetten(user=consulent, actief=False, gemeente=gemeente, by=beheerder)
    acties.rollen_geven(user=consulent, gemeente=gemeente, rollen=[], by=beheerder)

    with django_capture_on_commit_callbacks(execute=True):
        nodig_uit(als_beheerder, gemeente, email=consulent.email)

    consulent.refresh_from_db()
    assert (consulent.is_active, consulent.has_usable_password()) == (True, False)
    assert list(consulent.lidmaatschappen.values_list("rol", flat=True)) == ["consulent"]
    assert "/wachtwoord/kiezen/" in mail.outbox[0].body
    assert consulent.history.first().history_change_reason == "opnieuw uitgenodigd"


def test_account_that_is_off_elsewhere_does_not_come_back(als_beheerder, gemeente, vreemde):
    vreemde.is_active = False
    vreemde.save()

    antwoord = nodig_uit(als_beheerder, gemeente, email=vreemde.email)

    assert antwoord.context["form"].non_field_errors() == [
        "Dit account is uitgezet. Zet het weer aan bij de gemeente die het beheert."
    ]
    vreemde.refresh_from_db()
    assert vreemde.is_active is False


def wijzig(client, user, **anders):
    gegevens = {"naam": user.naam, "email": user.email, "telefoon": "", "functie": "", "rollen": ["consulent"]}
    return client.post(reverse("gebruiker", args=["9901", user.pk]), gegevens | anders)


def test_beheerder_changes_the_address_and_both_hear_it(
    als_beheerder,
    consulent,
    beheerder,
    django_capture_on_commit_callbacks,
):
    consulent.set_password("vier rustige ganzen")
    consulent.save()
    sessie = Client()
    sessie.force_login(consulent)

    with django_capture_on_commit_callbacks(execute=True):
        wijzig(als_beheerder, consulent, email="J.Prins@Voorbeeld.example")

    assert [(m.to, m.subject) for m in mail.outbox] == [
        (["consulent@voorbeeld.example"], "U logt niet meer in met dit adres"),
        (["j.prins@voorbeeld.example"], "U logt voortaan in met dit adres"),
    ]
    assert "j.prins@" not in mail.outbox[0].body
    assert sessie.get(reverse("vandaag")).url.startswith("/inloggen/")
    versie = consulent.history.first()
    assert (versie.email, versie.history_user, versie.history_change_reason) == (
        "j.prins@voorbeeld.example", beheerder, "e-mailadres gewijzigd"
    )  # fmt: skip
    inloggen = {"username": "j.prins@voorbeeld.example", "password": "vier rustige ganzen"}
    assert Client().post(reverse("inloggen"), inloggen).status_code == 302


def test_invitation_to_a_wrong_address_goes_to_the_right_one(
    als_beheerder,
    consulent,
    django_capture_on_commit_callbacks,
):
    consulent.set_unusable_password()
    consulent.save()

    with django_capture_on_commit_callbacks(execute=True):
        wijzig(als_beheerder, consulent, email="goed@voorbeeld.example")

    assert mail.outbox[1].to == ["goed@voorbeeld.example"]
    assert "/wachtwoord/kiezen/" in mail.outbox[1].body


def test_address_of_somebody_who_works_elsewhere_too_stays(als_beheerder, consulent, andere_gemeente):
    """Who holds the address gets a new password, and so at the dossiers of the other gemeente."""
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.CONSULENT)

    antwoord = wijzig(als_beheerder, consulent, email="overname@voorbeeld.example")

    assert antwoord.status_code == 302
    consulent.refresh_from_db()
    assert consulent.email == "consulent@voorbeeld.example"
    pagina = als_beheerder.get(reverse("gebruiker", args=["9901", consulent.pk]))
    assert pagina.context["form"].fields["email"].help_text == (
        "Dit account werkt ook voor een andere gemeente. Haal hier de rollen weg en nodig het nieuwe adres uit."
    )


def test_data_of_somebody_who_works_elsewhere_too_stay_theirs(als_beheerder, consulent, andere_gemeente):
    """Their besluiten there print the name, the telephone and the functie."""
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.CONSULENT)
    was = (consulent.naam, consulent.telefoon, consulent.functie)

    antwoord = wijzig(
        als_beheerder, consulent, naam="Iemand Anders", telefoon="0900 1", functie="wethouder", rollen=["auditor"]
    )

    assert antwoord.status_code == 302
    consulent.refresh_from_db()
    assert (consulent.naam, consulent.telefoon, consulent.functie) == was
    assert set(consulent.lidmaatschappen.values_list("gemeente__code", "rol")) == {
        ("9901", "auditor"),
        ("9902", "consulent"),
    }
    pagina = als_beheerder.get(reverse("gebruiker", args=["9901", consulent.pk]))
    velden = pagina.context["form"].fields
    assert [naam for naam, veld in velden.items() if veld.disabled] == ["naam", "email", "telefoon", "functie"]
    assert velden["naam"].help_text == (
        "Dit account werkt ook voor een andere gemeente. Naam, telefoon en functie staan ook daar in brieven. Deze"
        " persoon wijzigt ze zelf, bij Uw gegevens."
    )


def test_action_refuses_data_of_somebody_who_works_elsewhere_too(beheerder, consulent, andere_gemeente):
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.CONSULENT)
    was = {"naam": consulent.naam, "telefoon": consulent.telefoon, "functie": consulent.functie}

    with pytest.raises(acties.GebruikerFout, match="ook voor een andere gemeente") as fout:
        acties.gegevens_wijzigen(user=consulent, **{**was, "functie": "wethouder"}, by=beheerder)

    assert fout.value.veld == "naam"
    assert User.objects.filter(pk=consulent.pk).values(*was).get() == was
    acties.gegevens_wijzigen(user=consulent, **was, by=beheerder)  # nothing else than it is: nothing to refuse
    acties.gegevens_wijzigen(user=consulent, **{**was, "functie": "jurist"}, by=consulent)
    assert User.objects.get(pk=consulent.pk).functie == "jurist"


def test_beheerder_of_both_gemeenten_changes_the_address(
    als_beheerder,
    beheerder,
    consulent,
    andere_gemeente,
):
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.CONSULENT)
    LidmaatschapFactory(user=beheerder, gemeente=andere_gemeente, rol=Rol.BEHEERDER)

    wijzig(als_beheerder, consulent, email="nieuw@voorbeeld.example")

    consulent.refresh_from_db()
    assert consulent.email == "nieuw@voorbeeld.example"


@pytest.mark.parametrize("wie", ["zelf", "elders"])
def test_action_refuses_an_address_that_is_not_to_change(beheerder, consulent, gemeente, andere_gemeente, wie):
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.CONSULENT)
    user, melding = (beheerder, "Uw eigen adres") if wie == "zelf" else (consulent, "ook voor een andere gemeente")

    with pytest.raises(acties.GebruikerFout, match=melding) as fout:
        acties.email_wijzigen(user=user, email="x@voorbeeld.example", by=beheerder, post=acties.Post(""))

    assert fout.value.veld == "email"


def test_address_that_is_taken_is_refused_and_nothing_changes(als_beheerder, consulent, vreemde):
    antwoord = wijzig(als_beheerder, consulent, email=vreemde.email.upper(), rollen=["auditor"])

    assert antwoord.context["form"].errors == {"email": ["Dit adres hoort al bij een ander account."]}
    assert list(consulent.lidmaatschappen.values_list("rol", flat=True)) == ["consulent"]
    assert mail.outbox == []


def test_history_of_an_account_tells_the_roles_here_and_nothing_of_elsewhere(
    als_beheerder,
    consulent,
    beheerder,
    andere_gemeente,
):
    was = consulent.telefoon
    wijzig(als_beheerder, consulent, rollen=["consulent", "beheerder"], telefoon="0555 9")
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.AUDITOR)
    consulent.refresh_from_db()
    als_beheerder.force_login(consulent)  # a login is no change
    als_beheerder.force_login(beheerder)

    versies = als_beheerder.get(reverse("gebruiker", args=["9901", consulent.pk])).context["versies"]

    verteld = [(v.tekst, v.door, [(w.veld, w.oud, w.nieuw) for w in v.waarden]) for v in versies]
    assert ("Rol Beheerder gegeven", beheerder.naam, []) in verteld
    assert ("Account gewijzigd", beheerder.naam, [("Telefoon", was, "0555 9")]) in verteld
    assert not [regel for regel in verteld if "Auditor" in regel[0]]
    assert len([regel for regel in verteld if regel[0] == "Account gewijzigd"]) == 1


def test_history_of_an_account_leaves_out_what_was_done_elsewhere(
    als_beheerder, beheerder, consulent, gemeente, andere_gemeente
):
    elders = maak_user(Rol.BEHEERDER, andere_gemeente, naam="Van Elders")
    wijzig(als_beheerder, consulent, email="hier@voorbeeld.example", telefoon=consulent.telefoon)
    consulent.refresh_from_db()
    for by, naam in ((elders, "Jolanda van Elders"), (beheerder, "Jolanda van Hier")):
        consulent.naam = naam
        bewaar(consulent, by=by, velden=["naam"])
    consulent.email = "daar@voorbeeld.example"
    bewaar(consulent, by=elders, velden=["email"])

    def verteld():
        versies = als_beheerder.get(reverse("gebruiker", args=["9901", consulent.pk])).context["versies"]
        return [(v.door, w.veld, w.nieuw) for v in versies for w in v.waarden if v.tekst == "Account gewijzigd"]

    hier = [(beheerder.naam, "Naam", "Jolanda van Hier"), (beheerder.naam, "E-mailadres", "hier@voorbeeld.example")]
    assert verteld() == hier
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.CONSULENT)
    assert verteld() == hier[:1]


def test_changed_password_says_so(client, consulent):
    consulent.set_password("vier rustige ganzen")
    consulent.save()
    client.force_login(consulent)
    nieuw = {"new_password1": "vijf drukke eenden", "new_password2": "vijf drukke eenden"}

    antwoord = client.post(reverse("wachtwoord_wijzigen"), {"old_password": "vier rustige ganzen", **nieuw})

    assert (antwoord.status_code, antwoord.url) == (302, reverse("account"))
    assert meldingen(antwoord) == ["Uw wachtwoord is gewijzigd. U blijft hier ingelogd; op andere apparaten niet."]
