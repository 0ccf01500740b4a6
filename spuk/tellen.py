"""Count the facts: every fact judged, then added up per component and year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from spuk.componenten import Component
from spuk.feiten import Feiten, Kosten
from spuk.geld import NUL, round_euro
from spuk.normtelling import count_contacten, count_driegesprekken, count_plannen
from spuk.regels import SpukRegels
from spuk.staffeltelling import count_tellingen
from spuk.telregels import Feit, Reden, Telregel, check_looptijd


@dataclass(frozen=True, slots=True)
class Som:
    """What counts for one component in one year. A query may build it directly, without a row per fact."""

    aantal: int
    bedrag: Decimal


Sommen = Mapping[tuple[Component, int], Som]


def count_feiten(feiten: Feiten, regels: SpukRegels) -> tuple[Telregel, ...]:
    """Judge every fact: a row per fact and component, counted or not, with the reason. Their order plays no part."""
    telregels = [
        *count_contacten(feiten.contacten, regels),
        *count_plannen(feiten.plannen, regels),
        *count_tellingen(feiten.tellingen, regels),
        *count_driegesprekken(feiten.driegesprekken, regels),
        *(judge_kosten(kosten, regels) for kosten in feiten.kosten),
    ]
    return tuple(sorted(telregels, key=_get_volgorde))


def judge_kosten(kosten: Kosten, regels: SpukRegels) -> Telregel:
    """Judge a cost line: net of btw, in the year of its date, if the component is on actual costs (art. 6 lid 2, 6-8).

    New obligations end with `verplichtingen_tot` (art. 4 lid 2). A later cost counts when its obligation is older;
    without the date of the obligation its own date decides.
    """
    jaar = kosten.datum.year
    reden = check_looptijd(kosten.datum, kosten.verplichting or kosten.datum, regels)
    if reden is None:
        reden = Reden.NORMBEDRAG if regels.is_norm(kosten.component, jaar) else Reden.GETELD
    sleutel = kosten.plan or kosten.persoon or ""
    return Telregel(
        kosten.component, sleutel, jaar, kosten.datum, kosten.netto, reden, kosten.bron, kosten.aantal, Feit.KOSTEN
    )


def sum_telregels(telregels: Iterable[Telregel]) -> dict[tuple[Component, int], Som]:
    """Add up the counted rows per component and year, exactly, and round each sum once."""
    aantallen: dict[tuple[Component, int], int] = {}
    bedragen: dict[tuple[Component, int], Decimal] = {}
    for telregel in telregels:
        if telregel.jaar is not None and telregel.geteld:
            plek = telregel.component, telregel.jaar
            aantallen[plek] = aantallen.get(plek, 0) + telregel.aantal
            bedragen[plek] = bedragen.get(plek, NUL) + telregel.bedrag
    return {plek: Som(aantallen[plek], round_euro(bedrag)) for plek, bedrag in bedragen.items()}


def _get_volgorde(telregel: Telregel) -> tuple[str, str, str, str, str, Decimal]:
    datum = telregel.datum.isoformat() if telregel.datum else ""
    return (telregel.component, datum, telregel.sleutel, str(telregel.bron), telregel.reden, telregel.bedrag)
