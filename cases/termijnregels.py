"""The termijnregel: one legal clock as a frozen value. Each app declares its own in its termijnen.py."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.atw import Atw, oordeel
from cases.eenheden import Eenheid, duur
from config.weergave import MAANDEN, datum

__all__ = ["Aard", "Atw", "Eenheid", "Overgang", "Termijnregel"]


class Aard(StrEnum):
    """What the end of the termijn means: something must be done, may no longer be done, or was aimed at."""

    PLICHT = "plicht"
    VENSTER = "venster"
    STREVEN = "streven"


# What somebody must do; a venster only closes by itself.
TE_DOEN = (Aard.PLICHT, Aard.STREVEN)


@dataclass(frozen=True, kw_only=True)
class Overgang:
    """What a change of the law left to who came before it: begun before `voor`, it ends on `tot` at the earliest."""

    voor: date
    tot: date
    grondslag: str


@dataclass(frozen=True, kw_only=True)
class Termijnregel:
    """One rule. `lengte` is the shipped length; a gemeente may have another, or none, in its beleid.

    `kort` names it on screens, `doen` says what must be done, `start` names the event in words, `waarschuwingen` are
    the numbers of days ahead on which `rol` is warned. `verzetbaar` says that a bericht within the termijn may name a
    later last day (Awb art. 4:14 lid 3: only where no wet says how long it is). A rule that asks to speak or plan with
    the person says `stopt_bij_overlijden`; one that asks something of the gemeente in a closed dossier too, as after a
    bezwaar against its end, says `ook_na_einde`. One that waits for another clock, and begins in the night after that
    one passed, says `begint_vanzelf`. Of a rule `per_zaak` the college sets the length in each case: `lengte` is only
    what it is offered; of one `door_gerecht` a court may set the last day. `vaste_datum` is a day and month of each
    year, `vaste_dag` one day for everybody. Raise `versie` when a rule counts in another way.
    """

    code: str
    label: str
    kort: str
    doen: str
    aard: Aard
    start: str
    lengte: int
    eenheid: Eenheid
    grond: Atw
    grondslag: str
    bron: str
    gevolg: str
    rol: str
    waarschuwingen: tuple[int, ...] = ()
    uht: bool = False
    opschortbaar: bool = False
    verzetbaar: bool = False
    herhaalbaar: bool = False
    stopt_bij_overlijden: bool = False
    ook_na_einde: bool = False
    begint_vanzelf: bool = False
    lengte_commissie: int | None = None
    lengte_verdaging: int | None = None
    vaste_datum: tuple[int, int] | None = None
    vaste_dag: date | None = None
    per_zaak: bool = False
    door_gerecht: bool = False
    overgang: Overgang | None = None
    versie: int = 1

    def __post_init__(self) -> None:
        if self.lengte < 1:
            raise ValueError(f"De lengte van {self.code} moet minstens 1 zijn.")
        vast = [waarde for waarde in (self.vaste_datum, self.vaste_dag) if waarde is not None]
        if len(vast) != (self.eenheid is Eenheid.KALENDERDATUM):
            raise ValueError(f"{self.code}: een kalenderdatum heeft een vaste dag en maand, andere eenheden niet.")

    @property
    def atw(self) -> bool:
        """Tell whether the Algemene termijnenwet lengthens this rule at its shipped length."""
        return oordeel(self.grond, self.lengte, self.eenheid).geldt

    @property
    def atw_reden(self) -> str:
        return oordeel(self.grond, self.lengte, self.eenheid).reden

    @property
    def duur(self) -> str:
        return self.duur_van(self.lengte)

    def duur_van(self, lengte: int) -> str:
        """8 weken; 15 juli van het jaar erna; tot en met 31 december 2026"""
        if self.vaste_dag is not None:
            return f"tot en met {datum(self.vaste_dag)}"
        if self.vaste_datum is None:
            return duur(lengte, self.eenheid)
        maand, dag = self.vaste_datum
        return f"{dag} {MAANDEN[maand - 1]} van het jaar erna"
