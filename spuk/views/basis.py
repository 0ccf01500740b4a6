"""What every SPUK page does: find the gemeente that the user may see, and its years."""

from typing import cast

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from spuk.normbedragen import EERSTE_JAAR, LAATSTE_JAAR


def gebruiker(request: HttpRequest) -> User:
    return cast(User, request.user)


def get_gemeente(request: HttpRequest, code: str, permission: Permission = Permission.SPUK_ZIEN) -> Gemeente:
    """Give a gemeente in which the user holds `permission`; else 404."""
    gemeenten = Gemeente.objects.visible_to(gebruiker(request), permission)
    return get_object_or_404(gemeenten, code=code)


def eis_jaar(jaar: int) -> int:
    """Refuse a year outside the regeling with a 404."""
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise Http404
    return jaar


def jaren(on_jaar: int) -> list[int]:
    """Give the years to choose from: the regeling up to this year."""
    return list(range(EERSTE_JAAR, min(on_jaar, LAATSTE_JAAR) + 1))
