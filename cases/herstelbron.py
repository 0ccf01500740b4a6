"""What the page Herstellen shows of what can be put right; higher apps register theirs here."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from accounts.models import User
    from cases.models import Dossier


@dataclass(frozen=True)
class Herstelkeuze:
    """One thing that can be put right: what it is for, and the page where it is done."""

    titel: str
    tekst: str
    knop: str
    url: str


@dataclass(frozen=True)
class Rij:
    """Something that was entered, and the page to correct it on; what was withdrawn says why."""

    tekst: str
    dag: date
    door: str
    url: str
    ingetrokken: str = ""


class Herstelbron(Protocol):
    def keuzes(self, dossier: "Dossier", user: "User") -> list[Herstelkeuze]:
        """Give what of this app can be put right in this dossier, as it stands now."""

    def rijen(self, dossier: "Dossier") -> list[Rij]:
        """Give what this app recorded under a dossier and can be corrected."""


_bronnen: list[Herstelbron] = []


def registreer_herstelbron(klasse: type[Herstelbron]) -> type[Herstelbron]:
    _bronnen.append(klasse())
    return klasse


def keuzes_van(dossier: "Dossier", user: "User") -> list[Herstelkeuze]:
    return [keuze for bron in _bronnen for keuze in bron.keuzes(dossier, user)]


def rijen_van(dossier: "Dossier") -> list[Rij]:
    return [rij for bron in _bronnen for rij in bron.rijen(dossier)]
