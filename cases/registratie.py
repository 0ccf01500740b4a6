"""What higher apps show on cases' pages: they register it here, cases never imports them (decision 0006).

Each registered class is small and has one method; `registraties.py` of an app is read at start-up (cases.apps).
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol

from django.urls import reverse

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from accounts.models import Gemeente, User
    from cases.agenda import Agendapunt
    from cases.brief import Ontvanger
    from cases.models import Document, Dossier, Termijn, UhtStatusWijziging
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
    # Why the day that it names is what it is.
    waarom_url: str = ""


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


class Vandaagkaart(Protocol):
    """A card on Vandaag with what an app has waiting for a user: a template and its context, empty to leave it out.

    `users` are whose work it is: that of the user, and of who they stand in for. The lowest `volgorde` is on top.
    """

    volgorde: int
    template: str

    def wacht(self, user: "User", users: "Collection[User]", on: date) -> "QuerySet[Any, Any] | None":
        """Give what may wait as a few `values`, or None: Vandaag asks for them along with its own question.

        It follows from who `user` and `users` are, the roles of `user` and the day only: its text is kept for those.
        """

    def context(self, user: "User", on: date, rijen: "Sequence[Mapping[str, Any]]") -> Mapping[str, Any]:
        """Give what the template shows as `kaart`, from the rows that wait (as JSON has them); asked only for some."""


@dataclass(frozen=True, kw_only=True)
class Zijpunt:
    """An entry in the side menu of a dossier; `actief` is the value of aria-current, empty for another page."""

    label: str
    url: str
    volgorde: int
    aantal: int | None = None
    actief: str = ""


class Zijmenu(Protocol):
    def punten(self, dossier: "Dossier", user: "User") -> list[Zijpunt]:
        """Give the entries that this app adds to the side menu of a dossier."""


class Nachtwerk(Protocol):
    """Part of the nightly run. `nodig` is SQL over %(gemeente)s and %(dag)s, true where there is something to do.

    The run asks it of all parts in one statement, so that a night with nothing to do costs no more than that.
    """

    nodig: str

    def doe(self, gemeente: "Gemeente", dag: date, at: datetime) -> int:
        """Do what an app has the nightly run do for a gemeente on a day, once however often it runs; counts signals."""


class Nachtblik(Protocol):
    def straks(self, gemeente: "Gemeente", on: date) -> "Iterable[tuple[str, str, date]]":
        """Give what the Nachtwerk of an app would put ready by a day: number of the dossier, rule and last day."""


class Historie(Protocol):
    def rijen(self, dossier: "Dossier") -> "Iterable[QuerySet[Any]]":
        """Give the versions (django-simple-history) of what this app keeps under a dossier, a queryset per model."""


class Gesprekwaarschuwing(Protocol):
    def waarschuwingen(self, dossier: "Dossier", datum: date, vensters: Mapping[str, date]) -> list[str]:
        """Say what no longer fits with the eerste gesprek on `datum` and, by rule, these last days of the vensters."""


@dataclass(frozen=True, kw_only=True)
class Feedregel:
    """A day in the calendar feed: no names, and nothing that somebody typed."""

    uid: str
    dag: date
    wat: str
    pad: str
    gewijzigd: datetime


class Agendabron(Protocol):
    """Rows of an app that fall on a day of the calendar, beside termijnen and taken.

    `dag` is the field with the day, `dossier` the path from a row to its dossier. The queryset of the model has
    `voor_agenda()`, which joins what a point or a line names.
    """

    model: Any
    code: str
    dag: str
    dossier: str

    def rijen(self, user: "User") -> "QuerySet[Any]":
        """Give what is still to do and this user sees."""

    def punt(self, rij: Any, on: date) -> "Agendapunt":
        """Give the row as the page of the calendar shows it."""

    def regel(self, rij: Any) -> Feedregel:
        """Give the row as the feed has it."""


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


class Statusvolger(Protocol):
    """What an app has hang on a UHT-status, for when one is put right: `rij`, which had status `was`."""

    def gevolg(
        self, dossier: "Dossier", rij: "UhtStatusWijziging", nu: "UhtStatusWijziging", on: date, *, anders: bool
    ) -> str:
        """Say in a sentence what happens when `rij` is withdrawn and `nu` counts; `anders`: the dossier gets that."""

    def volg(
        self,
        dossier: "Dossier",
        rij: "UhtStatusWijziging",
        was: str,
        nu: "UhtStatusWijziging",
        *,
        anders: bool,
        by: "User",
        at: datetime,
        on: date,
        reden: str,
    ) -> str:
        """Let a locked dossier follow the status that counts now, `anders` than it was; tells what became of it."""


@dataclass(frozen=True)
class Werkactie:
    """The button of a work-list row for one termijnregel: its words and the URL name that takes a dossier number."""

    knop: str
    urlnaam: str


_stappen: list[VolgendeStap] = []
_panelen: list[Paneel] = []
_menus: list[Zijmenu] = []
_vandaagkaarten: list[Vandaagkaart] = []
_historie: list[Historie] = []
_nachtwerk: list[Nachtwerk] = []
_nachtblik: list[Nachtblik] = []
_gesprekwaarschuwingen: list[Gesprekwaarschuwing] = []
_bindingen: list[Binding] = []
_documentgebruik: list[Documentgebruik] = []
_agendabronnen: list[Agendabron] = []
_statusvolgers: list[Statusvolger] = []
_werkacties: dict[str, Werkactie] = {}
_ontvangers: "dict[str, Callable[[Termijn], Ontvanger | None]]" = {}
_klokwoorden: "dict[str, Callable[[Termijn, Dossier], str]]" = {}
_statuspaginas: "dict[str, tuple[str, frozenset[Status]]]" = {}


def registreer_stap(klasse: type[VolgendeStap]) -> type[VolgendeStap]:
    _stappen.append(klasse())
    return klasse


def registreer_paneel(klasse: type[Paneel]) -> type[Paneel]:
    _panelen.append(klasse())
    return klasse


def registreer_vandaagkaart(klasse: type[Vandaagkaart]) -> type[Vandaagkaart]:
    _vandaagkaarten.append(klasse())
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


def registreer_nachtblik(klasse: type[Nachtblik]) -> type[Nachtblik]:
    _nachtblik.append(klasse())
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


def registreer_agendabron(klasse: type[Agendabron]) -> type[Agendabron]:
    _agendabronnen.append(klasse())
    return klasse


def agendabronnen() -> list[Agendabron]:
    return list(_agendabronnen)


def registreer_werkactie(regel: str, knop: str, urlnaam: str) -> None:
    _werkacties[regel] = Werkactie(knop, urlnaam)


def registreer_ontvanger(regel: str, ontvanger: "Callable[[Termijn], Ontvanger | None]") -> None:
    """Let the letters about a clock of this rule go to others than the letters of its dossier do."""
    _ontvangers[regel] = ontvanger


def ontvanger_over(termijn: "Termijn") -> "Ontvanger | None":
    """Give who gets the letters about this clock; None when that is who gets those of the dossier."""
    bron = _ontvangers.get(termijn.regel)
    return bron(termijn) if bron else None


def registreer_klokwoorden(regel: str, woorden: "Callable[[Termijn, Dossier], str]") -> None:
    """Tell clocks of one rule in a dossier apart, where there may be more than one."""
    _klokwoorden[regel] = woorden


def met_klokwoorden(naam: str, termijn: "Termijn", dossier: "Dossier") -> str:
    """Name a clock with what tells it apart: Besluit op bezwaar (M. Bakker, tegen 9901-B-2026-00001)."""
    woorden = klokwoorden(termijn, dossier)
    return f"{naam} ({woorden})" if woorden else naam


def klokwoorden(termijn: "Termijn", dossier: "Dossier") -> str:
    """Give what tells a clock apart from the others of its rule; nothing where there is only one."""
    bron = _klokwoorden.get(termijn.regel)
    return bron(termijn, dossier) if bron else ""


def registreer_statusvolger(klasse: type[Statusvolger]) -> type[Statusvolger]:
    _statusvolgers.append(klasse())
    return klasse


def statusvolgers() -> Sequence[Statusvolger]:
    return tuple(_statusvolgers)


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


def wachtvragen(user: "User", users: "Collection[User]", on: date) -> "list[tuple[Vandaagkaart, QuerySet[Any, Any]]]":
    """Give the cards of Vandaag on which something may wait for a user, each with its rows."""
    op_volgorde = sorted(_vandaagkaarten, key=lambda kaart: kaart.volgorde)
    vragen = ((kaart, kaart.wacht(user, users, on)) for kaart in op_volgorde)
    return [(kaart, rijen) for kaart, rijen in vragen if rijen is not None]


def vandaagkaarten(
    user: "User", on: date, gevonden: "Iterable[tuple[Vandaagkaart, Sequence[Mapping[str, Any]]]]"
) -> list[tuple[str, Mapping[str, Any]]]:
    """Give the cards that have something for this user, each as template and context."""
    kaarten = [(kaart.template, kaart.context(user, on, rijen)) for kaart, rijen in gevonden]
    return [(template, context) for template, context in kaarten if context]


def historie(dossier: "Dossier") -> "list[QuerySet[Any]]":
    """Give the versions of everything the apps keep under a dossier, for its history page."""
    return [rijen for bron in _historie for rijen in bron.rijen(dossier)]


def nachtwerk() -> Sequence[Nachtwerk]:
    """Give the parts that the apps do in the nightly run, in the transaction of the day."""
    return tuple(_nachtwerk)


def nachtblik(gemeente: "Gemeente", on: date) -> "list[tuple[str, str, date]]":
    """Collect what the apps would put ready in a nightly run up to a day, the first last day on top."""
    return sorted((rij for bron in _nachtblik for rij in bron.straks(gemeente, on)), key=lambda rij: (rij[2], rij[0]))


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
    """Give the side menu of a dossier, the entry of the page at `pad` marked, or of what that page is a part of."""
    punten = [punt for menu in _menus for punt in menu.punten(dossier, user)]
    overzicht = dossier.get_absolute_url()
    boven = [punt.url for punt in punten if pad == punt.url or (punt.url != overzicht and pad.startswith(punt.url))]
    hier = max(boven, key=len, default="")
    wat = "page" if hier == pad else "true"
    gemarkeerd = [replace(punt, actief=wat if punt.url == hier else "") for punt in punten]
    return sorted(gemarkeerd, key=lambda punt: punt.volgorde)


def werkactie(regel: str) -> Werkactie:
    """Give the button for a termijnregel; without one of its own a row opens the dossier."""
    return _werkacties.get(regel, Werkactie("Dossier openen", "dossier"))
