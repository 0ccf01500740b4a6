"""Assign many dossiers at once, and take over the work of somebody who leaves."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse

from accounts.rollen import Rol
from cases.actions.toewijzen import toewijzen
from cases.actions.verdelen import samen_toewijzen, werk_overnemen
from cases.models import Dossier, DossierEvent, Taak, Termijn
from cases.verdeelbron import Openstaand, list_openstaand_werk
from tests.factories import LidmaatschapFactory, maak_dossier, maak_user, moment

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)
AT = moment(NU.date())

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def maak(gemeente, naam, wie=None, **anders):
    dossier = maak_dossier(gemeente, datum=date(2026, 5, 4), bsn="", achternaam=naam, voorletters="", **anders)
    return toewijzen(dossier=dossier, casusregisseur=wie, by=wie, at=AT) if wie else dossier


def taak(gemeente, voor, dossier=None, wat="Bellen"):
    return Taak.objects.create(gemeente=gemeente, dossier=dossier, voor=voor, wat=wat, datum=NU.date(), door=voor)


def van(*dossiers):
    return [Dossier.objects.get(pk=dossier.pk).casusregisseur for dossier in dossiers]


def meldingen(response):
    return [str(melding) for melding in get_messages(response.wsgi_request)]


def test_many_are_assigned_each_with_its_own_event_and_a_refused_one_is_named(gemeente, consulent, coordinator):
    een, twee = maak(gemeente, "Een"), maak(gemeente, "Twee")
    dicht = maak(gemeente, "Dicht")
    Dossier.objects.filter(pk=dicht.pk).update(status="ingetrokken")

    uitslag = samen_toewijzen(
        dossiers=[twee, dicht, een], casusregisseur=consulent, by=coordinator, at=AT, reden="verdeling"
    )

    assert uitslag.gelukt == (een.nummer, twee.nummer)
    assert uitslag.geweigerd == {dicht.nummer: "Toewijzen kan niet: dit dossier staat op 'Ingetrokken'."}
    assert van(een, twee, dicht) == [consulent, consulent, None]
    gebeurd = DossierEvent.objects.filter(soort="toegewezen").order_by("dossier_id").values_list("dossier", "reden")
    assert list(gebeurd) == [(een.pk, "verdeling"), (twee.pk, "verdeling")]


@pytest.fixture
def lijst(client, coordinator):
    client.force_login(coordinator)
    return client


def test_ticked_dossiers_are_shown_before_they_are_assigned(lijst, gemeente, consulent):
    een, twee, ander = maak(gemeente, "Een"), maak(gemeente, "Twee"), maak(gemeente, "Ander")
    url = f"{reverse('samen_toewijzen')}?status=open"

    voor = lijst.post(url, {"dossier": [een.nummer, twee.nummer]})

    assert "2 dossiers toewijzen" in voor.text
    assert [dossier.nummer for dossier in voor.context["dossiers"]] == [een.nummer, twee.nummer]
    assert van(een, twee, ander) == [None, None, None]

    na = lijst.post(url, {"dossier": [een.nummer, twee.nummer], "casusregisseur": consulent.pk, "reden": ""})

    assert (na.status_code, na["Location"]) == (302, "/dossiers/?status=open")
    assert meldingen(na) == ["2 dossiers toegewezen aan Jolanda Prins."]
    assert van(een, twee, ander) == [consulent, consulent, None]


def test_all_of_a_choice_can_be_assigned(lijst, gemeente, consulent, collega):
    los, vast = maak(gemeente, "Los"), maak(gemeente, "Vast", collega)
    url = f"{reverse('samen_toewijzen')}?casusregisseur=geen"

    response = lijst.post(url, {"alles": "ja"})

    assert [dossier.nummer for dossier in response.context["dossiers"]] == [los.nummer]
    assert van(vast) == [collega]


def test_without_a_casusregisseur_the_form_says_so_and_nothing_changes(lijst, gemeente, consulent):
    dossier = maak(gemeente, "Een")

    response = lijst.post(reverse("samen_toewijzen"), {"dossier": dossier.nummer, "casusregisseur": ""})

    assert response.context["form"].errors == {"casusregisseur": ["Kies een van de mogelijkheden."]}
    assert van(dossier) == [None]


def test_result_says_which_were_not_assigned_and_why(lijst, gemeente, consulent):
    een, al = maak(gemeente, "Een"), maak(gemeente, "Al", consulent)

    response = lijst.post(
        reverse("samen_toewijzen"), {"dossier": [een.nummer, al.nummer], "casusregisseur": consulent.pk}
    )

    assert meldingen(response) == [
        "1 dossier toegewezen aan Jolanda Prins.",
        f"1 dossier niet toegewezen. {al.nummer}: Jolanda Prins is al de casusregisseur van dit dossier.",
    ]


def test_refused_without_dossiers_with_too_many_and_with_those_of_another_gemeente(
    lijst, gemeente, andere_gemeente, coordinator, monkeypatch
):
    vreemd = maak(andere_gemeente, "Elders")
    for gekozen in ([], [vreemd.nummer]):
        response = lijst.post(reverse("samen_toewijzen"), {"dossier": gekozen})
        assert meldingen(response)[-1:] == ["Vink eerst de dossiers aan die u wilt toewijzen."]

    monkeypatch.setattr("cases.views.verdelen.SAMEN_HOOGSTENS", 1)
    nummers = [maak(gemeente, naam).nummer for naam in ("Een", "Twee")]
    for vraag in ({"dossier": nummers}, {"alles": "ja"}):
        response = lijst.post(reverse("samen_toewijzen"), vraag)
        assert meldingen(response)[-1:] == ["U kunt hoogstens 1 dossiers in één keer toewijzen. Kies er minder."]

    coordinator.lidmaatschappen.create(gemeente=andere_gemeente, rol=Rol.COORDINATOR)
    monkeypatch.setattr("cases.views.verdelen.SAMEN_HOOGSTENS", 200)
    response = lijst.post(reverse("samen_toewijzen"), {"dossier": [nummers[0], vreemd.nummer]})
    assert meldingen(response)[-1:] == ["Deze dossiers zijn van meer dan één gemeente. Kies dossiers van één gemeente."]


def test_take_over_moves_dossiers_and_taken_and_leaves_what_is_not_theirs(gemeente, consulent, collega, coordinator):
    derde = maak_user(Rol.CONSULENT, gemeente, naam="Derde")
    een, twee = maak(gemeente, "Een", consulent), maak(gemeente, "Twee", consulent)
    ander = maak(gemeente, "Ander", derde)
    bij_een, los = taak(gemeente, consulent, een), taak(gemeente, consulent)
    bij_ander, gedaan = taak(gemeente, consulent, ander), taak(gemeente, consulent, een)
    Taak.objects.filter(pk=gedaan.pk).update(gedaan_op=AT, gedaan_door=consulent)

    uitslag = werk_overnemen(
        gemeente=gemeente,
        van=consulent,
        verdeling={een: collega, twee: derde, ander: collega},
        taken_naar=derde,
        by=coordinator,
        at=AT,
        reden="werkt hier niet meer",
    )

    assert uitslag.gelukt == (een.nummer, twee.nummer)
    assert uitslag.geweigerd == {ander.nummer: "Jolanda Prins is niet meer de casusregisseur van dit dossier."}
    assert van(een, twee, ander) == [collega, derde, derde]
    wie = dict(Taak.objects.values_list("pk", "voor"))
    assert wie == {bij_een.pk: collega.pk, los.pk: derde.pk, bij_ander.pk: derde.pk, gedaan.pk: consulent.pk}
    assert Taak.history.filter(id=los.pk).first().history_change_reason == "werkt hier niet meer"


def test_taken_of_a_dossier_that_stays_stay_too(gemeente, consulent, collega, coordinator):
    blijft = maak(gemeente, "Blijft", consulent)
    zijn_taak = taak(gemeente, consulent, blijft)

    werk_overnemen(
        gemeente=gemeente, van=consulent, verdeling={}, taken_naar=collega, by=coordinator, at=AT, reden="deel 1"
    )

    assert Taak.objects.get(pk=zijn_taak.pk).voor == consulent


def test_coordinator_sees_the_division_changes_it_and_confirms(lijst, gemeente, consulent, collega, coordinator):
    derde = maak_user(Rol.CONSULENT, gemeente, naam="Derde")
    een, twee = maak(gemeente, "Een", consulent), maak(gemeente, "Twee", consulent)
    taak(gemeente, consulent)
    url = reverse("werk_overnemen", args=["9901", consulent.pk])

    assert "2 open dossiers en 1 open taak in Rivierendam." in lijst.get(url).text
    met = f"{url}?collega={collega.pk}&collega={derde.pk}"
    form = lijst.get(met).context["form"]
    assert {veld.initial for _, veld in form.rijen} == {collega.pk, derde.pk}
    assert [veld.name for veld in form.onderaan] == ["taken_naar", "reden"]

    response = lijst.post(
        met, {een.nummer: collega.pk, twee.nummer: collega.pk, "taken_naar": derde.pk, "reden": "Weg"}
    )

    assert response["Location"] == reverse("werk_verdelen")
    assert meldingen(response) == [
        "2 dossiers overgenomen van Jolanda Prins.",
        "1 losse taak overgenomen van Jolanda Prins.",
    ]
    assert van(een, twee) == [collega, collega]
    assert Taak.objects.get().voor == derde


def test_take_over_needs_a_reason_and_colleagues_of_this_gemeente(lijst, gemeente, consulent, collega, vreemde):
    dossier = maak(gemeente, "Een", consulent)
    url = reverse("werk_overnemen", args=["9901", consulent.pk])

    assert lijst.get(f"{url}?collega={vreemde.pk}").context["form"].errors == {
        "collega": ["Kies een van de mogelijkheden."]
    }
    response = lijst.post(f"{url}?collega={collega.pk}", {dossier.nummer: collega.pk, "reden": ""})
    assert response.context["form"].errors == {"reden": ["Vul dit veld in."]}
    assert van(dossier) == [consulent]


def test_take_over_says_that_no_colleague_was_ticked(lijst, gemeente, consulent, collega):
    maak(gemeente, "Een", consulent)
    url = reverse("werk_overnemen", args=["9901", consulent.pk])

    geopend, verstuurd = lijst.get(url), lijst.get(url, {"verstuurd": "1"})

    assert '<input type="hidden" name="verstuurd" value="1">' in geopend.text
    assert "bo-foutenoverzicht" not in geopend.text
    assert verstuurd.context["form"].errors == {"collega": ["Kies minstens één mogelijkheid."]}
    assert "Er is één fout. Verbeter deze en probeer het opnieuw." in verstuurd.text


def test_externe_hulpverlener_takes_over_no_work(lijst, gemeente, consulent, collega):
    extern = maak_user(Rol.CONSULENT, gemeente, naam="Zorg BV")
    LidmaatschapFactory(user=extern, gemeente=gemeente, rol=Rol.EXTERNE_HULPVERLENER)

    response = lijst.get(reverse("werk_overnemen", args=[gemeente.code, consulent.pk]))

    assert list(response.context["form"].fields["collega"].queryset) == [collega]


def test_overview_names_who_has_open_work_and_who_left_first(lijst, gemeente, andere_gemeente, consulent, collega):
    maak(gemeente, "Een", collega)
    maak(gemeente, "Twee", consulent)
    taak(gemeente, consulent)
    consulent.is_active = False
    consulent.save()

    rijen = lijst.get(reverse("werk_verdelen")).context["rijen"]

    assert [(rij.wie.naam, rij.dossiers, rij.taken) for rij in rijen] == [
        ("Jolanda Prins", 1, 1),
        ("Bram Terpstra", 1, 0),
    ]


def test_each_number_of_the_overview_leads_to_its_list(lijst, gemeente, consulent, collega):
    een, rust = maak(gemeente, "Een", consulent), maak(gemeente, "Rust", consulent)
    maak(gemeente, "Dicht", consulent)
    maak(gemeente, "Ander", collega)
    Dossier.objects.filter(pk=rust.pk).update(status="geen_hulp")
    Dossier.objects.filter(persoon__achternaam="Dicht").update(status="afgesloten")
    Termijn.objects.filter(dossier__in=Dossier.objects.filter(status="afgesloten")).delete()
    for voor, dossier, wat in ((consulent, rust, "Straks"), (consulent, een, "Laat"), (collega, een, "Van Bram")):
        taak(gemeente, voor, dossier, wat)
    taak(gemeente, consulent, wat="Tandarts")
    Taak.objects.filter(wat="Laat").update(datum=date(2026, 5, 11))
    taken_url = reverse("werk_taken", args=["9901", consulent.pk])
    andere_url = reverse("werk_andere", args=["9901", consulent.pk])

    overzicht = lijst.get(reverse("werk_verdelen"))
    taken, andere = lijst.get(taken_url), lijst.get(andere_url)

    [rij] = [rij for rij in overzicht.context["rijen"] if rij.wie == consulent]
    assert (rij.andere, rij.taken) == (1, 3)
    assert f'href="{taken_url}">3<' in overzicht.text
    assert f'href="{andere_url}">1<' in overzicht.text
    assert [(een.wat, regel.stand) for een, regel in taken.context["regels"]] == [("Laat", "laat"), ("Straks", "bijna")]
    assert "3 open taken in Rivierendam." in taken.text
    assert "1 taak gaat niet over een dossier. Die leest alleen Jolanda Prins." in taken.text
    assert "Tandarts" not in taken.text
    assert list(andere.context["page_obj"]) == [rust]


@pytest.mark.parametrize("naam", ["werk_taken", "werk_andere"])
def test_lists_of_the_work_of_somebody_are_of_who_works_in_a_gemeente_where_one_assigns(
    lijst, gemeente, andere_gemeente, consulent, naam
):
    elders = maak_user(Rol.CONSULENT, andere_gemeente, naam="Fenna Elders")
    maak(andere_gemeente, "Een", elders)
    adressen = [(gemeente, consulent), (gemeente, elders), (andere_gemeente, elders)]

    antwoorden = [lijst.get(reverse(naam, args=[waar.code, wie.pk])).status_code for waar, wie in adressen]

    assert antwoorden == [200, 404, 404]


def test_open_work_is_of_the_gemeenten_where_one_assigns(gemeente, andere_gemeente, consulent, coordinator, vreemde):
    elders = maak_user(Rol.CONSULENT, andere_gemeente, naam="Fenna Elders")
    maak(gemeente, "Een", consulent)
    maak(andere_gemeente, "Twee", elders)
    taak(andere_gemeente, elders)

    per_kijker = [list_openstaand_werk(wie, NU.date()) for wie in (coordinator, vreemde, consulent)]

    assert per_kijker == [
        [Openstaand(consulent, gemeente, 1, 0, 0)],
        [Openstaand(elders, andere_gemeente, 1, 0, 1)],
        [],
    ]


def test_page_of_a_user_says_what_work_is_open_before_the_account_goes_off(
    client, gemeente, consulent, collega, beheerder
):
    client.force_login(beheerder)
    url = reverse("gebruiker", args=["9901", consulent.pk])
    assert client.get(url).context["meldingen"] == []

    maak(gemeente, "Een", consulent)
    taak(gemeente, consulent)

    [melding] = client.get(url).context["meldingen"]
    assert (melding.tekst, melding.url) == (
        "Jolanda Prins heeft nog 1 open dossier en 1 open taak. Vraag een coördinator om dit werk te laten overnemen.",
        "",
    )
    beheerder.lidmaatschappen.create(gemeente=gemeente, rol=Rol.COORDINATOR)
    [melding] = client.get(url).context["meldingen"]
    assert melding.url == reverse("werk_overnemen", args=["9901", consulent.pk])
