"""A signed mark in each form: which form this is, for whom it was drawn, and which time.

With it a text can be kept for the right person when they are no longer logged in, and for no other. It says nothing
to a reader but a number and an address, and it only lets somebody write, never read.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.utils.crypto import get_random_string

from accounts.models import User

ZOUT = "accounts.klad"
GELDIG = timedelta(days=3)


@dataclass(frozen=True)
class Kladbewijs:
    user: User
    pad: str
    sleutel: str


def nieuwe_sleutel() -> str:
    """Give what tells this time that a form was opened from every other."""
    return get_random_string(12)


def maak_bewijs(user: User, pad: str, sleutel: str) -> str:
    return signing.dumps([user.pk, pad, _kenmerk(user), sleutel], salt=ZOUT)


def lees_bewijs(bewijs: str) -> Kladbewijs | None:
    """Give who, where and which time; None for a mark that is false, old, or of somebody who may no longer come in.

    A new password ends the marks of before, as it ends the sessions.
    """
    try:
        pk, pad, kenmerk, sleutel = signing.loads(bewijs, salt=ZOUT, max_age=GELDIG)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    user = User.objects.filter(pk=pk, is_active=True).first()
    return Kladbewijs(user, pad, sleutel) if user is not None and _kenmerk(user) == kenmerk else None


def _kenmerk(user: User) -> str:
    return user.get_session_auth_hash()[:16]
