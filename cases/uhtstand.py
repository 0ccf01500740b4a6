"""Which status of UHT counts: of what was not withdrawn the one with the latest day of the fact. Pure."""

from collections.abc import Iterable, Sequence

from cases.models import UhtStatusWijziging


def geldende(wijzigingen: Iterable[UhtStatusWijziging]) -> list[UhtStatusWijziging]:
    """Give the statuses that stand, the latest fact on top; of one day what was recorded last."""
    return op_feit(wijziging for wijziging in wijzigingen if not wijziging.is_ingetrokken)


def op_feit(wijzigingen: Iterable[UhtStatusWijziging]) -> list[UhtStatusWijziging]:
    return sorted(wijzigingen, key=lambda wijziging: (wijziging.datum_feit, wijziging.pk), reverse=True)


def huidige(wijzigingen: Iterable[UhtStatusWijziging]) -> UhtStatusWijziging | None:
    """Give the status of now; None when nothing is known of UHT."""
    return next(iter(geldende(wijzigingen)), None)


def is_anders(uht_status: str, eerder: UhtStatusWijziging | None, rijen: Sequence[UhtStatusWijziging]) -> bool:
    """Say whether a dossier of this status gets the first of `rijen`, when one is put right; `eerder` counted before.

    After a merge the status that counts may wait for a person (decision 1261). It still does when another row changes,
    as long as a row says what the dossier says.
    """
    zelfde = eerder is not None and eerder.status == rijen[0].status
    return not zelfde or uht_status not in {rij.status for rij in rijen}
