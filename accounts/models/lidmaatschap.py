from django.db import models

from accounts.models.gemeente import Gemeente
from accounts.models.user import User
from accounts.querysets import LidmaatschapQuerySet
from accounts.rollen import Rol
from config.geschiedenis import Geschiedenis


class Lidmaatschap(models.Model):
    """One role of one user in one gemeente."""

    user = models.ForeignKey(User, models.CASCADE, related_name="lidmaatschappen", verbose_name="gebruiker")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="lidmaatschappen")
    rol = models.CharField("rol", max_length=24, choices=Rol.choices)

    history = Geschiedenis()
    objects = LidmaatschapQuerySet.as_manager()

    class Meta:
        ordering = ["gemeente", "rol"]
        verbose_name_plural = "lidmaatschappen"
        constraints = [
            models.UniqueConstraint(fields=["user", "gemeente", "rol"], name="lidmaatschap_uniek"),
            models.CheckConstraint(condition=models.Q(rol__in=Rol.values), name="lidmaatschap_rol_bekend"),
        ]

    class Privacy:
        personal = ("user",)
        other = ("id", "gemeente", "rol")

    def __str__(self) -> str:
        return f"{self.user} ({self.get_rol_display()}, {self.gemeente})"
