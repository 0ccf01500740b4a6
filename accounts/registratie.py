"""What higher apps say of a user on the page that manages them: they register it here, accounts never imports them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from accounts.models import Gemeente, User


@dataclass(frozen=True)
class Melding:
    """What to know before an account is switched off; the link is for who may follow it."""

    tekst: str
    url: str = ""
    link: str = ""


class Gebruikersmelding(Protocol):
    def melding(self, gebruiker: "User", gemeente: "Gemeente", kijker: "User") -> Melding | None:
        """Give what there is to say of a user in a gemeente, or None."""


_meldingen: list[Gebruikersmelding] = []


def registreer_gebruikersmelding(klas: type[Gebruikersmelding]) -> type[Gebruikersmelding]:
    _meldingen.append(klas())
    return klas


def list_meldingen(gebruiker: "User", gemeente: "Gemeente", kijker: "User") -> Iterator[Melding]:
    for een in _meldingen:
        if melding := een.melding(gebruiker, gemeente, kijker):
            yield melding
