"""Record what somebody asked of a court and what it said: a procedure elsewhere (Awb hoofdstuk 8)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.dubbel import eerder_verzonden
from cases.actions.uitstelrijen import MET_BEZWAAR
from cases.models import Dossier, Termijn
from config.weergave import datum as datumtekst
from planvanaanpak.actions.bezwaarbasis import eis_op_of_na, vergrendel_bezwaar
from planvanaanpak.actions.rechtstreeks import haal_terug
from planvanaanpak.actions.uitspraak import VAN_BEROEP, herstel, volg_uitspraak
from planvanaanpak.beroepbron import eerste_dag, zaak_van
from planvanaanpak.beroepregels import keur_opdracht, keur_soort, vraagt_dwangsom, vraagt_opdracht
from planvanaanpak.bezwaarkeuzes import Beroepsoort, Opdracht
from planvanaanpak.models import Beroep, Besluit, Bezwaar

VELDEN = (
    "soort", "datum", "gerecht", "zaaknummer", "uitkomst", "uitspraak_datum", "uitspraak_verzonden", "opdracht",
    "opdracht_tot", "dwangsom_verbeurd", "dwangsom_per_dag", "dwangsom_hoogstens", "nieuw_besluit", "toelichting",
)  # fmt: skip
DWANGSOMVELDEN = ("dwangsom_verbeurd", "dwangsom_per_dag", "dwangsom_hoogstens")
INTREKVELDEN = ("ingetrokken_op", "ingetrokken_door", "ingetrokken_reden")


@transaction.atomic
def beroep_vastleggen(
    *, over: Bezwaar | Besluit | Termijn, gegevens: Mapping[str, Any], by: User, at: datetime, on: date
) -> Beroep:
    """Record beroep, or a voorlopige voorziening, which may be asked while a bezwaar runs (Awb art. 8:81).

    It is about a bezwaar, about a besluit without bezwaar (art. 7:1), or about a clock of the aanvraag that passed
    without a besluit (art. 6:12). What the court says is followed at once (`volg_uitspraak`).
    """
    beroep = _over(over, "Een beroep vastleggen")
    beroep.door = by
    for veld, waarde in gegevens.items():
        setattr(beroep, veld, waarde)
    if eerder := eerder_verzonden(beroep, at=at):
        return eerder
    _keur(beroep, on)
    bewaar(beroep, by=by)
    tekst = f"{beroep.get_soort_display()}: ingesteld op {datumtekst(beroep.datum)} bij {beroep.gerecht}."
    tekst += volg_uitspraak(beroep, by=by, at=at, on=on)
    _log(beroep, tekst, by=by, at=at)
    return beroep


@transaction.atomic
def beroep_wijzigen(
    *, beroep: Beroep, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime, on: date
) -> Beroep:
    """Put it right, or add the zaaknummer or what the court said."""
    beroep = _vergrendel(beroep, "Een beroep wijzigen")
    for veld in VELDEN:
        if veld in wijzigingen:
            setattr(beroep, veld, wijzigingen[veld])
    _keur(beroep, on)
    weer = herstel(beroep, on, by=by)
    velden = {*wijzigingen, "opdracht", "opdracht_tot", "uitspraak_verzonden", *DWANGSOMVELDEN, *VAN_BEROEP}
    bewaar(beroep, by=by, velden=sorted(velden), reden=reden)
    stand = f": {beroep.get_uitkomst_display().lower()}" if beroep.uitkomst else " gewijzigd"
    tekst = f"{beroep.get_soort_display()} van {datumtekst(beroep.datum)}{stand}.{weer}"
    tekst += volg_uitspraak(beroep, by=by, at=at, on=on)
    _log(beroep, tekst, by=by, at=at, reden=reden)
    return beroep


@transaction.atomic
def beroep_weghalen(*, beroep: Beroep, reden: str, by: User, at: datetime) -> Beroep:
    """Take out what was entered by mistake; a besluit op bezwaar that it vernietigde stands again. History keeps it.

    A bezwaar that was not sent on to the court after all is treated here again.
    """
    beroep = _vergrendel(beroep, "Een beroep weghalen")
    herstel(beroep, localdate(at), by=by, is_weg=True)
    gevolg = ""
    bezwaar = beroep.bezwaar
    if bezwaar is not None and beroep.soort == Beroepsoort.RECHTSTREEKS and bezwaar.doorgezonden_op is not None:
        gevolg = haal_terug(bezwaar, by=by, on=localdate(at), reden=reden)
    beroep.ingetrokken_op, beroep.ingetrokken_door, beroep.ingetrokken_reden = at, by, reden
    bewaar(beroep, by=by, velden=[*INTREKVELDEN, *VAN_BEROEP], reden=reden)
    tekst = f"{beroep.get_soort_display()} van {datumtekst(beroep.datum)} weggehaald.{gevolg}"
    _log(beroep, tekst, by=by, at=at, reden=reden)
    return beroep


def _log(beroep: Beroep, tekst: str, *, by: User, at: datetime, reden: str = "") -> None:
    log(beroep.dossier, "beroep", tekst, by=by, at=at, reden=reden, bezwaar=beroep.bezwaar_id, beroep=beroep.pk)


def _over(over: Bezwaar | Besluit | Termijn, wat: str) -> Beroep:
    """Lock the dossier, and give a beroep about what is named."""
    if isinstance(over, Bezwaar):
        bezwaar = vergrendel_bezwaar(over, wat, loopt=False)
        return Beroep(dossier=bezwaar.dossier, bezwaar=bezwaar)
    van: Dossier = over.dossier  # type: ignore[assignment]  # a clock of a gemeente has none, and is never chosen
    dossier = vergrendel(van)
    eis_status(dossier, MET_BEZWAAR, wat)
    over.dossier = dossier
    beroep = Beroep(dossier=dossier)
    if isinstance(over, Besluit):
        beroep.besluit = over
    else:
        beroep.termijn = over
    return beroep


def _vergrendel(beroep: Beroep, wat: str) -> Beroep:
    """Lock the dossier and give the beroep as it is now. Raises ActieFout for what was taken out."""
    over: Any = beroep.bezwaar or beroep.besluit or beroep.termijn
    vast = _over(over, wat)
    rij: Beroep = Beroep.objects.select_for_update(of=("self",)).select_related("nieuw_besluit").get(pk=beroep.pk)
    if rij.is_ingetrokken:
        raise ActieFout(f"Dit is al weggehaald: {rij.ingetrokken_reden}")
    rij.dossier, rij.bezwaar, rij.besluit, rij.termijn = vast.dossier, vast.bezwaar, vast.besluit, vast.termijn
    return rij


def _keur(beroep: Beroep, on: date) -> None:
    sinds, eerste = eerste_dag(beroep)
    eis_op_of_na(beroep.datum, eerste, on, "Deze dag", sinds)
    zaak = zaak_van(beroep)
    if fout := keur_soort(zaak, beroep.soort):
        raise ActieFout(fout)
    if bool(beroep.uitkomst) != (beroep.uitspraak_datum is not None):
        raise ActieFout("Vul de uitkomst en de datum van de uitspraak allebei in, of geen van beide.")
    if not vraagt_opdracht(beroep.soort, beroep.uitkomst):
        beroep.opdracht = ""
    if fout := keur_opdracht(zaak, beroep.soort, beroep.uitkomst, beroep.opdracht):
        raise ActieFout(fout)
    _keur_dagen(beroep, on)
    if not vraagt_dwangsom(beroep.soort, beroep.uitkomst):
        for veld in DWANGSOMVELDEN:
            setattr(beroep, veld, None)
    if beroep.nieuw_besluit is not None:
        _keur_nieuw_besluit(beroep)


def _keur_dagen(beroep: Beroep, on: date) -> None:
    uitspraak = beroep.uitspraak_datum
    if uitspraak is None:
        beroep.uitspraak_verzonden = None
    else:
        eis_op_of_na(uitspraak, beroep.datum, on, "De datum van de uitspraak", "het verzoek of beroep")
    if beroep.uitspraak_verzonden is not None and uitspraak is not None:
        eis_op_of_na(beroep.uitspraak_verzonden, uitspraak, on, "De verzending van de uitspraak", "de uitspraak")
    if beroep.opdracht != Opdracht.OPNIEUW:
        beroep.opdracht_tot = None
    elif beroep.opdracht_tot and uitspraak and beroep.opdracht_tot <= (beroep.uitspraak_verzonden or uitspraak):
        raise ActieFout("De dag om opnieuw te beslissen ligt na de uitspraak. Kies een latere dag.")


def _keur_nieuw_besluit(beroep: Beroep) -> None:
    nieuw, uitspraak = beroep.nieuw_besluit, beroep.uitspraak_datum
    assert nieuw is not None
    if nieuw.dossier_id != beroep.dossier_id or uitspraak is None or localdate(nieuw.vastgesteld_op) < uitspraak:
        raise ActieFout("Kies een besluit van dit dossier dat na de uitspraak is genomen.")
