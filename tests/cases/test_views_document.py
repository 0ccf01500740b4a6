"""Adding a file to a dossier, and getting it back."""

import html
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.actions import documenten
from cases.actions.documenten import document_toevoegen
from cases.keuzes import Documentsoort
from cases.models import Document, DossierEvent
from tests.cases import bestandsvoorbeelden as maak
from tests.factories import moment

NU = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
PDF = maak.pdf()
GEGEVENS = {"soort": "akkoord", "onderwerp": "Akkoord per e-mail", "datum": "18-03-2026"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(NU, tick=False):
        yield tmp_path


@pytest.fixture
def url(dossier):
    return reverse("document_nieuw", args=[dossier.nummer])


def upload(inhoud=PDF, naam="scan.pdf"):
    return SimpleUploadedFile(naam, inhoud)


def maak_document(dossier, by, inhoud=PDF):
    return document_toevoegen(
        dossier=dossier,
        soort=Documentsoort.FACTUUR,
        onderwerp="Factuur vloer",
        datum=date(2026, 3, 18),
        inhoud=inhoud,
        by=by,
        at=moment(date(2026, 3, 20)),
        on=date(2026, 3, 20),
    )


def test_document_is_added(pagina, url, dossier):
    response = pagina.post(url, {**GEGEVENS, "bestand": upload()}, follow=True)

    assert response.redirect_chain == [(reverse("documenten", args=[dossier.nummer]), 302)]
    assert [str(bericht) for bericht in response.context["messages"]] == ["Het document is toegevoegd."]
    document = Document.objects.get()
    assert (document.dossier, document.soort, document.onderwerp, document.datum, document.extensie) == (
        dossier,
        "akkoord",
        "Akkoord per e-mail",
        date(2026, 3, 18),
        "pdf",
    )


def test_file_is_chosen_again_when_something_else_is_wrong(pagina, url):
    response = pagina.post(url, {**GEGEVENS, "onderwerp": "", "bestand": upload()})

    assert response.context["form"].errors == {
        "onderwerp": ["Vul dit veld in."],
        "bestand": [
            "Kies het bestand opnieuw. Een bestand blijft niet staan als er iets anders verbeterd moet worden."
        ],
    }
    assert Document.objects.count() == 0


SCRIPT = (
    "In deze PDF zit een script of een opdracht die vanzelf kan draaien. Open de PDF, kies Afdrukken en dan"
    " 'Opslaan als PDF'. Voeg dat nieuwe bestand toe."
)
BIJLAGE = "In deze PDF zit een ander bestand. Haal dat eruit en voeg de bestanden los toe."
BOM = maak.docx(**{"word/embeddings/a.xlsx": maak.zipbestand({"a.bin": bytes(60 * 1024 * 1024)})})
TE_GROOT_UITGEPAKT = "Dit bestand wordt bij het uitpakken te groot. Bewaar het als PDF."
REFUSED = {
    "empty": (b"", "leeg.pdf", "Dit bestand is leeg. Kies een ander bestand."),
    "program-named-pdf": (
        b"MZ" + bytes(100),
        "factuur.pdf",
        "Dit is een programma of script. Dat kan niet in een dossier. Bewaar wat u wilt vastleggen als PDF.",
    ),
    "svg": (
        b"<svg/>",
        "foto.png",
        "Dit is een webpagina of opgemaakt bestand (HTML, SVG of XML). Bewaar het als PDF.",
    ),
    "pdf-with-script": (maak.pdf_met(maak.met_script), "brief.pdf", SCRIPT),
    "pdf-with-hidden-script": (maak.pdf_met(maak.met_script, ingepakt=True), "brief.pdf", SCRIPT),
    "pdf-with-file-inside": (maak.pdf_met(maak.met_bijlage), "brief.pdf", BIJLAGE),
    "zip-bomb": (BOM, "verslag.docx", TE_GROOT_UITGEPAKT),
}


@pytest.mark.parametrize(("inhoud", "naam", "melding"), REFUSED.values(), ids=REFUSED)
def test_refused_file_is_said_at_the_file_and_nothing_is_stored(pagina, url, opslag, settings, inhoud, naam, melding):
    settings.UPLOAD_MAX_MB = 1
    events = DossierEvent.objects.count()

    response = pagina.post(url, {**GEGEVENS, "bestand": upload(inhoud, naam)})

    assert response.context["form"].errors == {"bestand": [melding]}
    assert melding in html.unescape(response.text)
    assert "Akkoord per e-mail" in response.text  # what was typed stays
    assert (Document.objects.count(), DossierEvent.objects.count()) == (0, events)
    assert [pad for pad in Path(opslag).rglob("*") if pad.is_file()] == []


def test_file_over_the_limit_is_said_at_the_file_and_nothing_is_stored(pagina, url, opslag, settings):
    settings.UPLOAD_MAX_MB = 1

    response = pagina.post(url, {**GEGEVENS, "bestand": upload(PDF + bytes(1024 * 1024))})

    assert response.context["form"].errors == {
        "bestand": [
            "Dit bestand is 1,1 MB. Het mag hoogstens 1 MB zijn. Maak het kleiner, of verdeel het over meer bestanden."
        ]
    }
    assert Document.objects.count() == 0
    assert [pad for pad in Path(opslag).rglob("*") if pad.is_file()] == []


def test_missing_file_and_a_day_to_come_are_said(pagina, url):
    response = pagina.post(url, {**GEGEVENS, "datum": "21-03-2026"})

    assert response.context["form"].errors == {
        "datum": ["Deze datum ligt in de toekomst. Vul de datum in die op het document staat."],
        "bestand": ["Kies een bestand."],
    }


def test_refusal_by_the_scanner_asks_for_the_file_again(pagina, url, opslag, monkeypatch):
    def weiger(inhoud, *, clamd):
        raise documenten.VirusFout("De virusscanner heeft dit bestand geweigerd.")

    monkeypatch.setattr(documenten, "scan", weiger)

    response = pagina.post(url, {**GEGEVENS, "bestand": upload()})

    form = response.context["form"]
    assert form.non_field_errors() == ["De virusscanner heeft dit bestand geweigerd."]
    assert form.errors["bestand"][0].startswith("Kies het bestand opnieuw.")
    assert list(Path(opslag).rglob("*.*")) == []


def test_double_sent_document_is_one_document(pagina, url):
    pagina.post(url, {**GEGEVENS, "bestand": upload()})
    pagina.post(url, {**GEGEVENS, "bestand": upload()})

    assert Document.objects.count() == 1


def test_document_comes_back_as_a_download(pagina, dossier, consulent):
    document = maak_document(dossier, consulent)

    response = pagina.get(document.get_absolute_url())

    assert b"".join(response.streaming_content) == PDF
    assert {naam: response[naam] for naam in ("Content-Type", "Content-Disposition", "X-Content-Type-Options")} == {
        "Content-Type": "application/pdf",
        "Content-Disposition": f'attachment; filename="{dossier.nummer}-factuur-20260318-{document.pk}.pdf"',
        "X-Content-Type-Options": "nosniff",
    }
    assert response["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
    assert response["Cache-Control"] == "private, no-store"


def test_only_a_pdf_that_is_shown_may_stand_in_a_page_of_this_site(pagina, dossier, consulent):
    pdf, foto = maak_document(dossier, consulent), maak_document(dossier, consulent, maak.beeld("PNG"))
    kaders = {}
    for naam, url in {"pdf": f"{pdf.get_absolute_url()}?inline", "download": pdf.get_absolute_url()}.items():
        response = pagina.get(url)
        b"".join(response)
        kaders[naam] = (response["Content-Security-Policy"].split("; ")[-1], response["X-Frame-Options"])
    response = pagina.get(f"{foto.get_absolute_url()}?inline")
    b"".join(response)

    assert kaders["pdf"] == ("frame-ancestors 'self'", "SAMEORIGIN")
    assert kaders["download"] == ("sandbox", "DENY")
    assert (response["X-Frame-Options"], response["Content-Security-Policy"]) == (
        "DENY",
        "default-src 'none'; frame-ancestors 'none'; sandbox",
    )


@pytest.mark.parametrize(
    ("inhoud", "soort", "sandbox"),
    [
        (PDF, "inline", False),
        (maak.beeld("PNG"), "inline", True),
        (maak.docx(), "attachment", True),
        (maak.EML, "attachment", True),
    ],
    ids=["pdf", "photo", "word", "e-mail"],
)
def test_only_pdf_and_photos_are_shown_when_asked(pagina, dossier, consulent, inhoud, soort, sandbox):
    document = maak_document(dossier, consulent, inhoud)

    response = pagina.get(f"{document.get_absolute_url()}?inline")

    assert response["Content-Disposition"].startswith(f"{soort}; ")
    assert ("sandbox" in response["Content-Security-Policy"]) is sandbox
    response.close()


def test_file_that_is_gone_is_said_and_leads_to_the_dossier(pagina, dossier, consulent):
    document = maak_document(dossier, consulent)
    Path(document.bestand.path).unlink()

    response = pagina.get(document.get_absolute_url(), follow=True)

    assert response.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert [str(bericht) for bericht in response.context["messages"]] == [
        "Dit bestand is niet gevonden. Meld dit bij uw beheerder."
    ]


def test_auditor_reads_a_document(client, dossier, consulent, auditor):
    document = maak_document(dossier, consulent)
    client.force_login(auditor)

    response = client.get(document.get_absolute_url())

    assert b"".join(response.streaming_content) == PDF


def test_document_of_another_gemeente_does_not_exist(client, dossier, consulent, vreemde):
    document = maak_document(dossier, consulent)
    client.force_login(vreemde)

    assert client.get(document.get_absolute_url()).status_code == 404
