"""That a besluit no longer holds: herroepen with a besluit op bezwaar, or by a court."""

from django.db import models
from django.db.models import Q

from planvanaanpak.models.beroep import Beroep
from planvanaanpak.models.besluit import Besluit
from planvanaanpak.querysets import BesluitDeelQuerySet


class Herroeping(models.Model):
    """With what a besluit fell away (Awb art. 7:11 lid 2 and 8:72); the besluit itself is frozen and can't say it."""

    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="herroepingen")
    met = models.ForeignKey(Besluit, models.PROTECT, null=True, blank=True, related_name="herroept")
    uitspraak = models.ForeignKey(Beroep, models.PROTECT, null=True, blank=True, related_name="herroept")
    deels = models.BooleanField("voor een deel", default=False)

    objects = BesluitDeelQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "herroepingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(met__isnull=False, uitspraak__isnull=True) | Q(met__isnull=True, uitspraak__isnull=False),
                name="herroeping_met_besluit_of_uitspraak",
            ),
            models.UniqueConstraint(fields=["besluit", "met"], name="herroeping_een_keer_met_besluit"),
            models.UniqueConstraint(fields=["besluit", "uitspraak"], name="herroeping_een_keer_met_uitspraak"),
        ]

    class Privacy:
        personal = ()
        other = ("id", "besluit", "met", "uitspraak", "deels")

    def __str__(self) -> str:
        return f"{self.besluit} herroepen"

    @property
    def waarmee(self) -> str:
        """Name it: 9901-B-2026-00004; de uitspraak van rechtbank Gelderland van 2 november 2026."""
        return self.met.nummer if self.met else self.uitspraak.uitspraak if self.uitspraak else ""
