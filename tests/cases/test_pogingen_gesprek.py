"""A gesprek reaches the inwoner: it ends the row of attempts, and a withdrawn one gives the row back."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from cases.actions.afspraak import afspraak_plannen
from cases.actions.contact import contact_vastleggen
from cases.actions.driegesprekken import driegesprek_vastleggen, driegesprek_wijzigen
from cases.actions.eerste_gesprek import eerste_gesprek_wijzigen
from cases.actions.gesprekken import (
    eerste_gesprek_vastleggen,
    gesprek_intrekken,
    gesprek_vastleggen,
    gesprek_wijzigen,
)
from cases.actions.verbeteren import driegesprek_intrekken
from cases.actions.vrijebrief import gehoor_gegevens
from cases.contactstappen import AndereWeg
from cases.dossierwerk import gehoorbrief, volgende_poging
from cases.keuzes import Leefgebied
from cases.models import Dossier, Driegesprek, Taak
from cases.pogingen import BRIEF, HUISBEZOEK
from tests.factories import moment

ON = date(2026, 3, 20)
NA = {"at": moment(ON), "on": ON}
NIETS = {"aanwezig": "", "verslag": "", "hulpvragen": {}, "urgentie": {}}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


def probeer(dossier, by, *kanalen, datum=date(2026, 3, 10)):
    for nummer, kanaal in enumerate(kanalen):
        wat = {"datum": datum, "kanaal": kanaal, "uitkomst": "geen gehoor", "tekst": f"Poging {nummer}"}
        contact_vastleggen(dossier=dossier, **wat, by=by, **NA)


def houd(dossier, by, datum=ON, **anders):
    return gesprek_vastleggen(dossier=dossier, datum=datum, kanaal="huisbezoek", **NIETS, by=by, **NA, **anders)


def houd_eerste(dossier, by, datum):
    hulpvragen = {Leefgebied.WONEN: "De vloer is kapot."}
    return eerste_gesprek_vastleggen(
        dossier=dossier, datum=datum, kanaal="huisbezoek", verslag="", hulpvragen=hulpvragen, by=by, **NA
    )


def voorgesteld(dossier):
    """Give what is proposed, and what stands on Vandaag of it."""
    taken = Taak.objects.open().filter(dossier=dossier, soort="poging").values_list("wat", flat=True)
    return volgende_poging(Dossier.objects.get(pk=dossier.pk)), list(taken)


GA_LANGS = (HUISBEZOEK, ["Inwoner niet bereikt. Ga op huisbezoek"])


def test_visit_that_was_planned_and_held_ends_the_row_of_attempts(dossier, consulent):
    probeer(dossier, consulent, "telefoon", "telefoon", "telefoon", "brief")
    assert voorgesteld(dossier) == GA_LANGS
    gegevens = {"datum": ON, "kanaal": "huisbezoek"}
    afspraak = afspraak_plannen(dossier=dossier, soort="gesprek", gegevens=gegevens, by=consulent, **NA)

    houd(dossier, consulent, afspraak=afspraak)

    assert voorgesteld(dossier) == (None, [])
    assert AndereWeg().stap(Dossier.objects.voor_pagina().get(pk=dossier.pk), consulent, ON) is None


def test_eerste_gesprek_ends_the_row_of_attempts(dossier, consulent):
    probeer(dossier, consulent, "telefoon", "telefoon", "telefoon", "brief")

    houd_eerste(dossier, consulent, ON)

    assert voorgesteld(dossier) == (None, [])


def test_gesprek_that_is_withdrawn_gives_the_row_back(dossier, consulent):
    probeer(dossier, consulent, "telefoon", "telefoon", "telefoon", "brief")
    gesprek = houd(dossier, consulent)

    gesprek_intrekken(gesprek=gesprek, reden="Hoort bij een ander.", by=consulent, **NA)

    assert voorgesteld(dossier) == GA_LANGS


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [(date(2026, 3, 9), GA_LANGS), (date(2026, 3, 10), (None, [])), (date(2026, 3, 11), (None, []))],
    ids=["day-before", "same-day", "day-after"],
)
def test_day_of_the_gesprek_says_which_attempts_came_after_it(dossier, consulent, dag, verwacht):
    probeer(dossier, consulent, "telefoon", "telefoon", "telefoon", "brief")
    gesprek = houd(dossier, consulent)

    gesprek_wijzigen(gesprek=gesprek, wijzigingen={"datum": dag}, reden="Tikfout.", by=consulent, **NA)

    assert voorgesteld(dossier) == verwacht


def test_other_day_of_the_eerste_gesprek_counts_too(dossier, consulent):
    gesprek = houd_eerste(dossier, consulent, date(2026, 3, 12))
    probeer(dossier, consulent, "telefoon", "telefoon", "telefoon", datum=date(2026, 3, 16))
    assert voorgesteld(dossier) == (BRIEF, ["Inwoner niet bereikt. Stuur een brief"])

    wat = {"gesprek": gesprek, "datum": date(2026, 3, 17), "reden": "Verkeerd overgenomen."}
    eerste_gesprek_wijzigen(dossier=dossier, **wat, by=consulent, **NA)

    assert voorgesteld(dossier) == (None, [])


def test_row_begins_anew_after_a_gesprek(dossier, consulent):
    probeer(dossier, consulent, "telefoon", "telefoon", "brief")
    houd(dossier, consulent, datum=date(2026, 3, 12))

    probeer(dossier, consulent, "telefoon", "telefoon", datum=date(2026, 3, 16))
    twee = voorgesteld(dossier)
    probeer(dossier, consulent, "online", datum=date(2026, 3, 17))

    assert (twee, voorgesteld(dossier)) == ((None, []), (BRIEF, ["Inwoner niet bereikt. Stuur een brief"]))


def test_letter_that_nobody_answers_names_no_attempt_from_before_a_gesprek(dossier, consulent):
    probeer(dossier, consulent, "telefoon")
    voor = gehoor_gegevens(Dossier.objects.get(pk=dossier.pk))

    houd(dossier, consulent, datum=date(2026, 3, 10) + timedelta(days=1))

    na = Dossier.objects.get(pk=dossier.pk)
    assert (voor, gehoor_gegevens(na)) == ({"laatste_poging": "dinsdag 10 maart 2026"}, {"laatste_poging": ""})
    assert not gehoorbrief(na)


def houd_driegesprek(dossier, by, datum=ON):
    wat = dict.fromkeys(("aanvrager", "plaats", "deelnemers", "onderwerpen", "verslag"), "x")
    return driegesprek_vastleggen(dossier=dossier, datum=datum, derde=Driegesprek.Derde.UHT, **wat, by=by, **NA)


def test_driegesprek_ends_the_row_until_it_is_withdrawn(dossier, consulent):
    probeer(dossier, consulent, "telefoon", "telefoon", "telefoon", "brief")

    driegesprek = houd_driegesprek(dossier, consulent)
    gehouden = voorgesteld(dossier)
    driegesprek_intrekken(driegesprek=driegesprek, reden="Ging niet door.", by=consulent, at=moment(ON))

    assert (gehouden, voorgesteld(dossier)) == ((None, []), GA_LANGS)


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [(date(2026, 3, 9), GA_LANGS), (date(2026, 3, 10), (None, []))],
    ids=["day-before", "same-day"],
)
def test_other_day_of_a_driegesprek_counts_too(dossier, consulent, dag, verwacht):
    probeer(dossier, consulent, "telefoon", "telefoon", "telefoon", "brief")
    driegesprek = houd_driegesprek(dossier, consulent)

    wat = {"wijzigingen": {"datum": dag}, "reden": "Tikfout."}
    driegesprek_wijzigen(driegesprek=driegesprek, **wat, by=consulent, **NA)

    assert voorgesteld(dossier) == verwacht
