"""Which characters the fonts of a letter have, and what stands in for the others.

A letter may hold its own fonts only: a character they lack would pull a system font into a file that stays for good,
or leave an empty box. So every text is brought within the fonts, and what is lost by that is told beforehand.
"""

from functools import lru_cache
from typing import Any
from unicodedata import category, decomposition, normalize

from django.conf import settings

from cases.brief import teksten_van

LETTERMAP = settings.BASE_DIR / "static" / "vendor" / "fonts"
LETTERBESTANDEN = ("source-sans-3-latin-400-normal.woff2", "source-sans-3-latin-ext-400-normal.woff2")
WITRUIMTE = frozenset("\n\r\t ")
ONBEKEND = "?"


@lru_cache(maxsize=1)
def dekking() -> frozenset[str]:
    """Give every character the fonts can set; the weights of a font have the same set."""
    from fontTools.ttLib import TTFont

    tekens: set[str] = set(WITRUIMTE)
    for naam in LETTERBESTANDEN:
        with TTFont(LETTERMAP / naam, lazy=True) as lettertype:
            tekens.update(map(chr, lettertype.getBestCmap()))
    return frozenset(teken for teken in tekens if teken in WITRUIMTE or category(teken) not in ("Cc", "Cf"))


def drukbaar(tekst: str) -> str:
    """Bring a text within the fonts: as composed letters, else in an equal form, the bare letter or a question mark."""
    samengesteld = normalize("NFC", tekst)
    vreemd = set(samengesteld) - dekking()
    return samengesteld.translate({ord(teken): _vervanging(teken)[0] for teken in vreemd}) if vreemd else samengesteld


def ontbrekende_tekens(document: Any) -> str:
    """Name, each once, the characters of a letter that cannot be printed as they were typed."""
    gebruikt = {teken for tekst in teksten_van(document) for teken in normalize("NFC", tekst)}
    return "".join(sorted(teken for teken in gebruikt - dekking() if not _vervanging(teken)[1]))


def _vervanging(teken: str) -> tuple[str, bool]:
    """Give what stands in for a character the fonts lack, and whether the reader loses nothing by it."""
    soort = category(teken)
    if soort in ("Cc", "Cf"):
        return "", True
    if soort in ("Zs", "Zl", "Zp"):
        return " ", True
    if soort == "Pd":
        return "-", True
    if 0xFE00 <= ord(teken) <= 0xFE0F:
        return "", True
    gelijk = normalize("NFKC", teken)
    if gelijk != teken and set(gelijk) <= dekking():
        return gelijk, True
    return ("" if soort.startswith("M") else _basisletter(teken) or ONBEKEND), False


def _basisletter(teken: str) -> str:
    """Take marks off a letter, the outermost first, until the fonts have what is left."""
    delen = decomposition(teken).split()
    if not delen or delen[0].startswith("<"):
        return ""
    basis = chr(int(delen[0], 16))
    return basis if basis in dekking() else _basisletter(basis)
