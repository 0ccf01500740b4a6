"""The nightly tidying of lists that nobody confirmed."""

import logging

from django.utils import timezone

from config.celery import app
from config.weergave import telwoord
from portal_import.actions.inlezen import opruimen

logger = logging.getLogger(__name__)


@app.task(name="portal_import.opruimen")
def lijsten_opruimen() -> None:
    """Set aside what waits too long. Beat calls it each night; safe to run twice."""
    if opgeruimd := opruimen(at=timezone.now()):
        logger.info("Weggelegd omdat niemand bevestigde: %s.", telwoord(opgeruimd, "lijst", "lijsten"))
