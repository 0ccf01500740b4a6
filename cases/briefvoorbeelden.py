"""The facts of a real dossier in the preview of the letters of cases itself."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from cases.aanvulbrief import Aanvulbrief
from cases.actions.vrijebrief import gehoor_gegevens, ontvangst_gegevens, uitnodiging_gegevens
from cases.briefvoorbeeld import feiten_van, met_gegevens
from cases.keuzes import AfspraakStatus, Uitstelsoort
from cases.models import Dossier, Termijn
from cases.termijnbrief import Termijnbrief
from cases.termijnstatus import NIET_KLAAR
from cases.uitstelbrief import Uitstelbrief, Uitstelbriefsoort
from cases.uitstelgronden import BEZWAAR, PLAN, VERDAGING, WAAROVER, Grond, grond_van
from cases.vrijebrief import GEEN_GEHOOR, ONTVANGST, UITNODIGING, Vrijebrief

LATER = timedelta(weeks=2)


def _loopt(dossier: Dossier, regel: str) -> Termijn | None:
    rij: Termijn | None = (
        dossier.termijnen.filter(regel=regel, status__in=NIET_KLAAR).order_by("uiterste_datum").first()
    )
    return rij


@feiten_van(UITNODIGING)
def _uitnodiging(brief: Vrijebrief, dossier: Dossier, on: date) -> Any:
    rijen = dossier.afspraken.filter(status=AfspraakStatus.GEPLAND, datum__gte=on)
    afspraak = rijen.order_by("datum", "tijd", "pk").first()
    if afspraak is None:
        return brief
    afspraak.dossier = dossier
    return met_gegevens(brief, uitnodiging_gegevens(afspraak))


@feiten_van(ONTVANGST)
def _ontvangst(brief: Vrijebrief, dossier: Dossier, on: date) -> Any:
    return met_gegevens(brief, ontvangst_gegevens(dossier, on))


@feiten_van(GEEN_GEHOOR)
def _geen_gehoor(brief: Vrijebrief, dossier: Dossier, on: date) -> Any:
    return met_gegevens(brief, gehoor_gegevens(dossier))


@feiten_van("termijnbericht_gesprek", "termijnbericht_plan")
def _termijnbericht(brief: Termijnbrief, dossier: Dossier, on: date) -> Any:
    termijn = _loopt(dossier, brief.onderwerp.value)
    if termijn is None:
        return brief
    eerst = termijn.eerste_uiterste_datum or termijn.uiterste_datum
    bericht = termijn.berichten.order_by("-pk").first()
    if bericht is not None and bericht.verwacht_op > eerst:
        return replace(
            brief, uiterste_datum=eerst, verwacht_op=bericht.verwacht_op, reden=bericht.reden, verzet=bericht.verzet
        )
    later = max(termijn.uiterste_datum, on) + LATER
    return replace(brief, uiterste_datum=termijn.uiterste_datum, verwacht_op=later)


@feiten_van("opschorting", "opschorting_einde", "verdaging")
def _uitstel(brief: Uitstelbrief, dossier: Dossier, on: date) -> Any:
    """Take the last time that this was done in the dossier; else the clock that it would be about."""
    soort = Uitstelsoort.VERDAGING if brief.soort is Uitstelbriefsoort.VERDAGING else Uitstelsoort.OPSCHORTING
    rijen = dossier.opschortingen.geldig().filter(soort=soort, termijn__regel__in=WAAROVER).select_related("termijn")
    rij = rijen.order_by("-van", "-pk").first()
    if rij is not None:
        grond: Grond = VERDAGING if soort == Uitstelsoort.VERDAGING else grond_van(rij.termijn.regel, rij.grond)
        return replace(
            brief,
            waarover=WAAROVER[rij.termijn.regel],
            reden=grond.zin,
            artikel=grond.artikel,
            toelichting=rij.toelichting or brief.toelichting,
            van=rij.van,
            tot=rij.tot,
            was=rij.termijn.eerste_uiterste_datum or rij.termijn.uiterste_datum,
            wordt=rij.termijn.uiterste_datum,
        )
    termijn = _loopt(dossier, BEZWAAR if soort == Uitstelsoort.VERDAGING else PLAN)
    if termijn is None:
        return brief
    van, tot = on + timedelta(days=1), on + LATER
    return replace(brief, van=van, tot=tot, was=termijn.uiterste_datum, wordt=termijn.uiterste_datum + LATER)


@feiten_van("aanvulling")
def _aanvulling(brief: Aanvulbrief, dossier: Dossier, on: date) -> Any:
    rij, termijn = dossier.aanvullingen.geldig().order_by("-gevraagd_op", "-pk").first(), _loopt(dossier, PLAN)
    brief = replace(brief, wat=rij.wat, uiterlijk=rij.uiterlijk) if rij else replace(brief, uiterlijk=on + LATER)
    return replace(brief, was=termijn.uiterste_datum, wordt=termijn.uiterste_datum + LATER) if termijn else brief
