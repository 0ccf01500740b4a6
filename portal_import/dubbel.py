"""Somebody new on a list who may have a dossier already, made before the BSN was known. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cases.gelijkenis import Persoonsbeeld
from portal_import.controles import waarschuw
from portal_import.levering import LeveringRij
from portal_import.meldingen import Waarschuwing

DUBBEL = "dubbel"


@dataclass(frozen=True, slots=True)
class Gelijk:
    """A dossier without BSN of somebody who looks the same, and in what: naam, adres."""

    nummer: str
    overeen: tuple[str, ...]
    geheim_adres: bool = False

    @property
    def in_woorden(self) -> str:
        return f"dossier {self.nummer} (zelfde {' en '.join(self.overeen)})"


def zonder_vergeven(
    gelijkenden: Mapping[int, tuple[Gelijk, ...]], gekozen: Mapping[int, str]
) -> dict[int, tuple[Gelijk, ...]]:
    """Leave out for each row the dossiers that were chosen for another: those get the BSN of that other person."""
    vergeven = {nummer: rij for rij, nummer in gekozen.items()}
    over = {
        rij: tuple(gelijk for gelijk in gevonden if vergeven.get(gelijk.nummer, rij) == rij)
        for rij, gevonden in gelijkenden.items()
    }
    return {rij: gevonden for rij, gevonden in over.items() if gevonden}


def beeld_van_rij(rij: LeveringRij) -> Persoonsbeeld:
    return Persoonsbeeld(
        voorletters=rij.voorletters,
        voorvoegsel=rij.voorvoegsel,
        achternaam=rij.achternaam,
        geboortedatum=rij.geboortedatum.isoformat() if rij.geboortedatum else "",
        postcode=rij.postcode,
        huisnummer=rij.huisnummer,
        huisletter=rij.huisletter,
        toevoeging=rij.toevoeging,
    )


def waarschuw_dubbel(rijnummer: int, gelijkenden: Iterable[Gelijk]) -> list[Waarschuwing]:
    """Name each dossier that may be of the same person; is its address geheim, then so is that of the new one."""
    return [
        waarschuw(rijnummer, "achternaam", f"Lijkt op {gelijk.in_woorden}. {_vraag(gelijk)}", "dubbel")
        for gelijk in gelijkenden
    ]


def _vraag(gelijk: Gelijk) -> str:
    vraag = "Is dit dezelfde persoon?"
    return f"{vraag} Het adres is voor de zekerheid geheim." if gelijk.geheim_adres else vraag
