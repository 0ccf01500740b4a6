"""A contact of the nazorg reaches the inwoner: it ends the row of attempts."""

from datetime import date

import pytest

from cases.actions.contact import contact_vastleggen
from cases.dossierwerk import volgende_poging
from cases.gesproken import laatst_gesproken
from cases.models import Dossier, Taak
from cases.pogingen import BRIEF
from nazorg.actions import verbeteren
from tests.factories import moment
from tests.haltes import halte
from tests.nazorg.eindes import houd_contact

POGING, GEHOUDEN, LATER = date(2027, 7, 7), date(2027, 7, 8), date(2027, 7, 9)
NA = {"at": moment(LATER), "on": LATER}
NIETS, STUUR = (None, []), (BRIEF, ["Inwoner niet bereikt. Stuur een brief"])


def voorgesteld(dossier):
    """Give what is proposed, and what stands on Vandaag of it."""
    taken = Taak.objects.open().filter(dossier=dossier, soort="poging").values_list("wat", flat=True)
    return volgende_poging(Dossier.objects.get(pk=dossier.pk)), list(taken)


@halte
def dossier(in_nazorg, consulent):
    """Give a dossier in the nazorg in which nobody answered three times."""
    for nummer in range(3):
        wat = {"datum": POGING, "kanaal": "telefoon", "uitkomst": "geen gehoor", "tekst": f"Poging {nummer}"}
        contact_vastleggen(dossier=in_nazorg, **wat, by=consulent, at=moment(POGING), on=POGING)
    return in_nazorg


@pytest.fixture
def contact(dossier):
    return dossier.nazorg.contacten.first()


def test_contact_that_was_held_ends_the_row(dossier, contact, consulent):
    voor = voorgesteld(dossier)

    houd_contact(contact, consulent, GEHOUDEN)

    assert (voor, voorgesteld(dossier)) == (STUUR, NIETS)


@pytest.mark.parametrize(
    ("dag", "verwacht"), [(date(2027, 7, 6), STUUR), (POGING, NIETS)], ids=["day-before", "same-day"]
)
def test_other_day_of_that_contact_counts_too(dossier, contact, consulent, dag, verwacht):
    houd_contact(contact, consulent, GEHOUDEN)

    wat = {"wijzigingen": {"gehouden_op": dag}, "reden": "Verkeerde dag."}
    verbeteren.nazorgcontact_wijzigen(contact=contact, **wat, by=consulent, **NA)

    assert voorgesteld(dossier) == verwacht


def test_contact_that_is_withdrawn_gives_the_row_back(dossier, contact, consulent):
    houd_contact(contact, consulent, GEHOUDEN)

    verbeteren.nazorgcontact_intrekken(contact=contact, reden="Verkeerd dossier.", by=consulent, **NA)

    assert voorgesteld(dossier) == STUUR


def test_latest_day_of_all_gesprekken_counts(dossier, contact, consulent):
    voor = laatst_gesproken(dossier)

    houd_contact(contact, consulent, GEHOUDEN)

    assert (voor, laatst_gesproken(dossier)) == (date(2026, 3, 12), GEHOUDEN)
