"""Which status of UHT counts: of what was not withdrawn the one with the latest day of the fact. Pure."""

from collections.abc import Iterable

from cases.models import UhtStatusWijziging


def geldende(wijzigingen: Iterable[UhtStatusWijziging]) -> list[UhtStatusWijziging]:
    """Give the statuses that stand, the latest fact on top; of one day what was recorded last."""
    return op_feit(wijziging for wijziging in wijzigingen if not wijziging.is_ingetrokken)


def op_feit(wijzigingen: Iterable[UhtStatusWijziging]) -> list[UhtStatusWijziging]:
    return sorted(wijzigingen, key=lambda wijziging: (wijziging.datum_feit, wijziging.pk), reverse=True)


def huidige(wijzigingen: Iterable[UhtStatusWijziging]) -> UhtStatusWijziging | None:
    """Give the status of now; None when nothing is known of UHT."""
    return next(iter(geldende(wijzigingen)), None)
