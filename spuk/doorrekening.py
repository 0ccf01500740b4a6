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

    def list_geteld(self) -> tuple[Telregel, ...]:
        """List the rows behind the amounts of the year."""
        return tuple(telregel for telregel in self.telregels if telregel.geteld and telregel.jaar == self.totaal.jaar)

    def list_niet_geteld(self) -> tuple[Telregel, ...]:
        """List the rows of the year that do not count, and those without any date."""
        jaren = (self.totaal.jaar, None)
        return tuple(telregel for telregel in self.telregels if not telregel.geteld and telregel.jaar in jaren)


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
