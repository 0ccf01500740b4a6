"""`manage.py besluit_pdf NUMMER --uit FILE`: the stored PDF of a besluit."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from cases.management.commando import Commando, Fout
from planvanaanpak.models import BesluitPdf
from planvanaanpak.stukken import StukBeschadigd, lees_stuk


class Command(Commando):
    """Write the PDF as it was stored. A file with other content is only overwritten when asked to."""

    help = "Schrijf de opgeslagen PDF van een besluit naar een bestand."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("nummer", metavar="NUMMER", help="het besluitnummer, zoals 9901-B-2026-00187")
        parser.add_argument("--uit", metavar="FILE", required=True, help="het bestand om te schrijven")
        parser.add_argument("--overschrijf", action="store_true", help="vervang een bestand dat er al staat")

    def handle(self, *args: Any, **options: Any) -> None:
        pdf = BesluitPdf.objects.filter(besluit__nummer=options["nummer"]).first()
        if pdf is None:
            raise Fout(f"besluit {options['nummer']} is niet bekend. Controleer het nummer.")
        try:
            inhoud = lees_stuk(pdf)
        except StukBeschadigd as fout:
            raise Fout(f"{fout} Er is niets geschreven. Zet een back-up terug.") from fout
        uit = Path(options["uit"])
        schrijf(uit, inhoud, overschrijf=options["overschrijf"])
        self.stdout.write(f"{uit}: {len(inhoud)} bytes, SHA-256 {pdf.sha256}")


def schrijf(uit: Path, inhoud: bytes, *, overschrijf: bool) -> None:
    """Write a file; what is there already stays, unless it is empty, the same, or may be overwritten."""
    try:
        if not overschrijf and uit.is_file() and uit.read_bytes() not in (b"", inhoud):
            raise Fout(f"{uit} bestaat al en is anders. Kies een andere naam, of geef --overschrijf.")
        uit.write_bytes(inhoud)
    except OSError as fout:
        raise Fout(f"{uit} kan niet worden geschreven: {fout.strerror}. Kies een andere plaats.") from fout
