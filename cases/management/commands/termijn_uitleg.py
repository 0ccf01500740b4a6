import json
from datetime import date
from typing import Any

from django.core.management.base import CommandParser

from cases.beleid import Regels
from cases.berekening import Berekening, BerichtLatereDag, Opschortingsperiode, RekenFout, bereken
from cases.invoer import Invoer
from cases.kalender import Kalender, kalender
from cases.management.commando import Commando, Fout, lees_datum
from cases.register import OnbekendeRegel, regel
from config.weergave import datum_lang

OPSCHORTING = "opschorting. Schrijf de eerste en de laatste dag als VAN:TOT"
BERICHT = "bericht. Schrijf de dag van de brief en de nieuwe dag als DATUM:UITERLIJK"


class Command(Commando):
    """Compute the last day of one rule from one start day, with its steps. Reads the database only with --gemeente."""

    help = "Reken de uiterste datum van een termijn uit en leg uit waarom het die datum is."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("regel", metavar="REGEL", help="de code van de termijn, zoals plan_van_aanpak")
        parser.add_argument("start", metavar="START", help="de dag waarop de termijn begint, als JJJJ-MM-DD")
        parser.add_argument("--gemeente", metavar="CODE", help="reken met het beleid van deze gemeente")
        parser.add_argument(
            "--opschorting",
            metavar="VAN:TOT",
            nargs="+",
            action="extend",
            default=[],
            help="eerste en laatste dag van een opschorting; mag vaker",
        )
        parser.add_argument(
            "--bericht",
            metavar="DATUM:UITERLIJK",
            nargs="+",
            action="extend",
            default=[],
            help="dag van een bericht aan de inwoner en de nieuwe dag die het noemt (Awb artikel 4:14 lid 3)",
        )
        parser.add_argument("--commissie", action="store_true", help="er is een adviescommissie (besluit op bezwaar)")
        parser.add_argument("--verdaging", action="store_true", help="het besluit is verdaagd (besluit op bezwaar)")
        parser.add_argument("--json", action="store_true", help="schrijf alleen een JSON-object")

    def handle(self, *args: Any, **opties: Any) -> None:
        try:
            berekening = self._bereken(**opties)
        except (OnbekendeRegel, RekenFout) as fout:
            raise Fout(str(fout)) from fout
        self.stdout.write(_json(berekening) if opties["json"] else _tekst(berekening))

    def _bereken(self, *, start: str, gemeente: str | None, **opties: Any) -> Berekening:
        termijnregel = regel(opties["regel"])
        begin = lees_datum(start)
        invoer = Invoer(
            start=begin,
            opschortingen=tuple(Opschortingsperiode(*_paar(tekst, OPSCHORTING)) for tekst in opties["opschorting"]),
            commissie=opties["commissie"],
            verdaging=opties["verdaging"],
            berichten=tuple(BerichtLatereDag(*_paar(tekst, BERICHT)) for tekst in opties["bericht"]),
        )
        dagen, beleid = _van_gemeente(gemeente, begin) if gemeente is not None else (kalender(), None)
        return bereken(termijnregel, invoer, dagen, beleid=beleid)


def _van_gemeente(code: str, on: date) -> tuple[Kalender, Regels]:
    from cases.beleid_bron import GeenBeleid, kalender_nu, regels_voor

    try:
        return kalender_nu(), regels_voor(code, on)
    except GeenBeleid as fout:
        raise Fout(str(fout)) from fout


def _paar(tekst: str, wat: str) -> tuple[date, date]:
    eerste, teken, tweede = tekst.partition(":")
    if not teken:
        raise Fout(f"'{tekst}' is geen {wat}, bijvoorbeeld 2025-04-01:2025-04-14.")
    return lees_datum(eerste), lees_datum(tweede)


def _json(berekening: Berekening) -> str:
    return json.dumps(
        {
            "regel": berekening.regel,
            "start": berekening.start.isoformat(),
            "einddatum": berekening.einddatum.isoformat() if berekening.einddatum else None,
            "stappen": list(berekening.stappen),
            "grondslag": berekening.grondslag,
            "atw": berekening.atw,
            "beleid": berekening.beleid,
            "kalender": berekening.kalender,
        },
        ensure_ascii=False,
        indent=2,
    )


def _tekst(berekening: Berekening) -> str:
    uiterste = datum_lang(berekening.einddatum) if berekening.einddatum else "geen"
    return "\n".join(
        [
            regel(berekening.regel).label,
            *(f"- {stap}" for stap in berekening.stappen),
            f"Uiterste datum: {uiterste}",
            f"Grondslag: {berekening.grondslag}",
            f"Beleid: {berekening.beleid}; kalender: {berekening.kalender}",
        ]
    )
