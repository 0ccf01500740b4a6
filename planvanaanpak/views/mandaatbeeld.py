"""What a page says of the mandate before somebody takes a besluit."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accounts.models import User
from cases.models import Dossier
from planvanaanpak.mandaatbron import toets_mandaat
from planvanaanpak.mandaatregels import Oordeel
from planvanaanpak.models import Goedkeuring


@dataclass(frozen=True)
class Mandaatbeeld:
    """Whether this user may decide, and the approval that waits or was given, where the register asks one."""

    oordeel: Oordeel
    wacht: Goedkeuring | None


def mandaatbeeld(dossier: Dossier, soort: str, bedrag: Decimal, by: User, on: date) -> Mandaatbeeld:
    oordeel = toets_mandaat(dossier, soort, bedrag, by, on)
    if not oordeel.vier_ogen:
        return Mandaatbeeld(oordeel, None)
    rijen = Goedkeuring.objects.filter(dossier=dossier, soort=soort).wacht().select_related("beslist_door")
    return Mandaatbeeld(oordeel, rijen.defer("brief", "invoer").first())
