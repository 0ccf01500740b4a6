from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command

from accounts.models import Gemeente, Lidmaatschap, User
from accounts.rollen import Rol
from cases.beleid import PROFIELEN
from cases.beleid_bron import beleid_op
from cases.management.commando import Fout
from cases.models import Beleid
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def maak(capsys, *anders, code="0344", naam="Utrecht", beheerder="els@gemeente.example"):
    opties = ["--beheerder", beheerder, "--naam", "Els Dijkgraaf", "--profiel", "vng_2025", *anders]
    call_command("gemeente_maken", code, naam, *opties)
    return capsys.readouterr().out


def link_in(uitvoer):
    (adres,) = [regel for regel in uitvoer.splitlines() if "/wachtwoord/kiezen/" in regel]
    return adres


def test_makes_the_gemeente_its_beleid_and_its_beheerder(capsys):
    maak(capsys, "--vanaf", "2025-07-01", "--bron", "Beleidsregels gemeente Utrecht 2025")

    gemeente = Gemeente.objects.get()
    beleid = Beleid.objects.get()
    lid = Lidmaatschap.objects.get()
    assert (gemeente.code, gemeente.naam) == ("0344", "Utrecht")
    assert (beleid.gemeente, beleid.profiel, beleid.geldig_vanaf) == (gemeente, "vng_2025", date(2025, 7, 1))
    assert beleid.bron == "Beleidsregels gemeente Utrecht 2025"
    assert (lid.user.email, lid.user.naam, lid.gemeente, lid.rol) == (
        "els@gemeente.example",
        "Els Dijkgraaf",
        gemeente,
        Rol.BEHEERDER,
    )


def test_every_row_it_makes_has_its_history(capsys):
    maak(capsys)

    for model in (Gemeente, Beleid, User, Lidmaatschap):
        assert [(rij.history_type, rij.history_change_reason) for rij in model.history.all()] == [
            ("+", "gemeente ingericht")
        ]


def test_beleid_takes_its_source_from_the_profile_and_holds_for_older_dossiers_too(capsys):
    maak(capsys)

    gemeente = Gemeente.objects.get()
    assert beleid_op(gemeente.pk, date(2021, 1, 1)).bron == PROFIELEN["vng_2025"].bron


def test_printed_link_lets_the_beheerder_choose_a_password_and_log_in(capsys, client, settings):
    settings.BASIS_URL = "https://bo.gemeente.example"
    adres = link_in(maak(capsys))
    pad = adres.removeprefix("https://bo.gemeente.example")

    formulier = client.get(pad, follow=True).redirect_chain[-1][0]
    client.post(formulier, {"new_password1": "vier gewone woorden", "new_password2": "vier gewone woorden"})

    assert client.login(username="els@gemeente.example", password="vier gewone woorden")
    assert mail.outbox == []


def test_run_again_before_a_password_is_chosen_prints_a_new_link_only(capsys):
    maak(capsys)

    uitvoer = maak(capsys)

    assert "koos nog geen wachtwoord" in uitvoer
    assert "/wachtwoord/kiezen/" in link_in(uitvoer)
    assert (Gemeente.objects.count(), User.objects.count(), Lidmaatschap.objects.count()) == (1, 1, 1)


def test_somebody_of_another_gemeente_keeps_account_and_name(capsys):
    user = UserFactory(email="els@gemeente.example", naam="Els Dijkgraaf-Vos")
    user.set_password("vier gewone woorden")
    user.save()

    uitvoer = maak(capsys, beheerder="Els@Gemeente.example")

    assert "log in met het wachtwoord dat u al heeft" in uitvoer
    assert User.objects.get().naam == "Els Dijkgraaf-Vos"
    assert Lidmaatschap.objects.get().user == user


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"code": "344"}, "geen gemeentecode"),
        ({"code": "03a4"}, "geen gemeentecode"),
        ({"code": "٠٣٤٤"}, "geen gemeentecode"),
        ({"naam": "  "}, "naam van de gemeente"),
        ({"naam": "U" * 81}, "te lang"),
        ({"beheerder": "els"}, "geen e-mailadres"),
        ({"beheerder": f"els@{'a.' * 130}example"}, "te lang"),
    ],
    ids=["three_digits", "letter", "other_digits", "no_name", "long_name", "no_address", "long_address"],
)
def test_faulty_input_is_refused_and_changes_nothing(capsys, anders, melding):
    with pytest.raises(Fout, match=melding):
        maak(capsys, **anders)

    assert (Gemeente.objects.count(), User.objects.count()) == (0, 0)


def test_long_source_is_refused(capsys):
    with pytest.raises(Fout, match="hoogstens 200 tekens"):
        maak(capsys, "--bron", "B" * 201)

    assert Gemeente.objects.count() == 0


def test_date_that_does_not_exist_is_refused(capsys):
    with pytest.raises(Fout, match="2025-02-30"):
        maak(capsys, "--vanaf", "2025-02-30")

    assert Gemeente.objects.count() == 0


@pytest.mark.parametrize("vanaf", ["0001-01-01", "2019-12-31", "2027-03-21", "9999-12-31"])
def test_beleid_from_a_day_that_can_not_be_is_refused(capsys, vanaf):
    melding = r"Kies een dag tussen 1 januari 2020 en 20 maart 2027\."
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC)), pytest.raises(Fout, match=melding):
        maak(capsys, "--vanaf", vanaf)

    assert Gemeente.objects.count() == 0


@pytest.mark.parametrize("vanaf", ["2020-01-01", "2027-03-20"])
def test_beleid_from_the_first_or_the_last_day_that_can_be_is_kept(capsys, vanaf):
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC)):
        maak(capsys, "--vanaf", vanaf)

    assert str(Beleid.objects.get().geldig_vanaf) == vanaf


def test_second_gemeente_with_the_same_code_is_refused(capsys, gemeente):
    with pytest.raises(Fout, match="9901 bestaat al"):
        maak(capsys, code="9901")

    assert list(Gemeente.objects.values_list("naam", flat=True)) == ["Rivierendam"]
    assert User.objects.count() == 0


def test_account_that_is_switched_off_is_refused(capsys):
    UserFactory(email="els@gemeente.example", is_active=False)

    with pytest.raises(Fout, match="uitgezet"):
        maak(capsys)

    assert Gemeente.objects.count() == 0


def test_proef_checks_all_and_changes_nothing(capsys):
    uitvoer = maak(capsys, "--proef")

    assert "er is niets veranderd" in uitvoer
    assert "wachtwoord" not in uitvoer
    assert (Gemeente.objects.count(), Beleid.objects.count(), User.objects.count()) == (0, 0, 0)
