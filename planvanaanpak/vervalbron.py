"""Read whether a voorziening lapsed with a later besluit, and what of it counts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planvanaanpak.keuzes import VoorzieningStatus
from planvanaanpak.models import Voorziening
from planvanaanpak.verval import DAG, laatste_dag, nagekomen


@dataclass(frozen=True)
class Verval:
    """That a voorziening lapses: `tot` is the last day that it holds, None when it never did."""

    tot: date | None


def verval_van(voorziening: Voorziening) -> Verval | None:
    """Tell whether a voorziening lapses with the besluit that changed it last, from what is joined to it."""
    met, besluit = voorziening.herzien_met, voorziening.besluit
    if met is None or besluit is None or met.ingang is None or met == besluit:
        return Verval(None) if voorziening.status == VoorzieningStatus.VERVALLEN else None
    if voorziening.status == VoorzieningStatus.VERVALLEN:
        tot = laatste_dag(met.ingang, besluit=besluit.datum, vanaf=voorziening.looptijd_vanaf)
        return Verval(min(tot, voorziening.looptijd_tot or tot) if tot else None)
    if voorziening.status == VoorzieningStatus.TOEGEKEND and voorziening.looptijd_tot == met.ingang - DAG:
        return Verval(voorziening.looptijd_tot)
    return None


def gold(voorziening: Voorziening) -> bool:
    """Tell whether something was granted that held, be it until it lapsed: it can be delivered, used and paid."""
    verval = verval_van(voorziening)
    return voorziening.status == VoorzieningStatus.TOEGEKEND or (verval is not None and verval.tot is not None)


def telt(voorziening: Voorziening, on: date) -> Decimal:
    """Give what counts of what was granted: once it lapsed, what was delivered or used of it."""
    verval = verval_van(voorziening)
    if verval is None or (verval.tot is not None and verval.tot >= on):
        return voorziening.bedrag
    return nagekomen_van(voorziening, verval)


def nagekomen_van(voorziening: Voorziening, verval: Verval) -> Decimal:
    """Give what was delivered or used of it while it held, in money; prefetch `verstrekkingen` for a list."""
    if verval.tot is None:
        return Decimal("0.00")
    stappen = [rij.stap for rij in voorziening.verstrekkingen.all() if not rij.is_ingetrokken]
    return nagekomen(voorziening.bedrag, voorziening.aantal, stappen, verval.tot)
