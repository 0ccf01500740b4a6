"""The card on Vandaag: besluiten that wait for a second person, and the answers to who asked."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from accounts.permissions import Permission
from cases.registratie import registreer_vandaagkaart
from planvanaanpak.mandaatbron import soort_label, te_keuren_door
from planvanaanpak.mandaatkeuzes import Goedkeuringstatus
from planvanaanpak.models import Goedkeuring

# What does not fit on the card stands on the page of the goedkeuringen.
HOOGSTENS = 10


@dataclass(frozen=True)
class Rij:
    goedkeuring: Goedkeuring
    soort: str


@registreer_vandaagkaart
class Goedkeuringen:
    """To who may approve: what waits for approval. To who asked: what came back, and what can be set down now."""

    volgorde = 30
    template = "planvanaanpak/_goedkeuringen.html"

    def wacht(self, user: User, users: Collection[User], on: date) -> QuerySet[Any, Any] | None:
        if not user.mag(Permission.BESLUIT_VASTSTELLEN):
            return None
        beantwoord = eigen_vragen(user).exclude(status=Goedkeuringstatus.GEVRAAGD)
        return _eerste(te_keuren_door(user, on)).union(_eerste(beantwoord), all=True)

    def context(self, user: User, on: date, rijen: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
        wachtend = Goedkeuring.objects.filter(pk__in=[rij["pk"] for rij in rijen])
        gevonden = list_rijen(wachtend.voor_lijst().order_by("gevraagd_op", "pk"))
        eigen = [rij for rij in gevonden if rij.goedkeuring.gevraagd_door_id == user.pk]
        te_keuren = [rij for rij in gevonden if rij.goedkeuring.gevraagd_door_id != user.pk]
        meer = max(len(te_keuren), len(eigen)) > HOOGSTENS
        return {"te_keuren": te_keuren[:HOOGSTENS], "eigen": eigen[:HOOGSTENS], "meer": meer}


def _eerste(rijen: QuerySet[Any]) -> QuerySet[Any]:
    return rijen.order_by("gevraagd_op", "pk").values("pk")[: HOOGSTENS + 1]


def eigen_vragen(user: User) -> QuerySet[Any]:
    """Give what this user asked and what still asks something."""
    rijen: QuerySet[Any] = Goedkeuring.objects.visible_to(user).wacht().filter(gevraagd_door=user).voor_lijst()
    return rijen


def list_rijen(rijen: Iterable[Goedkeuring]) -> list[Rij]:
    return [Rij(rij, soort_label(rij.soort)) for rij in rijen]
