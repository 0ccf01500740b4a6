"""A bedreigende situatie and voorrang: who, when and why, and the place in the lists that follows."""

from datetime import date

import pytest

from cases.actions import rang
from cases.actions.basis import ActieFout
from cases.keuzes import BedreigendeSituatie, Rang
from cases.models import DossierEvent
from cases.rang import rang_van
from tests.factories import moment

ON = date(2026, 3, 20)
AT = moment(ON)


@pytest.mark.parametrize(
    ("acuut", "reden", "verwacht"),
    [
        ("", "", Rang.GEWOON),
        ("", "Schrijnend", Rang.VOORRANG),
        ("afsluiting", "", Rang.ACUUT),
        ("afsluiting", "Schrijnend", Rang.ACUUT),
    ],
    ids=["gewoon", "voorrang", "acuut", "both"],
)
def test_rang_puts_acute_before_voorrang(acuut, reden, verwacht):
    assert rang_van(acuut=acuut, voorrang_reden=reden) == verwacht


def meld(dossier, by, situatie=BedreigendeSituatie.AFSLUITING, toelichting="Vrijdag gaat het gas eraf."):
    return rang.acuut_melden(dossier=dossier, situatie=situatie, toelichting=toelichting, by=by, at=AT)


def laatste():
    event = DossierEvent.objects.latest("pk")
    return event.soort, event.tekst, event.reden, event.by


def test_report_says_who_when_and_what(dossier, consulent):
    meld(dossier, consulent)

    dossier.refresh_from_db()
    assert (dossier.acuut, dossier.acuut_toelichting, dossier.acuut_op, dossier.acuut_door, dossier.rang) == (
        "afsluiting",
        "Vrijdag gaat het gas eraf.",
        AT,
        consulent,
        Rang.ACUUT,
    )
    assert laatste() == (
        "acuut",
        "Bedreigende situatie gemeld: afsluiting van gas, elektra, stadsverwarming of water.",
        "Vrijdag gaat het gas eraf.",
        consulent,
    )


def test_same_report_twice_is_one_and_another_takes_its_place(dossier, consulent, collega):
    meld(dossier, consulent)
    events = DossierEvent.objects.count()

    meld(dossier, collega)
    assert DossierEvent.objects.count() == events
    meld(dossier, collega, BedreigendeSituatie.ONTRUIMING, "")

    dossier.refresh_from_db()
    assert (dossier.acuut, dossier.acuut_toelichting, dossier.acuut_door) == ("woningontruiming", "", collega)


def test_lifting_it_needs_a_reason_and_gives_the_place_back(dossier, consulent, coordinator):
    rang.voorrang_geven(dossier=dossier, reden="UHT vraagt erom.", by=coordinator, at=AT)
    meld(dossier, consulent)
    with pytest.raises(ActieFout, match="niet meer bedreigend"):
        rang.acuut_opheffen(dossier=dossier, reden=" ", by=consulent, at=AT)

    rang.acuut_opheffen(dossier=dossier, reden="Betalingsregeling.", by=consulent, at=AT)

    dossier.refresh_from_db()
    assert (dossier.acuut, dossier.acuut_toelichting, dossier.acuut_op, dossier.acuut_door, dossier.rang) == (
        "",
        "",
        None,
        None,
        Rang.VOORRANG,
    )
    assert laatste() == (
        "acuut",
        "Bedreigende situatie voorbij: afsluiting van gas, elektra, stadsverwarming of water.",
        "Betalingsregeling.",
        consulent,
    )
    with pytest.raises(ActieFout, match="niet acuut"):
        rang.acuut_opheffen(dossier=dossier, reden="Nog eens", by=consulent, at=AT)


def test_voorrang_keeps_its_reason_and_who_decided(dossier, coordinator):
    rang.voorrang_geven(dossier=dossier, reden=" Alle vijf leefgebieden. ", by=coordinator, at=AT)

    dossier.refresh_from_db()
    assert (dossier.voorrang_reden, dossier.voorrang_op, dossier.voorrang_door, dossier.rang) == (
        "Alle vijf leefgebieden.",
        AT,
        coordinator,
        Rang.VOORRANG,
    )
    assert laatste() == ("voorrang", "Voorrang gegeven.", "Alle vijf leefgebieden.", coordinator)


def test_voorrang_needs_a_reason_and_the_same_one_twice_is_one(dossier, coordinator):
    with pytest.raises(ActieFout, match="waarom dit dossier voorgaat"):
        rang.voorrang_geven(dossier=dossier, reden="  ", by=coordinator, at=AT)
    rang.voorrang_geven(dossier=dossier, reden="Schrijnend", by=coordinator, at=AT)
    events = DossierEvent.objects.count()

    rang.voorrang_geven(dossier=dossier, reden="Schrijnend", by=coordinator, at=AT)

    assert DossierEvent.objects.count() == events


def test_voorrang_is_taken_back_with_a_reason(dossier, coordinator):
    with pytest.raises(ActieFout, match="heeft geen voorrang"):
        rang.voorrang_intrekken(dossier=dossier, reden="x", by=coordinator, at=AT)
    rang.voorrang_geven(dossier=dossier, reden="Schrijnend", by=coordinator, at=AT)
    with pytest.raises(ActieFout, match="waarom de voorrang stopt"):
        rang.voorrang_intrekken(dossier=dossier, reden=" ", by=coordinator, at=AT)

    rang.voorrang_intrekken(dossier=dossier, reden="Het loopt nu.", by=coordinator, at=AT)

    dossier.refresh_from_db()
    assert (dossier.voorrang_reden, dossier.voorrang_op, dossier.voorrang_door, dossier.rang) == (
        "",
        None,
        None,
        Rang.GEWOON,
    )
    assert laatste() == ("voorrang", "Voorrang ingetrokken.", "Het loopt nu.", coordinator)
