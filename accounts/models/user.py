from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property

from accounts.permissions import NOOIT_EXTERN, ROLLEN, Permission
from accounts.querysets import UserManager
from accounts.rollen import Rol
from config.geschiedenis import Geschiedenis


class User(AbstractBaseUser):
    """A person who logs in, by e-mail address. What they may do hangs on their lidmaatschappen."""

    email = models.EmailField("e-mailadres", max_length=254, unique=True)
    naam = models.CharField("naam", max_length=120)
    telefoon = models.CharField("telefoon", max_length=30, blank=True)
    functie = models.CharField(
        "functie", max_length=120, blank=True, help_text="Staat onder besluiten die deze persoon neemt."
    )
    is_active = models.BooleanField("actief", default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    history = Geschiedenis(excluded_fields=["password", "last_login"])
    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]

    class Meta:
        ordering = ["naam"]
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_uniek")]
        indexes = [models.Index(fields=["id"], condition=Q(is_active=False), name="user_niet_actief")]

    class Privacy:
        personal = ("email", "naam", "telefoon")
        other = ("id", "password", "last_login", "functie", "is_active", "created_at")

    def __str__(self) -> str:
        return self.naam

    @cached_property
    def lidmaatschap_rijen(self) -> list[dict[str, Any]]:
        """Give gemeente (id), code, naam and rol of each lidmaatschap; for who is logged in they came with the user."""
        return list(self.lidmaatschappen.als_rijen().values_list("rij", flat=True))

    @cached_property
    def rollen_per_gemeente(self) -> dict[int, set[str]]:
        """Give the roles by gemeente id."""
        rollen: dict[int, set[str]] = {}
        for rij in self.lidmaatschap_rijen:
            rollen.setdefault(rij["gemeente"], set()).add(rij["rol"])
        return rollen

    @property
    def mijn_gemeenten(self) -> list[dict[str, Any]]:
        """Give code and naam of the gemeenten this user works for, each once and by name."""
        return list({rij["gemeente"]: rij for rij in self.lidmaatschap_rijen}.values())

    def gemeenten_met(self, permission: Permission) -> list[int]:
        """Give the ids of the gemeenten in which this user holds `permission`.

        Who is externe hulpverlener in a gemeente never judges or decides there (Wht art. 2.21 lid 5).
        """
        if not self.is_active:
            return []
        nodig = {rol.value for rol in ROLLEN[permission]}
        weert = {Rol.EXTERNE_HULPVERLENER.value} if permission in NOOIT_EXTERN else set()
        return [
            gemeente for gemeente, rollen in self.rollen_per_gemeente.items() if rollen & nodig and not rollen & weert
        ]

    def mag(self, permission: Permission, gemeente_id: int | None = None) -> bool:
        """Say whether this user holds `permission`, in the given gemeente or in any."""
        gemeenten = self.gemeenten_met(permission)
        return bool(gemeenten) if gemeente_id is None else gemeente_id in gemeenten

    @property
    def rol_naam(self) -> str:
        """Give the roles in words for the header, in the order of the list of roles."""
        mijn = set().union(*self.rollen_per_gemeente.values())
        return ", ".join(rol.label for rol in Rol if rol.value in mijn)

    def clean(self) -> None:
        super().clean()
        self.email = UserManager.normalize_email(self.email)

    def _get_session_auth_hash(self, secret: Any = None) -> str:
        """Give what a session must match: with another password or another address to log in with, it ends."""
        zout = "accounts.models.user.User.get_session_auth_hash"
        return salted_hmac(zout, f"{self.password}|{self.email}", secret=secret, algorithm="sha256").hexdigest()

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return False
