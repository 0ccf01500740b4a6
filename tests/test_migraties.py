"""The migrations: complete, named, and able to go back and forth from an empty database."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.operations.models import IndexOperation, ModelOperation

APPS = ("accounts", "cases", "planvanaanpak", "nazorg", "spuk", "portal_import")
TRIGGERS = {
    ("cases_brieftekst", "brieftekst_bevroren"),
    ("planvanaanpak_besluit", "besluit_bevroren"),
    ("planvanaanpak_besluitpdf", "besluitpdf_bevroren"),
    ("planvanaanpak_bijsluiter", "bijsluiter_bevroren"),
    ("planvanaanpak_planversie", "planversie_bevroren"),
    ("planvanaanpak_verzending", "verzending_bevroren"),
    ("planvanaanpak_besluit", "besluit_niet_legen"),
    ("planvanaanpak_besluitpdf", "besluitpdf_niet_legen"),
    ("planvanaanpak_bijsluiter", "bijsluiter_niet_legen"),
    ("planvanaanpak_planversie", "planversie_niet_legen"),
    ("planvanaanpak_verzending", "verzending_niet_legen"),
    ("cases_dossier", "dossier_deelt_gezin_anders"),
    ("cases_dossier", "dossier_deelt_gezin_nieuw"),
    ("cases_gesprek", "dossier_leefgebieden"),
    ("cases_hulpvraag", "dossier_leefgebieden"),
}

VAN_CASES = {(tabel, naam) for tabel, naam in TRIGGERS if tabel.startswith("cases_")}
FUNCTIES_VAN_CASES = ("brieftekst_bevroren", "dossier_deelt_gezin", "dossier_leefgebieden")


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


def test_a_migration_of_many_changes_does_them_in_one():
    """One by one they take a tenth of a second each, and every test run and every new machine begins with them."""
    verandert = (ModelOperation, FieldOperation, IndexOperation)
    los = {
        f"{app}.{naam}": sum(isinstance(operation, verandert) for operation in migratie.operations)
        for (app, naam), migratie in MigrationLoader(None).disk_migrations.items()
        if app in APPS
    }

    assert {naam: aantal for naam, aantal in los.items() if aantal > 6} == {}


@pytest.mark.django_db
def test_triggers_guard_a_besluit_and_keep_what_lists_look_for():
    assert triggers() == TRIGGERS


@pytest.fixture
def kopie(django_db_setup, django_db_blocker):
    """A copy of the database of the tests, whose making from nothing is the first half of this test."""
    naam = f"{connection.settings_dict['NAME']}_kopie"
    assert naam.startswith(connection.settings_dict["TEST"]["NAME"]), (
        "run the whole file: else there is no test database"
    )
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
    """Going back to the first of planvanaanpak takes along the apps above."""
    assert triggers(kopie) == TRIGGERS

    migreer(kopie, ("planvanaanpak", "0001_begin"))
    assert (triggers(kopie), eigen_functies(kopie)) == (VAN_CASES, {"zoektekst", *FUNCTIES_VAN_CASES})

    migreer(kopie, ("planvanaanpak", None), ("portal_import", None), ("cases", "0001_begin"))
    assert (triggers(kopie), eigen_functies(kopie)) == (set(), {"zoektekst"})

    migreer(kopie)
    assert triggers(kopie) == TRIGGERS
