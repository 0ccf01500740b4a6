"""Saved lists: kept, replaced, renamed, deleted, and seen by their own user only."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.actions.lijst import weergave_bewaren, weergave_hernoemen, weergave_verwijderen
from cases.models import Lijstweergave
from tests.factories import maak_dossier

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 5, 19, 9, 30, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def lijst(client, consulent):
    client.force_login(consulent)
    return client


def bewaar(user, naam="Te laat", **anders):
    return weergave_bewaren(user=user, naam=naam, **{"filters": {"termijn": "te_laat"}, "kolommen": [], **anders})


def meldingen(response):
    return [str(melding) for melding in get_messages(response.wsgi_request)]


def test_list_in_sight_is_kept_under_a_name_and_opened_again(lijst, gemeente, consulent):
    maak_dossier(gemeente, datum=date(2026, 5, 11), bsn="", achternaam="Kind", voorletters="")
    vraag = "status=open&volgorde=naam&kolom=status&kolom=gezin&page=2&onzin=x"
    url = f"{reverse('weergave_nieuw')}?{vraag}"

    assert list(lijst.get(url).context["regels"]) == [
        ("Status", "Alle open dossiers"),
        ("Volgorde", "Naam"),
        ("Kolommen", "Naam, Status, Gezin"),
    ]
    response = lijst.post(url, {"naam": "  Mijn   open dossiers "})

    weergave = Lijstweergave.objects.get()
    assert (weergave.user, weergave.naam) == (consulent, "Mijn open dossiers")
    assert (weergave.filters, weergave.kolommen) == ({"status": "open", "volgorde": "naam"}, ["status", "gezin"])
    assert response["Location"] == (
        f"/dossiers/?status=open&volgorde=naam&kolom=status&kolom=gezin&weergave={weergave.pk}"
    )
    open_ = lijst.get(response["Location"])
    assert [kolom.code for kolom in open_.context["kolommen"]] == ["status", "gezin"]
    assert f'weergave={weergave.pk}" aria-current="true">Mijn open dossiers</a>' in open_.text


def test_same_name_replaces_what_it_held(lijst, consulent):
    bewaar(consulent)

    response = lijst.post(f"{reverse('weergave_nieuw')}?status=nazorg", {"naam": "Te laat"})

    assert meldingen(response) == ["De weergave Te laat bestond al en is vervangen."]
    assert Lijstweergave.objects.get().filters == {"status": "nazorg"}


def test_no_more_than_twenty_are_kept_and_a_full_set_can_still_be_changed(lijst, consulent, collega):
    for nummer in range(20):
        bewaar(consulent, f"Weergave {nummer}")

    response = lijst.post(reverse("weergave_nieuw"), {"naam": "Eentje meer"})

    assert response.context["form"].non_field_errors() == ["U heeft al 20 weergaven. Verwijder er eerst een."]
    _, is_nieuw = bewaar(consulent, "Weergave 3")
    assert not is_nieuw
    bewaar(collega)
    assert Lijstweergave.objects.filter(user=consulent).count() == 20


def test_name_is_changed_but_not_into_one_that_is_taken(lijst, consulent, collega):
    een, _ = bewaar(consulent, "Een")
    bewaar(consulent, "Twee")
    bewaar(collega, "Drie")
    url = reverse("weergave", args=[een.pk])

    assert lijst.post(url, {"naam": "Twee"}).context["form"].non_field_errors() == [
        "U heeft al een weergave met de naam Twee. Kies een andere naam."
    ]
    assert lijst.post(url, {"naam": "Drie"}).status_code == 302
    assert set(Lijstweergave.objects.filter(user=consulent).values_list("naam", flat=True)) == {"Drie", "Twee"}
    with pytest.raises(ActieFout, match="al een weergave"):
        weergave_hernoemen(weergave=een, naam="Twee")


def test_weergave_is_deleted(lijst, consulent):
    een, _ = bewaar(consulent)

    response = lijst.post(reverse("weergave", args=[een.pk]), {"verwijderen": "ja"})

    assert meldingen(response) == ["De weergave Te laat is verwijderd."]
    assert not Lijstweergave.objects.exists()


def test_one_weergave_goes_and_the_others_stay(consulent):
    een, ander = bewaar(consulent)[0], bewaar(consulent, naam="Later")[0]

    weergave_verwijderen(weergave=een)

    assert list(Lijstweergave.objects.all()) == [ander]


def test_weergave_of_somebody_else_is_not_there(lijst, collega):
    een, _ = bewaar(collega)

    for methode in (lijst.get, lijst.post):
        assert methode(reverse("weergave", args=[een.pk])).status_code == 404
    assert "Te laat</a>" not in lijst.get(reverse("weergaven")).text
    assert list(lijst.get(reverse("dossiers")).context["weergaven"]) == []
