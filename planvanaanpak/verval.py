"""Until when something holds that lapses with a later besluit, and what of it counts. Pure.

The letter says from which day the besluit changes; up to then it holds, and what was granted is honoured (VNG
handreiking 2025 §4.4). The day before is the last one (decision 1181).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from planvanaanpak.prijs import rond_af
from planvanaanpak.verstrekking import GEBRUIKT, GELEVERD, NUL, Verstrekstap

DAG = timedelta(days=1)


def laatste_dag(ingang: date, *, besluit: date, vanaf: date | None) -> date | None:
    """Give the last day on which it holds; None when it never did: from its first day, or before it would begin."""
    laatste = ingang - DAG
    begon = vanaf is None or vanaf <= laatste
    return laatste if ingang > besluit and begon else None


def nagekomen(bedrag: Decimal, aantal: Decimal, stappen: Iterable[Verstrekstap], tot: date) -> Decimal:
    """Give what counts of an amount that lapsed: all once it was delivered, else the part that was used by then."""
    op_tijd = [stap for stap in stappen if stap.datum <= tot]
    if any(stap.soort == GELEVERD for stap in op_tijd):
        return bedrag
    gebruikt = sum((stap.aantal for stap in op_tijd if stap.soort == GEBRUIKT), NUL)
    return rond_af(bedrag * min(gebruikt, aantal) / aantal)
