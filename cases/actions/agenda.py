"""Make, withdraw and look up the secret address of a user's calendar feed."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Agendaadres

# 256 bits: not to be guessed, so a plain hash of it can be kept without a salt.
BYTES = 32
# Programs ask every few minutes; when one last did is noted at most this often.
NOTEER_ELKE = timedelta(hours=1)


def hash_van(sleutel: str) -> str:
    return hashlib.sha256(sleutel.encode()).hexdigest()


@transaction.atomic
def agendaadres_maken(*, user: User, at: datetime) -> tuple[Agendaadres, str]:
    """Give a user a new secret address; the old one stops at once. Only the hash of it is kept."""
    sleutel = secrets.token_urlsafe(BYTES)
    waarden = {"sleutel_sha256": hash_van(sleutel), "created_at": at, "gebruikt_op": None}
    adres, _ = Agendaadres.objects.update_or_create(user=user, defaults=waarden)
    return adres, sleutel


@transaction.atomic
def agendaadres_intrekken(*, user: User) -> bool:
    """Stop the address of a user at once; says whether there was one."""
    aantal, _ = Agendaadres.objects.visible_to(user).delete()
    return bool(aantal)


def zoek_agendaadres(*, sleutel: str, at: datetime) -> Agendaadres | None:
    """Find the address with this secret, of somebody who may still work here, and note that it was used.

    It is looked up by its hash, so how long that takes says nothing about the secret.
    """
    adres = Agendaadres.objects.select_related("user").filter(sleutel_sha256=hash_van(sleutel)).first()
    if adres is None or not adres.user.mag(Permission.AGENDA):
        return None
    if adres.gebruikt_op is None or at - adres.gebruikt_op >= NOTEER_ELKE:
        Agendaadres.objects.filter(pk=adres.pk).update(gebruikt_op=at)
    return adres
