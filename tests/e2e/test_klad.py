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
# In the order in which a klad keeps its fields.
URGENT = ("Werk", "Zorg", "Gezin", "Wonen", "Financiën")
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


def kladteksten(veld: str = "tekst") -> list[str]:
    return [tekst for klad in Klad.objects.wachtend().order_by("updated_at") for tekst in klad.gegevens.get(veld, [])]


def wacht_op_klad(tekst: str, veld: str = "tekst") -> None:
    """Wait until the server has what was typed; the script sends it a few seconds later."""
    for _ in range(150):
        if tekst in kladteksten(veld):
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
    assert not Klad.objects.wachtend().exists()


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
    assert not Klad.objects.wachtend().exists()


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
    assert b.page.locator(".bo-kladteksten dt").all_text_contents() == [
        "Verslag",
        "Hulpvragen: Wonen",
        "Datum van het gesprek",
        "Waar was het gesprek?",
        *(f"Hulpvragen: Hoe dringend is dit? ({leefgebied})" for leefgebied in URGENT),
    ]
    assert keur(b.page, "tekst om te kopiëren") == []
    b.druk("Weggooien")
    expect(b.page).to_have_url(f"{b.adres}/dossiers/{dossier.nummer}/")
    assert not Klad.objects.wachtend().exists()


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
    assert not Klad.objects.wachtend().exists()


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


def test_page_without_its_form_shows_the_labels_of_the_form(bediening, consulent, dossier):
    """The same label stands in each leefgebied of the plan, so its leefgebied goes before it."""
    b, pad = bediening, f"/dossiers/{dossier.nummer}/plan-van-aanpak/"
    voer_eerste_gesprek(dossier, consulent, timezone.localdate())
    b.log_in(consulent)
    b.ga(pad)
    b.page.locator("#leefgebied-werk > summary").click()
    b.vul(**{"plan-situatie": "Kort.", "werk-situatie": TEKST})
    ga_weg(b, lambda: b.ga("/vandaag/"))
    wacht_op_klad(TEKST, "werk-situatie")
    Dossier.objects.filter(pk=dossier.pk).update(status=Status.UITVOERING)

    b.ga(pad)

    assert b.page.locator(".bo-kladteksten dt").all_text_contents() == [
        "Werk: Hoe is het nu?",
        "Wonen: Hulpvraag, in de woorden van de inwoner",
        "Financiën: Hulpvraag, in de woorden van de inwoner",
        "Hoe ver gaat dit plan?",
        "Situatie bij de aanmelding",
    ]


def test_who_types_on_after_cancelling_keeps_the_text_in_a_browser_that_warns_of_nothing(bediening, consulent, dossier):
    """As in Safari on a phone: no beforeunload, and the page after it was stopped."""
    b, pad = bediening, f"/dossiers/{dossier.nummer}/contact/nieuw/"
    b.log_in(consulent)
    b.page.add_init_script("window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)")
    b.ga(pad)
    b.page.locator("[name=tekst]").press_sequentially("Belt terug.")
    b.page.evaluate("document.addEventListener('click', (event) => event.preventDefault(), {once: true})")
    b.page.locator(".bo-knoppen__terug").click()
    b.page.locator("[name=tekst]").press_sequentially(" En schrijft.")

    b.ga("/vandaag/")

    wacht_op_klad("Belt terug. En schrijft.")


def test_text_that_is_sent_after_cancelling_is_not_thrown_away(bediening, consulent, dossier):
    """The page after Annuleren was slow, so somebody sent the form after all, in a browser without beforeunload."""
    b, pad = bediening, f"/dossiers/{dossier.nummer}/contact/nieuw/"
    b.log_in(consulent)
    b.page.add_init_script("window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)")
    b.ga(pad)
    b.vul(tekst=TEKST)
    b.page.evaluate("document.addEventListener('click', (event) => event.preventDefault(), {once: true})")
    b.page.locator(".bo-knoppen__terug").click()
    b.druk("Bewaren")
    b.ziet("Kies een van de mogelijkheden.")

    b.page.wait_for_timeout(1000)

    assert kladteksten() == [TEKST]


def test_page_that_the_browser_kept_starts_anew(bediening, consulent, dossier):
    """After Annuleren and back, as with the back/forward cache of a browser without beforeunload."""
    b, pad = bediening, f"/dossiers/{dossier.nummer}/contact/nieuw/"
    b.log_in(consulent)
    b.ga(pad)
    b.vul(tekst="Belt terug.")
    b.page.evaluate("document.addEventListener('click', (event) => event.preventDefault(), {once: true})")
    b.page.locator(".bo-knoppen__terug").click()
    b.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    b.page.wait_for_timeout(500)
    b.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")

    b.page.evaluate("document.querySelector('[name=tekst]').dispatchEvent(new Event('change', {bubbles: true}))")

    wacht_op_klad("Belt terug.")
    b.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    b.page.wait_for_timeout(500)
    assert kladteksten() == ["Belt terug."]


def test_text_that_is_typed_when_sending_was_stopped_is_kept(bediening, consulent, dossier):
    b, pad = bediening, f"/dossiers/{dossier.nummer}/contact/nieuw/"
    b.log_in(consulent)
    b.ga(pad)
    b.page.evaluate("document.addEventListener('submit', (event) => event.preventDefault(), {once: true})")
    b.druk("Bewaren")

    b.page.locator("[name=tekst]").press_sequentially(TEKST)

    wacht_op_klad(TEKST)


def test_text_that_is_sent_and_stays_on_the_page_is_kept(bediening, consulent, dossier):
    """Sending was stopped, and nothing was typed after that."""
    b, pad = bediening, f"/dossiers/{dossier.nummer}/contact/nieuw/"
    b.log_in(consulent)
    b.ga(pad)
    b.page.evaluate("document.addEventListener('submit', (event) => event.preventDefault(), {once: true})")
    b.vul(tekst=TEKST)

    b.druk("Bewaren")

    wacht_op_klad(TEKST)


def test_long_text_is_kept_when_the_page_goes_out_of_sight(bediening, consulent, dossier):
    """A browser takes no more than 64 KiB from a page that may go."""
    b, pad, lang = bediening, f"/dossiers/{dossier.nummer}/contact/nieuw/", "Een lang verslag. " * 4000
    b.log_in(consulent)
    b.ga(pad)
    b.vul(tekst=lang)
    b.page.evaluate(
        "Object.defineProperty(document, 'visibilityState', {value: 'hidden'});"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )

    b.page.wait_for_timeout(2000)

    assert kladteksten() == [lang]


def test_text_that_is_still_on_its_way_when_the_form_is_saved_is_not_offered(bediening, consulent, dossier):
    b, pad = bediening, f"/dossiers/{dossier.nummer}/contact/nieuw/"
    b.log_in(consulent)
    b.ga(pad)
    b.kies(kanaal="telefoon", uitkomst="gesproken")
    b.page.locator("[name=tekst]").press_sequentially(TEKST)
    with b.page.expect_request(re.compile("/klad/$")) as gestuurd:
        pass
    wacht_op_klad(TEKST)
    b.druk("Bewaren")
    expect(b.page).not_to_have_url(f"{b.adres}{pad}")

    weer = b.page.request.post(
        f"{b.adres}/klad/",
        data=gestuurd.value.post_data,
        headers={"Content-Type": "application/x-www-form-urlencoded", "Referer": f"{b.adres}{pad}"},
    )

    assert (weer.status, Contact.objects.get().tekst, kladteksten()) == (204, TEKST, [])
    b.ga(pad)
    expect(b.page.locator("body")).not_to_contain_text("U had hier tekst")


def test_each_of_two_forms_on_a_page_keeps_its_own_text(bediening, financieel, gemeente):
    b, pad = bediening, f"/spuk/{gemeente.code}/instellingen/"
    b.log_in(financieel)
    b.ga(pad)
    b.page.locator("[name=telling-bron]").press_sequentially("Lijst van UHT")
    b.page.locator("[name=normbedrag-bron]").press_sequentially("Brief van het Rijk")

    ga_weg(b, lambda: b.ga("/spuk/"))

    for _ in range(100):
        if Klad.objects.count() == 2:
            break
        time.sleep(0.1)
    gevonden = {klad.pad.partition("#")[2]: klad.gegevens for klad in Klad.objects.wachtend()}
    assert {deel: velden[f"{deel}-bron"] for deel, velden in gevonden.items()} == {
        "telling": ["Lijst van UHT"],
        "normbedrag": ["Brief van het Rijk"],
    }
