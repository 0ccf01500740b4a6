"""The clock of a gemeente as a whole, without a dossier: a code to fetch, a list to ask for, a declaration to send.

Pure: what it runs from, the beleid and what somebody recorded go in, a clock with its explanation comes out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cases.beleid import Regels
from cases.berekening import Berekening, einddatum
from cases.kalender import Kalender
from cases.stand import Stand, stand
from cases.termijnregels import Aard, Termijnregel
from cases.termijnstatus import TermijnStatus
from config.weergave import datum_kort


@dataclass(frozen=True, kw_only=True)
class Begin:
    """What a clock of a gemeente runs from. `sleutel` names it within its rule, `over` says it in words."""

    regel: Termijnregel
    sleutel: str
    start: date
    over: str = ""


@dataclass(frozen=True, kw_only=True)
class Gedaan:
    """That somebody did what the clock asks: on which day, and who recorded it."""

    datum: date
    door: str


@dataclass(frozen=True, kw_only=True)
class Gemeenteklok:
    """A clock of one gemeente: its last day with the sum behind it, and whether it was met."""

    gemeente_id: int
    begin: Begin
    berekening: Berekening
    gedaan: Gedaan | None = None

    @property
    def regel(self) -> Termijnregel:
        return self.begin.regel

    @property
    def uiterste_datum(self) -> date:
        assert self.berekening.einddatum is not None  # maak_klok gives no clock that the beleid has off
        return self.berekening.einddatum

    @property
    def wat(self) -> str:
        """Say what to do, and of what: SiSa-bijlage indienen bij het CBS over 2025"""
        return f"{self.regel.doen}{self.begin.over}"

    def status(self, on: date) -> TermijnStatus:
        if self.gedaan is not None:
            op_tijd = self.gedaan.datum <= self.uiterste_datum
            return TermijnStatus.GEHAALD if op_tijd else TermijnStatus.TE_LAAT_GEHAALD
        if self.uiterste_datum < on:
            return TermijnStatus.VOORBIJ if self.regel.aard is Aard.VENSTER else TermijnStatus.TE_LAAT
        return TermijnStatus.LOPEND if self.begin.start <= on else TermijnStatus.VERWACHT

    def stand(self, on: date) -> Stand:
        return stand(
            status=self.status(on),
            aard=self.regel.aard,
            uiterste=self.uiterste_datum,
            on=on,
            lengte_eenheid=self.regel.eenheid,
            gehaald_op=self.gedaan.datum if self.gedaan else None,
        )

    def is_open(self, on: date) -> bool:
        """Tell whether somebody still has to do it, or may still do it."""
        return self.status(on) in (TermijnStatus.LOPEND, TermijnStatus.TE_LAAT)

    @property
    def som(self) -> tuple[tuple[str, str], ...]:
        return self.berekening.uitleg


def maak_klok(
    gemeente_id: int, begin: Begin, kalender: Kalender, *, beleid: Regels | None, gedaan: Gedaan | None
) -> Gemeenteklok | None:
    """Count one clock; None when the beleid has its rule off."""
    berekening = einddatum(begin.regel, begin.start, kalender, beleid=beleid)
    if berekening.einddatum is None:
        return None
    return Gemeenteklok(gemeente_id=gemeente_id, begin=begin, berekening=berekening, gedaan=gedaan)


@dataclass(frozen=True, kw_only=True)
class Melding:
    """What somebody is told of a clock on a day, once: `sleutel` names the event."""

    klok: Gemeenteklok
    soort: str
    sleutel: str
    tekst: str


def list_meldingen(klokken: Iterable[Gemeenteklok], dag: date, beleid: Regels) -> list[Melding]:
    """Give the warnings of a day, as many days ahead as the gemeente warns, and what passed the day before."""
    meldingen = (_melding(klok, dag, beleid) for klok in klokken if klok.gedaan is None)
    return [melding for melding in meldingen if melding is not None]


def te_laat_tekst(klok: Gemeenteklok) -> str:
    return _sinds(klok, "te laat")


def _sinds(klok: Gemeenteklok, woord: str) -> str:
    return f"{klok.wat}: {woord} sinds {datum_kort(klok.uiterste_datum + timedelta(days=1))}."


def _melding(klok: Gemeenteklok, dag: date, beleid: Regels) -> Melding | None:
    over = (klok.uiterste_datum - dag).days
    kenmerk = f"{klok.regel.code}:{klok.gemeente_id}:{klok.begin.sleutel}:{klok.uiterste_datum}"
    if over == -1:
        soort = str(klok.status(dag))
        tekst = te_laat_tekst(klok) if soort == TermijnStatus.TE_LAAT else _sinds(klok, "voorbij")
        return Melding(klok=klok, soort=soort, sleutel=f"{soort}:{kenmerk}", tekst=tekst)
    if over in beleid.waarschuwt(klok.regel):
        tekst = f"{klok.wat} uiterlijk {datum_kort(klok.uiterste_datum)}."
        return Melding(klok=klok, soort="bijna", sleutel=f"bijna:{kenmerk}:{over}", tekst=tekst)
    return None
