"""What holds for every answer of the application."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class NietBewaren:
    """Let no browser and no server between keep what somebody who is logged in gets: nearly all of it is of a person.

    A view may say otherwise. Styles and scripts do not come this far: WhiteNoise answers before.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        if not antwoord.has_header("Cache-Control") and request.user.is_authenticated:
            antwoord["Cache-Control"] = "private, no-store"
        return antwoord
