"""What a plan says, as frozen values: the copy that a version keeps, and the context of the inwoner's own copy."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class Stapinhoud:
    """One step to a doel."""

    wat: str
    wie: str
    status: str
    uiterlijk: date | None = None
    behaald: date | None = None
    reden: str = ""


@dataclass(frozen=True, kw_only=True)
class Doelinhoud:
    """A doel; `pk` lets two versions be compared after its text was changed."""

    pk: int
    tekst: str
    status: str
    voor: str = ""
    behaald: date | None = None
    reden: str = ""
    stappen: tuple[Stapinhoud, ...] = ()
    toegevoegd: str = ""


@dataclass(frozen=True, kw_only=True)
class Voorzieninginhoud:
    """A voorziening as the plan has it: proposed, granted or refused. An older version says less of it."""

    pk: int
    omschrijving: str
    soort: str
    status: str
    bedrag: Decimal
    voor: str = ""
    wanneer: str = ""
    motivering: str = ""
    uitvoerder: str = ""
    doel: str = ""
    noodzaak: str = ""
    toegang: str = ""
    obstakel: str = ""
    geschiktheid: str = ""
    noodzakelijkheid: str = ""
    evenredigheid: str = ""
    weigeringsgrond: str = ""
    uitzondering: str = ""
    rekensom: str = ""
    btw: Decimal | None = None
    prijs: str = ""
    betaald_aan: str = ""


@dataclass(frozen=True, kw_only=True)
class Leefgebiedinhoud:
    code: str
    label: str
    doelstelling: str
    situatie: str = ""
    voldoet: str = ""
    hulpvraag: str = ""
    weggelaten: str = ""
    doelen: tuple[Doelinhoud, ...] = ()
    voorzieningen: tuple[Voorzieninginhoud, ...] = ()
    doelstelling_reden: str = ""

    @property
    def is_leeg(self) -> bool:
        teksten = (self.situatie, self.voldoet, self.hulpvraag, self.weggelaten)
        return not any(teksten) and not self.doelen and not self.voorzieningen


@dataclass(frozen=True, kw_only=True)
class Faseinhoud:
    nummer: int
    naam: str
    evaluatie: date | None = None
    geevalueerd: date | None = None
    uitkomst: str = ""
    toelichting: str = ""


@dataclass(frozen=True, kw_only=True)
class Planinhoud:
    """A whole plan. `kent_alles` is not set on a version from before it kept the motivering and price of all of it."""

    soort: str
    situatie: str = ""
    eerste_gesprek: date | None = None
    gezin: tuple[str, ...] = ()
    leefgebieden: tuple[Leefgebiedinhoud, ...] = ()
    fasen: tuple[Faseinhoud, ...] = ()
    kent_alles: bool = False
