"""What an ingebrekestelling becomes when the support ends: about a bezwaar it goes on, about the plan it stops.

The bezwaar against the besluit of 20 April 2026 was to be decided on by 13 July; the two weeks after 20 July end on 3
August. The plan of the other dossier was due on 7 May; the two weeks after 11 May end on 26 May, after Pinksteren.
"""

from datetime import date

import pytest
import time_machine
from django.core import mail

from cases.actions.ingebrekestelling import dwangsom_van, ingebrekestelling_vastleggen
from cases.actions.uhtherstel import uht_status_wijzigen
from cases.models import Signaal, Termijn
from cases.register import codes_na_einde
from nazorg.termijnen import BLIJFT_LOPEN, blijft_lopen
from nazorg.vooruitblik import list_stoppen
from planvanaanpak.actions.bezwaar import bezwaar_weghalen, bezwaar_wijzigen, intrekking_vastleggen
from planvanaanpak.models import Besluit
from tests.cases.documentstappen import een_document
from tests.cases.test_actions_digest import bewaak_en_verstuur
from tests.factories import maak_dossier, maak_user, moment
from tests.haltes import halte
from tests.nazorg.eindes import GESPREK, meld_niet_erkend, sluit_nazorg, stop
from tests.nazorg.test_toch_erkend import trek_in
from tests.planvanaanpak import besluitstappen, bezwaarstappen
from tests.wegen import behaal_doelen, voer_eerste_gesprek

GESTELD, EINDE = date(2026, 7, 20), date(2026, 7, 27)
TWEE_WEKEN, LAAT, JAAREINDE = date(2026, 8, 3), date(2026, 8, 5), date(2026, 12, 31)
PLAN_GESTELD, PLAN_EINDE = date(2026, 5, 11), date(2026, 6, 1)


def stel_in_gebreke(dossier, regel, by, on):
    termijn = dossier.termijnen.get(regel=regel)
    wat = {"toelichting": "", "geen_dwangsom": "", "document": None, "by": by, "at": moment(on), "on": on}
    return ingebrekestelling_vastleggen(dossier=dossier, termijn=termijn, ontvangen_op=on, **wat)


@halte
def bezwaar(in_uitvoering, consulent):
    besluit = bezwaarstappen.verstuur(Besluit.objects.get(dossier=in_uitvoering), consulent)
    return bezwaarstappen.maak_bezwaar(besluit, consulent)


@halte
def over_bezwaar(bezwaar, in_uitvoering, consulent):
    return stel_in_gebreke(in_uitvoering, "besluit_op_bezwaar", consulent, GESTELD)


@halte
def zonder_plan(gemeente, consulent):
    dossier = maak_dossier(gemeente)
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    dossier.refresh_from_db()
    return dossier


@halte
def over_plan(zonder_plan, consulent):
    return stel_in_gebreke(zonder_plan, "plan_van_aanpak", consulent, PLAN_GESTELD)


def weken(rij):
    return Termijn.objects.get(regel="ingebrekestelling", aanleiding=f"ingebrekestelling:{rij.pk}")


def bedrag(rij, on=JAAREINDE):
    return dwangsom_van(rij, list(Termijn.objects.filter(dossier=rij.dossier)), on).bedrag


def beeindig(dossier, by, datum=EINDE):
    stop(dossier, by, grond="verhuizing", datum=datum, nazorg=False)


def beeindig_met_nazorg(dossier, by):
    behaal_doelen(dossier, by, EINDE)
    stop(dossier, by, datum=EINDE)


def sluit_de_nazorg(dossier, by):
    beeindig_met_nazorg(dossier, by)
    dossier.refresh_from_db()
    sluit_nazorg(dossier, by, EINDE)


def niet_erkend(dossier, by, datum=EINDE):
    meld_niet_erkend(dossier, by, datum)


def gehoord_op(dossier, by, datum):
    """Put right on which day the gemeente heard niet erkend."""
    rij, on = dossier.uht_wijzigingen.get(status="niet erkend"), date(2026, 6, 12)
    wijzigingen = {"datum_feit": datum, "datum_gemeld": datum}
    uht_status_wijzigen(wijziging=rij, wijzigingen=wijzigingen, reden="Typfout", by=by, at=moment(on), on=on)


def beeindig_na_niet_erkend(dossier, by):
    niet_erkend(dossier, by)
    dossier.refresh_from_db()
    stop(dossier, by, grond="niet_erkend", datum=EINDE, nazorg=False)


EINDES = {
    beeindig: "afgesloten",
    beeindig_met_nazorg: "nazorg",
    sluit_de_nazorg: "afgesloten",
    niet_erkend: "acclimatisatie",
    beeindig_na_niet_erkend: "afgesloten",
}


def test_what_goes_on_holds_every_rule_that_says_so():
    assert set(codes_na_einde()) <= set(BLIJFT_LOPEN) <= set(blijft_lopen(met_nazorg=True))


@pytest.mark.parametrize(("einde", "status"), EINDES.items(), ids=lambda waarde: getattr(waarde, "__name__", waarde))
def test_about_a_bezwaar_it_goes_on_after_each_end(over_bezwaar, in_uitvoering, consulent, einde, status):
    einde(in_uitvoering, consulent)

    in_uitvoering.refresh_from_db()
    assert in_uitvoering.status == status
    assert in_uitvoering.termijnen.get(regel="besluit_op_bezwaar").status == "lopend"  # no night was there yet
    assert (weken(over_bezwaar).status, weken(over_bezwaar).uiterste_datum) == ("lopend", TWEE_WEKEN)
    assert bedrag(over_bezwaar, date(2026, 8, 5)) == 46


def test_closed_dossier_warns_mails_and_shows(over_bezwaar, in_uitvoering, consulent, gemeente, client):
    beeindig(in_uitvoering, consulent)
    for dag in (date(2026, 7, 31), LAAT):
        bewaak_en_verstuur(gemeente, dag)
    client.force_login(consulent)
    with time_machine.travel(moment(LAAT), tick=False):
        html = client.get(in_uitvoering.get_absolute_url()).text

    signalen = Signaal.objects.filter(termijn=weken(over_bezwaar))
    assert {(signaal.soort, signaal.on) for signaal in signalen} == {
        ("bijna", date(2026, 7, 31)),
        ("te_laat", date(2026, 8, 4)),
    }
    gemaild = [bericht for bericht in mail.outbox if "ingebrekestelling" in bericht.body]
    assert {bericht.to[0] for bericht in gemaild} == {consulent.email}
    assert len(gemaild) == 2
    assert "Dwangsom tot en met vandaag: <strong>€\xa046,00</strong>" in html
    assert '2 dagen te laat</span><span class="bo-klein">was ma 3 aug 2026' in html


def test_besluit_in_a_closed_dossier_stops_it(over_bezwaar, bezwaar, in_uitvoering, consulent, gemeente):
    beeindig(in_uitvoering, consulent)
    jurist = maak_user("coordinator", gemeente, email="jurist@voorbeeld.example", naam="Bea Jurist")
    bezwaarstappen.zie_af(bezwaar, consulent, on=LAAT)
    bezwaarstappen.bevestig(bezwaar, consulent, LAAT)

    bezwaarstappen.verstuur(bezwaarstappen.beslis(bezwaar, jurist, on=LAAT), jurist, LAAT)

    assert (weken(over_bezwaar).status, weken(over_bezwaar).datum_gehaald) == ("te_laat_gehaald", LAAT)
    assert bedrag(over_bezwaar) == 23  # 4 August


@pytest.mark.parametrize(
    ("einde", "status"), [(beeindig, "afgesloten"), (niet_erkend, "acclimatisatie")], ids=["besluit", "niet erkend"]
)
def test_about_a_plan_that_is_dropped_it_stops_on_that_day(over_plan, zonder_plan, consulent, einde, status):
    einde(zonder_plan, consulent, PLAN_EINDE)

    zonder_plan.refresh_from_db()
    assert zonder_plan.status == status
    assert zonder_plan.termijnen.get(regel="plan_van_aanpak").status == "vervallen"
    assert weken(over_plan).status == "vervallen"
    assert bedrag(over_plan) == 5 * 23  # 27 to 31 May
    som = dict(dwangsom_van(over_plan, list(zonder_plan.termijnen.all()), JAAREINDE).som)
    assert som["Geen besluit meer nodig vanaf"] == "maandag 1 juni 2026"


def test_message_that_was_recorded_later_counts_from_its_own_day(over_plan, zonder_plan, consulent):
    meld_niet_erkend(zonder_plan, consulent, date(2026, 5, 28), on=date(2026, 6, 10))

    assert bedrag(over_plan) == 23  # 27 May


@pytest.mark.parametrize(
    ("dag", "owed"), [(date(2026, 5, 28), 23), (date(2026, 6, 8), 12 * 23)], ids=["27 May", "27 May to 7 June"]
)
def test_message_of_which_the_day_is_put_right_counts_from_the_right_day(over_plan, zonder_plan, consulent, dag, owed):
    niet_erkend(zonder_plan, consulent, PLAN_EINDE)

    gehoord_op(zonder_plan, consulent, dag)

    assert bedrag(over_plan) == owed


def test_end_within_the_two_weeks_leaves_nothing_owed(over_plan, zonder_plan, consulent):
    niet_erkend(zonder_plan, consulent, date(2026, 5, 20))

    assert bedrag(over_plan) == 0


def test_support_that_is_taken_up_again_lets_it_run_as_if_it_never_stopped(over_plan, zonder_plan, consulent):
    niet_erkend(zonder_plan, consulent, PLAN_EINDE)
    zonder_plan.refresh_from_db()

    trek_in(zonder_plan, consulent, on=date(2026, 6, 10))

    assert (zonder_plan.status, weken(over_plan).status) == ("plan_van_aanpak", "te_laat")
    assert bedrag(over_plan, date(2026, 6, 10)) == 14 * 23 + 35


def test_refused_aanvraag_meets_that_of_the_plan_and_leaves_another(over_plan, zonder_plan, consulent):
    besluitstappen.wijs_af(zonder_plan, consulent, on=PLAN_EINDE)

    assert (weken(over_plan).status, weken(over_plan).datum_gehaald) == ("te_laat_gehaald", PLAN_EINDE)
    assert bedrag(over_plan) == 5 * 23


@pytest.mark.parametrize("weg", ["ingetrokken", "weggehaald"])
def test_bezwaar_that_is_withdrawn_stops_it(over_bezwaar, bezwaar, consulent, weg):
    dag = date(2026, 8, 6)
    if weg == "ingetrokken":
        brief = een_document(bezwaar.dossier, consulent)
        wat = {"wijze": "schriftelijk", "document": brief, "on": dag}
        intrekking_vastleggen(bezwaar=bezwaar, datum=dag, **wat, by=consulent, at=moment(dag))
    else:
        bezwaar_weghalen(bezwaar=bezwaar, reden="Verkeerd dossier.", by=consulent, at=moment(dag))

    assert weken(over_bezwaar).status == "vervallen"
    assert bedrag(over_bezwaar) == 46  # 4 and 5 August


def test_commissie_that_was_forgotten_takes_its_effect(over_bezwaar, bezwaar, in_uitvoering, consulent):
    wie = {"by": consulent, "at": moment(EINDE), "on": EINDE}
    bezwaar_wijzigen(bezwaar=bezwaar, wijzigingen={"commissie": True}, reden="Vergeten.", **wie)

    assert weken(over_bezwaar).status == "vervallen"
    assert bedrag(over_bezwaar) == 0
    assert in_uitvoering.events.first().tekst.endswith(
        " Ingebrekestelling: tot en met 3 augustus 2026 (loopt) wordt loopt niet."
    )


def test_page_names_it_among_what_stops_when_it_does(over_plan, over_bezwaar):
    stopt, loopt_door = (
        list_stoppen(rij.dossier, on, behalve=BLIJFT_LOPEN)
        for rij, on in ((over_plan, PLAN_EINDE), (over_bezwaar, EINDE))
    )

    assert any(regel.startswith("Ingebrekestelling") for regel in stopt)
    assert not any(regel.startswith("Ingebrekestelling") for regel in loopt_door)
