"""The nightly tidying of lists."""

import logging
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from config.celery import app
from portal_import.models import ImportRun
from portal_import.tasks import lijsten_opruimen
from tests.portal_import.runs import bekijk_lijst, rij

pytestmark = pytest.mark.django_db


def test_list_that_waits_too_long_is_set_aside_once(gemeente, caplog):
    caplog.set_level(logging.INFO, logger="portal_import.tasks")
    run = bekijk_lijst(gemeente, rij(), on=timezone.localdate() - timedelta(days=9))

    lijsten_opruimen()
    lijsten_opruimen()

    run.refresh_from_db()
    assert (run.stand, run.inhoud) == (ImportRun.Stand.WEGGELEGD, None)
    assert [record.getMessage() for record in caplog.records] == ["Weggelegd omdat niemand bevestigde: 1 lijst."]


def test_every_task_of_the_schedule_exists():
    app.loader.import_default_modules()

    gepland = {regel["task"] for regel in settings.CELERY_BEAT_SCHEDULE.values()}
    assert gepland <= set(app.tasks)
