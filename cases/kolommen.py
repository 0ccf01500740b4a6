"""The columns that a list of dossiers can have: on the screen and in the workbook the same words.

None of them is a BSN, and a geheim adres is in none of them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cases.keuzes import Leefgebied, Rang
from config.weergave import datum_kort

if TYPE_CHECKING:
    from cases.dossierlijst import Rij

_LEEFGEBIEDEN = tuple(Leefgebied.choices)


@dataclass(frozen=True)
class Kolom:
    """A column: its code in the address, its heading, and what it says of a row; a date stays a date in a workbook."""

    code: str
    kop: str
    waarde: Callable[["Rij"], str | date | None]

    def tekst(self, rij: "Rij") -> str:
        waarde = self.waarde(rij)
        return datum_kort(waarde) if isinstance(waarde, date) else waarde or ""


def _termijn(rij: "Rij") -> str:
    return rij.termijn.tekst if rij.termijn else ""


def _plaats(rij: "Rij") -> str:
    persoon = rij.dossier.persoon
    return "geheim" if persoon.geheim_adres else persoon.woonplaats


def _gezin(rij: "Rij") -> str:
    return f"{rij.gezin} dossiers" if rij.gezin > 1 else ""


def _leefgebieden(rij: "Rij") -> str:
    return ", ".join(label for code, label in _LEEFGEBIEDEN if code in rij.dossier.leefgebieden)


def _rang(rij: "Rij") -> str:
    return "" if rij.dossier.rang == Rang.GEWOON else rij.dossier.get_rang_display()


def _regisseur(rij: "Rij") -> str:
    return rij.dossier.casusregisseur.naam if rij.dossier.casusregisseur else ""


KOLOMMEN: Mapping[str, Kolom] = {
    kolom.code: kolom
    for kolom in (
        Kolom("doelgroep", "Doelgroep", lambda rij: rij.dossier.get_doelgroep_display()),
        Kolom("status", "Status", lambda rij: rij.dossier.get_status_display()),
        Kolom("uht", "UHT", lambda rij: rij.dossier.get_uht_status_display()),
        Kolom("casusregisseur", "Casusregisseur", _regisseur),
        Kolom("termijn", "Eerste termijn", _termijn),
        Kolom("rang", "Voorrang", _rang),
        Kolom("aanmelding", "Aangemeld", lambda rij: rij.dossier.datum_aanmelding),
        Kolom("eerste_contact", "Eerste contact", lambda rij: rij.dossier.datum_eerste_contact),
        Kolom("eerste_gesprek", "Eerste gesprek", lambda rij: rij.dossier.datum_eerste_gesprek),
        Kolom("leefgebieden", "Leefgebieden", _leefgebieden),
        Kolom("gezin", "Gezin", _gezin),
        Kolom("woonplaats", "Woonplaats", _plaats),
        Kolom("route", "Aangemeld via", lambda rij: rij.dossier.get_aanmeldroute_display()),
    )
}
STANDAARD = ("doelgroep", "status", "uht", "casusregisseur", "termijn")


def kies_kolommen(codes: Iterable[str]) -> tuple[Kolom, ...]:
    """Give the chosen columns in their fixed order; without a choice those that everybody begins with."""
    gekozen = set(codes) & KOLOMMEN.keys() or set(STANDAARD)
    return tuple(kolom for code, kolom in KOLOMMEN.items() if code in gekozen)
