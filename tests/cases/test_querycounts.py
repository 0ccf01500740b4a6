"""Pages ask the database the same number of questions for one row as for fifty."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases import registratie
from cases.actions import driegesprekken, gesprekken
from cases.actions.contact import contact_vastleggen
from cases.actions.toewijzen import toewijzen
from cases.keuzes import Contactuitkomst, Kanaal, Leefgebied
from cases.kolommen import KOLOMMEN
from cases.models import Afwezigheid, Dossier, Gezin, Lijstweergave, Signaal, Taak
from tests.factories import BewakingFactory, maak_dossier, moment

ON = date(2026, 5, 19)
LIJST, VANDAAG, VANDAAG_COORDINATOR, DOSSIER, GESCHIEDENIS = 8, 7, 8, 13, 28
WERK = (7, 9, 7, 3)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 5, 19, 9, 30, tzinfo=UTC), tick=False):
        yield


def maak(gemeente, wie, door, aantal):
    for nummer in range(aantal):
        dossier = maak_dossier(gemeente, datum=date(2026, 5, 4), bsn="", achternaam=f"Naam {nummer}")
        toewijzen(dossier=dossier, casusregisseur=wie, by=door, at=moment(ON))
        Signaal.objects.create(
            gemeente=gemeente,
            dossier=dossier,
            sleutel=f"s{dossier.pk}",
            soort="laat",
            tekst="Te laat",
            on=ON,
            ontvanger=wie,
        )


def vul(dossier, by, aantal):
    """Put `aantal` of everything under a dossier."""
    for _ in range(aantal):
        contact_vastleggen(
            dossier=dossier,
            datum=ON,
            kanaal=Kanaal.TELEFOON,
            uitkomst=Contactuitkomst.GESPROKEN,
            tekst="Gebeld.",
            by=by,
            at=moment(ON),
            on=ON,
        )
        driegesprekken.driegesprek_vastleggen(
            dossier=dossier,
            datum=ON,
            aanvrager="mevrouw",
            plaats="stadhuis",
            derde="uht",
            deelnemers="x",
            onderwerpen="y",
            verslag="",
            by=by,
            at=moment(ON),
            on=ON,
        )


def tel(client, pad):
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        assert client.get(pad).status_code == 200
    return len(vragen)


@pytest.mark.parametrize("aantal", [1, 50])
def test_lists_and_vandaag(client, consulent, coordinator, gemeente, aantal):
    maak(gemeente, consulent, coordinator, aantal)
    met_alle = f"{reverse('dossiers')}?{'&'.join(f'kolom={code}' for code in KOLOMMEN)}"

    client.force_login(consulent)
    assert {pad: tel(client, pad) for pad in (reverse("dossiers"), reverse("vandaag"), met_alle)} == {
        reverse("dossiers"): LIJST,
        reverse("vandaag"): VANDAAG,
        met_alle: LIJST,
    }

    BewakingFactory(gemeente=gemeente, on=ON)
    client.force_login(coordinator)
    assert tel(client, reverse("vandaag")) == VANDAAG_COORDINATOR

    samen = Gezin.objects.create(gemeente=gemeente)
    Dossier.objects.update(gezin=samen)
    client.force_login(consulent)
    assert tel(client, met_alle) == LIJST + (aantal > 1)


@pytest.fixture
def gesproken(gemeente, consulent):
    dossier = maak_dossier(gemeente, datum=date(2026, 5, 4))
    gesprekken.eerste_gesprek_vastleggen(
        dossier=dossier,
        datum=ON,
        kanaal=Kanaal.HUISBEZOEK,
        verslag="",
        hulpvragen=dict.fromkeys(Leefgebied, "Een hulpvraag."),
        by=consulent,
        at=moment(ON),
        on=ON,
    )
    return dossier


@pytest.fixture
def _alleen_cases(monkeypatch):
    """Leave out what the higher apps register, so that the figure is that of cases itself."""
    for soort in ("_panelen", "_stappen", "_menus", "_historie"):
        van_cases = [deel for deel in getattr(registratie, soort) if type(deel).__module__.startswith("cases.")]
        monkeypatch.setattr(registratie, soort, van_cases)


@pytest.mark.usefixtures("_alleen_cases")
@pytest.mark.parametrize("aantal", [1, 20])
def test_dossier_with_the_cards_of_cases_and_its_geschiedenis(client, gesproken, consulent, aantal):
    vul(gesproken, consulent, aantal)
    client.force_login(consulent)

    assert tel(client, gesproken.get_absolute_url()) == DOSSIER
    assert tel(client, reverse("dossier_geschiedenis", args=[gesproken.nummer])) == GESCHIEDENIS


def test_dossier_with_the_cards_of_every_app(client, gesproken, consulent):
    vul(gesproken, consulent, 3)
    client.force_login(consulent)

    assert tel(client, gesproken.get_absolute_url()) <= 20


@pytest.mark.parametrize("aantal", [1, 3])
def test_lists_about_work_of_others(client, consulent, collega, coordinator, gemeente, aantal):
    maak(gemeente, consulent, coordinator, aantal)
    maak(gemeente, collega, coordinator, aantal)
    for nummer in range(aantal):
        dag = ON + timedelta(days=nummer)
        Afwezigheid.objects.create(user=consulent, vervanger=collega, vanaf=dag, tot=dag)
        Lijstweergave.objects.create(user=consulent, naam=f"Lijst {nummer}")

    client.force_login(coordinator)
    werk = tel(client, reverse("werk_verdelen"))
    overnemen = tel(client, f"{reverse('werk_overnemen', args=['9901', consulent.pk])}?collega={collega.pk}")
    client.force_login(consulent)
    assert (werk, overnemen, tel(client, reverse("afwezigheid")), tel(client, reverse("weergaven"))) == WERK


@pytest.mark.parametrize("aantal", [1, 3])
def test_lists_of_the_work_of_one_colleague(client, consulent, coordinator, gemeente, aantal):
    maak(gemeente, consulent, coordinator, aantal)
    for dossier in Dossier.objects.all():
        Taak.objects.create(gemeente=gemeente, dossier=dossier, voor=consulent, wat="Bellen", datum=ON, door=consulent)
    Dossier.objects.update(status="geen_hulp")
    client.force_login(coordinator)

    lijsten = [tel(client, reverse(naam, args=["9901", consulent.pk])) for naam in ("werk_taken", "werk_andere")]

    assert lijsten == [7, 6]
