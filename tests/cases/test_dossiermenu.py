"""The side menu of a dossier leads to what somebody may change, also when nothing asks for it."""

import pytest

from cases.models import Dossier
from cases.registratie import zijpunten
from cases.status import OPEN, Status


def labels(dossier, user):
    return [punt.label for punt in zijpunten(dossier, user, "")]


def test_consulent_can_change_what_is_known_of_the_persoon(dossier, consulent):
    assert "Gegevens wijzigen" in labels(dossier, consulent)
    assert "Toewijzen" not in labels(dossier, consulent)


def test_coordinator_can_hand_a_dossier_over_that_somebody_has_already(dossier, consulent, coordinator):
    dossier.casusregisseur = consulent

    assert {"Gegevens wijzigen", "Toewijzen"} <= set(labels(dossier, coordinator))


def test_auditor_is_offered_nothing_to_change(dossier, auditor):
    assert {"Gegevens wijzigen", "Toewijzen"} & set(labels(dossier, auditor)) == set()


@pytest.mark.parametrize("status", Status)
def test_every_dossier_but_a_withdrawn_one_can_be_assigned(dossier, coordinator, status):
    dossier.status = status

    kan = {"Toewijzen", "Voorrang geven"} & set(labels(dossier, coordinator))

    assert ("Toewijzen" in kan) == (status is not Status.INGETROKKEN)
    assert ("Voorrang geven" in kan) == (status in OPEN)


@pytest.mark.parametrize(
    ("pad", "gemarkeerd"),
    [
        ("", {"Overzicht": "page"}),
        ("contact/", {"Contact": "page"}),
        ("contact/3/", {"Contact": "true"}),
        ("onbekend/", {}),
    ],
    ids=["overzicht", "the page itself", "a page below it", "no entry: not the overzicht, which is above all"],
)
def test_menu_marks_where_one_is(dossier, consulent, pad, gemarkeerd):
    punten = zijpunten(dossier, consulent, f"{dossier.get_absolute_url()}{pad}")

    assert {punt.label: punt.actief for punt in punten if punt.actief} == gemarkeerd


@pytest.mark.parametrize("status", [Status.AANMELDING, Status.UITVOERING])
def test_history_stays_the_last_entry(dossier, coordinator, status):
    Dossier.objects.update(status=status)
    dossier.refresh_from_db()

    assert labels(dossier, coordinator)[-1] == "Geschiedenis"
