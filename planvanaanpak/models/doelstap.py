from django.db import models
from django.db.models import Q

from config.geschiedenis import Geschiedenis
from planvanaanpak.keuzes import DoelStatus
from planvanaanpak.models.plan import Doel
from planvanaanpak.querysets import DoelDeelQuerySet


class Doelstap(models.Model):
    """One step to a doel: what, who does it, and by when (Tiel 2025 art. 6 lid 1a: stapsgewijs en integraal)."""

    doel = models.ForeignKey(Doel, models.PROTECT, related_name="stappen")
    wat = models.CharField("wat", max_length=300)
    wie = models.CharField("wie doet dit", max_length=120)
    datum_uiterlijk = models.DateField("uiterlijk", null=True, blank=True)
    status = models.CharField("status", max_length=10, choices=DoelStatus.choices, default=DoelStatus.OPEN)
    datum_behaald = models.DateField("klaar op", null=True, blank=True)
    reden_vervallen = models.TextField("waarom de stap vervalt", blank=True)

    onderwerp_veld = "wat"
    history = Geschiedenis()
    objects = DoelDeelQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = "stap naar een doel"
        verbose_name_plural = "stappen naar een doel"
        constraints = [
            models.CheckConstraint(condition=~Q(wat="") & ~Q(wie=""), name="doelstap_wat_en_wie"),
            models.CheckConstraint(
                condition=Q(status=DoelStatus.BEHAALD, datum_behaald__isnull=False)
                | (~Q(status=DoelStatus.BEHAALD) & Q(datum_behaald__isnull=True)),
                name="doelstap_behaald_met_datum",
            ),
            models.CheckConstraint(
                condition=~Q(status=DoelStatus.VERVALLEN) | ~Q(reden_vervallen=""),
                name="doelstap_vervallen_met_reden",
            ),
        ]

    class Privacy:
        personal = ("wat", "wie", "datum_uiterlijk", "status", "datum_behaald", "reden_vervallen")
        other = ("id", "doel")

    def __str__(self) -> str:
        return self.wat

    def blijft_bij(self, doel: Doel) -> bool:
        """Say whether a plan still names this step: one that is done, or still to do for a doel that is open."""
        return self.status == DoelStatus.BEHAALD or (doel.is_open and self.status != DoelStatus.VERVALLEN)
