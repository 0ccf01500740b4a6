"""From the bytes of a spreadsheet or CSV file to its rows. Step one of an import: pure, and nothing is changed."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from portal_import import bestand
from portal_import.archief import controleer_archief
from portal_import.bestand import Formaat, herken
from portal_import.meldingen import BestandGeweigerd, som_op

MAX_RIJEN = 200_000

# A date cell arrives as date or datetime; an empty one as "".
Cel = str | int | float | bool | date | time | timedelta
Rij = tuple[int, tuple[Cel, ...]]

_SCHEIDINGSTEKENS = ";\t,|"
_STUURTEKEN = re.compile(r"[\x00-\x08\x0e-\x1f]")
# Excel writes and reads a first line that names the sign between the cells.
_SEP_REGEL = re.compile(r"\ufeff?sep=([;\t,|])\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tabel:
    """A header and the filled rows below it, each with its number in the file. The rows can be walked again."""

    naam: str
    blad: str
    koprij: int
    kolommen: tuple[str, ...]
    rijen: Iterable[Rij]
    overgeslagen: str = ""


def lees(inhoud: bytes, naam: str) -> Tabel:
    """Read the list in a file; raise BestandGeweigerd, and nothing else, for whatever is not one."""
    return _lees_csv(inhoud, naam) if herken(inhoud) is Formaat.CSV else _lees_werkmap(inhoud, naam)


def eis_rijen(tabel: Tabel) -> None:
    """Refuse a list without rows. Asked once its columns are known: a text of one line is no list at all."""
    if next(iter(tabel.rijen), None) is None:
        raise BestandGeweigerd(
            "Dit bestand heeft wel kolommen, maar geen rijen. Haal de lijst opnieuw uit het portaal."
        )


def _lees_werkmap(inhoud: bytes, naam: str) -> Tabel:
    controleer_archief(inhoud)
    bladen = [blad for blad in _bladen(inhoud) if blad.height]
    if not bladen:
        raise BestandGeweigerd("Dit bestand heeft geen gevulde bladen. Haal de lijst opnieuw uit het gegevensportaal.")
    blad = bladen[0]
    if blad.total_height >= MAX_RIJEN:  # counted from 0: the index of the last row
        raise BestandGeweigerd(_te_veel_rijen())
    koprij, kop = next((nummer, rij) for nummer, rij in enumerate(blad.iter_rows(), 1) if _is_gevuld(rij))
    kolommen = _kolommen(kop)
    overgeslagen = som_op([ander.name for ander in bladen[1:]]) if bladen[1:] else ""
    return Tabel(naam, blad.name, koprij, kolommen, _Bladrijen(blad, koprij, len(kolommen)), overgeslagen)


def _bladen(inhoud: bytes) -> list[CalamineSheet]:
    """Open the visible sheets. The reader is Rust: its panic is no Exception, so it is told by its name."""
    try:
        werkmap = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
        return [werkmap.get_sheet_by_name(meta.name) for meta in werkmap.sheets_metadata if _is_zichtbaar_blad(meta)]
    except (CalamineError, ValueError, OSError) as fout:
        raise BestandGeweigerd(bestand.BESCHADIGD) from fout
    except BaseException as fout:
        if type(fout).__name__ != "PanicException":
            raise
        raise BestandGeweigerd(bestand.BESCHADIGD) from fout


def _is_zichtbaar_blad(meta: SheetMetadata) -> bool:
    return meta.typ == SheetTypeEnum.WorkSheet and meta.visible == SheetVisibleEnum.Visible


@dataclass(frozen=True, slots=True)
class _Bladrijen:
    blad: CalamineSheet
    koprij: int
    breedte: int

    def __iter__(self) -> Iterator[Rij]:
        for nummer, rij in enumerate(self.blad.iter_rows(), 1):
            if nummer > self.koprij and _is_gevuld(rij):
                yield nummer, tuple(rij[: self.breedte])


def _lees_csv(inhoud: bytes, naam: str) -> Tabel:
    tekst = _decodeer(inhoud)
    sep = _SEP_REGEL.match(tekst)
    regels = _Csvregels(tekst, sep[1] if sep else _scheidingsteken(tekst))
    try:
        aantal = sum(1 for _ in regels)
    except csv.Error as fout:
        raise BestandGeweigerd(
            "Dit CSV-bestand is niet goed opgebouwd: ergens staat een aanhalingsteken te veel of te weinig. Open het "
            "in Excel en sla het op als .xlsx."
        ) from fout
    if aantal > MAX_RIJEN:
        raise BestandGeweigerd(_te_veel_rijen())
    koprij, kop = next((rij for rij in regels if not (sep and rij[0] == 1)), (1, ()))
    kolommen = _kolommen(kop)
    return Tabel(naam, "", koprij, kolommen, _Csvrijen(regels, koprij, len(kolommen)))


@dataclass(frozen=True, slots=True)
class _Csvregels:
    """All filled rows of a CSV text, the header included, numbered as a spreadsheet would show them."""

    tekst: str
    scheidingsteken: str

    def __iter__(self) -> Iterator[Rij]:
        lezer = csv.reader(io.StringIO(self.tekst, newline=""), delimiter=self.scheidingsteken, strict=True)
        for nummer, rij in enumerate(lezer, 1):
            if _is_gevuld(rij):
                yield nummer, tuple(rij)


@dataclass(frozen=True, slots=True)
class _Csvrijen:
    """The rows below the header. A short one is completed; a long one keeps its extra cells, for they are a fault."""

    regels: _Csvregels
    koprij: int
    breedte: int

    def __iter__(self) -> Iterator[Rij]:
        leeg = ("",) * self.breedte
        return ((nummer, rij + leeg[len(rij) :]) for nummer, rij in self.regels if nummer > self.koprij)


def _decodeer(inhoud: bytes) -> str:
    """Read text as UTF-8 or else as the Windows code page, in which the portal writes its CSV files."""
    codering = "utf-16" if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        tekst = inhoud.decode(codering)
    except UnicodeDecodeError:
        try:
            tekst = inhoud.decode("cp1252")
        except UnicodeDecodeError as fout:
            raise BestandGeweigerd(bestand.GEEN_SPREADSHEET) from fout
    if not tekst.strip() or _STUURTEKEN.search(tekst):
        raise BestandGeweigerd(bestand.GEEN_SPREADSHEET)
    return tekst


def _scheidingsteken(tekst: str) -> str:
    """Choose the sign that splits the first filled line into most cells; the semicolon when none does."""
    regel = tekst.lstrip("\r\n \ufeff").partition("\n")[0]
    return max(_SCHEIDINGSTEKENS, key=regel.count)


def _kolommen(kop: Sequence[Cel]) -> tuple[str, ...]:
    """Give the header as text, without the empty cells at its end."""
    namen = [" ".join(str(cel).split()) for cel in kop]
    while namen and not namen[-1]:
        namen.pop()
    return tuple(namen)


def _is_gevuld(rij: Iterable[Cel]) -> bool:
    return any(cel.strip() if isinstance(cel, str) else True for cel in rij)


def _te_veel_rijen() -> str:
    return f"Dit bestand heeft meer dan {MAX_RIJEN:,} rijen. Verdeel de lijst over meer bestanden.".replace(",", ".", 1)
