from django.db import models

from accounts.models import User
from cases.models.dossier import Dossier
from cases.querysets import DossierDeelQuerySet


class DossierEvent(models.Model):
    """One thing that happened to a dossier: written in the transaction of the action, never changed."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="events")
    soort = models.CharField(max_length=40)
    at = models.DateTimeField("moment")
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="door")
    tekst = models.TextField("wat er gebeurde")
    reden = models.TextField("reden", blank=True)
    gegevens = models.JSONField(default=dict, blank=True)

    objects = DossierDeelQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["dossier", "-at", "-id"], name="event_van_dossier")]

    class Privacy:
        personal = ("tekst", "reden", "gegevens")
        other = ("id", "dossier", "soort", "at", "by")

    def __str__(self) -> str:
        return self.tekst
