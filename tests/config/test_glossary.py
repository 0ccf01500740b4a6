"""The glossary names every model, every status and every termijnregel, and what it points at exists."""

import importlib
import re
from pathlib import Path

from django.apps import apps

from cases.register import alle_regels
from cases.status import Status
from cases.termijnstatus import TermijnStatus

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs/glossary.md").read_text()
OWN = {"accounts", "cases", "planvanaanpak", "nazorg", "spuk", "portal_import"}
ENGLISH = {"User"}


def test_every_model_has_its_word():
    models = {model.__name__ for model in apps.get_models() if model._meta.app_label in OWN}
    dutch = {name for name in models if not name.startswith("Historical")} - ENGLISH

    assert {name for name in dutch if not re.search(rf"`\w+\.{name}`", TEXT)} == set()


def test_no_word_stands_twice():
    kop = re.findall(r"^\| ([^|]+?) \|", TEXT, re.MULTILINE)
    woorden = [woord for woord in kop if woord != "word" and not woord.startswith("---")]

    assert woorden
    assert {woord for woord in woorden if woorden.count(woord) > 1} == set()


def test_every_rule_and_status_has_its_word():
    codes = {f"`{regel.code}`" for regel in alle_regels()}
    words = {status.label.lower() for status in (*Status, *TermijnStatus)} - {"loopt", "te laat gehaald"}

    assert {code for code in codes if code not in TEXT} == set()
    assert {word for word in words if word not in TEXT.lower()} == set()


def test_every_place_it_names_exists():
    places = set(re.findall(rf"`((?:{'|'.join(OWN)})\.[\w.]+)`", TEXT))

    assert {place for place in places if not exists(place)} == set()


def exists(place):
    """Say whether this is a model, a module, or a name in a module."""
    app, *rest = place.split(".")
    if len(rest) == 1 and rest[0].lower() in apps.get_app_config(app).models:
        return True
    try:
        importlib.import_module(place)
    except ModuleNotFoundError:
        module, name = place.rsplit(".", 1)
        return hasattr(importlib.import_module(module), name)
    return True
