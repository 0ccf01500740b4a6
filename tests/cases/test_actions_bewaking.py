"""The nightly run: each passed termijn moves once, each event signals once, missed days are caught up in order."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import DateTimeField

from cases.actions.bewaking import bewaak
from cases.actions.bewaking_sql import dag_in_woorden
from cases.actions.bewaking_vooruit import kijk_vooruit
from cases.actions.termijnen import start_termijn
from cases.models import Bewaking, Dossier, DossierEvent, Signaal, Termijn
from config.weergave import DAGEN, MAANDEN_KORT, datum_kort
from tests.factories import maak_dossier, moment
from tests.haltes import halte
from tests.wegen import voer_eerste_gesprek


def run(gemeente, on):
    return bewaak(gemeente=gemeente, on=on, at=moment(on, uur=3))


@halte
def met_klokken(dossier, consulent):
    """Clocks from 12 March 2026: plan to 7 May, spullen to 12 September, besluiten to 12 March 2028."""
    dossier.casusregisseur = consulent
    dossier.save(update_fields=["casusregisseur"])
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))
    return dossier


def standen(dossier):
    regels = ["plan_van_aanpak", "materiele_verstrekking", "besluiten"]
    return dict(Termijn.objects.filter(dossier=dossier, regel__in=regels).values_list("regel", "status"))


@pytest.mark.parametrize(
    ("on", "plan", "spullen"),
    [
        (date(2026, 5, 7), "lopend", "lopend"),
        (date(2026, 5, 8), "te_laat", "lopend"),
        (date(2026, 9, 12), "te_laat", "lopend"),
        (date(2026, 9, 13), "te_laat", "voorbij"),
    ],
    ids=["last-day-of-plan", "day-after-plan", "last-day-of-venster", "day-after-venster"],
)
def test_passed_plicht_is_late_and_passed_venster_is_over(gemeente, met_klokken, on, plan, spullen):
    run(gemeente, on)

    assert standen(met_klokken) == {"plan_van_aanpak": plan, "materiele_verstrekking": spullen, "besluiten": "lopend"}


def test_move_writes_one_signal_and_one_event(gemeente, met_klokken, consulent):
    run(gemeente, date(2026, 5, 8))

    signaal = Signaal.objects.get(soort="te_laat")
    assert (signaal.ontvanger, signaal.dossier, signaal.on) == (consulent, met_klokken, date(2026, 5, 8))
    assert signaal.tekst == "Plan van aanpak vaststellen: te laat sinds vr 8 mei 2026."
    assert DossierEvent.objects.filter(soort="termijn_te_laat").count() == 1


def test_clock_that_is_the_coordinators_to_act_on_tells_the_coordinatoren_too(gemeente, met_klokken, consulent):
    """An ingebrekestelling of 16 March ends on 30 March, warned of 7 and 3 days ahead; then a dwangsom runs."""
    start_termijn(
        dossier=met_klokken, regel="ingebrekestelling", aanleiding="x:1", start=date(2026, 3, 16), on=date(2026, 3, 16)
    )
    aantallen = {}
    for dag in (date(2026, 3, 22), date(2026, 3, 23), date(2026, 3, 24), date(2026, 3, 27), date(2026, 3, 31)):
        vooraf = kijk_vooruit(gemeente=gemeente, on=dag, at=moment(dag)).telling.signalen
        aantallen[dag.day] = (vooraf, run(gemeente, dag).signalen)

    assert aantallen == {22: (0, 0), 23: (2, 2), 24: (0, 0), 27: (2, 2), 31: (2, 2)}
    ontvangers = Signaal.objects.filter(soort="te_laat").values_list("ontvanger", "termijn__regel")
    assert set(ontvangers) == {(consulent.pk, "ingebrekestelling"), (None, "ingebrekestelling")}


def test_dossier_of_nobody_gives_one_signal_to_the_coordinatoren(gemeente, met_klokken):
    start_termijn(
        dossier=met_klokken, regel="ingebrekestelling", aanleiding="x:1", start=date(2026, 3, 16), on=date(2026, 3, 16)
    )
    met_klokken.casusregisseur = None
    met_klokken.save(update_fields=["casusregisseur"])
    run(gemeente, date(2026, 3, 31))

    assert list(Signaal.objects.filter(soort="te_laat").values_list("ontvanger", flat=True)) == [None]


@pytest.mark.parametrize(("regel", "verwacht"), [("ingebrekestelling", 2), ("uht_antwoord", 0)])
def test_closed_dossier_tells_only_of_what_runs_on_after_the_end(gemeente, met_klokken, regel, verwacht):
    """After a bezwaar against the end the gemeente must still decide, and owes a dwangsom when it does not."""
    start_termijn(dossier=met_klokken, regel=regel, aanleiding="x:1", start=date(2026, 3, 16), on=date(2026, 3, 16))
    Dossier.objects.filter(pk=met_klokken.pk).update(status="afgesloten")
    for dag in (date(2026, 3, 23), date(2026, 4, 20)):
        run(gemeente, dag)

    assert Signaal.objects.filter(termijn__regel=regel, soort="te_laat").count() == verwacht


def test_second_run_of_the_same_day_changes_nothing(gemeente, met_klokken):
    eerste = run(gemeente, date(2026, 5, 8))
    rij = Bewaking.objects.values().get()

    tweede = run(gemeente, date(2026, 5, 8))

    assert (eerste.overgangen, eerste.signalen) == (1, 1)
    assert (tweede.overgangen, tweede.signalen, tweede.gewijzigd, tweede.ingehaald) == (0, 0, 0, [])
    assert Bewaking.objects.values().get() == rij
    assert Signaal.objects.count() == 1


def test_night_with_nothing_to_do_asks_three_things(gemeente, met_klokken, django_assert_num_queries):
    """What happened before, what there is to do, and the ledger; with the calendar, and around them the transaction."""
    run(gemeente, date(2026, 3, 20))
    with django_assert_num_queries(6) as vragen:
        run(gemeente, date(2026, 3, 21))
    assert sum(vraag["sql"].startswith(("SAVEPOINT", "RELEASE")) for vraag in vragen) == 2


def test_warning_is_made_on_its_day_only(gemeente, met_klokken):
    run(gemeente, date(2026, 4, 23))  # 14 days before 7 May

    assert list(Signaal.objects.values_list("soort", "tekst")) == [
        ("bijna", "Plan van aanpak vaststellen uiterlijk do 7 mei 2026.")
    ]
    assert run(gemeente, date(2026, 4, 24)).signalen == 0


def test_termijn_that_got_a_later_day_warns_and_passes_again(gemeente, met_klokken):
    """As after a feestdag by royal decree, or an opschorting that is put right: the inwoner's clock runs anew."""
    plan = Termijn.objects.filter(dossier=met_klokken, regel="plan_van_aanpak")
    for laatste in (date(2026, 5, 7), date(2026, 5, 14)):
        plan.update(uiterste_datum=laatste, status="lopend")
        for dag in (laatste - timedelta(days=3), laatste + timedelta(days=1)):
            run(gemeente, dag)

    assert list(Signaal.objects.order_by("on").values_list("soort", "on")) == [
        ("bijna", date(2026, 5, 4)),
        ("te_laat", date(2026, 5, 8)),
        ("bijna", date(2026, 5, 11)),
        ("te_laat", date(2026, 5, 15)),
    ]


def tabellen():
    """Give every row of every table, without what says when it was written."""
    delen, zonder = [], []
    for model in apps.get_models():
        meta = model._meta
        delen.append(f"SELECT '{meta.label}', (to_jsonb(t) - %s::text[])::text FROM {meta.db_table} AS t")
        tijden = [veld.column for veld in meta.concrete_fields if isinstance(veld, DateTimeField)]
        zonder.append([meta.pk.column, "duur_s", *tijden])
    with connection.cursor() as cursor:
        cursor.execute(f"{' UNION ALL '.join(delen)} ORDER BY 1, 2", zonder)
        return cursor.fetchall()


def test_missed_days_are_done_in_order(gemeente, met_klokken):
    run(gemeente, date(2026, 5, 5))

    telling = run(gemeente, date(2026, 5, 8))

    assert telling.ingehaald == [date(2026, 5, 6), date(2026, 5, 7)]
    assert list(Bewaking.objects.order_by("on").values_list("on", "overgangen")) == [
        (date(2026, 5, 5), 0),
        (date(2026, 5, 6), 0),
        (date(2026, 5, 7), 0),
        (date(2026, 5, 8), 1),
    ]


@pytest.mark.parametrize("eerste", [date(2026, 4, 20), date(2026, 5, 1), date(2026, 5, 5), date(2026, 9, 10)])
def test_three_days_off_end_the_same_as_three_runs(gemeente, met_klokken, consulent, eerste):
    """The 14 and 3 days of warning and the last days of two clocks fall in these days."""
    for dag in (19, 23, 24):
        ander = maak_dossier(gemeente, bsn="", achternaam=f"Verweij {dag}")
        voer_eerste_gesprek(ander, consulent, date(2026, 3, dag - 12))
    run(gemeente, eerste)
    punt = transaction.savepoint()
    for dagen in (1, 2, 3, 4):
        run(gemeente, eerste + timedelta(days=dagen))
    elke_nacht = tabellen()
    transaction.savepoint_rollback(punt)
    voor = tabellen()

    run(gemeente, eerste + timedelta(days=4))

    assert tabellen() == elke_nacht
    assert elke_nacht != voor


def test_closed_dossier_gives_no_signal(gemeente, met_klokken):
    met_klokken.status = "afgesloten"
    met_klokken.save(update_fields=["status"])

    telling = run(gemeente, date(2026, 5, 8))

    assert (telling.overgangen, telling.signalen) == (1, 0)


def test_other_gemeente_is_left_alone(andere_gemeente, met_klokken):
    telling = run(andere_gemeente, date(2026, 5, 8))

    assert (telling.dossiers, telling.overgangen) == (0, 0)
    assert standen(met_klokken)["plan_van_aanpak"] == "lopend"


def test_open_dossier_without_casusregisseur_signals_to_the_coordinator(gemeente, dossier, coordinator, consulent):
    run(gemeente, date(2026, 3, 10))  # eerste_contact ended on 9 March

    signaal = Signaal.objects.get()
    assert signaal.ontvanger is None
    assert list(Signaal.objects.visible_to(coordinator)) == [signaal]
    assert list(Signaal.objects.visible_to(consulent)) == []


@pytest.mark.parametrize("hoe", ["account uit", "andere gemeente", "andere rol"])
def test_signal_of_a_casusregisseur_who_left_goes_to_the_coordinator(
    gemeente, andere_gemeente, met_klokken, consulent, coordinator, hoe
):
    if hoe == "account uit":
        consulent.is_active = False
        consulent.save(update_fields=["is_active"])
    elif hoe == "andere gemeente":
        consulent.lidmaatschappen.update(gemeente=andere_gemeente)
    else:
        consulent.lidmaatschappen.update(rol="auditor")

    run(gemeente, date(2026, 5, 8))

    signaal = Signaal.objects.get(soort="te_laat")
    assert (signaal.ontvanger, signaal.dossier) == (None, met_klokken)
    assert list(Signaal.objects.visible_to(coordinator)) == [signaal]


@pytest.mark.django_db
def test_database_writes_a_date_as_the_screens_do():
    """The signals of a night are made in SQL, and stand in lists beside dates that Python wrote."""
    woorden = {"weekdagen": [naam[:2] for naam in DAGEN], "maanden": list(MAANDEN_KORT)}
    dagen = [date(2026, 1, 1) + timedelta(days=aantal) for aantal in range(0, 800, 13)]

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {dag_in_woorden('d')} FROM unnest(%(dagen)s::date[]) AS d", {"dagen": dagen, **woorden})
        geschreven = [zin for (zin,) in cursor.fetchall()]

    assert geschreven == [datum_kort(dag) for dag in dagen]
