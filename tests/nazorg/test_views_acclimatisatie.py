"""The page that records a niet-erkend message by hand."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.models import UhtStatusWijziging
from nazorg.models import Acclimatisatie
from tests.nazorg.eindes import standen

NU = datetime(2026, 5, 6, 9, 30, tzinfo=UTC)
INVOER = {
    "datum_gemeld": "04-05-2026",
    "datum_feit": "28-04-2026",
    "kanaal": "Serviceteam gemeenten van UHT",
    "bron": "M. de Boer",
}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def url(dossier):
    return reverse("acclimatisatie", args=[dossier.nummer])


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def test_form_warns_when_uht_said_erkend_before(pagina, in_uitvoering):
    waarschuwing = "Deze inwoner staat nu als erkend."

    assert waarschuwing in pagina.get(url(in_uitvoering)).text
    in_uitvoering.uht_status = "aangemeld"
    in_uitvoering.save()
    assert waarschuwing not in pagina.get(url(in_uitvoering)).text


def test_verder_shows_both_ends_with_why_and_saves_nothing(pagina, in_uitvoering, budgetcoach):
    response = pagina.post(url(in_uitvoering), INVOER)

    assert [(klok.naam, klok.uiterste_datum) for klok in response.context["klokken"]] == [
        ("Ondersteuning afronden (30 dagen)", date(2026, 6, 3)),
        ("Nieuwe kosten (30 dagen)", date(2026, 6, 3)),
    ]
    assert response.context["stoppen"] == (
        "Spullen toekennen (tot en met 12 september 2026)",
        "Besluiten nemen (tot en met 12 maart 2028)",
    )
    for zin in ("Wht artikel 2.21 lid 6", "SPUK-regeling artikel 3 lid 7", "2 toegekende voorzieningen lopen door"):
        assert zin in response.text
    assert "Serviceteam gemeenten van UHT, M. de Boer" in response.text
    assert (Acclimatisatie.objects.count(), UhtStatusWijziging.objects.count()) == (0, 1)


def kan_nog(response):
    """Give what the page says of granting, after its first sentence."""
    return response.context["toekennen"]


def test_verder_says_until_when_something_new_can_be_granted(pagina, in_uitvoering):
    response = pagina.post(url(in_uitvoering), INVOER)

    assert kan_nog(response) == "U kunt nog nieuwe voorzieningen toekennen tot en met 3 juni 2026."
    assert (
        "De acclimatisatie begint. U kunt nog nieuwe voorzieningen toekennen tot en met 3 juni 2026." in response.text
    )


def test_verder_counts_new_costs_without_the_termijnenwet(pagina, in_uitvoering):
    """The support ends on Monday 1 June, but the Rijk pays what is granted through 30 May only (SPR art. 3 lid 7)."""
    response = pagina.post(url(in_uitvoering), {**INVOER, "datum_gemeld": "30-04-2026"})

    assert [klok.uiterste_datum for klok in response.context["klokken"]] == [date(2026, 6, 1), date(2026, 5, 30)]
    assert kan_nog(response) == "U kunt nog nieuwe voorzieningen toekennen tot en met 30 mei 2026."


@pytest.mark.parametrize(
    ("vensters", "zin"),
    [
        (
            {"materiele_verstrekking": date(2026, 5, 20)},
            "U kunt nog spullen toekennen tot en met 20 mei 2026, en andere hulp tot en met 3 juni 2026.",
        ),
        (
            {"materiele_verstrekking": date(2026, 5, 5)},
            "U kunt nog nieuwe voorzieningen toekennen tot en met 3 juni 2026, maar geen spullen meer.",
        ),
        ({"besluiten": date(2026, 5, 5)}, "U kunt geen nieuwe voorzieningen meer toekennen."),
    ],
)
def test_verder_minds_the_vensters_of_the_eerste_gesprek(pagina, in_uitvoering, vensters, zin):
    for regel, tot in vensters.items():
        in_uitvoering.termijnen.filter(regel=regel).update(uiterste_datum=tot)

    assert kan_nog(pagina.post(url(in_uitvoering), INVOER)) == zin


def test_verder_says_that_without_a_besluit_over_a_plan_nothing_can_be_granted(pagina, dossier):
    response = pagina.post(url(dossier), INVOER)

    assert kan_nog(response) == "U kunt geen voorzieningen toekennen: er is nog geen besluit over een plan."


def test_terug_shows_the_form_again_as_it_was(pagina, in_uitvoering):
    response = pagina.post(url(in_uitvoering), {**INVOER, "stap": "wijzigen"})

    form = response.context["form"]
    assert (form.errors, form["bron"].value()) == ({}, "M. de Boer")


def test_bevestigen_records_the_message_and_names_the_last_day(pagina, in_uitvoering):
    response = pagina.post(url(in_uitvoering), {**INVOER, "stap": "bevestigen"}, follow=True)

    assert response.redirect_chain == [(in_uitvoering.get_absolute_url(), 302)]
    assert berichten(response) == ["Het bericht is vastgelegd. Beëindig de ondersteuning uiterlijk 3 juni 2026."]
    in_uitvoering.refresh_from_db()
    assert (in_uitvoering.status, in_uitvoering.uht_status) == ("acclimatisatie", "niet erkend")
    wijziging = UhtStatusWijziging.objects.latest("pk")
    assert (wijziging.datum_feit, wijziging.datum_gemeld, wijziging.bron) == (
        date(2026, 4, 28),
        date(2026, 5, 4),
        "Serviceteam gemeenten van UHT, M. de Boer",
    )
    assert standen(in_uitvoering, "acclimatisatie", "nieuwe_kosten", "besluiten") == {
        "acclimatisatie": "lopend",
        "besluiten": "vervallen",
        "nieuwe_kosten": "lopend",
    }


@pytest.mark.parametrize(
    ("anders", "bron"),
    [
        ({"kanaal": "Gegevensportaal", "bron": ""}, "Gegevensportaal"),
        ({"kanaal": "anders", "bron": "Brief van de inwoner"}, "Brief van de inwoner"),
    ],
)
def test_source_is_the_channel_with_the_name(pagina, in_uitvoering, anders, bron):
    pagina.post(url(in_uitvoering), {**INVOER, **anders, "stap": "bevestigen"})

    assert UhtStatusWijziging.objects.latest("pk").bron == bron


def test_second_press_says_that_it_is_recorded(pagina, in_uitvoering):
    pagina.post(url(in_uitvoering), {**INVOER, "stap": "bevestigen"})

    response = pagina.post(url(in_uitvoering), {**INVOER, "stap": "bevestigen"}, follow=True)

    assert berichten(response)[-1] == ("Het bericht is al vastgelegd. Beëindig de ondersteuning uiterlijk 3 juni 2026.")
    assert Acclimatisatie.objects.count() == 1


@pytest.mark.parametrize(
    ("anders", "fouten"),
    [
        (
            {"datum_gemeld": "07-05-2026"},
            {"datum_gemeld": ["Het bericht kan niet in de toekomst liggen. Leg het vast als het geweest is."]},
        ),
        (
            {"datum_gemeld": "01-03-2026", "datum_feit": "28-02-2026"},
            {"datum_gemeld": ["Het bericht kan niet vóór de aanmelding van 2 maart 2026 liggen."]},
        ),
        (
            {"datum_feit": "05-05-2026"},
            {"datum_feit": ["UHT kan niet ná het bericht hebben besloten. Controleer de twee datums."]},
        ),
        ({"datum_feit": ""}, {"datum_feit": ["Vul een datum in."]}),
        ({"kanaal": ""}, {"kanaal": ["Kies een van de mogelijkheden."]}),
        ({"kanaal": "anders", "bron": " "}, {"bron": ["Schrijf op van wie u het bericht kreeg."]}),
        ({"bron": "x" * 81}, {"bron": ["Gebruik niet meer dan 80 tekens. U gebruikt er nu 81."]}),
    ],
)
def test_error_is_shown_at_the_field_and_keeps_the_rest(pagina, in_uitvoering, anders, fouten):
    response = pagina.post(url(in_uitvoering), {**INVOER, **anders, "stap": "bevestigen"})

    form = response.context["form"]
    assert form.errors == fouten
    assert form["datum_feit"].value() == {**INVOER, **anders}["datum_feit"]
    assert Acclimatisatie.objects.count() == 0


def test_refusal_of_the_action_keeps_what_was_typed(pagina, in_uitvoering):
    in_uitvoering.status = "afgesloten"
    in_uitvoering.save()

    response = pagina.post(url(in_uitvoering), {**INVOER, "stap": "bevestigen"})

    assert response.context["form"].non_field_errors() == [
        "Het bericht 'niet erkend' vastleggen kan niet: dit dossier staat op 'Afgesloten'."
    ]
    assert response.context["form"]["bron"].value() == "M. de Boer"


def test_closed_dossier_leads_back_with_the_reason(pagina, in_uitvoering):
    in_uitvoering.status = "afgesloten"
    in_uitvoering.save()

    response = pagina.get(url(in_uitvoering), follow=True)

    assert berichten(response) == ["Het bericht 'niet erkend' vastleggen kan niet: dit dossier staat op 'Afgesloten'."]


@pytest.mark.parametrize(("wie", "code"), [("collega", 200), ("auditor", 403), ("financieel", 403), ("vreemde", 404)])
def test_message_is_recorded_by_who_may_work_in_the_dossier(client, request, in_uitvoering, wie, code):
    client.force_login(request.getfixturevalue(wie))

    assert client.post(url(in_uitvoering), INVOER).status_code == code
    assert Acclimatisatie.objects.count() == 0
