"""Versions of a plan: kept at each besluit and on request, never changed after."""

import pytest
from django.db import DatabaseError, connection, transaction

from cases.actions.basis import ActieFout
from cases.actions.rang import acuut_melden
from cases.keuzes import BedreigendeSituatie, Leefgebied
from cases.models import DossierEvent
from planvanaanpak.actions.besluit import addendum_vaststellen, vaststellen
from planvanaanpak.actions.plan import leefgebied_bewaren, plan_openen, voorziening_bewaren
from planvanaanpak.actions.verdiepen import leefgebied_bijwerken
from planvanaanpak.actions.versies import versie_bewaren
from planvanaanpak.keuzes import Plansoort
from planvanaanpak.models import PlanVanAanpak, Planversie
from planvanaanpak.planopname import inhoud_van, inhoud_van_versie
from tests.factories import moment
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak.conftest import VANDAAG
from tests.wegen import KOELKAST

pytestmark = pytest.mark.django_db
AT = moment(VANDAAG, uur=14)


def versies(plan):
    return list(plan.versies.values_list("nummer", "versiesoort", "soort", "reden", "besluit__nummer"))


def bewaar_versie(plan, by, **anders):
    return versie_bewaren(plan=plan, **{"reden": "Om te bespreken.", **anders}, by=by, at=AT)


def stel_vast(plan, by):
    return vaststellen(plan=plan, datum=VANDAAG, by=by, at=AT, on=VANDAAG)


def test_vaststelling_keeps_the_first_version(besluit):
    plan = besluit.dossier.plan
    versie = plan.versies.get()

    assert versies(plan) == [(1, "vaststelling", "volledig", "", besluit.nummer)]
    assert inhoud_van_versie(versie) == inhoud_van(besluit.dossier, plan)
    wonen = inhoud_van_versie(versie).leefgebieden[0]
    assert [(v.omschrijving, v.status) for v in wonen.voorzieningen] == [("Koelkast", "toegekend")]
    assert [fase.nummer for fase in inhoud_van_versie(versie).fasen] == [1, 2, 3]
    assert str(versie) == "Versie 1"


@pytest.mark.parametrize("soort", [Plansoort.HOOFDLIJNEN, Plansoort.ACUUT])
def test_plan_op_hoofdlijnen_is_enough_and_says_so(plan, consulent, brieven_gevraagd, soort):
    plan.soort = soort
    plan.save()
    plan.leefgebieden.filter(leefgebied="zorg").update(situatie="", voldoet="")

    besluit = stel_vast(plan, consulent)

    assert versies(plan) == [(1, soort, soort, "", besluit.nummer)]
    assert besluit.dossier.termijnen.get(regel="plan_van_aanpak").datum_gehaald == VANDAAG
    assert brieven_gevraagd[-1].plan_soort == soort


def test_complete_plan_needs_each_leefgebied(plan, consulent, brieven_gevraagd):
    plan.leefgebieden.filter(leefgebied="zorg").update(situatie="", voldoet="")

    with pytest.raises(ActieFout, match="Zorg: hoe het nu is, of het voldoet"):
        stel_vast(plan, consulent)
    assert versies(plan) == []


def test_addendum_keeps_a_version_of_its_own(besluit, consulent):
    plan = besluit.dossier.plan
    voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=AT)

    addendum = addendum_vaststellen(
        plan=plan, datum=VANDAAG, toelichting="Er is een bed nodig.", by=consulent, at=AT, on=VANDAAG
    )

    assert versies(plan)[1] == (2, "addendum", "volledig", "", addendum.nummer)
    plan.refresh_from_db()
    assert plan.versie == 2


def test_version_of_an_open_plan_makes_room_for_the_next(plan, consulent, brieven_gevraagd):
    bewaar_versie(plan, consulent)
    plan.refresh_from_db()
    assert plan.versie == 2

    besluit = stel_vast(plan, consulent)

    assert versies(plan) == [
        (1, "tussentijds", "volledig", "Om te bespreken.", None),
        (2, "vaststelling", "volledig", "", besluit.nummer),
    ]
    assert brieven_gevraagd[-1].plan_versie == 2
    event = DossierEvent.objects.get(soort="plan_versie")
    assert (event.tekst, event.reden) == ("Versie 1 van het plan bewaard.", "Om te bespreken.")


@pytest.mark.parametrize("reden", ["", "  "])
def test_version_on_request_needs_a_reason(plan, consulent, reden):
    with pytest.raises(ActieFout, match="Schrijf op waarom"):
        bewaar_versie(plan, consulent, reden=reden)
    assert versies(plan) == []


def test_version_without_a_change_is_refused(besluit, consulent):
    with pytest.raises(ActieFout, match="niets veranderd sinds versie 1"):
        bewaar_versie(besluit.dossier.plan, consulent)


def test_plan_op_hoofdlijnen_becomes_complete_when_it_is(plan, consulent, brieven_gevraagd):
    plan.soort = Plansoort.HOOFDLIJNEN
    plan.save()
    plan.leefgebieden.filter(leefgebied="zorg").update(situatie="", voldoet="")
    stel_vast(plan, consulent)
    with pytest.raises(ActieFout, match="Nog nodig: Zorg: hoe het nu is, of het voldoet"):
        bewaar_versie(plan, consulent, nu_volledig=True)
    plan.refresh_from_db()
    assert plan.soort == Plansoort.HOOFDLIJNEN

    leefgebied_bijwerken(
        deel=plan.leefgebieden.get(leefgebied="zorg"),
        velden={"situatie": "Gezond.", "voldoet": "ja", "hulpvraag": "", "weggelaten": ""},
        reden="Nu besproken.",
        by=consulent,
        at=AT,
    )
    bewaar_versie(plan, consulent, reden="Uitgewerkt.", nu_volledig=True)

    plan.refresh_from_db()
    assert (plan.soort, plan.versie) == (Plansoort.VOLLEDIG, 2)
    assert versies(plan)[1] == (2, "herziening", "volledig", "Uitgewerkt.", None)


def sql(opdracht):
    with connection.cursor() as cursor:
        cursor.execute(opdracht)


@pytest.mark.parametrize(
    "weg",
    [
        lambda versie: Planversie.objects.filter(pk=versie.pk).update(reden="Anders."),
        lambda versie: Planversie.objects.filter(pk=versie.pk).delete(),
        lambda versie: sql("UPDATE planvanaanpak_planversie SET inhoud = '{}'"),
        lambda versie: sql("DELETE FROM planvanaanpak_planversie"),
    ],
    ids=["update", "delete", "sql update", "sql delete"],
)
def test_version_never_changes(besluit, weg):
    versie = besluit.dossier.plan.versies.get()

    with pytest.raises(DatabaseError, match="Een versie van een plan verandert niet"), transaction.atomic():
        weg(versie)
    assert Planversie.objects.get(pk=versie.pk).inhoud == versie.inhoud


def test_acute_plan_begins_straight_after_the_aanmelding(gemeente, dossier, consulent):
    with pytest.raises(ActieFout, match="Een plan van aanpak maken kan niet"):
        plan_openen(dossier=dossier, by=consulent, at=AT)
    acuut_melden(
        dossier=dossier, situatie=BedreigendeSituatie.ONTRUIMING, toelichting="Donderdag.", by=consulent, at=AT
    )
    dossier.refresh_from_db()

    plan = plan_openen(dossier=dossier, by=consulent, at=AT)
    velden = {"situatie": "", "voldoet": "", "hulpvraag": "Ik moet mijn huis uit.", "weggelaten": ""}
    doel = "Ik blijf wonen."
    leefgebied_bewaren(plan=plan, leefgebied=Leefgebied.WONEN, velden=velden, doel=doel, by=consulent, at=AT)
    voorziening_bewaren(plan=plan, gegevens=KOELKAST, by=consulent, at=AT)

    assert plan.soort == Plansoort.ACUUT
    with pytest.raises(ActieFout, match="Het plan vaststellen kan niet"):
        stel_vast(plan, consulent)


def test_herziening_keeps_a_version(besluit, consulent, snelle_pdf):
    stappen.verstuur(besluit, consulent)
    koelkast = besluit.dossier.plan.voorzieningen.get(omschrijving="Koelkast")

    nieuw = stappen.herzie(besluit, [stappen.regel(koelkast, "vervalt")], consulent)

    plan = PlanVanAanpak.objects.get(dossier=besluit.dossier)
    assert versies(plan)[1] == (2, "herziening", "volledig", "", nieuw.nummer)
    wonen = inhoud_van_versie(plan.versies.last()).leefgebieden[0]
    assert [(v.omschrijving, v.status, v.wanneer) for v in wonen.voorzieningen] == [
        ("Koelkast", "toegekend", "tot en met 10 mei 2026")
    ]


def test_plan_that_opens_again_after_an_intrekking_gets_the_next_number(besluit, consulent, snelle_pdf):
    stappen.verstuur(besluit, consulent)

    nieuw = stappen.trek_in(besluit, consulent)

    plan = PlanVanAanpak.objects.get(dossier=besluit.dossier)
    assert versies(plan)[1] == (2, "herziening", "volledig", "", nieuw.nummer)
    assert (plan.versie, plan.vastgesteld_op) == (3, None)
