"""Take the plan up again in the nazorg: after a terugval, or when there is more need (VNG handreiking nazorg 2024)."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, eis_in_leven, eis_status, log, vergrendel, zet_status
from cases.models import Dossier
from cases.status import Status
from nazorg.actions.nazorg import IN_NAZORG
from nazorg.actions.traject import HERVAT, laat_planning_vervallen, sluit_traject
from nazorg.hervatgrond import Hervatgrond


@transaction.atomic
def plan_hervatten(*, dossier: Dossier, grond: Hervatgrond, toelichting: str, by: User, at: datetime) -> Dossier:
    """Bring a dossier from the nazorg back to the uitvoering of its plan, with the reason (§1.2).

    The nazorg closes: contacts that were only planned are taken out, what was held stays. Nothing else changes: the end
    stands, the two vensters of the eerste gesprek run on, and when the doelen are behaald the support ends
    again, with a new nazorg. Raises ActieFout without a reason.
    """
    dossier = vergrendel(dossier)
    eis_status(dossier, IN_NAZORG, "Het plan weer oppakken")
    eis_in_leven(dossier, "Het plan weer oppakken")
    toelichting = toelichting.strip()
    if not toelichting:
        raise ActieFout("Schrijf op waarom u het plan weer oppakt.")
    traject, gepland = laat_planning_vervallen(dossier, toelichting, by=by)
    if traject is not None:
        sluit_traject(traject, HERVAT, by=by, at=at)
    zet_status(dossier, Status.UITVOERING)
    bewaar(dossier, by=by, velden=["status", "updated_at"], reden=toelichting)
    tekst = f"Plan weer opgepakt in de nazorg: {grond.label.lower()}."
    if gepland:
        tekst += f" Geplande contacten vervallen: {gepland}."
    log(dossier, "plan_hervat", tekst, by=by, at=at, reden=toelichting, grond=str(grond))
    return dossier
