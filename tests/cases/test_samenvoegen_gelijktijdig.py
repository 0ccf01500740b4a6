"""Two coördinatoren merge the same two dossiers at the same moment, each the other way round."""

from datetime import date

import pytest

from accounts.rollen import Rol
from cases.actions.aanmelden import persoon_wijzigen
from cases.actions.basis import ActieFout
from cases.actions.persoon import persoon_verbeteren
from cases.actions.samenvoegen import samenvoegen
from cases.models import Dossier, DossierIntrekking, Persoon
from tests.cases.test_bewaking_concurrent import tegelijk
from tests.factories import BeleidFactory, GemeenteFactory, maak_dossier, maak_user, moment
from tests.sloten import terwijl

ON = date(2026, 3, 20)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def mensen():
    gemeente = GemeenteFactory()
    BeleidFactory(gemeente=gemeente)
    coordinator = maak_user(Rol.COORDINATOR, gemeente, email="coordinator@voorbeeld.example")
    return maak_dossier(gemeente), maak_dossier(gemeente, bsn=""), coordinator


def poging(functie):
    """Give what came of it, as a word: a refusal is no fault."""

    def roep():
        try:
            functie()
        except ActieFout:
            return "geweigerd"
        return "gelukt"

    return roep


def test_one_of_two_merges_is_refused(mensen):
    een, ander, by = mensen

    def voeg(door, op):
        return poging(
            lambda: samenvoegen(dossier=door, ander=op, van_ander=[], reden="Dubbel", by=by, at=moment(ON), on=ON)
        )

    uitkomst = tegelijk(voeg(een, ander), voeg(ander, een))

    assert sorted(uitkomst) == ["gelukt", "geweigerd"]
    assert Dossier.objects.filter(status="ingetrokken").count() == 1
    assert DossierIntrekking.objects.count() == 1


def test_one_of_two_takes_a_bsn(mensen):
    een, ander, by = mensen

    def geef(dossier):
        return poging(
            lambda: persoon_verbeteren(
                dossier=dossier, wijzigingen={"bsn": "999990019"}, reden="Typefout", by=by, at=moment(ON)
            )
        )

    uitkomst = tegelijk(geef(een), geef(ander))

    assert sorted(uitkomst) == ["gelukt", "geweigerd"]
    assert Persoon.objects.filter(bsn="999990019").count() == 1


@pytest.mark.parametrize(("gaat_op", "komt_ervan"), [(False, "gelukt"), (True, "geweigerd")])
def test_address_that_becomes_geheim_during_a_merge_stays_open_in_neither(mensen, gaat_op, komt_ervan):
    """It waits for the merge: then it hides what was taken in too, or hears in which dossier to do it."""
    een, ander, by = mensen
    welke = ander if gaat_op else een
    maak_geheim = poging(
        lambda: persoon_wijzigen(
            dossier=welke, wijzigingen={"geheim_adres": True}, reden="Gevlucht", by=by, at=moment(ON)
        )
    )

    uitkomst = terwijl(
        lambda: samenvoegen(dossier=een, ander=ander, van_ander=[], reden="Dubbel", by=by, at=moment(ON), on=ON),
        maak_geheim,
    )

    assert uitkomst == komt_ervan
    assert set(Persoon.objects.values_list("geheim_adres", flat=True)) == {not gaat_op}
