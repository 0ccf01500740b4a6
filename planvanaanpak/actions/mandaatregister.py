"""Keep the mandaatregister of a gemeente; the history of each row says what it was."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from accounts.models import Gemeente, User
from accounts.permissions import ROLLEN, Permission
from cases.actions.basis import ActieFout, bewaar, verwijder
from planvanaanpak.actions.mandaat import eis_niet_extern
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Mandaat

VELDEN = ("soort", "rol", "gebruiker", "tot_bedrag", "vier_ogen", "vanaf", "tot", "bron")


@transaction.atomic
def mandaat_bewaren(
    *, gemeente: Gemeente, gegevens: Mapping[str, Any], by: User, mandaat: Mandaat | None = None
) -> Mandaat:
    """Add a row to the register, or change one. What was decided with it before keeps its letter.

    Raises ActieFout for a row without source, for one that is of nobody or of two, for a role that can't decide, and
    for an externe hulpverlener (Wht art. 2.21 lid 5).
    """
    mandaat = mandaat or Mandaat(gemeente=gemeente)
    for veld in VELDEN:
        setattr(mandaat, veld, gegevens[veld])
    mandaat.college_beslist = bool(gegevens.get("college_beslist"))
    mandaat.bron = mandaat.bron.strip()
    _keur(mandaat)
    bewaard: Mandaat = bewaar(mandaat, by=by)
    return bewaard


def _keur(mandaat: Mandaat) -> None:
    if not mandaat.bron:
        raise ActieFout("Noem het mandaatbesluit en het onderdeel. Dat staat in de brief.")
    if mandaat.soort and mandaat.soort not in BesluitSoort.values:
        raise ActieFout("Kies een soort besluit, of elk besluit.")
    if bool(mandaat.rol) == (mandaat.gebruiker is not None):
        raise ActieFout("Kies een rol of een medewerker: één van de twee.")
    if mandaat.tot is not None and mandaat.tot < mandaat.vanaf:
        raise ActieFout("De laatste dag kan niet vóór de eerste dag liggen.")
    if mandaat.tot_bedrag is not None and mandaat.tot_bedrag < 0:
        raise ActieFout("Het bedrag kan niet minder dan nul zijn.")
    if mandaat.gebruiker is not None:
        eis_niet_extern(mandaat.gebruiker, mandaat.gemeente_id)
        if not mandaat.gebruiker.mag(Permission.BESLUIT_VASTSTELLEN, mandaat.gemeente_id):
            raise ActieFout(f"{mandaat.gebruiker.naam} heeft geen rol waarmee iemand besluiten kan vaststellen.")
    elif mandaat.rol not in ROLLEN[Permission.BESLUIT_VASTSTELLEN]:
        raise ActieFout("Met deze rol kan niemand besluiten vaststellen. Kies een andere rol.")


@transaction.atomic
def mandaat_weghalen(*, mandaat: Mandaat, by: User) -> None:
    """Take a row away that was a mistake. One that ends gets a last day instead; its history stays."""
    verwijder(mandaat, by=by)
