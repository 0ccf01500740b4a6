"""Look for a dossier that somebody may have already, before a second one is made."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from cases.brpdatum import BrpDatum
from cases.gelijkenis import Persoonsbeeld, gelijkenis
from cases.models import Dossier, Persoon

_VELDEN = tuple(veld.name for veld in fields(Persoonsbeeld))


@dataclass(frozen=True)
class Gelijkende:
    """A dossier of somebody who looks the same, and what they have in common: naam, adres."""

    dossier: Dossier
    overeen: tuple[str, ...]


def zoek_bsn(gemeente_id: int, bsn: str) -> Dossier | None:
    """Give the dossier of the person with this BSN in the gemeente."""
    if not bsn:
        return None
    return Dossier.objects.voor_lijst().filter(persoon__gemeente=gemeente_id, persoon__bsn=bsn).first()


def list_gelijkenden(gemeente_id: int, gegevens: Mapping[str, str]) -> list[Gelijkende]:
    """List the dossiers of the gemeente with the same birth date and the same name or address: one query.

    Two different burgerservicenummers are two people, so such a dossier is left out.
    """
    if not gegevens.get("geboortedatum"):
        return []
    wie = Persoonsbeeld(**{veld: gegevens.get(veld, "") for veld in _VELDEN})
    geboren = BrpDatum.uit_iso(gegevens["geboortedatum"])
    dossiers = Dossier.objects.voor_lijst().filter(persoon__gemeente=gemeente_id).geboren_op(geboren).order_by("pk")
    bsn = gegevens.get("bsn", "")
    return [
        Gelijkende(dossier, overeen)
        for dossier in dossiers
        if not (bsn and dossier.persoon.bsn) and (overeen := gelijkenis(wie, beeld_van(dossier.persoon)))
    ]


def beeld_van(persoon: Persoon) -> Persoonsbeeld:
    return Persoonsbeeld(**{veld: getattr(persoon, veld) for veld in _VELDEN})
