"""What to look at before a declaration goes in: what blocks it, and what deserves a look."""

from collections.abc import Callable, Iterator

from spuk.controle import Controle, Ernst, Onderzoek
from spuk.kostencontroles import check_kosten
from spuk.plancontroles import check_contacten, check_driegesprekken, check_plannen
from spuk.redencontroles import check_redenen
from spuk.staffelcontroles import (
    check_bedragen,
    check_indicatoren,
    check_normbedragen,
    check_staffel,
    check_telling,
)


def run_controles(onderzoek: Onderzoek) -> tuple[Controle, ...]:
    """Run all checks; only findings come back, what blocks first."""
    gevonden = (controle for check in CONTROLES for controle in check(onderzoek))
    return tuple(sorted(gevonden, key=lambda controle: (controle.ernst, controle.code)))


def check_velden(onderzoek: Onderzoek) -> Iterator[Controle]:
    """Report fields of the file that nobody read, so a typing error does not pass in silence."""
    velden = onderzoek.feiten.onbekende_velden
    if velden:
        melding = f"Deze velden in het bestand ken ik niet en zijn niet gebruikt: {', '.join(velden)}."
        yield Controle("onbekend_veld", Ernst.LET_OP, melding, len(velden))


CONTROLES: tuple[Callable[[Onderzoek], Iterator[Controle]], ...] = (
    check_redenen,
    check_plannen,
    check_contacten,
    check_driegesprekken,
    check_kosten,
    check_telling,
    check_staffel,
    check_normbedragen,
    check_indicatoren,
    check_bedragen,
    check_velden,
)
