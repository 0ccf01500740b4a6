"""Fill the SiSa indicators of a verantwoordingsjaar, and never show a code that nobody has confirmed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spuk.feiten import Plan
from spuk.formules import FORMULES, Gegevens, Waarde
from spuk.sisa_lijsten import LIJSTEN, Indicator, Lijst


@dataclass(frozen=True)
class IndicatorWaarde:
    """One filled-in indicator as it may be shown; `code` is None unless it is confirmed for this very year.

    Without `waarde` it is `zelf` filled in by the gemeente, or of the other reeks.
    """

    code: str | None
    label: str
    waarde: Waarde
    bevestigd: bool
    zelf: bool = False


def get_lijst(jaar: int, lijsten: Iterable[Lijst] = LIJSTEN) -> Lijst:
    """Give the list whose layout a year follows: the newest one that had started by then."""
    return max((lijst for lijst in lijsten if lijst.vanaf <= jaar), key=lambda lijst: lijst.vanaf)


def fill_indicatoren(gegevens: Gegevens, lijst: Lijst) -> tuple[IndicatorWaarde, ...]:
    is_eigen_jaar = lijst.jaar == gegevens.totaal.jaar
    return tuple(_fill(indicator, gegevens, is_eigen_jaar=is_eigen_jaar) for indicator in lijst.indicatoren)


def count_plannen(plannen: Iterable[Plan]) -> Mapping[int, int]:
    """Count plans per year of their first vaststelling: addenda and later versions do not count again."""
    eerste: dict[str, int] = {}
    for plan in plannen:
        if plan.vastgesteld is not None:
            jaar = plan.vastgesteld.year
            eerste[plan.plan] = min(eerste.get(plan.plan, jaar), jaar)
    return Counter(eerste.values())


def _fill(indicator: Indicator, gegevens: Gegevens, *, is_eigen_jaar: bool) -> IndicatorWaarde:
    bevestigd = is_eigen_jaar and indicator.gecontroleerd
    waarde = FORMULES[indicator.formule](gegevens) if indicator.formule else None
    code = indicator.code if bevestigd else None
    return IndicatorWaarde(code, indicator.label, waarde, bevestigd, zelf=not indicator.formule)
