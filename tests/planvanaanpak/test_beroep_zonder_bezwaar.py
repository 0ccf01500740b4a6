"""Beroep without a bezwaar: wegens niet tijdig beslissen, or against a besluit at once; and what the court orders."""

from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.rollen import Rol
from cases.actions.ingebrekestelling import ingebrekestelling_vastleggen
from cases.actions.intrekken import dossier_intrekken
from cases.models import Dossier, Termijn
from cases.registratie import bindingen
from cases.status import Status
from planvanaanpak.actions import beroep as beroepen
from planvanaanpak.actions.besluit import vaststellen
from planvanaanpak.beroepbron import oordeel_van
from planvanaanpak.models import Beroep, Bezwaar, Herroeping
from planvanaanpak.poortdag import poortdag
from tests.factories import maak_dossier, maak_user, moment
from tests.haltes import halte
from tests.planvanaanpak import besluitstappen
from tests.planvanaanpak import bezwaarstappen as stappen
from tests.planvanaanpak.paginas import berichten, fouten
from tests.planvanaanpak.test_actions_bezwaar import laatste_event
from tests.planvanaanpak.test_actions_verzending import weigert
from tests.planvanaanpak.test_bezwaar_matrix import MET_BEZWAAR
from tests.planvanaanpak.test_uitspraak import wijzig

# The plan was due on 7 May 2026; the two weeks after 11 May end on 26 May, the day after tweede pinksterdag.
LAATSTE, GESTELD, INGESTELD = date(2026, 5, 7), date(2026, 5, 11), date(2026, 5, 27)
UITSPRAAK, VERZONDEN, TWEE_WEKEN = date(2026, 7, 6), date(2026, 7, 8), date(2026, 7, 22)
GEGROND = {
    "uitkomst": "gegrond", "uitspraak_datum": UITSPRAAK, "uitspraak_verzonden": VERZONDEN, "opdracht": "opnieuw",
}  # fmt: skip
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]


@halte
def jurist(gemeente):
    return maak_user(Rol.COORDINATOR, gemeente, email="jurist@voorbeeld.example", naam="Bea Jurist")


@halte
def te_laat(plan, consulent):
    """Give the clock of a plan that is not there, with an ingebrekestelling about it."""
    termijn = plan.dossier.termijnen.get(regel="plan_van_aanpak")
    assert termijn.uiterste_datum == LAATSTE
    ingebrekestelling_vastleggen(
        dossier=plan.dossier, termijn=termijn, ontvangen_op=GESTELD, toelichting="", geen_dwangsom="", document=None,
        by=consulent, at=moment(GESTELD), on=GESTELD,
    )  # fmt: skip
    return Termijn.objects.get(pk=termijn.pk)


def stel_in(over, by, on=INGESTELD, **anders):
    velden = {"soort": "niet_tijdig", "datum": INGESTELD, "gerecht": "rechtbank Gelderland"} | anders
    return beroepen.beroep_vastleggen(over=over, gegevens=velden, by=by, at=moment(on), on=on)


def klok(regel="niet_tijdig_uitspraak"):
    return Termijn.objects.get(regel=regel)


@pytest.mark.parametrize(("datum", "kon"), [(INGESTELD, True), (date(2026, 5, 26), False), (date(2026, 5, 8), False)])
def test_beroep_says_whether_the_two_weeks_had_passed(te_laat, consulent, datum, kon):
    beroep = stel_in(te_laat, consulent, datum=datum)

    assert (beroep.termijn, beroep.bezwaar, beroep.besluit) == (te_laat, None, None)
    assert oordeel_van(beroep, te_laat.dossier).kon is kon


def test_uitspraak_starts_the_term_of_the_court(te_laat, consulent):
    beroep = stel_in(te_laat, consulent)
    wat = {"dwangsom_verbeurd": 1442, "dwangsom_per_dag": 100, "dwangsom_hoogstens": 15000}

    wijzig(beroep, consulent, VERZONDEN, **GEGROND, **wat)

    beroep.refresh_from_db()
    assert (klok().start, klok().uiterste_datum, klok().status) == (VERZONDEN, TWEE_WEKEN, "lopend")
    assert beroep.klok == klok()
    assert laatste_event(te_laat.dossier)[1].endswith("gegrond. Beslis uiterlijk 22 juli 2026.")
    assert (beroep.dwangsom_verbeurd, beroep.dwangsom_per_dag, beroep.dwangsom_hoogstens) == (1442, 100, 15000)


@pytest.mark.parametrize(
    ("anders", "tot"),
    [
        pytest.param({"uitspraak_verzonden": None}, date(2026, 7, 20), id="from-the-uitspraak"),
        pytest.param({"opdracht_tot": date(2026, 9, 5)}, date(2026, 9, 5), id="saturday-of-the-court"),
    ],
)
def test_court_may_set_another_day(te_laat, consulent, anders, tot):
    stel_in(te_laat, consulent, VERZONDEN, **GEGROND | anders)

    assert klok().uiterste_datum == tot


def test_besluit_on_the_aanvraag_meets_the_term_of_the_court(te_laat, plan, consulent):
    stel_in(te_laat, consulent, VERZONDEN, **GEGROND)
    dag = date(2026, 7, 20)

    besluit = vaststellen(plan=plan, datum=dag, by=consulent, at=moment(dag), on=dag)
    assert (klok().datum_gehaald, klok().status) == (dag, "gehaald")

    besluitstappen.verstuur(besluit, consulent, date(2026, 7, 23))
    assert (klok().datum_gehaald, klok().status) == (date(2026, 7, 23), "te_laat_gehaald")


def test_uitspraak_on_a_besluit_that_is_there_already_asks_nothing(te_laat, plan, consulent):
    dag = date(2026, 7, 1)
    vaststellen(plan=plan, datum=dag, by=consulent, at=moment(dag), on=dag)

    stel_in(te_laat, consulent, VERZONDEN, **GEGROND)

    assert (klok().datum_gehaald, klok().status) == (dag, "gehaald")
    assert laatste_event(te_laat.dossier)[1].endswith("Daarop is beslist op 1 juli 2026.")


@pytest.mark.parametrize("hoe", ["weghalen", "wijzigen", "niet"])
def test_uitspraak_that_was_a_mistake_stops_its_term(te_laat, consulent, hoe):
    beroep = stel_in(te_laat, consulent, VERZONDEN, **GEGROND)

    if hoe == "weghalen":
        beroepen.beroep_weghalen(beroep=beroep, reden="Vergissing", by=consulent, at=moment(VERZONDEN))
    elif hoe == "wijzigen":
        wijzig(beroep, consulent, VERZONDEN, uitkomst="ongegrond")
    else:
        wijzig(beroep, consulent, VERZONDEN, opdracht="niet")

    beroep.refresh_from_db()
    assert (klok().status, beroep.klok) == ("vervallen", None)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"opdracht": ""}, "Kies of de gemeente opnieuw moet beslissen"),
        ({"opdracht": "herroepen"}, "Er is geen besluit dat het gerecht kon herroepen"),
        ({"opdracht_tot": VERZONDEN}, "ligt na de uitspraak"),
        ({"uitspraak_verzonden": date(2026, 7, 5)}, "kan niet vóór de uitspraak van 6 juli 2026 liggen"),
        ({"uitspraak_verzonden": date(2026, 7, 9)}, "kan niet in de toekomst liggen"),
        ({"soort": "beroep"}, "nog niet beslist"),
        ({"datum": date(2026, 1, 1)}, "kan niet vóór de aanmelding"),
    ],
)
def test_what_can_not_be_is_refused(te_laat, consulent, anders, melding):
    weigert(melding, stel_in, te_laat, consulent, VERZONDEN, **GEGROND | anders)


def test_dwangsom_goes_with_an_uitspraak_that_gives_right(te_laat, consulent):
    beroep = stel_in(te_laat, consulent, VERZONDEN, **GEGROND | {"uitkomst": "ongegrond", "dwangsom_per_dag": 100})

    assert (beroep.opdracht, beroep.dwangsom_per_dag) == ("", None)


def test_second_beroep_when_the_term_of_the_court_passed_too(te_laat, consulent):
    stel_in(te_laat, consulent, VERZONDEN, **GEGROND)
    later = {"datum": date(2026, 8, 3), "uitspraak_datum": date(2026, 9, 1), "uitspraak_verzonden": None}

    stel_in(te_laat, consulent, date(2026, 9, 1), **GEGROND | later)

    assert [t.uiterste_datum for t in Termijn.objects.filter(regel="niet_tijdig_uitspraak").order_by("pk")] == [
        TWEE_WEKEN, date(2026, 9, 15),
    ]  # fmt: skip


def test_late_besluit_op_bezwaar_has_its_term_of_the_court(besluit, consulent, jurist):
    bezwaar = stappen.maak_klaar(stappen.maak_bezwaar(stappen.verstuur(besluit, consulent), consulent), consulent)
    on = date(2026, 10, 1)
    beroep = stel_in(
        bezwaar, consulent, on, datum=date(2026, 8, 17), uitkomst="gegrond", uitspraak_datum=on, opdracht="opnieuw"
    )
    assert (klok().uiterste_datum, bezwaar.beslissing) == (date(2026, 10, 15), None)
    assert oordeel_van(beroep, bezwaar.dossier).kon is False

    nieuw = stappen.beslis(bezwaar, jurist, on=date(2026, 10, 12))
    assert klok().status == "lopend"
    stappen.verstuur(nieuw, jurist, date(2026, 10, 12))

    assert (klok().datum_gehaald, klok().status) == (date(2026, 10, 12), "gehaald")
    assert Bezwaar.objects.get().termijn.status == "te_laat_gehaald"


def test_beroep_against_a_besluit_at_once(besluit, consulent):
    stappen.verstuur(besluit, consulent)
    beroep = stel_in(besluit, consulent, soort="rechtstreeks")

    wijzig(beroep, consulent, VERZONDEN, **GEGROND)

    assert klok("besluit_na_uitspraak").uiterste_datum == date(2026, 9, 2)
    assert Herroeping.objects.get().uitspraak == beroep
    weigert("kan geen beroep wegens niet tijdig", stel_in, besluit, consulent)


def test_refusal_that_a_court_undid_keeps_the_day_on_which_it_was_taken(na_gesprek, consulent, snelle_pdf):
    """Somebody who was wrongly refused in time is not too late because a court had to say it."""
    afwijzing = besluitstappen.verstuur(besluitstappen.wijs_af(na_gesprek, consulent), consulent, GESTELD)
    beroep = stel_in(afwijzing, consulent, soort="rechtstreeks")
    later = date(2028, 5, 1)
    Dossier.objects.filter(pk=na_gesprek.pk).update(status="plan_van_aanpak")
    assert poortdag(Dossier.objects.get(pk=na_gesprek.pk), "", later) == later
    Dossier.objects.filter(pk=na_gesprek.pk).update(status="afgesloten")

    wijzig(beroep, consulent, VERZONDEN, **GEGROND)

    dossier = Dossier.objects.get(pk=na_gesprek.pk)
    assert dossier.status == "plan_van_aanpak"
    assert poortdag(dossier, "", later) == GESTELD


def test_dossier_with_beroep_keeps_its_number_until_that_was_a_mistake(te_laat, consulent):
    dossier = te_laat.dossier
    weg = {"dossier": dossier, "reden": "Dubbel", "by": consulent, "at": moment(INGESTELD)}

    beroep = stel_in(te_laat, consulent)

    assert [binding.wat for binding in bindingen(dossier)] == ["een beroep", "een plan van aanpak"]
    weigert("kan niet: er is al een beroep", dossier_intrekken, **weg)
    beroepen.beroep_weghalen(beroep=beroep, reden="Vergissing", by=consulent, at=moment(INGESTELD))
    assert [binding.wat for binding in bindingen(dossier)] == ["een plan van aanpak"]
    assert dossier_intrekken(**weg).status == Status.INGETROKKEN


def test_database_holds_to_one_thing(te_laat, consulent, plan):
    beroep = stel_in(te_laat, consulent)

    with pytest.raises(IntegrityError, match="beroep_over_een_ding"), transaction.atomic():
        Beroep.objects.filter(pk=beroep.pk).update(termijn=None)


@pytest.mark.parametrize("status", Status)
def test_beroep_in_every_status(te_laat, consulent, status):
    Dossier.objects.update(status=status)

    if status in MET_BEZWAAR:
        assert stel_in(te_laat, consulent).pk
        return
    weigert("Een beroep vastleggen kan niet: dit dossier staat op", stel_in, te_laat, consulent)


def op(dag):
    return time_machine.travel(moment(dag), tick=False)


def velden(te_laat, **anders):
    vast = {"over": f"termijn-{te_laat.pk}", "soort": "niet_tijdig", "datum": "2026-05-27", "gerecht": "Rechtbank"}
    return vast | anders


def test_pages_record_it_and_what_the_court_says(client, te_laat, consulent):
    nummer = te_laat.dossier.nummer
    Termijn.objects.filter(pk=te_laat.pk).update(status="te_laat")
    client.force_login(consulent)
    nieuw, lijst = reverse("dossier_beroep_nieuw", args=[nummer]), reverse("dossier_bezwaren", args=[nummer])
    with op(INGESTELD):
        dossier = client.get(te_laat.dossier.get_absolute_url()).text
        leeg = client.get(lijst).text
        fout = client.post(nieuw, velden(te_laat, soort="hoger_beroep", uitkomst="gegrond"))
        response = client.post(nieuw, velden(te_laat), follow=True)
    beroep = Beroep.objects.get()
    pagina = reverse("dossier_beroep", args=[nummer, beroep.pk])
    with op(VERZONDEN):
        versie = client.get(pagina).context["form"]["versie"].value()
        uitspraak = {
            "uitkomst": "gegrond", "uitspraak_datum": "2026-07-06", "uitspraak_verzonden": "2026-07-08",
            "opdracht": "opnieuw", "dwangsom_per_dag": "100", "dwangsom_hoogstens": "50", "reden": "Uitspraak",
            "versie": versie,
        }  # fmt: skip
        te_weinig = client.post(pagina, velden(te_laat) | uitspraak)
        klaar = client.post(pagina, velden(te_laat) | uitspraak | {"dwangsom_hoogstens": "15000"}, follow=True)
        kaart = client.get(te_laat.dossier.get_absolute_url()).text
        weg = client.post(
            reverse("dossier_beroep_weghalen", args=[nummer, beroep.pk]), {"reden": "Vergissing"}, follow=True
        )

    assert f'href="{lijst}"' in dossier
    assert "Bijvoorbeeld beroep omdat er niet op tijd is beslist" in leeg
    assert fouten(fout.context["form"]) == {
        "soort": ["Hoger beroep kan pas na een uitspraak. Leg die eerst vast."],
        "uitspraak_datum": ["Vul de datum van de uitspraak in."],
    }
    assert berichten(response) == ["Het beroep is vastgelegd."]
    assert "Er was niet op tijd beslist op de aanvraag: dat kon tot en met 7 mei 2026." in response.text
    assert "Kon dit beroep al op die dag? Ja" in response.text
    assert "Stuur dat besluit meteen ook aan het gerecht (Awb artikel 6:20)" in response.text
    assert set(fouten(te_weinig.context["form"])) == {"dwangsom_hoogstens"}
    assert "De gemeente moet beslissen uiterlijk <strong>woensdag 22 juli 2026</strong>" in klaar.text
    assert "Dwangsom voor elke dag te laat: <strong>€\xa0100" in klaar.text
    assert "Beroep omdat er niet op tijd is beslist" in kaart
    assert "Weggehaald: Vergissing" in weg.text


def test_page_of_a_dossier_with_nothing_to_go_to_court_about_says_so(client, dossier, consulent, nu):
    client.force_login(consulent)

    response = client.get(reverse("dossier_beroep_nieuw", args=[dossier.nummer]), follow=True)

    assert berichten(response) == ["In dit dossier is nog geen besluit, en loopt geen termijn om te beslissen."]


def test_beroep_of_another_dossier_is_not_found(client, te_laat, besluit_elders, consulent):
    beroep = stel_in(te_laat, consulent)
    client.force_login(consulent)

    assert client.get(reverse("dossier_beroep", args=[besluit_elders, beroep.pk])).status_code == 404


@pytest.fixture
def besluit_elders(gemeente):
    return maak_dossier(gemeente, bsn="999990019").nummer
