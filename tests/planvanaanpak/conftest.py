"""Fixtures for the tests of plan and besluiten."""

from datetime import date

import pytest
import time_machine
from django.test import Client

from tests.planvanaanpak.paginas import NU
from tests.wegen import maak_volledig_plan, stel_vast, voer_eerste_gesprek

GESPREK = date(2026, 3, 12)
VANDAAG = date(2026, 4, 20)
PDF = b"%PDF-1.7\ntest\n%%EOF"


@pytest.fixture
def brieven_gevraagd(monkeypatch):
    """Leave out the making of PDFs, which is slow, and give the letters that were asked for."""
    gevraagd = []

    def druk(brief):
        gevraagd.append(brief)
        return PDF

    monkeypatch.setattr("planvanaanpak.actions.besluit.besluit_pdf", druk)
    monkeypatch.setattr("planvanaanpak.actions.besluit.bijsluiter_pdf", druk)
    return gevraagd


@pytest.fixture
def na_gesprek(dossier, consulent):
    """Give a dossier of which the plan can begin."""
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    dossier.refresh_from_db()
    return dossier


@pytest.fixture
def plan(na_gesprek, consulent):
    """Give a plan that is complete and not vastgesteld."""
    plan = maak_volledig_plan(na_gesprek, consulent, VANDAAG)
    na_gesprek.refresh_from_db()
    return plan


@pytest.fixture
def besluit(dossier, consulent, brieven_gevraagd):
    """Give the toekenning of 20 April 2026, not yet sent; the dossier is in uitvoering."""
    besluit = stel_vast(dossier, consulent, gesprek=GESPREK, besluit=VANDAAG)
    dossier.refresh_from_db()
    return besluit


@pytest.fixture
def nu():
    """Stand still at the day of the tests of pages."""
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def pagina(client, consulent, nu):
    """Give a browser in which Jolanda Prins is logged in."""
    client.force_login(consulent)
    return client


@pytest.fixture
def als_collega(collega, nu):
    """Give a second browser, of Bram Terpstra."""
    client = Client()
    client.force_login(collega)
    return client
