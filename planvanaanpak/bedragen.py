"""The amounts of a plan: what is proposed to grant, by soort, and what is proposed to refuse."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from planvanaanpak.keuzes import Voorstel, VoorzieningSoort

NUL = Decimal("0.00")


@dataclass(frozen=True, kw_only=True)
class Planbedragen:
    """Sums with btw; refuses to exist when the parts do not add up."""

    materieel: Decimal = NUL
    immaterieel: Decimal = NUL
    toekennen: Decimal = NUL
    afwijzen: Decimal = NUL

    def __post_init__(self) -> None:
        if self.materieel + self.immaterieel != self.toekennen:
            raise ValueError("Materieel en immaterieel zijn samen niet het bedrag om toe te kennen.")


def tel_bedragen(voorzieningen: Iterable[tuple[str, str, Decimal]]) -> Planbedragen:
    """Add up rows of soort, voorstel and bedrag."""
    per_soort = {soort.value: NUL for soort in VoorzieningSoort}
    toekennen = afwijzen = NUL
    for soort, voorstel, bedrag in voorzieningen:
        if voorstel == Voorstel.TOEKENNEN:
            per_soort[soort] += bedrag
            toekennen += bedrag
        else:
            afwijzen += bedrag
    return Planbedragen(**per_soort, toekennen=toekennen, afwijzen=afwijzen)
