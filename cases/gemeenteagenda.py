"""The clocks of the gemeente as a whole, on the days of a calendar and in the feed of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from accounts.permissions import Permission
from accounts.rollen import Rol
from cases.agenda import Agendapunt
from cases.agendawerk import SOORTEN
from cases.gemeenteklok import Gemeenteklok
from cases.gemeenteklokken import klokbron, list_gemeenteklokken
from cases.stand import Teken


@dataclass(frozen=True)
class Plaats:
    """A gemeente as a calendar names it; the user who is logged in brings these along, so they cost no question."""

    code: str
    naam: str


def list_eigen(user: User, on: date) -> list[tuple[Plaats, Gemeenteklok]]:
    """Give what a user must still do for the gemeenten as a whole, and what that user may no longer do after a day."""
    return _met_gemeente(user, list_gemeenteklokken(user, on, doen=True))


def list_van_team(user: User, on: date) -> list[tuple[Plaats, Gemeenteklok]]:
    """Give what is to be done for the gemeenten that a coördinator watches over, by whoever it is."""
    gemeenten = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
    return _met_gemeente(user, list_gemeenteklokken(user, on, gemeenten=gemeenten))


def _met_gemeente(user: User, klokken: Collection[Gemeenteklok]) -> list[tuple[Plaats, Gemeenteklok]]:
    plaatsen = {rij["gemeente"]: Plaats(rij["code"], rij["naam"]) for rij in user.mijn_gemeenten}
    return [(plaatsen[klok.gemeente_id], klok) for klok in klokken if klok.gedaan is None]


def maak_gemeentepunt(gemeente: Plaats, klok: Gemeenteklok, on: date) -> Agendapunt:
    bron, teken = klokbron(klok.regel), klok.stand(on).teken
    return Agendapunt(
        dag=klok.uiterste_datum,
        soort=SOORTEN[klok.regel.aard],
        wat=klok.wat,
        wie=f"Gemeente {gemeente.naam}",
        url=bron.url(gemeente.code, klok, on),
        stand="laat" if teken is Teken.LAAT else "bijna" if klok.uiterste_datum == on else "loopt",
        waarom_url=bron.waarom_url(gemeente.code, klok),
        voor=Rol(klok.regel.rol).label,
    )
