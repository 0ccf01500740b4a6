"""What a reader of a portal file is told: why a file is refused, why a row is, and what to look at."""

from dataclasses import dataclass


class BestandGeweigerd(Exception):
    """The whole file is refused; the text says in plain Dutch why and what to do."""

    def __init__(self, melding: str) -> None:
        super().__init__(melding)
        self.melding = melding


@dataclass(frozen=True, slots=True)
class RijFout:
    """One reason why one row is not read. The value of a BSN is masked."""

    rij: int
    kolom: str
    waarde: str
    melding: str


@dataclass(frozen=True, slots=True)
class Waarschuwing:
    """Something a person must look at; the row is read all the same. The code is for programs, the text for people."""

    rij: int
    kolom: str
    melding: str
    code: str = ""


def som_op(woorden: list[str]) -> str:
    """Write names as a Dutch list: 'Status', 'Postcode' en 'BSN'."""
    namen = [f"'{woord}'" for woord in woorden]
    return " en ".join([", ".join(namen[:-1]), namen[-1]] if len(namen) > 1 else namen)
