"""A plan that is taken up again in the nazorg: for new need, not for a refusal (VNG handreiking nazorg 2024, 1.2)."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from accounts.rollen import Rol
from cases.actions.basis import ActieFout
from cases.models import Dossier, DossierEvent
from nazorg.hervatgrond import Hervatgrond
from nazorg.models import Nazorgcontact, Nazorgtraject
from nazorg.stappen import Eindstap
from planvanaanpak.actions.besluit import addendum_vaststellen
from planvanaanpak.actions.doelen import doel_toevoegen
from planvanaanpak.actions.herzientoets import keur_regels
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.bezwaarkeuzes import Dictum
from planvanaanpak.models import Besluit, Voorziening
from planvanaanpak.stappen import Uitvoerstap
from tests.factories import maak_user, moment
from tests.nazorg.eindes import (
    CONTACTDAGEN,
    hervat_plan,
    houd_contact,
    naar_nazorg,
    sluit_nazorg,
    standen,
    stop,
)
from tests.nazorg.test_heropenen import beslis, trek_in
from tests.planvanaanpak import besluitstappen
from tests.planvanaanpak.besluitstappen import regel
from tests.tabellen import alles
from tests.wegen import BUDGETCOACH, WEIGEREN, behaal_doelen

DAG = date(2027, 7, 5)
NEE = BUDGETCOACH | WEIGEREN | {"omschrijving": "Zwemles", "weigeringsgrond": "Niet nodig"}
VENSTERS = ("materiele_verstrekking", "besluiten")


@pytest.fixture
def jurist(gemeente):
    return maak_user(Rol.COORDINATOR, gemeente, email="jurist@voorbeeld.example", naam="Bea Jurist")


@pytest.fixture
def pagina(client, consulent):
    with time_machine.travel(moment(DAG), tick=False):
        client.force_login(consulent)
        yield client


def url(naam, dossier, *args):
    return reverse(naam, args=[dossier.nummer, *args])


def stel_voor(dossier, by, gegevens, on=DAG):
    return voorziening_bewaren(plan=dossier.plan, gegevens=gegevens, by=by, at=moment(on))


def eindstap(dossier, by):
    return Eindstap().stap(Dossier.objects.voor_pagina().get(pk=dossier.pk), by, DAG)


def vul_aan(dossier, by, on=DAG):
    return addendum_vaststellen(plan=dossier.plan, datum=on, toelichting="Nieuw.", by=by, at=moment(on), on=on)


def test_plan_is_taken_up_again_and_the_nazorg_closes(in_nazorg, consulent):
    houd_contact(in_nazorg.nazorg.contacten.first(), consulent, DAG, terugval=True)
    vensters = standen(in_nazorg, *VENSTERS)

    hervat_plan(in_nazorg, consulent, DAG)

    in_nazorg.refresh_from_db()
    traject = Nazorgtraject.objects.get()
    assert (in_nazorg.status, traject.afsluitreden) == ("uitvoering", "Het plan is weer opgepakt.")
    assert list(Nazorgcontact.objects.values_list("volgnummer", "terugval")) == [(1, True)]
    assert standen(in_nazorg, *VENSTERS) == vensters
    assert set(standen(in_nazorg, "nazorg_einde").values()) == {"vervallen"}
    event = DossierEvent.objects.latest("pk")
    assert (event.soort, event.reden) == ("plan_hervat", "Er zijn weer schulden.")
    assert event.tekst == "Plan weer opgepakt in de nazorg: er is terugval. Geplande contacten vervallen: 3."


@pytest.mark.parametrize("grond", Hervatgrond)
def test_reason_is_asked_whatever_the_ground(in_nazorg, consulent, grond):
    voor = alles()

    with pytest.raises(ActieFout, match="waarom u het plan weer oppakt"):
        hervat_plan(in_nazorg, consulent, DAG, grond=grond, toelichting=" ")

    assert alles() == voor


def test_new_help_is_granted_and_a_second_nazorg_follows(in_nazorg, consulent):
    houd_contact(in_nazorg.nazorg.contacten.first(), consulent, DAG, terugval=True)
    hervat_plan(in_nazorg, consulent, DAG)
    in_nazorg.refresh_from_db()
    doel_toevoegen(
        plan=in_nazorg.plan, leefgebied="financien", tekst="Rust.", reden="Terugval.", by=consulent, at=moment(DAG)
    )
    stel_voor(in_nazorg, consulent, BUDGETCOACH | {"omschrijving": "Schuldhulp"})
    addendum = vul_aan(in_nazorg, consulent)
    assert addendum.voorzieningen.get().status == "toegekend"

    einde = date(2027, 12, 1)
    behaal_doelen(in_nazorg, consulent, einde)
    tweede = stop(in_nazorg, consulent, datum=einde)

    in_nazorg.refresh_from_db()
    traject = in_nazorg.nazorg
    assert (in_nazorg.status, tweede.stond_op, traject.start) == ("nazorg", "uitvoering", einde)
    assert (traject.afgesloten_op, traject.afsluitreden) == (None, "")
    assert list(traject.contacten.values_list("volgnummer", "gepland_op")) == [
        (1, CONTACTDAGEN[0]),
        (2, date(2028, 6, 1)),
        (3, date(2028, 12, 1)),
        (4, date(2029, 6, 1)),
        (5, date(2029, 12, 1)),
    ]


def test_pages_tell_of_the_second_nazorg_and_not_of_the_first(in_nazorg, consulent, pagina):
    houd_contact(in_nazorg.nazorg.contacten.first(), consulent, DAG, terugval=True)
    hervat_plan(in_nazorg, consulent, DAG)
    in_nazorg.refresh_from_db()
    stop(in_nazorg, consulent, datum=DAG)

    antwoord = pagina.get(url("nazorg", in_nazorg))

    assert antwoord.context["stand"].terugval == ""
    assert "sinds 5 juli 2027" in antwoord.text


def test_plan_that_was_taken_up_is_filled_in_before_it_ends_again(in_nazorg, consulent):
    hervat_plan(in_nazorg, consulent, DAG)
    leeg = eindstap(in_nazorg, consulent)
    stel_voor(in_nazorg, consulent, BUDGETCOACH | {"omschrijving": "Schuldhulp"})
    vul_aan(in_nazorg, consulent, date(2027, 7, 6))

    assert (leeg.titel, leeg.url) == ("Vul het plan aan: het is weer opgepakt", url("plan", in_nazorg))
    assert eindstap(in_nazorg, consulent).titel == "De doelen zijn klaar: leg vast sinds wanneer"


def test_refusal_leaves_the_nazorg_as_it_is(in_nazorg, consulent):
    voor = standen(in_nazorg, "nazorg_contact", "nazorg_einde")
    stel_voor(in_nazorg, consulent, NEE)

    besluit = vul_aan(in_nazorg, consulent)

    in_nazorg.refresh_from_db()
    assert (in_nazorg.status, besluit.voorzieningen.get().status) == ("nazorg", "afgewezen")
    assert standen(in_nazorg, "nazorg_contact", "nazorg_einde") == voor


def test_nazorg_is_not_closed_over_a_voorstel_that_waits(in_nazorg, consulent):
    stel_voor(in_nazorg, consulent, NEE)
    voor = alles()

    with pytest.raises(ActieFout, match="wacht nog een voorstel op een besluit"):
        sluit_nazorg(in_nazorg, consulent, DAG)

    assert alles() == voor


def test_herziening_that_needs_another_price_says_which_road_there_is(in_nazorg, consulent):
    koelkast = Voorziening.objects.get(omschrijving="Koelkast")
    in_nazorg.refresh_from_db()

    fouten = keur_regels(in_nazorg, [regel(koelkast, "anders", "700.00")], na_bezwaar=False)

    uitweg = "Pak eerst het plan weer op. Stel het in het plan opnieuw voor en neem een aanvullend besluit."
    assert fouten[koelkast.pk]["bedrag"].endswith(uitweg)


def test_first_end_that_is_herroepen_after_the_plan_was_taken_up_changes_no_status(in_nazorg, consulent, jurist):
    einde = in_nazorg.beeindigingen.get()
    hervat_plan(in_nazorg, consulent, date(2027, 1, 20))

    besluit = beslis(einde, consulent, jurist, Dictum.GEGROND)

    in_nazorg.refresh_from_db()
    einde.refresh_from_db()
    assert (in_nazorg.status, einde.herroepen_met) == ("uitvoering", besluit)


def test_first_end_that_is_herroepen_leaves_the_second_nazorg(in_nazorg, consulent, jurist):
    eerste = in_nazorg.beeindigingen.get()
    hervat_plan(in_nazorg, consulent, date(2027, 1, 20))
    in_nazorg.refresh_from_db()
    naar_tweede = stop(in_nazorg, consulent, datum=date(2027, 1, 25))

    beslis(eerste, consulent, jurist, Dictum.GEGROND)

    in_nazorg.refresh_from_db()
    assert (in_nazorg.status, in_nazorg.nazorg.contacten.te_houden().count()) == ("nazorg", 4)
    assert naar_tweede.herroepen_met is None


def test_second_end_that_is_taken_back_gives_the_uitvoering_again(in_nazorg, consulent):
    hervat_plan(in_nazorg, consulent, date(2027, 1, 20))
    in_nazorg.refresh_from_db()
    tweede = stop(in_nazorg, consulent, datum=date(2027, 1, 25))
    besluitstappen.verstuur(tweede.besluit, consulent, date(2027, 1, 25))

    trek_in(tweede.besluit, consulent, on=date(2027, 2, 1))

    in_nazorg.refresh_from_db()
    assert in_nazorg.status == "uitvoering"


def test_page_says_what_happens_and_leads_to_the_plan(pagina, in_nazorg, consulent):
    houd_contact(in_nazorg.nazorg.contacten.first(), consulent, DAG, terugval=True)
    pad = url("plan_hervatten", in_nazorg)
    html = pagina.get(url("nazorg", in_nazorg)).text
    assert f'href="{pad}"' in html

    response = pagina.get(pad)
    assert response.context["form"].initial == {"grond": "terugval"}
    assert "Contact 2 vervalt" in response.text
    assert "Contact 1 vervalt" not in response.text
    fout = pagina.post(pad, {"grond": "", "toelichting": "BSN 999990019"})
    assert set(fout.context["form"].errors) == {"grond", "toelichting"}
    response = pagina.post(pad, {"grond": "terugval", "toelichting": "Er zijn weer schulden."})

    assert (response.status_code, response.url) == (302, url("plan", in_nazorg))
    in_nazorg.refresh_from_db()
    assert in_nazorg.status == "uitvoering"
    assert "Doel toevoegen" in pagina.get(response.url).text
    nazorg = pagina.get(url("nazorg", in_nazorg))
    assert "Het plan is weer opgepakt." in nazorg.text
    assert pad not in nazorg.text


def test_page_is_for_a_dossier_in_the_nazorg_alone(pagina, in_uitvoering):
    response = pagina.get(url("plan_hervatten", in_uitvoering))

    assert (response.status_code, response.url) == (302, in_uitvoering.get_absolute_url())


def test_every_page_in_the_nazorg_leads_to_the_road(pagina, in_nazorg, consulent):
    besluit = besluitstappen.verstuur(Besluit.objects.get(soort="toekenning"), consulent, date(2026, 4, 20))
    hervatten = f'href="{url("plan_hervatten", in_nazorg)}"'
    for pad in (
        url("plan", in_nazorg),
        url("voorziening_nieuw", in_nazorg),
        reverse("besluit_herzien", args=[besluit.nummer]),
    ):
        assert hervatten in pagina.get(pad).text
    stel_voor(in_nazorg, consulent, BUDGETCOACH | {"omschrijving": "Schuldhulp"})

    punten = pagina.get(url("addendum", in_nazorg)).context["open_punten"]

    assert [(punt.tekst, punt.url) for punt in punten] == [
        (
            "Pak het plan weer op: in de nazorg kent u niets nieuws toe (Schuldhulp)",
            url("plan_hervatten", in_nazorg),
        )
    ]


def test_voorstel_that_waits_is_the_next_step_in_the_nazorg(in_nazorg, consulent):
    stel_voor(in_nazorg, consulent, NEE)

    stap = Uitvoerstap().stap(in_nazorg, consulent, DAG)

    assert (stap.titel, stap.url) == ("Neem een besluit over 1 voorstel", url("addendum", in_nazorg))


def test_plan_is_not_taken_up_for_somebody_who_died(in_uitvoering, consulent):
    dossier = naar_nazorg(in_uitvoering, consulent)
    dossier.persoon.datum_overlijden = DAG
    dossier.persoon.save()

    with pytest.raises(ActieFout, match="Het plan weer oppakken kan niet"):
        hervat_plan(dossier, consulent, DAG)
