"""What somebody types is never lost: not when the session ends, and not when a colleague changes the same dossier."""

import time
from collections.abc import Iterator

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import Browser, expect

from accounts.models import Klad
from cases.models import Contact, Dossier, Persoon
from tests.e2e.bediening import Bediening
from tests.e2e.conftest import WACHTWOORD
from tests.factories import maak_dossier

TEKST = "Mevrouw belt morgen terug over de huur."


@pytest.fixture
def dossier(gemeente) -> Dossier:
    return maak_dossier(gemeente, datum=timezone.localdate())


@pytest.fixture
def andere(browser: Browser, live_server) -> Iterator[Bediening]:
    """A colleague in a browser of their own."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    yield Bediening(context.new_page(), live_server.url, WACHTWOORD)
    context.close()


def wacht_op_klad(tekst: str) -> None:
    """Wait until the server has what was typed; the script sends it a few seconds later."""
    for _ in range(150):
        if tekst in [waarde for klad in Klad.objects.all() for waarde in klad.gegevens.get("tekst", [])]:
            return
        time.sleep(0.1)
    pytest.fail(f"De server heeft niet bewaard: {tekst}")


def test_text_comes_back_after_the_session_ended(bediening, consulent, dossier):
    b = bediening
    b.log_in(consulent)
    b.ga(f"/dossiers/{dossier.nummer}/contact/nieuw/")
    b.kies(kanaal="telefoon", uitkomst="gesproken")
    b.page.locator("[name=tekst]").press_sequentially(TEKST)
    wacht_op_klad(TEKST)
    assert b.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]

    Session.objects.all().delete()
    b.page.reload()
    b.log_in_met_wachtwoord(consulent)
    b.ziet("U had hier tekst die nog niet was bewaard")
    b.page.locator("a[href='?klad=1']").click()
    expect(b.page.locator("[name=tekst]")).to_have_value(TEKST)
    assert Contact.objects.count() == 0

    b.druk("Bewaren")
    expect(b.page).not_to_have_url(f"{b.adres}/dossiers/{dossier.nummer}/contact/nieuw/?klad=1")
    assert Contact.objects.get().tekst == TEKST
    assert not Klad.objects.exists()


def test_going_back_to_a_form_with_an_error_brings_back_what_was_typed(bediening, consulent, dossier):
    b, pad = bediening, f"/dossiers/{dossier.nummer}/contact/nieuw/"
    b.log_in(consulent)
    b.ga(pad)
    b.kies(kanaal="telefoon")
    b.vul(tekst=TEKST)
    b.druk("Bewaren")
    b.ziet("Kies een van de mogelijkheden.")
    b.ga(f"/dossiers/{dossier.nummer}/")

    b.page.go_back()

    expect(b.page).to_have_url(f"{b.adres}{pad}")
    b.ziet("U had hier tekst die nog niet was bewaard")
    b.page.locator("a[href='?klad=1']").click()
    expect(b.page.locator("[name=tekst]")).to_have_value(TEKST)


def test_second_of_two_sees_what_the_first_changed_and_keeps_the_typed(bediening, andere, consulent, collega, dossier):
    pad = f"/dossiers/{dossier.nummer}/persoon/"
    for b, user in ((bediening, consulent), (andere, collega)):
        b.log_in(user)
        b.ga(pad)
    andere.vul(straat="Tweedepad", reden="Belde")
    bediening.vul(telefoon="06 5555 0199", reden="Nieuw nummer")
    bediening.druk("Bewaren")
    expect(bediening.page).not_to_have_url(f"{bediening.adres}{pad}")

    andere.druk("Bewaren")
    andere.ziet("Iemand anders heeft deze gegevens intussen gewijzigd.", "Telefoon: 06 5555 0199")
    expect(andere.page.locator("[name=straat]")).to_have_value("Tweedepad")
    expect(andere.page.locator("[name=reden]")).to_have_value("Belde")
    assert Persoon.objects.get(pk=dossier.persoon_id).telefoon == "06 5555 0199"
