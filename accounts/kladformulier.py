"""What a form is filled with: what was sent, or what this user typed before and did not save."""

from collections.abc import Mapping

from django.http import HttpRequest, QueryDict

from accounts.models import Klad, User
from config.forms import Kladgegevens


def ingevuld(request: HttpRequest, pad: str = "") -> QueryDict | None:
    """Give what was sent, or nothing when the form is opened; with `?klad` what this user typed before, to show only.

    Every form that is filled with this has a klad (accounts.kladverzoek) by itself. A form that is sent to another
    page gives the `pad` of that page; one of several forms on a page gives `pad` with a name of its own after a #.
    """
    request.kladpad = pad or request.path  # type: ignore[attr-defined]
    if request.method == "POST":
        return request.POST
    if "klad" in request.GET and isinstance(request.user, User):
        klad = Klad.objects.filter(user=request.user, pad=pad or request.path).first()
        return teruggezet(klad.gegevens) if klad else None
    return None


def teruggezet(gegevens: Mapping[str, list[str]]) -> Kladgegevens:
    """Give a klad in the shape of a sent form."""
    velden = Kladgegevens(mutable=True)
    for naam, waarden in gegevens.items():
        velden.setlist(naam, waarden)
    return velden
