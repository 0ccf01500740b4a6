"""Read the rows of a JSON file; a fault says where, what and what to do, and reading goes on to find the others."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NoReturn

ISO_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Up to four decimals: a price times hours may be finer than a cent.
BEDRAG = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,4})?")
MAX_CIJFERS = 20


class FeitenFout(ValueError):
    """The facts cannot be used; `meldingen` holds every fault, in plain Dutch."""

    def __init__(self, meldingen: tuple[str, ...]) -> None:
        super().__init__("\n".join(meldingen))
        self.meldingen = meldingen


def load_json(tekst: str) -> Mapping[str, Any]:
    """Read one JSON object with exact numbers; a key that stands twice is a fault, as one would be lost."""
    try:
        inhoud = json.loads(
            tekst,
            parse_float=Decimal,
            parse_int=_read_int,
            parse_constant=_refuse_constant,
            object_pairs_hook=_refuse_twice,
        )
    except json.JSONDecodeError as fout:
        plek = f"regel {fout.lineno}, teken {fout.colno}"
        raise _make_fout(f" ({plek}). Kijk of er een haakje, komma of aanhalingsteken mist.") from fout
    except RecursionError as fout:
        raise _make_fout(": er zitten te veel lagen in. Maak het bestand opnieuw.") from fout
    if not isinstance(inhoud, dict):
        raise FeitenFout(("Het bestand moet één JSON-object zijn. Begin met { en eindig met }.",))
    return inhoud


def _make_fout(waarom: str) -> FeitenFout:
    return FeitenFout((f"Dit is geen goede JSON{waarom}",))


def _read_int(cijfers: str) -> int:
    if len(cijfers) > MAX_CIJFERS:
        raise _make_fout(": een getal is te lang. Kijk de getallen na.")
    return int(cijfers)


def _refuse_constant(naam: str) -> NoReturn:
    raise _make_fout(f": {naam} is geen bedrag. Vul een getal in.")


def _refuse_twice(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    inhoud = dict(paren)
    if len(inhoud) < len(paren):
        dubbel = next(naam for naam, aantal in Counter(naam for naam, _ in paren).items() if aantal > 1)
        raise _make_fout(f": '{dubbel}' staat er twee keer. Voeg ze samen.")
    return inhoud


class Lezer:
    """Reads the fields of one object. After a fault a method gives a value to go on with, and `goed` is False."""

    def __init__(self, inhoud: Mapping[str, Any], waar: str, meldingen: list[str]) -> None:
        self.inhoud, self.waar, self.meldingen = inhoud, waar, meldingen
        self.goed = True
        self.gelezen: set[str] = set()

    def report(self, veld: str, melding: str) -> None:
        self.goed = False
        self.meldingen.append(f"{self.waar}{veld}: {melding}")

    def get(self, veld: str) -> Any:
        self.gelezen.add(veld)
        return self.inhoud.get(veld)

    def list_onbekend(self) -> list[str]:
        return sorted(set(self.inhoud) - self.gelezen)

    def get_nummer(self, veld: str) -> str:
        """Read the id of a gezin, persoon or plan, that must be there."""
        nummer = self.get_nummer_of_leeg(veld)
        if nummer is None and self.inhoud.get(veld) is None:
            self.report(veld, "ontbreekt. Vul het nummer in.")
        return nummer or ""

    def get_nummer_of_leeg(self, veld: str) -> str | None:
        waarde = self.get(veld)
        if waarde is None:
            return None
        if isinstance(waarde, bool) or not isinstance(waarde, int | str) or not str(waarde).strip():
            self.report(veld, f"{_show(waarde)} is geen nummer. Vul een nummer of een naam in.")
            return None
        return str(waarde).strip()

    def get_tekst(self, veld: str) -> str:
        waarde = self.get(veld)
        if waarde is not None and not isinstance(waarde, str):
            self.report(veld, f"{_show(waarde)} is geen tekst. Zet de tekst tussen aanhalingstekens.")
            return ""
        return (waarde or "").strip()

    def get_datum(self, veld: str) -> date:
        datum = self.get_datum_of_leeg(veld)
        if datum is None and self.inhoud.get(veld) is None:
            self.report(veld, "ontbreekt. Vul een datum in, bijvoorbeeld 2024-03-01.")
        return datum or date.min

    def get_datum_of_leeg(self, veld: str) -> date | None:
        waarde = self.get(veld)
        if waarde is None:
            return None
        if not isinstance(waarde, str) or not ISO_DATUM.fullmatch(waarde):
            self.report(veld, f"{_show(waarde)} is geen datum. Schrijf een datum als 2024-03-01.")
            return None
        try:
            return date.fromisoformat(waarde)
        except ValueError:
            self.report(veld, f"{waarde} bestaat niet. Kijk de dag en de maand na.")
            return None

    def get_ja_nee(self, veld: str) -> bool:
        waarde = self.get(veld)
        if waarde is not None and not isinstance(waarde, bool):
            self.report(veld, f"{_show(waarde)} is geen ja of nee. Schrijf true of false, zonder aanhalingstekens.")
        return waarde is True

    def get_aantal(self, veld: str, *, vanaf: int, tot: int) -> int:
        """Read a whole number from `vanaf` up to and including `tot`."""
        waarde = self.get(veld)
        if isinstance(waarde, bool) or not isinstance(waarde, int) or not vanaf <= waarde <= tot:
            gaf = "ontbreekt." if waarde is None else f"{_show(waarde)} kan niet."
            self.report(veld, f"{gaf} Vul een heel getal in van {vanaf} tot en met {tot}.")
            return vanaf
        return waarde

    def get_bedrag(self, veld: str, *, standaard: Decimal | None = None) -> Decimal:
        waarde = self.get(veld)
        if waarde is None and standaard is not None:
            return standaard
        if waarde is None:
            self.report(veld, 'ontbreekt. Vul een bedrag in, bijvoorbeeld "1234.50".')
            return Decimal(0)
        if isinstance(waarde, bool) or not isinstance(waarde, int | str | Decimal) or not BEDRAG.fullmatch(str(waarde)):
            self.report(veld, f'{_show(waarde)} is geen bedrag. Schrijf het met een punt, bijvoorbeeld "1234.50".')
            return Decimal(0)
        return Decimal(waarde)

    def get_lijst(self, veld: str) -> list[Any]:
        waarde = self.get(veld)
        if waarde is not None and not isinstance(waarde, list):
            self.report(veld, "is geen lijst. Zet de regels tussen [ en ].")
            return []
        return waarde or []


def _show(waarde: Any) -> str:
    """Show a faulty value, shortened: a file may hold anything."""
    tekst = (
        str(waarde) if isinstance(waarde, str | int | Decimal) else json.dumps(waarde, default=str, ensure_ascii=False)
    )
    return f"'{tekst[:40]}…'" if len(tekst) > 40 else f"'{tekst}'"
