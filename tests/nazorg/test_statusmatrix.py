"""Every action of nazorg in every status of a dossier: allowed or refused as the table says.

A refused action changes nothing and logs nothing. The table is written out, so that a change of a rule is a change of
this table too.
"""

import inspect
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

import pytest

import nazorg.actions
from cases.actions.basis import ActieFout
from cases.models import DossierEvent
from cases.status import Status
from nazorg.actions.acclimatisatie import acclimatisatie_starten as start_acclimatisatie
from tests.factories import moment
from tests.nazorg.eindes import houd_contact, meld_niet_erkend, sluit_nazorg, stop
from tests.tabellen import alles

S = Status
ON = date(2027, 7, 1)
OPEN = {S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE}


def beeindigen(dossier, by):
    grond = "niet_erkend" if dossier.status == S.ACCLIMATISATIE else "verhuizing"
    return stop(dossier, by, grond=grond, datum=ON)


def niet_erkend_vastleggen(dossier, by):
    return meld_niet_erkend(dossier, by, ON)


def acclimatisatie_starten(dossier, by):
    return start_acclimatisatie(dossier=dossier, datum_gemeld=ON, by=by, at=moment(ON), on=ON)


def nazorgcontact_vastleggen(dossier, by):
    return houd_contact(dossier.nazorg.contacten.first(), by, ON)


def nazorg_afsluiten(dossier, by):
    return sluit_nazorg(dossier, by, ON)


# Where an action is allowed, to which status it leads, and how many events it and the actions in it write.
MATRIX = {
    beeindigen: (OPEN - {S.NAZORG}, S.AFGESLOTEN, 2),
    niet_erkend_vastleggen: (OPEN - {S.ACCLIMATISATIE}, S.ACCLIMATISATIE, 2),
    acclimatisatie_starten: (OPEN - {S.ACCLIMATISATIE}, S.ACCLIMATISATIE, 1),
    nazorgcontact_vastleggen: ({S.NAZORG}, S.NAZORG, 1),
    nazorg_afsluiten: ({S.NAZORG}, S.AFGESLOTEN, 1),
}
GEVALLEN = [pytest.param(actie, status, id=f"{actie.__name__}-{status}") for actie in MATRIX for status in Status]


@pytest.mark.parametrize(("actie", "status"), GEVALLEN)
def test_action_is_allowed_or_refused_as_the_table_says(in_nazorg, consulent, actie, status):
    toegestaan, naar, events = MATRIX[actie]
    in_nazorg.status = status
    in_nazorg.save()
    voor, gelogd = alles(), DossierEvent.objects.count()

    if status in toegestaan:
        actie(in_nazorg, consulent)

        in_nazorg.refresh_from_db()
        assert in_nazorg.status == naar
        assert DossierEvent.objects.count() == gelogd + events
    else:
        with pytest.raises(ActieFout, match=rf"kan niet: dit dossier staat op '{status.label}'\.$"):
            actie(in_nazorg, consulent)

        assert alles() == voor


def test_every_action_of_nazorg_is_in_the_table():
    """An action is a public function with `by` and `at`: who did it and when."""
    gevonden = set()
    for module in iter_modules(nazorg.actions.__path__, "nazorg.actions."):
        for naam, functie in inspect.getmembers(import_module(module.name), inspect.isfunction):
            eigen = functie.__module__ == module.name and not naam.startswith("_")
            if eigen and {"by", "at"} <= set(inspect.signature(functie).parameters):
                gevonden.add(naam)

    assert gevonden == {actie.__name__ for actie in MATRIX}
