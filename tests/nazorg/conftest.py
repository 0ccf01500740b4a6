"""Dossiers at the end of the road. The long way there is walked once per file; each test undoes what it did after."""

from dataclasses import dataclass
from datetime import date

import pytest

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.actions.toewijzen import toewijzen
from cases.models import Dossier
from tests.factories import BeleidFactory, GemeenteFactory, maak_dossier, maak_user, moment
from tests.nazorg.eindes import BESLUIT, GESPREK, meld_niet_erkend, naar_nazorg
from tests.wegen import stel_vast, walked_once


@dataclass(frozen=True)
class Weg:
    gemeente: Gemeente
    consulent: User
    dossier: Dossier


def _loop() -> Weg:
    gemeente = GemeenteFactory()
    BeleidFactory(gemeente=gemeente)
    consulent = maak_user(Rol.CONSULENT, gemeente, email="consulent@voorbeeld.example", naam="Jolanda Prins")
    dossier = maak_dossier(gemeente, bsn="")
    toewijzen(dossier=dossier, casusregisseur=consulent, by=consulent, at=moment(GESPREK))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("planvanaanpak.actions.besluit.besluit_pdf", lambda brief: b"%PDF-1.7\ntest\n%%EOF")
        stel_vast(dossier, consulent, gesprek=GESPREK, besluit=BESLUIT)
    return Weg(gemeente, consulent, dossier)


@pytest.fixture(scope="module")
def _weg(django_db_setup, django_db_blocker):
    with walked_once(django_db_blocker, _loop) as weg:
        yield weg


@pytest.fixture
def gemeente(_weg, db):
    return Gemeente.objects.get(pk=_weg.gemeente.pk)


@pytest.fixture
def consulent(_weg, db):
    return User.objects.get(pk=_weg.consulent.pk)


@pytest.fixture
def dossier(gemeente):
    return maak_dossier(gemeente)


@pytest.fixture
def in_uitvoering(_weg, db, snelle_pdf):
    """Give a dossier with a toekenning of 20 April 2026: a koelkast, and a budgetcoach; two doelen are open."""
    return Dossier.objects.get(pk=_weg.dossier.pk)


@pytest.fixture(scope="module")
def _nazorg(_weg, django_db_blocker):
    """Walk on to the nazorg once, for a file of which every test begins there: see `in_de_nazorg`."""

    def loop():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("planvanaanpak.actions.besluit.besluit_pdf", lambda brief: b"%PDF-1.7\ntest\n%%EOF")
            return naar_nazorg(Dossier.objects.get(pk=_weg.dossier.pk), User.objects.get(pk=_weg.consulent.pk))

    with walked_once(django_db_blocker, loop) as dossier:
        yield dossier


@pytest.fixture
def in_de_nazorg(_nazorg, db, snelle_pdf):
    """Give the dossier of `in_nazorg`, walked there once for the whole file."""
    return Dossier.objects.get(pk=_nazorg.pk)


@pytest.fixture
def in_nazorg(in_uitvoering, consulent):
    """Give the dossier in nazorg since 15 January 2027, with four contacts to hold."""
    return naar_nazorg(in_uitvoering, consulent)


@pytest.fixture
def in_acclimatisatie(in_uitvoering, consulent):
    """Give the dossier after a niet-erkend message of 4 May 2026: support ends by 3 June 2026."""
    meld_niet_erkend(in_uitvoering, consulent, date(2026, 5, 4))
    in_uitvoering.refresh_from_db()
    return in_uitvoering


@pytest.fixture
def budgetcoach(in_uitvoering):
    """Give the voorziening that runs on until 30 June 2027."""
    voorziening = in_uitvoering.plan.voorzieningen.get(omschrijving__startswith="Budgetcoach")
    voorziening.looptijd_vanaf, voorziening.looptijd_tot = BESLUIT, date(2027, 6, 30)
    voorziening.save()
    return voorziening
