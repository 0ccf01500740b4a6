"""An intrekking that is herroepen: what it took away comes back, after a bezwaar or by a court."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from accounts.rollen import Rol
from cases.models import DossierEvent, Termijn
from cases.status import Status
from planvanaanpak.actions import beroep as beroepen
from planvanaanpak.actions.besluit import addendum_vaststellen, vaststellen
from planvanaanpak.actions.herleving import te_herleven
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.bezwaarkeuzes import Dictum, Vervolg
from planvanaanpak.models import Akkoord, Bezwaar, Herroeping, PlanVanAanpak, Planversie, Voorziening
from planvanaanpak.planbron import besluit_over_plan
from tests.factories import maak_user, moment
from tests.haltes import halte
from tests.nazorg.eindes import stop
from tests.planvanaanpak import besluitstappen
from tests.planvanaanpak import bezwaarstappen as stappen
from tests.planvanaanpak.besluitstappen import ON, VERSTUURD
from tests.planvanaanpak.paginas import fouten
from tests.planvanaanpak.test_actions_verzending import weigert
from tests.planvanaanpak.test_uitspraak import UITSPRAAK
from tests.wegen import KOELKAST, WEIGEREN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]
# Taken back on 11 May, bezwaar on 18 May, decided on 22 June.
BEZWAAR, BESLOTEN = date(2026, 5, 18), date(2026, 6, 22)
LOOPT = KOELKAST | {"omschrijving": "Huurbed", "looptijd_vanaf": VERSTUURD, "looptijd_tot": date(2027, 4, 19)}
STRAKS = KOELKAST | {"omschrijving": "Bank", "looptijd_vanaf": date(2026, 7, 1)}
NEE = KOELKAST | WEIGEREN | {"omschrijving": "Kast", "weigeringsgrond": "Niet nodig"}


@halte
def toekenning(besluit, consulent):
    return stappen.verstuur(besluit, consulent)


@halte
def ingetrokken(toekenning, consulent):
    """Take the besluit on the plan back from its first day; the intrekking was sent."""
    nieuw = besluitstappen.trek_in(toekenning, consulent, ingang=VERSTUURD)
    return besluitstappen.verstuur(nieuw, consulent, ON)


@halte
def addendum_weg(toekenning, consulent):
    """Take an addendum back from 1 June: one stops, one lapses, one that was refused is a voorstel again."""
    plan = PlanVanAanpak.objects.get()
    for gegevens in (LOOPT, STRAKS, NEE):
        voorziening_bewaren(plan=plan, gegevens=gegevens, by=consulent, at=moment(VERSTUURD))
    wie = {"by": consulent, "at": moment(VERSTUURD), "on": VERSTUURD}
    addendum = addendum_vaststellen(plan=plan, datum=VERSTUURD, toelichting="Meer.", **wie)
    besluitstappen.verstuur(addendum, consulent)
    nieuw = besluitstappen.trek_in(addendum, consulent, ingang=date(2026, 6, 1))
    return besluitstappen.verstuur(nieuw, consulent, ON)


def maak_bezwaar(intrekking, by):
    bezwaar = stappen.maak_bezwaar(intrekking, by, on=BEZWAAR)
    stappen.bevestig(bezwaar, by, BEZWAAR)
    stappen.zie_af(bezwaar, by, on=BEZWAAR)
    return bezwaar


def beslis(intrekking, consulent, jurist, dictum=Dictum.GEGROND, **anders):
    gevolg = "" if dictum == Dictum.ONGEGROND else "Uw voorzieningen komen terug."
    anders = {"gevolg": gevolg, "vervolg": Vervolg.GEEN, **anders}
    return stappen.beslis(maak_bezwaar(intrekking, consulent), jurist, dictum, on=BESLOTEN, **anders)


def voorzieningen(besluit):
    """Give how the voorzieningen of a besluit stand: all of them alike."""
    return list(Voorziening.objects.filter(besluit=besluit).order_by().values_list("status", "herzien_met").distinct())


def van_addendum():
    rijen = Voorziening.objects.filter(omschrijving__in=["Huurbed", "Bank", "Kast"]).order_by("pk")
    return list(rijen.values_list("omschrijving", "status", "looptijd_tot", "herzien_met"))


def test_plan_that_was_taken_back_stands_again(toekenning, ingetrokken, consulent, jurist, brieven_gevraagd):
    plan = PlanVanAanpak.objects.get()
    assert (plan.vastgesteld_op, Akkoord.objects.exists()) == (None, False)

    besluit = beslis(ingetrokken, consulent, jurist)

    plan.refresh_from_db()
    dossier = plan.dossier
    assert dossier.status == Status.UITVOERING
    assert (plan.vastgesteld_op, plan.vastgesteld_door) == (toekenning.vastgesteld_op, consulent)
    assert (besluit_over_plan(dossier), voorzieningen(toekenning)) == (toekenning, [("toegekend", None)])
    assert Akkoord.objects.get().plan == plan
    klok = Termijn.objects.get(regel="plan_van_aanpak")
    assert (klok.datum_gehaald, klok.status) == (VERSTUURD, "gehaald")
    assert Planversie.objects.latest("nummer").besluit == besluit
    assert [(h.besluit, h.met) for h in Herroeping.objects.all()] == [(ingetrokken, besluit)]
    event = DossierEvent.objects.get(soort="herleefd")
    assert event.tekst == (
        f"Intrekking {ingetrokken.nummer} herroepen met {besluit.nummer}. Besluit {toekenning.nummer} geldt weer."
        " Voorzieningen die weer gelden: 2. Het dossier staat op 'Uitvoering'."
    )
    brief = brieven_gevraagd[-1].bezwaar
    assert (brief.herleeft, len(brief.geldt_weer)) == (toekenning.nummer, 2)


def test_intrekking_stands_when_the_bezwaar_is_ongegrond(toekenning, ingetrokken, consulent, jurist):
    beslis(ingetrokken, consulent, jurist, Dictum.ONGEGROND)

    assert voorzieningen(toekenning) == [("vervallen", ingetrokken.pk)]
    assert PlanVanAanpak.objects.get().dossier.status == Status.PLAN_VAN_AANPAK
    assert not Herroeping.objects.exists()


def test_besluit_that_holds_again_can_be_taken_back_again(toekenning, ingetrokken, consulent, jurist):
    beslis(ingetrokken, consulent, jurist)

    tweede = besluitstappen.trek_in(toekenning, consulent, ingang=BESLOTEN, on=BESLOTEN)

    assert besluit_over_plan(toekenning.dossier) is None
    assert list(toekenning.gewijzigd_met.intrekkingen()) == [tweede]
    weigert(f"al ingetrokken met {tweede.nummer}", besluitstappen.trek_in, toekenning, consulent)


def test_addendum_that_was_taken_back_gives_all_of_it_back(addendum_weg, consulent, jurist):
    assert {v.omschrijving for v in te_herleven(addendum_weg)} == {"Huurbed", "Bank"}

    beslis(addendum_weg, consulent, jurist)

    assert van_addendum() == [
        ("Huurbed", "toegekend", date(2027, 4, 19), None),
        ("Bank", "toegekend", None, None),
        ("Kast", "afgewezen", None, None),
    ]


def test_refusal_that_was_worked_on_since_stays_a_voorstel(addendum_weg, consulent, jurist):
    kast = Voorziening.objects.get(omschrijving="Kast")
    voorziening_bewaren(
        plan=kast.plan, voorziening=kast, gegevens=NEE | {"motivering": "Toch nodig."}, by=consulent, at=moment(ON)
    )

    beslis(addendum_weg, consulent, jurist)

    assert ("Kast", "voorstel", None, None) in van_addendum()


def test_deel_brings_back_what_is_chosen(addendum_weg, consulent, jurist, brieven_gevraagd):
    bank, bed = Voorziening.objects.get(omschrijving="Bank"), Voorziening.objects.get(omschrijving="Huurbed")
    bezwaar = maak_bezwaar(addendum_weg, consulent)
    deels = {"dictum": Dictum.DEELS_GEGROND, "on": BESLOTEN, "gevolg": "De bank komt terug.", "vervolg": Vervolg.GEEN}
    weigert("Kies welke voorzieningen weer gelden", stappen.beslis, bezwaar, jurist, **deels)
    weigert("verviel niet met deze intrekking", stappen.beslis, bezwaar, jurist, **deels, terug=(bank.pk + 100,))

    stappen.beslis(bezwaar, jurist, **deels, terug=(bank.pk,))

    assert van_addendum() == [
        ("Huurbed", "toegekend", date(2026, 5, 31), addendum_weg.pk),
        ("Bank", "toegekend", None, None),
        ("Kast", "voorstel", None, None),
    ]
    assert bed.herzien_met == addendum_weg
    assert brieven_gevraagd[-1].bezwaar.geldt_weer == ("Bank",)
    assert Herroeping.objects.get().deels is True


def test_besluit_that_came_since_stays(toekenning, ingetrokken, consulent, jurist):
    plan = PlanVanAanpak.objects.get()
    voorziening_bewaren(plan=plan, gegevens=KOELKAST, by=consulent, at=moment(ON))
    besluitstappen.akkoord_met(plan, consulent)
    tweede = vaststellen(plan=plan, datum=ON, by=consulent, at=moment(ON), on=ON)

    beslis(ingetrokken, consulent, jurist)

    plan.refresh_from_db()
    assert voorzieningen(toekenning) == [("toegekend", None)]
    assert (plan.dossier.status, plan.vastgesteld_op) == (Status.UITVOERING, tweede.vastgesteld_op)
    assert DossierEvent.objects.get(soort="herleefd").tekst.endswith(
        f"Daarna is opnieuw op de aanvraag beslist, met {tweede.nummer}. Bekijk of dat besluit nog klopt."
    )


def test_akkoord_that_came_since_stays(ingetrokken, consulent, jurist):
    plan = PlanVanAanpak.objects.get()
    besluitstappen.akkoord_met(plan, consulent)
    nieuw = Akkoord.objects.get()

    beslis(ingetrokken, consulent, jurist)

    assert Akkoord.objects.get() == nieuw


def test_refusal_of_the_aanvraag_that_was_taken_back_closes_the_dossier_again(na_gesprek, consulent, snelle_pdf):
    afwijzing = besluitstappen.wijs_af(na_gesprek, consulent)
    besluitstappen.verstuur(afwijzing, consulent, ON)
    intrekking = besluitstappen.trek_in(afwijzing, consulent)
    besluitstappen.verstuur(intrekking, consulent, ON)
    jurist = maak_user(Rol.COORDINATOR, afwijzing.gemeente, email="jurist@voorbeeld.example", naam="Bea Jurist")

    beslis(intrekking, consulent, jurist)

    na_gesprek.refresh_from_db()
    assert na_gesprek.status == Status.AFGESLOTEN
    assert Termijn.objects.get(regel="plan_van_aanpak").datum_gehaald == ON


@pytest.mark.parametrize(
    ("opdracht", "staat"), [("herroepen", "toegekend"), ("opnieuw", "vervallen"), ("niet", "vervallen")]
)
def test_court_that_herroept_it_itself_brings_it_back(toekenning, ingetrokken, consulent, jurist, opdracht, staat):
    stappen.verstuur(beslis(ingetrokken, consulent, jurist, Dictum.ONGEGROND), jurist, BESLOTEN)
    gegevens = {
        "soort": "beroep", "datum": date(2026, 7, 6), "gerecht": "rechtbank Gelderland", "uitkomst": "gegrond",
        "uitspraak_datum": UITSPRAAK, "opdracht": opdracht,
    }  # fmt: skip

    beroep = beroepen.beroep_vastleggen(
        over=Bezwaar.objects.get(), gegevens=gegevens, by=consulent, at=moment(UITSPRAAK), on=UITSPRAAK
    )

    assert [status for status, _ in voorzieningen(toekenning)] == [staat]
    assert Herroeping.objects.filter(besluit=ingetrokken, uitspraak=beroep).exists() == (opdracht == "herroepen")
    if opdracht == "herroepen":
        tekst = DossierEvent.objects.get(soort="herleefd").tekst
        assert tekst.startswith(
            f"Intrekking {ingetrokken.nummer} herroepen met de uitspraak van rechtbank Gelderland van 2 november 2026."
        )
        assert Planversie.objects.latest("nummer").reden.startswith(f"Intrekking {ingetrokken.nummer} herroepen")


def test_end_that_was_taken_back_does_not_come_back_by_itself(toekenning, consulent, jurist):
    einde = stop(toekenning.dossier, consulent, grond="eigen_verzoek", nazorg=False, datum=date(2026, 5, 6))
    besluitstappen.verstuur(einde.besluit, consulent, date(2026, 5, 6))
    intrekking = besluitstappen.trek_in(einde.besluit, consulent)
    besluitstappen.verstuur(intrekking, consulent, ON)
    bezwaar = maak_bezwaar(intrekking, consulent)
    gegrond = {"dictum": Dictum.GEGROND, "on": BESLOTEN, "gevolg": "Het stopt."}
    weigert("neem daarna opnieuw een besluit", stappen.beslis, bezwaar, jurist, **gegrond)

    stappen.beslis(bezwaar, jurist, **gegrond, vervolg=Vervolg.NIEUW_BESLUIT)

    dossier = toekenning.dossier
    dossier.refresh_from_db()
    assert dossier.status == Status.UITVOERING
    assert "Neem opnieuw een besluit om haar te beëindigen." in DossierEvent.objects.get(soort="herleefd").tekst


def op(dag):
    return time_machine.travel(moment(dag), tick=False)


def test_pages_ask_what_comes_back_and_show_that_it_did(client, addendum_weg, consulent, jurist):
    bezwaar = maak_bezwaar(addendum_weg, consulent)
    bank = Voorziening.objects.get(omschrijving="Bank")
    client.force_login(jurist)
    adres = reverse("bezwaar_besluit", args=[bezwaar.dossier.nummer, bezwaar.pk])
    velden = {
        "dictum": "deels_gegrond", "motivering": "U heeft deels gelijk.", "gevolg": "De bank komt terug.",
        "vervolg": "geen", "datum": "2026-06-22", "gelezen": "on",
    }  # fmt: skip
    with op(BESLOTEN):
        pagina = client.get(adres).text
        fout = client.post(adres, velden)
        klaar = client.post(adres, velden | {"terug": [bank.pk]}, follow=True)
        eerder = client.get(addendum_weg.gaat_over.get_absolute_url()).text
        intrekking = client.get(addendum_weg.get_absolute_url()).text

    assert "Welke voorzieningen gelden weer?" in pagina
    assert set(fouten(fout.context["form"])) == {"terug"}
    nieuw = Bezwaar.objects.get().beslissing
    assert klaar.redirect_chain == [(nieuw.get_absolute_url(), 302)]
    assert f'<dt>Deels herroepen</dt><dd>met <a class="nl-link" href="{nieuw.get_absolute_url()}">' in intrekking
    assert "(die intrekking of herziening is herroepen)" in eerder
