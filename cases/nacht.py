"""What a whole night came to, over all gemeenten: counted from the ledger, in one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from config.weergave import datum as datumtekst
from config.weergave import datum_kort, telwoord

# Beat starts at 02:15, at 03:15 in the night in which the clock goes forward. By now every gemeente should be there.
VERWACHT_OM = time(4, 0)

NOOIT = "De bewaking heeft nog niet gelopen."
NOOIT_FOUT = f"{NOOIT} Controleer of de worker en beat draaien."
MISLUKT = "De laatste bewaking is mislukt. De volgende nacht wordt deze dag ingehaald."
NIET_KLAAR = "De laatste bewaking is niet klaar. Controleer of de worker draait."


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """The ledger row of one gemeente. `begin` is empty when its termijnen failed, `digests` until its mails went."""

    dossiers: int
    overgangen: int
    signalen: int
    gewijzigd: int
    digests: int | None
    mislukt: bool
    begin: datetime | None
    duur_s: float


@dataclass(frozen=True, kw_only=True)
class Nacht:
    on: date
    gemeenten: int
    gedaan: int
    mislukt: int
    dossiers: int
    overgangen: int
    signalen: int
    gewijzigd: int
    digests: int
    duur_s: float

    def __post_init__(self) -> None:
        if self.gedaan + self.mislukt > self.gemeenten:
            raise ValueError("Meer gemeenten gedaan dan er zijn.")

    @property
    def bezig(self) -> int:
        """Count the gemeenten that are not there yet: waiting, at work, or lost with their worker."""
        return self.gemeenten - self.gedaan - self.mislukt

    @classmethod
    def van(cls, on: date, uitkomsten: Sequence[Uitkomst], gemeenten: int) -> "Nacht":
        """Add up; the night lasts from the first gemeente that began to the last that ended."""
        begonnen = [(u.begin, u.begin + timedelta(seconds=u.duur_s)) for u in uitkomsten if u.begin]
        duur = max(eind for _, eind in begonnen) - min(begin for begin, _ in begonnen) if begonnen else timedelta()
        return cls(
            on=on,
            gemeenten=max(gemeenten, len(uitkomsten)),
            gedaan=sum(u.digests is not None and not u.mislukt for u in uitkomsten),
            mislukt=sum(u.mislukt for u in uitkomsten),
            dossiers=sum(u.dossiers for u in uitkomsten),
            overgangen=sum(u.overgangen for u in uitkomsten),
            signalen=sum(u.signalen for u in uitkomsten),
            gewijzigd=sum(u.gewijzigd for u in uitkomsten),
            digests=sum(u.digests or 0 for u in uitkomsten),
            duur_s=duur.total_seconds(),
        )


def laatste_nacht(nu: datetime) -> date:
    """Give the day whose run should be done at a local moment: before 04:00 that is yesterday's."""
    return nu.date() if nu.time() >= VERWACHT_OM else nu.date() - timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Laatste:
    """The newest ledger row of a gemeente: its day, whether its termijnen went well, and whether it came to its end.

    `on` is empty when there is none; `is_nieuw` tells that there was nothing to do yet either.
    """

    on: date | None
    gelukt: bool = False
    afgerond: bool = False
    is_nieuw: bool = False


def stand_van(rij: Laatste, verwacht: date) -> tuple[str, str]:
    """Say whether the nights of a gemeente go well, on a moment that the one of `verwacht` should be done.

    Gives the sort of label (goed, let-op or fout), and its words.
    """
    if rij.on is None:
        return ("let-op", NOOIT) if rij.is_nieuw else ("fout", NOOIT_FOUT)
    if not rij.gelukt:
        return "fout", MISLUKT
    if rij.on < verwacht:
        return "fout", f"De bewaking liep het laatst op {datumtekst(rij.on)}. Controleer of de worker en beat draaien."
    if rij.on == verwacht and not rij.afgerond:
        return "fout", NIET_KLAAR
    return "goed", "De bewaking loopt."


def in_een_regel(nacht: Nacht) -> str:
    """Write a night as one line of the log."""
    duur = f"{nacht.duur_s:.2f}".replace(".", ",")
    return (
        f"De nacht van {datum_kort(nacht.on)}: {telwoord(nacht.gedaan, 'gemeente', 'gemeenten')} gedaan, "
        f"{nacht.mislukt} mislukt, {nacht.bezig} nog bezig. Open dossiers: {nacht.dossiers}. "
        f"Overgangen: {nacht.overgangen}. Signalen: {nacht.signalen}. Herberekend: {nacht.gewijzigd}. "
        f"Mails: {nacht.digests}. Duur: {duur} s."
    )
