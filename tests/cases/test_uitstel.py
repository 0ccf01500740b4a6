"""Opschorting and verdaging of a beslistermijn: the clock, the letter, the history and what is refused."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.actions import uitstel as acties
from cases.actions import uitstelrijen
from cases.actions.basis import ActieFout
from cases.actions.bewaking import bewaak
from cases.actions.bewaking_vooruit import kijk_vooruit
from cases.actions.klokken import volg_feiten
from cases.actions.termijnbericht import termijnbericht_maken
from cases.actions.termijnen import haal_termijn, start_termijn
from cases.models import Document, DossierEvent, Opschorting, Persoon, Signaal, Termijn
from cases.querysets import TermijnQuerySet
from tests.cases.test_ingebrekestelling import leg_vast as leg_in_gebreke
from tests.cases.vooruitblikken import vooruit_en_gedaan
from tests.factories import maak_dossier, moment
from tests.haltes import halte
from tests.wegen import voer_eerste_gesprek

# Eerste gesprek on 4 March 2026: the 8 weken end on 29 April.
GESPREK, LAATSTE, ON = date(2026, 3, 4), date(2026, 4, 29), date(2026, 4, 8)
VAN, TOT = date(2026, 4, 6), date(2026, 4, 19)
# Fourteen days more is 13 May.
WORDT = date(2026, 5, 13)

pytestmark = pytest.mark.django_db


@halte
def in_plan(dossier, consulent, snelle_pdf):
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    dossier.refresh_from_db()
    return dossier


@pytest.fixture
def in_bezwaar(in_plan):
    """Besluit op bezwaar within 6 weken of 30 March: until 11 May."""
    start_termijn(dossier=in_plan, regel="besluit_op_bezwaar", aanleiding="bezwaar:1", start=date(2026, 3, 30), on=ON)
    return in_plan


def klok(dossier, regel="plan_van_aanpak"):
    return dossier.termijnen.get(regel=regel)


def stand(dossier, regel="plan_van_aanpak"):
    termijn = klok(dossier, regel)
    return termijn.status, termijn.uiterste_datum


def schort_op(
    dossier, by, *, van=VAN, tot=TOT, grond="vertraging", regel="plan_van_aanpak", on=ON, waarom="Er mist iets.",
    blijkt_uit="",
):  # fmt: skip
    wat = {"grond": grond, "van": van, "tot": tot, "toelichting": waarom, "blijkt_uit": blijkt_uit}
    return acties.opschorten(dossier=dossier, regel=regel, **wat, by=by, at=moment(on), on=on)


def verdaag(dossier, by, on=ON):
    return acties.verdagen(dossier=dossier, toelichting="De zaak is groot.", by=by, at=moment(on), on=on)


def beeindig(rij, by, laatste, on=date(2026, 4, 14)):
    wat = {"laatste_dag": laatste, "reden": "Alles is er."}
    return acties.opschorting_beeindigen(opschorting=rij, **wat, by=by, at=moment(on), on=on)


def trek_in(rij, by, on=ON):
    return acties.uitstel_intrekken(opschorting=rij, reden="Vergissing.", by=by, at=moment(on), on=on)


def test_suspended_days_move_the_last_day_and_the_clock_stands_still(in_plan, consulent, snelle_pdf):
    rij = schort_op(in_plan, consulent)

    assert stand(in_plan) == ("opgeschort", WORDT)
    assert klok(in_plan).invoer == {"start": "2026-03-04", "keer": 1, "opschortingen": [["2026-04-06", "2026-04-19"]]}
    assert ["Opschorting", "van 6 april 2026 tot en met 19 april 2026: 14 dagen erbij, woensdag 13 mei 2026"] in klok(
        in_plan
    ).som
    assert (rij.document.onderwerp, rij.document.soort, rij.document.datum) == ("Opschorting", "brief", ON)
    event = DossierEvent.objects.latest("pk")
    assert (event.soort, event.tekst, event.reden) == (
        "opschorting",
        "Opgeschort van 6 april 2026 tot en met 19 april 2026: plan van aanpak. De uiterste datum is 13 mei 2026.",
        "Er mist iets.",
    )


def test_several_periods_add_up_and_one_across_a_feestdag_counts_each_day(in_plan, consulent):
    schort_op(in_plan, consulent, van=date(2026, 4, 3), tot=date(2026, 4, 6))
    schort_op(in_plan, consulent, van=date(2026, 4, 7), tot=date(2026, 4, 8), grond="vertraging")

    assert stand(in_plan) == ("opgeschort", date(2026, 5, 6))  # 4 days from Goede Vrijdag, and 2; 5 May is a feestdag


def test_form_sent_twice_makes_one(in_plan, consulent):
    assert schort_op(in_plan, consulent) == schort_op(in_plan, consulent)
    assert (Opschorting.objects.count(), Document.objects.count()) == (1, 1)


def test_recomputing_loses_nothing(in_plan, consulent):
    schort_op(in_plan, consulent)

    volg_feiten(in_plan, by=consulent, on=ON)
    assert stand(in_plan) == ("opgeschort", WORDT)

    gestart = {"regel": "plan_van_aanpak", "aanleiding": klok(in_plan).aanleiding, "start": GESPREK}
    start_termijn(dossier=in_plan, **gestart, on=ON)
    assert stand(in_plan) == ("opgeschort", WORDT)

    Termijn.objects.update(kalender_versie="oud", uiterste_datum=LAATSTE)
    bewaak(gemeente=in_plan.gemeente, on=ON, at=moment(ON, uur=2))
    assert stand(in_plan) == ("opgeschort", WORDT)


def test_nightly_run_stops_the_clock_and_lets_it_run_again(in_plan, consulent):
    schort_op(in_plan, consulent, van=date(2026, 4, 10), tot=date(2026, 4, 12))
    standen = []
    for dag in range(9, 15):
        on = date(2026, 4, dag)
        bewaak(gemeente=in_plan.gemeente, on=on, at=moment(on, uur=2))
        standen.append(klok(in_plan).status)
    nog_eens = bewaak(gemeente=in_plan.gemeente, on=on, at=moment(on, uur=4))

    assert standen == ["lopend", "opgeschort", "opgeschort", "opgeschort", "lopend", "lopend"]
    assert (nog_eens.overgangen, nog_eens.signalen) == (0, 0)


# The periods are 10 to 12 and 14 to 16 April; they make 5 May the last day, of which is warned 14 days ahead: 22 April.
def test_look_ahead_follows_an_opschorting_from_night_to_night(in_plan, consulent):
    schort_op(in_plan, consulent, van=date(2026, 4, 10), tot=date(2026, 4, 12))
    schort_op(in_plan, consulent, van=date(2026, 4, 14), tot=date(2026, 4, 16), grond="vertraging")
    bewaak(gemeente=in_plan.gemeente, on=ON, at=moment(ON, uur=2))

    dagen = (1, 2, 3, 4, 5, 6, 8, 13, 14, 24, 27, 28, 60)
    vooruit, gedaan = vooruit_en_gedaan(in_plan.gemeente, [ON + timedelta(days=aantal) for aantal in dagen])

    assert vooruit == gedaan


def test_look_ahead_warns_of_nothing_while_the_clock_stands_still(in_plan, consulent):
    """The plan ends on 6 May; the day to warn, 14 days ahead, is 22 April, in the period. It is told on 27 April."""
    schort_op(in_plan, consulent, van=date(2026, 4, 20), tot=date(2026, 4, 26))
    bewaak(gemeente=in_plan.gemeente, on=ON, at=moment(ON, uur=2))

    dagen = [date(2026, 4, dag) for dag in (21, 22, 23, 26, 27, 28)]
    vooruit, gedaan = vooruit_en_gedaan(in_plan.gemeente, dagen)

    assert vooruit == gedaan
    assert [signalen for _, signalen in gedaan.values()] == [0, 0, 0, 0, 1, 1]


# The plan ends on 29 April and is warned of 14 and 3 days ahead: what is added at the end moves those days with it.
@pytest.mark.parametrize(
    ("van", "tot", "nachten", "verwacht"),
    [
        # 10 days: a Saturday, so the end is 11 May, and 27 April and 8 May run.
        ((4, 10), (4, 19), "elke", [((4, 27), 14), ((5, 8), 3)]),
        # 7 days: 6 May, so 22 April, in the period, and 3 May.
        ((4, 20), (4, 26), "elke", [((4, 27), 14), ((5, 3), 3)]),
        # 12 days to the last but one: 11 May, so 27 April and 8 May. The first is in the period.
        ((4, 17), (4, 28), "elke", [((4, 29), 14), ((5, 8), 3)]),
        # The night of 27 April was missed: the next one does both days, and warns once.
        ((4, 20), (4, 26), "niet op 27 april", [((4, 27), 14), ((5, 3), 3)]),
    ],
)
def test_warning_whose_day_stood_still_comes_when_the_clock_runs_again(in_plan, consulent, van, tot, nachten, verwacht):
    schort_op(in_plan, consulent, van=date(2026, *van), tot=date(2026, *tot))
    for dagen in range((date(2026, 5, 12) - ON).days):
        on = ON + timedelta(days=dagen)
        if nachten == "elke" or on != date(2026, 4, 27):
            bewaak(gemeente=in_plan.gemeente, on=on, at=moment(on, uur=2))

    signalen = Signaal.objects.filter(termijn=klok(in_plan), soort="bijna").order_by("on")
    assert [(s.on, int(s.sleutel.split(":")[3])) for s in signalen] == [(date(2026, *dag), n) for dag, n in verwacht]


def test_of_two_warnings_that_stood_still_only_the_last_comes(in_plan):
    """An end of 6 May with a standstill from 20 April to 4 May: 22 April and 3 May both passed unsaid."""
    termijn = klok(in_plan)
    termijn.invoer["opschortingen"] = [["2026-04-20", "2026-05-04"]]
    termijn.uiterste_datum, termijn.status = date(2026, 5, 6), "opgeschort"
    termijn.save()
    gemaakt = {}
    for on in (date(2026, 5, 4), date(2026, 5, 5), date(2026, 5, 6)):
        gemaakt[on.day] = bewaak(gemeente=in_plan.gemeente, on=on, at=moment(on, uur=2)).signalen

    assert gemaakt == {4: 0, 5: 1, 6: 0}
    assert Signaal.objects.get(termijn=termijn).sleutel.endswith(":3")


def test_look_ahead_from_a_day_that_the_clock_stands_still(in_plan, consulent):
    schort_op(in_plan, consulent)  # 6 to 19 April; ON is 8 April
    bewaak(gemeente=in_plan.gemeente, on=ON, at=moment(ON, uur=2))
    for on in (date(2026, 4, 19), date(2026, 4, 20), date(2026, 4, 29), date(2026, 5, 14)):
        punt = transaction.savepoint()
        blik = kijk_vooruit(gemeente=in_plan.gemeente, on=on, at=moment(on))
        telling = bewaak(gemeente=in_plan.gemeente, on=on, at=moment(on))
        transaction.savepoint_rollback(punt)

        assert (blik.telling.overgangen, blik.telling.signalen) == (telling.overgangen, telling.signalen), on


def test_clock_that_runs_again_warns_in_the_same_night(in_plan, consulent):
    """It stands still on 15 and 16 April and ends on 1 May: on 17 April it runs, and is warned of 14 days ahead."""
    schort_op(in_plan, consulent, van=date(2026, 4, 15), tot=date(2026, 4, 16))
    signalen = {}
    for dag in range(14, 19):
        on = date(2026, 4, dag)
        signalen[dag] = bewaak(gemeente=in_plan.gemeente, on=on, at=moment(on, uur=2)).signalen

    assert stand(in_plan) == ("lopend", date(2026, 5, 1))
    assert signalen == {14: 0, 15: 0, 16: 0, 17: 1, 18: 0}


def test_period_after_the_last_day_does_not_keep_a_clock_from_being_late(in_plan):
    """Such a period adds no days (cases.opschorting), so it does not stop the clock either."""
    termijn = klok(in_plan)
    termijn.invoer["opschortingen"] = [["2026-04-30", "2026-05-10"]]
    termijn.save()
    for on in (LAATSTE, date(2026, 4, 30)):
        bewaak(gemeente=in_plan.gemeente, on=on, at=moment(on, uur=2))

    assert stand(in_plan) == ("te_laat", LAATSTE)


def test_missed_nights_give_the_same_state(in_plan, consulent):
    schort_op(in_plan, consulent, van=date(2026, 4, 10), tot=date(2026, 4, 12))
    for dag in (9, 14):
        on = date(2026, 4, dag)
        bewaak(gemeente=in_plan.gemeente, on=on, at=moment(on, uur=2))

    assert klok(in_plan).status == "lopend"


def test_work_lists_do_not_show_a_suspended_clock_as_due(in_plan, consulent):
    laat = date(2026, 5, 12)
    schort_op(in_plan, consulent, van=date(2026, 4, 20), tot=date(2026, 6, 1))
    bewaak(gemeente=in_plan.gemeente, on=laat, at=moment(laat, uur=2))

    assert stand(in_plan)[0] == "opgeschort"
    open_ = Termijn.objects.filter(regel="plan_van_aanpak")
    assert isinstance(open_, TermijnQuerySet)
    assert (list(open_.te_doen()), Signaal.objects.filter(termijn__regel="plan_van_aanpak").count()) == ([], 0)


def test_ended_early_the_days_after_it_count_again(in_plan, consulent):
    rij = schort_op(in_plan, consulent)

    beeindig(rij, consulent, date(2026, 4, 9))

    assert stand(in_plan) == ("lopend", date(2026, 5, 4))  # 4 days: Sunday 3 May moves
    assert [str(was.tot) for was in rij.history.order_by("history_id")] == ["2026-04-19", "2026-04-09"]
    assert sorted(Document.objects.values_list("onderwerp", flat=True)) == ["Einde van de opschorting", "Opschorting"]
    assert DossierEvent.objects.latest("pk").tekst == (
        "Opschorting tot en met 19 april 2026 eindigt op 9 april 2026. De uiterste datum is 4 mei 2026."
    )


@pytest.mark.parametrize(
    ("laatste", "melding"),
    [
        (date(2026, 4, 5), "Kies een dag van 6 april 2026 tot en met 18 april 2026"),
        (TOT, "Kies een dag van 6 april 2026 tot en met 18 april 2026"),
        (date(2026, 4, 15), "De laatste dag kan niet in de toekomst liggen"),
    ],
)
def test_end_on_a_wrong_day_is_refused(in_plan, consulent, laatste, melding):
    rij = schort_op(in_plan, consulent)

    with pytest.raises(ActieFout, match=melding):
        beeindig(rij, consulent, laatste)

    assert stand(in_plan)[1] == WORDT


def test_withdrawn_the_first_day_is_back_and_the_period_is_free(in_plan, consulent):
    rij = schort_op(in_plan, consulent)

    trek_in(rij, consulent)
    assert stand(in_plan) == ("lopend", LAATSTE)
    with pytest.raises(ActieFout, match="Dit uitstel is al ingetrokken: Vergissing"):
        trek_in(rij, consulent)
    schort_op(in_plan, consulent, waarom="Nu goed.")

    assert stand(in_plan) == ("opgeschort", WORDT)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"van": date(2026, 4, 19), "tot": date(2026, 4, 25)}, "Twee opschortingen overlappen"),
        ({"van": GESPREK, "tot": GESPREK}, "kan pas beginnen na 4 maart 2026"),
        ({"van": date(2026, 5, 14), "tot": date(2026, 5, 20)}, "liep tot en met 13 mei 2026"),
        ({"van": date(2026, 4, 21), "tot": date(2026, 4, 20)}, "eindigt .* voordat zij begint"),
        ({"van": date(2026, 4, 21), "tot": date(2190, 1, 1)}, "ligt buiten de kalender"),
        ({"van": date(2026, 4, 21), "tot": date(2026, 4, 22), "grond": "verdaging"}, "Deze grond past niet"),
        ({"van": date(2026, 4, 21), "tot": date(2026, 4, 22), "waarom": " "}, "Schrijf op waarom"),
        ({"van": date(2026, 4, 21), "tot": date(2026, 4, 22), "waarom": "Druk 🙂"}, "Deze tekens kunnen niet"),
        ({"regel": "besluit_op_bezwaar"}, "Er loopt geen termijn 'Besluit op bezwaar'"),
    ],
    ids=["overlap", "start", "after", "reversed", "calendar", "ground", "why", "characters", "no clock"],
)
def test_period_that_can_not_be_is_refused(in_plan, consulent, anders, melding):
    schort_op(in_plan, consulent)

    with pytest.raises(ActieFout, match=melding), transaction.atomic():
        schort_op(in_plan, consulent, **anders)

    assert (Opschorting.objects.count(), stand(in_plan)) == (1, ("opgeschort", WORDT))


@pytest.mark.parametrize(
    ("persoon", "melding"),
    [({"datum_overlijden": ON}, "Deze inwoner is overleden"), ({"postcode": ""}, "Het adres is niet volledig")],
    ids=["died", "address"],
)
def test_no_opschorting_without_its_letter(in_plan, consulent, persoon, melding):
    for veld, waarde in persoon.items():
        setattr(in_plan.persoon, veld, waarde)
    in_plan.persoon.save()

    with pytest.raises(ActieFout, match=melding):
        schort_op(in_plan, consulent)


def test_overlap_that_only_the_database_sees_is_refused_in_plain_words(in_plan, consulent, monkeypatch):
    schort_op(in_plan, consulent)
    leeg = uitstelrijen.invoer_uit_rijen
    monkeypatch.setattr(
        uitstelrijen, "invoer_uit_rijen", lambda termijn: leeg(termijn).op(GESPREK, 1).__class__(start=GESPREK)
    )

    with pytest.raises(ActieFout, match="In deze periode is er al uitstel vastgelegd"), transaction.atomic():
        schort_op(in_plan, consulent, van=date(2026, 4, 10), tot=date(2026, 4, 11))

    assert Opschorting.objects.count() == 1


def test_database_refuses_an_overlap_and_a_second_verdaging(in_bezwaar, consulent):
    for soort, grond in (("opschorting", "aanvullen"), ("verdaging", "verdaging")):
        rij = {"soort": soort, "grond": grond, "van": VAN, "tot": TOT, "toelichting": "x", "door": consulent}
        Opschorting.objects.create(dossier=in_bezwaar, termijn=klok(in_bezwaar, "besluit_op_bezwaar"), **rij)
        with pytest.raises(IntegrityError), transaction.atomic():
            Opschorting.objects.create(dossier=in_bezwaar, termijn=klok(in_bezwaar, "besluit_op_bezwaar"), **rij)


def test_besluit_op_bezwaar_is_put_off_once_and_can_be_suspended_too(in_bezwaar, consulent):
    rij = verdaag(in_bezwaar, consulent)
    assert (rij.soort, rij.van, rij.tot) == ("verdaging", date(2026, 5, 12), date(2026, 6, 22))
    assert stand(in_bezwaar, "besluit_op_bezwaar") == ("lopend", date(2026, 6, 22))
    with pytest.raises(ActieFout, match="al een keer verdaagd"):
        verdaag(in_bezwaar, consulent)
    with pytest.raises(ActieFout, match="Een verdaging eindigt niet eerder"):
        beeindig(rij, consulent, date(2026, 5, 20))

    gegevens = {"regel": "besluit_op_bezwaar", "grond": "instemming"}
    schort_op(in_bezwaar, consulent, van=date(2026, 5, 20), tot=date(2026, 5, 26), **gegevens)
    assert stand(in_bezwaar, "besluit_op_bezwaar") == ("lopend", date(2026, 6, 29))

    trek_in(rij, consulent)
    # Without the verdaging the termijn had run out on 11 May: the period of 20 May adds nothing.
    assert stand(in_bezwaar, "besluit_op_bezwaar") == ("lopend", date(2026, 5, 11))


def test_ground_of_a_beschikking_is_none_for_a_bezwaar(in_bezwaar, consulent):
    with pytest.raises(ActieFout, match="Deze grond past niet"):
        schort_op(in_bezwaar, consulent, regel="besluit_op_bezwaar", grond="overmacht")


def test_verdaging_after_the_termijn_is_refused(in_bezwaar, consulent):
    with pytest.raises(ActieFout, match="liep tot en met 11 mei 2026"):
        verdaag(in_bezwaar, consulent, on=date(2026, 5, 12))


def test_bericht_within_the_termijn_names_the_day_and_the_first_stays(in_plan, consulent):
    wat = {"verwacht_op": date(2026, 6, 3), "reden": "Het wachten is op een arts."}
    bericht = termijnbericht_maken(dossier=in_plan, **wat, by=consulent, at=moment(LAATSTE), on=LAATSTE)

    termijn = klok(in_plan)
    assert (bericht.verzet, termijn.uiterste_datum, termijn.eerste_uiterste_datum) == (True, date(2026, 6, 3), LAATSTE)
    assert bericht.document.onderwerp == "Bericht over het plan van aanpak"
    assert DossierEvent.objects.latest("pk").tekst == (
        "Bericht aan de inwoner: het plan van aanpak is uiterlijk op 3 juni 2026. De uiterste datum 29 april 2026 wordt"
        " 3 juni 2026."
    )
    volg_feiten(in_plan, by=consulent, on=LAATSTE)
    assert klok(in_plan).uiterste_datum == date(2026, 6, 3)


@pytest.mark.parametrize(
    ("dag", "naam"),
    [(date(2026, 5, 23), "Zaterdag 23 mei 2026"), (date(2026, 5, 25), "Maandag 25 mei 2026")],
    ids=["weekend", "tweede-pinksterdag"],
)
def test_bericht_names_a_werkdag_as_uiterste_datum(in_plan, consulent, dag, naam):
    with pytest.raises(ActieFout, match=f"^{naam} is geen werkdag. Kies een werkdag als uiterste datum.$"):
        termijnbericht_maken(dossier=in_plan, verwacht_op=dag, reden="x", by=consulent, at=moment(LAATSTE), on=LAATSTE)

    assert klok(in_plan).uiterste_datum == LAATSTE


def test_bericht_after_the_termijn_changes_no_date(in_plan, consulent):
    dag_erna = LAATSTE + timedelta(days=1)
    wat = {"verwacht_op": date(2026, 6, 3), "reden": "Te laat."}
    bericht = termijnbericht_maken(dossier=in_plan, **wat, by=consulent, at=moment(dag_erna), on=dag_erna)

    termijn = klok(in_plan)
    assert (bericht.verzet, termijn.uiterste_datum, termijn.eerste_uiterste_datum) == (False, LAATSTE, None)


def test_second_bericht_after_the_first_last_day_changes_no_date(in_plan, consulent):
    for on, dag in ((ON, date(2026, 5, 20)), (date(2026, 5, 6), date(2026, 6, 3))):
        termijnbericht_maken(dossier=in_plan, verwacht_op=dag, reden="x", by=consulent, at=moment(on), on=on)

    assert stand(in_plan)[1] == date(2026, 5, 20)


def test_suspended_clock_can_be_met(in_plan, consulent):
    schort_op(in_plan, consulent)

    assert haal_termijn(dossier=in_plan, regel="plan_van_aanpak", datum=ON) == 1
    assert stand(in_plan)[0] == "gehaald"


# The plan was due on 29 April.
LAAT = date(2026, 5, 10)
ACHTERAF = {"van": date(2026, 4, 20), "tot": date(2026, 5, 20), "on": LAAT}


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"grond": "buitenland"}, r"pas op de dag na uw brief \(Awb artikel 4:15 lid 1 onder b\).* vanaf 11 mei 2026"),
        (
            {"grond": "buitenland", "van": date(2026, 5, 11)},
            "Een termijn die voorbij is, kunt u niet meer opschorten",
        ),
        ({"grond": "aanvullen"}, "Vraag een aanvulling"),
        ({"grond": "instemming"}, "Schrijf op waaruit blijkt dat zij al stilstond vanaf 20 april 2026"),
        ({"grond": "vertraging", "blijkt_uit": " "}, "Schrijf op waaruit blijkt"),
        ({"grond": "instemming", "van": date(2026, 4, 30), "blijkt_uit": "x"}, "Een termijn die voorbij is"),
    ],
    ids=["a letter of today", "after the letter", "aanvulling", "no proof", "empty proof", "began too late"],
)
def test_termijn_that_has_run_out_is_not_suspended_after_the_fact(in_plan, consulent, anders, melding):
    with pytest.raises(ActieFout, match=melding), transaction.atomic():
        schort_op(in_plan, consulent, **ACHTERAF | anders)

    assert (Opschorting.objects.count(), stand(in_plan)[1]) == (0, LAATSTE)


@pytest.mark.parametrize("dag", [date(2026, 4, 1), ON])
def test_information_from_abroad_suspends_from_the_day_after_the_letter(in_plan, consulent, dag):
    with pytest.raises(ActieFout, match="Kies een eerste dag vanaf 9 april 2026"):
        schort_op(in_plan, consulent, grond="buitenland", van=dag)

    schort_op(in_plan, consulent, grond="buitenland", van=date(2026, 4, 9))
    assert stand(in_plan) == ("lopend", date(2026, 5, 11))  # 11 days more is Sunday 10 May


def test_what_held_it_up_before_it_ran_out_is_recorded_with_its_proof(in_plan, consulent):
    rij = schort_op(in_plan, consulent, **ACHTERAF, grond="instemming", blijkt_uit="Brief van 18 april 2026.")

    assert stand(in_plan) == ("opgeschort", date(2026, 6, 1))  # 31 days more is Saturday 30 May
    assert rij.blijkt_uit == "Brief van 18 april 2026."
    assert DossierEvent.objects.latest("pk").tekst == (
        "Opgeschort van 20 april 2026 tot en met 20 mei 2026: plan van aanpak. De uiterste datum is 1 juni 2026. De"
        " termijn was voorbij en is weer op tijd. Dat zij stilstond, blijkt uit: Brief van 18 april 2026."
    )


def test_short_period_leaves_it_late(in_plan, consulent):
    periode = {"van": date(2026, 4, 20), "tot": date(2026, 4, 21), "on": LAAT}
    schort_op(in_plan, consulent, **periode, grond="overmacht", blijkt_uit="Het stadhuis was dicht.")

    assert stand(in_plan) == ("te_laat", date(2026, 5, 1))
    assert "De termijn was voorbij en blijft dat." in DossierEvent.objects.latest("pk").tekst


@pytest.fixture
def pagina(client, consulent, snelle_pdf):
    client.force_login(consulent)
    with time_machine.travel(datetime(ON.year, ON.month, ON.day, 9, 30, tzinfo=UTC), tick=False):
        yield client


INGEVULD = {"grond": "vertraging", "van": "06-04-2026", "tot": "19-04-2026", "toelichting": "Er mist iets."}


def test_page_shows_the_new_day_with_its_sum_and_the_letter_before_it_is_done(pagina, in_plan):
    url = reverse("opschorten", args=[in_plan.nummer, "plan_van_aanpak"])

    eerst = pagina.post(url, INGEVULD)
    assert Opschorting.objects.count() == 0
    terug = pagina.post(url, {**INGEVULD, "stap": "wijzigen"})
    daarna = pagina.post(url, {**INGEVULD, "stap": "bevestigen"}, follow=True)

    assert "<dt>Wordt</dt><dd><strong>woensdag 13 mei 2026</strong>" in eerst.text
    assert "14 dagen erbij, woensdag 13 mei 2026" in eerst.text
    assert "Van maandag 6 april 2026 tot en met <strong>zondag 19 april 2026</strong>" in eerst.text
    assert 'value="06-04-2026"' in terug.text
    assert [str(m) for m in daarna.context["messages"]] == [
        "De uiterste datum is nu woensdag 13 mei 2026. De brief staat bij de documenten. Verstuur hem vandaag."
    ]
    assert "Opschorting van 6 april 2026 tot en met 19 april 2026" in daarna.text
    assert "tot en met zondag 19 april 2026" in daarna.text


def test_overlap_gets_a_plain_message_on_the_page(pagina, in_plan, consulent):
    schort_op(in_plan, consulent)

    response = pagina.post(
        reverse("opschorten", args=[in_plan.nummer, "plan_van_aanpak"]), {**INGEVULD, "tot": "12-04-2026"}
    )

    assert (response.status_code, "Twee opschortingen overlappen" in response.text) == (200, True)


def test_pages_to_end_and_withdraw(pagina, in_plan, consulent):
    rij = schort_op(in_plan, consulent)
    einde = reverse("opschorting_beeindigen", args=[in_plan.nummer, rij.pk])

    gezien = pagina.post(einde, {"laatste_dag": "07-04-2026", "reden": "Alles is er."})
    pagina.post(einde, {"laatste_dag": "07-04-2026", "reden": "Alles is er.", "stap": "bevestigen"})
    assert ("Vanaf nu gaan wij verder" in gezien.text, stand(in_plan)) == (True, ("lopend", date(2026, 5, 1)))
    weg = pagina.post(reverse("uitstel_intrekken", args=[in_plan.nummer, rij.pk]), {"reden": "Fout."}, follow=True)

    assert stand(in_plan) == ("lopend", LAATSTE)
    assert "Ingetrokken: Fout." in weg.text


@pytest.mark.parametrize(
    ("stap", "waarom"),
    [
        ({}, "Dit uitstel is ingetrokken. U kunt er niets meer aan wijzigen."),
        ({"stap": "bevestigen"}, "Dit uitstel is al ingetrokken: Vergissing."),
    ],
    ids=["first page", "second page"],
)
def test_text_stays_when_the_opschorting_was_withdrawn_meanwhile(pagina, in_plan, consulent, stap, waarom):
    rij = schort_op(in_plan, consulent)
    trek_in(rij, consulent)
    velden = {"laatste_dag": "07-04-2026", "reden": "Alles is er."}

    response = pagina.post(reverse("opschorting_beeindigen", args=[in_plan.nummer, rij.pk]), velden | stap)

    form = response.context["form"]
    assert form.errors == {"__all__": [waarom]}
    assert form["reden"].value() == "Alles is er."


def test_page_of_an_uitstel_that_was_withdrawn_meanwhile_says_what_the_last_day_is(pagina, in_plan, consulent):
    """Another period began on the same day since."""
    rij = schort_op(in_plan, consulent)
    trek_in(rij, consulent)
    schort_op(in_plan, consulent)

    response = pagina.post(reverse("uitstel_intrekken", args=[in_plan.nummer, rij.pk]), {"reden": "Fout."})

    assert response.context["form"].errors == {"__all__": ["Dit uitstel is al ingetrokken: Vergissing."]}
    assert response.context["berekening"].einddatum == WORDT


def test_page_to_put_off_a_bezwaar(pagina, in_bezwaar):
    url = reverse("verdagen", args=[in_bezwaar.nummer])

    eerst = pagina.post(url, {"toelichting": "De zaak is groot."})
    daarna = pagina.post(url, {"toelichting": "De zaak is groot.", "stap": "bevestigen"}, follow=True)

    assert "6 weken erbij: maandag 22 juni 2026" in eerst.text
    assert "Verdaging van 12 mei 2026 tot en met 22 juni 2026" in daarna.text


@pytest.mark.parametrize(("regel", "status"), [("besluiten", 404), ("besluit_op_bezwaar", 302)])
def test_page_for_another_termijn_is_not_there(pagina, in_plan, regel, status):
    assert pagina.get(reverse("opschorten", args=[in_plan.nummer, regel])).status_code == status


def test_page_leads_back_when_no_letter_can_go_out(pagina, gemeente, consulent):
    dossier = maak_dossier(gemeente, postcode="", bsn="", datum=date(2026, 3, 2))
    voer_eerste_gesprek(dossier, consulent, GESPREK)

    response = pagina.get(reverse("opschorten", args=[dossier.nummer, "plan_van_aanpak"]), follow=True)

    assert "Het adres is niet volledig" in response.text


def test_page_of_the_bericht_about_the_plan_says_what_becomes_of_the_date(pagina, in_plan):
    url = reverse("termijnbericht", args=[in_plan.nummer])

    eerst = pagina.post(url, {"verwacht_op": "03-06-2026", "reden": "Wij wachten op een arts."})
    pagina.post(url, {**eerst.context["form"].data, "gezien": eerst.context["form"]["gezien"].value()})
    kaart = pagina.get(in_plan.get_absolute_url())

    assert "Deze dag wordt de uiterste datum." in eerst.text
    assert "Eerste uiterste datum</dt><dd>woensdag 29 april 2026" in kaart.text
    assert "eerst wo 29 apr 2026" in kaart.text


def op_late_dag(client, by):
    client.force_login(by)
    return time_machine.travel(datetime(LAAT.year, LAAT.month, LAAT.day, 9, 30, tzinfo=UTC), tick=False)


@pytest.mark.parametrize(
    ("tot", "let_op"),
    [
        (date(2027, 4, 6), []),
        (
            date(2030, 4, 13),
            [
                "De termijn staat dan langer dan een jaar stil, tot en met 13 april 2030. Klopt dat jaar?",
                "Besluiten kunt u in dit dossier nemen tot en met 4 maart 2028. De nieuwe uiterste datum ligt daarna.",
            ],
        ),
    ],
)
def test_wrong_year_is_pointed_out_before_the_letter_is_made(client, in_plan, consulent, tot, let_op):
    client.force_login(consulent)
    wat = {"grond": "instemming", "van": VAN, "tot": tot, "toelichting": "U vond het goed."}

    with time_machine.travel(moment(ON), tick=False):
        response = client.post(reverse("opschorten", args=[in_plan.nummer, "plan_van_aanpak"]), wat)

    assert list(response.context["voorstel"].let_op) == let_op
    assert [zin for zin in let_op if zin not in response.text] == []


def test_page_of_a_late_clock_asks_since_when_and_on_what_it_rests(client, in_plan, consulent):
    url = reverse("opschorten", args=[in_plan.nummer, "plan_van_aanpak"])
    leg_in_gebreke(in_plan, consulent, ontvangen_op=date(2026, 5, 4), on=LAAT)
    wat = {"grond": "instemming", "van": "20-04-2026", "tot": "20-05-2026", "toelichting": "U vond het goed."}
    with op_late_dag(client, consulent):
        leeg = client.get(url)
        zonder = client.post(url, wat)
        eerst = client.post(url, {**wat, "blijkt_uit": "Brief van 18 april 2026."})
        daarna = client.post(url, {**wat, "blijkt_uit": "Brief van 18 april 2026.", "stap": "bevestigen"}, follow=True)

    form = leeg.context["form"]
    assert [code for code, _ in form.fields["grond"].choices] == ["instemming", "vertraging", "overmacht"]
    assert "Deze termijn is voorbij." in leeg.text
    assert "Sinds welke dag stond de termijn stil?" in leeg.text
    assert set(zonder.context["form"].errors) == {"blijkt_uit"}
    assert "De termijn is nu te laat. Door deze opschorting is zij weer op tijd." in eerst.text
    assert "De ingebrekestelling van 4 mei 2026 kwam dan te vroeg en telt niet meer." in eerst.text
    assert "dat zij stilstond, blijkt uit: Brief van 18 april 2026." in daarna.text


def test_page_of_a_late_clock_says_that_it_stays_late(client, in_plan, consulent):
    url = reverse("opschorten", args=[in_plan.nummer, "plan_van_aanpak"])
    wat = {"grond": "overmacht", "van": "20-04-2026", "tot": "21-04-2026", "toelichting": "Het stadhuis was dicht."}
    with op_late_dag(client, consulent):
        eerst = client.post(url, {**wat, "blijkt_uit": "Bericht van de gemeente van 20 april 2026."})

    assert "Zij blijft te laat." in eerst.text


def test_page_of_a_running_clock_asks_for_no_proof(pagina, in_plan):
    form = pagina.get(reverse("opschorten", args=[in_plan.nummer, "plan_van_aanpak"])).context["form"]

    assert list(form.fields) == ["grond", "van", "tot", "toelichting"]


def test_page_that_withdraws_says_that_an_ingebrekestelling_counts_after_all(client, in_plan, consulent):
    leg_in_gebreke(in_plan, consulent, ontvangen_op=date(2026, 5, 4), on=LAAT)
    rij = schort_op(in_plan, consulent, **ACHTERAF, grond="instemming", blijkt_uit="Brief van 18 april 2026.")
    with op_late_dag(client, consulent):
        html = client.get(reverse("uitstel_intrekken", args=[in_plan.nummer, rij.pk])).text

    assert "De ingebrekestelling van 4 mei 2026 kwam dan niet te vroeg en telt wel." in html


def test_letter_does_not_tell_where_a_geheim_adres_is(in_plan, consulent):
    Persoon.objects.update(geheim_adres=True)

    with pytest.raises(ActieFout, match="Het adres van deze inwoner is geheim"):
        schort_op(in_plan, consulent, waarom="Wij komen naar Lindepad 14.")

    assert Document.objects.count() == 0
    schort_op(in_plan, consulent, waarom="Wij komen naar u toe.")
    assert Document.objects.count() == 1
