"""What the cards on Vandaag read of a dossier along with the one question of that page, and how they show it."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F

from accounts.models import User
from cases.models import Persoon
from cases.status import Status

_NAAM = ("voorletters", "voorvoegsel", "achternaam")


def inwonervelden(pad: str = "dossier__") -> dict[str, F]:
    """Name what a row needs to say whom it is about, for `values`; `pad` leads to the dossier."""
    return {"dossier_nummer": F(f"{pad}nummer"), **{veld: F(f"{pad}persoon__{veld}") for veld in _NAAM}}


def dossiervelden(pad: str = "dossier__") -> dict[str, F]:
    """Name what a row needs to say how the dossier stands and who works in it, too."""
    wie = {"wie": F(f"{pad}casusregisseur"), "wie_naam": F(f"{pad}casusregisseur__naam")}
    return {**inwonervelden(pad), "dossier_status": F(f"{pad}status"), **wie}


def inwoner_in(rij: Mapping[str, Any]) -> str:
    return Persoon(**{veld: rij[veld] for veld in _NAAM}).naam


def status_in(rij: Mapping[str, Any]) -> Status:
    return Status(rij["dossier_status"])


def ander_in(rij: Mapping[str, Any], user: User) -> str:
    """Name the casusregisseur, when that is another than `user`."""
    return "" if rij["wie"] == user.pk else rij["wie_naam"] or "nog niet toegewezen"
