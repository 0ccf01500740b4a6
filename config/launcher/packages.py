"""The programs and libraries that Debian must supply: look what is missing and install only that."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.launcher.console import LauncherError, Progress, say
from config.launcher.paths import Paths
from config.launcher.postgres import find_versions
from config.launcher.processes import run_counted, run_logged, stop_held_back

POLICY = Path("/usr/sbin/policy-rc.d")
POLICY_BACKUP = Path("/usr/sbin/policy-rc.d.brede-ondersteuning")
CLUSTER_SETTING = Path("/etc/postgresql-common/createcluster.d/brede-ondersteuning.conf")
OUR_POLICY = "#!/bin/sh\n# brede-ondersteuning: start no servers while their packages are being installed\nexit 101\n"


@dataclass(frozen=True)
class Need:
    """A Debian package and how to tell that what it brings is here, by whatever road it came."""

    package: str
    library: str = ""
    programs: tuple[str, ...] = ()

    def is_met(self) -> bool:
        return has_library(self.library) if self.library else any(shutil.which(program) for program in self.programs)


LIBRARIES = (
    Need("libpango-1.0-0", library="libpango-1.0.so.0"),
    Need("libpangoft2-1.0-0", library="libpangoft2-1.0.so.0"),
    Need("libharfbuzz-subset0", library="libharfbuzz-subset.so.0"),
)
FOR_TESTS = (
    Need("chromium-headless-shell", programs=("chromium-headless-shell",)),  # half the work of chromium itself
    Need("poppler-utils", programs=("pdftotext",)),
)


def ensure_packages(paths: Paths, progress: Progress, *, for_tests: bool) -> None:
    """Install what is missing with apt, or say in one line what to install."""
    with progress.step("Programma's van het systeem"):
        missing = missing_packages(paths, for_tests=for_tests)
        if not missing:
            say("      zijn er al")
            return
        install(paths, missing)
        if still := missing_packages(paths, for_tests=for_tests):
            raise LauncherError(
                f"Na het installeren ontbreekt nog steeds: {', '.join(still)}. Zie .run/log/apt-install.log"
            )


def missing_packages(paths: Paths, *, for_tests: bool) -> list[str]:
    """Give the missing packages by name. A server that the environment names elsewhere is not needed here."""
    missing = [need.package for need in LIBRARIES if not need.is_met()]
    if not paths.venv_python.exists() and not importlib.util.find_spec("ensurepip"):
        missing.append("python3-venv")
    if not os.environ.get("DATABASE_URL") and not find_versions():
        missing.append("postgresql")
    if not os.environ.get("REDIS_URL") and not shutil.which("redis-server"):
        missing.append("redis-server")
    return missing + [need.package for need in FOR_TESTS if for_tests and not need.is_met()]


def has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install(paths: Paths, packages: list[str]) -> None:
    """Install with apt-get, without letting Debian start servers of its own on 5432 and 6379."""
    become_root = root_prefix()
    if become_root is None or not shutil.which("apt-get"):
        raise LauncherError(
            f"Dit ontbreekt: {', '.join(packages)}. Installeer het met: sudo apt-get install {' '.join(packages)}"
        )
    say(f"      {', '.join(packages)} installeren")
    apt = [
        *become_root,
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "LC_ALL=C.UTF-8",
        "apt-get",
        "-o",
        "DPkg::Lock::Timeout=300",
    ]
    options = ["-y", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold", "-o", "Dpkg::Use-Pty=0"]
    with stop_held_back(), servers_kept_off(become_root):
        run_logged(paths, "apt-update", [*apt, "update"], apart=True)
        run_counted(
            paths,
            "apt-install",
            [*apt, "install", *options, *packages],
            counted=r"^Setting up ([^ :]+)",
            total_in=r"(\d+) newly installed",
            apart=True,
        )
        if "redis-server" in packages and shutil.which("systemctl"):
            subprocess.run([*become_root, "systemctl", "disable", "--quiet", "redis-server"], stderr=subprocess.DEVNULL)


def root_prefix() -> list[str] | None:
    """Give what makes a command run as root: nothing, sudo, or None when neither works without a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


@contextmanager
def servers_kept_off(become_root: list[str]) -> Iterator[None]:
    """Keep Debian's postgresql and redis-server from starting at installation; put everything back after."""
    try:
        if POLICY.exists() and POLICY.read_text(errors="replace") != OUR_POLICY:
            as_root(become_root, "mv", POLICY, POLICY_BACKUP)
        as_root(become_root, "mkdir", "-p", CLUSTER_SETTING.parent)
        as_root(become_root, "tee", CLUSTER_SETTING, text="create_main_cluster = off\n")
        as_root(become_root, "tee", POLICY, text=OUR_POLICY)
        as_root(become_root, "chmod", "755", POLICY)
        yield
    finally:
        as_root(become_root, "rm", "-f", POLICY, CLUSTER_SETTING)
        if POLICY_BACKUP.exists():
            as_root(become_root, "mv", POLICY_BACKUP, POLICY)


def as_root(become_root: list[str], *command: str | Path, text: str = "") -> None:
    subprocess.run([*become_root, *map(str, command)], input=text.encode(), stdout=subprocess.DEVNULL, check=True)
