"""The timeline of a dossier: its scale, its fold, which labels fit, and the words below it.

Pure: termijnen go in as Klok values, a drawing comes out as safe text. All x are percentages of the width and all y
are pixels, so the picture stretches with its column and the letters do not. cases/tijdlijn_svg.py writes the SVG.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.safestring import SafeString

from cases import tijdlijn_svg as svg
from config.weergave import MAANDEN, datum_kort, periode

# The states in the order in which the legend and the summary name them.
STANDEN: dict[str, str] = {
    "laat": "te laat",
    "gehaald": "gehaald",
    "laatgehaald": "te laat gehaald",
    "bijna": "bijna om",
    "loopt": "loopt",
    "opgeschort": "opgeschort",
    "voorbij": "voorbij",
    "verwacht": "verwacht",
}
VOUW_DEEL = 68.0


@dataclass(frozen=True)
class Tijdlijnklok:
    """One termijn as it is shown. `punten` are days in a series with their mark: contact (held) or verwacht."""

    naam: str
    sub: str
    start: date
    eind: date
    stand: str
    tekst: str
    dag: str
    over: str = ""
    begin_tekst: str = ""
    lengte: str = ""
    basis: str = ""
    klaar: date | None = None
    punten: tuple[tuple[date, str], ...] = ()
    eind_tekst: str = ""
    som: tuple[tuple[str, str], ...] = ()
    waarom_url: str = ""
    balk: str = ""

    def __post_init__(self) -> None:
        if self.stand not in STANDEN:
            raise ValueError(f"Unknown state of a klok: {self.stand}")
        object.__setattr__(self, "eind", max(self.start, self.eind))
        object.__setattr__(self, "begin_tekst", self.begin_tekst or datum_kort(self.start))
        object.__setattr__(self, "eind_tekst", self.eind_tekst or datum_kort(self.eind))

    @property
    def volle_naam(self) -> str:
        """Give its name with what tells it apart: Bezwaar (toekenning 9901-B-2026-00001)."""
        return f"{self.naam} ({self.over})" if self.over else self.naam

    @property
    def dagen(self) -> Iterator[date]:
        """Give every day that the scale must hold."""
        yield from (self.start, self.eind)
        if self.klaar:
            yield self.klaar
        yield from (dag for dag, _ in self.punten)


@dataclass(frozen=True)
class Rij:
    """One row: the words beside the bar and the bar itself."""

    klok: Tijdlijnklok
    svg: SafeString


@dataclass(frozen=True)
class Tijdlijn:
    """What the template cases/_klokken.html draws."""

    defs: SafeString
    as_: SafeString
    rijen: tuple[Rij, ...]
    sleutel: tuple[tuple[str, str], ...]
    heeft_overschrijding: bool
    vouw_tekst: str
    samenvatting: str


@dataclass(frozen=True)
class Schaal:
    """From day to percent. With a fold the part up to `vouw` gets 68 percent of the width and the rest what is left."""

    begin: date
    eind: date
    vouw: date | None = None

    @property
    def deel(self) -> float:
        return VOUW_DEEL if self.vouw else 100.0

    def x(self, dag: date) -> float:
        """Give the place of a day; a day outside the scale lies on its edge."""
        dag = min(max(dag, self.begin), self.eind)
        grens = self.vouw or self.eind
        if dag <= grens:
            return (dag - self.begin).days / (grens - self.begin).days * self.deel
        return self.deel + (dag - grens).days / (self.eind - grens).days * (100 - self.deel)

    @property
    def stap(self) -> int:
        """Give the months between two grid lines, by the length of the part before the fold."""
        maanden = ((self.vouw or self.eind) - self.begin).days / 30.4
        return next((stap for stap, hoogstens in ((1, 14), (3, 30), (6, 72)) if maanden <= hoogstens), 12)

    def lijnen(self) -> list[date]:
        """List the first days of months with a grid line; after the fold only 1 January."""
        return [
            maand
            for maand in _maanden(self.begin, self.eind)
            if maand.month == 1 or ((maand.month - 1) % self.stap == 0 and not self.is_ver(maand))
        ]

    def is_ver(self, dag: date) -> bool:
        return self.vouw is not None and dag >= self.vouw


def eerste_van_maand(dag: date, maanden: int = 0) -> date:
    """Give the first day of the month that lies `maanden` after the month of `dag`."""
    maand = dag.year * 12 + dag.month - 1 + maanden
    return date(maand // 12, maand % 12 + 1, 1)


def _maanden(begin: date, eind: date) -> Iterator[date]:
    maand = begin
    while maand <= eind:
        yield maand
        maand = eerste_van_maand(maand, 1)


def compute_schaal(klokken: Sequence[Tijdlijnklok], *, vandaag: date, gesprek: date | None, aanmelding: date) -> Schaal:
    """Give the scale: from the month of the aanmelding to the month after the last end.

    It folds three months from today when what lies after that is longer than what lies before it.
    """
    dagen = [vandaag, aanmelding, *([gesprek] if gesprek else []), *(dag for klok in klokken for dag in klok.dagen)]
    begin = eerste_van_maand(min(dagen))
    eind = eerste_van_maand(max(dagen), 2) - timedelta(days=1)
    vouw = compute_vouw(vandaag)
    return Schaal(begin, eind, vouw if vouw > begin and (eind - vouw) > (vouw - begin) else None)


def compute_vouw(vandaag: date) -> date:
    """Give today plus three months, rounded up to the first day of a month."""
    return eerste_van_maand(vandaag, 3 if vandaag.day == 1 else 4)


def vouw_tekst(schaal: Schaal) -> str:
    if not schaal.vouw:
        return ""
    return f"Vanaf {MAANDEN[schaal.vouw.month - 1]} {schaal.vouw.year} (grijs) is de schaal kleiner."


def samenvatting(klokken: Sequence[Tijdlijnklok], *, vandaag: date) -> str:
    """Count the states in one sentence, and say when the first running term ends."""
    aantal = Counter("loopt" if klok.stand == "bijna" else klok.stand for klok in klokken)
    delen = [
        f"{aantal[stand]} {STANDEN[stand]}"
        for stand in ("laat", "gehaald", "laatgehaald", "voorbij", "opgeschort")
        if aantal[stand]
    ]
    if aantal["loopt"]:
        delen.append(f"{aantal['loopt']} {'loopt' if aantal['loopt'] == 1 else 'lopen'}")
    if not delen:
        return "Er loopt nog geen termijn."
    return f"{', '.join(delen)}.{_eerste_einde(klokken, vandaag)}"


def _eerste_einde(klokken: Sequence[Tijdlijnklok], vandaag: date) -> str:
    einden = [klok.eind for klok in klokken if klok.stand in ("loopt", "bijna") and klok.eind >= vandaag]
    if not einden:
        return ""
    dagen = (min(einden) - vandaag).days
    wanneer = {0: "vandaag", 1: "morgen"}.get(dagen, f"over {periode(vandaag, min(einden))}")
    return f" De eerste loopt {wanneer} af." if dagen < 2 else f" De eerste loopt af {wanneer}."


def maak_tijdlijn(
    klokken: Sequence[Tijdlijnklok], *, vandaag: date, gesprek: date | None, aanmelding: date
) -> Tijdlijn | None:
    """Draw the clocks of a dossier in the order given; None when there are none."""
    if not klokken:
        return None
    schaal = compute_schaal(klokken, vandaag=vandaag, gesprek=gesprek, aanmelding=aanmelding)
    gebruikt = {klok.stand for klok in klokken}
    return Tijdlijn(
        defs=svg.teken_defs(schaal, vandaag=vandaag, gesprek=gesprek),
        as_=svg.teken_as(schaal, vandaag=vandaag, gesprek=gesprek),
        rijen=tuple(Rij(klok, svg.teken_spoor(schaal, klok, vandaag=vandaag)) for klok in klokken),
        sleutel=tuple((stand, woord) for stand, woord in STANDEN.items() if stand in gebruikt),
        heeft_overschrijding=bool(gebruikt & {"laat", "laatgehaald"}),
        vouw_tekst=vouw_tekst(schaal),
        samenvatting=samenvatting(klokken, vandaag=vandaag),
    )
