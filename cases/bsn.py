"""The burgerservicenummer: nine digits that pass the 11-proef (Wet algemene bepalingen bsn)."""

import re
from operator import mul

LENGTE = 9
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_NEGEN_CIJFERS = re.compile(r"(?<!\d)\d{9}(?!\d)", re.ASCII)
# As people set one apart to read it out: 123 456 782 or 1234.56.782. A longer row of figures is something else.
_IN_GROEPEN = re.compile(
    r"(?<![\d+])(?<!\d[ .-])(?:\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?![ .-]?\d)", re.ASCII
)
_SCHEIDINGSTEKENS = str.maketrans("", "", " .-\u00a0")


class OngeldigBsn(ValueError):
    """Says in plain Dutch what is wrong; never holds the number itself."""


def lees_bsn(waarde: object) -> str:
    """Read a BSN from text or from a number; raise OngeldigBsn when it is none.

    A number cannot hold leading zeros, so a number is padded to nine digits. Text can hold them, so text of eight
    digits is not padded: a digit may as well be missing elsewhere.
    """
    cijfers = waarde.strip().translate(_SCHEIDINGSTEKENS) if isinstance(waarde, str) else _cijfers_van_getal(waarde)
    if not cijfers:
        raise OngeldigBsn("Het BSN ontbreekt. Vul het BSN in.")
    if not (cijfers.isascii() and cijfers.isdigit()):
        raise OngeldigBsn("Dit is geen BSN. Een BSN bestaat uit 9 cijfers.")
    if len(cijfers) == LENGTE - 1:
        raise OngeldigBsn("Dit BSN heeft 8 cijfers. Een BSN heeft er 9. Staat er misschien een nul te weinig vooraan?")
    if len(cijfers) != LENGTE:
        raise OngeldigBsn(f"Dit BSN heeft {len(cijfers)} cijfers. Een BSN heeft er 9.")
    if not voldoet_aan_elfproef(cijfers):
        raise OngeldigBsn("Dit BSN klopt niet: het voldoet niet aan de 11-proef. Controleer het nummer.")
    return cijfers


def voldoet_aan_elfproef(cijfers: str) -> bool:
    """Say whether nine digits pass the 11-proef; nine zeros pass the sum but are nobody's number."""
    return sum(map(mul, _GEWICHTEN, map(int, cijfers))) % 11 == 0 and cijfers != "000000000"


def masker(bsn: str) -> str:
    """Show the last four characters only; four or fewer are hidden altogether."""
    return "*" * (len(bsn) - 4) + bsn[-4:] if len(bsn) > 4 else "*" * len(bsn)


def _cijfers_van_getal(waarde: object) -> str:
    """Give the digits of a whole positive number, padded; anything else comes back as text that is no BSN."""
    if isinstance(waarde, float) and waarde.is_integer():
        waarde = int(waarde)
    if isinstance(waarde, int) and not isinstance(waarde, bool) and waarde >= 0:
        return str(waarde).zfill(LENGTE)
    return "" if waarde is None else "geen BSN"


def bevat_bsn(tekst: str) -> bool:
    """Say whether a text holds nine digits that can be a BSN: in a row, or in groups."""
    los = [gevonden[0].translate(_SCHEIDINGSTEKENS) for gevonden in _IN_GROEPEN.finditer(tekst)]
    return any(voldoet_aan_elfproef(cijfers) for cijfers in (*_NEGEN_CIJFERS.findall(tekst), *los))


def maskeer_bsns(tekst: str) -> str:
    """Hide each BSN in a text: where one stands in a wrong column, or in the name of a file."""
    return _IN_GROEPEN.sub(_verberg, _NEGEN_CIJFERS.sub(_verberg, tekst))


def _verberg(gevonden: re.Match[str]) -> str:
    cijfers = gevonden[0].translate(_SCHEIDINGSTEKENS)
    return masker(cijfers) if voldoet_aan_elfproef(cijfers) else gevonden[0]
