"""When calling does not help: what comes after three attempts in a row that reached nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from cases.keuzes import Kanaal

# A practical rule of the product, no legal term: the dossier stays open however often nobody answers.
DREMPEL = 3


@dataclass(frozen=True)
class Poging:
    """A contact, or an attempt at one, as far as this rule looks at it."""

    kanaal: str
    is_bereikt: bool


@dataclass(frozen=True)
class Pogingvoorstel:
    """What to try next. Without a `kanaal` every way was tried, and a person has to think."""

    titel: str
    tekst: str
    knop: str
    kanaal: str = ""


BRIEF = Pogingvoorstel(
    titel="Stuur een brief",
    tekst="Maak de brief dat u de inwoner niet bereikt. Leg daarna vast dat de brief weg is.",
    knop="Brief vastleggen",
    kanaal=Kanaal.BRIEF,
)
HUISBEZOEK = Pogingvoorstel(
    titel="Ga op huisbezoek",
    tekst="Een brief is al gestuurd. Ga langs bij de inwoner en leg vast hoe het ging.",
    knop="Huisbezoek vastleggen",
    kanaal=Kanaal.HUISBEZOEK,
)
OVERLEG = Pogingvoorstel(
    titel="Overleg met uw coördinator",
    tekst="Bellen, een brief en een huisbezoek hielpen niet. Bedenk samen hoe u de inwoner wel bereikt. Het dossier"
    " blijft open: de inwoner kan later alsnog hulp vragen.",
    knop="Contact vastleggen",
)


def zonder_gehoor(pogingen: Sequence[Poging]) -> list[Poging]:
    """Give the attempts since the last real contact; `pogingen` has the newest first."""
    return list(takewhile(lambda poging: not poging.is_bereikt, pogingen))


def voorstel(pogingen: Sequence[Poging]) -> Pogingvoorstel | None:
    """Propose another way after three attempts in a row that reached nobody: a letter, then a visit."""
    vergeefs = zonder_gehoor(pogingen)
    if len(vergeefs) < DREMPEL:
        return None
    geprobeerd = {poging.kanaal for poging in vergeefs}
    return next((ander for ander in (BRIEF, HUISBEZOEK) if ander.kanaal not in geprobeerd), OVERLEG)
