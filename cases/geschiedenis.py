"""The history of a dossier in plain sentences: its events, and the fields that somebody changed.

Events and field changes are two records of one action, written within the same moment; here they become one entry.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from cases.wijzigingen import Wijziging

# An action writes its event and its fields in one transaction; a clock tick later is still the same action.
ZELFDE_MOMENT = timedelta(seconds=5)
VANZELF = "Vanzelf"
GEWIJZIGD = "gegevens"
SOORTEN = {
    GEWIJZIGD: "Gewijzigde gegevens",
    "adres_getoond": "Geheim adres getoond",
    "bsn_getoond": "BSN getoond",
    "bsn_gezocht": "BSN gezocht",
    "doel": "Doel",
    "fase_geevalueerd": "Fase geëvalueerd",
    "persoon_gewijzigd": "Persoonsgegevens",
    "uht_status": "UHT-status",
}


@dataclass(frozen=True, kw_only=True)
class Gebeurtenis:
    """One entry of the history: what happened, by whom, why, and the old and new values."""

    at: datetime
    door_id: int | None
    door: str
    soort: str
    tekst: str
    reden: str = ""
    wijzigingen: tuple[Wijziging, ...] = field(default=())

    @property
    def dag(self) -> date:
        return localdate(self.at)

    @property
    def soort_label(self) -> str:
        return soort_label(self.soort)


def soort_label(soort: str) -> str:
    """Give the words for a kind of event; a kind without words of its own is written as it is stored."""
    return SOORTEN.get(soort) or soort.replace("_", " ").capitalize()


def voeg_samen(gebeurtenissen: Sequence[Gebeurtenis], wijzigingen: Iterable[Wijziging]) -> list[Gebeurtenis]:
    """Put each change with the event of the same person at the same moment; what is left becomes its own entry.

    The newest comes first.
    """
    bij: dict[int, list[Wijziging]] = {}
    los: dict[tuple[datetime, int | None], list[Wijziging]] = {}
    for wijziging in wijzigingen:
        plaats = _plaats(gebeurtenissen, wijziging)
        if plaats is None:
            los.setdefault((wijziging.at.replace(microsecond=0), wijziging.door_id), []).append(wijziging)
        else:
            bij.setdefault(plaats, []).append(wijziging)
    samen = [replace(g, wijzigingen=tuple(bij.get(nummer, ()))) for nummer, g in enumerate(gebeurtenissen)]
    samen += [_eigen(regels) for regels in los.values()]
    return sorted(samen, key=lambda gebeurtenis: gebeurtenis.at, reverse=True)


def _plaats(gebeurtenissen: Sequence[Gebeurtenis], wijziging: Wijziging) -> int | None:
    """Find the event nearest in time that the same person caused."""
    kandidaten = [
        (abs(gebeurtenis.at - wijziging.at), nummer)
        for nummer, gebeurtenis in enumerate(gebeurtenissen)
        if gebeurtenis.door_id == wijziging.door_id and abs(gebeurtenis.at - wijziging.at) <= ZELFDE_MOMENT
    ]
    return min(kandidaten)[1] if kandidaten else None


def _eigen(wijzigingen: Sequence[Wijziging]) -> Gebeurtenis:
    eerste = wijzigingen[0]
    return Gebeurtenis(
        at=eerste.at,
        door_id=eerste.door_id,
        door=eerste.door or VANZELF,
        soort=GEWIJZIGD,
        tekst="Gegevens gewijzigd.",
        reden=next((w.reden for w in wijzigingen if w.reden), ""),
        wijzigingen=tuple(wijzigingen),
    )
