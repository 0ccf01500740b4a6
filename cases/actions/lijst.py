"""Save a list as one looks at it, and note that a list left the program."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout
from cases.models import Lijstexport, Lijstweergave

WEERGAVEN_HOOGSTENS = 20


@transaction.atomic
def weergave_bewaren(
    *, user: User, naam: str, filters: Mapping[str, Any], kolommen: Sequence[str]
) -> tuple[Lijstweergave, bool]:
    """Keep a choice, order and columns under a name; gives whether it is new. The same name replaces what it held.

    Locks the user, so that two saves at once can't pass the limit.
    """
    User.objects.select_for_update().get(pk=user.pk)
    eigen = Lijstweergave.objects.filter(user=user)
    if not eigen.filter(naam=naam).exists() and eigen.count() >= WEERGAVEN_HOOGSTENS:
        raise ActieFout(f"U heeft al {WEERGAVEN_HOOGSTENS} weergaven. Verwijder er eerst een.")
    return Lijstweergave.objects.update_or_create(
        user=user, naam=naam, defaults={"filters": dict(filters), "kolommen": list(kolommen)}
    )


@transaction.atomic
def weergave_hernoemen(*, weergave: Lijstweergave, naam: str) -> Lijstweergave:
    User.objects.select_for_update().get(pk=weergave.user_id)
    if Lijstweergave.objects.filter(user=weergave.user_id, naam=naam).exclude(pk=weergave.pk).exists():
        raise ActieFout(f"U heeft al een weergave met de naam {naam}. Kies een andere naam.")
    weergave.naam = naam
    weergave.save(update_fields=["naam"])
    return weergave


def weergave_verwijderen(*, weergave: Lijstweergave) -> None:
    """Throw a weergave away: it is a choice of one user and nothing hangs on it, so nothing is kept of it."""
    weergave.delete()


def export_vastleggen(
    *, user: User, at: datetime, filters: Mapping[str, Any], kolommen: Sequence[str], aantal: int
) -> Lijstexport:
    """Note who took which list and how long it was; whose dossiers stood in it is not kept a second time."""
    return Lijstexport.objects.create(user=user, at=at, filters=dict(filters), kolommen=list(kolommen), aantal=aantal)
