"""Show a geheim adres: only when asked, and always logged."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, log
from cases.models import Dossier, DossierEvent


@transaction.atomic
def adres_tonen(*, dossier: Dossier, by: User, at: datetime) -> DossierEvent:
    """Log that someone looked at a geheim adres; the address is not in the log. Refused when it is not geheim."""
    if not dossier.persoon.geheim_adres:
        raise ActieFout("Het adres van deze persoon is niet geheim. U ziet het op deze pagina.")
    return log(dossier, "adres_getoond", "Geheim adres getoond.", by=by, at=at)
