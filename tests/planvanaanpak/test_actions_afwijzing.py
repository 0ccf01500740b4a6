"""Decide on an aanvraag without a plan: refuse it, or leave it buiten behandeling; and open it again."""

from datetime import date

import pytest

from accounts.rollen import Rol
from cases.actions.aanmelden import controlepunt_maken
from cases.actions.aanvulling import aanvraag_verder_behandelen, aanvulling_intrekken, aanvulling_ontvangen
from cases.models import Controlepunt, Dossier, DossierEvent, Termijn
from cases.status import Status
from cases.statusvraag import TOCH_ERKEND, ZELF_AFGEMELD
from planvanaanpak.actions.afwijzing import gronden_van
from planvanaanpak.actions.besluit import beeindiging_vaststellen, vaststellen
from planvanaanpak.bezwaarbron import herzien_url
from planvanaanpak.bezwaarkeuzes import Dictum, Vervolg
from planvanaanpak.brief import uit_json
from planvanaanpak.briefregels import AanvulRegel
from planvanaanpak.forms.voorziening import VoorzieningForm
from planvanaanpak.models import Besluit, Bezwaar
from planvanaanpak.views.planpagina import let_op
from tests.factories import maak_user, moment
from tests.haltes import halte
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak import bezwaarstappen
from tests.planvanaanpak.besluitstappen import DAARNA, GEVRAAGD, ON, UITERLIJK, VIER_WEKEN, wie
from tests.planvanaanpak.test_actions_verzending import weigert
from tests.wegen import maak_volledig_plan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]


@halte
def gevraagd(na_gesprek, consulent):
    """Give the aanvulling that was asked until 7 April: the four weeks end on 6 May, as 5 May is a feestdag."""
    return stappen.vraag_aan(na_gesprek, consulent)


def klokken(dossier):
    return {t.regel: (t.status, t.datum_gehaald) for t in Termijn.objects.filter(dossier=dossier)}


def test_refused_aanvraag_closes_the_dossier_and_leaves_bezwaar(na_gesprek, consulent):
    besluit = stappen.wijs_af(na_gesprek, consulent)

    na_gesprek.refresh_from_db()
    assert (besluit.nummer, besluit.soort, na_gesprek.status) == ("9901-B-2026-00001", "afwijzing", Status.AFGESLOTEN)
    standen = klokken(na_gesprek)
    assert standen["plan_van_aanpak"] == ("te_laat_gehaald", ON)
    assert standen["bezwaar"] == ("lopend", None)
    assert {standen["materiele_verstrekking"], standen["besluiten"]} == {("vervallen", None)}
    brief = uit_json(besluit.snapshot)
    assert (brief.wijst_alles_af, brief.vensters, brief.zienswijze) == (True, (), "U vindt het goed.")
    assert (brief.onderwerp, brief.titel) == ("Besluit over uw aanvraag", "Besluit: wij wijzen uw aanvraag af")
    assert brief.toelichting == "U kwam niet.\n\nGrond voor dit besluit: Onvoldoende medewerking."
    assert DossierEvent.objects.latest("pk").tekst == "Besluit 9901-B-2026-00001 vastgesteld: afwijzing."


def test_grounds_are_those_of_the_beleid(na_gesprek):
    assert "Onvoldoende medewerking" in [grond.tekst for grond in gronden_van(na_gesprek)]


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        pytest.param({"grond": " "}, "op welke grond", id="without-ground"),
        pytest.param({"toelichting": ""}, "waarom u de aanvraag afwijst", id="without-why"),
        pytest.param({"zienswijze": ""}, "Awb artikel 4:7", id="without-zienswijze"),
    ],
)
def test_incomplete_afwijzing_is_refused(na_gesprek, consulent, anders, melding):
    weigert(melding, stappen.wijs_af, na_gesprek, consulent, **anders)


def test_aanvraag_that_was_not_completed_is_left_aside(gevraagd, consulent):
    besluit = stappen.laat_buiten(gevraagd, consulent)

    dossier = Dossier.objects.get()
    assert (besluit.soort, dossier.status) == ("buiten_behandeling", Status.AFGESLOTEN)
    standen = klokken(dossier)
    assert standen["buiten_behandeling"] == ("gehaald", DAARNA)
    assert standen["plan_van_aanpak"] == ("gehaald", DAARNA)
    assert standen["bezwaar"] == ("lopend", None)
    brief = uit_json(besluit.snapshot)
    assert brief.aanvulling == AanvulRegel(gevraagd_op=GEVRAAGD, uiterlijk=UITERLIJK, wat="De jaaropgave van 2025.")
    assert brief.gronden[-1] == "Algemene wet bestuursrecht, artikel 4:5: een aanvraag die niet compleet is."


@pytest.mark.parametrize(
    ("on", "datum", "melding"),
    [
        pytest.param(UITERLIJK, UITERLIJK, "kan nog aanvullen tot en met 7 april 2026", id="last-day-to-complete"),
        pytest.param(DAARNA, DAARNA, "", id="the-day-after"),
        pytest.param(VIER_WEKEN, VIER_WEKEN, "", id="last-day-of-four-weeks"),
        pytest.param(DAARNA, date(2026, 5, 7), "uiterlijk op 6 mei 2026 de deur uit", id="letter-a-day-too-late"),
        pytest.param(date(2026, 5, 7), date(2026, 5, 7), "Dat kon tot en met 6 mei 2026", id="a-day-too-late"),
    ],
)
def test_only_in_the_four_weeks_after_the_time_to_complete(gevraagd, consulent, on, datum, melding):
    if melding:
        weigert(melding, stappen.laat_buiten, gevraagd, consulent, on=on, datum=datum)
    else:
        assert stappen.laat_buiten(gevraagd, consulent, on=on, datum=datum).datum == datum


def ontvang(gevraagd, by, dag, *, volledig, on=None):
    tekst = "" if volledig else "Nog een bladzijde."
    return aanvulling_ontvangen(
        aanvulling=gevraagd, datum=dag, is_volledig=volledig, toelichting=tekst, **wie(by, on or dag)
    )


def test_too_little_that_came_in_time_begins_the_four_weeks_that_day(gevraagd, consulent):
    rij = ontvang(gevraagd, consulent, date(2026, 3, 30), volledig=False)

    weigert("Dat kon tot en met 28 april 2026", stappen.laat_buiten, rij, consulent, on=date(2026, 4, 29))
    besluit = stappen.laat_buiten(rij, consulent, on=date(2026, 3, 31))

    assert uit_json(besluit.snapshot).aanvulling.ontbreekt == "Nog een bladzijde."


def test_complete_or_treated_or_withdrawn_is_not_left_aside(gevraagd, consulent):
    compleet = ontvang(gevraagd, consulent, date(2026, 3, 30), volledig=True)
    weigert("De aanvraag is compleet", stappen.laat_buiten, compleet, consulent)


def test_aanvraag_that_is_treated_is_not_left_aside(gevraagd, consulent):
    aanvraag_verder_behandelen(aanvulling=gevraagd, reden="Het kan zo.", **wie(consulent, DAARNA))

    weigert("U behandelt de aanvraag verder sinds 8 april 2026", stappen.laat_buiten, gevraagd, consulent)


def test_letter_that_was_withdrawn_gives_no_ground(gevraagd, consulent):
    aanvulling_intrekken(aanvulling=gevraagd, reden="Vergissing", **wie(consulent, DAARNA))

    weigert("is ingetrokken: Vergissing", stappen.laat_buiten, gevraagd, consulent)


def test_buiten_behandeling_without_why_is_refused(gevraagd, consulent):
    weigert("zonder deze gegevens", stappen.laat_buiten, gevraagd, consulent, toelichting=" ")


def test_letter_that_left_on_another_day_moves_what_it_met(gevraagd, consulent):
    besluit = stappen.laat_buiten(gevraagd, consulent)

    stappen.verstuur(besluit, consulent, date(2026, 4, 10))

    standen = klokken(besluit.dossier)
    assert standen["buiten_behandeling"] == standen["plan_van_aanpak"] == ("gehaald", date(2026, 4, 10))


def test_letter_that_left_after_the_four_weeks_is_told_to_be_too_late(gevraagd, consulent):
    besluit = stappen.laat_buiten(gevraagd, consulent)

    stappen.verstuur(besluit, consulent, date(2026, 5, 7))

    assert klokken(besluit.dossier)["buiten_behandeling"] == ("te_laat_gehaald", date(2026, 5, 7))
    assert DossierEvent.objects.latest("pk").tekst.endswith(
        "De brief ging te laat weg: dat kon tot en met 6 mei 2026 (Awb artikel 4:5 lid 4). Bespreek met een jurist of"
        " het besluit kan blijven."
    )


@pytest.mark.parametrize("hoe", ["afwijzing", "buiten_behandeling"])
def test_intrekking_opens_the_aanvraag_again(na_gesprek, consulent, hoe):
    besluit = _besluit_zonder_plan(na_gesprek, consulent, hoe)

    stappen.trek_in(besluit, consulent, ingang=besluit.datum)

    _eis_open(na_gesprek)


@pytest.mark.parametrize(
    ("hoe", "wat"),
    [("afwijzing", "De aanvraag is afgewezen."), ("buiten_behandeling", "De aanvraag is buiten behandeling gelaten.")],
)
def test_besluit_on_the_aanvraag_answers_what_a_status_of_uht_asked(na_gesprek, consulent, hoe, wat):
    Dossier.objects.update(uht_status="zelf afgemeld")
    controlepunt_maken(dossier=na_gesprek, soort=Controlepunt.Soort.UHT, tekst=ZELF_AFGEMELD)

    _besluit_zonder_plan(na_gesprek, consulent, hoe)

    assert Controlepunt.objects.get().toelichting == wat


@pytest.mark.parametrize("hoe", ["afwijzing", "buiten_behandeling"])
@pytest.mark.parametrize("na_bezwaar", [False, True], ids=["intrekking", "bezwaar"])
def test_aanvraag_that_opens_again_answers_toch_erkend(na_gesprek, consulent, hoe, na_bezwaar):
    besluit = _besluit_zonder_plan(na_gesprek, consulent, hoe)
    controlepunt_maken(dossier=na_gesprek, soort=Controlepunt.Soort.UHT, tekst=TOCH_ERKEND)

    if na_bezwaar:
        bezwaar = bezwaarstappen.maak_klaar(bezwaarstappen.maak_bezwaar(besluit, consulent), consulent)
        jurist = maak_user(Rol.COORDINATOR, na_gesprek.gemeente, email="jurist@voorbeeld.example")
        anders = {"gevolg": "Wij beslissen opnieuw.", "vervolg": Vervolg.NIEUW_BESLUIT}
        bezwaarstappen.beslis(bezwaar, jurist, Dictum.GEGROND, **anders)
    else:
        stappen.trek_in(besluit, consulent, ingang=besluit.datum)

    assert Controlepunt.objects.get().toelichting == "De aanvraag is weer open."


@pytest.mark.parametrize("hoe", ["afwijzing", "buiten_behandeling"])
@pytest.mark.parametrize(
    ("dictum", "herroept"), [(Dictum.GEGROND, True), (Dictum.DEELS_GEGROND, True), (Dictum.ONGEGROND, False)]
)
def test_bezwaar_that_is_gegrond_opens_the_aanvraag_again(na_gesprek, consulent, hoe, dictum, herroept):
    besluit = _besluit_zonder_plan(na_gesprek, consulent, hoe)
    bezwaar = bezwaarstappen.maak_klaar(bezwaarstappen.maak_bezwaar(besluit, consulent), consulent)
    jurist = maak_user(Rol.COORDINATOR, na_gesprek.gemeente, email="jurist@voorbeeld.example")
    anders = {"gevolg": "Wij beslissen opnieuw.", "vervolg": Vervolg.NIEUW_BESLUIT} if herroept else {}

    bezwaarstappen.beslis(bezwaar, jurist, dictum, **anders)

    assert herzien_url(Bezwaar.objects.get()) == ""
    if herroept:
        _eis_open(na_gesprek)
    else:
        na_gesprek.refresh_from_db()
        assert na_gesprek.status == Status.AFGESLOTEN


def test_aanvraag_without_besluit_waits_for_a_new_one(na_gesprek, consulent):
    besluit = _besluit_zonder_plan(na_gesprek, consulent, "afwijzing")
    bezwaar = bezwaarstappen.maak_klaar(bezwaarstappen.maak_bezwaar(besluit, consulent), consulent)
    jurist = maak_user(Rol.COORDINATOR, na_gesprek.gemeente, email="jurist@voorbeeld.example")

    weigert("Kies dat er een nieuw besluit komt", bezwaarstappen.beslis, bezwaar, jurist, Dictum.GEGROND, gevolg="Ja.")


def test_aanvraag_wrongly_refused_in_time_passes_the_gates_later(na_gesprek, consulent):
    besluit = _besluit_zonder_plan(na_gesprek, consulent, "afwijzing")
    bezwaar = bezwaarstappen.maak_klaar(bezwaarstappen.maak_bezwaar(besluit, consulent), consulent)
    jurist = maak_user(Rol.COORDINATOR, na_gesprek.gemeente, email="jurist@voorbeeld.example")
    besloten = bezwaarstappen.beslis(bezwaar, jurist, Dictum.GEGROND, gevolg="Opnieuw.", vervolg=Vervolg.NIEUW_BESLUIT)
    bezwaarstappen.verstuur(besloten, jurist, bezwaarstappen.BESLOTEN)
    laat = date(2028, 6, 1)
    plan = maak_volledig_plan(na_gesprek, consulent, laat)
    form = VoorzieningForm(
        {"voorstel": "toekennen", "soort": "materieel", "omschrijving": "Bed"}, dossier=na_gesprek, on=laat
    )

    assert not {"soort", "voorstel"} & set(form.errors)
    assert let_op(na_gesprek, plan, laat) == []
    assert vaststellen(plan=plan, datum=laat, by=consulent, at=moment(laat), on=laat).soort == "toekenning"


def _besluit_zonder_plan(dossier, consulent, hoe):
    if hoe == "afwijzing":
        besluit = stappen.wijs_af(dossier, consulent, on=DAARNA)
    else:
        besluit = stappen.laat_buiten(stappen.vraag_aan(dossier, consulent), consulent)
    return stappen.verstuur(besluit, consulent, DAARNA)


def _eis_open(dossier):
    dossier.refresh_from_db()
    assert dossier.status == Status.PLAN_VAN_AANPAK
    standen = klokken(dossier)
    assert standen["plan_van_aanpak"][1] is None
    assert standen["plan_van_aanpak"][0] in ("lopend", "te_laat")
    assert {standen["materiele_verstrekking"], standen["besluiten"]} == {("lopend", None)}
    assert Besluit.objects.filter(dossier=dossier).geldend().filter(soort="toekenning").count() == 0


def test_dossier_that_was_ended_later_is_not_opened_by_an_intrekking(na_gesprek, consulent):
    besluit = _besluit_zonder_plan(na_gesprek, consulent, "afwijzing")
    stappen.trek_in(besluit, consulent, ingang=besluit.datum, on=ON)
    tweede = stappen.verstuur(stappen.wijs_af(na_gesprek, consulent), consulent, ON)
    Dossier.objects.update(status=Status.UITVOERING)
    beeindiging_vaststellen(dossier=na_gesprek, datum=ON, toelichting="Klaar.", nazorg_tekst="", **wie(consulent))
    Dossier.objects.update(status=Status.AFGESLOTEN)

    weigert("daarna met een ander besluit afgesloten", stappen.trek_in, tweede, consulent)
