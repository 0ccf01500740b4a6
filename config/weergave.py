"""How values read in Dutch: money, dates, periods and numbers as text, for screens, letters and mails alike.

Pure functions with their own month names, so the words do not change with the active locale of a task or command.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NBSP = "\u00a0"
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
MAANDEN_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WOORDEN = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
EEN_DATUM = re.compile(rf"(\d{{1,2}}) ({'|'.join(MAANDEN)}) (\d{{4}})")
EEN_NUMMER = re.compile(r"\b\d{4}-[A-Z]-\d{4}-\d{5,}\b(?![^<>]*>)")  # not within a tag, such as an address
BRP_DATUM = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def bedrag(waarde: Decimal | int | None) -> str:
    """Give an amount without sign of currency: 1.234,56. None becomes a dash."""
    if waarde is None:
        return "-"
    if isinstance(waarde, float):
        raise TypeError("Money is Decimal, not float.")
    afgerond = Decimal(waarde).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return f"{afgerond:,.2f}".translate(str.maketrans(",.", ".,"))


def euro(waarde: Decimal | int | None) -> str:
    """Give an amount as € 1.234,56 that does not break at the space; a negative one as -€ 1.234,56."""
    tekst = bedrag(waarde)
    if waarde is None:
        return tekst
    return f"-€{NBSP}{tekst[1:]}" if tekst.startswith("-") else f"€{NBSP}{tekst}"


def hoeveelheid(waarde: Decimal | int) -> str:
    """Give a quantity without needless decimals: 12 and 7,5."""
    tekst = bedrag(waarde)
    return tekst.rstrip("0").rstrip(",") if "," in tekst else tekst


def _dag(waarde: date | datetime) -> date:
    """Give the day of a moment as it is in the Netherlands; a date is already a day."""
    return _lokaal(waarde).date() if isinstance(waarde, datetime) else waarde


def _lokaal(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("A moment needs a time zone.")
    return at.astimezone(AMSTERDAM)


def datum(waarde: date | datetime | None) -> str:
    """Give 26 mei 2026."""
    if waarde is None:
        return ""
    dag = _dag(waarde)
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def houd_datums_heel(tekst: str) -> str:
    """Keep each date in a text, written as 26 mei 2026, on one line: for the narrow columns of a letter."""
    return EEN_DATUM.sub(rf"\1{NBSP}\2{NBSP}\3", tekst)


def houd_nummers_heel(html: str, klasse: str) -> str:
    """Keep each number of a dossier or besluit on one line: it would break at its hyphens. `html` is safe already."""
    return EEN_NUMMER.sub(rf'<span class="{klasse}">\g<0></span>', html)


def datum_lang(waarde: date | datetime | None) -> str:
    """Give dinsdag 26 mei 2026: the form for running text and letters."""
    return "" if waarde is None else f"{DAGEN[_dag(waarde).weekday()]} {datum(waarde)}"


def datum_kort(waarde: date | datetime | None) -> str:
    """Give di 26 mei 2026, with a short month: the form for lists."""
    return "" if waarde is None else f"{DAGEN[_dag(waarde).weekday()][:2]} {datum_krap(waarde)}"


def datum_krap(waarde: date | datetime | None) -> str:
    """Give 8 dec 2025: the form for narrow columns and axes."""
    if waarde is None:
        return ""
    dag = _dag(waarde)
    return f"{dag.day} {MAANDEN_KORT[dag.month - 1]} {dag.year}"


def dag_en_maand(waarde: date | datetime | None) -> str:
    """Give dinsdag 26 mei: the form where the year is plain."""
    if waarde is None:
        return ""
    dag = _dag(waarde)
    return f"{DAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]}"


def tijdstip(at: datetime | None) -> str:
    """Give 10.42 uur, in the time of the Netherlands."""
    if at is None:
        return ""
    lokaal = _lokaal(at)
    return tijd_van_dag(lokaal.time())


def uren_minuten(tijd: time) -> str:
    """Give 9.30, for a text that says uur itself."""
    return f"{tijd.hour}.{tijd:%M}"


def tijd_van_dag(tijd: time) -> str:
    """Give 9.30 uur, of a time without a day."""
    return f"{uren_minuten(tijd)}{NBSP}uur"


def moment(at: datetime | None) -> str:
    """Give 26 mei 2026, 10.42 uur, in the time of the Netherlands."""
    return "" if at is None else f"{datum(at)}, {tijdstip(at)}"


def brp_datum(iso: str) -> str:
    """Give a date of the BRP in words; a part that is 00 is unknown (Logisch Ontwerp BRP, element 03.10)."""
    deel = BRP_DATUM.fullmatch(iso.strip())
    if not deel:
        return iso
    jaar, maand, dag = (int(groep) for groep in deel.groups())
    if maand > 12 or dag > 31:
        return iso
    if not jaar:
        return "datum onbekend"
    if not maand:
        return f"{jaar} (dag en maand onbekend)" if not dag else f"{jaar} (maand onbekend)"
    if not dag:
        return f"{MAANDEN[maand - 1]} {jaar} (dag onbekend)"
    return f"{dag} {MAANDEN[maand - 1]} {jaar}"


def bsn_masker(bsn: str | None) -> str:
    """Give a BSN of which only the last four digits can be read."""
    return f"•••••{bsn[-4:]}" if bsn else ""


def telwoord(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """Give a number with its noun: 1 dossier, 2 dossiers."""
    return f"{aantal} {enkelvoud if aantal == 1 else meervoud}"


def op_een_rij(namen: Iterable[str]) -> str:
    """Give names after each other; where one has a comma of its own a semicolon parts them."""
    rij = tuple(namen)
    return ("; " if any("," in naam for naam in rij) else ", ").join(rij)


def in_woorden(aantal: int) -> str:
    """Give a number up to twelve as a word, as running text asks; larger ones in figures."""
    return WOORDEN[aantal] if 0 <= aantal < len(WOORDEN) else str(aantal)


def hele_maanden(van: date, tot: date) -> int:
    """Count the whole months from `van` to `tot`."""
    maanden = (tot.year - van.year) * 12 + tot.month - van.month
    return maanden - 1 if tot.day < van.day else maanden


def periode(van: date, tot: date) -> str:
    """Say how long it is from `van` to `tot`: days up to 60, then months, above 12 months years and months."""
    dagen = (tot - van).days
    if dagen <= 60:
        return telwoord(dagen, "dag", "dagen")
    maanden = max(hele_maanden(van, tot), 2)
    if maanden <= 12:
        return f"{maanden} maanden"
    jaren, rest = divmod(maanden, 12)
    return f"{jaren} jaar en {telwoord(rest, 'maand', 'maanden')}" if rest else f"{jaren} jaar"


def dagen_tot(uiterste_datum: date, on: date) -> str:
    """Say how far the last day is from `on`: 4 dagen te laat, vandaag, morgen, nog 3 dagen, nog 4 maanden."""
    dagen = (uiterste_datum - on).days
    if dagen < 0:
        return f"{periode(uiterste_datum, on)} te laat"
    if dagen <= 1:
        return "morgen" if dagen else "vandaag"
    return f"nog {periode(on, uiterste_datum)}"
