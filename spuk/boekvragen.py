"""What somebody is asked to look at before a cost is booked: it can be right, and is easily a mistake. Pure.

Nothing of it is refused: component C is paid for its actual costs (SPR art. 6 lid 6), and no source says that an
invoice above the grant, or of an earlier day, does not count (decision 1341).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from config.weergave import datum as datumtekst
from config.weergave import euro
from spuk.sisadag import Sisadag


@dataclass(frozen=True)
class Boekvraag:
    """`sleutel` names the question with what it hangs on, so that another amount or day is asked again.

    `kort` says in the history what was looked at.
    """

    sleutel: str
    kort: str
    tekst: str


def vraag_bedrag(*, toegekend: Decimal, geboekt: Decimal, bruto: Decimal) -> Boekvraag | None:
    """Ask about an invoice with which more is booked than was granted, both with btw; one that gives back never."""
    samen = geboekt + bruto
    if bruto <= 0 or samen <= toegekend:
        return None
    meer = euro(samen - toegekend)
    return Boekvraag(
        f"bedrag:{samen}",
        f"met deze factuur is {meer} meer geboekt dan toegekend",
        f"Toegekend is {euro(toegekend)} met btw. Met deze factuur is er {euro(samen)} met btw geboekt: {meer} meer."
        " Controleer de bedragen en de voorziening. Is er meer afgesproken? Vraag de casusregisseur om een besluit.",
    )


def vraag_dag(*, datum: date, aanvraag: date, artikel: str) -> Boekvraag | None:
    """Ask about an invoice of before the aanvraag; `artikel` is that of the beleid that does not pay for those.

    Beleidsregels Tiel 2025 art. 8 lid 1e: no kosten of before the aanvraag, unless there was a bedreigende situatie.
    """
    if datum >= aanvraag:
        return None
    regel = f" Die kosten betaalt de gemeente alleen na een bedreigende situatie ({artikel})." if artikel else ""
    return Boekvraag(
        f"dag:{datum.isoformat()}",
        f"de factuur is van vóór de aanvraag van {datumtekst(aanvraag)}",
        f"De factuurdatum, {datumtekst(datum)}, is van vóór de aanvraag van {datumtekst(aanvraag)}.{regel} Controleer"
        " de datum en de voorziening. Twijfelt u? Vraag het aan de casusregisseur.",
    )


def vraag_jaar(*, sisa: Sisadag, on: date) -> Boekvraag | None:
    """Ask about a cost in a year of which the SiSa-bijlage went in, or is overdue."""
    if not sisa.is_voorbij(on):
        return None
    return Boekvraag(
        f"jaar:{sisa.jaar}",
        f"de kosten zijn geboekt na de SiSa-bijlage over {sisa.jaar}",
        f"{sisa.woorden} Deze kosten komen bij {sisa.jaar} en kunnen de bedragen van dat jaar veranderen. Controleer de"
        " factuurdatum. Klopt die? Overleg met uw accountant hoe u deze kosten nog verantwoordt.",
    )
