"""What every action on a bezwaar does first: lock it, and see whether it still runs and who acts."""

from collections.abc import Iterable
from datetime import date, datetime

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, vergrendel
from cases.actions.ingebrekeklok import stop_ingebrekestellingen, volg_ingebrekestellingen
from cases.actions.termijnen import start_termijn
from cases.actions.uitstelrijen import MET_BEZWAAR
from cases.models import Document, Dossier, Taak, Termijn
from cases.termijnstatus import NIET_KLAAR, TermijnStatus
from cases.verschuiving import in_een_zin
from config.weergave import datum as datumtekst
from planvanaanpak.bezwaarbron import REGEL, bezwaartermijn_van, gepland
from planvanaanpak.bezwaarkeuzes import Hoorstatus
from planvanaanpak.models import Besluit, Bezwaar

NAAST = ("besluit", "beslissing", "gemachtigde", "na_uitspraak", "vervolg_taak", "termijn")
ZELF_BESLOTEN = (
    "U heeft het besluit zelf genomen. Een ander moet over het bezwaar beslissen (Awb artikel 10:3 lid 3). Vraag een"
    " collega om dit te doen."
)


def vergrendel_bezwaar(bezwaar: Bezwaar, wat: str, *, loopt: bool = True) -> Bezwaar:
    """Lock the dossier and give the bezwaar as it is now. Raises ActieFout when there is nothing left to do about it.

    A dossier that was closed still has its bezwaren: against the besluit that ended the support, for one.
    """
    dossier = vergrendel(bezwaar.dossier)
    eis_status(dossier, MET_BEZWAAR, wat)
    rijen = Bezwaar.objects.select_for_update(of=("self",)).select_related(*NAAST)
    rij: Bezwaar = rijen.get(pk=bezwaar.pk)
    rij.dossier = rij.besluit.dossier = dossier
    if rij.is_ingetrokken:
        raise ActieFout(f"Dit bezwaar is weggehaald: {rij.ingetrokken_reden}")
    if loopt and rij.intrekking_datum is not None:
        raise ActieFout(f"Dit bezwaar is ingetrokken op {datumtekst(rij.intrekking_datum)}.")
    if loopt and rij.doorgezonden_op is not None:
        raise ActieFout(f"Dit bezwaar is doorgezonden aan het gerecht op {datumtekst(rij.doorgezonden_op)}.")
    if loopt and rij.beslissing is not None:
        raise ActieFout(f"Op dit bezwaar is al beslist, in besluit {rij.beslissing.nummer}.")
    return rij


def eis_ander(bezwaar: Bezwaar, by: User) -> None:
    """Refuse who took the besluit in mandaat to decide on the bezwaar against it (Awb art. 10:3 lid 3)."""
    if bezwaar.besluit.vastgesteld_door_id == by.pk:
        raise ActieFout(ZELF_BESLOTEN)


def eis_document(dossier: Dossier, document: Document | None) -> None:
    if document is not None and (document.dossier_id != dossier.pk or document.is_ingetrokken):
        raise ActieFout("Dit document hoort niet bij dit dossier, of is ingetrokken. Kies een ander document.")


def eis_op_of_na(datum: date, eerste: date, on: date, wat: str, sinds: str) -> None:
    """Refuse a day before another one, or one that is still to come."""
    if datum > on:
        raise ActieFout(f"{wat} kan niet in de toekomst liggen.")
    if datum < eerste:
        raise ActieFout(f"{wat} kan niet vóór {sinds} van {datumtekst(eerste)} liggen.")


def volg_bezwaartermijn(bezwaar: Bezwaar, on: date) -> Termijn:
    """Start the clock of the besluit op bezwaar, or let it follow the bezwaartermijn.

    Awb art. 7:10 lid 1: six weeks, or twelve with an adviescommissie, from the day after the bezwaartermijn ended.
    After an uitspraak as long from that day, unless the court set a last day (Awb art. 8:72 lid 4). Call
    `volg_ingebreke` after it, for an ingebrekestelling about it.
    """
    uitspraak = bezwaar.na_uitspraak
    begin = uitspraak.uitspraak_datum if uitspraak else bezwaartermijn_van(bezwaar.besluit).uiterste_datum
    assert begin is not None, "a court that says anything does so on a day"
    termijn = start_termijn(
        dossier=bezwaar.dossier,
        regel=REGEL,
        aanleiding=bezwaar.aanleiding,
        start=begin,
        on=on,
        commissie=bezwaar.commissie,
        gesteld=uitspraak.opdracht_tot if uitspraak else None,
    )
    assert termijn is not None, "de termijn staat in de wet en kan niet uit"
    return termijn


def volg_ingebreke(dossier: Dossier, on: date) -> str:
    """Judge what was said of a clock that moved anew (Awb art. 6:12 lid 2); tells what became of it."""
    return in_een_zin(volg_ingebrekestellingen(dossier, on))


def volg_bezwaren(besluit: Besluit, on: date) -> str:
    """Let the clocks of the bezwaren against a besluit follow it when its bezwaartermijn moved."""
    rijen = Bezwaar.objects.telt().filter(besluit=besluit).select_related("termijn")
    for bezwaar in rijen:
        if bezwaar.termijn.status in NIET_KLAAR:
            bezwaar.dossier, bezwaar.besluit = besluit.dossier, besluit
            volg_bezwaartermijn(bezwaar, on)
    return volg_ingebreke(besluit.dossier, on) if rijen else ""


def stop_klok(bezwaar: Bezwaar, op: date) -> None:
    """Drop the clock of a bezwaar that nothing is decided on any more; from that day on no dwangsom is owed for it."""
    if bezwaar.termijn_id is None:
        return
    Termijn.objects.filter(pk=bezwaar.termijn_id, status__in=NIET_KLAAR).update(status=TermijnStatus.VERVALLEN)
    stop_ingebrekestellingen(bezwaar.dossier, op)


def rond_af(bezwaar: Bezwaar, reden: str, op: date, *, by: User) -> None:
    """Stop the clock and call off a hoorzitting that is still planned."""
    stop_klok(bezwaar, op)
    zitting = gepland(bezwaar)
    if zitting is not None:
        zitting.status, zitting.afgezegd_reden = Hoorstatus.AFGEZEGD, reden
        bewaar(zitting, by=by, velden=["status", "afgezegd_reden"])
        laat_taak_vervallen(zitting.taak, by=by)


def maak_taak(bezwaar: Bezwaar, *, wat: str, datum: date, by: User) -> Taak:
    """Note what is to be done on a day for the casusregisseur, else for who acts; part of an action that logs it."""
    dossier = bezwaar.dossier
    voor = dossier.casusregisseur or by
    return bewaar(
        Taak(gemeente_id=dossier.gemeente_id, dossier=dossier, voor=voor, wat=wat, datum=datum, door=by), by=by
    )


def koppel_vervolg(bezwaar: Bezwaar, besluit: Besluit, *, by: User, at: datetime) -> None:
    """Name the besluit that came in the place of the one that was herroepen; the taak is done. The caller logs it."""
    bezwaar.vervolg_besluit = besluit
    bewaar_bezwaar(bezwaar, ("vervolg_besluit",), by=by)
    taak = bezwaar.vervolg_taak
    if taak is not None and taak.gedaan_op is None:
        taak.gedaan_op, taak.gedaan_door = at, by
        bewaar(taak, by=by, velden=["gedaan_op", "gedaan_door"])


def laat_taak_vervallen(taak: Taak | None, *, by: User) -> None:
    """Take an open taak off the list; one that was done stays so."""
    if taak is not None and taak.gedaan_op is None:
        taak.is_vervallen = True
        bewaar(taak, by=by, velden=["is_vervallen"])


def bewaar_bezwaar(bezwaar: Bezwaar, velden: Iterable[str], *, by: User, reden: str = "") -> Bezwaar:
    return bewaar(bezwaar, by=by, velden=sorted(velden), reden=reden)
