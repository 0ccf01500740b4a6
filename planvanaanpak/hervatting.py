"""Where a plan is taken up again in the nazorg: the app that knows the nazorg registers its page, none is imported."""

from django.urls import reverse

from cases.models import Dossier
from cases.status import Status

# What one can't do in the nazorg before that (VNG handreiking nazorg 2024 §1.2: het plan wordt weer opgepakt).
EERST_HERVATTEN = "Pak eerst het plan weer op."

_paginas: list[str] = []


def registreer_hervatting(urlnaam: str) -> None:
    _paginas.append(urlnaam)


def hervat_url(dossier: Dossier) -> str:
    """Give the page where the plan of a dossier in the nazorg is taken up again; empty in every other status."""
    if dossier.status != Status.NAZORG:
        return ""
    return next((reverse(naam, args=[dossier.nummer]) for naam in _paginas), "")
