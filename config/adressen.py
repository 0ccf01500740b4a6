"""What holds for every address of the application."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse


class ZonderNul:
    """Say that a page with a NUL in its address is not there: no view has to think of it, and PostgreSQL takes none.

    Stands last, so that the page that says so has the menu of who is logged in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise Http404
        return self.get_response(request)
