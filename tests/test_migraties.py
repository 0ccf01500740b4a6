"""The migrations: complete, named, and able to go back and forth from an empty database."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

APPS = ("accounts", "cases", "planvanaanpak", "nazorg", "spuk", "portal_import")
TRIGGERS = {
    ("planvanaanpak_besluit", "besluit_bevroren"),
    ("planvanaanpak_besluitpdf", "besluitpdf_bevroren"),
    ("planvanaanpak_bijsluiter", "bijsluiter_bevroren"),
}


def namen():
    return [f"{app}.{naam}" for app, naam in MigrationLoader(None).disk_migrations if app in APPS]


def triggers(database=connection):
    with database.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal")
        return set(cursor.fetchall())


def eigen_functies(database):
    """Give the functions in the schema that no extension brought."""
    with database.cursor() as cursor:
        cursor.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
            " AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')"
        )
        return {naam for (naam,) in cursor.fetchall()}


@pytest.mark.django_db
def test_no_migration_is_missing():
    uit = StringIO()

    call_command("makemigrations", "--check", "--dry-run", stdout=uit)

    assert uit.getvalue() == "No changes detected\n"


def test_every_migration_has_a_name_of_its_own():
    assert [naam for naam in namen() if not re.fullmatch(r"\w+\.\d{4}_[a-z_]+", naam) or "auto" in naam] == []


def test_every_app_begins_with_one_migration():
    assert sorted(naam for naam in namen() if ".0001_" in naam) == sorted(f"{app}.0001_begin" for app in APPS)


@pytest.mark.django_db
def test_a_besluit_is_guarded_by_triggers():
    assert triggers() == TRIGGERS


@pytest.fixture
def kopie(django_db_setup, django_db_blocker):
    """A copy of the database of the tests, whose making from nothing is the first half of this test."""
    naam = f"{connection.settings_dict['NAME']}_kopie"
    with django_db_blocker.unblock():
        kopie = connection.copy(alias="kopie")
        kopie.settings_dict = {**connection.settings_dict, "NAME": naam}
        connection.close()  # PostgreSQL copies a database that nobody uses
        with kopie._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{naam}"')
            idle = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle' AND datname = %s"
            cursor.execute(idle, [connection.settings_dict["NAME"]])  # what a live server left open
            cursor.execute(f'CREATE DATABASE "{naam}" TEMPLATE "{connection.settings_dict["NAME"]}"')
        connections["kopie"] = kopie
        yield kopie
        del connections["kopie"]
        kopie.close()
        with kopie._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{naam}"')


def migreer(database, *doelen):
    """Migrate to the given (app, name) pairs, or to the newest."""
    uitvoerder = MigrationExecutor(database)
    uitvoerder.migrate(list(doelen) or uitvoerder.loader.graph.leaf_nodes())


def test_migrations_after_the_first_go_back_and_forth(kopie):
    assert triggers(kopie) == TRIGGERS

    migreer(kopie, ("cases", "0001_begin"), ("planvanaanpak", "0001_begin"))  # the apps above go with them
    assert (triggers(kopie), eigen_functies(kopie)) == (set(), set())

    migreer(kopie)
    assert triggers(kopie) == TRIGGERS
