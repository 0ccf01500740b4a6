"""`manage.py portaal_inlezen FILE --gemeente CODE --soort levering [--proef] [--json]`: read a list of the portal."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser, OutputWrapper
from django.utils import timezone

from accounts.models import Gemeente
from cases.actions.basis import ActieFout
from cases.management.commando import Commando, Fout
from config.weergave import telwoord
from portal_import.actions.inlezen import bekijk, inlezen
from portal_import.dubbel import DUBBEL
from portal_import.groepen import groepeer
from portal_import.samenvoegen import BESLISSING
from portal_import.soorten import Bestandsoort, Soort
from portal_import.vergelijken import OPNIEUW
from portal_import.voorbeeld import Voorbeeld


class Command(Commando):
    """Read a list, or with --proef only say what it would do. A faulty row is left out; a refused file exits with 1."""

    help = "Lees een lijst uit het gegevensportaal in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", metavar="FILE", type=Path, help="de lijst: een .xlsx of .csv uit het portaal")
        parser.add_argument("--gemeente", required=True, metavar="CODE", help="de code van de gemeente, zoals 9901")
        parser.add_argument("--soort", required=True, choices=Bestandsoort.values, help="wat voor lijst het is")
        parser.add_argument("--proef", action="store_true", help="laat zien wat er zou gebeuren en wijzig niets")
        parser.add_argument("--json", action="store_true", help="schrijf alleen een JSON-object")

    def handle(self, *args: Any, **opties: Any) -> None:
        soort = _leesbaar(Bestandsoort(opties["soort"]))
        gemeente = Gemeente.objects.filter(code=opties["gemeente"]).first()
        if gemeente is None:
            raise Fout(f"gemeente {opties['gemeente']} is niet bekend.")
        try:
            run_id, uitkomst = _verwerk(opties["bestand"], gemeente, soort, proef=opties["proef"])
        except ActieFout as fout:
            raise Fout(str(fout)) from fout
        if opties["json"]:
            self.stdout.write(json.dumps(uitkomst.als_json(run_id), ensure_ascii=False))
        if uitkomst.geweigerd:
            raise Fout(f"{uitkomst.reden} Er is niets gewijzigd.")
        if opties["json"]:
            self._waarschuw(uitkomst, self.stderr)
        else:
            self._vertel(uitkomst, run_id)

    def _vertel(self, uitkomst: Voorbeeld, run_id: int | None) -> None:
        """Print the counts, each faulty row, and how many warnings of each kind."""
        proef = "Proef, er is niets gewijzigd. " if run_id is None else ""
        rijen = telwoord(uitkomst.rijen, "rij", "rijen")
        met_fout = len({fout.rij for fout in uitkomst.fouten})
        self.stdout.write(
            f"{proef}{uitkomst.bestand}: {rijen}, {uitkomst.nieuw} nieuw, {uitkomst.gewijzigd} gewijzigd, "
            f"{uitkomst.ongewijzigd} ongewijzigd, {met_fout} met een fout."
        )
        for fout in uitkomst.fouten:
            waar = f"rij {fout.rij}, {fout.kolom}" if fout.kolom else f"rij {fout.rij}"
            waarde = f" ({fout.waarde})" if fout.waarde else ""
            self.stdout.write(f"- {waar}{waarde}: {fout.melding}")
        for groep in groepeer(asdict(waarschuwing) for waarschuwing in uitkomst.waarschuwingen):
            self.stdout.write(f"- let op: {groep.titel}")
        self._waarschuw(uitkomst, self.stdout)

    def _waarschuw(self, uitkomst: Voorbeeld, uit: OutputWrapper) -> None:
        """Name each row that a person must decide on; beside JSON that goes to standard error."""
        for waarschuwing in uitkomst.waarschuwingen:
            if waarschuwing.code in (DUBBEL, BESLISSING, OPNIEUW):
                uit.write(f"- let op: rij {waarschuwing.rij}. {waarschuwing.melding}")


def _leesbaar(soort: Bestandsoort) -> Soort:
    """Give the kind of list to read. The portal has more kinds of files than can be read."""
    if soort not in Soort.values:
        kan = " en ".join(Soort.values)
        raise Fout(
            f"Een bestand van de soort '{soort}' kan nog niet worden ingelezen. Wat wel kan: {kan}."
            " Er is niets gewijzigd."
        )
    return Soort(soort)


def _verwerk(pad: Path, gemeente: Gemeente, soort: Soort, *, proef: bool) -> tuple[int | None, Voorbeeld]:
    """Give the number of the recorded run, none for a proef, and what came of each row."""
    inhoud, on = _lees(pad), timezone.localdate()
    if proef:
        return None, bekijk(gemeente=gemeente, soort=soort, naam=pad.name, inhoud=inhoud, on=on)
    run, uitkomst = inlezen(
        gemeente=gemeente, soort=soort, naam=pad.name, inhoud=inhoud, by=None, at=timezone.now(), on=on
    )
    return run.pk, uitkomst


def _lees(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except OSError as fout:
        raise Fout(f"{pad} is niet te lezen. Controleer of de naam klopt en of u het bestand mag openen.") from fout
