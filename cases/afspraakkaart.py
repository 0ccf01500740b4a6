"""The afspraken of today as a card beside the work, in order of their hour."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from cases.models import Taak
from cases.vervanging import Werk


@dataclass(frozen=True, kw_only=True)
class Afspraakregel:
    """One afspraak. `voor` names the colleague whose it is, for who stands in."""

    tijd: time | None
    soort: str
    waar: str
    wie: str
    url: str
    voor: str


def list_afspraken(taken: Iterable[Taak], werk: Werk) -> tuple[Afspraakregel, ...]:
    return tuple(_regel(taak, "" if taak.voor == werk.user else taak.voor.naam) for taak in taken)


def _regel(taak: Taak, voor: str) -> Afspraakregel:
    afspraak, dossier = taak.afspraak, taak.dossier
    assert afspraak is not None  # the taak of an afspraak has both
    assert dossier is not None
    return Afspraakregel(
        tijd=afspraak.tijd,
        soort=afspraak.get_soort_display(),
        waar=afspraak.plaats or afspraak.get_kanaal_display().lower(),
        wie=dossier.persoon.naam,
        url=dossier.get_absolute_url(),
        voor=voor,
    )
