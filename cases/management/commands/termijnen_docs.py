from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from cases.kalender import kalender
from cases.management.commando import Commando, Fout
from cases.regeldocument import document
from cases.register import alle_regels


class Command(Commando):
    """Write docs/rules/termijnen.md from the registered rules, or only say whether it is stale. Reads no database."""

    help = "Schrijf docs/rules/termijnen.md opnieuw uit de termijnregels."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--controle", action="store_true", help="schrijf niets; stop met 1 als de tekst verouderd is"
        )
        parser.add_argument("--uit", metavar="BESTAND", default=str(settings.BASE_DIR / "docs/rules/termijnen.md"))

    def handle(self, *args: Any, **opties: Any) -> None:
        bestand = Path(opties["uit"])
        tekst = document(alle_regels(), kalender())
        if opties["controle"]:
            if not bestand.exists() or bestand.read_text(encoding="utf-8") != tekst:
                raise Fout(f"{bestand} is verouderd. Draai manage.py termijnen_docs.")
            self.stdout.write(f"{bestand} is bij.")
            return
        bestand.parent.mkdir(parents=True, exist_ok=True)
        bestand.write_text(tekst, encoding="utf-8")
        self.stdout.write(f"{bestand} is geschreven.")
