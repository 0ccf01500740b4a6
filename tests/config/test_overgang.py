"""A database that had some of the old migrations and not all is told from one that had all, and from a new one."""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db.migrations.recorder import MigrationRecorder

from config.overgang import niet_halverwege

pytestmark = pytest.mark.django_db
EEN, ANDER = ("cases", "0036_geheim_na_samenvoegen"), ("spuk", "0002_normbedrag_per_gemeente")


def gedaan():
    return MigrationRecorder.Migration.objects


def vergeet(*namen):
    for app, naam in namen:
        assert gedaan().filter(app=app, name=naam).delete()[0] == 1


def test_new_database_has_all():
    assert niet_halverwege(["default"]) == []


def test_database_without_the_old_ones_is_new():
    gedaan().exclude(name="0001_begin").delete()

    assert niet_halverwege(["default"]) == []


def test_half_is_refused_before_migrating():
    vergeet(EEN, ANDER)

    with pytest.raises(SystemCheckError) as fout:
        call_command("migrate", skip_checks=False, verbosity=0)

    assert "cases.0036_geheim_na_samenvoegen, spuk.0002_normbedrag_per_gemeente." in str(fout.value)
    assert "Haal de code van commit" in str(fout.value)
