"""The pages of the aanmelding: choose, fill in, see doubles, read, change; and help that is refused or taken up."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from accounts.rollen import Rol
from cases.keuzes import Doelgroep
from cases.models import Aanmelding, Dossier, DossierEvent
from tests.factories import LidmaatschapFactory, maak_dossier, meld_aan

NIEUW = "/dossiers/aanmelden/"
ON = date(2026, 3, 20)
INVOER = {
    "route": "telefoon",
    "datum": "2026-03-20",
    "achternaam": "Hofman",
    "voorletters": "P.",
    "geboortedatum": "12-3-1985",
    "grondslag": "wht 2.21",
    "uht_status": "aangemeld",
    "wil_ondersteuning": "ja",
    "gesproken": "on",
}
OVERLEDENE = {
    "overleden_naam": "J. Hofman",
    "overleden_geboortedatum": "00-00-1950",
    "overleden_op": "2022-05-04",
    "overleden_relatie": "zoon",
}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 20, 9, 30, tzinfo=UTC), tick=False):
        yield


def stuur(client, doelgroep="aanvrager", **anders):
    return client.post(f"{NIEUW}?doelgroep={doelgroep}", {**INVOER, **anders})


def fouten(response):
    return {veld: list(meldingen) for veld, meldingen in response.context["form"].errors.items()}


@pytest.mark.parametrize(("wie", "ziet"), [("consulent", True), ("coordinator", True), ("auditor", False)])
def test_button_stands_on_the_list_for_who_may(client, request, wie, ziet):
    client.force_login(request.getfixturevalue(wie))

    assert (f'href="{NIEUW}"' in client.get("/dossiers/").text) is ziet


def test_button_stands_on_vandaag(pagina):
    assert f'href="{NIEUW}"' in pagina.get("/vandaag/").text


def test_first_step_asks_the_doelgroep(pagina):
    response = pagina.get(NIEUW)

    assert [veld.name for veld in response.context["form"]] == ["doelgroep"]
    assert response.context["form"].errors == {}


def test_first_step_says_that_nothing_was_chosen(pagina):
    geopend = pagina.get(NIEUW)
    verstuurd = pagina.get(NIEUW, {"verstuurd": "1"})

    assert '<input type="hidden" name="verstuurd" value="1">' in geopend.text
    assert "bo-foutenoverzicht" not in geopend.text
    assert fouten(verstuurd) == {"doelgroep": ["Kies een van de mogelijkheden."]}
    assert "Er is één fout. Verbeter deze en probeer het opnieuw." in verstuurd.text


def test_who_works_for_two_gemeenten_chooses_one(pagina, consulent, andere_gemeente):
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.CONSULENT)

    assert [veld.name for veld in pagina.get(NIEUW).context["form"]] == ["gemeente", "doelgroep"]
    response = pagina.post(f"{NIEUW}?gemeente=9902&doelgroep=aanvrager", INVOER)

    assert response.status_code == 302
    assert Dossier.objects.get().gemeente == andere_gemeente


def test_gemeente_where_one_does_not_work_is_refused(pagina, consulent, andere_gemeente):
    LidmaatschapFactory(user=consulent, gemeente=andere_gemeente, rol=Rol.AUDITOR)

    pagina.post(f"{NIEUW}?gemeente=9902&doelgroep=aanvrager", INVOER)

    assert [d.gemeente.code for d in Dossier.objects.all()] == ["9901"]


@pytest.mark.parametrize(
    ("doelgroep", "velden"),
    [
        ("aanvrager", {"uht_status", "datum_status"}),
        ("ex-toeslagpartner", {"datum_beschikking"}),
        ("kind", {"uht_status", "datum_status"}),
        ("nabestaande", {"datum_beschikking", *OVERLEDENE}),
    ],
)
def test_form_asks_only_what_the_doelgroep_needs(pagina, doelgroep, velden):
    form = pagina.get(f"{NIEUW}?doelgroep={doelgroep}").context["form"]

    van_doelgroepen = {"uht_status", "datum_status", "datum_beschikking", *OVERLEDENE}
    assert set(form.fields) & van_doelgroepen == velden


def test_contact_counts_only_when_the_user_says_so(pagina):
    form = pagina.get(f"{NIEUW}?doelgroep=aanvrager").context["form"]
    assert not form["gesproken"].value()

    pagina.post(
        f"{NIEUW}?doelgroep=aanvrager", {veld: waarde for veld, waarde in INVOER.items() if veld != "gesproken"}
    )

    assert Dossier.objects.get().datum_eerste_contact is None


def test_aanmelding_leads_to_the_dossier_with_its_next_step(pagina, consulent):
    response = stuur(pagina, neem_zelf="on", toestemming="on", bsn="0123.45.672")

    dossier = Dossier.objects.get()
    assert (response.status_code, response["Location"]) == (302, dossier.get_absolute_url())
    assert (dossier.persoon.bsn, dossier.persoon.geboortedatum) == ("012345672", "1985-03-12")
    assert (dossier.casusregisseur, dossier.aanmelding.toestemming_navraag) == (consulent, ON)
    assert "Vraag bij UHT na" in pagina.get(dossier.get_absolute_url()).text


@pytest.mark.parametrize(("dag", "aantal"), [("2023-12-31", 1), ("2024-03-01", 2)])
def test_aanvrager_after_the_loket_closed_is_registered_with_a_hint(pagina, dag, aantal):
    response = pagina.post(f"{NIEUW}?doelgroep=aanvrager", {**INVOER, "datum_status": dag}, follow=True)

    berichten = [str(bericht) for bericht in response.context["messages"]]
    assert len(berichten) == aantal
    assert ("Het aanmeldloket van UHT sloot" in berichten[-1]) is (aantal == 2)
    assert ("Het aanmeldloket van UHT sloot" in pagina.get(f"{response.redirect_chain[0][0]}aanmelding/").text) is (
        aantal == 2
    )


def test_nabestaande_with_the_deceased(pagina):
    stuur(pagina, "nabestaande", **OVERLEDENE)

    dossier = Dossier.objects.get()
    assert (dossier.doelgroep, dossier.uht_status) == ("nabestaande", "erkend")
    assert (dossier.aanmelding.overleden_geboortedatum, dossier.aanmelding.overleden_op) == (
        "1950-00-00",
        date(2022, 5, 4),
    )


@pytest.mark.parametrize(
    ("doelgroep", "anders", "veld", "melding"),
    [
        ("aanvrager", {"bsn": "123456789"}, "bsn", "Dit BSN klopt niet: het voldoet niet aan de 11-proef."),
        ("aanvrager", {"bsn": "12345672"}, "bsn", "Dit BSN heeft 8 cijfers."),
        ("aanvrager", {"geboortedatum": "30-02-1985"}, "geboortedatum", "Deze datum bestaat niet"),
        ("aanvrager", {"geboortedatum": "21-03-2026"}, "geboortedatum", "Deze geboortedatum ligt in de toekomst."),
        ("aanvrager", {"geboortedatum": "15-3-1850"}, "geboortedatum", "Het jaar 1850 kan niet kloppen. Gebruik"),
        ("aanvrager", {"geboortedatum": ""}, "geboortedatum", "Vul dit veld in."),
        ("aanvrager", {"achternaam": ""}, "achternaam", "Vul dit veld in."),
        ("aanvrager", {"wil_ondersteuning": ""}, "wil_ondersteuning", "Kies een van de mogelijkheden."),
        ("aanvrager", {"datum": "2026-03-21"}, "datum", "De aanmelding kan niet in de toekomst liggen."),
        ("aanvrager", {"postcode": "12"}, "postcode", "Vul de postcode in als 1234 AB."),
        ("aanvrager", {"uitzondering": "detentie"}, "overleg_met", "Vul in met welke gemeente u overlegde."),
        ("ex-toeslagpartner", {}, "datum_beschikking", "Vul de datum van de beschikking van UHT in."),
        ("aanvrager", {"datum_status": "2062-11-26"}, "datum_status", "Deze dag ligt in de toekomst."),
        ("aanvrager", {"datum_status": "1990-01-01"}, "datum_status", "UHT is er sinds 2020. Vul een dag in vanaf 1"),
        ("aanvrager", {"datum_status": "2019-12-31"}, "datum_status", "UHT is er sinds 2020. Vul een dag in vanaf 1"),
        ("ex-toeslagpartner", {"datum_beschikking": "2019-12-31"}, "datum_beschikking", "UHT is er sinds 2020."),
        (
            "aanvrager",
            {"uitzondering": "detentie", "overleg_met": "Duinveen", "overleg_datum": "2026-03-21"},
            "overleg_datum",
            "Deze dag ligt in de toekomst.",
        ),
        (
            "ex-toeslagpartner",
            {"datum_beschikking": "2026-03-21"},
            "datum_beschikking",
            "Deze dag ligt in de toekomst.",
        ),
        (
            "nabestaande",
            {**OVERLEDENE, "overleden_geboortedatum": "04-05-2023", "overleden_op": "2000-05-04"},
            "overleden_geboortedatum",
            "De overledene kan niet geboren zijn na de dag van overlijden, 4 mei 2000.",
        ),
        ("kind", {"geboortedatum": "21-03-2010"}, "geboortedatum", "Jonger dan 16 jaar"),
        ("kind", {"geboortedatum": "00-00-2010"}, "leeftijd_nagekeken", "De geboortedatum is niet helemaal bekend."),
        ("kind", {"grondslag": "wht 6.12"}, "grondslag", "Een kind meldt zichzelf aan."),
        ("nabestaande", {**OVERLEDENE, "overleden_op": "2024-01-01"}, "overleden_op", "De aanvrager overleed na 2023."),
    ],
)
def test_refusal_is_said_at_its_field_and_keeps_what_was_typed(pagina, doelgroep, anders, veld, melding):
    response = stuur(pagina, doelgroep, **{"straat": "Dijkweg", **anders})

    assert list(fouten(response)) == [veld]
    assert fouten(response)[veld][0].startswith(melding)
    assert "Dijkweg" in response.text
    assert Dossier.objects.count() == 0


def test_age_that_was_looked_up_may_be_registered(pagina):
    stuur(pagina, "kind", geboortedatum="00-00-2010", leeftijd_nagekeken="on")

    assert Dossier.objects.get().persoon.geboortedatum == "2010-00-00"


def test_bsn_that_is_known_leads_to_its_dossier(pagina, dossier):
    response = stuur(pagina, bsn="999990639")

    assert fouten(response) == {"bsn": ["Deze persoon heeft al een dossier. Werk in dat dossier verder."]}
    assert f'href="{dossier.get_absolute_url()}"' in response.text
    assert Dossier.objects.count() == 1


def test_bsn_that_is_known_is_logged_without_the_number(pagina, dossier, consulent):
    stuur(pagina, bsn="999990639", achternaam="")

    event = DossierEvent.objects.get(soort="bsn_gezocht")
    assert (event.dossier, event.by) == (dossier, consulent)
    assert event.tekst == "Gevonden door dit burgerservicenummer bij een nieuwe aanmelding in te vullen."
    assert "999990639" not in str(vars(event))


def test_bsn_that_is_not_known_logs_nothing_anywhere(pagina, dossier):
    stuur(pagina, bsn="999990019", achternaam="")

    assert not DossierEvent.objects.filter(soort="bsn_gezocht").exists()


def test_double_of_a_dossier_one_may_not_see_says_whom_to_ask(pagina, dossier, monkeypatch):
    monkeypatch.setattr("cases.querysets.DossierQuerySet.visible_to", lambda self, user: self.none())

    response = stuur(pagina, bsn="999990639")

    assert "Vraag een coördinator van Rivierendam" in response.text
    assert dossier.nummer not in response.text
    assert "Berkhout" not in response.text


def test_double_is_shown_beside_what_was_typed_until_the_user_says_it_is_another(pagina, gemeente):
    bekend = maak_dossier(gemeente, bsn="", achternaam="HÖFMAN", voorletters="P.", geheim_adres=True)

    response = stuur(pagina)

    assert list(fouten(response)) == ["toch_nieuw"]
    assert [b.dossier for b in response.context["gelijkenden"]] == [bekend]
    assert "geheim adres" in response.text
    assert "Lindepad" not in response.text
    assert Dossier.objects.count() == 1

    assert stuur(pagina, toch_nieuw="on", gezien=str(bekend.pk)).status_code == 302
    assert Dossier.objects.count() == 2


def test_geheim_adres_holds_from_the_first_save(pagina, consulent, coordinator):
    response = stuur(
        pagina, straat="Lindepad", huisnummer="14", postcode="4001 zz", woonplaats="Rivierendam", geheim_adres="on",
        neem_zelf="on",
    )  # fmt: skip

    dossier = Dossier.objects.get()
    assert (dossier.persoon.geheim_adres, dossier.persoon.straat) == (True, "Lindepad")
    assert "Lindepad" not in pagina.get(response["Location"]).text
    assert "Lindepad" not in pagina.get(reverse("mensen", args=[dossier.nummer])).text
    assert "Lindepad" not in pagina.get(reverse("dossier_geschiedenis", args=[dossier.nummer]) + "?alles=1").text
    assert list(pagina.post(reverse("zoeken"), {"zoek": "4001ZZ 14"}).context["dossiers"]) == []
    assert set(dossier.persoon.history.values_list("geheim_adres", flat=True)) == {True}


def test_nobody_is_found_by_an_address_that_is_geheim(pagina, gemeente):
    """Not by that of the other, and not by the one that is typed now."""
    adres = {"straat": "Lindepad", "huisnummer": "14", "postcode": "4001ZZ", "woonplaats": "Rivierendam"}
    maak_dossier(gemeente, bsn="", achternaam="Anders", **adres)

    response = stuur(pagina, **adres)
    assert [b.overeen for b in response.context["gelijkenden"]] == ["adres"]
    assert stuur(pagina, **adres, geheim_adres="on").status_code == 302


def test_geheim_adres_is_not_beside_the_double(pagina, gemeente):
    maak_dossier(gemeente, bsn="", achternaam="Hofman", voorletters="P.", straat="Kerkstraat")

    response = stuur(pagina, straat="Zilverlaan", huisnummer="3", geheim_adres="on")

    vergelijking = response.text.split('aria-label="Vergelijking"')[1].split("</table>")[0]
    assert "Zilverlaan" not in vergelijking
    assert "geheim adres" in vergelijking
    assert "Kerkstraat" in vergelijking
    assert 'value="Zilverlaan"' in response.text


def test_address_abroad_language_and_interpreter_come_along(pagina):
    leeg = pagina.get(f"{NIEUW}?doelgroep=aanvrager").text
    assert leeg.count('<details class="bo-meer">') == 2

    stuur(pagina, adres_buitenland="Meir 1\r\n 2000 Antwerpen ", land="België", taal="Turks", tolk="on")

    persoon = Dossier.objects.get().persoon
    assert (persoon.adresregels, persoon.taal, persoon.tolk) == (("Meir 1", "2000 Antwerpen", "BELGIË"), "Turks", True)


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"adres_buitenland": "Meir 1"}, "land", "Vul het land in. De post heeft dat nodig."),
        (
            {"land": "België"},
            "adres_buitenland",
            "Vul het adres in dit land in, of maak het vak met het land leeg.",
        ),
        (
            {"adres_buitenland": "Meir 1", "land": "België", "straat": "Lindepad"},
            "adres_buitenland",
            "Vul één adres in: in Nederland of in het buitenland. Maak de vakken van het andere adres leeg.",
        ),
    ],
)
def test_half_an_address_abroad_is_said_where_it_can_be_seen(pagina, anders, veld, melding):
    response = stuur(pagina, **anders)

    assert fouten(response) == {veld: [melding]}
    assert '<details class="bo-meer" open><summary>Woont in het buitenland' in response.text
    assert not Dossier.objects.exists()


def test_tick_for_others_than_those_who_were_seen_does_not_count(pagina, gemeente):
    bekend = maak_dossier(gemeente, bsn="", achternaam="Hofman", voorletters="P.")

    response = stuur(pagina, toch_nieuw="on", gezien="x")

    form = response.context["form"]
    assert (list(form.errors), form["toch_nieuw"].value(), form["gezien"].value()) == (
        ["toch_nieuw"],
        False,
        str(bekend.pk),
    )
    assert Dossier.objects.count() == 1


def test_page_shows_what_was_established_and_what_is_missing(pagina, gemeente, consulent):
    dossier = meld_aan(gemeente, consulent, datum=ON, geboortedatum="1985-03-12", toelichting="Belt liever laat.")
    Dossier.objects.update(doelgroep=Doelgroep.EX_TOESLAGPARTNER)

    response = pagina.get(reverse("aanmelding", args=[dossier.nummer]))

    assert response.context["nog_nodig"] == ["de datum van de beschikking van UHT"]
    assert response.context["feiten"] == [
        ("Aangemeld", "20 maart 2026, via telefoon"),
        ("Doelgroep", "Ex-toeslagpartner"),
        ("Wil hulp", "Ja"),
    ]
    assert response.context["grondslag"] == [
        ("Grondslag", "Vraagt zelf om hulp (Wht artikel 2.21)"),
        ("Navraag bij UHT", "geen toestemming vastgelegd"),
        ("Woonplaats", "woont in deze gemeente"),
    ]
    assert response.context["doelgroepfeiten"] == [("Datum van de beschikking van UHT", "niet bekend")]
    assert "Belt liever laat." in response.text
    assert dossier.persoon.bsn not in response.text


def wijzig(client, dossier, **anders):
    url = reverse("aanmelding_wijzigen", args=[dossier.nummer])
    form = client.get(url).context["form"]
    return client.post(url, {**{veld.name: veld.value() or "" for veld in form}, "reden": "Belde", **anders})


def test_change_of_the_aanmelding(pagina, dossier):
    response = wijzig(
        pagina,
        dossier,
        uitzondering="detentie",
        overleg_met="Duinveen",
        overleg_datum="2026-03-19",
        grondslag="wht 2.21",
    )

    assert response["Location"] == reverse("aanmelding", args=[dossier.nummer])
    aanmelding = Aanmelding.objects.get()
    assert (aanmelding.ingezetene, aanmelding.overleg_met, aanmelding.overleg_datum) == (
        False,
        "Duinveen",
        date(2026, 3, 19),
    )

    wijzig(pagina, dossier, uitzondering="")
    aanmelding.refresh_from_db()
    assert (aanmelding.ingezetene, aanmelding.uitzondering, aanmelding.overleg_met, aanmelding.overleg_datum) == (
        True,
        "",
        "",
        None,
    )


def test_change_that_can_not_be_is_said(pagina, dossier):
    response = wijzig(pagina, dossier, uitzondering="detentie")

    assert list(fouten(response)) == ["overleg_met"]
    assert Aanmelding.objects.get().ingezetene is True


def test_two_people_change_at_once_and_the_second_is_shown_it(pagina, dossier, collega, client):
    url = reverse("aanmelding_wijzigen", args=[dossier.nummer])
    form = pagina.get(url).context["form"]
    open_form = {veld.name: veld.value() or "" for veld in form}
    wijzig(pagina, dossier, toelichting="Eerst.")

    response = pagina.post(url, {**open_form, "reden": "Belde ook", "toelichting": "Daarna."})

    assert "Iemand anders heeft deze gegevens intussen gewijzigd." in response.text
    assert "Toelichting: Eerst." in response.text
    assert "Daarna." in response.text
    assert Aanmelding.objects.get().toelichting == "Eerst."


def test_doelgroep_is_changed_with_a_reason(pagina, dossier):
    url = reverse("doelgroep_wijzigen", args=[dossier.nummer])
    versie = pagina.get(url).context["form"]["versie"].value()

    response = pagina.post(url, {"doelgroep": "nabestaande", "reden": "Bleek anders", "versie": versie})

    assert response["Location"] == reverse("aanmelding", args=[dossier.nummer])
    dossier.refresh_from_db()
    assert dossier.doelgroep == "nabestaande"
    assert DossierEvent.objects.first().reden == "Bleek anders"


def test_refused_and_taken_up_again(pagina, dossier):
    nee, ja = (reverse(naam, args=[dossier.nummer]) for naam in ("hulp_afwijzen", "hulp_hervatten"))

    assert pagina.post(nee, {"wil": "nee", "datum": "2026-03-19"})["Location"] == dossier.get_absolute_url()
    assert "De inwoner wil geen hulp" in pagina.get(dossier.get_absolute_url()).text
    assert pagina.get(nee)["Location"] == dossier.get_absolute_url()

    assert pagina.post(ja, {"datum": "2026-03-20"})["Location"] == dossier.get_absolute_url()
    dossier.refresh_from_db()
    assert dossier.status == "aanmelding"
    assert pagina.get(ja)["Location"] == dossier.get_absolute_url()


@pytest.mark.parametrize("naam", ["hulp_afwijzen", "hulp_hervatten"])
def test_day_before_the_aanmelding_is_said_at_the_date(pagina, dossier, naam):
    if naam == "hulp_hervatten":
        Dossier.objects.update(status="geen_hulp")

    response = pagina.post(reverse(naam, args=[dossier.nummer]), {"wil": "nee", "datum": "2026-03-01"})

    assert list(fouten(response)) == ["datum"]


@pytest.mark.parametrize("aantal", [1, 3])
def test_showing_doubles_asks_the_same_of_the_database(pagina, gemeente, django_assert_num_queries, aantal):
    for _ in range(aantal):
        maak_dossier(gemeente, bsn="", achternaam="Hofman", voorletters="P.")

    with django_assert_num_queries(6):
        response = stuur(pagina)

    assert len(response.context["gelijkenden"]) == aantal
