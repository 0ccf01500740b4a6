"""The card of the hardheidsclausule on the dossier page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from accounts.models import User
from cases.hardheidsbeeld import besluiten_van, dichte_poorten, waarschuwingen
from cases.models import Dossier, Hardheidsbesluit
from cases.panelen import Regel
from cases.registratie import registreer_paneel
from cases.status import OPEN, Status
from config.weergave import datum


@registreer_paneel
class Hardheidskaart:
    """What can no longer be granted since when, and each time the hardheidsclausule was applied."""

    volgorde = 22
    template = "cases/_paneel_hardheid.html"
    breed = True

    def context(self, dossier: Dossier, user: User, on: date) -> Mapping[str, Any]:
        """Nothing to show while every term runs and nobody ever applied it."""
        if dossier.datum_eerste_gesprek is None and dossier.status != Status.ACCLIMATISATIE:
            return {}
        loopt = Status(dossier.status) in OPEN
        poorten = dichte_poorten(dossier, on) if loopt else []
        let_op = waarschuwingen(dossier, on) if loopt else []
        regels = [_regel(rij, termijn) for rij, termijn in besluiten_van(dossier)]
        if not (poorten or let_op or regels):
            return {}
        url = reverse("hardheid", args=[dossier.nummer])
        return {"dicht": poorten, "waarschuwingen": let_op, "regels": regels, "hardheid_url": url}


def _regel(rij: Hardheidsbesluit, termijn: str) -> Regel:
    gebruikt = f"gebruikt in besluit {rij.besluit}" if rij.besluit else "nog niet gebruikt"
    return Regel(
        icoon="besluit",
        titel=f"Hardheidsclausule: {rij.waarvoor}",
        onder=f"{termijn}, {datum(rij.besloten_op)}, {rij.besloten_door.naam}, {gebruikt}",
        ingetrokken=rij.ingetrokken_reden,
    )
