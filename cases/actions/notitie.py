"""Write a note, change one's own, or withdraw it. What a restricted note says stands in no event."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from accounts.permissions import Permission
from cases.actions.basis import ActieFout, bewaar, log, vergrendel
from cases.actions.dubbel import eerder_verzonden
from cases.models import Dossier, Notitie


def mag_beperkt(dossier: Dossier, user: User) -> bool:
    """Say whether this user reads restricted notes here: the casusregisseur, and the coördinator of the gemeente."""
    return dossier.casusregisseur_id == user.pk or user.mag(Permission.DOSSIER_TOEWIJZEN, dossier.gemeente_id)


@transaction.atomic
def notitie_maken(*, dossier: Dossier, tekst: str, is_beperkt: bool, by: User, at: datetime) -> Notitie:
    """Write a note, in every status. Raises ActieFout for a restricted one that its own writer could not read."""
    dossier = vergrendel(dossier)
    _eis_mag_beperkt(dossier, by, is_beperkt)
    notitie = Notitie(dossier=dossier, tekst=tekst, is_beperkt=is_beperkt, door=by)
    if eerder := eerder_verzonden(notitie, at=at):
        return eerder
    bewaar(notitie, by=by)
    log(dossier, "notitie", f"{notitie} toegevoegd.", by=by, at=at, notitie=notitie.pk)
    return notitie


@transaction.atomic
def notitie_wijzigen(
    *, notitie: Notitie, wijzigingen: Mapping[str, Any], reden: str, by: User, at: datetime
) -> Notitie:
    """Change one's own note. The reason of a restricted one stays in its own history: it may say what the note says."""
    dossier = vergrendel(notitie.dossier)
    notitie = _eigen_notitie(notitie, by, "wijzigen")
    was_beperkt = notitie.is_beperkt
    for veld, waarde in wijzigingen.items():
        setattr(notitie, veld, waarde)
    _eis_mag_beperkt(dossier, by, notitie.is_beperkt or was_beperkt)
    bewaar(notitie, by=by, velden=sorted(wijzigingen), reden=reden)
    geheim = notitie.is_beperkt or was_beperkt
    log(dossier, "notitie", f"{notitie} gewijzigd.", by=by, at=at, reden="" if geheim else reden, notitie=notitie.pk)
    return notitie


@transaction.atomic
def notitie_intrekken(*, notitie: Notitie, reden: str, by: User, at: datetime) -> Notitie:
    """Withdraw a note that should not be there: one's own, or as coördinator anybody's. It stays readable as such."""
    dossier = vergrendel(notitie.dossier)
    mag_alles = by.mag(Permission.DOSSIER_TOEWIJZEN, dossier.gemeente_id)
    notitie = _geldige_notitie(notitie) if mag_alles else _eigen_notitie(notitie, by, "intrekken")
    _eis_mag_beperkt(dossier, by, notitie.is_beperkt)
    notitie.ingetrokken_op, notitie.ingetrokken_door, notitie.ingetrokken_reden = at, by, reden
    velden = ["ingetrokken_op", "ingetrokken_door", "ingetrokken_reden"]
    bewaar(notitie, by=by, velden=velden, reden=reden)
    geheim = Notitie.history.filter(id=notitie.pk, is_beperkt=True).exists()
    log(dossier, "notitie", f"{notitie} ingetrokken.", by=by, at=at, reden="" if geheim else reden, notitie=notitie.pk)
    return notitie


def _geldige_notitie(notitie: Notitie) -> Notitie:
    """Read the note again, with its dossier locked; refuse one that was withdrawn."""
    nu: Notitie = Notitie.objects.get(pk=notitie.pk)
    if nu.is_ingetrokken:
        raise ActieFout("Deze notitie is al ingetrokken.")
    return nu


def _eigen_notitie(notitie: Notitie, by: User, wat: str) -> Notitie:
    nu = _geldige_notitie(notitie)
    if nu.door_id != by.pk:
        raise ActieFout(f"U kunt alleen uw eigen notities {wat}. Vraag het aan {nu.door.naam}.")
    return nu


def _eis_mag_beperkt(dossier: Dossier, by: User, is_beperkt: bool) -> None:
    if is_beperkt and not mag_beperkt(dossier, by):
        raise ActieFout("Alleen de casusregisseur en de coördinator kunnen een beperkte notitie maken of lezen.")
