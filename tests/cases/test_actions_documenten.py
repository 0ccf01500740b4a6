"""A file in a dossier: what is stored, what is refused, and that nothing is left of what did not happen."""

import hashlib
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from cases.actions import documenten
from cases.actions.basis import ActieFout
from cases.actions.documenten import document_toevoegen
from cases.keuzes import Documentsoort
from cases.models import Document, DossierEvent
from cases.opslag import begin, ruim_op
from cases.virusscan import VirusFout
from tests.cases import bestandsvoorbeelden as maak
from tests.factories import moment

ON = date(2026, 3, 20)
PDF = maak.pdf()


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def bestanden(opslag):
    return sorted(pad for pad in Path(opslag).rglob("*") if pad.is_file())


def voeg_toe(dossier, by, **anders):
    gegevens = {
        "soort": Documentsoort.AKKOORD,
        "onderwerp": "Akkoord per e-mail",
        "datum": date(2026, 3, 18),
        "inhoud": PDF,
        "at": moment(ON),
        "on": ON,
    }
    return document_toevoegen(dossier=dossier, by=by, **{**gegevens, **anders})


def test_document_is_stored_with_its_hash_and_logged(dossier, consulent, opslag):
    document = voeg_toe(dossier, consulent)

    document.refresh_from_db()
    assert (document.bestandstype, document.extensie, document.grootte, document.sha256) == (
        "application/pdf",
        "pdf",
        len(PDF),
        hashlib.sha256(PDF).hexdigest(),
    )
    assert (document.toegevoegd_op, document.toegevoegd_door) == (moment(ON), consulent)
    assert [pad.read_bytes() for pad in bestanden(opslag)] == [PDF]
    event = dossier.events.first()
    assert (event.soort, event.tekst, event.by, event.gegevens) == (
        "document",
        "Document toegevoegd: bewijs van akkoord, Akkoord per e-mail.",
        consulent,
        {"document": document.pk},
    )
    assert document.history.get().history_user == consulent


def test_path_on_disk_says_nothing_of_the_person_or_the_file(dossier, consulent):
    document = voeg_toe(dossier, consulent, inhoud=SimpleUploadedFile("Berkhout 999990639.pdf", PDF))

    plaats, gemeente, naam = document.bestand.name.split("/")
    assert (plaats, gemeente, len(naam)) == ("documenten", str(dossier.gemeente_id), 32)
    assert document.bestandsnaam == f"{dossier.nummer}-akkoord-20260318-{document.pk}.pdf"


@pytest.mark.parametrize(
    "inhoud",
    [PDF, SimpleUploadedFile("x.pdf", PDF), ContentFile(PDF), ContentFile(PDF, name="x.txt")],
    ids=["bytes", "upload", "file-without-name", "file-with-another-name"],
)
def test_bytes_and_files_are_stored_alike(dossier, consulent, opslag, inhoud):
    voeg_toe(dossier, consulent, inhoud=inhoud)

    assert [pad.read_bytes() for pad in bestanden(opslag)] == [PDF]


def test_file_that_was_read_before_is_stored_whole(dossier, consulent, opslag):
    upload = SimpleUploadedFile("x.pdf", PDF)
    upload.read()

    voeg_toe(dossier, consulent, inhoud=upload)

    assert [pad.read_bytes() for pad in bestanden(opslag)] == [PDF]


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"inhoud": b""}, "Dit bestand is leeg. Kies een ander bestand."),
        (
            {"inhoud": b"<html></html>"},
            "Dit is een webpagina of opgemaakt bestand (HTML, SVG of XML). Bewaar het als PDF.",
        ),
        ({"datum": date(2026, 3, 21)}, "De datum van het document kan niet na vandaag liggen (20 maart 2026)."),
    ],
    ids=["empty", "html", "tomorrow"],
)
def test_refused_document_leaves_nothing(dossier, consulent, opslag, anders, melding):
    events = DossierEvent.objects.count()

    with pytest.raises(ActieFout) as fout:
        voeg_toe(dossier, consulent, **anders)

    assert str(fout.value) == melding
    assert (Document.objects.count(), DossierEvent.objects.count(), bestanden(opslag)) == (0, events, [])


def test_file_over_the_limit_is_refused_unread(dossier, consulent, settings):
    class Onleesbaar(BytesIO):
        def read(self, *args):
            raise AssertionError("A file that is too large is not read.")

    settings.UPLOAD_MAX_MB = 1
    upload = SimpleUploadedFile("groot.pdf", b"")
    upload.file, upload.size = Onleesbaar(), 1024 * 1024 + 1

    with pytest.raises(ActieFout, match=r"^Dit bestand is 1,1 MB\. Het mag hoogstens 1 MB zijn\."):
        voeg_toe(dossier, consulent, inhoud=upload)


def test_file_that_the_scanner_refuses_leaves_nothing(dossier, consulent, opslag, monkeypatch):
    def weiger(inhoud, *, clamd):
        raise VirusFout("De virusscanner heeft dit bestand geweigerd.")

    monkeypatch.setattr(documenten, "scan", weiger)

    with pytest.raises(ActieFout, match="De virusscanner heeft dit bestand geweigerd"):
        voeg_toe(dossier, consulent)

    assert bestanden(opslag) == []


def test_document_sent_twice_is_one_document(dossier, consulent, opslag):
    eerste = voeg_toe(dossier, consulent)
    tweede = voeg_toe(dossier, consulent, at=moment(ON) + timedelta(seconds=60))

    assert tweede == eerste
    assert DossierEvent.objects.filter(soort="document").count() == 1
    assert len(bestanden(opslag)) == 1


@pytest.mark.parametrize(
    "anders",
    [{"at": moment(ON) + timedelta(seconds=61)}, {"onderwerp": "Factuur"}, {"soort": Documentsoort.FACTUUR}],
    ids=["later", "other-subject", "other-kind"],
)
def test_other_document_with_the_same_content_is_another_document(dossier, consulent, opslag, anders):
    voeg_toe(dossier, consulent)
    voeg_toe(dossier, consulent, **anders)

    assert Document.objects.count() == 2
    assert len(bestanden(opslag)) == 2


def rol_terug(dossier, by):
    """Add a document in a transaction of which a later part fails."""
    with transaction.atomic():
        voeg_toe(dossier, by)
        transaction.set_rollback(True)


def test_rollback_of_a_request_takes_its_file_along(dossier, consulent, opslag):
    begin()
    rol_terug(dossier, consulent)
    assert len(bestanden(opslag)) == 1
    ruim_op()

    assert (Document.objects.count(), bestanden(opslag)) == (0, [])


def test_saved_file_of_the_same_request_stays(dossier, consulent, opslag):
    begin()
    rol_terug(dossier, consulent)
    document = voeg_toe(dossier, consulent, onderwerp="Tweede poging")
    ruim_op()

    assert [pad.name for pad in bestanden(opslag)] == [document.bestand.name.rsplit("/", 1)[1]]


def test_next_request_leaves_the_files_of_the_one_before(dossier, consulent, opslag):
    begin()
    voeg_toe(dossier, consulent)
    ruim_op()
    begin()
    ruim_op()

    assert len(bestanden(opslag)) == 1
