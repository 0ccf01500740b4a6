"""The declaration as a spreadsheet: amounts as numbers, texts as texts that no spreadsheet runs as a formula."""

import io

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from spuk.componenten import NAMEN, Component
from spuk.doorrekening import Doorrekening

EURO = "#,##0.00"


def make_werkmap(doorrekening: Doorrekening, *, gemeente: str) -> bytes:
    """Write the amounts, the checks and what counts and does not, a sheet each."""
    werkmap = Workbook()
    blad = werkmap.active
    assert isinstance(blad, Worksheet)
    _schrijf_totaal(blad, doorrekening, gemeente)
    _schrijf_regels(werkmap.create_sheet("Regels"), doorrekening)
    _schrijf_controles(werkmap.create_sheet("Controles"), doorrekening)
    uit = io.BytesIO()
    werkmap.save(uit)
    return uit.getvalue()


def _kop(blad: Worksheet, *koppen: str) -> None:
    blad.append(list(koppen))
    for cel in blad[blad.max_row]:
        cel.font = Font(bold=True)


def _tekst(waarde: object) -> str:
    """Give a text that a spreadsheet shows as it is, also when it starts with a sign of a formula."""
    tekst = str(waarde)
    return f"'{tekst}" if tekst[:1] in "=+-@\t\r" else tekst


def _schrijf_totaal(blad: Worksheet, doorrekening: Doorrekening, gemeente: str) -> None:
    totaal = doorrekening.totaal
    blad.title = f"Verantwoording {totaal.jaar}"
    blad.append([f"{_tekst(gemeente)}, verantwoording {totaal.jaar}, bedragen zonder btw"])
    _kop(blad, "Onderdeel", "Naam", "Wijze", "Aantal", "Normbedrag", "Bedrag", f"Tot en met {totaal.jaar}")
    for component in Component:
        deel = totaal[component]
        waarden = [str(component), NAMEN[component], str(deel.wijze), deel.aantal, deel.tarief, deel.bedrag]
        blad.append([*waarden, deel.cumulatief])
    blad.append(["Totaal", "", "", "", "", totaal.bedrag, totaal.cumulatief])
    for rij in blad.iter_rows(min_row=3, min_col=5, max_col=7):
        for cel in rij:
            cel.number_format = EURO
    for kolom, breedte in zip("ABCDEFG", (12, 32, 12, 10, 16, 18, 18), strict=True):
        blad.column_dimensions[kolom].width = breedte


def _schrijf_regels(blad: Worksheet, doorrekening: Doorrekening) -> None:
    _kop(blad, "Onderdeel", "Datum", "Bedrag", "Aantal", "Telt mee", "Uitleg")
    for regel in (*doorrekening.list_geteld(), *doorrekening.list_niet_geteld()):
        telt = "ja" if regel.geteld else "nee"
        blad.append([str(regel.component), regel.datum, regel.bedrag, regel.aantal, telt, _tekst(regel.uitleg)])


def _schrijf_controles(blad: Worksheet, doorrekening: Doorrekening) -> None:
    _kop(blad, "Ernst", "Melding", "Aantal")
    for controle in doorrekening.controles:
        blad.append([str(controle.ernst), _tekst(controle.melding), controle.aantal])
