"""`make check`: all that a tool can check, in one list. Continuous integration and developers run the same."""

import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = {
    "DEBUG": "0",
    "DEMO": "0",
    "ALLOWED_HOSTS": "brede-ondersteuning.example",
    "BASIS_URL": "https://brede-ondersteuning.example",
    "EMAIL_URL": "smtp://mail.brede-ondersteuning.example:25",
}


@dataclass(frozen=True)
class Check:
    title: str
    command: Sequence[str]
    production: bool = False


def python(*args: str) -> list[str]:
    return [sys.executable, *args]


def tool(name: str, *args: str) -> list[str]:
    return [str(Path(sys.executable).with_name(name)), *args]


def all_checks() -> list[Check]:
    """Give the checks, the slowest first since two run at a time."""
    return [
        Check("Typen (mypy)", python("-m", "mypy")),
        Check("Opmaak (ruff format)", tool("ruff", "format", "--check", "--quiet", "--output-format=concise", ".")),
        Check("Code (ruff check)", tool("ruff", "check", "--quiet", "--output-format=concise", ".")),
        Check("Imports tussen apps (import-linter)", tool("lint-imports", "--no-logo")),
        Check("Migraties (makemigrations --check)", python("manage.py", "makemigrations", "--check", "--dry-run")),
        Check(
            "Instellingen van productie (check --deploy)",
            python("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
            production=True,
        ),
        Check("Sjablonen (djade)", tool("djade", "--check", "--target-version", "5.2", *templates())),
        Check("Adressen in requirements", python("-m", "config.checks", "requirements")),
        Check("Verwijzingen in de documentatie", python("-m", "config.doclinks")),
    ]


def templates() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "templates").rglob("*.html"))


def requirements_with_addresses(folder: Path) -> list[str]:
    """Name each line that says where a package comes from: that would tie the lock file to one machine's index."""
    return [
        f"{file.name}:{number}: {line.strip()}"
        for file in sorted(folder.glob("*.txt"))
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        if re.search(r"://|^\s*(-i|-f|--(extra-)?index-url|--find-links)\b", line)
    ]


def run_check(check: Check) -> tuple[Check, float, subprocess.CompletedProcess[str]]:
    begin = time.monotonic()
    env = os.environ | ({**PRODUCTION, "SECRET_KEY": secrets.token_urlsafe(60)} if check.production else {})
    done = subprocess.run(check.command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return check, time.monotonic() - begin, done


def main() -> int:
    """Run everything, also after a failure, and show the output of what failed."""
    failed = []
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for check, seconds, done in pool.map(run_check, all_checks()):
            print(f"      {'goed' if done.returncode == 0 else 'FOUT'}  {check.title} ({seconds:.0f} s)", flush=True)
            if done.returncode:
                failed.append(check.title)
                print(done.stdout + done.stderr, flush=True)
    print(f"Niet in orde: {', '.join(failed)}. Veel herstelt zichzelf met: make fix" if failed else "Alles in orde.")
    return 1 if failed else 0


def check_requirements() -> int:
    found = requirements_with_addresses(ROOT / "requirements")
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(check_requirements() if sys.argv[1:] == ["requirements"] else main())
