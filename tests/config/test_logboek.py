"""What the database says of a row that it refused is in no log: it may be a BSN, or the whole row."""

import logging

import pytest
from django.db import DatabaseError, transaction

from cases.models import Persoon
from config.logboek import ZonderGeheim
from tests.factories import PERSOON

BSN, STRAAT = PERSOON["bsn"], "Verborgen laan"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "velden",
    [{"bsn": BSN, "achternaam": "Ander"}, {"bsn": "123", "straat": STRAAT, "achternaam": "Ander\n\nVerder"}],
    ids=["a BSN twice", "a row with a fault"],
)
def test_row_that_is_refused_is_not_written(dossier, caplog, velden):
    caplog.handler.addFilter(ZonderGeheim())

    try:
        with transaction.atomic():
            Persoon.objects.create(gemeente=dossier.gemeente, **velden)
    except DatabaseError:
        logging.getLogger("django.request").exception("Internal Server Error: /dossiers/aanmelden/")

    [record] = caplog.records
    assert "DETAIL:  ***" in record.exc_text
    assert "IntegrityError" in record.exc_text
    assert [geheim for geheim in (BSN, STRAAT, "Verder") if geheim in caplog.text] == []


def test_worker_writes_to_the_same_log(settings):
    assert settings.CELERY_WORKER_HIJACK_ROOT_LOGGER is False
