"""The calendar as weeks of days: pure."""

from datetime import date

from cases.agenda import WEKEN, Agendapunt, list_weken, maandag_van
from cases.kalender import kalender

ON = date(2026, 5, 21)


def punt(dag, wat="Bellen"):
    return Agendapunt(dag=dag, soort="Taak", wat=wat, wie="N. Berkhout", url="/x/")


def weken(punten=(), aantallen=None, aantal=WEKEN):
    aantallen = {p.dag: 1 for p in punten} if aantallen is None else aantallen
    return list_weken(punten, aantallen, vanaf=ON, weken=aantal, on=ON, kalender=kalender())


def test_twelve_weeks_from_the_monday_of_this_week():
    lijst = weken()

    assert [week.maandag for week in lijst][:2] == [date(2026, 5, 18), date(2026, 5, 25)]
    assert len(lijst) == 12
    assert lijst[-1].zondag == date(2026, 8, 9)
    assert (lijst[0].naam, lijst[0].periode) == ("Week 21", "maandag 18 mei tot en met zondag 24 mei")
    assert maandag_van(date(2026, 5, 24)) == date(2026, 5, 18)


def test_week_over_new_year_has_the_number_of_iso():
    [week] = list_weken((), {}, vanaf=date(2026, 12, 31), weken=1, on=ON, kalender=kalender())

    assert (week.nummer, week.maandag, week.zondag) == (53, date(2026, 12, 28), date(2027, 1, 3))


def test_points_stand_on_their_day_and_feestdagen_are_named():
    pinksteren = date(2026, 5, 25)
    week = weken([punt(pinksteren), punt(ON), punt(ON, "Schrijven")])

    assert [(dag.dag, [p.wat for p in dag.punten]) for dag in week[0].werkdagen if dag.punten] == [
        (ON, ["Bellen", "Schrijven"])
    ]
    assert [dag.is_vandaag for dag in week[0].werkdagen] == [False, False, False, True, False]
    assert [dag.feestdag for dag in week[1].werkdagen] == ["tweede pinksterdag", "", "", "", ""]
    assert [dag.wat for dag in week[1].werkdagen[0].punten] == ["Bellen"]


def test_weekend_is_folded_and_only_there_when_something_falls_on_it():
    zaterdag = date(2026, 5, 30)
    lijst = weken([punt(zaterdag)])

    assert [dag.dag for dag in lijst[1].weekend] == [zaterdag]
    assert lijst[0].weekend == ()
    assert len(lijst[0].werkdagen) == 5


def test_a_day_says_how_much_does_not_fit_and_a_week_when_it_is_empty():
    lijst = weken([punt(ON)], {ON: 4})

    assert lijst[0].werkdagen[3].meer == 3
    assert not lijst[0].is_leeg
    assert lijst[1].is_leeg
    assert not lijst[1].werkdagen[0].is_leeg  # tweede pinksterdag
    assert lijst[1].werkdagen[1].is_leeg
