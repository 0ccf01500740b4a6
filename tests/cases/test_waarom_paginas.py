"""The pages that show a last day, in a gemeente that has everything: each leads to why, unless the clock stopped."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from cases import registratie
from cases.models import Dossier, Termijn
from cases.termijnstatus import TermijnStatus
from config.weergave import datum, datum_lang
from nazorg.stappen import Nazorgstap
from tests.wereld import ON

LINK = re.compile(r'href="[^"]*/waarom/\d+/"')

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(ON.year, ON.month, ON.day, 9, 30, tzinfo=UTC), tick=False):
        yield


def paden(wereld):
    nummers = {
        "dossier": wereld.in_plan,
        "uht": wereld.gevraagd,
        "plan": wereld.in_plan,
        "nazorg": wereld.in_nazorg,
        "nazorg_afsluiten": wereld.in_nazorg,
    }
    van_dossier = {naam: reverse(naam, args=[dossier.nummer]) for naam, dossier in nummers.items()}
    lijsten = {naam: reverse(naam) for naam in ("vandaag", "dossiers", "agenda")}
    besluit = wereld.besluit.get_absolute_url()
    return {
        **van_dossier,
        **lijsten,
        "besluit": besluit,
        "acclimatisatie": wereld.in_acclimatisatie.get_absolute_url(),
        "nazorg_kaart": wereld.in_nazorg.get_absolute_url(),
    }


def haal(client, wereld):
    client.force_login(wereld.users["consulent"])
    antwoorden = {naam: client.get(pad) for naam, pad in paden(wereld).items()}
    assert {naam for naam, antwoord in antwoorden.items() if antwoord.status_code != 200} == set()
    return {naam: antwoord.text for naam, antwoord in antwoorden.items()}


def test_every_page_that_shows_a_last_day_leads_to_why(client, wereld):
    termijnbericht = reverse("termijnbericht", args=[wereld.nieuw.nummer])

    zonder = {naam for naam, tekst in haal(client, wereld).items() if not LINK.search(tekst)}

    assert zonder == set()
    assert LINK.search(client.get(termijnbericht).text)


def test_explanation_names_beleid_and_calendar_on_every_page_with_room(client, wereld):
    teksten = haal(client, wereld)

    ruim = ("dossier", "uht", "plan", "nazorg", "besluit", "acclimatisatie", "vandaag")
    assert {n for n in ruim if not ("<dt>Beleid</dt>" in teksten[n] and "<dt>Kalender</dt>" in teksten[n])} == set()


def test_a_stopped_clock_shows_no_explanation_anywhere(client, wereld):
    Termijn.objects.update(status=TermijnStatus.VERVALLEN, datum_gehaald=None)

    met = {naam for naam, tekst in haal(client, wereld).items() if LINK.search(tekst) or "<dt>Kalender" in tekst}

    assert met == set()


def test_next_step_and_head_of_a_dossier_lead_to_why(client, wereld):
    client.force_login(wereld.users["consulent"])
    plan = wereld.in_plan.termijnen.get(regel="plan_van_aanpak")
    url = reverse("termijn_waarom", args=[wereld.in_plan.nummer, plan.pk])

    response = client.get(wereld.in_plan.get_absolute_url())

    assert response.context["stap"].waarom_url in ("", url)
    (fase,) = [fase for fase in response.context["kop"].fasen if fase.stand == "nu"]
    assert (fase.dag, fase.waarom_url) == (f"uiterlijk {datum(plan.uiterste_datum)}", url)
    assert response.text.count(f'href="{url}"') >= 2


STAPPEN = {
    "nieuw": "eerste_gesprek_na_contact",
    "gevraagd": "eerste_contact",
    "in_acclimatisatie": "acclimatisatie",
}


@pytest.mark.parametrize(("naam", "regel"), STAPPEN.items())
def test_next_step_with_a_day_leads_to_why(client, wereld, naam, regel):
    dossier = getattr(wereld, naam)
    client.force_login(wereld.users["consulent"])

    stap = client.get(dossier.get_absolute_url()).context["stap"]

    klokken = {reverse("termijn_waarom", args=[dossier.nummer, t.pk]): t.regel for t in dossier.termijnen.all()}
    assert klokken.get(stap.waarom_url) == regel, stap


def test_contact_in_the_nazorg_leads_to_why(wereld):
    dossier = Dossier.objects.voor_pagina().get(pk=wereld.in_nazorg.pk)
    eerste = dossier.termijnen.filter(regel="nazorg_contact").order_by("uiterste_datum").first()

    stap = Nazorgstap().stap(dossier, wereld.users["consulent"], ON)

    assert stap.waarom_url == reverse("termijn_waarom", args=[dossier.nummer, eerste.pk])


def test_head_without_a_running_clock_has_no_link(client, wereld):
    Termijn.objects.update(status=TermijnStatus.VERVALLEN, datum_gehaald=None)
    client.force_login(wereld.users["consulent"])

    response = client.get(wereld.in_plan.get_absolute_url())

    assert {fase.waarom_url for fase in response.context["kop"].fasen} == {""}


def test_predicted_last_day_for_bezwaar_says_why(client, wereld):
    client.force_login(wereld.users["consulent"])
    paginas = {
        "plan_vaststellen": client.get(reverse("plan_vaststellen", args=[wereld.in_plan.nummer])),
        "addendum": client.get(reverse("addendum", args=[wereld.in_uitvoering.nummer])),
    }

    for naam, response in paginas.items():
        som = dict(response.context["bezwaar_som"])
        assert som["Uiterste datum"] == datum_lang(response.context["bezwaar_tot"]), naam
        assert "<dt>Kalender</dt>" in response.text, naam


def test_end_of_the_support_explains_each_day_it_announces(client, wereld):
    client.force_login(wereld.users["consulent"])
    url = reverse("beeindigen", args=[wereld.in_uitvoering.nummer])
    gegevens = {
        "grond": "eigen_verzoek", "datum": ON.strftime("%d-%m-%Y"), "toelichting": "Uw doelen zijn behaald.",
        "nazorg_gewenst": "ja",
    }  # fmt: skip

    einde = client.post(url, gegevens).context["einde"]

    uitleg = {over: dict(som)["Uiterste datum"] for over, som in einde.uitleg}
    assert uitleg == {
        "van het bezwaar": datum_lang(einde.bezwaar_tot),
        **{f"van contact {keer}": datum_lang(dag) for keer, dag in enumerate(einde.contacten, 1)},
        "van het einde van de nazorg": datum_lang(einde.nazorg_tot),
    }
    assert len(uitleg) == 6


NOEMT_DAG = re.compile(r"uiterlijk|te laat|tot en met", re.IGNORECASE)
# They name a day that is no last day of a clock: a letter that left or not, an evaluation, work that waits.
ZONDER_KLOK = {"Verzendstap"}


def test_every_step_that_names_a_last_day_leads_to_why(wereld):
    """Of every app, whether it is the first step of its dossier or not."""
    zonder, gezien = set(), set()
    for dossier in Dossier.objects.voor_pagina():
        for bron in registratie._stappen:
            for rol in ("consulent", "coordinator"):
                stap = bron.stap(dossier, wereld.users[rol], ON)
                if stap is None or not NOEMT_DAG.search(f"{stap.titel} {stap.tekst}"):
                    continue
                naam = type(bron).__name__
                gezien.add(naam)
                if not stap.waarom_url:
                    zonder.add((naam, stap.titel))

    assert {(naam, titel) for naam, titel in zonder if naam not in ZONDER_KLOK} == set()
    assert gezien >= {"Planstap", "Eindgrondstap", "Nazorgstopstap", "Bezwaarstap", "Acclimatisatiestap", "Nazorgstap"}
