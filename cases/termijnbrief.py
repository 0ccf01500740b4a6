"""What the letter says that tells when something will be, as it won't be in time. No besluit: no bezwaar."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.brief import Berichtbrief, Ontvanger


class Onderwerp(StrEnum):
    """What is later: the code of its termijnregel."""

    EERSTE_GESPREK = "eerste_gesprek"
    PLAN = "plan_van_aanpak"

    @property
    def wat(self) -> str:
        return "het plan van aanpak" if self is Onderwerp.PLAN else "het eerste gesprek"


@dataclass(frozen=True, kw_only=True)
class Termijnbrief(Berichtbrief):
    """The whole context of templates/brief/termijnbericht.html (VNG handreiking 2025, noot 8; Awb art. 4:14 lid 3).

    `verzet` says that the day named becomes the uiterste datum; that is only so for the plan. It is signed by whoever
    the inwoner can call, as telling somebody a day needs no mandaat.
    """

    onderwerp: Onderwerp = Onderwerp.EERSTE_GESPREK
    kenmerk: str
    datum: date
    ontvanger: Ontvanger
    uiterste_datum: date
    verwacht_op: date
    verzet: bool = False
    reden: str
    contactpersoon: str
    teksten: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.verwacht_op <= self.uiterste_datum:
            raise ValueError("What is within the termijn needs no letter.")
        if self.verzet and not self.is_plan:
            raise ValueError("A letter about the gesprek changes no date.")
        if not self.reden.strip():
            raise ValueError("The letter says why.")

    @property
    def tekstsoort(self) -> str:
        return "termijnbericht_plan" if self.is_plan else "termijnbericht_gesprek"

    @property
    def titel(self) -> str:
        return f"Uw {self.onderwerp.wat.removeprefix('het ')} is later"

    @property
    def is_plan(self) -> bool:
        return self.onderwerp is Onderwerp.PLAN

    @property
    def is_al_te_laat(self) -> bool:
        return self.datum > self.uiterste_datum
