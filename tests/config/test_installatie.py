import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READ_FROM_ENVIRONMENT = re.compile(r"""(?:env\.\w+\(|environ\.get\(|verplicht\(env, )["']([A-Z_]+)["']""")


def names_read():
    sources = [ROOT / "config" / name for name in ("settings.py", "omgeving.py", "gunicorn.py")]
    return {name for source in sources for name in READ_FROM_ENVIRONMENT.findall(source.read_text())}


@pytest.fixture(scope="module")
def explained():
    return set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "installatie.md").read_text(), re.MULTILINE))


def test_every_setting_is_explained_and_every_explained_setting_exists(explained):
    assert explained == names_read() | {"POSTGRES_PASSWORD"}


def test_example_settings_name_only_settings_that_exist(explained):
    lines = (ROOT / "voorbeeld.env").read_text().splitlines()

    assert {line.split("=")[0] for line in lines if line and not line.startswith("#")} <= explained
