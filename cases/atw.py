"""The Algemene termijnenwet (Atw): when it lengthens a termijn, and to which day."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cases.eenheden import Eenheid, duur, opsomming
from cases.kalender import Kalender
from config.weergave import datum_lang

# Atw art. 4 onder a: longer than this and the law does not apply. In jaren: never.
_GRENZEN = {
    Eenheid.DAGEN: (90, "90 dagen"),
    Eenheid.WEKEN: (12, "twaalf weken"),
    Eenheid.MAANDEN: (3, "drie maanden"),
}


class Atw(StrEnum):
    """Where the termijn is laid down. Only a termijn in a wet (or AMvB, Atw art. 5) is lengthened."""

    WET = "wet"
    MINISTERIELE_REGELING = "ministeriele_regeling"
    BELEID = "beleid"
    AFSPRAAK = "afspraak"
    BRIEF = "brief"
    UITSPRAAK = "uitspraak"


_GEEN_WET = {
    Atw.MINISTERIELE_REGELING: "deze termijn staat in een ministeriële regeling en niet in een wet (artikelen 1 en 5)",
    Atw.BELEID: "deze termijn staat in beleid en niet in een wet (artikel 1)",
    Atw.AFSPRAAK: "deze termijn staat in een afspraak en niet in een wet (artikel 1)",
    Atw.UITSPRAAK: "deze dag stelt het gerecht in een uitspraak en staat niet in een wet (artikel 1)",
    Atw.BRIEF: "deze termijn stelt het college zelf in een brief en staat niet in een wet (artikel 1)",
}


@dataclass(frozen=True)
class Oordeel:
    """Whether the Atw applies to a termijn, and why, in words that follow 'want'."""

    geldt: bool
    reden: str


def oordeel(grond: Atw, lengte: int, eenheid: Eenheid) -> Oordeel:
    """Decide on the length that is really used: beleid that lengthens a termijn past art. 4 takes it out of the law."""
    if eenheid is Eenheid.WERKDAGEN:
        return Oordeel(
            False,
            "deze termijn telt alleen werkdagen en eindigt dus nooit in een weekend of op een feestdag",
        )
    if grond is not Atw.WET:
        return Oordeel(False, _GEEN_WET[grond])
    if eenheid not in _GRENZEN:
        return Oordeel(False, "deze termijn telt in jaren (artikel 4)")
    grens, in_woorden = _GRENZEN[eenheid]
    if lengte > grens:
        return Oordeel(False, f"{duur(lengte, eenheid)} is meer dan {in_woorden} (artikel 4)")
    return Oordeel(
        True,
        f"deze termijn staat in een wet en is niet langer dan {in_woorden} (artikelen 1 en 4)",
    )


@dataclass(frozen=True)
class Atwverschuiving:
    """Where the Atw takes the last day of a termijn, why, and by which article (none when the day stays)."""

    dag: date
    waarom: str
    artikel: int | None = None

    @property
    def zin(self) -> str:
        if self.artikel is None:
            return f"{self.waarom}: de datum schuift niet op"
        naar = f"de datum schuift op naar {datum_lang(self.dag)}"
        return f"{self.waarom}: {naar} (Algemene termijnenwet, artikel {self.artikel})"

    @property
    def kort(self) -> str:
        if self.artikel is None:
            return "nee, de datum schuift niet op"
        return f"ja, {self.waarom} (Algemene termijnenwet, artikel {self.artikel})"


def verschuif(start: date, eind: date, kalender: Kalender, *, minstens_drie_dagen: bool) -> Atwverschuiving:
    """Move the last day as the Atw says.

    Art. 1: a termijn that ends on a zaterdag, zondag or feestdag runs on to the next day that is none of these.
    Art. 2: a termijn of at least three days is lengthened until it holds two such days.
    """
    dag = kalender.eerste_werkdag(eind)
    if minstens_drie_dagen and kalender.werkdagen(start, dag) < 2:
        dag = kalender.eerste_werkdag(dag + timedelta(days=1))
        return Atwverschuiving(dag, "in deze termijn vallen minder dan twee werkdagen", 2)
    if dag == eind:
        return Atwverschuiving(dag, "geen weekend of feestdag")
    return Atwverschuiving(dag, opsomming(_dichte_dagen(eind, dag, kalender)), 1)


def _dichte_dagen(eind: date, open_dag: date, kalender: Kalender) -> list[str]:
    """Say of each skipped day why it is skipped; the days of one weekend are said once."""
    redenen: list[str] = []
    for n in range((open_dag - eind).days):
        dag = eind + timedelta(days=n)
        if naam := kalender.naam(dag):
            redenen.append(f"{datum_lang(dag)} is {naam}")
        elif not (redenen and redenen[-1].endswith("in het weekend")):
            redenen.append(f"{datum_lang(dag)} valt in het weekend")
    return redenen
