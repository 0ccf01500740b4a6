"""Derive open termijnen again when their rule or the calendar changed; everything else keeps its date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from accounts.models import Gemeente
from cases.actions.basis import log
from cases.actions.ingebrekeklok import REGELS_OVER, volg_ingebrekestellingen
from cases.actions.termijnen import open_status, vul
from cases.beleid_bron import regels_van
from cases.berekening import Berekening, bereken
from cases.invoer import Invoer, van_json
from cases.kalender import Kalender
from cases.models import Dossier, Ingebrekestelling, Termijn
from cases.register import alle_regels, regel
from cases.termijnregels import Termijnregel
from cases.termijnstatus import NIET_KLAAR, TermijnStatus
from cases.verschuiving import in_een_zin
from config.weergave import datum as datumtekst

REDEN = "De kalender of de regel is veranderd."


@dataclass(frozen=True, kw_only=True)
class Verschoven:
    """A termijn whose last day moves; `nummer` is the dossier's, empty when it is about the gemeente as a whole."""

    regel: str
    gemeente_id: int
    nummer: str
    was: date
    wordt: date


def verouderd(gemeente: Gemeente, kalender: Kalender) -> Q:
    """Give the filter on open termijnen that were derived with another rule version or calendar."""
    anders = ~Q(kalender_versie=kalender.versie)
    for termijnregel in alle_regels():
        anders |= Q(regel=termijnregel.code) & ~Q(regel_versie=termijnregel.versie)
    return Q(gemeente=gemeente, status__in=NIET_KLAAR) & anders


def herbereken(*, gemeente: Gemeente, kalender: Kalender, on: date, at: datetime) -> int:
    """Derive the outdated termijnen of a gemeente again; gives how many moved, each with an event in its dossier.

    What was late and no longer is runs again. What became late is left to the nightly run, which makes the signal.
    """
    return len(leid_af(verouderd(gemeente, kalender), kalender=kalender, on=on, at=at, reden=REDEN))


def leid_af(welke: Q, *, kalender: Kalender, on: date, at: datetime, reden: str) -> list[Verschoven]:
    """Derive these termijnen again and save them; gives those that moved, each with an event in its dossier.

    A venster that went voorbij stays so, unless its last day turns out to be today or later: then it is open again.
    Then the ingebrekestellingen about any of them are judged anew.
    """
    verschoven, te_beoordelen = [], set()
    for termijn in _lees(welke).select_for_update(of=("self",)).iterator(chunk_size=500):
        invoer = van_json(termijn.invoer)
        berekening = _bereken(termijn, invoer, kalender)
        if berekening.einddatum is None or _blijft_voorbij(termijn, berekening.einddatum, on):
            continue
        beweging = _beweging(termijn, berekening.einddatum)
        vul(termijn, berekening, invoer)
        if termijn.status in (TermijnStatus.TE_LAAT, TermijnStatus.VOORBIJ):
            termijn.status = open_status(termijn, on)
        termijn.save()
        if termijn.regel in REGELS_OVER:
            te_beoordelen.add(termijn.dossier_id)
        if beweging is not None:
            verschoven.append(beweging)
            _log_verschuiving(termijn, regel(termijn.regel), beweging.was, at, reden)
    _beoordeel(te_beoordelen, on, at, reden)
    return verschoven


def _beoordeel(dossiers: set[int | None], on: date, at: datetime, reden: str) -> None:
    """Let the few ingebrekestellingen in these dossiers follow, with an event where one begins or stops to count."""
    met = Ingebrekestelling.objects.geldig().filter(dossier__in=dossiers).values("dossier")
    naast = ("beleid", "persoon", "gemeente")
    for dossier in Dossier.objects.filter(pk__in=met).select_related(*naast).order_by("pk"):
        if gevolg := in_een_zin(volg_ingebrekestellingen(dossier, on)):
            log(dossier, "termijn_verschoven", gevolg.strip(), by=None, at=at, reden=reden)


def voorspel(welke: Q, kalender: Kalender, on: date) -> Iterator[Verschoven]:
    """Tell which of these termijnen another calendar would move on a day, without moving them."""
    for termijn in _lees(welke).iterator(chunk_size=500):
        einde = _bereken(termijn, van_json(termijn.invoer), kalender).einddatum
        beweging = _beweging(termijn, einde) if einde and not _blijft_voorbij(termijn, einde, on) else None
        if beweging is not None:
            yield beweging


def _blijft_voorbij(termijn: Termijn, einde: date, on: date) -> bool:
    return termijn.status == TermijnStatus.VOORBIJ and einde < on


def _lees(welke: Q) -> QuerySet[Termijn]:
    return Termijn.objects.filter(welke).select_related("dossier__beleid")


def _bereken(termijn: Termijn, invoer: Invoer, kalender: Kalender) -> Berekening:
    """Count a stored termijn anew; one of the gemeente itself is counted without beleid."""
    regels = regels_van(termijn.dossier) if termijn.dossier else None
    return bereken(regel(termijn.regel), invoer, kalender, beleid=regels)


def _beweging(termijn: Termijn, wordt: date) -> Verschoven | None:
    if wordt == termijn.uiterste_datum:
        return None
    return Verschoven(
        regel=termijn.regel,
        gemeente_id=termijn.gemeente_id,
        nummer=termijn.dossier.nummer if termijn.dossier else "",
        was=termijn.uiterste_datum,
        wordt=wordt,
    )


def _log_verschuiving(termijn: Termijn, termijnregel: Termijnregel, was: date, at: datetime, reden: str) -> None:
    if termijn.dossier is None:
        return
    tekst = f"{termijnregel.label}: de uiterste datum {datumtekst(was)} wordt {datumtekst(termijn.uiterste_datum)}."
    log(termijn.dossier, "termijn_verschoven", tekst, by=None, at=at, reden=reden, termijn=termijn.pk)
