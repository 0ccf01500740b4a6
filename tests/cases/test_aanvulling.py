"""Ask to complete the aanvraag: the letter, the hersteltermijn, the opschorting, and how they end (Awb 4:5, 4:15)."""

from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse

from cases.actions import aanvulling as acties
from cases.actions import uitstel
from cases.actions.basis import ActieFout
from cases.actions.bewaking import bewaak
from cases.actions.toewijzen import toewijzen
from cases.models import Aanvulling, Document, DossierEvent, Opschorting, Persoon, Signaal, Termijn
from cases.registratie import documentgebruik
from cases.waarom import list_veranderingen
from planvanaanpak.actions.besluit import vaststellen
from tests.cases.vooruitblikken import vooruit_en_gedaan
from tests.factories import maak_dossier, moment
from tests.haltes import halte
from tests.planvanaanpak.pdf_controle import controleer
from tests.wegen import maak_volledig_plan, voer_eerste_gesprek

# Eerste gesprek on 4 March 2026: the 8 weken end on 29 April. The letter leaves on 8 April, and gives until the 22nd.
GESPREK, LAATSTE, ON, UITERLIJK = date(2026, 3, 4), date(2026, 4, 29), date(2026, 4, 8), date(2026, 4, 22)
# Fourteen suspended days, 9 to 22 April, end the 8 weken on 13 May. Four weken after 22 April is 20 May.
WORDT, VIER_WEKEN = date(2026, 5, 13), date(2026, 5, 20)
DOSSIER_MET_BRIEF = 19
WAT = "De jaaropgave van 2025.\nHet huurcontract."

pytestmark = pytest.mark.django_db


@halte
def in_plan(dossier, consulent, snelle_pdf):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=consulent, at=moment(GESPREK))
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    dossier.refresh_from_db()
    return dossier


def vraag(dossier, by, *, uiterlijk=UITERLIJK, on=ON, wat=WAT):
    return acties.aanvulling_vragen(dossier=dossier, wat=wat, uiterlijk=uiterlijk, by=by, at=moment(on), on=on)


@halte
def gevraagd(in_plan, consulent):
    return vraag(in_plan, consulent)


def ontvang(rij, by, datum, *, volledig=True, toelichting="Het huurcontract ontbreekt nog.", on=None):
    wat = {"is_volledig": volledig, "toelichting": toelichting}
    on = on or datum
    return acties.aanvulling_ontvangen(aanvulling=rij, datum=datum, **wat, by=by, at=moment(on), on=on)


def verder(rij, by, on=date(2026, 4, 23), reden="Wij weten genoeg."):
    return acties.aanvraag_verder_behandelen(aanvulling=rij, reden=reden, by=by, at=moment(on), on=on)


def trek_in(rij, by, on=date(2026, 4, 10), reden="Vergissing."):
    return acties.aanvulling_intrekken(aanvulling=rij, reden=reden, by=by, at=moment(on), on=on)


def standen(dossier):
    regels = ("plan_van_aanpak", "hersteltermijn", "buiten_behandeling")
    rijen = {t.regel: (t.status, t.uiterste_datum) for t in Termijn.objects.filter(dossier=dossier)}
    return tuple(rijen.get(regel) for regel in regels)


def perioden(dossier):
    return [(r.van, r.tot, r.is_ingetrokken) for r in Opschorting.objects.filter(dossier=dossier).order_by("pk")]


def laatste_event(dossier):
    return DossierEvent.objects.filter(dossier=dossier).latest("pk")


def test_one_action_makes_letter_hersteltermijn_and_opschorting(in_plan, consulent):
    rij = vraag(in_plan, consulent)

    assert standen(in_plan) == (
        ("lopend", WORDT),
        ("lopend", UITERLIJK),
        ("verwacht", VIER_WEKEN),
    )
    assert perioden(in_plan) == [(date(2026, 4, 9), UITERLIJK, False)]
    assert (rij.wat, rij.gevraagd_op, rij.uiterlijk, rij.door) == (WAT, ON, UITERLIJK, consulent)
    assert rij.opschorting.grond == "aanvullen"
    assert (rij.document.soort, rij.document.onderwerp, rij.document.datum) == ("brief", "Aanvraag aanvullen", ON)
    event = laatste_event(in_plan)
    assert (event.soort, event.by, event.tekst) == (
        "aanvulling_gevraagd",
        consulent,
        (
            "Gevraagd om de aanvraag aan te vullen, uiterlijk 22 april 2026. De termijn staat tot dan stil en loopt tot"
            " en met 13 mei 2026."
        ),
    )


def test_letter_sets_the_day_and_the_clock_says_so(gevraagd):
    termijn = Termijn.objects.get(regel="hersteltermijn")

    assert termijn.invoer == {"start": "2026-04-08", "keer": 1, "gesteld": "2026-04-22"}
    assert ["Termijn", "14 dagen volgens de brief: woensdag 22 april 2026"] in termijn.som


def test_clock_stands_still_the_day_after_the_letter_and_runs_again_after_the_last_day(gevraagd, gemeente):
    standen_per_dag = {}
    for dag in (date(2026, 4, 9), UITERLIJK, date(2026, 4, 23)):
        bewaak(gemeente=gemeente, on=dag, at=moment(dag))
        standen_per_dag[dag.day] = [status for status, _ in standen(gevraagd.dossier)]

    assert standen_per_dag == {
        9: ["opgeschort", "lopend", "verwacht"],
        22: ["opgeschort", "lopend", "verwacht"],
        23: ["lopend", "voorbij", "lopend"],
    }


def test_night_tells_once_that_nothing_came(gevraagd, gemeente):
    for dag in (date(2026, 4, 22), date(2026, 4, 23), date(2026, 4, 23)):
        bewaak(gemeente=gemeente, on=dag, at=moment(dag))

    teksten = Signaal.objects.filter(soort="voorbij").values_list("tekst", flat=True)
    assert list(teksten) == ["Wachten op de aanvulling: voorbij sinds do 23 apr 2026."]


def test_missed_nights_give_the_same_end(gevraagd, gemeente):
    bewaak(gemeente=gemeente, on=ON, at=moment(ON))
    bewaak(gemeente=gemeente, on=date(2026, 4, 25), at=moment(date(2026, 4, 25)))

    assert standen(gevraagd.dossier) == (("lopend", WORDT), ("voorbij", UITERLIJK), ("lopend", VIER_WEKEN))


def test_complete_in_time_ends_both_on_the_day_before(gevraagd, consulent):
    """Awb art. 4:15 lid 1 onder a: tot de dag waarop de aanvraag is aangevuld, so 9 to 14 April are six days."""
    rij = ontvang(gevraagd, consulent, date(2026, 4, 15), toelichting="")

    assert standen(rij.dossier) == (
        ("lopend", date(2026, 5, 6)),
        ("gehaald", UITERLIJK),
        ("vervallen", VIER_WEKEN),
    )
    assert perioden(rij.dossier) == [(date(2026, 4, 9), date(2026, 4, 14), False)]
    assert (rij.ontvangen_op, rij.ontvangen_door, rij.is_volledig) == (date(2026, 4, 15), consulent, True)
    assert laatste_event(rij.dossier).tekst == (
        "Aanvulling ontvangen op 15 april 2026. De aanvraag is compleet. Beslis uiterlijk 6 mei 2026."
    )


@pytest.mark.parametrize("dag", [ON, date(2026, 4, 9)], ids=["same day", "day after"])
def test_what_comes_at_once_suspends_nothing(gevraagd, consulent, dag):
    ontvang(gevraagd, consulent, dag)

    assert standen(gevraagd.dossier)[0] == ("lopend", LAATSTE)
    assert [ingetrokken for *_, ingetrokken in perioden(gevraagd.dossier)] == [True]


def test_on_the_last_day_it_is_in_time(gevraagd, consulent):
    ontvang(gevraagd, consulent, UITERLIJK)

    assert standen(gevraagd.dossier) == (
        ("lopend", date(2026, 5, 12)),
        ("gehaald", UITERLIJK),
        ("vervallen", VIER_WEKEN),
    )


def test_in_time_but_written_down_after_the_night(gevraagd, gemeente, consulent):
    bewaak(gemeente=gemeente, on=date(2026, 4, 24), at=moment(date(2026, 4, 24)))

    ontvang(gevraagd, consulent, date(2026, 4, 21), on=date(2026, 4, 24))

    assert standen(gevraagd.dossier) == (
        ("lopend", date(2026, 5, 11)),
        ("gehaald", UITERLIJK),
        ("vervallen", VIER_WEKEN),
    )


@pytest.mark.parametrize("nacht", [False, True], ids=["before the night", "after the night"])
def test_complete_after_the_last_day_changes_no_date(gevraagd, gemeente, consulent, nacht):
    if nacht:
        bewaak(gemeente=gemeente, on=date(2026, 4, 24), at=moment(date(2026, 4, 24)))

    ontvang(gevraagd, consulent, date(2026, 4, 24))

    assert standen(gevraagd.dossier) == (("lopend", WORDT), ("voorbij", UITERLIJK), ("vervallen", VIER_WEKEN))
    assert perioden(gevraagd.dossier) == [(date(2026, 4, 9), UITERLIJK, False)]


def test_too_little_leaves_four_weeks_from_that_day(gevraagd, consulent):
    """Awb art. 4:5 lid 4: vier weken nadat de aanvraag is aangevuld."""
    ontvang(gevraagd, consulent, date(2026, 4, 15), volledig=False)

    assert standen(gevraagd.dossier) == (
        ("lopend", date(2026, 5, 6)),
        ("gehaald", UITERLIJK),
        ("lopend", date(2026, 5, 13)),
    )


def test_too_little_too_late_keeps_the_four_weeks_from_the_last_day(gevraagd, consulent):
    ontvang(gevraagd, consulent, date(2026, 4, 24), volledig=False)

    assert standen(gevraagd.dossier) == (("lopend", WORDT), ("voorbij", UITERLIJK), ("lopend", VIER_WEKEN))


def test_verder_without_it_stops_the_four_weeks(gevraagd, consulent):
    rij = verder(gevraagd, consulent)

    assert standen(rij.dossier) == (("lopend", WORDT), ("voorbij", UITERLIJK), ("vervallen", VIER_WEKEN))
    assert (rij.verder_op, rij.verder_door, rij.verder_reden) == (date(2026, 4, 23), consulent, "Wij weten genoeg.")
    assert laatste_event(rij.dossier).tekst == (
        "De aanvraag wordt verder behandeld zonder de aanvulling. Beslis uiterlijk 13 mei 2026."
    )


def test_verder_after_too_little(gevraagd, consulent):
    rij = ontvang(gevraagd, consulent, date(2026, 4, 15), volledig=False)

    verder(rij, consulent, on=date(2026, 4, 16))

    assert standen(rij.dossier)[1:] == (("gehaald", UITERLIJK), ("vervallen", date(2026, 5, 13)))


def test_four_weeks_that_pass_close_by_themselves(gevraagd, gemeente):
    for dag in (date(2026, 4, 23), date(2026, 5, 20), date(2026, 5, 21)):
        bewaak(gemeente=gemeente, on=dag, at=moment(dag))

    assert standen(gevraagd.dossier)[2] == ("voorbij", VIER_WEKEN)


def test_withdrawn_letter_leaves_no_trace_in_the_dates(gevraagd, consulent):
    rij = trek_in(gevraagd, consulent)

    assert standen(rij.dossier) == (("lopend", LAATSTE), ("vervallen", UITERLIJK), ("vervallen", VIER_WEKEN))
    assert perioden(rij.dossier) == [(date(2026, 4, 9), UITERLIJK, True)]
    assert laatste_event(rij.dossier).tekst == (
        "Brief om de aanvraag aan te vullen van 8 april 2026 ingetrokken. Beslis uiterlijk 29 april 2026."
    )


def test_withdrawn_letter_that_suspended_nothing(in_plan, consulent):
    rij = vraag(in_plan, consulent, on=date(2026, 5, 4), uiterlijk=date(2026, 5, 18))

    trek_in(rij, consulent, on=date(2026, 5, 5))

    assert [status for status, _ in standen(in_plan)[1:]] == ["vervallen", "vervallen"]


def test_received_one_can_be_withdrawn_too(gevraagd, consulent):
    rij = ontvang(gevraagd, consulent, date(2026, 4, 15))

    trek_in(rij, consulent, on=date(2026, 4, 16))

    assert standen(rij.dossier) == (("lopend", LAATSTE), ("vervallen", UITERLIJK), ("vervallen", VIER_WEKEN))


def test_after_the_beslistermijn_nothing_is_suspended(in_plan, consulent):
    on = date(2026, 5, 4)

    rij = vraag(in_plan, consulent, on=on, uiterlijk=date(2026, 5, 18))

    assert rij.opschorting is None
    assert standen(in_plan)[:2] == (("lopend", LAATSTE), ("lopend", date(2026, 5, 18)))
    assert laatste_event(in_plan).tekst.endswith(
        "De termijn om te beslissen staat niet stil: hij loopt vandaag af of is al voorbij."
    )
    ontvang(rij, consulent, date(2026, 5, 6))
    assert standen(in_plan)[1] == ("gehaald", date(2026, 5, 18))


def test_second_letter_after_too_little(gevraagd, consulent):
    ontvang(gevraagd, consulent, date(2026, 4, 15), volledig=False)

    vraag(gevraagd.dossier, consulent, on=date(2026, 4, 15), uiterlijk=date(2026, 4, 24))

    klokken = Termijn.objects.filter(regel="buiten_behandeling").order_by("pk").values_list("status", flat=True)
    assert list(klokken) == ["vervallen", "verwacht"]
    # 9 to 14 April and 16 to 24 April are fifteen days: 14 May is Hemelvaartsdag, so 15 May.
    assert standen(gevraagd.dossier)[0] == ("lopend", date(2026, 5, 15))


def test_plan_that_is_set_down_ends_the_waiting(in_plan, consulent):
    maak_volledig_plan(in_plan, consulent, date(2026, 4, 7))
    vraag(in_plan, consulent)

    vaststellen(plan=in_plan.plan, datum=ON, by=consulent, at=moment(ON), on=ON)

    assert [status for status, _ in standen(in_plan)] == ["gehaald", "vervallen", "vervallen"]


def test_same_letter_sent_twice_makes_one(in_plan, consulent):
    eerste, tweede = vraag(in_plan, consulent), vraag(in_plan, consulent)

    assert eerste == tweede
    assert (Aanvulling.objects.count(), Document.objects.count(), Opschorting.objects.count()) == (1, 1, 1)


def _anders(in_plan, rij, by):
    """Every refusal, as a call with its message."""
    dag = date(2026, 4, 15)
    return {
        "second letter": (lambda: vraag(in_plan, by, wat="Iets anders."), "heeft al een brief van 8 april 2026"),
        "in the future": (lambda: ontvang(rij, by, dag, on=date(2026, 4, 14)), "kan niet in de toekomst liggen"),
        "before the letter": (lambda: ontvang(rij, by, date(2026, 4, 7)), "De brief is van 8 april 2026"),
        "nothing said": (lambda: ontvang(rij, by, dag, volledig=False, toelichting=" "), "wat er nog ontbreekt"),
        "too early to go on": (lambda: verder(rij, by, on=UITERLIJK), "heeft tot en met 22 april 2026 de tijd"),
        "no reason to go on": (lambda: verder(rij, by, reden=" "), "Schrijf op waarom u zonder"),
        "no reason to withdraw": (lambda: trek_in(rij, by, reden=" "), "Schrijf op waarom de brief niet klopt"),
        "end the opschorting alone": (
            lambda: uitstel.opschorting_beeindigen(
                opschorting=rij.opschorting, laatste_dag=dag, reden="x", by=by, at=moment(dag), on=dag
            ),
            "hoort bij een brief om de aanvraag aan te vullen",
        ),
        "withdraw the opschorting alone": (
            lambda: uitstel.uitstel_intrekken(opschorting=rij.opschorting, reden="x", by=by, at=moment(dag), on=dag),
            "hoort bij een brief om de aanvraag aan te vullen",
        ),
    }


@pytest.mark.parametrize(
    "geval",
    [
        "second letter", "in the future", "before the letter", "nothing said", "too early to go on",
        "no reason to go on", "no reason to withdraw", "end the opschorting alone", "withdraw the opschorting alone",
    ],
)  # fmt: skip
def test_refused(gevraagd, consulent, geval):
    doe, melding = _anders(gevraagd.dossier, gevraagd, consulent)[geval]
    voor, gelogd = standen(gevraagd.dossier), DossierEvent.objects.count()

    with pytest.raises(ActieFout, match=melding):
        doe()

    assert (standen(gevraagd.dossier), DossierEvent.objects.count()) == (voor, gelogd)


def test_what_is_done_is_refused_again(gevraagd, consulent):
    ontvangen = ontvang(gevraagd, consulent, date(2026, 4, 15), volledig=False)
    with pytest.raises(ActieFout, match="al vastgelegd: ontvangen op 15 april 2026"):
        ontvang(ontvangen, consulent, date(2026, 4, 16))
    verder(ontvangen, consulent)
    with pytest.raises(ActieFout, match="U koos dit al op 23 april 2026"):
        verder(ontvangen, consulent)
    trek_in(ontvangen, consulent, on=date(2026, 4, 24))
    with pytest.raises(ActieFout, match=r"Deze brief is al ingetrokken: Vergissing\."):
        trek_in(ontvangen, consulent)


def test_complete_one_needs_no_choice(gevraagd, consulent):
    rij = ontvang(gevraagd, consulent, date(2026, 4, 15))

    with pytest.raises(ActieFout, match="De aanvraag is compleet"):
        verder(rij, consulent)


def test_after_the_choice_nothing_is_received(gevraagd, consulent):
    verder(gevraagd, consulent)

    with pytest.raises(ActieFout, match="U behandelt de aanvraag al verder"):
        ontvang(gevraagd, consulent, date(2026, 4, 24))


@pytest.mark.parametrize("dag", [ON, date(2026, 7, 10)], ids=["today", "more than three months"])
def test_day_must_be_a_reasonable_term(in_plan, consulent, dag):
    with pytest.raises(ActieFout, match=r"Kies een dag van 9 april 2026 tot en met 9 juli 2026\."):
        vraag(in_plan, consulent, uiterlijk=dag)


def test_letter_says_what_is_missing(in_plan, consulent):
    with pytest.raises(ActieFout, match="Schrijf op wat er nog nodig is"):
        vraag(in_plan, consulent, wat="  ")


def test_period_that_overlaps_is_refused_with_nothing_kept(in_plan, consulent):
    wat = {"grond": "vertraging", "van": date(2026, 4, 13), "tot": date(2026, 4, 17), "toelichting": "Ziek."}
    uitstel.opschorten(dossier=in_plan, regel="plan_van_aanpak", **wat, by=consulent, at=moment(ON), on=ON)
    voor = standen(in_plan)

    with pytest.raises(ActieFout, match="Twee opschortingen overlappen"):
        vraag(in_plan, consulent)

    assert (standen(in_plan), Aanvulling.objects.count()) == (voor, 0)


def test_opschorten_alone_is_no_road_around_the_letter(in_plan, consulent):
    wat = {"grond": "aanvullen", "van": date(2026, 4, 9), "tot": UITERLIJK, "toelichting": "Er mist iets."}

    with pytest.raises(ActieFout, match="Vraag een aanvulling"):
        uitstel.opschorten(dossier=in_plan, regel="plan_van_aanpak", **wat, by=consulent, at=moment(ON), on=ON)


def test_database_keeps_one_open_letter_per_dossier(gevraagd, consulent):
    kopie = Aanvulling.objects.get(pk=gevraagd.pk)
    kopie.pk = kopie.opschorting_id = None
    kopie.document = Document.objects.create(
        dossier=gevraagd.dossier, soort="brief", onderwerp="x", datum=ON, bestandstype="application/pdf",
        extensie="pdf", grootte=1, sha256="0" * 64, bestand="x", toegevoegd_op=moment(ON), toegevoegd_door=consulent,
    )  # fmt: skip

    with pytest.raises(IntegrityError, match="aanvulling_een_open"), transaction.atomic():
        kopie.save()


# The pages.


@pytest.fixture
def pagina(client, consulent):
    with time_machine.travel(datetime(2026, 4, 8, 8, 30, tzinfo=UTC), tick=False):
        client.force_login(consulent)
        yield client


@contextmanager
def op(dag, client, user):
    """Go to another day, on which somebody logs in again."""
    with time_machine.travel(datetime(dag.year, dag.month, dag.day, 8, 30, tzinfo=UTC), tick=False):
        client.force_login(user)
        yield


def pad(naam, dossier, *args):
    return reverse(naam, args=[dossier.nummer, *args])


def vang_brief(monkeypatch):
    """Keep the letters that are printed, instead of the quick PDF."""
    brieven = []
    monkeypatch.setattr("cases.actions.briefdruk.render_pdf", lambda sjabloon, brief: brieven.append(brief) or b"%PDF-")
    return brieven


INGEVULD = {"wat": WAT, "uiterlijk": "22-04-2026"}


def test_page_offers_two_weeks_and_shows_letter_and_sum_before_it_is_made(pagina, in_plan):
    url = pad("aanvulling_vragen", in_plan)

    leeg = pagina.get(url).content.decode()
    gezien = pagina.post(url, INGEVULD).content.decode()

    assert 'value="2026-04-22"' in leeg or 'value="22-04-2026"' in leeg
    assert "woensdag 13 mei 2026" in gezien
    assert "Het huurcontract." in gezien
    assert "Dan kunnen wij besluiten om uw aanvraag niet te behandelen." in gezien
    assert Aanvulling.objects.count() == 0


def test_confirmed_it_is_made_and_the_card_shows_it(pagina, in_plan):
    response = pagina.post(pad("aanvulling_vragen", in_plan), {**INGEVULD, "stap": "bevestigen"}, follow=True)

    html = response.content.decode()
    assert [str(m) for m in response.context["messages"]] == [
        (
            "De termijn staat stil tot en met woensdag 22 april 2026. Beslis uiterlijk woensdag 13 mei 2026. De brief"
            " staat bij de documenten. Verstuur hem vandaag."
        )
    ]
    assert "De inwoner kan aanvullen tot en met woensdag 22 april 2026." in html
    assert "Wacht op de aanvulling, uiterlijk woensdag 22 april 2026" in html
    assert "Eerder beëindigen" not in html


def test_form_refuses_at_its_field(pagina, in_plan):
    response = pagina.post(pad("aanvulling_vragen", in_plan), {"wat": "BSN 123456782", "uiterlijk": "08-04-2026"})

    assert set(response.context["form"].errors) == {"wat", "uiterlijk"}


def test_second_letter_is_sent_back_with_the_reason(pagina, gevraagd):
    response = pagina.get(pad("aanvulling_vragen", gevraagd.dossier), follow=True)

    assert [str(m) for m in response.context["messages"]] == [
        "De inwoner heeft al een brief van 8 april 2026. Leg eerst vast wat daarvan kwam."
    ]


def test_received_through_the_page(pagina, gevraagd, consulent):
    ingevuld = {"datum": "15-04-2026", "is_volledig": "volledig", "toelichting": ""}

    with op(date(2026, 4, 15), pagina, consulent):
        response = pagina.post(pad("aanvulling_ontvangen", gevraagd.dossier, gevraagd.pk), ingevuld, follow=True)

    assert [str(m) for m in response.context["messages"]] == [
        "De aanvulling is vastgelegd. De aanvraag is compleet. Beslis uiterlijk woensdag 6 mei 2026."
    ]
    assert "Ontvangen op 15 april 2026: de aanvraag is compleet." in response.content.decode()


@pytest.mark.parametrize(
    ("ingevuld", "velden"),
    [
        ({"datum": "09-04-2026", "is_volledig": "volledig"}, {"datum"}),
        ({"datum": "07-04-2026", "is_volledig": "volledig"}, {"datum"}),
        ({"datum": "08-04-2026", "is_volledig": "onvolledig"}, {"toelichting"}),
        ({}, {"datum", "is_volledig"}),
    ],
    ids=["tomorrow", "before the letter", "says nothing", "empty"],
)
def test_received_form_refuses_at_its_field(pagina, gevraagd, ingevuld, velden):
    response = pagina.post(pad("aanvulling_ontvangen", gevraagd.dossier, gevraagd.pk), ingevuld)

    assert set(response.context["form"].errors) == velden


def test_after_the_last_day_the_step_asks_to_choose(pagina, gevraagd, consulent):
    with op(date(2026, 4, 23), pagina, consulent):
        html = pagina.get(gevraagd.dossier.get_absolute_url()).content.decode()
        response = pagina.post(
            pad("aanvulling_verder", gevraagd.dossier, gevraagd.pk), {"reden": "Wij weten genoeg."}, follow=True
        )

    assert "De aanvraag is niet aangevuld: kies hoe het verder gaat" in html
    assert "uiterlijk woensdag 20 mei 2026 bij de inwoner zijn (Awb artikel 4:5 lid 4)" in html
    assert [str(m) for m in response.context["messages"]] == [
        "U behandelt de aanvraag verder. Beslis uiterlijk woensdag 13 mei 2026."
    ]
    assert "kies hoe het verder gaat" not in response.content.decode()


def test_after_four_weeks_the_step_says_that_it_can_no_longer(pagina, gevraagd, gemeente, consulent):
    for dag in (date(2026, 4, 23), date(2026, 5, 21)):
        bewaak(gemeente=gemeente, on=dag, at=moment(dag))

    with op(date(2026, 5, 21), pagina, consulent):
        html = pagina.get(gevraagd.dossier.get_absolute_url()).content.decode()

    assert "De gemeente kan de aanvraag niet meer buiten behandeling laten." in html


def test_step_after_too_little_offers_to_ask_again(pagina, gevraagd, consulent):
    ontvang(gevraagd, consulent, date(2026, 4, 8), volledig=False)

    html = pagina.get(gevraagd.dossier.get_absolute_url()).content.decode()

    assert "De aanvraag is nog niet compleet: kies hoe het verder gaat" in html
    assert "Opnieuw vragen" in html


def test_withdrawn_through_the_page(pagina, gevraagd):
    url = pad("aanvulling_intrekken", gevraagd.dossier, gevraagd.pk)

    response = pagina.post(url, {"reden": "Verkeerd dossier."}, follow=True)

    assert [str(m) for m in response.context["messages"]] == [
        "De brief is ingetrokken. Beslis uiterlijk woensdag 29 april 2026."
    ]
    assert "Ingetrokken: Verkeerd dossier." in response.content.decode()
    assert [str(m) for m in pagina.get(url, follow=True).context["messages"]] == [
        "Deze brief is ingetrokken. U kunt er niets meer aan wijzigen."
    ]


@pytest.mark.parametrize(("naam", "melding"), [
    ("aanvulling_ontvangen", "Deze aanvulling is al vastgelegd."),
    ("aanvulling_verder", "U koos al om de aanvraag verder te behandelen."),
])  # fmt: skip
def test_page_of_what_is_done_leads_back(pagina, gevraagd, consulent, naam, melding):
    ontvang(gevraagd, consulent, date(2026, 4, 8), volledig=False)
    verder(gevraagd, consulent)

    response = pagina.get(pad(naam, gevraagd.dossier, gevraagd.pk), follow=True)

    assert [str(m) for m in response.context["messages"]] == [melding]


def test_without_a_plan_there_is_nothing_to_complete(pagina, gemeente):
    dossier = maak_dossier(gemeente, bsn="")

    response = pagina.get(pad("aanvulling_vragen", dossier), follow=True)

    assert [str(m) for m in response.context["messages"]] == [
        "Een aanvulling vragen kan niet: dit dossier staat op 'Aanmelding'."
    ]


@pytest.mark.parametrize(
    ("on", "zin"),
    [
        (LAATSTE, "Wij moeten uiterlijk op woensdag 29 april 2026 beslissen. Dat lukt niet."),
        (date(2026, 4, 30), "Wij hadden uiterlijk op woensdag 29 april 2026 moeten beslissen. Dat is niet gelukt."),
    ],
    ids=["last day", "day after"],
)
def test_letter_of_a_term_that_is_over_says_so(in_plan, consulent, monkeypatch, on, zin):
    brieven = vang_brief(monkeypatch)

    vraag(in_plan, consulent, on=on, uiterlijk=date(2026, 5, 18))

    html = render_to_string("brief/_aanvulling.html", {"brief": brieven[0]})
    assert zin in html


def test_letter_without_a_suspended_term_says_sorry(in_plan, consulent, monkeypatch):
    brieven = vang_brief(monkeypatch)
    on = date(2026, 5, 4)

    vraag(in_plan, consulent, on=on, uiterlijk=date(2026, 5, 18))

    (brief,) = brieven
    assert (brief.was, brief.wordt, brief.uiterlijk, brief.wat) == (LAATSTE, None, date(2026, 5, 18), WAT)


@pytest.mark.parametrize("aantal", [1, 3])
def test_page_asks_as_much_for_three_letters_as_for_one(pagina, in_plan, consulent, aantal, django_assert_num_queries):
    for nummer in range(aantal - 1):
        trek_in(vraag(in_plan, consulent, wat=f"Papier {nummer}."), consulent, on=ON)
    vraag(in_plan, consulent)
    url = in_plan.get_absolute_url()
    pagina.get(url)

    with django_assert_num_queries(DOSSIER_MET_BRIEF):
        html = pagina.get(url).content.decode()

    assert html.count("Gevraagd om aan te vullen") == aantal


def test_each_clock_says_who_changed_it(gevraagd, consulent):
    ontvang(gevraagd, consulent, date(2026, 4, 15), toelichting="")

    gezien = {
        regel: [(event.soort, event.by) for event in list_veranderingen(Termijn.objects.get(regel=regel))]
        for regel in ("plan_van_aanpak", "hersteltermijn", "buiten_behandeling")
    }

    beide = [("aanvulling_ontvangen", consulent), ("aanvulling_gevraagd", consulent)]
    assert gezien == {"plan_van_aanpak": beide, "hersteltermijn": beide, "buiten_behandeling": beide}


def test_letter_can_not_be_withdrawn_as_a_document_unseen(gevraagd):
    assert documentgebruik(gevraagd.document) == ["de brief om aan te vullen van 8 april 2026"]


def test_page_opschorten_no_longer_offers_the_ground(pagina, in_plan):
    form = pagina.get(pad("opschorten", in_plan, "plan_van_aanpak")).context["form"]

    assert [code for code, _ in form.fields["grond"].choices] == ["buitenland", "instemming", "vertraging", "overmacht"]


def test_agenda_shows_the_last_day_of_the_letter(pagina, gevraagd, consulent):
    html = pagina.get(reverse("agenda")).content.decode()

    assert "Wachten op de aanvulling" in html


def test_look_ahead_follows_the_four_weeks_that_nobody_began(gevraagd, gemeente):
    bewaak(gemeente=gemeente, on=ON, at=moment(ON, uur=3))

    dagen = (1, 13, 14, 15, 16, 17, 30, 34, 35, 36, 39, 40, 42, 43, 44, 60)
    vooruit, gedaan = vooruit_en_gedaan(gemeente, [ON + timedelta(days=aantal) for aantal in dagen])

    assert vooruit == gedaan


def test_vandaag_shows_the_four_weeks_when_they_run(pagina, gevraagd, gemeente, consulent):
    dag = date(2026, 4, 23)
    bewaak(gemeente=gemeente, on=dag, at=moment(dag))

    with op(dag, pagina, consulent):
        html = pagina.get(reverse("vandaag")).content.decode()

    assert "Kiezen of u de aanvraag verder behandelt" in html


def test_letter_is_a_real_pdf(dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, GESPREK)
    dossier.refresh_from_db()

    rij = vraag(dossier, consulent)

    with rij.document.bestand.open("rb") as bestand:
        assert controleer(bestand.read()) == []


def test_letter_does_not_tell_where_a_geheim_adres_is(in_plan, consulent):
    Persoon.objects.update(geheim_adres=True)

    with pytest.raises(ActieFout, match="Het adres van deze inwoner is geheim"):
        vraag(in_plan, consulent, wat="Wij komen naar Lindepad 14.")

    assert Document.objects.count() == 0
    vraag(in_plan, consulent, wat="Wij komen naar u toe.")
    assert Document.objects.count() == 1
