"""The stepper of a dossier: which fases are behind it, which one it is in, and what may come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cases.status import FASEN, Status
from config.weergave import datum

KLAAR, NU, STRAKS = "klaar", "nu", "straks"
# The stepper has room for five.
HOOGSTENS = 5


@dataclass(frozen=True)
class Fase:
    """One step: whether it is done, here or still to come, its name and the words of its day."""

    stand: str
    naam: str
    dag: str = ""
    # Why its last day is what it is; only for a fase with one.
    waarom_url: str = ""


def list_fasen(status: Status, bereikt: Mapping[Status, date], uiterlijk: date | None = None) -> tuple[Fase, ...]:
    """List the steps of a dossier. `bereikt` holds the day each fase was reached, `uiterlijk` when this one should end.

    A dossier that left the road (acclimatisatie, afgesloten) shows what it reached and where it is now, not what it
    will never come to. Without recht there is no road, and neither when it is
    withdrawn.
    """
    if status in (Status.GEEN_RECHT, Status.INGETROKKEN):
        return ()
    if status in FASEN:
        return tuple(_op_de_weg(fase, status, bereikt, uiterlijk) for fase in FASEN)
    voorbij = [Fase(KLAAR, fase.label, datum(bereikt[fase])) for fase in FASEN if fase in bereikt]
    if status is Status.ACCLIMATISATIE:
        einde = [Fase(NU, status.label, _tot(uiterlijk)), Fase(STRAKS, Status.AFGESLOTEN.label)]
    else:
        einde = [Fase(NU, status.label)]
    return (*voorbij, *einde)[-HOOGSTENS:]


def _op_de_weg(fase: Status, status: Status, bereikt: Mapping[Status, date], uiterlijk: date | None) -> Fase:
    plaats = FASEN.index(fase) - FASEN.index(status)
    if plaats < 0:
        return Fase(KLAAR, fase.label, datum(bereikt.get(fase)))
    if plaats > 0:
        return Fase(STRAKS, fase.label)
    return Fase(NU, fase.label, _tot(uiterlijk) or _sinds(bereikt.get(fase)))


def _tot(dag: date | None) -> str:
    return f"uiterlijk {datum(dag)}" if dag else ""


def _sinds(dag: date | None) -> str:
    return f"sinds {datum(dag)}" if dag else ""
