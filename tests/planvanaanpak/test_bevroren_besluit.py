"""A besluit, its PDF and its bijsluiter never change, whichever road is taken."""

import hashlib
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.models import Besluit, BesluitPdf, Bijsluiter
from planvanaanpak.stukken import StukBeschadigd, lees_stuk
from tests.factories import moment
from tests.planvanaanpak.conftest import PDF, VANDAAG

pytestmark = pytest.mark.django_db


@pytest.fixture
def verzonden(besluit, consulent):
    """Give a besluit with all it can have: a PDF, and a bijsluiter because it left on another day."""
    on = date(2026, 5, 1)
    return verzenden(besluit=besluit, datum=date(2026, 4, 23), by=consulent, at=moment(on), on=on)


def inhoud():
    """Read every column of the three tables, past the ORM."""
    rijen = []
    with connection.cursor() as cursor:
        for model in (Besluit, BesluitPdf, Bijsluiter):
            cursor.execute(f"SELECT * FROM {model._meta.db_table} ORDER BY id")
            rijen.append([[bytes(w) if isinstance(w, memoryview) else w for w in rij] for rij in cursor.fetchall()])
    return rijen


def sql(opdracht):
    def voer_uit():
        with connection.cursor() as cursor:
            cursor.execute(opdracht)

    return voer_uit


def bewaar_anders(model, veld, waarde):
    def voer_uit():
        rij = model.objects.get()
        setattr(rij, veld, waarde)
        rij.save()

    return voer_uit


WEGEN = {
    "save besluit": bewaar_anders(Besluit, "datum", date(2026, 1, 1)),
    "save snapshot": bewaar_anders(Besluit, "snapshot", {}),
    "save pdf": bewaar_anders(BesluitPdf, "inhoud", b"anders"),
    "save bijsluiter": bewaar_anders(Bijsluiter, "inhoud", b"anders"),
    "save verzending": bewaar_anders(Besluit, "verzonden_op", date(2026, 4, 24)),
    "update besluit": lambda: Besluit.objects.update(nummer="9901-B-2026-00009"),
    "update soort": lambda: Besluit.objects.update(soort="afwijzing"),
    "update pdf": lambda: BesluitPdf.objects.update(inhoud=b"anders"),
    "update sha": lambda: BesluitPdf.objects.update(sha256="0" * 64),
    "update bijsluiter": lambda: Bijsluiter.objects.update(datum=date(2026, 1, 1)),
    "update verzending": lambda: Besluit.objects.update(verzonden_op=date(2026, 4, 24)),
    "verzending ongedaan": lambda: Besluit.objects.update(verzonden_op=None, verzonden_door=None),
    "bulk_update": lambda: Besluit.objects.bulk_update(
        [Besluit(pk=Besluit.objects.get().pk, datum=date(2026, 1, 1))], ["datum"]
    ),
    "delete besluit": lambda: Besluit.objects.get().delete(),
    "delete pdf": lambda: BesluitPdf.objects.get().delete(),
    "delete bijsluiter": lambda: Bijsluiter.objects.get().delete(),
    "queryset delete pdf": lambda: BesluitPdf.objects.all().delete(),
    "queryset raw delete": lambda: BesluitPdf.objects.all()._raw_delete("default"),
    "sql update besluit": sql("UPDATE planvanaanpak_besluit SET snapshot = '{}'"),
    "sql update dossier": sql("UPDATE planvanaanpak_besluit SET vastgesteld_op = now()"),
    "sql update pdf": sql("UPDATE planvanaanpak_besluitpdf SET inhoud = 'anders'::bytea"),
    "sql update bijsluiter": sql("UPDATE planvanaanpak_bijsluiter SET inhoud = 'anders'::bytea"),
    "sql delete besluit": sql("DELETE FROM planvanaanpak_besluit"),
    "sql delete pdf": sql("DELETE FROM planvanaanpak_besluitpdf"),
    "sql delete bijsluiter": sql("DELETE FROM planvanaanpak_bijsluiter"),
}


def test_no_road_changes_a_besluit(verzonden):
    voor, geslaagd = inhoud(), []

    for naam, weg in WEGEN.items():
        try:
            with transaction.atomic():
                weg()
            geslaagd.append(naam)
        except DatabaseError:
            pass
        assert inhoud() == voor, naam

    assert geslaagd == []
    assert [bytes(stuk.inhoud) for stuk in (verzonden.pdf, verzonden.bijsluiter)] == [PDF, PDF]


def test_sending_is_the_one_thing_that_is_added(besluit, consulent):
    voor = inhoud()[0][0]

    Besluit.objects.update(verzonden_op=VANDAAG, verzonden_door=consulent)

    anders = [(oud, nieuw) for oud, nieuw in zip(voor, inhoud()[0][0], strict=True) if oud != nieuw]
    assert anders == [(None, VANDAAG), (None, consulent.pk)]


def test_second_pdf_of_a_besluit_is_refused(verzonden):
    with pytest.raises(DatabaseError), transaction.atomic():
        BesluitPdf.objects.create(besluit=verzonden, inhoud=b"anders", sha256="0" * 64)


def test_bytes_are_given_as_stored_and_held_against_their_sha(verzonden):
    assert lees_stuk(verzonden.pdf) == PDF
    assert verzonden.pdf.sha256 == hashlib.sha256(PDF).hexdigest()


def test_damaged_bytes_are_given_to_nobody_and_logged_loud(verzonden, caplog):
    pdf = BesluitPdf.objects.get()
    pdf.inhoud = PDF + b" "

    with pytest.raises(StukBeschadigd, match="niet gelijk aan zijn SHA-256"):
        lees_stuk(pdf)

    assert [(regel.levelname, regel.name) for regel in caplog.records] == [("CRITICAL", "planvanaanpak.stukken")]
    assert str(pdf.pk) in caplog.text
