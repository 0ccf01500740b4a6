"""Make an address geheim, and show one: only when asked, and always logged."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log
from cases.models import Dossier, DossierEvent, Persoon


@transaction.atomic
def adres_tonen(*, dossier: Dossier, by: User, at: datetime) -> DossierEvent:
    """Log that someone looked at a geheim adres; the address is not in the log. Refused when it is not geheim."""
    if not dossier.persoon.geheim_adres:
        raise ActieFout("Het adres van deze persoon is niet geheim. U ziet het op deze pagina.")
    return log(dossier, "adres_getoond", "Geheim adres getoond.", by=by, at=at)


def maak_geheim(persoon: Persoon, *, by: User | None, reden: str) -> None:
    """Hide the address of who was merged into another: it may be the very one that is geheim there."""
    if not persoon.geheim_adres:
        persoon.geheim_adres = True
        bewaar(persoon, by=by, velden=["geheim_adres"], reden=reden)


def maak_samengevoegde_geheim(dossier: Dossier, *, by: User | None, reden: str) -> None:
    """Hide the addresses of all that was merged into this dossier, by way of another as well: nobody works there."""
    for ander in Dossier.objects.filter(intrekking__samengevoegd_met=dossier).select_related("persoon"):
        maak_geheim(ander.persoon, by=by, reden=reden)
        maak_samengevoegde_geheim(ander, by=by, reden=reden)
