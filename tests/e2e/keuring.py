"""Look for what is wrong with a page: axe (WCAG 2.2 AA), and whether it fits its screen, wide and on a phone.

Contrast takes axe longer than all its other rules. It hangs on the style of a text, so it is looked at for each style
once per width: a text with the same tags and classes around it as one that passed has the same colours.
All other rules run on the whole page in both widths: on a phone a button may lose its words, or a part its heading.
"""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.e2e.bediening import Bediening

AXE = "/static/proef/axe.js"
# Naming what passed as well would take as long as the looking. Without `preload` axe leaves out the one rule that reads
# style sheets, about screens that are turned; test_keuring.py reads them for it.
REGELS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
    "rules": {"color-contrast": {"enabled": False}},
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"], "preload": False}
BREEDTES = {"wide": 1440, "phone": 390}
# As narrow as a page must fit without scrolling sideways: WCAG 1.4.10, a screen of 1280 at four times its size.
SMALST = 320
METING = """async ({regels, contrast, gezien}) => {
    const bekend = new Set(gezien), nieuw = [], elementen = [];
    const stijlen = new Map();
    const stijl = el => {
        if (!stijlen.has(el)) {
            const telt = /^(class|type|open|disabled|hidden|aria-(current|invalid|busy))$/;
            const eigen = [...el.attributes].filter(a => telt.test(a.name)).map(a => `[${a.name}=${a.value}]`);
            const hier = el.tagName + eigen.sort().join('');
            stijlen.set(el, el === document.body ? hier : stijl(el.parentElement) + '>' + hier);
        }
        return stijlen.get(el);
    };
    const sleutel = tekst => [...tekst].reduce((som, teken) => Math.imul(som, 31) + teken.charCodeAt(0) | 0, 7);
    for (const el of document.body.querySelectorAll('*')) {
        const heeftTekst = [...el.childNodes].some(k => k.nodeType === 3 && k.data.trim());
        if (!heeftTekst && !el.matches('input, select, textarea') || !el.checkVisibility()) continue;
        const s = sleutel(stijl(el));
        if (bekend.has(s)) continue;
        bekend.add(s); nieuw.push(s); elementen.push(el);
    }
    const fouten = (await axe.run(regels)).violations;
    if (elementen.length) fouten.push(...(await axe.run({include: elementen}, contrast)).violations);
    return {
        scherm: window.innerWidth,
        breed: document.documentElement.scrollWidth,
        nieuw,
        fouten: fouten.map(fout => [fout.id, fout.nodes[0].html]),
    };
}"""
_GEZIEN: dict[int, set[int]] = {breedte: set() for breedte in BREEDTES.values()}


def zet_breedte(page: Page, breedte: int) -> None:
    page.set_viewport_size({"width": breedte, "height": 900})


def keur(page: Page, waar: str) -> list[str]:
    """Say what is wrong with the page as it stands: axe's findings, and whether it is wider than its screen."""
    if page.evaluate("typeof axe") == "undefined":
        page.add_script_tag(url=AXE) if page.url.startswith("http") else page.evaluate(AXE_SCRIPT)
    breedte = page.viewport_size["width"]
    gezien = _GEZIEN[breedte]
    meting = page.evaluate(METING, {"regels": REGELS, "contrast": CONTRAST, "gezien": list(gezien)})
    assert meting["scherm"] == breedte
    fouten = [f"{waar}: {regel} ({html[:120]})" for regel, html in meting["fouten"]]
    if not any(regel == "color-contrast" for regel, _ in meting["fouten"]):
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
