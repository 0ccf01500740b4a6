"""The clocks of the gemeente on the page of the code, on Vandaag, in the agenda and in its feed."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from accounts.models import Gemeente
from accounts.rollen import Rol
from cases.actions.agenda import agendaadres_maken
from cases.actions.uht import verificatiecode_ophalen
from tests.factories import BeleidFactory, BewakingFactory, GemeenteFactory, LidmaatschapFactory, moment

NU = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
ON = NU.date()
CODE, VERPLICHTINGEN = date(2026, 12, 1), date(2026, 12, 31)
OPHALEN = "Nieuwe verificatiecode ophalen die geldt vanaf 1 december 2026"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def punten(response):
    return [
        (dag.dag, punt.soort, punt.wat, punt.wie, punt.voor, punt.url, punt.waarom_url)
        for week in response.context["weken"]
        for dag in week.dagen
        for punt in dag.punten
    ]


def feed(client, user):
    sleutel = agendaadres_maken(user=user, at=NU)[1]
    client.logout()
    return Calendar.from_ical(client.get(reverse("agenda_feed", args=[sleutel])).content).walk("VEVENT")


def test_coordinator_sees_the_code_on_its_day_with_why(client, coordinator, gemeente):
    client.force_login(coordinator)

    response = client.get(reverse("agenda"))

    waarom = "/verificatiecodes/9901/2026-12-01/waarom/"
    wie = "Gemeente Rivierendam"
    assert punten(response) == [(CODE, "Uiterste datum", OPHALEN, wie, "Coördinator", "/verificatiecodes/", waarom)]
    assert response.context["te_laat"] == 0
    assert f'href="{waarom}"' in response.text


def test_team_calendar_also_has_the_clocks_of_the_money(client, coordinator, gemeente):
    client.force_login(coordinator)

    response = client.get(reverse("agenda"), {"wie": "team"})

    assert [(dag, soort, wat, voor) for dag, soort, wat, _, voor, *_ in punten(response)] == [
        (CODE, "Uiterste datum", OPHALEN, "Coördinator"),
        (VERPLICHTINGEN, "Sluit", "Laatste verplichtingen aangaan", "Financieel"),
    ]


def test_financieel_has_a_calendar_of_the_money(client, financieel, gemeente):
    client.force_login(financieel)

    response = client.get(reverse("agenda"))

    assert [(dag, wat) for dag, _, wat, *_ in punten(response)] == [(VERPLICHTINGEN, "Laatste verplichtingen aangaan")]
    assert response.context["te_laat"] == 2  # the jaarlijst and the SiSa-bijlage over 2025
    laat = client.get(reverse("agenda"), {"laat": "1"})
    assert [(punt.dag < ON, punt.wie, punt.voor) for punt in laat.context["punten"]] == [
        (True, "Gemeente Rivierendam", "Financieel"),
        (True, "Gemeente Rivierendam", "Financieel"),
    ]
    for bladzijde in (response, laat):
        assert "2 stappen zijn te laat" in bladzijde.text
        assert ", waarvan 2 van de gemeente zelf." in bladzijde.text
    assert "Bekijk de verantwoording" in response.text


def test_consulent_and_the_calendar_of_a_colleague_have_none(client, consulent, coordinator, dossier):
    dossier.casusregisseur = consulent
    dossier.save()
    dossier.termijnen.all().delete()
    client.force_login(consulent)
    eigen = client.get(reverse("agenda"))
    client.force_login(coordinator)
    van_ander = client.get(reverse("agenda"), {"wie": consulent.pk})

    assert (punten(eigen), punten(van_ander)) == ([], [])


def test_fetched_code_is_off_the_calendar_and_off_vandaag(client, coordinator, gemeente):
    client.force_login(coordinator)
    (herinnering,) = client.get(reverse("vandaag")).context["codes"]
    verificatiecode_ophalen(gemeente=gemeente, by=coordinator, at=NU, on=ON)

    assert (herinnering.stand.woorden, herinnering.waarom_url) == (
        "nog 11 dagen",
        "/verificatiecodes/9901/2026-12-01/waarom/",
    )
    assert client.get(reverse("vandaag")).context["codes"] == ()
    # What comes next is half a year away.
    assert punten(client.get(reverse("agenda"))) == []


def test_feed_names_the_gemeente_and_leads_to_why(client, coordinator, gemeente):
    eerste = feed(client, coordinator)[0]

    assert (eerste.decoded("dtstart"), str(eerste["summary"])) == (CODE, f"{OPHALEN}, gemeente Rivierendam")
    assert str(eerste["uid"]).startswith("klok-9901-verificatiecode-2026-12-01@")
    assert "Waarom deze datum? " in str(eerste["description"])
    assert "/verificatiecodes/9901/2026-12-01/waarom/" in str(eerste["description"])


def test_feed_of_financieel(client, financieel, gemeente):
    regels = sorted((e.decoded("dtstart"), str(e["summary"]).split(",")[0]) for e in feed(client, financieel))

    assert regels == [
        (VERPLICHTINGEN, "Laatste verplichtingen aangaan (daarna kan het niet meer)"),
        (date(2027, 7, 15), "Jaarlijst opvragen en vergelijken over 2026 (streven)"),
        (date(2027, 7, 15), "SiSa-bijlage indienen bij het CBS over 2026"),
    ]


def test_page_of_the_code_says_until_when_and_why_and_who_fetched_it(client, coordinator, gemeente):
    client.force_login(coordinator)
    voor = client.get(reverse("verificatiecodes"))
    client.post(reverse("verificatiecode_opgehaald", args=["9901"]))
    na = client.get(reverse("verificatiecodes"))
    waarom = client.get(reverse("verificatiecode_waarom", args=["9901", "2026-12-01"]))

    assert "Doe dat uiterlijk dinsdag 1 december 2026." in voor.text
    assert "Begin" in voor.text
    assert "Opgehaald op vrijdag 20 november 2026 door Karima Zeeman." in na.text
    assert "Ja, op vrijdag 20 november 2026. Vastgelegd door Karima Zeeman." in waarom.text
    assert dict(waarom.context["klok"].som)["Termijn"] == "6 maanden: dinsdag 1 december 2026"
    assert dict(waarom.context["klok"].som)["Begin"] == "ingang van de vorige code op maandag 1 juni 2026"


@pytest.mark.parametrize("sleutel", ["2026-12-02", "morgen"])
def test_day_on_which_no_code_changes_is_not_found(client, coordinator, gemeente, sleutel):
    client.force_login(coordinator)

    assert client.get(reverse("verificatiecode_waarom", args=["9901", sleutel])).status_code == 404


def met_gemeenten(aantal, user, rol):
    for nummer in range(1, aantal):
        gemeente = GemeenteFactory(code=f"991{nummer}", naam=f"Gemeente {nummer}", woonplaatsen="")
        BeleidFactory(gemeente=gemeente)
        LidmaatschapFactory(user=user, gemeente=gemeente, rol=rol)


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize(("naam", "vragen"), [("agenda", 11), ("verificatiecodes", 8), ("vandaag", 7)])
def test_same_queries_for_one_gemeente_and_for_three(client, coordinator, gemeente, naam, vragen, aantal):
    met_gemeenten(aantal, coordinator, Rol.COORDINATOR)
    verificatiecode_ophalen(gemeente=gemeente, by=coordinator, at=moment(date(2026, 6, 1)), on=date(2026, 6, 1))
    for een in Gemeente.objects.all():
        BewakingFactory(gemeente=een, on=ON)
    client.force_login(coordinator)

    with CaptureQueriesContext(connection) as gesteld:
        response = client.get(reverse(naam))

    assert response.status_code == 200
    assert len(gesteld) == vragen
