"""What every page needs for its shell: the menu of the role, the gemeente, and whether this is the demo."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from accounts.kladbewijs import lees_bewijs, maak_bewijs
from accounts.kladformulier import Kladtekst, get_sleutel, list_kladden, list_teksten
from accounts.kladvelden import BEWIJS, naam_in
from accounts.models import User
from accounts.permissions import Permission


@dataclass(frozen=True)
class Menupunt:
    label: str
    url: str
    actief: str = ""


MENU: tuple[tuple[str, str, Permission], ...] = (
    ("Vandaag", "vandaag", Permission.VANDAAG),
    ("Agenda", "agenda", Permission.AGENDA),
    ("Taken", "taken", Permission.VANDAAG),
    ("Dossiers", "dossiers", Permission.DOSSIER_ZIEN),
    ("Bezwaren", "bezwaren", Permission.DOSSIER_ZIEN),
    ("Commissie", "commissie", Permission.COMMISSIE),
    ("Brieven", "brieven_vandaag", Permission.BRIEVEN_AFDRUKKEN),
    ("Portaal", "imports", Permission.IMPORT),
    ("Bewaking", "bewaking", Permission.BEWAKING_ZIEN),
    ("SPUK", "spuk", Permission.SPUK_ZIEN),
    ("Gebruikers", "gebruikers", Permission.GEBRUIKERS_BEHEREN),
    ("Gemeente", "gemeente", Permission.GEMEENTE_BEHEREN),
)

# Pages of a dossier with an address of their own.
VAN_DOSSIER = ("/documenten/", "/besluiten/")


def schil(request: HttpRequest) -> dict[str, Any]:
    """Give the shell of a page; a visitor who is not logged in gets an empty menu."""
    basis = {"is_demo": settings.DEMO, "navigatie": [], "mijn_gemeenten": [], "zoek_url": "", "zoek_direct_url": ""}
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return basis
    mag_zoeken = user.mag(Permission.DOSSIER_ZIEN)
    return {
        **basis,
        "navigatie": [punt for punt in (_menupunt(request, *regel) for regel in MENU) if punt],
        "mijn_gemeenten": user.mijn_gemeenten,
        "rol_naam": user.rol_naam,
        "mag_vandaag": user.mag(Permission.VANDAAG),
        "mag_agenda": user.mag(Permission.AGENDA),
        "zoek_url": reverse("zoeken") if mag_zoeken else "",
        "zoek_direct_url": reverse("zoeken_direct") if mag_zoeken else "",
    }


@dataclass(frozen=True)
class Kladaanbod:
    """A text that waits at a form, to be put back or thrown away; `over` is the name that was typed in it."""

    over: str
    updated_at: datetime
    sleutel: str
    bewijs: str


class Kladstand:
    """The klad of a form, asked of the database only where a template shows it.

    Without a `pad` it is that of the form that the view filled last: most pages have one.
    """

    def __init__(self, request: HttpRequest, pad: str = "") -> None:
        self.request, self._pad, self.is_getekend = request, pad, False
        user = getattr(request, "user", None)
        self.user = user if isinstance(user, User) else None

    @property
    def pad(self) -> str:
        return self._pad or getattr(self.request, "kladpad", "")

    @property
    def actief(self) -> bool:
        """Only a form that its view fills with `ingevuld` can be given its text back."""
        return self.user is not None and self.pad != ""

    @cached_property
    def sleutel(self) -> str:
        return get_sleutel(self.request, self.pad)

    @cached_property
    def bewijs(self) -> str:
        self.is_getekend = True  # only the form itself asks for it
        return maak_bewijs(self.user, self.pad, self.sleutel) if self.user else ""

    @cached_property
    def gevonden(self) -> list[Kladaanbod]:
        """Give what waits when the form is opened, other than what was put back in it; nothing when it was sent."""
        if self.user is None or self.pad == "" or self.request.method != "GET":
            return []
        return [
            Kladaanbod(
                naam_in(klad.gegevens), klad.updated_at, klad.sleutel, maak_bewijs(self.user, self.pad, klad.sleutel)
            )
            for klad in list_kladden(self.user, self.pad)
            if klad.sleutel != self.sleutel
        ]

    @cached_property
    def te_lezen(self) -> list[Kladtekst]:
        """Give what waits at this address when the page was drawn without its form: ask it below where that stands."""
        if self.is_getekend or self.user is None or self.request.method != "GET":
            return []
        return list_teksten(self.user, self.request.path)

    @property
    def is_vastgehouden(self) -> bool:
        """Say whether a text was sent from a form that is not drawn again: KladMiddleware keeps it after this."""
        bewijs = None if self.is_getekend else lees_bewijs(self.request.POST.get(BEWIJS, ""))
        return bewijs is not None and (bewijs.user, bewijs.pad) == (self.user, self.request.path)


def klad(request: HttpRequest) -> dict[str, Any]:
    return {"klad": Kladstand(request)}


def _menupunt(request: HttpRequest, label: str, naam: str, permission: Permission) -> Menupunt | None:
    if not request.user.mag(permission):  # type: ignore[union-attr]
        return None
    try:
        url = reverse(naam)
    except NoReverseMatch:
        return None
    eronder = (url, *VAN_DOSSIER) if naam == "dossiers" else (url,)
    actief = "page" if request.path == url else "true" if request.path.startswith(eronder) else ""
    return Menupunt(label, url, actief)
