"""What the cards on Vandaag read of a dossier along with the one question of that page, and how they show it."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F

from accounts.models import User
from cases.models import Persoon
from cases.status import Status

_NAAM = ("voorletters", "voorvoegsel", "achternaam")


def dossiervelden(pad: str = "dossier__") -> dict[str, F]:
    """Name what a row on a card needs of its dossier, for `values`; `pad` leads to the dossier."""
    velden = {
        "dossier_nummer": f"{pad}nummer",
        "dossier_status": f"{pad}status",
        "wie": f"{pad}casusregisseur",
        "wie_naam": f"{pad}casusregisseur__naam",
        **{veld: f"{pad}persoon__{veld}" for veld in _NAAM},
    }
    return {naam: F(veld) for naam, veld in velden.items()}


def inwoner_in(rij: Mapping[str, Any]) -> str:
    return Persoon(**{veld: rij[veld] for veld in _NAAM}).naam


def status_in(rij: Mapping[str, Any]) -> Status:
    return Status(rij["dossier_status"])


def ander_in(rij: Mapping[str, Any], user: User) -> str:
    """Name the casusregisseur, when that is another than `user`."""
    return "" if rij["wie"] == user.pk else rij["wie_naam"] or "nog niet toegewezen"
