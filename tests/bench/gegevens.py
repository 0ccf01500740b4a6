"""Databases for measuring: the demo of many gemeenten, made once and kept as a template until its making changes."""

import hashlib
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from environ import Env

from config.omgeving import BASE_DIR

BRONNEN = ("portal_import/demo/*.py", "*/migrations/*.py", "tests/bench/vullen.py")
# Dossiers and gemeenten of each database; the gemeenten of both are as large as each other's on average.
MATEN = {2_000: 4, 200_000: 342}
ON = date(2026, 11, 25)


def vingerafdruk() -> str:
    """Give a mark that changes when the data would be made otherwise."""
    som = hashlib.sha256(ON.isoformat().encode())
    for patroon in BRONNEN:
        for bestand in sorted(Path(BASE_DIR).glob(patroon)):
            som.update(bestand.read_bytes())
    return som.hexdigest()


def database_url(naam: str) -> str:
    delen = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(delen._replace(path=f"{delen.path.rpartition('/')[0]}/{naam}"))


def verbind(url: str) -> psycopg.Connection[Any]:
    """Connect as the product does, from the same address."""
    delen = Env.db_url_config(url)
    namen = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
    return psycopg.connect(autocommit=True, **{naam: delen[deel] for naam, deel in namen.items() if delen[deel]})


def zorg_voor(dossiers: int) -> str:
    """Give the address of the database with so many dossiers; it is made when it is not there or has become old."""
    naam = f"bench_{dossiers}"
    with verbind(os.environ["DATABASE_URL"]) as verbinding:
        vraag = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
        rij = verbinding.execute(vraag, [naam]).fetchone()
        if rij and rij[0] == vingerafdruk():
            return database_url(naam)
        verbinding.execute(f'DROP DATABASE IF EXISTS "{naam}" WITH (FORCE)')
        verbinding.execute(f'CREATE DATABASE "{naam}" TEMPLATE template0')
        print(f"Database met {dossiers} dossiers maken; dit gebeurt één keer.", flush=True)
        _vul(database_url(naam), dossiers)
        verbinding.execute(f"COMMENT ON DATABASE \"{naam}\" IS '{vingerafdruk()}'")
    return database_url(naam)


def _vul(url: str, dossiers: int) -> None:
    omgeving = {**os.environ, "DATABASE_URL": url, "MEDIA_ROOT": str(BASE_DIR / ".run" / "bench-media")}
    for opdracht in (
        ["manage.py", "migrate", "-v0"],
        ["-m", "tests.bench.vullen", str(MATEN[dossiers]), str(dossiers)],
    ):
        subprocess.run([sys.executable, *opdracht], cwd=BASE_DIR, env=omgeving, check=True)
    with verbind(url) as verbinding:
        verbinding.execute("VACUUM ANALYZE")
