"""Recording a gesprek that was planned, from a button that does not name the afspraak."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine
from django.urls import reverse

from cases.actions.afspraak import afspraak_plannen
from cases.actions.toewijzen import toewijzen
from cases.models import Afspraak, Driegesprek, Gesprek, Taak
from tests.cases.test_views_gesprek import DRIEGESPREK, GESPREK
from tests.factories import moment
from tests.haltes import halte
from tests.wegen import voer_eerste_gesprek

ON, GISTEREN, MORGEN = date(2026, 3, 20), date(2026, 3, 19), date(2026, 3, 21)
BEWAARD, DICHT = "Het gesprek is vastgelegd.", " De afspraak van {} maart 2026 is afgesloten."

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


def plan(dossier, by, soort="eerste gesprek", datum=GISTEREN):
    gegevens = {"datum": datum, "tijd": time(10, 30), "kanaal": "huisbezoek", "met": "Haar zus"}
    wanneer = min(datum, ON)
    return afspraak_plannen(dossier=dossier, soort=soort, gegevens=gegevens, by=by, at=moment(wanneer), on=wanneer)


def url(naam, dossier):
    return reverse(naam, args=[dossier.nummer])


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def standen():
    return list(Afspraak.objects.order_by("pk").values_list("status", flat=True))


def test_eerste_gesprek_starts_with_what_was_planned_and_its_clocks_with_that_day(pagina, dossier, consulent):
    plan(dossier, consulent)

    response = pagina.get(url("eerste_gesprek", dossier))

    assert response.context["form"].initial == {"datum": GISTEREN, "kanaal": "huisbezoek", "aanwezig": "Haar zus"}
    assert response.context["datum"] == GISTEREN
    assert [klok.uiterste_datum for klok in response.context["klokken"]] == [
        date(2026, 5, 15),  # 8 weken is Hemelvaartsdag
        date(2026, 9, 19),
        date(2028, 3, 19),
    ]
    assert (
        "Gepland op donderdag 19 maart 2026 om 10.30 uur. Als u dit gesprek bewaart, is die afspraak afgesloten."
        in response.text
    )


def test_saving_the_eerste_gesprek_closes_its_afspraak_and_says_so_twice(pagina, dossier, consulent):
    afspraak = plan(dossier, consulent)
    invoer = {**GESPREK, "datum": "19-03-2026"}

    eerste = pagina.post(url("eerste_gesprek", dossier), invoer, follow=True)
    tweede = pagina.post(url("eerste_gesprek", dossier), invoer, follow=True)

    afspraak.refresh_from_db()
    assert (afspraak.status, afspraak.gesprek) == ("gehouden", Gesprek.objects.get())
    assert Taak.objects.open().filter(afspraak=afspraak).count() == 0
    for response in (eerste, tweede):
        assert (
            "Het eerste gesprek is vastgelegd. De afspraak van 19 maart 2026 is afgesloten." in berichten(response)[0]
        )


def test_eerste_gesprek_before_its_planned_day_starts_empty_and_closes_it_all_the_same(pagina, dossier, consulent):
    plan(dossier, consulent, datum=MORGEN)

    begin = pagina.get(url("eerste_gesprek", dossier)).context["form"].initial
    response = pagina.post(url("eerste_gesprek", dossier), {**GESPREK, "datum": "20-03-2026"}, follow=True)

    assert begin == {"datum": ON}
    assert standen() == ["gehouden"]
    assert (
        "De afspraak van 21 maart 2026 is afgesloten. Gaat dat gesprek ook door? Plan het dan opnieuw."
        in berichten(response)[0]
    )


@pytest.mark.parametrize("pad", ["dossier", "gesprekken", "vandaag"])
def test_main_buttons_lead_to_the_page_that_finds_the_afspraak(pagina, dossier, consulent, coordinator, gemeente, pad):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(GISTEREN))
    plan(dossier, consulent)

    response = pagina.get(reverse("vandaag") if pad == "vandaag" else url(pad, dossier))

    assert f'href="{url("eerste_gesprek", dossier)}"' in response.text


@halte
def gesproken(dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))
    dossier.refresh_from_db()
    return dossier


@pytest.mark.parametrize(
    ("dagen", "begin", "na", "melding"),
    [
        pytest.param([GISTEREN], GISTEREN, ["gehouden"], DICHT.format(19), id="one"),
        pytest.param([ON, MORGEN], ON, ["gehouden", "gepland"], DICHT.format(20), id="today"),
        pytest.param([GISTEREN, ON], ON, ["gepland", "gepland"], "", id="two"),
        pytest.param([MORGEN], ON, ["gepland"], "", id="to-come"),
    ],
)
def test_gesprek_is_the_only_one_planned_up_to_today(pagina, gesproken, consulent, dagen, begin, na, melding):
    for dag in dagen:
        plan(gesproken, consulent, "gesprek", dag)
    invoer = {"datum": "20-03-2026", "kanaal": "kantoor", "verslag": "Gesproken."}

    initial = pagina.get(url("gesprek_nieuw", gesproken)).context["form"].initial
    response = pagina.post(url("gesprek_nieuw", gesproken), invoer, follow=True)

    assert initial["datum"] == begin
    assert standen() == na
    assert berichten(response) == [f"{BEWAARD}{melding}"]


def test_gesprek_of_before_the_planned_one_leaves_it_planned(pagina, gesproken, consulent):
    plan(gesproken, consulent, "gesprek")
    invoer = {"datum": "18-03-2026", "kanaal": "telefoon", "verslag": "Gebeld."}

    pagina_nieuw = pagina.get(url("gesprek_nieuw", gesproken)).text
    response = pagina.post(url("gesprek_nieuw", gesproken), invoer, follow=True)

    assert "is die afspraak afgesloten. Was dit gesprek daarvoor? Dan blijft de afspraak staan." in pagina_nieuw
    assert standen() == ["gepland"]
    assert berichten(response) == [BEWAARD]


def test_driegesprek_does_the_same(pagina, gesproken, consulent):
    plan(gesproken, consulent, "driegesprek")
    plan(gesproken, consulent, "gesprek")
    adres = url("driegesprek_nieuw", gesproken)

    response = pagina.get(adres)
    gelukt = pagina.post(adres, {**DRIEGESPREK, "datum": "2026-03-19"}, follow=True)

    assert response.context["form"].initial["datum"] == GISTEREN
    assert "Gepland op donderdag 19 maart 2026 om 10.30 uur." in response.text
    assert standen() == ["gehouden", "gepland"]
    assert berichten(gelukt) == [
        f"Het driegesprek is vastgelegd. Het telt mee voor de SPUK, onderdeel F.{DICHT.format(19)}"
    ]
    assert Driegesprek.objects.count() == 1


@pytest.mark.parametrize(
    ("dag", "knop", "naam"),
    [
        (GISTEREN, "Gesprek gehouden", "afspraak_gehouden"),
        (ON, "Gesprek gehouden", "afspraak_gehouden"),
        (MORGEN, "Afspraak openen", "afspraak"),
    ],
)
def test_row_on_vandaag_asks_from_the_day_itself_whether_it_was_held(pagina, dossier, consulent, dag, knop, naam):
    afspraak = plan(dossier, consulent, "gesprek", dag)

    groepen = pagina.get(reverse("vandaag")).context["groepen"]

    (regel,) = [regel for groep in groepen for regel in groep.regels if regel.stap.startswith("Gesprek om")]
    assert (regel.knop, regel.knop_url) == (knop, reverse(naam, args=[dossier.nummer, afspraak.pk]))


def test_page_that_asks_leads_to_moving_and_cancelling_too(pagina, dossier, consulent):
    afspraak = plan(dossier, consulent)
    args = [dossier.nummer, afspraak.pk]

    tekst = pagina.get(reverse("afspraak_gehouden", args=args)).text

    for naam, woord in (("afspraak", "Verzet de afspraak"), ("afspraak_afzeggen", "zeg hem af")):
        assert f'<a class="nl-link" href="{reverse(naam, args=args)}">{woord}</a>' in tekst
