import json
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from cases.management.commando import Commando, Fout
from spuk.doorrekening import compute_doorrekening
from spuk.feiten_json import read_opdracht
from spuk.json_lezer import FeitenFout
from spuk.rapport import make_rapport
from spuk.teksttabel import make_tabel

MAX_MELDINGEN = 20


class Command(Commando):
    """Compute the SPUK totals of one year from facts in a file. Reads no database and changes nothing."""

    help = "Reken de SPUK-verantwoording door met feiten uit een bestand."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", metavar="FACTS.json", type=Path, help="het bestand met de feiten")
        parser.add_argument("--json", action="store_true", help="schrijf alleen een JSON-object")

    def handle(self, *args: Any, **opties: Any) -> None:
        try:
            opdracht = read_opdracht(_read_tekst(opties["bestand"]))
        except FeitenFout as fout:
            raise Fout(_list_meldingen(fout.meldingen)) from fout
        doorrekening = compute_doorrekening(opdracht.jaar, opdracht.feiten, opdracht.regels)
        if opties["json"]:
            self.stdout.write(json.dumps(make_rapport(doorrekening), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(make_tabel(doorrekening))


def _read_tekst(bestand: Path) -> str:
    try:
        return Path(bestand).read_text(encoding="utf-8-sig")
    except OSError as fout:
        raise Fout(f"Het bestand {bestand} is niet te lezen. Kijk of de naam klopt en of u het mag openen.") from fout
    except UnicodeDecodeError as fout:
        raise Fout(f"Het bestand {bestand} is geen tekst. Sla het op als JSON met tekenset UTF-8.") from fout


def _list_meldingen(meldingen: tuple[str, ...]) -> str:
    rest = len(meldingen) - MAX_MELDINGEN
    regels = [*meldingen[:MAX_MELDINGEN], *([f"En nog {rest} andere fouten."] if rest > 0 else [])]
    return "de feiten kloppen niet. Er is niets gerekend.\n" + "\n".join(f"- {regel}" for regel in regels)
