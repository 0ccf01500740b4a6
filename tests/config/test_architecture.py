"""The page about the architecture names what the code has."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("accounts", "cases", "planvanaanpak", "nazorg", "spuk", "portal_import")
# In the table a name without its module is one of these.
HOME = "cases.registratie"


def registries():
    """Give what an app registers with, with its module."""
    return {
        f"{path.relative_to(ROOT).with_suffix('').as_posix().replace('/', '.')}.{name}"
        for app in APPS
        for path in (ROOT / app).rglob("*.py")
        for name in re.findall(r"^def (registreer_\w+)\(", path.read_text(), re.MULTILINE)
    }


def test_every_registry_stands_in_the_table_once():
    rows = [line for line in (ROOT / "docs/architecture.md").read_text().splitlines() if line.startswith("| `")]
    named = [name for row in rows for name in re.findall(r"`((?:\w+\.)*registreer_\w+)`", row)]

    assert sorted(name if "." in name else f"{HOME}.{name}" for name in named) == sorted(registries())
