"""A changed calendar or rule moves what is open, to the exact day, and says how many; what was met stays."""

from dataclasses import replace
from datetime import date

from cases import register
from cases.actions.bewaking import bewaak
from cases.actions.contact import contact_vastleggen
from cases.actions.herberekenen import herbereken
from cases.beleid_bron import kalender_nu
from cases.keuzes import Contactuitkomst, Kanaal
from cases.models import DossierEvent, Feestdag, Signaal, Termijn
from tests.factories import FeestdagFactory, maak_dossier, moment
from tests.haltes import halte
from tests.wegen import voer_eerste_gesprek

ON = date(2026, 4, 1)


def doe(gemeente, on=ON):
    return herbereken(gemeente=gemeente, kalender=kalender_nu(), on=on, at=moment(on))


def datums(dossier):
    return dict(Termijn.objects.filter(dossier=dossier).values_list("regel", "uiterste_datum"))


@halte
def met_klokken(dossier, consulent):
    """Clocks from 12 March 2026: plan to 7 May, spullen to 12 September, besluiten to 12 March 2028."""
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))
    return dossier


def test_new_feestdag_moves_the_term_that_the_atw_lengthens(gemeente, met_klokken):
    for dag in (date(2026, 5, 7), date(2026, 9, 14), date(2028, 3, 13)):
        FeestdagFactory(datum=dag)

    assert doe(gemeente) == 1

    open_ = Termijn.objects.filter(dossier=met_klokken, datum_gehaald__isnull=True)
    assert dict(open_.values_list("regel", "uiterste_datum")) == {
        "plan_van_aanpak": date(2026, 5, 8),
        "materiele_verstrekking": date(2026, 9, 12),  # 6 maanden is never lengthened (Atw art. 4), not off a Saturday
        "besluiten": date(2028, 3, 12),
    }
    assert set(open_.values_list("kalender_versie", flat=True)) == {kalender_nu().versie}


def test_two_feestdagen_before_a_weekend_move_it_to_monday(gemeente, met_klokken):
    for dag in (date(2026, 5, 7), date(2026, 5, 8)):
        FeestdagFactory(datum=dag)

    doe(gemeente)

    assert datums(met_klokken)["plan_van_aanpak"] == date(2026, 5, 11)


def test_werkdagen_skip_the_new_feestdag(gemeente):
    dossier = maak_dossier(gemeente)  # 5 werkdagen from Monday 2 March
    FeestdagFactory(datum=date(2026, 3, 4))

    assert doe(gemeente, date(2026, 3, 3)) == 1
    assert datums(dossier)["eerste_contact"] == date(2026, 3, 10)


def test_removed_feestdag_moves_it_back(gemeente, met_klokken):
    feestdag = FeestdagFactory(datum=date(2026, 5, 7))
    doe(gemeente)
    feestdag.delete()

    assert doe(gemeente) == 1
    assert datums(met_klokken)["plan_van_aanpak"] == date(2026, 5, 7)


def test_met_termijn_keeps_the_day_it_was_met_against(gemeente, dossier, consulent):
    contact_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, 9),
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GESPROKEN,
        tekst="",
        by=consulent,
        at=moment(date(2026, 3, 9)),
        on=date(2026, 3, 9),
    )
    gehaald = Termijn.objects.filter(dossier=dossier, regel="eerste_contact")
    voor = list(gehaald.values())
    FeestdagFactory(datum=date(2026, 3, 9))

    doe(gemeente)

    assert list(gehaald.values()) == voor


def test_moved_date_leaves_an_event_with_both_dates(gemeente, met_klokken):
    FeestdagFactory(datum=date(2026, 5, 7))

    doe(gemeente)

    event = DossierEvent.objects.get(soort="termijn_verschoven")
    assert (event.dossier, event.by, event.at) == (met_klokken, None, moment(ON))
    assert event.tekst == "Plan van aanpak na het eerste gesprek: de uiterste datum 7 mei 2026 wordt 8 mei 2026."


def test_nothing_changed_writes_nothing(gemeente, met_klokken):
    voor = list(Termijn.objects.order_by("pk").values())

    assert doe(gemeente) == 0
    assert list(Termijn.objects.order_by("pk").values()) == voor
    assert not DossierEvent.objects.filter(soort="termijn_verschoven").exists()


def test_second_time_writes_nothing(gemeente, met_klokken):
    FeestdagFactory(datum=date(2026, 5, 7))
    doe(gemeente)
    voor = list(Termijn.objects.order_by("pk").values())

    assert doe(gemeente) == 0
    assert list(Termijn.objects.order_by("pk").values()) == voor


def test_other_gemeente_is_left_alone(gemeente, andere_gemeente, met_klokken):
    FeestdagFactory(datum=date(2026, 5, 7))

    assert doe(andere_gemeente) == 0
    assert datums(met_klokken)["plan_van_aanpak"] == date(2026, 5, 7)


def test_new_version_of_a_rule_is_derived_again(gemeente, met_klokken, monkeypatch):
    plan = register.regel("plan_van_aanpak")
    monkeypatch.setitem(register._regels, plan.code, replace(plan, versie=plan.versie + 1, label="Het plan"))

    assert doe(gemeente) == 0  # the same day, so nothing moved
    termijn = Termijn.objects.get(dossier=met_klokken, regel="plan_van_aanpak")
    assert termijn.regel_versie == plan.versie + 1


def test_late_termijn_runs_again_when_its_day_moves_ahead(gemeente, met_klokken):
    bewaak(gemeente=gemeente, on=date(2026, 5, 8), at=moment(date(2026, 5, 8)))
    FeestdagFactory(datum=date(2026, 5, 7))

    telling = bewaak(gemeente=gemeente, on=date(2026, 5, 8), at=moment(date(2026, 5, 8)))

    assert (telling.gewijzigd, telling.overgangen) == (1, 0)
    assert Termijn.objects.get(regel="plan_van_aanpak").status == "lopend"


def test_termijn_that_became_late_by_it_signals_in_the_same_run(gemeente, met_klokken):
    FeestdagFactory(datum=date(2026, 5, 7))
    bewaak(gemeente=gemeente, on=date(2026, 5, 8), at=moment(date(2026, 5, 8)))
    Feestdag.objects.all().delete()

    telling = bewaak(gemeente=gemeente, on=date(2026, 5, 8), at=moment(date(2026, 5, 8), uur=11))

    assert (telling.gewijzigd, telling.overgangen, telling.signalen) == (1, 1, 1)
    assert Signaal.objects.get(soort="te_laat").tekst == "Plan van aanpak vaststellen: te laat sinds vr 8 mei 2026."
