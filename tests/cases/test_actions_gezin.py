"""The gezin as at the aanvraag, what changed later, and the dossiers of one gezin."""

from datetime import date

import pytest
import time_machine

from cases.actions.basis import ActieFout
from cases.actions.gezin import (
    gezin_koppelen,
    gezin_ontkoppelen,
    gezin_vastleggen,
    gezinslid_toevoegen,
    gezinslid_weghalen,
    gezinslid_wijzigen,
)
from cases.gezin import gezin_in_brief
from cases.models import Dossier, Gezinslid
from spuk.feiten_bron import lees_feiten
from tests.factories import maak_dossier, moment

ON = date(2026, 3, 20)
SEM = {"naam": "Sem Berkhout", "geboortedatum": "2014-05-00", "relatie": "kind", "bij_aanvraag": True}
pytestmark = pytest.mark.django_db


def voeg_toe(dossier, by, reden="", **anders):
    return gezinslid_toevoegen(dossier=dossier, gegevens={**SEM, **anders}, reden=reden, by=by, at=moment(ON), on=ON)


def leg_vast(dossier, by):
    return gezin_vastleggen(dossier=dossier, by=by, at=moment(ON))


def koppel(dossier, ander, by):
    return gezin_koppelen(dossier=dossier, ander=ander, reden="Partners", by=by, at=moment(ON))


@pytest.fixture
def partner(gemeente):
    return maak_dossier(gemeente, bsn="999990019", voorletters="O.", achternaam="Maas", geboortedatum="1983-01-02")


def test_gezinslid_is_added_with_a_date_as_in_the_brp(dossier, consulent):
    lid = voeg_toe(dossier, consulent)

    assert (lid.gezin, str(lid.geboren), lid.door) == (dossier.gezin, "2014-05-00", consulent)
    tekst = "Gezinslid toegevoegd: Sem Berkhout (kind), hoorde bij het gezin op de dag van de aanvraag."
    assert dossier.events.first().tekst == tekst


def test_same_form_sent_twice_adds_one(dossier, consulent):
    with time_machine.travel(moment(ON), tick=False):
        assert voeg_toe(dossier, consulent) == voeg_toe(dossier, consulent)


def test_freeze_keeps_moment_and_person_and_is_done_once(dossier, consulent):
    voeg_toe(dossier, consulent)

    gezin = leg_vast(dossier, consulent)

    assert (gezin.vastgelegd_op, gezin.vastgelegd_door) == (moment(ON), consulent)
    assert dossier.events.first().tekst == (
        "Gezin vastgelegd zoals het was op 2 maart 2026: de inwoner en Sem Berkhout (kind)."
    )
    with pytest.raises(ActieFout, match=r"^De samenstelling van het gezin is al vastgelegd op 20 maart 2026\."):
        leg_vast(dossier, consulent)


def test_gezin_of_one_can_be_frozen(dossier, consulent):
    leg_vast(dossier, consulent)

    assert dossier.events.first().tekst.endswith("de inwoner en niemand anders.")


def test_frozen_composition_changes_only_with_a_reason(dossier, consulent):
    leg_vast(dossier, consulent)

    with pytest.raises(ActieFout, match=r"^De samenstelling op de dag van de aanvraag is vastgelegd\."):
        voeg_toe(dossier, consulent)
    assert Gezinslid.objects.count() == 0

    lid = voeg_toe(dossier, consulent, reden="Vergeten te noteren")
    assert lid.history.first().history_change_reason == "Vergeten te noteren"


def test_who_came_later_is_kept_apart_from_the_frozen_composition(dossier, consulent):
    voeg_toe(dossier, consulent)
    leg_vast(dossier, consulent)

    voeg_toe(dossier, consulent, naam="Puck Berkhout", geboortedatum="2026-03-10", bij_aanvraag=False, vanaf=ON)

    assert gezin_in_brief(dossier, ON) == ("u", "Sem Berkhout (kind, 11 jaar)")
    assert dossier.events.first().tekst == (
        "Gezinslid toegevoegd: Puck Berkhout (kind), erbij gekomen op 20 maart 2026."
    )


def test_who_left_keeps_a_place_in_the_composition(dossier, consulent):
    lid = voeg_toe(dossier, consulent)
    leg_vast(dossier, consulent)

    gezinslid_wijzigen(
        dossier=dossier, lid=lid, wijzigingen={"tot": ON}, reden="Woont nu elders", by=consulent, at=moment(ON), on=ON
    )

    lid.refresh_from_db()
    assert (lid.bij_aanvraag, lid.tot) == (True, ON)
    assert gezin_in_brief(dossier, ON) == ("u", "Sem Berkhout (kind, 11 jaar)")


def test_who_was_a_mistake_is_taken_out_and_stays_in_the_history(dossier, consulent):
    lid = voeg_toe(dossier, consulent)
    pk = lid.pk

    gezinslid_weghalen(dossier=dossier, lid=lid, reden="Verkeerd dossier", by=consulent, at=moment(ON))

    assert Gezinslid.objects.count() == 0
    laatste = Gezinslid.history.filter(id=pk).first()
    assert (laatste.history_type, laatste.history_change_reason) == ("-", "Verkeerd dossier")
    event = dossier.events.first()
    assert (event.tekst, event.reden) == ("Gezinslid weggehaald: Sem Berkhout (kind).", "Verkeerd dossier")


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"bij_aanvraag": False}, "Vul in vanaf welke dag"),
        ({"bij_aanvraag": False, "vanaf": date(2026, 3, 21)}, "Een dag kan niet in de toekomst liggen"),
        ({"tot": date(2026, 3, 21)}, "Een dag kan niet in de toekomst liggen"),
        ({"bij_aanvraag": False, "vanaf": ON, "tot": date(2026, 3, 19)}, "De laatste dag kan niet vóór de eerste"),
    ],
    ids=["no-day", "comes-tomorrow", "leaves-tomorrow", "leaves-before-coming"],
)
def test_days_that_cannot_be_are_refused(dossier, consulent, anders, melding):
    with pytest.raises(ActieFout, match=melding):
        voeg_toe(dossier, consulent, **anders)

    assert Gezinslid.objects.count() == 0


def test_lid_of_another_gezin_is_refused(dossier, partner, consulent):
    lid = voeg_toe(partner, consulent)

    with pytest.raises(ActieFout, match=r"^Deze persoon staat niet meer bij dit gezin\."):
        gezinslid_weghalen(dossier=dossier, lid=lid, reden="x", by=consulent, at=moment(ON))


def test_linked_dossiers_count_a_once(dossier, partner, consulent):
    Dossier.objects.update(datum_eerste_contact=ON)
    assert len({contact.gezin for contact in lees_feiten(dossier.gemeente).contacten}) == 2

    koppel(dossier, partner, consulent)

    dossier.refresh_from_db()
    assert dossier.gezin == partner.gezin
    assert {contact.gezin for contact in lees_feiten(dossier.gemeente).contacten} == {str(partner.gezin_id)}
    assert dossier.events.first().tekst == f"Hoort nu bij het gezin van dossier {partner.nummer}."
    assert partner.events.first().tekst == f"Dossier {dossier.nummer} hoort nu bij dit gezin."


def test_linking_takes_the_people_along_and_keeps_nobody_twice(dossier, partner, consulent):
    for wie in (dossier, partner):
        voeg_toe(wie, consulent)
    voeg_toe(dossier, consulent, naam="Noor Berkhout")

    koppel(dossier, partner, consulent)

    assert sorted(partner.gezin.leden.values_list("naam", flat=True)) == ["Noor Berkhout", "Sem Berkhout"]
    assert Gezinslid.objects.count() == 2


@pytest.mark.parametrize("bevroren", ["dossier", "partner"])
def test_linking_never_changes_a_frozen_composition(request, dossier, partner, consulent, bevroren):
    voeg_toe(dossier, consulent)
    leg_vast(request.getfixturevalue(bevroren), consulent)

    with pytest.raises(ActieFout, match=r"^De samenstelling is al vastgelegd, en Sem Berkhout staat maar bij één"):
        koppel(dossier, partner, consulent)

    dossier.refresh_from_db()
    assert dossier.gezin != partner.gezin
    assert dossier.gezin.leden.count() == 1


def test_dossiers_that_cannot_be_linked(dossier, partner, consulent, andere_gemeente, gemeente):
    elders = maak_dossier(andere_gemeente)
    for ander in (elders, dossier):
        with pytest.raises(ActieFout, match=r"^Kies een ander dossier van dezelfde gemeente\."):
            koppel(dossier, ander, consulent)
    koppel(dossier, partner, consulent)
    dossier.refresh_from_db()
    with pytest.raises(ActieFout, match=r"hoort al bij dit gezin\.$"):
        koppel(dossier, partner, consulent)
    with pytest.raises(ActieFout, match=r"^Dit dossier hoort al bij een gezin met andere dossiers\."):
        koppel(dossier, maak_dossier(gemeente, bsn="999990032"), consulent)


def test_unlinked_dossier_gets_a_gezin_of_its_own(dossier, partner, consulent):
    voeg_toe(partner, consulent)
    koppel(dossier, partner, consulent)

    gezin_ontkoppelen(dossier=dossier, reden="Gescheiden", by=consulent, at=moment(ON))

    dossier.refresh_from_db()
    assert dossier.gezin != partner.gezin
    assert (dossier.gezin.leden.count(), partner.gezin.leden.count()) == (0, 1)
    with pytest.raises(ActieFout, match=r"^Dit dossier is het enige van dit gezin\."):
        gezin_ontkoppelen(dossier=dossier, reden="x", by=consulent, at=moment(ON))


def test_letter_names_nobody_before_anybody_was_noted(dossier, consulent):
    assert gezin_in_brief(dossier, ON) == ()

    leg_vast(dossier, consulent)

    assert gezin_in_brief(Dossier.objects.get(), ON) == ("u",)


def test_letter_of_a_second_dossier_leaves_the_inwoner_and_the_relations_out(dossier, partner, consulent):
    voeg_toe(dossier, consulent)
    voeg_toe(dossier, consulent, naam="O. Maas", geboortedatum="1983-01-02", relatie="partner")
    voeg_toe(dossier, consulent, naam="Ali", geboortedatum="", relatie="anders")
    assert gezin_in_brief(dossier, ON) == ("u", "Ali", "O. Maas (partner)", "Sem Berkhout (kind, 11 jaar)")

    koppel(dossier, partner, consulent)

    assert gezin_in_brief(Dossier.objects.get(pk=partner.pk), ON) == ("u", "Ali", "Sem Berkhout (11 jaar)")


def test_letter_knows_the_inwoner_by_birth_date_and_surname(partner, consulent):
    voeg_toe(partner, consulent, naam="Olga Maas", geboortedatum="1983-01-02", relatie="partner")

    assert gezin_in_brief(partner, ON) == ()
