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
    )

    assert (uitkomst.returncode, "no issues" in uitkomst.stdout) == (0, True), uitkomst.stderr


def test_production_without_a_secret_does_not_start(tmp_path):
    uitkomst = run_manage(tmp_path, "check", DATABASE_URL="postgres://brede@localhost/brede", ALLOWED_HOSTS="x.example")

    assert uitkomst.returncode == 1
    assert "SECRET_KEY ontbreekt" in uitkomst.stderr


def test_database_that_is_down_is_one_line(tmp_path):
    uitkomst = run_manage(
        tmp_path,
        "migrate",
        "--check",
        SECRET_KEY=STERK,
        DATABASE_URL=f"postgres://brede@/{tmp_path}/niets",
        ALLOWED_HOSTS="x.example",
    )

    assert uitkomst.returncode == 1
    assert uitkomst.stderr.splitlines() == [
        "De database staat niet aan. Start haar met 'make demo', of alleen haar met: python3 -m config.launcher up"
    ]


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
