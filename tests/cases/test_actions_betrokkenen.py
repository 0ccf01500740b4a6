"""The people around the inwoner, and to whom the letters go."""

from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction

from cases.actions.basis import ActieFout
from cases.actions.betrokkenen import betrokkene_intrekken, betrokkene_toevoegen, betrokkene_wijzigen, post_kiezen
from cases.keuzes import PostAan
from cases.models import Betrokkene, Persoon
from tests.factories import maak_dossier, moment

ON = date(2026, 3, 20)
ADRES = "Postbus 12\n4000 AA Rivierendam"
BEWIND = {"rol": "bewindvoerder", "naam": "P. Jansen", "organisatie": "Bewind BV", "adres": ADRES}
pytestmark = pytest.mark.django_db


def voeg_toe(dossier, by, **anders):
    return betrokkene_toevoegen(dossier=dossier, gegevens={**BEWIND, **anders}, by=by, at=moment(ON))


def kies(dossier, by, naar, post_aan=PostAan.VERTEGENWOORDIGER):
    return post_kiezen(
        dossier=dossier, post_aan=post_aan, vertegenwoordiger=naar, reden="Beschikking", by=by, at=moment(ON)
    )


def test_somebody_is_added_with_a_role(dossier, consulent):
    rij = voeg_toe(dossier, consulent)

    assert (rij.dossier, rij.rol, rij.krijgt_post, rij.adresregels) == (
        dossier,
        "bewindvoerder",
        False,
        ("Postbus 12", "4000 AA Rivierendam"),
    )
    assert dossier.events.first().tekst == "P. Jansen (bewindvoerder) toegevoegd."


def test_same_form_sent_twice_adds_one(dossier, consulent):
    with time_machine.travel(moment(ON), tick=False):
        assert voeg_toe(dossier, consulent) == voeg_toe(dossier, consulent)


def test_change_is_kept_with_its_reason(dossier, consulent):
    rij = voeg_toe(dossier, consulent, rol="zaakbehandelaar uht")

    betrokkene_wijzigen(
        betrokkene=rij, wijzigingen={"telefoon": "06 5555 0001"}, reden="Belde", by=consulent, at=moment(ON)
    )

    rij.refresh_from_db()
    assert (rij.telefoon, rij.history.first().history_change_reason) == ("06 5555 0001", "Belde")
    tekst = "Gegevens gewijzigd van P. Jansen (Persoonlijk zaakbehandelaar van UHT)."
    assert dossier.events.first().tekst == tekst


def test_withdrawn_stays_with_the_reason(dossier, consulent):
    rij = voeg_toe(dossier, consulent)

    betrokkene_intrekken(betrokkene=rij, reden="Gestopt", by=consulent, at=moment(ON))

    assert list(dossier.betrokkenen.geldig()) == []
    rij.refresh_from_db()
    assert (rij.ingetrokken_door, rij.ingetrokken_reden) == (consulent, "Gestopt")
    with pytest.raises(ActieFout, match=r"^P\. Jansen is al ingetrokken\."):
        betrokkene_intrekken(betrokkene=rij, reden="Nog eens", by=consulent, at=moment(ON))


def test_letters_go_to_one_vertegenwoordiger_at_a_time(dossier, consulent):
    eerste, tweede = voeg_toe(dossier, consulent), voeg_toe(dossier, consulent, rol="mentor", naam="M. Bakker")

    kies(dossier, consulent, eerste)
    kies(dossier, consulent, tweede, PostAan.BEIDE)

    assert list(Betrokkene.objects.filter(krijgt_post=True)) == [tweede]
    assert Persoon.objects.get().post_aan == PostAan.BEIDE
    assert dossier.events.first().tekst == (
        "Brieven gaan nu aan de inwoner, met een afschrift aan de vertegenwoordiger: M. Bakker (mentor)."
    )


def test_letters_go_back_to_the_inwoner(dossier, consulent):
    kies(dossier, consulent, voeg_toe(dossier, consulent))

    kies(dossier, consulent, None, PostAan.INWONER)

    assert Betrokkene.objects.filter(krijgt_post=True).count() == 0
    assert Persoon.objects.get().post_aan == PostAan.INWONER
    assert dossier.events.first().tekst == "Brieven gaan nu aan de inwoner."


@pytest.mark.parametrize(
    "anders",
    [{"adres": ""}, {"adres": "Postbus 12"}, {"rol": "advocaat"}],
    ids=["no-address", "half-an-address", "no-vertegenwoordiger"],
)
def test_letters_need_a_vertegenwoordiger_who_can_get_them(dossier, consulent, anders):
    rij = voeg_toe(dossier, consulent, **anders)

    with pytest.raises(ActieFout, match=r"^Kies een vertegenwoordiger met een volledig postadres\."):
        kies(dossier, consulent, rij)

    assert Persoon.objects.get().post_aan == PostAan.INWONER


def test_letters_need_somebody_of_this_dossier(dossier, consulent, gemeente):
    elders = voeg_toe(maak_dossier(gemeente, bsn="999990019"), consulent)

    for naar in (None, elders):
        with pytest.raises(ActieFout, match=r"^Kies een vertegenwoordiger"):
            kies(dossier, consulent, naar)


@pytest.mark.parametrize("anders", [{"adres": "Postbus 12"}, {"rol": "advocaat"}], ids=["address", "role"])
def test_who_gets_the_letters_can_go_on_getting_them(dossier, consulent, anders):
    rij = voeg_toe(dossier, consulent)
    kies(dossier, consulent, rij)

    with pytest.raises(ActieFout, match=r"^P\. Jansen krijgt nu de brieven van de inwoner\."):
        betrokkene_wijzigen(betrokkene=rij, wijzigingen=anders, reden="x", by=consulent, at=moment(ON))
    with pytest.raises(ActieFout, match=r"^P\. Jansen krijgt nu de brieven van de inwoner\."):
        betrokkene_intrekken(betrokkene=rij, reden="Gestopt", by=consulent, at=moment(ON))


@pytest.mark.parametrize("anders", [{"rol": "school"}, {"adres": ""}], ids=["role", "address"])
def test_database_keeps_letters_with_a_vertegenwoordiger(dossier, consulent, anders):
    rij = voeg_toe(dossier, consulent, **anders)

    with pytest.raises(IntegrityError, match="betrokkene_met_post_vertegenwoordigt"), transaction.atomic():
        Betrokkene.objects.filter(pk=rij.pk).update(krijgt_post=True)
