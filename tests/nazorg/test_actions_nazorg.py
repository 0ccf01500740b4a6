"""The contacts of the nazorg, and its end."""

from datetime import date

import pytest

from cases.actions.basis import ActieFout
from cases.models import DossierEvent, Termijn
from tests.factories import moment
from tests.nazorg.eindes import EINDE, houd_contact, sluit_nazorg, standen

DAG = date(2027, 7, 1)


@pytest.fixture
def contacten(in_nazorg):
    return list(in_nazorg.nazorg.contacten.all())


def klokken(dossier):
    return list(standen(dossier, "nazorg_contact").values())


def test_contact_meets_its_clock_and_starts_the_next(in_nazorg, contacten, consulent):
    contact = houd_contact(contacten[0], consulent, DAG, verslag=" Het gaat goed. ")

    assert (contact.gehouden_op, contact.gehouden_door, contact.kanaal, contact.verslag, contact.terugval) == (
        DAG,
        consulent,
        "telefoon",
        "Het gaat goed.",
        False,
    )
    assert klokken(in_nazorg) == ["gehaald", "lopend", "verwacht", "verwacht"]
    assert DossierEvent.objects.latest("pk").tekst == "Nazorgcontact 1 gehouden op 1 juli 2027."
    assert contact.history.first().history_user == consulent


def test_late_contact_is_late_and_the_next_keeps_its_day(in_nazorg, contacten, consulent):
    houd_contact(contacten[0], consulent, date(2027, 8, 1))

    assert klokken(in_nazorg) == ["te_laat_gehaald", "lopend", "verwacht", "verwacht"]
    tweede = Termijn.objects.get(dossier=in_nazorg, regel="nazorg_contact", status="lopend")
    assert tweede.uiterste_datum == date(2028, 1, 15)


def test_terugval_is_in_the_log(in_nazorg, contacten, consulent):
    houd_contact(contacten[0], consulent, DAG, terugval=True)

    assert DossierEvent.objects.latest("pk").tekst == "Nazorgcontact 1 gehouden op 1 juli 2027. Er is terugval."


def test_contact_that_is_skipped_stays_the_next_one(in_nazorg, contacten, consulent):
    houd_contact(contacten[1], consulent, DAG)

    assert klokken(in_nazorg) == ["lopend", "gehaald", "verwacht", "verwacht"]


def test_last_contact_leaves_only_the_end_of_the_nazorg(in_nazorg, contacten, consulent):
    for contact in contacten:
        houd_contact(contact, consulent, contact.gepland_op)

    assert klokken(in_nazorg) == ["gehaald"] * 4
    assert standen(in_nazorg, "nazorg_einde") == {"nazorg_einde": "lopend"}


def test_same_contact_sent_twice_is_saved_once(in_nazorg, contacten, consulent):
    eerste = houd_contact(contacten[0], consulent, DAG)
    tweede = houd_contact(contacten[0], consulent, DAG)

    assert eerste == tweede
    assert DossierEvent.objects.filter(soort="nazorgcontact").count() == 1


def test_other_account_of_a_held_contact_is_refused(in_nazorg, contacten, consulent):
    houd_contact(contacten[0], consulent, DAG)

    with pytest.raises(ActieFout, match=r"Dit contact is al gehouden op 1 juli 2027\."):
        houd_contact(contacten[0], consulent, DAG, verslag="Toch anders.")

    contacten[0].refresh_from_db()
    assert contacten[0].verslag == "Het gaat goed."


@pytest.mark.parametrize(
    ("datum", "anders", "melding"),
    [
        (DAG, {"on": date(2027, 6, 30)}, "Het contact kan niet in de toekomst liggen"),
        (date(2027, 1, 14), {}, "niet vóór het begin van de nazorg op 15 januari 2027"),
        (DAG, {"verslag": "  "}, "Schrijf op hoe het met de inwoner gaat"),
    ],
)
def test_refused_contact_changes_nothing(in_nazorg, contacten, consulent, datum, anders, melding):
    with pytest.raises(ActieFout, match=melding):
        houd_contact(contacten[0], consulent, datum, **anders)

    assert klokken(in_nazorg) == ["lopend", "verwacht", "verwacht", "verwacht"]
    assert not DossierEvent.objects.filter(soort="nazorgcontact").exists()


def test_contact_on_the_day_the_nazorg_begins_is_fine(in_nazorg, contacten, consulent):
    assert houd_contact(contacten[0], consulent, EINDE).gehouden_op == EINDE


def test_afsluiten_closes_the_dossier_with_the_reason(in_nazorg, contacten, consulent):
    houd_contact(contacten[0], consulent, DAG)

    traject = sluit_nazorg(in_nazorg, consulent, DAG, reden="  Mevrouw redt het zelf. ")

    in_nazorg.refresh_from_db()
    assert in_nazorg.status == "afgesloten"
    assert (traject.afgesloten_op, traject.afgesloten_door, traject.afsluitreden) == (
        moment(DAG),
        consulent,
        "Mevrouw redt het zelf.",
    )
    assert klokken(in_nazorg) == ["gehaald", "vervallen", "vervallen", "vervallen"]
    assert standen(in_nazorg, "nazorg_einde", "besluiten", "bezwaar") == {
        "nazorg_einde": "vervallen",
        "besluiten": "vervallen",
        "bezwaar": ["lopend", "lopend"],
    }
    event = DossierEvent.objects.latest("pk")
    assert (event.soort, event.reden) == ("nazorg_afgesloten", "Mevrouw redt het zelf.")


def test_afsluiten_needs_a_reason(in_nazorg, consulent):
    with pytest.raises(ActieFout, match="Schrijf op waarom de nazorg stopt"):
        sluit_nazorg(in_nazorg, consulent, DAG, reden=" ")

    in_nazorg.refresh_from_db()
    assert in_nazorg.status == "nazorg"
