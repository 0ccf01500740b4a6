"""Look for what is wrong with a page: axe (WCAG 2.2 AA), and whether it fits its screen, wide and on a phone.

Four rules of axe take longer than all its others: contrast, the size of what one presses, links in a text, and what
scrolls. keuring.js gives them only the elements that could fail. Contrast hangs on the style of a text, so it is looked
at once for each style and width: a text with the same tags and classes around it as one that passed has the same
colours. A target is looked at when it lies close to another, in a way not seen before; a link in a text when no line
stands under it; what scrolls when nothing in it can have the focus.
On a phone the page is the same one that was looked at wide. There contrast is looked at only where colours changed, and
the other rules only when something shows in one width and not in the other, in a style that did not do so before.
"""

from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.e2e.bediening import Bediening

AXE = "/static/proef/axe.js"
METING = Path(__file__).with_name("keuring.js").read_text()
PER_ELEMENT = ("color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable")
# Naming what passed as well would take as long as the looking. Without `preload` axe leaves out the one rule that reads
# style sheets, about screens that are turned; test_keuring.py reads them for it.
ZUINIG = {"resultTypes": ["violations"], "preload": False}
REGELS = {
    "alles": {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        "rules": {regel: {"enabled": False} for regel in PER_ELEMENT},
        **ZUINIG,
    },
    "perElement": {"runOnly": {"type": "rule", "values": PER_ELEMENT}, **ZUINIG},
}
BREEDTES = {"wide": 1440, "phone": 390}
# As narrow as a page must fit without scrolling sideways: WCAG 1.4.10, a screen of 1280 at four times its size.
SMALST = 320
_GEZIEN: dict[int, set[int]] = {breedte: set() for breedte in BREEDTES.values()}


def zet_breedte(page: Page, breedte: int) -> None:
    page.set_viewport_size({"width": breedte, "height": 900})


def keur(page: Page, waar: str) -> list[str]:
    """Say what is wrong with the page as it stands: axe's findings, and whether it is wider than its screen."""
    if page.evaluate("typeof axe") == "undefined":
        page.add_script_tag(url=AXE) if page.url.startswith("http") else page.evaluate(AXE_SCRIPT)
    breedte = page.viewport_size["width"]
    gezien = _GEZIEN[breedte]
    smal, al_gezien = breedte == BREEDTES["phone"], " ".join(map(str, gezien))
    meting = page.evaluate(METING, {**REGELS, "smal": smal, "gezien": al_gezien})
    assert meting["scherm"] == breedte
    fouten = [f"{waar}: {regel} ({html[:120]})" for regel, html in meting["fouten"]]
    if not meting["fouten"]:
        gezien.update(meting["nieuw"])
    if meting["breed"] > breedte:
        fouten.append(f"{waar}: {meting['breed']} pixels breed")
    return fouten


def keur_paden(bediening: Bediening, paden: list[str]) -> list[str]:
    """Load each page once and look at it in both widths: the server sends the same page to every screen."""
    fouten = []
    for pad in paden:
        zet_breedte(bediening.page, BREEDTES["wide"])
        bediening.ga(pad)
        fouten += keur_nu(bediening.page, pad)
    return fouten


def keur_nu(page: Page, waar: str) -> list[str]:
    """Look at the page as it stands in all widths, such as the second page of a form, and make it wide again."""
    fouten = []
    for naam, breedte in BREEDTES.items():
        zet_breedte(page, breedte)
        fouten += keur(page, f"{waar} ({naam})")
    zet_breedte(page, SMALST)
    if (breed := page.evaluate("document.documentElement.scrollWidth")) > SMALST:
        fouten.append(f"{waar} (reflow): {breed} pixels breed")
    zet_breedte(page, BREEDTES["wide"])
    return fouten
