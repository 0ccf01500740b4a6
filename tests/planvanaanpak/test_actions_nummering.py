"""Numbers of besluiten have no gaps: not after a failure, and not when two people decide at once."""

import threading
from contextlib import contextmanager
from datetime import date

import pytest
from django.db import connection, transaction

from accounts.rollen import Rol
from cases.actions.basis import ActieFout
from cases.models import DossierEvent, Nummerreeks
from planvanaanpak.actions.besluit import vaststellen
from planvanaanpak.models import Besluit
from planvanaanpak.pdf import BriefFout
from tests.factories import BeleidFactory, maak_dossier, maak_user, moment
from tests.planvanaanpak.conftest import GESPREK, VANDAAG
from tests.wegen import maak_volledig_plan, stel_vast, voer_eerste_gesprek

BSN = ("999990639", "999991450", "999991267")


@pytest.fixture
def gemeente(db):
    """Make it in the test itself: who waits for another's transaction sees nothing that is made around the tests."""
    return BeleidFactory().gemeente


@pytest.fixture
def consulent(gemeente):
    return maak_user(Rol.CONSULENT, gemeente)


def maak_plan(gemeente, by, bsn):
    dossier = maak_dossier(gemeente, bsn=bsn)
    voer_eerste_gesprek(dossier, by, GESPREK)
    return maak_volledig_plan(dossier, by, VANDAAG)


def stel_plan_vast(plan, by, on=VANDAAG):
    return vaststellen(plan=plan, datum=on, by=by, at=moment(on), on=on)


def nummers():
    return list(Besluit.objects.order_by("nummer").values_list("nummer", flat=True))


@pytest.mark.django_db
def test_refused_besluit_takes_no_number(gemeente, consulent, brieven_gevraagd, monkeypatch):
    eerste, tweede = (maak_plan(gemeente, consulent, bsn) for bsn in BSN[:2])

    def weiger(brief):
        assert brief.kenmerk == "9901-B-2026-00001"
        raise BriefFout("Geen brief.")

    with monkeypatch.context() as even:
        even.setattr("planvanaanpak.actions.besluit.besluit_pdf", weiger)
        with pytest.raises(ActieFout, match="Geen brief"):
            stel_plan_vast(eerste, consulent)
    stel_plan_vast(tweede, consulent)
    stel_plan_vast(eerste, consulent)

    assert nummers() == ["9901-B-2026-00001", "9901-B-2026-00002"]


@pytest.mark.django_db
def test_number_that_is_rolled_back_from_outside_is_used_again(gemeente, consulent, brieven_gevraagd):
    eerste, tweede = (maak_plan(gemeente, consulent, bsn) for bsn in BSN[:2])

    with transaction.atomic():
        stel_plan_vast(eerste, consulent)
        transaction.set_rollback(True)
    stel_plan_vast(tweede, consulent)

    assert nummers() == ["9901-B-2026-00001"]


@pytest.mark.django_db
def test_numbers_run_per_gemeente_and_per_year(gemeente, andere_gemeente, consulent, vreemde, brieven_gevraagd):
    stel_vast(maak_dossier(gemeente), consulent, gesprek=GESPREK, besluit=VANDAAG)
    stel_vast(maak_dossier(andere_gemeente, bsn=BSN[1]), vreemde, gesprek=GESPREK, besluit=VANDAAG)
    nieuwjaar = date(2027, 1, 4)
    volgend = maak_dossier(gemeente, bsn=BSN[2], datum=date(2026, 11, 2))
    voer_eerste_gesprek(volgend, consulent, date(2026, 12, 1))
    stel_plan_vast(maak_volledig_plan(volgend, consulent, nieuwjaar), consulent, nieuwjaar)

    assert nummers() == ["9901-B-2026-00001", "9901-B-2027-00001", "9902-B-2026-00001"]


@contextmanager
def eigen_verbinding():
    """Close the connection that a thread opened for itself."""
    try:
        yield
    finally:
        connection.close()


def tegelijk(*taken):
    """Run tasks at the same moment, each in its own thread and transaction; gives what each gave or raised."""
    start, uitkomsten = threading.Barrier(len(taken), timeout=30), [None] * len(taken)

    def doe(plaats, taak):
        with eigen_verbinding():
            start.wait()
            try:
                uitkomsten[plaats] = taak()
            except ActieFout as fout:
                uitkomsten[plaats] = fout

    draden = [threading.Thread(target=doe, args=paar) for paar in enumerate(taken)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=60)
    assert not any(draad.is_alive() for draad in draden)
    return uitkomsten


@pytest.mark.django_db(transaction=True)
def test_two_besluiten_at_once_get_two_numbers(gemeente, consulent, brieven_gevraagd):
    plannen = [maak_plan(gemeente, consulent, bsn) for bsn in BSN]

    tegelijk(*(lambda plan=plan: stel_plan_vast(plan, consulent) for plan in plannen))

    assert nummers() == [f"9901-B-2026-0000{volgnummer}" for volgnummer in (1, 2, 3)]
    assert Nummerreeks.objects.get(soort="B").laatste == 3


@pytest.mark.django_db(transaction=True)
def test_plan_that_two_people_set_down_at_once_gets_one_besluit(gemeente, consulent, collega, brieven_gevraagd):
    plan = maak_plan(gemeente, consulent, BSN[0])

    uitkomsten = tegelijk(lambda: stel_plan_vast(plan, consulent), lambda: stel_plan_vast(plan, collega))

    (fout,) = [uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, ActieFout)]
    assert str(fout) == "Het plan vaststellen kan niet: dit dossier staat op 'Uitvoering'."
    assert nummers() == ["9901-B-2026-00001"]
    assert DossierEvent.objects.filter(soort="besluit_vastgesteld").count() == 1
