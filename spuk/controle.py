"""What a check is: a finding with a code, its weight, a message and how often."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from spuk.feiten import Bron, Feiten
from spuk.indicatoren import IndicatorWaarde
from spuk.regels import SpukRegels
from spuk.telregels import Feit, Telregel
from spuk.totalen import Totaal

# What is put right on the page with the choice, the tellingen and the normbedragen.
BIJ_INSTELLINGEN = frozenset({"telling_ontbreekt", "telling_onvolledig", "telling_nul", "normbedrag_niet_bevestigd"})


class Ernst(StrEnum):
    BLOKKEERT = "blokkeert"
    LET_OP = "let_op"


@dataclass(frozen=True)
class Controle:
    """One finding. `bronnen` are the ids of the records it is about, where the facts carried ids.

    `feit` says which records those are, where a page can show them. `regels` are the facts it is about, judged: a page
    leads from each to its dossier or invoice.
    """

    code: str
    ernst: Ernst
    melding: str
    aantal: int
    bronnen: tuple[Bron, ...] = ()
    feit: Feit | None = None
    regels: tuple[Telregel, ...] = ()

    @property
    def is_instelling(self) -> bool:
        return self.code in BIJ_INSTELLINGEN


@dataclass(frozen=True)
class Onderzoek:
    """Everything a check may look at."""

    totaal: Totaal
    feiten: Feiten
    telregels: tuple[Telregel, ...]
    indicatoren: tuple[IndicatorWaarde, ...]
    regels: SpukRegels

    @property
    def jaar(self) -> int:
        return self.totaal.jaar


def list_bronnen(bronnen: Iterable[Bron]) -> tuple[Bron, ...]:
    return tuple(bron for bron in bronnen if bron is not None)
