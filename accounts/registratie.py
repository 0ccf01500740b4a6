"""What higher apps say on the pages of a beheerder: they register it here, accounts never imports them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from accounts.models import Gemeente, User


@dataclass(frozen=True)
class Melding:
    """What to know, in a sentence; the link is for who may follow it."""

    tekst: str
    url: str = ""
    link: str = ""


class Gebruikersmelding(Protocol):
    def melding(self, gebruiker: "User", gemeente: "Gemeente", kijker: "User") -> Melding | None:
        """Give what there is to say of a user in a gemeente, or None."""


class Beheermelding(Protocol):
    def meldingen(self, kijker: "User", nu: datetime) -> Iterable[Melding]:
        """Give what is wrong in the gemeenten of a beheerder, for the page where they begin."""


# How to print a beeldmerk on trial; raises LogoFout when a letter can't hold it.
_proefdruk: list[Callable[[bytes], None]] = []


def registreer_proefdruk(functie: Callable[[bytes], None]) -> Callable[[bytes], None]:
    _proefdruk.append(functie)
    return functie


def druk_op_proef(logo: bytes) -> None:
    """Print a beeldmerk as a letter would. Raises LogoFout, so that it is refused before every letter is."""
    for functie in _proefdruk:
        functie(logo)


_meldingen: list[Gebruikersmelding] = []
_beheermeldingen: list[Beheermelding] = []


def registreer_gebruikersmelding(klas: type[Gebruikersmelding]) -> type[Gebruikersmelding]:
    _meldingen.append(klas())
    return klas


def list_meldingen(gebruiker: "User", gemeente: "Gemeente", kijker: "User") -> Iterator[Melding]:
    for een in _meldingen:
        if melding := een.melding(gebruiker, gemeente, kijker):
            yield melding


def registreer_beheermelding(klas: type[Beheermelding]) -> type[Beheermelding]:
    _beheermeldingen.append(klas())
    return klas


def list_beheermeldingen(kijker: "User", nu: datetime) -> Iterator[Melding]:
    for een in _beheermeldingen:
        yield from een.meldingen(kijker, nu)
