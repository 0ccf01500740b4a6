"""What a voorziening costs: aantal times price, the mean of comparable goods, and what must add up.

Beleidsregels Tiel 2025 art. 4 lid 1d: the Nibud price, or the mean of three comparable goods. How the mean is rounded
stands nowhere; it is to the cent, half a cent up (decision 0921).
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from config.weergave import euro
from config.weergave import hoeveelheid as in_getal

CENT = Decimal("0.01")


def rond_af(bedrag: Decimal) -> Decimal:
    """Round to the cent, half a cent up."""
    return bedrag.quantize(CENT, rounding=ROUND_HALF_UP)


def bedrag_van(aantal: Decimal, eenheidsprijs: Decimal) -> Decimal:
    """Give aantal times price; what is counted in parts, as hours are, is rounded once."""
    return rond_af(aantal * eenheidsprijs)


def gemiddelde(prijzen: Sequence[Decimal]) -> Decimal:
    """Give the mean price of comparable goods, rounded once."""
    if not prijzen:
        raise ValueError("Van geen enkele prijs is er geen gemiddelde.")
    return rond_af(sum(prijzen, Decimal(0)) / len(prijzen))


def keur_bedragen(
    *, aantal: Decimal | None, eenheidsprijs: Decimal | None, bedrag: Decimal | None, btw: Decimal | None
) -> dict[str, str]:
    """Give what does not add up, by field."""
    fouten: dict[str, str] = {}
    if aantal is not None and aantal <= 0:
        fouten["aantal"] = "Vul een aantal in dat meer is dan 0."
    elif aantal is not None and eenheidsprijs is not None and bedrag is not None:
        som = bedrag_van(aantal, eenheidsprijs)
        if som != bedrag:
            fouten["bedrag"] = (
                f"{in_getal(aantal)} × {euro(eenheidsprijs)} is {euro(som)}. Vul dat bedrag in, of laat het veld leeg."
            )
    if btw is not None and bedrag is not None and btw > bedrag:
        fouten["btw"] = f"De btw kan niet meer zijn dan het hele bedrag van {euro(bedrag)}."
    return fouten
