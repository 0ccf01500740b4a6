"""What a voorziening costs: aantal times price, the mean of comparable goods, and what must add up.

Beleidsregels Tiel 2025 art. 4 lid 1d: the Nibud price, or the mean of three comparable goods. How the mean is rounded
stands nowhere; it is to the cent, half a cent up (decision 0921).
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from config.weergave import euro
from config.weergave import hoeveelheid as in_getal

CENT = Decimal("0.01")
# Wet op de omzetbelasting 1968 art. 9 lid 1: no rate is higher. Each line of an invoice rounds its own btw.
HOOGSTE_BTW, AFRONDING = 21, Decimal(1)


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


def keur_btw(*, netto: Decimal, btw: Decimal) -> str:
    """Give why this cannot be the btw of an amount without btw; empty when it can."""
    if btw <= netto * HOOGSTE_BTW / 100 + AFRONDING:
        return ""
    return f"De btw is hoger dan {HOOGSTE_BTW} procent van het bedrag zonder btw. Controleer de twee bedragen."


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
    if btw is not None and bedrag is not None:
        te_hoog = f"De btw kan niet meer zijn dan het hele bedrag van {euro(bedrag)}." if btw > bedrag else ""
        if melding := te_hoog or keur_btw(netto=bedrag - btw, btw=btw):
            fouten["btw"] = melding
    return fouten
