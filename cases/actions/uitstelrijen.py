"""Derive a beslistermijn again from the opschortingen, the verdaging and the berichten that are stored with it."""

from dataclasses import replace
from datetime import date

from django.db import IntegrityError, transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar
from cases.actions.ingebrekeklok import volg_ingebrekestellingen
from cases.actions.termijnen import laat_lopen, open_status, reken
from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import Berekening, bereken
from cases.invoer import BerichtLatereDag, Invoer, van_json
from cases.keuzes import Uitstelsoort
from cases.models import Dossier, Opschorting, Termijn, Termijnbericht
from cases.opschorting import Opschortingsperiode, RekenFout, op_volgorde
from cases.register import regel as zoek_regel
from cases.status import OPEN, Status
from cases.termijnstatus import NIET_KLAAR
from cases.uitstelgronden import BEZWAAR
from cases.verschuiving import in_een_zin
from config.weergave import datum as datumtekst

# A besluit op bezwaar is still to be taken when the support has ended, as against the besluit that ended it.
MET_BEZWAAR = OPEN | {Status.AFGESLOTEN}


def te_beslissen_in(regel: str) -> frozenset[Status]:
    """Give the statuses of a dossier in which the besluit of this clock can be held up, or be late."""
    return MET_BEZWAAR if regel == BEZWAAR else OPEN


def zoek_termijn(dossier: Dossier, regel: str, pk: int | None = None) -> Termijn:
    """Give the running clock of a rule of a locked dossier, locked. Raises ActieFout when it does not run.

    There may be a besluit op bezwaar to take about more than one besluit: `pk` says which clock, else the first to end.
    """
    rijen = Termijn.objects.select_for_update().filter(dossier=dossier, regel=regel, status__in=NIET_KLAAR)
    rijen = rijen if pk is None else rijen.filter(pk=pk)
    termijn: Termijn | None = rijen.order_by("uiterste_datum", "pk").first()
    if termijn is None:
        raise ActieFout(f"Er loopt geen termijn '{zoek_regel(regel).kort}'. Uitstel is niet nodig.")
    return termijn


def invoer_uit_rijen(termijn: Termijn) -> Invoer:
    """Read what counts now: nothing withdrawn, and only berichten that named a new last day."""
    rijen = list(Opschorting.objects.geldig().filter(termijn=termijn).order_by("van"))
    berichten = Termijnbericht.objects.geldig().filter(termijn=termijn, verzet=True).order_by("datum", "pk")
    return replace(
        van_json(termijn.invoer),
        opschortingen=tuple(Opschortingsperiode(r.van, r.tot) for r in rijen if r.soort == Uitstelsoort.OPSCHORTING),
        verdaging=any(r.soort == Uitstelsoort.VERDAGING for r in rijen),
        berichten=tuple(BerichtLatereDag(bericht.datum, bericht.verwacht_op) for bericht in berichten),
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


def voorzie_periode(termijn: Termijn, dossier: Dossier, van: date, tot: date) -> Berekening:
    """Say what the last day would be with one more period; refuse one that overlaps or lies outside the termijn."""
    invoer = invoer_uit_rijen(termijn)
    try:
        perioden = tuple(op_volgorde([*invoer.opschortingen, Opschortingsperiode(van, tot)]))
    except RekenFout as fout:
        raise ActieFout(str(fout)) from None
    if van <= termijn.start:
        raise ActieFout(f"De opschorting kan pas beginnen na {datumtekst(termijn.start)}, de dag van het begin.")
    if van > termijn.uiterste_datum:
        raise ActieFout(
            f"De termijn liep tot en met {datumtekst(termijn.uiterste_datum)}. Een termijn die voorbij is, kunt u niet"
            " meer opschorten. Kies een eerste dag binnen de termijn."
        )
    return voorzie(termijn, dossier, replace(invoer, opschortingen=perioden))


def leg_opschorting_vast(rij: Opschorting, *, by: User, on: date) -> str:
    """Save a period and let its clock follow; tells what `volg_rijen` does. The database refuses an overlap as well."""
    try:
        with transaction.atomic():
            bewaar(rij, by=by)
    except IntegrityError:
        raise ActieFout(
            "In deze periode is er al uitstel vastgelegd. Ververs de pagina en kies een andere periode."
        ) from None
    return volg_rijen(rij.termijn, rij.dossier, on)


def volg_rijen(termijn: Termijn, dossier: Dossier, on: date) -> str:
    """Give a locked clock the last day and the state that its rows ask for.

    Tells what became of an ingebrekestelling about it, after another sentence: nothing when there is none.
    """
    try:
        reken(termijn, dossier, invoer_uit_rijen(termijn))
    except RekenFout as fout:
        raise ActieFout(str(fout)) from None
    laat_lopen(termijn, dossier, open_status(termijn, on))
    termijn.save()
    return in_een_zin(volg_ingebrekestellingen(dossier, on))
