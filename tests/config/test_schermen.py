"""What holds for every template and stylesheet: a strict CSP, no missing file, colours in the theme only."""

import re

import pytest
from django.contrib.staticfiles import finders

from config.omgeving import BASE_DIR

SJABLONEN = sorted(pad for pad in (BASE_DIR / "templates").rglob("*.html") if "pdf" not in pad.parts)
STIJLEN = sorted((BASE_DIR / "static/css").glob("*.css"))
INLINE = re.compile(r"""\sstyle=|\son\w+=["']|javascript:|<style|<script(?![^>]*\ssrc=)""", re.IGNORECASE)
KLEUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")


def naam(pad):
    return str(pad.relative_to(BASE_DIR))


@pytest.mark.parametrize("pad", SJABLONEN, ids=naam)
def test_a_template_has_no_inline_style_or_script(pad):
    assert INLINE.findall(pad.read_text()) == []


@pytest.mark.parametrize("pad", SJABLONEN, ids=naam)
def test_every_static_file_that_a_template_names_exists(pad):
    namen = re.findall(r"""{% static ["']([^"']+)["']""", pad.read_text())

    assert [genoemd for genoemd in namen if not finders.find(genoemd)] == []


@pytest.mark.parametrize("pad", STIJLEN, ids=naam)
def test_a_stylesheet_names_only_files_that_are_there(pad):
    adressen = [adres.strip("'\"") for adres in re.findall(r"url\(([^)]+)\)", pad.read_text())]
    bestanden = [adres for adres in adressen if not adres.startswith("#")]

    assert [adres for adres in bestanden if not (pad.parent / adres).resolve().is_file()] == []
    assert [adres for adres in bestanden if ":" in adres] == []


@pytest.mark.parametrize("pad", [pad for pad in STIJLEN if pad.name != "thema.css"], ids=naam)
def test_colours_stand_in_the_theme_only(pad):
    zonder_ankers = re.sub(r"url\(#[^)]+\)", "", pad.read_text())

    assert KLEUR.findall(zonder_ankers) == []


def test_base_loads_every_stylesheet_once_and_the_theme_before_the_rest():
    geladen = re.findall(r"static '(css/[^']+)'", (BASE_DIR / "templates/partials/_stijlen.html").read_text())

    assert sorted(geladen) == [f"css/{pad.name}" for pad in STIJLEN]
    assert geladen[0] == "css/thema.css"
    assert geladen[-2:] == ["css/smal.css", "css/druk.css"]
