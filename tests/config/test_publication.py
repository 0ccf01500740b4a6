"""The files with which a Dutch public body publishes software: publiccode.yaml, licence, example settings, image."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml

from config.launcher.packages import LIBRARIES
from config.weergave import datum

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def publiccode():
    return yaml.safe_load((ROOT / "publiccode.yaml").read_text())


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def test_publiccode_has_the_required_keys(publiccode):
    required = {
        "publiccodeYmlVersion", "name", "url", "releaseDate", "platforms", "categories", "developmentStatus",
        "softwareType", "description", "legal", "maintenance", "localisation",
    }  # fmt: skip

    assert required - set(publiccode) == set()
    assert {"type", "contacts"} <= set(publiccode["maintenance"])
    assert all(contact["name"] for contact in publiccode["maintenance"]["contacts"])
    assert {"localisationReady", "availableLanguages"} <= set(publiccode["localisation"])


def test_publiccode_description_keeps_to_the_lengths_of_the_standard(publiccode):
    dutch = publiccode["description"]["nl"]

    assert len(dutch["shortDescription"]) <= 150
    assert 150 <= len(dutch["longDescription"]) <= 10_000
    assert all(len(feature) <= 100 for feature in dutch["features"])


def test_publiccode_and_changelog_tell_the_same_version_as_the_package(publiccode, project):
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)[1]

    assert publiccode["softwareVersion"] == project["version"] == newest


def test_day_of_the_release_is_that_of_the_changelog_or_said_to_be_open(publiccode):
    kop = re.search(r"^## \S+ - (.+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)[1]
    is_open = "Deze versie is nog niet uitgebracht" in (ROOT / "publiccode.yaml").read_text()

    assert (kop == "nog niet uitgebracht") == is_open
    assert is_open or kop == datum(date.fromisoformat(publiccode["releaseDate"]))


def test_licence_is_the_eupl_everywhere(publiccode, project):
    text = (ROOT / "LICENSE").read_text()

    assert publiccode["legal"]["license"] == project["license"] == "EUPL-1.2"
    assert text.startswith("# EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15. Applicable Law" in text


def test_image_installs_the_libraries_that_the_launcher_installs():
    dockerfile = (ROOT / "Dockerfile").read_text()
    installed = re.search(r"--no-install-recommends (.+?) \\", dockerfile)[1].split()

    assert installed == [need.package for need in LIBRARIES]


def test_image_does_not_run_as_root():
    users = re.findall(r"^USER (\S+)", (ROOT / "Dockerfile").read_text(), re.MULTILINE)

    assert users == ["10001"]


def test_image_gets_every_app_and_nothing_of_the_workplace():
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}

    assert apps | {"config", "templates", "static", "manage.py", "requirements/base.txt"} <= let_in
    assert let_in & {".git", ".run", ".venv", "tests", ".env"} == set()


def test_example_settings_hold_no_secret():
    lines = (ROOT / "voorbeeld.env").read_text().splitlines()
    given = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))

    assert given["SECRET_KEY"] == given["POSTGRES_PASSWORD"] == ""
