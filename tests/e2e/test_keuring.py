"""The look at a page sees what is wrong in one width only, also when the page was loaded in the other."""

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
