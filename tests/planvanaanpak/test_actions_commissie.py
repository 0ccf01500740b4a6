"""The commissie: what goes on its agenda, what it advises, and what a besluit does with that."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from accounts.rollen import Rol
from cases.actions.basis import ActieFout
from cases.models import Dossier, DossierEvent
from cases.status import Status
from planvanaanpak.actions import commissie as acties
from planvanaanpak.actions.besluit import addendum_vaststellen, vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren, voorziening_weghalen
from planvanaanpak.commissiebron import standen_van
from planvanaanpak.commissiekeuzes import Strekking
from planvanaanpak.models import Agendapunt, Commissievergadering
from planvanaanpak.nodig import COMMISSIE, nodig
from planvanaanpak.opbouw import plangegevens
from tests.factories import LidmaatschapFactory, maak_user, moment
from tests.haltes import halte
from tests.planvanaanpak.beoordeling import WAAR, adviseer, adviseer_alles, leg_voor, met_commissie, vergader
from tests.planvanaanpak.conftest import VANDAAG
from tests.tabellen import alles
from tests.wegen import DRIE_KOELKASTEN, KOELKAST, WEIGEREN

AT, MORGEN = moment(VANDAAG), VANDAAG + timedelta(days=1)

pytestmark = pytest.mark.django_db


@halte
def lid(gemeente):
    return maak_user(Rol.COMMISSIELID, gemeente, naam="Thea Willems")


@halte
def bij_commissie(plan):
    """Give the complete plan of a dossier whose beleid has a commissie."""
    plan.dossier = met_commissie(plan.dossier)
    return plan


def test_vrij_toegankelijk_needs_no_advice(bij_commissie, consulent, lid):
    vrij = {"toegang": "vrij", "bedrag": Decimal(0), "omschrijving": "Inloop"}
    rij = voorziening_bewaren(
        plan=bij_commissie, gegevens={**KOELKAST, "onderbouwing": None, **vrij}, by=consulent, at=AT
    )

    with pytest.raises(ActieFout, match="Inloop is vrij toegankelijk"):
        leg_voor(bij_commissie, consulent, VANDAAG, voorzieningen=[rij])
    assert punten_van(bij_commissie.dossier) == [
        (False, "Advies van de commissie: Koelkast; Budgetcoach, 12 gesprekken")
    ]
    bij_commissie.voorzieningen.exclude(pk=rij.pk).delete()
    assert punten_van(Dossier.objects.get(pk=bij_commissie.dossier_id)) == []


def koelkast(plan):
    return plan.voorzieningen.get(omschrijving="Koelkast")


def wijzig(voorziening, by, **anders):
    gegevens = {**KOELKAST, **anders}
    return voorziening_bewaren(plan=voorziening.plan, gegevens=gegevens, voorziening=voorziening, by=by, at=AT)


def drie_van(prijs):
    """Give three comparable goods of one price."""
    goederen = tuple(replace(goed, prijs=Decimal(prijs)) for goed in DRIE_KOELKASTEN.goederen)
    return replace(DRIE_KOELKASTEN, goederen=goederen)


def stel_vast(plan, by):
    return vaststellen(plan=plan, datum=VANDAAG, by=by, at=AT, on=VANDAAG)


def punten_van(dossier):
    dossier = Dossier.objects.get(pk=dossier.pk)
    return [(punt.klaar, punt.tekst) for punt in nodig(plangegevens(dossier)) if punt.doel == COMMISSIE]


def test_checklist_asks_advice_only_where_the_beleid_has_a_commissie(plan, consulent):
    assert punten_van(plan.dossier) == []

    met_commissie(plan.dossier)

    assert punten_van(plan.dossier) == [(False, "Advies van de commissie: Koelkast; Budgetcoach, 12 gesprekken")]


def test_checklist_follows_the_advice(bij_commissie, consulent, lid):
    punt, ander = leg_voor(bij_commissie, consulent, VANDAAG)

    adviseer(punt, [lid], lid, VANDAAG)
    assert punten_van(bij_commissie.dossier) == [(False, f"Advies van de commissie: {ander.omschrijving}")]
    adviseer(ander, [lid], lid, VANDAAG, Strekking.CWS)
    assert punten_van(bij_commissie.dossier) == [
        (True, "Advies van de commissie"),
        (False, f"Waarom u afwijkt van het advies: {ander.omschrijving}"),
    ]
    acties.afwijking_motiveren(punt=ander, reden="De CWS doet dit niet.", by=consulent, at=AT)
    assert punten_van(bij_commissie.dossier) == [(True, "Advies van de commissie")]


def test_besluit_without_advice_is_refused(bij_commissie, consulent, brieven_gevraagd):
    voor = alles()

    with pytest.raises(ActieFout, match=r"Nog nodig: Advies van de commissie: Koelkast; Budgetcoach, 12 gesprekken"):
        stel_vast(bij_commissie, consulent)

    assert (alles(), brieven_gevraagd) == (voor, [])


def test_besluit_that_follows_the_advice_names_it(bij_commissie, consulent, lid, brieven_gevraagd):
    adviseer_alles(bij_commissie, lid, consulent, VANDAAG)

    besluit = stel_vast(bij_commissie, consulent)

    (brief,) = brieven_gevraagd
    assert [(r.advies, r.advies_datum, r.wijkt_af, r.afwijking) for r in brief.voorzieningen] == [
        ("om dit toe te kennen", VANDAAG, False, "")
    ] * 2
    assert besluit.soort == "toekenning"


def test_besluit_that_departs_says_why_in_the_letter(bij_commissie, consulent, lid, brieven_gevraagd):
    punt, ander = leg_voor(bij_commissie, consulent, VANDAAG)
    adviseer(punt, [lid], lid, VANDAAG, Strekking.AFWIJZEN, motivering="Hij werkt nog.")
    adviseer(ander, [lid], lid, VANDAAG)

    with pytest.raises(ActieFout, match=r"Waarom u afwijkt van het advies: Koelkast"):
        stel_vast(bij_commissie, consulent)
    acties.afwijking_motiveren(punt=punt, reden="De monteur keurde hem af.", by=consulent, at=AT)
    stel_vast(bij_commissie, consulent)

    regel, _ = brieven_gevraagd[-1].voorzieningen
    assert (regel.advies, regel.wijkt_af, regel.afwijking) == (
        "om dit niet toe te kennen",
        True,
        "De monteur keurde hem af.",
    )


def test_reason_to_depart_is_about_the_voorstel_of_then(bij_commissie, consulent, lid):
    (punt,) = leg_voor(bij_commissie, consulent, VANDAAG, voorzieningen=[koelkast(bij_commissie)])
    adviseer(punt, [lid], lid, VANDAAG, Strekking.AFWIJZEN)
    acties.afwijking_motiveren(punt=punt, reden="Toch nodig.", by=consulent, at=AT)

    wijzig(koelkast(bij_commissie), consulent, onderbouwing=drie_van("900.00"))

    (stand,) = standen_van([koelkast(bij_commissie)])
    assert (stand.wijkt_af, stand.afwijking, stand.mist_reden) == (True, "", True)


def test_advice_to_grant_something_else_is_followed_by_a_changed_voorstel(bij_commissie, consulent, lid):
    (punt,) = leg_voor(bij_commissie, consulent, VANDAAG, voorzieningen=[koelkast(bij_commissie)])
    adviseer(punt, [lid], lid, VANDAAG, Strekking.ANDERS, anders="Tweedehands")
    (voor,) = standen_van([koelkast(bij_commissie)])

    wijzig(koelkast(bij_commissie), consulent, onderbouwing=drie_van("250.00"))

    (na,) = standen_van([koelkast(bij_commissie)])
    assert (voor.wijkt_af, na.wijkt_af) == (True, False)
    with pytest.raises(ActieFout, match="volgt dit advies"):
        acties.afwijking_motiveren(punt=punt, reden="x", by=consulent, at=AT)


def test_latest_advice_counts(bij_commissie, consulent, lid):
    (punt,) = leg_voor(bij_commissie, consulent, VANDAAG, voorzieningen=[koelkast(bij_commissie)])
    adviseer(punt, [lid], lid, VANDAAG, Strekking.AFWIJZEN)
    (opnieuw,) = leg_voor(bij_commissie, consulent, MORGEN, voorzieningen=[koelkast(bij_commissie)])
    adviseer(opnieuw, [lid], lid, MORGEN)

    (stand,) = standen_van([koelkast(bij_commissie)])

    assert (stand.advies, stand.open_punt, stand.wijkt_af) == (opnieuw, None, False)


def test_addendum_needs_advice_too(bij_commissie, consulent, lid, brieven_gevraagd):
    adviseer_alles(bij_commissie, lid, consulent, VANDAAG)
    stel_vast(bij_commissie, consulent)
    nieuw = {**KOELKAST, "omschrijving": "Wasmachine"}
    voorziening_bewaren(plan=bij_commissie, gegevens=nieuw, by=consulent, at=AT)
    wat = {"plan": bij_commissie, "datum": VANDAAG, "toelichting": "Erbij.", "by": consulent, "at": AT, "on": VANDAAG}

    with pytest.raises(ActieFout, match="Nog nodig: Advies van de commissie: Wasmachine"):
        addendum_vaststellen(**wat)
    (punt,) = leg_voor(bij_commissie, consulent, VANDAAG)
    adviseer(punt, [lid], lid, VANDAAG, Strekking.AFWIJZEN)
    with pytest.raises(ActieFout, match="Nog nodig: Waarom u afwijkt van het advies: Wasmachine"):
        addendum_vaststellen(**wat)
    acties.afwijking_motiveren(punt=punt, reden="Er is een baby.", by=consulent, at=AT)
    besluit = addendum_vaststellen(**wat)

    assert besluit.soort == "addendum"
    assert brieven_gevraagd[-1].voorzieningen[0].afwijking == "Er is een baby."


def test_own_dossier_is_not_judged_alone(bij_commissie, consulent, lid, gemeente):
    LidmaatschapFactory(user=consulent, gemeente=gemeente, rol=Rol.COMMISSIELID)
    Dossier.objects.filter(pk=bij_commissie.dossier_id).update(casusregisseur=consulent)
    consulent = User.objects.get(pk=consulent.pk)
    (punt,) = leg_voor(bij_commissie, consulent, VANDAAG, voorzieningen=[koelkast(bij_commissie)])
    voor = alles()

    with pytest.raises(acties.AdviesFout, match="Niemand beoordeelt zijn eigen dossier alleen") as fout:
        adviseer(punt, [consulent], consulent, VANDAAG)

    assert (set(fout.value.fouten), alles()) == ({"leden"}, voor)
    samen = adviseer(punt, [consulent, lid], consulent, VANDAAG)
    assert set(samen.leden.all()) == {consulent, lid}


def test_externe_hulpverlener_never_advises(bij_commissie, consulent, lid, gemeente):
    extern = maak_user(Rol.EXTERNE_HULPVERLENER, gemeente, naam="Zorg BV")
    LidmaatschapFactory(user=extern, gemeente=gemeente, rol=Rol.COMMISSIELID)
    (punt,) = leg_voor(bij_commissie, consulent, VANDAAG, voorzieningen=[koelkast(bij_commissie)])
    voor = alles()

    with pytest.raises(ActieFout, match=r"Wht artikel 2\.21 lid 5"):
        adviseer(punt, [lid], extern, VANDAAG)
    with pytest.raises(acties.AdviesFout, match="Zorg BV kan niet adviseren"):
        adviseer(punt, [lid, extern], lid, VANDAAG)

    assert alles() == voor
    assert acties.list_leden(gemeente.pk) == [lid]


def test_only_a_member_of_this_gemeente_advises(bij_commissie, consulent, lid, andere_gemeente):
    vreemd = maak_user(Rol.COMMISSIELID, andere_gemeente, naam="Iris Vreeling")
    (punt,) = leg_voor(bij_commissie, consulent, VANDAAG, voorzieningen=[koelkast(bij_commissie)])

    with pytest.raises(ActieFout, match="Alleen een lid van de commissie legt een advies vast"):
        adviseer(punt, [lid], consulent, VANDAAG)
    with pytest.raises(acties.AdviesFout, match="Iris Vreeling kan niet adviseren"):
        adviseer(punt, [vreemd], lid, VANDAAG)
    with pytest.raises(acties.AdviesFout, match="Kies wie van de commissie"):
        adviseer(punt, [], lid, VANDAAG)


def test_advice_waits_for_the_meeting(bij_commissie, consulent, lid, gemeente):
    straks = vergader(gemeente, consulent, VANDAAG, MORGEN)
    (punt,) = leg_voor(bij_commissie, consulent, VANDAAG, straks, [koelkast(bij_commissie)])

    with pytest.raises(ActieFout, match="De commissie vergadert pas op 21 april 2026"):
        adviseer(punt, [lid], lid, VANDAAG)

    assert adviseer(punt, [lid], lid, MORGEN).vergadering == straks
    assert Commissievergadering.objects.get(pk=straks.pk).status == "gehouden"


def test_advice_is_put_right_until_the_besluit(bij_commissie, consulent, lid, brieven_gevraagd):
    punten = adviseer_alles(bij_commissie, lid, consulent, VANDAAG)
    beter = adviseer(punten[0], [lid], lid, VANDAAG, motivering="Beter gezegd.")
    stel_vast(bij_commissie, consulent)

    with pytest.raises(ActieFout, match="Over deze voorziening is al beslist"):
        adviseer(punten[0], [lid], lid, VANDAAG)

    assert beter.motivering == "Beter gezegd."


def test_voorziening_is_put_up_once_at_a_time(bij_commissie, consulent):
    leg_voor(bij_commissie, consulent, VANDAAG)

    with pytest.raises(ActieFout, match="Koelkast staat al op een agenda"):
        leg_voor(bij_commissie, consulent, VANDAAG)
    with pytest.raises(IntegrityError), transaction.atomic():
        Agendapunt.objects.create(
            vergadering=Commissievergadering.objects.first(),
            plan=bij_commissie,
            voorziening=koelkast(bij_commissie),
            omschrijving="Koelkast",
            ingebracht_op=AT,
            ingebracht_door=consulent,
        )


def test_only_what_is_open_can_be_put_up(bij_commissie, consulent, gemeente, andere_gemeente):
    elders = vergader(andere_gemeente, consulent, VANDAAG)
    gisteren = vergader(gemeente, consulent, VANDAAG - timedelta(days=1))
    afgezegd = vergader(gemeente, consulent, VANDAAG)
    acties.vergadering_afzeggen(vergadering=afgezegd, reden="Ziek.", by=consulent, at=AT)

    for vergadering, waarom in (
        (elders, "van een andere gemeente"),
        (gisteren, "geweest of afgezegd"),
        (afgezegd, "geweest of afgezegd"),
    ):
        with pytest.raises(ActieFout, match=waarom):
            leg_voor(bij_commissie, consulent, VANDAAG, vergadering)
    with pytest.raises(ActieFout, match="Kies ten minste één voorziening"):
        leg_voor(bij_commissie, consulent, VANDAAG, vergader(gemeente, consulent, VANDAAG), [])

    assert Agendapunt.objects.count() == 0


def test_dossier_without_commissie_asks_no_advice(plan, consulent):
    with pytest.raises(ActieFout, match="heeft geen beoordelingscommissie"):
        leg_voor(plan, consulent, VANDAAG)


def test_meeting_called_off_takes_its_agenda_along(bij_commissie, consulent):
    (punt, _) = leg_voor(bij_commissie, consulent, VANDAAG)

    with pytest.raises(ActieFout, match="Schrijf op waarom"):
        acties.vergadering_afzeggen(vergadering=punt.vergadering, reden=" ", by=consulent, at=AT)
    acties.vergadering_afzeggen(vergadering=punt.vergadering, reden="Te weinig leden.", by=consulent, at=AT)

    assert not Agendapunt.objects.exists()
    events = DossierEvent.objects.filter(dossier=bij_commissie.dossier, soort="commissie_afgezegd")
    assert [event.reden for event in events] == ["Te weinig leden."]
    with pytest.raises(ActieFout, match="de vergadering is afgezegd"):
        acties.vergadering_wijzigen(vergadering=punt.vergadering, datum=MORGEN, **WAAR, by=consulent, on=VANDAAG)


def test_meeting_moves_with_its_agenda(bij_commissie, consulent):
    punt, _ = leg_voor(bij_commissie, consulent, VANDAAG)

    acties.vergadering_wijzigen(vergadering=punt.vergadering, datum=MORGEN, **WAAR, by=consulent, on=VANDAAG)

    assert set(Agendapunt.objects.values_list("vergadering__datum", flat=True)) == {MORGEN}
    with pytest.raises(ActieFout, match="niet in het verleden"):
        acties.vergadering_wijzigen(
            vergadering=punt.vergadering, datum=date(2026, 4, 1), **WAAR, by=consulent, on=VANDAAG
        )
    with pytest.raises(ActieFout, match="niet in het verleden"):
        acties.vergadering_plannen(
            gemeente=bij_commissie.dossier.gemeente, datum=date(2026, 4, 1), **WAAR, by=consulent, on=VANDAAG
        )


def test_voorziening_comes_off_the_agenda_until_there_is_advice(bij_commissie, consulent, lid):
    eerste, tweede = leg_voor(bij_commissie, consulent, VANDAAG)
    adviseer(tweede, [lid], lid, VANDAAG)

    acties.van_agenda_halen(punt=eerste, by=consulent, at=AT)

    assert list(Agendapunt.objects.all()) == [tweede]
    with pytest.raises(ActieFout, match="al niet meer op de agenda"):
        acties.van_agenda_halen(punt=eerste, by=consulent, at=AT)
    with pytest.raises(ActieFout, match="al niet meer op de agenda"):
        adviseer(eerste, [lid], lid, VANDAAG)
    with pytest.raises(ActieFout, match="al geadviseerd"):
        acties.van_agenda_halen(punt=tweede, by=consulent, at=AT)


def test_voorstel_that_is_taken_away_leaves_its_advice(bij_commissie, consulent, lid):
    eerste, tweede = leg_voor(bij_commissie, consulent, VANDAAG)
    adviseer(eerste, [lid], lid, VANDAAG)
    for punt in (eerste, tweede):
        voorziening_weghalen(voorziening=punt.voorziening, by=consulent, at=AT)

    assert [(p.omschrijving, p.voorziening) for p in Agendapunt.objects.telt()] == [("Koelkast", None)]
    with pytest.raises(ActieFout, match="intussen weggehaald"):
        adviseer(tweede, [lid], lid, VANDAAG)


def test_departing_needs_a_reason_of_the_latest_advice(bij_commissie, consulent, lid, brieven_gevraagd):
    punten = adviseer_alles(bij_commissie, lid, consulent, VANDAAG)
    wijzig(koelkast(bij_commissie), consulent, weigeringsgrond="Schade", **WEIGEREN)

    with pytest.raises(ActieFout, match="De inwoner leest dit in de brief"):
        acties.afwijking_motiveren(punt=punten[0], reden=" ", by=consulent, at=AT)
    acties.afwijking_motiveren(punt=punten[0], reden="Toch niet.", by=consulent, at=AT)
    stel_vast(bij_commissie, consulent)
    with pytest.raises(ActieFout, match="al beslist"):
        acties.afwijking_motiveren(punt=punten[0], reden="Later.", by=consulent, at=AT)


MAG_VOORLEGGEN = {Status.PLAN_VAN_AANPAK, Status.UITVOERING, Status.NAZORG, Status.ACCLIMATISATIE}


@pytest.mark.parametrize("status", list(Status))
def test_advice_is_asked_in_these_states(bij_commissie, consulent, gemeente, status):
    Dossier.objects.filter(pk=bij_commissie.dossier_id).update(status=status)
    vergadering = vergader(gemeente, consulent, VANDAAG)
    voor = alles()

    if status in MAG_VOORLEGGEN:
        assert len(leg_voor(bij_commissie, consulent, VANDAAG, vergadering)) == 2
        return
    with pytest.raises(ActieFout, match="Advies vragen kan niet"):
        leg_voor(bij_commissie, consulent, VANDAAG, vergadering)
    assert alles() == voor


@pytest.mark.parametrize("status", list(Status))
def test_departing_is_explained_in_these_states(bij_commissie, consulent, lid, status):
    (punt,) = leg_voor(bij_commissie, consulent, VANDAAG, voorzieningen=[koelkast(bij_commissie)])
    adviseer(punt, [lid], lid, VANDAAG, Strekking.AFWIJZEN)
    Dossier.objects.filter(pk=bij_commissie.dossier_id).update(status=status)
    voor = alles()

    if status in MAG_VOORLEGGEN:
        assert acties.afwijking_motiveren(punt=punt, reden="Nodig.", by=consulent, at=AT).afwijking == "Nodig."
        return
    with pytest.raises(ActieFout, match="Afwijken van een advies kan niet"):
        acties.afwijking_motiveren(punt=punt, reden="Nodig.", by=consulent, at=AT)
    assert alles() == voor


def test_each_step_writes_one_event(bij_commissie, consulent, lid, brieven_gevraagd):
    punten = leg_voor(bij_commissie, consulent, VANDAAG)
    adviseer(punten[0], [lid], lid, VANDAAG, Strekking.AFWIJZEN)
    acties.afwijking_motiveren(punt=punten[0], reden="Nodig.", by=consulent, at=AT)
    acties.van_agenda_halen(punt=punten[1], by=consulent, at=AT)

    soorten = ("advies_gevraagd", "advies", "advies_afwijking", "advies_teruggetrokken")
    events = DossierEvent.objects.filter(dossier=bij_commissie.dossier, soort__in=soorten).order_by("pk")
    assert [event.soort for event in events] == list(soorten)
