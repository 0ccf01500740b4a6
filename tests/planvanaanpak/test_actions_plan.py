"""Making a plan: leefgebieden, voorzieningen, akkoord and doelen, in every status."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile

from cases.actions.basis import ActieFout
from cases.keuzes import Leefgebied
from cases.models import Document, Dossier, DossierEvent
from cases.status import Status
from planvanaanpak.actions.leefgebieden import Hand, PlanGewijzigd, plan_bewaren
from planvanaanpak.actions.plan import (
    VoorstelGewijzigd,
    akkoord_vastleggen,
    doel_afsluiten,
    leefgebied_bewaren,
    plan_openen,
    stempel_van,
    voorziening_bewaren,
    voorziening_weghalen,
)
from planvanaanpak.keuzes import AkkoordKanaal, DoelStatus
from planvanaanpak.models import Akkoord, Doel, Planleefgebied, PlanVanAanpak, Voorziening
from planvanaanpak.planbron import gewijzigd_na_akkoord, planteksten
from planvanaanpak.plantekst import Plantekst
from tests.cases.bestandsvoorbeelden import pdf
from tests.factories import maak_dossier, moment
from tests.planvanaanpak.conftest import GESPREK, VANDAAG
from tests.tabellen import alles
from tests.wegen import (
    BUDGETCOACH,
    DRIE_KOELKASTEN,
    KOELKAST,
    maak_bewijs,
    maak_volledig_plan,
    voer_eerste_gesprek,
)

AT = moment(VANDAAG)
MET_PLAN = {Status.PLAN_VAN_AANPAK, Status.UITVOERING}

pytestmark = pytest.mark.django_db


def gebeurtenissen(dossier):
    return list(DossierEvent.objects.filter(dossier=dossier).order_by("pk").values_list("soort", "tekst"))


def zet(dossier, status):
    Dossier.objects.filter(pk=dossier.pk).update(status=status)
    dossier.refresh_from_db()


def open_plan(dossier, by):
    return plan_openen(dossier=dossier, by=by, at=AT)


def stel_voor(plan, by, **anders):
    return voorziening_bewaren(plan=plan, gegevens={**KOELKAST, **anders}, by=by, at=AT)


def test_plan_openen_starts_with_the_hulpvragen_of_the_gesprek(na_gesprek, consulent):
    plan = open_plan(na_gesprek, consulent)

    assert dict(plan.leefgebieden.values_list("leefgebied", "hulpvraag")) == {
        "wonen": "Mijn koelkast is kapot.",
        "financien": "Ik wil overzicht.",
        "gezin": "",
        "werk": "",
        "zorg": "",
    }
    assert gebeurtenissen(na_gesprek)[-1] == ("plan_gemaakt", "Plan van aanpak begonnen.")


def test_plan_openen_twice_gives_the_same_plan(na_gesprek, consulent, collega):
    eerste = open_plan(na_gesprek, consulent)
    aantal = DossierEvent.objects.count()

    assert open_plan(na_gesprek, collega) == eerste
    assert PlanVanAanpak.objects.count() == 1
    assert DossierEvent.objects.count() == aantal


@pytest.mark.parametrize("status", [s for s in Status if s != Status.PLAN_VAN_AANPAK])
def test_plan_openen_is_refused_in_any_other_status(na_gesprek, consulent, status):
    zet(na_gesprek, status)
    aantal = DossierEvent.objects.count()

    with pytest.raises(ActieFout, match=f"staat op '{status.label}'|er is nog geen besluit over een plan"):
        open_plan(na_gesprek, consulent)

    assert PlanVanAanpak.objects.count() == 0
    assert DossierEvent.objects.count() == aantal


def test_leefgebied_that_stays_the_same_is_not_saved_or_logged(plan, consulent):
    deel = plan.leefgebieden.get(leefgebied="zorg")
    versies, aantal = deel.history.count(), DossierEvent.objects.count()
    velden = {"situatie": deel.situatie + "\r\n", "voldoet": deel.voldoet, "hulpvraag": ""}

    leefgebied_bewaren(plan=plan, leefgebied=Leefgebied.ZORG, velden=velden, doel=" ", by=consulent, at=AT)

    assert (deel.history.count(), DossierEvent.objects.count()) == (versies, aantal)


def test_emptied_doel_is_taken_away_with_its_history_kept(plan, consulent, collega):
    doel = plan.doelen.get(leefgebied="wonen")
    velden = {"situatie": "Zo.", "voldoet": "nee", "hulpvraag": "Iets"}

    leefgebied_bewaren(plan=plan, leefgebied=Leefgebied.WONEN, velden=velden, doel="", by=collega, at=AT)

    assert not Doel.objects.filter(pk=doel.pk).exists()
    laatste = Doel.history.filter(id=doel.pk).first()
    assert (laatste.history_type, laatste.history_user) == ("-", collega)


def stempels(plan):
    return {gebied: tekst.stempel for gebied, tekst in planteksten(plan.dossier, vers(plan)).items()}


def vers(plan):
    return PlanVanAanpak.objects.get(pk=plan.pk)


def teksten(plan, **anders):
    nu = planteksten(plan.dossier, vers(plan))
    return {gebied: anders.get(gebied.value, tekst) for gebied, tekst in nu.items()}


def test_plan_bewaren_saves_what_changed_with_one_event(plan, consulent):
    nieuw = teksten(plan, werk=Plantekst(situatie="Werkt niet."), zorg=Plantekst(situatie="Gezond.", voldoet="ja"))

    bewaard = plan_bewaren(plan=plan, teksten=nieuw, stempels=stempels(plan), by=consulent, at=AT)

    assert bewaard.gewijzigd == (Leefgebied.WERK, Leefgebied.ZORG)
    assert bewaard.van_ander == ()
    assert gebeurtenissen(plan.dossier)[-1] == ("plan_bewaard", "Plan bijgewerkt: werk, zorg.")
    assert planteksten(plan.dossier, vers(plan)) == nieuw
    laatste = Planleefgebied.history.filter(leefgebied="werk").latest()
    assert laatste.history_user == consulent


def test_plan_bewaren_of_nothing_new_logs_nothing(plan, consulent):
    aantal = DossierEvent.objects.count()

    bewaard = plan_bewaren(plan=plan, teksten=teksten(plan), stempels=stempels(plan), by=consulent, at=AT)

    assert bewaard.gewijzigd == ()
    assert DossierEvent.objects.count() == aantal


def test_change_of_a_colleague_in_another_field_stays(plan, consulent, collega):
    gezien, merken = teksten(plan), stempels(plan)
    van_bram = teksten(plan, wonen=Plantekst(situatie="Van Bram.", voldoet="nee", hulpvraag="Een bed", doel="Een bed."))
    plan_bewaren(plan=plan, teksten=van_bram, stempels=merken, by=collega, at=AT)

    van_mij = {**gezien, Leefgebied.WERK: Plantekst(situatie="Van mij.")}
    bewaard = plan_bewaren(plan=plan, teksten=van_mij, stempels=merken, by=consulent, at=AT)

    assert (bewaard.gewijzigd, bewaard.van_ander) == ((Leefgebied.WERK,), (Leefgebied.WONEN,))
    nu = planteksten(plan.dossier, vers(plan))
    assert nu[Leefgebied.WONEN] == van_bram[Leefgebied.WONEN]
    assert nu[Leefgebied.WERK] == Plantekst(situatie="Van mij.")


def test_change_of_the_same_field_is_refused_whole_and_says_who(plan, consulent, collega):
    gezien, merken = teksten(plan), stempels(plan)
    wonen = gezien[Leefgebied.WONEN]
    van_bram = {**gezien, Leefgebied.WONEN: Plantekst(**{**vars(wonen), "doel": "Van Bram."})}
    plan_bewaren(plan=plan, teksten=van_bram, stempels=merken, by=collega, at=AT)
    aantal = DossierEvent.objects.count()

    van_mij = {
        **gezien,
        Leefgebied.WONEN: Plantekst(**{**vars(wonen), "doel": "Van mij."}),
        Leefgebied.WERK: Plantekst(situatie="Ook van mij."),
    }
    with pytest.raises(PlanGewijzigd) as fout:
        plan_bewaren(plan=plan, teksten=van_mij, stempels=merken, by=consulent, at=AT)

    assert {gebied: s.botsingen for gebied, s in fout.value.samen.items() if s.botsingen} == {
        Leefgebied.WONEN: ("doel",)
    }
    assert fout.value.handen[Leefgebied.WONEN, "doel"].naam == "Bram Terpstra"
    assert fout.value.nu[Leefgebied.WONEN].doel == "Van Bram."
    assert planteksten(plan.dossier, vers(plan)) == van_bram
    assert DossierEvent.objects.count() == aantal


def test_voorziening_is_proposed_with_an_event(plan, consulent):
    bed = stel_voor(plan, consulent, omschrijving="Bed", onderbouwing=None, bedrag=Decimal("324.00"))

    assert (bed.status, bed.besluit, bed.bedrag) == ("voorstel", None, Decimal("324.00"))
    assert gebeurtenissen(plan.dossier)[-1] == ("voorziening_voorgesteld", "Voorziening voorgesteld: Bed.")


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"noodzaak": "wens"}, "Een wens kunt u niet toekennen"),
        ({"voorstel": "afwijzen"}, "op welke grond"),
        ({"looptijd_vanaf": date(2026, 5, 2), "looptijd_tot": date(2026, 5, 1)}, "vóór de eerste dag"),
    ],
    ids=["wens", "zonder grond", "looptijd"],
)
def test_faulty_voorziening_is_refused(plan, consulent, anders, melding):
    aantal = (plan.voorzieningen.count(), DossierEvent.objects.count())

    with pytest.raises(ActieFout, match=melding):
        stel_voor(plan, consulent, omschrijving="Bed", **anders)

    assert (plan.voorzieningen.count(), DossierEvent.objects.count()) == aantal


def test_same_voorstel_sent_twice_makes_one(plan, consulent, collega):
    eerste = stel_voor(plan, consulent, omschrijving="Bed")
    nu = eerste.history.first().history_date

    tweede = voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=nu)
    van_ander = voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=collega, at=nu)
    later = voorziening_bewaren(
        plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=nu + timedelta(minutes=2)
    )

    assert tweede == eerste
    assert len({eerste.pk, van_ander.pk, later.pk}) == 3


def test_voorstel_is_changed_with_its_own_stempel(plan, consulent):
    coach = plan.voorzieningen.get(soort="immaterieel")
    gegevens = {**BUDGETCOACH, "bedrag": Decimal("400.00")}

    voorziening_bewaren(
        plan=plan, voorziening=coach, gegevens=gegevens, stempel=stempel_van(coach), by=consulent, at=AT
    )

    coach.refresh_from_db()
    assert coach.bedrag == Decimal("400.00")
    gewijzigd = ("voorziening_gewijzigd", "Voorziening gewijzigd: Budgetcoach, 12 gesprekken.")
    assert gebeurtenissen(plan.dossier)[-1] == gewijzigd


def test_voorstel_that_a_colleague_changed_is_not_overwritten(plan, consulent, collega):
    coach = plan.voorzieningen.get(soort="immaterieel")
    stempel = stempel_van(coach)
    van_bram = {**BUDGETCOACH, "bedrag": Decimal("400.00")}
    voorziening_bewaren(plan=plan, voorziening=coach, gegevens=van_bram, stempel=stempel, by=collega, at=AT)

    with pytest.raises(VoorstelGewijzigd, match="Bram Terpstra wijzigde dit voorstel"):
        voorziening_bewaren(plan=plan, voorziening=coach, gegevens=BUDGETCOACH, stempel=stempel, by=consulent, at=AT)

    assert Voorziening.objects.get(pk=coach.pk).bedrag == Decimal("400.00")


def test_voorstel_that_was_taken_away_cannot_be_changed(plan, consulent):
    koelkast = plan.voorzieningen.get(omschrijving="Koelkast")
    voorziening_weghalen(voorziening=koelkast, by=consulent, at=AT)
    aantal = DossierEvent.objects.count()

    with pytest.raises(ActieFout, match="intussen weggehaald"):
        voorziening_bewaren(plan=plan, voorziening=koelkast, gegevens=KOELKAST, by=consulent, at=AT)

    assert DossierEvent.objects.count() == aantal


def test_weghalen_keeps_the_history_and_says_who(plan, collega):
    koelkast = plan.voorzieningen.get(omschrijving="Koelkast")
    pk = koelkast.pk

    voorziening_weghalen(voorziening=koelkast, by=collega, at=AT)

    assert not Voorziening.objects.filter(pk=pk).exists()
    assert Voorziening.history.filter(id=pk).first().history_user == collega
    assert gebeurtenissen(plan.dossier)[-1] == ("voorziening_weggehaald", "Voorstel weggehaald: Koelkast.")


def wijzig(voorziening, by):
    voorziening_bewaren(plan=voorziening.plan, voorziening=voorziening, gegevens=BUDGETCOACH, by=by, at=AT)


def haal_weg(voorziening, by):
    voorziening_weghalen(voorziening=voorziening, by=by, at=AT)


@pytest.mark.parametrize("actie", [wijzig, haal_weg])
def test_voorziening_that_was_decided_on_stays(besluit, consulent, actie):
    koelkast = besluit.voorzieningen.get(omschrijving="Koelkast")

    with pytest.raises(ActieFout, match="is al beslist"):
        actie(koelkast, consulent)

    assert Voorziening.objects.get(pk=koelkast.pk).omschrijving == "Koelkast"


def leg_akkoord_vast(plan, by, **anders):
    velden = {"datum": VANDAAG, "kanaal": AkkoordKanaal.EMAIL, "bewijs": None, "toelichting": "", "on": VANDAAG}
    return akkoord_vastleggen(plan=plan, **{**velden, **anders}, by=by, at=AT)


def test_akkoord_with_a_file_puts_it_in_the_dossier(na_gesprek, consulent, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    plan = open_plan(na_gesprek, consulent)

    akkoord = leg_akkoord_vast(plan, consulent, bestand=ContentFile(pdf(), name="mail.pdf"))

    document = Document.objects.get()
    assert akkoord.bewijs == document
    assert (document.soort, document.onderwerp, document.datum) == ("akkoord", "Akkoord met het plan, e-mail", VANDAAG)
    assert gebeurtenissen(na_gesprek)[-1] == ("akkoord", "Akkoord met het plan op 20 april 2026: e-mail.")


def test_akkoord_is_corrected_in_place(plan, consulent, collega):
    akkoord = leg_akkoord_vast(plan, collega, kanaal=AkkoordKanaal.PAPIER, toelichting=" Getekend. ")

    assert Akkoord.objects.get() == akkoord
    assert (akkoord.kanaal, akkoord.toelichting, akkoord.vastgelegd_door) == ("papier", "Getekend.", collega)
    assert akkoord.history.count() == 2


@pytest.mark.parametrize(
    ("datum", "melding"),
    [
        (VANDAAG + timedelta(days=1), "in de toekomst"),
        (GESPREK - timedelta(days=1), "vóór het eerste gesprek"),
    ],
    ids=["morgen", "voor het gesprek"],
)
def test_akkoord_on_an_impossible_day_is_refused(na_gesprek, consulent, datum, melding):
    plan = open_plan(na_gesprek, consulent)

    with pytest.raises(ActieFout, match=melding):
        leg_akkoord_vast(plan, consulent, datum=datum)

    assert Akkoord.objects.count() == 0


@pytest.mark.parametrize("datum", [GESPREK, VANDAAG], ids=["dag van het gesprek", "vandaag"])
def test_akkoord_on_the_first_and_last_possible_day(na_gesprek, consulent, datum):
    plan = open_plan(na_gesprek, consulent)

    assert leg_akkoord_vast(plan, consulent, datum=datum).datum == datum


def test_bewijs_of_another_dossier_is_refused(na_gesprek, gemeente, consulent, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    ander = maak_dossier(gemeente, bsn="999991450")
    plan = open_plan(na_gesprek, consulent)

    with pytest.raises(ActieFout, match="hoort bij een ander dossier"):
        leg_akkoord_vast(plan, consulent, bewijs=maak_bewijs(ander, consulent, VANDAAG))

    assert Akkoord.objects.count() == 0


def sluit_doel(doel, by, status, *, datum=VANDAAG, reden=""):
    return doel_afsluiten(doel=doel, status=status, datum=datum, reden=reden, by=by, at=AT, on=VANDAAG)


@pytest.fixture
def doel(besluit):
    return besluit.dossier.plan.doelen.get(leefgebied="wonen")


def test_doel_behaald_on_a_day(doel, consulent):
    sluit_doel(doel, consulent, DoelStatus.BEHAALD, datum=date(2026, 4, 1))

    doel.refresh_from_db()
    assert (doel.status, doel.datum_behaald, doel.reden_vervallen) == ("behaald", date(2026, 4, 1), "")
    assert gebeurtenissen(doel.plan.dossier)[-1] == ("doel", "Doel behaald: Dit is over een jaar op orde.")


def test_doel_vervallen_with_a_reason_and_open_again(doel, consulent):
    sluit_doel(doel, consulent, DoelStatus.VERVALLEN, reden=" Verhuisd. ")
    doel.refresh_from_db()
    assert (doel.status, doel.datum_behaald, doel.reden_vervallen) == ("vervallen", None, "Verhuisd.")

    sluit_doel(doel, consulent, DoelStatus.OPEN, reden="Toch niet verhuisd.")
    doel.refresh_from_db()
    assert (doel.status, doel.datum_behaald, doel.reden_vervallen) == ("open", None, "")
    assert DossierEvent.objects.filter(soort="doel").latest("pk").reden == "Toch niet verhuisd."


@pytest.mark.parametrize(
    ("status", "datum", "melding"),
    [
        (DoelStatus.VERVALLEN, VANDAAG, "waarom dit doel vervalt"),
        (DoelStatus.OPEN, VANDAAG, "waarom dit doel weer open is"),
        (DoelStatus.BEHAALD, VANDAAG + timedelta(days=1), "in de toekomst"),
        (DoelStatus.BEHAALD, GESPREK - timedelta(days=1), "vóór het eerste gesprek"),
    ],
    ids=["vervallen zonder reden", "open zonder reden", "morgen", "voor het gesprek"],
)
def test_doel_is_not_closed_without_what_it_needs(doel, consulent, status, datum, melding):
    aantal = DossierEvent.objects.count()

    with pytest.raises(ActieFout, match=melding):
        sluit_doel(doel, consulent, status, datum=datum, reden=" ")

    doel.refresh_from_db()
    assert doel.status == "open"
    assert DossierEvent.objects.count() == aantal


def test_plans_of_two_dossiers_do_not_mix(na_gesprek, gemeente, consulent, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    ander = maak_dossier(gemeente, bsn="999991450")
    voer_eerste_gesprek(ander, consulent, GESPREK)
    maak_volledig_plan(ander, consulent, VANDAAG)

    plan = open_plan(na_gesprek, consulent)

    assert plan.voorzieningen.count() == 0
    assert planteksten(na_gesprek, plan)[Leefgebied.ZORG] == Plantekst()


def test_clash_on_a_doel_that_nobody_ever_wrote_names_nobody(plan, consulent):
    nieuw = {Leefgebied.ZORG: Plantekst(**{**vars(teksten(plan)[Leefgebied.ZORG]), "doel": "Gezond."})}

    with pytest.raises(PlanGewijzigd) as fout:
        plan_bewaren(plan=plan, teksten=nieuw, stempels={}, by=consulent, at=AT)

    assert fout.value.handen[Leefgebied.ZORG, "doel"] == Hand("", None)


NA_AKKOORD = AT + timedelta(hours=1)


@pytest.mark.parametrize("omschrijving", ["Koelkast", "Budgetcoach, 12 gesprekken"])
def test_saving_what_is_the_same_is_no_change_after_the_akkoord(plan, consulent, collega, omschrijving):
    """A browser sends other line ends than it got, and the goods that were compared are the same."""
    v = plan.voorzieningen.get(omschrijving=omschrijving)
    Voorziening.objects.filter(pk=v.pk).update(motivering="Eerst dit.\nDan dat.")
    gegevens = KOELKAST if omschrijving == "Koelkast" else BUDGETCOACH
    gegevens = gegevens | {"motivering": "Eerst dit.\r\nDan dat."}
    voor, goederen = alles(), list(v.vergelijkingen.values_list("pk", flat=True))

    voorziening_bewaren(plan=plan, voorziening=v, gegevens=gegevens, by=collega, at=NA_AKKOORD)

    assert alles() == voor
    assert list(v.vergelijkingen.values_list("pk", flat=True)) == goederen
    assert not gewijzigd_na_akkoord(plan.dossier, PlanVanAanpak.objects.get(pk=plan.pk))


def test_one_word_more_is_a_change_after_the_akkoord(plan, consulent):
    v = plan.voorzieningen.get(omschrijving="Koelkast")

    voorziening_bewaren(
        plan=plan, voorziening=v, gegevens={"motivering": f"{v.motivering} Nu."}, by=consulent, at=NA_AKKOORD
    )

    assert gebeurtenissen(plan.dossier)[-1] == ("voorziening_gewijzigd", "Voorziening gewijzigd: Koelkast.")
    assert gewijzigd_na_akkoord(plan.dossier, PlanVanAanpak.objects.get(pk=plan.pk))


def test_other_goods_at_the_same_price_are_a_change(plan, consulent):
    v = plan.voorzieningen.get(omschrijving="Koelkast")
    goed, *rest = DRIE_KOELKASTEN.goederen
    anders = replace(DRIE_KOELKASTEN, goederen=(replace(goed, bron="Een andere winkel"), *rest))

    voorziening_bewaren(plan=plan, voorziening=v, gegevens={"onderbouwing": anders}, by=consulent, at=NA_AKKOORD)

    assert v.vergelijkingen.order_by("pk").first().bron == "Een andere winkel"
    assert gebeurtenissen(plan.dossier)[-1][0] == "voorziening_gewijzigd"


def test_what_the_inwoner_thinks_of_a_refusal_keeps_the_akkoord(plan, consulent):
    v = plan.voorzieningen.get(omschrijving="Koelkast")
    Voorziening.objects.filter(pk=v.pk).update(voorstel="afwijzen", weigeringsgrond="Anders")

    voorziening_bewaren(
        plan=plan, voorziening=v, gegevens={"zienswijze": "U vindt dit jammer."}, by=consulent, at=NA_AKKOORD
    )

    tekst = "Opgeschreven wat de inwoner van het afwijzen vindt: Koelkast."
    assert gebeurtenissen(plan.dossier)[-1] == ("zienswijze", tekst)
    assert not gewijzigd_na_akkoord(plan.dossier, PlanVanAanpak.objects.get(pk=plan.pk))


def test_grant_has_nothing_to_be_heard_about(plan, consulent):
    v = plan.voorzieningen.get(omschrijving="Koelkast")

    voorziening_bewaren(plan=plan, voorziening=v, gegevens={"zienswijze": "Jammer."}, by=consulent, at=NA_AKKOORD)

    assert Voorziening.objects.get(pk=v.pk).zienswijze == ""
