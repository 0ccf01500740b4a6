"""What a form is filled with: what was sent, or what this user typed before and did not save."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, QueryDict

from accounts.kladbewijs import lees_bewijs, maak_bewijs, nieuwe_sleutel
from accounts.kladvelden import BEWIJS, alleen_tekst, leesbaar
from accounts.models import Klad, User
from config.forms import Kladgegevens


def ingevuld(request: HttpRequest, pad: str = "") -> QueryDict | None:
    """Give what was sent, or nothing when the form is opened; with `?klad=` and its key a klad, to show only.

    Every form that is filled with this has a klad (accounts.kladverzoek) by itself. A form that is sent to another
    page gives the `pad` of that page; one of several forms on a page gives `pad` with a name of its own after a #, and
    one that differs by a choice in its address gives `pad` with that choice after a ?.
    """
    request.kladpad = pad or request.path  # type: ignore[attr-defined]
    if request.method == "POST":
        return request.POST
    klad = _gekozen(request, pad or request.path)
    return teruggezet(klad.gegevens) if klad else None


def end_klad(request: HttpRequest) -> None:
    """Say that all that was sent is stored, where no message says so or another message says something else."""
    request.klad_klaar = True  # type: ignore[attr-defined]


def list_kladden(user: User, pad: str) -> list[Klad]:
    """Give what waits for this user at a form, the latest first."""
    return list(Klad.objects.wachtend().filter(user=user, pad=pad).order_by("-updated_at", "-pk"))


@dataclass(frozen=True)
class Kladtekst:
    """A text that waits at a form that can't be opened."""

    updated_at: datetime
    bewijs: str
    regels: list[tuple[str, str]]


def list_teksten(user: User, pad: str) -> list[Kladtekst]:
    """Give what waits for this user at a form, to read and copy without it."""
    return [
        Kladtekst(klad.updated_at, maak_bewijs(user, klad.pad, klad.sleutel), leesbaar(klad.gegevens))
        for klad in list_kladden(user, pad)
    ]


def get_sleutel(request: HttpRequest, pad: str) -> str:
    """Give the key of what is typed in this form: as it was sent, as it was put back, or else a new one."""
    if request.method == "POST":
        bewijs = lees_bewijs(request.POST.get(BEWIJS, ""))
        if bewijs is not None and (bewijs.user, bewijs.pad) == (request.user, pad):
            return bewijs.sleutel
    klad = _gekozen(request, pad)
    return klad.sleutel if klad else nieuwe_sleutel()


def _gekozen(request: HttpRequest, pad: str) -> Klad | None:
    """Give the klad that the user chose to put back, which the address names."""
    if request.method == "POST" or "klad" not in request.GET or not isinstance(request.user, User):
        return None
    sleutel = request.GET["klad"]
    return next((klad for klad in list_kladden(request.user, pad) if klad.sleutel == sleutel), None)


def teruggezet(gegevens: Mapping[str, list[str]]) -> Kladgegevens:
    """Give a klad in the shape of a sent form."""
    velden = Kladgegevens(mutable=True)
    for naam, waarden in alleen_tekst(gegevens).items():
        velden.setlist(naam, waarden)
    return velden
