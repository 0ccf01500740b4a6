"""What takes an end of the support back when its besluit falls away: a higher app registers it, none is imported."""

from datetime import date, datetime
from typing import Protocol

from accounts.models import User
from planvanaanpak.models import Beroep, Besluit


class Heropener(Protocol):
    def weigering(self, besluit: Besluit) -> str:
        """Say why a besluit that ended the support can't be taken back; empty when it can."""

    def heropen(self, besluit: Besluit, met: Besluit | Beroep, *, by: User, at: datetime, on: date) -> None:
        """Let the support go on, as the besluit that ended it was taken back with `met`; the dossier is locked.

        That is a besluit, or a beroep in which a court did it itself.
        """


_heropeners: list[Heropener] = []


def registreer_heropening(klasse: type[Heropener]) -> type[Heropener]:
    _heropeners.append(klasse())
    return klasse


def weigering(besluit: Besluit) -> str:
    """Say why this end can't be taken back now, as the apps above know it."""
    return next((waarom for heropener in _heropeners if (waarom := heropener.weigering(besluit))), "")


def noem(met: Besluit | Beroep) -> str:
    """Name what took a besluit back: a besluit by its number, or what a court said."""
    return met.nummer if isinstance(met, Besluit) else met.uitspraak


def heropen_einde(besluit: Besluit, met: Besluit | Beroep, *, by: User, at: datetime, on: date) -> None:
    """Let the support go on in every app that knows of the end."""
    for heropener in _heropeners:
        heropener.heropen(besluit, met, by=by, at=at, on=on)
