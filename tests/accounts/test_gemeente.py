"""The page of a gemeente keeps what letters need, and says what is missing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'
GEGEVENS = {
    "naam": "Rivierendam",
    "woonplaatsen": "Rivierendam",
    "college_naam": "het college van Rivierendam",
    "afdeling": "Team",
    "briefhoofd": "Postbus 1\n4000 AA Rivierendam",
    "telefoon": "0555 12 34 56",
    "email": "",
    "bezwaar_adres": "Postbus 1",
    "ondertekenaar_naam": "H. Vuurdoorn",
    "ondertekenaar_functie": "teammanager",
    "mandaat": "mandaatbesluit 2026",
}


@pytest.fixture
def als_beheerder(client, beheerder):
    client.force_login(beheerder)
    return client


def test_gemeente_page_says_what_a_letter_lacks(als_beheerder, gemeente):
    gemeente.mandaat = gemeente.bezwaar_adres = ""
    gemeente.save()

    antwoord = als_beheerder.get(reverse("gemeente_wijzigen", args=["9901"]))

    assert antwoord.context["ontbreekt"] == ["adres voor bezwaar", "mandaat"]


def test_gemeente_is_changed_with_its_history(als_beheerder, gemeente, beheerder):
    antwoord = als_beheerder.post(reverse("gemeente_wijzigen", args=["9901"]), GEGEVENS)

    gemeente.refresh_from_db()
    assert antwoord.status_code == 302
    assert gemeente.mandaat == "mandaatbesluit 2026"
    assert gemeente.history.first().history_user == beheerder


def test_beeldmerk_is_checked_by_its_content(als_beheerder, gemeente):
    bestand = SimpleUploadedFile("logo.png", b"MZ geen plaatje", content_type="image/png")

    antwoord = als_beheerder.post(reverse("gemeente_wijzigen", args=["9901"]), {**GEGEVENS, "beeldmerk": bestand})

    assert antwoord.context["form"].errors["beeldmerk"] == ["Het beeldmerk is geen png en geen svg."]
    assert gemeente.logo is None


def test_beeldmerk_is_kept_shown_and_taken_away(als_beheerder, gemeente):
    adres = reverse("gemeente_wijzigen", args=["9901"])
    als_beheerder.post(adres, {**GEGEVENS, "beeldmerk": SimpleUploadedFile("logo.svg", SVG)})

    antwoord = als_beheerder.get(reverse("beeldmerk", args=["9901"]))
    als_beheerder.post(adres, {**GEGEVENS, "beeldmerk_weg": "on"})

    assert (antwoord.content, antwoord["Content-Type"]) == (SVG, "image/svg+xml")
    assert "sandbox" in antwoord["Content-Security-Policy"]
    gemeente.refresh_from_db()
    assert (gemeente.logo, gemeente.logo_soort) == (None, "")


def test_gemeente_of_another_is_not_found(als_beheerder, andere_gemeente):
    assert als_beheerder.get(reverse("gemeente_wijzigen", args=["9902"])).status_code == 404
