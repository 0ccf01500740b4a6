"""An acute plan before the eerste gesprek: each page opens and each action works (decision 0911)."""

from datetime import timedelta

import pytest

from cases.actions.rang import acuut_melden
from cases.keuzes import BedreigendeSituatie, Rang
from cases.models import Dossier
from cases.status import Status
from planvanaanpak.actions.doelen import doel_toevoegen
from planvanaanpak.actions.plan import plan_openen, voorziening_bewaren
from planvanaanpak.models import Akkoord, Voorziening, ZonderAkkoord
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak.beoordeling import leg_voor, met_commissie
from tests.planvanaanpak.conftest import VANDAAG
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.wegen import BUDGETCOACH, KOELKAST

pytestmark = pytest.mark.django_db

NU = {"at": moment(VANDAAG)}


@halte
def acuut(dossier, consulent):
    """Give a dossier of before the eerste gesprek, of somebody who must leave the house."""
    situatie = BedreigendeSituatie.ONTRUIMING
    acuut_melden(dossier=dossier, situatie=situatie, toelichting="Donderdag.", by=consulent, **NU)
    assert dossier.status not in (Status.PLAN_VAN_AANPAK, Status.UITVOERING)
    return Dossier.objects.get(pk=dossier.pk)


@halte
def acuut_plan(acuut, consulent):
    plan = plan_openen(dossier=acuut, by=consulent, **NU)
    voorziening_bewaren(plan=plan, gegevens=KOELKAST, by=consulent, **NU)
    return plan


def test_doel_of_before_the_eerste_gesprek_is_reached_after_the_aanmelding(pagina, acuut_plan, consulent):
    doel = doel_toevoegen(plan=acuut_plan, leefgebied="wonen", tekst="U houdt uw huis.", by=consulent, **NU)
    pad, aanmelding = url("doel", acuut_plan.dossier.nummer, doel.pk), acuut_plan.dossier.datum_aanmelding
    eerder = {"status": "behaald", "datum": f"{aanmelding - timedelta(days=1):%d-%m-%Y}"}

    form = pagina.post(pad, eerder).context["form"]
    assert fouten(form) == {"": ["Een doel kan niet vóór de aanmelding behaald zijn."]}
    pagina.post(pad, eerder | {"datum": f"{aanmelding:%d-%m-%Y}"})

    doel.refresh_from_db()
    assert (doel.status, doel.datum_behaald) == ("behaald", aanmelding)


PER_PLAN = ["voorziening_nieuw", "akkoord", "zonder_akkoord", "commissie_dossier"]
PER_VOORSTEL = ["voorziening", "voorziening_prijs", "voorziening_weghalen"]


@pytest.mark.parametrize("naam", PER_PLAN + PER_VOORSTEL)
def test_page_opens_before_the_eerste_gesprek(pagina, acuut_plan, naam):
    met_commissie(acuut_plan.dossier)
    pk = [acuut_plan.voorzieningen.get().pk] if naam in PER_VOORSTEL else []

    response = pagina.get(url(naam, acuut_plan.dossier.nummer, *pk))

    assert response.status_code == 200


@pytest.mark.parametrize("naam", PER_PLAN + PER_VOORSTEL)
def test_page_of_one_that_is_not_acute_leads_back_with_the_reason(pagina, acuut_plan, naam):
    Dossier.objects.filter(pk=acuut_plan.dossier_id).update(
        acuut="", acuut_toelichting="", acuut_op=None, acuut_door=None, rang=Rang.GEWOON
    )
    pk = [acuut_plan.voorzieningen.get().pk] if naam in PER_VOORSTEL else []

    response = pagina.get(url(naam, acuut_plan.dossier.nummer, *pk), follow=True)

    assert response.redirect_chain == [(url("plan", acuut_plan.dossier.nummer), 302)]
    assert berichten(response)[0].endswith("dit dossier staat op 'Aanmelding'.")


def test_price_akkoord_and_advice_are_recorded_before_the_eerste_gesprek(pagina, acuut_plan, consulent):
    nummer, koelkast = acuut_plan.dossier.nummer, acuut_plan.voorzieningen.get()
    coach = voorziening_bewaren(plan=acuut_plan, gegevens=BUDGETCOACH, by=consulent, **NU)
    offerte = {"basis": "offerte", "aantal": "12", "prijs": "140", "bron": "Offerte 2026-3"}

    pagina.post(url("voorziening_prijs", nummer, coach.pk), offerte)
    pagina.post(url("zonder_akkoord", nummer), {"grond": "acuut", "reden": "De ontruiming is donderdag."})
    assert ZonderAkkoord.objects.get(plan=acuut_plan).grond == "acuut"
    pagina.post(url("akkoord", nummer), {"datum": "20-04-2026", "kanaal": "e-mail"})
    assert Akkoord.objects.get().plan == acuut_plan
    coach.refresh_from_db()
    assert str(coach.bedrag) == "1680.00"
    met_commissie(acuut_plan.dossier)
    (punt,) = leg_voor(acuut_plan, consulent, VANDAAG, voorzieningen=[koelkast])
    assert punt.voorziening == koelkast
    pagina.post(url("voorziening_weghalen", nummer, coach.pk))
    assert list(Voorziening.objects.all()) == [koelkast]
