"""What is done with a burgerservicenummer is always logged: showing it in full, and finding whose it is.

Only the work itself may ask for it (Wabb art. 10). The number itself is in no log.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, log
from cases.models import Dossier, DossierEvent

P = ParamSpec("P")
R = TypeVar("R")


class BsnBezet(ActieFout):
    """Another dossier of the gemeente has this BSN; the refusal names it."""

    def __init__(self, ander: Dossier) -> None:
        super().__init__(
            f"Dit BSN staat al in dossier {ander.nummer}. Is het dezelfde persoon? Vraag een coördinator de twee"
            " dossiers samen te voegen."
        )
        self.ander = ander


@transaction.atomic
def bsn_tonen(*, dossier: Dossier, by: User, at: datetime) -> DossierEvent:
    """Log that someone looked at the whole BSN; the number itself is not in the log. Refused when there is none."""
    if not dossier.persoon.bsn:
        raise ActieFout("Van deze persoon is geen burgerservicenummer bekend.")
    return log(dossier, "bsn_getoond", "Burgerservicenummer getoond.", by=by, at=at)


@transaction.atomic
def bsn_gevonden(*, dossier: Dossier, waar: str, by: User | None, at: datetime) -> DossierEvent:
    """Log that someone who filled in a BSN was told whose it is."""
    return log(dossier, "bsn_gezocht", f"Gevonden door dit burgerservicenummer {waar} in te vullen.", by=by, at=at)


def atomic_with_bsn(actie: Callable[P, R]) -> Callable[P, R]:
    """Run an action whole or not at all; that it was refused with the dossier of a BSN is kept all the same."""

    @wraps(actie)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with transaction.atomic():
                return actie(*args, **kwargs)
        except BsnBezet as fout:
            by, at = cast(User | None, kwargs["by"]), cast(datetime, kwargs["at"])
            bsn_gevonden(dossier=fout.ander, waar="bij een ander dossier", by=by, at=at)
            raise

    return wrapper
