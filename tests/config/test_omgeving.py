"""Production refuses to start without a strong secret; everything else comes from the environment."""

import os
import runpy
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

import manage
from config import omgeving
from tests.environment import database_url

STERK = "q7Zr1vB9kX4tLm2NpWd8sHc6yUj3fEa5gRo0TiQbVxKzMnCwPl"
POST = {"EMAIL_URL": "smtp://mail.voorbeeld.example:25", "BASIS_URL": "https://brede.voorbeeld.example"}


@pytest.mark.parametrize(
    ("sleutel", "melding"),
    [
        ("", "SECRET_KEY ontbreekt"),
        ("kort", "te zwak"),
        ("x" * 80, "te zwak"),
        ("django-insecure-" + STERK, "te zwak"),
        (STERK[:49], "te zwak"),
    ],
    ids=["missing", "short", "one-sign", "example", "one-too-short"],
)
def test_production_refuses_a_weak_secret(monkeypatch, sleutel, melding):
    monkeypatch.setenv("SECRET_KEY", sleutel)

    with pytest.raises(ImproperlyConfigured, match=melding):
        omgeving.geheime_sleutel(environ.Env(), debug=False)


def test_production_takes_a_strong_secret(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", STERK)

    assert omgeving.geheime_sleutel(environ.Env(), debug=False) == STERK


@pytest.mark.parametrize(
    ("waarde", "melding"),
    [
        (None, "EMAIL_URL ontbreekt"),
        ("", "EMAIL_URL ontbreekt"),
        ("consolemail://", "EMAIL_URL moet een mailserver noemen"),
    ],
)
def test_production_refuses_to_write_mail_in_the_log(monkeypatch, waarde, melding):
    zet(monkeypatch, "EMAIL_URL", waarde)

    with pytest.raises(ImproperlyConfigured, match=melding):
        omgeving.mailserver(environ.Env(), proef=False)
    assert omgeving.mailserver(environ.Env(), proef=True)["EMAIL_BACKEND"].endswith("console.EmailBackend")


@pytest.mark.parametrize("teken", ["#", "/", "?"])
def test_mail_server_that_cannot_be_read_is_one_sentence_without_the_password(monkeypatch, teken):
    monkeypatch.setenv("EMAIL_URL", f"smtp+tls://naam:geheim{teken}woord@mail.voorbeeld.example:587")

    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL is niet te lezen") as fout:
        omgeving.mailserver(environ.Env(), proef=False)
    assert ("geheim" in str(fout.value), fout.value.__cause__, fout.value.__suppress_context__) == (False, None, True)


def test_production_takes_a_mail_server(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://brede:geheim@mail.voorbeeld.example:587")

    server = omgeving.mailserver(environ.Env(), proef=False)

    assert (server["EMAIL_HOST"], server["EMAIL_PORT"], server["EMAIL_USE_TLS"]) == (
        "mail.voorbeeld.example",
        587,
        True,
    )


@pytest.mark.parametrize(
    ("waarde", "melding"),
    [
        (None, "BASIS_URL ontbreekt"),
        ("", "BASIS_URL ontbreekt"),
        ("http://brede.voorbeeld.example", "BASIS_URL moet met https"),
        ("brede.voorbeeld.example", "BASIS_URL moet met https"),
        ("https://", "BASIS_URL moet met https"),
    ],
)
def test_production_refuses_links_that_are_not_https(monkeypatch, waarde, melding):
    zet(monkeypatch, "BASIS_URL", waarde)

    with pytest.raises(ImproperlyConfigured, match=melding):
        omgeving.basisadres(environ.Env(), proef=False)


def test_links_of_a_demo_lead_to_this_machine(monkeypatch):
    zet(monkeypatch, "BASIS_URL", None)

    assert omgeving.basisadres(environ.Env(), proef=True) == "http://127.0.0.1:8000"


def test_links_get_no_second_slash(monkeypatch):
    monkeypatch.setenv("BASIS_URL", "https://brede.voorbeeld.example/")

    assert omgeving.basisadres(environ.Env(), proef=False) == "https://brede.voorbeeld.example"


PRODUCTIE = {
    "SECRET_KEY": STERK, "DATABASE_URL": "postgres://brede@localhost/brede", "ALLOWED_HOSTS": "brede.voorbeeld.example",
    **POST,
}  # fmt: skip


def zet(monkeypatch, naam, waarde):
    if waarde is None:
        monkeypatch.delenv(naam, raising=False)
    else:
        monkeypatch.setenv(naam, waarde)


def run_manage(tmp_path: Path, *args: str, **anders: str) -> subprocess.CompletedProcess[str]:
    omgeving_ = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), **anders}
    return subprocess.run(
        [sys.executable, "manage.py", *args], env=omgeving_, capture_output=True, text=True, check=False, timeout=120
    )


def test_check_deploy_is_clean(tmp_path):
    uitkomst = run_manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **PRODUCTIE)

    assert (uitkomst.returncode, "no issues" in uitkomst.stdout) == (0, True), uitkomst.stderr


def lees_settings(**omgeving_):
    """Read the settings as a process with this environment does, beside those of the tests.

    What the servers of this checkout wrote down while they run is no part of it.
    """
    with patch.dict(os.environ, omgeving_, clear=True), patch.object(omgeving.Omgeving, "read_env"):
        return runpy.run_path(str(omgeving.BASE_DIR / "config" / "settings.py"))


@pytest.mark.parametrize(
    ("anders", "preload"),
    [({}, False), ({"HSTS_PRELOAD": "1"}, True), ({"HSTS_PRELOAD": "1", "HTTPS": "0"}, False)],
    ids=["not-asked", "asked", "without-https"],
)
def test_nobody_is_on_the_preload_list_without_asking(anders, preload):
    assert lees_settings(**PRODUCTIE, **anders)["SECURE_HSTS_PRELOAD"] is preload


@pytest.mark.parametrize(
    ("naam", "waarde", "melding"),
    [
        ("HTTPS", "ja", "HTTPS moet 1 of 0 zijn"),
        ("ACHTER_PROXY", "aan", "ACHTER_PROXY moet 1 of 0 zijn"),
        ("ALLOWED_HOSTS", "https://brede.voorbeeld.example", "ALLOWED_HOSTS mag alleen namen noemen"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS mag alleen namen noemen"),
        ("DATABASE_URL", "postgre://brede:geheim@localhost/brede", "DATABASE_URL moet een PostgreSQL-database noemen"),
        ("DATABASE_URL", "postgres://brede:geheim@localhost:poort/brede", "DATABASE_URL moet een PostgreSQL-database"),
        ("REDIS_URL", "localhost:6379", "REDIS_URL moet een Redis noemen"),
        ("EMAIL_URL", "mail.voorbeeld.example", "EMAIL_URL is niet te lezen"),
        ("DATABASE_CONN_MAX_AGE", "lang", "DATABASE_CONN_MAX_AGE moet een heel getal zijn, 0 of meer"),
        ("UPLOAD_MAX_MB", "20MB", "UPLOAD_MAX_MB moet een heel getal zijn, 1 of meer"),
        ("UPLOAD_MAX_MB", "0", "UPLOAD_MAX_MB moet een heel getal zijn, 1 of meer"),
        ("LOG_LEVEL", "veel", "LOG_LEVEL moet DEBUG, INFO"),
    ],
)
def test_production_refuses_a_value_that_can_not_be(naam, waarde, melding):
    with pytest.raises(ImproperlyConfigured, match=f"^{melding}"):
        lees_settings(**PRODUCTIE | {naam: waarde})


def test_setting_without_a_value_has_its_default():
    namen = ["HTTPS", "ACHTER_PROXY", "UPLOAD_MAX_MB", "DATABASE_CONN_MAX_AGE", "LOG_LEVEL", "MEDIA_ROOT", "REDIS_URL"]

    leeg, weg = lees_settings(**PRODUCTIE, **dict.fromkeys(namen, "")), lees_settings(**PRODUCTIE)

    instellingen = ["HTTPS", "UPLOAD_MAX_MB", "DATABASES", "LOGGING", "MEDIA_ROOT", "REDIS_URL"]
    assert [leeg[naam] for naam in instellingen] == [weg[naam] for naam in instellingen]
    assert (leeg["SESSION_COOKIE_SECURE"], "SECURE_PROXY_SSL_HEADER" in leeg) == (True, False)


def test_setting_is_read_as_people_write_it():
    gelezen = lees_settings(**PRODUCTIE | {"ALLOWED_HOSTS": "een.example, twee.example", "LOG_LEVEL": "warning"})

    assert gelezen["ALLOWED_HOSTS"] == ["een.example", "twee.example"]
    assert gelezen["LOGGING"]["root"]["level"] == "WARNING"


def test_production_without_a_secret_does_not_start(tmp_path):
    uitkomst = run_manage(tmp_path, "check", DATABASE_URL="postgres://brede@localhost/brede", ALLOWED_HOSTS="x.example")

    assert uitkomst.returncode == 1
    assert uitkomst.stderr.startswith("SECRET_KEY ontbreekt")


@pytest.mark.parametrize("naam", ["EMAIL_URL", "BASIS_URL"])
def test_production_without_mail_or_address_does_not_start(naam):
    genoemd = {ander: waarde for ander, waarde in PRODUCTIE.items() if ander != naam}

    with pytest.raises(ImproperlyConfigured, match=f"^{naam} ontbreekt"):
        lees_settings(**genoemd)


STAAT_UIT = "De database staat niet aan. Start haar met 'make demo', of alleen haar met: python3 -m config.launcher up"
ONBEREIKBAAR = "Er is geen verbinding met de database. Controleer DATABASE_URL, en of PostgreSQL aan staat."


def test_database_that_is_down_is_one_line(tmp_path):
    uitkomst = run_manage(
        tmp_path, "migrate", "--check", **PRODUCTIE | {"DATABASE_URL": f"postgres://brede@/{tmp_path}/niets"}
    )

    assert (uitkomst.returncode, uitkomst.stderr) == (1, f"{ONBEREIKBAAR}\n")


def run_manage_hier(monkeypatch, *args):
    """Run manage.py in this process; give what it ends with: Python prints that to stderr, and its status is 1."""
    monkeypatch.setattr(sys, "argv", ["manage.py", *args])
    with pytest.raises(SystemExit) as einde:
        manage.main()
    return einde.value.code


@contextmanager
def andere_database(blocker, **anders):
    """Let this process connect to another database than that of the tests."""
    eigen = connection.settings_dict
    with blocker.unblock():
        connection.close()
        connection.settings_dict = {**eigen, **anders}
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict = eigen


@pytest.mark.parametrize("proef", ["DEMO", "DEBUG"])
def test_database_that_is_down_is_started_with_make_where_there_is_a_checkout(
    monkeypatch, settings, django_db_blocker, tmp_path, proef
):
    settings.DEMO, settings.DEBUG = proef == "DEMO", proef == "DEBUG"

    with andere_database(django_db_blocker, HOST=str(tmp_path)):
        assert run_manage_hier(monkeypatch, "migrate", "--check") == STAAT_UIT


@pytest.fixture
def lege_database(django_db_blocker):
    """A database without a single table, as the launcher's `up` leaves it."""
    naam = f"leeg_{os.getpid()}"
    with django_db_blocker.unblock():
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{naam}" TEMPLATE template0')
        yield naam
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{naam}" WITH (FORCE)')


@pytest.mark.parametrize(
    "opdracht",
    [
        "sisa --gemeente 9901 --jaar 2026",
        "demo_data --dossiers 3",
    ],
    ids=lambda opdracht: opdracht.split()[0],
)
def test_database_that_is_empty_is_one_line(monkeypatch, capsys, settings, django_db_blocker, lege_database, opdracht):
    settings.DEMO = True

    with andere_database(django_db_blocker, NAME=lege_database):
        melding = run_manage_hier(monkeypatch, *opdracht.split())

    assert melding == "De database is leeg. Draai eerst: make demo, of python manage.py migrate"
    assert capsys.readouterr() == ("", "")


def test_database_that_is_empty_in_production_names_what_is_there(tmp_path, lege_database):
    """The image has no Makefile."""
    url = database_url({**connection.settings_dict, "NAME": lege_database})

    uitkomst = run_manage(tmp_path, "sisa", "--gemeente", "9901", "--jaar", "2026", **PRODUCTIE | {"DATABASE_URL": url})

    assert (uitkomst.returncode, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr == "De database is leeg. Draai eerst: python manage.py migrate\n"
