"""Being away with a stand-in: who sees whose work, who gets which mail, and what is refused."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from accounts.rollen import Rol
from cases.actions.afwezigheid import afwezig_melden, afwezigheid_beeindigen
from cases.actions.basis import ActieFout
from cases.actions.digest import verstuur_digests
from cases.actions.toewijzen import toewijzen
from cases.keuzes import BedreigendeSituatie, Rang
from cases.models import Afwezigheid, Dossier, Notitie, Signaal, Taak
from cases.vervanging import vervanger_van, wiens_werk
from cases.werkvraag import taken_van
from tests.factories import LidmaatschapFactory, maak_dossier, maak_user, moment

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)
ON = NU.date()

pytestmark = pytest.mark.django_db


@pytest.fixture
def vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def weg(user, vervanger, vanaf=ON, tot=ON + timedelta(days=3), on=ON):
    return afwezig_melden(user=user, vanaf=vanaf, tot=tot, vervanger=vervanger, by=user, on=on)


def geef(dossier, user):
    return toewijzen(dossier=dossier, casusregisseur=user, by=user, at=moment(ON))


@pytest.mark.parametrize(
    ("on", "vervangt"),
    [
        (ON - timedelta(days=1), []),
        (ON, ["Jolanda Prins"]),
        (ON + timedelta(days=3), ["Jolanda Prins"]),
        (ON + timedelta(days=4), []),
    ],
    ids=["day-before", "first-day", "last-day", "day-after"],
)
def test_stand_in_does_the_work_from_the_first_to_the_last_day(consulent, collega, on, vervangt):
    weg(consulent, collega)

    assert [wie.naam for wie in wiens_werk(collega, on).vervangt] == vervangt
    assert wiens_werk(consulent, on).vervangt == ()
    assert vervanger_van(consulent, on) == (collega if vervangt else None)


def test_work_goes_on_to_the_stand_in_of_a_stand_in(gemeente, consulent, collega, coordinator):
    weg(consulent, collega)
    weg(collega, coordinator)

    assert {wie.naam for wie in wiens_werk(coordinator, ON).vervangt} == {"Jolanda Prins", "Bram Terpstra"}
    assert vervanger_van(consulent, ON) == coordinator


def test_two_who_stand_in_for_each_other_do_not_turn_round_for_ever(consulent, collega):
    weg(consulent, collega)
    Afwezigheid.objects.create(user=collega, vervanger=consulent, vanaf=ON, tot=ON)

    assert vervanger_van(consulent, ON) is None
    assert [wie.naam for wie in wiens_werk(consulent, ON).vervangt] == ["Bram Terpstra"]


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"vanaf": ON, "tot": ON - timedelta(days=1)}, "De laatste dag ligt vóór de eerste"),
        ({"vanaf": ON - timedelta(days=9), "tot": ON - timedelta(days=1)}, "Deze dagen zijn voorbij"),
        ({"vanaf": ON + timedelta(days=12), "tot": ON + timedelta(days=13)}, "U bent al afwezig gemeld"),
    ],
)
def test_days_that_can_not_be_are_refused(consulent, collega, velden, melding):
    weg(consulent, collega, vanaf=ON + timedelta(days=10), tot=ON + timedelta(days=12))

    with pytest.raises(ActieFout, match=melding):
        weg(consulent, collega, **velden)

    assert Afwezigheid.objects.count() == 1


def test_stand_in_who_can_not_do_it_is_refused(gemeente, consulent, collega, vreemde, financieel):
    extern = maak_user(Rol.COORDINATOR, gemeente, naam="Zorg BV")
    LidmaatschapFactory(user=extern, gemeente=gemeente, rol=Rol.EXTERNE_HULPVERLENER)
    for wie in (vreemde, financieel, consulent, extern):
        with pytest.raises(ActieFout, match="kan u niet vervangen"):
            weg(consulent, wie)
    collega.is_active = False
    collega.save()
    with pytest.raises(ActieFout, match="Bram Terpstra kan u niet vervangen"):
        weg(consulent, collega)

    derde = maak_user(Rol.CONSULENT, gemeente, naam="Derde")
    vierde = maak_user(Rol.CONSULENT, gemeente, naam="Vierde")
    weg(derde, vierde)
    with pytest.raises(ActieFout, match="Derde is zelf afwezig van 19 mei 2026 tot en met 22 mei 2026"):
        weg(consulent, derde)


def test_back_sooner_makes_yesterday_the_last_day(consulent, collega):
    een = weg(consulent, collega)

    over = afwezigheid_beeindigen(afwezigheid=een, on=ON + timedelta(days=2), by=consulent)

    assert over.tot == ON + timedelta(days=1)
    assert wiens_werk(collega, ON + timedelta(days=2)).vervangt == ()
    with pytest.raises(ActieFout, match="al voorbij"):
        afwezigheid_beeindigen(afwezigheid=een, on=ON + timedelta(days=2), by=consulent)


def test_what_had_not_begun_goes_away_and_its_history_stays(consulent, collega):
    een = weg(consulent, collega)

    assert afwezigheid_beeindigen(afwezigheid=een, on=ON, by=consulent) is None

    assert not Afwezigheid.objects.exists()
    assert Afwezigheid.history.first().history_type == "-"


@pytest.mark.usefixtures("vandaag")
def test_vandaag_of_the_stand_in_shows_the_work_with_the_name(client, gemeente, consulent, collega):
    geef(maak_dossier(gemeente, datum=date(2026, 5, 11)), consulent)
    client.force_login(collega)
    assert client.get(reverse("vandaag")).context["groepen"] == []

    weg(consulent, collega)

    response = client.get(reverse("vandaag"))
    regels = [regel for groep in response.context["groepen"] for regel in groep.regels]
    assert {regel.voor for regel in regels} == {"Jolanda Prins"}
    assert "voor Jolanda Prins" in response.text
    client.force_login(consulent)
    eigen = [regel for groep in client.get(reverse("vandaag")).context["groepen"] for regel in groep.regels]
    assert len(eigen) == len(regels)
    assert {regel.voor for regel in eigen} == {""}


@pytest.mark.usefixtures("vandaag")
def test_acute_dossiers_stand_on_top_of_vandaag(client, gemeente, consulent, collega, coordinator):
    mijn = geef(maak_dossier(gemeente, bsn="", achternaam="Mijn"), consulent)
    los, dicht = (maak_dossier(gemeente, bsn="", achternaam=naam) for naam in ("Los", "Dicht"))
    geef(maak_dossier(gemeente, bsn="", achternaam="Gewoon"), consulent)
    for dossier in (mijn, los, dicht):
        Dossier.objects.filter(pk=dossier.pk).update(
            rang=Rang.ACUUT, acuut=BedreigendeSituatie.ONTRUIMING, acuut_op=NU, acuut_door=consulent
        )
    Dossier.objects.filter(pk=dicht.pk).update(status="afgesloten")

    def acuut(user):
        client.force_login(user)
        kaarten = client.get(reverse("vandaag")).context["kaarten"]
        return [(rij.inwoner, rij.van) for _, kaart in kaarten for rij in kaart["rijen"]]

    assert acuut(consulent) == [("N. Mijn", "")]
    assert acuut(collega) == []
    assert acuut(coordinator) == [("N. Mijn", "Jolanda Prins"), ("N. Los", "nog niet toegewezen")]
    weg(consulent, collega)
    assert acuut(collega) == [("N. Mijn", "Jolanda Prins")]


def signaal(dossier, ontvanger):
    Signaal.objects.create(
        gemeente=dossier.gemeente, dossier=dossier, sleutel="s", soort="laat", tekst="Laat", on=ON, ontvanger=ontvanger
    )


def test_mail_of_who_is_away_goes_to_the_stand_in_too(gemeente, consulent, collega, dossier):
    signaal(dossier, consulent)
    weg(consulent, collega)

    verstuur_digests(gemeente=gemeente, on=ON, at=moment(ON, uur=3))

    [bericht] = mail.outbox
    assert (bericht.to, bericht.cc) == ([consulent.email], [collega.email])
    assert "Jolanda Prins is afwezig. Bram Terpstra vervangt en krijgt deze mail ook." in bericht.body


def test_mail_goes_to_nobody_else_when_the_stand_in_may_no_longer_see_it(gemeente, consulent, collega, dossier):
    signaal(dossier, consulent)
    weg(consulent, collega)
    collega.lidmaatschappen.all().delete()

    verstuur_digests(gemeente=gemeente, on=ON, at=moment(ON, uur=3))

    assert [(bericht.to, bericht.cc) for bericht in mail.outbox] == [([consulent.email], [])]


def test_stand_in_reads_restricted_notes_today_and_not_after(consulent, collega, dossier):
    vandaag = timezone.localdate()
    geef(dossier, consulent)
    beperkt = Notitie.objects.create(dossier=dossier, tekst="Vertrouwelijk", is_beperkt=True, door=consulent)

    def leest():
        return list(Notitie.objects.visible_to(collega))

    assert leest() == []
    een = weg(consulent, collega, vanaf=vandaag, tot=vandaag, on=vandaag)
    assert leest() == [beperkt]
    Afwezigheid.objects.filter(pk=een.pk).update(vanaf=vandaag - timedelta(days=3), tot=vandaag - timedelta(days=1))
    assert leest() == []


def losse_taak(gemeente, voor):
    return Taak.objects.create(
        gemeente=gemeente, dossier=None, voor=voor, wat="Presentatie", datum=timezone.localdate(), door=voor
    )


def test_stand_in_does_taken_without_a_dossier_today_and_not_after(client, gemeente, consulent, collega):
    vandaag = timezone.localdate()
    taak = losse_taak(gemeente, consulent)
    client.force_login(collega)

    def opent():
        return client.get(reverse("taak", args=[taak.pk])).status_code

    assert opent() == 404
    een = weg(consulent, collega, vanaf=vandaag, tot=vandaag, on=vandaag)
    [regel] = [regel for groep in client.get(reverse("vandaag")).context["groepen"] for regel in groep.regels]
    assert (regel.stap, regel.voor) == ("Presentatie", "Jolanda Prins")
    assert opent() == 200
    assert client.post(reverse("taak_gedaan", args=[taak.pk])).status_code == 302
    taak.refresh_from_db()
    assert taak.gedaan_door == collega
    client.post(reverse("taak_heropenen", args=[taak.pk]))
    taak.refresh_from_db()
    assert taak.gedaan_op is None
    Afwezigheid.objects.filter(pk=een.pk).update(vanaf=vandaag - timedelta(days=3), tot=vandaag - timedelta(days=1))
    assert opent() == 404


def test_taken_without_a_dossier_go_on_to_the_stand_in_of_a_stand_in(
    gemeente, andere_gemeente, consulent, collega, coordinator
):
    vandaag = timezone.localdate()
    dagen = {"vanaf": vandaag, "tot": vandaag, "on": vandaag}
    taak, _elders = losse_taak(gemeente, consulent), losse_taak(andere_gemeente, consulent)
    weg(consulent, collega, **dagen)
    weg(collega, coordinator, **dagen)

    per_kijker = [list(Taak.objects.visible_to(wie)) for wie in (consulent, collega, coordinator)]

    assert per_kijker == [[taak], [taak], [taak]]
    assert list(taken_van(wiens_werk(coordinator, vandaag).users, coordinator)) == [taak]


@pytest.mark.usefixtures("vandaag")
def test_page_keeps_days_and_ends_them(client, gemeente, consulent, collega, vreemde):
    extern = maak_user(Rol.CONSULENT, gemeente, naam="Zorg BV")
    LidmaatschapFactory(user=extern, gemeente=gemeente, rol=Rol.EXTERNE_HULPVERLENER)
    client.force_login(consulent)
    url = reverse("afwezigheid")
    assert list(client.get(url).context["form"].fields["vervanger"].queryset) == [collega]

    fout = client.post(url, {"vanaf": "2026-05-20", "tot": "2026-05-18", "vervanger": collega.pk})
    assert fout.context["form"].errors == {"tot": ["Deze dag is voorbij. Kies een dag die nog komt."]}
    fout = client.post(url, {"vanaf": "2026-05-25", "tot": "2026-05-22", "vervanger": collega.pk})
    assert fout.context["form"].errors == {"tot": ["De laatste dag ligt vóór de eerste. Controleer de twee datums."]}
    goed = client.post(url, {"vanaf": "2026-05-20", "tot": "2026-05-22", "vervanger": collega.pk})
    assert [str(m) for m in get_messages(goed.wsgi_request)] == ["Bewaard. Bram Terpstra doet in die dagen uw werk."]
    een = Afwezigheid.objects.get()

    client.force_login(collega)
    assert client.post(reverse("afwezigheid_einde", args=[een.pk])).status_code == 404
    client.force_login(consulent)
    client.post(reverse("afwezigheid_einde", args=[een.pk]))
    assert not Afwezigheid.objects.exists()
