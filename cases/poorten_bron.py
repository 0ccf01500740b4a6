"""Read the gates of a dossier from its clocks and its hardheidsbesluiten, at the edge."""

from datetime import date

from django.db.models import Prefetch, prefetch_related_objects

from cases.beleid_bron import regels_van
from cases.models import Dossier, Hardheidsbesluit
from cases.poorten import NA_NIET_ERKEND, POORTEN, VENSTERS, Poort, kies_hardheid
from cases.status import Status


def poorten_van(dossier: Dossier, on: date) -> dict[str, Poort]:
    """Give the gates of a dossier by rule, those that stop most first; the vensters only after the eerste gesprek.

    Reads the clocks that a page has fetched already, and asks for hardheidsbesluiten only when a gate is closed.
    """
    poorten = {regel: _poort(dossier, regel, tot, on) for regel, tot in _laatste_dagen(dossier).items()}
    if not any(poort.is_dicht for poort in poorten.values()):
        return poorten
    open_ = {rij.regel: rij.besloten_op for rij in te_gebruiken(dossier)}
    return {
        regel: _poort(dossier, regel, poort.tot, on, kies_hardheid(regel, open_)) for regel, poort in poorten.items()
    }


def te_gebruiken(dossier: Dossier) -> list[Hardheidsbesluit]:
    """Give the hardheidsbesluiten of a dossier that still open a gate: not withdrawn, and not used."""
    return [rij for rij in reversed(hardheid_van(dossier)) if not rij.besluit and not rij.is_ingetrokken]


def hardheid_van(dossier: Dossier) -> list[Hardheidsbesluit]:
    """Give the hardheidsbesluiten of a dossier, the latest on top, read once for this dossier object."""
    if not dossier.kan_hebben("hardheidsbesluiten"):
        return []
    met_wie = Hardheidsbesluit.objects.select_related("besloten_door", "ingetrokken_door")
    prefetch_related_objects([dossier], Prefetch("hardheidsbesluiten", queryset=met_wie))
    return list(dossier.hardheidsbesluiten.all())


def _laatste_dagen(dossier: Dossier) -> dict[str, date]:
    laatste: dict[str, date] = {}
    for termijn in dossier.termijnen.all():
        laatste[termijn.regel] = max(termijn.uiterste_datum, laatste.get(termijn.regel, termijn.uiterste_datum))
    telt = (
        *(VENSTERS if dossier.datum_eerste_gesprek else ()),
        *(NA_NIET_ERKEND if dossier.status == Status.ACCLIMATISATIE else ()),
    )
    return {regel: laatste[regel] for regel in POORTEN if regel in laatste and regel in telt}


def _poort(dossier: Dossier, regel: str, tot: date, on: date, hardheid: date | None = None) -> Poort:
    gesprek = dossier.datum_eerste_gesprek
    blokkeert = regel in NA_NIET_ERKEND or (gesprek is not None and regels_van(dossier).venster_blokkeert(gesprek))
    return Poort(regel=regel, tot=tot, on=on, blokkeert=blokkeert, hardheid=hardheid)
