"""The page of the coming twelve weeks: whose work is on which day, and what stays out."""

import html
import re
from datetime import UTC, date, datetime, time

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.actions.afspraak import afspraak_plannen
from cases.actions.afwezigheid import afwezig_melden
from cases.actions.taak import taak_maken
from cases.keuzes import AfspraakSoort, Kanaal
from cases.models import Dossier
from cases.register import regel as zoek_regel
from tests.cases.test_views_vandaag import dossier_van, zet_termijn, zonder_termijnen
from tests.factories import BeleidFactory, maak_nog, moment

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)
ON = NU.date()
VRIJDAG = date(2026, 5, 22)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def dagen(response):
    """Give what the page shows: day -> the points on it."""
    return {
        dag.dag: [(punt.soort, punt.wat, punt.wie) for punt in dag.punten]
        for week in response.context["weken"]
        for dag in week.dagen
        if dag.punten
    }


def leeg_dossier(wie, gemeente, door, **anders):
    return zonder_termijnen(dossier_van(wie, gemeente, door, **anders))


def test_termijnen_afspraken_and_taken_stand_on_their_day(client, consulent, coordinator, gemeente):
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    zet_termijn(dossier, VRIJDAG)
    zet_termijn(dossier, date(2026, 6, 5), regel="eerste_contact", aard="streven")
    zet_termijn(dossier, date(2026, 8, 7), regel="materiele_verstrekking", aard="venster")
    wie_wanneer = {"by": consulent, "at": moment(ON), "on": ON}
    gegevens = {"datum": date(2026, 5, 26), "tijd": time(10, 30), "kanaal": Kanaal.KANTOOR}
    afspraak_plannen(dossier=dossier, soort=AfspraakSoort.GESPREK, gegevens=gegevens, **wie_wanneer)
    taak_maken(gemeente=gemeente, dossier=None, wat="Folders halen", datum=ON, voor=consulent, **wie_wanneer)
    client.force_login(consulent)

    response = client.get(reverse("agenda"))

    wie = "N. Berkhout"
    getoond = dagen(response)
    assert getoond.pop(date(2026, 5, 26)) == [
        ("Afspraak om 10.30\xa0uur", dossier.afspraken.get().taken.get().wat, wie)
    ]
    assert getoond == {
        ON: [("Taak", "Folders halen", "")],
        VRIJDAG: [("Uiterste datum", "Plan van aanpak vaststellen", wie)],
        date(2026, 6, 5): [("Streefdatum", "Eerste keer bellen", wie)],
        date(2026, 8, 7): [("Sluit", "Besluiten over spullen", wie)],
    }
    assert "Er is niets te laat." in response.text
    assert "tweede pinksterdag" in response.text
    assert f'href="{dossier.get_absolute_url()}"' in response.text
    assert reverse("termijn_waarom", args=[dossier.nummer, dossier.termijnen.get(aard="venster").pk]) in response.text


def test_what_is_not_open_not_warned_about_or_outside_stays_out(client, consulent, coordinator, gemeente):
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    zet_termijn(dossier, VRIJDAG, aanleiding="gesprek:1", status="vervallen")
    zet_termijn(dossier, VRIJDAG, aanleiding="gesprek:2", status="gehaald", datum_gehaald=ON)
    zet_termijn(dossier, VRIJDAG, regel="bezwaar", aard="venster")
    zet_termijn(dossier, date(2026, 8, 9), aanleiding="gesprek:3")
    zet_termijn(dossier, date(2026, 8, 10), aanleiding="gesprek:4")
    client.force_login(consulent)

    assert list(dagen(client.get(reverse("agenda")))) == [date(2026, 8, 9)]


OPGESCHORT = {"status": "opgeschort", "invoer": {"opschortingen": [["2026-05-11", "2026-05-29"]]}}


def test_what_stands_still_is_shown_with_the_day_it_goes_on_to(client, consulent, coordinator, gemeente):
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    zet_termijn(dossier, VRIJDAG, **OPGESCHORT)
    zet_termijn(dossier, date(2026, 6, 5), regel="besluit_op_bezwaar", **OPGESCHORT)
    client.force_login(consulent)

    response = client.get(reverse("agenda"))

    assert dagen(response) == {
        VRIJDAG: [("Opgeschort, uiterste datum", "Plan van aanpak vaststellen", "N. Berkhout")],
        date(2026, 6, 5): [("Opgeschort, uiterste datum", "Beslissen op bezwaar", "N. Berkhout")],
    }
    assert response.context["te_laat"] == 0


@pytest.mark.parametrize(
    ("waarschuwingen", "getoond"),
    [
        ({}, ["materiele_verstrekking"]),
        ({"bezwaar": [7]}, ["materiele_verstrekking", "bezwaar"]),
        ({"materiele_verstrekking": []}, []),
    ],
    ids=["as shipped", "one more", "off"],
)
def test_vensters_are_those_of_which_the_beleid_of_the_day_warns(
    client, consulent, coordinator, gemeente, waarschuwingen, getoond
):
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    for regel, dag in (("materiele_verstrekking", VRIJDAG), ("bezwaar", date(2026, 6, 5))):
        zet_termijn(dossier, dag, regel=regel, aard="venster")
    BeleidFactory(gemeente=gemeente, geldig_vanaf=ON, afwijkingen={"waarschuwingen": waarschuwingen})
    client.force_login(consulent)

    doen = [wat for punten in dagen(client.get(reverse("agenda"))).values() for _, wat, _ in punten]

    assert doen == [zoek_regel(regel).doen for regel in getoond]


def test_late_work_is_counted_and_leads_to_vandaag(client, consulent, coordinator, gemeente):
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    zet_termijn(dossier, date(2026, 5, 18), status="te_laat", aanleiding="gesprek:1")
    zet_termijn(dossier, date(2026, 3, 2), status="te_laat", aanleiding="gesprek:2")
    client.force_login(consulent)

    response = client.get(reverse("agenda"))

    assert response.context["te_laat"] == 2
    assert "<strong>2 stappen zijn te laat</strong>" in response.text
    assert f'href="{reverse("vandaag")}">Bekijk Vandaag' in response.text
    assert list(dagen(response)) == [date(2026, 5, 18)]
    assert ", <strong>te laat</strong>" in response.text


def te_laat_lijst(client, wie):
    """Follow the number on the calendar to its list: the number, and the rows as they are shown."""
    agenda = client.get(reverse("agenda"), {"wie": wie})
    adres = re.search(r'href="([^"]+)"><strong>\d+ (?:stap is|stappen zijn) te laat</strong></a>', agenda.text)[1]
    lijst = client.get(html.unescape(adres))
    rijen = [(punt.soort, punt.wat, punt.wie, punt.voor) for punt in lijst.context["punten"]]
    return agenda.context["te_laat"], lijst.context["page_obj"].paginator.count, rijen


def maak_taak(gemeente, dossier, wat, datum, voor):
    return taak_maken(
        gemeente=gemeente, dossier=dossier, wat=wat, datum=datum, voor=voor, by=voor, at=moment(datum), on=datum
    )


def test_number_of_what_is_late_leads_to_a_list_of_just_that(client, consulent, collega, coordinator, gemeente):
    van_consulent = leeg_dossier(consulent, gemeente, coordinator, achternaam="Een")
    van_collega = leeg_dossier(collega, gemeente, coordinator, bsn="", achternaam="Twee")
    zet_termijn(van_consulent, date(2026, 5, 11), status="te_laat")
    zet_termijn(van_consulent, VRIJDAG, aanleiding="gesprek:2")
    maak_taak(gemeente, van_collega, "School bellen", date(2026, 5, 4), consulent)
    maak_taak(gemeente, van_consulent, "Vandaag", ON, consulent)
    maak_taak(gemeente, van_collega, "Brief lezen", date(2026, 5, 18), collega)
    maak_taak(gemeente, None, "Folders halen", date(2026, 5, 12), consulent)
    bellen = ("Taak", "School bellen", "N. Twee", consulent.naam)
    plan = ("Uiterste datum", "Plan van aanpak vaststellen", "N. Een", consulent.naam)
    lezen = ("Taak", "Brief lezen", "N. Twee", collega.naam)

    client.force_login(coordinator)
    per_persoon = [te_laat_lijst(client, str(wie.pk)) for wie in (consulent, collega)]
    team = te_laat_lijst(client, "team")
    client.force_login(consulent)
    eigen = te_laat_lijst(client, "")

    assert per_persoon == [(2, 2, [bellen, plan]), (1, 1, [lezen])]
    assert team == (3, 3, [bellen, plan, lezen])
    assert eigen == (3, 3, [bellen, plan, ("Taak", "Folders halen", "", consulent.naam)])


def kop(response):
    """Give the words under the heading, as they are read."""
    intro = re.search(r'<p class="bo-pagina__intro">(.*?)</p>', response.text, re.DOTALL)[1]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", intro)).split())


def test_number_of_the_team_on_vandaag_leads_to_a_list_of_just_that(client, consulent, coordinator, gemeente):
    van_consulent = leeg_dossier(consulent, gemeente, coordinator, achternaam="Een")
    los = leeg_dossier(None, gemeente, coordinator, bsn="", achternaam="Los")
    eigen = leeg_dossier(consulent, gemeente, coordinator, bsn="", achternaam="Eigen")
    Dossier.objects.filter(pk=eigen.pk).update(casusregisseur=coordinator)
    for nummer in range(5):
        zet_termijn(van_consulent, date(2026, 5, 11), status="te_laat", aanleiding=f"gesprek:{nummer}")
    for dossier in (los, eigen):
        zet_termijn(dossier, date(2026, 5, 18), status="te_laat", aanleiding=f"gesprek:{dossier.pk}")
    maak_taak(gemeente, van_consulent, "School bellen", date(2026, 5, 4), consulent)
    zet_termijn(van_consulent, date(2026, 5, 11), regel="materiele_verstrekking", aard="venster")
    client.force_login(coordinator)

    vandaag = client.get(reverse("vandaag"))
    adressen = re.findall(r'href="(/agenda/[^"]+)"', vandaag.text)
    lijst = client.get(html.unescape(adressen[0]))
    team = client.get(reverse("agenda"), {"wie": "team", "laat": "1"})

    assert kop(vandaag) == (
        "U heeft 1 stap te laat. Maandag 25 mei is tweede pinksterdag. Bij de rest van het team zijn 6 stappen te laat."
    )
    assert adressen == ["/agenda/?laat=1&amp;wie=rest"] * 2
    assert "Alle 6 stappen die bij de rest van het team te laat zijn" in vandaag.text
    assert [punt.wie for punt in lijst.context["punten"]] == ["N. Een"] * 5 + ["N. Los"]
    assert kop(lijst) == (
        "6 stappen zijn te laat. Dit zijn de termijnen in dossiers van anderen, of van nog niemand. Uw eigen dossiers,"
        " de taken van collega's en de termijnen van de gemeente zelf staan bij Het hele team. Terug naar de agenda"
    )
    assert 'href="/agenda/?laat=1&amp;wie=team">Het hele team</a>' in lijst.text
    assert kop(team) == (
        "9 stappen zijn te laat. Dit zijn alle termijnen en de taken in dossiers, ook van uzelf, en de termijnen van de"
        " gemeente zelf. In een dossier kunnen er meer te laat zijn: bekijk de dossiers. Terug naar de agenda"
    )
    assert 'href="/dossiers/?termijn=te_laat">bekijk de dossiers</a>' in team.text


def test_a_taak_without_a_dossier_is_not_in_the_calendar_that_a_coordinator_sees(
    client, consulent, coordinator, gemeente
):
    leeg_dossier(consulent, gemeente, coordinator)
    maak_taak(gemeente, None, "Naar de tandarts", VRIJDAG, consulent)
    client.force_login(coordinator)

    response = client.get(reverse("agenda"), {"wie": str(consulent.pk)})

    assert (dagen(response), response.context["te_laat"]) == ({}, 0)


def test_list_of_what_is_late_has_pages_and_keeps_whose_it_is(client, consulent, coordinator, gemeente):
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    for nummer in range(52):
        maak_taak(gemeente, dossier, f"Taak {nummer:02}", date(2026, 5, 11), consulent)
    client.force_login(coordinator)

    bladzijden = [
        client.get(reverse("agenda"), {"wie": str(consulent.pk), "laat": "1", "page": nummer}) for nummer in (1, 2)
    ]

    assert [len(bladzijde.context["punten"]) for bladzijde in bladzijden] == [50, 2]
    assert f"?wie={consulent.pk}&amp;laat=1&amp;page=2" in bladzijden[0].text
    assert "Te laat bij Jolanda Prins" in bladzijden[0].text
    assert "52 stappen zijn te laat." in bladzijden[1].text


def test_consulent_gets_the_own_list_when_asking_that_of_a_colleague(client, consulent, collega, coordinator, gemeente):
    maak_taak(gemeente, leeg_dossier(collega, gemeente, coordinator), "Van Bram", date(2026, 5, 11), collega)
    client.force_login(consulent)

    for wie in ("team", "rest", str(collega.pk)):
        response = client.get(reverse("agenda"), {"wie": wie, "laat": "1"})
        assert response.context["punten"] == []
        assert "Er is niets te laat." in response.text


def test_one_week_leads_to_the_week_before_and_after(client, consulent, coordinator, gemeente):
    leeg_dossier(consulent, gemeente, coordinator)
    client.force_login(coordinator)

    week = client.get(reverse("agenda"), {"week": "2026-12-30", "wie": str(consulent.pk)})
    alles = client.get(reverse("agenda"), {"wie": str(consulent.pk)})

    assert f'href="/agenda/?week=2026-12-21&amp;wie={consulent.pk}"' in week.text
    assert f'href="/agenda/?week=2027-01-04&amp;wie={consulent.pk}"' in week.text
    assert "Vorige week" not in alles.text


def test_who_stands_in_sees_the_work_of_the_colleague(client, consulent, collega, coordinator, gemeente):
    zet_termijn(leeg_dossier(collega, gemeente, coordinator), VRIJDAG)
    client.force_login(consulent)
    voor = dagen(client.get(reverse("agenda")))

    afwezig_melden(user=collega, vanaf=ON, tot=VRIJDAG, vervanger=consulent, by=collega, on=ON)
    response = client.get(reverse("agenda"))

    assert voor == {}
    assert list(dagen(response)) == [VRIJDAG]
    assert collega.naam in response.text


def test_coordinator_chooses_the_team_or_somebody_of_it(
    client, consulent, collega, coordinator, gemeente, andere_gemeente, vreemde
):
    zet_termijn(leeg_dossier(consulent, gemeente, coordinator, achternaam="Een"), VRIJDAG)
    zet_termijn(
        leeg_dossier(collega, gemeente, coordinator, bsn="", achternaam="Twee"), VRIJDAG, aanleiding="gesprek:2"
    )
    zet_termijn(leeg_dossier(None, gemeente, coordinator, bsn="", achternaam="Drie"), VRIJDAG, aanleiding="gesprek:3")
    zet_termijn(
        leeg_dossier(None, andere_gemeente, vreemde, bsn="", achternaam="Vier"), VRIJDAG, aanleiding="gesprek:4"
    )
    client.force_login(coordinator)

    def wie(keuze):
        response = client.get(reverse("agenda"), {"wie": keuze})
        namen = {punt[2] for punten in dagen(response).values() for punt in punten}
        return namen - {"Gemeente Rivierendam"}  # the clocks of the gemeente itself: test_gemeenteagenda

    assert wie("") == set()
    assert wie("team") == {"N. Een", "N. Twee", "N. Drie"}
    assert wie(str(collega.pk)) == {"N. Twee"}
    assert wie(str(vreemde.pk)) == set()
    assert "nog niet toegewezen" in client.get(reverse("agenda"), {"wie": "team"}).text


def test_consulent_cannot_choose_another_calendar(client, consulent, collega, coordinator, gemeente):
    zet_termijn(leeg_dossier(collega, gemeente, coordinator), VRIJDAG)
    client.force_login(consulent)

    for wie in ("team", str(collega.pk)):
        response = client.get(reverse("agenda"), {"wie": wie})
        assert dagen(response) == {}
        assert "Agenda van" not in response.text


def test_full_day_shows_five_and_its_week_shows_all(client, consulent, coordinator, gemeente):
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    for nummer in range(8):
        zet_termijn(dossier, VRIJDAG, aanleiding=f"gesprek:{nummer}")
    client.force_login(consulent)

    alles = client.get(reverse("agenda"))
    week = client.get(reverse("agenda"), {"week": "2026-05-18"})

    assert len(dagen(alles)[VRIJDAG]) == 5
    assert "Nog 3 op deze dag" in alles.text
    assert '?week=2026-05-18"' in alles.text
    assert len(dagen(week)[VRIJDAG]) == 8
    assert len(week.context["weken"]) == 1
    assert "op deze dag" not in week.text


def test_number_of_questions_is_the_same_for_one_row_and_for_fifty(client, consulent, coordinator, gemeente):
    dossier = leeg_dossier(consulent, gemeente, coordinator)
    zet_termijn(dossier, VRIJDAG)
    zet_termijn(dossier, date(2026, 5, 11), aanleiding="gesprek:2")
    taak_maken(
        gemeente=gemeente, dossier=dossier, wat="Bel", datum=ON, voor=consulent, by=consulent, at=moment(ON), on=ON
    )
    client.force_login(coordinator)
    paden = [
        f"{reverse('agenda')}?wie={wie}{laat}" for wie in ("", "team", "rest", consulent.pk) for laat in ("", "&laat=1")
    ]

    def tel(pad):
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(pad).status_code == 200
        return len(vragen)

    een = [tel(pad) for pad in paden]
    for nummer, ander in enumerate(maak_nog(dossier, [f"N{nummer}" for nummer in range(50)])):
        zet_termijn(ander, VRIJDAG, aanleiding=f"gesprek:{nummer + 10}")
        zet_termijn(ander, date(2026, 5, 11), aanleiding=f"gesprek:{nummer + 100}")
    client.force_login(coordinator)

    assert [tel(pad) for pad in paden] == een
    assert max(een) <= 12
