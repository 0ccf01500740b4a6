"""Derive a beslistermijn again from the opschortingen, the verdaging and the berichten that are stored with it."""

from dataclasses import replace
from datetime import date

from cases.actions.basis import ActieFout
from cases.actions.termijnen import laat_lopen, open_status, reken
from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import Berekening, bereken
from cases.invoer import Bericht, Invoer, van_json
from cases.keuzes import Uitstelsoort
from cases.models import Dossier, Opschorting, Termijn, Termijnbericht
from cases.opschorting import Opschorting as Periode
from cases.opschorting import RekenFout
from cases.register import regel as zoek_regel
from cases.termijnstatus import NIET_KLAAR


def zoek_termijn(dossier: Dossier, regel: str) -> Termijn:
    """Give the running clock of a rule of a locked dossier, locked. Raises ActieFout when it does not run."""
    rijen = Termijn.objects.select_for_update().filter(dossier=dossier, regel=regel, status__in=NIET_KLAAR)
    termijn: Termijn | None = rijen.order_by("-uiterste_datum").first()
    if termijn is None:
        raise ActieFout(f"Er loopt geen termijn '{zoek_regel(regel).kort}'. Uitstel is niet nodig.")
    return termijn


def invoer_uit_rijen(termijn: Termijn) -> Invoer:
    """Read what counts now: nothing withdrawn, and only berichten that named a new last day."""
    rijen = list(Opschorting.objects.geldig().filter(termijn=termijn).order_by("van"))
    berichten = Termijnbericht.objects.filter(termijn=termijn, verzet=True).order_by("datum", "pk")
    return replace(
        van_json(termijn.invoer),
        opschortingen=tuple(Periode(r.van, r.tot) for r in rijen if r.soort == Uitstelsoort.OPSCHORTING),
        verdaging=any(r.soort == Uitstelsoort.VERDAGING for r in rijen),
        berichten=tuple(Bericht(bericht.datum, bericht.verwacht_op) for bericht in berichten),
    )


def voorzie(termijn: Termijn, dossier: Dossier, invoer: Invoer) -> Berekening:
    """Say what the last day would be, with its sum; refuse what can't be counted in plain words."""
    try:
        berekening = bereken(zoek_regel(termijn.regel), invoer, kalender_nu(), beleid=regels_van(dossier))
    except RekenFout as fout:
        raise ActieFout(str(fout)) from None
    if berekening.einddatum is None:
        raise ActieFout("Het beleid van de gemeente kent deze termijn niet. Uitstel is niet nodig.")
    return berekening


def volg_rijen(termijn: Termijn, dossier: Dossier, on: date) -> None:
    """Give a locked clock the last day and the state that its rows ask for."""
    try:
        reken(termijn, dossier, invoer_uit_rijen(termijn))
    except RekenFout as fout:
        raise ActieFout(str(fout)) from None
    laat_lopen(termijn, dossier, open_status(termijn, on))
    termijn.save()
