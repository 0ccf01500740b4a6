"""The pages that say that something went wrong pass axe and fit, each as the browser gets it."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.e2e.conftest import GEVRAAGD
from tests.e2e.keuring import keur_nu

# One field more than settings.DATA_UPLOAD_MAX_NUMBER_FIELDS lets in.
TE_VEEL = """aantal => {
    const formulier = document.createElement('form');
    formulier.method = 'post'; formulier.action = location.href;
    for (let nummer = 0; nummer <= aantal; nummer += 1) {
        const veld = document.createElement('input');
        veld.type = 'hidden'; veld.name = 'veld'; veld.value = '1';
        formulier.append(veld);
    }
    document.body.append(formulier); formulier.submit();
}"""


def ga(kijker, naam):
    kijker.ga(f"{reverse(naam)}{GEVRAAGD}")


def test_request_that_cannot_be_read(kijker, settings):
    ga(kijker, "inloggen")
    with kijker.page.expect_navigation() as wacht:
        kijker.page.evaluate(TE_VEEL, settings.DATA_UPLOAD_MAX_NUMBER_FIELDS)

    assert wacht.value.status == 400
    kijker.ziet("Dit verzoek klopt niet")
    assert keur_nu(kijker.page, "400") == []


def test_page_that_is_not_for_this_role(kijker, wereld):
    kijker.log_in(wereld.users["financieel"])
    ga(kijker, "gebruikers")

    kijker.ziet("U mag dit niet bekijken of doen")
    assert keur_nu(kijker.page, "403") == []


@pytest.mark.parametrize("bewaard", [False, True])
def test_form_of_a_session_that_ended(kijker, wereld, bewaard):
    kijker.log_in(wereld.users["consulent"])
    kijker.ga(f"{reverse('notitie_nieuw', args=[wereld.in_plan.nummer])}{GEVRAAGD}")
    # Put there without typing: what is typed is kept by a request of its own, which would be refused as well.
    kijker.page.evaluate("document.querySelector('[name=tekst]').value = 'Nog niet bewaard.'")
    if not bewaard:
        kijker.page.evaluate("document.querySelectorAll('[name=klad_bewijs]').forEach(veld => veld.remove())")
    kijker.page.context.clear_cookies()
    kijker.druk("Toevoegen")

    kijker.ziet("Uw formulier is niet verstuurd")
    kijker.ziet("Wat u typte, staat klaar bij het formulier." if bewaard else "bewaar wat u had getypt")
    assert keur_nu(kijker.page, "csrf") == []


def test_page_that_broke(kijker, monkeypatch):
    def breek():
        raise RuntimeError("de database is weg")

    monkeypatch.setattr("config.views.connection", SimpleNamespace(cursor=breek))
    ga(kijker, "gezond")

    kijker.ziet("Er ging iets mis")
    assert keur_nu(kijker.page, "500") == []
