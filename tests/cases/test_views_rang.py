"""Acute and voorrang on the pages: the forms, the labels, the next step, and who may."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions import gesprekken, rang
from cases.actions.toewijzen import toewijzen
from cases.keuzes import BedreigendeSituatie, Kanaal, Leefgebied, Rang
from cases.models import Contact, Gesprek
from planvanaanpak.actions.plan import plan_openen
from tests.factories import moment
from tests.wegen import maak_volledig_plan, voer_eerste_gesprek

NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
ON = NU.date()
GEMELD = "De bedreigende situatie is gemeld. Dit dossier staat nu boven aan de lijsten."
CONTACT = {"datum": "2026-03-18", "kanaal": "telefoon", "uitkomst": "gesproken", "tekst": "Gebeld."}
GESPREK = {"datum": "2026-03-18", "kanaal": "huisbezoek", "hulpvraag_wonen": "Wij moeten er uit."}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def url(naam, dossier):
    return reverse(naam, args=[dossier.nummer])


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def meld(dossier, by, toelichting="Vrijdag"):
    situatie = BedreigendeSituatie.ONTRUIMING
    return rang.acuut_melden(dossier=dossier, situatie=situatie, toelichting=toelichting, by=by, at=moment(ON))


def test_report_from_its_own_page(pagina, dossier, consulent):
    response = pagina.post(url("acuut_melden", dossier), {"situatie": "afsluiting", "toelichting": ""}, follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert berichten(response) == [GEMELD]
    dossier.refresh_from_db()
    assert (dossier.acuut, dossier.acuut_door, dossier.rang) == ("afsluiting", consulent, Rang.ACUUT)


def test_report_asks_which_situatie(pagina, dossier):
    response = pagina.post(url("acuut_melden", dossier), {"toelichting": "Vrijdag"})

    assert response.context["form"].errors == {"situatie": ["Kies een van de mogelijkheden."]}


def test_form_of_an_acute_dossier_starts_with_what_is_known(pagina, dossier, consulent):
    meld(dossier, consulent)

    assert pagina.get(url("acuut_melden", dossier)).context["form"].initial == {
        "situatie": "woningontruiming",
        "toelichting": "Vrijdag",
    }


def test_report_with_a_contact(pagina, dossier):
    gegevens = {**CONTACT, "acuut": "zorgverzekering", "acuut_toelichting": "Per 1 april"}

    response = pagina.post(url("contact_nieuw", dossier), gegevens, follow=True)

    assert set(berichten(response)) == {"Het contact is vastgelegd.", GEMELD}
    dossier.refresh_from_db()
    assert (dossier.acuut, dossier.acuut_toelichting) == ("zorgverzekering", "Per 1 april")


def test_contact_without_a_situatie_marks_nothing(pagina, dossier):
    pagina.post(url("contact_nieuw", dossier), {**CONTACT, "acuut": ""})

    dossier.refresh_from_db()
    assert (dossier.acuut, Contact.objects.count()) == ("", 1)


def test_toelichting_without_a_situatie_is_asked_about(pagina, dossier):
    response = pagina.post(url("contact_nieuw", dossier), {**CONTACT, "acuut_toelichting": "Gas eraf"})

    assert response.context["form"].errors == {"acuut": ["Kies welke situatie er is."]}
    assert Contact.objects.count() == 0


def test_acute_dossier_is_not_asked_again(pagina, dossier, consulent):
    meld(dossier, consulent)

    assert "acuut" not in pagina.get(url("contact_nieuw", dossier)).context["form"].fields


def test_report_with_the_eerste_gesprek_goes_straight_to_the_plan(pagina, dossier):
    gegevens = {**GESPREK, "urgentie_wonen": "acuut", "acuut": "woningontruiming", "acuut_toelichting": "1 april"}

    response = pagina.post(url("eerste_gesprek", dossier), gegevens, follow=True)

    assert berichten(response)[1] == GEMELD
    stap = response.context["stap"]
    assert (stap.titel, stap.knop, stap.url) == (
        "Acuut: maak direct een eerste plan",
        "Eerste plan maken",
        url("plan", dossier),
    )


def test_acute_hulpvraag_asks_for_the_situatie(pagina, dossier):
    response = pagina.post(url("eerste_gesprek", dossier), {**GESPREK, "urgentie_wonen": "acuut"})

    assert response.context["form"].errors == {
        "acuut": ["Een hulpvraag is acuut. Kies welke bedreigende situatie er is, of kies bij de hulpvraag 'Dringend'."]
    }
    assert Gesprek.objects.count() == 0


def test_acute_hulpvraag_in_an_acute_dossier_needs_nothing_more(pagina, dossier, consulent):
    meld(dossier, consulent)

    pagina.post(url("eerste_gesprek", dossier), {**GESPREK, "urgentie_wonen": "acuut"})

    assert dossier.hulpvragen.get().urgentie == "acuut"


def test_report_with_a_further_gesprek(pagina, dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))

    gegevens = {"datum": "2026-03-18", "kanaal": "kantoor", "acuut": "andere crisis"}
    response = pagina.post(url("gesprek_nieuw", dossier), gegevens, follow=True)

    assert berichten(response) == ["Het gesprek is vastgelegd.", GEMELD]


def test_before_the_eerste_gesprek_the_step_is_to_hold_it_now(pagina, dossier, consulent):
    meld(dossier, consulent)

    stap = pagina.get(dossier.get_absolute_url()).context["stap"]

    assert (stap.titel, stap.url) == ("Acuut: houd nu het eerste gesprek", url("eerste_gesprek", dossier))
    assert stap.tekst == (
        "Er is een bedreigende situatie: ontruiming van de woning. Stel de hulpvragen vast en maak daarna direct een"
        " eerste plan. Hoort deze persoon bij de doelgroep? Bel het Serviceteam van UHT."
    )


def test_coordinator_assigns_an_acute_dossier_first(client, dossier, consulent, coordinator):
    meld(dossier, consulent)
    client.force_login(coordinator)
    ervoor = client.get(dossier.get_absolute_url()).context["stap"].titel

    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))

    assert ervoor == "Wijs een casusregisseur toe"
    assert client.get(dossier.get_absolute_url()).context["stap"].titel == "Acuut: houd nu het eerste gesprek"


def test_step_of_an_acute_dossier_follows_the_plan_to_the_besluit(pagina, dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))
    meld(dossier, consulent)

    plan_openen(dossier=dossier, by=consulent, at=moment(ON))
    begonnen = pagina.get(dossier.get_absolute_url()).context["stap"]
    plan = maak_volledig_plan(dossier, consulent, ON)
    klaar = pagina.get(dossier.get_absolute_url()).context["stap"]
    plan.akkoord.delete()
    zonder_akkoord = pagina.get(dossier.get_absolute_url()).context["stap"]

    titel = "Acuut: maak het eerste plan af en stel het vast"
    assert [(s.titel, s.knop, s.url) for s in (begonnen, zonder_akkoord, klaar)] == [
        (titel, "Plan afmaken", url("plan", dossier)),
        (titel, "Akkoord vastleggen", url("akkoord", dossier)),
        (titel, "Plan vaststellen", url("plan_vaststellen", dossier)),
    ]


def test_page_says_who_reported_it_and_how_to_end_it(pagina, dossier, consulent):
    meld(dossier, consulent)

    response = pagina.get(dossier.get_absolute_url())

    punt = response.context["let_op"][0]
    assert (punt.tekst, punt.knop, punt.url) == (
        "Acuut: ontruiming van de woning. Vrijdag. Gemeld door Jolanda Prins op 20 maart 2026.",
        "Opheffen",
        url("acuut_opheffen", dossier),
    )
    assert response.context["kop"].rang == Rang.ACUUT
    assert "Acuut melden" not in [punt.label for punt in response.context["zijnav"]]


def test_mark_is_lifted_with_a_reason(pagina, dossier, consulent):
    meld(dossier, consulent)
    adres = url("acuut_opheffen", dossier)

    zonder = pagina.post(adres, {"reden": ""})
    met = pagina.post(adres, {"reden": "Betalingsregeling."}, follow=True)
    nog_eens = pagina.get(adres, follow=True)

    assert zonder.context["form"].errors == {"reden": ["Vul dit veld in."]}
    assert berichten(met) == ["Dit dossier is niet meer acuut."]
    assert berichten(nog_eens) == ["Dit dossier is niet acuut."]
    dossier.refresh_from_db()
    assert (dossier.acuut, dossier.rang) == ("", Rang.GEWOON)


def test_voorrang_is_given_and_taken_back_by_the_coordinator(client, dossier, coordinator):
    client.force_login(coordinator)

    gegeven = client.post(url("voorrang_geven", dossier), {"reden": "UHT vraagt erom"}, follow=True)
    punt = gegeven.context["let_op"][0]
    terug = client.post(url("voorrang_intrekken", dossier), {"reden": "Het loopt."}, follow=True)
    nog_eens = client.get(url("voorrang_intrekken", dossier), follow=True)

    assert berichten(gegeven) == ["Dit dossier heeft voorrang."]
    assert (punt.tekst, punt.knop) == (
        "Voorrang: UHT vraagt erom. Besloten door Karima Zeeman op 20 maart 2026.",
        "Intrekken",
    )
    assert berichten(terug) == ["Dit dossier heeft geen voorrang meer."]
    assert berichten(nog_eens) == ["Dit dossier heeft geen voorrang."]


def test_consulent_sees_voorrang_but_does_not_decide(pagina, dossier, coordinator):
    rang.voorrang_geven(dossier=dossier, reden="Schrijnend.", by=coordinator, at=moment(ON))

    response = pagina.get(dossier.get_absolute_url())

    assert (response.context["let_op"][0].knop, response.context["kop"].rang) == ("", Rang.VOORRANG)
    assert pagina.get(url("voorrang_geven", dossier)).status_code == 403


def test_head_shows_both_labels_and_the_list_the_first(pagina, dossier, consulent, coordinator):
    rang.voorrang_geven(dossier=dossier, reden="Schrijnend.", by=coordinator, at=moment(ON))
    meld(dossier, consulent)

    kop = pagina.get(dossier.get_absolute_url()).text.split('class="bo-kenmerken"')[0]
    lijst = pagina.get(reverse("dossiers")).text.split("<tbody")[1]

    assert ("Acuut</span>" in kop, "Voorrang</span>" in kop) == (True, True)
    assert ("Acuut</span>" in lijst, "Voorrang</span>" in lijst) == (True, False)


def test_vandaag_shows_the_label(pagina, dossier, consulent, coordinator):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))
    meld(dossier, consulent)

    response = pagina.get(reverse("vandaag"))

    assert "Acuut</span>" in response.text


def test_card_shows_urgentie_as_word_and_shape(pagina, dossier, consulent):
    gesprekken.eerste_gesprek_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, 12),
        kanaal=Kanaal.KANTOOR,
        verslag="",
        hulpvragen={Leefgebied.WONEN: "Vloer", Leefgebied.WERK: "Werk", Leefgebied.ZORG: "Slaap"},
        urgentie={Leefgebied.WONEN: "acuut", Leefgebied.WERK: "dringend"},
        by=consulent,
        at=moment(ON),
        on=ON,
    )

    kaart = (
        pagina.get(dossier.get_absolute_url()).text.split('aria-labelledby="hulpvragen"', 1)[1].split("</section>")[0]
    )

    assert [woord in kaart for woord in ('#fout"/></svg>Acuut', '#let-op"/></svg>Dringend', "Gewoon")] == [True] * 3
