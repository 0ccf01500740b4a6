"""The database that a test run copies: made from nothing by every migration, whole, and only when these change."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from config.omgeving import BASE_DIR
from tests import sjabloon


@pytest.mark.django_db
def test_database_of_the_tests_has_every_migration():
    """A copy is not migrated, so one of other migrations would show here first."""
    migraties = MigrationLoader(connection)

    vervangen = {oud for migratie in migraties.disk_migrations.values() for oud in migratie.replaces}
    assert set(migraties.applied_migrations) == set(migraties.disk_migrations) | vervangen


def test_what_the_migrations_import_decides_which_database_fits():
    """Of models they take where a file goes, which no table knows."""
    apps = {bestand.parent.parent.name for bestand in BASE_DIR.glob("*/migrations/*.py")} | {"config"}
    regels = {
        regel
        for bestand in BASE_DIR.glob("*/migrations/*.py")
        for regel in re.findall(r"^(?:from|import) ([\w.]+)", bestand.read_text(), re.MULTILINE)
        if regel.split(".")[0] in apps
    }

    eigen = {f"{regel.replace('.', '/')}.py" for regel in regels if ".models" not in regel}
    assert eigen
    assert eigen - set(sjabloon.OOK) == set()


def databases():
    with connection._nodb_cursor() as cursor:
        cursor.execute(
            "SELECT datname, oid, datallowconn FROM pg_database WHERE starts_with(datname, %s)", [sjabloon.BEGIN]
        )
        return {naam: (oid, open_) for naam, oid, open_ in cursor.fetchall()}


@pytest.fixture
def _eigen_naam(monkeypatch, django_db_setup, django_db_blocker):
    """Databases of this test alone, in which one app is migrated; what is left of before is there."""
    monkeypatch.setattr(sjabloon, "BEGIN", f"{connection.settings_dict['TEST']['NAME']}_proef_")
    monkeypatch.setattr(sjabloon, "call_command", lambda wat, **hoe: call_command(wat, "contenttypes", **hoe))
    with django_db_blocker.unblock():
        with connection._nodb_cursor() as cursor:
            for over in ("half", "oud"):
                cursor.execute(f'CREATE DATABASE "{sjabloon.BEGIN}{over}"')
        yield
        with connection._nodb_cursor() as cursor:
            for naam in databases():
                cursor.execute(f'DROP DATABASE "{naam}"')


@pytest.mark.usefixtures("_eigen_naam")
def test_it_is_made_once_and_again_when_a_migration_changes(monkeypatch):
    naam = sjabloon.maak_sjabloon()
    eerste = databases()

    assert set(eerste) == {naam}
    assert eerste[naam][1] is False
    assert sjabloon.maak_sjabloon() == naam
    assert databases() == eerste

    monkeypatch.setattr(sjabloon, "OOK", sjabloon.OOK[:-1])
    anders = sjabloon.maak_sjabloon()

    assert anders != naam
    assert set(databases()) == {anders}
