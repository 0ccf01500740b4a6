"""Correct the BSN or the day of birth, without the whole number anywhere in the trail."""

from datetime import date

import pytest
from django.db import IntegrityError

from cases.actions import persoon as persoonacties
from cases.actions.basis import ActieFout
from cases.actions.persoon import persoon_verbeteren
from cases.models import DossierEvent, Persoon
from cases.views.geschiedenis import list_gebeurtenissen
from tests.factories import PERSOON, maak_dossier, moment

ON = date(2026, 3, 20)
NIEUW = "999990019"


def verbeter(dossier, by, reden="Verkeerd overgenomen", **wijzigingen):
    return persoon_verbeteren(dossier=dossier, wijzigingen=wijzigingen, reden=reden, by=by, at=moment(ON))


def test_bsn_and_birth_are_corrected_and_the_trail_is_masked(dossier, consulent):
    verbeter(dossier, consulent, bsn=NIEUW, geboortedatum="1985-00-00")

    persoon = Persoon.objects.get(pk=dossier.persoon_id)
    assert (persoon.bsn, persoon.geboortedatum) == (NIEUW, "1985-00-00")
    event = dossier.events.first()
    assert (event.tekst, event.reden) == (
        "Persoon verbeterd: burgerservicenummer, geboortedatum.",
        "Verkeerd overgenomen",
    )
    wijzigingen = {
        w.veld: (w.oud, w.nieuw) for gebeurtenis in list_gebeurtenissen(dossier) for w in gebeurtenis.wijzigingen
    }
    assert wijzigingen["Burgerservicenummer"] == ("•••••0639", "•••••0019")
    assert not any(NIEUW in str(vars(e)) or PERSOON["bsn"] in str(vars(e)) for e in DossierEvent.objects.all())


def test_bsn_of_another_dossier_is_refused_and_named(dossier, consulent):
    ander = maak_dossier(dossier.gemeente, bsn=NIEUW)

    with pytest.raises(ActieFout, match=f"Dit BSN staat al in dossier {ander.nummer}"):
        verbeter(dossier, consulent, bsn=NIEUW)

    assert Persoon.objects.get(pk=dossier.persoon_id).bsn == PERSOON["bsn"]
    event = DossierEvent.objects.get(soort="bsn_gezocht")
    assert (event.dossier, event.by, event.at) == (ander, consulent, moment(ON))
    assert event.tekst == "Gevonden door dit burgerservicenummer bij een ander dossier in te vullen."


@pytest.mark.django_db(transaction=True)
def test_refusal_that_names_a_dossier_is_kept_when_the_action_is_rolled_back(dossier, consulent):
    ander = maak_dossier(dossier.gemeente, bsn=NIEUW)

    with pytest.raises(ActieFout):
        verbeter(dossier, consulent, bsn=NIEUW, geboortedatum="1985-00-00")

    assert Persoon.objects.get(pk=dossier.persoon_id).geboortedatum == PERSOON["geboortedatum"]
    assert DossierEvent.objects.get(soort="bsn_gezocht").dossier == ander


def test_bsn_that_is_taken_between_question_and_answer_is_refused(dossier, consulent, monkeypatch):
    """The database keeps a number unique; who loses the race reads which dossier won."""
    ander = maak_dossier(dossier.gemeente, bsn=NIEUW)
    vragen = iter([lambda persoon: None, persoonacties.eis_bsn_vrij])
    monkeypatch.setattr(persoonacties, "eis_bsn_vrij", lambda persoon: next(vragen)(persoon))

    with pytest.raises(ActieFout, match=f"Dit BSN staat al in dossier {ander.nummer}"):
        verbeter(dossier, consulent, bsn=NIEUW)


def test_fault_of_the_database_that_is_no_bsn_is_not_hidden(dossier, consulent):
    with pytest.raises(IntegrityError, match="persoon_geboortedatum_iso"):
        verbeter(dossier, consulent, geboortedatum="1-1-1985")


def test_bsn_of_another_gemeente_is_no_matter(dossier, consulent, andere_gemeente):
    maak_dossier(andere_gemeente, bsn=NIEUW)

    verbeter(dossier, consulent, bsn=NIEUW)

    assert Persoon.objects.get(pk=dossier.persoon_id).bsn == NIEUW


def test_same_values_write_nothing_and_a_reason_is_needed(dossier, consulent):
    events = DossierEvent.objects.count()

    verbeter(dossier, consulent, bsn=PERSOON["bsn"])
    with pytest.raises(ActieFout, match="waarom u dit verbetert"):
        verbeter(dossier, consulent, reden=" ", bsn="")

    assert DossierEvent.objects.count() == events
