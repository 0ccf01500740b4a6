"""What of a form is kept as klad: the words, never a file, a password, a BSN or a token. Pure."""

import json
from collections.abc import Iterable, Mapping

MAX_BYTES = 200_000
BEWIJS = "klad_bewijs"
# What klad.js sends along: which page this is and how often its text changed, and the label of each field.
KEER = "klad_keer"
LABELS = "klad_labels"
VAN_KLAD = (BEWIJS, KEER, LABELS)
# In the place of a text that was saved or cancelled: that, with its KEER.
KLAAR = "klad_klaar"
_HOOGSTENS = {KEER: 40, LABELS: 20_000}
_NOOIT = ("csrfmiddlewaretoken", BEWIJS, KLAAR)
# What a form sends along by itself: what it was when it was opened, and which step this is.
_VERBORGEN = frozenset({"versie", "stempel", "stand", "stap", "gezien", "uitgelegd"})
# What says about whom a form is, in this order.
_NAAM = ("voorletters", "voorvoegsel", "achternaam", "naam")
_NAAM_HOOGSTENS = 60
_GEHEIM = ("bsn", "burgerservicenummer", "password", "wachtwoord")


def kies_velden(verstuurd: Iterable[tuple[str, list[str]]]) -> dict[str, list[str]]:
    """Give the fields of a form that may be kept, without the one sign that PostgreSQL can't hold."""
    return {
        naam: [waarde.replace("\0", "") for waarde in waarden]
        for naam, waarden in verstuurd
        if naam not in _NOOIT
        and not _is_geheim(naam)
        and (naam not in _HOOGSTENS or sum(map(len, waarden)) <= _HOOGSTENS[naam])
    }


def _is_geheim(naam: str) -> bool:
    return any(woord in naam.lower() for woord in _GEHEIM)


def alleen_tekst(velden: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Give the fields of the form itself."""
    return {naam: waarden for naam, waarden in velden.items() if naam not in VAN_KLAD}


def leesbaar(velden: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """Give what was filled in, with a name to know it by, to read and copy without the form: the longest text first.

    The name is the label that the form showed; where no script told it, the name of the field in words.
    """
    uit, labels = [], _lees_labels(velden)
    for naam, waarden in alleen_tekst(velden).items():
        tekst = "\n".join(waarde.strip() for waarde in waarden if waarde.strip())
        if tekst and naam.rpartition("-")[2] not in _VERBORGEN and not naam.endswith("_FORMS"):
            uit.append((labels.get(naam) or naam.replace("-", " ").replace("_", " ").capitalize(), tekst))
    return sorted(uit, key=lambda regel: len(regel[1]), reverse=True)


def naam_in(velden: Mapping[str, list[str]]) -> str:
    """Give the name that was typed, to tell one text of a form from another; empty when there is none."""
    woorden = " ".join(waarde for naam in _NAAM for waarde in velden.get(naam, [])).split()
    naam = " ".join(woorden)
    return naam if len(naam) <= _NAAM_HOOGSTENS else f"{naam[: _NAAM_HOOGSTENS - 1]}…"


def _lees_labels(velden: Mapping[str, list[str]]) -> dict[str, str]:
    try:
        labels = json.loads("".join(velden.get(LABELS, [])))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(labels, dict):
        return {}
    return {naam: label.strip() for naam, label in labels.items() if isinstance(label, str)}


def get_voorsprong(velden: Mapping[str, list[str]], op: Mapping[str, list[str]]) -> int | None:
    """Give how many changes further one text is than another of the same page; None when that can't be known.

    A form that is opened a second time counts for itself: a text that was put back is later, with fewer changes.
    """
    (pagina, nummer), (andere, ander_nummer) = _lees_keer(velden), _lees_keer(op)
    return nummer - ander_nummer if pagina and pagina == andere else None


def is_onaangeroerd(velden: Mapping[str, list[str]]) -> bool:
    """Say whether nobody changed anything on the page that sent this; without a script that can't be known."""
    pagina, nummer = _lees_keer(velden)
    return pagina != "" and nummer == 0


def _lees_keer(velden: Mapping[str, list[str]]) -> tuple[str, int]:
    pagina, _, nummer = "".join(velden.get(KEER, []))[: _HOOGSTENS[KEER]].partition(":")
    return (pagina, int(nummer)) if nummer.isdecimal() else ("", 0)


def past(velden: Mapping[str, list[str]]) -> bool:
    """Say whether it is small enough to keep."""
    return len(json.dumps(alleen_tekst(velden), ensure_ascii=False).encode()) <= MAX_BYTES
