"""Klad round every request, so that no view of a form has to think of it.

A form that was saved (a POST answered by a redirect) has no klad any more. One that was refused is shown again, and
kept: nothing of that page stays in the browser, so going back asks for the empty form. A form that is sent after the
session ended is kept for the person it was drawn for, and waits at the same page after logging in.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from accounts.actions.klad import KladTeGroot, klad_bewaren, klad_weggooien
from accounts.kladbewijs import lees_bewijs
from accounts.kladvelden import BEWIJS, kies_velden

UITGELOGD = "U was uitgelogd. Wat u typte, is bewaard. Log in: dan staat het klaar bij het formulier."


class KladMiddleware:
    """Stands after AuthenticationMiddleware and before LoginRequiredMiddleware, which sends a visitor away."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        if request.method == "POST" and antwoord.status_code in (200, 302) and request.user.is_authenticated:
            bewijs = lees_bewijs(request.POST[BEWIJS]) if BEWIJS in request.POST else None
            if bewijs is not None and bewijs.user == request.user and bewijs.pad.partition("#")[0] == request.path:
                if antwoord.status_code == 302:
                    klad_weggooien(user=bewijs.user, pad=bewijs.pad, sleutel=bewijs.sleutel)
                else:
                    bewaar_van(request)
        return antwoord

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if request.method == "POST" and not request.user.is_authenticated and bewaar_van(request):
            messages.info(request, UITGELOGD)


def bewaar_van(request: HttpRequest) -> bool:
    """Keep what was sent for whom the form was drawn; say whether there was anything to keep."""
    bewijs = lees_bewijs(request.POST.get(BEWIJS, ""))
    if bewijs is None:
        return False
    try:
        klad_bewaren(
            user=bewijs.user,
            pad=bewijs.pad,
            sleutel=bewijs.sleutel,
            velden=kies_velden(request.POST.lists()),
        )
    except KladTeGroot:
        return False
    return True
