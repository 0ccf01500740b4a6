"""The texts of a plan, and how what two people changed at the same time is put together."""

from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import Generic, Self, TypeVar

STEMPEL_LENGTE = 12


def netjes(tekst: str) -> str:
    """Give a text as it is stored: a browser sends other line ends than it got, and that is no change."""
    return tekst.replace("\r\n", "\n").replace("\r", "\n").strip()


@dataclass(frozen=True, kw_only=True)
class Teksten:
    """A group of texts that are filled in together."""

    def __post_init__(self) -> None:
        for veld in self.velden():
            object.__setattr__(self, veld, netjes(getattr(self, veld)))

    @classmethod
    def velden(cls) -> tuple[str, ...]:
        return tuple(veld.name for veld in fields(cls))

    def waarde(self, veld: str) -> str:
        waarde: str = getattr(self, veld)
        return waarde

    def met(self, veld: str, waarde: str) -> Self:
        return replace(self, **{veld: waarde})

    @property
    def stempel(self) -> str:
        """Give a mark of each field; a form carries it, so that saving sees what changed since the page was opened."""
        return "-".join(merk(self.waarde(veld)) for veld in self.velden())


@dataclass(frozen=True, kw_only=True)
class Plantekst(Teksten):
    """What a plan says of one leefgebied; `doel` is its first doel."""

    situatie: str = ""
    voldoet: str = ""
    hulpvraag: str = ""
    doel: str = ""
    weggelaten: str = ""

    @property
    def is_leeg(self) -> bool:
        return not any(self.waarde(veld) for veld in VELDEN)


@dataclass(frozen=True, kw_only=True)
class Plankop(Teksten):
    """What a plan says of itself: how far it goes, and the situation at the aanmelding (VNG handreiking 2025 §4.3)."""

    soort: str = ""
    situatie: str = ""


VELDEN = Plantekst.velden()
KOPVELDEN = Plankop.velden()
T = TypeVar("T", bound=Teksten)


def merk(waarde: str) -> str:
    """Give a short mark of a text, which differs when the text does."""
    return sha256(waarde.encode()).hexdigest()[:STEMPEL_LENGTE]


@dataclass(frozen=True, kw_only=True)
class Samenvoeging(Generic[T]):
    """What texts become. `botsingen` names the fields that both changed; there `tekst` has what was typed."""

    tekst: T
    botsingen: tuple[str, ...] = ()
    van_ander: tuple[str, ...] = ()


def voeg_samen(*, stempel: str, nu: T, ingevuld: T) -> Samenvoeging[T]:
    """Put what was typed on what is stored now, field by field.

    A field that was not touched keeps what a colleague made of it since; one that both changed is a botsing, for a
    person to settle. A mark that is missing or unknown counts as touched, so that nothing is overwritten unseen.
    """
    merken = dict(zip(nu.velden(), stempel.split("-"), strict=False))
    tekst, botsingen, van_ander = nu, [], []
    for veld in nu.velden():
        oud, nieuw, getoond = nu.waarde(veld), ingevuld.waarde(veld), merken.get(veld)
        if nieuw == oud:
            continue
        if merk(nieuw) == getoond:
            van_ander.append(veld)
            continue
        if merk(oud) != getoond:
            botsingen.append(veld)
        tekst = tekst.met(veld, nieuw)
    return Samenvoeging(tekst=tekst, botsingen=tuple(botsingen), van_ander=tuple(van_ander))
