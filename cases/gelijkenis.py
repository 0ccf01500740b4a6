"""When two people look the same: names without case and diacritics, addresses, vague BRP dates. Pure."""

import unicodedata
from dataclasses import dataclass

from cases.brpdatum import BrpDatum

# Letters that have no base letter in Unicode, and how they are written without.
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})


@dataclass(frozen=True, kw_only=True)
class Persoonsbeeld:
    """What of a person is compared."""

    voorletters: str = ""
    voorvoegsel: str = ""
    achternaam: str
    geboortedatum: str
    postcode: str = ""
    huisnummer: str = ""
    huisletter: str = ""
    toevoeging: str = ""


def kaal(tekst: str) -> str:
    """Write a text in small letters without diacritics, spaces and marks: 'Ö. de Vries-Şen' becomes 'odevriessen'."""
    los = unicodedata.normalize("NFKD", tekst.casefold().translate(_LETTERS))
    return "".join(teken for teken in los if teken.isalnum())


def zelfde_geboortedatum(een: str, ander: str) -> bool:
    """Say whether two BRP dates can be the same day; an unknown day or month fits every one. Empty fits none."""
    if not een or not ander:
        return False
    eerste, tweede = BrpDatum.uit_iso(een), BrpDatum.uit_iso(ander)
    return eerste.past_binnen(tweede) or tweede.past_binnen(eerste)


def gelijkenis(een: Persoonsbeeld, ander: Persoonsbeeld) -> tuple[str, ...]:
    """Name what two people have in common that makes them perhaps one: name or address, with the same birth date."""
    if not zelfde_geboortedatum(een.geboortedatum, ander.geboortedatum):
        return ()
    uit = []
    if _zelfde_naam(een, ander):
        uit.append("naam")
    if een.postcode and een.huisnummer and _adres(een) == _adres(ander):
        uit.append("adres")
    return tuple(uit)


def verschil(een: Persoonsbeeld, ander: Persoonsbeeld) -> tuple[str, ...]:
    """Name what tells two people apart: another name, or birth dates that can't be one day. What is empty does not."""
    uit = []
    if not _zelfde_naam(een, ander):
        uit.append("naam")
    geboren = een.geboortedatum, ander.geboortedatum
    if all(geboren) and not zelfde_geboortedatum(*geboren):
        uit.append("geboortedatum")
    return tuple(uit)


def _zelfde_naam(een: Persoonsbeeld, ander: Persoonsbeeld) -> bool:
    """Compare the achternaam; the voorletters only where both are known, and only as far as the shorter goes.

    A voorvoegsel may be missing, or have been written in front of the achternaam.
    """
    if not _achternamen(een) & _achternamen(ander):
        return False
    eerste, tweede = sorted((kaal(een.voorletters), kaal(ander.voorletters)), key=len)
    return tweede.startswith(eerste)


def _achternamen(wie: Persoonsbeeld) -> set[str]:
    return {kaal(wie.achternaam), kaal(wie.voorvoegsel + wie.achternaam)}


def _adres(wie: Persoonsbeeld) -> tuple[str, ...]:
    return tuple(kaal(deel) for deel in (wie.postcode, wie.huisnummer, wie.huisletter, wie.toevoeging))
