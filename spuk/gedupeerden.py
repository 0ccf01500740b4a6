"""Whether a first contact is paid: component A is for who is (potentieel) gedupeerd (decision 1282). Pure.

Niet-gedupeerd is who withdrew at UHT, or of whom UHT found that they can't be erkend (Regeling SPUK 2021, art. 1). For
new costs of who is not erkend the regeling pays until 30 days after the gemeente was told (art. 3 lid 7).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from cases.keuzes import ZONDER_RECHT, UhtStatus
from spuk.termijnen import NIEUWE_KOSTEN

DERTIG_DAGEN = timedelta(days=NIEUWE_KOSTEN.lengte)


@dataclass(frozen=True, slots=True)
class Uitspraak:
    """What UHT said of somebody: since when it is so, and when the gemeente was told."""

    status: str
    datum_feit: date
    datum_gemeld: date


def is_betaald(dag: date, uitspraken: Sequence[Uitspraak]) -> bool:
    """Say whether a contact on this day is one that the regeling pays; `uitspraken` are in the order of the fact.

    What took the recht away decides: a niet erkend that is said again gives no new 30 days, and nor does one that comes
    after somebody withdrew. On that the regeling gives no days, so for who withdrew the day itself counts no more.
    """
    tot_dan = (een for een in reversed(uitspraken) if een.datum_feit <= dag)
    zonder = list(takewhile(lambda een: een.status in ZONDER_RECHT, tot_dan))
    if not zonder:
        return True
    if zonder[-1].status != UhtStatus.NIET_ERKEND:
        return False
    meegedeeld = min(een.datum_gemeld for een in zonder if een.status == UhtStatus.NIET_ERKEND)
    return dag <= meegedeeld + DERTIG_DAGEN


def eerste_contact(dagen: Iterable[date], uitspraken: Sequence[Uitspraak]) -> tuple[date, bool] | None:
    """Give the first day of contact that is paid, else the first one; and whether it is paid.

    Once it was, it stays the one for A: A counts once, in the year of that contact (art. 6 lid 2 and 4a).
    """
    op_volgorde = sorted(dagen)
    betaald = next((dag for dag in op_volgorde if is_betaald(dag, uitspraken)), None)
    if betaald is not None:
        return betaald, True
    return (op_volgorde[0], False) if op_volgorde else None
