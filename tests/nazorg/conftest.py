"""Dossiers at the end of the road. The way there is walked once per file; each test undoes what it did after."""

import copy
from dataclasses import dataclass, replace
from datetime import date

import pytest

from accounts.models import Gemeente, User
from accounts.rollen import Rol
from cases.actions.toewijzen import toewijzen
from cases.models import Dossier
from tests.factories import BeleidFactory, GemeenteFactory, maak_dossier, maak_user, moment
from tests.haltes import Loop, halte, haltes_van, loop_langs
from tests.nazorg.eindes import BESLUIT, GESPREK, meld_niet_erkend, naar_nazorg
from tests.opname import eens
from tests.wegen import sla_pdf_over, stel_vast, walked_once


@dataclass(frozen=True)
class Weg:
    gemeente: Gemeente
    consulent: User
    dossier: Dossier
    haltes: dict[str, object]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Say along which haltes a test begins; pytest lets those of a file that begin alike follow each other."""
    if "_weg" in metafunc.fixturenames:
        param = pytest.param(haltes_van(metafunc, globals()), id=pytest.HIDDEN_PARAM)
        metafunc.parametrize("_weg", [param], indirect=True, scope="module")


def _loop_tot(haltes: tuple[Loop, ...]) -> Weg:
    gemeente = GemeenteFactory()
    BeleidFactory(gemeente=gemeente)
    consulent = maak_user(Rol.CONSULENT, gemeente, email="consulent@voorbeeld.example", naam="Jolanda Prins")
    dossier = maak_dossier(gemeente, bsn="")
    toewijzen(dossier=dossier, casusregisseur=consulent, by=consulent, at=moment(GESPREK))
    with pytest.MonkeyPatch.context() as patch:
        sla_pdf_over(patch)
        stel_vast(dossier, consulent, gesprek=GESPREK, besluit=BESLUIT)
        begin = {
            "gemeente": Gemeente.objects.get(pk=gemeente.pk),
            "consulent": User.objects.get(pk=consulent.pk),
            "in_uitvoering": Dossier.objects.get(pk=dossier.pk),
        }
        return Weg(gemeente, consulent, dossier, loop_langs(haltes, begin))


def _loop(haltes: tuple[Loop, ...]) -> Weg:
    """Walk along the haltes of every file once for all files, and on from there."""
    van_allen = tuple(loop for loop in haltes if loop.__module__ == __name__)
    weg = eens(("nazorg", van_allen), lambda: _loop_tot(van_allen))
    weg = replace(weg, haltes=copy.deepcopy(weg.haltes))
    if haltes != van_allen:
        with pytest.MonkeyPatch.context() as patch:
            sla_pdf_over(patch)
            verder = tuple(loop for loop in haltes if loop not in van_allen)
            weg.haltes.update(loop_langs(verder, weg.haltes))
    return weg


@pytest.fixture(scope="module")
def _weg(request, django_db_setup, django_db_blocker):
    with walked_once(django_db_blocker, lambda: _loop(request.param)) as weg:
        yield weg


@pytest.fixture
def _haltes(_weg, db, snelle_pdf):
    """Give each test what the haltes made, to change as it likes."""
    return copy.deepcopy(_weg.haltes)


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


@halte
def in_nazorg(in_uitvoering, consulent):
    """Give the dossier in nazorg since 15 January 2027, with four contacts to hold."""
    return naar_nazorg(in_uitvoering, consulent)


@halte
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
