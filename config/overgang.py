"""A database that an older version left half-way is refused before anything is migrated (decision 1381)."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

BEWAAKT = ("cases.migrations.0002_bewaakt", "planvanaanpak.migrations.0002_bevroren")


@register(Tags.database)
def niet_halverwege(databases: Sequence[str] | None, **kwargs: Any) -> list[CheckMessage]:
    """Say of a database that it had some of the migrations that were taken together, but not all."""
    samen = {naam for module in BEWAAKT for naam in import_module(module).Migration.replaces}
    fouten: list[CheckMessage] = []
    for alias in databases or ():
        gedaan = samen & set(MigrationRecorder(connections[alias]).applied_migrations())
        if gedaan and gedaan != samen:
            fouten.append(
                Error(
                    "Deze database is van een oudere versie en mist migraties die er niet meer zijn:"
                    f" {', '.join('.'.join(naam) for naam in sorted(samen - gedaan))}.",
                    hint="Haal de code van commit e53ad04, draai daarmee `manage.py migrate` en werk dan weer bij.",
                    id="config.E001",
                )
            )
    return fouten
