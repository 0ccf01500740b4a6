"""Fixtures for the tests of plan and besluiten.

A test begins at a point of the road: the furthest one among its fixtures, or a halte of its file after that. The road
up to there is walked once for all tests of a file that begin there, and each test undoes what it did after.
"""

import copy
from dataclasses import dataclass, replace
from datetime import date

import pytest
import time_machine
from django.test import Client

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.models import Dossier
from planvanaanpak.models import Besluit, PlanVanAanpak
from tests.factories import BeleidFactory, GemeenteFactory, maak_dossier, maak_user
from tests.haltes import halte, haltes_van, loop_langs, vraagt
from tests.opname import eens
from tests.planvanaanpak.besluitstappen import verstuur
from tests.planvanaanpak.paginas import NU
from tests.wegen import maak_volledig_plan, sla_pdf_over, stel_vast, voer_eerste_gesprek, walked_once

GESPREK = date(2026, 3, 12)
VANDAAG = date(2026, 4, 20)
PDF = b"%PDF-1.7\ntest\n%%EOF"
PUNTEN = ("gemeente", "dossier", "na_gesprek", "plan", "besluit")


@dataclass(frozen=True)
class Weg:
    gemeente: Gemeente
    consulent: User
    dossier: Dossier | None
    besluit: Besluit | None
    brieven: list
    haltes: dict


def pytest_generate_tests(metafunc):
    """Say where a test begins; pytest lets those of a file that begin at the same point follow each other."""
    if "_weg" in metafunc.fixturenames:
        haltes = haltes_van(metafunc, globals())
        gevraagd = {*metafunc.fixturenames, *(naam for loop in haltes for naam in vraagt(loop))}
        punt = [punt for punt in PUNTEN if punt in gevraagd][-1]
        param = pytest.param((punt, haltes), id=pytest.HIDDEN_PARAM)
        metafunc.parametrize("_weg", [param], indirect=True, scope="module")


@pytest.fixture(scope="module")
def _weg(request, django_db_setup, django_db_blocker):
    with walked_once(django_db_blocker, lambda: _loop(*request.param)) as weg:
        yield weg


def _loop(punt, haltes):
    weg = eens(("planvanaanpak", punt), lambda: _loop_tot(punt))
    weg = replace(weg, brieven=[*weg.brieven], haltes={})
    if haltes:
        with pytest.MonkeyPatch.context() as patch, time_machine.travel(NU, tick=False):
            sla_pdf_over(patch)
            vang_brieven(patch, weg.brieven)
            weg.haltes.update(loop_langs(haltes, _begin(weg)))
    return weg


def _loop_tot(punt):
    with pytest.MonkeyPatch.context() as patch, time_machine.travel(NU, tick=False):
        brieven = vang_brieven(patch)
        gemeente = GemeenteFactory()
        BeleidFactory(gemeente=gemeente)
        consulent = maak_user(Rol.CONSULENT, gemeente, email="consulent@voorbeeld.example", naam="Jolanda Prins")
        dossier = None if punt == "gemeente" else maak_dossier(gemeente)
        if punt in ("na_gesprek", "plan"):
            voer_eerste_gesprek(dossier, consulent, GESPREK)
        if punt == "plan":
            maak_volledig_plan(dossier, consulent, VANDAAG)
        besluit = stel_vast(dossier, consulent, gesprek=GESPREK, besluit=VANDAAG) if punt == "besluit" else None
    return Weg(gemeente, consulent, dossier, besluit, brieven, {})


def _begin(weg):
    """Give what a halte can ask for, as a test would get it."""
    dossier = Dossier.objects.filter(pk=weg.dossier and weg.dossier.pk).first()
    return {
        "gemeente": Gemeente.objects.get(pk=weg.gemeente.pk),
        "consulent": User.objects.get(pk=weg.consulent.pk),
        "dossier": dossier,
        "na_gesprek": dossier,
        "plan": PlanVanAanpak.objects.filter(dossier=dossier).first(),
        "besluit": Besluit.objects.filter(dossier=dossier).first(),
    }


def vang_brieven(patch, gevraagd=None):
    """Leave out the making of PDFs, which is slow, and give the list of the letters that are asked for."""
    gevraagd = [] if gevraagd is None else gevraagd

    def druk(brief):
        gevraagd.append(brief)
        return PDF

    patch.setattr("planvanaanpak.actions.besluit.besluit_pdf", druk)
    patch.setattr("planvanaanpak.actions.verzendbasis.bijsluiter_pdf", druk)
    return gevraagd


@pytest.fixture
def gemeente(_weg, db):
    return Gemeente.objects.get(pk=_weg.gemeente.pk)


@pytest.fixture
def consulent(_weg, db):
    return User.objects.get(pk=_weg.consulent.pk)


@pytest.fixture
def dossier(_weg, db):
    return Dossier.objects.get(pk=_weg.dossier.pk)


@pytest.fixture
def na_gesprek(dossier):
    """Give a dossier of which the plan can begin."""
    return dossier


@pytest.fixture
def plan(dossier):
    """Give a plan that is complete and not vastgesteld."""
    return PlanVanAanpak.objects.get(dossier=dossier)


@pytest.fixture
def brieven_gevraagd(monkeypatch):
    return vang_brieven(monkeypatch)


@pytest.fixture
def _gedrukt(_weg, brieven_gevraagd):
    """Let a test see the letters of the road too."""
    brieven_gevraagd += _weg.brieven


@pytest.fixture
def besluit(_weg, db, _gedrukt):
    """Give the toekenning of 20 April 2026, not yet sent; the dossier is in uitvoering."""
    return Besluit.objects.get(pk=_weg.besluit.pk)


@halte
def verstuurd(besluit, consulent):
    """Give the toekenning of which the sending was confirmed."""
    return verstuur(besluit, consulent)


@halte
def jurist(besluit):
    """Give who decides on bezwaar: another than who took the besluit."""
    return maak_user(Rol.COORDINATOR, besluit.gemeente, email="jurist@voorbeeld.example", naam="Bea Jurist")


@pytest.fixture
def _haltes(_weg, _gedrukt, db):
    """Give each test what the haltes made, to change as it likes."""
    return copy.deepcopy(_weg.haltes)


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
def als(consulent, jurist):
    """Give a browser in which somebody is logged in."""

    def open_(user):
        client = Client()
        client.force_login(user)
        return client

    return open_


@pytest.fixture
def als_collega(collega, nu):
    """Give a second browser, of Bram Terpstra."""
    client = Client()
    client.force_login(collega)
    return client
