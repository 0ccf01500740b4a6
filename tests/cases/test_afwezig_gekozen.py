"""Who is away is marked where somebody is chosen to do work, and can still be chosen."""

import html
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from accounts.models import User
from cases.actions.afwezigheid import afwezig_melden
from cases.actions.toewijzen import toewijzen
from cases.models import Dossier, Taak
from cases.vervanging import met_afwezigheid, naam_met_afwezigheid
from tests.factories import maak_dossier, moment

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)
ON = NU.date()
WEG = "afwezig tot en met 22 mei, vervangen door Jolanda Prins"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def _weg(consulent, collega):
    weg(collega, consulent)


def weg(user, vervanger, tot=ON + timedelta(days=3)):
    return afwezig_melden(user=user, vanaf=ON, tot=tot, vervanger=vervanger, by=user, on=ON)


def van(wie, gemeente, naam="Een"):
    dossier = maak_dossier(gemeente, datum=date(2026, 5, 4), bsn="", achternaam=naam, voorletters="")
    return toewijzen(dossier=dossier, casusregisseur=wie, by=wie, at=moment(ON))


def taak(dossier, voor):
    return Taak.objects.create(gemeente=dossier.gemeente, dossier=dossier, voor=voor, wat="Bellen", datum=ON, door=voor)


def zeg(wie, on):
    return naam_met_afwezigheid(met_afwezigheid(User.objects.all(), on).get(pk=wie.pk), on)


@pytest.mark.parametrize(
    ("dagen", "tekst"),
    [
        (-1, "Bram Terpstra"),
        (0, f"Bram Terpstra, {WEG}"),
        (3, f"Bram Terpstra, {WEG}"),
        (4, "Bram Terpstra"),
    ],
    ids=["day-before", "first-day", "last-day", "day-after"],
)
@pytest.mark.usefixtures("_weg")
def test_absence_is_said_from_the_first_to_the_last_day(collega, dagen, tekst):
    assert zeg(collega, ON + timedelta(days=dagen)) == tekst


def test_absence_into_next_year_and_a_stand_in_who_left(consulent, collega):
    weg(collega, consulent, tot=date(2027, 1, 15))
    User.objects.filter(pk=consulent.pk).update(is_active=False)

    assert zeg(collega, ON) == "Bram Terpstra, afwezig tot en met 15 januari 2027, zonder vervanger"


def keuzes(client, naam, args, veld, vraag=""):
    """Give what a form offers, without what stands for no choice."""
    form = client.get(f"{reverse(naam, args=args)}{vraag}").context["form"]
    return [str(label) for waarde, label in form.fields[veld].choices if waarde]


@pytest.mark.usefixtures("_weg")
def test_coordinator_sees_who_is_away_in_every_choice(client, gemeente, consulent, collega, coordinator):
    dossier = van(consulent, gemeente)
    bellen = taak(dossier, consulent)
    Taak.objects.create(gemeente=gemeente, dossier=None, voor=consulent, wat="Los", datum=ON, door=consulent)
    client.force_login(coordinator)
    overnemen = ["9901", consulent.pk]
    bram = f"Bram Terpstra, {WEG}"

    gevonden = {
        "een": keuzes(client, "toewijzen", [dossier.nummer], "casusregisseur"),
        "collegas": keuzes(client, "werk_overnemen", overnemen, "collega"),
        "dossier": keuzes(client, "werk_overnemen", overnemen, dossier.nummer, f"?collega={collega.pk}"),
        "losse taken": keuzes(client, "werk_overnemen", overnemen, "taken_naar", f"?collega={collega.pk}"),
        "taak": keuzes(client, "taak", [bellen.pk], "voor"),
        "vervanger": keuzes(client, "afwezigheid", [], "vervanger"),
    }
    samen = client.post(reverse("samen_toewijzen"), {"dossier": [dossier.nummer]}).context["form"]

    met_aantal = [f"Bram Terpstra (0 open dossiers), {WEG}", "Jolanda Prins (1 open dossier)"]
    assert gevonden == {
        "een": met_aantal,
        "collegas": [bram],
        "dossier": [bram],
        "losse taken": [bram],
        "taak": [bram, "Jolanda Prins", "Karima Zeeman"],
        "vervanger": [bram, "Jolanda Prins"],
    }
    assert [label for waarde, label in samen.fields["casusregisseur"].choices if waarde] == met_aantal


@pytest.mark.usefixtures("_weg")
def test_who_is_away_can_be_chosen(client, gemeente, consulent, collega, coordinator):
    dossier = van(consulent, gemeente)
    client.force_login(coordinator)

    client.post(reverse("toewijzen", args=[dossier.nummer]), {"casusregisseur": collega.pk, "reden": ""})

    assert Dossier.objects.get().casusregisseur == collega


@pytest.mark.usefixtures("_weg")
def test_who_picks_up_the_phone_for_a_colleague_sees_that_they_are_away(client, gemeente, consulent, collega):
    dossier = van(collega, gemeente)
    client.force_login(consulent)
    regisseur = f"Bram Terpstra, casusregisseur, {WEG}"

    assert keuzes(client, "taak_nieuw", [dossier.nummer], "voor") == [regisseur, "Uzelf"]
    assert keuzes(client, "contact_nieuw", [dossier.nummer], "opvolgen_voor") == [regisseur, "Uzelf"]


@pytest.mark.usefixtures("_weg")
def test_calendars_and_the_division_of_work_say_who_is_away(client, gemeente, collega, coordinator):
    van(collega, gemeente)
    client.force_login(coordinator)

    agenda = client.get(reverse("agenda"), {"wie": str(collega.pk)})
    werk = client.get(reverse("werk_verdelen"))

    assert f"Bram Terpstra is {WEG}." in agenda.text
    assert [(rij.wie.naam, rij.afwezig) for rij in werk.context["rijen"]] == [("Bram Terpstra", WEG)]
    assert f'<span class="bo-klein bo-blok">{WEG}</span>' in html.unescape(werk.text)
