"""Divide work over colleagues. Pure: numbers in, who gets what out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    """What came of doing the same to many dossiers: how many went well, and why the others did not."""

    gelukt: tuple[str, ...]
    geweigerd: Mapping[str, str]
