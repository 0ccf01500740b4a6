"""Which telling sets the staffel of component E in a year (Regeling SPUK 2021, art. 6 lid 7 and 9)."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby

from spuk.componenten import Component
from spuk.feiten import Telling
from spuk.regels import SpukRegels
from spuk.telregels import Reden, Telregel


def count_tellingen(tellingen: Iterable[Telling], regels: SpukRegels) -> Iterator[Telregel]:
    """Count E on normbedrag, one row per telling."""
    for telling, reden in judge_tellingen(tellingen, regels):
        jaar, bedrag = telling.jaar, _get_bedrag(telling, regels)
        yield Telregel(Component.E, str(jaar), jaar, telling.peildatum, bedrag, reden, telling.bron)


def judge_tellingen(tellingen: Iterable[Telling], regels: SpukRegels) -> Iterator[tuple[Telling, Reden]]:
    """Choose the telling that sets the staffel of each year, in the order of the years.

    Up to 2023 the staffel is paid once, then yearly by the telling of that year (art. 6 lid 7). A second, higher
    telling within one year is the upward correction; it changes the step once over the whole looptijd, from the year
    the staffel is yearly (art. 6 lid 9; VNG-handreiking SPUK 2024 H3).
    """
    eenmalig_gebruikt = bijgesteld = False
    geordend = sorted(tellingen, key=lambda telling: (telling.jaar, *_get_volgorde(telling)))
    for jaar, groep in groupby(geordend, key=lambda telling: telling.jaar):
        basis, *latere = groep
        reden = _check_jaar(jaar, regels, eenmalig_gebruikt=eenmalig_gebruikt)
        if reden is not None:
            yield from ((telling, reden) for telling in (basis, *latere))
            continue
        eenmalig_gebruikt = True
        gekozen = basis if bijgesteld else _choose_telling(basis, latere, regels)
        bijgesteld = bijgesteld or gekozen is not basis
        for telling in (basis, *latere):
            yield telling, _judge_telling(telling, basis, gekozen, regels)


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


def _choose_telling(basis: Telling, latere: list[Telling], regels: SpukRegels) -> Telling:
    """Take the first later telling that leads to a higher step, where that is allowed; else the first telling."""
    if basis.jaar < regels.staffel_jaarlijks_vanaf:
        return basis
    grens = _get_bedrag(basis, regels)
    return next((telling for telling in latere if _get_bedrag(telling, regels) > grens), basis)


def _judge_telling(telling: Telling, basis: Telling, gekozen: Telling, regels: SpukRegels) -> Reden:
    if telling is gekozen:
        return Reden.GETELD
    if telling is basis:
        return Reden.BIJGESTELD
    if _get_bedrag(telling, regels) == _get_bedrag(gekozen, regels):
        return Reden.AL_GETELD
    return Reden.GEEN_BIJSTELLING if telling.aantal > gekozen.aantal else Reden.LAGERE_TELLING


def _get_bedrag(telling: Telling, regels: SpukRegels) -> Decimal:
    return regels.get_staffelbedrag(telling.jaar, telling.aantal)
