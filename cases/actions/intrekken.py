"""Withdraw a dossier that was made by mistake, with its reason, and bring it back as it was."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel, verwijder, zet_status
from cases.actions.bsn import atomic_with_bsn
from cases.actions.gezin import vergrendel_gezin
from cases.actions.klokken import Waarom, start_klokken, stop_klokken, volg_feiten
from cases.actions.persoon import bewaar_persoon
from cases.actions.stilleggen import hervat, laatste_gegevens, leg_stil
from cases.models import Dossier, DossierIntrekking, Persoon
from cases.registratie import bindingen
from cases.status import TOEGESTAAN, Status

INGETROKKEN, TERUGGEZET = "ingetrokken", "teruggezet"
PERSOON_VERSIE = "persoon_versie"
IN_TE_TREKKEN = frozenset(status for status, naar in TOEGESTAAN.items() if Status.INGETROKKEN in naar)


@transaction.atomic
def dossier_intrekken(*, dossier: Dossier, reden: str, by: User, at: datetime) -> Dossier:
    """Withdraw a dossier: its clocks, taken and afspraken drop, and the BSN is free for the right dossier.

    Nothing is thrown away. Raises ActieFout once there is a besluit or a cost.
    """
    vergrendel_gezin(dossier)
    dossier = vergrendel(dossier)
    eis_status(dossier, IN_TE_TREKKEN, "Het dossier intrekken")
    if vast := [binding.wat for binding in bindingen(dossier) if binding.is_definitief]:
        raise ActieFout(f"Het dossier intrekken kan niet: er is al {' en '.join(vast)}.")
    reden = reden.strip()
    if not reden:
        raise ActieFout("Schrijf op waarom u het dossier intrekt.")
    stil = trek_dossier_in(dossier, reden, by=by, op=at)
    log(dossier, INGETROKKEN, "Dossier ingetrokken. Er lopen geen termijnen meer.", by=by, at=at, reden=reden, **stil)
    return dossier


def trek_dossier_in(
    dossier: Dossier, reden: str, *, by: User, op: datetime, met: Dossier | None = None
) -> dict[str, Any]:
    """Put a locked dossier out of use and let its BSN free; gives what was dropped, for the event of the caller."""
    rij = DossierIntrekking(dossier=dossier, status_voor=dossier.status, reden=reden, samengevoegd_met=met)
    rij.ingetrokken_op, rij.ingetrokken_door = op, by
    bewaar(rij, by=by, reden=reden)
    stop_klokken(dossier, Waarom.INTREKKING, localdate(op))
    stil = leg_stil(dossier, by=by, reden=reden, al_stil={})
    zet_status(dossier, Status.INGETROKKEN)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=reden)
    return {**stil, PERSOON_VERSIE: _geef_bsn_vrij(dossier, by=by, reden=reden)}


def _geef_bsn_vrij(dossier: Dossier, *, by: User, reden: str) -> int:
    """Blank the BSN; gives the row of the history that still holds it, 0 when there was none."""
    persoon = Persoon.objects.select_for_update().get(pk=dossier.persoon_id)
    dossier.persoon = persoon
    if not persoon.bsn:
        return 0
    versie: int = persoon.history.order_by("-history_id").values_list("history_id", flat=True)[0]
    persoon.bsn = ""
    bewaar(persoon, by=by, velden=["bsn"], reden=reden)
    return versie


@atomic_with_bsn
def dossier_herstellen(*, dossier: Dossier, reden: str, by: User, at: datetime, on: date) -> Dossier:
    """Bring a withdrawn dossier back to the status it had, with its BSN and with its clocks running again.

    Raises ActieFout when another dossier has the BSN by now.
    """
    vergrendel_gezin(dossier)
    dossier = vergrendel(dossier)
    eis_status(dossier, frozenset({Status.INGETROKKEN}), "Het dossier terugzetten")
    intrekking = DossierIntrekking.objects.get(dossier=dossier)
    reden = reden.strip()
    if not reden:
        raise ActieFout("Schrijf op waarom u het dossier terugzet.")
    zet_status(dossier, Status(intrekking.status_voor))
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=reden)
    verwijder(intrekking, by=by, reden=reden)
    _geef_bsn_terug(dossier, by=by, reden=reden)
    start_klokken(dossier, Waarom.INTREKKING, on)
    volg_feiten(dossier, by=by, on=on, reden=reden)
    hervat(dossier, INGETROKKEN, by=by, on=on, reden=reden)
    tekst = f"Dossier teruggezet. Het staat weer op '{dossier.get_status_display()}'."
    log(dossier, TERUGGEZET, tekst, by=by, at=at, reden=reden)
    return dossier


def _geef_bsn_terug(dossier: Dossier, *, by: User, reden: str) -> None:
    """Take back the BSN that the withdrawal let free, unless the right dossier has it now."""
    versie = laatste_gegevens(dossier, INGETROKKEN).get(PERSOON_VERSIE)
    if not versie:
        return
    persoon = Persoon.objects.select_for_update().get(pk=dossier.persoon_id)
    persoon.bsn = persoon.history.get(history_id=versie).bsn
    bewaar_persoon(persoon, by=by, velden=["bsn"], reden=reden)
    dossier.persoon = persoon
