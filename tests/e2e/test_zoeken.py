"""Find a dossier while typing, with the keyboard only, and go on in it so."""

import re

from playwright.sync_api import expect

from tests.wereld import Wereld

WIT = "rgb(255, 255, 255)"


def test_dossier_is_found_while_typing_and_walked_with_the_keyboard(kijker, wereld: Wereld):
    """From the search box to the dossier, to its next step, and over the side menu to the contacts."""
    b, rol = kijker, kijker.page.get_by_role
    veld, uit = b.page.locator("#zoek"), b.page.locator(".bo-zoek__uit")
    b.log_in(wereld.users["consulent"])
    b.ga("/vandaag/")

    b.tab_naar(veld)
    b.page.keyboard.type(wereld.in_plan.persoon.achternaam.lower()[:5])
    eerste = uit.get_by_role("link").first
    expect(eerste).to_be_visible()
    b.page.keyboard.press("Escape")
    expect(uit).to_be_hidden()
    expect(veld).to_be_focused()

    b.page.keyboard.press("End")
    b.page.keyboard.press("Backspace")
    expect(eerste).to_be_visible()
    b.page.keyboard.press("ArrowDown")
    expect(eerste).to_be_focused()
    expect(eerste).not_to_have_css("outline-color", WIT)
    b.page.keyboard.press("Enter")
    expect(b.page).to_have_url(re.compile(r"/dossiers/9901-D-\d{4}-\d{5}/$"))

    b.ga(wereld.in_plan.get_absolute_url())
    zijmenu = rol("navigation", name="Onderdelen van dit dossier")
    b.toets(zijmenu.get_by_role("link", name="Contact"))
    expect(b.page).to_have_url(re.compile("/contact/$"))
    b.toets(zijmenu.get_by_role("link", name="Overzicht"))
    expect(b.page).to_have_url(re.compile(f"/{wereld.in_plan.nummer}/$"))
    b.toets(b.page.locator(".bo-volgende").get_by_role("link").first)
    expect(b.page).not_to_have_url(re.compile(f"/{wereld.in_plan.nummer}/$"))
