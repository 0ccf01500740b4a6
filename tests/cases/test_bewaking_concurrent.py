"""The nightly run when something else happens at the same time, or when it is cut off: nothing twice, nothing half."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection, transaction

from accounts.rollen import Rol
from cases.actions import bewaking
from cases.actions.basis import vergrendel
from cases.actions.bewaking import bewaak
from cases.actions.digest import verstuur_digests
from cases.models import Bewaking, DossierEvent, Signaal, Termijn
from tests.environment import database_url
from tests.factories import BeleidFactory, GemeenteFactory, maak_dossier, maak_user, moment
from tests.wegen import voer_eerste_gesprek

ON = date(2026, 5, 8)  # the day after the last day of the plan van aanpak
OUD = date(2026, 5, 5)
MOMENT = moment(ON, uur=3)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def rivierendam():
    gemeente = GemeenteFactory()
    BeleidFactory(gemeente=gemeente)
    return gemeente


@pytest.fixture
def laat_dossier(rivierendam):
    consulent = maak_user(Rol.CONSULENT, rivierendam, email="consulent@voorbeeld.example")
    dossier = maak_dossier(rivierendam)
    dossier.casusregisseur = consulent
    dossier.save(update_fields=["casusregisseur"])
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))
    bewaak(gemeente=rivierendam, on=OUD, at=moment(OUD, uur=3))
    return dossier


def tegelijk(*functies):
    """Call each function in a thread of its own, all at the same moment; gives their answers."""
    begin = Barrier(len(functies))

    def roep(functie):
        try:
            connection.cursor().execute("SET lock_timeout = '5s'")  # so that a lock that is never freed fails the test
            begin.wait(timeout=10)
            return functie()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(functies)) as pool:
        return [antwoord.result(timeout=30) for antwoord in [pool.submit(roep, functie) for functie in functies]]


def test_two_runs_at_the_same_time_double_nothing(rivierendam, laat_dossier):
    def doe():
        return bewaak(gemeente=rivierendam, on=ON, at=MOMENT)

    tellingen = tegelijk(doe, doe)

    assert sorted((t.overgangen, t.signalen) for t in tellingen) == [(0, 0), (1, 1)]
    assert DossierEvent.objects.filter(soort="termijn_te_laat").count() == 1
    assert Signaal.objects.filter(soort="te_laat").count() == 1
    assert list(Bewaking.objects.order_by("on").values_list("on", "overgangen", "signalen")) == [
        (date(2026, 5, 5), 0, 0),
        (date(2026, 5, 6), 0, 0),
        (date(2026, 5, 7), 0, 0),
        (date(2026, 5, 8), 1, 1),
    ]


def test_two_runs_of_the_digest_send_one_mail(rivierendam, laat_dossier):
    bewaak(gemeente=rivierendam, on=ON, at=MOMENT)

    def doe():
        return verstuur_digests(gemeente=rivierendam, on=ON, at=MOMENT)

    assert sorted(tegelijk(doe, doe)) == [0, 1]
    assert len(mail.outbox) == 1


def test_run_that_is_cut_off_leaves_nothing(rivierendam, laat_dossier, monkeypatch):
    bewaak(gemeente=rivierendam, on=date(2026, 5, 7), at=MOMENT)
    voor = stand()

    def breek(*args):
        assert Termijn.objects.get(regel="plan_van_aanpak").status == "te_laat"
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(bewaking, "_boek", breek)
        with pytest.raises(KeyboardInterrupt):
            bewaak(gemeente=rivierendam, on=ON, at=MOMENT)

    assert stand() == voor
    telling = bewaak(gemeente=rivierendam, on=ON, at=MOMENT)
    assert (telling.overgangen, telling.signalen, telling.ingehaald) == (1, 1, [])


HALFWEG = """
import sys, time
import django
django.setup()
from datetime import date, datetime
from accounts.models import Gemeente
from cases.actions import bewaking

def wacht(*args):
    print("halfweg", flush=True)
    time.sleep(60)

bewaking._boek = wacht
on, at = date.fromisoformat(sys.argv[1]), datetime.fromisoformat(sys.argv[2])
bewaking.bewaak(gemeente=Gemeente.objects.get(), on=on, at=at)
"""


def test_process_that_is_killed_leaves_nothing_and_the_next_run_completes_it(rivierendam, laat_dossier):
    bewaak(gemeente=rivierendam, on=date(2026, 5, 7), at=MOMENT)
    voor = stand()
    omgeving = {
        **os.environ,
        "DATABASE_URL": database_url(connection.settings_dict),
        "SECRET_KEY": settings.SECRET_KEY,
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    opdracht = [sys.executable, "-c", HALFWEG, ON.isoformat(), MOMENT.isoformat()]
    with subprocess.Popen(opdracht, cwd=settings.BASE_DIR, env=omgeving, stdout=subprocess.PIPE, text=True) as proces:
        assert proces.stdout.readline() == "halfweg\n"
        proces.kill()

    assert stand() == voor
    telling = bewaak(gemeente=rivierendam, on=ON, at=MOMENT)
    assert (telling.overgangen, telling.signalen, telling.ingehaald) == (1, 1, [])
    assert DossierEvent.objects.filter(soort="termijn_te_laat").count() == 1


def test_days_before_the_one_that_failed_are_kept(rivierendam, laat_dossier, monkeypatch):
    boek = bewaking._boek

    def breek(gemeente, dag, at, telling):
        if dag == date(2026, 5, 7):
            raise RuntimeError("schijf vol")
        return boek(gemeente, dag, at, telling)

    with monkeypatch.context() as patch:
        patch.setattr(bewaking, "_boek", breek)
        with pytest.raises(RuntimeError):
            bewaak(gemeente=rivierendam, on=ON, at=MOMENT)

    assert list(Bewaking.objects.order_by("on").values_list("on", flat=True)) == [OUD, date(2026, 5, 6)]
    assert bewaak(gemeente=rivierendam, on=ON, at=MOMENT).ingehaald == [date(2026, 5, 7)]


def test_run_goes_on_while_a_consulent_works_in_the_dossier(rivierendam, laat_dossier):
    """A lock of the whole row would wait here, and deadlock when the consulent's action then met the termijn."""
    with transaction.atomic():
        vergrendel(laat_dossier)

        (telling,) = tegelijk(lambda: bewaak(gemeente=rivierendam, on=ON, at=MOMENT))

    assert telling.overgangen == 1


def stand():
    return [list(model.objects.order_by("pk").values()) for model in (Termijn, Signaal, DossierEvent, Bewaking)]
