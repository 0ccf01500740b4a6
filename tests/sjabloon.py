"""A database with every migration done, of which each process of a test run copies its own.

Migrating from nothing takes five seconds of work, copying half of one. It stays on the server for the next run, until
the migrations change.
"""

import hashlib

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from config.omgeving import BASE_DIR

# What decides the result besides the migrations: what they import, and the packages with theirs.
OOK = ("config/migraties.py", "config/zoektekst.py", "cases/zoeken.py", "cases/zoekvraag.py", "requirements/base.txt")
# By the name that a run gives its databases, before each process adds its own end to it: a run beside this one, under
# another name, has its own.
BEGIN = f"{settings.DATABASES['default']['TEST']['NAME']}_sjabloon_"


def sjabloonnaam() -> str:
    """Give the name of the database that fits the migrations as they are."""
    som = hashlib.sha256()
    for bestand in [*sorted(BASE_DIR.glob("*/migrations/*.py")), *(BASE_DIR / naam for naam in OOK)]:
        som.update(f"{bestand.relative_to(BASE_DIR)}\0".encode() + bestand.read_bytes())
    return f"{BEGIN}{som.hexdigest()[:16]}"


def maak_sjabloon() -> str:
    """Give the name of the database to copy; make it from nothing unless it is there, and drop those of before.

    Another process waits until it is done. It is made under another name, so one made half is never taken for it, and
    nobody can connect to it: PostgreSQL copies only a database that nobody uses.
    """
    naam, half = sjabloonnaam(), f"{BEGIN}half"
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [BEGIN])
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [BEGIN])
        gevonden = {gevonden for (gevonden,) in cursor.fetchall()}
        if naam not in gevonden:
            for oud in gevonden:
                cursor.execute(f'DROP DATABASE "{oud}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{half}"')
            _migreer(half)
            cursor.execute(f'ALTER DATABASE "{half}" ALLOW_CONNECTIONS false')
            cursor.execute(f'ALTER DATABASE "{half}" RENAME TO "{naam}"')
    return naam


def _migreer(database: str) -> None:
    eigen = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = database
    try:
        call_command("migrate", verbosity=0, interactive=False)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = eigen
