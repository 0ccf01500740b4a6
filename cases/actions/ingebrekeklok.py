"""Let the two weeks of an ingebrekestelling follow the clock that it is about: judge it anew, and stop it.

Awb art. 6:12 lid 2 and 4:17 lid 3: they run only when the college was late already on the day of receipt. That clock
may be derived again, from other facts, an opschorting, other beleid or a feestdag, and it may be dropped.
"""

from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date

from cases.actions.termijnen import (
    OVERLIJDEN,
    STIL,
    UIT,
    WAS,
    gehaald_status,
    invoer_van,
    open_status,
    reken,
)
from cases.dwangsom import is_te_vroeg
from cases.models import Dossier, Ingebrekestelling, Termijn
from cases.termijnstatus import NIET_KLAAR, TermijnStatus
from cases.uitstelgronden import BEZWAAR, EERSTE_GESPREK, PLAN
from cases.verschuiving import Klokverschuiving, loopt_niet

REGEL = "ingebrekestelling"
# A beschikking on the aanvraag: until there is a plan, the clocks of gesprek and plan are about the same one.
OVER_HET_PLAN = (EERSTE_GESPREK, PLAN)
# What an ingebrekestelling can be about (cases.actions.ingebrekestelling.regels_op_aanvraag).
REGELS_OVER = (*OVER_HET_PLAN, BEZWAAR)
# In `invoer` of two weeks that stopped: the day from which no besluit was owed any more, so that no dwangsom is.
GESTOPT = "gestopt"


def aanleiding_van(rij: Ingebrekestelling) -> str:
    return f"{REGEL}:{rij.pk}"


def klok_van(rij: Ingebrekestelling, termijnen: Iterable[Termijn]) -> Termijn | None:
    return next((t for t in termijnen if t.regel == REGEL and t.aanleiding == aanleiding_van(rij)), None)


def gestopt_op(klok: Termijn | None) -> date | None:
    """Give the day on which the two weeks, and the dwangsom after them, stopped without a besluit."""
    dag = klok.invoer.get(GESTOPT) if klok else None
    return date.fromisoformat(dag) if dag else None


def besluit_op(rij: Ingebrekestelling, termijnen: Iterable[Termijn]) -> date | None:
    """Give the day of the besluit that an ingebrekestelling asked for; None while it is not there."""
    over = PLAN if rij.termijn.regel in OVER_HET_PLAN else rij.termijn.regel
    return next((t.datum_gehaald for t in termijnen if _is_over(t, rij, over) and t.datum_gehaald), None)


def twee_weken_van(rij: Ingebrekestelling, termijnen: Sequence[Termijn]) -> date | None:
    """Give the last day of the two weeks; None for an ingebrekestelling without effect, or without it after all."""
    klok = klok_van(rij, termijnen)
    if klok is None or (loopt_niet(klok) and gestopt_op(klok) is None):
        return None
    return klok.uiterste_datum


def beoordeel(dossier: Dossier, termijnen: Sequence[Termijn], on: date) -> list[Klokverschuiving]:
    """Work out the two weeks of each ingebrekestelling from the clocks as they are now; the caller saves them.

    What turns out to have come too early runs no more, what turns out not to have, does. Two weeks that ended before
    the clock began anew, as when help was asked for again, are about what was asked before, and stay.
    """
    rijen = [(rij, _opnieuw(rij, dossier, termijnen, on)) for rij in _geldig(dossier)]
    return [Klokverschuiving(voor=klok_van(rij, termijnen), na=na) for rij, na in rijen if na is not None]


def volg_ingebrekestellingen(dossier: Dossier, on: date) -> list[Klokverschuiving]:
    """Judge the ingebrekestellingen of a locked dossier anew after a clock moved, or runs again; tells what moved."""
    verschuivingen = beoordeel(dossier, list(Termijn.objects.select_for_update().filter(dossier=dossier)), on)
    for verschuiving in verschuivingen:
        verschuiving.na.save()
    return verschuivingen


def stop_ingebrekestellingen(dossier: Dossier, op: date) -> None:
    """Stop the two weeks about a besluit that is not owed any more from a day on: its clock was dropped.

    Those about a clock that goes on, such as a besluit op bezwaar after the end of the support, go on as well.
    """
    termijnen = list(Termijn.objects.select_for_update().filter(dossier=dossier))
    for rij in _geldig(dossier):
        klok = klok_van(rij, termijnen)
        liep = klok is not None and (klok.status in NIET_KLAAR or STIL in klok.invoer)
        if klok is not None and liep and not _is_verschuldigd(rij, termijnen):
            _stop(klok, op)
            klok.save(update_fields=["status", "invoer", "updated_at"])


def verzet_stop(dossier: Dossier, van: date, op: date) -> None:
    """Let the two weeks that stopped on one day have stopped on another: the day of what stopped them was put right."""
    klokken = Termijn.objects.select_for_update().filter(dossier=dossier, regel=REGEL)
    for klok in klokken.filter(**{f"invoer__{GESTOPT}": van.isoformat()}):
        _stop(klok, op)
        klok.save(update_fields=["invoer", "updated_at"])


def list_omslag(termijn: Termijn, wordt: date) -> list[tuple[Ingebrekestelling, bool]]:
    """List the ingebrekestellingen about a clock that another last day makes too early (True), or not any more."""
    rijen = Ingebrekestelling.objects.geldig().filter(termijn=termijn).order_by("pk")
    standen = [(rij, is_te_vroeg(rij.ontvangen_op, wordt)) for rij in rijen]
    return [(rij, straks) for rij, straks in standen if straks != is_te_vroeg(rij.ontvangen_op, termijn.uiterste_datum)]


def stopt_mee(dossier: Dossier, behalve: Sequence[str]) -> set[str]:
    """Give by aanleiding the two weeks that stop when all clocks are dropped but those of the rules named."""
    return {aanleiding_van(rij) for rij in _geldig(dossier) if rij.termijn.regel not in behalve}


def _opnieuw(rij: Ingebrekestelling, dossier: Dossier, termijnen: Sequence[Termijn], on: date) -> Termijn | None:
    """Give the two weeks of one ingebrekestelling as they must be; None when there is nothing to change."""
    voor, over = klok_van(rij, termijnen), _over(rij, termijnen)
    gestopt, beslist = gestopt_op(voor), besluit_op(rij, termijnen)
    klaar = gestopt or (voor.datum_gehaald if voor else None)
    if klaar is not None and over.start >= klaar:
        return None
    na = copy(voor) or Termijn(
        gemeente_id=dossier.gemeente_id, dossier=dossier, regel=REGEL, aanleiding=aanleiding_van(rij)
    )
    te_vroeg, loopt = is_te_vroeg(rij.ontvangen_op, over.uiterste_datum), _is_verschuldigd(rij, termijnen)
    if loopt_niet(voor) and gestopt is None and (te_vroeg or not (loopt or beslist)):
        return None
    if te_vroeg:
        na.datum_gehaald, na.status = None, TermijnStatus.VERVALLEN
        na.invoer = {veld: waarde for veld, waarde in na.invoer.items() if veld != GESTOPT}
        return na
    if not reken(na, dossier, invoer_van(na, rij.ontvangen_op)):
        return None
    na.datum_gehaald = beslist
    if beslist is not None:
        na.status = gehaald_status(na, beslist)
    elif loopt:
        na.status = open_status(na, on)
    else:
        _stop(na, gestopt or on)
    return na


def _stop(klok: Termijn, op: date) -> None:
    klok.status = TermijnStatus.VERVALLEN
    rest = {veld: waarde for veld, waarde in klok.invoer.items() if veld not in (STIL, WAS)}
    klok.invoer = {**rest, GESTOPT: op.isoformat()}


def _is_verschuldigd(rij: Ingebrekestelling, termijnen: Iterable[Termijn]) -> bool:
    """Tell whether the besluit is still to be taken: after a death too, and when beleid counts no days for it."""
    regel = PLAN if rij.termijn.regel in OVER_HET_PLAN else rij.termijn.regel
    over = [t for t in termijnen if t.pk == rij.termijn_id or _is_over(t, rij, regel)]
    return any(t.status in NIET_KLAAR or t.invoer.get(STIL) in (OVERLIJDEN, UIT) for t in over)


def _is_over(termijn: Termijn, rij: Ingebrekestelling, regel: str) -> bool:
    """Say whether a clock is the one of the besluit that this ingebrekestelling is about: of bezwaar there are more."""
    return termijn.pk == rij.termijn_id if regel == BEZWAAR else termijn.regel == regel


def _over(rij: Ingebrekestelling, termijnen: Iterable[Termijn]) -> Termijn:
    """Give the clock it is about as it is in these rows, which may be derived but not saved yet."""
    over: Termijn = next((t for t in termijnen if t.pk == rij.termijn_id), rij.termijn)
    return over


def _geldig(dossier: Dossier) -> list[Ingebrekestelling]:
    return list(Ingebrekestelling.objects.geldig().filter(dossier=dossier).select_related("termijn").order_by("pk"))
