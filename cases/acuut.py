"""Who is in a bedreigende situatie, for the top of Vandaag."""

from dataclasses import dataclass

from django.db.models import Q

from accounts.permissions import Permission
from cases.keuzes import Rang
from cases.models import Dossier
from cases.querysets import kort
from cases.vervanging import Werk

HOOGSTENS = 10


@dataclass(frozen=True)
class AcuutDossier:
    """An open dossier in a bedreigende situatie; `van` names its casusregisseur when that is somebody else."""

    dossier: Dossier
    van: str


def list_acuut(werk: Werk) -> list[AcuutDossier]:
    """Give the acute dossiers of whose work `werk` is, and for a coördinator those of the whole team; one more than
    fits says that there are more."""
    team = werk.user.gemeenten_met(Permission.DOSSIER_TOEWIJZEN)
    wie = Q(casusregisseur__in=werk.users) | Q(gemeente__in=team)
    acuut = Dossier.objects.visible_to(werk.user).open().filter(wie, rang=Rang.ACUUT).order_by("acuut_op", "id")
    eerste = acuut.values("pk")[: HOOGSTENS + 1]
    velden = (*kort(), "acuut", "acuut_op", "casusregisseur__naam")
    dossiers = Dossier.objects.filter(pk__in=eerste).select_related("persoon", "casusregisseur").only(*velden)
    return [AcuutDossier(dossier, _van(dossier, werk)) for dossier in dossiers.order_by("acuut_op", "id")]


def _van(dossier: Dossier, werk: Werk) -> str:
    if dossier.casusregisseur is None:
        return "nog niet toegewezen"
    return "" if dossier.casusregisseur_id == werk.user.pk else dossier.casusregisseur.naam
