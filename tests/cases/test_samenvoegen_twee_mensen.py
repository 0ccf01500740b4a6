"""Two dossiers that are of two people are not made one: not with two BSNs, and never without a second look."""

from datetime import UTC, date, datetime
from html import unescape

import pytest
import time_machine
from django.urls import reverse

from cases.actions.aanmelden import doelgroep_wijzigen
from cases.actions.basis import ActieFout
from cases.actions.samenvoegen import samenvoegen
from cases.keuzes import Doelgroep
from cases.models import Dossier, DossierEvent
from tests.factories import PERSOON, maak_dossier, moment

ON = date(2026, 3, 20)
NA = {"at": moment(ON), "on": ON}
BSN = "999990019"
TWEE_BSNS = (
    "Samenvoegen kan niet: dossier {} en dossier {} hebben elk een ander burgerservicenummer. Dat zijn twee mensen."
    " Controleer het dossiernummer. Is een burgerservicenummer fout? Verbeter het dan eerst in dat dossier. Staat het"
    " goede in het andere dossier? Haal het verkeerde dan weg."
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


def met_doelgroep(dossier, doelgroep):
    return doelgroep_wijzigen(dossier=dossier, doelgroep=doelgroep, reden="x", by=None, at=moment(ON))


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


VERSCHILT = "Deze dossiers kunnen van twee mensen zijn. Dit verschilt: {}. Bekijk het voordat u ze samenvoegt."
ANDER = {"achternaam": "de Wit", "voorletters": "A.", "geboortedatum": "1990-04-03"}


@pytest.mark.parametrize(
    ("anders", "doelgroep", "verschilt"),
    [
        ({"achternaam": "de Wit"}, Doelgroep.AANVRAGER, "naam"),
        ({"geboortedatum": "1990-04-03"}, Doelgroep.AANVRAGER, "geboortedatum"),
        ({"geboortedatum": "1985-04-00"}, Doelgroep.AANVRAGER, "geboortedatum"),
        ({}, Doelgroep.EX_TOESLAGPARTNER, "doelgroep"),
        (ANDER, Doelgroep.KIND, "naam, geboortedatum, doelgroep"),
    ],
)
def test_what_differs_must_have_been_seen(dossier, gemeente, coordinator, anders, doelgroep, verschilt):
    ander = met_doelgroep(maak_dossier(gemeente, bsn="", **anders), doelgroep)
    namen = verschilt.split(", ")
    wie = {"dossier": dossier, "ander": ander, "by": coordinator}

    weigert(VERSCHILT.format(verschilt), **wie)
    weigert(VERSCHILT.format(namen[0]), gezien=namen[1:], **wie)
    samenvoegen(van_ander=[], reden="Zelfde persoon", gezien=namen, **wie, **NA)

    ander.refresh_from_db()
    assert ander.status == "ingetrokken"


@pytest.mark.parametrize(
    "anders",
    [
        {"geboortedatum": "1985-00-00"},
        {"geboortedatum": "1985-03-00", "achternaam": "BERKHOUT"},
        {"geboortedatum": "", "voorletters": "Naima"},
    ],
)
def test_what_can_be_the_same_asks_no_second_look(dossier, gemeente, coordinator, anders):
    ander = maak_dossier(gemeente, bsn="", **anders)

    samenvoegen(dossier=dossier, ander=ander, van_ander=[], reden="Zelfde persoon", by=coordinator, **NA)

    ander.refresh_from_db()
    assert ander.status == "ingetrokken"


def vul_in(client, naar, **anders):
    form = client.get(naar).context["form"]
    kiezen = {naam: "hier" for naam in form.fields if naam.startswith("kies_")}
    vast = {"doorgaan": "hier", "reden": "Zij trouwde", "stand": form.initial["stand"]}
    return {**kiezen, **vast, **anders}


def test_page_lays_what_differs_side_by_side_and_asks_a_tick(client, dossier, gemeente, coordinator):
    ander = met_doelgroep(maak_dossier(gemeente, bsn="", **ANDER), Doelgroep.EX_TOESLAGPARTNER)
    client.force_login(coordinator)
    naar = reverse("samenvoegen_met", args=[dossier.nummer, ander.nummer])
    invoer = vul_in(client, naar)

    zonder = client.post(naar, invoer)

    form = zonder.context["form"]
    assert form.errors == {"zelfde": ["Kijk eerst of dit dezelfde persoon is. Zo ja, vink dit aan."]}
    assert form.fields["zelfde"].label == "Ik weet dat dit dezelfde persoon is."
    assert form.fields["zelfde"].help_text == (
        "Dit verschilt. Naam: N. Berkhout en A. de Wit. Geboortedatum: 12 maart 1985 en 3 april 1990."
        " Doelgroep: Aanvrager en Ex-toeslagpartner."
    )
    assert "Zij trouwde" in tekst(zonder)
    assert not Dossier.objects.filter(status="ingetrokken").exists()
    client.post(naar, {**invoer, "zelfde": "on"})
    ander.refresh_from_db()
    assert ander.status == "ingetrokken"


def test_page_of_one_person_asks_no_tick(client, dossier, gemeente, coordinator):
    ander = maak_dossier(gemeente, bsn="", geboortedatum="1985-00-00")
    client.force_login(coordinator)

    form = client.get(reverse("samenvoegen_met", args=[dossier.nummer, ander.nummer])).context["form"]

    assert list(form.fields) == ["doorgaan", "kies_bsn", "kies_geboortedatum", "reden", "stand"]


def test_tick_is_asked_again_when_something_changed_since(client, dossier, gemeente, coordinator):
    ander = maak_dossier(gemeente, bsn="", achternaam="de Wit")
    client.force_login(coordinator)
    naar = reverse("samenvoegen_met", args=[dossier.nummer, ander.nummer])
    invoer = vul_in(client, naar, zelfde="on")
    met_doelgroep(ander, Doelgroep.KIND)

    antwoord = client.post(naar, invoer)

    form = antwoord.context["form"]
    assert form.non_field_errors() == [
        "Iemand wijzigde intussen een van de personen. Controleer uw keuzes en bewaar opnieuw."
    ]
    assert (form["zelfde"].value(), form["reden"].value()) == (False, "Zij trouwde")
    assert not Dossier.objects.filter(status="ingetrokken").exists()
