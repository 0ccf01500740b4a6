"""What the pages of the hardheidsclausule show: the gates that are closed, and what was decided about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from accounts.models import Gemeente, User
from cases.models import Dossier, Hardheidsbesluit
from cases.poorten import Poort
from cases.poorten_bron import hardheid_van, poorten_van
from cases.register import regel as zoek_regel

# The number of a besluit holds its gemeente and year: 9901-B-2026-00187.
IN_JAAR = "-B-{jaar}-"


def dichte_poorten(dossier: Dossier, on: date) -> list[Poort]:
    """Give what only the hardheidsclausule opens, those that stop most first."""
    return [poort for poort in poorten_van(dossier, on).values() if poort.is_dicht]


def te_openen(dossier: Dossier, on: date) -> list[Poort]:
    """Give the closed gates for which nobody applied the hardheidsclausule yet."""
    return [poort for poort in dichte_poorten(dossier, on) if poort.weigert]


def waarschuwingen(dossier: Dossier, on: date) -> list[str]:
    """Say which vensters have passed of which it is not sure that they bind this dossier (decision 1071)."""
    return [poort.waarschuwing for poort in poorten_van(dossier, on).values() if poort.waarschuwt]


def besluiten_van(dossier: Dossier) -> list[tuple[Hardheidsbesluit, str]]:
    """Give the hardheidsbesluiten of a dossier with the words for their rule, the latest on top."""
    return [(rij, zoek_regel(rij.regel).kort) for rij in hardheid_van(dossier)]


@dataclass(frozen=True, kw_only=True)
class Gebruik:
    """How often a gemeente used the hardheidsclausule in the besluiten of a year."""

    gemeente: Gemeente
    aantal: int


def tel_gebruik(gemeenten: Iterable[Gemeente], jaar: int) -> list[Gebruik]:
    """Count per gemeente; one that never used it is counted as 0."""
    rijen = Hardheidsbesluit.objects.filter(besluit__contains=IN_JAAR.format(jaar=jaar)).geldig()
    per = dict(rijen.order_by().values_list("dossier__gemeente").annotate(aantal=Count("pk")))
    return [Gebruik(gemeente=gemeente, aantal=per.get(gemeente.pk, 0)) for gemeente in gemeenten]


def gebruikt_in(user: User, jaar: int) -> list[Hardheidsbesluit]:
    """List what a user sees of the hardheidsbesluiten that besluiten of a year used, the latest besluit on top."""
    rijen = Hardheidsbesluit.objects.visible_to(user).filter(besluit__contains=IN_JAAR.format(jaar=jaar)).geldig()
    return list(
        rijen.select_related("dossier__gemeente", "dossier__persoon", "besloten_door").order_by("-besluit", "-id")
    )
