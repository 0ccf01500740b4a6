"""Pages in two steps: fill in, then see what it brings about and confirm. What can't be undone is asked twice."""

from django.http import HttpRequest

# The value of the button that was pressed; without one the form itself was sent.
BEVESTIGEN, WIJZIGEN = "bevestigen", "wijzigen"


def is_bevestigd(request: HttpRequest) -> bool:
    return request.POST.get("stap") == BEVESTIGEN


def wil_wijzigen(request: HttpRequest) -> bool:
    """Tell whether somebody goes back from the second page, with all that was filled in."""
    return request.POST.get("stap") == WIJZIGEN
