"""Note something to do on a day, do it, move it, or give it to a colleague."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from accounts.models import Gemeente, Lidmaatschap, User
from accounts.permissions import ROLLEN, Permission
from cases.actions.basis import ActieFout, bewaar, log, vergrendel
from cases.actions.dubbel import eerder_verzonden
from cases.keuzes import TaakSoort
from cases.models import Contact, Dossier, Taak
from cases.vervanging import met_afwezigheid
from config.weergave import datum as datumtekst

VAN_AFSPRAAK = (TaakSoort.AFSPRAAK, TaakSoort.HERINNERING)
# What the casusregisseur does, whoever planned or noted it.
VAN_REGISSEUR = (*VAN_AFSPRAAK, TaakSoort.POGING)


@transaction.atomic
def taak_maken(
    *, gemeente: Gemeente, dossier: Dossier | None, wat: str, datum: date, voor: User, by: User, at: datetime, on: date
) -> Taak:
    """Note something to do, about a dossier or not. One about a dossier is logged there, in every status of it.

    Raises ActieFout for a day that has passed and for somebody who does not work in this gemeente.
    """
    _eis_dag(datum, on)
    eis_medewerker(voor, gemeente.pk)
    if dossier is not None:
        dossier = vergrendel(dossier)
    taak = Taak(gemeente=gemeente, dossier=dossier, voor=voor, wat=wat, datum=datum, door=by)
    if eerder := eerder_verzonden(taak, at=at):
        return eerder
    bewaar(taak, by=by)
    _log(taak, f"Taak gemaakt: {wat}.", by=by, at=at)
    return taak


def maak_opvolging(
    *, contact: Contact, dossier: Dossier, datum: date, wat: str, voor: User | None, by: User, on: date
) -> Taak:
    """Make the taak that follows from a contact; part of the action that logs the contact.

    It is for the casusregisseur unless somebody else is named; for whoever noted it when nobody has the dossier.
    """
    _eis_dag(datum, on)
    voor = voor or andere_casusregisseur(dossier, by, on) or by
    eis_medewerker(voor, dossier.gemeente_id)
    return bewaar(
        Taak(
            gemeente_id=dossier.gemeente_id,
            dossier=dossier,
            voor=voor,
            soort=TaakSoort.OPVOLGEN,
            wat=wat or "Opnieuw contact opnemen",
            datum=datum,
            contact=contact,
            door=by,
        ),
        by=by,
    )


@transaction.atomic
def taak_gedaan(*, taak: Taak, by: User, at: datetime) -> Taak:
    """Mark a taak as done; done already it stays as it is, and nothing more is logged."""
    taak = _vergrendel(taak)
    if taak.gedaan_op is not None:
        return taak
    taak.gedaan_op, taak.gedaan_door = at, by
    bewaar(taak, by=by, velden=["gedaan_op", "gedaan_door"])
    _log(taak, f"Taak gedaan: {taak.wat}.", by=by, at=at)
    return taak


@transaction.atomic
def taak_heropenen(*, taak: Taak, by: User, at: datetime) -> Taak:
    """Undo that a taak was marked as done. Raises ActieFout when its afspraak is over: then there is nothing to do."""
    taak = _vergrendel(taak)
    if taak.gedaan_op is None:
        return taak
    if taak.afspraak is not None and taak.afspraak.status != "gepland":
        raise ActieFout(f"De afspraak is al {taak.afspraak.get_status_display().lower()}. De taak kan niet weer open.")
    taak.gedaan_op = taak.gedaan_door = None
    bewaar(taak, by=by, velden=["gedaan_op", "gedaan_door"])
    _log(taak, f"Taak weer open: {taak.wat}.", by=by, at=at)
    return taak


@transaction.atomic
def taak_wijzigen(*, taak: Taak, wijzigingen: Mapping[str, Any], by: User, at: datetime, on: date) -> Taak:
    """Change what, when or for whom. Raises ActieFout for one that is done, or that follows an afspraak's own day."""
    taak = _vergrendel(taak)
    if taak.gedaan_op is not None:
        raise ActieFout("Deze taak is al gedaan. Zet hem eerst weer open.")
    if taak.soort in VAN_AFSPRAAK and set(wijzigingen) - {"voor"}:
        raise ActieFout("De dag van deze taak hoort bij de afspraak. Wijzig de afspraak zelf.")
    if "datum" in wijzigingen:
        _eis_dag(wijzigingen["datum"], on)
    if "voor" in wijzigingen:
        eis_medewerker(wijzigingen["voor"], taak.gemeente_id)
    for veld, waarde in wijzigingen.items():
        setattr(taak, veld, waarde)
    bewaar(taak, by=by, velden=sorted(wijzigingen))
    _log(taak, f"Taak gewijzigd: {_wat_anders(taak, wijzigingen)}.", by=by, at=at)
    return taak


def geef_taken_door(*, dossier: Dossier, van: User | None, naar: User, by: User) -> int:
    """Let the open taken of a dossier follow its new casusregisseur; part of the assignment. Gives how many moved.

    What the former casusregisseur had to do goes over, and every afspraak and attempt, whoever noted it; so does what
    waits for somebody who works here no more. Of a dossier that is not open also what was dropped: it may come back.
    """
    alle = Taak.objects.open() if dossier.is_open else Taak.objects.filter(gedaan_op__isnull=True)
    taken = alle.select_for_update(of=("self",)).filter(dossier=dossier).exclude(voor=naar)
    weg = ~Q(voor__in=_medewerkers(dossier.gemeente_id))
    taken = taken.filter(Q(voor=van) | Q(soort__in=VAN_REGISSEUR) | weg)
    for taak in taken:
        taak.voor = naar
        bewaar(taak, by=by, velden=["voor"])
    return len(taken)


def andere_casusregisseur(dossier: Dossier, by: User, on: date) -> User | None:
    """Give the casusregisseur when that is somebody else, who still works here: what is to be done is theirs.

    Also of who is away, as `met_afwezigheid` says: they keep their dossiers, and somebody stands in.
    """
    if dossier.casusregisseur_id in (None, by.pk):
        return None
    werkt_hier = _medewerkers(dossier.gemeente_id).filter(pk=dossier.casusregisseur_id)
    wie: User | None = met_afwezigheid(werkt_hier, on).first()
    return wie


def eis_medewerker(user: User, gemeente_id: int) -> None:
    """Refuse somebody who does not work in the dossiers of this gemeente: they would never see the taak."""
    if not _medewerkers(gemeente_id).filter(pk=user.pk).exists():
        raise ActieFout(f"{user.naam} werkt niet in de dossiers van deze gemeente. Kies iemand anders.")


def _medewerkers(gemeente_id: int) -> QuerySet[User]:
    """Give who works in the dossiers of a gemeente, by its lidmaatschappen, which are few."""
    rollen = [rol.value for rol in ROLLEN[Permission.DOSSIER_BEWERKEN]]
    leden = Lidmaatschap.objects.filter(gemeente=gemeente_id, rol__in=rollen)
    return User.objects.filter(is_active=True, pk__in=leden.values("user"))


def _eis_dag(datum: date, on: date) -> None:
    if datum < on:
        raise ActieFout("Deze dag is al geweest. Kies vandaag of een dag daarna.")


def _vergrendel(taak: Taak) -> Taak:
    """Lock the dossier if there is one, then the taak, and give it as it is now; refuse one that lapsed."""
    if taak.dossier is not None:
        vergrendel(taak.dossier)
    nu: Taak = Taak.objects.select_for_update(of=("self",)).select_related("dossier", "afspraak").get(pk=taak.pk)
    if nu.is_vervallen:
        raise ActieFout("Deze taak is vervallen. U hoeft niets meer te doen.")
    return nu


def _wat_anders(taak: Taak, wijzigingen: Mapping[str, Any]) -> str:
    delen = [taak.wat]
    if "datum" in wijzigingen:
        delen.append(f"naar {datumtekst(taak.datum)}")
    if "voor" in wijzigingen:
        delen.append(f"voor {taak.voor.naam}")
    return ", ".join(delen)


def _log(taak: Taak, tekst: str, *, by: User, at: datetime) -> None:
    if taak.dossier is not None:
        log(taak.dossier, "taak", tekst, by=by, at=at, taak=taak.pk)
