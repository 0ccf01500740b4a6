"""What every action needs: the error it raises, a saved row with its history, an event, and a locked dossier."""

from datetime import date, datetime
from typing import Any

from django.db import connection
from django.utils.timezone import localdate

from accounts.actions.basis import bewaar, verwijder
from accounts.models import Gemeente, User
from cases.models import Dossier, DossierEvent
from cases.status import OPEN, Status, mag_naar
from config.weergave import datum as datumtekst

__all__ = [
    "ActieFout",
    "Samengevoegd",
    "bewaar",
    "eis_dag",
    "eis_in_leven",
    "eis_niet_samengevoegd",
    "eis_status",
    "log",
    "vergrendel",
    "verwijder",
    "volgend_nummer",
    "zet_status",
]

_VOLGENDE = """
INSERT INTO cases_nummerreeks (gemeente_id, soort, jaar, laatste) VALUES (%s, %s, %s, 1)
ON CONFLICT (gemeente_id, soort, jaar) DO UPDATE SET laatste = cases_nummerreeks.laatste + 1
RETURNING laatste
"""


# The kind of event that notes a death.
OVERLIJDEN = "overlijden"


class ActieFout(Exception):
    """An action that can't be done now; its text is plain Dutch for the user and says what to do.

    `url` and `url_tekst` lead to the page that offers a way out, where there is one.
    """

    url = ""
    url_tekst = ""


class Samengevoegd(ActieFout):
    """Everything of this dossier went to another one, and so must what comes after."""

    def __init__(self, dossier: Dossier, verder: Dossier) -> None:
        super().__init__(f"Dossier {dossier.nummer} is samengevoegd met {verder.nummer}. Werk daar verder.")
        self.url, self.url_tekst = verder.get_absolute_url(), f"Naar {verder.nummer}"


def log(
    dossier: Dossier, soort: str, tekst: str, *, by: User | None, at: datetime, reden: str = "", **gegevens: Any
) -> DossierEvent:
    """Write the one event of an action, in the transaction of that action."""
    return DossierEvent.objects.create(
        dossier=dossier, soort=soort, tekst=tekst, by=by, at=at, reden=reden, gegevens=gegevens
    )


def vergrendel(dossier: Dossier) -> Dossier:
    """Lock the dossier's row until the transaction ends, and give it as it is now.

    A lock without the key keeps other actions out, but not the nightly run, which only adds events and signals to it.
    Raises Samengevoegd for a dossier that went on in another: what is written there nobody would read any more.
    """
    slot: Dossier = (
        Dossier.objects.select_for_update(of=("self",), no_key=True)
        .select_related("gemeente", "persoon", "beleid")
        .get(pk=dossier.pk)
    )
    eis_niet_samengevoegd(slot)
    return slot


def eis_niet_samengevoegd(dossier: Dossier) -> None:
    if dossier.gaat_verder_in is not None:
        raise Samengevoegd(dossier, dossier.gaat_verder_in)


def eis_status(dossier: Dossier, toegestaan: frozenset[Status], wat: str) -> None:
    """Refuse an action that the dossier's status does not allow."""
    if Status(dossier.status) not in toegestaan:
        raise ActieFout(f"{wat} kan niet: dit dossier staat op '{dossier.get_status_display()}'.")


def eis_dag(dossier: Dossier, datum: date, on: date, wat: str) -> None:
    """Refuse a day on which it can't have happened; forms ask the same, to show it at the date."""
    if datum > on:
        raise ActieFout(f"{wat} kan niet in de toekomst liggen. Leg het vast als het geweest is.")
    if datum < dossier.datum_aanmelding:
        raise ActieFout(f"{wat} kan niet vóór de aanmelding van {datumtekst(dossier.datum_aanmelding)} liggen.")


def eis_in_leven(dossier: Dossier, wat: str, *, op: date | None = None) -> None:
    """Refuse a letter to somebody who died. What was done up to the day `op` that it was known may still be noted."""
    overleden = dossier.persoon.datum_overlijden
    if overleden is None:
        return
    bekend = dossier.events.filter(soort=OVERLIJDEN).order_by("-at").values_list("at", flat=True).first()
    if op is not None and op <= (localdate(bekend) if bekend else overleden):
        return
    raise ActieFout(
        f"{wat} kan niet: {dossier.persoon.naam} is overleden op {datumtekst(overleden)}. Er gaan geen brieven meer"
        " uit. Bespreek met het gezin wat er nodig is. Klopt het overlijden niet? Verbeter dat bij Herstellen."
    )


def zet_status(dossier: Dossier, naar: Status) -> None:
    """Move the dossier along the table of allowed moves; the caller saves the field `status`.

    One that opens again while its casusregisseur can't be that any more is nobody's from then on: so it stands under
    'Nog niet toegewezen'. The version of the dossier that the caller saves holds that too.
    """
    if not mag_naar(dossier.status, naar):
        raise ActieFout(f"Een dossier op '{dossier.get_status_display()}' kan niet naar '{naar.label}'.")
    opent = naar in OPEN and not dossier.is_open
    dossier.status = naar
    if opent and _is_regisseur_weg(dossier):
        dossier.casusregisseur = None
        Dossier.objects.filter(pk=dossier.pk).update(casusregisseur=None)


def _is_regisseur_weg(dossier: Dossier) -> bool:
    if dossier.casusregisseur_id is None:
        return False
    return not User.objects.casusregisseurs(dossier.gemeente_id).filter(pk=dossier.casusregisseur_id).exists()


def volgend_nummer(gemeente: Gemeente, soort: str, jaar: int) -> str:
    """Give the next number of a gemeente, kind and year (9901-B-2026-00187); without gaps, as the row stays locked."""
    with connection.cursor() as cursor:
        cursor.execute(_VOLGENDE, [gemeente.pk, soort, jaar])
        laatste = cursor.fetchone()[0]
    return f"{gemeente.code}-{soort}-{jaar}-{laatste:05d}"
