"""A PostgreSQL of this checkout's own: on a unix socket, without a TCP port, with its data kept between starts."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.launcher.console import LauncherError, last_lines
from config.launcher.paths import Paths
from config.launcher.places import Places, server_account

OLDEST_VERSION = 15
DATABASE = "brede_ondersteuning"
START_SECONDS = 60

# Losing the last half second of work in a power cut is fine here; a damaged database is not, so fsync stays on.
SETTINGS = """\
listen_addresses = ''
unix_socket_directories = '{sockets}'
unix_socket_permissions = 0700
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
jit = off
max_parallel_workers_per_gather = 0
random_page_cost = 1.1
logging_collector = off
"""


def find_versions(root: Path = Path("/usr/lib/postgresql")) -> dict[int, Path]:
    """Give the folders with PostgreSQL's programs as Debian lays them out, by version."""
    folders = {int(folder.name): folder / "bin" for folder in root.glob("*") if folder.name.isdigit()}
    return {
        version: folder
        for version, folder in folders.items()
        if (folder / "postgres").exists() and version >= OLDEST_VERSION
    }


@dataclass(frozen=True)
class Postgres:
    paths: Paths
    places: Places

    @property
    def data(self) -> Path:
        return self.places.data / "data"

    @property
    def url(self) -> str:
        """Give the address as django-environ writes a socket's: folder and database together after an empty host."""
        return f"postgres://postgres@/{self.places.sockets}/{DATABASE}"

    def start(self) -> None:
        """Start the server unless it runs already, and make sure that the database exists."""
        if not self.running_pid():
            self._remove_leftovers()
            if not (self.data / "PG_VERSION").exists():
                self._init_data()
            self._write_settings()
            self._control("start")
        if DATABASE not in self._query("SELECT datname FROM pg_database").split():
            self._query(f'CREATE DATABASE "{DATABASE}" TEMPLATE template0')

    def stop(self) -> None:
        if self.running_pid():
            self._control("stop", "-m", "fast")

    def empty_database(self) -> None:
        """Replace the database by an empty one."""
        self._query(f'DROP DATABASE IF EXISTS "{DATABASE}" WITH (FORCE)')
        self._query(f'CREATE DATABASE "{DATABASE}" TEMPLATE template0')

    def running_pid(self) -> int | None:
        """Give the process of our server; a number left by a crash may by now be somebody else's, so look."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n")[0])
            return pid if os.readlink(f"/proc/{pid}/cwd") == str(self.data.resolve()) else None
        except (OSError, ValueError):
            return None

    def _remove_leftovers(self) -> None:
        leftovers = [self.data / "postmaster.pid", *self.places.sockets.glob(".s.PGSQL.*")]
        for file in leftovers:
            file.unlink(missing_ok=True)

    def _write_settings(self) -> None:
        file = self.data / "launcher.conf"
        file.write_text(SETTINGS.format(sockets=self.places.sockets))
        file.chmod(0o644)

    def _init_data(self) -> None:
        """Build the data in a folder beside it, so that one made half is never taken for a whole one."""
        draft = self.places.data / "data.new"
        self._run(["rm", "-rf", str(draft)])
        options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"]
        self._run([str(self._programs() / "initdb"), "--pgdata", str(draft), *options])
        with (draft / "postgresql.conf").open("a") as stream:
            stream.write("include 'launcher.conf'\n")
        draft.rename(self.data)

    def _control(self, action: str, *options: str) -> None:
        command = [
            str(self._programs() / "pg_ctl"),
            action,
            "-D",
            str(self.data),
            "-w",
            "-t",
            str(START_SECONDS),
            *options,
        ]
        self._run(command)

    def _query(self, sql: str) -> str:
        where = ["--host", str(self.places.sockets), "--username=postgres", "--dbname=postgres"]
        return self._run([str(self._programs() / "psql"), "-XAtq", *where, "--command", sql], capture=True)

    def _programs(self) -> Path:
        """Give the programs that fit the data: its own version when there is data, else the newest."""
        versions = find_versions()
        if not versions:
            raise LauncherError(
                "PostgreSQL 15 of nieuwer ontbreekt. Installeer het met: sudo apt-get install postgresql"
            )
        stamp = self.data / "PG_VERSION"
        wanted = int(stamp.read_text()) if stamp.exists() else max(versions)
        if wanted not in versions:
            raise LauncherError(
                f"De gegevens in .run/ zijn gemaakt met PostgreSQL {wanted}, dat hier niet staat. "
                f"Installeer postgresql-{wanted}, of begin met een lege database: make clean"
            )
        return versions[wanted]

    def _run(self, command: list[str], *, capture: bool = False) -> str:
        """Run a program of PostgreSQL as the server's user, in an environment without somebody's PG... variables."""
        account = server_account()
        switch: dict[str, Any] = (
            {"user": account.uid, "group": account.gid, "extra_groups": []} if account.other else {}
        )
        environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "HOME": "/"}
        log = self.paths.log("postgres")
        with log.open("ab") as stream:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE if capture else stream,
                stderr=stream,
                cwd="/",
                env=environment,
                **switch,
            )
        if done.returncode:
            where = self.paths.short(log)
            raise LauncherError(
                f"PostgreSQL: {Path(command[0]).name} is mislukt. Het eind van {where}:\n{last_lines(log)}"
            )
        return done.stdout.decode().strip() if capture else ""
