"""Every action on a plan, its doelen, steps, fasen and versions in every status of a dossier, as the table says.

A refused action changes nothing and logs nothing; an allowed one writes one event.
"""

import inspect
from datetime import timedelta
from importlib import import_module

import pytest

from cases.actions.basis import ActieFout
from cases.keuzes import Leefgebied
from cases.models import Dossier, DossierEvent
from cases.status import Status
from planvanaanpak.actions import akkoord, doelen, fasen, leefgebieden, verdiepen, versies
from planvanaanpak.actions import plan as acties
from planvanaanpak.actions.doelen import Stapgegevens
from planvanaanpak.akkoordkeuzes import ZonderAkkoordGrond
from planvanaanpak.keuzes import AkkoordKanaal, DoelStatus, Evaluatie
from planvanaanpak.models import Akkoord, Doelstap, PlanVanAanpak
from planvanaanpak.planbron import planteksten
from tests.factories import moment
from tests.planvanaanpak.conftest import VANDAAG
from tests.tabellen import alles, geweigerd, teruggedraaid
from tests.wegen import KOELKAST

S = Status
OPEN, NA = {S.PLAN_VAN_AANPAK}, {S.UITVOERING}
MET_PLAN, TE_VERDIEPEN = OPEN | NA, OPEN | NA | {S.ACCLIMATISATIE}
TE_VULLEN = TE_VERDIEPEN | {S.NAZORG}
MODULES = ("plan", "leefgebieden", "akkoord", "doelen", "verdiepen", "fasen", "versies")
# The first makes a plan and has its own test; the second is a part of every besluit.
ELDERS = {"plan_openen", "versie_bij_besluit", "versie_na_herroeping"}

pytestmark = pytest.mark.django_db


def wie(by, *, met_dag=False):
    return {"by": by, "at": moment(VANDAAG)} | ({"on": VANDAAG} if met_dag else {})


def deel(plan):
    return plan.leefgebieden.get(leefgebied="zorg")


def doel(plan):
    return plan.doelen.get(leefgebied="wonen")


def niets(plan, by):
    """Need nothing before."""


def een_voorstel(plan, by):
    acties.voorziening_bewaren(plan=plan, gegevens=KOELKAST | {"omschrijving": "Bed"}, **wie(by))


def een_stap(plan, by):
    doelen.stap_bewaren(doel=doel(plan), gegevens=Stapgegevens(wat="Bellen", wie="U"), **wie(by, met_dag=True))


def geen_akkoord(plan, by):
    Akkoord.objects.filter(plan=plan).delete()


def leefgebied_bewaren(plan, by):
    velden = {"situatie": "Anders.", "voldoet": "ja", "hulpvraag": ""}
    acties.leefgebied_bewaren(plan=plan, leefgebied=Leefgebied.ZORG, velden=velden, doel="", **wie(by))


def plan_bewaren(plan, by):
    nu = planteksten(plan.dossier, plan)[Leefgebied.ZORG]
    teksten = {Leefgebied.ZORG: nu.met("situatie", "Nog anders.")}
    leefgebieden.plan_bewaren(plan=plan, teksten=teksten, stempels={Leefgebied.ZORG: nu.stempel}, **wie(by))


def voorziening_bewaren(plan, by):
    een_voorstel(plan, by)


def voorziening_weghalen(plan, by):
    acties.voorziening_weghalen(voorziening=plan.voorzieningen.get(omschrijving="Bed"), **wie(by))


def akkoord_vastleggen(plan, by):
    gegevens = {"datum": VANDAAG, "kanaal": AkkoordKanaal.PAPIER, "bewijs": None, "toelichting": ""}
    acties.akkoord_vastleggen(plan=plan, **gegevens, **wie(by, met_dag=True))


def zonder_akkoord_vastleggen(plan, by):
    grond = ZonderAkkoordGrond.WEIGERT
    akkoord.zonder_akkoord_vastleggen(plan=plan, grond=grond, reden="Mevrouw wil meer.", **wie(by))


def wijziging_binnen_akkoord(plan, by):
    akkoord.wijziging_binnen_akkoord(plan=plan, reden="Alleen een taalfout.", **wie(by))


def na_het_akkoord(plan, by):
    """Change an open plan after the akkoord."""
    Akkoord.objects.filter(plan=plan).update(vastgelegd_op=moment(VANDAAG - timedelta(days=1)))


def doel_afsluiten(plan, by):
    gegevens = {"status": DoelStatus.BEHAALD, "datum": VANDAAG, "reden": ""}
    acties.doel_afsluiten(doel=doel(plan), **gegevens, **wie(by, met_dag=True))


def doel_toevoegen(plan, by):
    doelen.doel_toevoegen(plan=plan, leefgebied=Leefgebied.WERK, tekst="Werk.", reden="Nieuw.", **wie(by))


def doel_wijzigen(plan, by):
    doelen.doel_wijzigen(doel=doel(plan), tekst="Anders.", gezinslid=None, **wie(by))


def doel_weghalen(plan, by):
    doelen.doel_weghalen(doel=doel(plan), reden="Dubbel.", **wie(by))


def stap_bewaren(plan, by):
    een_stap(plan, by)


def stap_weghalen(plan, by):
    doelen.stap_weghalen(stap=Doelstap.objects.get(), **wie(by))


def leefgebied_bijwerken(plan, by):
    velden = {"situatie": "Anders.", "voldoet": "ja", "hulpvraag": "", "weggelaten": ""}
    verdiepen.leefgebied_bijwerken(deel=deel(plan), velden=velden, reden="Nieuw.", **wie(by))


def situatie_bijwerken(plan, by):
    verdiepen.situatie_bijwerken(plan=plan, situatie="Anders.", reden="Nieuw.", **wie(by))


def doelstelling_wijzigen(plan, by):
    verdiepen.doelstelling_wijzigen(deel=deel(plan), tekst="Anders", feiten="Nieuw.", **wie(by))


def fase_plannen(plan, by):
    fasen.fase_plannen(fase=plan.fasen.first(), datum=VANDAAG, **wie(by, met_dag=True))


def fase_evalueren(plan, by):
    gegevens = {"datum": VANDAAG, "uitkomst": Evaluatie.KLAAR, "toelichting": "Het gaat goed."}
    fasen.fase_evalueren(fase=plan.fasen.first(), **gegevens, **wie(by, met_dag=True))


def versie_bewaren(plan, by):
    versies.versie_bewaren(plan=plan, reden="Bespreken.", **wie(by))


def is_anders(plan, by):
    """Change something: a version of what is the same is refused."""
    plan.leefgebieden.filter(leefgebied="zorg").update(situatie="Anders dan in de eerste versie.")


# What must be there before, and in which states it is allowed.
MATRIX = {
    leefgebied_bewaren: (niets, OPEN),
    plan_bewaren: (niets, OPEN),
    voorziening_bewaren: (niets, TE_VULLEN),
    voorziening_weghalen: (een_voorstel, TE_VULLEN),
    akkoord_vastleggen: (niets, TE_VULLEN | {S.AFGESLOTEN}),
    wijziging_binnen_akkoord: (na_het_akkoord, OPEN),
    zonder_akkoord_vastleggen: (geen_akkoord, OPEN),
    doel_afsluiten: (niets, MET_PLAN),
    doel_toevoegen: (niets, TE_VERDIEPEN),
    doel_wijzigen: (niets, OPEN),
    doel_weghalen: (niets, OPEN),
    stap_bewaren: (niets, MET_PLAN),
    stap_weghalen: (een_stap, OPEN),
    leefgebied_bijwerken: (niets, NA | {S.ACCLIMATISATIE}),
    situatie_bijwerken: (niets, NA),
    doelstelling_wijzigen: (niets, NA),
    fase_plannen: (niets, MET_PLAN),
    fase_evalueren: (niets, NA),
    versie_bewaren: (is_anders, MET_PLAN),
}


@pytest.mark.parametrize("actie", MATRIX, ids=lambda actie: actie.__name__)
def test_action_in_every_status(besluit, consulent, actie):
    vooraf, toegestaan = MATRIX[actie]
    vooraf(PlanVanAanpak.objects.get(dossier=besluit.dossier), consulent)

    for status in Status:
        with teruggedraaid(f"In {status}"):
            Dossier.objects.update(status=status)
            plan = PlanVanAanpak.objects.get()
            if status in toegestaan:
                events = DossierEvent.objects.count()
                actie(plan, consulent)
                assert DossierEvent.objects.count() == events + 1
                continue
            with geweigerd(f"kan niet: dit dossier staat op '{status.label}'"):
                actie(plan, consulent)


@pytest.mark.parametrize("actie", [voorziening_bewaren, doel_toevoegen], ids=lambda actie: actie.__name__)
def test_first_plan_does_not_change_any_more_after_niet_erkend(plan, consulent, actie):
    """Only what was decided before can be added to (Wht art. 2.21 lid 6)."""
    Dossier.objects.filter(pk=plan.dossier_id).update(status=S.ACCLIMATISATIE)
    plan, voor = PlanVanAanpak.objects.get(pk=plan.pk), alles()

    with pytest.raises(ActieFout, match="er is nog geen besluit over een plan"):
        actie(plan, consulent)
    assert alles() == voor


def test_matrix_names_every_action():
    gevonden = {
        naam
        for module in MODULES
        for naam, functie in inspect.getmembers(import_module(f"planvanaanpak.actions.{module}"), inspect.isfunction)
        if functie.__module__ == f"planvanaanpak.actions.{module}"
        and not naam.startswith("_")
        and {"by", "at"} <= set(inspect.signature(functie).parameters)
    }

    assert gevonden - ELDERS == {actie.__name__ for actie in MATRIX}
