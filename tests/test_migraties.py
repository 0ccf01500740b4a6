"""The migrations: complete, named, and able to go back and forth from an empty database."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.operations.models import IndexOperation, ModelOperation

from accounts.models import Gemeente, User
from cases.models import (
    Beleid,
    Controlepunt,
    Dossier,
    DossierIntrekking,
    Gesprek,
    Gezin,
    Hulpvraag,
    Persoon,
    UhtStatusWijziging,
)

DAG, NU = date(2026, 3, 2), datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
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
    assert triggers(kopie) == TRIGGERS

    migreer(kopie, ("cases", "0001_begin"), ("planvanaanpak", "0001_begin"))  # the apps above go with them
    assert (triggers(kopie), eigen_functies(kopie)) == (set(), set())

    migreer(kopie)
    assert triggers(kopie) == TRIGGERS


def modellen(database, naam):
    staat = MigrationExecutor(database).loader.project_state(("spuk", naam)).apps
    return staat.get_model("spuk", "Normbedrag").objects.using("kopie"), staat


def test_shared_normbedrag_becomes_that_of_every_gemeente_and_can_go_back(kopie):
    migreer(kopie, ("spuk", "0001_begin"))
    oud, staat = modellen(kopie, "0001_begin")
    for code in ("9901", "9902"):
        Gemeente.objects.using("kopie").create(code=code, naam=code)
    for jaar in (2026, 1900):
        rij = oud.create(jaar=jaar, component="A", bedrag=Decimal("412.50"), bron="Stcrt.")
        versies = staat.get_model("spuk", "HistoricalNormbedrag").objects.using("kopie")
        versies.create(
            id=rij.pk, jaar=jaar, component="A", bedrag=rij.bedrag, bron=rij.bron,
            history_type="+", history_date="2026-05-26T09:00Z", history_change_reason="Stcrt.",
        )  # fmt: skip

    migreer(kopie, ("spuk", "0002_normbedrag_per_gemeente"))

    nieuw, staat = modellen(kopie, "0002_normbedrag_per_gemeente")
    verwacht = [("9901", 2026, Decimal("412.50")), ("9902", 2026, Decimal("412.50"))]
    assert list(nieuw.order_by("gemeente__code").values_list("gemeente__code", "jaar", "bedrag")) == verwacht
    versies = staat.get_model("spuk", "HistoricalNormbedrag").objects.using("kopie").exclude(gemeente=None)
    assert set(versies.values_list("id", "history_type", "history_change_reason")) == {
        (rij.pk, "+", "Stcrt.") for rij in nieuw
    }

    migreer(kopie, ("spuk", "0001_begin"))

    assert list(modellen(kopie, "0001_begin")[0].values_list("jaar", "bedrag")) == [(2026, Decimal("412.50"))]


def maak_dossier_in(kopie, code, status="uitvoering"):
    """Make a dossier without a row in any history: the tables of the histories may be older than the models."""
    gemeente = Gemeente.objects.using("kopie").create(code=code, naam=code)
    delen = {
        "persoon": Persoon(gemeente=gemeente, achternaam="Berkhout"),
        "gezin": Gezin(gemeente=gemeente),
        "beleid": Beleid(gemeente=gemeente, profiel="tiel_2025", geldig_vanaf=DAG, bron="Beleidsregels 2025"),
    }
    for rij in delen.values():
        type(rij).objects.using("kopie").bulk_create([rij])
    dossier = Dossier(
        gemeente=gemeente, nummer=f"{code}-D-2026-00001", doelgroep="aanvrager", status=status, uht_status="erkend",
        aanmeldroute="portaal", datum_aanmelding=DAG, **delen,
    )  # fmt: skip
    Dossier.objects.using("kopie").bulk_create([dossier])
    return dossier


def test_a_controlepunt_gets_the_gemeente_of_its_dossier_and_can_go_back(kopie):
    """Also one that was dealt with, and one whose dossier was taken in by another."""
    ids = {}
    for code, status in (("9901", "uitvoering"), ("9902", "ingetrokken")):
        dossier = maak_dossier_in(kopie, code, status)
        gemeente = dossier.gemeente
        door = User.objects.db_manager("kopie").bulk_create([User(email=f"{code}@voorbeeld.example", naam=code)])[0]
        for soort, klaar in (("uht", {}), ("dubbel", {"afgehandeld_op": NU, "afgehandeld_door": door})):
            punt = Controlepunt(gemeente=gemeente, dossier=dossier, soort=soort, tekst="Kijk na.", **klaar)
            Controlepunt.objects.using("kopie").bulk_create([punt])
            ids[punt.pk] = gemeente.pk

    migreer(kopie, ("cases", "0028_inwoner_niet_bereikt"))
    migreer(kopie)

    assert dict(Controlepunt.objects.using("kopie").values_list("pk", "gemeente")) == ids


def test_status_of_uht_whose_day_nobody_knew_has_none_and_can_go_back(kopie):
    """One that has others beside it keeps its day: somebody may have chosen by it."""
    zonder_dag = "aanmelding via telefoon; de datum van de status is niet bekend"
    rijen = UhtStatusWijziging.objects.using("kopie")
    for code, bronnen in (("9901", [zonder_dag]), ("9902", [zonder_dag, "Serviceteam"]), ("9903", ["Serviceteam"])):
        dossier = maak_dossier_in(kopie, code)
        rijen.bulk_create(
            UhtStatusWijziging(dossier=dossier, status="erkend", datum_feit=DAG, datum_gemeld=DAG, bron=bron)
            for bron in bronnen
        )
    migreer(kopie, ("cases", "0030_niet_toegewezen_index"))
    migreer(kopie)

    assert list(rijen.order_by("pk").values_list("datum_feit", "bron")) == [
        (None, "aanmelding via telefoon"),
        (DAG, zonder_dag),
        (DAG, "Serviceteam"),
        (DAG, "Serviceteam"),
    ]

    migreer(kopie, ("cases", "0030_niet_toegewezen_index"))

    assert list(rijen.order_by("pk").values_list("datum_feit", "bron")) == [
        (DAG, zonder_dag),
        (DAG, zonder_dag),
        (DAG, "Serviceteam"),
        (DAG, "Serviceteam"),
    ]


def test_dossiers_that_are_there_get_their_leefgebieden_and_whether_they_share_a_gezin(kopie):
    een, twee, weg, alleen = (maak_dossier_in(kopie, f"990{n}") for n in range(1, 5))
    dossiers = Dossier.objects.using("kopie")
    dossiers.filter(pk__in=[twee.pk, weg.pk]).update(gezin=een.gezin)
    dossiers.filter(pk=weg.pk).update(status="ingetrokken")
    door = User.objects.db_manager("kopie").bulk_create([User(email="door@voorbeeld.example", naam="Door")])[0]
    gesprek = Gesprek(dossier=een, datum=DAG, kanaal="kantoor", door=door)
    Gesprek.objects.using("kopie").bulk_create([gesprek])
    niet_meer = {"ingetrokken_op": NU, "ingetrokken_door": door, "ingetrokken_reden": "Al geregeld"}
    Hulpvraag.objects.using("kopie").bulk_create(
        Hulpvraag(dossier=een, gesprek=gesprek, leefgebied=leefgebied, tekst="Hulp.", **anders)
        for leefgebied, anders in (("zorg", {}), ("wonen", {}), ("werk", niet_meer))
    )

    migreer(kopie, ("cases", "0032_op_naam_en_telefoon"))
    migreer(kopie)

    merken = dossiers.order_by("pk").values_list("pk", "leefgebieden", "deelt_gezin")
    assert list(merken) == [
        (een.pk, ["wonen", "zorg"], True),
        (twee.pk, [], True),
        (weg.pk, [], True),
        (alleen.pk, [], False),
    ]


def test_address_of_who_was_merged_becomes_geheim_with_that_of_the_dossier_that_goes_on(kopie):
    een, twee, drie, los = (maak_dossier_in(kopie, f"990{n}") for n in range(1, 5))
    personen = Persoon.objects.using("kopie")
    personen.filter(pk=een.persoon_id).update(geheim_adres=True)
    door = User.objects.db_manager("kopie").bulk_create([User(email="door@voorbeeld.example", naam="Door")])[0]
    DossierIntrekking.objects.using("kopie").bulk_create(
        DossierIntrekking(
            dossier=dossier, samengevoegd_met=met, status_voor="uitvoering", reden="Zelfde", ingetrokken_op=NU,
            ingetrokken_door=door,
        )
        for dossier, met in ((twee, een), (drie, twee))
    )  # fmt: skip

    migreer(kopie, ("cases", "0035_zoeken_op_naam"))
    migreer(kopie)

    geheim = [een.persoon_id, twee.persoon_id, drie.persoon_id]
    assert list(personen.filter(geheim_adres=True).order_by("pk").values_list("pk", flat=True)) == geheim
    versies = Persoon.history.using("kopie").order_by("id").values_list("id", "geheim_adres", "history_type")
    assert list(versies) == [(pk, True, "~") for pk in geheim[1:]]
    assert personen.get(pk=los.persoon_id).geheim_adres is False
