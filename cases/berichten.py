"""What happened in the dossiers of a user, beside the work on Vandaag: their newest signals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import User
from cases.kaartrij import inwoner_in, inwonervelden
from cases.models import Signaal

HOOGSTENS = 5


@dataclass(frozen=True)
class Bericht:
    """One signal. `inwoner` and `url` are empty when it is about the gemeente as a whole."""

    tekst: str
    on: date
    inwoner: str
    url: str


def berichten_van(user: User) -> QuerySet[Any, Any]:
    rijen: QuerySet[Any, Any] = Signaal.objects.nieuwste_van(user, HOOGSTENS).values("tekst", "on", **inwonervelden())
    return rijen


def maak_bericht(rij: Mapping[str, Any]) -> Bericht:
    nummer = rij["dossier_nummer"]
    return Bericht(
        tekst=rij["tekst"],
        on=date.fromisoformat(rij["on"]),
        inwoner=inwoner_in(rij) if nummer else "",
        url=reverse("dossier", args=[nummer]) if nummer else "",
    )
