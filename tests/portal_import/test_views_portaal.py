"""The pages of the portal: choosing a list, the preview, reading it or not, and what it did."""

import logging
import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.rollen import Rol
from cases.actions.aanmelden import persoon_wijzigen
from cases.models import Dossier
from portal_import.models import ImportRun
from tests.factories import GemeenteFactory, LidmaatschapFactory, moment
from tests.portal_import.bestanden import BSN, BSN_2, BSN_3, DATA, KOP, csv, xlsx
from tests.portal_import.runs import ON, bekijk_lijst, getallen, lees_in, rij, telling

Stand = ImportRun.Stand

LEEG = "Dit bestand is leeg. Haal de lijst opnieuw uit het gegevensportaal."
BESCHADIGD = (
    "Dit bestand is beschadigd of is geen spreadsheet. Haal de lijst opnieuw uit het gegevensportaal, of open het "
    "bestand in Excel en sla het op als .xlsx."
)
GEEN_SPREADSHEET = (
    "Dit bestand is geen spreadsheet. Kies de lijst zoals u die uit het gegevensportaal haalt: een Excel-bestand "
    "(.xlsx) of een CSV-bestand."
)
ANDERE_KOLOMMEN = (
    "Dit is geen levering uit het gegevensportaal. Deze kolommen ontbreken: 'BSN', 'Soort', 'Achternaam', "
    "'Geboortedatum', 'Status', 'Statusdatum' en 'Datum levering'. Wel gevonden, maar niet herkend: 'Naam' en "
    "'Nummer'. Controleer of u de goede lijst koos, of geef de kolommen de goede naam."
)
SCHULDENLIJST = (
    "Dit is een schuldenlijst: er staat informatie over schulden in ('Schuldeiser', 'Vorderingnummer', 'Openstaand "
    "bedrag', 'Datum opeisbaar' en 'Pauzeknop'). Zo'n lijst mag u niet gebruiken voor brede ondersteuning "
    "(doelbinding; VNG-handreiking brede ondersteuning 2025, paragraaf 2.3). Er is niets gelezen of bewaard. Kies de "
    "lijst voor brede ondersteuning."
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(datetime(2026, 3, 2, 9, 30, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def pagina(client, coordinator):
    client.force_login(coordinator)
    return client


def kies(pagina, inhoud, naam="levering.xlsx", **anders):
    bestand = SimpleUploadedFile(naam, inhoud)
    return pagina.post(reverse("import_nieuw"), {"soort": "levering", "bestand": bestand, **anders}, follow=True)


def berichten(response):
    return [(bericht.level_tag, str(bericht)) for bericht in response.context["messages"]]


def tekst(response):
    """The words of a page, without its tags."""
    zonder = re.sub(r"<[^>]+>", " ", response.text)
    return " ".join(zonder.replace("&#x27;", "'").replace("&quot;", '"').split())


def test_list_is_empty_at_first(pagina):
    response = pagina.get(reverse("imports"))

    assert "Er is nog geen lijst ingelezen" in tekst(response)
    assert reverse("import_nieuw") in response.text


def test_list_shows_each_run_with_its_counts_and_who(pagina, gemeente, coordinator, vreemde, andere_gemeente):
    bekijk_lijst(gemeente, rij(), rij(BSN="123456789"), by=coordinator, naam="januari.xlsx")
    lees_in(gemeente, rij(BSN=BSN_2), naam="februari.csv", on=ON)
    bekijk_lijst(andere_gemeente, rij(BSN=BSN_3), by=vreemde, naam="elders.xlsx")

    response = pagina.get(reverse("imports"))

    assert [run.bestandsnaam for run in response.context["page_obj"]] == ["februari.csv", "januari.xlsx"]
    assert "januari.xlsx Levering 2 maart 2026, 10.00 uur Karima Zeeman Wacht op bevestiging 2 1 0 0 1" in tekst(
        response
    )
    assert "februari.csv Levering 2 maart 2026, 10.00 uur via de opdrachtregel Ingelezen 1 1 0 0 0" in tekst(response)
    assert "elders.xlsx" not in response.text
    assert "Duinveen" not in response.text


def test_form_asks_for_the_gemeente_only_when_there_is_a_choice(pagina, coordinator, gemeente):
    assert list(pagina.get(reverse("import_nieuw")).context["form"].fields) == ["soort", "bestand"]

    LidmaatschapFactory(user=coordinator, gemeente=GemeenteFactory(code="9903", naam="Kaalveld"), rol=Rol.COORDINATOR)
    LidmaatschapFactory(user=coordinator, gemeente=GemeenteFactory(code="9904", naam="Zonder"), rol=Rol.AUDITOR)

    form = pagina.get(reverse("import_nieuw")).context["form"]
    assert list(form.fields) == ["gemeente", "soort", "bestand"]
    assert [gemeente.naam for gemeente in form.fields["gemeente"].queryset] == ["Kaalveld", "Rivierendam"]


def test_list_for_another_gemeente_is_refused(pagina, coordinator, gemeente, andere_gemeente):
    LidmaatschapFactory(user=coordinator, gemeente=GemeenteFactory(code="9903", naam="Kaalveld"), rol=Rol.COORDINATOR)

    response = kies(pagina, xlsx(rij()), gemeente=andere_gemeente.pk)

    assert response.context["form"].errors == {
        "gemeente": ["Kies een van de mogelijkheden."],
        "bestand": [
            "Kies het bestand opnieuw. Een bestand blijft niet staan als er iets anders verbeterd moet worden."
        ],
    }
    assert ImportRun.objects.count() == 0


def test_gemeente_without_beleid_is_told_on_the_form(pagina, coordinator, gemeente):
    kaal = GemeenteFactory(code="9903", naam="Kaalveld")
    LidmaatschapFactory(user=coordinator, gemeente=kaal, rol=Rol.COORDINATOR)

    response = kies(pagina, xlsx(rij()), gemeente=kaal.pk)

    assert response.context["form"].non_field_errors() == [
        "Deze gemeente heeft nog geen beleid. Leg het vast met: manage.py gemeente_maken."
    ]
    assert ImportRun.objects.count() == 0


def test_form_without_a_file(pagina, gemeente):
    response = pagina.post(reverse("import_nieuw"), {"soort": "levering"})

    assert response.context["form"].errors == {"bestand": ["Kies een bestand."]}


def test_file_that_is_too_large_is_refused_before_it_is_read(pagina, gemeente, monkeypatch):
    monkeypatch.setattr("portal_import.forms.MAX_BYTES", 10)

    response = kies(pagina, b"x" * 11)

    assert response.context["form"].errors["bestand"] == [
        "Dit bestand is groter dan 20 MB. Verdeel de lijst over meer bestanden en kies die één voor één."
    ]
    assert ImportRun.objects.count() == 0


def test_preview_shows_new_dossiers_and_changes_nothing(pagina, gemeente, coordinator):
    voor = telling()

    response = kies(pagina, xlsx(rij(), rij(BSN=BSN_2, Achternaam="Ahmadi", Voorvoegsel="", Status="niet erkend")))

    run = ImportRun.objects.get()
    assert response.redirect_chain == [(reverse("import_run", args=[run.pk]), 302)]
    assert telling() == voor
    woorden = tekst(response)
    assert "Er is nog niets gewijzigd" in woorden
    assert "2 nieuwe dossiers, waarvan 1 zonder recht op ondersteuning" in woorden
    assert "(niet erkend of zelf afgemeld): dat dossier krijgt geen termijnen" in woorden
    assert "rijen in de lijst 2 nieuw 2 gewijzigd 0 ongewijzigd 0 met een fout 0" in woorden
    assert "M. du Burck Aanvrager Erkend 2" in woorden
    assert "M. Ahmadi Aanvrager Niet erkend geen recht, geen termijnen 3" in woorden
    assert reverse("import_bevestigen", args=[run.pk]) in response.text
    assert reverse("import_verwerpen", args=[run.pk]) in response.text


def test_preview_shows_old_and_new_per_field(pagina, gemeente):
    lees_in(gemeente, rij(Huisletter=""))
    dossier = Dossier.objects.get()

    response = kies(pagina, xlsx(rij(Huisletter="B", Telefoon="0555 12 34 99", Geboortedatum="26-09-1962")))

    woorden = tekst(response)
    assert "1 dossier krijgt nieuwe gegevens; wat er stond, blijft in de geschiedenis" in woorden
    assert "Geboortedatum: was 25 september 1962 wordt 26 september 1962" in woorden
    assert "Huisletter: was (leeg) wordt B" in woorden
    assert "Telefoon: was 076 - 9187041 wordt 0555 12 34 99" in woorden
    assert dossier.get_absolute_url() in response.text


def test_preview_says_whose_support_will_end(pagina, gemeente):
    lees_in(gemeente, rij(), rij(BSN=BSN_2))

    response = kies(pagina, xlsx(rij(Status="niet erkend", Statusdatum="20-02-2026")))

    assert "1 persoon wordt niet erkend: in een open dossier begint de acclimatisatie van 30 dagen" in tekst(response)


def test_faulty_rows_are_shown_and_the_good_ones_read(pagina, gemeente):
    inhoud = csv(
        rij(),
        rij(BSN="123456789"),
        rij(BSN=BSN_2, Geboortedatum="30-02-1995"),
        rij(BSN=BSN),
        rij(BSN=BSN_3, Geboortedatum="00-02-1995"),
    )

    run_pagina = kies(pagina, inhoud, naam="levering.csv")

    run = ImportRun.objects.get()
    assert getallen(run) == (5, 2, 0, 0, 3)
    assert "3 rijen hebben een fout en worden overgeslagen" in tekst(run_pagina)
    fouten = tekst(pagina.get(f"{run.get_absolute_url()}?toon=fouten"))
    assert (
        "Rij 3 BSN *****6789 Dit BSN klopt niet: het voldoet niet aan de 11-proef. Controleer het nummer."
    ) in fouten
    assert "Rij 4 Geboortedatum 30-02-1995 Deze datum bestaat niet: maand 2 van 1995 heeft geen dag 30." in fouten
    assert "Rij 5 BSN *****0639 Dit BSN staat ook op rij 2. Alleen rij 2 is gelezen." in fouten

    na = pagina.post(reverse("import_bevestigen", args=[run.pk]), follow=True)

    assert berichten(na) == [("success", "De lijst is ingelezen: 2 nieuwe dossiers, 0 dossiers gewijzigd.")]
    assert set(Dossier.objects.values_list("persoon__bsn", "persoon__geboortedatum")) == {
        (BSN, "1962-09-25"),
        (BSN_3, "1995-02-00"),
    }
    assert "3 rijen zijn overgeslagen. Herstel de fouten in het bestand" in tekst(na)


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (b"", LEEG),
        (b" \r\n\r\n", LEEG),
        (b"PK\x03\x04 maar verder niets", BESCHADIGD),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00", GEEN_SPREADSHEET),
        (b"%PDF-1.7\n", "Dit is een PDF. Haal de lijst als Excel-bestand (.xlsx) of CSV-bestand uit het portaal."),
        (xlsx(["Jansen", "Tiel", "12"], kop=("Naam", "Plaats", "Nummer")), ANDERE_KOLOMMEN),
        (xlsx(), "Dit bestand heeft wel kolommen, maar geen rijen. Haal de lijst opnieuw uit het portaal."),
        ((DATA / "schuldenlijst-20250106.xlsx").read_bytes(), SCHULDENLIJST),
    ],
    ids=["leeg", "alleen wit", "kapot", "geen spreadsheet", "pdf", "andere kolommen", "geen rijen", "schuldenlijst"],
)
def test_refused_file_says_why_and_what_to_do(pagina, gemeente, inhoud, reden):
    voor = telling()

    response = kies(pagina, inhoud)

    woorden = tekst(response)
    assert f"Deze lijst is niet gelezen {reden} Er is niets gewijzigd. Ander bestand kiezen" in woorden
    assert telling() == voor
    run = ImportRun.objects.get()
    assert (run.stand, run.inhoud) == (Stand.GEWEIGERD, None)
    assert "Lijst inlezen" not in response.text


def test_missing_column_is_named(pagina, gemeente):
    zonder = [n for n, naam in enumerate(KOP) if naam != "Statusdatum"]
    kop, cellen = [[bron[n] for n in zonder] for bron in (KOP, rij())]

    response = kies(pagina, xlsx(cellen, kop=kop))

    assert "Deze kolommen ontbreken: 'Statusdatum'." in tekst(response)


def test_warnings_are_grouped_with_their_number(pagina, gemeente):
    run = bekijk_lijst(
        gemeente,
        rij(Woonplaats="Ede", Achternaam="Eerste"),
        rij(BSN=BSN_2, Woonplaats="Ede"),
        rij(BSN=BSN_3, Straat=""),
    )

    response = pagina.get(f"{run.get_absolute_url()}?toon=waarschuwingen")

    assert [(groep.titel, len(regels)) for groep, regels in response.context["groepen"]] == [
        ("2 woonplaatsen liggen buiten de gemeente", 2),
        ("1 adres is niet volledig", 1),
    ]
    assert "M. du Eerste rij 2 De woonplaats ligt niet in deze gemeente." in tekst(response)


def test_warnings_lead_to_the_dossiers_once_the_list_is_read(pagina, gemeente):
    run = lees_in(gemeente, rij(Woonplaats="Ede"))

    response = pagina.get(f"{run.get_absolute_url()}?toon=waarschuwingen")

    assert f'<a class="nl-link" href="{Dossier.objects.get().get_absolute_url()}">M. du Burck</a>' in response.text


def test_many_warnings_of_one_kind_have_pages_of_their_own(pagina, gemeente, monkeypatch):
    monkeypatch.setattr("portal_import.views.run.IN_GROEP", 1)
    monkeypatch.setattr("portal_import.views.run.PER_BLADZIJDE", 2)
    run = bekijk_lijst(gemeente, *[rij(BSN=bsn, Woonplaats="Ede") for bsn in (BSN, BSN_2, BSN_3)])

    kort = pagina.get(f"{run.get_absolute_url()}?toon=waarschuwingen")
    lang = pagina.get(f"{run.get_absolute_url()}?toon=waarschuwingen&soort=woonplaats&page=2")

    assert [regel["rij"] for _, regels in kort.context["groepen"] for regel in regels] == [2]
    assert "?toon=waarschuwingen&amp;soort=woonplaats" in kort.text
    assert [regel["rij"] for regel in lang.context["regels"]] == [4]


@pytest.mark.parametrize("toon", ["", "?toon=", "?toon=fouten", "?toon=onzin", "?page=99", "?page=x"])
def test_unknown_part_or_page_shows_what_there_is(pagina, gemeente, toon):
    run = bekijk_lijst(gemeente, rij())

    response = pagina.get(f"{run.get_absolute_url()}{toon}")

    assert (response.status_code, response.context["deel"]) == (200, "nieuw")
    assert [verandering["rij"] for verandering in response.context["page_obj"]] == [2]


def test_preview_has_pages(pagina, gemeente, monkeypatch):
    monkeypatch.setattr("portal_import.views.run.PER_BLADZIJDE", 2)
    run = bekijk_lijst(gemeente, *[rij(BSN=bsn) for bsn in (BSN, BSN_2, BSN_3)])

    response = pagina.get(f"{run.get_absolute_url()}?toon=nieuw&page=2")

    assert [verandering["rij"] for verandering in response.context["page_obj"]] == [4]
    assert "3 tot en met 3 van 3 nieuwe dossiers" in tekst(response)


def test_reading_makes_dossiers_and_leads_on_to_assigning_them(pagina, gemeente, coordinator):
    kies(pagina, xlsx(rij(), rij(BSN=BSN_2, Woonplaats="Ede")))
    run = ImportRun.objects.get()

    response = pagina.post(reverse("import_bevestigen", args=[run.pk]), follow=True)

    run.refresh_from_db()
    assert (run.stand, run.inhoud, run.afgerond_door) == (Stand.INGELEZEN, None, coordinator)
    assert berichten(response) == [("success", "De lijst is ingelezen: 2 nieuwe dossiers, 0 dossiers gewijzigd.")]
    for dossier in Dossier.objects.all():
        assert dossier.get_absolute_url() in response.text
    toewijzen = f"{reverse('dossiers')}?status=open&casusregisseur=geen"
    assert toewijzen.replace("&", "&amp;") in response.text
    assert [rij.dossier for rij in pagina.get(toewijzen).context["rijen"]] == list(Dossier.objects.all())
    assert "Lijst inlezen" not in response.text


def test_after_reading_each_changed_dossier_says_what_changed(pagina, gemeente):
    lees_in(gemeente, rij())
    run = lees_in(gemeente, rij(Telefoon="0555 12 34 99", Huisletter="B"))

    response = pagina.get(run.get_absolute_url())

    assert "Huisletter, Telefoon" in tekst(response)
    assert reverse("dossier_geschiedenis", args=[Dossier.objects.get().nummer]) in response.text
    assert "0555 12 34 99" not in response.text


def test_double_click_reads_once(pagina, gemeente):
    run = bekijk_lijst(gemeente, rij())
    adres = reverse("import_bevestigen", args=[run.pk])
    pagina.post(adres)
    voor = telling()

    response = pagina.post(adres, follow=True)

    assert berichten(response)[-1] == ("error", "Deze lijst is al afgehandeld: ingelezen.")
    assert telling() == voor


def test_change_since_the_preview_is_shown_before_anything_is_read(pagina, gemeente, consulent):
    lees_in(gemeente, rij())
    run = bekijk_lijst(gemeente, rij(Telefoon="0555 12 34 99"))
    persoon_wijzigen(
        dossier=Dossier.objects.get(), wijzigingen={"telefoon": "06 1"}, reden="gebeld", by=consulent, at=moment(ON)
    )

    response = pagina.post(reverse("import_bevestigen", args=[run.pk]), follow=True)

    assert berichten(response) == [
        (
            "warning",
            "Intussen zijn er dossiers gewijzigd. Er is nog niets ingelezen. Bekijk hieronder wat de lijst nu doet.",
        )
    ]
    assert "Telefoon: was 06 1 wordt 0555 12 34 99" in tekst(response)


def test_list_that_a_colleague_read_meanwhile_is_done(pagina, gemeente):
    een, twee = bekijk_lijst(gemeente, rij()), bekijk_lijst(gemeente, rij())
    pagina.post(reverse("import_bevestigen", args=[een.pk]))

    response = pagina.post(reverse("import_bevestigen", args=[twee.pk]), follow=True)

    assert berichten(response)[-1] == (
        "info",
        "Alles in deze lijst is intussen al bekend. Er is niets gewijzigd.",
    )


def test_same_file_again_shows_all_unchanged_and_leads_to_the_first(pagina, gemeente, coordinator):
    inhoud = xlsx(rij(), rij(BSN=BSN_2))
    eerste = lees_in(gemeente, inhoud=inhoud, by=coordinator)
    voor = telling()

    response = kies(pagina, inhoud, naam="andere naam.xlsx")

    woorden = tekst(response)
    assert "ongewijzigd 2 met een fout 0" in woorden
    assert "Alles wat in deze lijst te lezen is, is al bekend. Er is niets te doen en niets gewijzigd." in woorden
    assert "Ditzelfde bestand is al eerder gekozen, op 2 maart 2026, 10.00 uur door Karima Zeeman." in woorden
    assert eerste.get_absolute_url() in response.text
    assert "Lijst inlezen" not in response.text
    assert telling() == voor


def test_setting_a_list_aside_changes_nothing(pagina, gemeente):
    run = bekijk_lijst(gemeente, rij(Woonplaats="Ede"))
    voor = telling()

    response = pagina.post(reverse("import_verwerpen", args=[run.pk]), follow=True)

    assert response.redirect_chain == [(reverse("imports"), 302)]
    assert berichten(response) == [("success", "De lijst is niet ingelezen. Het bestand is weggegooid.")]
    assert telling() == voor
    weg = pagina.get(run.get_absolute_url())
    assert "Karima Zeeman koos op 2 maart 2026, 10.30 uur voor 'Niet inlezen'" in tekst(weg)
    assert "Burck" not in weg.text
    nog_eens = pagina.post(reverse("import_verwerpen", args=[run.pk]), follow=True)
    assert berichten(nog_eens)[-1] == ("error", "Deze lijst is al afgehandeld: weggelegd.")


@pytest.mark.parametrize("naam", ["import_run", "import_bevestigen", "import_verwerpen"])
def test_list_of_another_gemeente_is_not_found(client, gemeente, vreemde, naam):
    run = bekijk_lijst(gemeente, rij())
    client.force_login(vreemde)
    adres = reverse(naam, args=[run.pk])

    response = client.get(adres) if naam == "import_run" else client.post(adres)

    assert response.status_code == 404
    run.refresh_from_db()
    assert run.stand == Stand.VOORBEELD


@pytest.mark.parametrize("wie", ["consulent", "financieel", "beheerder", "auditor"])
def test_other_roles_do_not_import(client, request, gemeente, wie):
    run = bekijk_lijst(gemeente, rij())
    client.force_login(request.getfixturevalue(wie))

    codes = [
        client.get(reverse("imports")).status_code,
        client.get(reverse("import_nieuw")).status_code,
        client.get(run.get_absolute_url()).status_code,
        client.post(reverse("import_bevestigen", args=[run.pk])).status_code,
        client.post(reverse("import_verwerpen", args=[run.pk])).status_code,
    ]

    assert codes == [403] * 5
    assert Dossier.objects.count() == 0


@pytest.mark.parametrize("naam", ["import_bevestigen", "import_verwerpen"])
def test_reading_and_setting_aside_need_a_post(pagina, gemeente, naam):
    run = bekijk_lijst(gemeente, rij())

    assert pagina.get(reverse(naam, args=[run.pk])).status_code == 405


def test_no_bsn_reaches_a_page_an_address_or_the_log(pagina, gemeente, caplog):
    caplog.set_level(logging.DEBUG)
    lees_in(gemeente, rij())
    inhoud = csv(
        rij(Telefoon=BSN_2), rij(BSN=BSN_2, Achternaam="V?", Woonplaats="Ede"), rij(BSN=BSN_3), rij(BSN="123456789")
    )
    caplog.clear()
    paginas = [kies(pagina, inhoud, naam=f"lijst {BSN}.csv")]
    run = ImportRun.objects.latest("pk")
    delen = ["nieuw", "gewijzigd", "fouten", "waarschuwingen", "waarschuwingen&soort=woonplaats"]
    paginas += [pagina.get(f"{run.get_absolute_url()}?toon={deel}") for deel in delen]
    paginas += [pagina.post(reverse("import_bevestigen", args=[run.pk]), follow=True)]
    paginas += [pagina.get(f"{run.get_absolute_url()}?toon={deel}") for deel in delen]
    paginas += [pagina.get(reverse("imports"))]

    assert {response.status_code for response in paginas} == {200}
    bsns = (BSN, BSN_2, BSN_3, "123456789")
    gezien = [response.text + str(response.request["PATH_INFO"]) for response in paginas]
    # SQL is only logged in a test run; what else is logged names no one.
    gezien += [record.getMessage() for record in caplog.records if record.name != "django.db.backends"]
    assert [bsn for bsn in bsns for pagina_ in gezien if bsn in pagina_] == []
