"""Start and stop the private PostgreSQL and Redis, kept up as long as one command of this checkout uses them.

`.run/users.lock` is held shared by every command that uses the servers, `.run/start.lock` by the one that starts or
stops them. The kernel frees a lock when its holder dies, so a crash leaves none. `.run/keep` exists after an `up`.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from config.launcher.console import LauncherError, Progress, say
from config.launcher.paths import OF_SOMEBODY_ELSE, Paths, write_private
from config.launcher.places import find_places, remembered_places
from config.launcher.postgres import Postgres
from config.launcher.redis import Redis


@dataclass(frozen=True)
class ServerState:
    name: str
    variable: str
    own: bool
    running: bool
    address: str


@contextmanager
def services(paths: Paths, progress: Progress) -> Iterator[None]:
    """Have PostgreSQL and Redis up during the block; the last user switches them off, unless `up` was asked for."""
    paths.make_run()
    with open_lock(paths, "users.lock") as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        try:
            with progress.step("PostgreSQL en Redis"):
                start_servers(paths)
            yield
        finally:
            if only_user(users) and not (paths.run / "keep").exists():
                stop_servers(paths)


def up(paths: Paths) -> None:
    paths.make_run()
    start_servers(paths)
    (paths.run / "keep").touch()


def down(paths: Paths) -> None:
    """Stop the servers; refuse while a demo or a test run of this checkout still needs them."""
    if not paths.run.exists():
        return
    (paths.run / "keep").unlink(missing_ok=True)
    with open_lock(paths, "users.lock") as users:
        if not only_user(users):
            raise LauncherError(
                "Een demo of een test gebruikt PostgreSQL en Redis nog. Stop die eerst (Ctrl-C); dan gaan ook deze uit."
            )
        stop_servers(paths)


def start_servers(paths: Paths) -> None:
    with open_lock(paths, "start.lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        addresses: dict[str, str] = {}
        for server in own_servers(paths):
            server.start()
            addresses[variable_of(server)] = server.url
        write_private(paths.env_file, "".join(f"{name}={value}\n" for name, value in addresses.items()))


def stop_servers(paths: Paths) -> None:
    """Stop what runs, also when DATABASE_URL or REDIS_URL has been set since."""
    places = remembered_places(paths)
    if not places:
        return
    with open_lock(paths, "start.lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        paths.env_file.unlink(missing_ok=True)
        Redis(paths, places).stop()
        Postgres(paths, places).stop()


def own_servers(paths: Paths) -> list[Postgres | Redis]:
    """Give the servers to run ourselves: those for which the environment names no other."""
    if os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL"):
        return []
    places = find_places(paths)
    servers: list[Postgres | Redis] = [Postgres(paths, places), Redis(paths, places)]
    return [server for server in servers if not os.environ.get(variable_of(server))]


def variable_of(server: Postgres | Redis) -> str:
    return "DATABASE_URL" if isinstance(server, Postgres) else "REDIS_URL"


def server_states(paths: Paths) -> list[ServerState]:
    places = remembered_places(paths)
    postgres = bool(places and Postgres(paths, places).running_pid())
    redis = bool(places and Redis(paths, places).is_running())
    where = paths.short(places.sockets) if places else "nog niet gemaakt"
    return [
        ServerState(name, variable, variable not in os.environ, running, os.environ.get(variable, where))
        for name, variable, running in [("PostgreSQL", "DATABASE_URL", postgres), ("Redis", "REDIS_URL", redis)]
    ]


def say_states(paths: Paths) -> bool:
    """Show each server in one line and tell whether all of them can be used."""
    states = server_states(paths)
    for state in states:
        if not state.own:
            say(f"{state.name}: niet van dit project; {state.variable} is gezet")
        else:
            say(f"{state.name}: {'draait' if state.running else 'staat uit'} ({state.address})")
    return all(state.running or not state.own for state in states)


@contextmanager
def open_lock(paths: Paths, name: str) -> Iterator[IO[str]]:
    try:
        stream = (paths.run / name).open("a")
    except PermissionError:
        raise LauncherError(OF_SOMEBODY_ELSE) from None
    with stream:
        yield stream


def only_user(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
