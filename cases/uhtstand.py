"""Which status of UHT counts: of what was not withdrawn the one with the latest day of the fact. Pure.

One whose day nobody knew stands before all others: it never takes the place of what UHT dated (decision 1321).
"""

from collections.abc import Iterable, Sequence
from datetime import date

from cases.models import UhtStatusWijziging


def geldende(wijzigingen: Iterable[UhtStatusWijziging]) -> list[UhtStatusWijziging]:
    """Give the statuses that stand, the latest fact on top; of one day what was recorded last."""
    return op_feit(wijziging for wijziging in wijzigingen if not wijziging.is_ingetrokken)


def op_feit(wijzigingen: Iterable[UhtStatusWijziging]) -> list[UhtStatusWijziging]:
    return sorted(wijzigingen, key=lambda wijziging: (wijziging.datum_feit or date.min, wijziging.pk), reverse=True)


def huidige(wijzigingen: Iterable[UhtStatusWijziging]) -> UhtStatusWijziging | None:
    """Give the status of now; None when nothing is known of UHT."""
    return next(iter(geldende(wijzigingen)), None)


def is_van_later(wijziging: UhtStatusWijziging, dag: date | None) -> bool:
    """Say whether a status holds since after this day of another; a day that is not known is before all others."""
    return (wijziging.datum_feit or date.min) > (dag or date.min)


def is_anders(uht_status: str, eerder: UhtStatusWijziging | None, rijen: Sequence[UhtStatusWijziging]) -> bool:
    """Say whether a dossier of this status gets the first of `rijen`, when one is put right; `eerder` counted before.

    After a merge the status that counts may wait for a person (decision 1261). It still does when another row changes,
    as long as a row says what the dossier says.
    """
    zelfde = eerder is not None and eerder.status == rijen[0].status
    return not zelfde or uht_status not in {rij.status for rij in rijen}
