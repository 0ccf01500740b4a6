"""What the letters about a bezwaar say: that it came in, and when its indiener is heard. No besluit: no bezwaar."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.brief import Berichtbrief, Ontvanger


class Berichtsoort(StrEnum):
    ONTVANGST = "ontvangst"
    UITNODIGING = "uitnodiging"


TITELS = {
    Berichtsoort.ONTVANGST: "Wij hebben uw bezwaar ontvangen",
    Berichtsoort.UITNODIGING: "Uitnodiging voor een hoorzitting over uw bezwaar",
}


@dataclass(frozen=True, kw_only=True)
class Zitting:
    """When and where somebody is heard; `stukken_tot` is the last day for more papers (Awb art. 7:4 lid 1).

    `is_korter` says that the papers can be read for less than a week, as the indiener agreed to (lid 5).
    """

    datum: date
    tijd: str
    plaats: str
    door_wie: str
    stukken_tot: date
    inzage_vanaf: date
    is_korter: bool = False


@dataclass(frozen=True, kw_only=True)
class Bezwaarbericht(Berichtbrief):
    """The whole context of planvanaanpak/pdf/bezwaarbericht.html (Awb art. 6:14, 7:2 lid 2, 7:4 and 7:13 lid 2).

    `aanvullen_tot` asks for the grounds before a day (Awb art. 6:6); `beslissen_tot` is the last day of Awb art. 7:10.
    `rechtstreeks` says that the indiener asks to go to the court at once, on which nobody decided yet (art. 7:1a).
    """

    soort: Berichtsoort
    kenmerk: str
    datum: date
    ontvanger: Ontvanger
    besluit: str
    besluit_datum: date
    ontvangen_op: date
    op_tijd: bool
    commissie: bool
    beslissen_tot: date | None
    contactpersoon: str
    namens: str = ""
    bezwaar_tot: date | None = None
    aanvullen_tot: date | None = None
    rechtstreeks: bool = False
    zitting: Zitting | None = None
    teksten: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if (self.soort is Berichtsoort.UITNODIGING) != (self.zitting is not None):
            raise ValueError("Only an uitnodiging names a zitting, and it always does.")

    @property
    def kan_stukken_sturen(self) -> bool:
        """Tell whether the ten days of Awb art. 7:4 lid 1 are still to come."""
        return self.zitting is not None and self.zitting.stukken_tot >= self.datum

    @property
    def tekstsoort(self) -> str:
        return "uitnodiging_hoorzitting" if self.zitting else "ontvangst_bezwaar"

    @property
    def titel(self) -> str:
        return TITELS[self.soort]
