"""Correct or withdraw a contact, a verificatie or a driegesprek that was entered wrongly; the clocks follow."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_dag, eis_status, log, vergrendel, zet_status
from cases.actions.klokken import volg_feiten
from cases.actions.pogingen import volg_pogingen
from cases.actions.vraagklok import eis_spoed, volg_vraag
from cases.keuzes import MET_EEN_ANDER, VerificatieAntwoord
from cases.models import Contact, Dossier, Driegesprek, Verificatie
from cases.models.intrekbaar import Intrekbaar
from cases.status import Status
from cases.verificatiestand import wacht_op_gesprek
from cases.verschuiving import in_een_zin
from config.weergave import datum as datumtekst

R = TypeVar("R", bound=Intrekbaar)

# A fact is written down right in every status, also after the end; a withdrawn dossier is put back first.
TE_VERBETEREN = frozenset(Status) - {Status.INGETROKKEN}
INGETROKKEN_VELDEN = ["ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"]


@transaction.atomic
def contact_wijzigen(
    *, contact: Contact, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime, on: date
) -> Contact:
    """Correct a contact; the first contact and the clocks that hang on it follow. No difference writes nothing.

    Raises ActieFout for a withdrawn contact, another day in the future or before the aanmelding, or somebody else
    unnamed.
    """
    dossier, contact = open_rij(contact, "Een contact verbeteren")
    was = contact.datum
    if not vul(contact, wijzigingen):
        return contact
    if contact.datum != was:
        eis_dag(dossier, contact.datum, on, "Het contact")
    eis_wie(contact.uitkomst, contact.met)
    bewaar(contact, by=by, velden=list(wijzigingen), reden=reden)
    gevolg = in_een_zin(volg_feiten(dossier, by=by, on=on, reden=reden))
    volg_pogingen(dossier, by=by, on=on)
    wat = f"Contact van {datumtekst(contact.datum)} verbeterd: {labels(contact, wijzigingen)}.{gevolg}"
    log(dossier, "contact_verbeterd", wat, by=by, at=at, reden=reden, contact=contact.pk)
    return contact


@transaction.atomic
def contact_intrekken(*, contact: Contact, reden: str, by: User, at: datetime, on: date) -> Contact:
    """Withdraw a contact that was not there: it counts nowhere, and what was to follow from it is dropped."""
    dossier, contact = open_rij(contact, "Een contact intrekken")
    trek_in(contact, reden, by=by, at=at)
    for taak in contact.taken.open():
        taak.is_vervallen = True
        bewaar(taak, by=by, velden=["is_vervallen"], reden=reden)
    gevolg = in_een_zin(volg_feiten(dossier, by=by, on=on, reden=reden))
    volg_pogingen(dossier, by=by, on=on)
    tekst = f"Contact van {datumtekst(contact.datum)} ingetrokken.{gevolg}"
    log(dossier, "contact_ingetrokken", tekst, by=by, at=at, reden=reden, contact=contact.pk)
    return contact


@transaction.atomic
def verificatie_wijzigen(
    *, verificatie: Verificatie, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime, on: date
) -> Verificatie:
    """Correct a verificatie; the status and the 8 weken follow what UHT really answered.

    Raises ActieFout for a withdrawn one, an answer without its day or the other way round, or days that can't be.
    """
    dossier, verificatie = open_rij(verificatie, "Een verificatie verbeteren")
    was_bevestigd = verificatie.antwoord == VerificatieAntwoord.BEVESTIGD
    if not vul(verificatie, wijzigingen):
        return verificatie
    _eis_antwoord(dossier, verificatie, on)
    if {"kanaal", "spoed"} & set(wijzigingen):
        eis_spoed(dossier, verificatie.kanaal, verificatie.spoed)
    bewaar(verificatie, by=by, velden=list(wijzigingen), reden=reden)
    gevolg = _volg_verificatie(dossier, verificatie, was_bevestigd=was_bevestigd, by=by, on=on, reden=reden)
    wat = f"Verificatie verbeterd: {labels(verificatie, wijzigingen)}.{gevolg}"
    log(dossier, "verificatie_verbeterd", wat, by=by, at=at, reden=reden, verificatie=verificatie.pk)
    return verificatie


@transaction.atomic
def verificatie_intrekken(*, verificatie: Verificatie, reden: str, by: User, at: datetime, on: date) -> Verificatie:
    """Withdraw a verificatie; without another confirmation the dossier waits for one again."""
    dossier, verificatie = open_rij(verificatie, "Een verificatie intrekken")
    was_bevestigd = verificatie.antwoord == VerificatieAntwoord.BEVESTIGD
    trek_in(verificatie, reden, by=by, at=at)
    gevolg = _volg_verificatie(dossier, verificatie, was_bevestigd=was_bevestigd, by=by, on=on, reden=reden)
    tekst = f"Verificatie van {datumtekst(verificatie.datum_gevraagd)} ingetrokken.{gevolg}"
    log(dossier, "verificatie_ingetrokken", tekst, by=by, at=at, reden=reden, verificatie=verificatie.pk)
    return verificatie


@transaction.atomic
def driegesprek_intrekken(*, driegesprek: Driegesprek, reden: str, by: User, at: datetime) -> Driegesprek:
    """Withdraw a driegesprek that was not held; F counts it no more (SPR art. 6 lid 4d)."""
    dossier, driegesprek = open_rij(driegesprek, "Een driegesprek intrekken")
    trek_in(driegesprek, reden, by=by, at=at)
    volg_pogingen(dossier, by=by, on=localdate(at))
    tekst = f"Driegesprek van {datumtekst(driegesprek.datum)} ingetrokken. Het telt niet meer mee voor de SPUK."
    log(dossier, "driegesprek_ingetrokken", tekst, by=by, at=at, reden=reden, driegesprek=driegesprek.pk)
    return driegesprek


def open_rij(rij: R, wat: str) -> tuple[Dossier, R]:
    """Lock the dossier of a row and give the row as it is now; refused when the row was withdrawn."""
    dossier = vergrendel(rij.dossier)  # type: ignore[attr-defined]  # every model that is Intrekbaar has a dossier
    eis_status(dossier, TE_VERBETEREN, wat)
    nu = type(rij)._default_manager.get(pk=rij.pk)
    nu.dossier = dossier  # type: ignore[attr-defined]
    if nu.is_ingetrokken:
        raise ActieFout(f"{wat} kan niet: dit is al ingetrokken. De reden was: {nu.ingetrokken_reden}")
    return dossier, nu


def vul(rij: Intrekbaar, wijzigingen: Mapping[str, Any]) -> bool:
    """Put the new values in; says whether any differs."""
    anders = any(getattr(rij, veld) != waarde for veld, waarde in wijzigingen.items())
    for veld, waarde in wijzigingen.items():
        setattr(rij, veld, waarde)
    return anders


def trek_in(rij: Intrekbaar, reden: str, *, by: User, at: datetime) -> None:
    if not reden.strip():
        raise ActieFout("Schrijf op waarom u dit intrekt.")
    rij.ingetrokken_op, rij.ingetrokken_door, rij.ingetrokken_reden = at, by, reden.strip()
    bewaar(rij, by=by, velden=INGETROKKEN_VELDEN, reden=reden)


def eis_wie(uitkomst: str, met: str) -> None:
    """Ask who it was when it was not the inwoner; the form asks the same."""
    if uitkomst in MET_EEN_ANDER and not met.strip():
        raise ActieFout("Vul in wie u bereikte.")


def labels(rij: Intrekbaar, wijzigingen: Mapping[str, Any]) -> str:
    return ", ".join(str(rij._meta.get_field(veld).verbose_name) for veld in wijzigingen)  # type: ignore[union-attr]


def _eis_antwoord(dossier: Dossier, verificatie: Verificatie, on: date) -> None:
    antwoord, dag = verificatie.antwoord, verificatie.datum_antwoord
    if verificatie.datum_gevraagd > on:
        raise ActieFout("De vraag kan niet in de toekomst liggen.")
    if bool(antwoord) != (dag is not None):
        raise ActieFout("Vul het antwoord en de dag van het antwoord allebei in, of laat ze allebei leeg.")
    if dag is None:
        return
    eis_dag(dossier, dag, on, "Het antwoord")
    if verificatie.datum_gevraagd > dag:
        raise ActieFout("Het antwoord kan niet vóór de vraag komen. Controleer de twee datums.")


def _volg_verificatie(
    dossier: Dossier, verificatie: Verificatie, *, was_bevestigd: bool, by: User, on: date, reden: str
) -> str:
    """Move the dossier to what the verificaties that count say of it, and its clocks along."""
    bevestigd = wacht_op_gesprek(dossier)
    naar = None
    if dossier.status == Status.AANMELDING and bevestigd:
        naar = Status.EERSTE_GESPREK
    elif dossier.status == Status.EERSTE_GESPREK and was_bevestigd and not bevestigd:
        naar = Status.AANMELDING
    if naar is not None:
        zet_status(dossier, naar)
        bewaar(dossier, by=by, velden=["status", "updated_at"], reden=reden)
    terug = f" Het dossier staat weer op '{naar.label}'." if naar is Status.AANMELDING else ""
    verschoven = [*volg_vraag(dossier, verificatie, on=on), *volg_feiten(dossier, by=by, on=on, reden=reden)]
    return f"{terug}{in_een_zin(verschoven)}"
