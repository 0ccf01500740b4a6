"""The clocks of the money on the SPUK page: what is to be done until when, recording it, and taking that back."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.actions.afronding import afronden, afronding_terugnemen
from cases.actions.basis import ActieFout
from cases.models import Afronding
from spuk.klokregels import vind_klok
from tests.factories import BeleidFactory, SpukKeuzeFactory, moment

NU = datetime(2026, 7, 20, 9, 30, tzinfo=UTC)
ON, OP_TIJD = NU.date(), date(2026, 6, 3)

pytestmark = pytest.mark.django_db


@pytest.fixture
def gemeente(db):
    """Follow the profile as it is: these tests are about the beleid itself."""
    return BeleidFactory(afwijkingen={}).gemeente


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def bladzijde(client, financieel):
    client.force_login(financieel)
    return client


def gedaan(gemeente, by, regel="jaarlijst", sleutel="2025", datum=OP_TIJD):
    klok = vind_klok(gemeente, regel, sleutel, ON)
    return afronden(gemeente=gemeente, klok=klok, datum=datum, by=by, at=moment(ON), on=ON)


def regels(client, jaar=2025):
    rijen = client.get(reverse("spuk_jaar", args=["9901", jaar])).context["klokregels"]
    return {rij.klok.regel.code: (rij.stand.woorden, rij.knop_url != "", rij.terug_url != "") for rij in rijen}


def stuur(client, datum="3-6-2026", regel="jaarlijst", sleutel="2025", naam="spuk_gedaan"):
    return client.post(reverse(naam, args=["9901", regel, sleutel]), {"datum": datum}, follow=True)


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def test_page_of_a_year_has_its_clocks_and_those_of_the_regeling(bladzijde, gemeente):
    assert regels(bladzijde) == {
        "jaarlijst": ("5 dagen te laat", True, False),
        "sisa_indienen": ("5 dagen te laat", True, False),
        "verplichtingen_tot": ("nog 5 maanden", False, False),
        "verantwoorden_tot": ("nog 3 jaar en 5 maanden", True, False),
    }


def test_clock_of_a_year_that_has_not_ended_can_not_be_stopped(bladzijde, gemeente):
    assert regels(bladzijde, 2026)["jaarlijst"] == ("nog niet begonnen", False, False)


@pytest.mark.parametrize("met_keuze", [True, False])
def test_page_says_the_day_with_why(bladzijde, gemeente, met_keuze):
    if met_keuze:
        SpukKeuzeFactory(gemeente=gemeente)

    tekst = bladzijde.get(reverse("spuk_jaar", args=["9901", 2025])).text

    assert "Kan tot en met donderdag 31 december 2026." in tekst
    assert 'href="/spuk/9901/termijn/verplichtingen_tot/regeling/"' in tekst


def test_who_may_only_look_gets_no_buttons(client, coordinator, gemeente):
    client.force_login(coordinator)

    assert {(knop, terug) for _, knop, terug in regels(client).values()} == {(False, False)}


def test_recording_stops_the_clock_with_who_and_when(bladzijde, gemeente, financieel):
    response = stuur(bladzijde)

    rij = Afronding.objects.get()
    assert (rij.regel, rij.sleutel, rij.datum, rij.afgerond_door) == ("jaarlijst", "2025", OP_TIJD, financieel)
    assert response.redirect_chain == [(reverse("spuk_jaar", args=["9901", 2025]), 302)]
    assert berichten(response) == ["Vastgelegd: Jaarlijst opvragen en vergelijken over 2025 is gedaan."]
    assert regels(bladzijde)["jaarlijst"] == ("gehaald", False, True)
    assert f"Ontvangen op woensdag 3 juni 2026. Vastgelegd door {financieel.naam}." in response.text


def test_late_is_recorded_as_late(bladzijde, gemeente):
    stuur(bladzijde, "17-7-2026", "sisa_indienen")

    assert regels(bladzijde)["sisa_indienen"] == ("2 dagen te laat", False, True)


def test_last_declaration_stops_the_clock_of_the_regeling_on_the_page_of_today(bladzijde, gemeente):
    response = stuur(bladzijde, regel="verantwoorden_tot", sleutel="regeling")

    assert response.redirect_chain == [(reverse("spuk_jaar", args=["9901", 2026]), 302)]
    assert regels(bladzijde)["verantwoorden_tot"] == ("gehaald", False, True)


@pytest.mark.parametrize(
    ("datum", "melding"),
    [
        ("21-7-2026", "Deze dag ligt in de toekomst. Leg het vast als het gedaan is."),
        ("30-12-2025", "Dit kan pas vanaf 31 december 2025. Controleer de datum."),
    ],
    ids=["tomorrow", "before-the-year-ended"],
)
def test_day_that_can_not_be_is_refused_and_changes_nothing(bladzijde, gemeente, datum, melding):
    response = stuur(bladzijde, datum)

    assert response.context["form"].non_field_errors() == [melding]
    assert Afronding.objects.count() == 0


def test_recording_twice_says_who_did_it_first(gemeente, financieel):
    gedaan(gemeente, financieel)

    with pytest.raises(ActieFout, match=rf"^Dit is al vastgelegd door {financieel.naam}: het is gedaan op 3 juni 2026"):
        gedaan(gemeente, financieel, datum=ON)

    assert Afronding.objects.get().datum == OP_TIJD


def test_taking_back_lets_the_clock_run_again_and_why_tells_both(bladzijde, gemeente, financieel):
    gedaan(gemeente, financieel)

    response = stuur(bladzijde, naam="spuk_terugnemen")

    assert berichten(response) == ["Teruggenomen. Jaarlijst opvragen en vergelijken over 2025 moet nog gebeuren."]
    assert regels(bladzijde)["jaarlijst"] == ("5 dagen te laat", True, False)
    waarom = bladzijde.get(reverse("spuk_waarom", args=["9901", "jaarlijst", "2025"]))
    assert "Wie doet het: financieel. Bron:" in waarom.text
    assert [(wat, rij.datum, rij.history_user) for rij, wat in waarom.context["vastgelegd"]] == [
        ("Teruggenomen", OP_TIJD, financieel),
        ("Vastgelegd", OP_TIJD, financieel),
    ]


def test_taking_back_what_was_not_recorded_is_refused(bladzijde, gemeente, financieel):
    response = stuur(bladzijde, naam="spuk_terugnemen")

    assert berichten(response) == [
        "Dit is nog niet vastgelegd, of iemand anders nam het al terug. Er is niets veranderd."
    ]
    with pytest.raises(ActieFout):
        afronding_terugnemen(
            gemeente=gemeente, klok=vind_klok(gemeente, "jaarlijst", "2025", ON), by=financieel, at=moment(ON)
        )


def test_why_shows_the_steps_with_source_beleid_and_calendar(bladzijde, gemeente):
    som = dict(bladzijde.get(reverse("spuk_waarom", args=["9901", "sisa_indienen", "2025"])).context["klok"].som)

    assert som["Begin"] == "laatste dag van het verantwoordingsjaar op woensdag 31 december 2025"
    assert som["Termijn"] == "15 juli van het jaar erna: woensdag 15 juli 2026"
    assert (som["Grondslag"], som["Beleid"]) == ("Regeling informatieverstrekking sisa, artikel 2", "Tiel 2025")
    assert som["Uiterste datum"] == "woensdag 15 juli 2026"


@pytest.mark.parametrize(
    ("regel", "sleutel"),
    [("jaarlijst", "2019"), ("jaarlijst", "regeling"), ("verplichtingen_tot", "2025"), ("bezwaar", "2025")],
)
def test_clock_that_is_not_there_is_not_found(bladzijde, gemeente, regel, sleutel):
    assert bladzijde.get(reverse("spuk_waarom", args=["9901", regel, sleutel])).status_code == 404


def test_last_day_for_verplichtingen_passes_by_itself(bladzijde, gemeente):
    response = bladzijde.get(reverse("spuk_gedaan", args=["9901", "verplichtingen_tot", "regeling"]))

    assert response.status_code == 403


@pytest.mark.parametrize("aantal", [1, 3])
def test_same_queries_for_one_recorded_clock_and_for_three(bladzijde, gemeente, financieel, aantal):
    klokken = [("jaarlijst", "2025"), ("sisa_indienen", "2025"), ("verantwoorden_tot", "regeling")]
    for regel, sleutel in klokken[:aantal]:
        gedaan(gemeente, financieel, regel, sleutel)

    with CaptureQueriesContext(connection) as vragen:
        bladzijde.get(reverse("spuk_jaar", args=["9901", 2025]))

    assert len(vragen) == 14
