#!/usr/bin/env python
"""Run Django's commands with the project's settings."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
        from django.db.utils import OperationalError, ProgrammingError
    except ImportError:
        sys.exit("Django is niet gevonden. Draai eerst 'make setup' en gebruik daarna .venv/bin/python manage.py.")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as fout:
        sys.exit(str(fout))
    except OperationalError as fout:
        if "connection" not in str(fout):
            raise
        if is_proef():
            sys.exit(
                "De database staat niet aan. Start haar met 'make demo', of alleen haar met:"
                " python3 -m config.launcher up"
            )
        sys.exit("Er is geen verbinding met de database. Controleer DATABASE_URL, en of PostgreSQL aan staat.")
    except ProgrammingError as fout:
        if not (wat := waarom_niet(fout)):
            raise
        sys.exit(f"{wat} Draai eerst: {'make demo, of ' if is_proef() else ''}python manage.py migrate")


def is_proef() -> bool:
    """Say whether this may be a checkout with a Makefile and servers of its own; the image has neither."""
    from django.conf import settings

    return bool(settings.DEMO or settings.DEBUG)


def waarom_niet(fout: Exception) -> str:
    """Say why a table or column is not there: nobody ran the migrations, or not those of this version."""
    from django.db import connection

    if getattr(fout.__cause__, "sqlstate", "") not in ("42P01", "42703"):  # undefined table, undefined column
        return ""
    connection.close()  # what failed may have left a transaction that takes no question
    is_leeg = "django_migrations" not in connection.introspection.table_names()
    return "De database is leeg." if is_leeg else "De database is van een andere versie."


if __name__ == "__main__":
    main()
