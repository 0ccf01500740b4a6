"""Refuse a besluit on which the inwoner was not heard, whatever its kind."""

from cases.actions.basis import ActieFout
from planvanaanpak.zienswijze import mist_zienswijze, vraag_zienswijze


def eis_zienswijze(zienswijze: str, artikel: str) -> None:
    """Refuse without what the inwoner thinks of it, or why that was not asked (Awb art. 4:7 or 4:8)."""
    if mist_zienswijze(zienswijze):
        raise ActieFout(vraag_zienswijze(artikel))
