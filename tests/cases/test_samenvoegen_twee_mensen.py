"""Two dossiers that are of two people are not made one: not with two BSNs, and never without a second look."""

from datetime import UTC, date, datetime
from html import unescape

import pytest
import time_machine
from django.urls import reverse

from cases.actions.basis import ActieFout
from cases.actions.samenvoegen import samenvoegen
from cases.models import Dossier, DossierEvent
from tests.factories import PERSOON, maak_dossier, moment

ON = date(2026, 3, 20)
NA = {"at": moment(ON), "on": ON}
BSN = "999990019"
TWEE_BSNS = (
    "Samenvoegen kan niet: dossier {} en dossier {} hebben elk een ander burgerservicenummer. Dat zijn twee mensen."
    " Klopt een van de twee nummers niet? Verbeter het dan eerst in dat dossier. Staat het goede nummer in het andere"
    " dossier? Haal het verkeerde dan weg."
)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


def tekst(antwoord):
    return unescape(antwoord.content.decode())


def weigert(melding, **wat):
    events = DossierEvent.objects.count()
    with pytest.raises(ActieFout) as fout:
        samenvoegen(van_ander=[], reden="Zelfde persoon", **wat, **NA)
    assert str(fout.value) == melding
    assert DossierEvent.objects.count() == events
    assert not Dossier.objects.filter(status="ingetrokken").exists()
    return fout.value


def test_two_bsns_are_two_people(dossier, gemeente, coordinator):
    ander = maak_dossier(gemeente, bsn=BSN)

    fout = weigert(TWEE_BSNS.format(dossier.nummer, ander.nummer), dossier=dossier, ander=ander, by=coordinator)

    assert (fout.url, fout.url_tekst) == (
        reverse("persoon_verbeteren", args=[ander.nummer]),
        f"Persoon verbeteren in {ander.nummer}",
    )


def test_page_of_two_bsns_leads_back_to_the_number_with_the_way_on(client, dossier, gemeente, coordinator):
    ander = maak_dossier(gemeente, bsn=BSN)
    client.force_login(coordinator)

    antwoord = client.get(reverse("samenvoegen_met", args=[dossier.nummer, ander.nummer]), follow=True)

    assert antwoord.redirect_chain == [(reverse("samenvoegen", args=[dossier.nummer]), 302)]
    assert TWEE_BSNS.format(dossier.nummer, ander.nummer) in tekst(antwoord)
    assert f'href="{reverse("persoon_verbeteren", args=[ander.nummer])}"' in antwoord.text


def test_wrong_bsn_that_was_taken_away_no_longer_keeps_two_dossiers_apart(client, dossier, gemeente, coordinator):
    """The right number can't be filled in where the other dossier has it, so the wrong one goes."""
    ander = maak_dossier(gemeente, bsn=BSN)
    client.force_login(coordinator)
    verbeteren = reverse("persoon_verbeteren", args=[ander.nummer])
    versie = client.get(verbeteren).context["form"]["versie"].value()

    client.post(
        verbeteren,
        {"bsn_weg": "on", "geboortedatum": "12-03-1985", "reden": "Nummer van haar zus", "versie": versie},
    )
    naar = reverse("samenvoegen_met", args=[dossier.nummer, ander.nummer])
    stand = client.get(naar).context["form"].initial["stand"]
    client.post(naar, {"doorgaan": "hier", "kies_bsn": "hier", "reden": "Zelfde persoon", "stand": stand})

    ander.refresh_from_db()
    dossier.persoon.refresh_from_db()
    assert (ander.status, dossier.persoon.bsn) == ("ingetrokken", PERSOON["bsn"])
