"""How an address and a telephone number are written. Pure; what is wrong is said in plain Dutch."""

import re

# PostNL never gives out these three letter pairs.
_POSTCODE = re.compile(r"[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}", re.ASCII)
_HUISNUMMER = re.compile(r"[1-9]\d{0,4}", re.ASCII)
_HUISLETTER = re.compile(r"[A-Za-z]", re.ASCII)
_TELEFOON = re.compile(r"\+?[\d ().-]+", re.ASCII)


class OngeldigGegeven(ValueError):
    """Says in plain Dutch what is wrong with a value and how to write it."""


def lees_postcode(tekst: str) -> str:
    """Give a postcode as the portal delivers it: capitals without a space."""
    postcode = "".join(tekst.split()).upper()
    if not _POSTCODE.fullmatch(postcode):
        raise OngeldigGegeven(
            "Vul de postcode in als 1234 AB. Is het adres in het buitenland? Gebruik dan de vakken voor een adres in"
            " het buitenland."
        )
    return postcode


def lees_huisnummer(tekst: str) -> str:
    if not _HUISNUMMER.fullmatch(tekst):
        raise OngeldigGegeven("Vul alleen het nummer in, zoals 14. De letter en de toevoeging hebben een eigen vak.")
    return tekst


def lees_huisletter(tekst: str) -> str:
    if not _HUISLETTER.fullmatch(tekst):
        raise OngeldigGegeven("Een huisletter is één letter, zoals a. Zet de rest bij toevoeging.")
    return tekst


def lees_telefoon(tekst: str) -> str:
    """Check a telephone number of 10 to 15 digits; spaces stay, as they make it readable."""
    if not _TELEFOON.fullmatch(tekst) or not 10 <= sum(teken.isdigit() for teken in tekst) <= 15:
        raise OngeldigGegeven("Vul een telefoonnummer van 10 cijfers in, zoals 06 12345678, of met landcode +31.")
    return tekst
