"""Who sees which gemeenten, users and lidmaatschappen."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.contrib.auth.base_user import BaseUserManager
from django.db import models
from django.db.models.expressions import RawSQL
from django.db.models.functions import Collate, JSONObject

from accounts.kladvelden import KLAAR
from accounts.permissions import ROLLEN, Permission
from accounts.rollen import Rol
from config.zoektekst import NAAMORDE

if TYPE_CHECKING:
    from accounts.models import User


LIDMAATSCHAP_RIJEN = """
(
    SELECT coalesce(jsonb_agg(
        jsonb_build_object('gemeente', gemeente.id, 'code', gemeente.code, 'naam', gemeente.naam, 'rol', lid.rol)
        ORDER BY gemeente.naam, lid.rol
    ), '[]')
    FROM accounts_lidmaatschap lid JOIN accounts_gemeente gemeente ON gemeente.id = lid.gemeente_id
    WHERE lid.user_id = accounts_user.id
)
"""


class GemeenteQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User, permission: Permission = Permission.EIGEN_ACCOUNT) -> GemeenteQuerySet:
        """Give the gemeenten in which the user holds `permission`."""
        return self.filter(pk__in=user.gemeenten_met(permission))


class UserQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> UserQuerySet:
        """Give the users of the gemeenten that this user administers, for the pages that manage them."""
        return self.filter(lidmaatschappen__gemeente__in=user.gemeenten_met(Permission.GEBRUIKERS_BEHEREN)).distinct()

    def met_lidmaatschappen(self) -> UserQuerySet:
        """Fetch the lidmaatschappen in the same question: every request asks who is there, and what they may.

        The rows of `als_rijen`, in SQL: to build that from the models took a request longer than to ask it.
        """
        rijen = RawSQL(LIDMAATSCHAP_RIJEN, (), models.JSONField())  # noqa: S611 - fixed text
        return self.annotate(lidmaatschap_rijen=rijen)

    def op_naam(self) -> UserQuerySet:
        """Put them in the order of a Dutch reader, who passes over accents and capitals."""
        return self.order_by(Collate("naam", NAAMORDE), "pk")

    def met_rol(self, rol: Rol, gemeente_id: int) -> UserQuerySet:
        """Give the active users with a role in a gemeente."""
        return self.filter(
            is_active=True, lidmaatschappen__rol=rol.value, lidmaatschappen__gemeente_id=gemeente_id
        ).distinct()

    def met_recht(self, permission: Permission, gemeenten: Collection[int]) -> UserQuerySet:
        """Give the active users with a role that holds `permission`, in any of these gemeenten, by name."""
        rollen = [rol.value for rol in ROLLEN[permission]]
        leden = self.filter(lidmaatschappen__gemeente__in=gemeenten, lidmaatschappen__rol__in=rollen)
        return leden.filter(is_active=True).distinct().op_naam()

    def zonder_extern(self, gemeenten: Collection[int]) -> UserQuerySet:
        """Leave out who is externe hulpverlener in one of these: there they judge nothing (Wht art. 2.21 lid 5)."""
        extern = self.model.objects.filter(
            lidmaatschappen__rol=Rol.EXTERNE_HULPVERLENER.value, lidmaatschappen__gemeente__in=gemeenten
        )
        return self.exclude(pk__in=extern.values("pk"))

    def casusregisseurs(self, gemeente_id: int) -> UserQuerySet:
        """Give who can become the casusregisseur of a dossier of a gemeente, by name."""
        return self.met_rol(Rol.CONSULENT, gemeente_id).zonder_extern([gemeente_id]).op_naam()


class UserManager(BaseUserManager["User"].from_queryset(UserQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, email: str | None) -> User:
        """Find a user by e-mail address, whatever its capitals."""
        return self.get(email__iexact=email)

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        return (email or "").strip().lower()


class LidmaatschapQuerySet(models.QuerySet[Any]):
    def als_rijen(self) -> LidmaatschapQuerySet:
        """Give each as a small JSON object (`rij`), by the name of the gemeente."""
        rij = JSONObject(gemeente="gemeente_id", code="gemeente__code", naam="gemeente__naam", rol="rol")
        return self.order_by("gemeente__naam", "rol").annotate(rij=rij)

    def visible_to(self, user: User) -> LidmaatschapQuerySet:
        return self.filter(gemeente__in=user.gemeenten_met(Permission.GEBRUIKERS_BEHEREN))


class KladQuerySet(models.QuerySet[Any]):
    def wachtend(self) -> KladQuerySet:
        """Give the texts that wait for their user, without what only says that a text was saved or cancelled."""
        return self.exclude(gegevens__has_key=KLAAR)
