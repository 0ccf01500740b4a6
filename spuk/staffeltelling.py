"""Which telling sets the staffel of component E in a year (Regeling SPUK 2021, art. 6 lid 7 and 9)."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby

from spuk.componenten import Component
from spuk.feiten import Telling
from spuk.regels import SpukRegels
from spuk.telregels import Feit, Reden, Telregel


def count_tellingen(tellingen: Iterable[Telling], regels: SpukRegels) -> Iterator[Telregel]:
    """Count E on normbedrag, one row per telling."""
    for telling, reden in judge_tellingen(tellingen, regels):
        jaar, bedrag = telling.jaar, _get_bedrag(telling, regels)
        yield Telregel(Component.E, str(jaar), jaar, telling.peildatum, bedrag, reden, telling.bron, feit=Feit.TELLING)


def judge_tellingen(tellingen: Iterable[Telling], regels: SpukRegels) -> Iterator[tuple[Telling, Reden]]:
    """Choose the telling that sets the staffel of each year, in the order of the years.

    Up to 2023 the staffel is paid once, then yearly by the telling of that year (art. 6 lid 7). A second, higher
    telling within one year is the upward correction; it changes the step once over the whole looptijd, from the year
    the staffel is yearly (art. 6 lid 9; VNG-handreiking SPUK 2024 H3).
    """
    eenmalig_gebruikt = bijgesteld = False
    geordend = sorted(tellingen, key=lambda telling: (telling.jaar, *_get_volgorde(telling)))
    for jaar, groep in groupby(geordend, key=lambda telling: telling.jaar):
        tellingen_jaar = list(groep)
        reden = _check_jaar(jaar, regels, eenmalig_gebruikt=eenmalig_gebruikt)
        if reden is not None:
            yield from ((telling, reden) for telling in tellingen_jaar)
            continue
        eenmalig_gebruikt = True
        gekozen = 0 if bijgesteld else _choose_telling(tellingen_jaar, regels)
        bijgesteld = bijgesteld or gekozen > 0
        for plek, telling in enumerate(tellingen_jaar):
            yield telling, _judge_telling(plek, gekozen, tellingen_jaar, regels)


def _get_volgorde(telling: Telling) -> tuple[date, int, str, str]:
    return (telling.peildatum or date.min, telling.aantal, telling.herkomst, str(telling.bron))


def _check_jaar(jaar: int, regels: SpukRegels, *, eenmalig_gebruikt: bool) -> Reden | None:
    if jaar < regels.activiteiten_vanaf.year:
        return Reden.VOOR_BEGIN
    if jaar > regels.verplichtingen_tot.year:
        return Reden.NA_EINDE
    if not regels.is_norm(Component.E, jaar):
        return Reden.WERKELIJKE_KOSTEN
    if jaar < regels.staffel_jaarlijks_vanaf and eenmalig_gebruikt:
        return Reden.AL_GETELD
    return None


def _choose_telling(tellingen: list[Telling], regels: SpukRegels) -> int:
    """Give the place of the first later telling with a higher step, where that is allowed; else of the first."""
    basis = tellingen[0]
    if basis.jaar < regels.staffel_jaarlijks_vanaf:
        return 0
    grens = _get_bedrag(basis, regels)
    return next((plek for plek, telling in enumerate(tellingen) if _get_bedrag(telling, regels) > grens), 0)


def _judge_telling(plek: int, gekozen: int, tellingen: list[Telling], regels: SpukRegels) -> Reden:
    if plek == gekozen:
        return Reden.GETELD
    if plek == 0:
        return Reden.BIJGESTELD
    telling, beste = tellingen[plek], tellingen[gekozen]
    if _get_bedrag(telling, regels) == _get_bedrag(beste, regels):
        return Reden.AL_GETELD
    return Reden.GEEN_BIJSTELLING if telling.aantal > beste.aantal else Reden.LAGERE_TELLING


def _get_bedrag(telling: Telling, regels: SpukRegels) -> Decimal:
    return regels.get_staffelbedrag(telling.jaar, telling.aantal)
