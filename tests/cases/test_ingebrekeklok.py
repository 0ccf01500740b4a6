"""The two weeks of an ingebrekestelling follow the clock that it is about (Awb art. 6:12 lid 2, 4:17 lid 3)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from cases.actions.aanvulling import aanvulling_intrekken, aanvulling_vragen
from cases.actions.dossierbeleid import beleid_kiezen
from cases.actions.eerste_gesprek import eerste_gesprek_wijzigen, voorspel_klokken
from cases.actions.feestdagen import feestdag_toevoegen, feestdag_weghalen
from cases.actions.hulp import hulp_afwijzen, hulp_hervatten, hulp_vergissing
from cases.actions.intrekken import dossier_herstellen, dossier_intrekken
from cases.actions.overlijden import overlijden_vastleggen
from cases.actions.termijnbericht import termijnbericht_maken
from cases.actions.uitstel import opschorten, uitstel_intrekken
from cases.keuzes import WilOndersteuning
from cases.models import DossierEvent, Gesprek
from planvanaanpak.actions.besluit import vaststellen
from tests.cases.test_ingebrekestelling import GESPREK, LAATSTE, ON, dwangsom, klok, leg_vast
from tests.factories import BeleidFactory, maak_dossier, moment
from tests.haltes import halte
from tests.wegen import maak_volledig_plan, voer_eerste_gesprek

JAAREINDE = date(2026, 12, 1)
TE_VROEG = (("Geen dwangsom", "De ingebrekestelling kwam te vroeg en telt niet (Awb artikel 6:12)."),)

pytestmark = pytest.mark.django_db


@halte
def te_laat(dossier, consulent, snelle_pdf):
    """Give a dossier whose plan was due on 29 April 2026."""
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    dossier.refresh_from_db()
    return dossier


def wijzig_gesprek(dossier, by, datum, on=ON):
    gesprek = dossier.gesprekken.get(is_eerste_gesprek=True)
    return eerste_gesprek_wijzigen(
        dossier=dossier, gesprek=gesprek, datum=datum, reden="Tikfout.", by=by, at=moment(on), on=on
    )


def weken(dossier):
    klok_ = dossier.termijnen.filter(regel="ingebrekestelling").first()
    return klok_ and (klok_.status, klok_.datum_gehaald)


def laatste_tekst():
    return DossierEvent.objects.latest("pk").tekst


def test_it_counts_no_more_when_the_plan_turns_out_not_to_be_late(te_laat, consulent):
    rij = leg_vast(te_laat, consulent)
    assert dwangsom(te_laat, rij, JAAREINDE).bedrag == 1442

    wijzig_gesprek(te_laat, consulent, date(2026, 4, 4), on=date(2026, 5, 6))

    assert klok(te_laat).uiterste_datum == date(2026, 6, 1)
    assert weken(te_laat) == ("vervallen", None)
    assert dwangsom(te_laat, rij, JAAREINDE).som == TE_VROEG
    assert laatste_tekst().endswith("; Ingebrekestelling: tot en met 18 mei 2026 (loopt) wordt loopt niet.")


def test_it_counts_after_all_when_the_last_day_moves_forward(te_laat, consulent):
    rij = leg_vast(te_laat, consulent, ontvangen_op=LAATSTE)
    assert dwangsom(te_laat, rij, JAAREINDE).som == TE_VROEG

    wijzig_gesprek(te_laat, consulent, date(2026, 3, 3), on=date(2026, 5, 6))

    assert (klok(te_laat).uiterste_datum, weken(te_laat)) == (date(2026, 4, 28), ("lopend", None))
    twee_weken = klok(te_laat, "ingebrekestelling")
    assert (twee_weken.start, twee_weken.uiterste_datum) == (LAATSTE, date(2026, 5, 13))
    assert dwangsom(te_laat, rij, date(2026, 5, 15)).bedrag == 46
    assert laatste_tekst().endswith("; Ingebrekestelling: loopt niet wordt tot en met 13 mei 2026 (loopt).")


def test_the_page_shows_it_before_it_is_confirmed(te_laat, consulent):
    leg_vast(te_laat, consulent)
    gesprek = Gesprek.objects.get(dossier=te_laat, is_eerste_gesprek=True)

    zinnen = [v.zin for v in voorspel_klokken(te_laat, gesprek, date(2026, 4, 4), ON) if v.is_anders]

    assert "Ingebrekestelling: tot en met 18 mei 2026 (loopt) wordt loopt niet" in zinnen
    assert weken(te_laat) == ("lopend", None)


def test_a_correction_that_leaves_the_plan_late_leaves_it_as_it_is(te_laat, consulent):
    rij = leg_vast(te_laat, consulent)

    wijzig_gesprek(te_laat, consulent, date(2026, 3, 5))

    assert (klok(te_laat).uiterste_datum, weken(te_laat)) == (date(2026, 4, 30), ("lopend", None))
    assert dwangsom(te_laat, rij, date(2026, 5, 19)).bedrag == 23
    assert "Ingebrekestelling" not in laatste_tekst()


@pytest.mark.parametrize(
    ("gesprek", "stand", "bedrag"),
    [(date(2026, 3, 5), ("te_laat_gehaald", date(2026, 5, 21)), 46), (date(2026, 4, 4), ("vervallen", None), 0)],
    ids=["still late", "in time after all"],
)
def test_besluit_that_was_taken_is_judged_as_well(te_laat, consulent, gesprek, stand, bedrag):
    rij, besluit = leg_vast(te_laat, consulent), date(2026, 5, 21)
    plan = maak_volledig_plan(te_laat, consulent, besluit)
    vaststellen(plan=plan, datum=besluit, by=consulent, at=moment(besluit), on=besluit)

    wijzig_gesprek(te_laat, consulent, gesprek, on=besluit)

    assert weken(te_laat) == stand
    assert dwangsom(te_laat, rij, JAAREINDE).bedrag == bedrag


def test_one_that_was_too_early_stops_on_the_day_of_a_besluit_that_was_taken(te_laat, consulent):
    rij, besluit = leg_vast(te_laat, consulent, ontvangen_op=LAATSTE), date(2026, 5, 21)
    plan = maak_volledig_plan(te_laat, consulent, besluit)
    vaststellen(plan=plan, datum=besluit, by=consulent, at=moment(besluit), on=besluit)

    wijzig_gesprek(te_laat, consulent, date(2026, 3, 3), on=besluit)

    assert weken(te_laat) == ("te_laat_gehaald", besluit)
    assert dwangsom(te_laat, rij, JAAREINDE).bedrag == 7 * 23  # 14 to 20 May


def test_an_opschorting_takes_its_effect_and_withdrawn_gives_it_back(te_laat, consulent):
    leg_vast(te_laat, consulent)
    wat = {"regel": "plan_van_aanpak", "grond": "instemming", "van": date(2026, 4, 20), "tot": date(2026, 5, 20)}
    rij = opschorten(
        dossier=te_laat, **wat, toelichting="U vond het goed.", blijkt_uit="Brief van 18 april.", by=consulent,
        at=moment(ON), on=ON,
    )  # fmt: skip
    assert weken(te_laat) == ("vervallen", None)
    assert laatste_tekst().endswith(" Ingebrekestelling: tot en met 18 mei 2026 (loopt) wordt loopt niet.")

    uitstel_intrekken(opschorting=rij, reden="Vergissing.", by=consulent, at=moment(ON), on=ON)

    assert weken(te_laat) == ("lopend", None)
    assert laatste_tekst().endswith(" Ingebrekestelling: loopt niet wordt tot en met 18 mei 2026 (loopt).")


def test_an_aanvulling_that_is_withdrawn_gives_an_early_one_effect(te_laat, consulent):
    """The letter of 20 April put the last day off to 13 May; without it the plan was late on 4 May."""
    vroeg = date(2026, 4, 20)
    brief = aanvulling_vragen(
        dossier=te_laat, wat="Een afschrift.", uiterlijk=date(2026, 5, 4), by=consulent, at=moment(vroeg), on=vroeg
    )
    laat = date(2026, 5, 20)
    assert klok(te_laat).uiterste_datum == date(2026, 5, 13)
    rij = leg_vast(te_laat, consulent, on=laat)
    assert weken(te_laat) is None

    aanvulling_intrekken(aanvulling=brief, reden="Vergissing.", by=consulent, at=moment(laat), on=laat)

    assert weken(te_laat) == ("te_laat", None)
    assert dwangsom(te_laat, rij, laat).bedrag == 46
    assert laatste_tekst().endswith(" Ingebrekestelling: loopt niet wordt tot en met 18 mei 2026 (te laat).")


def test_a_feestdag_takes_its_effect_and_gives_it_back(te_laat, consulent, beheerder):
    """The last day, 29 April, becomes 30 April: the letter of that day came too early."""
    dag = date(2026, 4, 30)
    rij = leg_vast(te_laat, consulent, ontvangen_op=dag)
    assert klok(te_laat, "ingebrekestelling").uiterste_datum == date(2026, 5, 15)

    wat = {"datum": LAATSTE, "naam": "Gelijkgestelde dag", "bron": "Stcrt. 2026, 1"}
    feestdag, _ = feestdag_toevoegen(**wat, by=beheerder, at=moment(ON), on=ON)
    assert (klok(te_laat).uiterste_datum, weken(te_laat)) == (dag, ("vervallen", None))
    assert dwangsom(te_laat, rij, JAAREINDE).bedrag == 0
    assert laatste_tekst() == "Ingebrekestelling: tot en met 15 mei 2026 (loopt) wordt loopt niet."

    feestdag_weghalen(feestdag=feestdag, reden="Vergissing.", by=beheerder, at=moment(ON), on=ON)
    assert (klok(te_laat).uiterste_datum, weken(te_laat)) == (LAATSTE, ("lopend", None))


def test_other_beleid_takes_its_effect(te_laat, consulent, gemeente):
    """In ten weken the plan was due on 13 May only."""
    leg_vast(te_laat, consulent)
    anders = {"lengtes": {"plan_van_aanpak": 10}, "bron_wet": "Stb. 2026, 1"}
    ruim = BeleidFactory(gemeente=gemeente, geldig_vanaf=date(2026, 5, 1), afwijkingen=anders)

    beleid_kiezen(dossier=te_laat, beleid=ruim, reden="Besluit van het college.", by=consulent, at=moment(ON), on=ON)

    assert (klok(te_laat).uiterste_datum, weken(te_laat)) == (date(2026, 5, 13), ("vervallen", None))
    assert "Ingebrekestelling: tot en met 18 mei 2026 (loopt) wordt loopt niet" in laatste_tekst()


def test_a_bericht_after_the_termijn_leaves_it_as_it_is(te_laat, consulent):
    leg_vast(te_laat, consulent)

    termijnbericht_maken(
        dossier=te_laat, verwacht_op=date(2026, 6, 1), reden="Te weinig mensen.", by=consulent, at=moment(ON), on=ON
    )

    assert (klok(te_laat).uiterste_datum, weken(te_laat)) == (LAATSTE, ("lopend", None))


def test_after_a_death_the_besluit_is_still_owed(te_laat, consulent):
    rij = leg_vast(te_laat, consulent)

    overlijden_vastleggen(
        dossier=te_laat, datum=date(2026, 5, 10), bron="Zus", by=consulent, at=moment(date(2026, 5, 12)),
        on=date(2026, 5, 12),
    )  # fmt: skip

    assert (klok(te_laat).status, weken(te_laat)) == ("vervallen", ("lopend", None))
    assert dwangsom(te_laat, rij, date(2026, 5, 19)).bedrag == 23


def test_dossier_that_was_a_mistake_owes_nothing_from_that_day_and_goes_on_when_it_was_none(te_laat, consulent):
    rij, laat = leg_vast(te_laat, consulent), date(2026, 5, 21)
    dossier_intrekken(dossier=te_laat, reden="Dubbel.", by=consulent, at=moment(laat))
    assert weken(te_laat) == ("vervallen", None)
    assert dwangsom(te_laat, rij, JAAREINDE).bedrag == 46

    later = laat + timedelta(days=2)
    dossier_herstellen(dossier=te_laat, reden="Toch niet.", by=consulent, at=moment(later), on=later)

    assert weken(te_laat) == ("te_laat", None)
    assert dwangsom(te_laat, rij, later).bedrag == 5 * 23


@pytest.fixture
def geen_gesprek(gemeente, consulent):
    """Give a dossier whose aanvraag is the aanmelding of 2 March: the gesprek was due on 28 April."""
    BeleidFactory(gemeente=gemeente, profiel="vng_2025", geldig_vanaf=date(2026, 1, 1))
    dossier = maak_dossier(gemeente, bsn="")
    rij = leg_vast(dossier, consulent, regel="eerste_gesprek", ontvangen_op=LAATSTE, on=LAATSTE)
    return dossier, rij


def wijs_hulp_af(dossier, by, datum):
    hulp_afwijzen(
        dossier=dossier, wil=WilOndersteuning.NEE, datum=datum, toelichting="Nee.", by=by, at=moment(datum), on=datum
    )
    dossier.refresh_from_db()


def test_who_wants_no_help_is_owed_nothing_from_that_day_on(geen_gesprek, consulent):
    dossier, rij = geen_gesprek  # the two weeks end on 13 May
    wijs_hulp_af(dossier, consulent, date(2026, 5, 16))
    assert (weken(dossier), dwangsom(dossier, rij, JAAREINDE).bedrag) == (("vervallen", None), 46)

    later = date(2026, 6, 1)
    wie = {"by": consulent, "at": moment(later), "on": later}
    hulp_hervatten(dossier=dossier, datum=later, toelichting="Toch wel.", **wie)

    assert klok(dossier, "eerste_gesprek").start == later
    assert (weken(dossier), dwangsom(dossier, rij, JAAREINDE).bedrag) == (("vervallen", None), 46)


def test_no_that_was_never_said_stops_nothing(geen_gesprek, consulent):
    dossier, rij = geen_gesprek
    wijs_hulp_af(dossier, consulent, date(2026, 5, 16))

    later = date(2026, 5, 18)
    hulp_vergissing(dossier=dossier, reden="Vergissing.", by=consulent, at=moment(later), on=later)

    assert (weken(dossier), dwangsom(dossier, rij, later).bedrag) == (("te_laat", None), 5 * 23)


def test_card_says_that_it_came_too_early_after_all(client, te_laat, consulent):
    leg_vast(te_laat, consulent)
    wijzig_gesprek(te_laat, consulent, date(2026, 4, 4))
    client.force_login(consulent)

    kaart = client.get(reverse("dossier", args=[te_laat.nummer])).text

    assert "Dwangsom tot en met vandaag: <strong>€\xa00,00</strong>" in kaart
    assert "De ingebrekestelling kwam te vroeg en telt niet (Awb artikel 6:12)." in kaart
