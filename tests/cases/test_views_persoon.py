"""Changing what is known of a person, and showing the BSN in full."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions.intrekken import dossier_intrekken
from cases.models import DossierEvent, Persoon
from tests.factories import maak_dossier

NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
BSN = "999990639"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def url(dossier):
    return reverse("persoon_wijzigen", args=[dossier.nummer])


def ingevuld(pagina, url, **anders):
    """Fill in the form as it stands on the page, with some fields changed."""
    form = pagina.get(url).context["form"]
    return {**{veld.name: veld.value() or "" for veld in form}, "reden": "Verhuisd", **anders}


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def test_form_starts_with_what_is_known(pagina, url):
    form = pagina.get(url).context["form"]

    assert {naam: form[naam].value() for naam in ("achternaam", "huisnummer", "postcode", "telefoon", "reden")} == {
        "achternaam": "Berkhout",
        "huisnummer": "14",
        "postcode": "4001ZZ",
        "telefoon": "06 5555 0142",
        "reden": None,
    }
    assert "bsn" not in form.fields


def test_change_keeps_the_old_address_in_the_history_with_the_reason(pagina, url, dossier, consulent):
    gegevens = ingevuld(pagina, url, straat="Dijkweg", huisnummer="2", huisletter="a", postcode="4001 ab")

    response = pagina.post(url, gegevens, follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert berichten(response) == ["De gegevens zijn gewijzigd."]
    persoon = Persoon.objects.get()
    assert persoon.adresregels == ("Dijkweg 2a", "4001 AB  Rivierendam")
    nieuw, oud = persoon.history.all()
    assert (nieuw.history_user, nieuw.history_change_reason, oud.straat) == (consulent, "Verhuisd", "Lindepad")
    event = dossier.events.first()
    assert (event.tekst, event.reden) == ("Gegevens gewijzigd: straat, huisnummer, huisletter, postcode.", "Verhuisd")


GEWEIGERD = [
    ("reden", "", "Vul dit veld in."),
    ("achternaam", " ", "Vul dit veld in."),
    ("postcode", "0123 AB", "Vul de postcode in als 1234 AB."),
    ("postcode", "B-2000", "Vul de postcode in als 1234 AB."),
    ("postcode", "1234 SS", "Vul de postcode in als 1234 AB."),
    ("huisnummer", "14a", "Vul alleen het nummer in, zoals 14."),
    ("huisnummer", "0", "Vul alleen het nummer in, zoals 14."),
    ("huisletter", "ab", "Een huisletter is één letter, zoals a."),
    ("telefoon", "06-1234", "Vul een telefoonnummer van 10 cijfers in"),
    ("telefoon", "zie mail", "Vul een telefoonnummer van 10 cijfers in"),
    ("email", "naam@", "Vul een e-mailadres in, zoals naam@gemeente.nl."),
]


def test_refused_value_is_said_at_its_field_and_changes_nothing(pagina, url):
    gegevens = ingevuld(pagina, url, straat="Dijkweg")

    for veld, waarde, melding in GEWEIGERD:
        response = pagina.post(url, {**gegevens, veld: waarde})

        fouten = response.context["form"].errors
        assert list(fouten) == [veld], (veld, waarde)
        assert fouten[veld][0].startswith(melding), (veld, waarde)
        assert "Dijkweg" in response.text, (veld, waarde)
        assert Persoon.objects.get().straat == "Lindepad", (veld, waarde)


def test_value_from_the_portal_in_another_form_may_stay(pagina, gemeente):
    dossier = maak_dossier(gemeente, huisnummer="14-16", postcode="B-2000", telefoon="onbekend")
    url = reverse("persoon_wijzigen", args=[dossier.nummer])

    pagina.post(url, ingevuld(pagina, url, voorletters="N.A."))

    persoon = Persoon.objects.get()
    assert (persoon.voorletters, persoon.huisnummer, persoon.postcode) == ("N.A.", "14-16", "B-2000")


def test_saving_without_a_change_is_said(pagina, url):
    events = DossierEvent.objects.count()

    response = pagina.post(url, ingevuld(pagina, url))

    assert response.context["form"].non_field_errors() == [
        "U heeft niets gewijzigd. Pas een gegeven aan, of ga terug zonder te bewaren."
    ]
    assert DossierEvent.objects.count() == events


def test_change_of_a_colleague_in_between_is_shown_and_not_lost(pagina, url, client, collega):
    mijn = ingevuld(pagina, url, email="naima@voorbeeld.example")
    persoon = Persoon.objects.get()
    persoon.telefoon = "06 5555 9999"
    persoon.save()

    eerste = pagina.post(url, mijn)

    (melding,) = eerste.context["form"].non_field_errors()
    assert melding == (
        "Iemand anders heeft deze gegevens intussen gewijzigd. Controleer wat u invulde en bewaar opnieuw."
        " Bekend is nu: Telefoon: 06 5555 9999; E-mailadres: leeg."
    )
    assert Persoon.objects.get().email == ""

    opnieuw = {veld.name: veld.value() or "" for veld in eerste.context["form"]}
    pagina.post(url, {**opnieuw, "telefoon": "06 5555 9999"})

    persoon = Persoon.objects.get()
    assert (persoon.telefoon, persoon.email) == ("06 5555 9999", "naima@voorbeeld.example")


def test_bsn_is_shown_once_and_logged(pagina, dossier, consulent):
    url = reverse("bsn_tonen", args=[dossier.nummer])

    response = pagina.post(url)

    assert BSN in response.text
    assert response["Cache-Control"] == "private, no-store"
    event = dossier.events.first()
    assert (event.soort, event.tekst, event.by, event.at, event.gegevens) == (
        "bsn_getoond",
        "Burgerservicenummer getoond.",
        consulent,
        NU,
        {},
    )
    assert BSN not in pagina.get(dossier.get_absolute_url()).text


def test_bsn_is_nowhere_but_on_that_page(pagina, dossier, caplog):
    response = pagina.post(reverse("bsn_tonen", args=[dossier.nummer]))

    assert BSN not in str(response.headers) + response.cookies.output() + str(dict(pagina.session)) + caplog.text
    assert BSN not in response.request["PATH_INFO"]


def test_opening_the_address_shows_and_logs_nothing(pagina, dossier):
    response = pagina.get(reverse("bsn_tonen", args=[dossier.nummer]), follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert BSN not in response.text
    assert DossierEvent.objects.filter(soort="bsn_getoond").count() == 0


def test_asking_for_an_unknown_bsn_says_so(pagina, gemeente):
    dossier = maak_dossier(gemeente, bsn="")

    response = pagina.post(reverse("bsn_tonen", args=[dossier.nummer]), follow=True)

    assert berichten(response) == ["Van deze persoon is geen burgerservicenummer bekend."]
    assert DossierEvent.objects.filter(soort="bsn_getoond").count() == 0


@pytest.mark.parametrize("naam", ["contact_nieuw", "persoon_wijzigen", "document_nieuw"])
def test_form_pages_have_no_button_for_the_bsn_as_it_would_lose_what_is_typed(pagina, dossier, naam):
    response = pagina.get(reverse(naam, args=[dossier.nummer]))

    assert reverse("bsn_tonen", args=[dossier.nummer]) not in response.text


LIJKT = (
    "Let op: deze persoon lijkt op dossier {} (zelfde naam). Is het dezelfde persoon? Vraag een coördinator de dossiers"
    " samen te voegen."
)


def test_correction_that_makes_a_look_alike_warns(pagina, url, dossier, gemeente):
    ander = maak_dossier(gemeente, bsn="", achternaam="Anders", postcode="4001AA")

    geen = pagina.post(url, ingevuld(pagina, url, telefoon="06 5555 0001"), follow=True)
    wel = pagina.post(url, ingevuld(pagina, url, achternaam="Anders"), follow=True)

    assert berichten(geen) == ["De gegevens zijn gewijzigd."]
    assert berichten(wel) == ["De gegevens zijn gewijzigd.", LIJKT.format(ander.nummer)]


def test_correction_of_the_birth_date_that_makes_a_look_alike_warns(pagina, dossier, gemeente):
    ander = maak_dossier(gemeente, bsn="", geboortedatum="1990-01-01", postcode="4001AA")
    url = reverse("persoon_verbeteren", args=[dossier.nummer])

    response = pagina.post(url, ingevuld(pagina, url, geboortedatum="1-1-1990"), follow=True)

    assert berichten(response)[1:] == [LIJKT.format(ander.nummer)]


def test_withdrawn_dossier_or_another_bsn_is_no_look_alike(pagina, url, dossier, gemeente, coordinator):
    maak_dossier(gemeente, bsn="999990019", achternaam="Anders")
    weg = maak_dossier(gemeente, bsn="", achternaam="Anders")
    dossier_intrekken(dossier=weg, reden="x", by=coordinator, at=NU)

    response = pagina.post(url, ingevuld(pagina, url, achternaam="Anders"), follow=True)

    assert berichten(response) == ["De gegevens zijn gewijzigd."]
