"""What the letter says that asks somebody to complete the aanvraag (Awb art. 4:5). No besluit: no bezwaar."""

from dataclasses import dataclass
from datetime import date

from cases.brief import Berichtbrief, Ontvanger


@dataclass(frozen=True, kw_only=True)
class Aanvulbrief(Berichtbrief):
    """The whole context of templates/brief/aanvulling.html.

    `wat` is what is missing, `uiterlijk` the last day that the letter sets, `was` and `wordt` the last day of the
    besluit before and after; `wordt` is empty when the beslistermijn passed already and can't be suspended.
    """

    kenmerk: str
    datum: date
    ontvanger: Ontvanger
    wat: str
    uiterlijk: date
    was: date
    wordt: date | None
    contactpersoon: str
    teksten: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not self.wat.strip():
            raise ValueError("The letter says what is missing.")

    @property
    def tekstsoort(self) -> str:
        return "aanvulling"

    @property
    def titel(self) -> str:
        return "Wij hebben nog gegevens van u nodig"

    @property
    def is_al_te_laat(self) -> bool:
        return self.was < self.datum
