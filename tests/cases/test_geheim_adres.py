"""A geheim adres: in no letter, list, history or preview; shown only when asked for, which is logged."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions.aanmelden import persoon_wijzigen
from cases.actions.basis import ActieFout
from cases.actions.betrokkenen import betrokkene_toevoegen, post_kiezen
from cases.actions.samenvoegen import samenvoegen
from cases.actions.vrijebrief import stel_brief_op, stel_uitnodiging_op
from cases.dubbelen import list_gelijkenden, list_lijkt_op
from cases.models import Afspraak, Dossier, DossierEvent, Persoon
from cases.models.persoon import ADRESVELDEN
from cases.zoekvraag import lees_zoekvraag
from planvanaanpak.brief import uit_json
from planvanaanpak.models import Besluit
from planvanaanpak.pdf import besluit_html
from portal_import.models import ImportRun
from tests.factories import maak_dossier, moment
from tests.haltes import halte
from tests.portal_import.runs import bekijk_lijst, lees_in, rij
from tests.wegen import stel_vast

NU = datetime(2026, 5, 19, 9, 30, tzinfo=UTC)
STRAAT, POSTCODE = "Zilverschoonlaan", "4001 ZX"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@halte
def geheim(gemeente, consulent):
    """Somebody whose address was known before it became geheim."""
    dossier = maak_dossier(gemeente, straat="Oude Kade")
    for anders in ({"straat": STRAAT, "postcode": "4001ZX"}, {"geheim_adres": True}):
        persoon_wijzigen(dossier=dossier, wijzigingen=anders, reden="Belde", by=consulent, at=moment(date(2026, 5, 18)))
    return Dossier.objects.get()


def staat_in(tekst):
    return {deel for deel in (STRAAT, "Oude Kade", "4001ZX", POSTCODE) if deel in tekst}


def test_address_is_on_no_page_of_the_dossier(client, geheim, consulent):
    client.force_login(consulent)
    namen = (
        *("dossier", "mensen", "uht", "persoon_wijzigen", "post_kiezen", "dossier_geschiedenis", "contact_nieuw"),
        *("aanmelding", "herstellen", "contacten", "documenten", "gesprekken", "persoon_verbeteren"),
    )

    gezien = {naam: staat_in(client.get(reverse(naam, args=[geheim.nummer])).text) for naam in namen}

    assert gezien == {naam: set() for naam in namen}


def test_history_says_that_the_address_changed_and_nothing_more(client, geheim, consulent):
    client.force_login(consulent)

    tekst = client.get(reverse("dossier_geschiedenis", args=[geheim.nummer])).text

    assert "Gegevens gewijzigd: straat, postcode." in tekst
    assert '<span class="bo-zacht">Straat:</span> <del>geheim</del> wordt <ins>geheim</ins>' in tekst


@pytest.fixture
def ook_geheim(geheim, gemeente):
    """The same person once more, with the same address, of which nobody said that it is geheim."""
    return maak_dossier(gemeente, bsn="", straat=STRAAT, postcode="4001ZX")


@pytest.mark.parametrize("geheim_eerst", [True, False])
def test_merging_shows_no_address_of_either(client, geheim, ook_geheim, coordinator, geheim_eerst):
    client.force_login(coordinator)
    nummers = [geheim.nummer, ook_geheim.nummer] if geheim_eerst else [ook_geheim.nummer, geheim.nummer]
    url = reverse("samenvoegen_met", args=nummers)

    response = client.get(url)

    assert staat_in(response.text) == set()
    assert [(r.naam, r.hier, r.daar, r.is_anders) for r in response.context["rijen"] if r.naam == "Adres"] == [
        ("Adres", "geheim", "geheim", False)
    ]
    assert "Straat" not in response.text
    assert [veld for veld in response.context["form"].fields if veld.startswith("kies_")] == ["kies_bsn"]
    fout = client.post(url, {"doorgaan": "hier", "reden": ""})
    assert staat_in(fout.text) == set()


@pytest.mark.parametrize(("kies", "woont"), [("hier", STRAAT), ("daar", "Kerkstraat")])
def test_address_is_chosen_as_a_whole_and_stays_geheim_in_both(client, geheim, gemeente, coordinator, kies, woont):
    ander = maak_dossier(gemeente, bsn="", straat="Kerkstraat", huisnummer="3", huisletter="b", postcode="4001AA")
    client.force_login(coordinator)
    url = reverse("samenvoegen_met", args=[geheim.nummer, ander.nummer])
    pagina = client.get(url)
    form = pagina.context["form"]
    assert form.fields["kies_adres"].initial == "hier"
    assert [r.is_anders for r in pagina.context["rijen"] if r.naam == "Adres"] == [True]
    assert not {deel for deel in ("Kerkstraat", "4001AA", STRAAT) if deel in pagina.text}

    antwoord = {"doorgaan": "hier", "kies_bsn": "hier", "kies_adres": kies, "reden": "Zelfde"}
    client.post(url, {**antwoord, "stand": form["stand"].value()})

    geheim.refresh_from_db()
    huis = ("14", "", "4001ZX") if kies == "hier" else ("3", "b", "4001AA")
    persoon = geheim.persoon
    assert (persoon.straat, persoon.huisnummer, persoon.huisletter, persoon.postcode) == (woont, *huis)
    assert set(Persoon.objects.values_list("geheim_adres", flat=True)) == {True}
    for dossier in (geheim, ander):
        for naam in ("mensen", "dossier_geschiedenis", "dossier"):
            tekst = client.get(reverse(naam, args=[dossier.nummer]) + "?alles=1").text
            assert not {deel for deel in ("Kerkstraat", STRAAT) if deel in tekst}, naam


def test_first_address_of_the_one_that_goes_on_becomes_geheim_too(geheim, ook_geheim, coordinator):
    samenvoegen(
        dossier=ook_geheim, ander=geheim, van_ander=["bsn"], reden="Zelfde", by=coordinator, at=moment(NU.date()),
        on=NU.date(),
    )  # fmt: skip

    assert set(Persoon.objects.values_list("geheim_adres", flat=True)) == {True}


def voeg_samen(dossier, ander, by):
    for een in (dossier, ander):
        een.refresh_from_db()
    samenvoegen(dossier=dossier, ander=ander, van_ander=[], reden="Zelfde", by=by, at=moment(NU.date()), on=NU.date())


def maak_geheim(dossier, by):
    wijzigingen = {"geheim_adres": True}
    persoon_wijzigen(dossier=dossier, wijzigingen=wijzigingen, reden="Bedreigd", by=by, at=moment(NU.date()))


@halte
def keten(gemeente, coordinator):
    """Three dossiers of one person at one address, of which the third went into the second, and that into the first."""
    huis = {"straat": STRAAT, "huisnummer": "14", "postcode": "4001ZX"}
    een, twee, drie = (maak_dossier(gemeente, **huis, **bsn) for bsn in ({}, {"bsn": ""}, {"bsn": ""}))
    for naar, van in ((twee, drie), (een, twee)):
        voeg_samen(naar, van, coordinator)
    return [een, twee, drie]


def test_address_that_becomes_geheim_is_so_in_all_that_was_merged_before(client, keten, coordinator):
    maak_geheim(keten[0], coordinator)
    client.force_login(coordinator)

    assert set(Persoon.objects.values_list("geheim_adres", flat=True)) == {True}
    redenen = [dossier.persoon.history.latest().history_change_reason for dossier in keten]
    assert redenen == ["Bedreigd"] * 3
    for dossier in keten:
        for naam in ("mensen", "dossier_geschiedenis", "dossier"):
            assert staat_in(client.get(reverse(naam, args=[dossier.nummer]) + "?alles=1").text) == set()


@pytest.mark.parametrize("geheim_gaat_door", [True, False])
def test_merge_with_a_geheim_adres_is_so_in_all_that_was_merged_before(
    keten, gemeente, coordinator, consulent, geheim_gaat_door
):
    vierde = maak_dossier(gemeente, bsn="", straat="Kerkstraat")
    maak_geheim(vierde, consulent)

    voeg_samen(*((vierde, keten[0]) if geheim_gaat_door else (keten[0], vierde)), coordinator)

    assert set(Persoon.objects.values_list("geheim_adres", flat=True)) == {True}


def test_address_that_becomes_geheim_leaves_that_of_another_dossier(keten, gemeente, coordinator):
    ander = maak_dossier(gemeente, bsn="", straat="Kerkstraat")

    maak_geheim(keten[0], coordinator)

    assert Persoon.objects.get(dossier=ander).geheim_adres is False


def test_double_side_by_side_and_its_likeness_tell_nothing(client, geheim, consulent):
    """Who fits by address only is not shown at all: that would tell where somebody lives."""
    client.force_login(consulent)
    url = f"{reverse('aanmelding_nieuw')}?doelgroep=aanvrager"
    invoer = {
        "route": "telefoon", "datum": "2026-05-19", "achternaam": "Hofman", "geboortedatum": "12-3-1985",
        "grondslag": "wht 2.21", "uht_status": "aangemeld", "wil_ondersteuning": "ja", "postcode": "4001ZX",
        "huisnummer": "14",
    }  # fmt: skip

    zelfde_naam = client.post(url, {**invoer, "achternaam": "Berkhout", "postcode": "", "huisnummer": ""})

    assert [b.overeen for b in zelfde_naam.context["gelijkenden"]] == ["naam"]
    assert staat_in(zelfde_naam.text) == set()
    assert client.post(url, invoer).status_code == 302


@pytest.mark.parametrize("naam", ["dossiers", "vandaag"])
def test_address_is_in_no_list_and_finds_nobody(client, geheim, consulent, naam):
    client.force_login(consulent)

    assert staat_in(client.get(reverse(naam)).text) == set()
    for tekst in (STRAAT, "4001ZX", POSTCODE, f"{POSTCODE} 14", "Rivierendam"):
        assert list(Dossier.objects.zoek(lees_zoekvraag(tekst), [geheim.gemeente_id])) == []


@pytest.mark.parametrize(("is_geheim", "gevonden"), [(False, [("adres",)]), (True, [])], ids=["known", "geheim"])
def test_nobody_is_compared_by_a_geheim_adres(gemeente, is_geheim, gevonden):
    """Two people of one birth date at one address: that they live together is told only where it may be known."""
    samen = {"straat": STRAAT, "huisnummer": "14", "postcode": "4001ZX", "geheim_adres": is_geheim}
    een = maak_dossier(gemeente, bsn="", **samen)
    maak_dossier(gemeente, bsn="", achternaam="Hofman", **samen)

    gelijkend = list_lijkt_op(een.persoon)
    nieuw = list_gelijkenden(gemeente.pk, vars(een.persoon) | {"achternaam": "Anders", "geheim_adres": False})

    assert [g.overeen for g in gelijkend] == gevonden
    assert [g.overeen for g in nieuw] == gevonden * 2


def test_address_is_shown_once_when_asked_for_and_logged(client, geheim, consulent, caplog):
    client.force_login(consulent)
    url = reverse("adres_tonen", args=[geheim.nummer])
    assert url in client.get(reverse("mensen", args=[geheim.nummer])).text

    response = client.post(url)

    assert staat_in(response.text) == {STRAAT, POSTCODE}
    assert response["Cache-Control"] == "private, no-store"
    assert staat_in(str(response.headers) + str(dict(client.session)) + caplog.text) == set()
    event = geheim.events.first()
    assert (event.soort, event.tekst, event.by, event.at, event.gegevens) == (
        "adres_getoond",
        "Geheim adres getoond.",
        consulent,
        NU,
        {},
    )
    assert staat_in(client.get(reverse("mensen", args=[geheim.nummer])).text) == set()


def test_opening_the_address_shows_and_logs_nothing(client, geheim, consulent):
    client.force_login(consulent)

    response = client.get(reverse("adres_tonen", args=[geheim.nummer]), follow=True)

    assert staat_in(response.text) == set()
    assert DossierEvent.objects.filter(soort="adres_getoond").count() == 0


def test_asking_for_an_address_that_is_not_geheim_says_so(client, dossier, consulent):
    client.force_login(consulent)

    response = client.post(reverse("adres_tonen", args=[dossier.nummer]), follow=True)

    assert [str(m) for m in response.context["messages"]] == [
        "Het adres van deze persoon is niet geheim. U ziet het op deze pagina."
    ]
    assert DossierEvent.objects.filter(soort="adres_getoond").count() == 0


def test_auditor_cannot_ask_for_it(client, geheim, auditor):
    client.force_login(auditor)

    tekst = client.get(reverse("mensen", args=[geheim.nummer])).text

    assert staat_in(tekst) == set()
    assert reverse("adres_tonen", args=[geheim.nummer]) not in tekst


@pytest.mark.usefixtures("snelle_pdf")
def test_letter_is_lawful_without_the_address_and_says_who_writes_it(client, geheim, consulent):
    besluit = stel_vast(geheim, consulent, gesprek=date(2026, 5, 4), besluit=date(2026, 5, 19))

    brief = uit_json(Besluit.objects.get().snapshot)
    assert (brief.ontvanger.adresregels, brief.ontvanger.adres_geheim) == ((), True)
    html = besluit_html(brief)
    assert "<p>Aan N. Berkhout</p>\n<p>Adres bekend bij de gemeente</p>" in html
    assert staat_in(html + str(besluit.snapshot)) == set()
    client.force_login(consulent)
    for naam in ("besluit", "besluit_verzenden"):
        tekst = client.get(reverse(naam, args=[besluit.nummer])).text
        assert "Schrijf het zelf op de envelop." in tekst
        assert staat_in(tekst) == set()


def test_geheim_adres_that_is_not_complete_still_keeps_the_letter_back(client, geheim, consulent):
    Persoon.objects.update(huisnummer="")
    client.force_login(consulent)

    assert "Het adres is niet volledig." in client.get(geheim.get_absolute_url()).text


def test_preview_of_a_list_shows_that_it_changes_and_not_what(client, gemeente, coordinator, geheim):
    run = bekijk_lijst(
        gemeente,
        rij(BSN=geheim.persoon.bsn, Straat="Nieuwe Gracht", Postcode="3511AB", Woonplaats="Utrecht"),
        by=coordinator,
        on=date(2026, 5, 19),
    )
    client.force_login(coordinator)

    tekst = "".join(
        client.get(f"{run.get_absolute_url()}?toon={deel}").text for deel in ("gewijzigd", "waarschuwingen")
    )

    assert ["Straat", "(geheim)", "(geheim)"] in run.veranderingen[0]["verschillen"]
    assert staat_in(tekst + str(run.veranderingen) + str(run.waarschuwingen)) == set()
    assert not {deel for deel in ("Nieuwe Gracht", "3511", "Utrecht") if deel in tekst + str(run.waarschuwingen)}


def test_list_that_is_read_changes_the_address_and_asks_for_a_look_without_telling_it(gemeente, coordinator, geheim):
    lees_in(
        gemeente,
        rij(BSN=geheim.persoon.bsn, Straat="Nieuwe Gracht", Postcode="3511AB", Woonplaats="Utrecht"),
        by=coordinator,
        on=date(2026, 5, 19),
    )

    persoon = Persoon.objects.get()
    assert (persoon.straat, persoon.woonplaats, persoon.geheim_adres) == ("Nieuwe Gracht", "Utrecht", True)
    (punt,) = geheim.controlepunten.all()
    assert punt.tekst.endswith(
        "Let op woonplaats in de lijst. Het adres van deze persoon is geheim. Bekijk het in het dossier."
    )
    assert not {deel for deel in ("Nieuwe Gracht", "3511", "Utrecht") if deel in punt.tekst}
    assert ImportRun.objects.get().gewijzigd == 1


def invullen(client, dossier, **anders):
    url = reverse("persoon_wijzigen", args=[dossier.nummer])
    form = client.get(url).context["form"]
    gegevens = {veld.name: veld.value() or "" for veld in form} | {"geheim_adres": "on", "reden": "Belde"}
    return client.post(url, {**gegevens, **anders})


def test_form_keeps_a_geheim_adres_that_is_not_filled_in(client, geheim, consulent):
    client.force_login(consulent)

    invullen(client, geheim, telefoon="06 5555 0001")

    persoon = Persoon.objects.get()
    assert (persoon.straat, persoon.telefoon, persoon.geheim_adres) == (STRAAT, "06 5555 0001", True)


def test_new_address_takes_the_place_of_the_whole_geheime_one(client, geheim, consulent):
    Persoon.objects.update(huisletter="c")
    client.force_login(consulent)

    invullen(client, geheim, straat="Kerkstraat", huisnummer="3", postcode="4001 AB", woonplaats="Oeverdorp")

    assert Persoon.objects.get().woonadres == ("Kerkstraat 3", "4001 AB  Oeverdorp")


def test_geheim_postadres_can_be_dropped_without_seeing_it(client, geheim, consulent):
    Persoon.objects.update(postadres="Postbus 9\n4000 AB Ede")
    client.force_login(consulent)

    invullen(client, geheim, postadres_vervalt="on")

    assert Persoon.objects.get().postadres == ""


def test_change_of_a_colleague_in_between_tells_nothing_of_it(client, geheim, consulent):
    client.force_login(consulent)

    response = invullen(client, geheim, straat="Kerkstraat", versie="1")

    (melding,) = response.context["form"].non_field_errors()
    assert melding.endswith("Bekend is nu: Straat: geheim.")
    assert staat_in(response.text) == set()


def als_getypt(form):
    """Give what a browser would send of a form as it stands."""
    return {veld.html_name: veld.value() for veld in form if veld.value() not in (None, False)}


def test_form_from_before_the_address_became_geheim_takes_nothing_away(client, dossier, consulent, coordinator):
    """Who opened it saw the old address; the new one, and that it is geheim, stay when they save twice."""
    client.force_login(consulent)
    url = reverse("persoon_wijzigen", args=[dossier.nummer])
    geopend = als_getypt(client.get(url).context["form"]) | {"telefoon": "06 5555 0001", "reden": "Belde"}
    schuil = {"straat": STRAAT, "huisnummer": "99", "postcode": "4001ZX", "woonplaats": "Elders"}
    persoon_wijzigen(
        dossier=dossier, wijzigingen=schuil | {"geheim_adres": True}, reden="Gevlucht", by=coordinator,
        at=moment(NU.date()),
    )  # fmt: skip

    botst = client.post(url, geopend)
    form = botst.context["form"]
    opnieuw = client.post(url, als_getypt(form))

    assert {veld: form[veld].value() for veld in ADRESVELDEN} == dict.fromkeys(ADRESVELDEN, "")
    velden = {veld: form[veld].value() for veld in ("geheim_adres", "telefoon", "reden")}
    assert velden == {"geheim_adres": True, "telefoon": "06 5555 0001", "reden": "Belde"}
    assert staat_in(botst.text) == set()
    assert opnieuw.status_code == 302
    persoon = Persoon.objects.get(pk=dossier.persoon_id)
    assert {veld: getattr(persoon, veld) for veld in schuil} == schuil
    assert (persoon.geheim_adres, persoon.telefoon) == (True, "06 5555 0001")


def test_new_geheim_adres_that_was_typed_stays_when_a_colleague_saved_in_between(client, geheim, consulent):
    client.force_login(consulent)
    url = reverse("persoon_wijzigen", args=[geheim.nummer])
    huis = {"straat": "Kerkstraat", "huisnummer": "3", "postcode": "4001 AB", "woonplaats": "Oeverdorp"}
    geopend = als_getypt(client.get(url).context["form"]) | huis | {"reden": "Belde"}
    persoon_wijzigen(
        dossier=geheim, wijzigingen={"telefoon": "06 5555 0002"}, reden="Belde", by=consulent, at=moment(NU.date())
    )

    client.post(url, als_getypt(client.post(url, geopend).context["form"]))

    assert Persoon.objects.get().woonadres == ("Kerkstraat 3", "4001 AB  Oeverdorp")


def test_form_from_when_the_address_was_geheim_loses_none_of_it(client, geheim, consulent, coordinator):
    """Its boxes are empty, as an address that is geheim is not shown; a colleague took geheim off meanwhile."""
    client.force_login(consulent)
    url = reverse("persoon_wijzigen", args=[geheim.nummer])
    geopend = als_getypt(client.get(url).context["form"]) | {"telefoon": "06 5555 0001", "reden": "Belde"}
    open_ = {"geheim_adres": False}
    persoon_wijzigen(dossier=geheim, wijzigingen=open_, reden="Hoeft niet meer", by=coordinator, at=moment(NU.date()))
    woonde = Persoon.objects.get().woonadres

    botst = client.post(url, geopend)
    opnieuw = client.post(url, als_getypt(botst.context["form"]))

    persoon = Persoon.objects.get()
    assert botst.context["form"]["straat"].value() == persoon.straat != ""
    assert (opnieuw.status_code, persoon.woonadres, persoon.telefoon) == (302, woonde, "06 5555 0001")


@pytest.mark.parametrize(
    ("kanaal", "plaats", "in_brief"),
    [
        ("huisbezoek", "Oude Kade 14", ""),
        ("huisbezoek", "bij de flat", ""),
        ("kantoor", f"{STRAAT} 14", ""),
        ("kantoor", "postcode 4001zx", ""),
        ("kantoor", "kamer 2.12", "kamer 2.12"),
    ],
)
@pytest.mark.parametrize("bewind", [False, True], ids=["inwoner", "vertegenwoordiger"])
def test_uitnodiging_does_not_tell_where_somebody_lives(geheim, consulent, kanaal, plaats, in_brief, bewind):
    if bewind:
        gegevens = {"rol": "bewindvoerder", "naam": "P. Jansen", "adres": "Postbus 12\n4000 AA Rivierendam"}
        rij = betrokkene_toevoegen(dossier=geheim, gegevens=gegevens, by=consulent, at=moment(NU.date()))
        naar = {"post_aan": "vertegenwoordiger", "vertegenwoordiger": rij, "reden": "x"}
        post_kiezen(dossier=geheim, **naar, by=consulent, at=moment(NU.date()))
    afspraak = Afspraak(
        dossier=Dossier.objects.get(), soort="gesprek", datum=date(2026, 6, 1), kanaal=kanaal, plaats=plaats
    )

    brief = stel_uitnodiging_op(afspraak, bericht="", by=consulent, on=NU.date())

    assert dict(brief.gegevens)["plaats"] == in_brief
    assert bool(brief.ontvanger.voor) is bewind


def test_what_is_typed_in_a_letter_does_not_tell_it_either(geheim, consulent):
    afspraak = Afspraak(dossier=Dossier.objects.get(), soort="gesprek", datum=date(2026, 6, 1), kanaal="huisbezoek")

    with pytest.raises(ActieFout, match="Het adres van deze inwoner is geheim"):
        stel_uitnodiging_op(afspraak, bericht=f"Wij komen naar {STRAAT} 14.", by=consulent, on=NU.date())


def test_to_whom_the_hulp_goes_over_does_not_tell_it(geheim, consulent):
    with pytest.raises(ActieFout, match="Het adres van deze inwoner is geheim"):
        stel_brief_op(geheim, "overdracht", naar=f"het team bij {STRAAT} 14", bericht="", by=consulent, on=NU.date())
