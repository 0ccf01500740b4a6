"""The look at a page sees what is wrong in one width only, also when the page was loaded in the other."""

from pathlib import Path

from tests.e2e.keuring import BREEDTES, keur, zet_breedte

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


def test_no_style_sheet_locks_the_way_a_screen_is_turned():
    assert [str(blad) for blad in Path("static/css").glob("*.css") if "orientation" in blad.read_text()] == []
