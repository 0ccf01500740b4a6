"""Production refuses to start without a strong secret; everything else comes from the environment."""

import os
import subprocess
import sys
from pathlib import Path

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

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
    uitkomst = run_manage(
        tmp_path,
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        SECRET_KEY=STERK,
        DATABASE_URL="postgres://brede@localhost/brede",
        ALLOWED_HOSTS="brede.voorbeeld.example",
        **POST,
    )

    assert (uitkomst.returncode, "no issues" in uitkomst.stdout) == (0, True), uitkomst.stderr


@pytest.mark.parametrize(
    ("anders", "preload"),
    [({}, "False"), ({"HSTS_PRELOAD": "1"}, "True"), ({"HSTS_PRELOAD": "1", "HTTPS": "0"}, "False")],
    ids=["not-asked", "asked", "without-https"],
)
def test_nobody_is_on_the_preload_list_without_asking(tmp_path, anders, preload):
    uitkomst = run_manage(
        tmp_path, "shell", "--no-imports", "-c",
        "from django.conf import settings; print(settings.SECURE_HSTS_PRELOAD)",
        SECRET_KEY=STERK, DATABASE_URL="postgres://brede@localhost/brede", ALLOWED_HOSTS="brede.voorbeeld.example",
        **POST, **anders,
    )  # fmt: skip

    assert (uitkomst.returncode, uitkomst.stdout.strip()) == (0, preload), uitkomst.stderr


def test_production_without_a_secret_does_not_start(tmp_path):
    uitkomst = run_manage(tmp_path, "check", DATABASE_URL="postgres://brede@localhost/brede", ALLOWED_HOSTS="x.example")

    assert uitkomst.returncode == 1
    assert uitkomst.stderr.startswith("SECRET_KEY ontbreekt")


@pytest.mark.parametrize("naam", ["EMAIL_URL", "BASIS_URL"])
def test_production_without_mail_or_address_does_not_start(tmp_path, naam):
    genoemd = {"SECRET_KEY": STERK, "DATABASE_URL": "postgres://brede@localhost/brede", "ALLOWED_HOSTS": "x.example"}
    genoemd |= {ander: waarde for ander, waarde in POST.items() if ander != naam}

    uitkomst = run_manage(tmp_path, "check", **genoemd)

    assert (uitkomst.returncode, uitkomst.stderr.startswith(f"{naam} ontbreekt")) == (1, True)


STAAT_UIT = "De database staat niet aan. Start haar met 'make demo', of alleen haar met: python3 -m config.launcher up"
ONBEREIKBAAR = "Er is geen verbinding met de database. Controleer DATABASE_URL, en of PostgreSQL aan staat."


@pytest.mark.parametrize(
    ("anders", "melding"),
    [(POST, ONBEREIKBAAR), ({"DEMO": "1"}, STAAT_UIT), ({"DEBUG": "1"}, STAAT_UIT)],
    ids=["production", "demo", "debug"],
)
def test_database_that_is_down_is_one_line(tmp_path, anders, melding):
    uitkomst = run_manage(
        tmp_path,
        "migrate",
        "--check",
        SECRET_KEY=STERK,
        DATABASE_URL=f"postgres://brede@/{tmp_path}/niets",
        ALLOWED_HOSTS="x.example",
        **anders,
    )

    assert (uitkomst.returncode, uitkomst.stderr) == (1, f"{melding}\n")


@pytest.fixture
def lege_database(django_db_blocker):
    """A database without a single table, as the launcher's `up` leaves it."""
    naam = f"leeg_{os.getpid()}"
    with django_db_blocker.unblock():
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{naam}" TEMPLATE template0')
        yield database_url({**connection.settings_dict, "NAME": naam})
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
def test_database_that_is_empty_is_one_line(tmp_path, lege_database, opdracht):
    uitkomst = run_manage(
        tmp_path, *opdracht.split(), SECRET_KEY=STERK, ALLOWED_HOSTS="x.example", DATABASE_URL=lege_database, DEMO="1"
    )

    assert (uitkomst.returncode, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr == "De database is leeg. Draai eerst: make demo, of python manage.py migrate\n"


def test_database_that_is_empty_in_production_names_what_is_there(tmp_path, lege_database):
    """The image has no Makefile."""
    uitkomst = run_manage(
        tmp_path, "sisa", "--gemeente", "9901", "--jaar", "2026",
        SECRET_KEY=STERK, ALLOWED_HOSTS="x.example", DATABASE_URL=lege_database, **POST,
    )  # fmt: skip

    assert (uitkomst.returncode, uitkomst.stdout) == (1, "")
    assert uitkomst.stderr == "De database is leeg. Draai eerst: python manage.py migrate\n"
