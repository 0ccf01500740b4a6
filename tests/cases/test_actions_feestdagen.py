"""A day equated by royal decree moves open termijnen of every gemeente, and nothing else."""

from datetime import date, timedelta

import pytest

from cases.actions.basis import ActieFout
from cases.actions.bewaking import bewaak
from cases.actions.feestdagen import (
    feestdag_toevoegen,
    feestdag_weghalen,
    voorspel_toevoegen,
    voorspel_weghalen,
)
from cases.actions.herberekenen import Verschoven, verouderd
from cases.actions.termijnen import start_termijn
from cases.beleid_bron import kalender_nu
from cases.models import Dossier, DossierEvent, Feestdag, Termijn
from tests.factories import FeestdagFactory, maak_dossier, maak_user, moment
from tests.haltes import halte
from tests.wegen import voer_eerste_gesprek

ON = date(2026, 4, 1)
DAG = date(2026, 5, 7)
WAT = {"datum": DAG, "naam": "Dag van herdenking", "bron": "Stb. 2026, 45"}


@pytest.fixture
def beheerder(gemeente):
    return maak_user("beheerder", gemeente)


@halte
def twee(gemeente, andere_gemeente, consulent):
    """Two dossiers, each in a gemeente of its own, with a plan to 7 May 2026."""
    dossiers = [maak_dossier(gemeente), maak_dossier(andere_gemeente, bsn="")]
    for dossier in dossiers:
        voer_eerste_gesprek(dossier, consulent, date(2026, 3, 12))
    return dossiers


def voeg_toe(by, **anders):
    return feestdag_toevoegen(**(WAT | anders), by=by, at=moment(ON), on=ON)


def haal_weg(feestdag, by, reden="Verkeerde datum"):
    return feestdag_weghalen(feestdag=feestdag, reden=reden, by=by, at=moment(ON), on=ON)


def plannen():
    rijen = Termijn.objects.filter(regel="plan_van_aanpak").order_by("pk")
    return list(rijen.values_list("uiterste_datum", flat=True))


def test_new_day_moves_the_open_termijnen_of_every_gemeente(twee, beheerder, gemeente, andere_gemeente):
    dag, verschoven = voeg_toe(beheerder)

    assert set(verschoven) == {
        Verschoven(regel="plan_van_aanpak", gemeente_id=d.gemeente_id, nummer=d.nummer, was=DAG, wordt=date(2026, 5, 8))
        for d in twee
    }
    assert plannen() == [date(2026, 5, 8), date(2026, 5, 8)]
    assert dag.history.get().history_user == beheerder
    events = DossierEvent.objects.filter(soort="termijn_verschoven")
    assert {event.dossier for event in events} == set(twee)
    assert {(event.by, event.reden) for event in events} == {
        (None, "donderdag 7 mei 2026 is gelijkgesteld met een feestdag: Dag van herdenking (Stb. 2026, 45).")
    }
    assert events.first().tekst.endswith("de uiterste datum 7 mei 2026 wordt 8 mei 2026.")


def test_look_ahead_says_what_moves_and_changes_nothing(twee, beheerder):
    voor = list(Termijn.objects.order_by("pk").values())

    vooraf = voorspel_toevoegen(**WAT, on=ON)

    assert list(Termijn.objects.order_by("pk").values()) == voor
    assert not Feestdag.objects.exists()
    assert vooraf == voeg_toe(beheerder)[1]


def test_taking_it_away_moves_them_back(twee, beheerder):
    dag, _ = voeg_toe(beheerder)

    vooraf, verschoven = voorspel_weghalen(dag, on=ON), haal_weg(dag, beheerder)

    assert vooraf == verschoven
    assert plannen() == [DAG, DAG]
    assert Feestdag.history.first().history_change_reason == "Verkeerde datum"
    reden = DossierEvent.objects.order_by("-pk").first().reden
    assert reden == "donderdag 7 mei 2026 is toch geen dag die gelijk is gesteld met een feestdag. Verkeerde datum"


def test_nothing_is_left_for_the_nightly_run(twee, beheerder, gemeente, andere_gemeente):
    """What the day does not touch says from now on that it was counted with this calendar."""
    dag, _ = voeg_toe(beheerder, datum=date(2027, 3, 3))

    for een in (gemeente, andere_gemeente):
        assert not Termijn.objects.filter(verouderd(een, kalender_nu())).exists()
    haal_weg(dag, beheerder)
    assert not Termijn.objects.filter(verouderd(gemeente, kalender_nu())).exists()


@halte
def met_plan_en_contact(gemeente, consulent):
    """A plan to 7 May 2026, and somebody who came on 1 May."""
    met_plan = maak_dossier(gemeente)
    voer_eerste_gesprek(met_plan, consulent, date(2026, 3, 12))
    return met_plan, maak_dossier(gemeente, datum=date(2026, 5, 1), bsn="")


@pytest.mark.usefixtures("met_plan_en_contact")
@pytest.mark.parametrize("dagen", range(-9, 12), ids=lambda n: f"{n} dagen")
def test_every_day_moves_what_counting_all_anew_would_move(gemeente, beheerder, dagen):
    """Around the ends of a plan (7 May), a contact in werkdagen and the vensters: no termijn is passed over."""
    datum = DAG + timedelta(days=dagen)
    if kalender_nu().is_werkdag(datum):
        voeg_toe(beheerder, datum=datum)
    gekregen = dict(Termijn.objects.values_list("pk", "uiterste_datum"))

    Termijn.objects.update(kalender_versie="oud")
    bewaak(gemeente=gemeente, on=ON, at=moment(ON))

    assert dict(Termijn.objects.values_list("pk", "uiterste_datum")) == gekregen


def test_met_termijn_and_suspended_end_of_six_months_stay(twee, beheerder):
    """Atw art. 4: 6 maanden is never moved, so neither off a day added on its last day."""
    voor = dict(Termijn.objects.exclude(regel="plan_van_aanpak").values_list("pk", "uiterste_datum"))

    voeg_toe(beheerder, datum=date(2026, 9, 14))
    voeg_toe(beheerder, datum=date(2026, 3, 9))

    assert dict(Termijn.objects.exclude(regel="plan_van_aanpak").values_list("pk", "uiterste_datum")) == voor


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"datum": date(2026, 5, 5)}, "5 mei 2026 is al een feestdag: Bevrijdingsdag."),
        ({"datum": date(2026, 12, 31)}, "31 december 2026 is al een feestdag: Dag gelijkgesteld"),
        ({"datum": date(2026, 5, 9)}, "zaterdag 9 mei 2026 valt in het weekend"),
        ({"datum": date(1999, 5, 10)}, "Kies een dag van 2000 tot en met 2099."),
        ({"naam": " "}, "Noem de dag in hoogstens 80 tekens"),
        ({"bron": ""}, "Noem de dag in hoogstens 80 tekens"),
    ],
)
def test_day_that_can_not_be_added_is_refused(twee, beheerder, anders, melding):
    FeestdagFactory(datum=date(2026, 12, 31))
    voor = (list(Feestdag.objects.values()), list(Termijn.objects.order_by("pk").values()))

    with pytest.raises(ActieFout, match=melding):
        voeg_toe(beheerder, **anders)

    assert (list(Feestdag.objects.values()), list(Termijn.objects.order_by("pk").values())) == voor


def test_taking_away_needs_a_reason_and_a_day_that_is_there(twee, beheerder):
    dag, _ = voeg_toe(beheerder)

    with pytest.raises(ActieFout, match="Schrijf op waarom u deze dag weghaalt"):
        haal_weg(dag, beheerder, reden=" ")
    assert Feestdag.objects.get() == dag

    Feestdag.objects.filter(pk=dag.pk).delete()
    with pytest.raises(ActieFout, match="intussen al weggehaald"):
        haal_weg(dag, beheerder)


# A bezwaartermijn from 26 March 2026 ends on 7 May 2026.
VERZONDEN = date(2026, 3, 26)


@pytest.mark.parametrize(
    ("on", "eind", "status"),
    [
        (DAG, date(2026, 5, 8), "lopend"),
        (date(2026, 5, 8), date(2026, 5, 8), "lopend"),
        (date(2026, 5, 9), DAG, "voorbij"),
    ],
    ids=["on the day", "the day after", "two days after"],
)
def test_venster_that_went_voorbij_opens_when_its_last_day_is_still_to_come(
    gemeente, dossier, beheerder, on, eind, status
):
    start_termijn(dossier=dossier, regel="bezwaar", aanleiding="besluit:1", start=VERZONDEN, on=VERZONDEN)
    bewaak(gemeente=gemeente, on=on, at=moment(on))
    bezwaar = Termijn.objects.filter(regel="bezwaar")
    assert bezwaar.get().status == ("lopend" if on == DAG else "voorbij")

    vooraf = voorspel_toevoegen(**WAT, on=on)
    _, verschoven = feestdag_toevoegen(**WAT, by=beheerder, at=moment(on), on=on)

    assert (bezwaar.get().uiterste_datum, bezwaar.get().status) == (eind, status)
    assert vooraf == verschoven
    assert any(beweging.regel == "bezwaar" for beweging in verschoven) is (eind != DAG)


@pytest.mark.parametrize(("status", "opent"), [("plan_van_aanpak", True), ("uitvoering", False)])
def test_choice_about_an_aanvraag_opens_only_while_nobody_decided(gemeente, dossier, beheerder, status, opent):
    on = date(2026, 5, 8)
    start_termijn(dossier=dossier, regel="buiten_behandeling", aanleiding="x:1", start=date(2026, 4, 9), on=ON)
    bewaak(gemeente=gemeente, on=on, at=moment(on))
    Dossier.objects.filter(pk=dossier.pk).update(status=status)

    feestdag_toevoegen(**WAT, by=beheerder, at=moment(on), on=on)

    assert (Termijn.objects.get(regel="buiten_behandeling").status == "lopend") is opent
