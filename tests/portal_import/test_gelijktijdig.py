"""Two people, or one with two clicks, confirm at the same moment."""

from threading import Barrier, Event, Thread
from time import sleep

import pytest
from django.db import connection, transaction

from cases.actions.aanmelden import persoon_wijzigen
from cases.actions.basis import ActieFout, log, volgend_nummer
from cases.bsn import voldoet_aan_elfproef
from cases.models import Dossier, DossierEvent, Nummerreeks, Persoon
from portal_import.actions import inlezen
from portal_import.actions.inlezen import bevestigen
from portal_import.actions.toepassen import pas_toe
from portal_import.models import ImportRegel, ImportRun
from tests.factories import moment
from tests.portal_import.runs import ON, bekijk_lijst, getallen, rij

pytestmark = pytest.mark.django_db(transaction=True)

BSNS = [str(nummer) for nummer in range(999990000, 999990999) if voldoet_aan_elfproef(str(nummer))][:20]


@pytest.fixture
def rijen():
    return [rij(BSN=bsn, Achternaam=f"Naam {bsn[-3:]}") for bsn in BSNS]


def bevestig_tegelijk(*runs):
    """Confirm in as many threads at the same moment; gives what each met."""
    samen, uitkomsten = Barrier(len(runs)), []

    def bevestig(run):
        samen.wait(timeout=30)
        try:
            uitkomsten.append(bevestigen(run=run, by=None, at=moment(ON), on=ON).stand)
        except ActieFout as fout:
            uitkomsten.append(str(fout))
        finally:
            connection.close()

    draden = [Thread(target=bevestig, args=[run]) for run in runs]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=120)
    return sorted(uitkomsten)


def controleer_eenmaal():
    assert len(BSNS) == 20
    assert set(Persoon.objects.values_list("bsn", flat=True)) == set(BSNS)
    assert (Dossier.objects.count(), DossierEvent.objects.count(), ImportRegel.objects.count()) == (20, 20, 20)
    assert Nummerreeks.objects.get().laatste == 20


def test_one_run_confirmed_twice_at_once_is_applied_once(gemeente, rijen):
    run = bekijk_lijst(gemeente, *rijen)

    uitkomsten = bevestig_tegelijk(run, run)

    assert uitkomsten == ["Deze lijst is al afgehandeld: ingelezen.", "ingelezen"]
    controleer_eenmaal()
    run.refresh_from_db()
    assert getallen(run) == (20, 20, 0, 0, 0)


def test_two_runs_of_one_file_confirmed_at_once_make_each_dossier_once(gemeente, rijen):
    een, twee = bekijk_lijst(gemeente, *rijen), bekijk_lijst(gemeente, *rijen)

    uitkomsten = bevestig_tegelijk(een, twee)

    assert uitkomsten == ["ingelezen", "niets_nieuws"]
    controleer_eenmaal()
    assert sorted(getallen(run) for run in ImportRun.objects.all()) == [(20, 0, 0, 20, 0), (20, 20, 0, 0, 0)]


def test_work_in_the_gemeente_goes_on_while_a_list_is_read(gemeente, dossier, monkeypatch):
    """The lock of an import must not stop a colleague who writes in another dossier or takes a besluit."""
    run = bekijk_lijst(gemeente, rij(BSN=BSNS[0]))
    gedaan = []

    def werk():
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")
        log(dossier, "contact", "Gebeld.", by=None, at=moment(ON))
        gedaan.append(volgend_nummer(gemeente, "B", 2026))
        connection.close()

    def pas_toe_tijdens_werk(**gegevens):
        collega = Thread(target=werk)
        collega.start()
        collega.join(timeout=30)
        return pas_toe(**gegevens)

    monkeypatch.setattr(inlezen, "pas_toe", pas_toe_tijdens_werk)

    bevestigen(run=run, by=None, at=moment(ON), on=ON)

    assert gedaan == ["9901-B-2026-00001"]


def test_row_waits_for_a_colleague_at_work_in_the_dossier_and_then_leaves_it_alone(gemeente, dossier, monkeypatch):
    """The address is not saved yet when the list is compared and its rows begin."""
    Persoon.objects.filter(pk=dossier.persoon_id).update(bsn=BSNS[0])
    run = bekijk_lijst(gemeente, rij(BSN=BSNS[0], Straat="Oudestraat"))
    bezig = Event()

    def werk():
        with transaction.atomic():
            persoon_wijzigen(
                dossier=dossier, wijzigingen={"straat": "Nieuweweg"}, reden="Belde", by=None, at=moment(ON)
            )
            bezig.set()
            sleep(1)  # long enough for the list to come to its row
        connection.close()

    def pas_toe_tijdens_werk(**gegevens):
        collega.start()
        assert bezig.wait(timeout=30)
        return pas_toe(**gegevens)

    collega = Thread(target=werk)
    monkeypatch.setattr(inlezen, "pas_toe", pas_toe_tijdens_werk)

    run = bevestigen(run=run, by=None, at=moment(ON), on=ON)
    collega.join(timeout=30)

    assert getallen(run) == (1, 0, 0, 0, 1)
    assert Persoon.objects.get().straat == "Nieuweweg"
