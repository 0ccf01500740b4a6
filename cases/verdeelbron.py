"""Who has open work in a gemeente, as the database has it: for a coördinator who lets colleagues take over."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from accounts.models import Gemeente, User
from accounts.permissions import Permission
from cases.models import Dossier, Taak


@dataclass(frozen=True)
class Openstaand:
    """How much open work somebody has in a gemeente."""

    wie: User
    gemeente: Gemeente
    dossiers: int
    taken: int


def list_openstaand_werk(user: User) -> list[Openstaand]:
    """List who has open work where this user assigns; who can no longer log in stands first.

    Of the taken only how many there are: also of those about no dossier, that nobody but their owner reads.
    """
    gemeenten = user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
    hier = Dossier.objects.visible_to(user).filter(gemeente__in=gemeenten, casusregisseur__isnull=False).open()
    taken = Taak.objects.filter(gemeente__in=gemeenten).open()
    per_dossiers = _tel(hier.order_by().values_list("gemeente", "casusregisseur").annotate(Count("pk")))
    per_taken = _tel(taken.order_by().values_list("gemeente", "voor").annotate(Count("pk")))
    wie_waar = per_dossiers.keys() | per_taken.keys()
    mensen, namen = User.objects.in_bulk({wie for _, wie in wie_waar}), Gemeente.objects.in_bulk(gemeenten)
    rijen = [
        Openstaand(mensen[wie], namen[waar], per_dossiers.get((waar, wie), 0), per_taken.get((waar, wie), 0))
        for waar, wie in wie_waar
    ]
    return sorted(rijen, key=lambda rij: (rij.wie.is_active, rij.wie.naam, rij.wie.pk, rij.gemeente.naam))


def _tel(rijen: Iterable[tuple[int, int, int]]) -> dict[tuple[int, int], int]:
    return {(waar, wie): aantal for waar, wie, aantal in rijen}
