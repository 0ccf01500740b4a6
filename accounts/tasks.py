"""The nightly tidying of texts that nobody came back for, and of sessions that ended."""

import logging

from django.core.management import call_command
from django.utils import timezone

from accounts.actions.klad import kladden_opruimen
from config.celery import app
from config.weergave import telwoord

logger = logging.getLogger(__name__)


@app.task(name="accounts.kladden_opruimen")
def kladden_van_gisteren() -> None:
    """Remove old kladden. Beat calls it each night; safe to run twice."""
    if opgeruimd := kladden_opruimen(at=timezone.now()):
        logger.info("Opgeruimd: %s.", telwoord(opgeruimd, "klad", "kladden"))


@app.task(name="accounts.sessies_opruimen")
def verlopen_sessies_opruimen() -> None:
    """Remove sessions that ended without logging out. Beat calls it each night; safe to run twice."""
    call_command("clearsessions")
