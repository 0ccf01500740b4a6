"""Planned gesprekken and the taken that go with them."""

from datetime import date, time

import pytest
from django.utils import timezone

from cases.actions import afspraak as acties
from cases.actions.basis import ActieFout
from cases.actions.taak import taak_gedaan
from cases.actions.toewijzen import toewijzen
from cases.models import Afspraak, DossierEvent, Gesprek, Taak
from tests.factories import moment
from tests.wegen import voer_eerste_gesprek

ON, DAG, VOORAF = date(2026, 3, 20), date(2026, 3, 26), date(2026, 3, 25)
GEGEVENS = {
    "datum": DAG,
    "tijd": time(14, 30),
    "kanaal": "huisbezoek",
    "plaats": "Lindepad 14",
    "met": "mevrouw en haar zus",
    "toelichting": "Folder meenemen",
    "herinneren_op": VOORAF,
}


def plan(dossier, by, *, soort="gesprek", at=None, **anders):
    gegevens = {**GEGEVENS, **anders}
    return acties.afspraak_plannen(dossier=dossier, soort=soort, gegevens=gegevens, by=by, at=at or moment(ON), on=ON)


def wijzig(afspraak, by, **wijzigingen):
    return acties.afspraak_wijzigen(
        afspraak=afspraak, wijzigingen=wijzigingen, reden="Kan niet.", by=by, at=moment(ON), on=ON
    )


def taken(afspraak, **filter_):
    rijen = Taak.objects.open().filter(afspraak=afspraak, **filter_).order_by("datum", "id")
    return [(taak.soort, taak.datum, taak.wat, taak.voor.naam) for taak in rijen]


@pytest.fixture
def van_consulent(dossier, consulent, coordinator):
    return toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))


def test_planning_makes_a_taak_on_the_day_and_on_the_reminder_for_the_casusregisseur(van_consulent, coordinator):
    afspraak = plan(van_consulent, coordinator)

    assert taken(afspraak) == [
        ("herinnering", VOORAF, "Voorbereiden: gesprek op 26 maart 2026", "Jolanda Prins"),
        ("afspraak", DAG, "Gesprek om 14.30 uur, huisbezoek", "Jolanda Prins"),
    ]
    event = DossierEvent.objects.get(soort="afspraak")
    assert (event.tekst, event.gegevens) == (
        "Afspraak gepland: gesprek op 26 maart 2026.",
        {"afspraak": afspraak.pk},
    )


def test_without_casusregisseur_the_taken_are_for_whoever_planned(dossier, collega):
    afspraak = plan(dossier, collega, herinneren_op=None, tijd=None)

    assert taken(afspraak) == [("afspraak", DAG, "Gesprek, huisbezoek", "Bram Terpstra")]


def test_sent_twice_makes_one_afspraak(dossier, consulent):
    at = timezone.now()
    eerste, tweede = plan(dossier, consulent, at=at), plan(dossier, consulent, at=at)

    assert eerste.pk == tweede.pk
    assert (Afspraak.objects.count(), Taak.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"datum": date(2026, 3, 19), "herinneren_op": None}, "Deze dag is al geweest"),
        ({"herinneren_op": date(2026, 3, 27)}, "De herinnering kan niet na de afspraak komen"),
        ({"herinneren_op": date(2026, 3, 19)}, "De dag van de herinnering is al geweest"),
    ],
)
def test_days_that_can_not_be_are_refused(dossier, consulent, anders, melding):
    with pytest.raises(ActieFout, match=melding):
        plan(dossier, consulent, **anders)

    assert (Afspraak.objects.count(), Taak.objects.count()) == (0, 0)


def test_one_eerste_gesprek_is_planned_at_a_time(dossier, consulent):
    plan(dossier, consulent, soort="eerste gesprek")

    with pytest.raises(ActieFout, match="Er is al een eerste gesprek gepland op 26 maart 2026"):
        plan(dossier, consulent, soort="eerste gesprek", datum=date(2026, 3, 30))


def test_no_eerste_gesprek_is_planned_after_it_was_held(dossier, consulent):
    voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))

    with pytest.raises(ActieFout, match="Het eerste gesprek is al geweest"):
        plan(dossier, consulent, soort="eerste gesprek")


def test_moving_moves_the_open_taken(dossier, consulent):
    afspraak = plan(dossier, consulent)

    wijzig(afspraak, consulent, datum=date(2026, 4, 2), herinneren_op=date(2026, 4, 1))

    assert [(soort, dag, wat) for soort, dag, wat, _ in taken(afspraak)] == [
        ("herinnering", date(2026, 4, 1), "Voorbereiden: gesprek op 2 april 2026"),
        ("afspraak", date(2026, 4, 2), "Gesprek om 14.30 uur, huisbezoek"),
    ]
    event = DossierEvent.objects.latest("pk")
    assert (event.tekst, event.reden) == ("Afspraak verzet: gesprek naar 2 april 2026.", "Kan niet.")


def test_a_reminder_that_was_done_comes_back_only_for_another_day(dossier, consulent):
    afspraak = plan(dossier, consulent)
    taak_gedaan(taak=Taak.objects.get(soort="herinnering"), by=consulent, at=moment(ON))

    wijzig(afspraak, consulent, plaats="stadhuis")
    na_plaats = taken(afspraak, soort="herinnering")
    wijzig(afspraak, consulent, datum=date(2026, 4, 2), herinneren_op=date(2026, 4, 1))

    assert na_plaats == []
    assert [rij[1] for rij in taken(afspraak, soort="herinnering")] == [date(2026, 4, 1)]


def test_reminder_taken_away_lapses(dossier, consulent):
    afspraak = plan(dossier, consulent)

    wijzig(afspraak, consulent, herinneren_op=None)

    assert [rij[0] for rij in taken(afspraak)] == ["afspraak"]
    assert Taak.objects.get(soort="herinnering").is_vervallen


def test_what_was_not_changed_may_have_passed(dossier, consulent):
    afspraak = plan(dossier, consulent)

    acties.afspraak_wijzigen(
        afspraak=afspraak,
        wijzigingen={"plaats": "stadhuis"},
        reden="Andere zaal.",
        by=consulent,
        at=moment(date(2026, 3, 30)),
        on=date(2026, 3, 30),
    )

    afspraak.refresh_from_db()
    assert (afspraak.plaats, afspraak.datum) == ("stadhuis", DAG)


def test_cancelling_lets_the_taken_lapse_and_keeps_the_reason(dossier, consulent):
    afspraak = plan(dossier, consulent)

    acties.afspraak_afzeggen(afspraak=afspraak, reden="Mevrouw is ziek.", by=consulent, at=moment(ON))

    afspraak.refresh_from_db()
    assert (afspraak.status, taken(afspraak)) == ("afgezegd", [])
    event = DossierEvent.objects.latest("pk")
    assert (event.tekst, event.reden) == ("Afspraak afgezegd: gesprek van 26 maart 2026.", "Mevrouw is ziek.")


def test_held_closes_the_taak_of_the_day_as_done_and_names_the_gesprek(dossier, consulent):
    afspraak = plan(dossier, consulent, soort="eerste gesprek", datum=ON, herinneren_op=ON)
    gesprek = Gesprek.objects.create(dossier=dossier, datum=ON, kanaal="huisbezoek", door=consulent)

    acties.afspraak_gehouden(afspraak=afspraak, gesprek=gesprek, by=consulent, at=moment(ON, uur=16), on=ON)

    afspraak.refresh_from_db()
    assert (afspraak.status, afspraak.gesprek) == ("gehouden", gesprek)
    assert [(t.soort, t.gedaan_op, t.is_vervallen) for t in Taak.objects.order_by("soort")] == [
        ("afspraak", moment(ON, uur=16), False),
        ("herinnering", None, True),
    ]


def test_held_can_not_be_before_its_day(dossier, consulent):
    afspraak = plan(dossier, consulent)

    with pytest.raises(ActieFout, match="Deze afspraak is pas op 26 maart 2026"):
        acties.afspraak_gehouden(afspraak=afspraak, gesprek=None, by=consulent, at=moment(ON), on=ON)


def test_a_gesprek_belongs_to_one_afspraak(dossier, consulent):
    gesprek = Gesprek.objects.create(dossier=dossier, datum=ON, kanaal="kantoor", door=consulent)
    eerste = plan(dossier, consulent, datum=ON, herinneren_op=None)
    tweede = plan(dossier, consulent, datum=ON, herinneren_op=None, plaats="elders")
    acties.afspraak_gehouden(afspraak=eerste, gesprek=gesprek, by=consulent, at=moment(ON), on=ON)

    with pytest.raises(ActieFout, match="hoort al bij een andere afspraak"):
        acties.afspraak_gehouden(afspraak=tweede, gesprek=gesprek, by=consulent, at=moment(ON), on=ON)


@pytest.mark.parametrize("wat", ["wijzigen", "afzeggen", "gehouden"])
def test_an_afspraak_that_is_over_does_not_change(dossier, consulent, wat):
    afspraak = plan(dossier, consulent, datum=ON, herinneren_op=None)
    wie = {"by": consulent, "at": moment(ON)}
    acties.afspraak_afzeggen(afspraak=afspraak, reden="Ziek.", **wie)

    with pytest.raises(ActieFout, match="Deze afspraak is al afgezegd"):
        {
            "wijzigen": lambda: wijzig(afspraak, consulent, plaats="x"),
            "afzeggen": lambda: acties.afspraak_afzeggen(afspraak=afspraak, reden="x", **wie),
            "gehouden": lambda: acties.afspraak_gehouden(afspraak=afspraak, gesprek=None, **wie, on=ON),
        }[wat]()


def test_recording_without_or_with_a_closed_afspraak_changes_nothing(dossier, consulent):
    afspraak = plan(dossier, consulent)
    acties.afspraak_afzeggen(afspraak=afspraak, reden="Ziek.", by=consulent, at=moment(ON))
    afspraak.refresh_from_db()

    acties.houd_afspraak(None, by=consulent, at=moment(ON))
    acties.houd_afspraak(afspraak, by=consulent, at=moment(ON))

    afspraak.refresh_from_db()
    assert afspraak.status == "afgezegd"


def test_the_taken_follow_the_dossier_to_its_new_casusregisseur(van_consulent, consulent, collega, coordinator):
    afspraak = plan(van_consulent, coordinator)
    gedaan = Taak.objects.get(soort="herinnering")
    taak_gedaan(taak=gedaan, by=consulent, at=moment(ON))

    toewijzen(dossier=van_consulent, casusregisseur=collega, by=coordinator, at=moment(ON))

    assert [rij[3] for rij in taken(afspraak)] == ["Bram Terpstra"]
    gedaan.refresh_from_db()
    assert gedaan.voor == consulent
