#!/usr/bin/env python
"""Run Django's commands with the project's settings."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        from django.core.management import execute_from_command_line
        from django.db.utils import OperationalError
    except ImportError:
        sys.exit("Django is niet gevonden. Draai eerst 'make setup' en gebruik daarna .venv/bin/python manage.py.")
    try:
        execute_from_command_line(sys.argv)
    except OperationalError as fout:
        if "connection" not in str(fout):
            raise
        sys.exit(
            "De database staat niet aan. Start haar met 'make demo', of alleen haar met: python3 -m config.launcher up"
        )


if __name__ == "__main__":
    main()
