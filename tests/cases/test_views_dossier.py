"""The page of a dossier: who sees it, the next step, what asks attention, the clocks and the cards."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.actions import driegesprekken, gesprekken
from cases.actions import toewijzen as acties
from cases.actions.aanmelden import controlepunt_maken
from cases.actions.contact import contact_vastleggen
from cases.actions.verificatie import verificatie_vastleggen
from cases.keuzes import Contactuitkomst, Kanaal, Leefgebied, VerificatieAntwoord, VerificatieKanaal
from cases.models import Controlepunt, Document, Dossier, Driegesprek
from cases.stappen import Toewijzen
from tests.cases.hulpstappen import hulp_afwijzen
from tests.factories import maak_dossier, moment

NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
ON = NU.date()

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


def toewijzen(dossier, wie, door):
    return acties.toewijzen(dossier=dossier, casusregisseur=wie, by=door, at=moment(date(2026, 3, 2)))


def contact(dossier, by, *, datum=date(2026, 3, 4), uitkomst=Contactuitkomst.GESPROKEN, tekst=""):
    contact_vastleggen(
        dossier=dossier,
        datum=datum,
        kanaal=Kanaal.TELEFOON,
        uitkomst=uitkomst,
        tekst=tekst,
        by=by,
        at=moment(datum),
        on=ON,
    )


def verificatie(dossier, by, antwoord=VerificatieAntwoord.BEVESTIGD):
    verificatie_vastleggen(
        dossier=dossier,
        datum_gevraagd=date(2026, 3, 5),
        kanaal=VerificatieKanaal.TELEFOON,
        antwoord=antwoord,
        datum_antwoord=date(2026, 3, 6),
        by=by,
        at=moment(date(2026, 3, 6)),
        on=ON,
    )


def gesprek(dossier, by):
    gesprekken.eerste_gesprek_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, 12),
        kanaal=Kanaal.HUISBEZOEK,
        verslag="De woning is vochtig. " * 20,
        hulpvragen={Leefgebied.ZORG: "Ik slaap slecht.", Leefgebied.WONEN: "De vloer is kapot."},
        by=by,
        at=moment(date(2026, 3, 12)),
        on=ON,
    )


def kaart(response, id_):
    """Give the html of one card."""
    return response.text.split(f'aria-labelledby="{id_}"', 1)[1].split("</section>", 1)[0]


def test_page_of_another_gemeente_is_not_there(client, vreemde, dossier):
    client.force_login(vreemde)

    assert client.get(dossier.get_absolute_url()).status_code == 404
    assert client.get(reverse("dossier", args=["9901-D-2026-99999"])).status_code == 404


def test_head_shows_facts_and_a_masked_bsn(pagina, dossier, consulent, coordinator):
    toewijzen(dossier, consulent, coordinator)

    response = pagina.get(dossier.get_absolute_url())

    kop = response.context["kop"]
    assert (kop.naam, kop.nummer, kop.doelgroep) == ("N. Berkhout", "9901-D-2026-00001", "Aanvrager")
    assert (kop.uht_label, kop.uht_soort) == ("Erkend gedupeerde", "goed")
    assert kop.feiten == (
        ("Erkend op", "2 maart 2026"),
        ("Casusregisseur", "Jolanda Prins"),
        ("Telefoon", "06 5555 0142"),
    )
    assert kop.bsn_gemaskeerd == "•••••0639"
    assert kop.bsn_url == reverse("bsn_tonen", args=[dossier.nummer])
    assert "999990639" not in response.text


def test_head_says_that_the_day_of_the_status_is_not_known(pagina, dossier):
    dossier.uht_wijzigingen.update(datum_feit=None)

    response = pagina.get(dossier.get_absolute_url())

    assert response.context["kop"].feiten[0] == ("Erkend op", "datum niet bekend")


def test_auditor_sees_the_page_and_can_do_nothing_there(client, auditor, consulent, dossier):
    verificatie(dossier, consulent)
    gesprek(dossier, consulent)
    controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort.WOONPLAATS, tekst="Klopt de woonplaats?")
    client.force_login(auditor)

    response = client.get(dossier.get_absolute_url())

    assert response.status_code == 200
    assert response.context["kop"].bsn_url == ""
    assert [(punt.tekst, punt.url) for punt in response.context["let_op"]] == [("Klopt de woonplaats?", "")]
    for urlnaam in ("contact_nieuw", "driegesprek_nieuw", "document_nieuw", "bsn_tonen", "persoon_wijzigen"):
        assert reverse(urlnaam, args=[dossier.nummer]) not in response.text


def test_next_step_of_a_coordinator_is_to_assign(client, coordinator, dossier):
    client.force_login(coordinator)

    stap = client.get(dossier.get_absolute_url()).context["stap"]

    assert (stap.titel, stap.url) == ("Wijs een casusregisseur toe", reverse("toewijzen", args=[dossier.nummer]))


def stap_van(client, dossier):
    stap = client.get(dossier.get_absolute_url()).context["stap"]
    return (stap.titel, stap.knop, stap.url)


def test_next_step_leads_from_contact_to_the_eerste_gesprek(pagina, dossier, consulent, coordinator):
    toewijzen(dossier, consulent, coordinator)

    def url(naam):
        return reverse(naam, args=[dossier.nummer])

    assert stap_van(pagina, dossier) == (
        "Neem contact op, dit is 11 dagen te laat",
        "Contact vastleggen",
        url("contact_nieuw"),
    )
    contact(dossier, consulent)
    assert stap_van(pagina, dossier) == (
        "Vraag bij UHT na of deze persoon bij de doelgroep hoort",
        "Verificatie vastleggen",
        url("verificatie_nieuw"),
    )
    verificatie(dossier, consulent, VerificatieAntwoord.NIET_BEVESTIGD)
    assert stap_van(pagina, dossier)[0] == "UHT bevestigt deze aanmelding niet"
    verificatie(dossier, consulent)
    assert stap_van(pagina, dossier) == (
        "Houd het eerste gesprek uiterlijk woensdag 25 maart 2026",
        "Gesprek vastleggen",
        url("eerste_gesprek"),
    )


def test_consulent_is_told_of_the_missing_casusregisseur_only_when_nothing_else_is_next(pagina, dossier, consulent):
    response = pagina.get(dossier.get_absolute_url())

    assert response.context["stap"].titel.startswith("Neem contact op")
    assert response.context["kop"].feiten[1] == ("Casusregisseur", "nog niet toegewezen")
    stap = Toewijzen().stap(dossier, consulent, ON)
    assert (stap.titel, stap.url) == ("Nog geen casusregisseur", "")
    assert stap.volgorde > response.context["stap"].volgorde


def test_dossier_without_recht_explains_and_has_no_clocks(pagina, gemeente):
    dossier = maak_dossier(gemeente, uht_status="niet erkend", straat="")

    response = pagina.get(dossier.get_absolute_url())

    assert response.context["stap"].titel == "Geen recht op brede ondersteuning"
    assert response.context["kop"].feiten[0] == ("Stand van het dossier", "Geen recht")
    assert response.context["kop"].fasen == ()
    assert response.context["let_op"] == []
    assert "Termijnen van dit dossier" not in response.text
    assert "Er lopen nog geen termijnen" not in response.text


def test_dossier_of_who_wants_no_help_waits_for_no_clocks(pagina, dossier, consulent):
    hulp_afwijzen(dossier, consulent)

    response = pagina.get(dossier.get_absolute_url())

    assert response.context["toon_klokken"] is False
    assert "Er lopen nog geen termijnen" not in response.text


@pytest.mark.parametrize(("status", "is_er"), [("aanmelding", True), ("ingetrokken", False)])
def test_empty_list_of_contacts_names_a_form_only_where_it_is(pagina, dossier, status, is_er):
    Dossier.objects.update(status=status)

    response = pagina.get(reverse("contacten", args=[dossier.nummer]))

    assert (response.context["form"] is not None, "leg hierboven vast" in response.text) == (is_er, is_er)


def test_open_controlepunten_and_an_incomplete_address_ask_attention(pagina, gemeente, consulent):
    dossier = maak_dossier(gemeente, huisnummer="")
    open_punt = controlepunt_maken(dossier=dossier, soort=Controlepunt.Soort.WOONPLAATS, tekst="Klopt Duinveen?")
    Controlepunt.objects.create(
        gemeente=gemeente,
        dossier=dossier,
        soort="portaal",
        tekst="Gedaan",
        afgehandeld_op=NU,
        afgehandeld_door=consulent,
    )

    response = pagina.get(dossier.get_absolute_url())

    assert [(punt.tekst, punt.url) for punt in response.context["let_op"]] == [
        ("Klopt Duinveen?", reverse("controlepunt", args=[dossier.nummer, open_punt.pk])),
        (
            "Het adres is niet volledig. Zonder volledig adres kan er geen brief uit.",
            reverse("persoon_wijzigen", args=[dossier.nummer]),
        ),
    ]


@pytest.mark.parametrize(
    ("gesprek_op", "waarschuwt"),
    [(date(2024, 12, 31), True), (date(2025, 1, 1), False)],
)
def test_passed_venster_from_before_the_law_is_a_warning(pagina, gemeente, consulent, gesprek_op, waarschuwt):
    dossier = maak_dossier(gemeente, datum=date(2024, 12, 2))
    gesprekken.eerste_gesprek_vastleggen(
        dossier=dossier,
        datum=gesprek_op,
        kanaal=Kanaal.KANTOOR,
        verslag="",
        hulpvragen={Leefgebied.WONEN: "De vloer is kapot."},
        by=consulent,
        at=moment(gesprek_op),
        on=ON,
    )

    let_op = pagina.get(dossier.get_absolute_url()).context["let_op"]

    assert [punt.tekst[:43] for punt in let_op] == ["Het eerste gesprek was vóór 1 januari 2025."] * waarschuwt


def test_clocks_stand_on_the_timeline_with_the_reason_of_each_date(pagina, dossier, consulent):
    verificatie(dossier, consulent)
    gesprek(dossier, consulent)

    response = pagina.get(dossier.get_absolute_url())

    assert [(rij.klok.naam, rij.klok.stand) for rij in response.context["tijdlijn"].rijen] == [
        ("Eerste contact", "laatgehaald"),
        ("Eerste gesprek", "gehaald"),
        ("Plan van aanpak", "loopt"),
        ("Spullen toekennen", "loopt"),
        ("Besluiten nemen", "loopt"),
    ]
    assert "6 maanden: zaterdag 12 september 2026" in response.text
    assert [(fase.stand, fase.naam) for fase in response.context["kop"].fasen][:3] == [
        ("klaar", "Aanmelding"),
        ("klaar", "Eerste gesprek"),
        ("nu", "Plan van aanpak"),
    ]


def test_hulpvragen_stand_in_the_order_of_the_leefgebieden(pagina, dossier, consulent):
    assert "Hulpvragen" not in pagina.get(dossier.get_absolute_url()).text
    verificatie(dossier, consulent)
    gesprek(dossier, consulent)

    html = kaart(pagina.get(dossier.get_absolute_url()), "hulpvragen")

    assert html.index("De vloer is kapot.") < html.index("Passende woning") < html.index("Ik slaap slecht.")
    assert "Positieve gezondheid" in html


def test_card_of_contact_shows_three_and_opens_the_rest(pagina, dossier, consulent):
    for dag in range(3, 8):
        contact(dossier, consulent, datum=date(2026, 3, dag), tekst=f"Gebeld op dag {dag}.")

    response = pagina.get(dossier.get_absolute_url())

    html = kaart(response, "contact")
    assert html.index("Gebeld op dag 7.") < html.index("Gebeld op dag 5.") < html.index("Nog 2 bekijken")
    assert html.index("Nog 2 bekijken") < html.index("Gebeld op dag 4.")
    assert "za 7 mrt 2026, telefoon, gesproken, Jolanda Prins" in html
    assert {punt.label: punt.aantal for punt in response.context["zijnav"]}["Contact"] == 5


def test_long_report_is_cut_off_and_whole_below_it(pagina, dossier, consulent):
    verificatie(dossier, consulent)
    gesprek(dossier, consulent)

    html = kaart(pagina.get(dossier.get_absolute_url()), "gesprekken")

    assert "…" in html
    assert "Hele tekst" in html
    assert "Eerste gesprek op 12 maart 2026, huisbezoek, Jolanda Prins" in html


def test_driegesprek_says_whether_uht_was_there(pagina, dossier, consulent):
    driegesprekken.driegesprek_vastleggen(
        dossier=dossier,
        datum=date(2026, 3, 16),
        aanvrager="mevrouw",
        plaats="stadhuis",
        derde=Driegesprek.Derde.UHT,
        deelnemers="mevrouw, UHT",
        onderwerpen="De beoordeling",
        verslag="",
        by=consulent,
        at=NU,
        on=ON,
    )

    assert "Driegesprek op 16 maart 2026, met UHT, Jolanda Prins" in kaart(
        pagina.get(dossier.get_absolute_url()), "gesprekken"
    )


def test_gezin_links_the_other_dossiers_of_the_gezin(pagina, dossier, gemeente):
    kind = maak_dossier(gemeente, bsn="", voorletters="M.", achternaam="Berkhout")
    Dossier.objects.filter(pk=kind.pk).update(gezin=dossier.gezin, doelgroep="kind")

    html = kaart(pagina.get(dossier.get_absolute_url()), "mensen")

    assert f'href="{kind.get_absolute_url()}">M. Berkhout</a>' in html
    assert "Kind, aanmelding, nog niet toegewezen" in html


def test_documenten_are_links_to_the_files(pagina, dossier, consulent):
    document = Document.objects.create(
        dossier=dossier,
        soort="factuur",
        onderwerp="Offerte vloer 3 van 3",
        datum=date(2026, 3, 15),
        bestand="documenten/x",
        bestandstype="application/pdf",
        extensie="pdf",
        grootte=10,
        sha256="0" * 64,
        toegevoegd_op=NU,
        toegevoegd_door=consulent,
    )

    html = kaart(pagina.get(dossier.get_absolute_url()), "documenten")

    assert f'href="{reverse("document_detail", args=[document.pk])}">Offerte vloer 3 van 3</a>' in html
    assert "Factuur, pdf, 15 maart 2026" in html


def test_closed_dossier_still_takes_a_contact(pagina, dossier):
    Dossier.objects.filter(pk=dossier.pk).update(status="afgesloten")

    response = pagina.get(dossier.get_absolute_url())

    assert reverse("contact_nieuw", args=[dossier.nummer]) in response.text
    assert response.context["kop"].feiten[0] == ("Stand van het dossier", "Afgesloten")


def test_name_cannot_break_the_page(pagina, gemeente):
    dossier = maak_dossier(gemeente, voorletters="", achternaam="<script>alert(1)</script>" + "x" * 170)

    response = pagina.get(dossier.get_absolute_url())

    assert "<script>alert" not in response.text
    assert "&lt;script&gt;alert(1)" in response.text


@pytest.mark.parametrize(
    ("rol", "doel"),
    [
        ("consulent", "vandaag"),
        ("coordinator", "vandaag"),
        ("auditor", "dossiers"),
        ("financieel", "spuk"),
        ("beheerder", "gebruikers"),
    ],
)
def test_start_leads_each_role_to_its_page(client, request, rol, doel):
    client.force_login(request.getfixturevalue(rol))

    response = client.get(reverse("start"))

    assert (response.status_code, response.url) == (302, reverse(doel))
