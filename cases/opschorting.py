"""Opschorting of a beslistermijn (Awb 4:15, 7:10 lid 2): suspended days do not count."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from config.weergave import datum, datum_lang, telwoord


class RekenFout(ValueError):
    """The question cannot be answered; the message is Dutch and meant for the user."""


@dataclass(frozen=True, order=True)
class Opschortingsperiode:
    """A suspended period: its first and its last suspended day."""

    van: date
    tot: date

    def __post_init__(self) -> None:
        if self.tot < self.van:
            raise RekenFout(
                f"De opschorting eindigt ({datum(self.tot)}) voordat zij begint ({datum(self.van)})."
                " Noem eerst de eerste en dan de laatste dag."
            )

    def __str__(self) -> str:
        return f"van {datum(self.van)} tot en met {datum(self.tot)}"


@dataclass(frozen=True)
class Verlenging:
    """What one opschorting does: `dagen` is 0 when it lies outside the running termijn.

    `vanaf` is the last day that the Atw had given, when only that day was still to come.
    """

    opschorting: Opschortingsperiode
    dagen: int
    eind: date
    vanaf: date | None = None

    @property
    def zin(self) -> str:
        return f"opschorting {self.kort}"

    @property
    def kort(self) -> str:
        if self.dagen == 0:
            return f"{self.opschorting}: valt buiten de termijn en telt niet mee"
        verschoven = f"de laatste dag was {datum_lang(self.vanaf)}; vanaf die dag " if self.vanaf else ""
        return f"{self.opschorting}: {verschoven}{telwoord(self.dagen, 'dag', 'dagen')} erbij, {datum_lang(self.eind)}"


def op_volgorde(opschortingen: Iterable[Opschortingsperiode]) -> Sequence[Opschortingsperiode]:
    """Sort the periods and refuse two that share a day."""
    rij = sorted(opschortingen)
    for eerste, tweede in pairwise(rij):
        if tweede.van <= eerste.tot:
            raise RekenFout(
                f"Twee opschortingen overlappen: {datum(eerste.van)} tot en met {datum(eerste.tot)} en"
                f" {datum(tweede.van)} tot en met {datum(tweede.tot)}. Geef perioden op die elkaar niet raken."
            )
    return rij


def verleng(
    start: date,
    eind: date,
    opschortingen: Iterable[Opschortingsperiode],
    uiterste: Callable[[date], date],
) -> list[Verlenging]:
    """Add the suspended days that lie in the termijn.

    Days on or before the start were never counted, so suspending them adds nothing. A period that begins after the
    termijn has run out (`uiterste` gives its last day with the Atw shift) cannot suspend it any more. One that begins
    after the counted end and within that shift finds all days counted and only that last day still to come (Atw art. 1
    lengthens "tot en met de eerstvolgende dag"): the closed days before it add nothing, and from it on each day does.
    """
    uitkomst: list[Verlenging] = []
    for periode in op_volgorde(opschortingen):
        van, laatste, vanaf = max(periode.van, start + timedelta(days=1)), uiterste(eind), None
        if eind < van <= laatste <= periode.tot:
            van = eind = vanaf = laatste
        dagen = (periode.tot - van).days + 1 if van <= min(periode.tot, eind) else 0
        eind += timedelta(days=dagen)
        uitkomst.append(Verlenging(periode, dagen, eind, vanaf))
    return uitkomst
