"""Every action of cases in every status of a dossier: allowed or refused as the table says.

A refused action changes nothing and logs nothing. The table is written out, so that who changes a rule changes it here
too.
"""

import inspect
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.apps import apps
from django.db import transaction

import cases.actions
from cases.actions import aanmelden, bsn, documenten, verdelen
from cases.actions import dossier as acties
from cases.actions.basis import ActieFout
from cases.keuzes import (
    Contactuitkomst,
    Documentsoort,
    Doelgroep,
    Kanaal,
    Leefgebied,
    UhtStatus,
    VerificatieAntwoord,
    VerificatieKanaal,
)
from cases.models import Controlepunt, Dossier, DossierEvent, Driegesprek
from cases.status import Status
from tests.cases import bestandsvoorbeelden
from tests.factories import UserFactory, moment

ON = date(2026, 3, 20)
DAG = date(2026, 3, 12)
NA = {"at": moment(ON), "on": ON}

S = Status
OPEN = {S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE}
VOOR_HET_GESPREK = {S.AANMELDING, S.EERSTE_GESPREK}
ALTIJD = set(Status)


def toewijzen(dossier, by):
    return acties.toewijzen(dossier=dossier, casusregisseur=by, by=by, at=moment(ON))


def samen_toewijzen(dossier, by):
    """Refuses a dossier by leaving it out; here it is the only one."""
    uitslag = verdelen.samen_toewijzen(dossiers=[dossier], casusregisseur=by, by=by, at=moment(ON))
    if uitslag.geweigerd:
        raise ActieFout(uitslag.geweigerd[dossier.nummer])


def werk_overnemen(dossier, by):
    van = UserFactory()
    Dossier.objects.filter(pk=dossier.pk).update(casusregisseur=van)
    uitslag = verdelen.werk_overnemen(
        gemeente=dossier.gemeente,
        van=van,
        verdeling={dossier: by},
        taken_naar=by,
        by=by,
        at=moment(ON),
        reden="weg",
    )
    if uitslag.geweigerd:
        Dossier.objects.filter(pk=dossier.pk).update(casusregisseur=None)
        van.delete()
        raise ActieFout(uitslag.geweigerd[dossier.nummer])


def contact_vastleggen(dossier, by):
    return acties.contact_vastleggen(
        dossier=dossier,
        datum=DAG,
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GESPROKEN,
        tekst="",
        by=by,
        **NA,
    )


def verificatie_vastleggen(dossier, by):
    return acties.verificatie_vastleggen(
        dossier=dossier,
        datum_gevraagd=DAG,
        kanaal=VerificatieKanaal.TELEFOON,
        antwoord=VerificatieAntwoord.BEVESTIGD,
        datum_antwoord=DAG,
        by=by,
        **NA,
    )


def eerste_gesprek_vastleggen(dossier, by):
    hulpvragen = {Leefgebied.WONEN: "De vloer is kapot."}
    return acties.eerste_gesprek_vastleggen(
        dossier=dossier, datum=DAG, kanaal=Kanaal.KANTOOR, verslag="", hulpvragen=hulpvragen, by=by, **NA
    )


def driegesprek_vastleggen(dossier, by):
    return acties.driegesprek_vastleggen(
        dossier=dossier,
        datum=DAG,
        aanvrager="De inwoner",
        plaats="Online",
        derde=Driegesprek.Derde.UHT,
        deelnemers="N. Berkhout",
        onderwerpen="Uitleg",
        verslag="",
        by=by,
        **NA,
    )


def persoon_wijzigen(dossier, by):
    wijzigingen = {"telefoon": "06 5555 0000"}
    return aanmelden.persoon_wijzigen(dossier=dossier, wijzigingen=wijzigingen, reden="Belde", by=by, at=moment(ON))


def doelgroep_wijzigen(dossier, by):
    return aanmelden.doelgroep_wijzigen(
        dossier=dossier, doelgroep=Doelgroep.KIND, reden="levering", by=by, at=moment(ON)
    )


def uht_status_vastleggen(dossier, by):
    return aanmelden.uht_status_vastleggen(
        dossier=dossier, status=UhtStatus.ERKEND, datum_feit=DAG, datum_gemeld=DAG, bron="levering", by=by, **NA
    )


def controlepunt_afhandelen(dossier, by):
    punt = aanmelden.controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort.PORTAAL, tekst="Kijk dit na.")
    return aanmelden.controlepunt_afhandelen(punt=punt, toelichting="Klopt.", by=by, at=moment(ON))


def document_toevoegen(dossier, by):
    return documenten.document_toevoegen(
        dossier=dossier,
        soort=Documentsoort.BRIEF,
        onderwerp="Brief",
        datum=DAG,
        inhoud=bestandsvoorbeelden.pdf(),
        by=by,
        **NA,
    )


def bsn_tonen(dossier, by):
    return bsn.bsn_tonen(dossier=dossier, by=by, at=moment(ON))


MATRIX = {
    toewijzen: OPEN,
    samen_toewijzen: OPEN,
    werk_overnemen: OPEN,
    contact_vastleggen: OPEN,
    verificatie_vastleggen: VOOR_HET_GESPREK,
    eerste_gesprek_vastleggen: VOOR_HET_GESPREK,
    driegesprek_vastleggen: OPEN,
    # These rights do not end with the support: to be written down right, and to have one's papers kept.
    persoon_wijzigen: ALTIJD,
    doelgroep_wijzigen: ALTIJD,
    uht_status_vastleggen: ALTIJD,
    controlepunt_afhandelen: ALTIJD,
    document_toevoegen: ALTIJD,
    bsn_tonen: ALTIJD,
}
# The status after an allowed action; where nothing is named it stays.
NIEUWE_STATUS = {
    (verificatie_vastleggen, S.AANMELDING): S.EERSTE_GESPREK,
    (eerste_gesprek_vastleggen, S.AANMELDING): S.PLAN_VAN_AANPAK,
    (eerste_gesprek_vastleggen, S.EERSTE_GESPREK): S.PLAN_VAN_AANPAK,
    (uht_status_vastleggen, S.GEEN_RECHT): S.AANMELDING,
}
GEVALLEN = [
    pytest.param(actie, status, status in toegestaan, id=f"{actie.__name__}-{status}")
    for actie, toegestaan in MATRIX.items()
    for status in Status
]


def alles():
    """Give every row of every table of cases, to compare before and after."""
    return {
        model.__name__: list(model.objects.order_by("pk").values_list())
        for model in apps.get_app_config("cases").get_models()
    }


@pytest.mark.parametrize(("actie", "status", "mag"), GEVALLEN)
def test_action_is_allowed_or_refused_as_the_table_says(dossier, consulent, actie, status, mag):
    dossier.status = status
    dossier.save()
    voor, events = alles(), DossierEvent.objects.count()

    if mag:
        actie(dossier, consulent)

        dossier.refresh_from_db()
        assert dossier.status == NIEUWE_STATUS.get((actie, status), status)
        assert DossierEvent.objects.count() == events + 1
    else:
        with pytest.raises(ActieFout, match=rf"kan niet: dit dossier staat op '{status.label}'\.$"):
            actie(dossier, consulent)

        assert alles() == voor


def test_every_action_on_a_dossier_is_in_the_table():
    """An action is a public function with `by` and `at`: who did it and when."""
    gevonden = set()
    for module in iter_modules(cases.actions.__path__, "cases.actions."):
        for naam, functie in inspect.getmembers(import_module(module.name), inspect.isfunction):
            parameters = inspect.signature(functie).parameters
            eigen = functie.__module__ == module.name and not naam.startswith("_")
            if eigen and module.name != "cases.actions.basis" and {"by", "at"} <= set(parameters):
                gevonden.add(naam)

    assert gevonden - {"aanmelden"} == {actie.__name__ for actie in MATRIX}


def test_refusal_inside_a_larger_action_undoes_all_of_it(dossier, consulent):
    voor = alles()

    with pytest.raises(ActieFout), transaction.atomic():
        [stap(dossier, consulent) for stap in (contact_vastleggen, eerste_gesprek_vastleggen, verificatie_vastleggen)]

    assert alles() == voor
