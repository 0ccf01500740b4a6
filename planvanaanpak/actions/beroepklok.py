"""The clock in which a court wants a besluit: it starts with the uitspraak and is met with that besluit."""

from datetime import date

from django.db.models import QuerySet

from cases.actions.termijnen import haal_termijn, laat_regel_vervallen, start_termijn
from cases.models import Dossier, Termijn
from cases.uitstelgronden import PLAN
from planvanaanpak.beroepregels import Gevolg
from planvanaanpak.models import Beroep, Bezwaar
from planvanaanpak.termijnen import BESLUIT_NA_UITSPRAAK, NIET_TIJDIG_UITSPRAAK

# The clock by what the court asks.
KLOKREGELS = {
    Gevolg.ALSNOG_BESLISSEN: NIET_TIJDIG_UITSPRAAK.code,
    Gevolg.NIEUW_BESLUIT: BESLUIT_NA_UITSPRAAK.code,
}


def aanleiding_van(beroep: Beroep) -> str:
    return f"beroep:{beroep.pk}"


def start_klok(beroep: Beroep, gevolg: Gevolg, on: date) -> Termijn:
    """Start the clock from the day after the uitspraak was sent, or let it end on the day that the court set.

    Awb art. 8:55d lid 1: two weeks after it was sent; after a besluit that fell away itself art. 4:13 counts.
    """
    begin = beroep.uitspraak_verzonden or beroep.uitspraak_datum
    assert begin is not None, "a court that says anything does so on a day"
    klok = start_termijn(
        dossier=beroep.dossier,
        regel=KLOKREGELS[gevolg],
        aanleiding=aanleiding_van(beroep),
        start=begin,
        on=on,
        gesteld=beroep.opdracht_tot,
    )
    assert klok is not None, "de termijn staat in de wet en kan niet uit"
    return klok


def stop_klok_van(beroep: Beroep) -> None:
    """Drop the clock of an uitspraak that turned out to be a mistake."""
    for regel in KLOKREGELS.values():
        laat_regel_vervallen(dossier=beroep.dossier, regel=regel, aanleiding=aanleiding_van(beroep))


def haal_klok(beroep: Beroep, datum: date) -> None:
    for regel in KLOKREGELS.values():
        haal_termijn(dossier=beroep.dossier, regel=regel, datum=datum, aanleiding=aanleiding_van(beroep))


def haal_na_uitspraak(dossier: Dossier, datum: date) -> None:
    """Meet what a court asked about the aanvraag of a dossier: the besluit is there."""
    for beroep in _gegrond(dossier).filter(termijn__isnull=False):
        haal_klok(beroep, datum)


def haal_na_uitspraak_op_bezwaar(bezwaar: Bezwaar, datum: date) -> None:
    """Meet what a court asked about a bezwaar: the besluit on it was made known."""
    for beroep in _gegrond(bezwaar.dossier).filter(bezwaar=bezwaar):
        haal_klok(beroep, datum)


def _gegrond(dossier: Dossier) -> QuerySet[Beroep]:
    rijen: QuerySet[Beroep] = Beroep.objects.geldig().filter(dossier=dossier, klok__isnull=False)
    return rijen


def beslist_op(beroep: Beroep) -> date | None:
    """Give the day on which the besluit was made known that a court wants; None while it is not there."""
    if beroep.nieuw_besluit is not None:
        return beroep.nieuw_besluit.verzonden_op or beroep.nieuw_besluit.datum
    if beroep.bezwaar is not None:
        beslissing = beroep.bezwaar.beslissing
        return beslissing.verzonden_op if beslissing else None
    if beroep.termijn is None:
        return None
    plan = Termijn.objects.filter(dossier=beroep.dossier, regel=PLAN).first()
    return plan.datum_gehaald if plan else None
