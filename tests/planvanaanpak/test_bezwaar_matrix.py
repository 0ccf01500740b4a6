"""Every action on a bezwaar in every status of a dossier: it goes on after the support ended, and nowhere else.

A refused action changes nothing and logs nothing.
"""

import inspect
from importlib import import_module

import pytest

from cases.actions.basis import ActieFout
from cases.models import Dossier, DossierEvent
from cases.status import Status
from planvanaanpak.actions import bezwaar as acties
from planvanaanpak.actions import bezwaarbrieven, hoorzitting
from planvanaanpak.actions.beroep import beroep_weghalen as haal_beroep_weg
from planvanaanpak.actions.beroep import beroep_wijzigen as wijzig_beroep
from planvanaanpak.actions.bezwaarbesluit import vervolg_koppelen as koppel_vervolg
from planvanaanpak.bezwaarkeuzes import Dictum, Vervolg
from planvanaanpak.models import Beroep, Besluit, Bezwaar
from tests.factories import moment
from tests.planvanaanpak import bezwaarstappen as stappen
from tests.planvanaanpak.bezwaarstappen import BESLOTEN, ONTVANGEN
from tests.planvanaanpak.test_actions_bezwaar import leg_beroep_vast, trek_in
from tests.planvanaanpak.test_indieners import EX
from tests.planvanaanpak.test_indieners import wijzig as wijzig_indiener
from tests.planvanaanpak.test_rechtstreeks import beslis as beslis_rechtstreeks
from tests.tabellen import geweigerd, teruggedraaid

S = Status
MET_BEZWAAR = {
    S.AANMELDING, S.EERSTE_GESPREK, S.PLAN_VAN_AANPAK, S.UITVOERING, S.NAZORG, S.ACCLIMATISATIE, S.AFGESLOTEN,
}  # fmt: skip
MODULES = ("bezwaar", "bezwaarbesluit", "bezwaarbrieven", "hoorzitting", "beroep", "indiener", "rechtstreeks")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]


def bezwaar_vastleggen(besluit, by, jurist):
    return stappen.maak_bezwaar(besluit, by)


def met_bezwaar(besluit, by, jurist):
    return stappen.maak_bezwaar(besluit, by, document=None)


def te_laat(besluit, by, jurist):
    return stappen.maak_bezwaar(besluit, by, on=BESLOTEN)


def met_commissie(besluit, by, jurist):
    return stappen.maak_bezwaar(besluit, by, commissie=True)


def met_zitting(besluit, by, jurist):
    bezwaar = stappen.maak_bezwaar(besluit, by)
    stappen.plan_zitting(bezwaar, by)
    return bezwaar


def klaar(besluit, by, jurist):
    return stappen.maak_klaar(stappen.maak_bezwaar(besluit, by), by)


def gegrond(besluit, by, jurist):
    """Decide, and let a besluit be there that can follow."""
    bezwaar = klaar(besluit, by, jurist)
    stappen.beslis(bezwaar, jurist, Dictum.GEGROND, gevolg="Een bed.", vervolg=Vervolg.NIEUW_BESLUIT)
    velden = {
        veld.attname: getattr(besluit, veld.attname) for veld in Besluit._meta.concrete_fields if veld.name != "id"
    }
    Besluit.objects.create(**{**velden, "nummer": "9901-B-2026-00009", "vastgesteld_op": moment(BESLOTEN, uur=15)})
    return Bezwaar.objects.get(pk=bezwaar.pk)


def met_beroep(besluit, by, jurist):
    bezwaar = stappen.maak_bezwaar(besluit, by)
    leg_beroep_vast(bezwaar, by)
    return bezwaar


def van_ander(besluit, by, jurist):
    return stappen.maak_bezwaar(besluit, by, **EX)


def met_verzoek(besluit, by, jurist):
    return stappen.maak_bezwaar(besluit, by, rechtstreeks=True)


def indiener_wijzigen(bezwaar, by, jurist):
    wijzig_indiener(bezwaar, by, relatie="zus")


def rechtstreeks_beslissen(bezwaar, by, jurist):
    beslis_rechtstreeks(bezwaar, jurist, instemmen=False)


def bezwaar_wijzigen(bezwaar, by, jurist):
    wie = {"by": by, "at": moment(ONTVANGEN), "on": ONTVANGEN}
    acties.bezwaar_wijzigen(bezwaar=bezwaar, wijzigingen={"gronden": "Meer."}, reden="x", **wie)


def verschoonbaarheid_beslissen(bezwaar, by, jurist):
    wat = {"verschoonbaar": True, "reden": "Ziek."}
    acties.verschoonbaarheid_beslissen(bezwaar=bezwaar, **wat, by=jurist, at=moment(BESLOTEN))


def advies_vastleggen(bezwaar, by, jurist):
    stappen.leg_advies_vast(bezwaar, by)


def intrekking_vastleggen(bezwaar, by, jurist):
    trek_in(bezwaar, by, document=bezwaar.document)


def bezwaar_weghalen(bezwaar, by, jurist):
    acties.bezwaar_weghalen(bezwaar=bezwaar, reden="x", by=by, at=moment(ONTVANGEN))


def ontvangst_bevestigen(bezwaar, by, jurist):
    stappen.bevestig(bezwaar, by)


def uitnodiging_maken(bezwaar, by, jurist):
    bezwaarbrieven.uitnodiging_maken(bezwaar=bezwaar, by=by, at=moment(ONTVANGEN), on=ONTVANGEN)


def hoorzitting_plannen(bezwaar, by, jurist):
    stappen.plan_zitting(bezwaar, by)


def hoorzitting_gehouden(bezwaar, by, jurist):
    stappen.houd_zitting(bezwaar, by)


def hoorzitting_afzeggen(bezwaar, by, jurist):
    hoorzitting.hoorzitting_afzeggen(bezwaar=bezwaar, reden="x", by=by, at=moment(ONTVANGEN))


def afzien_van_horen(bezwaar, by, jurist):
    stappen.zie_af(bezwaar, by)


def bezwaar_beslissen(bezwaar, by, jurist):
    stappen.beslis(bezwaar, jurist)


def vervolg_koppelen(bezwaar, by, jurist):
    nieuw = Besluit.objects.get(nummer="9901-B-2026-00009")
    koppel_vervolg(bezwaar=bezwaar, besluit=nieuw, by=by, at=moment(BESLOTEN))


def beroep_vastleggen(bezwaar, by, jurist):
    leg_beroep_vast(bezwaar, by)


def beroep_wijzigen(bezwaar, by, jurist):
    wie = {"by": by, "at": moment(BESLOTEN), "on": BESLOTEN}
    wijzig_beroep(beroep=Beroep.objects.get(), wijzigingen={"zaaknummer": "1"}, reden="x", **wie)


def beroep_weghalen(bezwaar, by, jurist):
    haal_beroep_weg(beroep=Beroep.objects.get(), reden="x", by=by, at=moment(BESLOTEN))


# What must be there before, how many events the action writes, and those of a document that comes with it.
MATRIX = {
    bezwaar_wijzigen: (met_bezwaar, 1),
    verschoonbaarheid_beslissen: (te_laat, 1),
    advies_vastleggen: (met_commissie, 2),
    intrekking_vastleggen: (met_bezwaar, 1),
    bezwaar_weghalen: (met_bezwaar, 1),
    ontvangst_bevestigen: (met_bezwaar, 1),
    uitnodiging_maken: (met_zitting, 1),
    hoorzitting_plannen: (met_bezwaar, 1),
    hoorzitting_gehouden: (met_zitting, 1),
    hoorzitting_afzeggen: (met_zitting, 1),
    afzien_van_horen: (met_bezwaar, 1),
    bezwaar_beslissen: (klaar, 1),
    vervolg_koppelen: (gegrond, 1),
    indiener_wijzigen: (van_ander, 1),
    rechtstreeks_beslissen: (met_verzoek, 1),
    beroep_vastleggen: (met_bezwaar, 1),
    beroep_wijzigen: (met_beroep, 1),
    beroep_weghalen: (met_beroep, 1),
}


def events(dossier):
    return DossierEvent.objects.filter(dossier=dossier).count()


@pytest.mark.parametrize("actie", MATRIX, ids=lambda actie: actie.__name__)
def test_action_in_every_status(besluit, consulent, jurist, actie):
    stappen.verstuur(besluit, consulent)
    vooraf, aantal = MATRIX[actie]
    bezwaar = vooraf(besluit, consulent, jurist)
    dossiers = Dossier.objects.filter(pk=besluit.dossier_id)

    for status in set(Status) - MET_BEZWAAR:
        dossiers.update(status=status)
        with geweigerd("kan niet: dit dossier staat op"):
            actie(bezwaar, consulent, jurist)

    dossiers.update(status=S.AFGESLOTEN)
    voor = events(besluit.dossier)
    actie(bezwaar, consulent, jurist)
    assert events(besluit.dossier) == voor + aantal


def test_receipt_in_every_status(besluit, consulent):
    stappen.verstuur(besluit, consulent)
    voor = events(besluit.dossier)

    for status in Status:
        with teruggedraaid(f"In {status}"):
            Dossier.objects.filter(pk=besluit.dossier_id).update(status=status)
            rij = Besluit.objects.get(pk=besluit.pk)
            if status in MET_BEZWAAR:
                stappen.maak_bezwaar(rij, consulent)
                assert events(rij.dossier) == voor + 2  # with the document that came in
                continue
            with pytest.raises(ActieFout, match="Een bezwaar vastleggen kan niet: dit dossier staat op"):
                stappen.maak_bezwaar(rij, consulent)
            assert (events(rij.dossier), Bezwaar.objects.count()) == (voor, 0)


def test_matrix_names_every_action():
    modules = [import_module(f"planvanaanpak.actions.{naam}") for naam in MODULES]
    acties_ = {
        naam
        for module in modules
        for naam, wat in inspect.getmembers(module, inspect.isfunction)
        if wat.__module__ == module.__name__ and "at" in inspect.signature(wat).parameters and not naam.startswith("_")
    }

    assert acties_ == {actie.__name__ for actie in MATRIX} | {"bezwaar_vastleggen"}
