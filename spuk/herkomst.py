"""Where a counted fact comes from: a dossier, an invoice that was booked, a telling. Numbers only, no people."""

from dataclasses import dataclass
from decimal import Decimal

from spuk.telregels import Telregel


@dataclass(frozen=True, kw_only=True)
class Factuur:
    """The invoice of a cost line; `besluit` is the number of what granted it, `url` the page of the cost line."""

    leverancier: str
    nummer: str
    besluit: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Herkomst:
    """A counted fact with what leads back to it: a dossier, an invoice, or the telling that sets the staffel of E."""

    regel: Telregel
    dossier_id: int | None = None
    nummer: str = ""
    factuur: Factuur | None = None
    telling: str = ""
    # Empty for who may not see the dossier.
    dossier_url: str = ""

    @property
    def bedrag(self) -> Decimal:
        return self.regel.bedrag
