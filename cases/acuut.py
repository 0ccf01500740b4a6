"""The card on Vandaag, above all others: who is in a bedreigende situatie."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from cases.kaartrij import ander_in, dossiervelden, inwoner_in, status_in
from cases.keuzes import BedreigendeSituatie, Rang
from cases.models import Dossier
from cases.registratie import registreer_vandaagkaart

HOOGSTENS = 10


@dataclass(frozen=True)
class Rij:
    """An open dossier in a bedreigende situatie; `van` names its casusregisseur when that is somebody else."""

    inwoner: str
    url: str
    status: str
    van: str
    situatie: str
    sinds: datetime


@registreer_vandaagkaart
class Acuutkaart:
    """To the casusregisseur their own dossiers that are acute, to the coördinator those of the whole team."""

    volgorde = 0
    template = "cases/_acuut.html"

    def wacht(self, user: User, users: Collection[User], on: date) -> QuerySet[Any, Any]:
        """Give the longest waiting, and one more to tell that there are others: first of each half, own and team."""
        acuut = Dossier.objects.visible_to(user).open().filter(rang=Rang.ACUUT).order_by("acuut_op", "id").values("pk")
        eigen = acuut.filter(casusregisseur__in=users)[: HOOGSTENS + 1]
        team = acuut.filter(gemeente__in=user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN))[: HOOGSTENS + 1]
        rijen = Dossier.objects.filter(pk__in=eigen.union(team, all=True)).order_by("acuut_op", "id")
        return rijen.values("acuut", "acuut_op", **dossiervelden(""))[: HOOGSTENS + 1]

    def context(self, user: User, on: date, rijen: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
        return {"rijen": [_rij(rij, user) for rij in rijen[:HOOGSTENS]], "zijn_er_meer": len(rijen) > HOOGSTENS}


def _rij(rij: Mapping[str, Any], user: User) -> Rij:
    return Rij(
        inwoner=inwoner_in(rij),
        url=reverse("dossier", args=[rij["dossier_nummer"]]),
        status=status_in(rij).label,
        van=ander_in(rij, user),
        situatie=BedreigendeSituatie(rij["acuut"]).label,
        sinds=datetime.fromisoformat(rij["acuut_op"]),
    )
