"""Texts in a workbook as texts, that no spreadsheet runs as a formula."""

from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r")


def zet_tekst(cel: Any, tekst: str) -> None:
    """Put a text in a cell; it is never a formula, also not when somebody edits the cell later."""
    cel.value = ILLEGAL_CHARACTERS_RE.sub("", tekst)
    cel.data_type = "s"
    if cel.value.startswith(FORMULETEKENS):
        cel.quotePrefix = True
