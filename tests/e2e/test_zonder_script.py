"""Everything works in a browser that runs no scripts: there is no button that does nothing, and a form is sent."""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.e2e.bediening import Bediening
from tests.e2e.conftest import WACHTWOORD, nieuwe_pagina
from tests.wereldadressen import adressen


@pytest.fixture
def zonder_script(browser, wereldserver, db):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL", java_script_enabled=False)
    with nieuwe_pagina(context) as page:
        yield Bediening(page, wereldserver.url, WACHTWOORD)
    context.close()


NIETS_ZONDER_SCRIPT = ":is([hidden], button[type=button], [data-print]):visible"
# Every page with a button to print, and where each role begins.
BLADZIJDEN = {
    "consulent": (
        *(
            "vandaag",
            "agenda",
            "agenda_laat",
            "dossiers",
            "dossier",
            "contacten",
            "notities",
            "gesprekken",
            "documenten",
        ),
        *("dossier_geschiedenis", "plan", "toegekend", "saneringskrediet"),
    ),
    "coordinator": ("vandaag", "commissie", "imports", "import_run", "bewaking", "herstellen", "nazorg"),
    "financieel": ("spuk_jaar", "kosten_nieuw"),
    "beheerder": ("gebruikers", "gemeente"),
}


@pytest.mark.parametrize("wie", BLADZIJDEN)
def test_no_page_shows_what_only_a_script_could_do(zonder_script, wereld, wie):
    """A button of the type `button` does nothing by itself, and what is `hidden` waits for a script."""
    zonder_script.log_in(wereld.users[wie])
    paden, dood = adressen(wereld), {}
    paden["agenda_laat"] = f"{paden['agenda']}?laat=1"

    for naam in BLADZIJDEN[wie]:
        zonder_script.ga(paden[naam])
        assert zonder_script.page.get_by_role("heading", level=1).count() == 1
        if gezien := zonder_script.page.locator(NIETS_ZONDER_SCRIPT).all_inner_texts():
            dood[naam] = gezien

    assert dood == {}


def test_every_page_with_a_button_to_print_is_looked_at():
    """The pages are named above; a template that gets the button adds its page to them."""
    met_knop = {pad.stem for pad in Path("templates").rglob("*.html") if "partials/_printknop.html" in pad.read_text()}

    assert met_knop == {
        "agenda", "agenda_laat", "contact_list", "document_list", "dossier_geschiedenis", "gesprek_list",
        "notitie_list", "sanering_detail", "toegekend_list",
    }  # fmt: skip


def test_form_is_sent_refused_and_sent_again(zonder_script, wereld):
    nummer = wereld.nieuw.nummer
    zonder_script.log_in(wereld.users["consulent"])
    zonder_script.ga(reverse("notitie_nieuw", args=[nummer]))

    zonder_script.druk("Toevoegen")

    expect(zonder_script.page).to_have_title(re.compile("^Fout: "))
    expect(zonder_script.page.locator(".bo-foutenoverzicht, [role=alert]").first).to_be_visible()
    zonder_script.vul(tekst="Belt liever na vijven.")
    zonder_script.druk("Toevoegen")
    zonder_script.ziet("De notitie is toegevoegd.", "Belt liever na vijven.")
    assert wereld.nieuw.notities.filter(tekst="Belt liever na vijven.").count() == 1


def test_what_is_folded_away_opens_by_hand(zonder_script, wereld):
    zonder_script.log_in(wereld.users["consulent"])
    zonder_script.ga(wereld.nieuw.get_absolute_url())
    tabel = zonder_script.page.get_by_role("group", name="Tabel met alle termijnen")
    expect(tabel).to_be_hidden()

    zonder_script.page.get_by_text("Bekijk als tabel").click()

    expect(tabel).to_be_visible()


def test_search_is_a_form_that_is_sent(zonder_script, wereld):
    zonder_script.log_in(wereld.users["consulent"])
    zonder_script.ga("/vandaag/")

    zonder_script.page.locator("#zoek").fill(wereld.in_plan.nummer)
    zonder_script.page.keyboard.press("Enter")

    expect(zonder_script.page.get_by_role("heading", level=1)).to_have_text(wereld.in_plan.persoon.naam)
