"""What higher apps show on cases' pages: they register it here, cases never imports them (ontwerp section 2).

Each registered class is small and has one method; `registraties.py` of an app is read at start-up (cases.apps).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol

from django.urls import reverse

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from accounts.models import Gemeente, User
    from cases.models import Document, Dossier
    from cases.status import Status


@dataclass(frozen=True, kw_only=True)
class Stap:
    """The one next thing to do in a dossier, with its button. The lowest `volgorde` wins."""

    volgorde: int
    titel: str
    tekst: str
    knop: str = ""
    url: str = ""
    tweede_knop: str = ""
    tweede_url: str = ""


class VolgendeStap(Protocol):
    def stap(self, dossier: "Dossier", user: "User", on: date) -> Stap | None:
        """Give the next step that this app sees for a dossier, or None."""


class Paneel(Protocol):
    """A card on the dossier page: a template and the context it needs. `breed` cards span the full width."""

    volgorde: int
    template: str
    breed: bool

    def context(self, dossier: "Dossier", user: "User", on: date) -> Mapping[str, Any]:
        """Give what the template shows, beside dossier, user, on and mag_bewerken; empty leaves the card out."""


@dataclass(frozen=True, kw_only=True)
class Zijpunt:
    """An entry in the side menu of a dossier."""

    label: str
    url: str
    volgorde: int
    aantal: int | None = None
    actief: bool = False


class Zijmenu(Protocol):
    def punten(self, dossier: "Dossier", user: "User") -> list[Zijpunt]:
        """Give the entries that this app adds to the side menu of a dossier."""


class Nachtwerk(Protocol):
    def doe(self, gemeente: "Gemeente", dag: date, at: datetime) -> int:
        """Do what an app has the nightly run do for a gemeente on a day, once however often it runs; counts signals."""


class Historie(Protocol):
    def rijen(self, dossier: "Dossier") -> "Iterable[QuerySet[Any]]":
        """Give the versions (django-simple-history) of what this app keeps under a dossier, a queryset per model."""


class Gesprekwaarschuwing(Protocol):
    def waarschuwingen(self, dossier: "Dossier", datum: date, vensters: Mapping[str, date]) -> list[str]:
        """Say what no longer fits with the eerste gesprek on `datum` and, by rule, these last days of the vensters."""


class Binding(Protocol):
    """Something that ties a dossier to its number: it can't move to another dossier of the same person.

    `wat` names it with its article. What is `is_definitief` also keeps the dossier from being withdrawn.
    """

    wat: str
    is_definitief: bool

    def heeft(self, dossier: "Dossier") -> bool:
        """Say whether this dossier has it."""


class Documentgebruik(Protocol):
    def gebruik(self, document: "Document") -> list[str]:
        """Name what leans on a document, each with its article: "het akkoord van 3 maart 2026"."""


@dataclass(frozen=True)
class Werkactie:
    """The button of a work-list row for one termijnregel: its words and the URL name that takes a dossier number."""

    knop: str
    urlnaam: str


_stappen: list[VolgendeStap] = []
_panelen: list[Paneel] = []
_menus: list[Zijmenu] = []
_historie: list[Historie] = []
_nachtwerk: list[Nachtwerk] = []
_gesprekwaarschuwingen: list[Gesprekwaarschuwing] = []
_bindingen: list[Binding] = []
_documentgebruik: list[Documentgebruik] = []
_werkacties: dict[str, Werkactie] = {}
_statuspaginas: "dict[str, tuple[str, frozenset[Status]]]" = {}


def registreer_stap(klasse: type[VolgendeStap]) -> type[VolgendeStap]:
    _stappen.append(klasse())
    return klasse


def registreer_paneel(klasse: type[Paneel]) -> type[Paneel]:
    _panelen.append(klasse())
    return klasse


def registreer_menu(klasse: type[Zijmenu]) -> type[Zijmenu]:
    _menus.append(klasse())
    return klasse


def registreer_historie(klasse: type[Historie]) -> type[Historie]:
    _historie.append(klasse())
    return klasse


def registreer_nachtwerk(klasse: type[Nachtwerk]) -> type[Nachtwerk]:
    _nachtwerk.append(klasse())
    return klasse


def registreer_gesprekwaarschuwing(klasse: type[Gesprekwaarschuwing]) -> type[Gesprekwaarschuwing]:
    _gesprekwaarschuwingen.append(klasse())
    return klasse


def registreer_binding(klasse: type[Binding]) -> type[Binding]:
    _bindingen.append(klasse())
    return klasse


def registreer_documentgebruik(klasse: type[Documentgebruik]) -> type[Documentgebruik]:
    _documentgebruik.append(klasse())
    return klasse


def registreer_werkactie(regel: str, knop: str, urlnaam: str) -> None:
    _werkacties[regel] = Werkactie(knop, urlnaam)


def registreer_statuspagina(uht_status: str, urlnaam: str, toegestaan: "frozenset[Status]") -> None:
    """Let a UHT-status be recorded on a page of its own, for a dossier in one of these states."""
    _statuspaginas[uht_status] = (urlnaam, toegestaan)


def statuspagina(uht_status: str, dossier: "Dossier") -> str:
    """Give the address where this UHT-status of a dossier is recorded; nothing when that is no page of its own."""
    urlnaam, toegestaan = _statuspaginas.get(uht_status, ("", frozenset()))
    return reverse(urlnaam, args=[dossier.nummer]) if dossier.status in toegestaan else ""


def volgende_stap(dossier: "Dossier", user: "User", on: date) -> Stap | None:
    """Choose the most urgent step that any app sees."""
    stappen = [stap for bron in _stappen if (stap := bron.stap(dossier, user, on))]
    return min(stappen, key=lambda stap: stap.volgorde, default=None)


def panelen() -> list[Paneel]:
    return sorted(_panelen, key=lambda paneel: paneel.volgorde)


def historie(dossier: "Dossier") -> "list[QuerySet[Any]]":
    """Give the versions of everything the apps keep under a dossier, for its history page."""
    return [rijen for bron in _historie for rijen in bron.rijen(dossier)]


def doe_nachtwerk(gemeente: "Gemeente", dag: date, at: datetime) -> int:
    """Let each app do its part of the nightly run, in the transaction of that day; gives the signals made."""
    return sum(werk.doe(gemeente, dag, at) for werk in _nachtwerk)


def gesprekwaarschuwingen(dossier: "Dossier", datum: date, vensters: Mapping[str, date]) -> list[str]:
    """Collect what the apps warn of before the eerste gesprek becomes another, or gets another day."""
    return [tekst for bron in _gesprekwaarschuwingen for tekst in bron.waarschuwingen(dossier, datum, vensters)]


def bindingen(dossier: "Dossier") -> list[Binding]:
    """Give what ties this dossier to its number, as the apps above cases know it."""
    return [binding for binding in _bindingen if binding.heeft(dossier)]


def documentgebruik(document: "Document") -> list[str]:
    """Name what leans on this document, as all apps know it: it is withdrawn only by who has seen that."""
    return [wat for bron in _documentgebruik for wat in bron.gebruik(document)]


def zijpunten(dossier: "Dossier", user: "User", pad: str) -> list[Zijpunt]:
    """Give the side menu of a dossier, the entry of the page at `pad` marked."""
    punten = [punt for menu in _menus for punt in menu.punten(dossier, user)]
    gemarkeerd = [Zijpunt(**{**vars(punt), "actief": punt.url == pad}) for punt in punten]
    return sorted(gemarkeerd, key=lambda punt: punt.volgorde)


def werkactie(regel: str) -> Werkactie:
    """Give the button for a termijnregel; without one of its own a row opens the dossier."""
    return _werkacties.get(regel, Werkactie("Dossier openen", "dossier"))
