"""Every action on one voorziening in every status of a dossier: work on a voorstel, delivery of what was granted.

A refused action changes nothing and logs nothing; an allowed one writes one event.
"""

import inspect
from dataclasses import replace
from decimal import Decimal
from importlib import import_module

import pytest

from cases.models import Dossier, DossierEvent
from cases.status import Status
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.actions.prijs import onderbouwing_weghalen, prijs_onderbouwen
from planvanaanpak.actions.sanering import sanering_vastleggen, sanering_weghalen
from planvanaanpak.actions.verstrekking import verstrekking_intrekken
from planvanaanpak.models import Saneringskrediet
from tests.factories import moment
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.voorzieningstappen import KREDIET, SANERING, lever
from tests.tabellen import geweigerd, teruggedraaid
from tests.wegen import DRIE_KOELKASTEN, KOELKAST

S = Status
VOORSTEL = {S.PLAN_VAN_AANPAK, S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE}
TOEGEKEND = {S.UITVOERING, S.ACCLIMATISATIE, S.NAZORG, S.AFGESLOTEN}
NU = {"at": moment(VANDAAG), "on": VANDAAG}

pytestmark = pytest.mark.django_db


def een_voorstel(besluit, by):
    gegevens = KOELKAST | {"omschrijving": "Bed"}
    return voorziening_bewaren(plan=besluit.dossier.plan, gegevens=gegevens, by=by, at=moment(VANDAAG))


def een_krediet(besluit, by):
    gegevens = KREDIET | {"voorstel": "afwijzen", "weigeringsgrond": "Te laat"}
    krediet = voorziening_bewaren(plan=besluit.dossier.plan, gegevens=gegevens, by=by, at=moment(VANDAAG))
    Saneringskrediet.objects.create(voorziening=krediet, **SANERING)
    return krediet


def toegekend(besluit, by):
    return besluit.voorzieningen.get(omschrijving="Koelkast")


def geleverd(besluit, by):
    return lever(toegekend(besluit, by), by, VANDAAG)


def _prijs(rij, by):
    prijs_onderbouwen(voorziening=rij, onderbouwing=replace(DRIE_KOELKASTEN, aantal=Decimal(2)), by=by, **NU)


def _geen_prijs(rij, by):
    onderbouwing_weghalen(voorziening=rij, by=by, at=moment(VANDAAG))


def _sanering(rij, by):
    sanering_vastleggen(voorziening=rij, gegevens=SANERING | {"toelichting": "Anders."}, by=by, **NU)


def _geen_sanering(rij, by):
    sanering_weghalen(voorziening=rij, by=by, at=moment(VANDAAG), on=VANDAAG)


def _levering(rij, by):
    lever(rij, by, VANDAAG)


def _toch_niet(rij, by):
    verstrekking_intrekken(verstrekking=rij, reden="Fout", by=by, at=moment(VANDAAG))


MATRIX = {
    "prijs_onderbouwen": (een_voorstel, _prijs, VOORSTEL),
    "onderbouwing_weghalen": (een_voorstel, _geen_prijs, VOORSTEL),
    "sanering_vastleggen": (een_krediet, _sanering, VOORSTEL),
    "sanering_weghalen": (een_krediet, _geen_sanering, VOORSTEL),
    "verstrekking_vastleggen": (toegekend, _levering, TOEGEKEND),
    "verstrekking_intrekken": (geleverd, _toch_niet, TOEGEKEND),
}


@pytest.mark.parametrize("naam", MATRIX)
def test_action_is_allowed_or_refused_as_the_table_says(besluit, consulent, naam):
    maak, actie, toegestaan = MATRIX[naam]
    gemaakt = maak(besluit, consulent)

    for status in Status:
        with teruggedraaid(f"In {status}"):
            Dossier.objects.filter(pk=besluit.dossier_id).update(status=status)
            rij = type(gemaakt).objects.get(pk=gemaakt.pk)
            if status in toegestaan:
                events = DossierEvent.objects.count()
                actie(rij, consulent)
                assert DossierEvent.objects.count() == events + 1
                continue
            with geweigerd(rf"kan niet: dit dossier staat op '{status.label}'\.$"):
                actie(rij, consulent)


def test_every_action_on_a_voorziening_is_in_the_table():
    gevonden = set()
    for module in ("prijs", "sanering", "verstrekking"):
        pad = f"planvanaanpak.actions.{module}"
        for naam, functie in inspect.getmembers(import_module(pad), inspect.isfunction):
            if functie.__module__ == pad and {"by", "at"} <= set(inspect.signature(functie).parameters):
                gevonden.add(naam)

    assert gevonden == set(MATRIX)


@pytest.mark.parametrize(
    "naam", ["prijs_onderbouwen", "onderbouwing_weghalen", "sanering_vastleggen", "sanering_weghalen"]
)
def test_what_was_decided_on_does_not_change(besluit, consulent, naam):
    _, actie, _ = MATRIX[naam]
    with geweigerd("Over deze voorziening is al beslist"):
        actie(toegekend(besluit, consulent), consulent)
