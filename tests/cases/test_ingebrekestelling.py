"""An ingebrekestelling: what it can be about, the two weeks it starts, the dwangsom and its withdrawal."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse

from cases.actions import ingebrekestelling as acties
from cases.actions.basis import ActieFout
from cases.actions.termijnen import start_termijn
from cases.models import DossierEvent, Ingebrekestelling
from planvanaanpak.actions.besluit import vaststellen
from tests.cases.documentstappen import een_document
from tests.factories import BeleidFactory, maak_dossier, moment
from tests.haltes import halte
from tests.wegen import maak_volledig_plan, voer_eerste_gesprek

# The plan was due on 29 April 2026; the two weeks after 4 May end on 18 May.
GESPREK, LAATSTE, ON = date(2026, 3, 4), date(2026, 4, 29), date(2026, 5, 4)

pytestmark = pytest.mark.django_db


@halte
def te_laat(dossier, consulent, snelle_pdf):
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    dossier.refresh_from_db()
    return dossier


def klok(dossier, regel="plan_van_aanpak"):
    return dossier.termijnen.get(regel=regel)


def leg_vast(dossier, by, *, regel="plan_van_aanpak", ontvangen_op=ON, on=ON, **anders):
    gegevens = {"toelichting": "", "geen_dwangsom": "", "document": None, **anders}
    return acties.ingebrekestelling_vastleggen(
        dossier=dossier,
        termijn=klok(dossier, regel),
        ontvangen_op=ontvangen_op,
        **gegevens,
        by=by,
        at=moment(on),
        on=on,
    )


def dwangsom(dossier, rij, on):
    return acties.dwangsom_van(rij, list(dossier.termijnen.all()), on)


def test_ingebrekestelling_starts_its_two_weeks(te_laat, consulent):
    rij = leg_vast(te_laat, consulent)

    termijn = klok(te_laat, "ingebrekestelling")
    assert (termijn.start, termijn.uiterste_datum, termijn.status, termijn.aard) == (
        ON,
        date(2026, 5, 18),
        "lopend",
        "plicht",
    )
    assert (rij.termijn.regel, rij.ontvangen_op) == ("plan_van_aanpak", ON)
    event = DossierEvent.objects.latest("pk")
    assert (event.soort, event.tekst) == (
        "ingebrekestelling",
        "Ingebrekestelling ontvangen op 4 mei 2026. Beslis uiterlijk 18 mei 2026.",
    )


@pytest.mark.parametrize(
    ("on", "bedrag"),
    [(date(2026, 5, 18), 0), (date(2026, 5, 19), 23), (date(2026, 6, 1), 322), (date(2026, 12, 1), 1442)],
)
def test_dwangsom_begins_on_the_day_after_the_two_weeks(te_laat, consulent, on, bedrag):
    assert dwangsom(te_laat, leg_vast(te_laat, consulent), on).bedrag == bedrag


def test_besluit_stops_the_two_weeks_and_the_dwangsom(te_laat, consulent):
    rij = leg_vast(te_laat, consulent)
    besluit = date(2026, 5, 21)
    plan = maak_volledig_plan(te_laat, consulent, besluit)
    vaststellen(plan=plan, datum=besluit, by=consulent, at=moment(besluit), on=besluit)

    assert klok(te_laat, "ingebrekestelling").status == "te_laat_gehaald"
    assert dwangsom(te_laat, rij, date(2026, 12, 1)).bedrag == 46  # 19 and 20 May


def test_exception_of_lid_6_is_recorded_and_nothing_is_owed(te_laat, consulent):
    rij = leg_vast(te_laat, consulent, geen_dwangsom="onredelijk laat", toelichting="Twee jaar later.")

    assert dwangsom(te_laat, rij, date(2026, 12, 1)).som == (
        ("Geen dwangsom", "De ingebrekestelling kwam onredelijk laat (Awb artikel 4:17 lid 6 onder a)"),
    )


def test_one_that_came_too_early_starts_nothing(te_laat, consulent):
    rij = leg_vast(te_laat, consulent, ontvangen_op=LAATSTE)

    assert not te_laat.termijnen.filter(regel="ingebrekestelling").exists()
    assert dwangsom(te_laat, rij, date(2026, 12, 1)).bedrag == 0
    assert DossierEvent.objects.latest("pk").tekst == (
        "Ingebrekestelling ontvangen op 29 april 2026. Zij kwam te vroeg en telt niet."
    )


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"ontvangen_op": date(2026, 5, 5)}, "kan niet in de toekomst"),
        ({"ontvangen_op": date(2026, 3, 1)}, "De aanmelding was op 2 maart 2026"),
        ({"ontvangen_op": LAATSTE, "on": LAATSTE}, "Deze termijn is niet te laat: zij loopt tot en met 29 april 2026"),
        ({"regel": "besluiten"}, "gaat niet over een besluit op een aanvraag"),
    ],
    ids=["future", "before", "in time", "venster"],
)
def test_what_is_not_about_a_late_besluit_is_refused(te_laat, consulent, anders, melding):
    with pytest.raises(ActieFout, match=melding), transaction.atomic():
        leg_vast(te_laat, consulent, **anders)

    assert Ingebrekestelling.objects.count() == 0


def test_second_about_the_same_besluit_is_refused_until_the_first_is_withdrawn(te_laat, consulent):
    rij = leg_vast(te_laat, consulent)
    with (
        pytest.raises(ActieFout, match="Er is al een ingebrekestelling, ontvangen op 4 mei 2026"),
        transaction.atomic(),
    ):
        leg_vast(te_laat, consulent)

    acties.ingebrekestelling_intrekken(ingebrekestelling=rij, reden="Klacht.", by=consulent, at=moment(ON))
    assert klok(te_laat, "ingebrekestelling").status == "vervallen"
    with pytest.raises(ActieFout, match="al ingetrokken: Klacht"):
        acties.ingebrekestelling_intrekken(ingebrekestelling=rij, reden="Nog eens.", by=consulent, at=moment(ON))
    leg_vast(te_laat, consulent)

    assert Ingebrekestelling.objects.geldig().count() == 1


def test_letter_of_another_dossier_is_refused(te_laat, consulent, gemeente):
    with pytest.raises(ActieFout, match="hoort bij een ander dossier"):
        leg_vast(te_laat, consulent, document=een_document(maak_dossier(gemeente, bsn=""), consulent))


@pytest.mark.parametrize(
    ("profiel", "regels"),
    [
        ("tiel_2025", ("plan_van_aanpak", "besluit_op_bezwaar")),
        ("vng_2025", ("eerste_gesprek", "plan_van_aanpak", "besluit_op_bezwaar")),
    ],
)
def test_aanvraagmoment_says_which_clocks_are_about_an_aanvraag(gemeente, profiel, regels):
    BeleidFactory(gemeente=gemeente, profiel=profiel, geldig_vanaf=date(2026, 1, 1))

    assert acties.regels_op_aanvraag(maak_dossier(gemeente, bsn="")) == regels


def test_late_gesprek_counts_where_the_aanmelding_is_the_aanvraag(gemeente, consulent):
    BeleidFactory(gemeente=gemeente, profiel="vng_2025", geldig_vanaf=date(2026, 1, 1))
    dossier = maak_dossier(gemeente, bsn="")

    leg_vast(dossier, consulent, regel="eerste_gesprek", ontvangen_op=date(2026, 4, 29), on=date(2026, 4, 29))

    assert klok(dossier, "ingebrekestelling").uiterste_datum == date(2026, 5, 13)


def test_the_two_weeks_end_on_a_workday(te_laat, consulent):
    leg_vast(te_laat, consulent, ontvangen_op=date(2026, 5, 9), on=date(2026, 5, 11))

    assert klok(te_laat, "ingebrekestelling").uiterste_datum == date(2026, 5, 26)  # 23-25 May: weekend and Pinksteren


@pytest.fixture
def pagina(client, consulent, snelle_pdf):
    client.force_login(consulent)
    with time_machine.travel(datetime(2026, 5, 20, 9, 30, tzinfo=UTC), tick=False):
        yield client


def test_page_shows_what_it_starts_and_the_dossier_shows_the_dwangsom(pagina, te_laat):
    url, wat = reverse("ingebrekestelling", args=[te_laat.nummer]), {"ontvangen_op": "04-05-2026"}
    wat["termijn"] = klok(te_laat).pk

    eerst = pagina.post(url, wat)
    assert Ingebrekestelling.objects.count() == 0
    daarna = pagina.post(url, {**wat, "stap": "bevestigen"}, follow=True)

    assert "<dt>Beslis uiterlijk</dt><dd><strong>maandag 18 mei 2026</strong>" in eerst.text
    assert "Dwangsom tot en met vandaag: <strong>€\xa046,00</strong>" in daarna.text
    rij = Ingebrekestelling.objects.get()
    weg = pagina.post(
        reverse("ingebrekestelling_intrekken", args=[te_laat.nummer, rij.pk]), {"reden": "Klacht."}, follow=True
    )
    assert "Ingetrokken: Klacht." in weg.text


def test_page_warns_of_one_that_came_too_early(pagina, te_laat):
    url = reverse("ingebrekestelling", args=[te_laat.nummer])

    response = pagina.post(url, {"ontvangen_op": "29-04-2026", "termijn": klok(te_laat).pk})

    assert "Deze ingebrekestelling kwam te vroeg" in response.text


def test_page_asks_why_there_is_no_dwangsom(pagina, te_laat):
    wat = {"ontvangen_op": "04-05-2026", "termijn": klok(te_laat).pk, "geen_dwangsom": "kennelijk"}

    response = pagina.post(reverse("ingebrekestelling", args=[te_laat.nummer]), wat)

    assert "Schrijf op waarom er geen dwangsom is." in response.text


def test_page_leads_back_when_nothing_is_late(pagina, te_laat):
    start_termijn(
        dossier=te_laat, regel="plan_van_aanpak", aanleiding=klok(te_laat).aanleiding, start=date(2026, 5, 18), on=ON
    )

    response = pagina.get(reverse("ingebrekestelling", args=[te_laat.nummer]), follow=True)

    assert "Er is in dit dossier geen besluit te laat." in response.text
