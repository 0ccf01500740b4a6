"""The card on Vandaag: besluiten of which nobody said that their letter left."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import User
from accounts.permissions import Permission
from cases.kaartrij import ander_in, dossiervelden, inwoner_in
from cases.nawerk import registreer_nawerk
from cases.registratie import registreer_vandaagkaart
from config.weergave import telwoord
from planvanaanpak.keuzes import BesluitSoort
from planvanaanpak.models import Besluit

# The oldest are in view, others folded away; how many there are beyond is not counted, so that a card costs the same.
IN_BEELD, HOOGSTENS = 5, 10


@dataclass(frozen=True)
class Rij:
    """One letter. `casusregisseur` names who that is when it is somebody else."""

    nummer: str
    soort: str
    inwoner: str
    datum: date
    geleden: str
    casusregisseur: str


@registreer_nawerk
def met_brief(gemeenten: Collection[int]) -> QuerySet[Any, Any]:
    """Give where somebody must still say that the letter of a besluit left."""
    return Besluit.objects.onbevestigd().filter(gemeente__in=gemeenten).values("dossier")


@registreer_vandaagkaart
class Bevestigen:
    """To the casusregisseur and the coördinator: the letters that bear an earlier day and were not confirmed as sent.

    Until somebody does, the bezwaartermijn runs from the day on the letter and not from the day it left (Awb art. 3:41
    and 6:8), and the besluit can't be changed or taken back. A closed dossier counts: nobody opens it any more.
    """

    volgorde = 20
    template = "planvanaanpak/_bevestigen.html"

    def wacht(self, user: User, users: Collection[User], on: date) -> QuerySet[Any, Any] | None:
        """Give the oldest letters, and one more to tell that there are others."""
        gemeenten = user.gemeenten_met(Permission.BESLUIT_VASTSTELLEN)
        if not gemeenten:
            return None
        van_wie = Q(dossier__casusregisseur__in=users) | Q(
            gemeente__in=user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
        )
        besluiten = Besluit.objects.visible_to(user).te_bevestigen(on).filter(van_wie, gemeente__in=gemeenten)
        rijen = besluiten.order_by("datum", "pk").values("nummer", "soort", "datum", **dossiervelden())
        return rijen[: HOOGSTENS + 1]

    def context(self, user: User, on: date, rijen: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
        getoond = [_rij(rij, user, on) for rij in rijen[:HOOGSTENS]]
        return {"rijen": getoond[:IN_BEELD], "meer": getoond[IN_BEELD:], "zijn_er_meer": len(rijen) > HOOGSTENS}


def _rij(rij: Mapping[str, Any], user: User, on: date) -> Rij:
    dag = date.fromisoformat(rij["datum"])
    return Rij(
        nummer=rij["nummer"],
        soort=BesluitSoort(rij["soort"]).label.lower(),
        inwoner=inwoner_in(rij),
        datum=dag,
        geleden=telwoord((on - dag).days, "dag", "dagen"),
        casusregisseur=ander_in(rij, user),
    )
