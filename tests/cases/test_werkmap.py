"""A list as a workbook: what stands in it, that nothing in it is a formula, who may take it, and that it is noted."""

import io
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse
from openpyxl import load_workbook

from accounts.rollen import Rol
from cases.models import Dossier, Lijstexport, Persoon
from tests.factories import maak_dossier

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def lijst(client, coordinator):
    client.force_login(coordinator)
    return client


def maak(gemeente, naam, **anders):
    return maak_dossier(gemeente, datum=date(2026, 5, 11), achternaam=naam, **{"bsn": "", "voorletters": "", **anders})


def cellen(response):
    return list(load_workbook(io.BytesIO(response.content)).active.iter_rows())


def waarden(response):
    return [[cel.value for cel in rij] for rij in cellen(response)]


def test_workbook_has_the_chosen_rows_and_columns(lijst, gemeente, andere_gemeente):
    kind, ander = maak(gemeente, "Kind"), maak(gemeente, "Ander")
    Dossier.objects.filter(pk=kind.pk).update(doelgroep="kind")
    maak(andere_gemeente, "Elders")

    response = lijst.get(reverse("dossiers_xlsx"), {"doelgroep": "kind", "kolom": ["status", "aanmelding"]})

    assert waarden(response) == [
        ["Dossiernummer", "Naam", "Gemeente", "Status", "Aangemeld"],
        [kind.nummer, "Kind", "Rivierendam", "Aanmelding", datetime(2026, 5, 11)],
    ]
    assert response["Content-Disposition"] == 'attachment; filename="dossiers-2026-05-19.xlsx"'
    assert ander.nummer not in str(waarden(response))


@pytest.mark.parametrize(
    ("volgorde", "blad", "namen"),
    [("", "Dossiers", ["Zonder", "Met"]), ("uiterste_datum", "Dossiers met iets te doen", ["Met"])],
)
def test_sheet_names_that_only_dossiers_with_something_to_do_are_in_it(lijst, gemeente, volgorde, blad, namen):
    maak(gemeente, "Met")
    maak(gemeente, "Zonder").termijnen.all().delete()

    response = lijst.get(reverse("dossiers_xlsx"), {"volgorde": volgorde, "kolom": "status"})

    assert load_workbook(io.BytesIO(response.content)).sheetnames == [blad]
    assert [rij[1] for rij in waarden(response)[1:]] == namen


@pytest.mark.parametrize("teken", ["=", "+", "-", "@"])
def test_name_that_looks_like_a_formula_stays_a_text(lijst, gemeente, teken):
    maak(gemeente, f"{teken}1+1")

    [_, rij] = cellen(lijst.get(reverse("dossiers_xlsx"), {"kolom": "status"}))

    assert (rij[1].value, rij[1].data_type, rij[1].quotePrefix) == (f"{teken}1+1", "s", True)
    assert not rij[0].quotePrefix


def test_signs_that_a_workbook_can_not_hold_are_left_out(lijst, gemeente):
    maak(gemeente, "Ber\x08khout")

    assert waarden(lijst.get(reverse("dossiers_xlsx"), {"kolom": "status"}))[1][1] == "Berkhout"


def test_neither_a_bsn_nor_a_secret_address_leaves_the_program(lijst, gemeente):
    dossier = maak(gemeente, "Berkhout", bsn="999990639", woonplaats="Geheimdorp")
    Persoon.objects.filter(pk=dossier.persoon_id).update(geheim_adres=True)

    [_, rij] = waarden(lijst.get(reverse("dossiers_xlsx"), {"kolom": "woonplaats"}))

    assert rij == [dossier.nummer, "Berkhout", "Rivierendam", "geheim"]


def test_that_a_list_was_taken_is_noted_without_whom(lijst, gemeente, coordinator):
    maak(gemeente, "Berkhout")

    lijst.get(reverse("dossiers_xlsx"), {"status": "open", "volgorde": "naam", "kolom": "status"})

    export = Lijstexport.objects.get()
    assert (export.user, export.at, export.aantal) == (coordinator, NU, 1)
    assert (export.filters, export.kolommen) == ({"status": "open", "volgorde": "naam"}, ["status"])


def test_list_that_is_too_long_is_refused_with_what_to_do(lijst, gemeente, monkeypatch):
    monkeypatch.setattr("cases.views.lijst.EXPORT_HOOGSTENS", 1)
    for naam in ("Een", "Twee"):
        maak(gemeente, naam)

    response = lijst.get(reverse("dossiers_xlsx"), {"status": "open"})

    assert (response.status_code, response["Location"]) == (302, "/dossiers/?status=open")
    assert [str(m) for m in get_messages(response.wsgi_request)] == [
        "Deze lijst heeft meer dan 1 dossiers. Kies minder en download daarna opnieuw."
    ]
    assert not Lijstexport.objects.exists()


def test_only_gemeenten_in_which_one_may_take_lists_are_in_it(client, gemeente, andere_gemeente, consulent):
    """Who is consulent here and coördinator there takes the list of there only."""
    consulent.lidmaatschappen.create(gemeente=andere_gemeente, rol=Rol.COORDINATOR)
    maak(gemeente, "Hier")
    daar = maak(andere_gemeente, "Daar")
    client.force_login(consulent)

    [_, rij] = waarden(client.get(reverse("dossiers_xlsx"), {"kolom": "status"}))

    assert rij[0] == daar.nummer


def test_button_is_there_for_who_may(client, gemeente, consulent, coordinator):
    maak(gemeente, "Een")
    client.force_login(consulent)
    assert "Lijst downloaden" not in client.get(reverse("dossiers")).text
    assert client.get(reverse("dossiers_xlsx")).status_code == 403
    client.force_login(coordinator)
    assert f"{reverse('dossiers_xlsx')}?status=open" in client.get(reverse("dossiers"), {"status": "open"}).text
