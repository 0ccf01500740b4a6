"""What of a form is kept as klad: the words, never a file, a password, a BSN or a token. Pure."""

import json
from collections.abc import Iterable, Mapping

MAX_BYTES = 200_000
BEWIJS = "klad_bewijs"
_NOOIT = ("csrfmiddlewaretoken", BEWIJS)
# What a form sends along by itself: what it was when it was opened, and which step this is.
_VERBORGEN = frozenset({"versie", "stempel", "stand", "stap", "gezien", "uitgelegd"})
_GEHEIM = ("bsn", "burgerservicenummer", "password", "wachtwoord")


def kies_velden(verstuurd: Iterable[tuple[str, list[str]]]) -> dict[str, list[str]]:
    """Give the fields of a form that may be kept."""
    return {naam: waarden for naam, waarden in verstuurd if naam not in _NOOIT and not _is_geheim(naam)}


def _is_geheim(naam: str) -> bool:
    return any(woord in naam.lower() for woord in _GEHEIM)


def leesbaar(velden: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """Give what was filled in, with a name to know it by, to read and copy without the form: the longest text first."""
    uit = []
    for naam, waarden in velden.items():
        tekst = "\n".join(waarde.strip() for waarde in waarden if waarde.strip())
        if tekst and naam.rpartition("-")[2] not in _VERBORGEN and not naam.endswith("_FORMS"):
            uit.append((naam.replace("-", " ").replace("_", " ").capitalize(), tekst))
    return sorted(uit, key=lambda regel: len(regel[1]), reverse=True)


def past(velden: Mapping[str, list[str]]) -> bool:
    """Say whether it is small enough to keep."""
    return len(json.dumps(velden, ensure_ascii=False).encode()) <= MAX_BYTES
