"""Look for a dossier that somebody may have already, before a second one is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from cases.brpdatum import BrpDatum
from cases.gelijkenis import Persoonsbeeld, gelijkenis, zelfde_geboortedatum
from cases.models import Dossier, Persoon
from cases.status import Status

_VELDEN = tuple(veld.name for veld in fields(Persoonsbeeld))
# A change of one of these can make that somebody looks like another.
VERGELEKEN = frozenset(_VELDEN)
# By these nobody is compared whose address is geheim: that they fit would tell where that person lives.
_ADRES = ("postcode", "huisnummer", "huisletter", "toevoeging")


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


def list_gelijkenden(gemeente_id: int, gegevens: Mapping[str, Any]) -> list[Gelijkende]:
    """List the dossiers of the gemeente with the same birth date and the same name or address: one query.

    Two different burgerservicenummers are two people, so such a dossier is left out.
    """
    if not gegevens.get("geboortedatum"):
        return []
    wie = _beeld(gegevens)
    geboren = BrpDatum.uit_iso(gegevens["geboortedatum"])
    dossiers = Dossier.objects.voor_lijst().filter(persoon__gemeente=gemeente_id).geboren_op(geboren).order_by("pk")
    bsn = gegevens.get("bsn", "")
    return [
        Gelijkende(dossier, overeen)
        for dossier in dossiers
        if not (bsn and dossier.persoon.bsn) and (overeen := gelijkenis(wie, beeld_van(dossier.persoon)))
    ]


def list_lijkt_op(persoon: Persoon) -> list[Gelijkende]:
    """List the other dossiers of somebody who looks like this person, without those that were withdrawn."""
    gevonden = list_gelijkenden(persoon.gemeente_id, vars(persoon))
    return [g for g in gevonden if g.dossier.persoon_id != persoon.pk and g.dossier.status != Status.INGETROKKEN]


def vind_zonder_bsn(gemeente_id: int, wie: Iterable[tuple[int, Persoonsbeeld]]) -> dict[int, list[Gelijkende]]:
    """Look for many people who have a BSN at once: who looks the same and has a dossier without one. One query.

    Somebody with another BSN is somebody else, so only the few dossiers without one are read.
    """
    per_dag = _zonder_bsn(gemeente_id)
    dagen: dict[str, list[str]] = {}
    gevonden: dict[int, list[Gelijkende]] = {}
    for sleutel, beeld in wie if per_dag else ():
        dag = beeld.geboortedatum
        if dag and dag not in dagen:
            dagen[dag] = _past_bij(dag, per_dag)
        kandidaten = [kandidaat for ander in dagen.get(dag, ()) for kandidaat in per_dag[ander]]
        if gelijken := [Gelijkende(d, overeen) for d, ander in kandidaten if (overeen := gelijkenis(beeld, ander))]:
            gevonden[sleutel] = gelijken
    return gevonden


def _zonder_bsn(gemeente_id: int) -> dict[str, list[tuple[Dossier, Persoonsbeeld]]]:
    """Give the dossiers without BSN by birth date, without those that were withdrawn: that took their BSN away."""
    zonder = Dossier.objects.zonder_ingetrokken().filter(persoon__gemeente=gemeente_id, persoon__bsn="")
    per_dag: dict[str, list[tuple[Dossier, Persoonsbeeld]]] = {}
    for dossier in zonder.exclude(persoon__geboortedatum="").select_related("persoon").order_by("pk"):
        per_dag.setdefault(dossier.persoon.geboortedatum, []).append((dossier, beeld_van(dossier.persoon)))
    return per_dag


def _past_bij(dag: str, dagen: Mapping[str, Any]) -> list[str]:
    """Give the known birth dates that can be this one; only a vague one needs a look at all of them."""
    jaar, maand, _ = dag.split("-")
    if dag.endswith("-00"):
        return [ander for ander in dagen if zelfde_geboortedatum(dag, ander)]
    return [ander for ander in (dag, f"{jaar}-{maand}-00", f"{jaar}-00-00") if ander in dagen]


def beeld_van(persoon: Persoon) -> Persoonsbeeld:
    return _beeld(vars(persoon))


def _beeld(gegevens: Mapping[str, Any]) -> Persoonsbeeld:
    """Give what is compared; of a geheim adres nothing."""
    zonder = _ADRES if gegevens.get("geheim_adres") else ()
    return Persoonsbeeld(**{veld: "" if veld in zonder else gegevens.get(veld, "") for veld in _VELDEN})
