"""From one cell to one value, or to a fault in plain Dutch. Values are tidied; names keep every letter as written."""

import math
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time, timedelta
from typing import Any

from cases.brpdatum import BrpDatum, OngeldigeDatum
from cases.bsn import OngeldigBsn, bevat_bsn
from cases.kalender import EERSTE_JAAR
from portal_import.kolommen import sleutel
from portal_import.lezen import Cel

Lezer = Callable[[Cel], Any]

_ONBEKENDE_DATUMS = {"00-00-0000", "0000-00-00", "00000000"}


class OngeldigeCel(ValueError):
    """Says in plain Dutch what is wrong with a cell."""


class Onthouden(dict[Cel, Any]):
    """A reader that keeps its answers: a list repeats its woonplaatsen, dates and empty cells a thousand times.

    Only texts are kept, for as a key of a dict 1.0 and True are the same.
    """

    MEESTE = 50_000

    def __init__(self, lezer: Lezer) -> None:
        super().__init__()
        self.lezer = lezer

    def __missing__(self, waarde: Cel) -> Any:
        gelezen = self.lezer(waarde)
        if isinstance(waarde, str) and len(self) < self.MEESTE:
            self[waarde] = gelezen
        return gelezen


# What reading a cell can raise; the text of each is meant for the user.
FOUTEN = (OngeldigeCel, OngeldigBsn, OngeldigeDatum)


def tekst(waarde: Cel, maximum: int) -> str:
    """Read text: spaces at the ends go, spaces and line ends within become one space."""
    waarde = " ".join((waarde if isinstance(waarde, str) else _tekst_van_getal(waarde)).split())
    if len(waarde) > maximum:
        raise OngeldigeCel(_te_lang(waarde, maximum))
    if not waarde.isprintable() and any(unicodedata.category(teken) in ("Cc", "Cs") for teken in waarde):
        raise OngeldigeCel("In deze cel staat een onzichtbaar teken dat niet bewaard kan worden. Typ de tekst opnieuw.")
    return waarde


def tekst_zonder_bsn(waarde: Cel, maximum: int) -> str:
    """Read text that everybody sees who sees the dossier; so no BSN may stand in it (decision 1123)."""
    gelezen = tekst(waarde, maximum)
    if bevat_bsn(gelezen):
        raise OngeldigeCel(
            "Hier staat een BSN. Dat hoort alleen in de kolom met het BSN. Misschien is de rij verschoven."
        )
    return gelezen


def verplichte_tekst(waarde: Cel, maximum: int, naam: str) -> str:
    gelezen = tekst_zonder_bsn(waarde, maximum)
    if not gelezen:
        raise OngeldigeCel(f"{naam} ontbreekt. Vul dit in.")
    return gelezen


def postcode(waarde: Cel, maximum: int) -> str:
    """Read a postcode as capitals without a space. Another form is kept: the address may be abroad."""
    gelezen = tekst(waarde, 2 * maximum).replace(" ", "").upper()
    if len(gelezen) > maximum:
        raise OngeldigeCel(_te_lang(gelezen, maximum))
    return gelezen


def telefoon(waarde: Cel, maximum: int) -> str:
    """Read a telephone number. A number cell has lost its leading zero, which comes back at nine digits."""
    gelezen = tekst(waarde, maximum)
    return f"0{gelezen}" if not isinstance(waarde, str) and len(gelezen) == 9 else gelezen


def als_keuzes(woorden: Iterable[str]) -> dict[str, str]:
    """Give the words by themselves and by what counts of them, for keuze()."""
    return {vorm: woord for woord in woorden for vorm in (woord, sleutel(woord))}


def keuze(waarde: Cel, keuzes: Mapping[str, str]) -> str:
    """Read one of a list of words, kept by their keys (als_keuzes), so that 'Niet-erkend' is 'niet erkend'."""
    woord = waarde if isinstance(waarde, str) else ""
    gevonden = keuzes.get(woord) or keuzes.get(sleutel(woord))
    if gevonden is None:
        kan = ", ".join(f"'{goed}'" for goed in dict.fromkeys(keuzes.values()))
        wat = "Dit woord is niet bekend." if str(waarde).strip() else "Deze cel is leeg."
        raise OngeldigeCel(f"{wat} Het moet een van deze zijn: {kan}.")
    return gevonden


def geboortedatum(waarde: Cel, on: date) -> BrpDatum | None:
    """Read a date of birth, of which the day or the month may be unknown; empty and all zeros are nothing."""
    if isinstance(waarde, str) and (not waarde.strip() or waarde.strip() in _ONBEKENDE_DATUMS):
        return None
    datum = _brpdatum(waarde)
    if datum.jaar >= on.year and datum > BrpDatum.uit_datum(on):
        raise OngeldigeCel("Deze datum ligt in de toekomst.")
    return datum


def datum(waarde: Cel, on: date, naam: str) -> date:
    """Read a full calendar date that is not in the future."""
    if isinstance(waarde, str) and not waarde.strip():
        raise OngeldigeCel(f"{naam} ontbreekt. Vul dit in.")
    gelezen = _brpdatum(waarde).als_datum()
    if gelezen is None:
        raise OngeldigeCel(f"{naam} moet een volledige datum zijn, met dag en maand.")
    if gelezen > on:
        raise OngeldigeCel("Deze datum ligt in de toekomst.")
    return gelezen


def begindatum(waarde: Cel, on: date, naam: str) -> date:
    """Read a date from which termijnen are counted: not before the calendar begins."""
    gelezen = datum(waarde, on, naam)
    if gelezen.year < EERSTE_JAAR:
        raise OngeldigeCel(f"{naam} kan niet vóór 1 januari {EERSTE_JAAR} liggen. Controleer het jaar.")
    return gelezen


def _te_lang(gelezen: str, maximum: int) -> str:
    return f"Deze tekst is te lang: {len(gelezen)} tekens. Er passen er {maximum}."


def _brpdatum(waarde: Cel) -> BrpDatum:
    if isinstance(waarde, date):
        return BrpDatum.uit_datum(waarde)
    return BrpDatum.uit_tekst(waarde if isinstance(waarde, str) else _tekst_van_getal(waarde))


def _tekst_van_getal(waarde: Cel) -> str:
    """Write a number cell as somebody would type it: 12 and not 12.0."""
    if isinstance(waarde, (date, time, timedelta)):
        raise OngeldigeCel(
            "Excel heeft van deze cel een datum of tijd gemaakt. Zet de cel op 'Tekst' en typ de waarde opnieuw."
        )
    if isinstance(waarde, bool) or (isinstance(waarde, float) and not math.isfinite(waarde)):
        raise OngeldigeCel("In deze cel staat geen tekst.")
    return str(int(waarde)) if isinstance(waarde, float) and waarde.is_integer() else str(waarde)
