"""Letters of which nobody said that they left: who is told on Vandaag, and what a drukronde says of them."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.rollen import Rol
from cases.actions.taak import taak_maken
from cases.beleid_bron import kalender_nu
from cases.models import Afwezigheid, Dossier, Persoon, Termijn
from cases.status import Status
from cases.termijnstatus import TermijnStatus
from cases.verdeelbron import Openstaand, list_openstaand_werk
from cases.werklijst import Week
from cases.werkvoorraad import Werkvraag, werk_van
from planvanaanpak.actions import drukronde as acties
from planvanaanpak.bevestigkaart import IN_BEELD, Bevestigen
from planvanaanpak.models import Besluit
from tests.factories import BewakingFactory, GemeenteFactory, maak_user, moment
from tests.planvanaanpak import besluitstappen as stappen
from tests.planvanaanpak.beoordeling import mandateer
from tests.planvanaanpak.paginas import url
from tests.planvanaanpak.test_goedkeuringen import dossiers, maak

DAG, LATER = date(2026, 4, 20), date(2026, 4, 28)

pytestmark = pytest.mark.django_db


@pytest.fixture
def later():
    """Stand still a week after the letter."""
    with time_machine.travel(datetime(2026, 4, 28, 9, 30, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def eigen(besluit, consulent):
    """Give the besluit in a dossier of the consulent."""
    Dossier.objects.filter(pk=besluit.dossier_id).update(casusregisseur=consulent)
    return besluit


def ziet(user, on=LATER, *, met=()):
    """Give the numbers on the card of a user, who stands in for others, as the question of Vandaag has them."""
    vraag = Werkvraag(
        users=[user, *met], voor=user, week=Week(on, kalender_nu()), alleen_wet=False, hoogstens=50, later=5
    )
    return [rij["nummer"] for kaart, rijen in werk_van(vraag).wacht if isinstance(kaart, Bevestigen) for rij in rijen]


def meer(besluit, dossiers_):
    """Give each dossier a besluit that has not left either, of a later day."""
    for n, dossier in enumerate(dossiers_, start=1):
        Besluit.objects.create(
            gemeente=dossier.gemeente, dossier=dossier, nummer=f"9901-B-2026-{n + 100:05}", soort="toekenning",
            datum=DAG + timedelta(days=1 + n % 5), snapshot=besluit.snapshot, vastgesteld_op=moment(DAG),
            vastgesteld_door=besluit.vastgesteld_door,
        )  # fmt: skip


@pytest.mark.parametrize(("on", "wacht"), [(DAG, False), (DAG + timedelta(days=1), True)], ids=["today", "day-after"])
def test_letter_waits_from_the_day_after_it_bears(eigen, consulent, on, wacht):
    assert ziet(consulent, on) == ([eigen.nummer] if wacht else [])


def test_confirmed_letter_is_on_no_card(eigen, consulent, coordinator):
    stappen.verstuur(eigen, consulent)

    assert ziet(consulent) == ziet(coordinator) == []


def test_closed_dossier_with_a_letter_to_confirm_is_work_to_take_over(eigen, consulent, coordinator):
    """On the day of the letter already: who leaves today will not confirm it tomorrow."""
    Dossier.objects.filter(pk=eigen.dossier_id).update(status=Status.AFGESLOTEN)
    Termijn.objects.filter(dossier=eigen.dossier_id, datum_gehaald=None).update(status=TermijnStatus.VERVALLEN)

    assert list_openstaand_werk(coordinator, LATER) == [Openstaand(consulent, eigen.gemeente, 0, 1, 0)]

    stappen.verstuur(eigen, consulent)
    assert list_openstaand_werk(coordinator, LATER) == []


def test_casusregisseur_and_coordinator_are_told_and_a_stand_in(eigen, consulent, coordinator, collega):
    vreemd = maak_user(Rol.COORDINATOR, GemeenteFactory(code="9902"))

    assert ziet(consulent) == ziet(coordinator) == [eigen.nummer]
    assert ziet(collega) == ziet(vreemd) == []
    assert ziet(collega, met=[consulent]) == [eigen.nummer]


def test_dossier_that_is_nobodys_is_the_coordinators(besluit, consulent, coordinator):
    Dossier.objects.filter(pk=besluit.dossier_id).update(casusregisseur=None)

    assert (ziet(consulent), ziet(coordinator)) == ([], [besluit.nummer])


@pytest.mark.parametrize(
    ("status", "wacht"), [(Status.AFGESLOTEN, True), (Status.NAZORG, True), (Status.INGETROKKEN, False)]
)
def test_closed_dossier_counts_and_a_withdrawn_one_does_not(eigen, consulent, status, wacht):
    Dossier.objects.filter(pk=eigen.dossier_id).update(status=status)

    assert ziet(consulent) == ([eigen.nummer] if wacht else [])


@pytest.mark.parametrize("ander", [False, True], ids=["to-who-died", "to-another"])
def test_no_letter_goes_to_who_died_but_one_to_another_does(eigen, consulent, ander):
    """Awb 3:41: what goes to another belanghebbende still has to be made known (actions.verzendbasis)."""
    Persoon.objects.filter(pk=eigen.dossier.persoon_id).update(datum_overlijden=DAG)
    assert ziet(consulent) == []
    if ander:
        snapshot = {**eigen.snapshot, "ontvanger": {**eigen.snapshot["ontvanger"], "ander": True}}
        Besluit.objects.create(
            gemeente=eigen.gemeente, dossier=eigen.dossier, nummer="9901-B-2026-00050", soort="besluit_op_bezwaar",
            datum=DAG, snapshot=snapshot, vastgesteld_op=moment(DAG), vastgesteld_door=consulent,
        )  # fmt: skip

        assert ziet(consulent) == ["9901-B-2026-00050"]


def test_vandaag_links_to_where_it_is_confirmed(client, later, eigen, consulent, coordinator):
    client.force_login(consulent)
    tekst = client.get(url("vandaag")).text

    assert f'href="{url("besluit_verzenden", eigen.nummer)}"' in tekst
    assert f"Bevestig de verzending: toekenning {eigen.nummer} van {eigen.dossier.persoon.naam}" in tekst
    assert "Brief van 20 april 2026, 8 dagen geleden" in tekst
    assert "Casusregisseur" not in tekst

    client.force_login(coordinator)
    assert "Casusregisseur: Jolanda Prins" in client.get(url("vandaag")).text


def test_stand_in_reads_whose_it_is(client, later, eigen, consulent, collega):
    Afwezigheid.objects.create(user=consulent, vervanger=collega, vanaf=LATER, tot=LATER)
    client.force_login(collega)

    assert "Casusregisseur: Jolanda Prins" in client.get(url("vandaag")).text


def test_card_shows_the_oldest_folds_others_and_says_that_there_are_more(
    client, later, eigen, gemeente, coordinator, monkeypatch
):
    monkeypatch.setattr("planvanaanpak.bevestigkaart.HOOGSTENS", IN_BEELD + 2)
    meer(eigen, dossiers(gemeente, IN_BEELD + 4))
    client.force_login(coordinator)

    antwoord = client.get(url("vandaag"))

    ((_, kaart),) = antwoord.context["kaarten"]
    assert [len(kaart["rijen"]), len(kaart["meer"]), kaart["zijn_er_meer"]] == [IN_BEELD, 2, True]
    assert kaart["rijen"][0].nummer == eigen.nummer
    assert "Nog 2 bekijken" in antwoord.text
    assert "Er wachten er meer." in antwoord.text


@pytest.mark.parametrize("aantal", [1, 3])
def test_vandaag_asks_the_same_for_one_letter_and_three(
    client, later, eigen, gemeente, beheerder, consulent, coordinator, aantal
):
    """With taken and the other card as well, Vandaag asks ten questions."""
    BewakingFactory(gemeente=gemeente, on=LATER)
    taak = {"gemeente": gemeente, "dossier": eigen.dossier, "wat": "Bellen", "datum": LATER, "voor": coordinator}
    taak_maken(**taak, by=coordinator, at=moment(DAG), on=DAG)
    mandateer(gemeente, beheerder, rol="coordinator")
    vrij = dossiers(gemeente, aantal + 1)
    Dossier.objects.filter(pk__in=[dossier.pk for dossier in vrij]).update(casusregisseur=consulent)
    meer(eigen, vrij[1:])
    maak(vrij[0], consulent)
    client.force_login(coordinator)

    with CaptureQueriesContext(connection) as vragen:
        antwoord = client.get(url("vandaag"))

    assert (len(vragen), len(antwoord.context["kaarten"])) == (10, 2)


def zet_klaar(gemeente, by):
    return acties.drukronde_maken(gemeente=gemeente, dag=DAG, by=by, at=moment(DAG))


def test_drukronde_says_which_besluiten_still_wait(pagina, gemeente, consulent, besluit):
    ronde = zet_klaar(gemeente, consulent)
    assert "Nog te bevestigen" not in pagina.get(ronde.get_absolute_url()).text
    acties.afgedrukt_melden(ronde=ronde, by=consulent, at=moment(DAG))

    antwoord = pagina.get(ronde.get_absolute_url())
    assert [b.nummer for b in antwoord.context["te_bevestigen"]] == [besluit.nummer]
    assert "Nog te bevestigen: 1 van 1" in antwoord.text
    assert f'href="{url("besluit_verzenden", besluit.nummer)}"' in antwoord.text
    assert "nog 1 te bevestigen" in pagina.get(url("brieven_vandaag")).text

    stappen.verstuur(besluit, consulent)
    tekst = pagina.get(ronde.get_absolute_url()).text
    assert "Nog te bevestigen" not in tekst
    assert "Van alle besluiten is de verzending bevestigd." in tekst
    assert "te bevestigen" not in pagina.get(url("brieven_vandaag")).text


def test_drukronde_leaves_out_what_was_not_printed(pagina, gemeente, consulent, besluit):
    """Withdrawn from the file, or to who died: it waits on no list of letters that went out."""
    ronde = zet_klaar(gemeente, consulent)
    acties.brief_weglaten(regel=ronde.regels.get(), reden="Zelf gebracht", by=consulent, at=moment(DAG))
    acties.afgedrukt_melden(ronde=ronde, by=consulent, at=moment(DAG))

    assert pagina.get(ronde.get_absolute_url()).context["te_bevestigen"] == []
    assert "te bevestigen" not in pagina.get(url("brieven_vandaag")).text
