"""The pages ask the database the same number of questions for one row as for three."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal_import.registraties import Leveringen
from tests.portal_import.runs import BSNS, ON, bekijk_lijst, lees_in, rij

LIJST, VOORBEELD, PANEEL = 6, 4, 1
INGELEZEN = {"nieuw": 6, "waarschuwingen": 5}

pytestmark = pytest.mark.django_db


def stel(pagina, adres):
    with CaptureQueriesContext(connection) as gesteld:
        assert pagina.get(adres).status_code == 200
    return len(gesteld)


def rijen(aantal, **anders):
    return [rij(BSN=bsn, Woonplaats="Ede", **anders) for bsn in BSNS[:aantal]]


@pytest.fixture
def pagina(client, coordinator):
    client.force_login(coordinator)
    return client


@pytest.mark.parametrize("aantal", [1, 3])
def test_list(pagina, gemeente, coordinator, aantal):
    for _ in range(aantal):
        bekijk_lijst(gemeente, rij(), by=coordinator)

    assert stel(pagina, reverse("imports")) == LIJST


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize("deel", ["nieuw", "waarschuwingen", "waarschuwingen&soort=woonplaats"])
def test_preview(pagina, gemeente, coordinator, aantal, deel):
    run = bekijk_lijst(gemeente, *rijen(aantal), by=coordinator)

    assert stel(pagina, f"{run.get_absolute_url()}?toon={deel}") == VOORBEELD


@pytest.mark.parametrize("aantal", [1, 3])
def test_changes_and_faults(pagina, gemeente, coordinator, aantal):
    lees_in(gemeente, *rijen(aantal))
    fout = [rij(BSN="123456789")] * aantal
    run = bekijk_lijst(gemeente, *rijen(aantal, Telefoon="0555 12 34 99"), *fout, by=coordinator)

    assert stel(pagina, f"{run.get_absolute_url()}?toon=gewijzigd") == VOORBEELD
    assert stel(pagina, f"{run.get_absolute_url()}?toon=fouten") == VOORBEELD


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize("deel", INGELEZEN)
def test_after_reading(pagina, gemeente, coordinator, aantal, deel):
    run = lees_in(gemeente, *rijen(aantal), by=coordinator)

    assert stel(pagina, f"{run.get_absolute_url()}?toon={deel}") == INGELEZEN[deel]


@pytest.mark.parametrize("aantal", [1, 3])
def test_card_on_the_dossier(gemeente, coordinator, aantal):
    for huis in range(aantal):
        run = lees_in(gemeente, rij(Huisnummer=str(132 + huis)), by=coordinator)
    dossier = run.regels.get().dossier
    assert list(coordinator.rollen_per_gemeente) == [gemeente.pk]  # asked once per request

    with CaptureQueriesContext(connection) as gesteld:
        kaart = Leveringen().context(dossier, coordinator, ON)

    assert len(gesteld) == PANEEL
    assert len(kaart["regels"]) == aantal
