"""The nightly tidying of texts that nobody came back for."""

import logging

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
