"""Vandaag: who sees which steps, in which group, and what stays out."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from cases.actions.toewijzen import toewijzen
from cases.berichten import Bericht
from cases.models import Dossier, Signaal, Termijn
from tests.factories import LidmaatschapFactory, maak_dossier, moment

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)
ON = NU.date()

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def dossier_van(wie, gemeente, door, *, datum=date(2026, 5, 11), **anders):
    dossier = maak_dossier(gemeente, datum=datum, **anders)
    return toewijzen(dossier=dossier, casusregisseur=wie, by=door, at=moment(datum)) if wie else dossier


def zet_termijn(dossier, uiterste_datum, *, regel="plan_van_aanpak", aard="plicht", aanleiding="gesprek:1", **anders):
    return Termijn.objects.create(
        gemeente=dossier.gemeente,
        dossier=dossier,
        regel=regel,
        aard=aard,
        aanleiding=aanleiding,
        start=uiterste_datum - timedelta(weeks=8),
        uiterste_datum=uiterste_datum,
        regel_versie=1,
        kalender_versie="x",
        beleid="x",
        **{"status": "lopend", "som": [["Termijn", "8 weken: ..."]], **anders},
    )


def zonder_termijnen(dossier):
    dossier.termijnen.all().delete()
    return dossier


def groepen(client, **keuze):
    response = client.get(reverse("vandaag"), keuze)
    return {
        groep.id: [(regel.wie, regel.stap, regel.over) for regel in groep.regels]
        for groep in response.context["groepen"]
    }


def test_steps_stand_in_groups_by_their_last_day(client, consulent, coordinator, gemeente):
    dossier = zonder_termijnen(dossier_van(consulent, gemeente, coordinator))
    for nummer, dag in enumerate((date(2026, 5, 15), ON, date(2026, 5, 26), date(2026, 5, 27))):
        zet_termijn(dossier, dag, aanleiding=f"gesprek:{nummer}")
    client.force_login(consulent)

    response = client.get(reverse("vandaag"))

    stap = ("N. Berkhout", "Plan van aanpak vaststellen")
    assert {groep.id: [(r.wie, r.stap, r.over) for r in groep.regels] for groep in response.context["groepen"]} == {
        "laat": [(*stap, "4 dagen te laat")],
        "vandaag": [(*stap, "vandaag")],
        "week": [(*stap, "nog 7 dagen")],
        "later": [(*stap, "nog 8 dagen")],
    }
    assert "U heeft <strong>1 stap te laat</strong> en <strong>1 stap voor vandaag</strong>." in response.text
    assert "Deze week volgt er nog 1. Maandag 25 mei is tweede pinksterdag." in response.text


def test_row_has_its_button_its_clock_and_its_sum(client, consulent, coordinator, gemeente):
    dossier = dossier_van(consulent, gemeente, coordinator)
    client.force_login(consulent)

    response = client.get(reverse("vandaag"))

    regel = response.context["groepen"][0].regels[0]
    assert (regel.stap, regel.stand, regel.over, regel.dag) == (
        "Eerste keer bellen",
        "bijna",
        "vandaag",
        "di 19 mei 2026",
    )
    assert (regel.knop, regel.knop_url) == ("Contact vastleggen", reverse("contact_nieuw", args=[dossier.nummer]))
    assert regel.duur == "5 werkdagen, streven"
    assert regel.som[-1] == ("Uiterste datum", "dinsdag 19 mei 2026")
    assert "Waarom deze datum?" in response.text


def test_steps_of_others_and_closed_steps_stay_out(client, consulent, collega, coordinator, gemeente, andere_gemeente):
    eigen = zonder_termijnen(dossier_van(consulent, gemeente, coordinator))
    zet_termijn(eigen, ON, status="gehaald", datum_gehaald=ON, aanleiding="gesprek:1")
    zet_termijn(eigen, ON, status="vervallen", aanleiding="gesprek:2")
    zet_termijn(eigen, ON, status="verwacht", aanleiding="gesprek:3")
    dossier_van(collega, gemeente, coordinator, bsn="", achternaam="Van de collega")
    dossier_van(None, gemeente, coordinator, bsn="", achternaam="Van niemand")
    maak_dossier(andere_gemeente, achternaam="Elders")
    client.force_login(consulent)

    assert groepen(client) == {}


@pytest.mark.parametrize(
    ("regel", "dagen", "zichtbaar"),
    [
        ("materiele_verstrekking", 60, True),
        ("materiele_verstrekking", 61, False),
        ("materiele_verstrekking", 0, True),
        ("materiele_verstrekking", -1, False),
        ("besluiten", 90, True),
        ("bezwaar", 3, False),
    ],
)
def test_venster_is_a_step_when_it_closes_soon(client, consulent, coordinator, gemeente, regel, dagen, zichtbaar):
    dossier = zonder_termijnen(dossier_van(consulent, gemeente, coordinator))
    zet_termijn(dossier, ON + timedelta(days=dagen), regel=regel, aard="venster")
    client.force_login(consulent)

    gevonden = [stap for rijen in groepen(client).values() for _, stap, _ in rijen]

    woorden = {"materiele_verstrekking": "Besluiten over spullen", "besluiten": "Laatste besluiten nemen"}
    assert gevonden == ([f"{woorden[regel]} (daarna kan het niet meer)"] if zichtbaar else [])


def test_choice_for_the_law_leaves_out_what_only_the_beleid_asks(client, consulent, coordinator, gemeente):
    dossier_van(consulent, gemeente, coordinator)
    client.force_login(consulent)

    response = client.get(reverse("vandaag"), {"wat": "wet"})

    assert [[regel.stap for regel in groep.regels] for groep in response.context["groepen"]] == [
        ["Eerste gesprek houden"]
    ]
    assert (response.context["telling"]["alles"], response.context["telling"]["wet"]) == (2, 1)


def test_unknown_choice_shows_everything(client, consulent, coordinator, gemeente):
    dossier_van(consulent, gemeente, coordinator)
    client.force_login(consulent)

    assert groepen(client, wat="onzin", page="zeven") == groepen(client)


def test_later_shows_the_first_five_until_all_are_asked_for(client, consulent, coordinator, gemeente):
    dossier = zonder_termijnen(dossier_van(consulent, gemeente, coordinator))
    for nummer in range(8):
        zet_termijn(dossier, date(2026, 7, 1) + timedelta(days=nummer), aanleiding=f"gesprek:{nummer}")
    client.force_login(consulent)

    kort, lang = client.get(reverse("vandaag")), client.get(reverse("vandaag"), {"later": "1"})

    assert [(g.aantal, len(g.regels)) for g in kort.context["groepen"]] == [(8, 5)]
    assert "Ook de 3 stappen daarna bekijken" in kort.text
    assert [(g.aantal, len(g.regels)) for g in lang.context["groepen"]] == [(8, 8)]
    assert "stappen daarna bekijken" not in lang.text


def test_more_than_a_page_of_late_steps_is_paged_with_whole_counts(client, consulent, coordinator, gemeente):
    dossier = zonder_termijnen(dossier_van(consulent, gemeente, coordinator))
    for nummer in range(53):
        zet_termijn(dossier, date(2026, 3, 1) + timedelta(days=nummer), aanleiding=f"gesprek:{nummer}")
    client.force_login(consulent)

    tweede = client.get(reverse("vandaag"), {"page": "2"})

    assert [(g.id, g.aantal, len(g.regels)) for g in tweede.context["groepen"]] == [("laat", 53, 3)]


def test_own_dossiers_are_counted_by_fase_and_lead_to_the_list(client, consulent, coordinator, gemeente):
    dossier_van(consulent, gemeente, coordinator)
    dossier_van(consulent, gemeente, coordinator, bsn="")
    ander = dossier_van(consulent, gemeente, coordinator, bsn="")
    Dossier.objects.filter(pk=ander.pk).update(status="nazorg")
    dicht = dossier_van(consulent, gemeente, coordinator, bsn="")
    Dossier.objects.filter(pk=dicht.pk).update(status="afgesloten")
    client.force_login(consulent)

    response = client.get(reverse("vandaag"))

    assert [(f.naam, f.aantal, f.breedte) for f in response.context["fasen"]] == [
        ("Aanmelding", 2, 100),
        ("Nazorg", 1, 50),
    ]
    lijst = client.get(response.context["fasen"][1].url)
    assert [rij.dossier.pk for rij in lijst.context["rijen"]] == [ander.pk]


def test_berichten_are_the_last_five_of_this_user(client, consulent, collega, dossier):
    for nummer in range(6):
        Signaal.objects.create(
            gemeente=dossier.gemeente,
            dossier=dossier,
            sleutel=f"a{nummer}",
            soort="bijna",
            tekst=f"Bericht {nummer}",
            on=ON - timedelta(days=nummer),
            ontvanger=consulent,
        )
    Signaal.objects.create(
        gemeente=dossier.gemeente, sleutel="b", soort="bijna", tekst="Voor de collega", on=ON, ontvanger=collega
    )
    client.force_login(consulent)

    response = client.get(reverse("vandaag"))

    assert [bericht.tekst for bericht in response.context["berichten"]] == [f"Bericht {nummer}" for nummer in range(5)]


def test_berichten_of_a_coordinator_are_own_and_of_the_gemeente_newest_first(
    client, coordinator, consulent, gemeente, andere_gemeente
):
    for nummer in range(4):
        for waar, wie in ((gemeente, coordinator), (gemeente, None), (gemeente, consulent), (andere_gemeente, None)):
            Signaal.objects.create(
                gemeente=waar,
                sleutel=f"{waar.pk}-{wie}-{nummer}",
                soort="bijna",
                tekst=f"{nummer} {'team' if wie is None else wie.naam}" if waar == gemeente else "elders",
                on=ON - timedelta(days=nummer),
                ontvanger=wie,
            )
    client.force_login(coordinator)

    response = client.get(reverse("vandaag"))

    assert [bericht.tekst for bericht in response.context["berichten"]] == [
        "0 team", "0 Karima Zeeman", "1 team", "1 Karima Zeeman", "2 team",
    ]  # fmt: skip


def test_bericht_leads_to_its_dossier_and_one_about_the_gemeente_nowhere(client, consulent, gemeente):
    dossier = maak_dossier(gemeente, voorletters="", voorvoegsel="van der", achternaam="Berg  Smit", bsn="")
    for sleutel, waarover in (("een", dossier), ("twee", None)):
        Signaal.objects.create(
            gemeente=gemeente, dossier=waarover, sleutel=sleutel, soort="bijna", tekst="100% <b>", on=ON,
            ontvanger=consulent,
        )  # fmt: skip
    client.force_login(consulent)

    response = client.get(reverse("vandaag"))

    assert response.context["berichten"] == [
        Bericht("100% <b>", ON, "", ""),
        Bericht("100% <b>", ON, "van der Berg  Smit", f"/dossiers/{dossier.nummer}/"),
    ]
    assert response.text.count("100% &lt;b&gt;") == 2


def test_berichten_of_where_somebody_no_longer_works_are_gone(client, consulent, gemeente, andere_gemeente):
    """They name an inwoner of a gemeente that took the roles away."""
    elders = maak_dossier(andere_gemeente, achternaam="Elders")
    hun_werk = LidmaatschapFactory(user=consulent, gemeente=andere_gemeente)
    for sleutel, dossier in (("een", elders), ("twee", None)):
        Signaal.objects.create(
            gemeente=andere_gemeente, dossier=dossier, sleutel=sleutel, soort="bijna", tekst=sleutel, on=ON,
            ontvanger=consulent,
        )  # fmt: skip
    client.force_login(consulent)
    assert [rij.tekst for rij in client.get(reverse("vandaag")).context["berichten"]] == ["twee", "een"]

    hun_werk.delete()

    response = client.get(reverse("vandaag"))
    assert (response.context["berichten"], "Elders" in response.text) == ([], False)


def test_coordinator_sees_what_waits_in_the_team(client, consulent, coordinator, vreemde, gemeente, andere_gemeente):
    laat = dossier_van(consulent, gemeente, coordinator, datum=date(2026, 5, 4))
    dossier_van(None, gemeente, coordinator, bsn="", achternaam="Zonder regisseur")
    maak_dossier(andere_gemeente, achternaam="Elders", datum=date(2026, 1, 5))
    client.force_login(coordinator)

    response = client.get(reverse("vandaag"))

    team = response.context["team"]
    assert (team.niet_toegewezen, team.te_laat) == (1, 1)
    assert [(regel.url, regel.door) for regel in team.regels] == [(laat.get_absolute_url(), "Jolanda Prins")]
    assert f"{reverse('dossiers')}?casusregisseur=geen" in response.text
    aantal = '<a class="nl-link" href="/agenda/?laat=1&amp;wie=rest"><strong>1 stap te laat</strong></a>'
    assert f"Bij de rest van het team is {aantal}." in response.text
    assert "U heeft" not in response.text


def test_coordinator_reads_of_the_team_beside_own_work(client, consulent, coordinator, gemeente):
    eigen = zonder_termijnen(dossier_van(consulent, gemeente, coordinator))
    Dossier.objects.filter(pk=eigen.pk).update(casusregisseur=coordinator)
    zet_termijn(eigen, date(2026, 6, 20))
    client.force_login(coordinator)

    tekst = client.get(reverse("vandaag")).text

    assert "U heeft niets te laat en niets voor vandaag." in tekst
    assert "Bij de rest van het team is niets te laat." in tekst


def test_consulent_sees_no_team(client, consulent, dossier):
    client.force_login(consulent)

    assert client.get(reverse("vandaag")).context["team"] is None


def test_nothing_to_do_says_so(client, consulent, coordinator, gemeente):
    client.force_login(consulent)
    assert "U heeft nog geen dossiers" in client.get(reverse("vandaag")).text

    zonder_termijnen(dossier_van(consulent, gemeente, coordinator))
    assert "U bent bij" in client.get(reverse("vandaag")).text


def test_vandaag_is_for_who_works_in_dossiers(client, auditor, financieel):
    for user in (auditor, financieel):
        client.force_login(user)
        assert client.get(reverse("vandaag")).status_code == 403
