"""The history of a dossier: events in sentences, with the old and new values of what changed."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from cases.actions.aanmelden import persoon_wijzigen
from cases.actions.contact import contact_vastleggen
from cases.actions.toewijzen import toewijzen
from cases.geschiedenis import Gebeurtenis, soort_label, voeg_samen
from cases.keuzes import Contactuitkomst, Kanaal
from cases.models import Contact
from cases.registratie import historie
from cases.wijzigingen import Wijziging, list_wijzigingen
from tests.factories import maak_dossier

NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def gebeurtenis(at=NU, door_id=1, tekst="Contact vastgelegd."):
    return Gebeurtenis(at=at, door_id=door_id, door="Jolanda Prins", soort="contact", tekst=tekst)


def wijziging(at=NU, door_id=1, door="Jolanda Prins", reden=""):
    return Wijziging(at=at, door_id=door_id, door=door, reden=reden, veld="Telefoon", oud="06 1", nieuw="06 2")


def test_change_stands_with_the_event_of_the_same_person_at_the_same_moment():
    change = wijziging(NU + timedelta(seconds=1))

    assert [(g.tekst, g.wijzigingen) for g in voeg_samen([gebeurtenis()], [change])] == [
        ("Contact vastgelegd.", (change,))
    ]


def test_change_goes_to_the_nearest_of_two_events():
    eerder, later = gebeurtenis(tekst="Eerder."), gebeurtenis(NU + timedelta(seconds=4), tekst="Later.")

    samen = voeg_samen([eerder, later], [wijziging(NU + timedelta(seconds=3))])

    assert [(g.tekst, len(g.wijzigingen)) for g in samen] == [("Later.", 1), ("Eerder.", 0)]


@pytest.mark.parametrize(
    "los",
    [
        pytest.param(wijziging(NU + timedelta(seconds=6)), id="another moment"),
        pytest.param(wijziging(door_id=2, door="Bram Terpstra"), id="another person"),
        pytest.param(wijziging(door_id=None, door=""), id="nobody in particular"),
    ],
)
def test_change_without_event_is_an_entry_of_its_own(los):
    samen = voeg_samen([gebeurtenis()], [los])

    assert [(g.tekst, g.door, len(g.wijzigingen)) for g in samen if g.soort == "gegevens"] == [
        ("Gegevens gewijzigd.", los.door or "Vanzelf", 1)
    ]
    assert sum(len(g.wijzigingen) for g in samen) == 1


def test_soort_label_reads_as_words():
    assert [soort_label(soort) for soort in ("uht_status", "eerste_gesprek", "gegevens")] == [
        "UHT-status",
        "Eerste gesprek",
        "Gewijzigde gegevens",
    ]


pagina = pytest.mark.django_db


def verander(dossier, by, at=NU, **velden):
    with time_machine.travel(at, tick=False):
        persoon_wijzigen(dossier=dossier, wijzigingen=velden, reden="Zelf doorgegeven", by=by, at=at)


@pagina
def test_fields_are_shown_with_old_and_new_value_and_never_a_whole_bsn(dossier, consulent):
    verander(dossier, consulent, telefoon="06 5555 9999", bsn="999993653", email="n@voorbeeld.example", straat="")
    verander(dossier, consulent, geboortedatum="1985-00-00")

    gevonden = list_wijzigingen(historie(dossier))

    assert [(w.veld, w.oud, w.nieuw) for w in gevonden] == [
        ("Burgerservicenummer", "•••••0639", "•••••3653"),
        ("Straat", "Lindepad", "leeg"),
        ("Telefoon", "06 5555 0142", "06 5555 9999"),
        ("E-mailadres", "leeg", "n@voorbeeld.example"),
        ("Geboortedatum", "12 maart 1985", "1985 (dag en maand onbekend)"),
    ]
    assert {(w.door, w.reden) for w in gevonden} == {("Jolanda Prins", "Zelf doorgegeven")}


@pagina
def test_choices_dates_and_colleagues_are_shown_in_words(dossier, consulent, coordinator):
    toewijzen(dossier=dossier, casusregisseur=consulent, by=coordinator, at=NU)
    contact_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, 4),
        kanaal=Kanaal.TELEFOON,
        uitkomst=Contactuitkomst.GESPROKEN,
        tekst="",
        by=consulent,
        at=NU,
        on=NU.date(),
    )
    contact = Contact.objects.get()
    contact.kanaal = Kanaal.BRIEF
    contact.save()

    gevonden = list_wijzigingen(historie(dossier))

    assert [(w.veld, w.oud, w.nieuw) for w in gevonden] == [
        ("Casusregisseur", "leeg", "Jolanda Prins"),
        ("Datum eerste contact", "leeg", "4 maart 2026"),
        ("Contact (4 maart 2026), kanaal", "Telefoon", "Brief"),
    ]


@pagina
def test_history_of_another_dossier_stays_out(dossier, gemeente, consulent):
    ander = maak_dossier(gemeente, bsn="", achternaam="Ander")
    verander(ander, consulent, telefoon="06 1")

    assert list_wijzigingen(historie(dossier)) == []


@pagina
def test_page_tells_what_happened_per_day_and_why(client, dossier, consulent):
    verander(dossier, consulent, telefoon="06 5555 9999")
    client.force_login(consulent)

    response = client.get(reverse("dossier_geschiedenis", args=[dossier.nummer]))

    assert [(g.dag, g.tekst, g.door, g.reden, len(g.wijzigingen)) for g in response.context["page_obj"]] == [
        (date(2026, 3, 20), "Gegevens gewijzigd: telefoon.", "Jolanda Prins", "Zelf doorgegeven", 1),
        (date(2026, 3, 2), "Aangemeld als aanvrager via gegevensportaal.", "Vanzelf", "", 0),
    ]
    assert "Vrijdag 20 maart 2026" in response.text
    assert "<del>06 5555 0142</del> wordt <ins>06 5555 9999</ins>" in response.text
    assert response.context["zijnav"][-1].actief


KEUZES = [
    ({}, ["Gegevens gewijzigd: telefoon.", "Aangemeld als aanvrager via gegevensportaal."]),
    ({"door": "0"}, ["Aangemeld als aanvrager via gegevensportaal."]),
    ({"soort": "aangemeld"}, ["Aangemeld als aanvrager via gegevensportaal."]),
    ({"soort": "gegevens"}, ["Gegevens gewijzigd: telefoon."]),
    ({"vanaf": "2026-03-20"}, ["Gegevens gewijzigd: telefoon."]),
    ({"vanaf": "2026-03-21"}, []),
    ({"vanaf": "geen datum"}, ["Gegevens gewijzigd: telefoon.", "Aangemeld als aanvrager via gegevensportaal."]),
    ({"door": "999999"}, ["Gegevens gewijzigd: telefoon.", "Aangemeld als aanvrager via gegevensportaal."]),
]


@pagina
def test_page_can_be_narrowed(client, dossier, consulent):
    verander(dossier, consulent, telefoon="06 5555 9999")
    client.force_login(consulent)

    for keuze, verwacht in KEUZES:
        response = client.get(reverse("dossier_geschiedenis", args=[dossier.nummer]), keuze)

        assert [g.tekst for g in response.context["page_obj"]] == verwacht, keuze
        assert ("Niets gevonden" in response.text) == (not verwacht), keuze


@pagina
def test_page_narrows_to_one_person(client, dossier, consulent):
    verander(dossier, consulent, telefoon="06 5555 9999")
    client.force_login(consulent)

    response = client.get(reverse("dossier_geschiedenis", args=[dossier.nummer]), {"door": str(consulent.pk)})

    assert [g.tekst for g in response.context["page_obj"]] == ["Gegevens gewijzigd: telefoon."]


@pagina
def test_page_never_holds_a_whole_bsn(client, dossier, consulent):
    verander(dossier, consulent, bsn="999993653")
    client.force_login(consulent)

    tekst = client.get(reverse("dossier_geschiedenis", args=[dossier.nummer])).text

    assert "•••••3653" in tekst
    assert "999993653" not in tekst
    assert "999990639" not in tekst


@pagina
def test_long_history_is_paged(client, dossier, consulent):
    for nummer in range(51):
        verander(dossier, consulent, NU + timedelta(minutes=nummer), telefoon=f"06 {nummer}")
    client.force_login(consulent)

    pad = reverse("dossier_geschiedenis", args=[dossier.nummer])

    assert len(client.get(pad, {"page": "2"}).context["page_obj"]) == 2
    assert len(client.get(pad, {"alles": "1"}).context["page_obj"]) == 52


@pagina
def test_page_is_for_who_sees_the_dossier(client, vreemde, auditor, dossier):
    pad = reverse("dossier_geschiedenis", args=[dossier.nummer])
    client.force_login(vreemde)
    assert client.get(pad).status_code == 404

    client.force_login(auditor)
    assert client.get(pad).status_code == 200
