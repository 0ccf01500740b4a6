"""The pages of the documents of a dossier: the list, one document with its preview, and what can be done with it."""

import html as entiteiten
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.actions.documentbeheer import document_intrekken
from cases.actions.documenten import document_toevoegen, document_vervangen
from cases.keuzes import Documentsoort
from cases.models import Document, Identiteitscontrole, Termijnbericht
from cases.views import documenten as bladzijde
from tests.cases import bestandsvoorbeelden as maak
from tests.factories import moment

ON = date(2026, 3, 20)
NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
PDF = maak.pdf()

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(NU, tick=False):
        yield tmp_path


@pytest.fixture
def lijst(dossier):
    return reverse("documenten", args=[dossier.nummer])


def voeg_toe(dossier, by, onderwerp="Factuur vloer", inhoud=PDF, **anders):
    gegevens = {"soort": Documentsoort.FACTUUR, "datum": date(2026, 3, 18), "at": moment(ON), "on": ON}
    return document_toevoegen(dossier=dossier, onderwerp=onderwerp, inhoud=inhoud, by=by, **{**gegevens, **anders})


def vervang(document, by, inhoud):
    return document_vervangen(document=document, datum=ON, inhoud=inhoud, by=by, at=moment(ON), on=ON)


def trek_in(document, by):
    return document_intrekken(document=document, reden="Van iemand anders.", by=by, at=moment(ON))


def adres(naam, document):
    return reverse(naam, args=[document.pk])


def onderwerpen(response):
    return [stuk.document.onderwerp for stuk in response.context["stukken"]]


def test_empty_list_says_what_to_add(pagina, lijst):
    response = pagina.get(lijst)

    assert "Er zijn nog geen documenten" in response.text
    assert "Nog niet vastgesteld." in response.text
    assert "bo-filter" not in response.text


def test_side_menu_leads_to_the_list_and_counts_what_counts(pagina, dossier, consulent, lijst):
    eerste = voeg_toe(dossier, consulent)
    vervang(eerste, consulent, maak.beeld("PNG"))
    trek_in(voeg_toe(dossier, consulent, "Oude brief"), consulent)

    response = pagina.get(lijst)

    punten = {punt.label: (punt.url, punt.aantal, punt.actief) for punt in response.context["zijnav"]}
    assert punten["Documenten"] == (lijst, 1, "page")


def test_newest_version_stands_on_top_of_the_older_ones(pagina, dossier, consulent, lijst):
    eerste = voeg_toe(dossier, consulent)
    tweede = vervang(eerste, consulent, maak.beeld("PNG"))
    derde = vervang(tweede, consulent, maak.docx())

    response = pagina.get(lijst)

    assert [(stuk.document, stuk.eerdere) for stuk in response.context["stukken"]] == [(derde, (tweede, eerste))]
    assert response.text.count("Eerdere versie:") == 2


def test_withdrawn_document_is_struck_through_with_the_reason(pagina, dossier, consulent, lijst):
    document = trek_in(voeg_toe(dossier, consulent), consulent)

    text = pagina.get(lijst).text

    assert f'<del><a class="nl-link" href="{adres("document_detail", document)}">Factuur vloer</a></del>' in text
    assert f"Ingetrokken op 20 maart 2026 door {consulent.naam}: Van iemand anders." in entiteiten.unescape(text)


@pytest.mark.parametrize(
    ("vraag", "gevonden"),
    [
        ("", ["Brief", "Factuur vloer"]),
        ("?soort=factuur", ["Factuur vloer"]),
        ("?bewijs_van=kosten", ["Factuur vloer"]),
        ("?soort=brief&bewijs_van=kosten", []),
        ("?soort=onzin", ["Brief", "Factuur vloer"]),
    ],
)
def test_list_is_narrowed_by_kind_and_proof(pagina, dossier, consulent, lijst, vraag, gevonden):
    voeg_toe(dossier, consulent, bewijs_van="kosten")
    voeg_toe(dossier, consulent, "Brief", soort=Documentsoort.BRIEF, datum=ON)

    response = pagina.get(f"{lijst}{vraag}")

    assert onderwerpen(response) == gevonden
    assert ("Geen documenten bij deze keuze" in response.text) is (gevonden == [])


def test_list_is_cut_into_pages(pagina, dossier, consulent, lijst, monkeypatch):
    assert bladzijde.PER_BLADZIJDE == 50
    monkeypatch.setattr(bladzijde, "PER_BLADZIJDE", 2)
    for nummer in range(3):
        voeg_toe(dossier, consulent, f"Factuur {nummer}")

    assert onderwerpen(pagina.get(lijst)) == ["Factuur 2", "Factuur 1"]
    assert onderwerpen(pagina.get(f"{lijst}?page=2")) == ["Factuur 0"]


def tel(client, pad):
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(pad).status_code == 200
    return len(vragen)


def test_list_asks_the_same_for_one_and_three(pagina, dossier, consulent, lijst):
    vervang(voeg_toe(dossier, consulent), consulent, maak.beeld("PNG"))
    een = tel(pagina, lijst)
    for nummer in range(2):
        vervang(voeg_toe(dossier, consulent, f"Factuur {nummer}"), consulent, maak.beeld("PNG"))

    assert tel(pagina, lijst) == een


def test_detail_asks_the_same_for_one_version_and_three(pagina, dossier, consulent):
    document = voeg_toe(dossier, consulent)
    een = tel(pagina, adres("document_detail", document))
    vervang(vervang(document, consulent, maak.beeld("PNG")), consulent, maak.docx())

    assert tel(pagina, adres("document_detail", document)) == een


def test_pdf_is_shown_inside_the_page_and_only_that_is_allowed(pagina, dossier, consulent, lijst):
    document = voeg_toe(dossier, consulent)

    response = pagina.get(adres("document_detail", document))

    assert f'type="application/pdf" data="{document.get_absolute_url()}?inline"' in response.text
    regels = dict(regel.split(" ", 1) for regel in response["Content-Security-Policy"].split("; "))
    anders = dict(regel.split(" ", 1) for regel in pagina.get(lijst)["Content-Security-Policy"].split("; "))
    assert regels == {**anders, "object-src": "'self'"}
    assert anders["object-src"] == "'none'"


@pytest.mark.parametrize(
    ("inhoud", "staat_er"),
    [
        (maak.beeld("PNG"), '<img class="bo-voorbeeld bo-voorbeeld--beeld"'),
        (maak.docx(), "Van een DOCX-bestand is hier geen voorbeeld."),
    ],
    ids=["photo", "word"],
)
def test_photo_is_shown_and_of_the_rest_it_is_said(pagina, dossier, consulent, inhoud, staat_er):
    text = pagina.get(adres("document_detail", voeg_toe(dossier, consulent, inhoud=inhoud))).text

    assert staat_er in text
    assert "<object" not in text


def test_older_version_says_so_and_is_not_replaced_again(pagina, dossier, consulent):
    eerste = voeg_toe(dossier, consulent)
    tweede = vervang(eerste, consulent, maak.beeld("PNG"))

    text = pagina.get(adres("document_detail", eerste)).text

    assert "Dit is een eerdere versie." in text
    assert adres("document_vervangen", eerste) not in text
    response = pagina.get(adres("document_vervangen", eerste))
    assert response.url == adres("document_detail", tweede)


def test_reader_sees_no_buttons(client, auditor, dossier, consulent):
    document = voeg_toe(dossier, consulent)
    client.force_login(auditor)

    text = client.get(adres("document_detail", document)).text

    assert document.get_absolute_url() in text
    for naam in ("document_vervangen", "document_wijzigen", "document_intrekken"):
        assert adres(naam, document) not in text


def test_new_version_is_sent(pagina, dossier, consulent):
    document = voeg_toe(dossier, consulent)

    response = pagina.post(
        adres("document_vervangen", document),
        {"datum": "20-03-2026", "bestand": SimpleUploadedFile("x.png", maak.beeld("PNG"))},
    )

    nieuw = Document.objects.get(vervangt=document)
    assert response.url == adres("document_detail", nieuw)


@pytest.mark.parametrize(
    ("inhoud", "datum", "fouten"),
    [
        (PDF, "20-03-2026", ["__all__", "bestand"]),
        (b"MZ" + bytes(9), "20-03-2026", ["bestand"]),
        (maak.beeld("PNG"), "21-03-2026", ["datum", "bestand"]),
    ],
    ids=["same-file", "program", "tomorrow"],
)
def test_refused_version_is_said_in_the_form(pagina, dossier, consulent, inhoud, datum, fouten):
    document = voeg_toe(dossier, consulent)

    response = pagina.post(
        adres("document_vervangen", document), {"datum": datum, "bestand": SimpleUploadedFile("x.pdf", inhoud)}
    )

    assert list(response.context["form"].errors) == fouten
    assert Document.objects.count() == 1


def wijziging(document, **anders):
    velden = {"soort": "factuur", "onderwerp": "Factuur vloer", "datum": "18-03-2026", "bewijs_van": ""}
    return {**velden, "reden": "Verkeerd gekozen", "versie": document.history.latest().pk, **anders}


def test_words_about_a_document_are_changed(pagina, dossier, consulent):
    document = voeg_toe(dossier, consulent)

    response = pagina.post(adres("document_wijzigen", document), wijziging(document, bewijs_van="kosten"))

    assert response.url == adres("document_detail", document)
    document.refresh_from_db()
    assert (document.bewijs_van, document.soort) == ("kosten", "factuur")


def test_change_by_somebody_else_is_said_and_what_was_typed_stays(pagina, dossier, consulent, collega):
    document = voeg_toe(dossier, consulent)
    oud = wijziging(document, onderwerp="Factuur trap")
    document.bewijs_van = "kosten"
    document.save()

    response = pagina.post(adres("document_wijzigen", document), oud)

    assert response.context["form"].errors["__all__"] == [
        (
            "Iemand anders heeft deze gegevens intussen gewijzigd. Controleer wat u invulde en bewaar opnieuw."
            " Bekend is nu: Onderwerp: Factuur vloer; Is het een bewijs? Kosten."
        )
    ]
    assert 'value="Factuur trap"' in response.text


def test_document_is_withdrawn_with_a_reason(pagina, dossier, consulent, lijst):
    document = voeg_toe(dossier, consulent)

    zonder = pagina.post(adres("document_intrekken", document), {"reden": ""})
    response = pagina.post(adres("document_intrekken", document), {"reden": "Van iemand anders."})

    assert zonder.context["form"].errors == {"reden": ["Vul dit veld in."]}
    assert response.url == lijst
    document.refresh_from_db()
    assert document.ingetrokken_reden == "Van iemand anders."


@pytest.mark.parametrize("naam", ["document_wijzigen", "document_intrekken"])
def test_withdrawn_document_leads_back_with_the_reason(pagina, dossier, consulent, naam):
    document = trek_in(voeg_toe(dossier, consulent), consulent)

    response = pagina.get(adres(naam, document), follow=True)

    assert response.redirect_chain == [(adres("document_detail", document), 302)]
    assert [str(bericht) for bericht in response.context["messages"]] == [
        "Dit document is al ingetrokken. De reden was: Van iemand anders."
    ]


def test_what_leans_on_a_document_is_shown_and_confirmed(pagina, dossier, consulent):
    document = voeg_toe(dossier, consulent)
    Identiteitscontrole.objects.create(dossier=dossier, datum=ON, hoe="paspoort", document=document, door=consulent)
    url = adres("document_intrekken", document)

    assert "de identiteitscontrole van 20 maart 2026" in pagina.get(url).text
    zonder = pagina.post(url, {"reden": "Kopie met BSN."})
    assert zonder.context["form"].errors == {"ondanks_gebruik": ["Vink dit aan om verder te gaan."]}
    pagina.post(url, {"reden": "Kopie met BSN.", "ondanks_gebruik": "on"})

    document.refresh_from_db()
    assert document.is_ingetrokken


def test_card_shows_the_newest_version_and_why_one_was_withdrawn(pagina, dossier, consulent):
    eerste = voeg_toe(dossier, consulent)
    vervang(eerste, consulent, maak.beeld("PNG"))
    trek_in(voeg_toe(dossier, consulent, "Oude brief"), consulent)

    text = pagina.get(dossier.get_absolute_url()).text
    kaart = text[text.index('id="documenten"') :]

    assert (kaart.count("Factuur vloer"), kaart.count("Oude brief")) == (1, 1)
    assert "Van iemand anders." in kaart


def test_letter_that_the_gesprek_is_later_says_that_it_is_that_letter(pagina, dossier, consulent):
    document = voeg_toe(dossier, consulent)
    termijn = dossier.termijnen.first()
    gegevens = {"datum": ON, "verwacht_op": date(2026, 6, 1), "reden": "Te druk.", "door": consulent}
    Termijnbericht.objects.create(dossier=dossier, termijn=termijn, document=document, **gegevens)

    assert "Het bericht aan de inwoner van 20 maart 2026" in pagina.get(adres("document_detail", document)).text


def test_identity_is_recorded_and_shown_where_it_is_looked_for(pagina, dossier, consulent, lijst):
    url = reverse("identiteit_vastleggen", args=[dossier.nummer])
    mensen = reverse("mensen", args=[dossier.nummer])
    assert "nog niet vastgesteld" in pagina.get(mensen).text
    assert "Bewaar geen kopie waarop het burgerservicenummer" in pagina.get(url).text

    response = pagina.post(url, {"datum": "18-03-2026", "hoe": "paspoort", "toelichting": "Aan de balie."})

    assert response.url == lijst
    assert f"Gezien op 18 maart 2026 met paspoort, door {consulent.naam}. Aan de balie." in entiteiten.unescape(
        pagina.get(lijst).text
    )
    assert "gezien op 18 maart 2026 met paspoort" in pagina.get(mensen).text


@pytest.mark.parametrize(
    ("anders", "fouten"),
    [
        (
            {"datum": "21-03-2026"},
            {"datum": ["Deze dag ligt in de toekomst. Vul de dag in waarop u de identiteit zag."]},
        ),
        (
            {"toelichting": "BSN 123456782"},
            {"toelichting": ["Schrijf hier geen burgerservicenummer op. Deze tekst blijft in de geschiedenis staan."]},
        ),
        ({"hoe": ""}, {"hoe": ["Kies een van de mogelijkheden."]}),
    ],
    ids=["tomorrow", "bsn", "how"],
)
def test_refused_identity_is_said_at_the_field(pagina, dossier, anders, fouten):
    url = reverse("identiteit_vastleggen", args=[dossier.nummer])

    response = pagina.post(url, {"datum": "18-03-2026", "hoe": "paspoort", **anders})

    assert response.context["form"].errors == fouten
    assert Identiteitscontrole.objects.count() == 0


def test_identity_offers_only_documents_that_count(pagina, dossier, consulent):
    eerste = voeg_toe(dossier, consulent)
    tweede = vervang(eerste, consulent, maak.beeld("PNG"))
    trek_in(voeg_toe(dossier, consulent, "Oude brief"), consulent)

    form = pagina.get(reverse("identiteit_vastleggen", args=[dossier.nummer])).context["form"]

    assert list(form.fields["document"].queryset) == [tweede]
