"""The pages of the hardheidsclausule: what is closed, who applied it and why, and how often it was used."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.rollen import Rol
from cases.actions.hardheid import hardheid_vastleggen
from cases.keuzes import Hardheidsgrond
from cases.models import Dossier, Hardheidsbesluit, Termijn
from planvanaanpak.actions.besluit import addendum_vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren
from tests.factories import maak_user, moment
from tests.planvanaanpak.paginas import berichten, fouten
from tests.wegen import KOELKAST

ON = date(2026, 9, 13)
VELDEN = {
    "regel": "materiele_verstrekking",
    "grond": "wet",
    "waarvoor": "een bed",
    "motivering": "U lag zes maanden in het ziekenhuis.",
}
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("besluit")]


@pytest.fixture(autouse=True)
def _vandaag(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(datetime(2026, 9, 13, 9, 30, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def beslisser(client, coordinator):
    """Somebody with mandate who asks for pages."""
    client.force_login(coordinator)
    return client


def url(naam, dossier, *meer):
    return reverse(naam, args=[dossier.nummer, *meer])


def pas_toe(dossier, by, **anders):
    velden = {**VELDEN, "grond": Hardheidsgrond.WET, **anders}
    return hardheid_vastleggen(dossier=dossier, **velden, by=by, at=moment(ON), on=ON)


def geteld(client):
    """Give how often each gemeente used the clause, as the page Bewaking counts it."""
    return [(g.gemeente.naam, g.aantal) for g in client.get(reverse("bewaking")).context["hardheid"]]


def gebruik(dossier, by, besluit):
    rij = pas_toe(dossier, by)
    Hardheidsbesluit.objects.filter(pk=rij.pk).update(besluit=besluit)
    return rij


def test_page_says_which_rule_stops_since_when_and_what_can_be_done(beslisser, dossier):
    response = beslisser.get(url("hardheid", dossier))

    assert [(p.regel, p.tot, p.weigert) for p in response.context["dicht"]] == [
        ("materiele_verstrekking", date(2026, 9, 12), True)
    ]
    assert "Dat kon tot en met 12 september 2026 (Wht artikel 2.21" in response.text
    assert url("hardheid_nieuw", dossier) in response.text


def test_consulent_sees_how_to_ask_and_no_button(client, dossier, consulent):
    client.force_login(consulent)

    response = client.get(url("hardheid", dossier))

    assert url("hardheid_nieuw", dossier) not in response.text
    assert "vraag een coördinator om dit besluit" in response.text
    assert client.post(url("hardheid_nieuw", dossier), VELDEN).status_code == 403
    assert Hardheidsbesluit.objects.count() == 0


def test_page_without_closed_term_says_so(beslisser, dossier):
    Termijn.objects.filter(dossier=dossier).update(uiterste_datum="2030-01-01")

    assert "houdt geen termijn een besluit tegen" in beslisser.get(url("hardheid", dossier)).text
    response = beslisser.get(url("hardheid_nieuw", dossier), follow=True)

    assert berichten(response) == ["Er is in dit dossier geen termijn waarvoor u de hardheidsclausule kunt toepassen."]


def test_clause_is_applied_and_shown_on_the_dossier(beslisser, dossier, coordinator):
    response = beslisser.post(url("hardheid_nieuw", dossier), VELDEN, follow=True)

    assert berichten(response) == ["De hardheidsclausule is toegepast. Het volgende besluit kan nu toekennen."]
    rij = Hardheidsbesluit.objects.get()
    assert (rij.regel, rij.grond, rij.waarvoor, rij.besloten_op, rij.besloten_door, rij.besluit) == (
        "materiele_verstrekking",
        "wet",
        "een bed",
        ON,
        coordinator,
        "",
    )
    kaart = beslisser.get(dossier.get_absolute_url()).text
    assert "Hardheidsclausule: een bed" in kaart
    assert "één besluit kan nog" in kaart
    historie = beslisser.get(url("dossier_geschiedenis", dossier)).text
    assert "Hardheidsclausule toegepast voor het volgende besluit" in historie


@pytest.mark.parametrize("veld", VELDEN)
def test_every_field_is_needed(beslisser, dossier, veld):
    response = beslisser.post(url("hardheid_nieuw", dossier), {**VELDEN, veld: ""})

    assert set(fouten(response.context["form"])) == {veld}
    assert Hardheidsbesluit.objects.count() == 0


def test_bsn_is_refused_in_the_motivering(beslisser, dossier):
    response = beslisser.post(url("hardheid_nieuw", dossier), {**VELDEN, "motivering": "BSN 999990639 is ziek."})

    assert set(fouten(response.context["form"])) == {"motivering"}


def test_second_of_two_is_told_and_keeps_what_was_typed(beslisser, dossier, gemeente):
    ander = maak_user(Rol.COORDINATOR, gemeente, email="tweede@voorbeeld.example")
    beslisser.get(url("hardheid_nieuw", dossier))
    pas_toe(dossier, ander)

    response = beslisser.post(url("hardheid_nieuw", dossier), VELDEN)

    (melding,) = fouten(response.context["form"])[""]
    assert melding.startswith("De hardheidsclausule is al toegepast op 13 september 2026")
    assert VELDEN["motivering"] in response.text
    assert Hardheidsbesluit.objects.count() == 1


def test_own_request_is_warned_about(beslisser, dossier, coordinator):
    Dossier.objects.filter(pk=dossier.pk).update(casusregisseur=coordinator)

    assert "U beslist dan over uw eigen vraag." in beslisser.get(url("hardheid_nieuw", dossier)).text


def test_clause_is_withdrawn_with_its_reason(beslisser, dossier, coordinator):
    rij = pas_toe(dossier, coordinator)
    pad = url("hardheid_intrekken", dossier, rij.pk)

    response = beslisser.post(pad, {"reden": "Het bed is er al"}, follow=True)

    assert berichten(response) == ["De toepassing is ingetrokken. De termijn houdt een toekenning weer tegen."]
    assert "Het bed is er al" in response.text
    assert berichten(beslisser.get(pad, follow=True)) == ["Deze toepassing is al gebruikt of ingetrokken."]


def test_form_of_a_voorziening_opens_with_the_clause(client, dossier, consulent, coordinator):
    client.force_login(consulent)
    nieuw = url("voorziening_nieuw", dossier)
    bed = {**KOELKAST, "omschrijving": "Bed", "bedrag": "466,33"}
    assert set(fouten(client.post(nieuw, bed).context["form"])) == {"soort"}
    pas_toe(dossier, coordinator)

    response = client.post(nieuw, bed)

    assert response.status_code == 302
    (tekst,) = client.get(url("addendum", dossier)).context["let_op"]
    assert tekst == (
        "Spullen toekennen kon tot en met 12 september 2026. Op 13 september 2026 is de hardheidsclausule toegepast:"
        " één besluit kan nog toekennen."
    )


def test_use_is_counted_per_gemeente_and_leads_to_the_dossiers(
    beslisser,
    dossier,
    coordinator,
    consulent,
    andere_gemeente,
    brieven_gevraagd,
):
    pas_toe(dossier, coordinator)
    voorziening_bewaren(plan=dossier.plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=moment(ON))
    assert geteld(beslisser) == [("Rivierendam", 0)]

    besluit = addendum_vaststellen(
        plan=dossier.plan, datum=ON, toelichting="Een bed.", by=consulent, at=moment(ON), on=ON
    )

    assert geteld(beslisser) == [("Rivierendam", 1)]
    response = beslisser.get(reverse("hardheidsbesluiten"))
    assert [(rij.besluit, rij.dossier) for rij, _ in response.context["rijen"]] == [(besluit.nummer, dossier)]
    assert "1 keer gebruikt in een besluit van 2026." in response.text
    assert list(beslisser.get(reverse("hardheidsbesluiten"), {"jaar": "2025"}).context["rijen"]) == []


def test_other_gemeente_sees_none_of_it(dossier, coordinator, vreemde):
    gebruik(dossier, coordinator, "9901-B-2026-00009")
    ander = Client()
    ander.force_login(vreemde)

    assert list(ander.get(reverse("hardheidsbesluiten")).context["rijen"]) == []
    assert [(g.gemeente.naam, g.aantal) for g in ander.get(reverse("bewaking")).context["hardheid"]] == [
        ("Duinveen", 0)
    ]


def queries(client, pad):
    client.get(pad)
    with CaptureQueriesContext(connection) as gevraagd:
        assert client.get(pad).status_code == 200
    return len(gevraagd)


def test_lists_ask_the_same_for_one_and_three(beslisser, dossier, coordinator, gemeente):
    gebruik(dossier, coordinator, "9901-B-2026-00001")
    paden = (reverse("hardheidsbesluiten"), url("hardheid", dossier), reverse("bewaking"), dossier.get_absolute_url())
    een = [queries(beslisser, pad) for pad in paden]
    gebruik(dossier, coordinator, "9901-B-2026-00002")
    gebruik(dossier, coordinator, "9901-B-2026-00003")

    assert [queries(beslisser, pad) for pad in paden] == een
