import sys
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.db import transaction

from accounts.models import Gemeente
from cases.management.commando import Commando, Fout, lees_dag
from portal_import.demo.bouw import bouw
from portal_import.demo.gemeenten import WACHTWOORD, logins


class Command(Commando):
    """Fill an empty database with invented gemeenten, people and dossiers, through the actions. For the demo only."""

    help = "Vul een lege database met verzonnen gemeenten en dossiers."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--gemeenten", type=int, default=2, metavar="N", help="hoeveel gemeenten (standaard 2)")
        parser.add_argument("--dossiers", type=int, default=60, metavar="N", help="hoeveel dossiers (standaard 60)")
        parser.add_argument("--seed", type=int, default=1, metavar="S", help="hetzelfde getal geeft dezelfde gegevens")
        parser.add_argument("--on", metavar="JJJJ-MM-DD", help="alsof het deze dag is (standaard vandaag)")
        parser.add_argument("--logins", action="store_true", help="laat alleen zien waarmee u inlogt")

    def handle(self, *args: Any, **opties: Any) -> None:
        if not (settings.DEMO or settings.DEBUG):
            raise Fout("Demogegevens horen niet in een echte omgeving. Zet DEMO=1 in een omgeving voor de demo.")
        if not opties["logins"]:
            self._vul(opties)
        self._toon_logins(min(opties["gemeenten"], 2))

    def _vul(self, opties: dict[str, Any]) -> None:
        if Gemeente.objects.exists():
            raise Fout("Deze database heeft al gegevens. Demogegevens komen alleen in een lege database.")
        if opties["gemeenten"] < 1 or opties["dossiers"] < opties["gemeenten"]:
            raise Fout("Kies minstens één gemeente, en voor elke gemeente minstens één dossier.")
        with transaction.atomic():
            aantal = bouw(
                gemeenten=opties["gemeenten"],
                dossiers=opties["dossiers"],
                seed=opties["seed"],
                on=lees_dag(opties["on"]),
                meld=self._meld,
            )
        self.stdout.write(f"{aantal} dossiers gemaakt.")

    def _meld(self, klaar: int, totaal: int, naam: str) -> None:
        if sys.stdout.isatty():
            self.stdout.write(f"\r{klaar} van {totaal} dossiers ({naam})  ", ending="\n" if klaar == totaal else "")
            self.stdout.flush()
        elif klaar % 10 == 0 or klaar == totaal:
            self.stdout.write(f"{klaar} van {totaal} dossiers ({naam})")
            self.stdout.flush()

    def _toon_logins(self, gemeenten: int) -> None:
        self.stdout.write(f"\nInloggen met wachtwoord: {WACHTWOORD}")
        for gemeente, rol, email in logins(gemeenten):
            self.stdout.write(f"  {gemeente:<12} {rol:<12} {email}")
