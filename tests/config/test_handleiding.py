"""The manual names the screens as they are: each word in bold stands on a page."""

import re
from html import unescape
from pathlib import Path

import pytest

from accounts.permissions import IEDEREEN, ROLLEN

ROOT = Path(__file__).resolve().parents[2]
MANUALS = sorted((ROOT / "docs/handleiding").glob("*.md"))
# For every role: logging in, the password and logging out.
ACCOUNT = "inloggen"
APPS = ("accounts", "cases", "planvanaanpak", "nazorg", "spuk", "portal_import")


@pytest.fixture(scope="module")
def screens():
    """Give all words of the templates, and of the code that puts labels and buttons on them."""
    pages = [unescape(path.read_text()) for path in (ROOT / "templates").rglob("*.html")]
    templates = pages + [re.sub(r"<[^>]+>|{%.+?%}", "", page) for page in pages]
    code = [path.read_text() for app in APPS for path in (ROOT / app).rglob("*.py") if "demo" not in path.parts]
    return " ".join("\n".join([*templates, *code]).split()).lower()


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.stem)
def test_words_in_bold_stand_on_a_screen(manual, screens):
    bold = [" ".join(words.split()) for words in re.findall(r"\*\*(.+?)\*\*", manual.read_text(), re.DOTALL)]
    named = {words.rstrip(".:") for words in bold} - {"vet"}

    assert named
    assert {words for words in named if words.lower() not in screens} == set()


def test_every_role_with_pages_has_a_manual():
    """Pages of their own: behind a permission that not every role has. An externe hulpverlener has none."""
    with_pages = {rol for permission, rollen in ROLLEN.items() if rollen != IEDEREEN for rol in rollen}

    assert {path.stem for path in MANUALS} == {str(rol.value) for rol in with_pages} | {ACCOUNT}


def test_every_manual_leads_to_how_you_log_in():
    assert [path.stem for path in MANUALS if path.stem != ACCOUNT and f"({ACCOUNT}.md)" not in path.read_text()] == []
