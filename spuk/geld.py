"""Money of the SPUK declaration: Decimal only, rounded in one place."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
NUL = Decimal("0.00")


def round_euro(bedrag: Decimal) -> Decimal:
    """Round an amount to whole cents, half a cent away from zero.

    Called in one place only: `tellen.sum_telregels`, over the exact sum of a component in a year. Cost lines stay
    exact (price times hours may have more than two decimals); totals and cumulative amounts are sums of rounded
    amounts, so they add up.
    """
    return bedrag.quantize(CENT, rounding=ROUND_HALF_UP) + NUL


def is_whole_cents(bedrag: Decimal) -> bool:
    return bedrag == bedrag.quantize(CENT)


def as_json(bedrag: Decimal) -> str:
    """Write an amount with a point and two decimals; refuses to round on the way out."""
    if not is_whole_cents(bedrag):
        raise ValueError(f"{bedrag} is niet op hele centen afgerond.")
    return f"{bedrag:.2f}"
