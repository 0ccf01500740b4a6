"""What the inwoner's own copy of the plan says: the whole context of its template. No besluit: no bezwaar."""

from dataclasses import dataclass
from datetime import date

from cases.brief import Afzender, Ontvanger
from planvanaanpak.planinhoud import Planinhoud


@dataclass(frozen=True, kw_only=True)
class Planafschrift:
    """The plan in plain words, to read and keep. `versie` is 0 for a plan that is not kept yet."""

    kenmerk: str
    datum: date
    afzender: Afzender
    ontvanger: Ontvanger
    inhoud: Planinhoud
    versie: int = 0
    op: date | None = None
    besluit: str = ""
    contactpersoon: str = ""
    telefoon: str = ""

    @property
    def titel(self) -> str:
        return "Uw plan van aanpak"

    @property
    def documenttitel(self) -> str:
        return f"{self.titel}, kenmerk {self.kenmerk}"

    @property
    def is_concept(self) -> bool:
        return self.versie == 0
