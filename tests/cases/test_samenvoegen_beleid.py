"""The beleid of two dossiers that become one: that of the start, unless a coördinator chose another (decision 1263)."""

from datetime import date

import pytest
from django.urls import reverse

from cases.actions.aanmelddatum import aanmelddatum_wijzigen
from cases.actions.dossierbeleid import beleid_kiezen
from cases.models import Dossier
from cases.views.samenvoegen import vergelijk
from tests.cases.test_actions_samenvoegen import NA, voeg_samen
from tests.factories import BeleidFactory, maak_dossier
from tests.wegen import voer_eerste_gesprek

JANUARI, LATER = date(2026, 1, 12), date(2026, 3, 18)


@pytest.fixture
def anders(gemeente):
    """Beleid that the calendar gives nobody who came in 2026."""
    return BeleidFactory(gemeente=gemeente, geldig_vanaf=date(2019, 1, 1))


@pytest.fixture
def ander(gemeente):
    """The same person, who came in January."""
    return maak_dossier(gemeente, datum=JANUARI, bsn="")


def kies(dossier, beleid, by):
    beleid_kiezen(dossier=dossier, beleid=beleid, reden="Gunstiger", by=by, **NA)
    dossier.refresh_from_db()


def na_samenvoegen(dossier, ander, by):
    voeg_samen(dossier, ander, by)
    dossier.refresh_from_db()
    return dossier.datum_aanmelding, dossier.beleid


@pytest.fixture
def toen(dossier):
    """The beleid that both began with."""
    return dossier.beleid


def test_beleid_that_somebody_chose_stays(dossier, ander, toen, anders, coordinator):
    kies(dossier, anders, coordinator)

    assert na_samenvoegen(dossier, ander, coordinator) == (JANUARI, anders)


def test_beleid_that_was_chosen_where_it_began_comes_along(dossier, ander, toen, anders, coordinator):
    kies(ander, anders, coordinator)

    assert na_samenvoegen(dossier, ander, coordinator) == (JANUARI, anders)


def test_dossier_that_began_first_keeps_its_beleid(gemeente, dossier, toen, coordinator):
    """Also when the calendar gives another now, that was entered later."""
    BeleidFactory(gemeente=gemeente, geldig_vanaf=date(2022, 1, 1))
    later = maak_dossier(gemeente, datum=LATER, bsn="")

    assert na_samenvoegen(dossier, later, coordinator) == (date(2026, 3, 2), toen)


def test_choice_that_a_correction_of_the_day_undid_does_not_stand(dossier, ander, toen, anders, coordinator):
    kies(dossier, anders, coordinator)
    aanmelddatum_wijzigen(dossier=dossier, datum=date(2026, 3, 3), reden="Typefout", by=coordinator, **NA)
    Dossier.objects.filter(pk=dossier.pk).update(beleid=toen)
    nieuw = BeleidFactory(gemeente=dossier.gemeente, geldig_vanaf=date(2022, 1, 1))

    assert na_samenvoegen(dossier, ander, coordinator) == (JANUARI, nieuw)


def test_after_the_eerste_gesprek_the_beleid_stays(gemeente, dossier, ander, toen, coordinator):
    voer_eerste_gesprek(dossier, coordinator, date(2026, 3, 12))
    BeleidFactory(gemeente=gemeente, geldig_vanaf=date(2022, 1, 1))

    assert na_samenvoegen(dossier, ander, coordinator) == (JANUARI, toen)


def test_comparison_shows_both(client, dossier, ander, toen, anders, coordinator):
    kies(ander, anders, coordinator)

    (regel,) = [rij for rij in vergelijk(dossier, ander) if rij.naam == "Beleid"]

    assert (regel.hier, regel.daar, regel.is_anders) == (str(toen), str(anders), True)
    client.force_login(coordinator)
    assert str(anders) in client.get(reverse("samenvoegen_met", args=[dossier.nummer, ander.nummer])).text
