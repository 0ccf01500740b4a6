"""Assign a dossier to a consulent."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_status, log, vergrendel
from cases.actions.taak import geef_taken_door
from cases.models import Dossier
from cases.status import TOE_TE_WIJZEN


@transaction.atomic
def toewijzen(*, dossier: Dossier, casusregisseur: User, by: User, at: datetime, reden: str = "") -> Dossier:
    """Make a consulent the casusregisseur. Refused for a withdrawn dossier or a user who is no consulent there.

    A dossier that rests or is closed may still ask work, or ask it again. What it asks goes to who is there.
    An externe hulpverlener is refused too, whatever other roles they have (Wht art. 2.21 lid 5).
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, TOE_TE_WIJZEN, "Toewijzen")
    if not User.objects.casusregisseurs(dossier.gemeente_id).filter(pk=casusregisseur.pk).exists():
        raise ActieFout(
            f"{casusregisseur.naam} is geen actieve consulent van deze gemeente, of is er externe hulpverlener."
        )
    if dossier.casusregisseur_id == casusregisseur.pk:
        raise ActieFout(f"{casusregisseur.naam} is al de casusregisseur van dit dossier.")
    vorige, dossier.casusregisseur = dossier.casusregisseur, casusregisseur
    bewaar(dossier, by=by, velden=["casusregisseur", "updated_at"], reden=reden)
    geef_taken_door(dossier=dossier, van=vorige, naar=casusregisseur, by=by)
    log(dossier, "toegewezen", f"Toegewezen aan {casusregisseur.naam}.", by=by, at=at, reden=reden)
    return dossier
