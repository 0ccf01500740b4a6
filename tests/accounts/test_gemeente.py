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
    "ondertekening": "vast",
    "ondertekenaar_naam": "H. Vuurdoorn",
    "ondertekenaar_functie": "teammanager",
    "mandaat": "mandaatbesluit 2026",
}


def test_gemeente_page_says_what_a_letter_lacks(als_beheerder, gemeente):
    gemeente.mandaat = gemeente.bezwaar_adres = ""
    gemeente.save()

    antwoord = als_beheerder.get(reverse("gemeente_wijzigen", args=["9901"]))

    assert antwoord.context["ontbreekt"] == ["adres voor bezwaar", "mandaat"]


def test_gemeente_is_changed_with_its_history(als_beheerder, gemeente, beheerder):
    antwoord = als_beheerder.post(reverse("gemeente_wijzigen", args=["9901"]), GEGEVENS)

    gemeente.refresh_from_db()
    assert antwoord.status_code == 302
    assert (gemeente.mandaat, gemeente.ondertekening) == ("mandaatbesluit 2026", "vast")
    assert gemeente.history.first().history_user == beheerder


def verteld(client):
    """Give the history as the page of the gemeente tells it, the newest first."""
    versies = client.get(reverse("gemeente_wijzigen", args=["9901"])).context["versies"]
    return [(v.tekst, v.door, v.reden, [(w.veld, w.oud, w.nieuw) for w in v.waarden]) for v in versies]


def test_page_tells_who_changed_what_into_what(als_beheerder, gemeente, beheerder):
    adres = reverse("gemeente_wijzigen", args=["9901"])
    als_beheerder.post(adres, GEGEVENS)
    als_beheerder.post(adres, GEGEVENS | {"mandaat": "mandaatbesluit 2027", "ondertekenaar_naam": "J. Berk"})
    als_beheerder.post(adres, GEGEVENS | {"mandaat": "mandaatbesluit 2027", "ondertekenaar_naam": "J. Berk"})

    assert verteld(als_beheerder)[0] == (
        "Gegevens van de gemeente gewijzigd",
        beheerder.naam,
        "",
        [
            ("Naam van de ondertekenaar", "H. Vuurdoorn", "J. Berk"),
            ("Mandaat", "mandaatbesluit 2026", "mandaatbesluit 2027"),
        ],
    )
    assert "mandaatbesluit 2026" in als_beheerder.get(adres).text
    assert '<span class="bo-zacht">Wie ondertekent een besluit?</span>' in als_beheerder.get(adres).text
    assert gemeente.history.count() == 3  # made, and changed twice: the third time nothing differed


def test_history_of_a_beheerder_is_of_the_own_gemeente_only(als_beheerder, gemeente, andere_gemeente):
    andere_gemeente.mandaat = "mandaat van Duinveen"
    andere_gemeente.save()

    assert "mandaat van Duinveen" not in als_beheerder.get(reverse("gemeente_wijzigen", args=["9901"])).text


def test_another_beeldmerk_stands_in_the_history_without_the_picture(als_beheerder, gemeente):
    adres = reverse("gemeente_wijzigen", args=["9901"])
    als_beheerder.post(adres, GEGEVENS)
    als_beheerder.post(adres, {**GEGEVENS, "beeldmerk": SimpleUploadedFile("logo.svg", SVG)})
    als_beheerder.post(adres, {**GEGEVENS, "beeldmerk": SimpleUploadedFile("logo.svg", SVG.replace(b"10", b"12"))})

    assert [regel[2:] for regel in verteld(als_beheerder)[:2]] == [
        ("Ander beeldmerk", []),
        ("Ander beeldmerk", []),
    ]


def test_history_says_why_it_was_changed(als_beheerder, gemeente):
    adres = reverse("gemeente_wijzigen", args=["9901"])
    als_beheerder.post(adres, GEGEVENS)
    nieuw = GEGEVENS | {"mandaat": "mandaatbesluit 2027"}
    logo = SimpleUploadedFile("logo.svg", SVG)

    als_beheerder.post(adres, nieuw | {"reden": " Nieuw besluit van het college "})
    als_beheerder.post(adres, nieuw | {"reden": "Nieuwe huisstijl", "beeldmerk": logo})

    assert [(reden, waarden) for _, _, reden, waarden in verteld(als_beheerder)[:2]] == [
        ("Ander beeldmerk: Nieuwe huisstijl", []),
        ("Nieuw besluit van het college", [("Mandaat", "mandaatbesluit 2026", "mandaatbesluit 2027")]),
    ]
    assert gemeente.history.first().history_change_reason == "ander beeldmerk: Nieuwe huisstijl"
    assert "Nieuw besluit van het college" in als_beheerder.get(adres).text


@pytest.mark.parametrize("regeleinde", ["\n", "\r\n"], ids=["as stored", "as a browser sends it"])
def test_reason_without_a_change_is_not_thrown_away(als_beheerder, gemeente, regeleinde):
    adres = reverse("gemeente_wijzigen", args=["9901"])
    als_beheerder.post(adres, GEGEVENS)
    zelfde = {veld: waarde.replace("\n", regeleinde) for veld, waarde in GEGEVENS.items()}
    versies = gemeente.history.count()

    response = als_beheerder.post(adres, zelfde | {"reden": "Een lange uitleg."})

    form = response.context["form"]
    assert form.errors == {"__all__": ["U heeft niets gewijzigd. Pas een gegeven aan, of ga terug zonder te bewaren."]}
    assert form["reden"].value() == "Een lange uitleg."
    assert gemeente.history.count() == versies


def test_reason_to_take_the_beeldmerk_out_is_a_change(als_beheerder, gemeente):
    adres = reverse("gemeente_wijzigen", args=["9901"])
    als_beheerder.post(adres, {**GEGEVENS, "beeldmerk": SimpleUploadedFile("logo.svg", SVG)})

    response = als_beheerder.post(adres, GEGEVENS | {"beeldmerk_weg": "on", "reden": "Nieuwe huisstijl"})

    assert response.status_code == 302
    assert gemeente.history.first().history_change_reason == "beeldmerk weggehaald: Nieuwe huisstijl"


def test_form_asks_why_and_does_not_insist(als_beheerder, gemeente):
    veld = als_beheerder.get(reverse("gemeente_wijzigen", args=["9901"])).context["form"]["reden"]

    assert (veld.label, veld.field.required, veld.value()) == ("Waarom?", False, None)


def test_beeldmerk_is_checked_by_its_content(als_beheerder, gemeente):
    bestand = SimpleUploadedFile("logo.png", b"MZ geen plaatje", content_type="image/png")

    antwoord = als_beheerder.post(reverse("gemeente_wijzigen", args=["9901"]), {**GEGEVENS, "beeldmerk": bestand})

    assert antwoord.context["form"].errors["beeldmerk"] == ["Het beeldmerk is geen png en geen svg."]
    assert gemeente.logo is None


def test_beeldmerk_with_text_is_refused_before_it_keeps_every_letter_back(als_beheerder, gemeente):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><text x="2" y="15">Rivierendam</text></svg>'

    antwoord = als_beheerder.post(
        reverse("gemeente_wijzigen", args=["9901"]), {**GEGEVENS, "beeldmerk": SimpleUploadedFile("logo.svg", svg)}
    )

    assert antwoord.context["form"].errors["beeldmerk"] == [
        "In het beeldmerk staat tekst. Zet die tekst om in vormen en kies het bestand opnieuw."
    ]
    gemeente.refresh_from_db()
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
