"""Keep what somebody typed and did not save, for that user only, until it is saved, thrown away or old."""

from datetime import datetime, timedelta

from django.db.models import Q

from accounts.kladvelden import past
from accounts.models import Klad, User

BEWAARTERMIJN = timedelta(days=14)


class KladTeGroot(Exception):
    """More than a form can hold; nothing was kept."""


def klad_bewaren(*, user: User, pad: str, sleutel: str, velden: dict[str, list[str]]) -> Klad:
    """Keep the latest text of one form of one user, beside what waits there from another time that it was opened.

    No event: nothing in a dossier changed.
    """
    if not past(velden):
        raise KladTeGroot
    klad, _ = Klad.objects.update_or_create(user=user, pad=pad, sleutel=sleutel, defaults={"gegevens": velden})
    return klad


def klad_weggooien(*, user: User, pad: str, sleutel: str) -> None:
    """Throw away what was typed this time; what waits from another time stays."""
    Klad.objects.filter(user=user, pad=pad, sleutel=sleutel).delete()


def kladden_opruimen(*, at: datetime) -> int:
    """Remove what is old, and what belongs to an account that was switched off; give how many."""
    aantal, _ = Klad.objects.filter(Q(updated_at__lt=at - BEWAARTERMIJN) | Q(user__is_active=False)).delete()
    return aantal
