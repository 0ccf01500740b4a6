"""Choose where the private servers keep their sockets and PostgreSQL its data.

Usually `.run/sockets` and `.run/postgres`. Two things can forbid that: a socket path is at most 107 bytes, and
PostgreSQL refuses to run as root, while its own user cannot enter a checkout under a closed home. Then a folder
elsewhere, named after the checkout, is used. The choice is remembered in `.run/places.json`.
"""

import hashlib
import json
import os
import pwd
import re
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

from config.launcher.console import LauncherError
from config.launcher.paths import Paths, write_private

LONGEST_SOCKET_PATH = 107
LONGEST_SOCKET_NAME = "/.s.PGSQL.5432"
PLAIN_PATH = re.compile(r"[A-Za-z0-9._/-]+")


@dataclass(frozen=True)
class Account:
    """The system user that runs PostgreSQL: oneself, or `postgres` when started by root."""

    uid: int
    gid: int
    other: bool

    def may_write(self, folder: Path) -> bool:
        if not self.other:
            return os.access(folder, os.W_OK | os.X_OK)
        command = ["/usr/bin/test", "-w", str(folder), "-a", "-x", str(folder)]
        return subprocess.run(command, user=self.uid, group=self.gid, extra_groups=[], cwd="/").returncode == 0


@dataclass(frozen=True)
class Places:
    sockets: Path
    data: Path


def server_account() -> Account:
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), other=False)
    try:
        entry = pwd.getpwnam("postgres")
    except KeyError:
        raise LauncherError(
            "PostgreSQL wil niet als root draaien en de systeemgebruiker 'postgres' ontbreekt. "
            "Start als een gewone gebruiker, of installeer PostgreSQL met: apt-get install postgresql"
        ) from None
    return Account(entry.pw_uid, entry.pw_gid, other=True)


def find_places(paths: Paths) -> Places:
    """Give the remembered places of this checkout, or choose them now."""
    account = server_account()
    known = remembered_places(paths)
    if known and is_usable(known.data, account) and is_usable(known.sockets, account, for_sockets=True):
        return known
    places = Places(
        sockets=first_usable(socket_candidates(paths), account, for_sockets=True),
        data=first_usable(data_candidates(paths), account),
    )
    remember_places(paths, places)
    return places


def remembered_places(paths: Paths) -> Places | None:
    """Give the places chosen before, unless for another checkout (a copied `.run/`) or another user."""
    try:
        stored = json.loads((paths.run / "places.json").read_text())
    except (FileNotFoundError, ValueError):
        return None
    if (stored.get("root"), stored.get("uid")) != (str(paths.root), os.geteuid()):
        return None
    return Places(Path(stored["sockets"]), Path(stored["data"]))


def remember_places(paths: Paths, places: Places) -> None:
    stored = {"root": str(paths.root), "uid": os.geteuid(), "sockets": str(places.sockets), "data": str(places.data)}
    write_private(paths.run / "places.json", json.dumps(stored, indent=2) + "\n")


def remove_places(paths: Paths) -> None:
    """Delete the sockets and the data of this checkout, wherever they lie."""
    places = remembered_places(paths)
    for folder in (places.sockets, places.data) if places else ():
        shutil.rmtree(folder, ignore_errors=True)


def socket_candidates(paths: Paths) -> list[Path]:
    name = f"brede-ondersteuning-{checkout_key(paths)}"
    uid = os.geteuid()
    return [
        paths.run / "sockets",
        Path("/run") / name if uid == 0 else Path(f"/run/user/{uid}") / name,
        Path("/tmp") / name,  # noqa: S108 - made private, and refused when somebody else made it
    ]


def data_candidates(paths: Paths) -> list[Path]:
    name = f"brede-ondersteuning-{checkout_key(paths)}"
    return [paths.run / "postgres", Path("/var/lib") / name, Path("/var/tmp") / name]  # noqa: S108 - as above


def checkout_key(paths: Paths) -> str:
    return hashlib.sha256(f"{paths.root}:{os.geteuid()}".encode()).hexdigest()[:10]


def first_usable(candidates: list[Path], account: Account, *, for_sockets: bool = False) -> Path:
    for folder in candidates:
        if is_usable(folder, account, for_sockets=for_sockets):
            return folder
    tried = ", ".join(str(folder) for folder in candidates)
    raise LauncherError(f"Er is geen map waarin PostgreSQL mag schrijven. Geef schrijfrecht op een van deze: {tried}")


def is_usable(folder: Path, account: Account, *, for_sockets: bool = False) -> bool:
    """Make the folder if need be, for the server's user only, and tell whether that user can work in it."""
    if for_sockets and not fits_socket(folder):
        return False
    existed = folder.exists()
    usable = make_private(folder, account) and account.may_write(folder) and (not for_sockets or can_bind(folder))
    if not usable and not existed:
        shutil.rmtree(folder, ignore_errors=True)
    return usable


def fits_socket(folder: Path) -> bool:
    path = str(folder) + LONGEST_SOCKET_NAME
    return len(os.fsencode(path)) <= LONGEST_SOCKET_PATH and PLAIN_PATH.fullmatch(path) is not None


def make_private(folder: Path, account: Account) -> bool:
    """Refuse a folder (in /tmp, say) that somebody else made first."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.is_symlink() or folder.stat().st_uid not in (account.uid, os.geteuid()):
            return False
        os.chown(folder, account.uid, account.gid)
        folder.chmod(0o700)
    except OSError:
        return False
    return True


def can_bind(folder: Path) -> bool:
    """Tell whether the file system knows sockets at all; a shared Windows folder does not."""
    trial = folder / "trial"
    try:
        with socket.socket(socket.AF_UNIX) as probe:
            probe.bind(str(trial))
    except OSError:
        return False
    trial.unlink()
    return True
