"""The look at a page sees what is wrong in one width only, also when the page was loaded in the other."""

from pathlib import Path

import pytest

from tests.e2e.keuring import BREEDTES, keur, keur_nu, zet_breedte

BLADZIJDE = """<!doctype html><html lang="nl"><head><title>Proef</title><style>
body { margin: 0 }
@media (max-width: 44rem) { p { color: #aaa } div { width: 600px } }
</style></head><body><main><h1>Proef</h1><p>Bleek</p><div>Breed</div></main></body></html>"""


def test_page_is_looked_at_anew_on_a_narrow_screen(page):
    page.set_content(BLADZIJDE)

    fouten = {}
    for naam, breedte in BREEDTES.items():
        zet_breedte(page, breedte)
        fouten[naam] = keur(page, "/proef/")

    assert fouten == {
        "wide": [],
        "phone": ["/proef/: color-contrast (<p>Bleek</p>)", "/proef/: 600 pixels breed"],
    }


def test_text_in_a_style_that_passed_is_looked_at_again_when_its_surroundings_differ(page):
    licht = BLADZIJDE.replace("p { color: #aaa }", "").replace("Breed", "")
    page.set_content(licht)
    assert keur(page, "/licht/") == []

    page.set_content(licht.replace("<p>", '<p class="mooi">').replace("body {", ".mooi { color: #bbb } body {"))

    assert keur(page, "/mooi/") == ['/mooi/: color-contrast (<p class="mooi">Bleek</p>)']


GOED = """<!doctype html><html lang="nl"><head><title>Proef</title><style>
body { margin: 0; font-size: 16px } p { margin: 1rem 0; line-height: 1.5 }
.klein { display: inline-block; width: 16px; height: 16px; padding: 0; border: 0; vertical-align: top }
.ver { margin-right: 16px } .kaal { text-decoration: none; color: #00c }
.rol { height: 3rem; overflow: auto } .rol p { height: 6rem }
@media (max-width: 44rem) { .breed { display: none } .telefoonrol { height: 3rem; overflow: auto }
  .vaal { opacity: 0.3 } .vlak { background: #555 } }
@media (min-width: 44rem) { .smal { display: none } }
</style></head><body><main><h1>Proef</h1>
<p>Lees de <a href="/a">regels</a> eerst. <label>Naam <input name="naam"></label></p>
<p><button class="klein ver" aria-label="Op"></button><button class="klein ver" aria-label="Neer"></button></p>
<p><a class="kaal" href="/b">Alleen een link</a></p>
<div class="rol"><p><a href="/c">Onder</a></p></div>
<button><span>Bewaren</span></button>%s</main></body></html>"""
SCHUIVEND = "<p>Een lange tekst.</p>" * 9


KNOP = '<button class="klein" aria-label="{}"></button>'
OVERAL, TELEFOON = ("wide", "phone"), ("phone",)


@pytest.mark.parametrize(
    ("erbij", "regel", "waar"),
    [
        ("", "", ()),
        ("<h3>Overgeslagen</h3>", "heading-order", OVERAL),
        ('<input name="leeftijd">', "label", OVERAL),
        ("<p><button></button></p>", "button-name", OVERAL),
        ('<p role="knop">Rol</p>', "aria-roles", OVERAL),
        ("<p>Lees <a class=kaal href=/d>dit</a> eerst.</p>", "link-in-text-block", OVERAL),
        (f"<p>{KNOP.format('Op')}{KNOP.format('Neer')}</p>", "target-size", OVERAL),
        (f'<div class="rol">{SCHUIVEND}</div>', "scrollable-region-focusable", OVERAL),
        (f'<div class="telefoonrol">{SCHUIVEND}</div>', "scrollable-region-focusable", TELEFOON),
        ('<p><button><span class="breed">Bewaren</span></button></p>', "button-name", TELEFOON),
        ('<div class="smal"><button></button></div>', "button-name", TELEFOON),
        ('<p class="bleek" style="color: #aaa">Bleek</p>', "color-contrast", OVERAL),
        ('<p class="vaal">Bleek</p>', "color-contrast", TELEFOON),
        ('<div class="vlak"><p class="op">Bleek</p></div>', "color-contrast", TELEFOON),
        ('<div style="width: 360px">Breed</div>', "360 pixels breed", ("reflow",)),
    ],
)
def test_fault_in_a_page_is_seen_after_a_page_that_passed(page, erbij, regel, waar):
    page.set_content(GOED % "")
    eerst = keur_nu(page, "goed")
    page.set_content(GOED % erbij)

    gevonden = keur_nu(page, "proef")

    assert eerst == []
    assert [fout.partition(" (<")[0] for fout in gevonden] == [f"proef ({breedte}): {regel}" for breedte in waar]


def test_no_style_sheet_locks_the_way_a_screen_is_turned():
    assert [str(blad) for blad in Path("static/css").glob("*.css") if "orientation" in blad.read_text()] == []
