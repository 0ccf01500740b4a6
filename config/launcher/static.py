"""Collect styles, scripts and images for the web server, only when one of them has changed."""

import hashlib

from config.launcher.console import say
from config.launcher.paths import Paths
from config.launcher.processes import run_logged

# What decides the result besides static/ itself: the packages that bring files along, and how they are stored.
ALSO = ("requirements/base.txt", "config/settings.py")


def collect_static(paths: Paths, env: dict[str, str]) -> None:
    stamp = paths.run / "static.sha256"
    now = fingerprint(paths)
    if stamp.exists() and stamp.read_text() == now and (paths.run / "static").exists():
        say("      zijn er al")
        return
    stamp.unlink(missing_ok=True)
    command = [str(paths.venv_python), "manage.py", "collectstatic", "--no-input", "--clear"]
    run_logged(paths, "collectstatic", command, env=env)
    stamp.write_text(now)


def fingerprint(paths: Paths) -> str:
    """Tell one state of the files from another by name, size and time; reading them all would take longer."""
    files = sorted(file for file in (paths.root / "static").rglob("*") if file.is_file())
    states = [(file, file.stat()) for file in [*files, *(paths.root / name for name in ALSO)]]
    told = "\n".join(f"{file.relative_to(paths.root)} {state.st_size} {state.st_mtime_ns}" for file, state in states)
    return hashlib.sha256(told.encode()).hexdigest()
