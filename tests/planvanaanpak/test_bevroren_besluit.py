"""A besluit, its PDF, its bijsluiters and the trail of its sending never change, whichever road is taken."""

import hashlib
from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import ProtectedError

from cases.models import Dossier
from planvanaanpak.actions.besluit import verzenden
from planvanaanpak.actions.verzendbasis import leg_vast
from planvanaanpak.actions.verzending import verzenddatum_verbeteren
from planvanaanpak.models import Besluit, BesluitPdf, Bijsluiter, Retourpost, Verzending
from planvanaanpak.stukken import StukBeschadigd, lees_stuk
from planvanaanpak.verzendkeuzes import Gebeurtenis
from tests.factories import moment
from tests.haltes import halte
from tests.planvanaanpak.conftest import PDF, VANDAAG

pytestmark = pytest.mark.django_db


@halte
def verzonden(besluit, consulent):
    """Give a besluit with all it can have: a PDF, two bijsluiters, and a day of sending that was corrected."""
    wie = {"by": consulent, "at": moment(date(2026, 5, 1)), "on": date(2026, 5, 1)}
    verzenden(besluit=besluit, datum=date(2026, 4, 24), **wie)
    verzenddatum_verbeteren(besluit=besluit, datum=date(2026, 4, 23), reden="Tikfout", **wie)
    return Besluit.objects.get(pk=besluit.pk)


def inhoud():
    """Read every column of the four tables, past the ORM."""
    rijen = []
    with connection.cursor() as cursor:
        for model in (Besluit, BesluitPdf, Bijsluiter, Verzending):
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
        rij = model.objects.order_by("pk").last()
        setattr(rij, veld, waarde)
        rij.save()

    return voer_uit


WEGEN = {
    "save besluit": bewaar_anders(Besluit, "datum", date(2026, 1, 1)),
    "save snapshot": bewaar_anders(Besluit, "snapshot", {}),
    "save pdf": bewaar_anders(BesluitPdf, "inhoud", b"anders"),
    "save bijsluiter": bewaar_anders(Bijsluiter, "inhoud", b"anders"),
    "save as it is": lambda: Besluit.objects.get().save(),
    "save verzending": bewaar_anders(Besluit, "verzonden_op", date(2026, 4, 20)),
    "save verzending as it was": bewaar_anders(Besluit, "verzonden_op", date(2026, 4, 24)),
    "save who sent": bewaar_anders(Besluit, "verzonden_door", None),
    "save ingang": bewaar_anders(Besluit, "ingang", date(2026, 4, 24)),
    "save trail": bewaar_anders(Verzending, "datum", date(2026, 4, 20)),
    "save reason in trail": bewaar_anders(Verzending, "reden", "Anders"),
    "save key": bewaar_anders(Besluit, "pk", 999_999),
    "update besluit": lambda: Besluit.objects.update(nummer="9901-B-2026-00009"),
    "update soort": lambda: Besluit.objects.update(soort="afwijzing"),
    "update pdf": lambda: BesluitPdf.objects.update(inhoud=b"anders"),
    "update sha": lambda: BesluitPdf.objects.update(sha256="0" * 64),
    "update bijsluiter": lambda: Bijsluiter.objects.update(datum=date(2026, 1, 1)),
    "update verzending": lambda: Besluit.objects.update(verzonden_op=date(2026, 4, 24)),
    "verzending ongedaan": lambda: Besluit.objects.update(verzonden_op=None, verzonden_door=None),
    "update trail": lambda: Verzending.objects.update(datum=date(2026, 4, 20)),
    "update_or_create": lambda: Besluit.objects.update_or_create(
        nummer="9901-B-2026-00001", defaults={"datum": date(2026, 1, 1)}
    ),
    "bulk_create over it": lambda: Besluit.objects.bulk_create(
        [Besluit.objects.get()], update_conflicts=True, unique_fields=["nummer"], update_fields=["snapshot"]
    ),
    "bulk_update pdf": lambda: BesluitPdf.objects.bulk_update(
        [BesluitPdf(pk=BesluitPdf.objects.get().pk, inhoud=b"anders")], ["inhoud"]
    ),
    "bulk_update": lambda: Besluit.objects.bulk_update(
        [Besluit(pk=Besluit.objects.get().pk, datum=date(2026, 1, 1))], ["datum"]
    ),
    "delete besluit": lambda: Besluit.objects.get().delete(),
    "delete pdf": lambda: BesluitPdf.objects.get().delete(),
    "delete bijsluiter": lambda: Bijsluiter.objects.first().delete(),
    "delete trail": lambda: Verzending.objects.last().delete(),
    "delete besluiten": lambda: Besluit.objects.all().delete(),
    "delete dossier": lambda: Dossier.objects.all().delete(),
    "queryset raw delete besluit": lambda: Besluit.objects.all()._raw_delete("default"),
    "queryset delete pdf": lambda: BesluitPdf.objects.all().delete(),
    "queryset raw delete": lambda: BesluitPdf.objects.all()._raw_delete("default"),
    "sql update besluit": sql("UPDATE planvanaanpak_besluit SET snapshot = '{}'"),
    "sql update dossier": sql("UPDATE planvanaanpak_besluit SET vastgesteld_op = now()"),
    "sql update pdf": sql("UPDATE planvanaanpak_besluitpdf SET inhoud = 'anders'::bytea"),
    "sql update bijsluiter": sql("UPDATE planvanaanpak_bijsluiter SET inhoud = 'anders'::bytea"),
    "sql update verzending": sql("UPDATE planvanaanpak_besluit SET verzonden_op = '2026-04-24'"),
    "sql update trail": sql("UPDATE planvanaanpak_verzending SET datum = '2026-04-20'"),
    "sql delete trail": sql("DELETE FROM planvanaanpak_verzending"),
    "sql delete dossier": sql("SET CONSTRAINTS ALL IMMEDIATE; DELETE FROM cases_dossier"),
    "sql merge": sql(
        "INSERT INTO planvanaanpak_besluitpdf (id, besluit_id, inhoud, sha256) SELECT id, besluit_id, inhoud, sha256"
        " FROM planvanaanpak_besluitpdf ON CONFLICT (id) DO UPDATE SET inhoud = 'anders'::bytea"
    ),
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
        except (DatabaseError, ProtectedError):
            pass
        assert inhoud() == voor, naam

    assert geslaagd == []
    assert [bytes(stuk.inhoud) for stuk in (verzonden.pdf, *verzonden.bijsluiters.all())] == [PDF, PDF, PDF]


@pytest.mark.parametrize(
    ("was", "datum", "telt"),
    [
        pytest.param(date(2026, 4, 23), date(2026, 4, 21), True, id="another-day-than-the-trail"),
        pytest.param(date(2026, 4, 22), date(2026, 4, 20), True, id="from-another-day"),
        pytest.param(date(2026, 4, 23), date(2026, 4, 20), False, id="a-line-that-does-not-count"),
    ],
)
def test_the_day_it_left_follows_the_trail_only(verzonden, consulent, was, datum, telt):
    Verzending.objects.create(
        besluit=verzonden, gebeurtenis="correctie" if telt else "opnieuw", datum=datum, was=was, telt=telt,
        wijze="post", reden="Anders", vastgelegd_op=moment(date(2026, 5, 1)), vastgelegd_door=consulent,
        retour=None if telt else maak_retour(verzonden, consulent),
    )  # fmt: skip

    with pytest.raises(IntegrityError, match=r"Een vastgesteld besluit verandert niet\."), transaction.atomic():
        Besluit.objects.update(verzonden_op=date(2026, 4, 20))


def maak_retour(besluit, by):
    op = moment(date(2026, 5, 1))
    return Retourpost.objects.create(
        besluit=besluit, datum=op.date(), reden="niet_opgehaald", vastgelegd_op=op, vastgelegd_door=by
    )


def test_sending_is_the_one_thing_that_is_added(besluit, consulent):
    voor = inhoud()[0][0]

    leg_vast(besluit, Gebeurtenis.EERSTE, VANDAAG, wijze="post", by=consulent, at=moment(VANDAAG))
    Besluit.objects.update(verzonden_op=VANDAAG, verzonden_door=consulent)

    anders = [(oud, nieuw) for oud, nieuw in zip(voor, inhoud()[0][0], strict=True) if oud != nieuw]
    assert anders == [(None, VANDAAG), (None, consulent.pk)]


@pytest.mark.parametrize("dag", [None, date(2026, 4, 21)], ids=["no-line", "line-of-another-day"])
def test_letter_leaves_only_with_a_line_of_the_trail(besluit, consulent, dag):
    if dag:
        leg_vast(besluit, Gebeurtenis.EERSTE, dag, wijze="post", by=consulent, at=moment(dag))

    with pytest.raises(IntegrityError, match=r"Een vastgesteld besluit verandert niet\."), transaction.atomic():
        Besluit.objects.update(verzonden_op=VANDAAG, verzonden_door=consulent)


@pytest.mark.parametrize("tabel", ["besluit", "besluitpdf", "bijsluiter", "planversie", "verzending"])
def test_frozen_tables_are_not_emptied(verzonden, tabel):
    with pytest.raises(IntegrityError, match=r"Wat is vastgesteld kan niet worden verwijderd\."), transaction.atomic():
        sql(f"SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE planvanaanpak_{tabel} CASCADE")()


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
