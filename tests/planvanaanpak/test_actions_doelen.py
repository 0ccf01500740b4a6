"""Doelen and the steps to them: added, changed and taken away, and what is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cases.actions.basis import ActieFout
from cases.actions.gezin import gezinslid_weghalen
from cases.keuzes import Leefgebied, Relatie
from cases.models import DossierEvent, Gezinslid
from planvanaanpak.actions import doelen as acties
from planvanaanpak.actions.doelen import Stapgegevens
from planvanaanpak.actions.leefgebieden import plan_bewaren
from planvanaanpak.actions.plan import doel_afsluiten, leefgebied_bewaren
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.models import Doel, Doelstap
from planvanaanpak.planbron import gewijzigd_na_akkoord, planteksten
from planvanaanpak.plantekst import Plantekst
from tests.factories import maak_dossier, moment
from tests.planvanaanpak.conftest import VANDAAG

pytestmark = pytest.mark.django_db
AT = moment(VANDAAG, uur=14)
STAP = Stapgegevens(wat="Winkels vergelijken", wie="De inwoner", datum_uiterlijk=date(2026, 5, 1))


def laatste(dossier):
    event = DossierEvent.objects.filter(dossier=dossier).latest("id")
    return event.soort, event.tekst, event.reden


def maak_lid(dossier, by, **anders):
    return Gezinslid.objects.create(gezin=dossier.gezin, naam="Sam Morgenster", relatie=Relatie.KIND, door=by, **anders)


def voeg_toe(plan, by, **anders):
    gegevens = {"leefgebied": Leefgebied.WONEN, "tekst": "Een tweede doel.", **anders}
    return acties.doel_toevoegen(plan=plan, **gegevens, by=by, at=AT)


def test_second_doel_on_a_leefgebied_is_for_a_gezinslid(plan, consulent):
    lid = maak_lid(plan.dossier, consulent)

    doel = voeg_toe(plan, consulent, tekst=" Sam slaapt goed.\r\n", gezinslid=lid)

    assert (doel.tekst, doel.voor, doel.toegevoegd_op, doel.reden_toegevoegd) == (
        "Sam slaapt goed.", "Sam Morgenster", None, "",
    )  # fmt: skip
    assert plan.doelen.filter(leefgebied="wonen").count() == 2
    assert planteksten(plan.dossier, plan)[Leefgebied.WONEN].doel == "Dit is over een jaar op orde."
    assert laatste(plan.dossier) == ("doel_toegevoegd", "Doel toegevoegd bij wonen: Sam slaapt goed.", "")
    assert gewijzigd_na_akkoord(plan.dossier, plan)


def test_doel_after_the_vaststelling_keeps_who_when_and_why(besluit, consulent):
    doel = voeg_toe(besluit.dossier.plan, consulent, reden=" De school belde. ")

    assert (doel.toegevoegd_op, doel.toegevoegd_door, doel.reden_toegevoegd) == (AT, consulent, "De school belde.")
    assert laatste(besluit.dossier)[2] == "De school belde."


def test_doel_after_the_vaststelling_needs_a_reason(besluit, consulent):
    with pytest.raises(ActieFout, match="Schrijf op waarom dit doel erbij komt"):
        voeg_toe(besluit.dossier.plan, consulent, reden=" ")
    assert besluit.dossier.plan.doelen.count() == 2


def test_what_is_refused_adds_nothing(plan, consulent):
    vreemd = maak_lid(maak_dossier(plan.dossier.gemeente, bsn="999990019"), consulent)
    weg = maak_lid(plan.dossier, consulent, bij_aanvraag=False, vanaf=date(2026, 3, 20), tot=date(2026, 4, 1))
    plan.leefgebieden.filter(leefgebied="werk").update(weggelaten="Er is werk.")
    aantal = DossierEvent.objects.count()

    for anders, melding in (
        ({"tekst": " "}, "Schrijf op wat het doel is"),
        ({"gezinslid": vreemd}, "hoort niet bij dit gezin"),
        ({"gezinslid": weg}, "Sam Morgenster kwam na de aanvraag bij het gezin en is er niet meer bij"),
        ({"leefgebied": Leefgebied.WERK}, "Het leefgebied werk is weggelaten"),
    ):
        with pytest.raises(ActieFout, match=melding):
            voeg_toe(plan, consulent, **anders)
    assert (plan.doelen.count(), DossierEvent.objects.count()) == (2, aantal)


def test_doel_of_an_open_plan_is_changed_once(plan, consulent):
    doel = plan.doelen.first()
    lid = maak_lid(plan.dossier, consulent)

    for _ in range(2):
        acties.doel_wijzigen(doel=doel, tekst="Anders.", gezinslid=lid, by=consulent, at=AT)

    doel.refresh_from_db()
    assert (doel.tekst, doel.gezinslid) == ("Anders.", lid)
    assert DossierEvent.objects.filter(soort="doel_gewijzigd").count() == 1


def test_gezinslid_with_a_doel_is_not_taken_out(plan, consulent):
    lid = maak_lid(plan.dossier, consulent)
    voeg_toe(plan, consulent, gezinslid=lid)

    with pytest.raises(ActieFout, match="In een plan is een doel voor Sam Morgenster"):
        gezinslid_weghalen(dossier=plan.dossier, lid=lid, reden="Vergissing", by=consulent, at=AT)
    assert Gezinslid.objects.filter(pk=lid.pk).exists()


def test_who_left_the_gezin_may_stay_with_the_doel(plan, consulent):
    lid = maak_lid(plan.dossier, consulent)
    doel = voeg_toe(plan, consulent, gezinslid=lid)
    Gezinslid.objects.filter(pk=lid.pk).update(tot=date(2026, 4, 1))
    lid.refresh_from_db()

    assert acties.doel_wijzigen(doel=doel, tekst="Anders.", gezinslid=lid, by=consulent, at=AT).tekst == "Anders."


def test_doel_is_taken_away_with_its_steps_and_history_stays(plan, consulent):
    doel = plan.doelen.first()
    stap = acties.stap_bewaren(doel=doel, gegevens=STAP, by=consulent, at=AT, on=VANDAAG)

    acties.doel_weghalen(doel=doel, by=consulent, at=AT)

    assert not Doel.objects.filter(pk=doel.pk).exists()
    assert not Doelstap.objects.exists()
    assert Doelstap.history.filter(id=stap.pk).latest().history_user == consulent
    assert laatste(plan.dossier)[:2] == ("doel_weggehaald", "Doel weggehaald: Dit is over een jaar op orde.")
    with pytest.raises(ActieFout, match="intussen weggehaald"):
        acties.doel_weghalen(doel=doel, by=consulent, at=AT)
    with pytest.raises(ActieFout, match="stap is intussen weggehaald"):
        acties.stap_weghalen(stap=stap, by=consulent, at=AT)


def test_emptying_the_text_of_a_doel_with_steps_is_refused(plan, consulent):
    doel = plan.doelen.get(leefgebied="wonen")
    acties.stap_bewaren(doel=doel, gegevens=STAP, by=consulent, at=AT, on=VANDAAG)
    tekst = Plantekst(situatie="Zo is het nu met wonen.", voldoet="nee", hulpvraag="Ik wil dit graag anders.")

    with pytest.raises(ActieFout, match="heeft stappen"):
        plan_bewaren(
            plan=plan,
            teksten={Leefgebied.WONEN: tekst},
            stempels={Leefgebied.WONEN: planteksten(plan.dossier, plan)[Leefgebied.WONEN].stempel},
            by=consulent,
            at=AT,
        )
    assert Doel.objects.get(pk=doel.pk).tekst == "Dit is over een jaar op orde."


def test_step_is_added_done_and_lapsed(besluit, consulent):
    doel, hoe = besluit.dossier.plan.doelen.first(), {"by": consulent, "at": AT, "on": VANDAAG}
    stap = acties.stap_bewaren(doel=doel, gegevens=STAP, **hoe)
    assert laatste(besluit.dossier)[:2] == ("stap_toegevoegd", "Stap toegevoegd: Winkels vergelijken (open).")

    klaar = replace(STAP, status=DoelStatus.BEHAALD, datum_behaald=VANDAAG)
    stap = acties.stap_bewaren(doel=doel, stap=stap, gegevens=klaar, **hoe)
    assert (stap.status, stap.datum_behaald) == ("behaald", VANDAAG)

    weg = replace(STAP, status=DoelStatus.VERVALLEN, reden_vervallen="Gekregen van familie.")
    stap = acties.stap_bewaren(doel=doel, stap=stap, gegevens=weg, **hoe)
    assert (stap.status, stap.datum_behaald, stap.reden_vervallen) == ("vervallen", None, "Gekregen van familie.")
    assert laatste(besluit.dossier) == (
        "stap_bijgewerkt", "Stap bijgewerkt: Winkels vergelijken (vervallen).", "Gekregen van familie.",
    )  # fmt: skip
    aantal = DossierEvent.objects.count()
    acties.stap_bewaren(doel=doel, stap=stap, gegevens=weg, **hoe)
    assert DossierEvent.objects.count() == aantal


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"wat": " "}, "wie dat doet"),
        ({"wie": ""}, "wie dat doet"),
        ({"status": DoelStatus.BEHAALD}, "Vul de dag"),
        ({"datum_behaald": VANDAAG}, "alleen bij een stap die klaar is"),
        (
            {"status": DoelStatus.BEHAALD, "datum_behaald": VANDAAG + timedelta(days=1)},
            "tussen de aanmelding en vandaag",
        ),
        ({"status": DoelStatus.BEHAALD, "datum_behaald": date(2026, 3, 1)}, "tussen de aanmelding en vandaag"),
        ({"status": DoelStatus.VERVALLEN}, "waarom de stap vervalt"),
        ({"reden_vervallen": "x"}, "alleen bij een stap die vervalt"),
    ],
)
def test_step_that_does_not_fit_is_refused(plan, consulent, anders, melding):
    with pytest.raises(ActieFout, match=melding):
        acties.stap_bewaren(doel=plan.doelen.first(), gegevens=replace(STAP, **anders), by=consulent, at=AT, on=VANDAAG)
    assert not Doelstap.objects.exists()


def test_closed_doel_takes_no_step(besluit, consulent):
    doel = besluit.dossier.plan.doelen.first()
    hoe = {"by": consulent, "at": AT, "on": VANDAAG}
    doel_afsluiten(doel=doel, status=DoelStatus.BEHAALD, datum=VANDAAG, reden="", **hoe)

    with pytest.raises(ActieFout, match="Dit doel is behaald"):
        acties.stap_bewaren(doel=doel, gegevens=STAP, **hoe)


def test_doel_is_begun_and_a_closed_one_opens_with_a_reason(besluit, consulent):
    doel, hoe = besluit.dossier.plan.doelen.first(), {"datum": VANDAAG, "by": consulent, "at": AT, "on": VANDAAG}
    doel_afsluiten(doel=doel, status=DoelStatus.BEZIG, reden="", **hoe)
    assert laatste(besluit.dossier)[1] == "Doel bezig: Dit is over een jaar op orde."
    doel_afsluiten(doel=doel, status=DoelStatus.BEHAALD, reden="", **hoe)
    with pytest.raises(ActieFout, match="weer open is"):
        doel_afsluiten(doel=doel, status=DoelStatus.BEZIG, reden="", **hoe)

    doel_afsluiten(doel=doel, status=DoelStatus.BEZIG, reden="Toch niet klaar.", **hoe)

    assert laatste(besluit.dossier)[1:] == ("Doel weer open: Dit is over een jaar op orde.", "Toch niet klaar.")
    assert Doel.objects.get(pk=doel.pk).datum_behaald is None


def test_leefgebied_is_left_out_in_one_line(plan, consulent):
    velden = {"situatie": "Werkt.", "voldoet": "ja", "hulpvraag": "", "weggelaten": "Er is een vaste baan."}

    deel = leefgebied_bewaren(plan=plan, leefgebied=Leefgebied.WERK, velden=velden, doel="", by=consulent, at=AT)

    assert deel.weggelaten == "Er is een vaste baan."
