"""Which kinds of letters there are: what a gemeente may write in each, and what the law or the product fixes.

Each app registers its letters in its briefteksten.py, which Django imports at start-up (cases.apps).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cases.brieftekst import Gegeven

GROEPEN = ("Besluiten", "Berichten over de termijn", "Bezwaar", "Uitnodigingen en andere brieven")


@dataclass(frozen=True, kw_only=True)
class Blok:
    """A piece of a letter that the gemeente may write; `standaard` holds as long as it does not.

    `moet` names the gegevens that have to stand in it, because the letter means nothing without.
    """

    code: str
    naam: str
    standaard: str = ""
    moet: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Vast:
    """A piece that nobody can edit away, and why it is in the letter."""

    naam: str
    uitleg: str
    grond: str = ""


HOOFD = Vast(
    naam="Briefhoofd, adres en kenmerk",
    uitleg="Beeldmerk, naam en adres van de gemeente, de ontvanger, de datum en het kenmerk. U wijzigt die bij de"
    " gemeente.",
    grond="Awb artikel 3:41",
)
GROET = Vast(naam="Groet", uitleg="De naam van de contactpersoon, de afdeling en de gemeente.")


@dataclass(frozen=True, kw_only=True)
class Briefsoort:
    """One kind of letter: its pieces from top to bottom, and what its text can ask of a dossier.

    `waarden` reads the gegevens from the frozen letter, `voorbeeld` gives an invented one, and `van_dossier` one of a
    real dossier that is built as the real one, without a text of the gemeente. `op_bezwaar` says that who decides on a
    bezwaar signs it.
    """

    code: str
    naam: str
    groep: str
    sjabloon: str
    delen: tuple[Blok | Vast, ...]
    gegevens: tuple[Gegeven, ...]
    waarden: Callable[[Any], Mapping[str, str]]
    voorbeeld: Callable[[], Any]
    van_dossier: Callable[..., Any] | None = None
    op_bezwaar: bool = False

    @property
    def blokken(self) -> tuple[Blok, ...]:
        return tuple(deel for deel in self.delen if isinstance(deel, Blok))

    def blok(self, code: str) -> Blok:
        return next(blok for blok in self.blokken if blok.code == code)


class OnbekendeBrief(LookupError):
    """No app declares this kind of letter."""


_soorten: dict[str, Briefsoort] = {}


def registreer_brief(soort: Briefsoort) -> Briefsoort:
    """Add a kind of letter; two under one code are a programming fault."""
    if _soorten.setdefault(soort.code, soort) is not soort:
        raise ValueError(f"De brief '{soort.code}' is twee keer aangemeld.")
    return soort


def briefsoort(code: str) -> Briefsoort:
    try:
        return _soorten[code]
    except KeyError:
        raise OnbekendeBrief(code) from None


def alle_briefsoorten() -> tuple[Briefsoort, ...]:
    """List the kinds by their group, and in it in the order of the apps."""
    return tuple(sorted(_soorten.values(), key=lambda soort: GROEPEN.index(soort.groep)))
