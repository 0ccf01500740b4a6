"""The work-list as a value: which group a last day is in, what the week is, and the words above the list."""

from datetime import date

import pytest
from django.utils.safestring import SafeString

from cases.kalender import kalender
from cases.werklijst import Week, Werkregel, groep_van, list_groepen, samenvatting

DINSDAG = date(2026, 5, 19)  # Pinksteren is on 24 and 25 May 2026


def week(on=DINSDAG, extra=()):
    return Week(on, kalender(extra))


def regel(dag):
    return Werkregel(
        uiterste_datum=dag,
        stand="loopt",
        over="",
        dag="",
        wie="N. Berkhout",
        url="/dossiers/9901-D-2026-00001/",
        doelgroep="Aanvrager",
        stap="Eerste keer bellen",
        mini=SafeString("<svg></svg>"),
        duur="5 werkdagen",
        knop="Contact vastleggen",
        knop_url="/",
        som=(),
    )


@pytest.mark.parametrize(
    ("on", "laatste_dag"),
    [
        pytest.param(date(2026, 5, 11), date(2026, 5, 17), id="monday, plain week"),
        pytest.param(date(2026, 5, 15), date(2026, 5, 17), id="friday"),
        pytest.param(date(2026, 5, 16), date(2026, 5, 26), id="saturday looks at the coming week, over pinksteren"),
        pytest.param(date(2026, 5, 31), date(2026, 6, 7), id="sunday looks at the coming week"),
        pytest.param(DINSDAG, date(2026, 5, 26), id="second pinksterdag on monday"),
        pytest.param(date(2026, 4, 1), date(2026, 4, 7), id="easter monday"),
        pytest.param(date(2026, 4, 22), date(2026, 4, 28), id="koningsdag on monday"),
        pytest.param(date(2026, 12, 21), date(2026, 12, 27), id="kerst within the week and a weekend"),
        pytest.param(date(2026, 12, 31), date(2027, 1, 3), id="across the year"),
    ],
)
def test_week_ends_on_sunday_or_the_werkdag_after_feestdagen(on, laatste_dag):
    assert week(on).laatste_dag == laatste_dag


def test_week_passes_a_day_equated_by_royal_decree():
    extra = [(date(2026, 5, 18), "een gelijkgestelde dag", "Stcrt. 2026, 1")]

    assert week(date(2026, 5, 13), extra).laatste_dag == date(2026, 5, 19)


@pytest.mark.parametrize(
    ("dag", "groep"),
    [
        (date(2026, 5, 18), "laat"),
        (DINSDAG, "vandaag"),
        (date(2026, 5, 20), "week"),
        (date(2026, 5, 26), "week"),
        (date(2026, 5, 27), "later"),
    ],
)
def test_groep_van_each_side_of_each_border(dag, groep):
    assert groep_van(dag, week()) == groep


def test_week_uitleg_says_why_it_is_longer():
    assert week().uitleg == "Tot en met dinsdag 26 mei, want maandag 25 mei is tweede pinksterdag."
    assert week(date(2026, 5, 11)).uitleg == "Tot en met zondag 17 mei."


def test_list_groepen_divides_rows_and_leaves_out_empty_groups():
    regels = [regel(date(2026, 5, 15)), regel(date(2026, 5, 18)), regel(date(2026, 6, 8))]
    aantallen = {"laat": 2, "vandaag": 0, "week": 0, "later": 12}

    groepen = list_groepen(regels, aantallen, week())

    assert [(g.id, g.naam, g.aantal, len(g.regels), g.is_laat) for g in groepen] == [
        ("laat", "Te laat", 2, 2, True),
        ("later", "Later", 12, 1, False),
    ]
    assert sum(len(groep.regels) for groep in groepen) == len(regels)


def test_list_groepen_names_the_coming_week_in_the_weekend():
    groepen = list_groepen(
        [regel(date(2026, 6, 1))], {"laat": 0, "vandaag": 0, "week": 1, "later": 0}, week(date(2026, 5, 30))
    )

    assert [(g.naam, g.uitleg) for g in groepen] == [("Komende week", "Tot en met zondag 7 juni.")]


@pytest.mark.parametrize(
    ("aantallen", "verwacht"),
    [
        (
            {"laat": 2, "vandaag": 3, "week": 5, "later": 0},
            (
                "2 stappen te laat",
                "3 stappen voor vandaag",
                "Deze week volgen er nog 5. Maandag 25 mei is tweede pinksterdag.",
            ),
        ),
        (
            {"laat": 1, "vandaag": 1, "week": 1, "later": 0},
            (
                "1 stap te laat",
                "1 stap voor vandaag",
                "Deze week volgt er nog 1. Maandag 25 mei is tweede pinksterdag.",
            ),
        ),
        (
            {"laat": 0, "vandaag": 0, "week": 0, "later": 0},
            ("0 stappen te laat", "0 stappen voor vandaag", "Maandag 25 mei is tweede pinksterdag."),
        ),
    ],
)
def test_samenvatting_counts_in_words(aantallen, verwacht):
    zin = samenvatting(aantallen, week())

    assert (zin.laat, zin.vandaag, zin.rest) == verwacht
