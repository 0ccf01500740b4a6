"""Taken: made, done, undone, moved and given to a colleague; and the one that follows from a contact."""

from datetime import date

import pytest
from django.utils import timezone

from accounts.models import User
from accounts.rollen import Rol
from cases.actions import taak as acties
from cases.actions.afspraak import afspraak_afzeggen, afspraak_plannen
from cases.actions.basis import ActieFout
from cases.actions.contact import contact_vastleggen
from cases.actions.toewijzen import toewijzen
from cases.models import DossierEvent, Taak
from tests.factories import maak_user, moment

ON, MORGEN = date(2026, 3, 20), date(2026, 3, 21)


def maak(gemeente, by, *, dossier=None, voor=None, datum=ON, at=None, wat="School bellen"):
    return acties.taak_maken(
        gemeente=gemeente, dossier=dossier, wat=wat, datum=datum, voor=voor or by, by=by, at=at or moment(ON), on=ON
    )


def wijzig(taak, by, **wijzigingen):
    return acties.taak_wijzigen(taak=taak, wijzigingen=wijzigingen, by=by, at=moment(ON), on=ON)


def events():
    return list(DossierEvent.objects.filter(soort="taak").order_by("pk").values_list("tekst", flat=True))


def contact(dossier, by, **opvolgen):
    return contact_vastleggen(
        dossier=dossier,
        datum=ON,
        kanaal="telefoon",
        uitkomst="geen gehoor",
        tekst="",
        by=by,
        at=moment(ON),
        on=ON,
        **opvolgen,
    )


def test_taak_of_a_dossier_is_logged_there(gemeente, dossier, consulent):
    taak = maak(gemeente, consulent, dossier=dossier)

    assert (taak.soort, taak.voor, taak.gemeente) == ("eigen", consulent, gemeente)
    assert events() == ["Taak gemaakt: School bellen."]


def test_taak_without_dossier_is_logged_nowhere_but_in_its_history(gemeente, consulent):
    taak = maak(gemeente, consulent)
    acties.taak_gedaan(taak=taak, by=consulent, at=moment(ON))

    assert DossierEvent.objects.count() == 0
    assert [rij.history_user for rij in taak.history.all()] == [consulent, consulent]


def test_sent_twice_makes_one_taak(gemeente, dossier, consulent):
    at = timezone.now()

    assert maak(gemeente, consulent, dossier=dossier, at=at) == maak(gemeente, consulent, dossier=dossier, at=at)
    assert len(events()) == 1


def test_a_day_that_has_passed_is_refused(gemeente, consulent):
    with pytest.raises(ActieFout, match="Deze dag is al geweest"):
        maak(gemeente, consulent, datum=date(2026, 3, 19))

    assert Taak.objects.count() == 0


@pytest.mark.parametrize("wie", ["auditor", "vreemde", "weg"])
def test_a_taak_is_for_somebody_who_works_in_this_gemeente(request, gemeente, consulent, wie):
    if wie == "weg":
        voor = maak_user(Rol.CONSULENT, gemeente, email="weg@voorbeeld.example", is_active=False)
    else:
        voor = request.getfixturevalue(wie)

    with pytest.raises(ActieFout, match="werkt niet in de dossiers van deze gemeente"):
        maak(gemeente, consulent, voor=voor)


def test_done_and_undone(gemeente, dossier, consulent, collega):
    taak = maak(gemeente, consulent, dossier=dossier)

    gedaan = acties.taak_gedaan(taak=taak, by=collega, at=moment(ON, uur=12))
    nog_eens = acties.taak_gedaan(taak=taak, by=consulent, at=moment(ON, uur=13))
    assert (gedaan.gedaan_door, nog_eens.gedaan_op) == (collega, moment(ON, uur=12))

    weer = acties.taak_heropenen(taak=taak, by=consulent, at=moment(ON, uur=14))
    acties.taak_heropenen(taak=taak, by=consulent, at=moment(ON, uur=15))
    assert (weer.gedaan_op, weer.gedaan_door) == (None, None)
    assert events() == [
        "Taak gemaakt: School bellen.",
        "Taak gedaan: School bellen.",
        "Taak weer open: School bellen.",
    ]


def test_moved_and_given_away(gemeente, dossier, consulent, collega):
    taak = maak(gemeente, consulent, dossier=dossier)

    wijzig(taak, consulent, datum=MORGEN, voor=collega)
    wijzig(taak, collega, wat="School mailen")

    taak.refresh_from_db()
    assert (taak.wat, taak.datum, taak.voor) == ("School mailen", MORGEN, collega)
    assert events()[1:] == [
        "Taak gewijzigd: School bellen, naar 21 maart 2026, voor Bram Terpstra.",
        "Taak gewijzigd: School mailen.",
    ]


def test_what_can_not_change_is_refused(gemeente, dossier, consulent, vreemde):
    taak = maak(gemeente, consulent, dossier=dossier)

    with pytest.raises(ActieFout, match="Deze dag is al geweest"):
        wijzig(taak, consulent, datum=date(2026, 3, 1))
    with pytest.raises(ActieFout, match="werkt niet in de dossiers"):
        wijzig(taak, consulent, voor=vreemde)
    acties.taak_gedaan(taak=taak, by=consulent, at=moment(ON))
    with pytest.raises(ActieFout, match="Deze taak is al gedaan"):
        wijzig(taak, consulent, wat="Iets anders")


def test_the_taak_of_an_afspraak_only_goes_to_somebody_else(dossier, consulent, collega):
    gegevens = {"datum": MORGEN, "kanaal": "kantoor"}
    afspraak = afspraak_plannen(dossier=dossier, soort="gesprek", gegevens=gegevens, by=consulent, at=moment(ON), on=ON)
    taak = Taak.objects.get()

    with pytest.raises(ActieFout, match="hoort bij de afspraak"):
        wijzig(taak, consulent, datum=ON)
    assert wijzig(taak, consulent, voor=collega).voor == collega

    acties.taak_gedaan(taak=taak, by=collega, at=moment(ON))
    afspraak_afzeggen(afspraak=afspraak, reden="Ziek.", by=consulent, at=moment(ON))
    with pytest.raises(ActieFout, match="De afspraak is al afgezegd"):
        acties.taak_heropenen(taak=taak, by=consulent, at=moment(ON))


def test_a_taak_that_lapsed_is_left_alone(dossier, consulent):
    gegevens = {"datum": MORGEN, "kanaal": "kantoor"}
    afspraak = afspraak_plannen(dossier=dossier, soort="gesprek", gegevens=gegevens, by=consulent, at=moment(ON), on=ON)
    afspraak_afzeggen(afspraak=afspraak, reden="Ziek.", by=consulent, at=moment(ON))

    with pytest.raises(ActieFout, match="Deze taak is vervallen"):
        acties.taak_gedaan(taak=Taak.objects.get(), by=consulent, at=moment(ON))


def test_contact_with_a_follow_up_makes_a_taak_for_whoever_noted_it_when_nobody_has_the_dossier(dossier, collega):
    gemaakt = contact(dossier, collega, opvolgen_op=MORGEN, opvolgen_wat="In de avond bellen", met="haar zus")
    contact(dossier, collega, opvolgen_op=ON, opvolgen_wat="")

    assert gemaakt.met == "haar zus"
    assert list(Taak.objects.order_by("pk").values_list("soort", "wat", "datum", "voor", "contact")) == [
        ("opvolgen", "In de avond bellen", MORGEN, collega.pk, gemaakt.pk),
        ("opvolgen", "Opnieuw contact opnemen", ON, collega.pk, gemaakt.pk + 1),
    ]
    assert DossierEvent.objects.filter(soort="contact").count() == 2
    assert events() == []


def test_follow_up_is_for_the_casusregisseur_unless_said_otherwise(dossier, consulent, collega, coordinator):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))

    contact(dossier, collega, opvolgen_op=MORGEN, opvolgen_wat="Terugbellen")
    contact(dossier, collega, opvolgen_op=MORGEN, opvolgen_wat="Zelf bellen", opvolgen_voor=collega)
    contact(dossier, consulent, opvolgen_op=MORGEN, opvolgen_wat="Mailen")

    assert list(Taak.objects.order_by("pk").values_list("wat", "voor", "door")) == [
        ("Terugbellen", consulent.pk, collega.pk),
        ("Zelf bellen", collega.pk, collega.pk),
        ("Mailen", consulent.pk, consulent.pk),
    ]


def test_follow_up_is_not_for_a_casusregisseur_who_left(dossier, consulent, collega, coordinator):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))
    User.objects.filter(pk=consulent.pk).update(is_active=False)

    contact(dossier, collega, opvolgen_op=MORGEN, opvolgen_wat="Terugbellen")

    assert Taak.objects.get().voor == collega


def test_follow_up_for_somebody_who_does_not_work_here_is_refused_as_a_whole(dossier, consulent, vreemde):
    with pytest.raises(ActieFout, match="werkt niet in de dossiers van deze gemeente"):
        contact(dossier, consulent, opvolgen_op=MORGEN, opvolgen_voor=vreemde)

    assert (Taak.objects.count(), dossier.contacten.count()) == (0, 0)


def test_contact_to_be_followed_up_in_the_past_is_refused_as_a_whole(dossier, consulent):
    with pytest.raises(ActieFout, match="Deze dag is al geweest"):
        contact(dossier, consulent, opvolgen_op=date(2026, 3, 19))

    assert dossier.contacten.count() == 0


def test_open_taken_of_a_dossier_go_to_its_new_casusregisseur(gemeente, dossier, consulent, collega, coordinator):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))
    eigen = maak(gemeente, consulent, dossier=dossier)
    van_ander = maak(gemeente, coordinator, dossier=dossier, wat="Kijk mee")
    los = maak(gemeente, consulent, wat="Los")

    toewijzen(dossier=dossier, casusregisseur=collega, by=coordinator, at=moment(ON))

    assert {taak.wat: taak.voor for taak in Taak.objects.all()} == {
        eigen.wat: collega,
        van_ander.wat: coordinator,
        los.wat: consulent,
    }
