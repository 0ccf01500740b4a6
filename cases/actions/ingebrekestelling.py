"""Record an ingebrekestelling, start its two weeks, count the dwangsom, or withdraw it (Awb art. 4:17)."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.ingebrekeklok import (
    OVER_HET_PLAN,
    REGEL,
    aanleiding_van,
    besluit_op,
    gestopt_op,
    klok_van,
    twee_weken_van,
)
from cases.actions.termijnen import haal_termijn, start_termijn, verschuif_gehaald
from cases.actions.uitstelrijen import te_beslissen_in
from cases.beleid import Aanvraagmoment
from cases.beleid_bron import kalender_nu, regels_van
from cases.berekening import Berekening, einddatum
from cases.dwangsom import Dwangsom, compute_dwangsom, is_te_vroeg
from cases.keuzes import GeenDwangsom
from cases.models import Document, Dossier, Ingebrekestelling, Termijn
from cases.register import regel as zoek_regel
from cases.registratie import met_klokwoorden
from cases.termijnstatus import TermijnStatus
from cases.uitstelgronden import BEZWAAR, EERSTE_GESPREK, PLAN
from config.weergave import datum as datumtekst


def regels_op_aanvraag(dossier: Dossier) -> tuple[str, ...]:
    """Give the clocks that an ingebrekestelling can be about (Awb art. 4:17 lid 1: a beschikking on an aanvraag).

    Which day is the aanvraag differs (`Aanvraagmoment`). Is it the aanmelding, then the 8 weken of Awb art. 4:13 run
    from it, as does the clock of the eerste gesprek; is it the eerste gesprek, then only the clock of the plan.
    """
    if regels_van(dossier).aanvraagmoment is Aanvraagmoment.AANMELDING:
        return (EERSTE_GESPREK, PLAN, BEZWAAR)
    return (PLAN, BEZWAAR)


def te_late_termijnen(dossier: Dossier, on: date) -> list[Termijn]:
    """List the clocks of a dossier that an ingebrekestelling can be about today: late, and without a besluit.

    In a dossier that is closed only a besluit op bezwaar can still be late.
    """
    return [
        termijn
        for termijn in dossier.termijnen.all()
        if termijn.regel in regels_op_aanvraag(dossier)
        and dossier.status in te_beslissen_in(termijn.regel)
        and _is_te_laat(termijn, on)
    ]


def _is_te_laat(termijn: Termijn, on: date) -> bool:
    """Tell it of a row, also when the nightly run has not been there yet."""
    loopt = termijn.status in (TermijnStatus.LOPEND, TermijnStatus.TE_LAAT)
    return loopt and termijn.uiterste_datum < on


@transaction.atomic
def ingebrekestelling_vastleggen(
    *,
    dossier: Dossier,
    termijn: Termijn,
    ontvangen_op: date,
    toelichting: str,
    geen_dwangsom: str,
    document: Document | None,
    by: User,
    at: datetime,
    on: date,
) -> Ingebrekestelling:
    """Record the letter and start the two weeks in which the college can still decide without a dwangsom.

    One that came before the college was late starts nothing (Awb art. 6:12 lid 2). Raises ActieFout for a clock that is
    not late, that is not about a beschikking on an aanvraag, or that has one already.
    """
    dossier = vergrendel(dossier)
    termijn = Termijn.objects.select_for_update().get(pk=termijn.pk, dossier=dossier)
    eis_status(dossier, te_beslissen_in(termijn.regel), "Een ingebrekestelling vastleggen")
    if ontvangen_op > on:
        raise ActieFout("De dag van ontvangst kan niet in de toekomst liggen.")
    if ontvangen_op < dossier.datum_aanmelding:
        raise ActieFout(f"De aanmelding was op {datumtekst(dossier.datum_aanmelding)}. Kies een dag daarna.")
    if termijn.regel not in regels_op_aanvraag(dossier):
        raise ActieFout("Deze termijn gaat niet over een besluit op een aanvraag. Kies een andere termijn.")
    if not _is_te_laat(termijn, on):
        raise ActieFout(
            f"Deze termijn is niet te laat: zij loopt tot en met {datumtekst(termijn.uiterste_datum)}. Schrijf de"
            " inwoner dat de ingebrekestelling te vroeg is."
        )
    if document is not None and document.dossier_id != dossier.pk:
        raise ActieFout("Deze brief hoort bij een ander dossier.")
    if eerder := _over_zelfde(dossier, termijn):
        raise ActieFout(
            f"Er is al een ingebrekestelling, ontvangen op {datumtekst(eerder.ontvangen_op)}. Klopt die niet? Trek haar"
            " dan eerst in."
        )
    rij = Ingebrekestelling(
        dossier=dossier,
        termijn=termijn,
        ontvangen_op=ontvangen_op,
        toelichting=toelichting.strip(),
        geen_dwangsom=geen_dwangsom,
        document=document,
        door=by,
    )
    bewaar(rij, by=by)
    tekst = f"Ingebrekestelling ontvangen op {datumtekst(ontvangen_op)}."
    if is_te_vroeg(ontvangen_op, termijn.uiterste_datum):
        tekst += " Zij kwam te vroeg en telt niet."
    else:
        klok = start_termijn(dossier=dossier, regel=REGEL, aanleiding=aanleiding_van(rij), start=ontvangen_op, on=on)
        tekst += f" Beslis uiterlijk {datumtekst(klok.uiterste_datum)}." if klok else ""
    log(dossier, REGEL, tekst, by=by, at=at, reden=rij.toelichting, ingebrekestelling=rij.pk, termijn=termijn.pk)
    return rij


@transaction.atomic
def ingebrekestelling_intrekken(
    *, ingebrekestelling: Ingebrekestelling, reden: str, by: User, at: datetime
) -> Ingebrekestelling:
    """Withdraw an ingebrekestelling that was entered by mistake; its two weeks stop."""
    dossier = vergrendel(ingebrekestelling.dossier)
    rijen = Ingebrekestelling.objects.select_for_update(of=("self",)).select_related("termijn")
    rij: Ingebrekestelling = rijen.get(pk=ingebrekestelling.pk)
    eis_status(dossier, te_beslissen_in(rij.termijn.regel), "Een ingebrekestelling intrekken")
    if rij.is_ingetrokken:
        raise ActieFout(f"Deze ingebrekestelling is al ingetrokken: {rij.ingetrokken_reden}")
    rij.ingetrokken_op, rij.ingetrokken_door, rij.ingetrokken_reden = at, by, reden
    bewaar(rij, by=by, velden=["ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"], reden=reden)
    Termijn.objects.filter(regel=REGEL, aanleiding=aanleiding_van(rij)).update(
        status=TermijnStatus.VERVALLEN, datum_gehaald=None
    )
    tekst = f"Ingebrekestelling van {datumtekst(rij.ontvangen_op)} ingetrokken."
    log(dossier, "ingebrekestelling_ingetrokken", tekst, by=by, at=at, reden=reden, ingebrekestelling=rij.pk)
    return rij


def haal_besluit(*, dossier: Dossier, regel: str, datum: date, aanleiding: str = "") -> None:
    """Meet the clock of a besluit, and the two weeks of an ingebrekestelling about it: the dwangsom stops.

    A dossier may have a besluit op bezwaar to take about more than one besluit: `aanleiding` says which clock.
    """
    haal_termijn(dossier=dossier, regel=regel, datum=datum, aanleiding=aanleiding)
    for rij in _geldige_over(dossier, regel, aanleiding):
        haal_termijn(dossier=dossier, regel=REGEL, datum=datum, aanleiding=aanleiding_van(rij))


def verschuif_besluit(*, dossier: Dossier, regel: str, datum: date, aanleiding: str = "") -> None:
    """Correct the day of a besluit that was sent on another day, also where an ingebrekestelling asked for it.

    Of several besluiten op bezwaar `aanleiding` says about which clock.
    """
    verschuif_gehaald(dossier=dossier, regel=regel, datum=datum, aanleiding=aanleiding)
    for rij in _geldige_over(dossier, regel, aanleiding):
        verschuif_gehaald(dossier=dossier, regel=REGEL, datum=datum, aanleiding=aanleiding_van(rij))


def voorzie(dossier: Dossier, termijn: Termijn, ontvangen_op: date) -> Berekening | None:
    """Say what an ingebrekestelling would start, with its sum; None for one that came too early."""
    if is_te_vroeg(ontvangen_op, termijn.uiterste_datum):
        return None
    return einddatum(zoek_regel(REGEL), ontvangen_op, kalender_nu(), beleid=regels_van(dossier))


def dwangsom_van(rij: Ingebrekestelling, termijnen: list[Termijn], on: date) -> Dwangsom:
    """Count the dwangsom of an ingebrekestelling, from the clocks of its dossier that were fetched already."""
    klok = klok_van(rij, termijnen)
    return compute_dwangsom(
        twee_weken_tot=twee_weken_van(rij, termijnen),
        on=on,
        besluit_op=besluit_op(rij, termijnen) or (klok.datum_gehaald if klok else None),
        gestopt_op=gestopt_op(klok),
        geen_grond=GeenDwangsom(rij.geen_dwangsom).label if rij.geen_dwangsom else "",
    )


def naam_van(termijn: Termijn, dossier: Dossier) -> str:
    naam = met_klokwoorden(zoek_regel(termijn.regel).label, termijn, dossier)
    return f"{naam}: uiterlijk {datumtekst(termijn.uiterste_datum)}"


def _geldige_over(dossier: Dossier, regel: str, aanleiding: str = "") -> list[Ingebrekestelling]:
    regels = OVER_HET_PLAN if regel in OVER_HET_PLAN else (regel,)
    rijen = Ingebrekestelling.objects.geldig().filter(dossier=dossier, termijn__regel__in=regels)
    rijen = rijen.filter(termijn__aanleiding=aanleiding) if aanleiding else rijen
    return list(rijen.select_related("termijn"))


def _over_zelfde(dossier: Dossier, termijn: Termijn) -> Ingebrekestelling | None:
    """Find an ingebrekestelling about the same besluit: one dwangsom is owed for it, not two."""
    return next((rij for rij in _geldige_over(dossier, termijn.regel) if gaat_over(rij, termijn)), None)


def gaat_over(rij: Ingebrekestelling, termijn: Termijn) -> bool:
    """Say whether an ingebrekestelling is about the besluit of this clock."""
    if termijn.regel in OVER_HET_PLAN:
        return rij.termijn.regel in OVER_HET_PLAN
    return rij.termijn_id == termijn.pk
