"""Klad round every request, so that no view of a form has to think of it.

A form that was saved (a POST answered by a redirect) has no klad any more. One that was refused is kept, whether it is
shown again or the view sends its user elsewhere because a colleague was first: nothing of that page stays in the
browser, so going back asks for the empty form. A form that is sent after the session ended is kept for the person it
was drawn for, and waits at the same page after logging in. A form that can't be opened any more (a GET answered by a
redirect) shows what waits there, to copy: there is no form to put it back in. A page that is drawn without its form
shows it by itself (partials/_klad_lezen.html).
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html

from accounts.actions.klad import KladTeGroot, klad_bewaren, klad_weggooien
from accounts.kladbewijs import lees_bewijs
from accounts.kladformulier import list_teksten
from accounts.kladvelden import BEWIJS, KEER, kies_velden
from accounts.models import User

UITGELOGD = "U was uitgelogd. Wat u typte, is bewaard. Log in: dan staat het klaar bij het formulier."

GEWEIGERD = 'Wat u typte, is niet weg. <a class="nl-link" href="{}">Bekijk uw tekst</a>'


class KladMiddleware:
    """Stands after AuthenticationMiddleware and before LoginRequiredMiddleware, which sends a visitor away."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        if request.method == "POST" and antwoord.status_code in (200, 302) and request.user.is_authenticated:
            bewijs = lees_bewijs(request.POST[BEWIJS]) if BEWIJS in request.POST else None
            if bewijs is not None and bewijs.user == request.user and urlsplit(bewijs.pad).path == request.path:
                if antwoord.status_code == 200:
                    bewaar_van(request)
                elif not _is_geweigerd(request):
                    klad_weggooien(
                        user=bewijs.user, pad=bewijs.pad, sleutel=bewijs.sleutel, keer=request.POST.getlist(KEER)
                    )
                elif bewaar_van(request):
                    messages.info(request, format_html(GEWEIGERD, bewijs.pad))
        if request.method == "GET" and antwoord.status_code == 302 and isinstance(request.user, User):
            return _toon_teksten(request, request.user, antwoord["Location"]) or antwoord
        return antwoord

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if request.method != "POST" or request.user.is_authenticated or not bewaar_van(request):
            return
        if UITGELOGD not in {bericht.message for bericht in _list_gezegd(request)}:  # klad.js sends more than once
            messages.info(request, UITGELOGD)


def _is_geweigerd(request: HttpRequest) -> bool:
    """Say whether a view that sends its user elsewhere only said why: what was saved says that it was."""
    if getattr(request, "klad_klaar", False):
        return False
    soorten = {bericht.level for bericht in _list_gezegd(request)}
    return soorten != set() and soorten <= {messages.INFO, messages.ERROR}


def _list_gezegd(request: HttpRequest) -> list[Any]:
    """Give the messages of the next page, which are still to be shown."""
    gezegd: Any = messages.get_messages(request)
    alle = list(gezegd)
    gezegd.used = False
    return alle


def _toon_teksten(request: HttpRequest, user: User, verder: str) -> HttpResponse | None:
    """Show what this user typed in the form that leads elsewhere now; the view left its reason as a message."""
    if urlsplit(verder).path == request.path:
        return None
    teksten = list_teksten(user, request.path)
    return render(request, "accounts/klad_lezen.html", {"teksten": teksten, "verder": verder}) if teksten else None


def bewaar_van(request: HttpRequest) -> bool:
    """Keep what was sent for whom the form was drawn; say whether it waits now."""
    bewijs = lees_bewijs(request.POST.get(BEWIJS, ""))
    if bewijs is None:
        return False
    try:
        return klad_bewaren(
            user=bewijs.user,
            pad=bewijs.pad,
            sleutel=bewijs.sleutel,
            velden=kies_velden(request.POST.lists()),
        )
    except KladTeGroot:
        return False
