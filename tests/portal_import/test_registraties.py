"""The card on a dossier that says which list told of this person."""

import pytest

from cases.models import Dossier
from portal_import.registraties import Leveringen
from tests.portal_import.runs import ON, lees_in, rij

pytestmark = pytest.mark.django_db


def regels(dossier, user):
    kaart = Leveringen().context(dossier, user, ON)
    return [(regel.titel, regel.onder, regel.url) for regel in (*kaart["regels"], *kaart["meer"])]


def test_card_names_each_list_with_its_row_the_latest_on_top(gemeente, coordinator):
    eerste = lees_in(gemeente, rij(), by=coordinator)
    tweede = lees_in(gemeente, rij(Telefoon="0555 12 34 99", Datum_levering="03-02-2025"), by=coordinator)

    assert regels(Dossier.objects.get(), coordinator) == [
        (
            "Levering van 3 februari 2025, rij 2",
            "Gegevens bijgewerkt, ingelezen ma 2 mrt 2026",
            tweede.get_absolute_url(),
        ),
        ("Levering van 6 januari 2025, rij 2", "Dossier gemaakt, ingelezen ma 2 mrt 2026", eerste.get_absolute_url()),
    ]


def test_consulent_sees_the_list_but_cannot_open_it(gemeente, consulent):
    lees_in(gemeente, rij())

    assert regels(Dossier.objects.get(), consulent) == [
        ("Levering van 6 januari 2025, rij 2", "Dossier gemaakt, ingelezen ma 2 mrt 2026", "")
    ]


def test_dossier_that_came_directly_has_no_card(dossier, coordinator):
    assert Leveringen().context(dossier, coordinator, ON) == {}


def test_card_is_on_the_page_of_the_dossier(client, gemeente, consulent):
    lees_in(gemeente, rij())
    client.force_login(consulent)

    response = client.get(Dossier.objects.get().get_absolute_url())

    assert "Levering van 6 januari 2025, rij 2" in response.text
