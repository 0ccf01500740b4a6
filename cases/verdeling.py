"""Divide work over colleagues. Pure: numbers in, who gets what out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from config.weergave import telwoord

# How many dossiers go in one step: more is no longer looked at before it is confirmed.
SAMEN_HOOGSTENS = 200


@dataclass(frozen=True)
class TeVerdelen:
    """A dossier that needs somebody, with its gezin: one gezin keeps one casusregisseur."""

    nummer: str
    gezin: int


def verdeel(dossiers: Sequence[TeVerdelen], collegas: Sequence[int]) -> dict[str, int]:
    """Give each dossier a colleague, so that all get as many as can be; the largest gezin first, then as they stand.

    The dossiers of one gezin go to one colleague, as one person speaks with the whole gezin.
    """
    gezinnen: dict[int, list[str]] = {}
    for dossier in dossiers:
        gezinnen.setdefault(dossier.gezin, []).append(dossier.nummer)
    aantal = dict.fromkeys(collegas, 0)
    uit: dict[str, int] = {}
    for nummers in sorted(gezinnen.values(), key=len, reverse=True):
        wie = min(collegas, key=lambda pk: aantal[pk])
        aantal[wie] += len(nummers)
        uit |= dict.fromkeys(nummers, wie)
    return uit


@dataclass(frozen=True)
class Uitslag:
    """What came of doing the same to many dossiers: how many went well, and why the others did not.

    `losse_taken` counts what was done to taken apart from their dossiers.
    """

    gelukt: tuple[str, ...]
    geweigerd: Mapping[str, str]
    losse_taken: int = 0


def werk_in_woorden(dossiers: int, andere: int, taken: int) -> str:
    """Tell how much work there is: 2 open dossiers, 1 ander dossier en 3 open taken; nothing when there is none."""
    alle = (
        (dossiers, "open dossier", "open dossiers"),
        (andere, "ander dossier", "andere dossiers"),
        (taken, "open taak", "open taken"),
    )
    delen = [telwoord(*deel) for deel in alle if deel[0]]
    return " en ".join(filter(None, [", ".join(delen[:-1]), *delen[-1:]]))
