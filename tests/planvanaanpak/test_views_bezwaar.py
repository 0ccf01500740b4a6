"""The pages of bezwaar: what they show, what they make, and the way back when something can't be done."""

from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.rollen import Rol
from cases.models import Document, Dossier
from cases.registratie import volgende_stap
from planvanaanpak.actions.besluit import addendum_vaststellen
from planvanaanpak.actions.plan import voorziening_bewaren
from planvanaanpak.bezwaarkeuzes import Dictum, Vervolg
from planvanaanpak.brief import uit_json
from planvanaanpak.models import Beroep, Besluit, Bezwaar, Hoorzitting, PlanVanAanpak
from planvanaanpak.pdf import besluit_html
from tests.cases.bestandsvoorbeelden import pdf
from tests.factories import maak_user, moment
from tests.haltes import halte
from tests.planvanaanpak import bezwaarstappen as stappen
from tests.planvanaanpak.bezwaarstappen import BESLOTEN, ONTVANGEN, ZITTING
from tests.planvanaanpak.paginas import berichten, fouten, url
from tests.wegen import KOELKAST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("snelle_pdf")]
LIJST = 6


@halte
def bezwaar(besluit, consulent):
    stappen.verstuur(besluit, consulent)
    return stappen.maak_bezwaar(besluit, consulent)


@halte
def klaar(bezwaar, consulent):
    return stappen.maak_klaar(bezwaar, consulent)


def op(dag):
    return time_machine.travel(moment(dag), tick=False)


def adres(naam, bezwaar, *meer):
    return url(naam, bezwaar.dossier.nummer, bezwaar.pk, *meer)


def bestand():
    return SimpleUploadedFile("brief.pdf", pdf(), "application/pdf")


def invulling(besluit, **anders):
    velden = {
        "besluit": besluit.pk, "ontvangen_op": "2026-05-11", "kanaal": "post", "indiener": "rechthebbende",
        "gronden": "U wilt een bed.",
    }  # fmt: skip
    return {veld: waarde for veld, waarde in {**velden, **anders}.items() if waarde != ""}


def test_bezwaar_is_recorded_from_the_besluit(besluit, consulent, als):
    stappen.verstuur(besluit, consulent)
    with op(ONTVANGEN):
        pagina = als(consulent).get(besluit.get_absolute_url()).text
        nieuw = f"{url('bezwaar_nieuw', besluit.dossier.nummer)}?besluit={besluit.pk}"
        assert nieuw in pagina
        client = als(consulent)
        assert "kan bezwaar tot en met maandag 1 juni 2026" in client.get(nieuw).text
        response = client.post(nieuw, invulling(besluit, bestand=bestand()), follow=True)

    bezwaar = Bezwaar.objects.get()
    assert berichten(response) == ["Het bezwaar is vastgelegd. Bevestig nu de ontvangst met een brief."]
    assert response.redirect_chain == [(bezwaar.get_absolute_url(), 302)]
    assert "Uiterlijk <strong>maandag 13 juli 2026</strong>" in response.text
    assert "ja, ontvangen binnen de termijn (Awb artikel 6:9 lid 1)" in response.text


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"ontvangen_op": "2026-05-12"}, "ontvangen_op", "De dag van ontvangst kan niet in de toekomst liggen."),
        ({"ontvangen_op": "2026-03-01"}, "ontvangen_op", "De aanmelding was op 2 maart 2026."),
        ({"gepost_op": "2026-05-12"}, "gepost_op", "Dit kan niet later zijn dan de dag van ontvangst."),
        ({"gronden": ""}, "aanvullen_tot", "Zonder gronden is het bezwaar pro forma."),
        ({"gronden": "", "aanvullen_tot": "2026-05-01"}, "aanvullen_tot", "Kies een dag na de ontvangst."),
        ({"indiener": "gemachtigde"}, "gemachtigde", "Kies wie dat is."),
        ({"bestand": ""}, "bestand", "Voeg de brief toe"),
        ({"gronden": "BSN 999990639"}, "gronden", "Schrijf hier geen burgerservicenummer op."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(besluit, consulent, als, anders, veld, melding):
    stappen.verstuur(besluit, consulent)
    with op(ONTVANGEN):
        velden = invulling(besluit, **{"bestand": bestand(), **anders})
        response = als(consulent).post(url("bezwaar_nieuw", besluit.dossier.nummer), velden)

    assert fouten(response.context["form"])[veld][0].startswith(melding)
    assert not Bezwaar.objects.exists()


def test_file_and_document_together_are_refused(bezwaar, consulent, als):
    with op(ONTVANGEN):
        velden = invulling(bezwaar.besluit, bestand=bestand(), document=bezwaar.document_id)
        response = als(consulent).post(url("bezwaar_nieuw", bezwaar.dossier.nummer), velden)

    assert fouten(response.context["form"])["document"] == [
        "Kies een nieuw bestand of een document uit het dossier, niet beide."
    ]


def test_dossier_without_besluit_says_so(client, dossier, consulent, nu):
    client.force_login(consulent)
    Besluit.objects.filter(dossier=dossier).exists()

    response = client.get(url("bezwaar_nieuw", dossier.nummer), follow=True)

    assert berichten(response) == ["In dit dossier is geen besluit waartegen bezwaar kan."]
    assert "Bezwaar kan pas als er een besluit is." in response.text


def test_page_of_who_took_the_besluit_offers_no_decision(klaar, consulent, jurist, als):
    with op(BESLOTEN):
        eigen = als(consulent).get(klaar.get_absolute_url()).text
        ander = als(jurist).get(klaar.get_absolute_url()).text
        form = als(consulent).get(adres("bezwaar_besluit", klaar)).text

    assert "U heeft het besluit zelf genomen. Een ander beslist" in eigen
    assert adres("bezwaar_besluit", klaar) not in eigen
    assert f'href="{adres("bezwaar_besluit", klaar)}"' in ander
    assert "U heeft het besluit zelf genomen." in form
    assert 'name="dictum"' not in form


def beslissing(**anders):
    return {
        "dictum": "ongegrond", "motivering": "Een bed is niet nodig.", "datum": "2026-06-22", "gelezen": "on",
        "vervolg": "geen", **anders,
    }  # fmt: skip


def test_decision_is_taken_and_brings_to_its_besluit(klaar, jurist, als):
    with op(BESLOTEN):
        client = als(jurist)
        dag = client.post(adres("bezwaar_besluit", klaar), {"datum": "2026-06-23", "bekijken": "1"})
        response = client.post(adres("bezwaar_besluit", klaar), beslissing(), follow=True)
        nog_eens = client.get(adres("bezwaar_besluit", klaar), follow=True)

    besluit = Besluit.objects.get(soort="besluit_op_bezwaar")
    assert "in beroep tot en met <strong>dinsdag 4 augustus 2026</strong>" in dag.text
    assert berichten(response) == [
        f"Besluit {besluit.nummer} is vastgesteld. Verstuur de brief en bevestig de dag: dan stopt de termijn."
    ]
    assert "De inwoner kan in beroep gaan tot en met <strong>maandag 3 augustus 2026</strong>" in response.text
    assert berichten(nog_eens) == [f"Op dit bezwaar is al beslist, in besluit {besluit.nummer}."]


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"dictum": "gegrond"}, "gevolg", "Schrijf op wat er nu verandert"),
        ({"motivering": ""}, "motivering", "Vul dit veld in."),
        ({"gelezen": ""}, "gelezen", "Lees de brief"),
        ({"datum": "2026-06-21"}, "datum", "De verzenddatum kan niet in het verleden liggen."),
    ],
)
def test_decision_that_does_not_hold_is_said_at_its_field(klaar, jurist, als, anders, veld, melding):
    with op(BESLOTEN):
        response = als(jurist).post(adres("bezwaar_besluit", klaar), beslissing(**anders))

    assert fouten(response.context["form"])[veld][0].startswith(melding)
    assert not Besluit.objects.filter(soort="besluit_op_bezwaar").exists()


def test_departure_from_the_advies_must_say_why(bezwaar, consulent, jurist, als):
    Bezwaar.objects.filter(pk=bezwaar.pk).update(commissie=True)
    stappen.maak_klaar(bezwaar, consulent)
    stappen.leg_advies_vast(bezwaar, consulent, "gegrond")
    with op(BESLOTEN):
        pagina = als(jurist).get(adres("bezwaar_besluit", bezwaar)).text
        response = als(jurist).post(adres("bezwaar_besluit", bezwaar), beslissing())

    assert "De commissie adviseert: <strong>gegrond</strong>" in pagina
    assert fouten(response.context["form"]) == {
        "afwijking": ["U wijkt af van het advies. Schrijf op waarom (Awb artikel 7:13 lid 7)."]
    }


def test_open_points_lead_to_their_page(bezwaar, jurist, als):
    with op(BESLOTEN):
        pagina = als(jurist).get(adres("bezwaar_besluit", bezwaar))

    assert [(punt.tekst, punt.url) for punt in pagina.context["open_punten"]] == [
        ("Bevestig de ontvangst met een brief (Awb artikel 6:14)", adres("bezwaar_bevestiging", bezwaar)),
        (
            "Hoor de indiener, of leg vast waarom niet (Awb artikelen 7:2 en 7:3)",
            adres("hoorzitting_plannen", bezwaar),
        ),
    ]
    assert 'name="dictum"' not in pagina.text


def test_concept_shows_what_is_filled_in(klaar, jurist, als, monkeypatch):
    gedrukt = []
    monkeypatch.setattr(
        "planvanaanpak.views.bezwaarbesluit.render_pdf", lambda _, brief: gedrukt.append(brief) or b"%PDF"
    )
    with op(BESLOTEN):
        response = als(jurist).post(adres("bezwaar_voorbeeld", klaar), beslissing(motivering="Zo is het."))

    assert response["Content-Type"] == "application/pdf"
    assert [(brief.kenmerk, brief.toelichting, brief.bezwaar.dictum) for brief in gedrukt] == [
        ("concept", "Zo is het.", "ongegrond")
    ]
    assert not Besluit.objects.filter(soort="besluit_op_bezwaar").exists()


def test_letters_are_shown_before_they_are_made(bezwaar, consulent, als):
    with op(ONTVANGEN):
        client = als(consulent)
        voorbeeld = client.get(adres("bezwaar_bevestiging", bezwaar)).text
        gemaakt = client.post(adres("bezwaar_bevestiging", bezwaar), follow=True)
        opnieuw = client.get(adres("bezwaar_bevestiging", bezwaar), follow=True)
        gepland = client.post(
            adres("hoorzitting_plannen", bezwaar),
            {"datum": "2026-06-09", "tijd": "10:30", "plaats": "stadhuis", "door_wie": "mevrouw De Wit"},
            follow=True,
        )
        uitgenodigd = client.post(adres("hoorzitting_uitnodiging", bezwaar), follow=True)

    assert "Wij beslissen <strong>uiterlijk op maandag 13 juli 2026</strong>" in voorbeeld
    assert berichten(gemaakt) == ["De brief staat bij de documenten. Verstuur hem vandaag."]
    assert berichten(opnieuw) == ["De ontvangst is al bevestigd. De brief staat bij de documenten."]
    assert berichten(gepland) == ["De hoorzitting staat in de agenda. Maak nu de uitnodiging."]
    assert "Dinsdag 9 juni 2026 om 10.30 uur" in gepland.text
    assert "Dat kan tot en met zaterdag 30 mei 2026." in gepland.text
    assert berichten(uitgenodigd) == ["De brief staat bij de documenten. Verstuur hem vandaag."]
    assert set(Document.objects.filter(soort="brief").values_list("onderwerp", flat=True)) == {
        "Bezwaarschrift", "Ontvangstbevestiging van het bezwaar", "Uitnodiging voor de hoorzitting",
    }  # fmt: skip


def test_verdaging_is_reached_from_the_bezwaar(klaar, consulent, als):
    with op(ZITTING):
        client = als(consulent)
        verdagen = f"{url('verdagen', klaar.dossier.nummer)}?termijn={klaar.termijn.pk}"
        assert verdagen in client.get(klaar.get_absolute_url()).text
        voorbeeld = client.post(verdagen, {"toelichting": "De zaak is groot."})
        response = client.post(verdagen, {"toelichting": "De zaak is groot.", "stap": "bevestigen"}, follow=True)
        daarna = client.get(klaar.get_absolute_url()).text

    assert "maandag 24 augustus 2026" in voorbeeld.text
    assert "Wij hebben meer tijd nodig voor uw bezwaar" in voorbeeld.text
    assert berichten(response) == [
        "De uiterste datum is nu maandag 24 augustus 2026. De brief staat bij de documenten. Verstuur hem vandaag."
    ]
    assert verdagen not in daarna
    assert "Uiterlijk <strong>maandag 24 augustus 2026</strong>" in daarna


def test_rest_of_the_road_by_page(bezwaar, consulent, jurist, als):
    with op(ZITTING):
        client = als(consulent)
        client.post(
            adres("hoorzitting_plannen", bezwaar),
            {"datum": "2026-06-16", "tijd": "10:30", "plaats": "stadhuis", "door_wie": "mevrouw De Wit"},
        )
        client.post(adres("hoorzitting_afzeggen", bezwaar), {"reden": "Ziek"})
        client.post(adres("horen_afzien", bezwaar), {"grond": "wil_niet", "toelichting": "Per e-mail."})
        client.post(
            adres("beroep_nieuw", bezwaar),
            {"soort": "voorlopige_voorziening", "datum": "2026-06-08", "gerecht": "Rechtbank Gelderland"},
        )
    beroep = Beroep.objects.get()
    with op(BESLOTEN):
        client = als(consulent)
        versie = client.get(adres("beroep", bezwaar, beroep.pk)).context["form"]["versie"].value()
        uitspraak = {"uitkomst": "afgewezen", "uitspraak_datum": "2026-06-19", "reden": "Uitspraak", "versie": versie}
        velden = {"soort": beroep.soort, "datum": "2026-06-08", "gerecht": beroep.gerecht}
        client.post(adres("beroep", bezwaar, beroep.pk), velden | uitspraak)
        pagina = client.get(bezwaar.get_absolute_url()).text
        client.post(adres("beroep_weghalen", bezwaar, beroep.pk), {"reden": "Vergissing"})
        client.post(adres("bezwaar_intrekking", bezwaar), {
            "datum": "2026-06-22", "wijze": "schriftelijk", "document": bezwaar.document_id,
        })  # fmt: skip
        ingetrokken = client.get(bezwaar.get_absolute_url()).text
        weg = client.get(adres("bezwaar_weghalen", bezwaar), follow=True)

    assert Hoorzitting.objects.get().status == "afgezegd"
    assert "Uitkomst op 19 juni 2026: <strong>afgewezen</strong>" in pagina
    assert "De indiener heeft verklaard niet gehoord te willen worden (onder c)" in pagina
    assert "Weggehaald: Vergissing" in ingetrokken
    assert "De indiener trok het bezwaar in op maandag 22 juni 2026, schriftelijk." in ingetrokken
    assert berichten(weg) == ["Dit bezwaar is afgehandeld. Er verandert niets meer aan."]


def test_beroep_form_says_what_is_missing(bezwaar, consulent, als):
    velden = {"soort": "beroep", "datum": "2026-06-08", "gerecht": "x", "uitkomst": "gegrond"}
    with op(BESLOTEN):
        eerste = als(consulent).post(adres("beroep_nieuw", bezwaar), velden)
        tweede = als(consulent).post(
            adres("beroep_nieuw", bezwaar), velden | {"uitkomst": "", "uitspraak_datum": "2026-06-09"}
        )

    assert fouten(eerste.context["form"]) == {
        "soort": ["Op dit bezwaar is nog niet beslist. Kies een andere soort, of leg eerst het besluit vast."],
        "uitspraak_datum": ["Vul de datum van de uitspraak in."],
    }
    assert fouten(tweede.context["form"])["uitkomst"] == ["Kies wat de uitkomst is."]


def test_late_bezwaar_is_decided_on_by_another(besluit, consulent, jurist, als):
    stappen.verstuur(besluit, consulent)
    bezwaar = stappen.maak_bezwaar(besluit, consulent, on=date(2026, 6, 12))
    with op(BESLOTEN):
        eigen = als(consulent).get(adres("bezwaar_verschoonbaar", bezwaar)).text
        velden = {"oordeel": "niet", "reden": "U had kunnen schrijven."}
        response = als(jurist).post(adres("bezwaar_verschoonbaar", bezwaar), velden, follow=True)

    assert "U heeft het besluit zelf genomen." in eigen
    assert 'name="oordeel"' not in eigen
    assert berichten(response) == ["Vastgelegd. De reden komt in het besluit op bezwaar."]
    assert "nee, beslist door Bea Jurist op 22 juni 2026" in response.text


@pytest.mark.parametrize("naam", ["bezwaar_verschoonbaar", "bezwaar_advies", "hoorzitting_afzeggen"])
def test_page_that_does_not_apply_leads_back(bezwaar, jurist, als, naam):
    with op(ONTVANGEN):
        response = als(jurist).get(adres(naam, bezwaar))

    assert (response.status_code, response["Location"]) == (302, bezwaar.get_absolute_url())


def test_bezwaar_of_another_dossier_is_not_found(bezwaar, consulent, als):
    with op(ONTVANGEN):
        assert als(consulent).get(url("bezwaar", bezwaar.dossier.nummer, bezwaar.pk + 1)).status_code == 404


def test_mistake_is_taken_out_and_stays_to_be_seen(bezwaar, consulent, als):
    with op(ONTVANGEN):
        response = als(consulent).post(adres("bezwaar_weghalen", bezwaar), {"reden": "Verkeerd dossier"}, follow=True)

    assert berichten(response) == ["Het bezwaar is weggehaald. De termijn om te beslissen is gestopt."]
    assert "Weggehaald: Verkeerd dossier" in response.text


def stap(bezwaar, user, on):
    dossier = Dossier.objects.voor_pagina().get(pk=bezwaar.dossier_id)
    gevonden = volgende_stap(dossier, user, on)
    return gevonden.titel, gevonden.knop, gevonden.url


def test_next_step_follows_the_road(bezwaar, consulent, jurist):
    Dossier.objects.filter(pk=bezwaar.dossier_id).update(casusregisseur=consulent)
    assert stap(bezwaar, consulent, ONTVANGEN) == (
        "Bezwaar: bevestig de ontvangst met een brief (Awb artikel 6:14)",
        "Ontvangst bevestigen",
        adres("bezwaar_bevestiging", bezwaar),
    )
    stappen.bevestig(bezwaar, consulent)
    assert stap(bezwaar, consulent, ONTVANGEN)[1:] == ("Hoorzitting plannen", adres("hoorzitting_plannen", bezwaar))
    stappen.plan_zitting(bezwaar, consulent)
    assert stap(bezwaar, consulent, ZITTING)[1:] == ("Hoorzitting vastleggen", adres("hoorzitting_gehouden", bezwaar))
    stappen.houd_zitting(bezwaar, consulent)
    assert stap(bezwaar, consulent, BESLOTEN) == (
        "Neem het besluit op bezwaar", "Bezwaar bekijken", bezwaar.get_absolute_url()
    )  # fmt: skip
    assert stap(bezwaar, jurist, BESLOTEN)[1:] == ("Beslissen op het bezwaar", adres("bezwaar_besluit", bezwaar))
    besluit = stappen.beslis(bezwaar, jurist, Dictum.GEGROND, gevolg="Een bed.", vervolg=Vervolg.NIEUW_BESLUIT)
    assert stap(bezwaar, consulent, BESLOTEN)[1] == "Verzending bevestigen"
    stappen.verstuur(besluit, jurist, BESLOTEN)
    assert stap(bezwaar, consulent, BESLOTEN)[0] == "Neem het nieuwe besluit na het bezwaar"


def test_card_and_menu_of_the_dossier(bezwaar, consulent, als):
    with op(ONTVANGEN):
        pagina = als(consulent).get(bezwaar.dossier.get_absolute_url()).text

    assert "Bezwaar tegen besluit 9901-B-2026-00001" in pagina
    assert "ontvangen ma 11 mei 2026, ontvangst bevestigen, uiterlijk ma 13 jul 2026" in pagina
    assert url("dossier_bezwaren", bezwaar.dossier.nummer) in pagina


def test_history_tells_what_was_done(klaar, consulent, als):
    with op(BESLOTEN):
        pagina = als(consulent).get(url("dossier_geschiedenis", klaar.dossier.nummer)).text

    assert "Bezwaar tegen besluit 9901-B-2026-00001 ontvangen op 11 mei 2026, op tijd." in pagina
    assert "Hoorzitting van 9 juni 2026 gehouden." in pagina


def test_document_says_what_leans_on_it(klaar, consulent, als):
    with op(BESLOTEN):
        client = als(consulent)
        teksten = [
            client.get(url("document_detail", pk)).text
            for pk in (klaar.document_id, Bezwaar.objects.get().bevestiging_id)
        ]

    assert "Het bezwaar van 11 mei 2026" in teksten[0]
    assert "De ontvangstbevestiging van het bezwaar van 11 mei 2026" in teksten[1]


def meer_bezwaren(bezwaar, by, aantal):
    plan = PlanVanAanpak.objects.get(dossier=bezwaar.dossier)
    for nummer in range(aantal):
        gegevens = {**KOELKAST, "omschrijving": f"Bed {nummer}"}
        voorziening_bewaren(plan=plan, gegevens=gegevens, by=by, at=moment(ONTVANGEN))
        besluit = addendum_vaststellen(
            plan=plan, datum=ONTVANGEN, toelichting="Erbij.", by=by, at=moment(ONTVANGEN), on=ONTVANGEN
        )
        stappen.plan_zitting(stappen.maak_bezwaar(besluit, by), by)


def test_list_has_a_row_each_in_the_same_number_of_questions(bezwaar, consulent, als):
    with op(ONTVANGEN):
        client = als(consulent)
        with CaptureQueriesContext(connection) as een:
            eerste = client.get(url("bezwaren"))
        meer_bezwaren(bezwaar, consulent, 2)
        with CaptureQueriesContext(connection) as drie:
            pagina = client.get(url("bezwaren"))

    assert (len(eerste.context["rijen"]), len(pagina.context["rijen"])) == (1, 3)
    assert len(een) == len(drie) == LIJST
    assert all(f'href="{rij["bezwaar"].besluit.get_absolute_url()}"' in pagina.text for rij in pagina.context["rijen"])
    assert [rij["termijn"].uiterste_datum for rij in pagina.context["rijen"]] == [
        date(2026, 7, 13), date(2026, 8, 3), date(2026, 8, 3)
    ]  # fmt: skip


def test_list_leaves_out_what_is_done_unless_asked(klaar, consulent, jurist, als):
    stappen.verstuur(stappen.beslis(klaar, jurist), jurist, BESLOTEN)
    with op(BESLOTEN):
        client = als(consulent)
        open_, alles_ = client.get(url("bezwaren")), client.get(f"{url('bezwaren')}?toon=alles")

    assert "Er is nu geen bezwaar dat werk vraagt." in open_.text
    assert [rij["stand"].woorden for rij in alles_.context["rijen"]] == ["ongegrond"]


def intro(response):
    """Give the words above the list, without the link."""
    return response.text.split('<p class="bo-pagina__intro">')[1].split(". <a")[0]


def test_list_counts_in_words_that_fit(bezwaar, consulent, als):
    with op(ONTVANGEN):
        client = als(consulent)
        een = client.get(url("bezwaren"))
        meer_bezwaren(bezwaar, consulent, 1)
        twee = client.get(url("bezwaren"))
        Bezwaar.objects.update(intrekking_datum=ONTVANGEN, intrekking_wijze="schriftelijk")
        geen, alles_ = client.get(url("bezwaren")), client.get(f"{url('bezwaren')}?toon=alles")

    assert [intro(pagina) for pagina in (een, twee, geen, alles_)] == [
        "1 bezwaar dat nog werk vraagt",
        "2 bezwaren die nog werk vragen",
        "Geen bezwaren die nog werk vragen",
        "2 bezwaren in totaal",
    ]


def test_list_shows_nothing_of_another_gemeente(bezwaar, andere_gemeente, als):
    vreemd = maak_user(Rol.CONSULENT, andere_gemeente, email="vreemd@voorbeeld.example")
    with op(ONTVANGEN):
        assert als(vreemd).get(url("bezwaren")).context["rijen"] == []


@pytest.mark.parametrize(
    ("dictum", "zin"),
    [
        (Dictum.GEGROND, "Besluit 9901-B-2026-00001 is herroepen met 9901-B-2026-00002."),
        (Dictum.DEELS_GEGROND, "Een deel van besluit 9901-B-2026-00001 is herroepen met 9901-B-2026-00002."),
    ],
)
def test_step_and_letter_say_alike_what_is_herroepen(klaar, consulent, jurist, als, dictum, zin):
    besloten = stappen.beslis(klaar, jurist, dictum, gevolg="Een bed.", vervolg=Vervolg.NIEUW_BESLUIT)
    stappen.verstuur(besloten, jurist, BESLOTEN)
    Dossier.objects.update(casusregisseur=consulent)

    stap = volgende_stap(Dossier.objects.voor_pagina().get(pk=klaar.dossier_id), consulent, BESLOTEN)

    assert stap.tekst == f"{zin} Er komt nog een nieuw besluit. Is het er? Koppel het dan."
    brief = besluit_html(uit_json(besloten.snapshot))
    assert ("Wij herroepen dat deel van ons besluit" in brief) == (dictum == Dictum.DEELS_GEGROND)
    assert ("Wij herroepen ons besluit" in brief) == (dictum == Dictum.GEGROND)


def test_page_of_the_bezwaar_offers_the_road_to_the_new_besluit(klaar, besluit, consulent, jurist, als):
    besloten = stappen.beslis(klaar, jurist, Dictum.DEELS_GEGROND, gevolg="Een bed.", vervolg=Vervolg.NIEUW_BESLUIT)
    stappen.verstuur(besloten, jurist, BESLOTEN)
    weg, koppelen = f"{url('besluit_herzien', besluit.nummer)}?bezwaar={klaar.pk}", adres("bezwaar_vervolg", klaar)
    auditor = maak_user(Rol.AUDITOR, besluit.gemeente, email="auditor@voorbeeld.example")
    with op(BESLOTEN):
        wie_mag, wie_leest = (als(wie).get(klaar.get_absolute_url()).text for wie in (consulent, auditor))

    assert f'volgt nog. <a class="nl-link" href="{weg}">Besluit herzien</a>' in wie_mag
    assert f'<a class="nl-link" href="{koppelen}">Koppelen</a>' in wie_mag
    assert "<dd>volgt nog</dd>" in wie_leest


def test_new_besluit_is_linked_by_page(klaar, consulent, jurist, als):
    stappen.verstuur(
        stappen.beslis(klaar, jurist, Dictum.GEGROND, gevolg="Een bed.", vervolg=Vervolg.NIEUW_BESLUIT),
        jurist,
        BESLOTEN,
    )
    later = date(2026, 6, 24)
    with op(later):
        client = als(consulent)
        leeg = client.get(adres("bezwaar_vervolg", klaar)).text
        plan = PlanVanAanpak.objects.get(dossier=klaar.dossier)
        voorziening_bewaren(plan=plan, gegevens={**KOELKAST, "omschrijving": "Bed"}, by=consulent, at=moment(later))
        nieuw = addendum_vaststellen(
            plan=plan, datum=later, toelichting="Na bezwaar.", by=consulent, at=moment(later), on=later
        )
        response = client.post(adres("bezwaar_vervolg", klaar), {"besluit": nieuw.pk}, follow=True)
        klaar_ = client.get(adres("bezwaar_vervolg", klaar), follow=True)

    assert "Er is nog geen nieuw besluit" in leeg
    assert berichten(response) == ["Het nieuwe besluit is gekoppeld."]
    assert nieuw.nummer in response.text
    assert berichten(klaar_) == ["Na dit bezwaar hoeft er geen nieuw besluit meer te komen."]
