"""The beleid that the gemeenten of the demo have decided on for later."""

from datetime import date

from accounts.models import Gemeente
from cases.models import Beleid

# What the gemeente with its own beleidsregels changes; the other follows the handreiking as it is.
AFWIJKINGEN = {
    Beleid.Profiel.TIEL_2025: {
        "lengtes": {"eerste_contact": 3},
        "waarschuwingen": {"plan_van_aanpak": [21, 7]},
    }
}


def maak_straks(gemeente: Gemeente, profiel: str, on: date) -> None:
    """Give a gemeente beleid that holds from the next year, so that no dossier of the demo follows it."""
    if afwijkingen := AFWIJKINGEN.get(Beleid.Profiel(profiel)):
        Beleid.objects.create(
            gemeente=gemeente,
            profiel=profiel,
            geldig_vanaf=date(on.year + 1, 1, 1),
            bron=f"Beleidsregels brede ondersteuning gemeente {gemeente.naam} {on.year + 1} (verzonnen)",
            afwijkingen=afwijkingen,
        )
