"""The one function that computes the last day of a termijn, with every step in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from cases.atw import oordeel, verschuif
from cases.beleid import Regels
from cases.eenheden import Eenheid, opsomming, tel
from cases.kalender import EERSTE_JAAR, LAATSTE_JAAR, Kalender, is_weekend
from cases.opschorting import Opschorting, RekenFout, verleng
from cases.termijnregels import Termijnregel
from config.weergave import MAANDEN, datum, datum_lang

__all__ = ["Berekening", "Opschorting", "RekenFout", "einddatum"]

# The name of the beleid when none is given: each rule then has the length it ships with.
ZONDER_BELEID = "standaard"


@dataclass(frozen=True, kw_only=True)
class Berekening:
    """An uiterste datum that can say why. `stappen` are sentences; `som` are the same steps as label and value.

    `einddatum` is None when the beleid of the gemeente has switched the rule off. Rule, beleid and calendar are named
    so that the date can be derived again years later.
    """

    regel: str
    start: date
    einddatum: date | None
    duur: str
    stappen: tuple[str, ...]
    som: tuple[tuple[str, str], ...]
    grondslag: str
    atw: bool
    beleid: str
    kalender: str
    regel_versie: int


@dataclass(frozen=True)
class _Stap:
    """One step twice: as a sentence, and as a line of the sum."""

    zin: str
    label: str
    waarde: str


def einddatum(
    regel: Termijnregel,
    start: date,
    kalender: Kalender,
    opschortingen: Iterable[Opschorting] = (),
    *,
    beleid: Regels | None = None,
    commissie: bool = False,
    verdaging: bool = False,
    keer: int = 1,
) -> Berekening:
    """Compute the last permitted day: length, then opschorting, then one shift of the Algemene termijnenwet.

    The start day is not counted and the last day is inclusive. `keer` counts the times of a repeated rule.
    Raises RekenFout when the rule knows no opschorting, commissie, verdaging or repetition and one is asked for.
    """
    perioden = list(opschortingen)
    _controleer(
        regel,
        [start, *(dag for p in perioden for dag in (p.van, p.tot))],
        perioden,
        commissie,
        verdaging,
        keer,
    )
    stappen = [
        _Stap(
            f"start {datum(start)}; de dag zelf telt niet mee",
            "Begin",
            f"{regel.start} op {datum_lang(start)}",
        )
    ]
    antwoord = partial(_berekening, regel, start, kalender, beleid)

    lengte = beleid.lengte(regel) if beleid else regel.lengte
    if lengte is None:
        uit = f"{_naam(beleid)} kent deze termijn niet: er is geen uiterste datum"
        return antwoord(None, [*stappen, _Stap(uit, "Termijn", uit)], atw=False, duur="geen")
    if commissie and regel.lengte_commissie:
        lengte = regel.lengte_commissie

    eind, geteld = _tel(regel, start, lengte, kalender, commissie=commissie, keer=keer)
    if verdaging and regel.lengte_verdaging:
        eind = tel(eind, regel.lengte_verdaging, regel.eenheid, kalender)
        geteld.append(_verdaging(regel, eind))
    eind, geschoven, atw = _schuif(regel, start, eind, lengte * keer, kalender, perioden)
    return antwoord(eind, [*stappen, *geteld, *geschoven], atw=atw, duur=_duur(regel, lengte, keer))


def _controleer(
    regel: Termijnregel,
    dagen: list[date],
    perioden: list[Opschorting],
    commissie: bool,
    verdaging: bool,
    keer: int,
) -> None:
    """Refuse what the calendar or the rule does not know, so that no question gets a silent wrong answer."""
    for dag in dagen:
        if not EERSTE_JAAR <= dag.year < LAATSTE_JAAR:
            raise RekenFout(
                f"{datum(dag)} ligt buiten de kalender."
                f" Kies een datum van 1 januari {EERSTE_JAAR} tot en met 31 december {LAATSTE_JAAR - 1}."
            )
    if perioden and not regel.opschortbaar:
        raise RekenFout(
            f"De termijn '{regel.code}' kan niet worden opgeschort."
            " Dat kan alleen bij een termijn om te beslissen. Laat de opschorting weg."
        )
    if commissie and not regel.lengte_commissie:
        raise RekenFout(f"De termijn '{regel.code}' is met of zonder adviescommissie even lang. Laat de commissie weg.")
    if verdaging and not regel.lengte_verdaging:
        raise RekenFout(f"De termijn '{regel.code}' kan niet worden verdaagd. Laat de verdaging weg.")
    if keer < 1 or (keer > 1 and not regel.herhaalbaar):
        raise RekenFout(f"De termijn '{regel.code}' kent geen keer {keer}.")


def _tel(
    regel: Termijnregel,
    start: date,
    lengte: int,
    kalender: Kalender,
    *,
    commissie: bool,
    keer: int,
) -> tuple[date, list[_Stap]]:
    if regel.vaste_datum:
        eind = date(start.year + lengte, *regel.vaste_datum)
    else:
        eind = tel(start, lengte * keer, regel.eenheid, kalender)
    met = ", met adviescommissie" if commissie else ""
    tekst = f"{_duur(regel, lengte, keer)}{met}: {datum_lang(eind)}{_toelichting(regel.eenheid, start, eind, kalender)}"
    return eind, [_Stap(tekst, "Termijn", tekst)]


def _toelichting(eenheid: Eenheid, start: date, eind: date, kalender: Kalender) -> str:
    """Say what is not plain about a count: a skipped feestdag, or a month without the start's day number."""
    if eenheid is Eenheid.WERKDAGEN:
        dagen = (start + timedelta(days=n) for n in range(1, (eind - start).days))
        namen = [f"{kalender.naam(d)} ({datum(d)})" for d in dagen if kalender.is_feestdag(d) and not is_weekend(d)]
        return f"; {opsomming(namen)} {'telt' if len(namen) == 1 else 'tellen'} niet mee" if namen else ""
    if eenheid in (Eenheid.MAANDEN, Eenheid.JAREN) and eind.day != start.day:
        return f"; {MAANDEN[eind.month - 1]} heeft geen dag {start.day}, dus de laatste dag telt"
    return ""


def _verdaging(regel: Termijnregel, eind: date) -> _Stap:
    weken = regel.duur_van(regel.lengte_verdaging or 0)
    return _Stap(
        f"verdaging met {weken}: {datum_lang(eind)}",
        "Verdaging",
        f"{weken} erbij: {datum_lang(eind)}",
    )


def _schuif(
    regel: Termijnregel,
    start: date,
    eind: date,
    lengte: int,
    kalender: Kalender,
    perioden: list[Opschorting],
) -> tuple[date, list[_Stap], bool]:
    """Add the suspended days and move the end once, if the Atw applies to this length."""
    atw = oordeel(regel.grond, lengte, regel.eenheid)
    drie_dagen = regel.eenheid is not Eenheid.DAGEN or lengte >= 3

    def uiterste(dag: date) -> date:
        return verschuif(start, dag, kalender, minstens_drie_dagen=drie_dagen).dag if atw.geldt else dag

    verlengingen = verleng(start, eind, perioden, uiterste)
    stappen = [_Stap(v.zin, "Opschorting", v.kort) for v in verlengingen]
    if verlengingen:
        eind = verlengingen[-1].eind
    if not atw.geldt:
        waarom = f"de datum schuift niet op, want {atw.reden}"
        stap = _Stap(
            f"de Algemene termijnenwet geldt niet: {waarom}",
            "Weekend of feestdag",
            waarom,
        )
        return eind, [*stappen, stap], False
    verschuiving = verschuif(start, eind, kalender, minstens_drie_dagen=drie_dagen)
    stap = _Stap(verschuiving.zin, "Weekend of feestdag", verschuiving.kort)
    return verschuiving.dag, [*stappen, stap], True


def _duur(regel: Termijnregel, lengte: int, keer: int) -> str:
    return regel.duur_van(lengte) if keer == 1 else f"{keer} keer {regel.duur_van(lengte)}"


def _naam(beleid: Regels | None) -> str:
    return beleid.naam if beleid else ZONDER_BELEID


def _berekening(
    regel: Termijnregel,
    start: date,
    kalender: Kalender,
    beleid: Regels | None,
    eind: date | None,
    stappen: list[_Stap],
    *,
    atw: bool,
    duur: str,
) -> Berekening:
    slot = [("Grondslag", regel.grondslag), ("Gevolg", regel.gevolg)]
    slot.append(("Uiterste datum", datum_lang(eind) if eind else "geen"))
    return Berekening(
        regel=regel.code,
        start=start,
        einddatum=eind,
        duur=duur,
        stappen=tuple(stap.zin for stap in stappen),
        som=(*((stap.label, stap.waarde) for stap in stappen), *slot),
        grondslag=regel.grondslag,
        atw=atw,
        beleid=_naam(beleid),
        kalender=kalender.versie,
        regel_versie=regel.versie,
    )
