"""Every action of nazorg in every status of a dossier: allowed or refused as the table says.

A refused action changes nothing and logs nothing. The table is written out, so that a change of a rule is a change of
this table too.
"""

import inspect
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.db import transaction

import nazorg.actions
from cases.models import Dossier, DossierEvent
from cases.status import Status
from nazorg.actions import brieven, toch_erkend, verbeteren
from nazorg.actions.acclimatisatie import acclimatisatie_starten as start_acclimatisatie
from nazorg.models import Acclimatisatie, Nazorgcontact
from tests.factories import moment
from tests.nazorg.eindes import (
    een_eindgrond,
    hervat_plan,
    houd_contact,
    leg_grond_vast,
    meld_niet_erkend,
    sluit_nazorg,
    stop,
    stop_nazorg,
    trek_grond_in,
    voer_eindgesprek,
)
from tests.tabellen import geweigerd, teruggedraaid

S = Status
ON = date(2027, 7, 1)
VOOR_EINDE = {S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING}
OPEN = {S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE}


def beeindigen(dossier, by):
    grond = "verhuizing"
    if dossier.status == S.ACCLIMATISATIE:
        grond, dossier.uht_status = "niet_erkend", "niet erkend"
        dossier.save()
    return stop(dossier, by, grond=grond, datum=ON)


def niet_erkend_vastleggen(dossier, by):
    return meld_niet_erkend(dossier, by, ON)


def acclimatisatie_starten(dossier, by):
    return start_acclimatisatie(dossier=dossier, datum_gemeld=ON, by=by, at=moment(ON), on=ON)


def nazorgcontact_vastleggen(dossier, by):
    return houd_contact(dossier.nazorg.contacten.first(), by, ON)


def nazorg_afsluiten(dossier, by):
    return sluit_nazorg(dossier, by, ON)


def eindgrond_vastleggen(dossier, by):
    return leg_grond_vast(dossier, by, ON)


def eindgesprek_vastleggen(dossier, by):
    return voer_eindgesprek(een_eindgrond(dossier, by), by, ON)


def eindgrond_intrekken(dossier, by):
    return trek_grond_in(een_eindgrond(dossier, by), by, ON)


def ondersteuning_hervatten(dossier, by):
    return toch_erkend.ondersteuning_hervatten(dossier=dossier, toelichting="Op bezwaar", by=by, at=moment(ON), on=ON)


def nazorg_stoppen(dossier, by):
    return stop_nazorg(dossier, by, ON)


def plan_hervatten(dossier, by):
    return hervat_plan(dossier, by, ON)


def nazorg_uitnodigen(dossier, by):
    contact = dossier.nazorg.contacten.first()
    return brieven.nazorg_uitnodigen(contact=contact, bericht="", by=by, at=moment(ON), on=ON)


def nazorgcontact_wijzigen(dossier, by):
    return _verbeter(dossier, by, verbeteren.nazorgcontact_wijzigen, wijzigingen={"terugval": True})


def nazorgcontact_intrekken(dossier, by):
    return _verbeter(dossier, by, verbeteren.nazorgcontact_intrekken)


def _verbeter(dossier, by, actie, **wat):
    contact = dossier.nazorg.contacten.first()
    Nazorgcontact.objects.filter(pk=contact.pk).update(
        gehouden_op=ON, gehouden_door=by, kanaal="telefoon", verslag="Goed."
    )
    return actie(contact=contact, reden="Vergissing.", by=by, at=moment(ON), on=ON, **wat)


def nazorg_heropenen(dossier, by):
    return verbeteren.nazorg_heropenen(dossier=dossier, reden="Vergissing.", by=by, at=moment(ON), on=ON)


# Where an action is allowed, to which status it leads, and how many events it and the actions in it write.
MATRIX = {
    beeindigen: (OPEN - {S.NAZORG}, S.AFGESLOTEN, 2),
    niet_erkend_vastleggen: (OPEN - {S.ACCLIMATISATIE}, S.ACCLIMATISATIE, 2),
    acclimatisatie_starten: (OPEN - {S.ACCLIMATISATIE}, S.ACCLIMATISATIE, 1),
    nazorgcontact_vastleggen: ({S.NAZORG}, S.NAZORG, 1),
    nazorg_afsluiten: ({S.NAZORG}, S.AFGESLOTEN, 1),
    plan_hervatten: ({S.NAZORG}, S.UITVOERING, 1),
    **dict.fromkeys((eindgrond_vastleggen, eindgesprek_vastleggen, eindgrond_intrekken), (VOOR_EINDE, None, 1)),
    nazorg_uitnodigen: ({S.NAZORG}, S.NAZORG, 1),
    nazorg_stoppen: ({S.ACCLIMATISATIE}, S.ACCLIMATISATIE, 1),
    ondersteuning_hervatten: ({S.ACCLIMATISATIE}, S.UITVOERING, 1),
    **dict.fromkeys((nazorgcontact_wijzigen, nazorgcontact_intrekken), (set(S) - {S.INGETROKKEN}, None, 1)),
    nazorg_heropenen: ({S.AFGESLOTEN}, S.NAZORG, 1),
}


@pytest.mark.parametrize("actie", MATRIX, ids=lambda actie: actie.__name__)
def test_action_is_allowed_or_refused_as_the_table_says(in_nazorg, consulent, actie):
    toegestaan, naar, events = MATRIX[actie]
    if actie in (nazorg_stoppen, ondersteuning_hervatten, beeindigen):
        Acclimatisatie.objects.create(dossier=in_nazorg, datum_gemeld=ON)

    for status in Status:
        with teruggedraaid(f"In {status}"):
            Dossier.objects.filter(pk=in_nazorg.pk).update(status=status)
            dossier = Dossier.objects.get(pk=in_nazorg.pk)
            if status in toegestaan:
                gelogd = DossierEvent.objects.count()
                actie(dossier, consulent)

                dossier.refresh_from_db()
                assert dossier.status == (naar or status)
                assert DossierEvent.objects.count() == gelogd + events
                continue
            # What an action needs is made within it here, and goes with it.
            with geweigerd(rf"kan niet: dit dossier staat op '{status.label}'\.$"), transaction.atomic():
                actie(dossier, consulent)


def test_every_action_of_nazorg_is_in_the_table():
    """An action is a public function with `by` and `at`: who did it and when."""
    gevonden = set()
    for module in iter_modules(nazorg.actions.__path__, "nazorg.actions."):
        for naam, functie in inspect.getmembers(import_module(module.name), inspect.isfunction):
            eigen = functie.__module__ == module.name and not naam.startswith("_")
            if eigen and {"by", "at"} <= set(inspect.signature(functie).parameters):
                gevonden.add(naam)

    # parts of other actions: taking an end back goes with its besluit (test_heropenen.py), so does closing a traject
    assert gevonden - {"heropenen", "hervat", "sluit_traject"} == {actie.__name__ for actie in MATRIX}
