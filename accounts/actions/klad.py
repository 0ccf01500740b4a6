"""Keep what somebody typed and did not save, for that user only, until it is saved, thrown away or old."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from accounts.kladvelden import KEER, KLAAR, LABELS, get_voorsprong, is_onaangeroerd, past
from accounts.models import Klad, User
from accounts.querysets import KladQuerySet

BEWAARTERMIJN = timedelta(days=14)
# How long it is known that a text was saved or cancelled: far longer than a message can be on its way.
KLAARTERMIJN = timedelta(days=1)


class KladTeGroot(Exception):
    """More than a form can hold; nothing was kept."""


@transaction.atomic
def klad_bewaren(*, user: User, pad: str, sleutel: str, velden: dict[str, list[str]]) -> bool:
    """Keep the latest text of one form of one user, beside what waits there from another time that it was opened.

    A message may be overtaken on its way: one that comes after a later text of the same page changes nothing, and one
    that comes after its text was saved or cancelled neither. A form that nobody touched keeps nothing, unless its text
    waits already. Say whether there is a text that waits. No event: nothing in a dossier changed.
    """
    if not past(velden):
        raise KladTeGroot
    if is_onaangeroerd(velden) and not Klad.objects.filter(user=user, pad=pad, sleutel=sleutel).exists():
        return False
    klad, is_nieuw = _vergrendeld().get_or_create(user=user, pad=pad, sleutel=sleutel, defaults={"gegevens": velden})
    if is_nieuw:
        return True
    voorsprong, is_klaar = get_voorsprong(velden, klad.gegevens), KLAAR in klad.gegevens
    if voorsprong is not None and (voorsprong < 0 or (voorsprong == 0 and is_klaar)):
        return not is_klaar
    labels = {LABELS: klad.gegevens[LABELS]} if LABELS in klad.gegevens else {}
    klad.gegevens = labels | velden  # a page to confirm shows no labels
    klad.save(update_fields=["gegevens", "updated_at"])
    return True


@transaction.atomic
def klad_weggooien(*, user: User, pad: str, sleutel: str, keer: list[str] | None = None) -> None:
    """Throw away what was typed this time; what waits from another time stays.

    With `keer`, which says what text that was, it stays away when it arrives once more, and what was typed later stays.
    """
    klaar = {KLAAR: [""], KEER: keer or []}
    if get_voorsprong(klaar, klaar) is None:
        Klad.objects.filter(user=user, pad=pad, sleutel=sleutel).delete()
        return
    klad, is_nieuw = _vergrendeld().get_or_create(user=user, pad=pad, sleutel=sleutel, defaults={"gegevens": klaar})
    voorsprong = get_voorsprong(klaar, klad.gegevens)
    if not is_nieuw and (voorsprong is None or voorsprong >= 0):
        klad.gegevens = klaar
        klad.save(update_fields=["gegevens", "updated_at"])


def _vergrendeld() -> KladQuerySet:
    return Klad.objects.select_for_update()


def kladden_opruimen(*, at: datetime) -> int:
    """Remove what is old, and what belongs to an account that was switched off; give how many."""
    oud = Q(updated_at__lt=at - BEWAARTERMIJN) | Q(gegevens__has_key=KLAAR, updated_at__lt=at - KLAARTERMIJN)
    aantal, _ = Klad.objects.filter(oud | Q(user__is_active=False)).delete()
    return aantal
