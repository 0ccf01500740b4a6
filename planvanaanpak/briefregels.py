"""The rows of the letter of a besluit: what it says of each voorziening, leefgebied, bezwaar. All of it is copied."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

TOEGEKEND = "toegekend"
AFGEWEZEN = "afgewezen"
# The three tests of a voorziening, as the inwoner reads them: geschiktheid, noodzakelijkheid, evenredigheid.
TOETSVRAGEN = (
    "Helpt dit om uw doel te halen?",
    "Kan het ook op een andere manier?",
    "Staat dit in verhouding tot uw doel?",
)


@dataclass(frozen=True, kw_only=True)
class VoorzieningRegel:
    """One voorziening in the letter; `bedrag` is with btw, as the resident sees it.

    A herziening says what `was` decided before, and of what nature the `wijziging` is.
    """

    nummer: int
    omschrijving: str
    besluit: str
    soort: str
    wanneer: str = ""
    bedrag: Decimal = Decimal("0.00")
    motivering: str = ""
    grond: str = ""
    # What the beoordelingscommissie advised, and why the besluit departs from it (Awb art. 3:50).
    advies: str = ""
    advies_datum: date | None = None
    wijkt_af: bool = False
    afwijking: str = ""
    was: str = ""
    wijziging: str = ""
    is_vrij: bool = False
    voor_wie: str = ""
    doel: str = ""
    obstakel: str = ""
    geschiktheid: str = ""
    noodzakelijkheid: str = ""
    evenredigheid: str = ""
    uitzondering: str = ""
    # What the inwoner thinks of a refusal, or why that was not asked (Awb art. 4:7).
    zienswijze: str = ""
    # Why the same good is given a second time, and on which criteria a saneringskrediet rests.
    nogmaals: str = ""
    sanering: tuple[str, ...] = ()
    rekensom: str = ""
    prijs: str = ""
    betaling: str = ""

    def __post_init__(self) -> None:
        if self.besluit not in (TOEGEKEND, AFGEWEZEN):
            raise ValueError(f"Onbekend besluit over een voorziening: {self.besluit!r}")

    @property
    def is_toegekend(self) -> bool:
        return self.besluit == TOEGEKEND

    @property
    def besluit_woorden(self) -> str:
        """Say in the table what the inwoner gets: U krijgt dit; U krijgt dit niet meer."""
        gewoon = "U krijgt dit" if self.is_toegekend else "U krijgt dit niet"
        if self.is_vrij and self.is_toegekend:
            gewoon = "U mag dit zonder besluit gebruiken"
        return {"anders": "Dit verandert", "vervalt": "U krijgt dit niet meer", "alsnog": "U krijgt dit alsnog"}.get(
            self.wijziging, gewoon
        )

    @property
    def toetsen(self) -> tuple[tuple[str, str], ...]:
        """Give the obstacle and the three tests with their questions (VNG handreiking 2025 §4.3); no empty ones."""
        antwoorden = (self.geschiktheid, self.noodzakelijkheid, self.evenredigheid)
        vragen = (("Wat u nu tegenhoudt", self.obstakel), *zip(TOETSVRAGEN, antwoorden, strict=True))
        return tuple((vraag, antwoord) for vraag, antwoord in vragen if antwoord.strip())


@dataclass(frozen=True, kw_only=True)
class DoelRegel:
    """A doel in the plan, with the steps to it and the gezinslid that it is for. `behaald`: the day it was reached."""

    tekst: str
    voor: str = ""
    stappen: tuple[str, ...] = ()
    behaald: date | None = None


@dataclass(frozen=True, kw_only=True)
class FaseRegel:
    """A fase of the plan, with the day on which it is talked over, or was."""

    naam: str
    evaluatie: date | None = None
    geevalueerd: date | None = None


@dataclass(frozen=True, kw_only=True)
class LeefgebiedRegel:
    """A leefgebied of the plan behind a besluit; copies of before name in `voorzieningen` what is refused as well."""

    leefgebied: str
    doelstelling: str
    situatie: str = ""
    voldoet: str = ""
    hulpvraag: str = ""
    doel: str = ""
    voorzieningen: tuple[int, ...] = ()
    doelen: tuple[DoelRegel, ...] = ()
    weggelaten: str = ""
    afgewezen: tuple[int, ...] = ()

    @property
    def kop(self) -> str:
        leefgebied = self.leefgebied[:1].upper() + self.leefgebied[1:]
        return (
            f"{leefgebied}: {self.doelstelling[:1].lower()}{self.doelstelling[1:]}" if self.doelstelling else leefgebied
        )

    @property
    def is_leeg(self) -> bool:
        return not (
            self.situatie.strip()
            or self.voldoet
            or self.hulpvraag.strip()
            or self.doel.strip()
            or self.voorzieningen
            or self.afgewezen
            or self.weggelaten
        )


@dataclass(frozen=True, kw_only=True)
class HardheidRegel:
    """Why something is granted although its term is over (Wht art. 9.1 lid 2 onder d), as the resident reads it."""

    termijn: str
    tot: date
    grond: str
    waarvoor: str
    motivering: str


@dataclass(frozen=True, kw_only=True)
class AanvulRegel:
    """What was asked to complete the aanvraag, until when, and what came (Awb art. 4:5 lid 1)."""

    gevraagd_op: date
    uiterlijk: date
    wat: str
    ontvangen_op: date | None = None
    ontbreekt: str = ""


@dataclass(frozen=True, kw_only=True)
class BezwaarRegel:
    """What a besluit op bezwaar says of the bezwaar and of how it was treated (Awb art. 7:12 and 7:13 lid 7)."""

    besluit_datum: date
    ontvangen_op: date
    dictum: str
    gronden: str = ""
    namens: str = ""
    op_tijd: bool = True
    bezwaar_tot: date | None = None
    verschoonbaar_is: bool = False
    verschoonbaar: str = ""
    gehoord_op: date | None = None
    gehoord_door: str = ""
    afzien: str = ""
    advies_datum: date | None = None
    advies: str = ""
    advies_strekking: str = ""
    afwijking: str = ""
    gevolg: str = ""
    nieuw_besluit: bool = False
    # Who else than the inwoner made it, and what holds again after an intrekking that is herroepen.
    belanghebbende: str = ""
    herleeft: str = ""
    geldt_weer: tuple[str, ...] = ()
    # What becomes of a besluit that is herroepen; copies of before have it in the words of their letter only.
    herroeping: str = ""

    @property
    def dictum_woorden(self) -> str:
        """Gegrond; Deels gegrond; Niet-ontvankelijk"""
        return "Niet-ontvankelijk" if self.dictum == "niet_ontvankelijk" else self.dictum.replace("_", " ").capitalize()

    @property
    def heeft_advies(self) -> bool:
        return self.advies_datum is not None
