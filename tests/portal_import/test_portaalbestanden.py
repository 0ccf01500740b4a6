"""A file in the gegevensportaal is there for 30 days: it is noted, warned about, fetched, or has expired."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.rollen import Rol
from cases.actions.basis import ActieFout
from cases.actions.bewaking_vooruit import kijk_vooruit
from cases.actions.nacht import doe_gemeente
from cases.models import Afronding, Signaal
from cases.querysets import DIGEST
from portal_import.actions.bestanden import portaalbestand_melden
from portal_import.models import Portaalbestand
from portal_import.soorten import Bestandsoort
from tests.factories import BeleidFactory, GemeenteFactory, LidmaatschapFactory, moment

NU = datetime(2026, 4, 27, 9, 30, tzinfo=UTC)
ON, GEPLAATST, EINDE = NU.date(), date(2026, 4, 25), date(2026, 5, 25)
WAT = "Portaalbestand bewaren voordat het verloopt (levering van 25 april 2026)"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def bladzijde(client, coordinator):
    client.force_login(coordinator)
    return client


JAARLIJST = (
    "Geef haar aan wie de verantwoording doet: die legt haar ernaast en legt bij SPUK vast dat zij is ontvangen."
)


def meld(gemeente, by, geplaatst_op=GEPLAATST, soort=Bestandsoort.LEVERING, on=ON):
    return portaalbestand_melden(gemeente=gemeente, soort=soort, geplaatst_op=geplaatst_op, by=by, at=moment(on), on=on)


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def test_file_is_noted_and_the_page_says_until_when_with_why(bladzijde, gemeente, coordinator):
    gegevens = {"soort": "levering", "geplaatst_op": "25-4-2026"}

    response = bladzijde.post(reverse("portaalbestand_nieuw"), gegevens, follow=True)

    bestand = Portaalbestand.objects.get()
    assert (bestand.gemeente, bestand.gemeld_door) == (gemeente, coordinator)
    assert berichten(response) == ["Het bestand is gemeld. Haal het op uiterlijk 25 mei 2026."]
    # Tweede pinksterdag: the portal knows no feestdagen.
    assert "Kan tot en met maandag 25 mei 2026." in response.text
    waarom = bladzijde.get(reverse("portaalbestand_waarom", args=[bestand.pk]))
    som = dict(waarom.context["klok"].som)
    assert som["Begin"] == "plaatsing van het bestand op zaterdag 25 april 2026"
    assert som["Termijn"] == "30 dagen: maandag 25 mei 2026"


@pytest.mark.parametrize(
    ("soort", "verder"),
    [
        ("levering", "Lees het nu in: kies Lijst kiezen."),
        ("status", "Leg elke nieuwe status vast in het dossier: kies daar UHT en dan Nieuwe status vastleggen."),
        ("antwoord", "Leg elk antwoord vast in het dossier: kies daar UHT en dan Antwoord vastleggen."),
        ("jaarlijst", JAARLIJST),
    ],
)
def test_fetched_file_is_off_the_list_with_who_when_and_what_now(bladzijde, gemeente, coordinator, soort, verder):
    bestand = meld(gemeente, coordinator, soort=soort)

    response = bladzijde.post(reverse("portaalbestand_opgehaald", args=[bestand.pk]), follow=True)

    rij = Afronding.objects.get()
    assert (rij.regel, rij.sleutel, rij.datum, rij.afgerond_door) == (
        "portaalbestand", str(bestand.pk), ON, coordinator,
    )  # fmt: skip
    assert berichten(response) == [f"Vastgelegd dat het bestand is opgehaald. {verder}"]
    assert response.context["bestanden"] == []


def test_fetched_twice_says_by_whom(bladzijde, gemeente, coordinator):
    bestand = meld(gemeente, coordinator)
    url = reverse("portaalbestand_opgehaald", args=[bestand.pk])
    bladzijde.post(url)

    response = bladzijde.post(url, follow=True)

    assert berichten(response)[1:] == [f"Dit is al vastgelegd door {coordinator.naam}: het is gedaan op 27 april 2026."]


@pytest.mark.parametrize(
    ("geplaatst_op", "melding"),
    [
        (date(2026, 4, 28), "Deze dag ligt in de toekomst."),
        (date(2026, 3, 27), "Dit bestand staat langer dan 30 dagen in het portaal en is verlopen."),
    ],
    ids=["tomorrow", "expired"],
)
def test_file_that_can_not_be_there_is_refused(bladzijde, gemeente, geplaatst_op, melding):
    gegevens = {"soort": "levering", "geplaatst_op": geplaatst_op.strftime("%d-%m-%Y")}

    response = bladzijde.post(reverse("portaalbestand_nieuw"), gegevens)

    (fout,) = response.context["form"].non_field_errors()
    assert fout.startswith(melding)
    assert Portaalbestand.objects.count() == 0


def test_last_day_of_the_thirty_is_taken(gemeente, coordinator):
    assert meld(gemeente, coordinator, date(2026, 3, 28)).pk


def test_same_file_is_noted_once(gemeente, coordinator):
    meld(gemeente, coordinator)

    with pytest.raises(ActieFout, match=rf"^Levering van 25 april 2026 is al gemeld door {coordinator.naam}\.$"):
        meld(gemeente, coordinator)

    assert meld(gemeente, coordinator, soort=Bestandsoort.ANTWOORD).pk


def test_expired_file_says_what_to_do(bladzijde, gemeente, coordinator):
    meld(gemeente, coordinator, date(2026, 3, 1), on=date(2026, 3, 2))

    (regel,) = bladzijde.get(reverse("imports")).context["bestanden"]

    assert (regel.stand.woorden, regel.post_url) == ("voorbij", "")
    assert regel.let_op.endswith("Vraag het opnieuw: gegevensuitwisseling@belastingdienst.nl.")


def test_night_warns_the_coordinator_and_tells_that_it_expired(gemeente, coordinator):
    meld(gemeente, coordinator)
    dagen = [EINDE - timedelta(days=dagen) for dagen in (8, 7, 2, 0, -1)]

    for dag in (*dagen, dagen[-1]):
        doe_gemeente(gemeente=gemeente, on=dag, at=moment(dag, uur=3))

    signalen = Signaal.objects.filter(tekst__startswith=WAT).exclude(soort=DIGEST).order_by("on")
    assert [(s.on, s.soort) for s in signalen] == [(dagen[1], "bijna"), (dagen[2], "bijna"), (dagen[4], "voorbij")]
    regels = [regel for bericht in mail.outbox for regel in bericht.body.splitlines() if WAT in regel]
    assert regels == [
        f"- {WAT} uiterlijk ma 25 mei 2026.",
        f"- {WAT} uiterlijk ma 25 mei 2026.",
        f"- {WAT}: voorbij sinds di 26 mei 2026.",
    ]


def test_look_ahead_counts_what_the_night_tells(gemeente, coordinator):
    meld(gemeente, coordinator)
    doe_gemeente(gemeente=gemeente, on=ON, at=moment(ON, uur=3))

    blik = kijk_vooruit(gemeente=gemeente, on=EINDE - timedelta(days=2), at=moment(ON))

    (bijna,) = [soort for soort in blik.soorten if soort.soort == "bijna" and soort.aantal]
    assert [str(straks) for straks in bijna.eerste if straks.regel == "portaalbestand"] == [
        "Portaalbestand bewaren voordat het verloopt: ma 25 mei 2026"
    ]
    assert bijna.signalen == 5  # this file on 7 and 2 days ahead, and three of the code and the year


def test_agenda_has_the_file(bladzijde, gemeente, coordinator):
    bestand = meld(gemeente, coordinator)

    response = bladzijde.get(reverse("agenda"))

    punten = [p for week in response.context["weken"] for dag in week.dagen for p in dag.punten]
    assert [(p.dag, p.soort, p.wat, p.waarom_url) for p in punten if p.dag == EINDE] == [
        (EINDE, "Sluit", WAT, reverse("portaalbestand_waarom", args=[bestand.pk]))
    ]


def test_who_imports_for_two_gemeenten_chooses_one(bladzijde, gemeente, coordinator):
    elders = GemeenteFactory(code="9911", naam="Overkant", woonplaatsen="")
    BeleidFactory(gemeente=elders)
    LidmaatschapFactory(user=coordinator, gemeente=elders, rol=Rol.COORDINATOR)

    response = bladzijde.post(
        reverse("portaalbestand_nieuw"),
        {"gemeente": elders.pk, "soort": "jaarlijst", "geplaatst_op": "25-4-2026"},
        follow=True,
    )

    assert Portaalbestand.objects.get().gemeente == elders
    assert "Overkant: Portaalbestand (jaarlijst van 25 april 2026)" in response.text


@pytest.mark.parametrize("aantal", [1, 3])
def test_same_queries_for_one_file_and_for_three(bladzijde, gemeente, coordinator, aantal):
    for nummer in range(aantal):
        meld(gemeente, coordinator, GEPLAATST - timedelta(days=nummer))

    with CaptureQueriesContext(connection) as vragen:
        response = bladzijde.get(reverse("imports"))

    assert len(response.context["bestanden"]) == aantal
    assert len(vragen) == 8
