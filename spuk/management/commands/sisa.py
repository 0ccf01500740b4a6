import csv
import io
import json
import re
from typing import Any

from django.core.management.base import CommandParser

from accounts.models import Gemeente
from cases.management.commando import Commando, Fout
from spuk.componenten import NAMEN, Component
from spuk.doorrekening import Doorrekening, compute_doorrekening
from spuk.feiten_bron import GeenKeuze, lees_feiten, lees_regels
from spuk.herkomst_bron import lees_werkmap
from spuk.normbedragen import EERSTE_JAAR, LAATSTE_JAAR
from spuk.rapport import make_rapport
from spuk.teksttabel import make_tabel


class Command(Commando):
    """Compute the SPUK totals A-F of a gemeente and year, with indicators and checks. Changes nothing."""

    help = "Reken de SiSa-verantwoording van een gemeente en jaar uit."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--gemeente", required=True, metavar="CODE", help="de code van de gemeente, zoals 9901")
        parser.add_argument("--jaar", required=True, metavar="JJJJ", help="het verantwoordingsjaar")
        parser.add_argument("--formaat", choices=["json", "csv", "xlsx"], help="standaard een tabel om te lezen")

    def handle(self, *args: Any, **opties: Any) -> None:
        gemeente = Gemeente.objects.filter(code=opties["gemeente"]).first()
        if gemeente is None:
            raise Fout(f"Gemeente {opties['gemeente']} is niet bekend.")
        jaar = _jaar(str(opties["jaar"]))
        try:
            doorrekening = compute_doorrekening(jaar, lees_feiten(gemeente), lees_regels(gemeente, jaar))
        except GeenKeuze as fout:
            raise Fout(str(fout)) from fout
        self._schrijf(doorrekening, gemeente, opties["formaat"])

    def _schrijf(self, doorrekening: Doorrekening, gemeente: Gemeente, formaat: str | None) -> None:
        if formaat == "json":
            self.stdout.write(json.dumps(make_rapport(doorrekening, gemeente=gemeente.code), ensure_ascii=False))
        elif formaat == "csv":
            self.stdout.write(_csv(doorrekening), ending="")
        elif formaat == "xlsx":
            uit = getattr(self.stdout._out, "buffer", None)
            if uit is None:
                raise Fout("Stuur de uitvoer naar een bestand, bijvoorbeeld met: > verantwoording.xlsx")
            uit.write(lees_werkmap(gemeente, doorrekening))
        else:
            self.stdout.write(make_tabel(doorrekening))


def _jaar(tekst: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", tekst):
        raise Fout(f"'{tekst}' is geen jaar. Schrijf een jaar als JJJJ, zoals {EERSTE_JAAR}.")
    if not EERSTE_JAAR <= int(tekst) <= LAATSTE_JAAR:
        raise Fout(f"De regeling geldt voor {EERSTE_JAAR} tot en met {LAATSTE_JAAR}. Kies een jaar daartussen.")
    return int(tekst)


def _csv(doorrekening: Doorrekening) -> str:
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow(["onderdeel", "naam", "wijze", "aantal", "tarief", "bedrag", "cumulatief"])
    for component in Component:
        deel = doorrekening.totaal[component]
        tarief = "" if deel.tarief is None else f"{deel.tarief:.2f}"
        schrijver.writerow(
            [
                component,
                NAMEN[component],
                deel.wijze,
                deel.aantal,
                tarief,
                f"{deel.bedrag:.2f}",
                f"{deel.cumulatief:.2f}",
            ]
        )
    totaal = doorrekening.totaal
    schrijver.writerow(["totaal", "", "", "", "", f"{totaal.bedrag:.2f}", f"{totaal.cumulatief:.2f}"])
    return uit.getvalue()
