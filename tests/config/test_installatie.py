"""The page for who runs an installation tells every setting that the code reads, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READERS = ("config/settings.py", "config/omgeving.py", "config/gunicorn.py")
READ = re.compile(r"""(?:env\.\w+\(|verplicht\(env, |environ\.get\()\s*["']([A-Z_]+)["']""")


def settings_read():
    """Name what the code reads, and what only docker-compose.yml does."""
    code = {name for file in READERS for name in READ.findall((ROOT / file).read_text())}
    return code | set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text()))


def settings_told():
    page = (ROOT / "docs/installatie.md").read_text()
    return re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE)


def test_each_setting_is_told_once():
    told = settings_told()

    assert sorted(told) == sorted(set(told))
    assert set(told) == settings_read()


def test_example_settings_are_told():
    lines = (ROOT / "voorbeeld.env").read_text().splitlines()

    assert {line.split("=")[0] for line in lines if line and not line.startswith("#")} <= set(settings_told())


def test_commands_on_the_page_exist():
    page = (ROOT / "docs/installatie.md").read_text()
    commands = {path.stem for path in ROOT.glob("*/management/commands/*.py")} | {"migrate", "collectstatic", "help"}

    assert set(re.findall(r"manage\.py (\w+)", page)) <= commands
