"""What a dossier says of itself for the lists follows what is recorded: its leefgebieden, a gezin that is shared."""

from datetime import date

import pytest

from accounts.rollen import Rol
from cases.actions import gezin as gezinnen
from cases.actions.eerste_gesprek import eerste_gesprek_intrekken
from cases.actions.gesprekken import eerste_gesprek_vastleggen, gesprek_intrekken, gesprek_vastleggen
from cases.actions.hulpvragen import hulpvraag_intrekken, hulpvraag_wijzigen
from cases.actions.intrekken import dossier_herstellen, dossier_intrekken
from cases.actions.samenvoegen import samenvoegen
from cases.keuzes import Kanaal, Leefgebied
from cases.models import Dossier, Gesprek, Hulpvraag
from tests.cases.test_bewaking_concurrent import tegelijk
from tests.factories import BeleidFactory, GemeenteFactory, maak_dossier, maak_user, moment
from tests.haltes import halte

EERSTE, TWEEDE, ON = date(2026, 3, 12), date(2026, 3, 18), date(2026, 3, 20)
KNOP = {"reden": "Verkeerd vastgelegd", "at": moment(ON)}
pytestmark = pytest.mark.django_db


def spreek(dossier, by, datum, *leefgebieden, doe=gesprek_vastleggen, **anders):
    hulpvragen = dict.fromkeys(leefgebieden, "Ik wil hier hulp bij.")
    wat = {"kanaal": Kanaal.KANTOOR, "verslag": "", "hulpvragen": hulpvragen, "by": by, "at": moment(ON), "on": ON}
    return doe(dossier=dossier, datum=datum, **wat, **anders)


def leefgebieden(dossier):
    return Dossier.objects.values_list("leefgebieden", flat=True).get(pk=dossier.pk)


@halte
def gesproken(dossier, consulent):
    eerste = Leefgebied.ZORG, Leefgebied.WONEN
    spreek(dossier, consulent, EERSTE, *eerste, doe=eerste_gesprek_vastleggen)
    return dossier


def later(dossier, by):
    return spreek(dossier, by, TWEEDE, Leefgebied.WONEN, Leefgebied.WERK, aanwezig="", urgentie={})


def test_leefgebieden_are_those_of_every_gesprek_once(gesproken, consulent):
    assert leefgebieden(gesproken) == ["wonen", "zorg"]

    later(gesproken, consulent)

    assert leefgebieden(gesproken) == ["werk", "wonen", "zorg"]


def test_a_hulpvraag_that_moves_takes_its_leefgebied_along(gesproken, consulent):
    hulpvraag = Hulpvraag.objects.get(leefgebied="zorg")

    hulpvraag_wijzigen(hulpvraag=hulpvraag, wijzigingen={"leefgebied": Leefgebied.GEZIN}, by=consulent, **KNOP)

    assert leefgebieden(gesproken) == ["gezin", "wonen"]


def test_what_is_withdrawn_counts_no_more(gesproken, consulent):
    gesprek = later(gesproken, consulent)

    gesprek_intrekken(gesprek=gesprek, by=consulent, on=ON, **KNOP)
    assert leefgebieden(gesproken) == ["wonen", "zorg"]

    hulpvraag_intrekken(hulpvraag=Hulpvraag.objects.get(leefgebied="zorg"), by=consulent, **KNOP)
    assert leefgebieden(gesproken) == ["wonen"]

    eerste_gesprek_intrekken(gesprek=Gesprek.objects.get(is_eerste_gesprek=True), by=consulent, on=ON, **KNOP)
    assert leefgebieden(gesproken) == []


def test_a_merge_takes_the_leefgebieden_along(gesproken, consulent, gemeente):
    over = maak_dossier(gemeente, bsn="")

    wat = {"van_ander": [], "gezien": ("geboortedatum", "naam"), "by": consulent, "on": ON}
    samenvoegen(dossier=over, ander=gesproken, **wat, **KNOP)

    assert (leefgebieden(over), leefgebieden(gesproken)) == (["wonen", "zorg"], [])


def delers():
    return set(Dossier.objects.filter(deelt_gezin=True).values_list("persoon__achternaam", flat=True))


@pytest.fixture
def drie(gemeente):
    """Three dossiers of which the first two are of one gezin."""
    een, twee, drie = (maak_dossier(gemeente, bsn="", achternaam=naam) for naam in ("Een", "Twee", "Drie"))
    Dossier.objects.filter(pk=twee.pk).update(gezin=een.gezin)
    twee.refresh_from_db()
    return een, twee, drie


def test_linked_dossiers_share_a_gezin_and_unlinked_ones_do_not(drie, consulent):
    een, twee, derde = drie
    assert delers() == {"Een", "Twee"}

    gezinnen.gezin_koppelen(dossier=derde, ander=een, by=consulent, **KNOP)
    assert delers() == {"Een", "Twee", "Drie"}

    gezinnen.gezin_ontkoppelen(dossier=een, by=consulent, **KNOP)
    assert delers() == {"Twee", "Drie"}

    gezinnen.gezin_ontkoppelen(dossier=twee, by=consulent, **KNOP)
    assert delers() == set()


def test_a_withdrawn_dossier_is_nobody_to_share_with(drie, consulent):
    een, _, _ = drie

    dossier_intrekken(dossier=een, by=consulent, **KNOP)
    assert delers() == {"Een"}  # the other one is still there, for who looks at what was withdrawn

    dossier_herstellen(dossier=een, by=consulent, on=ON, **KNOP)
    assert delers() == {"Een", "Twee"}


def test_a_merge_brings_the_gezin_of_the_other_along(drie, consulent):
    een, _, derde = drie

    gezien = ("geboortedatum", "naam")
    samenvoegen(dossier=derde, ander=een, van_ander=[], gezien=gezien, by=consulent, on=ON, **KNOP)

    assert delers() >= {"Twee", "Drie"}
    assert set(Dossier.objects.filter(deelt_gezin=True).zonder_ingetrokken().values_list("pk", flat=True)) == {
        drie[1].pk,
        derde.pk,
    }


@pytest.mark.django_db(transaction=True)
def test_two_dossiers_of_one_gezin_are_withdrawn_at_the_same_moment():
    """Each changes the mark of the other: without one order of locks they would wait for each other for ever."""
    gemeente = GemeenteFactory()
    BeleidFactory(gemeente=gemeente)
    by = maak_user(Rol.COORDINATOR, gemeente)
    een, twee = maak_dossier(gemeente), maak_dossier(gemeente, bsn="")
    Dossier.objects.filter(pk=twee.pk).update(gezin=een.gezin)

    tegelijk(*(lambda dossier=dossier: dossier_intrekken(dossier=dossier, by=by, **KNOP) for dossier in (een, twee)))

    assert set(Dossier.objects.values_list("status", "deelt_gezin")) == {("ingetrokken", False)}
