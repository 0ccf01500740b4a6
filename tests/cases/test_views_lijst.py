"""The dossier list: what each filter, search and order gives, and to whom."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.urls import reverse

from accounts.models import User
from accounts.rollen import Rol
from cases.actions.toewijzen import toewijzen
from cases.keuzes import Doelgroep
from cases.kolommen import KOLOMMEN
from cases.lijstvraag import sorteer
from cases.models import Dossier, Persoon, Termijn
from tests.factories import maak_dossier, maak_nog, maak_user, moment
from tests.haltes import halte
from tests.wegen import voer_eerste_gesprek

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def gevonden(client, **keuze):
    response = client.get(reverse("dossiers"), keuze)
    return [rij.dossier.persoon.naam for rij in response.context["rijen"]]


def maak(gemeente, achternaam, *, datum=date(2026, 5, 11), **anders):
    return maak_dossier(gemeente, datum=datum, achternaam=achternaam, **{"bsn": "", "voorletters": "", **anders})


def zet(dossier, **velden):
    Dossier.objects.filter(pk=dossier.pk).update(**velden)


@pytest.fixture
def lijst(client, consulent):
    client.force_login(consulent)
    return client


def test_list_shows_the_newest_aanmelding_first(lijst, gemeente):
    maak(gemeente, "Eerste", datum=date(2026, 5, 1))
    maak(gemeente, "Derde", datum=date(2026, 5, 3))
    maak(gemeente, "Tweede", datum=date(2026, 5, 2))

    assert gevonden(lijst) == ["Derde", "Tweede", "Eerste"]


def test_list_holds_only_dossiers_of_the_own_gemeente(client, vreemde, lijst, gemeente, andere_gemeente):
    maak(gemeente, "Hier")
    maak(andere_gemeente, "Elders")

    assert gevonden(lijst) == ["Hier"]
    client.force_login(vreemde)
    assert gevonden(client) == ["Elders"]


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        ({"status": "uitvoering"}, {"In uitvoering"}),
        ({"status": "open"}, {"In uitvoering", "Kind", "Nieuw"}),
        ({"doelgroep": "kind"}, {"Kind"}),
        ({"casusregisseur": "geen"}, {"Kind", "Nieuw"}),
        ({"status": "uitvoering", "doelgroep": "kind"}, set()),
        ({"status": "bestaat niet"}, {"In uitvoering", "Kind", "Nieuw", "Dicht"}),
        ({}, {"In uitvoering", "Kind", "Nieuw", "Dicht"}),
    ],
)
def test_filters_narrow_the_list(lijst, consulent, coordinator, gemeente, keuze, verwacht):
    uitvoering = maak(gemeente, "In uitvoering")
    toewijzen(dossier=uitvoering, casusregisseur=consulent, by=coordinator, at=moment(NU.date()))
    zet(uitvoering, status="uitvoering")
    zet(maak(gemeente, "Kind"), doelgroep=Doelgroep.KIND)
    maak(gemeente, "Nieuw")
    dicht = maak(gemeente, "Dicht")
    zet(dicht, status="afgesloten")
    dicht.termijnen.update(status="vervallen")

    assert set(gevonden(lijst, **keuze)) == verwacht


def test_filter_on_one_casusregisseur(lijst, consulent, collega, coordinator, gemeente):
    for wie in (consulent, collega):
        toewijzen(dossier=maak(gemeente, wie.naam), casusregisseur=wie, by=coordinator, at=moment(NU.date()))

    assert gevonden(lijst, casusregisseur=str(collega.pk)) == ["Bram Terpstra"]


def test_choice_of_casusregisseur_names_only_those_of_this_gemeente_with_dossiers(
    lijst, consulent, collega, coordinator, vreemde, gemeente
):
    toewijzen(dossier=maak(gemeente, "Berkhout"), casusregisseur=consulent, by=coordinator, at=moment(NU.date()))

    form = lijst.get(reverse("dossiers")).context["form"]

    assert [naam for _, naam in form.fields["casusregisseur"].choices] == [
        "Alle",
        "Nog niet toegewezen",
        "Jolanda Prins",
    ]


def test_choice_of_casusregisseur_passes_over_accents(client, coordinator, gemeente):
    namen = ("Zoë Vos", "Özlem Kaya", "Pim de Wit", "çetin Aydin")
    for wie in [maak_user(Rol.CONSULENT, gemeente, naam=naam) for naam in namen]:
        toewijzen(dossier=maak(gemeente, wie.naam), casusregisseur=wie, by=coordinator, at=moment(NU.date()))
    client.force_login(coordinator)
    op_naam = ["çetin Aydin", "Özlem Kaya", "Pim de Wit", "Zoë Vos"]

    form = client.get(reverse("dossiers")).context["form"]

    assert [naam for _, naam in form.fields["casusregisseur"].choices][2:] == op_naam
    assert [wie.naam for wie in User.objects.casusregisseurs(gemeente.pk)] == op_naam


def test_filters_on_termijn(lijst, gemeente):
    maak(gemeente, "Laat", datum=date(2026, 4, 20))
    maak(gemeente, "Vandaag", datum=date(2026, 5, 11))
    maak(gemeente, "Tweede Pinksterdag", datum=date(2026, 5, 18))
    maak(gemeente, "Volgende week", datum=date(2026, 5, 20))

    assert gevonden(lijst, termijn="te_laat") == ["Laat"]
    assert set(gevonden(lijst, termijn="deze_week")) == {"Laat", "Vandaag", "Tweede Pinksterdag"}


def test_order_by_name_and_by_last_day(lijst, gemeente):
    maak(gemeente, "Bos", datum=date(2026, 5, 11))
    maak(gemeente, "Dijk", datum=date(2026, 5, 4))
    maak(gemeente, "Akker", datum=date(2026, 5, 18))
    maak(gemeente, "Zonder", datum=date(2026, 5, 1)).termijnen.all().delete()

    assert gevonden(lijst, volgorde="naam") == ["Akker", "Bos", "Dijk", "Zonder"]
    assert gevonden(lijst, volgorde="uiterste_datum") == ["Dijk", "Bos", "Akker"]


def test_order_by_name_passes_over_accents_capitals_and_signs(lijst, gemeente):
    for naam in ("Zonneveld", "Öztürk", "çelik", "Dijk", "Oud", "D'Hondt", "Celik"):
        maak(gemeente, naam)
    for naam, voorletters in (("Celik", "É."), ("Çelik", "F."), ("Dijk Bos", "A."), ("Dijk", "Z.")):
        maak(gemeente, naam, voorletters=voorletters)

    assert gevonden(lijst, volgorde="naam") == [
        "Celik", "É. Celik", "çelik", "F. Çelik", "D'Hondt", "Dijk", "Z. Dijk", "A. Dijk Bos", "Oud", "Öztürk",
        "Zonneveld",
    ]  # fmt: skip


def test_order_by_name_walks_its_index(gemeente):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_sort = off")
        plan = sorteer(Dossier.objects.filter(gemeente=gemeente), "naam")[:50].explain()

    assert "Presorted Key: ((cases_persoon.achternaam)::" in plan
    assert "Index Scan using persoon_op_naam" in plan


def test_order_by_last_day_shows_each_dossier_once_and_counts_the_same(lijst, gemeente):
    for naam in ("Bos", "Dijk"):
        dossier = maak(gemeente, naam)
        eerste = dossier.termijnen.first()
        Termijn.objects.filter(dossier=dossier).update(uiterste_datum=eerste.uiterste_datum)

    response = lijst.get(reverse("dossiers"), {"volgorde": "uiterste_datum"})

    assert [rij.dossier.persoon.naam for rij in response.context["rijen"]] == ["Dijk", "Bos"]
    assert response.context["page_obj"].paginator.count == 2


ALLEEN_TE_DOEN = "In deze volgorde staan alleen dossiers met een termijn waarin u iets moet doen."


def test_order_by_last_day_says_that_it_leaves_out_dossiers(lijst, gemeente):
    maak(gemeente, "Bos")

    form = lijst.get(reverse("dossiers")).context["form"]
    assert dict(form.fields["volgorde"].choices)["uiterste_datum"] == (
        "Eerste termijn waarin u iets moet doen (alleen die dossiers)"
    )
    assert ALLEEN_TE_DOEN in lijst.get(reverse("dossiers"), {"volgorde": "uiterste_datum"}).text
    for volgorde in ("", "oudste", "naam"):
        assert ALLEEN_TE_DOEN not in lijst.get(reverse("dossiers"), {"volgorde": volgorde}).text


def test_order_by_last_day_without_anything_to_do_says_what_to_do(lijst, gemeente):
    maak(gemeente, "Zonder").termijnen.all().delete()

    tekst = lijst.get(reverse("dossiers"), {"volgorde": "uiterste_datum"}).text

    assert "Geen dossier met een termijn waarin u iets moet doen" in tekst
    assert "Er zijn nog geen dossiers" not in tekst


def test_withdrawn_dossiers_are_there_only_for_who_asks(lijst, gemeente):
    maak(gemeente, "Echt")
    zet(maak(gemeente, "Fout"), status="ingetrokken")

    assert gevonden(lijst) == ["Echt"]
    assert gevonden(lijst, status="ingetrokken") == ["Fout"]


@halte
def rangen(gemeente, consulent):
    """Four dossiers of which two go first, and a closed one that was acute."""
    acuut = {"rang": 2, "acuut": "woningontruiming", "acuut_op": NU, "acuut_door": consulent}
    zet(maak(gemeente, "Zeer acuut", datum=date(2026, 5, 4)), **acuut)
    voorrang = {"rang": 1, "voorrang_reden": "ziek", "voorrang_op": NU, "voorrang_door": consulent}
    zet(maak(gemeente, "Voorrang", datum=date(2026, 5, 5)), **voorrang)
    maak(gemeente, "Gewoon", datum=date(2026, 5, 11))
    zet(maak(gemeente, "Dicht", datum=date(2026, 5, 1)), status="afgesloten", **acuut)


@pytest.mark.parametrize(
    ("volgorde", "rest"),
    [
        ("", ["Gewoon", "Dicht"]),
        ("oudste", ["Dicht", "Gewoon"]),
        ("naam", ["Dicht", "Gewoon"]),
        ("uiterste_datum", ["Dicht", "Gewoon"]),
    ],
)
@pytest.mark.usefixtures("rangen")
def test_acute_open_dossiers_stand_on_top_in_every_order(lijst, volgorde, rest):
    assert gevonden(lijst, volgorde=volgorde) == ["Zeer acuut", "Voorrang", *rest]
    assert 'bo-label--fout">' in lijst.get(reverse("dossiers")).text


@pytest.mark.usefixtures("rangen")
def test_pages_show_each_dossier_once_also_when_those_on_top_fill_more_than_a_page(lijst, monkeypatch):
    for grootte in (1, 2, 3, 4):
        monkeypatch.setattr("cases.dossierlijst.PER_BLADZIJDE", grootte)
        namen = []
        for nummer in range(1, -(-4 // grootte) + 1):
            namen += gevonden(lijst, page=nummer)
        assert namen == ["Zeer acuut", "Voorrang", "Gewoon", "Dicht"]


@pytest.mark.parametrize(
    ("rang", "verwacht"),
    [("acuut", ["Zeer acuut"]), ("voorrang", ["Voorrang"]), ("eerst", ["Zeer acuut", "Voorrang"])],
)
@pytest.mark.usefixtures("rangen")
def test_filter_on_rang(lijst, rang, verwacht):
    assert gevonden(lijst, rang=rang) == verwacht


def test_filter_on_leefgebied_passes_over_a_gesprek_that_was_withdrawn(lijst, gemeente, consulent):
    wonen, fout = maak(gemeente, "Wonen"), maak(gemeente, "Fout")
    maak(gemeente, "Zonder")
    for dossier in (wonen, fout):
        voer_eerste_gesprek(dossier, consulent, date(2026, 5, 12))
    fout.gesprekken.update(
        ingetrokken_op=NU, ingetrokken_door=consulent, ingetrokken_reden="ander dossier", is_eerste_gesprek=False
    )
    [leefgebied] = set(wonen.hulpvragen.values_list("leefgebied", flat=True)[:1])

    assert gevonden(lijst, leefgebied=leefgebied) == ["Wonen"]


def test_filters_on_gezin(lijst, gemeente):
    een, twee, alleen = maak(gemeente, "Een"), maak(gemeente, "Twee"), maak(gemeente, "Alleen")
    fout = maak(gemeente, "Fout")
    zet(twee, gezin=een.gezin)
    zet(fout, gezin=alleen.gezin, status="ingetrokken")

    assert set(gevonden(lijst, gezin="meer")) == {"Een", "Twee"}
    assert set(gevonden(lijst, gezin_van=twee.nummer)) == {"Een", "Twee"}
    assert f"in het gezin van {twee.nummer}" in lijst.get(reverse("dossiers"), {"gezin_van": twee.nummer}).text
    assert set(gevonden(lijst, gezin_van="geen nummer")) == {"Een", "Twee", "Alleen"}


def teksten(rij):
    """Give what each column says of a row."""
    return {kolom.code: tekst for kolom, (_, tekst) in zip(rij.kolommen, rij.cellen, strict=True)}


def test_columns_are_those_that_were_chosen_in_their_fixed_order(lijst, gemeente, consulent):
    een, twee = maak(gemeente, "Een", woonplaats="Oeverdorp"), maak(gemeente, "Twee", woonplaats="Geheimdorp")
    zet(twee, gezin=een.gezin)
    Persoon.objects.filter(pk=twee.persoon_id).update(geheim_adres=True)
    voer_eerste_gesprek(een, consulent, date(2026, 5, 12))

    response = lijst.get(
        reverse("dossiers"), {"kolom": ["woonplaats", "gezin", "leefgebieden", "eerste_gesprek"], "volgorde": "oudste"}
    )

    assert [kolom.code for kolom in response.context["kolommen"]] == [
        "eerste_gesprek",
        "leefgebieden",
        "gezin",
        "woonplaats",
    ]
    een_rij, twee_rij = (teksten(rij) for rij in response.context["rijen"])
    assert een_rij == {
        "eerste_gesprek": "di 12 mei 2026",
        "leefgebieden": "Wonen, Financiën",
        "gezin": "2 dossiers",
        "woonplaats": "Oeverdorp",
    }
    assert twee_rij == {"eerste_gesprek": "", "leefgebieden": "", "gezin": "2 dossiers", "woonplaats": "geheim"}
    assert "Geheimdorp" not in response.text
    assert f"?gezin_van={een.nummer}&amp;kolom=gezin" in response.text


def test_unknown_column_gives_the_usual_ones(lijst, dossier):
    kolommen = lijst.get(reverse("dossiers"), {"kolom": "bsn"}).context["kolommen"]

    assert [kolom.code for kolom in kolommen] == ["doelgroep", "status", "uht", "casusregisseur", "termijn"]


def test_every_column_says_something_and_none_says_a_bsn(lijst, dossier):
    response = lijst.get(reverse("dossiers"), {"kolom": list(KOLOMMEN)})

    [rij] = response.context["rijen"]
    assert list(teksten(rij)) == list(KOLOMMEN)
    assert dossier.persoon.bsn not in response.text


def test_list_counts_no_further_than_a_person_pages(lijst, gemeente, monkeypatch):
    monkeypatch.setattr("cases.dossierlijst.HOOGSTENS", 2)
    for naam in ("Bos", "Dijk"):
        maak(gemeente, naam)
    assert "Meer dan" not in lijst.get(reverse("dossiers")).text

    maak(gemeente, "Akker")

    response = lijst.get(reverse("dossiers"))
    assert "Meer dan 2 dossiers. Zoek of kies om er minder te zien." in response.text
    assert len(response.context["rijen"]) == 2


def test_row_shows_the_clock_that_ends_first_and_no_venster(lijst, gemeente):
    dossier = maak(gemeente, "Berkhout", datum=date(2026, 5, 4))
    Termijn.objects.filter(dossier=dossier, regel="eerste_contact").update(aard="venster")

    [rij] = lijst.get(reverse("dossiers")).context["rijen"]

    assert (rij.termijn.naam, rij.termijn.stand, rij.termijn.over, rij.termijn.dag) == (
        "Eerste gesprek",
        "loopt",
        "nog 41 dagen",
        "ma 29 jun 2026",
    )


def zet_termijnen(dossier, *termijnen):
    """Let a dossier have these clocks alone: regel, aard, status and last day."""
    dossier.termijnen.all().delete()
    for regel, aard, status, dag in termijnen:
        velden = {"aanleiding": f"{regel}:{dossier.pk}", "start": date(2026, 1, 2), "regel_versie": 1}
        termijn = {"regel": regel, "aard": aard, "status": status, "uiterste_datum": dag}
        Termijn.objects.create(gemeente=dossier.gemeente, dossier=dossier, **termijn, **velden)


PLAN = ("plan_van_aanpak", "plicht", "lopend", date(2026, 6, 29))
LANGS = [  # what runs in a dossier, and what its cell says
    ([PLAN, ("besluiten", "venster", "lopend", date(2026, 8, 3))], ("loopt", "nog 41 dagen", "ma 29 jun 2026", "")),
    (
        [PLAN, ("besluiten", "venster", "lopend", date(2026, 5, 22))],
        ("loopt", "nog 41 dagen", "ma 29 jun 2026", "Besluiten nemen: tot en met vr 22 mei 2026, nog 3 dagen"),
    ),
    (
        [
            ("besluiten", "venster", "lopend", date(2026, 8, 3)),
            ("nieuwe_kosten", "venster", "lopend", date(2026, 5, 22)),
        ],
        ("bijna", "nog 3 dagen", "tot en met vr 22 mei 2026", ""),
    ),
    (
        [("plan_van_aanpak", "plicht", "opgeschort", date(2026, 6, 29))],
        ("opgeschort", "opgeschort", "uiterlijk ma 29 jun 2026", ""),
    ),
    (
        [("besluiten", "venster", "lopend", date(2026, 5, 18))],
        None,
    ),  # the nightly run has yet to say that it is voorbij
    ([("plan_van_aanpak", "plicht", "verwacht", date(2026, 6, 29))], None),
]


@pytest.mark.parametrize(("termijnen", "verwacht"), LANGS)
def test_row_says_what_runs_also_when_nothing_must_be_done(lijst, gemeente, termijnen, verwacht):
    zet_termijnen(maak(gemeente, "Berkhout"), *termijnen)

    response = lijst.get(reverse("dossiers"))

    [rij] = response.context["rijen"]
    termijn = rij.termijn
    assert (termijn and (termijn.stand, termijn.over, termijn.dag, termijn.ook)) == verwacht
    assert ("geen</span>" in response.text) is (termijn is None)
    assert not termijn or termijn.ook in response.text


@pytest.mark.parametrize(
    ("regel", "aard", "dag", "keuzes"),
    [
        ("nieuwe_kosten", "venster", date(2026, 5, 22), {"deze_week"}),
        ("nieuwe_kosten", "venster", date(2026, 5, 19), {"deze_week"}),
        ("nieuwe_kosten", "venster", date(2026, 5, 18), set()),
        ("nieuwe_kosten", "venster", date(2026, 5, 27), set()),
        ("bezwaar", "venster", date(2026, 5, 22), set()),
        ("plan_van_aanpak", "plicht", date(2026, 5, 18), {"te_laat", "deze_week"}),
    ],
)
def test_filter_on_this_week_has_the_vensters_that_vandaag_lists(lijst, gemeente, regel, aard, dag, keuzes):
    zet_termijnen(maak(gemeente, "Berkhout"), (regel, aard, "lopend", dag))

    assert {keuze for keuze in ("te_laat", "deze_week") if gevonden(lijst, termijn=keuze)} == keuzes


def test_row_of_a_dossier_without_recht_has_no_clock(lijst, gemeente):
    maak(gemeente, "Berkhout", uht_status="niet erkend")

    [rij] = lijst.get(reverse("dossiers")).context["rijen"]

    assert rij.termijn is None


def test_coordinator_can_assign_from_the_list_and_a_consulent_can_not(client, consulent, coordinator, gemeente):
    link = reverse("toewijzen", args=[maak(gemeente, "Berkhout").nummer])
    maak(gemeente, "Zonder recht", uht_status="niet erkend")

    client.force_login(coordinator)
    response = client.get(reverse("dossiers"))
    assert [(rij.dossier.persoon.naam, rij.toewijzen) for rij in response.context["rijen"]] == [
        ("Zonder recht", False),
        ("Berkhout", True),
    ]
    assert link in response.text

    client.force_login(consulent)
    assert link not in client.get(reverse("dossiers")).text


def test_pages_hold_fifty_and_keep_the_choice(lijst, gemeente):
    maak_nog(maak(gemeente, "Naam 00"), [f"Naam {nummer:02}" for nummer in range(1, 52)])

    eerste = lijst.get(reverse("dossiers"), {"volgorde": "naam"})
    tweede = lijst.get(reverse("dossiers"), {"volgorde": "naam", "page": "2"})

    assert "52 dossiers" in eerste.text
    assert len(eerste.context["rijen"]) == 50
    assert "?volgorde=naam&amp;page=2" in eerste.text
    assert [rij.dossier.persoon.naam for rij in tweede.context["rijen"]] == ["Naam 50", "Naam 51"]


def test_empty_list_says_what_to_do(lijst, gemeente):
    assert "Er zijn nog geen dossiers" in lijst.get(reverse("dossiers")).text

    response = lijst.get(reverse("dossiers"), {"status": "nazorg"})
    assert "Geen dossier gevonden" in response.text
    assert "Keuze wissen" in response.text


def test_list_is_for_who_sees_dossiers(client, auditor, financieel, beheerder, gemeente):
    client.force_login(auditor)
    assert client.get(reverse("dossiers")).status_code == 200

    for user in (financieel, beheerder):
        client.force_login(user)
        assert client.get(reverse("dossiers")).status_code == 403
