"""What of a form is kept as klad: the words, never a file, a password, a BSN or a token. Pure."""

import json
from collections.abc import Iterable, Mapping

MAX_BYTES = 200_000
BEWIJS = "klad_bewijs"
_NOOIT = ("csrfmiddlewaretoken", BEWIJS)
_GEHEIM = ("bsn", "burgerservicenummer", "password", "wachtwoord")


def kies_velden(verstuurd: Iterable[tuple[str, list[str]]]) -> dict[str, list[str]]:
    """Give the fields of a form that may be kept."""
    return {naam: waarden for naam, waarden in verstuurd if naam not in _NOOIT and not _is_geheim(naam)}


def _is_geheim(naam: str) -> bool:
    return any(woord in naam.lower() for woord in _GEHEIM)


def past(velden: Mapping[str, list[str]]) -> bool:
    """Say whether it is small enough to keep."""
    return len(json.dumps(velden, ensure_ascii=False).encode()) <= MAX_BYTES
