"""The declaration as a spreadsheet: amounts as numbers, texts as texts that no spreadsheet runs as a formula."""

import io
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from config.werkblad import zet_tekst
from spuk.componenten import NAMEN, Component
from spuk.doorrekening import Doorrekening
from spuk.herkomst import Herkomst

EURO = "#,##0.00"


def make_werkmap(doorrekening: Doorrekening, herkomsten: Iterable[Herkomst], *, gemeente: str) -> bytes:
    """Write the amounts, where each of `herkomsten` comes from and whether it counts, and the checks, a sheet each."""
    werkmap = Workbook()
    blad = werkmap.active
    assert isinstance(blad, Worksheet)
    _schrijf_totaal(blad, doorrekening, gemeente)
    _schrijf_regels(werkmap.create_sheet("Regels"), herkomsten)
    _schrijf_controles(werkmap.create_sheet("Controles"), doorrekening)
    uit = io.BytesIO()
    werkmap.save(uit)
    return uit.getvalue()


def _kop(blad: Worksheet, *koppen: str) -> None:
    blad.append(list(koppen))
    for cel in blad[blad.max_row]:
        cel.font = Font(bold=True)


def _rij(blad: Worksheet, *waarden: object) -> None:
    """Add a row: texts as texts, amounts and counts as numbers."""
    blad.append([None if isinstance(waarde, str) else waarde for waarde in waarden])
    for cel, waarde in zip(blad[blad.max_row], waarden, strict=True):
        if isinstance(waarde, str):
            zet_tekst(cel, waarde)


def _zet_op(blad: Worksheet, *breedtes: int, euro: tuple[int, int]) -> None:
    """Set how wide the columns are, and which of them hold amounts."""
    for nummer, breedte in enumerate(breedtes, start=1):
        blad.column_dimensions[get_column_letter(nummer)].width = breedte
    for rij in blad.iter_rows(min_row=2, min_col=euro[0], max_col=euro[1]):
        for cel in rij:
            cel.number_format = EURO


def _schrijf_totaal(blad: Worksheet, doorrekening: Doorrekening, gemeente: str) -> None:
    totaal = doorrekening.totaal
    blad.title = f"Verantwoording {totaal.jaar}"
    _rij(blad, f"{gemeente}, verantwoording {totaal.jaar}, bedragen zonder btw")
    _kop(blad, "Onderdeel", "Naam", "Wijze", "Aantal", "Normbedrag", "Bedrag", f"Tot en met {totaal.jaar}")
    for component in Component:
        deel = totaal[component]
        bedragen = deel.tarief, deel.bedrag, deel.cumulatief
        _rij(blad, str(component), NAMEN[component], str(deel.wijze), deel.aantal, *bedragen)
    _rij(blad, "Totaal", "", "", "", "", totaal.bedrag, totaal.cumulatief)
    _zet_op(blad, 12, 32, 12, 10, 16, 18, 18, euro=(5, 7))


def _schrijf_regels(blad: Worksheet, herkomsten: Iterable[Herkomst]) -> None:
    """Write each fact with the numbers that lead back to it, as the page does: no names of inwoners."""
    waar = "Dossier", "Besluit", "Leverancier", "Factuurnummer"
    _kop(blad, "Onderdeel", *waar, "Datum", "Bedrag", "Aantal", "Telt mee", "Uitleg")
    for herkomst in herkomsten:
        regel, factuur = herkomst.regel, herkomst.factuur
        van = (factuur.besluit, factuur.leverancier, factuur.nummer) if factuur else ("", "", "")
        telt = "ja" if regel.geteld else "nee"
        uitleg = f"{regel.uitleg} {herkomst.telling}".strip()
        wat = regel.datum, regel.bedrag, regel.aantal, telt, uitleg
        _rij(blad, str(regel.component), herkomst.nummer, *van, *wat)
    _zet_op(blad, 12, 20, 20, 28, 18, 12, 16, 10, 10, 60, euro=(7, 7))


def _schrijf_controles(blad: Worksheet, doorrekening: Doorrekening) -> None:
    _kop(blad, "Ernst", "Melding", "Aantal")
    for controle in doorrekening.controles:
        _rij(blad, str(controle.ernst), controle.melding, controle.aantal)
