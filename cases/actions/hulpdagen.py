"""On which days somebody said no to help and asked for it after all, and what the no changed: read from the events."""

from datetime import date

from cases.models import Dossier, DossierEvent

AFGEWEZEN, HERVAT = "hulp_afgewezen", "hulp_hervat"


def laatste_afwijzing(dossier: Dossier) -> DossierEvent | None:
    """Give the event of the last no; None when somebody never said it."""
    return _laatste(dossier, AFGEWEZEN)


def hervat_op(dossier: Dossier) -> date | None:
    """Give the day on which somebody last asked for help after all; None when they never did."""
    event = _laatste(dossier, HERVAT)
    return dag_van(event) if event else None


def dag_van(event: DossierEvent) -> date:
    return date.fromisoformat(event.gegevens["datum"])


def _laatste(dossier: Dossier, soort: str) -> DossierEvent | None:
    event: DossierEvent | None = dossier.events.filter(soort=soort).order_by("-at", "-pk").first()
    return event
