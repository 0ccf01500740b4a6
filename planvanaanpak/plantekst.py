"""The text of one leefgebied in a plan, and how two people who changed it at the same time are put together."""

from dataclasses import dataclass, fields, replace
from hashlib import sha256

STEMPEL_LENGTE = 12


def netjes(tekst: str) -> str:
    """Give a text as it is stored: a browser sends other line ends than it got, and that is no change."""
    return tekst.replace("\r\n", "\n").replace("\r", "\n").strip()


@dataclass(frozen=True, kw_only=True)
class Plantekst:
    """What a plan says of one leefgebied."""

    situatie: str = ""
    voldoet: str = ""
    hulpvraag: str = ""
    doel: str = ""

    def __post_init__(self) -> None:
        for veld in VELDEN:
            object.__setattr__(self, veld, netjes(getattr(self, veld)))

    def waarde(self, veld: str) -> str:
        waarde: str = getattr(self, veld)
        return waarde

    @property
    def stempel(self) -> str:
        """Give a mark of each field; a form carries it, so that saving sees what changed since the page was opened."""
        return "-".join(merk(self.waarde(veld)) for veld in VELDEN)


VELDEN = tuple(veld.name for veld in fields(Plantekst))


def merk(waarde: str) -> str:
    """Give a short mark of a text, which differs when the text does."""
    return sha256(waarde.encode()).hexdigest()[:STEMPEL_LENGTE]


@dataclass(frozen=True, kw_only=True)
class Samenvoeging:
    """What a leefgebied becomes. `botsingen` names the fields that both changed; there `tekst` has what was typed."""

    tekst: Plantekst
    botsingen: tuple[str, ...] = ()
    van_ander: tuple[str, ...] = ()


def voeg_samen(*, stempel: str, nu: Plantekst, ingevuld: Plantekst) -> Samenvoeging:
    """Put what was typed on what is stored now, field by field.

    A field that was not touched keeps what a colleague made of it since; one that both changed is a botsing, for a
    person to settle. A mark that is missing or unknown counts as touched, so that nothing is overwritten unseen.
    """
    merken = dict(zip(VELDEN, stempel.split("-"), strict=False))
    tekst, botsingen, van_ander = nu, [], []
    for veld in VELDEN:
        oud, nieuw, getoond = nu.waarde(veld), ingevuld.waarde(veld), merken.get(veld)
        if nieuw == oud:
            continue
        if merk(nieuw) == getoond:
            van_ander.append(veld)
            continue
        if merk(oud) != getoond:
            botsingen.append(veld)
        tekst = replace(tekst, **{veld: nieuw})
    return Samenvoeging(tekst=tekst, botsingen=tuple(botsingen), van_ander=tuple(van_ander))
