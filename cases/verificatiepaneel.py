"""The card that warns on the dossier page while UHT has confirmed nothing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from accounts.models import User
from cases.kop import mag_bewerken
from cases.models import Dossier
from cases.registratie import registreer_paneel
from cases.verificatiestand import NIET_BEVESTIGD, mist_bevestiging


@registreer_paneel
class Verificatiekaart:
    volgorde = 1
    template = "cases/_paneel_verificatie.html"
    breed = True

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Nothing to show of who came by the gegevensportaal, and once UHT confirmed."""
        if not mist_bevestiging(dossier):
            return {}
        url = reverse("uht", args=[dossier.nummer]) if mag_bewerken(dossier, user) else ""
        return {"tekst": NIET_BEVESTIGD, "url": url}
