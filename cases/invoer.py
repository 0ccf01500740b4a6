"""What a stored termijn was derived from, so that deriving it again loses no opschorting and no bericht."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cases.opschorting import Opschortingsperiode


@dataclass(frozen=True, order=True)
class BerichtLatereDag:
    """A letter of `datum` that names a later last day (Awb art. 4:14 lid 3)."""

    datum: date
    verwacht_op: date


@dataclass(frozen=True, kw_only=True)
class Invoer:
    """All that counts for the last day of one termijn, beside its rule, the beleid and the calendar.

    `gesteld` is the last day that the college set in its letter, for a rule `per_zaak` (Awb art. 4:5). `vanaf` says
    what happened on the start day when that is not the event that the rule names.
    """

    start: date
    keer: int = 1
    opschortingen: tuple[Opschortingsperiode, ...] = ()
    commissie: bool = False
    verdaging: bool = False
    berichten: tuple[BerichtLatereDag, ...] = ()
    gesteld: date | None = None
    vanaf: str = ""

    def op(self, start: date, keer: int, vanaf: str = "") -> "Invoer":
        """Give the same for another start: what held the termijn up goes along."""
        return replace(self, start=start, keer=keer, vanaf=vanaf)

    def is_opgeschort(self, on: date) -> bool:
        return self.opgeschort_tot(on) is not None

    def opgeschort_tot(self, on: date) -> date | None:
        """Give the last day of the period that holds `on`."""
        return next((periode.tot for periode in self.opschortingen if periode.van <= on <= periode.tot), None)


def als_json(invoer: Invoer) -> dict[str, Any]:
    """Write it for the column `invoer`; what is not there is left out."""
    uit: dict[str, Any] = {"start": invoer.start.isoformat(), "keer": invoer.keer}
    if invoer.opschortingen:
        uit["opschortingen"] = [[o.van.isoformat(), o.tot.isoformat()] for o in invoer.opschortingen]
    if invoer.berichten:
        uit["berichten"] = [[b.datum.isoformat(), b.verwacht_op.isoformat()] for b in invoer.berichten]
    if invoer.gesteld:
        uit["gesteld"] = invoer.gesteld.isoformat()
    if invoer.vanaf:
        uit["vanaf"] = invoer.vanaf
    return uit | {naam: True for naam in ("commissie", "verdaging") if getattr(invoer, naam)}


def van_json(inhoud: Mapping[str, Any]) -> Invoer:
    return Invoer(
        start=date.fromisoformat(inhoud["start"]),
        keer=inhoud["keer"],
        opschortingen=tuple(Opschortingsperiode(*_dagen(paar)) for paar in inhoud.get("opschortingen", ())),
        commissie=inhoud.get("commissie", False),
        verdaging=inhoud.get("verdaging", False),
        berichten=tuple(BerichtLatereDag(*_dagen(paar)) for paar in inhoud.get("berichten", ())),
        gesteld=date.fromisoformat(inhoud["gesteld"]) if "gesteld" in inhoud else None,
        vanaf=inhoud.get("vanaf", ""),
    )


def _dagen(paar: tuple[str, str]) -> tuple[date, date]:
    eerste, tweede = paar
    return date.fromisoformat(eerste), date.fromisoformat(tweede)
