"""Correct the day of the aanmelding, from which the first clocks run."""

from copy import copy
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Min, QuerySet

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.klokken import volg_feiten, voorspel
from cases.actions.verbeteren import TE_VERBETEREN
from cases.beleid_bron import beleid_op
from cases.kalender import EERSTE_JAAR
from cases.models import Beleid, Dossier
from cases.verschuiving import Klokverschuiving, in_een_zin
from config.weergave import datum as datumtekst


@transaction.atomic
def aanmelddatum_wijzigen(*, dossier: Dossier, datum: date, reden: str, by: User, at: datetime, on: date) -> Dossier:
    """Correct the day of the aanmelding; the clocks follow, and before the eerste gesprek the beleid of that day too.

    Raises ActieFout for the same day, one in the future, or one after something that was done in this dossier.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, TE_VERBETEREN, "De datum van de aanmelding verbeteren")
    was = dossier.datum_aanmelding
    if datum == was:
        raise ActieFout(f"De datum van de aanmelding is al {datumtekst(was)}.")
    eis_aanmelddag(dossier, datum, on)
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u de datum verbetert.")
    dossier.datum_aanmelding, dossier.beleid = datum, beleid_bij(dossier, datum)
    bewaar(dossier, by=by, velden=["datum_aanmelding", "beleid", "updated_at"], reden=reden)
    gevolg = in_een_zin(volg_feiten(dossier, by=by, on=on, reden=reden))
    tekst = f"Datum van de aanmelding verbeterd: {datumtekst(was)} wordt {datumtekst(datum)}.{gevolg}"
    log(dossier, "aanmelddatum_verbeterd", tekst, by=by, at=at, reden=reden)
    return dossier


def eis_aanmelddag(dossier: Dossier, datum: date, on: date) -> None:
    """Refuse a day on which the aanmelding can't have been; the form asks the same, to show it at the date."""
    if datum > on:
        raise ActieFout("De aanmelding kan niet in de toekomst liggen.")
    if datum.year < EERSTE_JAAR:
        raise ActieFout(f"De aanmelding kan niet vóór 1 januari {EERSTE_JAAR} liggen. Controleer het jaar.")
    eerste = eerste_feit(dossier)
    if eerste and eerste[0] < datum:
        raise ActieFout(
            f"De aanmelding kan niet na {eerste[1]} van {datumtekst(eerste[0])} liggen."
            " Klopt die dag niet? Verbeter die dan eerst."
        )


def eerste_feit(dossier: Dossier) -> tuple[date, str] | None:
    """Give the first thing that was done in a dossier since its aanmelding and still counts, with its day.

    What was done before it, when there was no recht, says nothing of that day.
    """
    gedaan: list[tuple[QuerySet[Any], str, str]] = [
        (dossier.contacten.geldig(), "datum", "het contact"),
        (dossier.gesprekken.geldig(), "datum", "het gesprek"),
        (dossier.driegesprekken.geldig(), "datum", "het driegesprek"),
        (dossier.verificaties.geldig(), "datum_antwoord", "het antwoord van UHT"),
    ]
    dagen = [(_eerste_sinds(dossier.datum_aanmelding, rijen, veld), wat) for rijen, veld, wat in gedaan]
    return min(((dag, wat) for dag, wat in dagen if dag is not None), default=None)


def _eerste_sinds(dag: date, rijen: QuerySet[Any], veld: str) -> date | None:
    eerste: date | None = rijen.filter(**{f"{veld}__gte": dag}).aggregate(eerste=Min(veld))["eerste"]
    return eerste


def beleid_bij(dossier: Dossier, datum: date) -> Beleid:
    """Give the beleid that goes with a day; after the eerste gesprek the dossier keeps the one it was helped under."""
    if dossier.datum_eerste_gesprek is not None:
        return dossier.beleid
    return beleid_op(dossier.gemeente_id, datum)


def voorspel_klokken(dossier: Dossier, datum: date, on: date) -> list[Klokverschuiving]:
    """Tell what another day of aanmelding would do to the clocks, without doing it."""
    straks = copy(dossier)
    straks.datum_aanmelding, straks.beleid = datum, beleid_bij(dossier, datum)
    return voorspel(straks, on)
