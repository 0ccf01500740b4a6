"""The virtual environment of the project, with exactly the packages of requirements/dev.txt."""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from config.launcher.console import Progress, say
from config.launcher.paths import Paths
from config.launcher.processes import run_counted, run_logged

REQUIREMENTS = Path("requirements") / "dev.txt"


def ensure_venv(paths: Paths, progress: Progress) -> None:
    """Make .venv and fill it; done in a moment when neither Python nor the list has changed."""
    with progress.step("Python-pakketten"):
        if stamp(paths).exists() and stamp(paths).read_text() == fingerprint(paths) and works(paths):
            say("      zijn er al")
            return
        if not works(paths):
            shutil.rmtree(paths.root / ".venv", ignore_errors=True)
            say("      .venv maken")
            run_logged(paths, "venv", [sys.executable, "-m", "venv", ".venv"])
        install_packages(paths)
        stamp(paths).write_text(fingerprint(paths))


def install_packages(paths: Paths) -> None:
    """Install from the list only, each package checked against its hash."""
    total = len(re.findall(r"^[\w.-]+==", (paths.root / REQUIREMENTS).read_text(), re.MULTILINE))
    say(f"      {total} pakketten ophalen en installeren; de eerste keer duurt dit een paar minuten")
    options = ["--require-hashes", "--no-deps", "--no-input", "--progress-bar=off", "--disable-pip-version-check"]
    command = [str(paths.venv_python), "-m", "pip", "install", *options, "-r", str(REQUIREMENTS)]
    run_counted(paths, "pip", command, counted=r"^(?:Collecting|Requirement already satisfied:) ([\w.-]+)", total=total)


def works(paths: Paths) -> bool:
    """Tell whether .venv has a Python that still runs and is new enough; an upgrade of the system can break it."""
    if not paths.venv_python.exists():
        return False
    command = [str(paths.venv_python), "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]
    return subprocess.run(command, capture_output=True).returncode == 0


def stamp(paths: Paths) -> Path:
    return paths.root / ".venv" / "requirements.sha256"


def fingerprint(paths: Paths) -> str:
    return hashlib.sha256((paths.root / REQUIREMENTS).read_bytes()).hexdigest()
