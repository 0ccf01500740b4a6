"""What somebody types is never lost: not when the session ends, and not when a colleague changes the same dossier."""

import re
import time
from collections.abc import Callable, Iterator

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import Browser, Route, expect

from accounts.actions.klad import klad_bewaren
from accounts.models import Klad
from cases.models import Contact, Dossier, Persoon
from cases.status import Status
from tests.e2e.bediening import Bediening
from tests.e2e.conftest import WACHTWOORD
from tests.e2e.keuring import keur
from tests.factories import maak_dossier
from tests.wegen import voer_eerste_gesprek

TEKST = "Mevrouw belt morgen terug over de huur."
# The script keeps a text this many seconds after the last key.
WACHT = 3


@pytest.fixture
def dossier(gemeente) -> Dossier:
    return maak_dossier(gemeente, datum=timezone.localdate())


@pytest.fixture
def andere(browser: Browser, live_server) -> Iterator[Bediening]:
    """A colleague in a browser of their own."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    yield Bediening(context.new_page(), live_server.url, WACHTWOORD)
    context.close()


def kladteksten() -> list[str]:
    return [tekst for klad in Klad.objects.order_by("updated_at") for tekst in klad.gegevens.get("tekst", [])]


def wacht_op_klad(tekst: str) -> None:
    """Wait until the server has what was typed; the script sends it a few seconds later."""
    for _ in range(150):
        if tekst in kladteksten():
            return
        time.sleep(0.1)
    pytest.fail(f"De server heeft niet bewaard: {tekst}")


def wacht_tot_weg(tekst: str) -> None:
    """Wait until the server threw it away: the page that is left does not wait for the answer."""
    for _ in range(150):
        if tekst not in kladteksten():
            return
        time.sleep(0.1)
    pytest.fail(f"De server heeft niet weggegooid: {tekst}")


def ga_weg(b: Bediening, weg: Callable[[], None]) -> None:
    """Leave for another page, and say yes to the warning."""
    hier = b.page.url
    b.page.once("dialog", lambda vraag: vraag.accept())
    weg()
    expect(b.page).not_to_have_url(hier)


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
    b.page.locator("a[href^='?klad=']").click()
    expect(b.page.locator("[name=tekst]")).to_have_value(TEKST)
    assert Contact.objects.count() == 0

    b.druk("Bewaren")
    expect(b.page).not_to_have_url(re.compile(r"\?klad="))
    assert Contact.objects.get().tekst == TEKST
    assert not Klad.objects.exists()


def test_text_on_offer_stays_through_another_text_that_is_cancelled(bediening, consulent, dossier):
    """Who stays on the page after all, when it warns of text that was not saved, keeps that text too."""
    b, pad = bediening, f"/dossiers/{dossier.nummer}/contact/nieuw/"
    klad_bewaren(user=consulent, pad=pad, sleutel="lang", velden={"tekst": ["Een lang verslag."]})
    b.log_in(consulent)
    b.ga(pad)
    b.ziet("U had hier tekst die nog niet was bewaard")
    b.page.locator("[name=tekst]").press_sequentially(TEKST)
    wacht_op_klad(TEKST)

    b.page.once("dialog", lambda vraag: vraag.dismiss())
    b.page.locator(".bo-knoppen__terug").click()
    na_blijven = kladteksten()
    ga_weg(b, lambda: b.page.locator(".bo-knoppen__terug").click())
    wacht_tot_weg(TEKST)

    assert na_blijven == ["Een lang verslag.", TEKST]
    assert kladteksten() == ["Een lang verslag."]


def test_who_stays_and_leaves_without_cancelling_keeps_the_text(bediening, consulent, dossier):
    b, pad = bediening, f"/dossiers/{dossier.nummer}/contact/nieuw/"
    b.log_in(consulent)
    b.ga(pad)
    b.page.locator("[name=tekst]").press_sequentially("Belt terug.")
    b.page.once("dialog", lambda vraag: vraag.dismiss())
    b.page.locator(".bo-knoppen__terug").click()

    ga_weg(b, lambda: b.ga("/vandaag/"))

    wacht_op_klad("Belt terug.")


def test_cancelled_text_stays_away_when_the_next_page_is_slow(bediening, consulent, dossier):
    b, pad = bediening, f"/dossiers/{dossier.nummer}/contact/nieuw/"
    b.log_in(consulent)
    b.ga(pad)
    b.page.locator("[name=tekst]").press_sequentially(TEKST)
    wacht_op_klad(TEKST)

    def na_lang_wachten(route: Route) -> None:
        time.sleep(WACHT + 0.5)
        route.continue_()

    b.page.route(re.compile(f"{dossier.nummer}/$"), na_lang_wachten)
    ga_weg(b, lambda: b.page.locator(".bo-knoppen__terug").click())

    wacht_tot_weg(TEKST)
    assert not Klad.objects.exists()


def test_text_of_a_form_that_a_colleague_was_first_with_is_shown_to_copy(bediening, consulent, collega, dossier):
    b, pad = bediening, f"/dossiers/{dossier.nummer}/eerste-gesprek/"
    b.log_in(consulent)
    b.ga(pad)
    b.kies(kanaal="kantoor")
    b.vul(datum=timezone.localdate(), verslag=TEKST, hulpvraag_wonen="De vloer is kapot.")
    voer_eerste_gesprek(dossier, collega, timezone.localdate())
    b.druk("Bewaren")
    b.ziet("Het eerste gesprek vastleggen kan niet")
    expect(b.page.locator("[name=verslag]")).to_have_value(TEKST)

    b.ga(pad)

    b.ziet("Het eerste gesprek vastleggen kan niet", "Uw tekst die nog niet was bewaard", TEKST, "De vloer is kapot.")
    assert keur(b.page, "tekst om te kopiëren") == []
    b.druk("Weggooien")
    expect(b.page).to_have_url(f"{b.adres}/dossiers/{dossier.nummer}/")
    assert not Klad.objects.exists()


def test_text_of_a_plan_that_is_vastgesteld_is_shown_to_copy(bediening, consulent, dossier):
    b, pad = bediening, f"/dossiers/{dossier.nummer}/plan-van-aanpak/"
    klad_bewaren(user=consulent, pad=pad, sleutel="keer", velden={"werk-situatie": [TEKST]})
    Dossier.objects.filter(pk=dossier.pk).update(status=Status.UITVOERING)
    b.log_in(consulent)

    b.ga(pad)

    b.ziet("Getypt op", "Werk situatie", TEKST)
    assert keur(b.page, "plan met tekst om te kopiëren") == []
    b.druk("Weggooien")
    expect(b.page).to_have_url(f"{b.adres}{pad}")
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
    b.page.locator("a[href^='?klad=']").click()
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
