"""A list of dossiers as a workbook: texts as texts that no spreadsheet runs as a formula, dates as dates."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from cases.kolommen import Kolom
from config.werkblad import zet_tekst

if TYPE_CHECKING:
    from cases.dossierlijst import Rij

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BREEDTE = 24


def make_werkmap(rijen: Iterable["Rij"], kolommen: Sequence[Kolom], *, naam: str) -> bytes:
    """Write number, name, gemeente and the chosen columns on a sheet called `naam`; the first row stays in sight."""
    werkmap = Workbook(write_only=True)
    blad = werkmap.create_sheet(naam)
    blad.freeze_panes = "A2"
    koppen = ["Dossiernummer", "Naam", "Gemeente", *(kolom.kop for kolom in kolommen)]
    for nummer in range(1, len(koppen) + 1):
        blad.column_dimensions[get_column_letter(nummer)].width = BREEDTE
    blad.append([_cel(blad, kop, vet=True) for kop in koppen])
    for rij in rijen:
        vast = [rij.dossier.nummer, rij.dossier.persoon.naam, rij.dossier.gemeente.naam]
        blad.append([_cel(blad, waarde) for waarde in (*vast, *(kolom.waarde(rij) for kolom in kolommen))])
    uit = io.BytesIO()
    werkmap.save(uit)
    return uit.getvalue()


def _cel(blad: Any, waarde: str | date | None, *, vet: bool = False) -> Any:
    """Give a cell with a day or a text."""
    cel = WriteOnlyCell(blad)
    if isinstance(waarde, date):
        cel.value = waarde
        cel.number_format = "DD-MM-YYYY"
        return cel
    zet_tekst(cel, waarde or "")
    if vet:
        cel.font = Font(bold=True)
    return cel
