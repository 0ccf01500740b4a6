"""What a status of UHT asks of a person: when, who is told on Vandaag, and how it is answered."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.rollen import Rol
from cases.actions.aanmelden import controlepunt_maken
from cases.actions.hulp import hulp_afwijzen
from cases.actions.uht import uht_status_melden
from cases.beleid_bron import kalender_nu
from cases.keuzes import UhtStatus, WilOndersteuning
from cases.models import Afwezigheid, Controlepunt, Dossier, Persoon
from cases.status import OPEN, Status
from cases.statusvraag import TOCH_ERKEND, TOCH_RECHT, ZELF_AFGEMELD, statusvraag
from cases.vraagkaart import IN_BEELD, Statusvragen
from cases.werklijst import Week
from cases.werkvoorraad import Werkvraag, werk_van
from tests.factories import BewakingFactory, GemeenteFactory, maak_dossier, maak_user, moment

ON = date(2026, 4, 28)
ANDERS = set(UhtStatus) - {UhtStatus.ERKEND, UhtStatus.RECHT_KINDREGELING, UhtStatus.ZELF_AFGEMELD}

pytestmark = pytest.mark.django_db


@pytest.fixture
def nu():
    with time_machine.travel(datetime(2026, 4, 28, 9, 30, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def gevraagd(dossier, consulent):
    """A dossier of the consulent about which UHT asks something."""
    Dossier.objects.filter(pk=dossier.pk).update(casusregisseur=consulent)
    return vraag(dossier)


def vraag(dossier, tekst=ZELF_AFGEMELD):
    return controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort.UHT, tekst=tekst)


def ziet(user, *, met=()):
    """Give the points on the card of a user, who stands in for others, as the question of Vandaag has them."""
    werk = Werkvraag(
        users=[user, *met], voor=user, week=Week(ON, kalender_nu()), alleen_wet=False, hoogstens=50, later=5
    )
    return [rij["pk"] for kaart, rijen in werk_van(werk).wacht if isinstance(kaart, Statusvragen) for rij in rijen]


@pytest.mark.parametrize("stand", Status)
def test_what_each_status_asks(stand):
    gestopt = stand in (Status.ACCLIMATISATIE, Status.AFGESLOTEN)

    assert statusvraag(stand, UhtStatus.ERKEND, niet_erkend=True) == (TOCH_ERKEND if gestopt else "")
    assert statusvraag(stand, UhtStatus.RECHT_KINDREGELING, niet_erkend=True) == (TOCH_RECHT if gestopt else "")
    assert {statusvraag(stand, toch, niet_erkend=False) for toch in ("erkend", "recht op kindregeling")} == {""}
    for niet_erkend in (False, True):
        zelf = statusvraag(stand, UhtStatus.ZELF_AFGEMELD, niet_erkend=niet_erkend)
        assert zelf == (ZELF_AFGEMELD if stand in OPEN else "")
        assert {statusvraag(stand, anders, niet_erkend=niet_erkend) for anders in ANDERS} == {""}


def test_casusregisseur_is_told_and_a_stand_in(gevraagd, consulent, coordinator, collega):
    assert ziet(consulent) == [gevraagd.pk]
    assert ziet(coordinator) == ziet(collega) == []
    assert ziet(collega, met=[consulent]) == [gevraagd.pk]


@pytest.mark.parametrize(
    ("anders", "eigen", "team"),
    [
        pytest.param({"casusregisseur": None}, False, True, id="nobody's"),
        pytest.param({"status": Status.AFGESLOTEN}, True, True, id="closed"),
        pytest.param({"status": Status.GEEN_HULP}, True, True, id="no help now"),
        pytest.param({"status": Status.INGETROKKEN}, False, False, id="withdrawn"),
    ],
)
def test_coordinator_is_told_where_nobody_works(gevraagd, consulent, coordinator, anders, eigen, team):
    Dossier.objects.update(**anders)
    vreemd = maak_user(Rol.COORDINATOR, GemeenteFactory(code="9902"))

    assert (ziet(consulent), ziet(coordinator)) == ([gevraagd.pk] * eigen, [gevraagd.pk] * team)
    assert ziet(vreemd) == []


def test_other_points_and_answered_questions_are_on_no_card(gevraagd, consulent):
    controlepunt_maken(dossier=gevraagd.dossier, soort=Controlepunt.Soort.PORTAAL, tekst="Kijk dit na.")
    gevraagd.afgehandeld_op, gevraagd.afgehandeld_door = moment(ON), consulent
    gevraagd.save()

    assert ziet(consulent) == []


def test_auditor_has_no_card(gevraagd, gemeente, consulent):
    auditor = maak_user(Rol.AUDITOR, gemeente)

    assert ziet(auditor, met=[consulent]) == []


def test_vandaag_leads_to_where_it_is_answered(client, nu, gevraagd, consulent, coordinator):
    url = reverse("controlepunt", args=[gevraagd.dossier.nummer, gevraagd.pk])
    client.force_login(consulent)
    tekst = client.get(reverse("vandaag")).text

    assert f'href="{url}"' in tekst
    assert f"Beslis over dossier {gevraagd.dossier.nummer} van {gevraagd.dossier.persoon.naam}" in tekst
    assert ZELF_AFGEMELD in tekst
    assert "Casusregisseur:" not in tekst

    Dossier.objects.update(status=Status.AFGESLOTEN)
    client.force_login(coordinator)
    tekst = client.get(reverse("vandaag")).text
    assert "Het dossier staat op 'Afgesloten'. Casusregisseur: Jolanda Prins." in tekst


def test_stand_in_reads_whose_it_is(client, nu, gevraagd, consulent, collega):
    Afwezigheid.objects.create(user=consulent, vervanger=collega, vanaf=ON, tot=ON)
    client.force_login(collega)

    assert "Casusregisseur: Jolanda Prins" in client.get(reverse("vandaag")).text


def test_card_shows_the_oldest_folds_others_and_says_that_there_are_more(
    client, nu, gemeente, coordinator, monkeypatch
):
    monkeypatch.setattr("cases.vraagkaart.HOOGSTENS", IN_BEELD + 2)
    punten = [vraag(maak_dossier(gemeente, bsn="")) for _ in range(IN_BEELD + 4)]
    client.force_login(coordinator)

    antwoord = client.get(reverse("vandaag"))

    ((_, kaart),) = antwoord.context["kaarten"]
    assert [rij.pk for rij in (*kaart["rijen"], *kaart["meer"])] == [punt.pk for punt in punten[: IN_BEELD + 2]]
    assert (len(kaart["rijen"]), kaart["zijn_er_meer"]) == (IN_BEELD, True)
    assert "Er wachten er meer." in antwoord.text


@pytest.mark.parametrize("aantal", [1, 50])
def test_vandaag_asks_nothing_more_of_the_database(client, nu, gemeente, coordinator, aantal):
    """One question of the card or fifty: those of Vandaag without it (tests/cases/test_querycounts.py)."""
    BewakingFactory(gemeente=gemeente, on=ON)
    for _ in range(aantal):
        vraag(maak_dossier(gemeente, bsn="", datum=date(2026, 4, 20)))
    client.force_login(coordinator)
    client.get(reverse("vandaag"))

    with CaptureQueriesContext(connection) as met:
        client.get(reverse("vandaag"))
    Controlepunt.objects.all().delete()
    with CaptureQueriesContext(connection) as zonder:
        client.get(reverse("vandaag"))

    assert len(met) == len(zonder)
    assert len(met) <= 12


@pytest.mark.parametrize(
    ("stand", "uht_status", "paginas"),
    [
        (Status.AANMELDING, "zelf afgemeld", ["Inwoner wil nu geen hulp", "Beëindigen"]),
        (Status.UITVOERING, "zelf afgemeld", ["Beëindigen"]),
        (Status.NAZORG, "zelf afgemeld", []),
        (Status.ACCLIMATISATIE, "erkend", ["Ondersteuning hervatten"]),
        (Status.ACCLIMATISATIE, "recht op kindregeling", ["Ondersteuning hervatten"]),
        (Status.AFGESLOTEN, "erkend", []),
    ],
)
def test_page_of_the_question_leads_to_the_decision(client, gevraagd, consulent, stand, uht_status, paginas):
    Dossier.objects.update(status=stand, uht_status=uht_status)
    client.force_login(consulent)

    antwoord = client.get(reverse("controlepunt", args=[gevraagd.dossier.nummer, gevraagd.pk]))

    assert [knop for knop, _ in antwoord.context["wegen"]] == paginas
    assert ("Trek dan bij Besluiten eerst het besluit in" in antwoord.text) == (stand == Status.AFGESLOTEN)
    assert "<p>Bespreek dit met de inwoner." in antwoord.text


def test_question_about_who_has_died_is_for_the_gezin(client, gevraagd, consulent):
    Persoon.objects.update(datum_overlijden=date(2026, 4, 1))
    client.force_login(consulent)

    antwoord = client.get(reverse("controlepunt", args=[gevraagd.dossier.nummer, gevraagd.pk]))

    assert "<p>Bespreek dit met het gezin." in antwoord.text


def test_no_to_help_answers_that_somebody_withdrew(dossier, consulent):
    gemeld = {"datum_feit": ON, "datum_gemeld": ON, "bron": "De inwoner zelf"}
    wie = {"by": consulent, "at": moment(ON), "on": ON}
    uht_status_melden(dossier=dossier, status=UhtStatus.ZELF_AFGEMELD, **gemeld, **wie)

    hulp_afwijzen(dossier=dossier, wil=WilOndersteuning.NEE, datum=ON, toelichting="", **wie)

    punt = Controlepunt.objects.get()
    assert (punt.soort, punt.afgehandeld_op, punt.toelichting) == ("uht", moment(ON), "De inwoner wil nu geen hulp.")
