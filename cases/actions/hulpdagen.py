"""On which days somebody said no to help and asked for it after all, and what the no changed: read from the events."""

from datetime import date

from cases.hulpwens import Wens
from cases.models import Dossier, DossierEvent

AFGEWEZEN, HERVAT, VERGISSING = "hulp_afgewezen", "hulp_hervat", "hulp_vergissing"
AANGEMELD = "aangemeld"


def laatste_afwijzing(dossier: Dossier) -> DossierEvent | None:
    """Give the event of the last no; None when somebody never said it."""
    return _laatste(dossier, AFGEWEZEN)


def hervat_op(dossier: Dossier) -> date | None:
    """Give the day on which somebody last asked for help after all; None when they never did."""
    event = _laatste(dossier, HERVAT)
    return dag_van(event) if event else None


def dag_van(event: DossierEvent) -> date:
    return date.fromisoformat(event.gegevens["datum"])


def wensen_van(dossier: Dossier) -> list[Wens]:
    """Give when help was asked for and when not, the aanmelding first; a no that was a mistake was never said."""
    wensen: list[Wens] = []
    for event in dossier.events.filter(soort__in=(AANGEMELD, AFGEWEZEN, HERVAT, VERGISSING)).order_by("at", "pk"):
        if event.soort == AANGEMELD:
            wensen.append(Wens(dossier.datum_aanmelding, event.at, wil=True))
        elif event.soort == VERGISSING:
            wensen = _zonder_laatste_nee(wensen)
        else:
            if afgewezen := event.gegevens.get("afgewezen"):  # a no in a dossier that was merged into this one
                wensen.append(Wens(date.fromisoformat(afgewezen), event.at, wil=False))
            wensen.append(Wens(dag_van(event), event.at, wil=event.soort == HERVAT))
    return wensen


def _zonder_laatste_nee(wensen: list[Wens]) -> list[Wens]:
    nee = max((plek for plek, wens in enumerate(wensen) if not wens.wil), default=None)
    return [wens for plek, wens in enumerate(wensen) if plek != nee]


def _laatste(dossier: Dossier, soort: str) -> DossierEvent | None:
    event: DossierEvent | None = dossier.events.filter(soort=soort).order_by("-at", "-pk").first()
    return event
