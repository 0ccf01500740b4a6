"""A date of birth as the BRP keeps it: the day, or the day and the month, may be unknown (00)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Self

from config.jaren import LAATSTE_JAAR, WELK_JAAR, kan_kloppen

# The lists of the portal hold people born before 1900, as the BRP has them; nobody types such a year on purpose.
VROEGSTE_JAAR = 1850

_DAG_EERST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_JAAR_EERST = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_JAAR_VOORAAN = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_DAG_VOORAAN = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)


class OngeldigeDatum(ValueError):
    """Says in plain Dutch what is wrong with a date."""


def _geen_jaar(jaar: int) -> OngeldigeDatum:
    return OngeldigeDatum(f"Het jaar {jaar} kan niet kloppen. {WELK_JAAR}")


def _lees_acht_cijfers(tekst: str) -> tuple[str, ...]:
    """Take eight digits apart in year, month and day: jjjjmmdd as the BRP sends, or ddmmjjjj as people type.

    Never both: when the last four are a year, such as 1985, they are no month and day.
    """
    if (match := _DAG_VOORAAN.fullmatch(tekst)) and VROEGSTE_JAAR <= int(match[3]) <= LAATSTE_JAAR:
        return match[3], match[2], match[1]
    if (match := _JAAR_VOORAAN.fullmatch(tekst)) and VROEGSTE_JAAR <= int(match[1]) <= LAATSTE_JAAR:
        return match.groups()
    raise OngeldigeDatum("Dit is geen datum. Schrijf een datum als dd-mm-jjjj, bijvoorbeeld 31-12-1985.")


@dataclass(frozen=True, slots=True, order=True)
class BrpDatum:
    """Year, month and day; 0 is an unknown month or day. Sorts before every known date in the same month or year."""

    jaar: int
    maand: int = 0
    dag: int = 0

    def __post_init__(self) -> None:
        if not VROEGSTE_JAAR <= self.jaar <= 9999:
            raise _geen_jaar(self.jaar)
        if not 0 <= self.maand <= 12:
            raise OngeldigeDatum(f"Deze datum bestaat niet: er is geen maand {self.maand}.")
        if self.maand == 0 and self.dag != 0:
            raise OngeldigeDatum("Deze datum kan niet: de dag is ingevuld, maar de maand is onbekend.")
        if self.maand and not 0 <= self.dag <= monthrange(self.jaar, self.maand)[1]:
            raise OngeldigeDatum(
                f"Deze datum bestaat niet: maand {self.maand} van {self.jaar} heeft geen dag {self.dag}."
            )

    @classmethod
    def uit_tekst(cls, tekst: str) -> Self:
        """Read dd-mm-jjjj, jjjj-mm-dd, or eight digits in either order, with 00 for what is unknown.

        Raises OngeldigeDatum.
        """
        tekst = tekst.strip()
        if match := _DAG_EERST.fullmatch(tekst):
            dag, maand, jaar = match.groups()
        elif match := _JAAR_EERST.fullmatch(tekst):
            jaar, maand, dag = match.groups()
        else:
            jaar, maand, dag = _lees_acht_cijfers(tekst)
        return cls(int(jaar), int(maand), int(dag))

    @classmethod
    def uit_iso(cls, tekst: str) -> Self:
        """Read what isoformat() wrote; raise OngeldigeDatum for anything else."""
        match = _ISO.fullmatch(tekst)
        if match is None:
            raise OngeldigeDatum("Dit is geen datum in de vorm jjjj-mm-dd.")
        jaar, maand, dag = match.groups()
        return cls(int(jaar), int(maand), int(dag))

    @classmethod
    def uit_datum(cls, datum: date) -> Self:
        return cls(datum.year, datum.month, datum.day)

    def eis_jaar(self) -> Self:
        """Give it back when somebody can have typed this year on purpose; raise OngeldigeDatum."""
        if not kan_kloppen(self.jaar):
            raise _geen_jaar(self.jaar)
        return self

    @property
    def is_volledig(self) -> bool:
        return self.dag != 0

    def isoformat(self) -> str:
        return f"{self.jaar:04}-{self.maand:02}-{self.dag:02}"

    def __str__(self) -> str:
        return self.isoformat()

    def als_datum(self) -> date | None:
        """Give the calendar date, or nothing when a part is unknown."""
        return date(self.jaar, self.maand, self.dag) if self.is_volledig else None

    def vroegst(self) -> date:
        """Give the first calendar date this can be."""
        return date(self.jaar, self.maand or 1, self.dag or 1)

    def uiterlijk(self) -> date:
        """Give the last calendar date this can be."""
        maand = self.maand or 12
        return date(self.jaar, maand, self.dag or monthrange(self.jaar, maand)[1])

    def leeftijd_op(self, on: date) -> int:
        """Count the full years on a day; an unknown part counts as the last day it can be.

        So nobody is called 18 before that is certain: a minor is the one who needs protecting. Somebody born on
        29 February has the birthday on 1 March in other years.
        """
        geboren = self.uiterlijk()
        return on.year - geboren.year - ((on.month, on.day) < (geboren.month, geboren.day))

    def past_binnen(self, ruimer: "BrpDatum") -> bool:
        """Say whether a vaguer date can be this one: 1995-02-00 can be 1995-02-14, and so can 1995-00-00."""
        if self.jaar != ruimer.jaar:
            return False
        return ruimer.maand == 0 or (self.maand == ruimer.maand and ruimer.dag in (0, self.dag))
