"""The page that ends the support: fill in, look at what it brings about, confirm."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.models import Termijn
from nazorg.gronden import te_ver
from nazorg.models import Beeindiging
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.models import Besluit
from planvanaanpak.pdf import BriefFout
from tests.factories import maak_dossier, maak_user, moment
from tests.haltes import halte
from tests.nazorg.eindes import BESLUIT, DOELEN, EINDE, GESPREK, standen
from tests.wegen import KOELKAST, behaal_doelen, stel_vast

NU = datetime(2027, 1, 15, 9, 30, tzinfo=UTC)
INVOER = {
    "grond": "doelen_behaald",
    "toelichting": "U heeft uw geld weer op orde.",
    "zienswijze": "U vindt het goed.",
    "nazorg_gewenst": "ja",
    "datum": "15-01-2027",
}
BEVESTIGD = {"stap": "bevestigen", "gelezen": "on"}
NIET_ERKEND = {
    "grond": "niet_erkend",
    "toelichting": "UHT erkent u niet.",
    "zienswijze": "U schrok.",
    "datum": "2026-05-28",
}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@halte
def klaar(in_uitvoering, consulent):
    """Give a dossier of which every doel is behaald."""
    behaal_doelen(in_uitvoering, consulent, DOELEN)
    return in_uitvoering


def url(dossier):
    return reverse("beeindigen", args=[dossier.nummer])


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def punten(response):
    return [(punt.klaar, punt.tekst, punt.url) for punt in response.context["punten"]]


def test_form_offers_the_gronden_that_fit_and_explains_the_others(pagina, in_uitvoering):
    response = pagina.get(url(in_uitvoering))

    form = response.context["form"]
    assert form.gronden == [
        ("eigen_verzoek", "Op eigen verzoek"),
        ("verhuizing", "Verhuizing naar een andere gemeente"),
        ("geen_gebruik", "Geen gebruik gemaakt en geen reactie op een oproep"),
    ]
    assert form.niet_mogelijk == [
        (
            "Niet erkend als gedupeerde",
            "De grond 'niet erkend' hoort bij een bericht van UHT. Leg dat bericht eerst vast.",
        ),
        (
            "Doelen (deels) behaald",
            "Er staan nog doelen open. Zet elk doel eerst op behaald, of op vervallen met een reden.",
        ),
        ("Twee jaar na het eerste gesprek", "De twee jaar lopen tot en met 12 maart 2028. Kies een andere grond."),
    ]
    assert form["datum"].value() == EINDE
    assert reverse("acclimatisatie", args=[in_uitvoering.nummer]) in response.text


def test_form_lists_open_doelen_and_voorstellen_with_the_place_to_do_them(pagina, in_uitvoering, consulent):
    voorziening_bewaren(plan=in_uitvoering.plan, gegevens=KOELKAST, by=consulent, at=moment(DOELEN))

    response = pagina.get(url(in_uitvoering))

    doelen = in_uitvoering.plan.doelen.all()
    assert punten(response) == [
        *(
            (
                False,
                f"Doel bij {doel.get_leefgebied_display().lower()}: Dit is over een jaar op orde.",
                reverse("doel", args=[in_uitvoering.nummer, doel.pk]),
            )
            for doel in doelen
        ),
        (False, "1 voorstel wacht op een besluit", reverse("plan", args=[in_uitvoering.nummer])),
        (True, "Het adres is volledig", ""),
    ]


def test_form_says_that_all_is_done(pagina, klaar):
    assert punten(pagina.get(url(klaar))) == [
        (True, "Elk doel staat op behaald of vervallen", ""),
        (True, "Over alle voorzieningen is beslist", ""),
        (True, "Het adres is volledig", ""),
    ]


def test_form_names_what_was_granted_and_runs_on(pagina, klaar, budgetcoach):
    tekst = pagina.get(url(klaar)).text

    assert "2 toegekende voorzieningen lopen door" in tekst
    assert "Budgetcoach, 12 gesprekken: tot en met 30 juni 2027" in tekst


@pytest.mark.parametrize(
    ("profiel", "vraag", "hulp"),
    [
        (
            "tiel_2025",
            "Geeft de inwoner toestemming voor nazorg?",
            "Alleen nodig bij: doelen (deels) behaald of op eigen verzoek.",
        ),
        ("vng_2025", "Wil de inwoner nazorg?", "Alleen nodig bij: doelen behaald."),
    ],
)
def test_question_on_nazorg_follows_the_beleid(pagina, klaar, profiel, vraag, hulp):
    klaar.beleid.profiel = profiel
    klaar.beleid.save()

    veld = pagina.get(url(klaar)).context["form"].fields["nazorg_gewenst"]

    assert (veld.label, veld.help_text) == (vraag, hulp)


def test_without_support_there_is_no_question_on_nazorg_and_no_plan_to_look_at(pagina, dossier):
    response = pagina.get(url(dossier))

    assert "nazorg_gewenst" not in response.context["form"].fields
    assert punten(response) == [(True, "Het adres is volledig", "")]


def test_verder_shows_what_the_end_brings_about_and_saves_nothing(pagina, klaar, budgetcoach):
    response = pagina.post(url(klaar), INVOER)

    assert "Klopt dit? Bevestig het einde" in response.text
    for zin in (
        "De inwoner kan bezwaar maken tot en met vrijdag 26 februari 2027.",
        "U neemt contact op uiterlijk 15 juli 2027, 15 januari 2028, 15 juli 2028 en 15 januari 2029.",
        "ja, tot en met maandag 15 januari 2029",
        (
            "Wat wij al hebben toegekend, krijgt u nog: Budgetcoach, 12 gesprekken, tot en met 30 juni 2027;"
            " Koelkast, nog te leveren."
        ),
        "Elk half jaar vragen wij hoe het met u gaat, twee jaar lang.",
    ):
        assert zin in response.text
    assert "<title>Einde bevestigen: N. Berkhout - Brede ondersteuning</title>" in response.text
    assert Beeindiging.objects.count() == 0
    klaar.refresh_from_db()
    assert klaar.status == "uitvoering"


def test_second_page_carries_all_that_was_filled_in(pagina, klaar):
    response = pagina.post(url(klaar), INVOER)

    verborgen = {naam: response.context["form"][naam].as_hidden() for naam in INVOER}
    for naam, waarde in INVOER.items():
        assert f'name="{naam}" value="{waarde}"' in verborgen[naam]
        assert verborgen[naam] in response.text


def test_second_page_names_what_stays_open_and_what_stops(pagina, in_uitvoering):
    invoer = {"grond": "verhuizing", "toelichting": "U bent verhuisd.", "zienswijze": "Goed.", "datum": "2027-01-15"}

    response = pagina.post(url(in_uitvoering), invoer)

    assert [punt.tekst for punt in response.context["open_punten"]] == [
        "Doel bij wonen: Dit is over een jaar op orde.",
        "Doel bij financiën: Dit is over een jaar op orde.",
    ]
    assert "Het dossier wordt meteen afgesloten. Er is geen nazorg." in response.text
    assert "Deze termijnen stoppen: Besluiten nemen (tot en met 12 maart 2028)." in response.text


def test_terug_shows_the_form_again_as_it_was_and_without_errors(pagina, klaar):
    response = pagina.post(url(klaar), {**INVOER, "stap": "wijzigen"})

    form = response.context["form"]
    assert (form.errors, form["nazorg_gewenst"].value(), form["grond"].value()) == ({}, "ja", "doelen_behaald")
    assert "U heeft uw geld weer op orde." in response.text
    assert Beeindiging.objects.count() == 0


def test_bevestigen_ends_the_support_and_shows_the_besluit(pagina, klaar):
    response = pagina.post(url(klaar), {**INVOER, **BEVESTIGD}, follow=True)

    besluit = Besluit.objects.get(soort="beeindiging")
    assert response.redirect_chain == [(besluit.get_absolute_url(), 302)]
    assert berichten(response) == [
        (
            "De ondersteuning is beëindigd met besluit 9901-B-2027-00001. De nazorg is begonnen."
            " Verstuur de brief en bevestig daarna de dag van verzending."
        )
    ]
    klaar.refresh_from_db()
    assert (klaar.status, besluit.datum) == ("nazorg", EINDE)
    assert standen(klaar, "nazorg_contact", "nazorg_einde") == {
        "nazorg_contact 1": "lopend",
        "nazorg_contact 2": "verwacht",
        "nazorg_contact 3": "verwacht",
        "nazorg_contact 4": "verwacht",
        "nazorg_einde": "lopend",
    }


def test_nee_to_nazorg_closes_the_dossier(pagina, klaar):
    response = pagina.post(url(klaar), {**INVOER, "nazorg_gewenst": "nee", **BEVESTIGD}, follow=True)

    klaar.refresh_from_db()
    assert klaar.status == "afgesloten"
    assert berichten(response) == [
        (
            "De ondersteuning is beëindigd met besluit 9901-B-2027-00001."
            " Verstuur de brief en bevestig daarna de dag van verzending."
        )
    ]


def test_second_press_leads_to_the_besluit_that_is_there(pagina, klaar):
    pagina.post(url(klaar), {**INVOER, **BEVESTIGD})

    response = pagina.post(url(klaar), {**INVOER, **BEVESTIGD}, follow=True)

    assert berichten(response)[-1] == "De ondersteuning is al beëindigd, met besluit 9901-B-2027-00001."
    assert Beeindiging.objects.count() == 1


@pytest.mark.parametrize(
    ("anders", "fouten"),
    [
        ({"grond": ""}, {"grond": ["Kies een van de mogelijkheden."]}),
        ({"grond": "niet_erkend"}, {"grond": ["Kies een van de mogelijkheden."]}),
        ({"toelichting": "  "}, {"toelichting": ["Vul dit veld in."]}),
        ({"zienswijze": " "}, {"zienswijze": ["Schrijf op wat de inwoner ervan vindt, of waarom u dat niet vroeg."]}),
        ({"nazorg_gewenst": ""}, {"nazorg_gewenst": ["Kies ja of nee. Bij deze grond hoort nazorg."]}),
        ({"datum": ""}, {"datum": ["Vul een datum in."]}),
        ({"datum": "14-01-2027"}, {"datum": ["De verzenddatum kan niet in het verleden liggen."]}),
        ({"datum": "23-01-2027"}, {"datum": [te_ver(date(2027, 1, 15))]}),
        ({"datum": "30-02-2027"}, {"datum": ["Deze datum bestaat niet. Controleer de dag en de maand."]}),
    ],
)
@pytest.mark.parametrize("stap", ["", "bevestigen", "wijzigen"])
def test_error_is_shown_at_the_field_and_keeps_the_text(pagina, klaar, anders, fouten, stap):
    response = pagina.post(url(klaar), {**INVOER, **anders, "stap": stap})

    assert response.context["form"].errors == fouten
    if "toelichting" not in anders:
        assert "U heeft uw geld weer op orde." in response.text
    assert Beeindiging.objects.count() == 0


def test_twee_jaar_is_offered_when_a_letter_can_be_dated_after_it(client, in_uitvoering, consulent):
    """A week before the end the grond is there, but only for a letter of the day after the venster."""
    invoer = {
        "grond": "twee_jaar",
        "toelichting": "De twee jaar zijn om.",
        "zienswijze": "Goed.",
        "datum": "2028-03-12",
    }

    with time_machine.travel(datetime(2028, 3, 6, 9, 30, tzinfo=UTC), tick=False):
        client.force_login(consulent)
        te_vroeg = client.post(url(in_uitvoering), invoer)
        op_tijd = client.post(url(in_uitvoering), {**invoer, "datum": "2028-03-13"})

    assert te_vroeg.context["form"].errors == {
        "datum": ["De twee jaar lopen tot en met 12 maart 2028. Kies een andere grond."]
    }
    assert op_tijd.context["grond"] == "Twee jaar na het eerste gesprek"


def test_letter_that_lacks_something_is_refused_before_anything_happens(pagina, klaar):
    klaar.persoon.postcode = ""
    klaar.persoon.save()
    klaar.gemeente.mandaat = ""
    klaar.gemeente.save()

    response = pagina.post(url(klaar), INVOER)

    assert [(punt.tekst, punt.url) for punt in response.context["open_punten"]] == [
        ("Volledig adres van de inwoner", reverse("persoon_wijzigen", args=[klaar.nummer])),
        ("Gegevens van de gemeente: mandaat", ""),
    ]
    assert "Beëindigen kan nog niet. Dit is nog nodig:" in response.text
    assert 'name="toelichting"' not in response.text
    assert Beeindiging.objects.count() == 0


def test_letter_is_read_before_the_end_as_it_will_be(pagina, klaar, budgetcoach, monkeypatch):
    """The preview is the letter that is then made, but for its number."""
    getoond, gemaakt = [], []
    monkeypatch.setattr("nazorg.views.beeindigen.render_pdf", lambda _, brief: getoond.append(brief) or b"%PDF")
    monkeypatch.setattr("planvanaanpak.actions.besluit.besluit_pdf", lambda brief: gemaakt.append(brief) or b"%PDF")

    bekeken = pagina.post(url(klaar), {**INVOER, "voorbeeld": "1"})
    assert (bekeken["Content-Type"], Beeindiging.objects.count()) == ("application/pdf", 0)
    pagina.post(url(klaar), {**INVOER, **BEVESTIGD})

    assert getoond == [replace(gemaakt[0], kenmerk="concept")]


def test_letter_that_can_not_be_printed_says_why(pagina, klaar, monkeypatch):
    def weiger(template, brief):
        raise BriefFout("In het beeldmerk staat tekst.")

    monkeypatch.setattr("nazorg.views.beeindigen.render_pdf", weiger)

    response = pagina.post(url(klaar), {**INVOER, "voorbeeld": "1"})

    assert response.context["form"].non_field_errors() == ["In het beeldmerk staat tekst."]


def test_end_is_not_taken_before_the_letter_was_read(pagina, klaar):
    response = pagina.post(url(klaar), {**INVOER, "stap": "bevestigen"})

    zin = "Lees de brief en vink dit aan. Na het vaststellen kan er niets meer aan veranderen."
    assert response.context["gelezen"].errors == {"gelezen": [zin]}
    assert "Klopt dit? Bevestig het einde" in response.text
    assert Beeindiging.objects.count() == 0


def test_refusal_of_the_action_keeps_what_was_typed(pagina, klaar):
    klaar.status = "geen_recht"
    klaar.save()
    invoer = {
        "grond": "verhuizing",
        "toelichting": "U bent verhuisd.",
        "zienswijze": "Goed.",
        "datum": "2027-01-15",
        **BEVESTIGD,
    }

    response = pagina.post(url(klaar), invoer)

    assert response.context["form"].non_field_errors() == [
        "De ondersteuning beëindigen kan niet: dit dossier staat op 'Geen recht'."
    ]
    assert "U bent verhuisd." in response.text


def test_dossier_that_can_not_end_leads_back_with_the_reason(pagina, dossier):
    dossier.status = "geen_recht"
    dossier.save()

    response = pagina.get(url(dossier), follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert berichten(response) == ["De ondersteuning beëindigen kan niet: dit dossier staat op 'Geen recht'."]


def test_after_niet_erkend_there_is_one_grond_and_a_reason_to_start_from(pagina, in_acclimatisatie):
    with time_machine.travel(datetime(2026, 5, 28, 9, 30, tzinfo=UTC), tick=False):
        response = pagina.get(url(in_acclimatisatie))

    form = response.context["form"]
    assert form.gronden == [("niet_erkend", "Niet erkend als gedupeerde")]
    assert form.niet_mogelijk == []
    assert form["grond"].value() == "niet_erkend"
    assert form["toelichting"].value().startswith("UHT heeft ons op 4 mei 2026 laten weten dat u niet bent erkend")
    assert [punt[1] for punt in punten(response)] == ["Over alle voorzieningen is beslist", "Het adres is volledig"]


def test_end_after_niet_erkend_meets_its_clock(pagina, in_acclimatisatie):
    with time_machine.travel(datetime(2026, 5, 28, 9, 30, tzinfo=UTC), tick=False):
        voor = pagina.post(url(in_acclimatisatie), NIET_ERKEND)
        pagina.post(url(in_acclimatisatie), {**NIET_ERKEND, **BEVESTIGD})

    assert voor.context["einde"].stoppen == ("Nieuwe kosten (tot en met 3 juni 2026)",)
    assert "artikel 2.21 lid 6" in voor.text
    assert "Dat bericht kregen wij op 4 mei 2026." in voor.text
    assert voor.context["einde"].artikel == Besluit.objects.latest("pk").snapshot["gronden"][-1]
    in_acclimatisatie.refresh_from_db()
    assert in_acclimatisatie.status == "afgesloten"
    termijn = Termijn.objects.get(dossier=in_acclimatisatie, regel="acclimatisatie")
    assert (termijn.status, termijn.datum_gehaald) == ("gehaald", date(2026, 5, 28))


@pytest.mark.parametrize(
    ("wie", "code"), [("collega", 200), ("coordinator", 200), ("auditor", 403), ("financieel", 403), ("vreemde", 404)]
)
def test_end_is_for_who_may_take_a_besluit(client, request, klaar, wie, code):
    client.force_login(request.getfixturevalue(wie))

    response = client.post(url(klaar), {**INVOER, "stap": "zomaar"})

    assert response.status_code == code
    assert Beeindiging.objects.count() == 0


@pytest.mark.parametrize("extra", [0, 3])
def test_pages_ask_the_database_the_same_however_much_there_is(
    pagina, klaar, consulent, django_assert_num_queries, extra
):
    for nummer in range(extra):
        coach = {**KOELKAST, "omschrijving": f"Koelkast {nummer}"}
        voorziening_bewaren(plan=klaar.plan, gegevens=coach, by=consulent, at=moment(DOELEN))

    with django_assert_num_queries(16):
        pagina.get(url(klaar))
    with django_assert_num_queries(17):
        pagina.post(url(klaar), INVOER)


def test_dossier_of_another_beleid_ends_without_toestemming(client, andere_gemeente, snelle_pdf):
    by = maak_user("coordinator", andere_gemeente, email="duinveen@voorbeeld.example")
    dossier = maak_dossier(andere_gemeente, bsn="")
    stel_vast(dossier, by, gesprek=GESPREK, besluit=BESLUIT)
    behaal_doelen(dossier, by, DOELEN)
    client.force_login(by)

    client.post(url(dossier), {**INVOER, **BEVESTIGD})

    dossier.refresh_from_db()
    assert dossier.status == "nazorg"
    assert dossier.beeindigingen.get().grond_tekst == "Doelen behaald"
