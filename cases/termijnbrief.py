"""What the letter says that tells when the eerste gesprek will be, as it won't be in time. No besluit: no bezwaar."""

from dataclasses import dataclass
from datetime import date

from cases.brief import Afzender, Ontvanger


@dataclass(frozen=True, kw_only=True)
class Termijnbrief:
    """The whole context of templates/brief/termijnbericht.html (VNG handreiking 2025, noot 8; domein.md T3).

    It is signed by whoever the inwoner can call, as telling somebody a day needs no mandaat.
    """

    kenmerk: str
    datum: date
    afzender: Afzender
    ontvanger: Ontvanger
    uiterste_datum: date
    verwacht_op: date
    reden: str
    contactpersoon: str
    telefoon: str = ""

    def __post_init__(self) -> None:
        if self.verwacht_op <= self.uiterste_datum:
            raise ValueError("A gesprek within the termijn needs no letter.")
        if not self.reden.strip():
            raise ValueError("The letter says why.")

    @property
    def titel(self) -> str:
        return "Uw eerste gesprek is later"

    @property
    def documenttitel(self) -> str:
        return f"{self.titel}, {self.afzender.naam}"

    @property
    def is_al_te_laat(self) -> bool:
        return self.datum > self.uiterste_datum

    @property
    def bel_nummer(self) -> str:
        """Give the number to call: of the contactpersoon, else of the gemeente."""
        return self.telefoon or self.afzender.telefoon
