"""An address as it stands on an envelope. Pure."""

import re

# On an envelope the letters of a Dutch postcode stand apart from its figures.
_POSTCODE = re.compile(r"^(\d{4})([A-Z]{2})$")
# Fewer lines than these reach nobody: a street or postbus, and a place.
MINSTENS_REGELS = 2


_STRAAT_EN_NUMMER = re.compile(r"\D+\d+")
_KALE_POSTCODE = re.compile(r"\d{4}[a-z]{2}")


def noemt_adres(tekst: str, adres: tuple[str, ...]) -> bool:
    """Say whether a typed text gives this address away: its street with the number, or its postcode."""
    gevonden = [_STRAAT_EN_NUMMER.match(_kaal(regel)) for regel in adres[:1]]
    gevonden += [_KALE_POSTCODE.search(_kaal(regel)) for regel in adres[1:]]
    return any(deel[0] in _kaal(tekst) for deel in gevonden if deel)


def _kaal(tekst: str) -> str:
    return re.sub(r"[\W_]+", "", tekst.casefold())


def tekstregels(tekst: str) -> tuple[str, ...]:
    """Give the lines of a text that have something in them."""
    return tuple(regel.strip() for regel in tekst.splitlines() if regel.strip())


def regels_in_nederland(
    *, straat: str, huisnummer: str, huisletter: str, toevoeging: str, postcode: str, woonplaats: str
) -> tuple[str, ...]:
    eerste = " ".join(deel for deel in (straat, f"{huisnummer}{huisletter}", toevoeging) if deel)
    tweede = "  ".join(deel for deel in (_POSTCODE.sub(r"\1 \2", postcode), woonplaats) if deel)
    return tuple(regel for regel in (eerste, tweede) if regel)


def regels_in_buitenland(adres: str, land: str) -> tuple[str, ...]:
    """Give a foreign address; the country is the last line, in capitals, as the post asks."""
    return (*tekstregels(adres), *((land.upper(),) if land else ()))
