"""Notes: who may write, change and withdraw them, and that what a restricted one says stands nowhere else."""

from datetime import date

import pytest
from django.utils import timezone

from cases.actions import notitie as acties
from cases.actions.basis import ActieFout
from cases.actions.toewijzen import toewijzen
from cases.models import DossierEvent, Notitie
from tests.factories import moment

ON = date(2026, 3, 20)
GEHEIM = "Mevrouw is bang voor haar man."


@pytest.fixture
def eigen_dossier(dossier, consulent, coordinator):
    return toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))


def schrijf(dossier, by, *, tekst="Belt liefst in de ochtend.", is_beperkt=False, at=None):
    return acties.notitie_maken(dossier=dossier, tekst=tekst, is_beperkt=is_beperkt, by=by, at=at or moment(ON))


def wijzig(notitie, by, reden="Aangevuld.", **wijzigingen):
    return acties.notitie_wijzigen(notitie=notitie, wijzigingen=wijzigingen, reden=reden, by=by, at=moment(ON))


def trek_in(notitie, by, reden="Verkeerd dossier."):
    return acties.notitie_intrekken(notitie=notitie, reden=reden, by=by, at=moment(ON))


def events():
    rijen = DossierEvent.objects.filter(soort="notitie").order_by("pk")
    return [(event.tekst, event.reden, sorted(event.gegevens)) for event in rijen]


def test_note_is_logged_without_its_text(dossier, collega):
    schrijf(dossier, collega)

    assert events() == [("Notitie toegevoegd.", "", ["notitie"])]


def test_sent_twice_makes_one_note(dossier, collega):
    at = timezone.now()

    assert schrijf(dossier, collega, at=at) == schrijf(dossier, collega, at=at)


def test_changed_and_withdrawn_with_the_reason(dossier, collega):
    notitie = schrijf(dossier, collega)

    wijzig(notitie, collega, tekst="Belt liefst in de avond.")
    trek_in(notitie, collega)

    notitie.refresh_from_db()
    assert (notitie.tekst, notitie.ingetrokken_reden) == ("Belt liefst in de avond.", "Verkeerd dossier.")
    assert events()[1:] == [
        ("Notitie gewijzigd.", "Aangevuld.", ["notitie"]),
        ("Notitie ingetrokken.", "Verkeerd dossier.", ["notitie"]),
    ]


def test_restricted_note_leaves_nothing_of_itself_in_the_events(eigen_dossier, consulent):
    notitie = schrijf(eigen_dossier, consulent, tekst=GEHEIM, is_beperkt=True)
    wijzig(notitie, consulent, reden="Man dreigt.", tekst=f"{GEHEIM} Hij dreigt.")
    trek_in(notitie, consulent, reden="Man is weg.")

    assert events() == [
        ("Beperkte notitie toegevoegd.", "", ["notitie"]),
        ("Beperkte notitie gewijzigd.", "", ["notitie"]),
        ("Beperkte notitie ingetrokken.", "", ["notitie"]),
    ]


def test_reason_of_a_note_that_was_restricted_once_is_not_told_either(eigen_dossier, consulent):
    notitie = schrijf(eigen_dossier, consulent, tekst=GEHEIM, is_beperkt=True)

    notitie = wijzig(notitie, consulent, reden="Man is weg.", is_beperkt=False)
    trek_in(notitie, consulent, reden="Man is terug.")

    assert events()[1:] == [("Notitie gewijzigd.", "", ["notitie"]), ("Notitie ingetrokken.", "", ["notitie"])]


def test_restricted_is_for_who_may_read_it(eigen_dossier, collega, coordinator):
    with pytest.raises(ActieFout, match="Alleen de casusregisseur en de coördinator"):
        schrijf(eigen_dossier, collega, is_beperkt=True)
    gewoon = schrijf(eigen_dossier, collega)
    with pytest.raises(ActieFout, match="Alleen de casusregisseur en de coördinator"):
        wijzig(gewoon, collega, is_beperkt=True)

    assert schrijf(eigen_dossier, coordinator, is_beperkt=True).is_beperkt


def test_only_ones_own_note_is_changed_or_withdrawn_but_for_the_coordinator(dossier, consulent, collega, coordinator):
    notitie = schrijf(dossier, consulent)

    with pytest.raises(ActieFout, match=r"alleen uw eigen notities wijzigen\. Vraag het aan Jolanda Prins"):
        wijzig(notitie, coordinator, tekst="x")
    with pytest.raises(ActieFout, match="alleen uw eigen notities intrekken"):
        trek_in(notitie, collega)

    assert trek_in(notitie, coordinator).ingetrokken_door == coordinator


def test_withdrawn_note_does_not_change(dossier, consulent):
    notitie = schrijf(dossier, consulent)
    trek_in(notitie, consulent)

    with pytest.raises(ActieFout, match="Deze notitie is al ingetrokken"):
        wijzig(notitie, consulent, tekst="x")
    with pytest.raises(ActieFout, match="Deze notitie is al ingetrokken"):
        trek_in(notitie, consulent)


def test_who_was_casusregisseur_reads_the_restricted_notes_no_more(eigen_dossier, consulent, collega, coordinator):
    notitie = schrijf(eigen_dossier, consulent, tekst=GEHEIM, is_beperkt=True)
    toewijzen(dossier=eigen_dossier, casusregisseur=collega, by=coordinator, at=moment(ON))

    zien = {user.naam: Notitie.objects.visible_to(user).exists() for user in (consulent, collega, coordinator)}

    assert zien == {"Jolanda Prins": False, "Bram Terpstra": True, "Karima Zeeman": True}
    with pytest.raises(ActieFout, match="Alleen de casusregisseur en de coördinator"):
        trek_in(notitie, consulent)
