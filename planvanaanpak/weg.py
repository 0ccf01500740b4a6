"""The short road of a besluit: what is missing, the letter, the vaststelling, the sending. Rules only."""

from dataclasses import dataclass

KLAAR, NU, STRAKS = "klaar", "nu", "straks"
INVULLEN, BRIEF, VASTSTELLEN, VERSTUREN = "Invullen", "Brief lezen", "Vaststellen", "Versturen"
STAPPEN = (INVULLEN, BRIEF, VASTSTELLEN, VERSTUREN)


@dataclass(frozen=True)
class Wegstap:
    """One step of the road, as the stepper draws it."""

    stand: str
    naam: str
    dag: str = ""
    waarom_url: str = ""


def _weg(nu: str) -> tuple[Wegstap, ...]:
    plaats = STAPPEN.index(nu)
    standen = [KLAAR if i < plaats else NU if i == plaats else STRAKS for i in range(len(STAPPEN))]
    return tuple(Wegstap(stand, naam) for stand, naam in zip(standen, STAPPEN, strict=True))


def weg_tot_vaststellen(*, is_compleet: bool) -> tuple[Wegstap, ...]:
    """Give the road of a besluit that is not vastgesteld: something is missing, or the letter can be read."""
    return _weg(BRIEF if is_compleet else INVULLEN)


def weg_na_vaststellen(*, is_verzonden: bool) -> tuple[Wegstap, ...]:
    """Give the road of a besluit that is vastgesteld; nothing once its letter left."""
    return () if is_verzonden else _weg(VERSTUREN)
