"""Until when what is booked still goes with the SiSa-bijlage of its year. Pure."""

from dataclasses import dataclass
from datetime import date

from config.weergave import datum
from spuk.termijnen import SISA_INDIENEN


@dataclass(frozen=True)
class Sisadag:
    """The SiSa-bijlage of a year, with the day that the gemeente recorded as the day it went in."""

    jaar: int
    ingediend: date | None = None

    @property
    def uiterlijk(self) -> date:
        """Give the last day to send it in (Regeling informatieverstrekking sisa, art. 2)."""
        assert SISA_INDIENEN.vaste_datum is not None
        return date(self.jaar + 1, *SISA_INDIENEN.vaste_datum)

    def is_voorbij(self, on: date) -> bool:
        """Tell whether what is booked on a day comes after the bijlage: it went in, or it is overdue."""
        return on > (self.ingediend or self.uiterlijk)

    @property
    def woorden(self) -> str:
        if self.ingediend:
            return f"De SiSa-bijlage over {self.jaar} is ingediend op {datum(self.ingediend)}."
        return f"De SiSa-bijlage over {self.jaar} moest uiterlijk op {datum(self.uiterlijk)} zijn ingediend."
