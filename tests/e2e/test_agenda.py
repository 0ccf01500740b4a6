"""The road from the calendar to why a date is what it is, and to the calendar of one's own."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.e2e.keuring import keur


def test_consulent_reads_why_and_makes_an_address(bediening, dossiers, consulent):
    b = bediening
    b.log_in(consulent)
    b.ga("/agenda/")
    b.ziet("Hieronder staan de komende twaalf weken.")
    b.page.get_by_role("link", name="Waarom deze datum?").first.click()
    b.ziet("Zo is die dag berekend", "Beleid", "Kalender")

    b.ga("/agenda/")
    b.volg("In uw eigen agenda zetten")
    b.druk("Adres maken")
    b.ziet("Neem het nu over.")
    adres = b.page.get_by_label("Adres", exact=True).input_value()
    assert keur(b.page, "nieuw adres") == []
    adres = f"{b.adres}{urlsplit(adres).path}"
    feed = b.page.request.get(adres)
    assert feed.status == 200
    assert "BEGIN:VCALENDAR" in feed.text()

    b.druk("Adres laten stoppen")
    b.ziet("Uw agenda-adres werkt niet meer.")
    assert b.page.request.get(adres).status == 404
    expect(b.page.get_by_role("button", name="Adres maken")).to_have_count(1)


def test_consulent_walks_a_termijn_with_the_keyboard_only(bediening, dossiers, consulent):
    """From Vandaag to why a date is what it is, over the menu to the calendar, to why again, and back."""
    b, rol = bediening, bediening.page.get_by_role
    hoofdmenu = rol("navigation", name="Hoofdmenu")
    b.log_in(consulent)
    b.ga("/vandaag/")

    uitleg = b.page.locator("ol.bo-werk details.bo-meer").first
    b.toets(uitleg.locator("summary"))
    expect(uitleg).to_have_attribute("open", "")
    b.toets(uitleg.get_by_role("link", name="Wat is er aan deze datum veranderd?"))
    b.ziet("Zo is die dag berekend", "Wie doet het: ")

    b.toets(hoofdmenu.get_by_role("link", name="Agenda"))
    b.ziet("Hieronder staan de komende twaalf weken.")
    b.toets(rol("link", name="Waarom deze datum?").first)
    b.ziet("Zo is die dag berekend")

    b.toets(hoofdmenu.get_by_role("link", name="Agenda"))
    b.ziet("Hieronder staan de komende twaalf weken.")
    b.toets(hoofdmenu.get_by_role("link", name="Vandaag"))
    expect(uitleg).to_be_visible()
