"""Read the gates of a dossier from its clocks and its hardheidsbesluiten, at the edge."""

from datetime import date

from django.db.models import Prefetch, prefetch_related_objects

from cases.beleid import INGANG_TERMIJNENWET
from cases.beleid_bron import regels_van, regels_van_vandaag
from cases.klokken import som_van, waarom_url
from cases.models import Dossier, Hardheidsbesluit, Termijn
from cases.poorten import NA_NIET_ERKEND, POORTEN, VENSTERS, Poort, kies_hardheid
from cases.status import Status


def poorten_van(dossier: Dossier, on: date) -> dict[str, Poort]:
    """Give the gates of a dossier by rule, those that stop most first; the vensters only after the eerste gesprek.

    Reads the clocks that a page has fetched already, and asks for hardheidsbesluiten only when a gate is closed.
    """
    laatste = _laatste(dossier)
    poorten = {regel: _poort(dossier, termijn, on) for regel, termijn in laatste.items()}
    if not any(poort.is_dicht for poort in poorten.values()):
        return poorten
    open_ = {rij.regel: rij.besloten_op for rij in te_gebruiken(dossier)}
    return {regel: _poort(dossier, termijn, on, kies_hardheid(regel, open_)) for regel, termijn in laatste.items()}


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


def _laatste(dossier: Dossier) -> dict[str, Termijn]:
    """Give the clock of each gate; of a rule that ran twice the one that ends last."""
    laatste: dict[str, Termijn] = {}
    for termijn in dossier.termijnen.all():
        eerder = laatste.setdefault(termijn.regel, termijn)
        if termijn.uiterste_datum > eerder.uiterste_datum:
            laatste[termijn.regel] = termijn
    telt = (
        *(VENSTERS if _kent_vensters(dossier) else ()),
        *(NA_NIET_ERKEND if dossier.status == Status.ACCLIMATISATIE else ()),
    )
    return {regel: laatste[regel] for regel in POORTEN if regel in laatste and regel in telt}


def _kent_vensters(dossier: Dossier) -> bool:
    """Tell whether the 6 maanden and 2 jaar bind this dossier at all: by its own beleid, which counts its dates."""
    gesprek = dossier.datum_eerste_gesprek
    return gesprek is not None and regels_van(dossier).venster_start(gesprek) is not None


def _poort(dossier: Dossier, termijn: Termijn, on: date, hardheid: date | None = None) -> Poort:
    gesprek, regel, tot = dossier.datum_eerste_gesprek, termijn.regel, termijn.uiterste_datum
    zeker = regel in NA_NIET_ERKEND or (gesprek is not None and gesprek >= INGANG_TERMIJNENWET)
    blokkeert = zeker or (on > tot and _is_bevestigd(dossier, on))
    waarom = waarom_url(dossier.nummer, termijn) if som_van(termijn) else ""
    return Poort(regel=regel, tot=tot, on=on, blokkeert=blokkeert, hardheid=hardheid, waarom_url=waarom)


def _is_bevestigd(dossier: Dossier, on: date) -> bool:
    """Tell whether the gemeente says today that the vensters bind an older dossier too.

    That is how a gemeente reads the law, and becomes known long after such a dossier began: so the beleid of the day
    says it, not that of the dossier.
    """
    return regels_van_vandaag(dossier, on).venster_bevestigd
