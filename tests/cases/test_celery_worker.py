"""The nightly run for real: beat sends it, a worker does it, over Redis, on the database and with mail in files."""

import email
import os
import re
import signal
import subprocess
import sys
import time as klok
from datetime import datetime, time, timedelta
from email import policy
from pathlib import Path

import pytest
import redis
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from accounts.rollen import Rol
from cases import tasks
from cases.management.commando import Fout
from cases.models import Bewaking, DossierEvent, Signaal, Termijn
from config.weergave import datum
from tests.environment import database_url
from tests.factories import AMSTERDAM, BeleidFactory, BewakingFactory, GemeenteFactory, maak_dossier, maak_user
from tests.wegen import voer_eerste_gesprek

WACHT = 60  # seconds; all of it takes about five
GEDAAN = r"cases\.termijnen_bewaken_gemeente\[\S+\] succeeded"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def omgeving(tmp_path):
    """The environment of the two processes: this test's database, its own queue and a folder for the mail."""
    return {
        **os.environ,
        "DATABASE_URL": database_url(connection.settings_dict),
        "REDIS_URL": settings.REDIS_URL,
        "SECRET_KEY": settings.SECRET_KEY,
        "EMAIL_URL": "filemail://",
        "EMAIL_FILE_PATH": str(tmp_path / "mail"),
    }


@pytest.fixture
def programma(omgeving, tmp_path):
    """Start Celery programs; at the end each is asked to stop, and must."""
    gestart = []

    def start(naam, *opties):
        log = (tmp_path / f"{naam}.log").open("w")
        proces = subprocess.Popen(
            [sys.executable, "-m", "celery", *opties],
            cwd=settings.BASE_DIR,
            env=omgeving,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        gestart.append((proces, log))
        return proces

    yield start
    for proces, log in gestart:
        if proces.poll() is None:
            os.killpg(proces.pid, signal.SIGKILL)
        proces.wait()
        log.close()
    with redis.Redis.from_url(settings.REDIS_URL) as broker:
        wachtrij = settings.CELERY_TASK_DEFAULT_QUEUE
        broker.delete(wachtrij, f"_kombu.binding.{wachtrij}")


@pytest.fixture
def laat_dossier():
    """A dossier whose plan van aanpak should have been there some days ago."""
    gemeente = GemeenteFactory()
    BeleidFactory(gemeente=gemeente)
    consulent = maak_user(Rol.CONSULENT, gemeente, email="consulent@voorbeeld.example")
    begin = timezone.localdate() - timedelta(weeks=9)
    dossier = maak_dossier(gemeente, datum=begin)
    dossier.casusregisseur = consulent
    dossier.save(update_fields=["casusregisseur"])
    voer_eerste_gesprek(dossier, consulent, begin)
    return dossier


def wacht_op(voorwaarde, tmp_path):
    einde = klok.monotonic() + WACHT
    while not voorwaarde():
        logs = "\n".join(f"{log.name}:\n{log.read_text()[-2000:]}" for log in tmp_path.glob("*.log"))
        assert klok.monotonic() < einde, logs
        klok.sleep(0.1)


def stop(proces):
    proces.send_signal(signal.SIGTERM)
    return proces.wait(timeout=30)


def test_beat_and_worker_do_the_nightly_run(laat_dossier, programma, tmp_path):
    worker = programma("worker", "-A", "config.celery", "worker", "--loglevel=INFO", "--concurrency=2")
    beat = programma("beat", "-A", "tests.cases.snelle_beat", "beat", "--pidfile=", "-s", str(tmp_path / "beat"))

    wacht_op(lambda: list((tmp_path / "mail").glob("*")), tmp_path)
    wacht_op(lambda: len(re.findall(GEDAAN, (tmp_path / "worker.log").read_text())) >= 3, tmp_path)
    assert (stop(beat), stop(worker)) == (0, 0)

    vandaag = timezone.localdate()
    termijn = Termijn.objects.get(dossier=laat_dossier, regel="plan_van_aanpak")
    assert termijn.status == "te_laat"
    assert DossierEvent.objects.filter(soort="termijn_te_laat").count() == 1
    assert list(Signaal.objects.order_by("soort").values_list("soort", "ontvanger__email")) == [
        ("digest", "consulent@voorbeeld.example"),
        ("te_laat", "consulent@voorbeeld.example"),
    ]
    rij = Bewaking.objects.get()
    assert (rij.on, rij.fout, rij.overgangen, rij.signalen, rij.digests) == (vandaag, "", 1, 1, 1)
    assert (tmp_path / "worker.log").read_text().count("1 gemeente gedaan, 0 mislukt, 0 nog bezig.") == 1
    (bestand,) = (tmp_path / "mail").iterdir()
    bericht = lees_mail(bestand)
    assert (bericht["To"], bericht["Subject"]) == (
        "consulent@voorbeeld.example",
        "Brede ondersteuning: 1 stap te laat",
    )
    assert f"- {laat_dossier.nummer}: Plan van aanpak vaststellen: te laat sinds" in bericht.get_content()


def start_worker(programma, tmp_path, naam, app):
    worker = programma(naam, "-A", app, "worker", "--loglevel=INFO", "--concurrency=1", "-n", f"{naam}@%h")
    wacht_op(lambda: "ready." in (tmp_path / f"{naam}.log").read_text(), tmp_path)
    return worker


def test_gemeente_lost_with_its_worker_is_red_mailed_and_done_again(laat_dossier, programma, tmp_path, client):
    """The worker is killed half-way, so nobody is left to say that it failed; the look at 04:00 does."""
    gemeente, dag = laat_dossier.gemeente, timezone.localdate()
    beheerder = maak_user(Rol.BEHEERDER, gemeente, email="beheerder@voorbeeld.example")
    gisteren = BewakingFactory(gemeente=gemeente, on=dag - timedelta(days=1))
    eerste = start_worker(programma, tmp_path, "eerste", "tests.cases.hangende_nacht")
    tasks.termijnen_bewaken.delay()
    wacht_op(lambda: "halfweg" in (tmp_path / "eerste.log").read_text(), tmp_path)
    os.killpg(eerste.pid, signal.SIGKILL)
    eerste.wait()

    assert list(Bewaking.objects.all()) == [gisteren]
    rood = f"Rivierendam: De bewaking liep het laatst op {datum(gisteren.on)}."
    with time_machine.travel(datetime.combine(dag, time(9, 30), tzinfo=AMSTERDAM), tick=False):
        client.force_login(beheerder)  # here: a session of the night is over by now
        assert rood in client.get(reverse("gebruikers")).text
        with pytest.raises(Fout, match=rood):
            call_command("bewaking_nakijken")

    tweede = start_worker(programma, tmp_path, "tweede", "config.celery")
    tasks.bewaking_nakijken.delay(on=dag.isoformat())
    wacht_op(lambda: re.search(GEDAAN, (tmp_path / "tweede.log").read_text()), tmp_path)
    assert stop(tweede) == 0

    assert Termijn.objects.get(dossier=laat_dossier, regel="plan_van_aanpak").status == "te_laat"
    rij = Bewaking.objects.get(on=dag)
    assert (rij.fout, rij.overgangen, rij.digests) == ("", 1, 1)
    berichten = {bericht["To"]: bericht for bericht in map(lees_mail, (tmp_path / "mail").iterdir())}
    assert set(berichten) == {"beheerder@voorbeeld.example", "consulent@voorbeeld.example"}
    alarm = berichten["beheerder@voorbeeld.example"]
    assert alarm["Subject"] == "Brede ondersteuning: de nachtelijke bewaking is nog niet klaar"
    assert f"van gemeente Rivierendam van {datum(dag)} is nog niet klaar." in alarm.get_content()
    with time_machine.travel(datetime.combine(dag, time(9, 30), tzinfo=AMSTERDAM), tick=False):
        assert "utrecht-alert--error" not in client.get(reverse("gebruikers")).text
        call_command("bewaking_nakijken")


def lees_mail(bestand: Path):
    """Read what the file backend wrote, without the line under each message."""
    return email.message_from_string(bestand.read_text().rpartition("-" * 79)[0], policy=policy.default)
