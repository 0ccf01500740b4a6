"""Show a burgerservicenummer in full: only when asked, and always logged."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, log
from cases.models import Dossier, DossierEvent


@transaction.atomic
def bsn_tonen(*, dossier: Dossier, by: User, at: datetime) -> DossierEvent:
    """Log that someone looked at the whole BSN; the number itself is not in the log. Refused when there is none."""
    if not dossier.persoon.bsn:
        raise ActieFout("Van deze persoon is geen burgerservicenummer bekend.")
    return log(dossier, "bsn_getoond", "Burgerservicenummer getoond.", by=by, at=at)
