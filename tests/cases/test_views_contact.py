"""The pages that log a contact and a verificatie."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.models import Contact, DossierEvent, Verificatie

NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
CONTACT = {"datum": "04-03-2026", "kanaal": "telefoon", "uitkomst": "gesproken", "tekst": "Afspraak gemaakt."}
VERIFICATIE = {
    "datum_gevraagd": "2026-03-10",
    "kanaal": "telefoon",
    "antwoord": "bevestigd",
    "datum_antwoord": "2026-03-12",
}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def test_contact_form_starts_at_today(pagina, dossier):
    response = pagina.get(reverse("contact_nieuw", args=[dossier.nummer]))

    assert response.context["form"]["datum"].value().isoformat() == "2026-03-20"
    assert response.context["annuleer_url"] == dossier.get_absolute_url()
    assert 'value="2026-03-20"' in response.text


def test_contact_is_logged_and_the_dossier_shown(pagina, dossier, consulent):
    response = pagina.post(reverse("contact_nieuw", args=[dossier.nummer]), CONTACT, follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert berichten(response) == ["Het contact is vastgelegd."]
    contact = Contact.objects.get()
    assert (contact.datum.isoformat(), contact.kanaal, contact.uitkomst, contact.tekst, contact.door) == (
        "2026-03-04",
        "telefoon",
        "gesproken",
        "Afspraak gemaakt.",
        consulent,
    )


def test_attempt_is_confirmed_as_an_attempt(pagina, dossier):
    url = reverse("contact_nieuw", args=[dossier.nummer])

    response = pagina.post(url, {**CONTACT, "uitkomst": "geen gehoor"}, follow=True)

    assert berichten(response) == ["De poging tot contact is vastgelegd."]


def test_double_sent_contact_makes_one_row_and_one_event(pagina, dossier):
    url = reverse("contact_nieuw", args=[dossier.nummer])

    eerste = pagina.post(url, CONTACT, follow=True)
    tweede = pagina.post(url, CONTACT, follow=True)

    assert berichten(eerste) == berichten(tweede) == ["Het contact is vastgelegd."]
    assert Contact.objects.count() == 1
    assert DossierEvent.objects.filter(soort="contact").count() == 1


def test_same_contact_after_a_minute_is_another_contact(pagina, dossier):
    url = reverse("contact_nieuw", args=[dossier.nummer])

    pagina.post(url, CONTACT)
    with time_machine.travel(datetime(2026, 3, 20, 9, 31, 1, tzinfo=UTC), tick=False):
        pagina.post(url, CONTACT)

    assert Contact.objects.count() == 2


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("datum", "21-03-2026", "Het contact kan niet in de toekomst liggen. Leg het vast als het geweest is."),
        ("datum", "01-03-2026", "Het contact kan niet vóór de aanmelding van 2 maart 2026 liggen."),
        ("datum", "30-02-2026", "Deze datum bestaat niet. Controleer de dag en de maand."),
        ("datum", "gisteren", "Vul de datum in als dag-maand-jaar, bijvoorbeeld 26-05-2026."),
        ("datum", "", "Vul een datum in."),
        ("kanaal", "", "Kies een van de mogelijkheden."),
        ("uitkomst", "misschien", "Kies een van de mogelijkheden."),
    ],
)
def test_refused_contact_says_what_at_the_field_and_keeps_the_text(pagina, dossier, veld, waarde, melding):
    response = pagina.post(reverse("contact_nieuw", args=[dossier.nummer]), {**CONTACT, veld: waarde})

    assert response.context["form"].errors == {veld: [melding]}
    assert "Afspraak gemaakt." in response.text
    assert "<title>Fout: Contact vastleggen: N. Berkhout - Brede ondersteuning</title>" in response.text
    assert Contact.objects.count() == 0


def test_refusal_of_the_action_keeps_what_was_typed(pagina, dossier):
    dossier.status = "ingetrokken"
    dossier.save()

    response = pagina.post(reverse("contact_nieuw", args=[dossier.nummer]), CONTACT)

    assert response.context["form"].non_field_errors() == [
        "Een contact vastleggen kan niet: dit dossier staat op 'Ingetrokken'."
    ]
    assert "Afspraak gemaakt." in response.text


def test_confirmed_verificatie_says_until_when_the_eerste_gesprek_can_be(pagina, dossier):
    response = pagina.post(reverse("verificatie_nieuw", args=[dossier.nummer]), VERIFICATIE, follow=True)

    assert berichten(response) == ["De verificatie is vastgelegd. Houd het eerste gesprek uiterlijk 7 mei 2026."]
    dossier.refresh_from_db()
    assert dossier.status == "eerste_gesprek"


def test_verificatie_without_bevestiging_says_that_nothing_starts(pagina, dossier):
    gegevens = {**VERIFICATIE, "antwoord": "niet bevestigd"}

    response = pagina.post(reverse("verificatie_nieuw", args=[dossier.nummer]), gegevens, follow=True)

    assert berichten(response) == [
        "De verificatie is vastgelegd. Zonder bevestiging van UHT begint de ondersteuning niet."
    ]
    dossier.refresh_from_db()
    assert dossier.status == "aanmelding"


def test_double_sent_verificatie_makes_one_row(pagina, dossier):
    url = reverse("verificatie_nieuw", args=[dossier.nummer])

    pagina.post(url, VERIFICATIE)
    pagina.post(url, VERIFICATIE)

    assert Verificatie.objects.count() == 1
    assert DossierEvent.objects.filter(soort="verificatie").count() == 1


def test_answer_before_the_question_is_refused_at_the_answer(pagina, dossier):
    gegevens = {**VERIFICATIE, "datum_gevraagd": "2026-03-13"}

    response = pagina.post(reverse("verificatie_nieuw", args=[dossier.nummer]), gegevens)

    assert response.context["form"].errors == {
        "datum_antwoord": ["Het antwoord kan niet vóór de vraag komen. Controleer de twee datums."]
    }
    assert Verificatie.objects.count() == 0
