"""How far a toegekende voorziening is, from what was written down of it after the besluit. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from config.weergave import datum
from config.weergave import hoeveelheid as in_getal

BESTELD, GELEVERD, GEBRUIKT, GESTOPT = "besteld", "geleverd", "gebruikt", "gestopt"
NUL = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Verstrekstap:
    """One thing that was written down: `aantal` counts for what was used, `reden` for what stopped."""

    soort: str
    datum: date
    aantal: Decimal = NUL
    reden: str = ""


@dataclass(frozen=True, kw_only=True)
class Verstrekkingstand:
    """Where a voorziening stands on a day; the sign and the words are what a page shows."""

    aantal: Decimal
    besteld: date | None
    geleverd: date | None
    gebruikt: Decimal
    gestopt: date | None
    reden: str
    vanaf: date | None
    tot: date | None
    on: date
    # Whether it lapses after `tot`, with a besluit that came later.
    vervalt: bool = False

    @property
    def over(self) -> Decimal:
        return max(self.aantal - self.gebruikt, NUL)

    @property
    def gold_nooit(self) -> bool:
        """Say whether it lapsed before its first day: then it has no last one."""
        return self.vervalt and self.tot is None

    @property
    def is_op(self) -> bool:
        """Say whether all of it was used."""
        return self.gebruikt > 0 and self.gebruikt >= self.aantal

    @property
    def loopt_nog(self) -> bool:
        """Say whether something is still to come: not stopped, delivered or used up, and its last day not passed."""
        if self.gestopt or self.geleverd or self.is_op or self.gold_nooit:
            return False
        return self.tot is None or self.tot >= self.on

    @property
    def teken(self) -> str:
        if self.gestopt or self.gold_nooit:
            return "voorbij"
        if self.geleverd or self.is_op:
            return "gehaald"
        return "loopt" if self.loopt_nog else "voorbij"

    @property
    def woorden(self) -> str:
        """Say in a few words how far it is."""
        if self.gold_nooit:
            return "vervallen"
        if self.gestopt:
            return f"gestopt op {datum(self.gestopt)}{self._deel(', ')}"
        if self.geleverd:
            return f"geleverd op {datum(self.geleverd)}"
        if self.vervalt and not self.loopt_nog and not self.is_op:
            return f"gold tot en met {datum(self.tot)}, {self._deel() or 'niets vastgelegd als geleverd of gebruikt'}"
        if self.gebruikt:
            return f"{self._deel()}{'' if self.loopt_nog or self.is_op else ', looptijd voorbij'}"
        if not self.loopt_nog:
            return "looptijd voorbij"
        if self.besteld:
            return f"besteld op {datum(self.besteld)}"
        if self.vanaf is not None:
            return "loopt" if self.vanaf <= self.on else f"begint op {datum(self.vanaf)}"
        return "nog te leveren"

    def nog(self, eenheid: str = "") -> str:
        """Say what is still to come: nog 2 van 12 gesprekken, tot en met 30 juni 2027; nog te leveren."""
        if not self.loopt_nog:
            return ""
        delen = []
        if self.gebruikt:
            delen.append(f"nog {in_getal(self.over)} van {in_getal(self.aantal)} {eenheid or 'keer'}")
        elif self.vanaf is None and self.tot is None:
            delen.append(f"{f'besteld op {datum(self.besteld)}, ' if self.besteld else ''}nog te leveren")
        if self.tot is not None:
            delen.append(f"tot en met {datum(self.tot)}")
        return ", ".join(delen) or "zonder einddatum"

    def _deel(self, voor: str = "") -> str:
        return f"{voor}{in_getal(self.gebruikt)} van {in_getal(self.aantal)} gebruikt" if self.gebruikt else ""


def stand_van(
    stappen: Iterable[Verstrekstap],
    *,
    aantal: Decimal,
    vanaf: date | None,
    tot: date | None,
    on: date,
    vervalt: bool = False,
) -> Verstrekkingstand:
    """Put together what was written down; a later order or delivery takes the place of an earlier one."""
    op_volgorde = sorted(stappen, key=lambda stap: stap.datum)
    laatste = {stap.soort: stap for stap in op_volgorde}
    gestopt = laatste.get(GESTOPT)
    return Verstrekkingstand(
        aantal=aantal,
        besteld=laatste[BESTELD].datum if BESTELD in laatste else None,
        geleverd=laatste[GELEVERD].datum if GELEVERD in laatste else None,
        gebruikt=sum((stap.aantal for stap in op_volgorde if stap.soort == GEBRUIKT), NUL),
        gestopt=gestopt.datum if gestopt else None,
        reden=gestopt.reden if gestopt else "",
        vanaf=vanaf,
        tot=tot,
        on=on,
        vervalt=vervalt,
    )


def keur_stap(stap: Verstrekstap, stand: Verstrekkingstand) -> str:
    """Say why a step can't be written down, or give nothing."""
    if stand.gestopt:
        return f"Deze voorziening is gestopt op {datum(stand.gestopt)}. Klopt dat niet? Haal dat eerst weg."
    if stand.vervalt and stand.tot is not None and stap.datum > stand.tot:
        return f"Deze voorziening gold tot en met {datum(stand.tot)}. Kies die dag of een eerdere dag."
    if stand.geleverd and stap.soort in (BESTELD, GELEVERD):
        return f"Dit is al geleverd op {datum(stand.geleverd)}. Klopt dat niet? Haal dat eerst weg."
    if stap.soort == GESTOPT and not stap.reden.strip():
        return "Schrijf op waarom deze voorziening stopt."
    if stap.soort == GEBRUIKT:
        if stap.aantal <= 0:
            return "Vul in hoeveel er is gebruikt."
        if stap.aantal > stand.over:
            gebruikt = f"Toegekend: {in_getal(stand.aantal)}, gebruikt: {in_getal(stand.gebruikt)}"
            return f"{gebruikt}. Over: {in_getal(stand.over)}. Vul niet meer in dan dat."
    return ""
