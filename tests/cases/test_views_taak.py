"""One's own taken: the list, adding, doing, undoing, moving and giving away; and their place in Vandaag."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.rollen import Rol
from cases.actions import taak as acties
from cases.actions.afspraak import afspraak_plannen
from cases.actions.toewijzen import toewijzen
from cases.models import Taak
from tests.factories import LidmaatschapFactory, maak_dossier, moment

ON, MORGEN, LATER = date(2026, 5, 19), date(2026, 5, 20), date(2026, 7, 1)
KEREN = 7

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 5, 19, 9, 30, tzinfo=UTC), tick=False):
        yield


def maak(gemeente, by, *, wat="School bellen", datum=ON, dossier=None, on=ON):
    return acties.taak_maken(
        gemeente=gemeente, dossier=dossier, wat=wat, datum=datum, voor=by, by=by, at=moment(on), on=on
    )


def meldingen(response):
    return [str(melding) for melding in response.context["messages"]]


def vandaag(client, **keuze):
    groepen = client.get(reverse("vandaag"), keuze).context["groepen"]
    return {groep.id: [(regel.wie, regel.stap, regel.knop) for regel in groep.regels] for groep in groepen}


def test_a_taak_is_added_for_oneself_with_or_without_a_dossier(pagina, gemeente, dossier, consulent):
    zonder = pagina.post(reverse("taken"), {"wat": "Presentatie", "datum": "20-05-2026"}, follow=True)
    pagina.post(reverse("taken"), {"wat": "School bellen", "datum": "19-05-2026", "nummer": dossier.nummer.lower()})
    pagina.post(reverse("taak_nieuw", args=[dossier.nummer]), {"wat": "Brief lezen", "datum": "19-05-2026"})

    assert meldingen(zonder) == ["De taak staat op uw lijst."]
    assert list(Taak.objects.order_by("pk").values_list("wat", "dossier", "voor", "gemeente")) == [
        ("Presentatie", None, consulent.pk, gemeente.pk),
        ("School bellen", dossier.pk, consulent.pk, gemeente.pk),
        ("Brief lezen", dossier.pk, consulent.pk, gemeente.pk),
    ]


@pytest.mark.parametrize(
    ("gekozen", "voor", "melding"),
    [
        ({}, "Bram Terpstra", "De taak staat op de lijst van Bram Terpstra en in dit dossier."),
        (
            {"voor": "casusregisseur"},
            "Bram Terpstra",
            "De taak staat op de lijst van Bram Terpstra en in dit dossier.",
        ),
        ({"voor": "zelf"}, "Jolanda Prins", "De taak staat op uw lijst en in dit dossier."),
    ],
)
def test_a_taak_in_the_dossier_of_a_colleague_is_for_the_casusregisseur_or_oneself(
    pagina, dossier, collega, coordinator, gekozen, voor, melding
):
    toewijzen(dossier=dossier, casusregisseur=collega, by=coordinator, at=moment(ON))
    url = reverse("taak_nieuw", args=[dossier.nummer])
    form = pagina.get(url).context["form"]

    response = pagina.post(url, {"wat": "Brief lezen", "datum": "19-05-2026", **gekozen}, follow=True)

    assert list(form.fields["voor"].choices) == [
        ("casusregisseur", "Bram Terpstra, casusregisseur"),
        ("zelf", "Uzelf"),
    ]
    assert Taak.objects.get().voor.naam == voor
    assert meldingen(response) == [melding]


def test_a_taak_in_ones_own_dossier_asks_nothing_more(pagina, dossier, consulent, coordinator):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))

    form = pagina.get(reverse("taak_nieuw", args=[dossier.nummer])).context["form"]

    assert list(form.fields) == ["wat", "datum"]


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"datum": "18-05-2026"}, "datum", "Deze dag is al geweest. Kies vandaag of een dag daarna."),
        ({"wat": ""}, "wat", "Vul dit veld in."),
        (
            {"nummer": "9902-D-2026-00001"},
            "nummer",
            "Er is geen dossier met dit nummer. Controleer het nummer, zoals 9901-D-2026-00001.",
        ),
    ],
)
def test_faults_are_shown_at_their_field(pagina, andere_gemeente, anders, veld, melding):
    maak_dossier(andere_gemeente)

    response = pagina.post(reverse("taken"), {"wat": "Bellen", "datum": "19-05-2026", **anders})

    assert response.context["form"].errors == {veld: [melding]}
    assert Taak.objects.count() == 0


def test_who_works_in_two_gemeenten_says_for_which(pagina, consulent, andere_gemeente):
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.CONSULENT)

    pagina.post(reverse("taken"), {"wat": "Overleg", "datum": "19-05-2026", "gemeente": andere_gemeente.pk})

    assert Taak.objects.get().gemeente == andere_gemeente


def test_done_and_undone_from_the_list(pagina, gemeente, dossier, consulent):
    taak = maak(gemeente, consulent, dossier=dossier)

    gedaan = pagina.post(f"{reverse('taak_gedaan', args=[taak.pk])}?terug=taken", follow=True)
    assert gedaan.redirect_chain == [(reverse("taken"), 302)]
    assert meldingen(gedaan) == ["Gedaan: School bellen."]
    assert list(gedaan.context["gedaan"]) == [taak]

    weer = pagina.post(f"{reverse('taak_heropenen', args=[taak.pk])}?terug=taken", follow=True)
    assert [open_ for open_, _ in weer.context["regels"]] == [taak]


def test_what_one_did_for_a_colleague_can_be_undone_from_ones_own_list(
    pagina, gemeente, andere_gemeente, dossier, consulent, collega, vreemde
):
    voor_collega = maak(gemeente, collega, dossier=dossier, wat="Voor Bram")
    door_collega = maak(gemeente, consulent, dossier=dossier, wat="Door Bram")
    van_collega = maak(gemeente, collega, dossier=dossier, wat="Van Bram")
    los, elders = (
        maak(gemeente, collega, wat="Los"),
        maak(andere_gemeente, vreemde, dossier=maak_dossier(andere_gemeente)),
    )
    for taak, wie, uur in (
        (voor_collega, consulent, 8),
        (door_collega, collega, 9),
        (van_collega, collega, 10),
        (los, consulent, 11),
        (elders, consulent, 12),
    ):
        acties.taak_gedaan(taak=taak, by=wie, at=moment(ON, uur=uur))

    response = pagina.get(reverse("taken"))

    assert list(response.context["gedaan"]) == [door_collega, voor_collega]
    assert "Taak van Bram Terpstra" in response.text
    assert "Gedaan door Bram Terpstra" in response.text

    pagina.post(f"{reverse('taak_heropenen', args=[voor_collega.pk])}?terug=taken")
    voor_collega.refresh_from_db()
    assert (voor_collega.gedaan_op, voor_collega.voor) == (None, collega)


def test_the_list_names_nobody_for_what_one_did_oneself(pagina, gemeente, dossier, consulent):
    acties.taak_gedaan(taak=maak(gemeente, consulent, dossier=dossier), by=consulent, at=moment(ON))

    assert "Jolanda Prins" not in pagina.get(reverse("taken")).text.split('id="gedaan"')[1]


@pytest.mark.parametrize("terug", ["contacten", "vandaag"])
def test_done_can_be_undone_with_the_button_in_the_message(pagina, gemeente, dossier, collega, terug):
    taak = maak(gemeente, collega, dossier=dossier)

    gedaan = pagina.post(f"{reverse('taak_gedaan', args=[taak.pk])}?terug={terug}", follow=True)
    knop = f'action="{reverse("taak_heropenen", args=[taak.pk])}?terug={terug}"'
    weer = pagina.post(f"{reverse('taak_heropenen', args=[taak.pk])}?terug={terug}", follow=True)

    assert knop in gedaan.text
    assert knop not in weer.text
    assert weer.redirect_chain == gedaan.redirect_chain
    assert meldingen(weer) == ["De taak staat weer open."]
    taak.refresh_from_db()
    assert taak.gedaan_op is None


def test_the_button_in_the_message_carries_the_token_of_its_page(gemeente, dossier, consulent, collega):
    taak = maak(gemeente, collega, dossier=dossier)
    client = Client(enforce_csrf_checks=True)
    client.force_login(consulent)

    def stuur(url, html):
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)[1]
        return client.post(url, {"csrfmiddlewaretoken": token}, follow=True)

    gedaan = stuur(f"{reverse('taak_gedaan', args=[taak.pk])}?terug=vandaag", client.get(reverse("taken")).text)
    actie, formulier = re.search(r'action="([^"]*/heropenen/[^"]*)"(.*?)</form>', gedaan.text, re.DOTALL).groups()
    weer = stuur(actie, formulier)

    assert meldingen(weer) == ["De taak staat weer open."]


def test_a_link_to_the_button_does_nothing(pagina, gemeente, consulent):
    taak = maak(gemeente, consulent)

    pagina.get(reverse("taak_gedaan", args=[taak.pk]))

    taak.refresh_from_db()
    assert taak.gedaan_op is None


def test_refused_undo_is_told(pagina, dossier, consulent):
    gegevens = {"datum": MORGEN, "kanaal": "kantoor"}
    afspraak_plannen(dossier=dossier, soort="gesprek", gegevens=gegevens, by=consulent, at=moment(ON), on=ON)
    taak = Taak.objects.get()
    acties.taak_gedaan(taak=taak, by=consulent, at=moment(ON))
    dossier.afspraken.update(status="afgezegd")

    response = pagina.post(reverse("taak_heropenen", args=[taak.pk]), follow=True)

    assert meldingen(response) == ["De afspraak is al afgezegd. De taak kan niet weer open."]


@pytest.mark.parametrize("met_dossier", [True, False])
def test_moved_and_given_to_a_colleague(pagina, gemeente, dossier, consulent, collega, auditor, met_dossier):
    taak = maak(gemeente, consulent, dossier=dossier if met_dossier else None)
    url = f"{reverse('taak', args=[taak.pk])}?terug=taken"
    form = pagina.get(url).context["form"]

    gegevens = {"wat": taak.wat, "datum": "20-05-2026", "voor": collega.pk, "versie": form["versie"].value()}
    response = pagina.post(url, gegevens, follow=True)

    assert list(form.fields["voor"].queryset) == [collega, consulent]
    assert response.redirect_chain == [(reverse("taken"), 302)]
    taak.refresh_from_db()
    assert (taak.datum, taak.voor) == (MORGEN, collega)
    assert response.context["regels"] == []


def test_a_taak_that_is_done_leads_back(pagina, gemeente, dossier, consulent):
    taak = maak(gemeente, consulent, dossier=dossier)
    acties.taak_gedaan(taak=taak, by=consulent, at=moment(ON))

    response = pagina.get(reverse("taak", args=[taak.pk]), follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]


def test_loose_taak_of_a_colleague_is_not_found(pagina, gemeente, collega):
    taak = maak(gemeente, collega)

    assert pagina.get(reverse("taak", args=[taak.pk])).status_code == 404
    assert pagina.post(reverse("taak_gedaan", args=[taak.pk])).status_code == 404


def test_vandaag_has_taken_and_termijnen_in_the_order_of_their_day(pagina, gemeente, consulent, collega, coordinator):
    dossier = maak_dossier(gemeente, datum=date(2026, 5, 11))
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))
    maak(gemeente, consulent, wat="Te laat", datum=date(2026, 5, 18), dossier=dossier, on=date(2026, 5, 18))
    maak(gemeente, consulent, wat="Los")
    maak(gemeente, consulent, wat="Verder", datum=LATER)
    maak(gemeente, collega, wat="Van de collega")
    acties.taak_gedaan(taak=maak(gemeente, consulent, wat="Gedaan"), by=consulent, at=moment(ON))
    gegevens = {"datum": MORGEN, "kanaal": "kantoor"}
    afspraak_plannen(dossier=dossier, soort="gesprek", gegevens=gegevens, by=consulent, at=moment(ON), on=ON)

    assert vandaag(pagina) == {
        "laat": [("N. Berkhout", "Te laat", "Gedaan")],
        "vandaag": [
            ("N. Berkhout", "Eerste keer bellen", "Contact vastleggen"),
            ("Zonder dossier", "Los", "Gedaan"),
        ],
        "week": [("N. Berkhout", "Gesprek, op kantoor", "Afspraak openen")],
        "later": [
            ("Zonder dossier", "Verder", "Gedaan"),
            ("N. Berkhout", "Eerste gesprek houden", "Gesprek vastleggen"),
        ],
    }
    wet = pagina.get(reverse("vandaag"), {"wat": "wet"}).context
    assert [regel.stap for groep in wet["groepen"] for regel in groep.regels] == ["Eerste gesprek houden"]
    assert (wet["telling"]["alles"], wet["telling"]["wet"]) == (6, 1)


def test_done_in_vandaag_leads_back_to_vandaag(pagina, gemeente, consulent):
    taak = maak(gemeente, consulent)
    url = f"{reverse('taak_gedaan', args=[taak.pk])}?terug=vandaag"

    assert f'action="{url}"' in pagina.get(reverse("vandaag")).text
    assert pagina.post(url).url == reverse("vandaag")


def test_a_page_past_the_end_is_the_last_one(pagina, gemeente, consulent):
    for nummer in range(53):
        maak(gemeente, consulent, wat=f"Taak {nummer}")

    context = pagina.get(reverse("vandaag"), {"page": "9999999999"}).context

    assert [(groep.aantal, len(groep.regels)) for groep in context["groepen"]] == [(53, 3)]


def test_who_lost_the_gemeente_sees_its_taken_no_more(pagina, gemeente, andere_gemeente, dossier, consulent):
    maak(gemeente, consulent, dossier=dossier)
    maak(gemeente, consulent, wat="Los")
    consulent.lidmaatschappen.all().delete()
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.CONSULENT)

    assert vandaag(pagina) == {}
    assert Taak.objects.visible_to(type(consulent).objects.get(pk=consulent.pk)).count() == 0


@pytest.mark.parametrize("aantal", [1, 25])
def test_list_asks_the_same_number_of_questions(pagina, gemeente, consulent, dossier, aantal):
    for nummer in range(aantal):
        maak(gemeente, consulent, wat=f"Doen {nummer}", dossier=dossier)
        taak = maak(gemeente, consulent, wat=f"Gedaan {nummer}", dossier=dossier)
        acties.taak_gedaan(taak=taak, by=consulent, at=moment(ON))

    with CaptureQueriesContext(connection) as vragen:
        pagina.get(reverse("taken"))

    assert len(vragen) == KEREN


@pytest.mark.parametrize("aantal", [1, 20])
def test_vandaag_asks_the_same_number_of_questions_with_taken(pagina, gemeente, consulent, coordinator, aantal):
    for nummer in range(aantal):
        dossier = maak_dossier(gemeente, datum=date(2026, 5, 4), bsn="", achternaam=f"Naam {nummer}")
        toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=moment(ON))
        maak(gemeente, consulent, dossier=dossier, datum=ON)

    with CaptureQueriesContext(connection) as vragen:
        pagina.get(reverse("vandaag"))

    assert len(vragen) == 8
