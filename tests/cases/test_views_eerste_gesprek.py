"""Changing the eerste gesprek: fill in, see every clock before and after, confirm."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions import gesprekken as acties
from cases.keuzes import Kanaal, Leefgebied
from cases.models import Gesprek, Termijn
from cases.status import Status
from tests.factories import moment
from tests.haltes import halte
from tests.wegen import stel_vast

NU = datetime(2026, 5, 8, 9, 30, tzinfo=UTC)
ON = NU.date()
REDEN = {"reden": "De agenda zei 10 maart."}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@halte
def eerste(dossier, consulent):
    return acties.eerste_gesprek_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, 12),
        kanaal=Kanaal.HUISBEZOEK,
        verslag="",
        hulpvragen={Leefgebied.WONEN: "De vloer is kapot."},
        by=consulent,
        at=moment(ON),
        on=ON,
    )


@pytest.fixture
def tweede(dossier, eerste, consulent):
    return acties.gesprek_vastleggen(
        dossier=dossier,
        datum=date(2026, 4, 2),
        kanaal=Kanaal.KANTOOR,
        aanwezig="",
        verslag="",
        hulpvragen={},
        urgentie={},
        by=consulent,
        at=moment(ON),
        on=ON,
    )


@pytest.fixture
def url(dossier):
    return reverse("eerste_gesprek_wijzigen", args=[dossier.nummer])


def berichten(response):
    return [str(bericht) for bericht in response.context["messages"]]


def regels(response):
    return {
        regel.naam: (_kant(regel.voor), _kant(regel.na) if regel.is_anders else "blijft gelijk")
        for regel in response.context["regels"]
    }


def _kant(kant):
    return (kant.tot, kant.stand.woorden, kant.gehaald) if kant else None


def test_form_starts_with_the_eerste_gesprek_as_it_is(pagina, url, eerste, tweede):
    form = pagina.get(url).context["form"]

    assert form.initial["gesprek"] == eerste
    assert [label for _, label in form.fields["gesprek"].choices] == [
        "12 maart 2026, huisbezoek, nu het eerste gesprek",
        "2 april 2026, op kantoor",
    ]


def test_form_starts_with_the_gesprek_that_the_link_named(pagina, url, eerste, tweede):
    assert pagina.get(f"{url}?gesprek={tweede.pk}").context["form"].initial["gesprek"] == tweede
    assert pagina.get(f"{url}?gesprek=x").context["form"].initial["gesprek"] == eerste


def test_confirm_page_shows_each_clock_before_and_after_and_changes_nothing(pagina, url, dossier, eerste):
    voor = list(Termijn.objects.order_by("pk").values_list())

    response = pagina.post(url, {"gesprek": eerste.pk, "datum": "2026-03-13", **REDEN})

    assert regels(response) == {
        "Eerste contact": (
            (date(2026, 3, 9), "3 dagen te laat", date(2026, 3, 12)),
            (date(2026, 3, 9), "4 dagen te laat", date(2026, 3, 13)),
        ),
        "Eerste gesprek": (
            (date(2026, 4, 28), "gehaald", date(2026, 3, 12)),
            (date(2026, 4, 28), "gehaald", date(2026, 3, 13)),
        ),
        "Plan van aanpak": ((date(2026, 5, 7), "1 dag te laat", None), (date(2026, 5, 8), "vandaag", None)),
        "Spullen toekennen": ((date(2026, 9, 12), "nog 4 maanden", None), (date(2026, 9, 13), "nog 4 maanden", None)),
        "Besluiten nemen": (
            (date(2028, 3, 12), "nog 1 jaar en 10 maanden", None),
            (date(2028, 3, 13), "nog 1 jaar en 10 maanden", None),
        ),
    }
    assert "donderdag 12 maart 2026" in response.text
    assert "vrijdag 13 maart 2026" in response.text
    assert list(Termijn.objects.order_by("pk").values_list()) == voor
    dossier.refresh_from_db()
    assert dossier.datum_eerste_gesprek == date(2026, 3, 12)


def test_confirming_does_it_and_says_what_moved(pagina, url, dossier, eerste):
    gegevens = {"gesprek": eerste.pk, "datum": "2026-03-13", **REDEN, "stap": "bevestigen"}

    response = pagina.post(url, gegevens, follow=True)

    assert response.redirect_chain == [(reverse("gesprekken", args=[dossier.nummer]), 302)]
    (bericht,) = berichten(response)
    assert bericht.startswith("Het eerste gesprek was op vrijdag 13 maart 2026. Eerste contact: ")
    assert "Plan van aanpak: tot en met 7 mei 2026 (te laat) wordt tot en met 8 mei 2026 (loopt);" in bericht
    assert bericht.endswith("Vertel de inwoner de datum.")
    dossier.refresh_from_db()
    assert dossier.datum_eerste_gesprek == date(2026, 3, 13)


def test_another_gesprek_without_a_date_keeps_its_own(pagina, url, dossier, eerste, tweede):
    vooraf = pagina.post(url, {"gesprek": tweede.pk, "datum": "", **REDEN})
    pagina.post(url, {"gesprek": tweede.pk, "datum": "", **REDEN, "stap": "bevestigen"})

    assert vooraf.context["waarschuwingen"] == [
        "Bij dit gesprek staan geen hulpvragen. Het eerste gesprek is het gesprek waarin u de hulpvragen vaststelde."
    ]
    assert "(een ander gesprek)" in vooraf.text
    assert Gesprek.objects.get(is_eerste_gesprek=True) == tweede
    dossier.refresh_from_db()
    assert dossier.datum_eerste_gesprek == date(2026, 4, 2)


def test_plan_that_is_vastgesteld_warns_before_it_is_done(pagina, dossier, consulent, url, snelle_pdf):
    besluit = stel_vast(dossier, consulent, gesprek=date(2026, 3, 12), besluit=date(2026, 4, 20))

    response = pagina.post(url, {"gesprek": dossier.gesprekken.get().pk, "datum": "2026-03-10", **REDEN})

    (tekst,) = response.context["waarschuwingen"]
    assert tekst.startswith(f"Het plan is vastgesteld met besluit {besluit.nummer} van 20 april 2026.")


def test_going_back_keeps_what_was_filled_in(pagina, url, eerste):
    response = pagina.post(url, {"gesprek": eerste.pk, "datum": "2026-03-13", **REDEN, "stap": "wijzigen"})

    assert "De agenda zei 10 maart." in response.text
    assert "regels" not in response.context


@pytest.mark.parametrize(
    ("datum", "reden", "fouten"),
    [
        ("", "x", {"__all__": ["Dit is het eerste gesprek al, met deze datum. Kies een ander gesprek of datum."]}),
        ("2026-05-09", "x", {"datum": ["Het eerste gesprek kan niet in de toekomst liggen."]}),
        ("2026-03-01", "x", {"datum": ["Het eerste gesprek kan niet vóór de aanmelding van 2 maart 2026 liggen."]}),
        ("2026-03-10", "", {"reden": ["Vul dit veld in."]}),
    ],
    ids=["nothing", "future", "before-aanmelding", "no-reason"],
)
def test_what_can_not_be_is_said_at_its_field(pagina, url, eerste, datum, reden, fouten):
    response = pagina.post(url, {"gesprek": eerste.pk, "datum": datum, "reden": reden})

    gekregen = response.context["form"].errors
    assert set(gekregen) == set(fouten)
    for veld, (tekst,) in fouten.items():
        assert gekregen[veld][0].startswith(tekst.split(". ")[0].rstrip("."))
    assert Gesprek.objects.get().datum == date(2026, 3, 12)


def test_without_a_gesprek_nothing_is_compared(pagina, url, eerste):
    response = pagina.post(url, {"gesprek": "", "datum": "2026-03-10", **REDEN})

    assert response.context["form"].errors == {"gesprek": ["Kies een van de mogelijkheden."]}


def test_dossier_without_an_eerste_gesprek_leads_back(pagina, url, dossier):
    te_vroeg = pagina.get(url, follow=True)
    dossier.status = Status.ACCLIMATISATIE
    dossier.save()
    zonder = pagina.get(url, follow=True)

    assert berichten(te_vroeg) == ["Het eerste gesprek wijzigen kan niet: dit dossier staat op 'Aanmelding'."]
    assert berichten(zonder) == ["Dit dossier heeft nog geen eerste gesprek. Leg het eerst vast."]
