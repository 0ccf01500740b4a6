"""The grounds on which a user sees a dossier; each app may register one (decisions 0006 and 0014)."""

from typing import TYPE_CHECKING, Protocol

from django.db.models import Q

from accounts.permissions import Permission

if TYPE_CHECKING:
    from accounts.models import User


class Toegangsgrond(Protocol):
    def q(self, user: "User", pad: str) -> Q:
        """Give the filter on dossiers at the end of `pad` (for example "dossier__") that this ground opens."""


_gronden: list[Toegangsgrond] = []


def registreer_toegangsgrond(grond: type[Toegangsgrond]) -> type[Toegangsgrond]:
    _gronden.append(grond())
    return grond


@registreer_toegangsgrond
class RolInGemeente:
    """A consulent, coördinator or auditor sees the dossiers of their own gemeente."""

    def q(self, user: "User", pad: str) -> Q:
        return Q(**{f"{pad}gemeente__in": user.gemeenten_met(Permission.DOSSIER_ZIEN)})


def zichtbaar(user: "User", pad: str = "") -> Q:
    """Give the one filter behind every `visible_to`: the union of the registered grounds."""
    filter_ = Q()
    for grond in _gronden:
        filter_ |= grond.q(user, pad)
    return filter_
