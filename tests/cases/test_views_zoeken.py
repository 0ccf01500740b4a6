"""Search: who is found by what, by whom, and what of it is kept."""

import logging
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import Dossier, DossierEvent, Gezinslid, Persoon
from cases.status import Status
from cases.zoekvraag import lees_zoekvraag, normaliseer
from tests.factories import PERSOON, UserFactory, maak_dossier, maak_nog

pytestmark = pytest.mark.django_db
VRAGEN = 5
NAAMINDEXEN = ["persoon_zoek_naam", "gezinslid_zoek_naam"]


@pytest.fixture
def wie(client, consulent):
    client.force_login(consulent)
    return client


def maak(gemeente, achternaam, **velden):
    return maak_dossier(gemeente, achternaam=achternaam, **{"bsn": "", **velden})


def gevonden(client, zoek):
    response = client.post(reverse("zoeken"), {"zoek": zoek})
    return [dossier.persoon.naam for dossier in response.context["dossiers"]]


def test_name_is_found_by_the_start_of_its_words(wie, gemeente):
    for achternaam, velden in {
        "Öztürk": {},
        "Vries": {"voorvoegsel": "de", "voorletters": "J."},
        "El Amrani-de Vries": {},
        "Weide": {"voorvoegsel": "van der", "voorletters": "M."},
        "Yıldırım": {},
    }.items():
        maak(gemeente, achternaam, **velden)

    verwacht = {
        "oztur": ["N. Öztürk"],
        "ÖZTÜRK": ["N. Öztürk"],
        "vries": ["J. de Vries", "N. El Amrani-de Vries"],
        "de vries": ["J. de Vries", "N. El Amrani-de Vries"],
        "vries j": ["J. de Vries"],
        "amrani": ["N. El Amrani-de Vries"],
        "van der we": ["M. van der Weide"],
        "weide m.": ["M. van der Weide"],
        "yild": ["N. Yıldırım"],
        "eide": [],
        "niemand": [],
        "we%": ["M. van der Weide"],
    }

    assert {zoek: gevonden(wie, zoek) for zoek in verwacht} == verwacht


@pytest.mark.parametrize(
    "naam", ["Öztürk", "Yıldırım", "Łukasz Ørsted Weiß", "van 't Hof", "El Amrani-de Vries", "Çelik"]
)
def test_the_database_writes_words_as_the_parser_does(naam):
    with connection.cursor() as cursor:
        cursor.execute("SELECT zoektekst(%s)", [naam])

        assert cursor.fetchone()[0].strip() == normaliseer(naam)


@pytest.mark.parametrize(
    ("zoek", "verwacht"),
    [
        ("4001ZZ 14", ["N. Berkhout"]),
        ("4001 zz 14a", []),
        ("4001ZZ14", ["N. Berkhout"]),
        ("4001ZZ 15", []),
        ("12-03-1985", ["N. Berkhout"]),
        ("12/03/1985", ["N. Berkhout"]),
        ("13-03-1985", []),
        ("999990639", ["N. Berkhout"]),
    ],
)
def test_address_birth_date_and_bsn_are_exact(wie, dossier, zoek, verwacht):
    assert gevonden(wie, zoek) == verwacht


def test_address_with_its_letter_or_addition_is_found(wie, gemeente):
    maak(gemeente, "Letter", huisletter="a")
    maak(gemeente, "Toevoeging", toevoeging="2")

    assert gevonden(wie, "4001ZZ 14A") == ["N. Letter"]
    assert gevonden(wie, "4001ZZ 14-2") == ["N. Toevoeging"]
    assert gevonden(wie, "4001ZZ 14") == ["N. Letter", "N. Toevoeging"]


def test_address_is_found_as_it_is_printed(wie, gemeente):
    printed = maak(gemeente, "Beide", huisletter="a", toevoeging="2").persoon.adresregels
    maak(gemeente, "Samen", toevoeging="a2")
    maak(gemeente, "Tweede", toevoeging="2")
    maak(gemeente, "Hoog", toevoeging="1-hoog")

    assert printed[0].endswith(" 14a 2")
    verwacht = {
        "4001ZZ 14A 2": ["N. Beide", "N. Samen"],
        "4001 zz 14a-2": ["N. Beide", "N. Samen"],
        "4001ZZ 14A2": ["N. Beide", "N. Samen"],
        "4001ZZ 14A": ["N. Beide"],
        "4001ZZ 14-2": ["N. Beide", "N. Tweede"],
        "4001ZZ 14 1 hoog": ["N. Hoog"],
        "4001ZZ 14 1/HOOG": ["N. Hoog"],
        "4001ZZ 14B 2": [],
        "4001ZZ 14": ["N. Beide", "N. Hoog", "N. Samen", "N. Tweede"],
    }

    assert {zoek: gevonden(wie, zoek) for zoek in verwacht} == verwacht


def test_address_with_its_addition_walks_the_index_of_addresses(gemeente):
    Persoon.objects.bulk_create(
        Persoon(gemeente=gemeente, achternaam="Voorbeeld", postcode=f"{nummer}AB", huisnummer="14")
        for nummer in range(1000, 3000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE cases_persoon")

    plan = Dossier.objects.zoek(lees_zoekvraag("4001ZZ 14A 2"), [gemeente.pk]).order_by().explain()

    assert "Index Scan using persoon_zoek_adres" in plan


def test_postcode_alone_asks_for_the_house_number(wie, dossier):
    response = wie.post(reverse("zoeken"), {"zoek": "4001 zz"})

    assert response.context["form"].errors == {
        "zoek": ["Dit is een postcode. Typ het huisnummer erachter, zoals 4001 ZZ 14."]
    }


def lid(dossier, naam, relatie="partner"):
    return Gezinslid.objects.create(gezin=dossier.gezin, naam=naam, relatie=relatie, door=UserFactory())


@pytest.mark.parametrize(
    ("zoek", "verwacht"),
    [
        ("oztur", [("N. Berkhout", "Elif Öztürk (partner)")]),
        ("elif ozt", [("N. Berkhout", "Elif Öztürk (partner)")]),
        ("elif berkhout", []),
        ("sem", [("N. Berkhout", "Sem Berkhout (kind)")]),
        ("berk", [("N. Berkhout", "")]),
        ("lif", []),
    ],
)
def test_gezinslid_is_found_and_leads_to_the_dossier(wie, gemeente, dossier, zoek, verwacht):
    lid(dossier, "Elif Öztürk")
    lid(dossier, "Sem Berkhout", "kind")

    response = wie.post(reverse("zoeken"), {"zoek": zoek})

    assert [(d.persoon.naam, getattr(d, "gevonden_op", "")) for d in response.context["dossiers"]] == verwacht
    for _, wie_gevonden in verwacht:
        assert ("In het gezin:" in response.text) is bool(wie_gevonden)
        assert wie_gevonden in response.text


def test_gezinslid_comes_after_who_has_the_name_and_while_typing_too(wie, gemeente, dossier):
    lid(dossier, "Elif Öztürk")
    maak(gemeente, "Öztürk", voorletters="A.")
    ander = maak(gemeente, "Zeker")
    ander.gezin = dossier.gezin
    ander.save()

    assert gevonden(wie, "oztur") == ["A. Öztürk", "N. Berkhout", "N. Zeker"]
    html = wie.post(reverse("zoeken_direct"), {"zoek": "oztur"}).text
    assert html.count("In het gezin: Elif Öztürk (partner)") == 2


def test_gezinslid_of_another_gemeente_is_not_found(client, vreemde, dossier):
    lid(dossier, "Elif Öztürk")
    client.force_login(vreemde)

    assert gevonden(client, "oztur") == []


def test_gezinslid_of_a_withdrawn_dossier_is_not_found(wie, dossier):
    lid(dossier, "Elif Öztürk")
    Dossier.objects.update(status=Status.INGETROKKEN)

    assert gevonden(wie, "oztur") == []


def test_a_name_walks_the_indexes_of_its_gemeente_alone(gemeente, andere_gemeente, dossier, consulent):
    """A number of another type than the column is not looked up in them: then every gemeente is gone through."""
    for waar in (gemeente, andere_gemeente):
        namen = [f"{begin}{nummer}" for begin in ("Vries", "Jong", "Berg") for nummer in range(700)]
        Persoon.objects.bulk_create(Persoon(gemeente=waar, achternaam=naam) for naam in namen)
        Gezinslid.objects.bulk_create(
            Gezinslid(gezin=dossier.gezin, gemeente=waar, naam=naam, relatie="kind", door=consulent) for naam in namen
        )
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list(naam) FROM unnest(%s::regclass[]) AS naam", [NAAMINDEXEN])
        cursor.execute("ANALYZE cases_persoon, cases_gezinslid")
        cursor.execute("SET LOCAL enable_seqscan = off")

    vraag = lees_zoekvraag("vries69")
    for index, personen in (
        (NAAMINDEXEN[0], Persoon.objects.op_naam(vraag, [gemeente.pk])),
        (NAAMINDEXEN[1], Gezinslid.objects.op_naam(vraag, [gemeente.pk])),
    ):
        plan = personen.order_by().explain()
        assert re.search(rf"{index}.*\n *Index Cond: \(\(gemeente_id = '{gemeente.pk}'::bigint\) AND ", plan), plan


def test_the_first_of_a_common_name_are_the_same_as_those_of_the_whole_search(wie, gemeente):
    """Whoever has the name comes first, in Dutch order; a voorvoegsel and a second word come after."""
    for voorletters, achternaam in (
        ("B.", "Vries"),
        ("A.", "Vriés"),
        ("C.", "VRIES"),
        ("A.", "Vriesema"),
        ("A.", "Vri"),
    ):
        maak(gemeente, achternaam, voorletters=voorletters)
    maak(gemeente, "Amrani-Vries"), maak(gemeente, "Berg", voorvoegsel="vries")
    Dossier.objects.filter(pk=maak(gemeente, "Vriesland").pk).update(status=Status.INGETROKKEN)

    alle = Dossier.objects.zoek(lees_zoekvraag("vries"), [gemeente.pk])
    met_naam = Dossier.objects.met_achternaam("vries", [gemeente.pk])

    assert [str(dossier.persoon) for dossier in met_naam] == ["B. Vries", "C. VRIES", "A. Vriés", "A. Vriesema"]
    assert list(met_naam) == list(alle[:4])
    assert gevonden(wie, "vries") == [
        "B. Vries",
        "C. VRIES",
        "A. Vriés",
        "A. Vriesema",
        "N. Amrani-Vries",
        "N. vries Berg",
    ]


def test_gezinslid_takes_the_gemeente_of_the_gezin(dossier):
    rij = lid(dossier, "Elif Öztürk")

    assert rij.gemeente == dossier.gemeente


def test_geheim_adres_is_not_found_by_address_nor_shown(wie, dossier):
    dossier.persoon.geheim_adres = True
    dossier.persoon.save()

    assert gevonden(wie, "4001ZZ 14") == []
    assert "Rivierendam</td>" not in wie.post(reverse("zoeken"), {"zoek": "berkhout"}).text


def test_dossier_number_leads_to_the_dossier(wie, dossier):
    response = wie.post(reverse("zoeken"), {"zoek": dossier.nummer.lower()})

    assert response["Location"] == dossier.get_absolute_url()


@pytest.mark.parametrize("bekend", ["06-12345678", "06 12 34 56 78", "+31612345678", "0031 (0)6 12345678"])
def test_telephone_number_is_found_however_it_is_written(wie, gemeente, bekend):
    maak(gemeente, "Berkhout", telefoon=bekend)
    maak(gemeente, "Ander", telefoon="06-12345679")
    maak(gemeente, "Zonder", telefoon="")

    for zoek in ("0612345678", "06-12345678", "+31 6 12345678"):
        response = wie.post(reverse("zoeken"), {"zoek": zoek})
        assert [dossier.persoon.naam for dossier in response.context["dossiers"]] == ["N. Berkhout"], zoek
        assert "1 dossier gevonden op telefoonnummer." in response.text, zoek


def test_telephone_number_walks_its_index(gemeente):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        plan = Dossier.objects.zoek(lees_zoekvraag("06-12345678"), [gemeente.pk]).order_by().explain()

    assert "persoon_zoek_telefoon" in plan


def test_withdrawn_dossier_is_found_by_its_number_only(wie, dossier):
    dossier.status = Status.INGETROKKEN
    dossier.save()

    assert gevonden(wie, "berkhout") == []
    assert wie.post(reverse("zoeken"), {"zoek": dossier.nummer})["Location"] == dossier.get_absolute_url()


@pytest.mark.parametrize(
    "zoek",
    ["berkhout", "999990639", "4001ZZ 14", "12-03-1985", "9901-D-2026-00001", "06-12345678", "9901-B-2026-00001"],
)
def test_another_gemeente_finds_nothing(client, vreemde, dossier, zoek):
    client.force_login(vreemde)

    response = client.post(reverse("zoeken"), {"zoek": zoek})

    assert list(response.context["dossiers"]) == []
    assert "Geen dossier gevonden" in response.text
    assert not DossierEvent.objects.filter(soort="bsn_gezocht").exists()


def test_search_for_a_bsn_is_logged_without_the_number(wie, dossier, consulent, caplog):
    with caplog.at_level(logging.INFO, logger="cases.actions.zoeken"):
        wie.post(reverse("zoeken"), {"zoek": PERSOON["bsn"]})

    event = DossierEvent.objects.get(dossier=dossier, soort="bsn_gezocht")
    assert (event.by, event.tekst) == (consulent, "Gevonden door te zoeken op burgerservicenummer.")
    assert caplog.messages == [f"Gebruiker {consulent.pk} zocht op BSN: 1 gevonden."]


def test_nothing_of_the_question_stands_in_the_address_or_is_kept(wie, dossier):
    response = wie.post(reverse("zoeken"), {"zoek": "berkhout"})

    assert response["Cache-Control"] == "private, no-store"
    assert 'method="post"' in response.text
    assert "zoek=" not in response.text


def test_faulty_question_is_said_and_kept(wie, gemeente):
    response = wie.post(reverse("zoeken"), {"zoek": "30-02-1985"})

    assert "maand 2 van 1985 heeft geen dag 30" in response.text
    assert 'value="30-02-1985"' in response.text


def test_page_explains_how_to_search(wie, gemeente):
    assert "Zo zoekt u" in wie.get(reverse("zoeken")).text


def test_more_than_a_page_is_said(wie, gemeente):
    maak_nog(maak(gemeente, "Veelvoorkomend"), [f"Veelvoorkomend {nummer:02}" for nummer in range(50)])

    response = wie.post(reverse("zoeken"), {"zoek": "veelvoorkomend"})

    assert len(response.context["dossiers"]) == 50
    assert "Meer dan 50 dossiers gevonden op naam." in response.text


@pytest.mark.parametrize("aantal", [1, 3])
def test_questions_about_gezinsleden_are_the_same_for_one_and_many(wie, gemeente, aantal):
    for nummer in range(aantal):
        lid(maak(gemeente, f"Berkhout {nummer}"), "Elif Öztürk")

    with CaptureQueriesContext(connection) as vragen:
        assert len(gevonden(wie, "oztur")) == aantal

    assert len(vragen) == VRAGEN + 1


@pytest.mark.parametrize("aantal", [1, 3])
def test_questions_to_the_database_are_the_same_for_one_and_many(wie, gemeente, aantal):
    for _ in range(aantal):
        maak(gemeente, "Berkhout")

    with CaptureQueriesContext(connection) as vragen:
        wie.post(reverse("zoeken"), {"zoek": "berkhout"})

    assert len(vragen) == VRAGEN


def test_first_results_come_while_typing(wie, gemeente):
    for nummer in range(9):
        maak(gemeente, f"Berkhout {nummer}", geboortedatum="1985-03-00")

    html = wie.post(reverse("zoeken_direct"), {"zoek": "berk"}).text

    assert html.count("<li>") == 8
    assert "maart 1985 (dag onbekend), aanmelding, 9901-D-2026-00001" in html
    assert "Druk op Enter voor alle." in html


def test_bsn_is_not_looked_for_while_typing(wie, dossier):
    html = wie.post(reverse("zoeken_direct"), {"zoek": PERSOON["bsn"]}).text

    assert "Druk op Enter om op dit BSN te zoeken." in html
    assert "Berkhout" not in html
    assert not DossierEvent.objects.filter(soort="bsn_gezocht").exists()


@pytest.mark.parametrize(("zoek", "tekst"), [("b", ""), ("niemand", "Niets gevonden.")])
def test_nothing_to_show_while_typing(wie, dossier, zoek, tekst):
    html = wie.post(reverse("zoeken_direct"), {"zoek": zoek}).text

    assert tekst in html
    assert "<li>" not in html


def test_direct_results_take_only_a_post(wie):
    assert wie.get(reverse("zoeken_direct")).status_code == 405


def test_dossiers_of_today_are_in_the_order_of_the_best_fit(wie, gemeente):
    maak(gemeente, "Jansen-Berg", datum=date(2026, 3, 3))
    maak(gemeente, "Berg")

    assert gevonden(wie, "berg") == ["N. Berg", "N. Jansen-Berg"]


def test_equal_fits_are_in_the_order_of_a_dutch_reader(wie, gemeente):
    for naam in ("Zonneveld-Berg", "Öztürk-Berg", "Pot-Berg"):
        maak(gemeente, naam)

    assert gevonden(wie, "berg") == ["N. Öztürk-Berg", "N. Pot-Berg", "N. Zonneveld-Berg"]
