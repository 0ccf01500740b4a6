"""The whole road from facts to a declaration, the same for a file and for the database."""

from dataclasses import dataclass

from spuk.controle import Controle, Onderzoek
from spuk.controles import run_controles
from spuk.feiten import Feiten, Plan
from spuk.formules import Gegevens
from spuk.indicatoren import IndicatorWaarde, count_plannen, fill_indicatoren, get_lijst
from spuk.regels import SpukRegels
from spuk.tellen import count_feiten, sum_telregels
from spuk.telregels import Telregel
from spuk.totalen import Totaal, compute_totaal


@dataclass(frozen=True)
class Doorrekening:
    """The answer for one verantwoordingsjaar; `telregels` are the rows of all years, counted or not."""

    totaal: Totaal
    telregels: tuple[Telregel, ...]
    indicatoren: tuple[IndicatorWaarde, ...]
    controles: tuple[Controle, ...]

    def list_geteld(self, *, ook_eerder: bool = False) -> tuple[Telregel, ...]:
        """List the rows behind the amounts of the year, or behind those of all years up to and including it."""
        return tuple(t for t in self.telregels if t.geteld and t.jaar and self._valt_in(t.jaar, ook_eerder=ook_eerder))

    def list_niet_geteld(self, *, ook_eerder: bool = False) -> tuple[Telregel, ...]:
        """List the rows of the year that do not count, and those without any date."""
        return tuple(
            t
            for t in self.telregels
            if not t.geteld and (t.jaar is None or self._valt_in(t.jaar, ook_eerder=ook_eerder))
        )

    def _valt_in(self, jaar: int, *, ook_eerder: bool) -> bool:
        return jaar == self.totaal.jaar or (ook_eerder and jaar < self.totaal.jaar)


def compute_doorrekening(jaar: int, feiten: Feiten, regels: SpukRegels) -> Doorrekening:
    telregels = count_feiten(feiten, regels)
    totaal = compute_totaal(jaar, sum_telregels(telregels), regels)
    lijst = get_lijst(jaar)
    indicatoren = fill_indicatoren(_collect(totaal, feiten.plannen, regels), lijst)
    controles = run_controles(Onderzoek(totaal, feiten, telregels, indicatoren, regels))
    return Doorrekening(totaal, telregels, indicatoren, controles)


def _collect(totaal: Totaal, plannen: tuple[Plan, ...], regels: SpukRegels) -> Gegevens:
    per_jaar = count_plannen(plannen)
    begin = regels.activiteiten_vanaf.year
    cumulatief = sum(aantal for jaar, aantal in per_jaar.items() if begin <= jaar <= totaal.jaar)
    return Gegevens(totaal, per_jaar.get(totaal.jaar, 0), cumulatief, regels.eindverantwoording)
