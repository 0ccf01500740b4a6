"""Fill an empty database for measuring: python -m tests.bench.vullen GEMEENTEN DOSSIERS."""

import os
import sys

import django
from django.db import transaction

from tests.bench.gegevens import ON


def meld(klaar: int, totaal: int, naam: str) -> None:
    print(f"  {klaar} van {totaal} dossiers", flush=True)


def main(gemeenten: int, dossiers: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from portal_import.demo.bouw import bouw_veel

    with transaction.atomic():
        bouw_veel(gemeenten=gemeenten, dossiers=dossiers, seed=1, on=ON, meld=meld)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
