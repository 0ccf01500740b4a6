"""Look for what is wrong with a page: axe (WCAG 2.2 AA), and whether it fits its screen, wide and on a phone.

Each role has its walk in a file of its own, so that the processes that share the work can share this too.
"""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.e2e.bediening import Bediening

# Naming what passed as well would take as long as the looking.
REGELS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
BREEDTES = {"wide": 1440, "phone": 390}
METING = """async regels => ({
    scherm: window.innerWidth,
    breed: document.documentElement.scrollWidth,
    fouten: (await axe.run(regels)).violations.map(fout => [fout.id, fout.nodes[0].html]),
})"""


def zet_breedte(page: Page, breedte: int) -> None:
    page.set_viewport_size({"width": breedte, "height": 900})


def keur(page: Page, waar: str) -> list[str]:
    """Say what is wrong with the page as it stands: axe's findings, and whether it is wider than its screen."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    meting = page.evaluate(METING, REGELS)
    breedte = page.viewport_size["width"]
    assert meting["scherm"] == breedte
    fouten = [f"{waar}: {regel} ({html[:120]})" for regel, html in meting["fouten"]]
    if meting["breed"] > breedte:
        fouten.append(f"{waar}: {meting['breed']} pixels breed")
    return fouten


def keur_paden(bediening: Bediening, paden: list[str]) -> list[str]:
    """Load each page once and look at it in both widths: the server sends the same page to every screen."""
    fouten = []
    for pad in paden:
        zet_breedte(bediening.page, BREEDTES["wide"])
        bediening.ga(pad)
        for naam, breedte in BREEDTES.items():
            zet_breedte(bediening.page, breedte)
            fouten += keur(bediening.page, f"{pad} ({naam})")
    return fouten
